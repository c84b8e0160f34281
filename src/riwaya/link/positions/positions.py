"""Positions of a story: what each actor said on each matter, in order of time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from riwaya.link.positions.actors import Actors
from riwaya.link.positions.headings import telling
from riwaya.link.positions.matters import matters
from riwaya.link.positions.meetings import Spot, turns
from riwaya.link.positions.retold import Told, joined, order
from riwaya.link.positions.sayings import Saying, sayings
from riwaya.link.positions.shifts import Shifted, shifted
from riwaya.link.who import Who
from riwaya.model import Evidence, Position, Report, Story

MOST_SAYINGS = 6000  # of one story that are looked at, the earliest
MOST_TRACKS = 60  # matters of one story on which somebody spoke on several days
MOST_ONCE = 40  # and on one day only


def positions(story: Story, reports: Sequence[Report], who: Who) -> tuple[Position, ...]:
    """Return the positions of a story, by actor and matter, in order of time.

    Matters on which somebody spoke on several days come first; what stands alone is shown where it is more than a
    passing word. Misses: one matter in words that share nothing; what a side says through another's mouth.
    """
    if len(reports) < 2:
        return ()  # nothing over time
    found = sorted(sayings(reports, Actors(reports, who)), key=order)[:MOST_SAYINGS]
    tells = telling(found)
    by_side: dict[str, list[Saying]] = {}
    for one in found:
        by_side.setdefault(one.actor.side, []).append(one)
    tracks = [
        (side, matter.name, told)
        for side, said in by_side.items()
        for matter in matters(joined(said), tells)
        if len(told := matter.told) > 1 or _firm(told[0].best)
    ]
    said = {side: len(sayings) for side, sayings in by_side.items()}
    tracks.sort(key=lambda track: (-len({one.best.day.value for one in track[2]}), -len(track[2]), track[0], track[1]))
    shown = [track for track in tracks if _over_time(track[2])][:MOST_TRACKS]
    once = [track for track in tracks if not _over_time(track[2])]
    shown += sorted(once, key=lambda track: (-said[track[0]], -len(track[2])))[:MOST_ONCE]
    turned = turns([each.best for _, _, told in shown for each in told])
    return tuple(one for side, name, told in shown for one in _track(story, side, name, told, turned))


def _firm(one: Saying) -> bool:
    """Say whether what is said once is no passing word: of a type, affirmed, denied, of what will or can be."""
    return one.kind != "holds" or one.negated or bool(one.modality) or one.stance == "affirming"


def _over_time(told: Sequence[Told]) -> bool:
    return len({(one.best.day.value, one.best.day.earlier) for one in told}) > 1


def _track(
    story: Story, side: str, matter: str, told: Sequence[Told], turned: Mapping[Spot, Shifted]
) -> Iterator[Position]:
    """Yield a side's positions on one matter; ``turned`` are those that turn on whether something will be held."""
    earlier: list[Saying] = []
    for each in told:
        one = each.best
        change = turned.get((one.doc, one.start)) or shifted(one, earlier)
        against = _spot(change.against) if change.against is not None else None
        yield Position(
            story=story.id,
            who=side,
            matter=matter,
            date=one.day.value,
            kind=one.kind,
            text=one.text,
            evidence=tuple(_spot(saying) for saying in each.sayings),
            speaker=one.actor.speaker if one.actor.speaker != side else None,
            earlier=one.day.earlier,
            stance=one.stance,
            negated=one.negated,
            deadline=one.deadline or None,
            condition=one.condition or None,
            occasion=one.occasion or None,
            origin=one.origin,
            shift=change.shift,
            against=against,
            contradicts=(against,) if against is not None and change.shift == "reverses" else (),
        )
        earlier.append(one)


def _spot(one: Saying) -> Evidence:
    return Evidence(doc=one.doc, start=one.start, end=one.end)
