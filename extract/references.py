"""References to something outside the item: laws, inquiries, bills, cases, earlier and coming meetings, documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .agenda import Point
from .dates import dates_in
from .evidence import evidence
from .facts import Reference
from .headings import OF_A_DAY
from .layout import Layout, Section
from .lines import Block, plain
from .sentences import sentences

DIGIT = re.compile(r"\d")
SOU = re.compile(r"\bSOU\s*((?:19|20)\d\d)\s?:?\s?(\d{1,3})\b")
SFS = re.compile(
    r"(?:\bSFS\s*|\b(?:lag(?:en|ens)?|förordning(?:en)?|balken?|föreskrift(?:en|er)?|lag \(|"
    r"kungörelse(?:n)?)\s*\(\s*|\()((?:19[2-9]|20[0-4])\d:\d{1,4})\b(?=\)|\s|,|\.)",
    re.I,
)
BILL = re.compile(
    r"\b(prop(?:osition(?:en)?)?|bet|betänkande|rskr)\.?\s*((?:19|20)\d\d(?:/\d\d)?:[A-ZÅÄÖa-z]*\d+)", re.I
)
CASE_WORD = re.compile(
    r"\b(?:ärendenummer|ärendenr|diarienummer|diarienr|dnr)\.?:?\s*((?:[A-ZÅÄÖ]{1,6}[ -])?[\w./:–-]*\d[\w./:-]*)", re.I
)
PAST_ITEM = re.compile(r"§ ?(\d{1,4})/([0-3]?\d)\.([01]?\d)\.((?:19|20)\d\d)\b")
"""How Åland and Finland print where a matter was before: `Kst § 12/31.10.2030`."""
COURT_CASE = re.compile(r"\bmål(?:nummer| nr\.?)?:? ((?:[A-ZÅÄÖ]{1,3} )?\d{1,6}-\d\d)\b")
CASE_CODE = re.compile(
    r"(?<![\w/:])(?:(?!SOU|SFS|DS|EU|ISO|HD)[A-ZÅÄÖ]{2,4}-[A-ZÅÄÖ]{2,4}\d\d-\d{3,5}|(?!SOU|SFS|DS|EU|"
    r"ISO|HD)[A-ZÅÄÖ]{2,4}[ .](?:19|20)\d\d[/:.-]\d{1,6}(?!-\d\d\b)|"
    r"[A-ZÅÄÖ]{2,6} \d{1,2}(?:\.\d{1,2})+-\d{3,6}/(?:19|20)\d\d|"
    r"[A-ZÅÄÖ][a-zåäö]?[A-Za-zåäö]?(?:19|20)\d\d/\d{3,6})(?![\w:/])"
)
PARAGRAPH = re.compile(r"^\s*[,(]?\s*(?:i\s+)?(?:\w+\s+)?(?:§{1,2}\s*(\d+)|(\d+)\s*§)")
BEFORE = re.compile(r"§\s*(\d+)\s*[,/]?\s*(?:den\s+|av\s+den\s+|\()?$")
MEETS = re.compile(
    r"(?:sammanträdet?|sammanträden|möte(?:t)?|styrelsemöte(?:t)?|årsstämma(?:n)?|fullmäktige|"
    r"bolagsstämma(?:n)?|protokoll(?:et|sutdrag)?(?: från [\wåäöÅÄÖ –-]{3,50})?|"
    r"samråd(?:et)?(?: hölls)?|\b(?:dom|beslut)(?:en|et)?(?: (?:från|av) [\wåäöÅÄÖ –-]{3,60})?|anteckningar(?:na)?|"
    r"beslutade|behandla\w+ (?:[a-zåäö]+ ){1,3}|beslutat|beslut(?:et)?|bordlagt|återremitterat|"
    r"återremitterades|bordlades|bordlägg\w+(?: ärendet)?|besvaras|skjuts? upp(?: ärendet)?|"
    r"(?:nämnd|styrels|utskott|beredning|fullmäktige|direktion)\w*"
    r"(?: har|s (?:beslut|uppdrag|protokoll|sammanträde))?|uppdrag|(?:protokoll|"
    r"beslut)sutdrag)\s*,?\s*(?:från |av |på |vid |daterat |fattat |till |digitalt )?(?:den |(?:mån|"
    r"tis|ons|tors|fre)dag(?:en)? )*(?:den )?$",
    re.I,
)
SINGLE = re.compile(r"^(?:\W*(?:handling(?:ar)?|bilag(?:a|or)|underlag|beslutsunderlag)\s*:\s*)", re.I)
NEXT_DOCUMENT = re.compile(
    r", +(?=(?:Missiv|Förslag|Tjänste\w+|Protokoll\w*|"
    r"MBL\b|(?:[A-ZÅÄÖ]\w+-)?[Pp]rotokoll\b|Remiss|Rapport|Yttrande|Skrivelse|Bilaga|PM|Minnesanteckningar|"
    r"Sammanställning|Ansökan|Karta|Beslut|Reglemente|Delårsrapport|Årsredovisning|Motion|Granskning\w*|Budget\w*|"
    r"Underlag|Presentation|Revision\w*|Slutrapport|Avtal|Plan)\b)"
)
LISTED = re.compile(r", +(?=(?:PM|[A-ZÅÄÖ][a-zåäö]{2})[\w-]*(?: |$))")
LETTERED = re.compile(r"Bilaga (?:[A-ZÅÄÖ]|\d{1,2})\b(?: ?[-–] ?[^:]{2,30}| [A-Z]{0,3}\d{1,4})?: (\S.{3,150})")
"""An annex of the item on a line of its own: `Bilaga A - Kst § 12: Budgetförslag`."""
NARRATIVE = re.compile(
    r"^.{25,}\b(?:har|är|var|hade|informerar|redogör|föredrar|beslutade|beslutar|granskat|framgår|"
    r"innebär|redovisar|hänvisar|ska|"
    r"uppgår|lämnar|anser|tar upp|finns)\b.*\.$",
    re.S,
)
MOVED = re.compile(r"[^.:]{3,160}\([A-Za-zÅÄÖåäö-]{1,6}\) yrka(?:r|de) |Ordföranden (?:ställer|finner|frågar) ")
"""What stands below a list of documents without a heading of its own."""
NOT_DOCUMENT = re.compile(
    r"^\W*(?:-|inga?|saknas|utgår|muntlig\w*|se \w+|finns|(?:till )?sidans topp|tillbaka till toppen|"
    r"beslutsärende|informationsärende|information av.*)\W*$",
    re.I,
)


def references(page: Layout, section: Section, point: Point | None, date: str) -> Iterator[Reference]:
    """The references of an item, each once, in the order of the text; `point` is its point of the agenda that was
    sent out.

    `date` is the meeting's: it gives the year to a date printed without one, and is itself no reference.
    """
    seen: set[tuple[str, str]] = set()
    for found in [*of_head(page, section), *of_text(page, section, date), *documents(page, section, point)]:
        if (found.kind, found.value.casefold()) not in seen:
            seen.add((found.kind, found.value.casefold()))
            yield found


def of_head(page: Layout, section: Section) -> Iterator[Reference]:
    """The diarienummer of the item's head."""
    for case in section.cases:
        yield Reference(section.item, "case", plain(case.text), evidence(page, case.start, case.end, "references"))


