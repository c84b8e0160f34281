"""The words beside a count that tell what is counted: ``جولات`` **من الحوار**, **الأسرى** ``الذين بلغ عددهم 14``.

Grammar (an adjective agrees with its noun, a genitive or ``من`` follows a noun that says little by itself: ``70 حالة``
**اختناق**) and the words of lexicon/countmarks.tsv. Misses: adjectives of other forms, nouns that look like verbs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from riwaya.arabic.clitics import segment
from riwaya.arabic.guards import guards
from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings
from riwaya.link.events import small_words
from riwaya.link.figures.marks import words as marked
from riwaya.link.figures.nouns import group, key
from riwaya.model import Figure, Mention, Time

_ENDS = ("ين", "ان", "ون", "ات")
_MOST = 2  # adjectives of one noun
_TELLING = 10  # words before a number that may tell whom it counts
_DEFINITE = ("ال", "لل")


class Beside(Struct, frozen=True):
    """The words before and behind a count; ``taken`` are where times and places begin, ``bodies`` where names of bodies
    begin and end."""

    before: Sequence[Token]
    after: Sequence[Token]
    taken: Collection[int] = ()
    bodies: Sequence[tuple[int, int]] = ()

    def behind(self, noun: str, some: bool) -> str:
        """Return what completes a counted noun; ``some`` says that it stands behind ``من`` (``ثلاثة من أعضاء``)."""
        found = list(self._adjectives(noun))
        at = len(found)
        while self._word(at).startswith("ال") and _deictic(self._word(at)):
            at += 1  # الجولتين السابقتين من
        if self._word(at) == "من":
            found += self._out_of(at, noun)
        elif not found and some and not noun.startswith("ال"):
            found += self._genitive(at)
        elif noun and not found and key(noun) in marked("head") and self._plain(at):
            found += [self.after[at], *self._adjectives(self.after[at].text, at + 1)]
        return " ".join(one.text for one in found)

    def ahead(self) -> str:
        """Return whom a number without a noun counts: ``الأسرى الذين بلغ عددهم``, ``عدد القتلى إلى``, else nothing."""
        near = self.before[-_TELLING:]
        for at, (one, then) in enumerate(pairwise(near)):
            if one.key.lstrip("وب") in ("عدد", "اعداد", "حصيله") and then.key.startswith("ال"):
                return then.text
            whose = at and near[at - 1].key.startswith("ال")  # قتلى الطائرة المنكوبة عددهم
            if one.key.startswith("ال") and then.key in marked("amounting") and not whose:
                return one.text
        return ""

    def share(self) -> str:
        """Return what a share is of: ``8 في المئة`` **من الأصوات**, **نسبة البطالة** ``إلى 7 في المئة``."""
        if self._word(0) == "من":
            return " ".join(one.text for one in self._genitive(1))
        for at in range(len(self.before) - 2, -1, -1):
            if self.before[at].key.lstrip("وبل") in marked("rate") and self.before[at + 1].key.startswith("ال"):
                return f"{self.before[at].text} {self.before[at + 1].text}"
        return ""

    # ── what stands behind ──────────────────────────────────────────────────────────────────────────────────────

    def _word(self, at: int) -> str:
        return self.after[at].key if at < len(self.after) and self.after[at].kind == "word" else ""

    def _free(self, at: int) -> bool:
        return bool(self._word(at)) and self.after[at].start not in self.taken

    def _adjectives(self, noun: str, at: int = 0) -> Iterator[Token]:
        for place in range(at, at + _MOST):
            if not (self._free(place) and _agrees(noun, self.after[place])) or self._governs(place):
                return
            yield self.after[place]

    def _governs(self, at: int) -> bool:
        """Say whether an adjective has an object of its own: ``طائرة تابعة للجيش``."""
        return self._word(at) in marked("governing")

    def _plain(self, at: int) -> bool:
        """Say whether a word is an indefinite noun that may be a genitive: ``حالة`` **اختناق**, not ``حالة سجلت``."""
        word = self._word(at)
        if not self._free(at) or len(word) < 3 or word.startswith(_DEFINITE) or word.endswith("ا") or readings(word):
            return False
        small = small_words("preposition") | small_words("opener") | guards("figureguards")["stop"]
        return word not in small and not segment(self.after[at].form).proclitics

    def _out_of(self, at: int, noun: str) -> list[Token]:
        """Return ``من`` and whom or what a count is so many of, where that is a group, a body, or the noun needs it."""
        after = self._word(at + 1)
        if after in marked("chief"):
            return list(self.after[at : at + 3])  # من أبرز قادته
        if after in marked("not of") or not self._free(at + 1):
            return []
        people = after.startswith("ال") and after.endswith("ين")
        if not (people or (noun and key(noun) in marked("head")) or (group(noun) and self._body(at + 1))):
            return []
        found = self._genitive(at + 1)
        return [self.after[at], *found] if found else []

    def _body(self, at: int) -> int:
        """Return behind which word the name of a body ends that begins at one, 0 where none does."""
        start = self.after[at].start if at < len(self.after) else -1
        end = next((end for begin, end in self.bodies if start <= begin < start + 2), 0)
        return next((n for n, one in enumerate(self.after) if one.start >= end), len(self.after)) if end else 0

    def _genitive(self, at: int) -> list[Token]:
        """Return a definite phrase that begins at a word: ``قوات النظام``, ``المحادثات الاستراتيجية``; else nothing."""
        end = self._body(at) or self._body(at + 1)
        if end:
            return list(self.after[at:end])
        last = at if self._word(at).startswith("ال") else at + 1
        if not self._word(last).startswith("ال") or not self._free(last) or (last > at and not self._free(at)):
            return []
        while self._free(last + 1) and _definite_pair(self._word(last), self._word(last + 1)):
            last += 1
        return list(self.after[at : last + 1])


def beside(before: Sequence[Token], after: Sequence[Token], times: Sequence[Time], names: Sequence[Mention]) -> Beside:
    """Return the words beside a count, with where times, places and bodies stand behind it."""
    taken = [*times, *(one for one in names if one.type == "LOC")]
    inside = (word.start for word in after if any(one.start < word.end and word.start < one.end for one in taken))
    bodies = [(one.start, one.end) for one in names if one.type == "ORG"]
    return Beside(before, after, frozenset(inside), bodies)


def completed(figure: Figure, own: Sequence[Token], words: Beside) -> str:
    """Return the words beside a count that say what is counted, behind its own noun or instead of one."""
    noun = figure.counted.split()[-1] if figure.counted else ""
    some = len(own) > 1 and own[-2].key == "من"
    found = words.behind(noun, some)
    return found if noun else found.removeprefix("من ") or words.ahead()


def _deictic(word: str) -> bool:
    return any(word.startswith(one) for one in marked("deictic"))


def _definite_pair(noun: str, word: str) -> bool:
    """Say whether a definite word may be the adjective of the one before it: ``الاستراتيجية`` of ``المحادثات``."""
    agrees = word.startswith("ال") and word.endswith(("ي", "يه", "ين", noun[-1:]))
    return agrees and not _deictic(word) and word not in small_words("opener")


def _agrees(noun: str, word: Token) -> bool:
    """Say whether a word has the form of an adjective of an indefinite noun: ``جنديين`` تركيين, ``كلم`` مربع."""
    text, folded = word.text, word.key
    if folded in marked("squared"):
        return True
    if noun.startswith(_DEFINITE) or folded.startswith(_DEFINITE) or len(folded) < 4 or folded[:1] in "ويل":
        return False
    known = guards("figureguards")
    if folded in marked("others") | known["stop"] | known["notadjective"] | known["time"] | small_words("preposition"):
        return False
    if noun.endswith(("ين", "ان")):
        return text.endswith(noun[-2:]) and not (folded[:1] == "ت" and readings(folded))
    if noun.endswith("ا"):
        return text.endswith("يا")
    if segment(word.form).proclitics:
        return False
    if text.endswith("ية"):
        return noun.endswith(("ة", "ات")) or len(noun) > 3
    return text.endswith("ة") and noun.endswith(("ة", "ات"))
