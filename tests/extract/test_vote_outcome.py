"""Which kind of round a votering is, who won it, and what decided where the count did not."""

from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Vote
from protokollgraf.tests.extract.minutes import extracted, found, minutes

ORDER = "Votering begärs. Ja-röst för förvaltningens förslag, nej-röst för Elin Eks yrkande."


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("Huvudvotering\n7 ja och 4 nej.", ["main"]),
        ("Omröstning om motförslag\n5 ja och 6 nej.\n\nHuvudvotering\n7 ja och 4 nej.", ["counter", "main"]),
        ("Votering om att utse motförslag\n5 ja och 6 nej.\n\nVotering 2\n7 ja och 4 nej.", ["counter", ""]),
        ("Kontrapropositionsvotering: Ja för bilaga B, nej för bilaga C.\nUtfall: 5 ja, 6 nej.", ["counter"]),
        ("Motproposition\nJa för avslag, nej för Elin Eks yrkande.\n5 ja och 6 nej.", ["counter"]),
        ("Förberedande votering\n5 ja och 6 nej.", ["counter"]),
        ("För att utse motförslag ställs avslag mot Elin Eks yrkande. Votering begärs.\n\nVotering\n5 ja, 6 nej.",
         ["counter"]),
        ("Votering\nMed 7 ja-röster och 2 nej-röster utses avslag till motförslag.", ["counter"]),
        ("Votering\nJa för bilaga B som motförslag, nej för bilaga C som motförslag.\n5 ja, 6 nej.", ["counter"]),
        ("Ordföranden antecknar förslaget som Ja-proposition i huvudvoteringen.\n\nOmröstning\n7 ja och 4 nej.",
         ["main"]),
        ("Elin Eks yrkande utses till motförslag i huvudvoteringen.\n\nVotering om motförslag\n5 ja, 6 nej.",
         ["counter"]),
        # a proposal that stands against the main one without a vote on it makes no round of its own
        ("Elin Eks yrkande utses till motförslag. Votering begärs.\n\nOmröstningsresultat\n7 ja och 4 nej.", [""]),
        ("Votering\n7 ja och 4 nej.", [""]),
        ("Votering om huvudentrén\n7 ja och 4 nej.", [""]),
    ],
)  # fmt: skip
def test_kind(body: str, kinds: list[str]) -> None:
    assert [row[4] for row in found(body, Vote)] == kinds


NOTHING = (False, False, False)
CASTING, LOT, MINORITY = (True, False, False), (False, True, False), (False, False, True)


@pytest.mark.parametrize(
    ("after", "outcome", "how"),
    [
        ("Med 7 ja-röster mot 4 nej-röster beslutar styrelsen enligt förslaget.", "yes", NOTHING),
        ("Med 4 ja-röster mot 7 nej-röster beslutar styrelsen enligt Elin Eks yrkande.", "no", NOTHING),
        ("5 ja och 5 nej. Ordförandens utslagsröst avgör till förmån för förvaltningens förslag.", "yes", CASTING),
        ("5 ja, 5 nej. Vid lika röstetal har ordföranden utslagsröst. Nämnden beslutar därmed enligt Elin Eks yrkande.",
         "no", CASTING),
        ("5 ja och 5 nej. Ordförandens röst fäller utslaget, och förvaltningens förslag bifalls.", "yes", CASTING),
        ("5 ja och 5 nej. Genom ordförandens utslagsröst, som är nej, avslås förslaget.", "no", CASTING),
        ("5 ja och 5 nej, ja genom ordförandens utslagsröst.", "yes", CASTING),
        ("5 ja och 5 nej. Ordförandens utslagsröst avgör.", "", CASTING),
        ("5 ja och 5 nej.", "", NOTHING),
        ("5 ja och 5 nej. Lottning sker och utfaller för Elin Eks yrkande.", "no", LOT),
        ("5 ja och 5 nej. Genom lottdragning antas förvaltningens förslag.", "yes", LOT),
        ("5 ja och 5 nej. Lottning sker inte.", "", NOTHING),
        # the chair's vote is of no matter where the count decides
        ("7 ja och 4 nej. Ordföranden har utslagsröst vid lika röstetal.", "yes", NOTHING),
        ("Förvaltningens förslag vann.", "", NOTHING),
    ],
)  # fmt: skip
def test_outcome(after: str, outcome: str, how: tuple[bool, bool, bool]) -> None:
    rows = found(f"{ORDER}\n\nOmröstningsresultat\n{after}", Vote)
    assert [(row[5], row[6:9]) for row in rows] == ([(outcome, how)] if "ja" in after else [])


def test_the_chair_votes_on_the_side_that_the_casting_vote_makes_win() -> None:
    cast = "Elin Ek (S) röstar ja. Erik Alm (M) röstar nej. Utfallet är 1 ja och 1 nej. Ordförandens utslagsröst avgör."
    assert [(row[5], row[6]) for row in found(f"Votering\n{cast}", Vote)] == [("yes", True)]


BACK = "Ordföranden finner att ärendet ska avgöras i dag. Votering begärs. Ja för avgörande i dag, nej för återremiss."


@pytest.mark.parametrize(
    ("after", "outcome", "how"),
    [
        ("7 ja och 4 nej. Eftersom minst en tredjedel röstat för återremiss återremitteras ärendet.", "no", MINORITY),
        ("7 ja och 4 nej. Ärendet återremitteras genom minoritetsåterremiss.", "no", MINORITY),
        ("7 ja och 4 nej. Ärendet avgörs i dag, då minoritetsåterremiss inte uppnåtts.", "yes", NOTHING),
        ("9 ja och 2 nej. Minst en tredjedel krävs för återremiss.", "yes", NOTHING),  # two are no third of eleven
        ("7 ja och 4 nej. Taxan höjs med en tredjedel.", "yes", NOTHING),
        ("7 ja och 4 nej. För beslutet krävs kvalificerad majoritet.", "", NOTHING),
    ],
)
def test_a_minority_may_send_back(after: str, outcome: str, how: tuple[bool, bool, bool]) -> None:
    rows = found(f"{BACK}\n\nOmröstningsresultat\n{after}", Vote)
    assert [(row[5], row[6:9]) for row in rows] == [(outcome, how)]


@pytest.mark.parametrize(
    ("lead", "ballot"),
    [
        ("Sluten omröstning begärs.", "secret"),
        ("Votering genomförs som öppen omröstning.", "open"),
        ("Öppna voteringar är vanligast. Slutna omröstningar sker vid val.", "secret"),  # the last word
        ("Omröstningen genomförs slutet.", "secret"),
        ("Votering begärs.", ""),
        ("Votering begärs om vård i sluten miljö.", ""),
    ],
)
def test_open_or_secret(lead: str, ballot: str) -> None:
    assert [row[9] for row in found(f"{lead}\n\nOmröstningsresultat\n7 ja och 4 nej.", Vote)] == [ballot]


def test_the_evidence_of_a_votering_reaches_from_what_tells_its_kind_to_what_decided() -> None:
    body = f"Huvudvotering\n{ORDER}\n5 ja och 5 nej. Ordförandens utslagsröst avgör till förmån för Elin Eks yrkande."
    votes = [fact for fact in extracted(minutes(body)).facts if isinstance(fact, Vote)]
    assert [fact.evidence.words for fact in votes] == [body]
