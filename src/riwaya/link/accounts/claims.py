"""Which passages tell the same claim: those that share most of their rare words, and no more than days apart.

Candidates share rare words and are looked up, never all compared; groups are joined by the average likeness of all
their pairs, so that a chain of half-alike passages is no claim. Less likeness is asked of two passages that have one
known voice, and of headlines and first paragraphs, which tell the story's main event in whatever words. Precision comes
first: a wrong grouping hides or invents an origin.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.link.accounts.origins import together
from riwaya.link.accounts.passages import Passage
from riwaya.link.terms import rarity, term
from riwaya.model import FigureSeries, Time

ALIKE = 0.52  # likeness from which two passages tell one claim
WITHIN = 0.34  # the same within one report, between two voices
HEADLINE = 0.3  # the same between a headline and its text
ONE_VOICE = 0.75  # of that likeness, where one known voice says both
LEADS = 0.7  # the same, where both open their reports
LEAST = 0.65  # the same, whatever speaks for it
KEPT = 0.5  # of that likeness, what a group keeps on average
DAYS = 6  # between reports of one claim
KEYS = 10  # rarest words of a passage by which others are looked up
COMMON = 120  # a word in more passages looks up nothing
MOST = 60  # passages of one claim
_LEAST_SHARED = 3
_FIGURE = 4.0
_SOME = 0.4  # of the likeness that is needed: it counts in the average of a group
_EVENT = 1.25
_SAID = 1.0  # the weight of an event word that tells no story: ``أعلن``, ``أوضح``
_SERIES = 2.0
_DAY_LONG = len("2021-01-01")


class Weighed(Struct, frozen=True):
    """A passage with the weight of its words and their sum."""

    weights: dict[str, float]
    total: float
    day: int | None


def claims(passages: Sequence[Passage], series: Sequence[FigureSeries] = ()) -> list[list[int]]:
    """Return groups of passages (places in the list) that tell one claim, each in text order; singles are left out.

    Passages with counts of one of the ``series`` are likely to tell one claim, whatever the counts are.
    """
    weighed = _weighed(passages, _counts(passages, series))
    pairs = sorted(_pairs(passages, weighed), key=lambda one: (-one[0], one[1], one[2]))
    groups = _Groups(passages, weighed)
    for likeness, left, right in pairs:
        groups.offer(left, right, likeness)
    for likeness, left, right in pairs:
        if likeness >= 1.0:
            groups.join(left, right)
    return [sorted(group) for group in groups.found() if len(group) > 1]


def _counts(passages: Sequence[Passage], series: Sequence[FigureSeries]) -> dict[int, list[str]]:
    """Return by passage the series that it has a count of."""
    places: dict[str, list[tuple[int, int]]] = {}
    for at, passage in enumerate(passages):
        places.setdefault(passage.doc, []).append((passage.start, at))
    for starts in places.values():
        starts.sort()
    found: dict[int, list[str]] = {}
    for number, one in enumerate(series):
        for count in one.counts if len(one.counts) > 1 else ():
            here = places.get(count.evidence.doc, [])
            at = bisect_right(here, (count.evidence.start, len(passages))) - 1
            if at >= 0 and count.evidence.start < passages[here[at][1]].end:
                found.setdefault(here[at][1], []).append(f"#series {number}")
    return found


def _weighed(passages: Sequence[Passage], counted: Mapping[int, Sequence[str]]) -> list[Weighed]:
    """Return the words of each passage by how rare they are in newswire and in this story."""
    counts: dict[str, int] = {}
    features = [_features(one) | dict.fromkeys(counted.get(at, ()), _SERIES) for at, one in enumerate(passages)]
    for found in features:
        for word in found:
            counts[word] = counts.get(word, 0) + 1
    total = max(len(passages), 2)
    found_weights = []
    for passage, found in zip(passages, features, strict=True):
        weights = {word: _weight(word, counts[word], total) * worth for word, worth in found.items()}
        day = _day(passage.voice.day)
        found_weights.append(Weighed(weights, math.fsum(sorted(weights.values())) or 1.0, day))
    return found_weights


def _features(passage: Passage) -> dict[str, float]:
    """Return the words of a passage with their worth: figures and event words tell a claim more than others."""
    found = {one.event or one.term: (_EVENT if one.event else 1.0) for one in passage.words}
    for figure in passage.figures:
        if figure.number is not None:
            found[f"#{figure.number:g}"] = 1.0
    return found | {f"#{until}": 1.0 for until in ahead(passage)}


def ahead(passage: Passage) -> frozenset[str]:
    """Return the days to come by which a passage dates what it tells."""
    published = passage.voice.day[:_DAY_LONG]
    return frozenset(filter(None, (_until(time, published) for time in passage.times)))


def _until(time: Time, published: str) -> str:
    """Return the end of a day to come or of a stretch told by its end: ``نهاية العام``, ``31 ديسمبر``."""
    if time.type not in ("DATE", "TIME") or not time.until or time.until <= published:
        return ""
    value = time.value or ""
    fine = len(value) >= _DAY_LONG and "W" not in value and value > published
    return time.until[:_DAY_LONG] if fine or time.mod == "END" else ""


def _weight(word: str, count: int, total: int) -> float:
    here = math.log(1 + total / count) / math.log(1 + total)
    if word.startswith("#"):
        return _FIGURE * max(0.2, here)
    known = term(fold(word))
    return (rarity(known, 0, 0) if known else _SAID) * max(0.2, here)


def _pairs(passages: Sequence[Passage], weighed: Sequence[Weighed]) -> Iterator[tuple[float, int, int]]:
    """Yield pairs of passages that may tell one claim."""
    postings: dict[str, list[int]] = {}
    for at, one in enumerate(weighed):
        for word in sorted(one.weights, key=lambda word: (-one.weights[word], word))[:KEYS]:
            postings.setdefault(word, []).append(at)
    shared: dict[tuple[int, int], int] = {}
    for places in postings.values():
        if len(places) <= COMMON:
            for i, left in enumerate(places):
                for right in places[i + 1 :]:
                    shared[left, right] = shared.get((left, right), 0) + 1
    for (left, right), count in shared.items():
        if count < 2 and not (passages[left].title or passages[right].title):
            continue
        likeness = _alike(passages, weighed, left, right)
        if likeness >= _SOME:
            yield likeness, left, right


def _alike(passages: Sequence[Passage], weighed: Sequence[Weighed], left: int, right: int) -> float:
    """Return how alike two passages are, 1 where they are as alike as they must be; two stands are in no one group."""
    if _two_stands(passages[left], passages[right]):
        return -math.inf
    return _likeness(weighed[left], weighed[right]) / _needed(passages[left], passages[right])


def _needed(left: Passage, right: Passage) -> float:
    """Return how alike two passages must be: less within one report, more where they share no event."""
    if left.doc == right.doc and left.title != right.title:
        return HEADLINE
    one_event = not left.events.isdisjoint(right.events)
    two_voices = left.doc == right.doc and _voice(left) != _voice(right) and left.planned == right.planned
    if two_voices and (one_event or not (left.events and right.events)):
        return WITHIN
    needed = ALIKE if one_event else ALIKE + 0.1
    return needed if left.doc == right.doc else needed * max(LEAST, _eased(left, right))


def _two_stands(left: Passage, right: Passage) -> bool:
    """Say whether somebody tells where he stands and another speaks too: who condemns attests to no other's words."""
    known = left.voice.unknown is None and right.voice.unknown is None
    return known and (left.stand or right.stand) and together(left.voice, right.voice) is None


