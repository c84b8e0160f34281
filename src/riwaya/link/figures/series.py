"""Series of figures of a story: the same count in several reports, in order of time, with its rivals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, pairwise

from msgspec.structs import replace

from riwaya.link.figures.clash import NEAR, agree, clash
from riwaya.link.figures.counted import Counted
from riwaya.link.figures.counts import counts
from riwaya.link.figures.labels import fullest, whole
from riwaya.link.figures.nouns import measured, sitting
from riwaya.link.figures.repeated import told_once
from riwaya.link.figures.same import Same
from riwaya.link.figures.told import Told, block
from riwaya.link.figures.weighty import weighty
from riwaya.link.figures.within import opposed
from riwaya.link.stories import identity
from riwaya.link.who import Who
from riwaya.model import Count, FigureSeries, FigureVerdict, Report, Rivals, Story

MOST_BESIDE = 80  # counts of one fate that each is held against
MOST_RIVALS = 40  # of one series

Found = dict[tuple[int, int], str]


def figures(story: Story, reports: Sequence[Report], who: Who) -> tuple[FigureSeries, ...]:
    """Return the series of counts that the reports of a story give, those at odds first, asides last.

    One count is in one series: what is counted, its fate, its event. Counts that can't both be true are ``rivals``.
    """
    found = sorted(counts(reports), key=_order)
    bonds, at_odds = _pairs(found)
    groups, again = told_once(found, _groups(len(found), bonds), {at for pair in at_odds for at in pair})
    tellings = [[[found[at], *(found[n] for n in again.get(at, ()))] for at in group] for group in groups]
    made = [_series(story, *each, at_odds, who) for each in zip(tellings, groups, strict=True)]
    return tuple(sorted(_parts(made, [list(chain(*each)) for each in tellings]), key=_rank))


def _order(one: Counted) -> tuple[float, str, str, int]:
    at = one.setting.at
    return (float("inf") if at is None else at, one.outlet or "", one.evidence.doc, one.evidence.start)


def _rank(one: FigureSeries) -> tuple[bool, bool, int, int, str]:
    return (not one.rivals, not one.main, -len({count.outlet for count in one.counts}), -len(one.counts), one.id)


def _parts(made: Sequence[FigureSeries], groups: Sequence[Sequence[Counted]]) -> Iterator[FigureSeries]:
    """Yield the series, those that are part of another with its id: ``2500 من أصل 3500 جندي``."""
    places = {(one.evidence.doc, one.evidence.start): n for n, group in enumerate(groups) for one in group}
    for series, group in zip(made, groups, strict=True):
        wholes = [places.get((one.evidence.doc, one.whole.start)) for one in group if one.whole]
        whole = next((made[n].id for n in wholes if n is not None and made[n] is not series), None)
        yield replace(series, part_of=whole) if whole else series


# ── which counts are of one thing, and which of those are at odds ─────────────────────────────────────────────────


def _pairs(found: Sequence[Counted]) -> tuple[list[tuple[int, int]], Found]:
    """Return the pairs of counts of one thing, by place, and why some of them can't both be true."""
    same, told = Same(found), Told(found)
    bonds: list[tuple[int, int]] = []
    at_odds: Found = {}
    for left, right in _beside(found):
        one, other = found[left], found[right]
        if one.evidence.doc == other.evidence.doc:
            reason = opposed(one, other, told, same)
            if reason is None:
                continue
            at_odds[left, right] = reason
        elif not same(one, other):
            continue
        elif one.figure.number is None or other.figure.number is None:
            pass  # عشرات beside 39 is no other count, and no number
        elif _may_differ(told, one, other) and (why := clash(one, other)) and (why != "day" or same.surely(one, other)):
            at_odds[left, right] = why
        bonds.append((left, right))
    return bonds, at_odds


