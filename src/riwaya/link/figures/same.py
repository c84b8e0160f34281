"""Whether two counts are of one thing: one noun or fate, one event by its days, places and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from riwaya.link.figures.clash import agree
from riwaya.link.figures.counted import Counted
from riwaya.link.figures.nouns import PEOPLE, alike, comparable, sitting
from riwaya.link.figures.setting import Setting
from riwaya.link.figures.told import Told
from riwaya.link.terms import rarity

DAY = 86400.0
SINCE = 10 * DAY
RECENT = 3 * DAY
LONG_RUN = 400 * DAY
AT_ONCE = 45 * 60.0
HOURS = 20 * 3600.0  # between two reports that count one thing
BURST_REPORTS, BURST = 24, 26 * 3600.0  # so many within a day may still be about one
FEW_OF_ONE = 6  # reports of a story whose one event each report's only toll is of
FEW_REPORTS = 12  # a story of more has several events, and what all its reports share tells little
LEAST = 0.45  # of the weight of the shorter sentence, that two sentences must share
IDENTICAL, OPENING = 0.65, 0.6
LEAST_WEIGHT, LEAST_OF_LEADS = 8.0, 7.0
THINGS, PEOPLE_AT_ALL, WEIGHT_OF_THINGS = 0.6, 0.75, 12.0
NEAR_THINGS, FRAME_THINGS = 0.35, 0.6
NEAR_CLOSE, FRAME_CLOSE, THE_SAME, WEIGHT_CLOSE, CLOSE = 0.3, 0.35, 0.7, 10.0, 1.5
ONE_TEXT = 0.75  # of the longer sentence, that two prints of one text share
REPORT = 0.85  # of headline, lead and sentence
OWN = 0.28  # of headlines, leads and sentences, where each count is of what its report tells of
SURE, REPRINT = 0.4, 0.9  # of sentences, of openings, where no hour tells which came first
OWN_APART = 0.38  # where the sentences share little
FRAME, NEAR = 0.3, 0.2  # of headline, lead and sentence; of the sentence
BOTH = 2  # counts that open their reports
NEAR_BY, ENOUGH_BY, APART_BY = (0.3, 0.15, 0.1), (0.65, 0.65, 0.5), (2.5, 2.5, 5.0)  # by how many of the two do
SEVERAL = 0.11  # that is asked more where a story may have several events
FRAME_OF_BARE, BARE = 0.5, 6.0
WEIGHTY = 20.0
NEAR_OF_OLD = 0.35
THINGS_APART = 2  # times the lower number


class Same:
    """Tells counts of one thing in a story; knows how much each word tells there."""

    def __init__(self, counts: Sequence[Counted]) -> None:
        self._told = Told(counts)
        seen = {one.evidence.doc: one.setting.frame for one in counts}
        for one in counts:
            seen[one.evidence.doc] |= one.setting.near
        self._reports = len(seen)
        self._found = Counter(word for words in seen.values() for word in words)
        named = {one.evidence.doc: one.setting.home for one in counts}
        for one in counts:
            named[one.evidence.doc] |= one.setting.places
        self._places = Counter(place for places in named.values() for place in places)
        moments = [one.setting.at for one in counts if one.setting.at is not None]
        self._span = max(moments, default=0.0) - min(moments, default=0.0)
        self._weights: dict[str, float] = {}

    def __call__(self, left: Counted, right: Counted) -> bool:
        """Say whether two counts are of one thing, as far as their reports tell.

        A small story is about one process: its rounds are counted over months, ``جولتين`` and then ``ثلاث جولات``.
        """
        if not (_one_kind(left, right) and left.part == right.part and left.total == right.total):
            return False
        one, other = left.setting, right.setting
        if self.small and sitting(left.series) and sitting(right.series):
            return not self.elsewhere(one, other)
        aboard = left.fate is not None and left.fate.name == "aboard" and one.old == other.old
        dated = aboard or dates_meet(one, other, left.lead and right.lead) or self.reprinted(one, other)
        return dated and _wholes_agree(left, right) and self.alike(left, right)

    def alike(self, left: Counted, right: Counted) -> bool:
        """Say whether the passages tell one event: both open their reports, or their sentences are much the same."""
        one, other = left.setting, right.setting
        if self.elsewhere(one, other):
            return False
        near, weight = self.share(one.near, other.near)
        frame, _ = self.share(one.frame | one.near, other.frame | other.near)
        much = near >= LEAST and weight >= LEAST_WEIGHT
        if left.fate is None or right.fate is None or not left.group:
            return self._things(left, right, near, weight, frame)
        if left.scattered != right.scattered:
            return False
        if one.old and other.old:
            return much or (near >= NEAR_OF_OLD and weight >= WEIGHTY)
        both = self.of_the_report(left, right)
        told = frame >= (OWN if near >= NEAR else OWN_APART) or (near >= NEAR_BY[0] and weight >= LEAST_WEIGHT)
        if self.small and both and told and alike(left.group, right.group):
            return _near_numbers(left, right, APART_BY[BOTH])
        leads = left.lead + right.lead
        if not alike(left.group, right.group) and not (leads == BOTH and near >= NEAR):
            return False
        if leads and frame >= FRAME_OF_BARE and min(self.total(one.near), self.total(other.near)) < BARE:
            return True  # a sentence that tells the toll and nothing else
        if not self.small:
            least = LEAST_WEIGHT if leads < BOTH else LEAST_OF_LEADS
            told = frame >= FRAME and weight >= least and near >= (OPENING if leads == BOTH else IDENTICAL)
            return told or (leads > 0 and near >= NEAR and self.own(left) and self.own(right) and _at_once(one, other))
        several = SEVERAL if self._reports > FEW_OF_ONE and leads < BOTH else 0.0
        told = near >= NEAR_BY[leads] and near + frame >= ENOUGH_BY[leads] + several
        told = told or (leads == BOTH and near >= NEAR_BY[0] and weight >= WEIGHTY)
        return told and _near_numbers(left, right, APART_BY[leads])

    def _things(self, left: Counted, right: Counted, near: float, weight: float, frame: float) -> bool:
        """Say whether things, or people whom nothing befell, are counted in much the same words by reports alike."""
        one, other = left.setting, right.setting
        least = FRAME if self.small else FRAME_OF_BARE
        worded = near >= (THINGS if left.group != PEOPLE else PEOPLE_AT_ALL) and weight >= WEIGHT_OF_THINGS
        told = (worded and frame >= least) or (near >= LEAST and weight >= LEAST_WEIGHT and frame >= ONE_TEXT)
        both = self.own(left) and self.own(right)
        told = told or (self.small and both and near >= NEAR_THINGS and weight >= BARE and frame >= FRAME_THINGS)
        own = (self.small or (left.lead and right.lead)) and both
        plain = left.alone and right.alone and (own or self.one_text(one, other))
        alike = told and _one_place(one, other) and _one_day(one, other) and _near_numbers(left, right, THINGS_APART)
        return (plain and alike) or self._close(left, right, near, weight, frame)

    def _close(self, left: Counted, right: Counted, near: float, weight: float, frame: float) -> bool:
        """Say whether two numbers of things lie so close that less of the words will do, where hours are known.

        Papers without an hour tell of like things in many towns (tried: 0 of 5 right).
        """
        if not (left.setting.exact and right.setting.exact):
            return False
        own, other = self.own(left), self.own(right)
        told = own and other and near >= NEAR_CLOSE and weight >= WEIGHT_OF_THINGS
        told = told or ((own or other) and near >= THE_SAME and weight >= WEIGHT_CLOSE)
        told = told and self.small and frame >= FRAME_CLOSE and _one_day(left.setting, right.setting)
        return told and _near_numbers(left, right, CLOSE)

    def surely(self, left: Counted, right: Counted) -> bool:
        """Say whether two counts that open reports without an hour are of one event beyond what their day tells."""
        near, _ = self.share(left.setting.near, right.setting.near)
        frame, _ = self.share(left.setting.frame | left.setting.near, right.setting.frame | right.setting.near)
        return self.small and left.lead and right.lead and ((near >= SURE and frame >= OWN_APART) or frame >= REPRINT)

    def own(self, one: Counted) -> bool:
        """Say whether a count is of what its report tells of: it is its only one, or points back to it."""
        told = one.headline or one.pointing
        return self._told.sole(one) or (told and not (one.scattered or one.setting.old or one.prior))

    def of_the_report(self, left: Counted, right: Counted) -> bool:
        """Say whether each count is of what its report tells of; a larger story may tell of several events."""
        if self._reports > FEW_OF_ONE:
            return (left.pointing and self.opened(right)) or (right.pointing and self.opened(left))
        own, other = self.own(left), self.own(right)
        return (own and other) or (own and self.opened(right)) or (other and self.opened(left))

    def opened(self, one: Counted) -> bool:
        """Say whether a count opens its report, and is of that alone."""
        return one.lead and not (one.scattered or one.setting.old or one.prior)

    @property
    def small(self) -> bool:
        """Whether the story is small, or short, enough to be about one event."""
        return self._reports <= FEW_REPORTS or (self._reports <= BURST_REPORTS and self._span <= BURST)

    def one_text(self, one: Setting, other: Setting) -> bool:
        """Say whether two sentences are prints of one, but for the number."""
        both = self.total(one.near & other.near)
        return both >= max(LEAST_WEIGHT, ONE_TEXT * max(self.total(one.near), self.total(other.near)))

    def reprinted(self, one: Setting, other: Setting) -> bool:
        """Say whether two reports are prints of one: then a word more or less makes no other event of it."""
        near, weight = self.share(one.near, other.near)
        frame, _ = self.share(one.frame | one.near, other.frame | other.near)
        return near >= ONE_TEXT and frame >= REPORT and weight >= LEAST_WEIGHT

    def elsewhere(self, one: Setting, other: Setting) -> bool:
        """Say whether the sentences name places of their own that the other's report doesn't open with."""
        here, there = self.special(one.places), self.special(other.places)
        if not here or not there or not here.isdisjoint(there):
            return False
        return here.isdisjoint(other.home) or there.isdisjoint(one.home)

    def special(self, places: frozenset[str]) -> frozenset[str]:
        """Return the places that not most reports of a large story name."""
        if self._reports <= FEW_REPORTS:
            return places
        return frozenset(one for one in places if self._places[one] * 2 <= self._reports)

    def share(self, left: frozenset[str], right: frozenset[str]) -> tuple[float, float]:
        """Return how much of the shorter passage's weight both share, and that weight."""
        both = self.total(left & right)
        least = min(self.total(left), self.total(right))
        return (both / least if least else 0.0), both

    def total(self, words: Iterable[str]) -> float:
        """Return what words tell together."""
        return sum(self.weight(word) for word in sorted(words))

    def weight(self, word: str) -> float:
        """Return what a word tells in this story: how rare it is in news, less where most of its reports have it."""
        known = self._weights.get(word)
        if known is None:
            known = rarity(word, 0, 0)
            if self._reports > FEW_REPORTS:
                known *= 1.0 - 0.6 * self._found[word] / self._reports
            self._weights[word] = known
        return known


