"""The door to Word's zipped XML: which part holds what, each read within limits, nothing outside of the file ever.

Only the parts that are asked for are unpacked, into memory; names of parts are never paths on a disk.
"""

from __future__ import annotations

import io
import posixpath
import zlib
from collections.abc import Mapping
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from lxml import etree

from ..errors import UnreadableError

MAX_XML = 50_000_000
"""Bytes of one part, unpacked."""
MAX_TAGS = 3_000_000
"""Of one part; each takes room in memory."""
MAX_RATIO = 200
"""Unpacked to packed, for parts above a megabyte; real minutes stay below 40."""
MAX_PARTS = 10_000

_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _TRANSITIONAL + b"wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships":
    _TRANSITIONAL + b"officeDocument/2006/relationships",
}  # fmt: skip
_BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, OverflowError)


class Package(NamedTuple):
    """An open file of parts, and its name for messages."""

    archive: ZipFile
    name: str


def opened(data: bytes, name: str) -> Package:
    """The zipped parts of a file. UnreadableError when it is broken or no such file."""
    if data.count(b"PK\x01\x02") > MAX_PARTS:
        raise UnreadableError(f"{name}: more than {MAX_PARTS:,} parts; save a copy in Word and read that")
    try:
        return Package(ZipFile(io.BytesIO(data)), name)
    except _BROKEN:
        raise UnreadableError(f"{name}: the file is broken (no whole ZIP); download it again or save a copy") from None


def part(package: Package, path: str) -> etree._Element | None:
    """The XML of a part; None where there is none. UnreadableError when it is broken or beyond the limits."""
    data = unpacked(package, path)
    return None if data is None else _parsed(data, f"{package.name}: {path}")


def unpacked(package: Package, path: str) -> bytes | None:
    """The bytes of a part; None where there is none. UnreadableError as for `part`."""
    try:
        info = package.archive.getinfo(path)
        if info.flag_bits & 1:
            raise UnreadableError(f"{package.name}: is encrypted; save a copy without a password and read that")
        if info.file_size > max(1_000_000, MAX_RATIO * info.compress_size):
            raise UnreadableError(f"{package.name}: {path} unpacks to over {MAX_RATIO} times its size: no real minutes")
        with package.archive.open(info) as file:
            data = file.read(MAX_XML + 1)
    except KeyError:
        return None
    except _BROKEN:
        raise UnreadableError(f"{package.name}: {path} in it is broken; download it again or save a copy") from None
    if len(data) > MAX_XML or data.count(b"<") > MAX_TAGS:
        raise UnreadableError(
            f"{package.name}: {path} in it is larger than the limit of {MAX_XML // 1_000_000} MB or "
            f"{MAX_TAGS:,} tags; split the document"
        )
    return data


def _parsed(data: bytes, where: str) -> etree._Element:
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())[:120]
        raise UnreadableError(f"{where} in it is broken XML ({reason}); save a copy in Word and read that") from None


def related(package: Package, path: str = "") -> Mapping[str, tuple[str, str]]:
    """The parts that a part (or the file as a whole) names: id → (kind, path). What lies outside is left out."""
    folder, own = posixpath.split(path)
    root = part(package, posixpath.join(folder, "_rels", f"{own}.rels"))
    found: dict[str, tuple[str, str]] = {}
    for relation in [] if root is None else root:
        target, kind = relation.get("Target", ""), relation.get("Type", "")
        if relation.get("TargetMode", "Internal") == "Internal" and target:
            whole = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[relation.get("Id", "")] = (kind.rpartition("/")[2], whole)
    return found
