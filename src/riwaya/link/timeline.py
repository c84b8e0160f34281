"""The timeline of a story: what its reports date, the same event of several reports as one entry.

Two happenings are one if their dates agree as far as both are known, and they share actors and words; the finer date,
the surer status (done before planned) and the earliest report stand for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from riwaya.link.candidates import NEWS_DAYS, Candidates, ordinal
from riwaya.link.digest import Digest
from riwaya.link.happenings import Happening
from riwaya.link.partial import completed
from riwaya.link.stories import order
from riwaya.link.terms import rarity
from riwaya.model import EntityType, Entry, Evidence, Precision, Status

SAME = 0.30
COARSER = 0.12  # asked for in addition where only one of them knows the day
UNDATED = 0.3  # where only one of them has a date
SAME_HOUR = 0.3  # two events that one report has at one dawn or minute are mostly one
SAME_MEETING = 0.22  # two meetings that one report has on one day are mostly one
MOST_EVIDENCE = 60
MOST_HAPPENINGS = 12_000  # of one story: of a larger one each report gives its lead and its first dates only
MOST_ENTRIES = 1000  # of one story: of a larger one those that most reports tell
COMPARED = 8  # happenings of an event that another one is compared with
_FINENESS: tuple[Precision, ...] = ("unknown", "year", "quarter", "month", "week", "day", "part-of-day", "minute")
_SURENESS: tuple[Status, ...] = ("denied", "conditional", "planned", "under-way", "done")

Name = Mapping[tuple[int, EntityType, str], str]


class _Words(Struct, frozen=True):
    """The rare words of a clause, how much each tells, and all of them together."""

    weights: Mapping[str, float]
    total: float


class _Told(Struct):
    """A happening in its report, with the names that its actors have across reports."""

    report: int
    day: int | None
    happening: Happening
    who: tuple[str, ...]
    where: tuple[str, ...]
    words: _Words


def timeline(story: str, members: Sequence[int], digests: Sequence[Digest], names: Name) -> tuple[Entry, ...]:
    """Return the dated entries of a story, the earliest first, those of unknown date last.

    ``members`` are indexes of its reports in order of publication. Of a very large story only the ``MOST_ENTRIES``
    events that most reports tell are entries. Misses: one event told in words that share nothing; two like events of
    one day (two raids) may become one.
    """
    each = max(1, MOST_HAPPENINGS // max(1, len(members)))
    found = [(at, one) for at in members for one in _first(digests[at].happenings, each)]
    days = [day for at in members if (day := digests[at].day) is not None]
    told = [_told(at, digests[at].day, one, names) for at, one in completed(found, days, _shared)]
    entries = [_entry(story, group, digests) for group in _most_told(_events(sorted(told, key=_first_precise)))]
    return tuple(sorted(entries, key=_place))


def _first(found: Sequence[Happening], most: int) -> Sequence[Happening]:
    """Return the leads of a report and its first other happenings, so many in all, in their order."""
    if len(found) <= most:
        return found
    return sorted(sorted(found, key=lambda one: (not one.main, one.start))[:most], key=lambda one: one.start)


def _events(told: Iterable[_Told]) -> list[list[_Told]]:
    """Group happenings: each joins the likest of the events before it that its date allows, or is a new one."""
    groups: list[list[_Told]] = []
    dates = Candidates()
    for one in told:
        best, most = -1, 0.0
        for number in dates.near(one.happening, one.day):
            if (value := _likeness(one, groups[number])) > most:
                best, most = number, value
        if best >= 0:
            groups[best].append(one)
        else:
            dates.add(len(groups), one.happening, one.day)
            groups.append([one])
    return groups


def _most_told(groups: list[list[_Told]]) -> list[list[_Told]]:
    """Return the events that most reports tell; of equals those found first, the finer dated and earlier told."""
    if len(groups) <= MOST_ENTRIES:
        return groups
    return sorted(groups, key=lambda group: -len({one.report for one in group}))[:MOST_ENTRIES]


def _place(entry: Entry) -> tuple[bool, str, str, str, int]:
    first = entry.evidence[0]
    return not entry.date, entry.from_ or entry.date, entry.date, first.doc, first.start


def _first_precise(one: _Told) -> tuple[int, int, int]:
    """Finer dates come first, so that a coarse one joins the day that it fits and not the other way round."""
    return -_FINENESS.index(one.happening.precision), one.report, one.happening.start


def _told(report: int, day: int | None, one: Happening, names: Name) -> _Told:
    who = [names.get((report, "person", name)) or names.get((report, "organisation", name)) or name for name in one.who]
    where = [names.get((report, "place", name)) or name for name in one.where]
    return _Told(report, day, one, tuple(dict.fromkeys(who)), tuple(dict.fromkeys(where)), _weighed(one.terms))


# ── the same event? ─────────────────────────────────────────────────────────────────────────────────────────────


def _likeness(one: _Told, group: Sequence[_Told]) -> float:
    """Return how like a happening is on average to those of a group, 0 where it can't be one of them."""
    total = 0.0
    for other in group[:COMPARED]:
        value = _alike(one, other)
        if value < 0:
            return 0.0
        total += value
    mean = total / min(COMPARED, len(group))
    return mean if mean >= SAME else 0.0


