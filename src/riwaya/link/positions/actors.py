"""For whom somebody speaks: a country by an office or body of its government, else himself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table
from riwaya.link.nationality import nationality
from riwaya.link.offices import office
from riwaya.link.parties import country, lands, split
from riwaya.link.positions.words import said
from riwaya.link.who import Who
from riwaya.model import Report, Speaker

_SPEAKS = frozenset({"person", "office", "government", "document", "collective"})


class Actor(Struct, frozen=True):
    """Who holds a position: ``side`` is a country (as the lexicon names it) or the speaker's own name."""

    side: str
    speaker: str


class Actors:
    """The speakers of a story, with the sides that their titles in all its reports let them speak for."""

    def __init__(self, reports: Sequence[Report], who: Who) -> None:
        self.who = who
        counts: dict[str, Counter[str]] = {}
        self._observers: set[str] = set()
        for report in reports:
            for person in report.annotations.people:
                name = who(report.document.id, person.name, "person")
                if person.roles and all(_observes(title) for title in person.roles):
                    self._observers.add(name)
                for title in person.roles:
                    counts.setdefault(name, Counter())[speaks_for(title)] += 1
        self._sides = {name: side for name, count in counts.items() if (side := _usual(count))}

    def of(self, report: Report, speaker: Speaker | None) -> tuple[Actor, ...]:
        """Return who holds what a speaker says: two where two sides speak together, none where nobody is named."""
        if speaker is None or speaker.kind not in _SPEAKS or speaker.kind == "document":
            return ()
        if speaker.kind == "person":
            name = self.who(report.document.id, speaker.name, "person")
            if name in self._observers:
                return ()
            code = self._sides.get(name) or speaks_for(speaker.name)
            return (Actor(country(code) if code else name, name),)
        if not said("teller").isdisjoint(token.key for token in tokens(speaker.name)):
            return ()
        names = split(speaker.name)
        if speaker.kind == "collective" and len(names) < 2:
            return ()
        return tuple(self._body(report, name) for name in names)

    def _body(self, report: Report, printed: str) -> Actor:
        name = self.who(report.document.id, printed)
        code = body_of(printed) or _first_of_two(printed)
        side = country(code) if code else name
        return Actor(side, side if code and _country_alone(printed) else name)


def _observes(title: str) -> bool:
    """Say whether a title is of one who tells what happens: ``مدير المرصد``, ``خبير عسكري``."""
    return not said("teller").isdisjoint(token.key for token in tokens(title))


def _usual(count: Counter[str]) -> str:
    """Return the country that a person's titles speak for, empty where another or none is as usual."""
    official = {code: number for code, number in count.items() if code}
    if not official:
        return ""
    best = max(sorted(official), key=lambda code: official[code])
    return best if official[best] * 2 >= sum(official.values()) and official[best] * 4 >= count[""] else ""


def speaks_for(title: str) -> str:
    """Return the country (ISO) that the bearer of a title speaks for: ``رئيس الوزراء العراقي`` → IQ, an MP none."""
    keys = [token.key for token in tokens(title) if token.kind == "word"]
    if not keys or not said("office") & set(keys[:2]):
        return ""
    apart = said("office apart") & set(keys)
    cabinet = apart <= said("office body") and not said("cabinet").isdisjoint(keys)
    if (apart and not cabinet) or office(title).former:
        return ""
    code = nationality(title)
    if not code and keys[0].removeprefix("ال").startswith(("متحدث", "ناطق")):
        return body_of(" ".join(keys[1:]).replace("باسم ", ""))
    return code


def body_of(name: str) -> str:
    """Return the country (ISO) whose government a name stands for: ``البيت الأبيض``, ``واشنطن`` → US."""
    found = lands(name)
    if len(found) != 1:
        return ""
    keys = {token.key for token in tokens(name) if token.kind == "word"}
    if not said("office apart").isdisjoint(keys):
        return ""
    return found[0] if len(keys) <= 1 or not said("body").isdisjoint(keys) or _country_alone(name) else ""


def _first_of_two(name: str) -> str:
    """Return the first of two countries read as one name: ``حذرت [موريتانيا السنغال] من``, the first warns."""
    words = name.split()
    firsts = [" ".join(words[:count]) for count in (1, 2)] if len(lands(name)) > 1 else []
    return next((lands(first)[0] for first in firsts if _country_alone(first)), "")


def _country_alone(name: str) -> bool:
    return name in _names()


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("countries"):
        for name in (row["name"], *row["aliases"].split(";"), *row["capital"].split(";"), *row["seat"].split(";")):
            if name:
                found.setdefault(name, row["code"])
    return found
