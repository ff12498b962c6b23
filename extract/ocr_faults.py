"""Faults of scanned texts put right before the rules read them: `$ 12` is § 12, `(5)` is (S), `Bes1ut` is Beslut.

Every character keeps its place: a repair is as long as what it stands for, a shorter word is filled up with spaces. So
the evidence shows what the scanner read. Only a text that shows by digits and foreign signs within its words that it
came from a scanner is changed at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .lexicon import is_party
from .ocr_words import misread_formulas, repaired_words

HINTS = (
    re.compile(r"[015689|$SIāõóíàãòìêěq°](?<=[a-zåäö].)(?=[a-zåäö])"),
    re.compile(r"ii|cl|c[dfgmnprstv]"),
    re.compile(r"\$ ?\d|\([A-ZÅÄÖ]{1,4}[\]}]|[\[{][A-ZÅÄÖ]{1,4}\)"),
)
"""Some of these stand wherever a word has a fault: a quick look before each word is looked at."""
WITHIN = re.compile(
    r"(?<![\w/.@-])(?:[A-ZÅÄÖ]?[a-zåäö]+(?:[015689|$]|a°|[āõóíàãòìêě])[a-zåäö]+"
    r"|[a-zåäö]+(?:[SI]|q(?!v)|ii|cl(?!u)|c(?=[dfglmnprstv]))[a-zåäö]+)(?![\w/@-])"
    r"|\([A-ZÅÄÖ]{1,4}[\]}]|[\[{][A-ZÅÄÖ]{1,4}\)|\$ ?(?=\d)"
)
"""What hardly any word holds: a digit, a sign or a capital between small letters, letters that Swedish has not."""
LONG = re.compile(r"[a-zåäö]{8,}")
ONE_IN = 3000
"""Characters of which a scanned text has at least one such fault."""
DIGITS = str.maketrans("OoIl|SZBGb", "0011152866")
NUMERIC = re.compile(r"(?<![\w-])(?=[OoIl|SZBGb]*\d)[\dOoIl|SZBGb]{2,5}(?:[-–~.:;/,][\dOoIl|SZBGb]{1,4}){1,2}(?!\w)")
YEAR = re.compile(r"\b(?=[\dOoIl|SZB]*\d\d)[12Zl|I][\dOoIl|SZB]{3}\b")
DAY = re.compile(r"(\d{4})[-–~.](\d\d)[-–~.](\d\d)(?!\d)")
CLOCK = re.compile(r"(?<=\b\d\d);(?=\d\d\b)")
HEAD = re.compile(
    r"^(?P<before>\W{0,8}(?:[A-ZÅÄÖ][A-Za-zåäö]{1,4} )?)(?P<sign>[§$8S5])(?P<space> {0,3})"
    r"(?P<number>[\dOoIl|SZBG]{1,4})(?P<letter> ?[a-e])?(?=[\s.]|$)",
    re.M,
)
SIGN = re.compile(r"(?<![A-Za-zÅÄÖåäö])\$(?= {0,2}[\dOoIl|SZB]{1,4}\b)")
NUMBER = re.compile(r"(?<=§)( {0,2})([\dOoIl|SZBGb]{1,4})(?=[\s.,;)–-]|$)")
LONE = re.compile(r"(?<![\w§-])(?=[\dOoIl|SZ]*\d)[\dOoIl|Z][\dOoIl|SZ]{1,3}(?![\w-])")
OF_A_DAY = re.compile(r"(?<=\d{4}), [8S5$](?= \d{1,3}\b)")
BRACKETS = re.compile(r"(?P<name>[A-ZÅÄÖ][\w-]+[.,]? {0,2})?[({\[]( ?)([A-Za-zÅÄÖåäö015$|]{1,5})( ?)[)}\]]")
CHOICES = re.compile(r"(?:ja|nej|avst\w*|frånv\w*|\w*röst\w*|summa) *$", re.I)
ORGAN = re.compile(r"(?<![\w§])([A-ZÅÄÖ]{1,3})[5$](?=[ /-]?(?:§|(?:19|20)\d\d))")
LABEL = re.compile(r"^([ \t*#|]*[A-ZÅÄÖ][\wåäöÅÄÖ ]{1,40}\w)[;](?= |$)", re.M)
CODE = str.maketrans("015$|", "OISSI")


@lru_cache(maxsize=2)
def repaired(text: str) -> str:
    """The text with the faults of its scanner put right; as it is where it shows none.

    >>> repaired("Bes1ut")  # one fault makes no scan
    'Bes1ut'
    """
    if not scanned(text):
        return text
    text = LABEL.sub(r"\1:", text.translate(str.maketrans("{}~", "()-"))).replace("; ", ", ").replace(";\n", ",\n")
    text = numbers(text)
    text = heads(ORGAN.sub(r"\1S", text))
    return repaired_words(parties(text))


def scanned(text: str) -> bool:
    """Whether a text shows faults of a scanner: two words or more, and not too few for its length."""
    if not any(hint.search(text) for hint in HINTS):
        return False
    found = {match[0] for match in WITHIN.finditer(text)}
    if found and len(found) < 4:
        found |= misread_formulas().intersection(LONG.findall(text))
    return len(found) > 1 and len(found) * ONE_IN > len(text)


def numbers(text: str) -> str:
    """Dates, times and years with digits for the letters that look like them."""
    text = NUMERIC.sub(lambda m: m[0].translate(DIGITS), text)
    for pattern in (YEAR, LONE):
        text = pattern.sub(lambda m: m[0].translate(DIGITS), text)
    return CLOCK.sub(":", DAY.sub(r"\1-\2-\3", text))


def heads(text: str) -> str:
    """The § and the number of heads whose numbers run in sequence; `$` before a number is a § anywhere."""
    found = list(HEAD.finditer(text))
    values = [int(m["number"].translate(DIGITS)) for m in found]
    sure = [m["sign"] in "§$" for m in found]
    chars = list(text)
    for i, match in enumerate(found):
        before = next((values[j] for j in range(i - 1, -1, -1) if sure[j]), -9)
        after = next((values[j] for j in range(i + 1, len(found)) if sure[j]), -9)
        sure[i] = sure[i] or values[i] == before + 1 or (before < 0 and values[i] == after - 1)
        if sure[i]:
            chars[match.start("sign")] = "§"
            chars[match.start("number") : match.end("number")] = match["number"].translate(DIGITS)
    text = OF_A_DAY.sub(", §", SIGN.sub("§", "".join(chars)))
    return NUMBER.sub(lambda m: m[1] + m[2].translate(DIGITS), text)


def parties(text: str) -> str:
    """Parties in brackets: `(5]` → `(S)`. A code that no list has counts where the text prints it twice elsewhere; a
    digit is a party's only behind a name.
    """
    printed = re.findall(r"\(([A-ZÅÄÖ]{1,5})\)", text)
    local = {code for code in printed if printed.count(code) > 1}

    def put(match: re.Match[str]) -> str:
        name, before, code, after = match[1] or "", match[2], match[3], match[4]
        if code.isdigit() and (not name or CHOICES.match(name)):
            return match[0]
        found = next((one for one in readings(code) if is_party(one) or one in local), "")
        return f"{name}({before}{found}{after})" if found else match[0]

    return BRACKETS.sub(put, text)


def readings(code: str) -> Iterator[str]:
    """What a code may be."""
    yield code
    yield code.translate(CODE)
    yield code.replace("l", "L").translate(CODE)