def of_text(page: Layout, section: Section, date: str) -> Iterator[Reference]:
    """Laws, inquiries, bills, cases and decisions named in the title and the text."""
    title = [section.title] if section.title else []
    dated = [p.heading for p in section.parts if p.heading and p.kind == "proposal" and OF_A_DAY.search(p.heading.text)]
    for block in [*title, *dated, *section.blocks()]:
        if not DIGIT.search(block.text):
            continue
        yield from numbered(page, section.item, block)
        for sentence in sentences(block):
            yield from meetings(page, section, sentence, date)


def numbered(page: Layout, item: str, block: Block) -> Iterator[Reference]:
    """What carries a number of its own: SOU, SFS, prop., bet., rskr., Dnr."""
    for m in SOU.finditer(block.text):
        yield reference(page, item, "sou", f"SOU {m[1]}:{m[2]}", block, m)
    for m in SFS.finditer(block.text):
        if not block.text[: m.start()].rstrip().endswith("SOU"):
            yield reference(page, item, "sfs", f"SFS {m[1]}", block, m)
    for m in BILL.finditer(block.text):
        word = {"p": "prop.", "b": "bet.", "r": "rskr."}[m[1][0].casefold()]
        yield reference(page, item, "bill", f"{word} {m[2]}", block, m)
    for m in CASE_CODE.finditer(block.text):
        yield reference(page, item, "case", m[0], block, m)
    for m in PAST_ITEM.finditer(block.text) if "§" in block.text else ():
        value = f"{m[4]}-{int(m[3]):02}-{int(m[2]):02} § {m[1]}"
        yield reference(page, item, "decision", value, block, m)
    for m in COURT_CASE.finditer(block.text) if "mål" in block.text else ():
        yield reference(page, item, "case", m[1], block, m)
    for m in CASE_WORD.finditer(block.text):
        yield reference(page, item, "case", m[1].rstrip(".,;:"), block, m)


