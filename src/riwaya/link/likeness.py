"""Whether two happenings are one event: dates that agree as far as both are known, shared actors, words and kind.

A word counts by how rare it is in newswire, and for less where many happenings of the story have it: in a story of a
summit ``القمة`` tells nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from riwaya.link.candidates import NEWS_DAYS, ordinal
from riwaya.link.happening import Happening
from riwaya.link.terms import rarity

SAME = 0.30
COARSER = 0.12  # asked for in addition where only one of them knows the day
UNKNOWN = 0.2  # where neither has a date
UNDATED = 0.3  # where only one of them has a date
UNDATED_NEXT = 0.1  # and the other, of the same kind, is told on that day or the next
LEAD_DAYS = 3  # after an event, on which a lead without a date may tell it
FINER = 0.12  # asked for in addition where only one of two groups has an hour
SAME_HOUR = 0.3  # two events that one report has at one dawn or minute are mostly one
SAME_MEETING = 0.22  # two meetings that one report has on one day are mostly one
OTHERS_MET = 0.3  # two meetings of one host with a guest of its own each
SAME_TALKS = 0.35  # talks that one report plans for a week and for a day of it are one
COMPARED = 8  # happenings of an event that another one is compared with
LARGEST = 40  # events of one day, the most told, that another may turn out to be
KIN = 0.36  # how like the clauses of two groups are that are one event
OTHER_KIND = 0.1  # two kinds of act, both known: to condemn an attack is none
LIKEST = 3  # of these, so many count
MANY = 30  # happenings of a story from which on its own words are counted
COMMON = 0.5  # of its weight a word loses that three in ten of them have


class Words(Struct, frozen=True):
    """The rare words of a clause, how much each tells, and all of them together."""

    weights: Mapping[str, float]
    total: float


class Told(Struct):
    """A happening in its report, with the names that its actors have across reports; ``names`` are all of them."""

    report: int
    day: int | None
    happening: Happening
    who: tuple[str, ...]
    where: tuple[str, ...]
    words: Words
    whom: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def likeness(one: Told, group: Sequence[Told]) -> float:
    """Return how like a happening is to the likest of a group, on average, 0 where it can't be one of them."""
    found: list[float] = []
    for other in group[:COMPARED]:
        value = alike(one, other)
        if value < 0:
            return 0.0
        found.append(value)
    most = sorted(found, reverse=True)[:LIKEST]
    mean = sum(most) / len(most)
    return mean if mean >= SAME else 0.0


def merged(groups: Sequence[list[Told]]) -> list[list[Told]]:
    """Join the groups of one day that tell one event in words of which each clause shares only some with the other.

    Clauses of an event are compared one by one as they come; what joins two halves of it may come last.
    """
    days: dict[str, list[list[Told]]] = {}
    rest: list[list[Told]] = []
    for group in groups:
        day = max((one.happening.date for one in group), key=len)[:10]
        (days.setdefault(day, []) if len(day) == len("2021-07-26") else rest).append(group)
    return rest + [group for day in sorted(days) for group in _on_a_day(days[day])]


def _on_a_day(groups: Sequence[list[Told]]) -> list[list[Told]]:
    found: list[list[Told]] = []
    for group in sorted(groups, key=len, reverse=True):
        scored = [(_kinship(group, other), -at) for at, other in enumerate(found[:LARGEST])]
        best, at = max(scored, default=(0.0, 0))
        if best >= KIN:
            found[-at].extend(group)
        else:
            found.append(list(group))
    return found


def _kinship(small: Sequence[Told], large: Sequence[Told]) -> float:
    """Return how like the clauses of a group are to their likest in another, on average."""
    if _said(small) != _said(large):
        return 0.0
    total = 0.0
    for one in small[:COMPARED]:
        values = [alike(one, other) for other in large[: 2 * COMPARED]]
        if min(values) < 0:
            return 0.0
        total += max(values)
    return total / min(len(small), COMPARED) - FINER * (_timed(small) != _timed(large))


def _timed(group: Sequence[Told]) -> bool:
    return any(one.happening.precision in ("minute", "part-of-day") for one in group)


def _said(group: Sequence[Told]) -> bool:
    return all(one.happening.type == "MAKE STATEMENT" for one in group)


def alike(one: Told, other: Told) -> float:
    """Return how alike two happenings are, below 0 where date, status or number forbid it."""
    left, right = one.happening, other.happening
    doubt = dates(one, other)
    if doubt is None or (left.status == "denied") != (right.status == "denied"):
        return -1.0
    if left.numbers and right.numbers and not set(left.numbers) & set(right.numbers):
        return -1.0
    if (not left.date) != (not right.date) and left.status != right.status and not _same_act(one, other):
        return -1.0  # what is told without a date makes no plan come true, unless it is the very act
    said = (left.type == "MAKE STATEMENT") + (right.type == "MAKE STATEMENT")
    if said == 2 and one.who and other.who and not set(one.who) & set(other.who):
        return -1.0  # what two people say are two statements
    if said == 2 and doubt == 0.0 and one.who[:1] == other.who[:1] != ():
        return 1.0
    value = in_common(one.words, other.words) + _actors(one, other) - doubt
    value -= OTHER_KIND * (said == 0 and left.type != "" != right.type != left.type)
    value += 0.15 * (left.lemma == right.lemma != "") + 0.1 * (left.type == right.type != "")
    value += 0.5 * bool(set(left.numbers) & set(right.numbers)) - 0.15 * (said == 1)
    if left.type == right.type == "CONSULT" and _others_met(one, other):
        if one.report == other.report:
            return -1.0
        value -= OTHERS_MET
    if doubt == COARSER and one.report == other.report and _same_talks(left, right):
        value += SAME_TALKS
    if doubt == 0.0 and one.report == other.report:
        value += SAME_MEETING * (said == 0 and left.type == right.type == "CONSULT") + SAME_HOUR * _hour(left, right)
    return max(0.0, value)


