"""Quantities without a numeral: duals (``صاروخان``) and vague ones (``العشرات``)."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.annotate.figures.lexemes import JOINED, constructs, dual
from riwaya.annotate.figures.places import Places
from riwaya.arabic.guards import guards
from riwaya.arabic.verbs import readings
from riwaya.model import Figure

_DUAL = "figures/dual@1"
_VAGUE = "figures/vague@1"
_DUAL_ENDS = ("ن", "ي")


class Duals(Places):
    """The reader of duals and vague quantities."""

    __slots__ = ()

    def duals(self) -> Iterator[Figure]:
        """Yield the nouns in the dual: ``صاروخان``; not the definite ones of persons (``الرئيسان``)."""
        known = constructs()
        for at, token in enumerate(self.words):
            if token.key[-1:] not in _DUAL_ENDS or len(token.key) < 4:
                continue
            if self.guard("name", at):
                continue
            offset, form = dual(token.key)
            if form is None and token.key in known and self.is_construct(at):
                end = self.words[at + 1].end
                yield self.two(token.start, end, self.text[token.start : end])
            elif form is not None and not (form[0] == "person" and form[1]) and not self.ranks_two(at + 1):
                end = token.end
                if form[1] and self.key(at + 1).startswith("ال") and self.key(at + 1).endswith("ين"):
                    end = self.words[at + 1].end
                if not self.is_taken(token.start, end):
                    yield self.two(token.start + offset, end, self.text[token.start + offset : token.end])

    def ranks_two(self, at: int) -> bool:
        """Say whether two ordinals name the pair: ``المركزين الثالث والرابع``."""
        first = self.opened.get(at)
        second = self.opened.get(first.last) if first is not None and first.ordinal else None
        return second is not None and second.ordinal and self.key(second.first).startswith("و")

    def two(self, start: int, end: int, counted: str) -> Figure:
        """Return the figure of a dual at those code points."""
        return Figure(start=start, end=end, number=2, relation="exactly", counted=counted, by=_DUAL)

    def is_construct(self, at: int) -> bool:
        """A dual construct opens its phrase and has an indefinite noun after it: ``أن صاروخي كاتيوشا``."""
        after, before = self.key(at + 1), self.key(at - 1)
        if (
            len(after) < 4
            or after.startswith("ال")
            or after in guards("figureguards")["stop"]
            or self.words[at + 1].kind != "word"
        ):
            return False
        return before in ("ان", "باطلاق", "اطلاق", "بين", "سقوط")

    def vague(self) -> Iterator[Figure]:
        """Yield the quantities without a number, with what they count: ``العشرات``, ``مئات الآلاف من الجنود``.

        Misses: nouns behind an adjective, and those whose plural looks like a verb (``كتب``).
        """
        words = guards("figureguards")["vague"]
        numbers = {i for numeral in self.numerals for i in range(numeral.first, numeral.last)}
        done = -1
        for at, token in enumerate(self.words):
            joined = token.key[:1] in JOINED and token.key[1:] in words
            if at <= done or at in numbers or not (token.key in words or joined):
                continue
            if self.is_taken(token.start, token.end) or self.guard("time", at + 1) or self.guard("name", at):
                continue
            done = self._counted_by(at, words)
            last, start = self.words[done], token.start + joined
            counted = " ".join(word.text for word in self.words[at : done + 1])[joined:]
            yield Figure(start=start, end=last.end, number=None, relation="vague", counted=counted, by=_VAGUE)

    def _counted_by(self, at: int, vague: frozenset[str]) -> int:
        """Return the last word of a quantity: ``مئات آلاف [النازحين]``, ``العشرات من [الجنود]``."""
        while self.key(at + 1) in vague:
            at += 1
        of = self.key(at + 1) == "من"
        noun = at + 1 + of
        if noun >= len(self.words) or self.words[noun].kind != "word" or self.guard("time", noun):
            return at
        definite = "ال" in self.words[at].text[:3]  # الآلاف, not آلاف
        if self._named(noun):
            return noun if of or not definite else at
        construct = self._named(noun + 1) and not self.guard("stop", noun) and not readings(self.key(noun))
        return noun + 1 if construct and (of or not definite) else at

    def _named(self, at: int) -> bool:
        """Say whether a definite noun stands at that place."""
        return self.key(at).startswith("ال") and not self.guard("stop", at) and not self.guard("time", at)
