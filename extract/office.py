"""Word's .doc and .docx, OpenDocument's .odt, and .rtf: told by what is in the file, whatever it is called.

What is no .docx is turned into one by LibreOffice, if that is installed: in a folder of its own, with a profile of its
own in which macros, links and the network are off, within limits of time and size, and killed with all that it started.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from ..errors import UnreadableError
from .docx import docx_pages
from .html import html_pages
from .ooxml import opened, unpacked

SECONDS = 120
MAX_WRITTEN = 200_000_000
"""Bytes of each file that LibreOffice may write."""
MAX_MEMORY = 4_000_000_000
"""Bytes of memory that each of its processes may ask for; it takes half a billion for common minutes."""

_INSTALL = "install LibreOffice (Debian and Ubuntu: apt install libreoffice-writer-nogui) or save it as .docx or PDF"
_FILTERS = {"doc": "MS Word 97", "odt": "writer8", "rtf": "Rich Text Format"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF-", "a PDF; name it .pdf"),
    (b"MIME-Version:", "a web archive; open it in Word and save it as .docx"),
    (b"\x89PNG", "a picture; it needs OCR first"),
    (b"\xff\xd8\xff", "a picture; it needs OCR first"),
)
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Common/Misc", "UseLocking", "false"),
    # Nobody listens there: what would ask the network all the same gets no answer.
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    *(
        ("org.openoffice.Inet/Settings", f"ooInet{kind}Proxy{what}", value)
        for kind in ("HTTP", "HTTPS", "FTP")
        for what, value in (("Name", "127.0.0.1"), ("Port", "9"))
    ),
)
"""Names and values as in LibreOffice's registry; Writer reads 0 as never."""


def office_pages(data: bytes, name: str) -> list[str]:
    """The text of each page. UnreadableError: broken, encrypted, something else, LibreOffice missing."""
    kind = _kind(data, name)
    if kind == "html":
        return html_pages(data, name)
    return docx_pages(data if kind == "docx" else _converted(data, kind, name), name)


def _kind(data: bytes, name: str) -> str:
    """`docx`, `doc`, `odt`, `rtf` or `html`. UnreadableError for anything else."""
    for signature, what in _OTHERS:
        if data.startswith(signature):
            raise UnreadableError(f"{name}: is no Word document but {what}")
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(b"PK"):
        return _zipped(data, name)
    if data.startswith(_OLE):
        return _ole(data, name)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<meta", b"<body")):
        return "html"  # document systems and Word itself give web pages the ending .doc
    raise UnreadableError(
        f"{name}: is no Word, OpenDocument or RTF file in spite of its name; save it as .docx or PDF, "
        "or name it .txt if it is plain text"
    )


def _zipped(data: bytes, name: str) -> str:
    package = opened(data, name)
    names = set(package.archive.namelist())
    if "content.xml" in names:
        if b"encryption-data" in (unpacked(package, "META-INF/manifest.xml") or b""):
            raise UnreadableError(f"{name}: is encrypted; save a copy without a password and read that")
        for path in ("content.xml", "styles.xml"):
            unpacked(package, path)  # within the limits, or LibreOffice does not get it
        return "odt"
    for folder, what in (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation")):
        if any(one.startswith(folder) for one in names):
            raise UnreadableError(f"{name}: is no Word document but {what}; save it as PDF")
    if "[Content_Types].xml" not in names:
        raise UnreadableError(f"{name}: is no Word document but a ZIP of other files; unpack it first")
    return "docx"


def _ole(data: bytes, name: str) -> str:
    """An old Office file. The names of its streams are in UTF-16; the head of Word's own stream tells encryption."""
    encrypted = "EncryptedPackage".encode("utf-16-le") in data
    for at in range(512, len(data) - 12, 512):
        if data[at : at + 2] == b"\xec\xa5":
            encrypted = encrypted or bool(data[at + 11] & 1)
            break
    if encrypted:
        raise UnreadableError(f"{name}: is encrypted; save a copy without a password and read that")
    if "WordDocument".encode("utf-16-le") not in data:
        raise UnreadableError(f"{name}: is an old Office file, but no Word document; save it as .docx or PDF")
    return "doc"


def _converted(data: bytes, kind: str, name: str) -> bytes:
    """The document as .docx, by LibreOffice."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise UnreadableError(f"{name}: a .{kind} is read through LibreOffice, which is not installed; {_INSTALL}")
    with tempfile.TemporaryDirectory(prefix="protokollgraf-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        (home / "profile" / "user").mkdir(parents=True)
        (home / "profile" / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
        source, target = home / f"in.{kind}", home / "out" / "in.docx"
        source.write_bytes(data)
        said = _run(
            [program, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless", "--norestore",
             "--nolockcheck", "--nodefault", "--nologo", f"--infilter={_FILTERS[kind]}", "--convert-to", "docx",
             "--outdir", str(target.parent), str(source)], home, name,
        )  # fmt: skip
        if not target.is_file():
            why = " ".join(said.split())[-200:] or "it says nothing"
            raise UnreadableError(
                f"{name}: LibreOffice cannot read it ({why}); it may be broken: open it and save it as .docx or PDF"
            )
        return target.read_bytes()


def _run(command: list[str], home: Path, name: str) -> str:
    """Run LibreOffice to its end; what it said. UnreadableError when it takes too long, or does not start."""
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if key in os.environ}
    environment = kept | {"HOME": str(home), "TMPDIR": str(home), "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    try:
        process = subprocess.Popen(
            command, cwd=home, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise UnreadableError(f"{name}: LibreOffice does not start ({error.strerror}); {_INSTALL}") from None
    _limit(process.pid)
    try:
        _, said = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise UnreadableError(
            f"{name}: LibreOffice took more than {SECONDS} seconds; open it and save it as .docx or PDF"
        ) from None
    finally:
        _kill(process)
    return re.sub(r"Warning: failed to launch javaldx.*", "", said.decode("utf-8", "replace"))


def _limit(pid: int) -> None:
    """Bound what a process and its children may write and the memory they take, where the system can."""
    if sys.platform == "linux":
        import resource

        try:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (MAX_WRITTEN, MAX_WRITTEN))
            resource.prlimit(pid, resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        except OSError:
            return  # it has ended already


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started, and wait for it."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except ProcessLookupError:
        pass  # all have ended
    process.communicate()


def _registry() -> str:
    """LibreOffice's settings as it reads them from a profile."""
    items = "\n".join(
        f'<item oor:path="/{path}"><prop oor:name="{key}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, key, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        f"{items}\n</oor:items>\n"
    )
