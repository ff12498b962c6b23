"""What a downloaded file is called: by the list, by the server, or by its address; safe, and with the right ending."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from email.message import Message
from email.utils import collapse_rfc2231_value
from itertools import count
from pathlib import PurePosixPath
from urllib.parse import unquote_to_bytes

import httpx

from ..errors import FetchError
from ..extract.archive import ZIP
from ..extract.formats import ENDINGS

READ = (*ENDINGS, ZIP)
"""The endings that `build` reads."""
MAX_STEM = 120
"""Characters of a name without its ending; in UTF-8 they take at most 240 bytes."""

_ZIPPED = (".docx", ".odt", ZIP)
_KINDS: tuple[tuple[bytes, str, tuple[str, ...]], ...] = (
    # how a file begins, what that is, and the endings that such a file may have
    (b"%PDF-", "a PDF", (".pdf",)),
    (b"PK\x03\x04", "a zip or an office document", _ZIPPED),
    (b"PK\x05\x06", "an empty zip", (ZIP,)),
    (b"\xd0\xcf\x11\xe0", "an old office document", (".doc",)),
    (b"{\\rtf", "an RTF file", (".rtf",)),
    (b"\x89PNG", "a picture", (".png",)),
    (b"\xff\xd8\xff", "a picture", (".jpg", ".jpeg")),
    (b"II*\0", "a picture", (".tif", ".tiff")),
    (b"MM\0*", "a picture", (".tif", ".tiff")),
    (b"GIF8", "a picture", (".gif",)),
    (b"\x1f\x8b", "a compressed file", (".gz",)),
)
_PAGES = (".html", ".htm", ".xhtml")
_TEXTS = (".txt", ".md")
_TYPES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/zip": ZIP,
    "text/markdown": ".md",
}
"""For what its first bytes do not tell apart."""
_SCRIPTS = (".ashx", ".asp", ".aspx", ".axd", ".cgi", ".jsp", ".php")
"""Endings that say how a server makes its answer, not what the answer is."""
_KNOWN = {*READ, *_PAGES, *_TEXTS, *(ending for kind in _KINDS for ending in kind[2])}
_HTML = re.compile(rb"<(?:!doctype html|html|head|body)\b", re.I)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.I)


def file_name(head: bytes, content_type: str, wishes: Iterable[str], free: Callable[[str], bool]) -> str:
    """The name of a file that begins with `head`: the first wish that is one, made safe, with the right ending.

    `free` tells whether a name is no other file's. FetchError when the file is of a kind that `build` does not read, or
    a web page or a text where the name says something else.
    """
    known = [wish for wish in map(safe, wishes) if wish] or ["document"]
    ending = ending_of(head, content_type, [PurePosixPath(wish).suffix.lower() for wish in known])
    stem = known[0]
    while (old := PurePosixPath(stem).suffix) and old.lower() in (*_KNOWN, *_SCRIPTS):
        stem = stem.removesuffix(old)
    names = (f"{stem}{'' if number == 1 else f'-{number}'}{ending}" for number in count(1))
    return next(filter(free, names))


def ending_of(head: bytes, content_type: str, wanted: Sequence[str]) -> str:
    """The ending of a file, by its first bytes and, where they do not tell, by what is wanted and the server's word."""
    what, endings = _kind(head, content_type)
    asked = next((ending for ending in wanted if ending in _KNOWN), "")
    if endings in (_PAGES, _TEXTS, ()) and asked and asked not in endings:  # an error in the guise of a file
        raise FetchError(f"is {what} and no {asked}: perhaps an error or a login; open it in a browser")
    read = [ending for ending in endings if ending in READ]
    if not read:
        raise FetchError(f"is {what}, which is not read; protokollgraf reads {', '.join(READ)}")
    inner = ".docx" if b"[Content_Types].xml" in head or b"word/" in head else ZIP
    inner = ".odt" if b"opendocument.text" in head else inner
    told = _TYPES.get(content_type.partition(";")[0].strip().lower(), "")
    return next((ending for ending in (asked, told, inner) if ending in read), read[0])


def _kind(head: bytes, content_type: str) -> tuple[str, tuple[str, ...]]:
    for start, what, endings in _KINDS:
        if head.startswith(start) or (endings == (".pdf",) and start in head):
            return what, endings
    if _HTML.search(head) or ("html" in content_type and b"<" in head):
        return "a web page", _PAGES
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "a binary file", ()
    return "a text", _TEXTS


def of_address(url: httpx.URL) -> str:
    """The last part of an address's path, decoded."""
    data = unquote_to_bytes(url.raw_path.partition(b"?")[0].rpartition(b"/")[2])
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def of_header(disposition: str) -> str:
    """The file's name in a Content-Disposition header; empty when there is none."""
    message = Message()
    try:
        message["Content-Disposition"] = disposition
        found = [value for name, value in message.get_params([], "Content-Disposition") if name == "filename"]
        encoded = [value for value in found if isinstance(value, tuple)]  # filename*=UTF-8''… is the better one
        name = collapse_rfc2231_value([*encoded, *found][0]) if found else ""
    except (ValueError, LookupError, TypeError):  # made to do harm
        return ""
    return re.split(r"[/\\]", name)[-1]  # some send the path of the file on their disk


def safe(name: str) -> str:
    """A name that any file system takes, in one folder: it leads nowhere, hides nothing, and is not too long."""
    name = unicodedata.normalize("NFC", "".join(char if char.isprintable() else " " for char in name))
    parts = [part.strip(" .") for part in re.split(r"[/\\]", name)]
    name = re.sub(r'[<>:"|?*\ufffd]+', "_", "-".join(part for part in parts if part))
    name = " ".join(name.split()).lstrip("-._ ")
    stem, ending = PurePosixPath(name).stem, PurePosixPath(name).suffix
    if len(ending) > 6:
        stem, ending = name, ""
    stem = stem[:MAX_STEM].encode()[: 2 * MAX_STEM].decode(errors="ignore").rstrip(" .")
    return f"_{stem}{ending}" if _RESERVED.fullmatch(stem) else stem + ending
