"""Where a count was: the places that its own clause puts it in: ``مقتل 12 عاملا في سلوان`` (12 killed in Salwan).

A place counts under a preposition of place (``في``, ``قرب``, ``شمال`` …), or right behind one that does (``في كرمة
بريف سلوان``). It doesn't where the noun before it owns it (``وزارة الصحة في سلوان``), where it only tells who counts,
where somebody came from or is bound for, or where another clause begins between it and the count. Money, shares and
scores are nowhere. Misses: places without a preposition (``هز انفجاران سلوان``), those told in another sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings
from riwaya.link.events import event_words, small_words
from riwaya.link.figures.aside import aside
from riwaya.link.figures.befallen import of_fate
from riwaya.link.figures.marks import words as marked
from riwaya.link.figures.nouns import measured
from riwaya.model import Figure, Mention, Span

CHAIN = 5  # words of class and direction between a preposition and the name of a place
BEFORE, BEHIND = 12, 25  # words between a count and its place
_STOPS = frozenset("؛:.!؟?…")
_QUOTES = frozenset("\"'«»“”#()")
_MARKS = ("", "ال", "ب", "بال", "لل", "ل", "و")
_NEAR = frozenset({"في", "ب", "داخل", "قرب", "عند", "وسط"})


@lru_cache(maxsize=1 << 14)
def _finite(key: str) -> bool:
    return bool(readings(key)) and not of_fate(key)


class Site(Struct, frozen=True):
    """The words, names and figures of one sentence."""

    words: Sequence[Token]
    mentions: Sequence[Mention]
    figures: Sequence[Figure]

    def where(self, figure: Figure, inside: Span | None, befallen: bool) -> tuple[str, ...]:
        """Return the places of a count by their fullest names: those up to the next count, else later.

        Of people to whom something has ``befallen`` they may stand before: ``في سلوان، أصيب 12``. ``inside`` is what a
        voice says, where the count stands in its words.
        """
        if measured(figure.counted):
            return ()
        at = self.figures.index(figure)
        start, end = self._bounds(figure, inside)
        ends = [*(one.start for one in self.figures[at + 1 :]), end]
        for low, high in ((figure.start, ends[0]), (ends[0], end), (start, figure.start))[: 2 + befallen]:
            if found := tuple(dict.fromkeys(self._sites(max(low, start), min(high, end), figure))):
                return found
        return ()

    def _bounds(self, figure: Figure, inside: Span | None) -> tuple[int, int]:
        """Return the stretch of the clause that holds the count, in code points."""
        at = next(n for n, word in enumerate(self.words) if word.end > figure.start)
        start, end = self.words[max(0, at - BEFORE)].start, self.words[min(at + BEHIND, len(self.words) - 1)].end
        if inside is not None:
            start, end = max(start, inside.start), min(end, inside.end)
        for at, word in enumerate(self.words):
            if self._parts(at):
                if word.end <= figure.start:
                    start = max(start, word.start)
                elif word.start >= figure.end:
                    return start, min(end, word.start)
        return start, end

    def _parts(self, at: int) -> bool:
        """Say whether a word opens another clause: ``بينما``, ``وفق``, ``التي``, ``، ويقيم``; not ``وأصيب``."""
        word = self.words[at]
        if word.kind == "punct":
            return word.text in _STOPS
        begins = at and (self.words[at - 1].text == "،" or word.key[1:2] in ("ي", "ت"))
        return (
            bool(begins and word.key[:1] == "و" and _finite(word.key[1:]))
            or word.key in small_words("according")
            or word.key in marked("apart")
        )

    def _sites(self, low: int, high: int, figure: Figure) -> Iterator[str]:
        """Yield the places that the words low..high tell as such, a place right behind one that counts among them."""
        last = -1
        for one in self.mentions:
            if one.type != "LOC" or not low <= one.start < high or self._generic(one):
                continue
            at = next(n for n, word in enumerate(self.words) if word.end > one.start)
            goes_on = last >= 0 and self._goes_on(last, at)
            if last >= 0 and not goes_on and any(word.text == "،" for word in self.words[last:at]):
                return
            if goes_on or self._held(one, at, figure):
                last = next((n for n, word in enumerate(self.words) if word.start >= one.end), len(self.words))
                yield one.entity

    def _generic(self, one: Mention) -> bool:
        """Say whether a name is but a kind of place, or one to which something goes: ``مدينة``, ``لسلوان``."""
        word = next(word for word in self.words if word.end > one.start)
        return fold(one.entity) in small_words("site") or (one.start > word.start and word.form[:1] == "ل")

    def _held(self, one: Mention, place: int, figure: Figure) -> bool:
        """Say whether a place stands under a preposition of place that nobody before it owns."""
        lead = one.start > self.words[place].start and self.words[place].form[:1]
        if lead and self.words[place - 1].key in event_words():
            return False  # الاعتراف بسلوان
        at = place if lead else self._lead(place)
        if not lead:
            lead = self._preposition(at)
        return lead in _NEAR and not self._names(place) and not self._owned(at, figure)

    def _names(self, place: int) -> bool:
        """Say whether a place only names what is sold: ``غرب تكساس الوسيط``, a kind of oil."""
        return any(word.key in marked("ware") for word in self.words[place + 1 : place + 2])

    def _lead(self, place: int) -> int:
        """Return the word that the phrase of a place begins with: ``في`` of ``في شمال مدينة سلوان``."""
        for at in range(place - 1, max(-1, place - 1 - CHAIN), -1):
            if self._preposition(at):
                return at
            if not (self._class(at) or self.words[at].text in _QUOTES):
                return -1
        return -1

    def _preposition(self, at: int) -> str:
        if at < 0:
            return ""
        key = self.words[at].key.removeprefix("و")
        if key in small_words("direction") and key != "خارج":
            return "في" if self.words[at - 1].key not in ("الي", "من") else "الي"
        if key in small_words("preposition") or key in small_words("locative"):
            return key
        if self._class(at) and key[:1] in "بل" and key not in small_words("site") | marked("site"):
            return key[:1]
        return ""

    def _class(self, at: int) -> bool:
        """Say whether a word says what kind of place it is: ``مدينة``, ``بمحافظة``, ``وقرى``."""
        if at < 0:
            return False
        known, key = small_words("site") | marked("site"), self.words[at].key
        return any(key.removeprefix(mark) in known for mark in _MARKS if key.startswith(mark))

    def _owned(self, at: int, figure: Figure) -> bool:
        """Say whether a place under a preposition is that of another noun: ``القوات في سلوان``."""
        keys = [word.key.removeprefix("و") for word in self.words[:at]]
        if not keys or figure.start < self.words[at - 1].end <= figure.end:
            return False
        owners = small_words("settled") | small_words("describing") | small_words("body") | marked("owner")
        adjective = len(keys) > 1 and keys[-1].startswith("ال") and keys[-2] in owners
        if (adjective or keys[-1] in owners) and self._class(at - 2 - adjective):
            return False  # في محيط السفارة داخل سلوان
        return adjective or keys[-1] in owners or aside(keys, self.words[at].key)

    def _goes_on(self, last: int, place: int) -> bool:
        """Say whether a place follows one that counts: ``في كرمة وسلوان``, ``في كرمة شمال سلوان``."""
        between = self.words[last:place]
        return len(between) <= CHAIN and all(
            word.text in _QUOTES or word.text == "،" or self._class(last + n) for n, word in enumerate(between)
        )
