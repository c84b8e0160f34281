"""Where an event took place: the places that the clause puts it in, and none that belongs to another noun or verb.

A place counts under a preposition of place (في، ب، قرب، شمال …), or after the verbs and nouns that take one (زار سلوان,
معركة سلوان). It doesn't where the noun before it owns it (القوات في العراق), where it describes
(المحاصرة قرب دمشق), where another verb or أن stands between, or where one is only sent or bound (إلى).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings
from riwaya.link.clauses import Clause, Found
from riwaya.link.events import event_words, small_words
from riwaya.link.parties import lands
from riwaya.link.phrases import Line, named
from riwaya.model import Mention

CHAIN = 5  # words of class and direction between a preposition and the name of a place
_SAID = frozenset(("MAKE STATEMENT", "APPEAL", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE"))

_STRUCK = frozenset(("ASSAULT", "COERCE", "PROTEST"))  # where forces are is where they strike or are struck


@lru_cache(maxsize=1 << 14)
def _finite(key: str) -> bool:
    return bool(readings(key))


def online(words: Sequence[Token], where: Sequence[str]) -> bool:
    """Say whether a meeting was held online: ``افتراضيا``, ``عبر تقنية الاتصال المرئي``, ``في دائرة تلفزيونية``.

    A means counts only where no place is told: ``التقوا في سلوان لبحث الجرائم عبر الإنترنت`` met in Salwan.
    """
    keys = [word.key for word in words]
    if not small_words("online").isdisjoint(keys):
        return True
    if any(
        key in small_words("online meeting") and keys[at - 1] in small_words("sitting") for at, key in enumerate(keys)
    ):
        return True
    led = (keys[at + 1 : at + 1 + CHAIN] for at, key in enumerate(keys) if key in small_words("through"))
    return not where and any(not small_words("online through").isdisjoint(behind) for behind in led)


class Site(Struct):
    """What the places of one event are read from."""

    sentence: Clause
    line: Line
    found: Found
    kind: str

    def where(self, bounds: tuple[int, int]) -> tuple[str, ...]:
        """Return the places of the event within the words of its line."""
        names = (named(one) for place, one in self._places(bounds) if self._there(place, one))
        return tuple(dict.fromkeys(names))

    def _places(self, bounds: tuple[int, int]) -> Iterator[tuple[int, Mention]]:
        for place in range(*bounds):
            one = self.line.name(place)
            if one is not None and one.type == "LOC":
                yield place, one

    def _there(self, place: int, one: Mention) -> bool:
        if self._cut_off(place) or self.line.titled(place):
            return False
        first, lead = self._led(place, one)
        if lead == "":
            return self._bare(place, first)
        if lead in ("الي", "ل"):
            return self._reached(first)
        if lead == "علي":
            return self.kind == "ASSAULT" and self._struck(first)
        if lead == "ب" and first and first - 1 != self.found[0] and self.line.words[first - 1].key in event_words():
            return False  # الاعتراف بسلوان
        return lead in small_words("locative") and not self._owned(first)

    # ── the place's own preposition ─────────────────────────────────────────────────────────────────────────────

    def _led(self, place: int, one: Mention) -> tuple[int, str]:
        """Return where the phrase of a place begins, and its preposition: ``في شمال مدينة سلوان`` → في."""
        words = self.line.words
        at = place
        token = words[at]
        if named(one) != one.entity:
            return at, token.form[:1]
        if one.start > token.start and token.form[one.start - token.start - 1] in "بل":
            return at, token.form[one.start - token.start - 1]
        for at in range(place - 1, max(-1, place - 1 - CHAIN), -1):
            key = words[at].key
            if key in small_words("preposition") or key.removeprefix("و") in small_words("preposition"):
                lead = key if key in small_words("locative") else key.removeprefix("و")
                return at, lead
            if key in small_words("direction"):
                return at, "في"
            if not (self._class(at) or words[at].text in "#\"'«»“”" or self._nested(at)):
                return at + 1, ""
            if key.startswith(("ب", "لل")) and key not in small_words("site"):
                return at, "ب" if key.startswith("ب") else "ل"
        return place, ""

    def _class(self, at: int) -> bool:
        """Say whether a word says what kind of place it is: ``مدينة``, ``بمحافظة``, ``أنحاء``."""
        key = self.line.words[at].key
        return any(key == mark + word for word in small_words("site") for mark in ("", "ال", "ب", "بال", "لل", "ل"))

    def _nested(self, at: int) -> bool:
        return self.line.held(at) and self.line.name(at) is None

    # ── whose place it is ───────────────────────────────────────────────────────────────────────────────────────

    def _cut_off(self, place: int) -> bool:
        """Say whether another verb, or a clause of its own, stands between the event and a place."""
        at = self.found[0]
        low, high = (at + 1, place) if place > at else (place + 1, at)
        if any(self._parts(i) for i in range(low, high)):
            return True
        return self.kind in _SAID and place > at and self._said(at, place)

    def _parts(self, at: int) -> bool:
        """Say whether a word opens another clause; ``وأصيب آخرون`` goes on with the first."""
        key = self.line.words[at].key
        if key in small_words("opener"):
            return True
        if key[:1] == "ي" and len(key) > 3 and _finite(key) and not self.line.held(at):
            return True  # حركة يقودها …
        return self.line.tells(at) and not (key[:1] == "و" and fold(event_words()[key].lemma) in small_words("passive"))

    def _said(self, at: int, place: int) -> bool:
        """Say whether a place belongs to what was said: only what stands right behind who said it is where he did."""
        for phrase in self.line.phrases(at + 1):
            if phrase.start >= place or phrase.end > place:
                return False
            if phrase.lead and phrase.lead not in small_words("while"):
                return True
            if not phrase.lead and not phrase.names and phrase.start > at + 1:
                return True
        return False

    def _owned(self, first: int) -> bool:
        """Say whether the noun before a preposition owns the place: ``القوات في العراق``, ``الواقعة شمال سلوان``."""
        if not first:
            return False
        before = first - 1
        key = self.line.words[before].key.removeprefix("و")
        if key in small_words("describing"):
            return True
        if before == self.found[0] or self._support() or self.kind in _STRUCK:
            return False
        owners = small_words("settled")
        if key in owners:
            return True
        # القوات الأمريكية في العراق: an adjective between
        noun = self.line.words[before - 1].key.removeprefix("و") if before else ""
        return key.startswith("ال") and noun in owners and before - 1 != self.found[0]

    def _support(self) -> bool:
        return fold(self.found[1].lemma) in small_words("support") | small_words("light")

    def _struck(self, first: int) -> bool:
        """Say whether a place under على is what the event strikes: its first preposition is."""
        rest = [one for one in self.line.phrases(self.found[0] + 1) if one.lead]
        return bool(rest) and rest[0].lead == "علي" and rest[0].start <= first + CHAIN and first > self.found[0]

    def _reached(self, first: int) -> bool:
        """Say whether a place gone to was reached: ``وصل إلى سلوان``, not ``غادر إلى``, nor ``رسالة إلى``."""
        at, one = self.found
        return fold(one.lemma) in small_words("arriving") and first - at <= 12

    def _bare(self, place: int, first: int) -> bool:
        """Say whether a place without a preposition is where it was: ``زار سلوان``, ``معركة سلوان``, ``قصفت سلوان``."""
        at, one = self.found
        word = self.line.words[at].key.removeprefix("و").removeprefix("ب").removeprefix("ل").removeprefix("ال")
        if one.form == "noun":
            own = word in small_words("of a place") or (
                word in small_words("held at") and not all(lands(name) for name in self._name(place))
            )
            return own and first == at + 1
        if fold(one.lemma) in small_words("arriving") or fold(one.lemma) in small_words("witnessing"):
            return self._first(place)
        return False

    def _name(self, place: int) -> Sequence[str]:
        one = self.line.name(place)
        return (one.entity,) if one is not None else ()

    def _first(self, place: int) -> bool:
        """Say whether no other name without a preposition can be meant: the place is the verb's object."""
        rest = [one for one in self.line.phrases(self.found[0] + 1) if not one.lead]
        return any(one.start <= place < one.end for one in rest[:2])