def reference(page: Layout, item: str, kind: str, value: str, block: Block, m: re.Match[str]) -> Reference:
    """A reference with the words of a match as its evidence."""
    return Reference(item, kind, value, evidence(page, block.start + m.start(), block.start + m.end(), "references"))


def meetings(page: Layout, section: Section, sentence: Block, date: str) -> Iterator[Reference]:
    """Decisions and meetings on another day: a date with its §, or a date right behind a word for a meeting or a
    decision.
    """
    text = sentence.text
    listed = bool(re.match(r"\W*(?:bordlagt|återremitterat|behandlat|tidigare behandlat)\b", text, re.I))
    for found in dates_in(text, date[:4]):
        if found.iso == date:
            continue
        behind, before = text[found.end :], text[: found.start]
        paragraph = PARAGRAPH.match(behind)
        number = paragraph[1] or paragraph[2] if paragraph else ""
        if not number and (m := BEFORE.search(before)) and not re.search(r"\bparagraf\s*$", before):
            number = m[1]
        if not number and (re.match(r"\s*[-–]\s*\d", behind) or re.search(r"\d\s*[-–]\s*$", before)):
            continue  # a period
        meets = MEETS.search(before) is not None
        decided = (
            re.match(r"\s*(?:beslutade|beslutat|beslöt|antog|att anta)|\s*(?:ärendenummer|dnr)\b", behind) is not None
        )
        past = re.search(r"(?:\bhar\s+(?:\w+\s+){0,3}|beslutade\s+)$", before) is not None and "beslut" in text
        if not (number or meets or decided or listed or past):
            continue
        if (
            not number
            and re.search(r"\bfrån (?:och med )?(?:den )?$", before)
            and not re.search(
                r"(?:protokoll|anteckningar|beslut|sammanträde|möte)\w*(?: \w+){0,2} från (?:den )?$", before, re.I
            )
        ):
            continue
        if not number and re.search(
            r"\b(?:tjänsteutlåtande|tjänsteskrivelse|yrkande|yttrande|skrivelse|rapport|förslag|pm|daterad|"
            r"från och med|fr\.?o\.?m\.?|senast|remiss)\w*\s+(?:från [^,.]{0,40} )?(?:daterad\w* )?(?:den )?$",
            before,
            re.I,
        ):
            continue
        value = found.iso + (f" § {number}" if number else "")
        yield Reference(
            section.item,
            "decision",
            value,
            evidence(
                page,
                sentence.start + found.start,
                sentence.start + found.end + (paragraph.end() if paragraph else 0),
                "references",
            ),
        )


def documents(page: Layout, section: Section, point: Point | None) -> Iterator[Reference]:
    """The handlingar and bilagor listed below their heading, in the item and in its point of the agenda."""
    for part in section.parts:
        if part.kind == "documents":
            for block in part.blocks:
                for sentence in sentences(block):
                    for listed in split_at(NEXT_DOCUMENT, sentence):
                        yield from document(page, section.item, listed)
        for block in part.blocks if part.kind != "documents" else ():
            if lettered := LETTERED.fullmatch(block.text):
                yield from document(page, section.item, block.clip(lettered.start(1), lettered.end(1)))
    for block in point.documents if point else ():
        for listed in split_at(LISTED, block):
            yield from document(page, section.item, listed)


def split_at(rule: re.Pattern[str], block: Block) -> Iterator[Block]:
    """The documents of a line that lists several."""
    at = 0
    for match in rule.finditer(block.text):
        yield block.clip(at, match.start())
        at = match.end()
    yield block.clip(at, len(block.text))


def document(page: Layout, item: str, block: Block) -> Iterator[Reference]:
    """One listed document by its title."""
    value = plain(SINGLE.sub("", block.text)).strip(" .,;")
    value = re.sub(r"^\W*(?=\w)", "", value) if not value.startswith(("”", '"', "“", "(")) else value
    if MOVED.match(block.text):
        return
    row = "|" in value or block.text.count("\t") > 1  # of a table
    if 3 < len(value) < 300 and not NOT_DOCUMENT.match(value) and not NARRATIVE.search(block.text) and not row:
        yield Reference(item, "attachment", value, evidence(page, block.start, block.end, "references"))