def _beside(found: Sequence[Counted]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of counts that may be of one thing, each with those that follow it in time."""
    blocks: dict[str, list[int]] = {}
    for at, one in enumerate(found):
        if not measured(one.figure.counted):
            blocks.setdefault(block(one), []).append(at)
    for _, beside in sorted(blocks.items()):
        for n, left in enumerate(beside):
            for right in beside[n + 1 : n + 1 + MOST_BESIDE]:
                yield left, right


def _may_differ(told: Told, one: Counted, other: Counted) -> bool:
    earlier = one.prior or other.prior or one.outdates(other) or other.outdates(one)
    return _fresh(one, other) and not (earlier or sitting(one.series) or told.explained(one, other))


def _fresh(left: Counted, right: Counted) -> bool:
    """Say whether two reports are so near in time that their counts are held against each other."""
    one, other = left.setting, right.setting
    if one.at is None or other.at is None:
        return True
    return abs(one.at - other.at) <= NEAR or (one.old and other.old)


def _groups(size: int, bonds: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Return what hangs together, in order."""
    root = list(range(size))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    for left, right in bonds:
        low, high = sorted((find(left), find(right)))
        root[high] = low
    groups: dict[int, list[int]] = {}
    for at in range(size):
        groups.setdefault(find(at), []).append(at)
    return list(groups.values())


# ── a series ────────────────────────────────────────────────────────────────────────────────────────────────────


def _series(
    story: Story, tellings: Sequence[Sequence[Counted]], places: Sequence[int], at_odds: Found, who: Who
) -> FigureSeries:
    """Return a series; ``tellings`` are its counts, each with where its report tells it again."""
    rivals = _rivals(places, at_odds)
    group, every = [one for one, *_ in tellings], list(chain(*tellings))
    last = [one for one in group if (one.as_of or "")[:10] == (group[-1].as_of or "")[:10]]
    values = [one.figure.number for one in last if one.figure.number is not None]
    fates = Counter(one.fate.name for one in every if one.fate)
    first = group[0]
    return FigureSeries(
        id=identity("figures", story.id, first.evidence.doc, str(first.evidence.start)),
        story=story.id,
        what=next((what for what, _ in Counter(map(fullest, tellings)).most_common() if what), ""),
        of=whole(every),
        fate=fates.most_common(1)[0][0] if fates else None,
        where=tuple(place for place, _ in _places(every, who).most_common(3)),
        verdict=_verdict(group, bool(rivals)),
        low=min(values, default=None),
        high=max(values, default=None),
        counts=tuple(_count(each, who) for each in tellings),
        rivals=rivals,
        main=bool(rivals) or weighty(every),
    )


def _rivals(places: Sequence[int], at_odds: Found) -> tuple[Rivals, ...]:
    number = {at: n for n, at in enumerate(places)}
    return tuple(
        Rivals(left=number[left], right=number[right], reason=reason)
        for (left, right), reason in sorted(at_odds.items())
        if left in number
    )[:MOST_RIVALS]


def _places(group: Sequence[Counted], who: Who) -> Counter[str]:
    return Counter(who(one.evidence.doc, place, "place") for one in group for place in one.where)


def _verdict(group: Sequence[Counted], at_odds: bool) -> FigureVerdict:
    if at_odds:
        return "conflict"
    if len({one.evidence.doc for one in group}) < 2:
        return "one"
    numbered = [one for one in group if one.figure.number is not None]
    if all(agree(one.figure, numbered[0].figure) for one in numbered):
        return "agree"
    pairs = [(one.figure.number or 0, other.figure.number or 0) for one, other in pairwise(numbered)]
    return "rises" if sum(a <= b for a, b in pairs) * 2 >= len(pairs) else "falls"


def _count(tellings: Sequence[Counted], who: Who) -> Count:
    """Return one report's count, by whoever it names for it in any of the tellings."""
    one = tellings[0]
    doc, voice = one.evidence.doc, next((it for it in tellings if it.spoken and it.by), one)
    return Count(
        number=one.figure.number,
        counted=fullest(tellings),
        upper=one.figure.upper,
        relation=one.figure.relation,
        evidence=one.evidence,
        outlet=one.outlet,
        by=who(doc, voice.by) if voice.by and voice.spoken else None,
        origin=who(doc, voice.origin) if voice.origin else None,
        published=one.as_of,
        as_of=(one.as_of or "")[:10] or None,
        since=_day(one.setting.since),
        again=tuple(it.evidence for it in tellings[1:]),
    )


def _day(moment: float | None) -> str | None:
    """Return the day from which a count runs, where one is told."""
    return datetime.fromtimestamp(moment, UTC).date().isoformat() if moment else None