def told_alike(one: Told, other: Told) -> float:
    """Return how alike two happenings are by what they tell and whom they name, whatever their dates."""
    same = one.happening.lemma == other.happening.lemma != ""
    return in_common(one.words, other.words) + _actors(one, other) + 0.15 * same


def _same_talks(left: Happening, right: Happening) -> bool:
    """Say whether both are talks to come, the one ``هذا الأسبوع`` or ``الشهر المقبل``, the other on a day of it."""
    plans = all(one.type == "CONSULT" and one.status == "planned" and not one.edge for one in (left, right))
    return plans and any(one.precision in ("week", "month") for one in (left, right))


def _others_met(one: Told, other: Told) -> bool:
    """Say whether each meeting has somebody whom the other lacks: a president who sees two guests on one day."""
    left, right = set(one.names), set(other.names)
    return bool(left - right and right - left and left & right)


def _same_act(one: Told, other: Told) -> bool:
    return one.happening.lemma == other.happening.lemma and bool(set(one.who) & set(other.who))


def _hour(left: Happening, right: Happening) -> bool:
    """Say whether both have a time of day within an hour of each other: 04:20 and the dawn of that day."""
    if not (len(left.date) > 10 and len(right.date) > 10 and "T" in left.from_ and "T" in right.from_):
        return False
    (a, b), (c, d) = (tuple(int(time[11:13]) for time in (one.from_, one.until)) for one in (left, right))
    return a <= d + 1 and c <= b + 1


def _ends_year(year: Happening, other: Happening) -> bool:
    """Say whether one is ``نهاية العام`` (the end of the year) and the other in that December."""
    return year.precision == "year" and year.edge == "END" and other.date[:7] == f"{year.date}-12"


def _actors(one: Told, other: Told) -> float:
    shared = bool(set(one.names) & set(other.names))
    against = int(bool(one.names and other.names) and not shared)
    against += int(bool(one.who and other.who) and not set(one.who) & set(other.who))
    return 0.15 * shared + 0.1 * bool(set(one.where) & set(other.where)) - 0.1 * against


def dates(one: Told, other: Told) -> float | None:
    """Return what more two dates ask of the words: 0 on one day, more if coarse or unknown, ``None`` if they differ."""
    left, right = one.happening, other.happening
    if not left.date and not right.date:
        return UNKNOWN if abs((one.day or 0) - (other.day or 0)) <= NEWS_DAYS else None
    if not left.date or not right.date:
        return _unknown(other, one) if left.date else _unknown(one, other)
    if left.date[:10] == right.date[:10]:
        return 0.0
    if _ends_year(left, right) or _ends_year(right, left):
        return 0.0
    if not (left.from_ and left.until and right.from_ and right.until) or "year" in (left.precision, right.precision):
        return None
    (a, b), (c, d) = (left.from_[:10], left.until[:10]), (right.from_[:10], right.until[:10])
    return COARSER if (a <= c and d <= b) or (c <= a and b <= d) else None


def _unknown(undated: Told, dated: Told) -> float | None:
    """A lead without a date tells a dated event only if it was printed in the days after it."""
    since = (undated.day or 0) - (ordinal(dated.happening.from_) or 0)
    if undated.day is None or not 0 <= since <= LEAD_DAYS:
        return None
    kind = undated.happening.type
    alike_ = kind not in ("", "MAKE STATEMENT") and kind == dated.happening.type
    return UNDATED_NEXT if alike_ and since <= 1 else UNDATED


def shared(left: Happening, right: Happening) -> float:
    """Return the share of rare words that two happenings have in common."""
    return in_common(weighed(left.terms), weighed(right.terms))


@lru_cache(maxsize=1 << 14)
def weighed(terms: tuple[str, ...]) -> Words:
    """Return the terms of a clause by how rare they are in newswire."""
    weights = {word: rarity(word, 0, 0) for word in sorted(terms)}
    return Words(weights, sum(weights.values()))


class Weigher:
    """Weighs the terms of a story's happenings: what many of them share tells little about any."""

    def __init__(self, found: Iterable[Happening]) -> None:
        self._counts: Counter[str] = Counter()
        self._total = 0
        for one in found:
            self._counts.update(set(one.terms))
            self._total += 1

    def __call__(self, terms: tuple[str, ...]) -> Words:
        """Return the terms with their weights in this story; in a small one rarity in newswire alone decides."""
        plain = weighed(terms)
        if self._total < MANY:
            return plain
        weights = {word: weight * (1 - COMMON * self._share(word)) for word, weight in plain.weights.items()}
        return Words(weights, sum(weights.values()))

    def _share(self, word: str) -> float:
        return min(1.0, self._counts[word] / (0.3 * self._total))


def in_common(left: Words, right: Words) -> float:
    """Return the share of rare words that the shorter of two clauses has in common with the other."""
    if left.total > right.total or (left.total == right.total and list(left.weights) > list(right.weights)):
        left, right = right, left
    if not left.total:
        return 0.0
    longer = right.weights
    return sum(weight for word, weight in left.weights.items() if word in longer) / left.total
