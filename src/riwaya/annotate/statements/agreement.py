"""Agreement: gender and number of who is named, and which verb or participle can be theirs."""

from __future__ import annotations

from riwaya.annotate.statements.cues import Cue
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.words import MASCULINE_PLACES, TWO_SIDES, words

_PLURALS = words("human-plurals")
_BROKEN_FEMININE = words("feminine-plurals")


def agrees(cue: Cue, gender: str, number: str) -> bool:
    """Say whether a verb or participle without subject can be of someone of that gender and number."""
    if cue.tense == "masdar":
        return True
    if cue.gender and gender and cue.gender != gender:
        return False
    if not cue.number or not number:
        return True
    if cue.number == "s":
        return number == "s" or gender == "f"
    return number in ("d", "p")


def of_phrase(reading: Reading, first: int) -> tuple[str, str]:
    """Return gender and number of the noun phrase at ``first``: ``مصادر`` is feminine singular to its verb."""
    key, named = reading.keys[first], first in reading.mention_at
    if key in TWO_SIDES or (key.startswith("ال") and key.endswith("ان") and len(key) > 6 and not named):
        return "m", "d"
    if key.removeprefix("ال") in _PLURALS:
        return "", "p"
    if key.endswith(("ون", "ين")) and len(key) > 5 and not named:
        return "m", "p"
    if named and reading.mention_at[first][0].type == "LOC":
        return ("m" if key in MASCULINE_PLACES else "f"), "s"
    after = reading.keys[first + 1] if first + 1 < len(reading.keys) else ""
    if key.startswith("ال") and after.startswith("ال") and after.endswith("يه") and not named:
        return "f", "s"  # الكتل البرلمانية
    return ("f" if key.endswith(("ه", "ات")) or key in _BROKEN_FEMININE else "m"), "s"


def of_person(reading: Reading, name: str, first: int) -> str:
    """Return a person's gender: as the names stage knows it, else by the title before the name; empty if unknown."""
    gender = reading.genders.get(name)
    if gender:
        return gender
    return "f" if first not in reading.mention_at and reading.keys[first].endswith("ه") else ""
