"""One address → one file in the folder: ask for it, receive it, name it."""

from __future__ import annotations

from dataclasses import replace
from hashlib import file_digest
from http import HTTPStatus
from pathlib import Path

import httpcore
import httpx

from ..errors import FetchError
from .manifest import Entry
from .names import file_name, of_address, of_header
from .session import NETWORK, Later, Session, answer, failure
from .targets import Target

MAX_BYTES = 200_000_000
"""Of one file."""


def download(session: Session, target: Target, known: Entry) -> tuple[str, Entry]:
    """Get a file: `new`, `changed` or `unchanged`, and what is known of it now. FetchError, Later, OSError."""
    part = session.folder / f".{target.key}.part"
    have = part.stat().st_size if known.status == "partial" and known.version and part.exists() else 0
    session.door.open()
    session.client.cookies.clear()
    with answer(session, target.url, _conditions(known, have)) as (got, url):
        status = got.status_code
        if status == 304 and known.status == "done":
            return "unchanged", known
        told = _told(known, target, got)
        goes_on = status == 206 and told.version == known.version and _begins_at(got, have)
        if have and (status in (304, 416) or (status == 206 and not goes_on)):
            part.unlink()
            raise Later("the server cannot go on where it stopped")
        if status != 200 and not (have and goes_on):
            raise FetchError(f"{status} {_phrase(status)}".strip())
        if told.version and known.status != "done":
            session.manifest.add(replace(told, status="partial"))
        _receive(session, got, part, have if goes_on else 0)
        wishes = [target.name, of_header(got.headers.get("content-disposition", ""))]
        content_type = got.headers.get("content-type", "")
    return _keep(session, known, told, part, content_type, [*wishes, of_address(target.url), of_address(url)])


def _conditions(known: Entry, have: int) -> dict[str, str]:
    """The headers that ask for the rest of a file, or for a file only if it has changed."""
    if have:
        return {"Range": f"bytes={have}-", "If-Range": known.version}
    if known.status == "done":
        asked = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        return {name: value for name, value in asked.items() if value}
    return {}


def _begins_at(got: httpx.Response, have: int) -> bool:
    return bool(got.headers.get("content-range", "").startswith(f"bytes {have}-"))


def _told(known: Entry, target: Target, got: httpx.Response) -> Entry:
    """What the head of an answer tells. One that is packed cannot be gone on with: its bytes are not the file's."""
    packed = got.headers.get("content-encoding", "identity").lower() not in ("identity", "")
    etag, modified = ("" if packed else got.headers.get(name, "")[:500] for name in ("etag", "last-modified"))
    return Entry(target.key, target.shown, known.status, known.file, etag, modified)


def _receive(session: Session, got: httpx.Response, part: Path, have: int) -> None:
    """Write the body of an answer behind the bytes that are there already."""
    length = got.headers.get("content-length", "")
    if length.isdecimal() and have + int(length[:20]) > MAX_BYTES:
        raise FetchError(_too_large())
    with part.open("ab" if have else "wb") as file:
        try:
            for chunk in got.iter_bytes():
                file.write(chunk)
                have += len(chunk)
                if have > MAX_BYTES:
                    break
                if session.door.left() <= 0:
                    raise httpcore.ReadTimeout
        except NETWORK as error:
            if session.door.left() <= 0:
                raise
            raise Later(f"broke off after {have:,} bytes: {failure(session, error)}") from None
    if have > MAX_BYTES:
        part.unlink()
        raise FetchError(_too_large())


def _keep(
    session: Session, known: Entry, told: Entry, part: Path, content_type: str, wishes: list[str]
) -> tuple[str, Entry]:
    """Give what was received its name. FetchError when it is nothing that can be read."""
    with part.open("rb") as file:
        digest, size = file_digest(file, "sha256").hexdigest(), file.tell()
        file.seek(0)
        head = file.read(1024)
    try:
        if not head.strip():
            raise FetchError("is empty")
        name = file_name(
            head, content_type, wishes, lambda name: session.names.get(name.casefold(), told.key) == told.key
        )
    except FetchError:
        part.unlink()
        raise
    if known.file and Path(known.file).suffix == Path(name).suffix:
        name = known.file
    entry = replace(told, status="done", file=name, sha256=digest, size=size)
    part.replace(session.folder / name)
    session.names[name.casefold()] = told.key
    session.manifest.add(entry)
    if known.status != "done":
        return "new", entry
    return "unchanged" if known.sha256 == digest else "changed", entry


def _too_large() -> str:
    return f"larger than the limit of {MAX_BYTES // 1_000_000} MB"


def _phrase(status: int) -> str:
    return next((known.phrase for known in HTTPStatus if known == status), "")
