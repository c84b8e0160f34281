"""How well the timelines of ten stories tell what a reader put into them: `python quality/timelines.py [-v]`.

`timelines-2018.jsonl` has for each story the ids of its reports (../shared/news/five-outlets-2018) and the lines that a
reader wrote from them alone, before any timeline of Riwaya's was seen: the day, whether it took place, one line in the
reader's own words, and the `basis` of the day. `text`: a report gives it. `print`: only the day of printing is known;
such a line is not asked for (Riwaya dates nothing by publication), nor is its day held against a timeline. `side`: the
same for what stands at the edge of the story. One reader; half of the stories are `kept back`: totals only.

Date F1, AR1 and AR2 after Martschat and Markert (2017), of all entries and of the main ones that a page shows `at a
glance`, each by its headline where it has one; `lines told`: lines asked for that have an entry of that day with a good
part of their words; `status right`: of these; `lines apt`: main entries of a day that are one of the reader's lines;
`main entries a line`: how long the timeline is. `busy days` is what a tool without any reading does: of the days on
which most was printed, as many as the reader has, the headline of the first report.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from stories import document
from timeline import aligned, by_day, date_f1, is_day

from riwaya.arabic.tokens import tokens
from riwaya.link.terms import rarity, token_term
from riwaya.model import Entry, Failure, Report
from riwaya.pipeline import Pipeline

HERE = Path(__file__).parent
GOLD = HERE / "timelines-2018.jsonl"
ARCHIVE = HERE.parent.parent / "shared" / "news" / "five-outlets-2018.jsonl.gz"
SETS = ("open", "kept back")
TOLD = 0.3  # the share of a line's rare words that an entry must have to be the same
_DAY = len("2018-06-12")

Story = dict[str, Any]
Scores = dict[str, float]


def gold() -> list[Story]:
    """Return the stories with their reference timelines."""
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line]


def reports(wanted: Iterable[str]) -> dict[str, Report]:
    """Return the annotated reports by record id."""
    pipeline, ids = Pipeline(), set(wanted)
    found: dict[str, Report] = {}
    with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in ids:
                read = document(row)
                notes = pipeline.annotate(read)
                if not isinstance(notes, Failure):
                    found[row["id"]] = Report(document=read, annotations=notes)
    return found


def entries(mine: Sequence[Report]) -> list[Entry]:
    """Return the dated entries of what is linked of these reports, without its background."""
    return [one for one in Pipeline().link(mine).timeline if one.date and not one.background]


def busy(mine: Sequence[Report], most: int) -> dict[str, str]:
    """Return the headline of the first report of each of the days on which most was printed."""
    days: dict[str, list[Report]] = defaultdict(list)
    for report in sorted(mine, key=lambda one: one.document.given or ""):
        days[(report.document.given or "")[:_DAY]].append(report)
    chosen = sorted(sorted(days), key=lambda day: -len(days[day]))[:most]
    return {day: days[day][0].document.text.partition("\n")[0] for day in sorted(chosen)}


def days_of(rows: Iterable[Mapping[str, str]], *bases: str) -> set[str]:
    """Return the days that lines of these bases have."""
    return {row["date"][:_DAY] for row in rows if row["basis"] in bases and is_day(row["date"])}


def overlap(line: str, entry: str) -> float:
    """Return the share of a line's words, weighed by how rare they are, that an entry has."""
    left, right = _words(line), _words(entry)
    total = sum(left.values())
    return sum(weight for word, weight in left.items() if word in right) / total if total else 0.0


def _words(text: str) -> dict[str, float]:
    return {word: rarity(word, 0, 0) for token in tokens(text) if (word := token_term(token))}


def score(story: Story, mine: Sequence[Report]) -> Scores:
    """Return the measures of one story: its own timeline's, and those of the busiest days."""
    rows = story["rows"]
    asked = [row for row in rows if row["basis"] == "text" and is_day(row["date"])]
    wanted, allowed = by_day((row["date"], row["what"]) for row in asked), days_of(rows, "print", "side")
    ours = [one for one in entries(mine) if is_day(one.date)]
    main = [one for one in ours if one.main]
    found = {"": _told(ours), ", at a glance": _told(main), ", busy days": busy(mine, len(wanted))}
    scores: Scores = {}
    for name, timeline in found.items():
        kept = {day: text for day, text in timeline.items() if day in wanted or day not in allowed}
        scores[f"date F1{name}"] = date_f1(kept, wanted)[2]
        scores[f"AR1{name}"] = aligned(kept, wanted, 1)[2]
        scores[f"AR2{name}"] = aligned(kept, wanted, 2)[2]
    return scores | _lines(asked, rows, ours)


def _told(found: Iterable[Entry]) -> Mapping[str, str]:
    return by_day((one.date, one.headline.text if one.headline else one.what) for one in found)


def _lines(asked: Sequence[Mapping[str, str]], rows: Sequence[Mapping[str, str]], ours: Sequence[Entry]) -> Scores:
    best = [max((_same(row, one) for one in ours), default=(0.0, "")) for row in asked]
    told = [(row, status) for row, (value, status) in zip(asked, best, strict=True) if value >= TOLD]
    main = [one for one in ours if one.main]
    apt = [one for one in main if any(_same(row, one)[0] >= TOLD for row in rows)]
    return {
        "lines told": len(told) / max(1, len(asked)),
        "status right": sum(row["status"] == status for row, status in told) / max(1, len(told)),
        "lines apt": len(apt) / max(1, len(main)),
        "main entries a line": len(main) / max(1, len(asked)),
    }


def _same(row: Mapping[str, str], one: Entry) -> tuple[float, str]:
    return (overlap(row["what"], one.what), one.status) if one.date[:_DAY] == row["date"] else (0.0, "")


def scored(verbose: bool = False, only: str | None = None) -> Iterator[tuple[Story, Scores]]:
    """Yield each story with its measures."""
    stories = [one for one in gold() if only in (None, one["story"])]
    known = reports(record for story in stories for record in story["records"])
    for story in stories:
        mine = [known[record] for record in story["records"] if record in known]
        found = score(story, mine)
        if verbose and story["set"] == "open":
            print(f"  {story['story']}: {len(mine)} reports,", _printed(found))
        yield story, found


def _printed(found: Scores) -> str:
    return ", ".join(f"{name} {value:.2f}" for name, value in found.items())


def measures(verbose: bool = False) -> Scores:
    """Return the means over the stories of each set, for the gate."""
    if not ARCHIVE.is_file():
        print("timelines: not measured (no ../shared/news beside this checkout)")
        return {}
    sums: dict[str, Counter[str]] = {part: Counter() for part in SETS}
    counts: Counter[str] = Counter()
    for story, found in scored(verbose):
        sums[story["set"]].update(found)
        counts[story["set"]] += 1
    return {
        f"timelines, {part}: {name}{_unit(name)}": round(value / counts[part] * (100 if _unit(name) else 1), 1)
        for part in SETS
        for name, value in sums[part].items()
    }


def _unit(name: str) -> str:
    return "" if name == "main entries a line" else " %"


def main(argv: list[str] | None = None) -> int:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args(argv)
    for name, value in measures(args.verbose).items():
        print(f"{name:44}{value:7.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