def _one_kind(left: Counted, right: Counted) -> bool:
    if left.fate is not None and right.fate is not None and left.fate.name != right.fate.name:
        return False
    if left.group or right.group:
        return (
            (left.fate is None) == (right.fate is None)
            and comparable(left.group, right.group)
            and (left.fate is not None or left.series == right.series)
        )
    return left.series != "" and right.series != "" and _one_noun(left.series, right.series)


def _one_noun(left: str, right: str) -> bool:
    """Say whether two nouns are one, one of them with an adjective perhaps: ``شاحنات`` and ``شاحنات ممتلئة``."""
    return left == right or left.startswith(right + " ") or right.startswith(left + " ")


def dates_meet(one: Setting, other: Setting, leads: bool) -> bool:
    """Say whether two counts may be of one time: neither is of other days, looks back or runs from another day."""
    runs, other_runs = _runs(one), _runs(other)
    if (runs is None) != (other_runs is None):
        return False
    if runs is not None and other_runs is not None:
        if not runs or not other_runs:
            return not (_of_years(one) or _of_years(other))
        return abs(runs - other_runs) <= SINCE
    if one.old and other.old:
        return not (one.when and other.when) or _meet(one, other)
    if one.old != other.old:
        return one.past or other.past
    if one.past != other.past and not leads:
        return False
    if one.sum != other.sum or _not_yet(one, other) or _not_yet(other, one):
        return False
    if one.when and other.when:
        return _meet(one, other)
    return True


