"""Figures that contradict each other: rival counts of one thing, never two counts of two things if that can be told."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, groupby

from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.tell.figures import Count, series

_NEAR = frozenset({"exactly", "about"})
_LEAST_SHARED = 4
_LEAST_RATIO = 1 / 3
_LEAST_BESIDE = 2
_LEAST_OF_FATE = 4
_LEAST_OF_SHORTER = 0.4
_FARTHEST = 4
_MOST_PAIRED = 200
_ROUNDED = 1.3
"""So much more than a lower bound (``أكثر من ألف``, over a thousand) is still that bound, spoken in round numbers."""
_APART = 3
_TALLY = frozenset({"العدد", "عددها", "عددهم", "عددهن", "الحصيله", "حصيلتها", "الرقم"})
_RISING = frozenset({"يرتفع", "ارتفع", "وارتفع", "يصل", "سيصل", "وصل"})
_CONTRAST = frozenset({"بينما", "فيما"})
_PEOPLE = frozenset({"شخص", "اشخاص", "فرد", "افراد"})
_WORD = re.compile(r"[^\W\d_]+")

Pair = tuple[Count, Count]


def disputes(found: Sequence[Count]) -> list[tuple[Count, ...]]:
    """Return the counts that contradict each other, those of one thing together, with all who give the same numbers.

    Two reports differ over a number if both give it exactly or about, for the same noun on one day, neither can round
    to the other nor is four times as large, each is the only count of its noun in its sentence and no part of another
    (``بينهم``, among them), and the sentences share four words, a third of all theirs, and two right beside the
    figure; for the same fate of people (``lexicon/fates.tsv``: killed, injured …) ``شخص`` (person) stands for any noun.
    Within one report two voices differ if the later is about the tally itself (``العدد لا يتجاوز 900``, the number
    does not exceed 900), or tells the same fate after a word of contrast (``بينما``, while).
    Sums, scores and measures (``lexicon/measures.tsv``) are never compared: a sentence about prices holds many.

    Misses: differences told in unlike words or over days, between ranges, and of a bare singular (``صاروخ``) against
    a number.
    """
    counted = [one for one in found if _measures().isdisjoint(one.series.split(" "))]
    groups: list[list[Count]] = []
    for left, right in (*_between(counted), *_of_fates(counted), *_within(counted)):
        touched = [group for group in groups if any(_same_thing(one, pair) for one in group for pair in (left, right))]
        groups = [group for group in groups if group not in touched]
        groups.append([*(one for group in touched for one in group), left, right])
    return [_everybody(group, counted) for group in groups]


@cache
def _measures() -> frozenset[str]:
    return frozenset(series(row["noun"]) for row in table("measures"))


def _same_thing(left: Count, right: Count) -> bool:
    return left.series == right.series and left.fate == right.fate


def _everybody(group: Sequence[Count], found: Sequence[Count]) -> tuple[Count, ...]:
    """Return whoever gives one of the disputed numbers for the same thing, in the order of ``found``."""
    numbers = {(one.series, one.figure.number) for one in group}
    return tuple(one for one in found if (one.series, one.figure.number) in numbers)


# ── between reports ─────────────────────────────────────────────────────────────────────────────────────────────


def _between(found: Iterable[Count]) -> Iterator[Pair]:
    ordered = sorted(found, key=lambda count: count.series)
    for _, group in groupby(ordered, key=lambda count: count.series):
        for left, right in combinations(_alone(list(group))[:_MOST_PAIRED], 2):
            if _differ(left, right) and _near(left, right) and _alike(left, right):
                yield left, right


def _of_fates(found: Iterable[Count]) -> Iterator[Pair]:
    ordered = sorted((one for one in found if one.fate), key=lambda count: count.fate or "")
    for _, group in groupby(ordered, key=lambda count: count.fate):
        for left, right in combinations(_alone(list(group))[:_MOST_PAIRED], 2):
            people = left.series != right.series and not _PEOPLE.isdisjoint({left.series, right.series})
            if people and _differ(left, right) and not _either_bounds(left, right) and _of_one_event(left, right):
                yield left, right


def _alone(group: list[Count]) -> list[Count]:
    """Return the counts that are the only ones of the group in their sentence, and no part of another."""
    number = Counter((count.evidence.doc, count.text) for count in group)
    return [one for one in group if number[one.evidence.doc, one.text] == 1 and not one.part]


def _differ(left: Count, right: Count) -> bool:
    return (
        _two_voices(left, right)
        and left.as_of is not None
        and right.as_of is not None
        and len(left.as_of) >= len("2020-01-01")
        and left.as_of[:10] == right.as_of[:10]
        and _rivals(left, right)
        and not (left.days and right.days and left.days.isdisjoint(right.days))
    )


def _near(left: Count, right: Count) -> bool:
    return {left.figure.relation, right.figure.relation} <= _NEAR


def _two_voices(left: Count, right: Count) -> bool:
    """Tell whether two outlets differ, or two named voices of one report."""
    if left.evidence.doc == right.evidence.doc:
        return left.spoken and right.spoken and left.by != right.by
    return left.outlet != right.outlet or left.outlet is None


def _rivals(left: Count, right: Count) -> bool:
    """Tell whether two numbers may be rival counts: neither as near as a round number nor worlds apart."""
    low, high = sorted((left.figure.number or 0, right.figure.number or 0))
    slack = 0.05 * high if "about" in (left.figure.relation, right.figure.relation) else 0
    return slack < high - low and high <= _FARTHEST * low


def _alike(left: Count, right: Count) -> bool:
    """Tell whether the sentences, and the words right beside the figures, are much the same."""
    shared = len(left.words & right.words)
    enough = shared >= _LEAST_SHARED and shared >= _LEAST_RATIO * len(left.words | right.words)
    return enough and len(left.beside & right.beside) >= _LEAST_BESIDE


def _of_one_event(left: Count, right: Count) -> bool:
    shared = len(left.words & right.words)
    return shared >= _LEAST_OF_FATE and shared >= _LEAST_OF_SHORTER * min(len(left.words), len(right.words))


# ── within a report ─────────────────────────────────────────────────────────────────────────────────────────────


def _within(found: Iterable[Count]) -> Iterator[Pair]:
    """Yield the counts that one report sets against each other: it knows what its voices speak of."""
    reports: dict[str, list[Count]] = defaultdict(list)
    for one in found:
        reports[one.evidence.doc].append(one)
    for group in reports.values():
        ordered = sorted(group, key=lambda count: count.evidence.start)[:_MOST_PAIRED]
        for left, right in combinations(ordered, 2):
            if _opposed(left, right) and (_of_the_tally(left, right) or _of_one_fate(left, right)):
                yield left, right


def _opposed(left: Count, right: Count) -> bool:
    """Tell whether two known voices, a few sentences apart, give numbers that cannot both be meant."""
    return (
        right.sentence - left.sentence <= _APART
        and (left.spoken or right.spoken)
        and left.by is not None
        and right.by is not None
        and fold(left.by) != fold(right.by)
        and not (left.part or right.part)
        and _rivals(left, right)
        and not _either_bounds(left, right)
    )


def _either_bounds(left: Count, right: Count) -> bool:
    return _bounds(left, right) or _bounds(right, left)


def _bounds(bound: Count, other: Count) -> bool:
    """Tell whether a bound leaves room for the other number: ``أكثر من ألف`` (over a thousand) for 1,200."""
    limit, number = bound.figure.number or 0, other.figure.number or 0
    if bound.figure.relation in ("at-most", "less-than"):
        return number <= limit
    return bound.figure.relation in ("at-least", "more-than") and limit <= number <= _ROUNDED * limit


def _of_the_tally(left: Count, right: Count) -> bool:
    """``نحو 1200 أسرة، فيما تقول … إن العدد لا يتجاوز 900 أسرة``: the number itself is spoken of."""
    near = [fold(word) for word in _WORD.findall(right.before)[-4:]]
    return left.series == right.series and not _TALLY.isdisjoint(near) and _RISING.isdisjoint(near)


def _of_one_fate(left: Count, right: Count) -> bool:
    """``قتل أكثر من 1000 شخص، بينما قال المرصد إن 915 شخصا قتلوا``: people dead, whatever they are called."""
    named = {left.series, right.series}
    contrast = not _CONTRAST.isdisjoint(map(fold, _WORD.findall(right.before)))
    return contrast and left.fate == right.fate is not None and (len(named) == 1 or bool(named & _PEOPLE))
