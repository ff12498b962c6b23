"""Lead-ins of decisions: `Kommunstyrelsen beslutar att`, `På förslag av Ada Ek:`, `föreslår fullmäktige besluta`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lines import Block
from .people import People
from .proposals import organ

SUBJECT = r"(?:[A-ZÅÄÖ][\wåäö-]*)(?:(?:,| och| samt| för| i| inom)? [\wåäöÅÄÖ-]+){0,9}?"
DECIDES = re.compile(
    rf"^(?P<subject>{SUBJECT})\s+(?:beslutar|beslöt|har beslutat|beslutade)(?P<rest>(?:,| enligt|"
    rf" i enlighet| därmed| således| också| först| härefter| om| för egen del| enhälligt)?.*)",
    re.S,
)
DECIDES_ATT = re.compile(
    r"(?:\s*(?:därmed|således|också|även|enhälligt|följande|i enlighet därmed|så|(?:i enlighet med|enligt|på|"
    r"utifrån|med \d+)[^:]{3,140}?|,[^:]{3,100},))*\s*(?:att(?=\s|:|,|$)|:|$)\s*:?\s*",
    re.I,
)
FOLLOWS = re.compile(
    r"^(?:på förslag (?:av|från)|enligt|i enlighet med|med bifall till|efter förslag (?:av|"
    r"från))\s+(?P<who>[^:]{3,160}?)(?:s förslag|s yrkande|s återremissyrkande)?\s*:\s*",
    re.I,
)
RECOMMENDS = re.compile(
    r"(?:föreslår|föreslås|föreslå|hemställer hos|hemställa hos|rekommenderar|"
    r"tillstyrker [^.:]{3,160}? och föreslår)\s+(?:att\s+)?"
    r"(?P<whom>(?:\w+s )?(?:kommun|region|förbunds|landstings)?(?:fullmäktige|styrelsen|direktionen|"
    r"nämnden)\b(?: \w+)?)\s*(?:att\s+)?(?:besluta(?:r)?)?\s*(?:för egen del)?\s*(?:att\b|"
    r"följande)?\s*:?\s*",
    re.I,
)
OWN_BULLET = re.compile(r"^(?:[-–—•·▪●○*\uf000-\uf0ff]|\(?\d{1,2}[.)])\s+")
VERBLESS = re.compile(
    r"[A-ZÅÄÖ][\wåäö -]{0,60}(?:nämnden|styrelsen|beredningen|utskottet|fullmäktige|direktionen|"
    r"rådet)\s+att\s+(?=\w+a\b)"
)


@dataclass(slots=True)
class Lead:
    """What lead-ins have said so far about the points that follow."""

    recommended: bool = False
    proposer: str = ""
    follows: bool = False


def lead_only(text: str) -> bool:
    """Whether a block is nothing but a lead-in."""
    return bool(FOLLOWS.match(text) or RECOMMENDS.search(text) or re.search(r"\bbeslutar\b", text))


def lead_in(block: Block, state: Lead, people: People) -> Block | None:
    """The block without its lead-in, which goes into `state`; None when nothing is left."""
    text = block.text
    bullet = OWN_BULLET.match(text)
    at = bullet.end() if bullet else 0
    if match := FOLLOWS.match(text[at:]):
        state.follows, state.proposer = True, proposer_of(block.clip(0, match.end()), match["who"], people)
        at += match.end()
    advice = RECOMMENDS.search(text[at:])
    if (
        not (advice and advice.start() < 200 and ends_lead(advice, text[at:]))
        and (match := DECIDES.match(text[at:]))
        and (verb := DECIDES_ATT.match(match["rest"]))
    ):
        begin = at + match.start("rest")
        state.recommended = False
        if follows := re.search(r"(?:i enlighet med|enligt|på) (?P<who>[\wåäöÅÄÖ ]{3,60}?)s? förslag", verb[0]):
            state.proposer = organ(follows["who"])
        at = begin + verb.end()
        if verb.end() == 0:
            at = begin
    if match := VERBLESS.match(text[at:]):
        at += match.end()
    if match := RECOMMENDS.search(text[at:]):
        before = text[at : at + match.start()]
        if len(before) < 200 and ends_lead(match, text[at:]):
            state.recommended = True
            if re.search(r"besluta|:\s*$", match[0]) or match.end() + at == len(text):
                at += match.end()
    if not text[at:].strip(" .:"):
        return None
    if at == (len(bullet[0]) if bullet else 0):
        return block
    return block.clip(at + len(text[at:]) - len(text[at:].lstrip()), len(text))


def ends_lead(match: re.Match[str], text: str) -> bool:
    """Whether a lead-in that recommends is one: it ends with att, a colon, besluta, or the block."""
    return match[0].rstrip().endswith((":", "att", "besluta", "beslutar")) or match.end() == len(text)


def proposer_of(block: Block, who: str, people: People) -> str:
    """The person or organ whose proposal is followed; empty for parties, which move (yrkar) rather than propose."""
    names = people.inside(block)
    if names:
        return names[0].text
    if re.search(r"yrkande|återremiss", who, re.I):
        return ""
    return organ(re.sub(r"s? förslag$", "", who.strip()))
