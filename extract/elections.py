"""Who is elected to what, and who holds a seat elsewhere: `Ada Ek (S) utses till ledamot i Ekstads styrelse`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .evidence import evidence
from .facts import Affiliation
from .layout import Layout
from .lexicon import is_title, lower_title, role_of
from .lines import BULLET, Block
from .names import Name
from .organisation import Organisation

ROLE = (
    r"(?:ordinarie |nya? )?(?P<role>(?:styrelse)?ledam(?:ot|öter)|(?:vice |\d:[ea] vice )?ordförande|ersättare|"
    r"suppleant(?:er)?|ombud|(?:lekmanna)?revisor(?:er)?|representant(?:er)?|kassör|nämndem[aä]n|huvudm[aä]n|kontaktperson)"
)
OWN_ROLE = re.compile(r"(?<=, )(?:ordinarie|ledamot|ersättare|suppleant|(?:vice )?ordförande)\b")
ELECTS = re.compile(r"\b(?:utse[sr]?|välj(?:a|s|er)|utsågs|utsåg|valdes|valde|nominera\w*)\b")
AFTER = re.compile(rf" *,?(?: (?:utses|väljs|valdes|utsågs|nomineras))? (?:till|som) {ROLE}\b")
TITLE = re.compile(
    r"\W*(?:fyllnads)?(?:val|nominering\w*|utseende) av\b|\W*fyllnadsval\b|\W*avsägelse\b|\W*ombud (?:till|vid|för)\b",
    re.I,
)
TO_ROLE = re.compile(rf"\b(?:till|som) {ROLE}\b", re.I)
BEFORE = re.compile(rf"\btill {ROLE} (?:i|för|till|vid|att)\b", re.I)
INSTEAD = re.compile(r"(?:stället|efter|istället) (?:för )?$")
IS = re.compile(
    rf"(?:i egenskap av|uppdrag(?:et)? som|avsked som|(?:som|han|hon) är|, som är) {ROLE} "
    r"(?:i (?:styrelsen för )?|på |vid |för |hos )$"
)
POST = re.compile(
    r" *,? (?:har )?(?:tillträ(?:der|dde|tt)|börja[rt]|började|anställ(?:s|des|ts)|rekryterats|"
    r"presenterar sig|arbetar|är ny(?:anställd)?)"
    r"(?: (?:sin tjänst|tjänsten|nu|idag))?(?: som)?(?: ny)? "
    r"(?P<title>[a-zåäö-]+(?: och [a-zåäö-]+)?)(?: (?:på|vid|i|för|hos) )?"
)
OWN = re.compile(r"(?:\w*förbundet|kommunen|staden|regionen|myndigheten|föreningen)\b")
ONE = {
    "ledamöter": "ledamot", "suppleanter": "suppleant", "revisorer": "revisor", "lekmannarevisorer": "lekmannarevisor",
    "representanter": "representant", "nämndemän": "nämndeman", "huvudmän": "huvudman", "ordinarie": "ledamot",
}  # fmt: skip
REACH = 120
"""How many characters behind the role its organisation may be named."""


def elections(
    page: Layout, block: Block, names: Sequence[Name], here: Sequence[Organisation], titled: Organisation | None
) -> Iterator[Affiliation]:
    """Elections: `Ada Ek utses till ombud vid X`, `Till ledamot i X utses Ada Ek`. `titled` is what the item's title
    (`Val av ledamot i X`) says that the election is to.
    """
    verb = ELECTS.search(block.text)
    if not verb and names and BULLET.fullmatch(block.text[: names[0].start - block.start]):  # `a) Ada Ek till ledamot`
        verb = AFTER.match(block.text, names[0].after - block.start)
    if not verb or not (here or titled):
        return
    words = evidence(page, block.start, block.end, "affiliations")
    found = False
    role = ""
    follower = block.end
    for name in reversed(names):  # a role counts for the names listed before it: `Ada Ek och Bo Al till ledamöter i X`
        if match := AFTER.match(block.text[name.after - block.start :]):
            role = single(match["role"])
        elif not re.fullmatch(r" *(?:,|och|samt) +", block.text[name.after - block.start : follower - block.start]):
            role = ""
        follower = name.start
        if follows(block, name):
            role = ""
        organisation = seat_of(block, name, here) or titled
        if role and organisation:
            found = True
            yield Affiliation(name.text, role, organisation.name, words)
    match = BEFORE.search(block.text)
    seat = next((o for o in here if match and 0 <= o.start - block.start - match.end() + 1 <= 80), None)
    if not seat and titled:
        match, seat = TO_ROLE.search(block.text), titled
    if found or not match or verb.start() < match.start():
        return
    for name in names:
        if seat and name.start - block.start > verb.start() and not follows(block, name):
            yield Affiliation(name.text, single(match["role"]), seat.name, words)


def pointed(page: Layout, block: Block, names: Sequence[Name], to: tuple[str, str]) -> Iterator[Affiliation]:
    """A point of a list below `Till ledamöter i X utses:`, which begins with the elected person."""
    behind = block.text[names[0].after - block.start :] if names else ""
    role = single(own[0]) if (own := OWN_ROLE.search(behind)) else to[0]
    if not names or not to[1] or not role or not re.fullmatch(r"\W*(?:,[^.]*)?\.?", behind):
        return
    if not block.text[: names[0].start - block.start].strip(" -–•*0123456789.)"):
        words = evidence(page, block.start, block.end, "affiliations")
        yield Affiliation(names[0].text, role, to[1], words)


def announced(block: Block, here: Sequence[Organisation], titled: Organisation | None) -> tuple[str, str]:
    """The role and the organisation of a lead-in such as `Till ledamöter i X utses:`; two empty words for none."""
    match = TO_ROLE.search(block.text) or re.search(rf"\b{ROLE}\b", block.text, re.I)
    seat = here[-1] if here else titled
    if not (block.text.rstrip().endswith(":") and ELECTS.search(block.text) and seat):
        return "", ""
    return single(match["role"]) if match else "", seat.name


def follows(block: Block, name: Name) -> bool:
    """Whether a person is the one whom the elected follow: `i stället för Ada Ek`."""
    at = name.start - block.start
    return INSTEAD.search(block.text[max(0, at - 16) : at]) is not None


def seat_of(block: Block, name: Name, here: Sequence[Organisation]) -> Organisation | None:
    """The organisation named behind an elected person, or where none is (`med Bo Al som ersättare`) before."""
    full_stop = block.text.find(". ", name.after - block.start)
    stop = block.start + full_stop if full_stop >= 0 else block.end
    behind = next((o for o in here if name.after <= o.start < min(name.after + REACH, stop)), None)
    return behind or next((o for o in reversed(here) if o.end <= name.start), None)


def holders(page: Layout, block: Block, names: Sequence[Name], here: Sequence[Organisation]) -> Iterator[Affiliation]:
    """`Ada Ek anmäler jäv i egenskap av ledamot i X`, `Ada Ek (S), som är ordförande i X`."""
    for organisation in here:
        match = IS.search(block.text[: organisation.start - block.start])
        earlier = [n for n in names if match and n.after - block.start <= match.start()]
        if match and "som" not in match[0]:
            earlier = earlier[:1]  # `Ada Ek lämnar över till Bo Al eftersom hon är …`: she who leaves
        name = earlier[-1] if earlier else None
        if match and name and "." not in block.text[name.after - block.start : match.start()]:
            words = evidence(page, name.start, organisation.end, "affiliations")
            yield Affiliation(name.text, single(match["role"]), organisation.name, words)


def appointed(
    page: Layout, block: Block, names: Sequence[Name], here: Sequence[Organisation], own: str
) -> Iterator[Affiliation]:
    """Who takes up a post: `Ada Ek tillträder som förvaltningschef den 1 maj`, `Bo Al är ny ekonomichef på X`.
    `own` is the organisation that `på förbundet` means.
    """
    for name in names:
        match = POST.match(block.text, name.after - block.start)
        if not match or not is_title(match["title"].split()[-1].casefold()):
            continue
        at = block.start + match.end()
        named = next((o for o in here if o.start == at and o.kind != "body"), None)
        organisation = named.name if named else own if OWN.match(block.text, match.end()) else ""
        role = role_of(match["title"])[0] or lower_title(match["title"])
        words = evidence(page, name.start, named.end if named else at, "affiliations")
        yield Affiliation(name.text, role, organisation, words)


def single(role: str) -> str:
    """`ledamöter` → `ledamot`."""
    return ONE.get(role.casefold(), role.casefold())
