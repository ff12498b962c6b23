"""The kind of a decision, told by its verb: noted, approved, elected, assigned, recommended, postponed, referred,
rejected.
"""

from __future__ import annotations

import re

# What an att-sats begins with ("godkänna dagordningen"): the first verb decides.
ACTIVE = (
    ("rejected", r"avslå|inte (?:bifalla|godkänna)"),
    ("referred", r"återremittera|remittera|skicka (?:ärendet|förslaget|frågan)? ?(?:vidare|tillbaka|på remiss)|"
r"överlämna|hänskjuta|översända|vidarebefordra"),
    ("postponed", r"bordlägga|flytta(?! \d)|skjuta upp|uppskjuta|senarelägga"),
    ("noted", r"(?:med tack |med godkännande,? )?lägga|anteckna|notera|ta(?:ga)? (?:del|emot)|ha (?:tagit del|"
r"mottagit)|tacka"),
    ("approved", r"godkänn(?:a|er)\b|godta|fastställa|anta(?:ga)?\b|bifalla|bevilja|fastslå|ställa sig bakom|"
r"entlediga|befria|enligt (?:\w+s )?förslag(?:et)?\W*$"),
    ("elected", r"utse|välja|nominera|förordna|omvälja|nyvälja|till (?:ledamot|ersättare|ombud|ordförande|"
r"justerare|revisor|protokolljusterare|protokollsjusterare)\w* .*(?:utse|välja)"),
    ("assigned", r"ge\b.*\bi uppdrag|uppdra|lämna i uppdrag|(?:fortsatt|vidare|att)? ?utreda|fortsätta|återkomma|"
r"be\b|uppmana|ålägga|tillsätta"),
    ("recommended", r"föreslå|rekommendera|tillstyrka|förorda|hemställa"),
)  # fmt: skip
DOERS = "chefen|direktören|förvaltningen|kontoret|kansliet"
# What a sentence says that tells its own subject ("Ärendet bordläggs"): the first of these verbs decides.
PASSIVE = (
    ("recommended", r"rekommenderar?s?|tillstyrk(?:er|s)|föreslår(?! att ärendet)|föreslås|hemställer|förordar"),
    ("postponed", r"bordl(?:ägger|ägges|äggs|ades|ade)|flyttas|skjuts? upp|sköts upp|uppskjuts|senareläggs|"
r"utgår och (?:tas|behandlas)"),
    ("referred", r"återremitter(?:as|ar|ades)|remitter(?:as|ar|ades)|översänds|överlämnas|skickas (?:vidare|till|"
r"på remiss)|hänskjuts"),
    ("rejected", r"avslås|avslår|avslogs|avslagits|förkastas|bifalls inte|bifalles inte|avslog|lämnas utan bifall|"
r"ogillas"),
    ("assigned", r"(?:får|fick|ges|gavs|erhåller),? (?:[^.]{0,60} )?i uppdrag|ger .{1,80}? i uppdrag|uppdrar|"
r"uppdras|har till uppgift|får i uppgift|åläggs|ska återkomma|"
r"[\w-]*(?:" + DOERS + r") ska(?:ll)?"),
    ("noted", r"(?:lägg(?:er|s)|lades|lade),? .{0,120}?till handlingarna|tas till protokollet|tackar för|"
r"lägger .{0,60} till handlingarna|antecknas|antecknar|antecknades|noteras|noterar|noterades|"
r"tar del|tog del|noterade|har tagit del|tar emot|förklaras (?:fullgjor|avsluta)\w+"),
    ("elected", r"nomineras|utses|(?:om|ny)?väljs|utser|(?:om|ny)?väljer|(?:om|ny)?valdes|"
r"valde|utsåg|utsågs|nominerar|utsedd|förordnas|(?:till|"
r"som) (?:ledamot|justerare|ordförande|ombud) |till (?:ersättare|suppleant|nämndeman|revisor|"
r"representant)|justerar (?:dagens )?protokoll"),
    ("approved", r"godkän(?:ner|ns|nes|des)|fastställ(?:er|s|es|des)|antas|antages|antogs|antar|bifall(?:er|s|es|"
r"it)|bifölls|bevilja(?:s|r|des)|omfattas|omfattades|fastslå|fastslås|godtas|"
r"entledigas|befrias|beviljar|godkände|fastställde|antog|biföll|beviljade|"
r"(?:enligt|i enlighet med) (?:[\w-]+s |upprättat |föreliggande |framlagt )?"
r"förslag(?:et)?"),
)  # fmt: skip
DECIDED = re.compile(r"[A-ZÅÄÖ][\w ]{2,60}? (?:beslutar|beslutade|beslöt|har beslutat) (?:att )?(?=\w{2,}a\b)")
NOTED = re.compile(r"\blägg\w*,?\s.{0,160}?till handlingarna|informationen (?:noteras|läggs)", re.I | re.S)
ACTIVE_RULES = [
    (
        kind,
        re.compile(
            rf"(?:att )?(?:även |också |härmed |i övrigt |med godkännande,? |"
            rf"(?:efter|med) (?:\w+ ){{1,3}})?(?:{words})",
            re.I,
        ),
    )
    for kind, words in ACTIVE
]
PASSIVE_RULES = [(kind, re.compile(rf"\b(?:{words})\b", re.I | re.S)) for kind, words in PASSIVE]


def decision_kind(text: str) -> str:
    """The kind of one decided point.

    >>> decision_kind("lägga informationen till handlingarna"), decision_kind("Motionen avslås.")
    ('noted', 'rejected')
    """
    text = DECIDED.sub("", text, count=1)
    for kind, rule in ACTIVE_RULES:
        if rule.match(text):
            if kind == "noted" and re.match(r"lägg", text, re.I) and not NOTED.search(text):
                continue
            return kind
    found = [(match.start(), i) for i, (_, rule) in enumerate(PASSIVE_RULES) if (match := rule.search(text))]
    if not found:
        return "other"
    return PASSIVE_RULES[min(found)[1]][0]
