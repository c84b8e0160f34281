"""How many positions of labelled speakers are shown, and how rightly: `python quality/positions.py [-v]`.

`positions-2018.tsv` holds every statement of the main actors in the named reports of ten stories of
../shared/news/five-outlets-2018. The reports of each story are annotated and read as one story. `found` counts the
positions on matters that two days' reports tell of; `are positions` looks at what is shown. Where the gold lets a
reader choose, each choice is right. `-v` prints the errors of the open half.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import bcubed
from stories import document

from riwaya.link.digest import digest
from riwaya.link.entities import entities
from riwaya.link.positions.positions import positions
from riwaya.link.who import Who
from riwaya.model import Evidence, Failure, Position, Report, Story
from riwaya.pipeline import Pipeline

HERE = Path(__file__).parent
ARCHIVE = HERE.parent.parent / "shared" / "news" / "five-outlets-2018.jsonl.gz"
SETS = ("open", "kept back")
PLAIN = {"first", "repeats", "adds", "again"}


class Gold(NamedTuple):
    """A statement as labelled: start -1 is the headline; no ``kinds``: no position."""

    story: str
    record: str
    start: int
    end: int
    who: str
    kinds: frozenset[str]
    matter: str
    shifts: frozenset[str]
    date: str
    deadline: str
    condition: str
    set: str


class Met(NamedTuple):
    """A labelled statement and the position that shows it, with what it is to it: its words, or told again."""

    gold: Gold
    shown: Position | None = None
    again: bool = False


def gold() -> list[Gold]:
    """Return the labelled statements."""
    lines = (HERE / "positions-2018.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [Gold(r[0], r[1], int(r[2]), int(r[3]), r[4], _choice(r[5]), r[6], _choice(r[7]), *r[8:12]) for r in rows]


def _choice(cell: str) -> frozenset[str]:
    return frozenset(cell.split("/")) if cell else frozenset()


def reports(wanted: set[str]) -> dict[str, Report]:
    """Return the annotated reports of some records."""
    pipeline, found = Pipeline(), {}
    with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] not in wanted:
                continue
            read = document(row)
            notes = pipeline.annotate(read)
            if not isinstance(notes, Failure):
                found[row["id"]] = Report(document=read, annotations=notes)
    return found


def told(one: Sequence[Report]) -> tuple[Position, ...]:
    """Return the positions of reports that are one story."""
    digests = sorted((digest(report) for report in one), key=lambda each: (each.key, each.id))
    by_id = {report.document.id: report for report in one}
    ordered = sorted(digests, key=lambda each: (each.published, each.id))
    known = entities(ordered, [0] * len(ordered))
    story = Story(id="s", title="", documents=tuple(each.id for each in ordered))
    who = Who([each.id for each in ordered], known.names)
    return positions(story, [by_id[each.id] for each in ordered], who)


def met(rows: Sequence[Gold], found: dict[str, Report]) -> list[Met]:
    """Return each labelled statement with the position that shows it."""
    by_story: dict[str, list[Gold]] = defaultdict(list)
    for row in rows:
        by_story[row.story].append(row)
    out: list[Met] = []
    for mine in by_story.values():
        records = dict.fromkeys(row.record for row in mine)
        shown = told([found[record] for record in records if record in found])
        out += [_met(row, shown, found) for row in mine]
    return out


def _met(row: Gold, shown: Iterable[Position], found: dict[str, Report]) -> Met:
    best, most = Met(row), 0
    for one in shown:
        if one.who not in row.who.split(";"):
            continue
        for at, spot in enumerate(one.evidence):
            value = _overlap(row, spot, found[row.record])
            if value > most:
                best, most = Met(row, one, at > 0), value
    return best


def _overlap(row: Gold, spot: Evidence, report: Report) -> int:
    """Return the code points in common, 0 where they are less than half of the shorter."""
    if spot.doc != row.record:
        return 0
    title = report.document.title
    body = title.end + 1 if title else 0
    if row.start < 0:
        return min(spot.end, body) - spot.start if spot.start < body else 0
    start, end = row.start + body, row.end + body
    both = min(end, spot.end) - max(start, spot.start)
    return both if both * 2 >= min(end - start, spot.end - spot.start) else 0


def scores(every: Sequence[Met]) -> dict[str, float]:
    """Return the measures, open and kept back."""
    out: dict[str, float] = {}
    for group in SETS:
        mine = [one for one in every if one.gold.set == group]
        days: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for one in mine:
            days[one.gold.story, one.gold.who, one.gold.matter].add(one.gold.record[-8:])
        shown = [one for one in mine if one.shown is not None]
        asked = [one for one in mine if one.gold.kinds and len(days[one.gold.story, one.gold.who, one.gold.matter]) > 1]
        held = [one for one in shown if one.gold.kinds]
        dated = [one for one in held if len(one.gold.date) == len("2018-01-01")]
        grouped = bcubed.score(
            [
                (one.gold.story, f"{one.gold.who} {one.gold.matter}", f"{one.shown.who} {one.shown.matter}")
                for one in held
                if one.shown is not None
            ]
        )
        marked = [one for one in held if _shift(one) not in PLAIN]
        out |= {
            f"positions {group}: found %": _share(sum(one.shown is not None for one in asked), len(asked)),
            f"positions {group}: are positions %": _share(len(held), len(shown)),
            f"positions {group}: kinds right %": _share(sum(_kind(one) for one in held), len(held)),
            f"positions {group}: days right %": _share(sum(_day(one) for one in dated), len(dated)),
            f"positions {group}: matters F1": grouped.bcubed[2],
            f"positions {group}: matters precision": grouped.bcubed[0],
            f"positions {group}: shifts right %": _share(sum(_shift_right(one, held) for one in held), len(held)),
            f"positions {group}: shifts marked": float(len(marked)),
            f"positions {group}: statements": float(len(mine)),
        }
    return out


def _kind(one: Met) -> bool:
    return one.shown is not None and one.shown.kind in one.gold.kinds


def _day(one: Met) -> bool:
    """Say whether a day is right; what is said to be before its report's day leaves it open."""
    if one.shown is None or one.shown.date is None:
        return False
    return one.shown.date[:10] == one.gold.date or (one.shown.earlier and one.gold.date < one.shown.date[:10])