def _alike(one: _Told, other: _Told) -> float:
    """Return how alike two happenings are, below 0 where date, status or number forbid it."""
    left, right = one.happening, other.happening
    doubt = _dates(one, other)
    if doubt is None or (left.status == "denied") != (right.status == "denied"):
        return -1.0
    if left.numbers and right.numbers and not set(left.numbers) & set(right.numbers):
        return -1.0
    said = (left.type == "MAKE STATEMENT") + (right.type == "MAKE STATEMENT")
    if said == 2 and doubt == 0.0 and one.who[:1] == other.who[:1] != ():
        return 1.0
    value = _in_common(one.words, other.words) + _actors(one, other) - doubt
    value += 0.15 * (left.lemma == right.lemma != "") + 0.05 * (left.type == right.type != "")
    value += 0.35 * bool(set(left.numbers) & set(right.numbers)) - 0.15 * (said == 1)
    if doubt == 0.0 and one.report == other.report:
        value += SAME_MEETING * (said == 0 and left.type == right.type == "CONSULT") + SAME_HOUR * _hour(left, right)
    return max(0.0, value)


def _hour(left: Happening, right: Happening) -> bool:
    """Say whether both have a time of day within an hour of each other: 04:20 and the dawn of that day."""
    if not (len(left.date) > 10 and len(right.date) > 10 and "T" in left.from_ and "T" in right.from_):
        return False
    (a, b), (c, d) = (tuple(int(time[11:13]) for time in (one.from_, one.until)) for one in (left, right))
    return a <= d + 1 and c <= b + 1


def _ends_year(year: Happening, other: Happening) -> bool:
    """Say whether one is ``نهاية العام`` (the end of the year) and the other in that December."""
    return year.precision == "year" and year.edge == "END" and other.date[:7] == f"{year.date}-12"


def _actors(one: _Told, other: _Told) -> float:
    shared = bool(set(one.who) & set(other.who))
    against = bool(one.who and other.who) and not shared
    return 0.15 * shared + 0.1 * bool(set(one.where) & set(other.where)) - 0.1 * against


def _dates(one: _Told, other: _Told) -> float | None:
    """Return what more two dates ask of the words: 0 on one day, more if coarse or unknown, ``None`` if they differ."""
    left, right = one.happening, other.happening
    if not left.date and not right.date:
        return COARSER
    if not left.date or not right.date:
        return _unknown(other, one) if left.date else _unknown(one, other)
    if left.date[:10] == right.date[:10]:
        return 0.0
    if _ends_year(left, right) or _ends_year(right, left):
        return COARSER
    if not (left.from_ and left.until and right.from_ and right.until) or "year" in (left.precision, right.precision):
        return None
    (a, b), (c, d) = (left.from_[:10], left.until[:10]), (right.from_[:10], right.until[:10])
    return COARSER if (a <= c and d <= b) or (c <= a and b <= d) else None


def _unknown(undated: _Told, dated: _Told) -> float | None:
    """A lead without a date tells a dated event only if it was printed in the days after it."""
    since = (undated.day or 0) - (ordinal(dated.happening.from_) or 0)
    return UNDATED if undated.day is not None and 0 <= since <= NEWS_DAYS else None


def _shared(left: Happening, right: Happening) -> float:
    return _in_common(_weighed(left.terms), _weighed(right.terms))


@lru_cache(maxsize=1 << 14)
def _weighed(terms: tuple[str, ...]) -> _Words:
    weights = {word: rarity(word, 0, 0) for word in sorted(terms)}
    return _Words(weights, sum(weights.values()))


def _in_common(left: _Words, right: _Words) -> float:
    """Return the share of rare words that the shorter of two clauses has in common with the other."""
    if left.total > right.total or (left.total == right.total and list(left.weights) > list(right.weights)):
        left, right = right, left
    if not left.total:
        return 0.0
    longer = right.weights
    return sum(weight for word, weight in left.weights.items() if word in longer) / left.total


# ── the entry ───────────────────────────────────────────────────────────────────────────────────────────────────


def _entry(story: str, group: Sequence[_Told], digests: Sequence[Digest]) -> Entry:
    told = sorted(group, key=lambda one: (order(digests[one.report]), one.happening.start))
    finest = max(told, key=lambda one: _FINENESS.index(one.happening.precision)).happening
    speaker = _spokesman(told)
    best = speaker.happening
    status = max((one.happening.status for one in told), key=_SURENESS.index)
    return Entry(
        story=story,
        date=finest.date,
        from_=finest.from_ or None,
        until=finest.until or None,
        precision=finest.precision,
        status=status,
        type=best.type,
        what=best.what,
        who=tuple(dict.fromkeys(name for one in told for name in one.who)),
        where=tuple(dict.fromkeys(name for one in told for name in one.where)),
        first=digests[told[0].report].id,
        evidence=_evidence([speaker, *told], digests),  # the words shown come first
    )


def _spokesman(told: Sequence[_Told]) -> _Told:
    """Choose whose words tell the event: of the surest status, an act before a statement, a lead, and not too long."""
    return max(
        told,
        key=lambda one: (
            _SURENESS.index(one.happening.status),
            one.happening.type != "MAKE STATEMENT",
            one.happening.main,
            -abs(len(one.happening.what) - 110),
        ),
    )


def _evidence(told: Iterable[_Told], digests: Sequence[Digest]) -> tuple[Evidence, ...]:
    spans = dict.fromkeys((digests[one.report].id, one.happening.start, one.happening.end) for one in told)
    return tuple(Evidence(doc=doc, start=start, end=end) for doc, start, end in list(spans)[:MOST_EVIDENCE])
