"""Dates that a clause gives by another event: ``سحبها عام 2011، بعد ثماني سنوات من الغزو`` (eight years after) → 2003.

Only whole years and months beside a dated event are reckoned, and the result is no finer than they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from riwaya.link.clauses import Clause, Found
from riwaya.link.events import small_words
from riwaya.model import Precision, Time

_LENGTH = re.compile(r"P(\d{1,3})([YM])$")
_NEAR = 2  # words after من within which the event is named


class Reckoned(Struct, frozen=True):
    """An event dated by another: which, and the month or year that follows."""

    found: Found
    time: Time
    precision: Precision


def reckoned(sentence: Clause, times: Iterable[Time], dated: Iterable[tuple[str, int]]) -> Iterator[Reckoned]:
    """Yield the events of a sentence that it dates by the distance to another one.

    ``dated`` are the dates (TIMEX3) of the sentence with the offset where each stands; the last one before counts.
    """
    known = sorted(dated, key=lambda one: one[1])
    for time in times:
        length = _LENGTH.match(time.value or "")
        place = _place(sentence, time)
        base = [value for value, at in known if at < time.start]
        if time.type != "DURATION" or length is None or place is None or not base:
            continue
        found, after = place
        value = _moved(base[-1], int(length[1]), length[2], -1 if after else 1)
        if value:
            moved = Time(
                start=time.start, end=time.end, type="DATE", value=value, from_=_first(value), until=_next(value)
            )
            yield Reckoned(found, moved, "year" if len(value) == 4 else "month")


def _place(sentence: Clause, time: Time) -> tuple[Found, bool] | None:
    """Return the event named after ``قبل … من`` or ``بعد … من``, and whether the clause is after it."""
    words = sentence.words
    first = next((at for at, word in enumerate(words) if word.end > time.start), len(words))
    last = next((at for at, word in enumerate(words) if word.end >= time.end), len(words))
    if not first or last + 1 >= len(words) or words[last + 1].key != "من":
        return None
    key = words[first - 1].key.removeprefix("و")
    if key not in small_words("distance"):
        return None
    nouns = [each for each in sentence.events if last + 1 < each[0] <= last + 1 + _NEAR and each[1].form == "noun"]
    return (nouns[0], key == "بعد") if nouns else None


def _moved(base: str, number: int, unit: str, sign: int) -> str:
    if not re.match(r"\d{4}", base):
        return ""
    year = int(base[:4])
    if unit == "Y":
        return f"{year + sign * number:04}"
    if not re.match(r"\d{4}-\d\d", base):
        return ""
    months = year * 12 + int(base[5:7]) - 1 + sign * number
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _first(value: str) -> str:
    return f"{value}-01-01" if len(value) == 4 else f"{value}-01"


def _next(value: str) -> str:
    return _first(_moved(value, 1, "Y" if len(value) == 4 else "M", 1))


def week_before(time: Time, found: Found | None, published: str) -> Time:
    """Return a bare weekday that the verb of its clause puts into the past a week earlier than the time is read.

    ``ردا على سؤال مساء الأربعاء رفض الحاكم …`` in a report of Sunday: the Wednesday before it, not the one to come.
    """
    forward = time.rule.startswith("weekday, clause ") and not time.rule.endswith("past")
    past = found is not None and found[1].form == "past" and not found[1].maybe_noun
    if not (forward and past) or (time.from_ or "")[:10] <= published[:10]:
        return time
    moved = [_back(part) for part in (time.value, time.from_, time.until)]
    value, from_, until = moved
    return replace(time, value=value, from_=from_, until=until) if all(moved) else time


def _back(value: str | None) -> str | None:
    try:
        day = date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
    return (day - timedelta(7)).isoformat() + (value or "")[10:]
