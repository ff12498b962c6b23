"""Which files are read, by their ending, how large they may be, and who reads them: a format is one row here.

A reader takes a file's bytes and a name for its messages, gives the text of each page in reading order (or a `Page`, if
it knows where the words stand), and raises UnreadableError of one line. It is imported when the first file of its kind
is read. A reader executes, follows and fetches nothing that a file names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from ..errors import UnreadableError
from .places import Page


class Form(NamedTuple):
    """A format: the limit of its size, and the function that reads it as `module:name` in this room."""

    max_bytes: int
    reader: str

    def pages(self, data: bytes, name: str) -> list[Page]:
        """The text of each page; `name` is for the messages. UnreadableError."""
        module, function = self.reader.split(":")
        read: Callable[[bytes, str], Sequence[str | Page]] = getattr(import_module(f".{module}", __package__), function)
        return [Page(page) if isinstance(page, str) else page for page in read(data, name)]


MAX_BYTES = 50_000_000
MAX_TEXT_BYTES = 20_000_000
"""For .txt and .md; thousands of times the longest minutes seen."""

FORMS = {
    ".txt": Form(MAX_TEXT_BYTES, "plain_text:text_pages"),
    ".md": Form(MAX_TEXT_BYTES, "plain_text:text_pages"),
    ".pdf": Form(MAX_BYTES, "pdf:pdf_pages"),
    ".docx": Form(MAX_BYTES, "office:office_pages"),
    ".doc": Form(MAX_BYTES, "office:office_pages"),
    ".odt": Form(MAX_BYTES, "office:office_pages"),
    ".rtf": Form(MAX_BYTES, "office:office_pages"),
    ".html": Form(MAX_TEXT_BYTES, "html:html_pages"),
    ".htm": Form(MAX_TEXT_BYTES, "html:html_pages"),
}
ENDINGS = tuple(FORMS)


def form_of(path: Path) -> Form:
    """The format that a file's ending tells. UnreadableError for an ending that nobody reads."""
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise UnreadableError(f"{shown(path)}: unknown ending; protokollgraf reads {', '.join(ENDINGS)}")
    return form


def shown(path: Path) -> str:
    """The path for a message: one line, whatever the name holds."""
    return "".join(char if char.isprintable() else "?" for char in str(path))