def _runs(one: Setting) -> float | None:
    """Return the start of a running count; one that runs for a day or two (``منذ الجمعة``) is that of its event."""
    recent = one.since and one.at is not None and one.at - one.since <= RECENT
    return None if recent else one.since


def _of_years(one: Setting) -> bool:
    """Say whether a count runs since years ago: ``منذ عام 1967`` is no ``منذ بداية الاحتجاجات``."""
    return bool(one.since) and one.at is not None and one.at - (one.since or 0.0) > LONG_RUN


def _not_yet(one: Setting, other: Setting) -> bool:
    """Say whether one speaks of days that were still to come when the other was published."""
    return bool(one.when) and other.at is not None and min(start for start, _ in one.when) > other.at


def _meet(one: Setting, other: Setting) -> bool:
    return any(a < d and c < b for a, b in one.when for c, d in other.when)


def _one_place(one: Setting, other: Setting) -> bool:
    """Say whether neither sentence names a place that the other lacks: deals with two countries are two deals."""
    return not one.places or not other.places or one.places <= other.places or other.places <= one.places


def _one_day(one: Setting, other: Setting) -> bool:
    return one.at is None or other.at is None or abs(one.at - other.at) <= HOURS or (one.old and other.old)


def _at_once(one: Setting, other: Setting) -> bool:
    """Say whether two reports appeared within three quarters of an hour, and know their hours."""
    known = one.exact and other.exact and one.at is not None and other.at is not None
    return known and abs((one.at or 0.0) - (other.at or 0.0)) <= AT_ONCE


def _wholes_agree(left: Counted, right: Counted) -> bool:
    """Say whether two parts are parts of one count: of 39 dead 12 children, of 64 dead 13 are two matters."""
    if not (left.part and right.part) or left.whole is None or right.whole is None:
        return True
    return agree(left.whole, right.whole)


def _near_numbers(left: Counted, right: Counted, times: float) -> bool:
    if left.figure.number is None or right.figure.number is None:
        return True
    low, high = sorted((left.figure.number, right.figure.number))
    return high <= times * low