def _eased(left: Passage, right: Passage) -> float:
    """Return what part of that likeness two reports need where who speaks, or where it stands, speaks for one claim."""
    one_voice = left.voice.stands != "" and left.voice.stands == right.voice.stands
    return (ONE_VOICE if one_voice else 1.0) * (LEADS if _one_lead(left, right) else 1.0)


def _one_lead(left: Passage, right: Passage) -> bool:
    """Say whether two passages open their reports with one event, planned in both or in none, of no other names."""
    if not (_opens(left) and _opens(right)) or left.events.isdisjoint(right.events) or left.planned != right.planned:
        return False
    here, there = _names(left), _names(right)
    return not here or not there or not here.isdisjoint(there)


def _opens(passage: Passage) -> bool:
    return passage.title or passage.paragraph <= 0


def _names(passage: Passage) -> frozenset[str]:
    return passage.people | {name for name, _, _ in passage.places}


def _voice(passage: Passage) -> tuple[str, str]:
    return passage.voice.origin, passage.voice.speaker


def _likeness(left: Weighed, right: Weighed) -> float:
    """Return how much of the shorter passage stands in the longer one, and a little of the other way round."""
    if left.day is not None and right.day is not None and abs(left.day - right.day) > DAYS:
        return 0.0
    common = sorted(left.weights.keys() & right.weights.keys())
    if len(common) < _LEAST_SHARED:
        return 0.0
    both = math.fsum(min(left.weights[word], right.weights[word]) for word in common)
    small, large = sorted((left.total, right.total))
    return both / (small + 0.35 * (large - small))


def _day(value: str) -> int | None:
    """Return the day of a date, of a month its middle; a coarser one is none."""
    whole = value[:_DAY_LONG] if len(value) >= _DAY_LONG else f"{value}-15"
    try:
        return date.fromisoformat(whole).toordinal()
    except ValueError:
        return None


class _Groups:
    """Groups of passages under work: two are joined where the average likeness of their passages is high enough."""

    def __init__(self, passages: Sequence[Passage], weighed: Sequence[Weighed]) -> None:
        self._passages, self._weighed = passages, weighed
        self._of = list(range(len(passages)))
        self._members: dict[int, list[int]] = {at: [at] for at in range(len(passages))}
        self._likeness: dict[tuple[int, int], float] = {}

    def offer(self, left: int, right: int, likeness: float) -> None:
        """Note how alike two passages are; that of others is worked out when their groups are compared."""
        self._likeness[min(left, right), max(left, right)] = likeness

    def join(self, left: int, right: int) -> None:
        one, other = sorted((self._of[left], self._of[right]))
        if one == other or len(self._members[one]) + len(self._members[other]) > MOST:
            return
        pairs = [(here, there) for here in self._members[one] for there in self._members[other]]
        if math.fsum(self._between(here, there) for here, there in pairs) >= KEPT * len(pairs):
            for at in self._members[other]:
                self._of[at] = one
            self._members[one] += self._members.pop(other)

    def _between(self, here: int, there: int) -> float:
        pair = min(here, there), max(here, there)
        if pair not in self._likeness:
            self._likeness[pair] = _alike(self._passages, self._weighed, *pair)
        return self._likeness[pair]

    def found(self) -> list[list[int]]:
        return [self._members[one] for one in sorted(self._members)]
