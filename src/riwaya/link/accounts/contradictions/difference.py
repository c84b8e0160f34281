"""What two passages differ in, and what the finders of differences ask of words and passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.link.accounts.passages import Passage, Word
from riwaya.link.accounts.wordlists import joined
from riwaya.model import DetailKind

DAY = len("2018-01-01")
_SHARED = 2  # further words that two passages must share for a contrary or a negation to be of one thing
_FAR = 3  # words between a negated word and what shows that it is of the same thing


class Difference(Struct, frozen=True):
    """What two passages contradict each other in, with the words (offsets in their reports) and a reason in a word."""

    kind: DetailKind
    left: tuple[int, int]
    right: tuple[int, int]
    reason: str


def between(kind: DetailKind, left: Word, right: Word, reason: str, turned: bool = False) -> Difference:
    """Return the difference between two words, seen from the other side where ``turned``."""
    one, other = (left.start, left.end), (right.start, right.end)
    return Difference(kind, other, one, reason) if turned else Difference(kind, one, other, reason)


def of_one_thing(left: Passage, right: Passage, apart: frozenset[str]) -> bool:
    """Say whether two passages of one day share so much else that a contrary in them is of one thing."""
    shared = len((left.terms & right.terms) - apart)
    least = min(len(left.terms - apart), len(right.terms - apart))
    one_day = left.voice.day[:DAY] == right.voice.day[:DAY]
    return one_day and shared >= _SHARED and 2 * shared >= least


def names(word: Word) -> frozenset[str]:
    """Return the stem and the lemma of a word: ``يوقع`` and ``وقع`` share the lemma."""
    return frozenset((word.term, word.event)) if word.event else frozenset((word.term,))


def by_name(words: Iterable[Word]) -> dict[str, Word]:
    """Return words by their stems and lemmas."""
    return {name: word for word in words for name in names(word)}


def found(word: Word, among: Mapping[str, Word]) -> Word | None:
    """Return the word of ``among`` that shares a stem or lemma with a word."""
    return next((among[name] for name in sorted(names(word)) if name in among), None)


def beside(word: Word, passage: Passage) -> frozenset[str]:
    """Return the words right after a word: what is said not to be so."""
    at = next(place for place, one in enumerate(passage.words) if one is word)
    return frozenset(one.term for one in passage.words[at + 1 : at + 1 + _FAR])


def events_before(passage: Passage, at: int, far: int) -> frozenset[str]:
    """Return the events that a date or place stands by: the event words shortly before it."""
    before = [word for word in passage.words if word.event and word.end <= at and at - word.end < far]
    return frozenset(name for word in before for name in names(word))


def keys(passage: Passage) -> frozenset[str]:
    """Return the folded words of a passage as they are printed."""
    return frozenset(fold(word.strip('،.:"«»()')) for word in passage.text.split())


def has(passage: Passage, *kinds: str) -> bool:
    """Say whether a passage has a word of one of the classes of ``voicewords.tsv``."""
    return any(not keys(passage).isdisjoint(joined(kind)) for kind in kinds)