def _shift(one: Met) -> str:
    if one.shown is None:
        return ""
    return "again" if one.again else one.shown.shift


def _shift_right(one: Met, every: Sequence[Met]) -> bool:
    """Say whether a shift is right; ``first`` and ``adds`` are one (the matters are measured by themselves).

    Which of two statements tells the other again does not count.
    """
    beside = [other for other in every if other.shown is one.shown] if one.again else [one]
    wanted = {shift for other in beside for shift in other.gold.shifts}
    if any("again" in other.gold.shifts for other in every if other.shown is one.shown and other is not one):
        wanted |= one.gold.shifts | {"first", "adds"}
    wanted = {"first" if shift == "adds" else shift for shift in wanted}
    found = _shift(one)
    return ("first" if found == "adds" else found) in wanted


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 100.0


def measures() -> dict[str, float]:
    """Return the measures that have floors."""
    rows = gold()
    every = scores(met(rows, reports({row.record for row in rows})))
    return {name: value for name, value in every.items() if name.endswith(("%", "F1", "precision"))}


def errors(every: Sequence[Met]) -> Iterable[str]:
    """Yield the errors of the open half, a line each."""
    for one in every:
        row, shown = one.gold, one.shown
        if row.set != "open":
            continue
        head = f"{row.story} {row.record} {row.start} {row.who}"
        if shown is None:
            if row.kinds:
                yield f"MISSED {head}: {row.matter}"
            continue
        if not row.kinds:
            yield f"NONE {head}: {shown.kind} {shown.text[:150]}"
            continue
        if not _kind(one):
            yield f"KIND {head}: {shown.kind}, not {'/'.join(sorted(row.kinds))}: {shown.text[:150]}"
        if len(row.date) == len("2018-01-01") and not _day(one):
            yield f"DAY {head}: {shown.date}, not {row.date}"
        if not _shift_right(one, every):
            labels = f"{_shift(one)}, not {'/'.join(sorted(row.shifts))}: {row.matter} | {shown.matter}"
            yield f"SHIFT {head}: {labels} | {shown.text[:150]}"


def main() -> int:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", action="store_true", help="print the errors of the open half")
    arguments = parser.parse_args()
    if not ARCHIVE.is_file():
        print("positions: ../shared/news is not here, nothing measured")
        return 0
    rows = gold()
    every = met(rows, reports({row.record for row in rows}))
    for name, value in scores(every).items():
        print(f"{name:44}{value:7.1f}")
    if arguments.v:
        print("\n".join(errors(every)))
        matters = Counter(
            (one.gold.story, one.gold.who, one.shown.matter, one.gold.matter)
            for one in every
            if one.shown is not None and one.gold.set == "open"
        )
        for (story, who, shown, labelled), count in sorted(matters.items()):
            print(f"{count:4} {story} {who}: {shown} = {labelled or '(none)'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
