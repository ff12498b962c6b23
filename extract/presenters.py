"""Who informs, presents or reports on an item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .agenda import Point
from .evidence import evidence
from .facts import Presenter
from .layout import Layout, Section
from .lines import Block
from .names import Name
from .people import People
from .sentences import sentences

BY = re.compile(
    r"\b(?:information(?:en)?|föredragning(?:en)?|redovisning|presentation(?:en)?|dragning|rapport|"
    r"återrapportering|redogörelse|genomgång(?:en)?)(?: i ärendet)?(?: (?:om|kring|"
    r"gällande) [^.]{3,120}?)? (?:(?:lämnas|ges|görs|hålls|lämnades|gavs|sker) )?av\b|"
    r"\b(?:föredras|föredrogs|presenteras|presenterades|redovisas|redovisades) (?:\w+ )?av\b|"
    r"\b(?:föredragande|rapportör|informant(?:er)?)\s*:?",
    re.I,
)
DOES = re.compile(
    r"\b(?:(?:åter)?rapporterar|(?:åter)?rapporterade|informerar|informerade|redogör|redogjorde|presenterar|"
    r"presenterade|föredrar|föredrog|redovisar|redovisade|berättar|berättade|orienterar|orienterade|"
    r"(?:ger|gav) (?:en )?(?:\w+ )?(?:information|genomgång|presentation|redogörelse|lägesrapport|lägesbild|"
    r"rapport|återkoppling|uppdatering|dragning)|(?:lämnar|lämnade) (?:en )?(?:\w+ )?(?:information|rapport|"
    r"lägesrapport|redogörelse|redovisning)|"
    r"delger|delgav|(?:håller|höll) (?:en |ett )?(?:föredragning|dragning|presentation|inlägg om)|"
    r"går igenom|gick igenom|inleder och informerar|beskriver ärendet|beskrev ärendet|"
    r"läste (?:upp )?(?:verksamhets|revisions)berättelsen|"
    r"svarar på frågor|svarade på frågor|visar|visade)\b",
    re.I,
)
AGENDA_ONLY = re.compile(r"(?:utsänd |dagens )?(?:dagordning|föredragningslista)", re.I)


def presenters(page: Layout, section: Section, point: Point | None, people: People) -> Iterator[Presenter]:
    """The presenters of an item, each once: said in its text, below a heading, or in the agenda that was sent out."""
    seen: set[str] = set()
    for name, words in [*in_text(section, people), *from_agenda(point, people)]:
        if name.text not in seen:
            seen.add(name.text)
            yield Presenter(section.item, name.text, evidence(page, words.start, words.end, "presenters"))


def in_text(section: Section, people: People) -> Iterator[tuple[Name, Block]]:
    """Presenters with the sentence that says so."""
    for part in section.parts:
        if part.kind in (
            "procedure",
            "documents",
            "history",
            "distribution",
            "decision",
            "vote",
            "reservation",
            "statement",
            "recusal",
        ):
            continue
        for i, block in enumerate(part.blocks):
            if part.kind == "presenter" and (i == 0 or people.within(block.start, block.start + 3)):
                for name in people.inside(block):
                    yield name, block
                continue
            for sentence in sentences(block):
                yield from ((name, sentence) for name in of_sentence(sentence, people))


def of_sentence(sentence: Block, people: People) -> list[Name]:
    """The people that a sentence says present something."""
    text = sentence.text
    match = BY.search(text)
    if match:
        begin = sentence.start + match.end()
        names = people.within(begin, sentence.end)
        if names and names[0].start - begin < 60:
            stop = next(
                (m.start() for m in re.finditer(r"\b(?:som|om|kring|gällande|angående|när)\b", text[match.end() :])),
                len(text),
            )
            return [n for n in names if n.start < begin + max(stop, names[0].end - begin)]
        return []
    match = DOES.search(text)
    if not match or AGENDA_ONLY.search(text[match.end() : match.end() + 40]):
        return []
    before = sentence.clip(text.rfind(";", 0, match.start()) + 1, match.start())
    if (
        re.search(
            r"\b(?:att|som|om|när|där|vilket|har|hade|till|från (?:den|mötet))\b", re.sub(r"\(.*?\)", "", before.text)
        )
        or len(before.text) > 240
    ):
        return []
    names = people.holders(before) if match.start() else []
    if re.match(r"\s*(?:för )?(?:föreliggande |framlagda |inkomna )?(?:yrkande|proposition)", text[match.end() :]):
        return []
    if re.match(r"ordförande", before.text, re.I) and re.match(r"\s*(?:\w+ )?förslag", text[match.end() :]):
        return []
    if (
        re.match(r"ordföranden?\b", before.text, re.I)
        and not people.inside(before)
        and not DOES.match("rapporterar" if "rapport" in match[0] else match[0])
    ):
        return []
    if not names and match.start() < 40:
        behind = people.within(sentence.start + match.end(), sentence.start + match.end() + 4)
        return behind[:1]
    return names


def from_agenda(point: Point | None, people: People) -> Iterator[tuple[Name, Block]]:
    """Presenters that the agenda names."""
    for block in point.presented if point else ():
        for name in people.inside(block):
            yield name, block
