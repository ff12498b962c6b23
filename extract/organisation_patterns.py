"""Organisations told by one word of their name, as a table: courts, museums, networks, councils, clinics, unions.

Each row has the letters of which a text must hold some for the pattern to be worth a try, the pattern, and the kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .lines import fold
from .names import WORD
from .organisation import Organisation, nominative

PURPOSE = r" (?:mot|för) (?!att|den|det|en\b)[\w-]+(?: (?:studier|forskning|utveckling|våld|samverkan))?"
NO_BODY = r"(?!\w*(?:nämnd|styrelse|utskott|beredning|råd|bolag)(?:en|et)?\b)"
PATTERNS = [
    (tuple(hints.split()), re.compile(pattern), kind)
    for hints, pattern, kind in (
        (
            "änsstyrelse",
            rf"\bLänsstyrelsen(?: i)? +(?:{WORD})(?: +{WORD})?(?: +län)?|\b{WORD} +länsstyrelse\b",
            "authority",
        ),
        (
            "ämnden",
            r"\b[Nn]ämnden för +(?!beslut|att|den|det|de\b|en\b|ett\b|sin|sitt|yttrande|åtgärd|kännedom|"
            rf"godkännande|vidare|\d)\w+(?:, {NO_BODY}\w+)*(?: (?:och|samt) {NO_BODY}(?:\w+- och )?\w+)?",
            "body",
        ),
        (
            "yndigheten",
            r"\b[Mm]yndigheten för +(?!att|den|det)[a-zåäö]+(?: (?:och|samt) [a-zåäö]+)?\b",
            "authority",
        ),
        ("egeringen", r"\bregeringen(?!s? (?:i|på) )", "authority"),
        ("iksdagen", r"\briksdagen\b", "authority"),
        (
            "nämnden",
            rf"\b(?:[Ss]amverkans|[Dd]rift|[Ll]okal|[Dd]istrikts|[Ss]tadsdels|[Kk]ommundels)nämnden +"
            rf"(?:{WORD})(?: +(?:sjukhus|och +[a-zåäö]+))?",
            "body",
        ),
        ("olkhögskolan", rf"\bFolkhögskolan(?: i)? +{WORD}", "other"),
        ("ögskolan", rf"\bHögskolan(?: i)? +{WORD}", "university"),
        ("niversitetet", rf"\bUniversitetet(?: i)? +{WORD}", "university"),
        (
            "centrum",
            r"\b(?!Stads|Köp|Handels|Tätorts|By|Affärs|Kommun|Lokal|Service)[A-ZÅÄÖ][a-zåäö]{4,}centrum\b",
            "other",
        ),
        ("entrum", rf"\b\w*[Cc]entrum{PURPOSE}", "other"),
        ("ätverket", rf"\b(?:[Nn]ationella |[Rr]egionala )?[Nn]ätverket{PURPOSE}", "other"),
        (
            "klubb förening scoutkår randkår sällskap byalag",
            rf"\b(?:Sveriges )?{WORD} [\wåäöÅÄÖ]*(?:klubb|förening|scoutkår|brandkår|Brandkår|sällskap|byalag)(?=s?\b)",
            "association",
        ),
        ("tudieförbundet", rf"\b[Ss]tudieförbundet {WORD}", "association"),
        ("Riksorganisation", rf"\b{WORD} Riksorganisation(?: i {WORD})?", "association"),
        ("revisorer", r"\b[Kk]ommunens revisorer\b", "body"),
        (
            "Oy Ab",
            rf"\b(?:Ab|Kiinteistö Oy|Oy) {WORD}(?: {WORD})?(?: Oy| Ab)?\b|\b{WORD}(?: {WORD})? Oy(?: Ab)?\b",
            "company",
        ),
        ("ministeri", r"\b[A-ZÅÄÖ][a-zåäö]{3,}ministeriet", "authority"),
        ("andskapsregering", r"\bÅlands landskapsregering", "authority"),
        ("välfärdsområde", rf"\b{WORD}(?: {WORD})? välfärdsområde", "authority"),
        ("IK FK BK", rf"\b{WORD} (?:IK|FK|BK)\b", "association"),
        ("IF", rf"\b{WORD} IF\b", "association"),
        (
            "jouren Företagarna föreningen kåren Räddningstjänsten Funktionsrätt Länstrafiken",
            rf"\b(?:Kvinnojouren|Företagarna|Hyresgästföreningen|Naturskyddsföreningen|Brandkåren|Räddningstjänsten|"
            rf"Funktionsrätt|Hembygdsföreningen|Bygdegårdsföreningen|Länstrafiken) {WORD}(?: {WORD})?",
            "association",
        ),
        ("rätt", rf"\b{WORD}(?: läns)? (?:tingsrätt|hovrätt)(?:en)?(?=s?\b)", "authority"),
        ("rätten", rf"\b(?:[Ff]örvaltningsrätten|[Kk]ammarrätten|[Tt]ingsrätten|[Hh]ovrätten) i {WORD}", "authority"),
        ("klagarkammar", rf"\bÅklagarkammaren i {WORD}", "authority"),
        ("Polis", rf"\bPolis(?:region|området|område) {WORD}(?: {WORD})?", "authority"),
        ("museum", rf"\b{WORD} läns museum\b|\b{WORD} (?:stads|konst)?museum\b", "other"),
        ("brandförsvar", rf"\b{WORD} brandförsvar\b", "body"),
        ("årdcentralen", rf"\bVårdcentralen {WORD}", "other"),
        ("dvokat", rf"\bAdvokat(?:firman|byrån) {WORD}", "company"),
        ("Föreningen", rf"\bFöreningen (?:Sveriges [a-zåäö]{{6,}}|{WORD}(?: {WORD})?)", "association"),
        ("sällskapet", rf"\bHushållningssällskapet {WORD}", "association"),
        ("Riksförbund", rf"\b{WORD} Riksförbund (?:i )?{WORD}", "association"),
        ("Riksförbundet", r"\bRiksförbundet (?:för )?[a-zåäö]{6,}(?: [a-zåäö]{6,})?", "association"),
        ("nätverket", r"\b[A-ZÅÄÖ][a-zåäö-]{3,}(?: och [a-zåäö]{4,})?nätverket\b", "body"),
        ("gruppen", r"\b[A-ZÅÄÖ][a-zåäö]{3,}(?:chefs|direktörs|lednings)gruppen\b", "body"),
        ("tyrgruppen", r"\b[Ss]tyrgruppen för [A-ZÅÄÖ]\w+(?: (?:i )?[A-ZÅÄÖ]\w+)*(?: \d{4}\b)?", "body"),
        ("attenrådet", rf"\bVattenrådet för {WORD}", "association"),
        ("amverkansrådet", rf"\bSamverkansrådet {WORD}(?: {WORD})?", "body"),
        ("rkeshögskolan", rf"\bYrkeshögskolan(?: i)? {WORD}", "other"),
        ("arnahus", rf"\bBarnahus {WORD}(?: län\b)?", "other"),
        ("HVB", rf"\b{WORD} HVB\b", "other"),
        ("äddningsregion", rf"\bRäddningsregion {WORD}", "other"),
        ("ådet", r"\bRådet för (?!att|den|det|de\b)[a-zåäö]{5,}(?:(?:, [a-zåäö]{5,})? och [a-zåäö]{4,})?", "body"),
        (
            "AB",
            r"\b(?:[A-ZÅÄÖ]\w+ )?(?:Vatten|Energi|Miljö|Mark|Kraft|Teknik|Avfall|Bygg|Natur|Kultur|Hamn) och "
            r"[A-ZÅÄÖ]\w+ AB\b",
            "company",
        ),
    )
]


def told_by_word(text: str) -> Iterator[Organisation]:
    """The organisations of a text that a row of `PATTERNS` tells.

    >>> [o.name for o in told_by_word("Eks tingsrätt och Föreningen Ekbadet svarar Kommunchefsnätverket.")]
    ['Eks tingsrätt', 'Föreningen Ekbadet', 'Kommunchefsnätverket']
    """
    for hints, pattern, kind in PATTERNS:
        for hint in hints:  # a plain loop: it runs for each pattern in each paragraph
            if hint in text:
                break
        else:
            continue
        for m in pattern.finditer(text):
            name = nominative(fold(m[0]))
            yield Organisation(m.start(), m.end(), name[0].upper() + name[1:], kind)
