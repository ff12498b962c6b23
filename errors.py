"""The named errors of protokollgraf. Each message says what is wrong, where, and what to do about it.

The library raises them; only the command line turns them into one line on the screen.
"""

from __future__ import annotations


class ProtokollgrafError(Exception):
    """Something that a user can understand and mend; the message is one line."""


class UnreadableError(ProtokollgrafError):
    """A file cannot be read as text: broken, encrypted, binary, too large, or without a text layer."""


class NotMinutesError(ProtokollgrafError):
    """A file could be read, but it holds no minutes."""


class GraphError(ProtokollgrafError):
    """A graph folder is missing, is not one, or is in use by another process."""


class QueryError(ProtokollgrafError):
    """A query is unknown, malformed, or lacks a parameter."""


class ExportError(ProtokollgrafError):
    """An export is asked for in a format that is not known."""


class FetchError(ProtokollgrafError):
    """Something cannot be downloaded, or a list of addresses cannot be used."""
