"""One event as a line of the timeline: its finest date, surest status, whose words tell it, and how it came.

What ended long before the story began is its background: marked, so that a reader of the year's events can pass it by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from riwaya.link.candidates import ordinal
from riwaya.link.digest import Digest
from riwaya.link.happening import Happening
from riwaya.link.headlines import headline
from riwaya.link.likeness import COMPARED, Told, alike
from riwaya.link.stories import order
from riwaya.link.weight import weak
from riwaya.model import Came, Entry, Evidence, Precision, Status

LONG_BEFORE = 90  # days between the end of an event and the story's first report that make it background
MOST_EVIDENCE = 60
WIDELY = 3  # reports that tell an event which is no lead, and still one of the story's main ones
MANY = 5  # reports of an event of which more than one should give its hour
_DAY = len("2021-07-26")
SHORT = 8  # words that a line should have
FINENESS: tuple[Precision, ...] = ("unknown", "year", "quarter", "month", "week", "day", "part-of-day", "minute")
_SURENESS: tuple[Status, ...] = ("denied", "conditional", "planned", "under-way", "done")


def entry(story: str, group: Sequence[Told], digests: Sequence[Digest], began: str) -> Entry:
    """Return the line of an event that these happenings tell; ``began`` is the day of the story's first report."""
    ordered = sorted(group, key=lambda one: (order(digests[one.report]), one.happening.start))
    finest = _finest(ordered).happening
    told = [_not_before(one, finest) for one in ordered]
    apart = all(one.happening.untimed or one.happening.recurs for one in told)
    best = _spokesman([one for one in told if apart or not _beside(one.happening)])
    dated = {one.report for one in told if one.happening.date}
    acts = [one for one in told if _one_act(best, one)]
    return Entry(
        story=story,
        date=finest.date,
        from_=finest.from_ or None,
        until=finest.until or None,
        precision=finest.precision,
        status=max((one.happening.status for one in told), key=_SURENESS.index),
        type=best.happening.type or _first_type(told),
        what=best.happening.what,
        headline=headline(acts, best, digests) if len(finest.date) >= _DAY or not finest.date else None,
        who=_most(best.who, (one.who for one in acts)),
        whom=_most(best.whom, (one.whom for one in acts)),
        where=tuple(dict.fromkeys(name for one in told for name in one.where)),
        online=any(one.happening.online for one in told),
        first=digests[told[0].report].id,
        background=_background(finest.date, finest.until, began),
        main=_foremost(told),
        came=_came(told, digests),
        inferred=tuple(dict.fromkeys(digests[one.report].id for one in told if dated and one.report not in dated)),
        evidence=_evidence([best, *told], digests),  # the words shown come first
    )


def _beside(one: Happening) -> bool:
    """Say whether a clause only bears out an event whose day another clause tells."""
    return one.pending or one.untimed or one.recurs or weak(one)


def _not_before(one: Told, finest: Happening) -> Told:
    """Return a clause as a plan, where it was printed before the day of what it seems to tell as done."""
    day = ordinal(finest.from_)
    if one.happening.status != "done" or one.day is None or day is None or one.day >= day:
        return one
    return replace(one, happening=replace(one.happening, status="planned"))


def _finest(told: Sequence[Told]) -> Told:
    """Return the happening with the finest date; of an event that many tell an hour must stand in two clauses."""
    counts = Counter(one.happening.precision for one in told)
    many = len({one.report for one in told}) >= MANY
    known = [one for one in told if not many or counts[one.happening.precision] > 1 or len(one.happening.date) <= _DAY]
    return max(known, key=lambda one: FINENESS.index(one.happening.precision))


def _first_type(told: Sequence[Told]) -> str:
    """Return the kind that most clauses give an event, of equals the first; what was said of it is no kind of it."""
    counts = Counter(one.happening.type for one in told if one.happening.type != "MAKE STATEMENT")
    return max(counts, key=lambda kind: (2 * counts[kind] >= len(told), counts[kind])) if counts else ""


def _spokesman(told: Sequence[Told]) -> Told:
    """Choose whose words tell the event: of the surest status, an act before a statement, a lead, and not too long."""
    return max(
        told,
        key=lambda one: (
            _sureness(one),
            one.happening.type != "MAKE STATEMENT",
            len(one.happening.what.split()) >= SHORT,
            round(_central(one, told), 1),
            one.happening.main,
            -abs(len(one.happening.what) - 120),
        ),
    )


def _central(one: Told, told: Sequence[Told]) -> float:
    """Return how like a clause is to the others that tell the event."""
    others = [other for other in told[:COMPARED] if other is not one]
    return sum(max(0.0, alike(one, other)) for other in others) / len(others) if others else 0.0


def _one_act(best: Told, one: Told) -> bool:
    """Say whether a clause tells the act of the words shown: whom a president met is not whom he then accused."""
    if best.who and one.who:
        return bool(set(best.who) & set(one.who))
    left, right = best.happening.type, one.happening.type
    return left == right or "" in (left, right)


def _most(own: Sequence[str], found: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return the parties of the words shown and those that two reports at least name in the same part."""
    listed = list(found)
    counts = Counter(name for names in listed for name in dict.fromkeys(names))
    if not own and counts:
        first = next(iter(counts))
        most = max(counts, key=lambda name: (counts[name], name == first))
        own = next(names for names in listed if most in names)
    return tuple(dict.fromkeys([*own, *(name for name, count in counts.items() if count > 1)]))


def _foremost(told: Sequence[Told]) -> bool:
    """Say whether an event is what a report leads with, or many tell: what stands deep in one report is neither."""
    return any(one.happening.main for one in told) or len({one.report for one in told}) >= WIDELY


def _background(value: str, until: str, began: str) -> bool:
    """Say whether an event was over long before the story began; a year, if it is an earlier one."""
    if not value or not began:
        return False
    if len(value) == 4:
        return value < began[:4]
    end, first = ordinal(until), ordinal(began if len(began) >= 10 else f"{began}-01-01"[:10])
    return end is not None and first is not None and end + LONG_BEFORE < first


def _came(told: Sequence[Told], digests: Sequence[Digest]) -> tuple[Came, ...]:
    """Return the first report of each status, in order, where reports differ in it."""
    surest: dict[int, Told] = {}
    for one in told:
        known = surest.get(one.report)
        if known is None or _firmly(one) > _firmly(known):
            surest[one.report] = one
    steps = list(_steps(surest.values(), digests))
    return tuple(steps) if len(steps) > 1 else ()


def _firmly(one: Told) -> tuple[int, int]:
    """Return how sure a clause is of its event; of two as sure the one that names more of its parties tells it."""
    return _sureness(one), len(one.who) + len(one.whom)


def _sureness(one: Told) -> int:
    return _SURENESS.index(one.happening.status)


def _steps(told: Iterable[Told], digests: Sequence[Digest]) -> Iterator[Came]:
    seen: set[Status] = set()
    most = -1
    for one in told:
        status, known = one.happening.status, digests[one.report]
        if status not in seen and (status == "denied" or _sureness(one) > most):
            seen.add(status)
            most = max(most, _sureness(one))
            place = Evidence(doc=known.id, start=one.happening.start, end=one.happening.end)
            yield Came(status=status, date=known.published[:10] or None, evidence=place, who=one.who, whom=one.whom)


def _evidence(told: Iterable[Told], digests: Sequence[Digest]) -> tuple[Evidence, ...]:
    spans = dict.fromkeys((digests[one.report].id, one.happening.start, one.happening.end) for one in told)
    return tuple(Evidence(doc=doc, start=start, end=end) for doc, start, end in list(spans)[:MOST_EVIDENCE])
