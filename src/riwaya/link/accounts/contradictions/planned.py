"""A slip in the day of what is planned: ``القمة المقررة في 12 يونيو``, in one report ``القمة المقررة يوم 12 مايو``.

Most reports of a story know the day; another one is a slip only if it is the day beside or the same day of another
month: plans are also moved, and several meetings are planned.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.link.accounts.contradictions.difference import DAY, Difference
from riwaya.link.accounts.contradictions.told import Told, published, told
from riwaya.link.accounts.passages import Reader
from riwaya.link.accounts.wordlists import listed
from riwaya.model import Time

_BEFORE = 70  # letters before a day in which what is planned stands
_WELL = 3  # reports that know the day
_MOST = 6  # of them that are shown beside a slip
_BREAK = re.compile(r"[.\n:؛]")
_DIGIT = re.compile(r"\d")


class Plan(Struct, frozen=True):
    """A day to come of something that is held: a summit, a ballot."""

    noun: str
    day: str
    reader: Reader
    start: int
    end: int


def slipped(readers: Sequence[Reader]) -> Iterator[tuple[Told, Told, Difference]]:
    """Yield a day that slipped with the days of reports that know it."""
    plans = [one for reader in readers for one in _plans(reader)]
    known = Counter((noun, day) for noun, day, _ in {(one.noun, one.day, _doc(one)) for one in plans})
    days = {(_doc(one), time.value) for one in plans for time in one.reader.report.annotations.times}
    for one in plans:
        right = [
            other
            for other in plans
            if other.noun == one.noun
            and known[other.noun, other.day] >= max(_WELL, 2 * known[one.noun, one.day])
            and _slip(one.day, other.day)
            and (_doc(one), other.day) not in days
        ]
        for other in list({_doc(other): other for other in right}.values())[:_MOST]:
            spans = (one.start, one.end), (other.start, other.end)
            yield told(one.reader, *spans[0]), told(other.reader, *spans[1]), Difference("date", *spans, "planned")


def _plans(reader: Reader) -> Iterator[Plan]:
    text, day = reader.report.document.text, published(reader)
    for one in reader.report.annotations.times:
        if not _whole(one) or _DIGIT.search(text, one.start, one.end) is None:
            continue
        before = _BREAK.split(text[max(0, one.start - _BEFORE) : one.start])[-1].split()
        keys = [fold(word.strip('،"«»()#')) for word in before]
        nouns = [noun for key in keys if (noun := _noun(key))]
        ahead = bool(day) and (one.value or "") > day
        due = any(key.removeprefix("ال") in _listed("due") for key in keys)
        if (
            nouns
            and (ahead or due)
            and not (keys and keys[-1] in listed("bounds"))
            and not _DIGIT.search(" ".join(before))
        ):
            yield Plan(nouns[-1], one.value or "", reader, one.start, one.end)


def _whole(time: Time) -> bool:
    value = time.value or ""
    return time.type == "DATE" and len(value) == DAY and value.count("-") == 2 and "W" not in value


def _slip(one: str, other: str) -> bool:
    """Say whether two days differ as slips do: by a day, or in the month alone."""
    left, right = date.fromisoformat(one), date.fromisoformat(other)
    return abs((left - right).days) == 1 or (left.day == right.day and left.month != right.month)


def _doc(plan: Plan) -> str:
    return plan.reader.report.document.id


@cache
def _noun(key: str) -> str:
    """Return what is held, without proclitics: ``للقمة`` → قمه."""
    return next((noun for noun in _listed("held") if key.endswith(noun) and len(key) - len(noun) <= 3), "")


@cache
def _listed(kind: str) -> tuple[str, ...]:
    rows = (row["words"].split() for row in table("deadlines") if row["kind"] == kind)
    return tuple(fold(word) for words in rows for word in words)
