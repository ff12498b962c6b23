"""Text as a literal that every format of RDF can hold."""

from __future__ import annotations

import re

from pyoxigraph import Literal

# XML (and so RDF/XML) keeps none of these, UTF-8 has no surrogates. Replaced one for one, so that offsets stay true.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


def literal(text: str) -> Literal:
    """A plain literal."""
    return Literal(writable(text))


def writable(text: str) -> str:
    """The text with what RDF cannot hold replaced, character for character."""
    return _UNWRITABLE.sub(lambda found: " " if found[0] in "\v\f\r" else "\ufffd", text)
