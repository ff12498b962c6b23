"""The spaCy pipeline: every step, registered in order, in this one place.

A step is a function Doc → Doc that says what it needs and what it adds. What steps share stands on the Doc:
`doc._.layout` (where things stand), `doc._.fields` (the title page), `doc._.agenda`, `doc._.blocks` (the
paragraphs of the
items), `doc._.people`, `doc._.organisations`, `doc._.meeting`, `doc._.own` (what the text calls the meeting's body) and
`doc._.facts`. People and organisations stand as span groups too: `doc.spans["people"]`, `doc.spans["organisations"]`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ..errors import NotMinutesError
from .document_steps import (
    attendance_step,
    layout_step,
    meeting_step,
    organisations_step,
    people_step,
    title_page_step,
)
from .facts import Minutes, Reading
from .item_steps import (
    affiliations_step,
    decisions_step,
    items_step,
    mentions_step,
    motions_step,
    references_step,
    reservations_step,
    votes_step,
)

STEPS: tuple[tuple[str, Callable[[Doc], Doc], list[str], list[str]], ...] = (
    # name, step, requires, assigns
    ("layout", layout_step, [], ["doc._.layout", "doc._.facts"]),
    ("title_page", title_page_step, ["doc._.layout"], ["doc._.fields", "doc._.agenda", "doc._.blocks"]),
    ("people", people_step, ["doc._.fields", "doc._.blocks"], ["doc._.people", "doc.spans"]),
    ("organisations", organisations_step, ["doc._.blocks"], ["doc._.organisations", "doc.spans"]),
    ("meeting", meeting_step, ["doc._.fields", "doc._.organisations"], ["doc._.meeting", "doc._.own"]),
    ("attendance", attendance_step, ["doc._.fields", "doc._.people", "doc._.meeting"], ["doc._.facts"]),
    ("items", items_step, ["doc._.layout", "doc._.people", "doc._.agenda"], ["doc._.facts"]),
    ("decisions", decisions_step, ["doc._.layout", "doc._.people", "doc._.own"], ["doc._.facts"]),
    ("motions", motions_step, ["doc._.layout", "doc._.people"], ["doc._.facts"]),
    ("votes", votes_step, ["doc._.layout", "doc._.people", "doc._.facts"], ["doc._.facts"]),
    ("reservations", reservations_step, ["doc._.layout", "doc._.people"], ["doc._.facts"]),
    ("references", references_step, ["doc._.layout", "doc._.agenda", "doc._.meeting"], ["doc._.facts"]),
    ("affiliations", affiliations_step, ["doc._.people", "doc._.organisations", "doc._.facts"], ["doc._.facts"]),
    ("mentions", mentions_step, ["doc._.people", "doc._.organisations", "doc._.facts"], ["doc._.facts"]),
)
ATTRIBUTES = ("reading", "layout", "fields", "agenda", "blocks", "people", "organisations", "meeting", "own", "facts")

for attribute in ATTRIBUTES:
    if not Doc.has_extension(attribute):
        Doc.set_extension(attribute, default=None)
for name, step, requires, assigns in STEPS:
    Language.component(f"protokollgraf_{name}", func=step, requires=requires, assigns=assigns)


@cache
def pipeline() -> Language:
    """The pipeline on `spacy.blank("sv")`, made once for each process."""
    nlp = spacy.blank("sv")
    nlp.max_length = 60_000_000  # the default guards parsers, and there is none here; `read` limits a file's length
    for name, *_ in STEPS:
        nlp.add_pipe(f"protokollgraf_{name}", name=name)
    return nlp


def extract(reading: Reading) -> Minutes:
    """Everything that a document says, in the order of the steps.

    Raises `NotMinutesError` when the text is no minutes: no paragraf and nobody present, or none of their words.
    """
    doc = blank(reading)
    for _, step in pipeline().pipeline:
        doc = step(doc)
    return Minutes(reading, tuple(doc._.facts))


def annotated(reading: Reading) -> tuple[Doc, str]:
    """The Doc as all the steps leave it, for `diagnose`, and why the text is no minutes (empty where it is).

    A text without a printed line gets the layout alone.
    """
    doc, refused = blank(reading), ""
    for _, step in pipeline().pipeline:
        try:
            doc = step(doc)
        except NotMinutesError as error:  # raised by the first step when all is laid out: the others can go on
            refused = str(error)
            if not doc._.layout.lines:
                break
    return doc, refused


def blank(reading: Reading) -> Doc:
    """The Doc of a text before the first step."""
    doc = pipeline().make_doc(reading.text)
    doc._.reading = reading
    return doc
