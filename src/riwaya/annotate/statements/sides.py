"""Whose side a speaker is on, as far as the report's own titles and names tell."""

from __future__ import annotations

from bisect import bisect_left

from riwaya.annotate.statements.claimwords import words
from riwaya.arabic.tokens import Token
from riwaya.model import Mention, Names, Speaker

_BODIES = words("bodies")


class Sides:
    """The countries and bodies for which the people and offices of one report speak."""

    def __init__(self, names: Names) -> None:
        self._mentions = sorted(names.mentions, key=lambda one: (one.start, -one.end))
        self._starts = [one.start for one in self._mentions]
        self._countries = {place.name: place.country for place in names.places if place.country}
        self._by_title: dict[str, set[str]] = {}
        for one in self._mentions:
            if one.type == "TITLE":
                self._by_title.setdefault(one.entity, set()).update(self._first(one.start, one.end, one))

    def same(self, speaker: Speaker, subject: Token, end: int) -> bool:
        """Say whether the subject that begins with that token is the speaker, or a country or body he speaks for."""
        named = [one for one in self._within(subject.start, end) if one.type not in ("TITLE", "NOUN")]
        if not named:
            return False
        one = named[0]
        if one.entity == speaker.name:
            return True
        heads = one.start == subject.start or subject.key.removeprefix("ال") in _BODIES
        return heads and one.type != "PER" and not self._known(one).isdisjoint(self._of(speaker))

    def _of(self, speaker: Speaker) -> set[str]:
        found = set(self._by_title.get(speaker.name, ()))
        if speaker.kind in ("government", "office") and speaker.start is not None and speaker.end is not None:
            found |= self._first(speaker.start, speaker.end)
        return found

    def _first(self, start: int, end: int, title: Mention | None = None) -> set[str]:
        """Return what the first name in a title stands for: ``وزير الخارجية الروسي`` speaks for روسيا."""
        for one in self._within(start, end):
            if one is not title and one.type in ("NORP", "LOC", "ORG"):
                return self._known(one)
        return set()

    def _known(self, one: Mention) -> set[str]:
        """Return the entity and, for a place, its country: a capital stands for its government."""
        return {one.entity, self._countries.get(one.entity) or one.entity}

    def _within(self, start: int, end: int) -> list[Mention]:
        at = bisect_left(self._starts, start - 1)
        found = []
        while at < len(self._mentions) and self._starts[at] < end:
            if self._mentions[at].start >= start - 1 and self._mentions[at].end <= end:
                found.append(self._mentions[at])
            at += 1
        return found
