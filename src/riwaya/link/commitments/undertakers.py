"""Who may undertake something in a report: people, countries and bodies, with the sides that they stand for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from riwaya.arabic.letters import fold
from riwaya.link.clauses import Words
from riwaya.link.commitments.pledges import said
from riwaya.link.offices import domain
from riwaya.link.parties import Sides, lands
from riwaya.model import Mention, Report, Statement

HEAD = 4  # sentences of a report in which its two sides are named


class Undertakers:
    """The names of one report, asked whether they bind themselves; ``pair`` are the two countries of its head."""

    def __init__(self, report: Report) -> None:
        self.text, self.notes = report.document.text, report.annotations
        self.sides = Sides(self.notes)
        self.people = {one.entity for one in self.notes.mentions if one.type == "PER"}
        self.bodies = {one.entity for one in self.notes.mentions if one.type in ("ORG", "LOC")}
        self.agencies = {one.name for one in self.notes.organisations if one.kind == "agency"}
        domains = [domain(role) for one in self.notes.people for role in one.roles]
        self.sport = domains.count("sport") > domains.count("state")
        kept = (one for one in self.notes.mentions if one.type in ("PER", "ORG", "LOC"))
        self.named = sorted(kept, key=lambda one: (one.start, -one.end))
        self._starts = [one.start for one in self.named]
        self.pair = _pair(report)
        titles = (one for one in self.notes.mentions if one.type in ("PER", "ORG", "LOC", "TITLE"))
        self._entitled = sorted(titles, key=lambda one: (one.start, -one.end))
        self._spots = sorted((one.start, one.end) for one in self.notes.mentions)
        self._times = sorted((one.start, one.end) for one in self.notes.times)

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the names that begin in a stretch of the text, in text order."""
        return self.named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def entitled(self, start: int, end: int) -> list[Mention]:
        """Return the names and titles that begin in a stretch of the text; the entity of a title is who bears it."""
        return [one for one in self._entitled if start <= one.start < end]

    def bound(self, name: str) -> tuple[str, ...]:
        """Return the sides that a name binds: ``شركة الصيد السنغالية`` itself and not its country."""
        own = not said("private").isdisjoint(fold(word) for word in name.split())
        return (name,) if own else self.sides.of(name)

    def able(self, name: str, kind: str) -> bool:
        """Say whether a name is of a person, a country or a body; agencies only tell what others undertake."""
        if kind == "person" or fold(name) in said("general"):
            return name in self.people or bool(self.sides.roles(name)) or fold(name) in said("general")
        if name in self.agencies:
            return False
        words = {fold(word) for word in name.split()}
        return name in self.bodies or bool(lands(name)) or not words.isdisjoint(said("state"))

    def joint(self) -> bool:
        """Say whether the report rests on a joint statement: ``بيان مشترك``."""
        names = {link.name for one in self.notes.statements for link in one.chain if link.kind == "document"}
        return any(not said("joint").isdisjoint(fold(word) for word in name.split()) for name in names)

    def passes(self, names: Sequence[str]) -> bool:
        """Say whether a parliament is among them: what it agrees to is passed, not undertaken."""
        return any(fold(word) in said("parliament") for name in names for word in name.split())

    def theirs(self, owner: str, speaker: str) -> bool:
        """Say whether a bond is the speaker's own or his side's, and no other's whom he vouches for."""
        return bool(set(self.sides.of(owner)) & set(self.sides.of(speaker)))

    def of_state(self, one: Statement) -> bool:
        """Say whether an official, a government or a body speaks: what players and stars will do is no undertaking."""
        assert one.speaker is not None
        if one.speaker.kind in ("government", "office"):
            return bool(lands(one.speaker.name))
        return one.speaker.kind == "person" and any(
            domain(role) == "state" for role in self.sides.roles(one.speaker.name)
        )

    def subject(self, words: Words, own: tuple[str, ...]) -> tuple[str, ...]:
        """Return the country or body that a content names first as its subject, if it is the speaker's side."""
        for one in self.between(words[0].start, words[0].start + 1):
            if one.type != "PER" and self.theirs(one.entity, own[0]):
                return (one.entity,)
        return own

    def names(self, words: Words) -> tuple[str, ...]:
        """Return who those words name: ``الطرفان``, or the people, bodies and countries among them."""
        several = said("general") | said("gathered")
        found = [token.text.removeprefix("و") for token in words if token.key.removeprefix("و") in several]
        for one in self.between(words[0].start, words[-1].end) if words and not found else ():
            if one.type != "LOC" or lands(one.entity):
                found.append(one.entity)
        return tuple(dict.fromkeys(found))

    def doers(
        self, names: tuple[str, ...], sides: tuple[str, ...], words: Words
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Of two who agree keep the one whose doing it is: ``انسحاب القوات الأميركية`` → واشنطن."""
        for token in words[:8]:
            if token.kind == "punct" or token.key in ("من", "في", "الي"):
                break
            land = lands(token.text)
            if land and token.key.startswith("ال") and land[0] in sides:
                return tuple(name for name in names if land[0] in self.sides.of(name)), land
        return names, sides

    def is_named(self, at: int) -> bool:
        """Say whether a name stands at that place of the text."""
        return self._over(self._spots, at)

    def is_time(self, at: int) -> bool:
        """Say whether a time stands at that place of the text."""
        return self._over(self._times, at)

    def _over(self, spots: Sequence[tuple[int, int]], at: int) -> bool:
        near = spots[max(0, bisect_right(spots, (at, len(self.text))) - 8) :][:8]
        return any(start <= at < end for start, end in near)


def _pair(report: Report) -> tuple[str, ...]:
    """Return the two countries that the head of a report names, empty where it names one, or more."""
    text = report.document.text
    head = " ".join(text[one.start : one.end] for one in report.annotations.sentences[:HEAD])
    found = lands(head)
    return found if len(found) == 2 else ()


def both(who: Sequence[str]) -> bool:
    """Say whether two sides are meant without their names: ``الطرفان``."""
    return any(fold(name) in said("general") for name in who)


def several(who: Sequence[str]) -> bool:
    """Say whether more than one is meant without names: ``الطرفان``, ``الوزراء``."""
    return both(who) or any(fold(name) in said("gathered") for name in who)
