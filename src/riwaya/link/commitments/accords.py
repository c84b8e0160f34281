"""What a report itself tells of agreeing: ``اتفق الجانبان على تبادل الأسرى``, ``وافقت واشنطن على سحب قواتها``."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.link.clauses import Words
from riwaya.link.commitments.pledges import joined, said
from riwaya.link.commitments.undertakers import Undertakers, several
from riwaya.link.events import small_words

NEAR = 6  # words between a verb of agreeing and what is agreed on
BACK = 20  # words before ``اتفقا`` in which the two stand

Agreed = tuple[tuple[str, ...], int, int]
"""Who agrees, and the words ``[first, last)`` of what is agreed on."""


class Accords:
    """The agreements of one report's sentences."""

    def __init__(self, who: Undertakers) -> None:
        self.who = who

    def found(self, words: Words) -> Iterator[Agreed]:
        """Yield who agrees to do what.

        ``اتفقا على أهمية الحوار`` is no undertaking. Misses: an agreement of which only a noun tells
        (``اتفاق لنقل السفن``), or a passive (``تم الاتفاق على``: its parties are seldom the two that the report names).
        """
        for at, token in enumerate(words):
            assents = token.key in joined("assent")
            if not assents and token.key not in joined("accord"):
                continue
            on = self._on(words, at)
            if not on or (at and words[at - 1].key in small_words("negation")):
                continue
            who = self._actors(words, at, on)
            if self._undertaken(words, on, who, assents):
                yield from self._each(words, on, who)

    def _on(self, words: Words, at: int) -> int:
        """Return where على stands behind a word of agreeing, 0 where something else comes first."""
        on = next((n for n in range(at + 1, min(at + 1 + NEAR, len(words))) if words[n].key == "علي"), 0)
        return on if on + 2 < len(words) and not any(one.kind == "punct" for one in words[at:on]) else 0

    def _undertaken(self, words: Words, on: int, who: tuple[str, ...], assents: bool) -> bool:
        if not who or self.who.sport or words[on + 1].key in said("no act"):
            return False
        if self.who.is_named(words[on + 1].start):
            return False  # اتفق الحليفان على فلان
        if assents:
            return self._own(words, on) and not self.who.passes(who)
        return len(who) > 1 or several(who)

    def _own(self, words: Words, on: int) -> bool:
        """Say whether what is assented to is one's own: ``على سحب قواتها``; not ``على زيادة قدرها``."""
        key = words[on + 2].key
        if key in said("worth") or key.startswith("ال"):
            return False
        return key.endswith(("ها", "هم", "اته", "انه", "وده")) and len(key) > 2

    def _each(self, words: Words, on: int, who: tuple[str, ...]) -> Iterator[Agreed]:
        starts = [on + 1, *(n + 1 for n in range(on + 1, len(words) - 1) if words[n].key == "وعلي")]
        for start, end in zip(starts, [*(n - 1 for n in starts[1:]), len(words)], strict=True):
            if start < end:
                yield who, start, end

    def _actors(self, words: Words, at: int, on: int) -> tuple[str, ...]:
        """Return who agrees: the names or ``الطرفان`` behind the verb, else right before it, else the two before it."""
        found = self.who.names(words[at + 1 : on])
        if found and (len(found) > 1 or several(found) or words[at].key in joined("assent")):
            return found
        before = self._right_before(words, at)
        if len(before) > 1 or several(before) or (before and words[at].key in joined("assent")):
            return before
        return self._two(words, at) if words[at].key in joined("accord two") and not found else found

    def _right_before(self, words: Words, at: int) -> tuple[str, ...]:
        before = words[max(0, at - 4) : at]
        that = max((n + 1 for n, one in enumerate(before) if one.key in small_words("complementiser")), default=0)
        return self.who.names(before[that:])

    def _two(self, words: Words, at: int) -> tuple[str, ...]:
        """Return the two people, else the two countries, that stand before ``اتفقا``, if there is no third."""
        low = words[max(0, at - BACK)].start
        near = [one for one in self.who.between(low, words[at].start) if one.end <= words[at].start]
        for kind in ("PER", "LOC"):
            names = tuple(dict.fromkeys(one.entity for one in near if one.type == kind))
            if len(names) == 2:
                return names
        return ()
