"""Of which event a count is told: its days, the day it runs from, its places and the telling words around it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.link.figures.befallen import of_fate
from riwaya.link.terms import term, token_term
from riwaya.model import Report, Sentence, Time

_SINCE = frozenset(map(fold, ("منذ", "ومنذ")))
_BACK = frozenset(map(fold, ("بعد", "قبل", "مضي")))
_MOST = frozenset(
    map(fold, ("أعنف", "أكبر", "أسوأ", "أدمى", "أخطر", "أضخم", "أقوى", "أول", "أولى", "أعلى", "أشد", "أدنى"))
)
_NEAR = 5  # words
_OVER = frozenset(map(fold, ("خلال", "مدى", "مدار", "في")))
_REACH = 12  # code points between such a word and its span of time
_DAY = 86400.0
_LONGEST = 400 * _DAY
OLD = 3 * _DAY

_VOWELS = str.maketrans("", "", "اويىهةءئؤ")

Intervals = tuple[tuple[float, float], ...]


class Setting(Struct, frozen=True, kw_only=True):
    """``near`` are the telling words of the sentence, ``frame`` those of headline and lead; intervals in seconds.

    ``at`` is the moment of publication, ``exact`` where it is more than a day. ``when`` are the intervals that the
    sentence dates something to, ``since`` the start of a running count, ``past`` where it looks back
    over days or more (``بعد شهرين``), ``sum`` where it sums them up, ``old`` where all of them lie days back.
    """

    at: float | None
    exact: bool
    when: tuple[tuple[float, float], ...]
    since: float | None
    past: bool
    sum: bool
    places: frozenset[str]
    home: frozenset[str]
    near: frozenset[str]
    frame: frozenset[str]

    @property
    def old(self) -> bool:
        """Whether the sentence speaks of something days before the report."""
        return self.at is not None and bool(self.when) and max(until for _, until in self.when) < self.at - OLD


def moment(value: str) -> tuple[float | None, bool]:
    """Return a published time as seconds of UTC, and whether it is finer than a day: ``2020-05-18T21:04+03:00``."""
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None, False
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    return found.timestamp(), len(value) > len("2020-05-18")


def running(times: Sequence[Time], words: Sequence[Token]) -> float | None:
    """Return the start of a running count: ``منذ 30 مارس`` (since 30 March); 0 where no day tells it."""
    before = {token.end: token.key for token in words}
    if _SINCE.isdisjoint(before.values()) or _record(words):
        return None
    for time in times:
        last = max((end for end in before if end <= time.start), default=None)
        if last is not None and before[last] in _SINCE and time.from_ is not None:
            return _seconds(time.from_) or 0.0
    return 0.0


def _record(words: Sequence[Token]) -> bool:
    """Say whether ``منذ`` tells of a record alone: ``الهجوم الأعنف منذ 2014`` (the heaviest since) counts one day."""
    since = next(n for n, token in enumerate(words) if token.key in _SINCE)
    return any(token.key.removeprefix("ال") in _MOST for token in words[max(0, since - _NEAR) : since])


def intervals(times: Sequence[Time]) -> tuple[tuple[float, float], ...]:
    """Return what the dates of a sentence denote; of ``منذ`` and longer than a year nothing."""
    found = []
    for time in times:
        if time.type in ("DATE", "TIME") and time.from_ and time.until:
            start, end = _seconds(time.from_), _seconds(time.until)
            if start is not None and end is not None and 0 < end - start <= _LONGEST:
                found.append((start, end))
    return tuple(sorted(set(found)))


def _seconds(value: str) -> float | None:
    return moment(value)[0]


def summed(times: Sequence[Time], words: Sequence[Token]) -> bool:
    """Say whether the sentence sums up days or more: ``خلال عشرة أيام``, ``في يومين``."""
    return _spanned(times, words, _OVER)


def spanned(times: Sequence[Time], words: Sequence[Token]) -> bool:
    """Say whether the sentence looks back over days or more: ``بعد نحو شهرين``."""
    return _spanned(times, words, _BACK)


def _spanned(times: Sequence[Time], words: Sequence[Token], before: frozenset[str]) -> bool:
    spans = [one for one in times if one.type == "DURATION" and (one.value or "")[-1:] in "DWMY"]
    back = [one.end for one in words if one.key in before]
    return any(0 <= span.start - end <= _REACH for span in spans for end in back)


def telling(words: Sequence[Token]) -> frozenset[str]:
    """Return the telling words of a sentence, those of fates and numbers left out."""
    return frozenset(found for token in words if not of_fate(token.key) and (found := token_term(token)))


def places(report: Report, sentence: Sentence) -> frozenset[str]:
    """Return the places and nations of a sentence, as terms of their fullest names: ``كابل`` and ``كابول`` meet."""
    return frozenset(
        _consonants(" ".join(filter(None, (term(fold(word)) for word in one.entity.split()))) or fold(one.entity))
        for one in report.annotations.mentions
        if one.type in ("LOC", "NORP") and sentence.start <= one.start < sentence.end
    )


def _consonants(name: str) -> str:
    return name[:1] + name[1:].translate(_VOWELS)
