"""How many known conflicts between reports are shown, and how many look-alikes: `python quality/conflicts.py [-v]`.

`conflicts.tsv` holds pairs of passages of ../shared/news/five-outlets-2018 that contradict each other and pairs that
only look so. The pair's reports and one in four of the others of those days are linked; the pair counts as shown where
a rivalry of its story has a passage in each of the two spans. Figures are asked for all pairs, accounts too. `-v`
prints the open pairs that are missed or wrongly shown.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from stories import document

from riwaya.model import Evidence, Links, Report
from riwaya.pipeline import Pipeline

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
ARCHIVE = SHARED / "news" / "five-outlets-2018.jsonl.gz"
SETS = ("open", "kept back")
ONE_IN = 4  # of the other reports of those days, so that a pair stands in a stream of news
SLACK = 40  # code points between a passage shown and the span of the gold


class Pair(NamedTuple):
    """Two passages: record, start and end in its text (-1: the headline)."""

    name: str
    left: tuple[str, int, int]
    right: tuple[str, int, int]
    conflict: bool
    kind: str
    set: str

    def days(self) -> list[date]:
        """Return the days of both reports, as their ids have them."""
        return sorted(date.fromisoformat(f"{r[-8:-4]}-{r[-4:-2]}-{r[-2:]}") for r in (self.left[0], self.right[0]))


def gold() -> list[Pair]:
    """Return the labelled pairs."""
    lines = (HERE / "conflicts.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [
        Pair(r[0], (r[1], int(r[2]), int(r[3])), (r[4], int(r[5]), int(r[6])), r[7] == "conflict", r[8], r[9])
        for r in rows
    ]


def windows(pairs: list[Pair]) -> dict[tuple[date, date], list[Pair]]:
    """Return the pairs by the days that are linked for them."""
    found: dict[tuple[date, date], list[Pair]] = {}
    for pair in pairs:
        first, last = pair.days()
        found.setdefault((first, last), []).append(pair)
    return found


class Archive:
    """The reports of the archive by day, annotated when first asked for."""

    def __init__(self, days: set[str], wanted: set[str]) -> None:
        self.pipeline = Pipeline()
        self.rows: dict[str, list[dict[str, str]]] = {}
        with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                sampled = row["id"] in wanted or zlib.crc32(row["id"].encode()) % ONE_IN == 0
                if sampled and row["published"][:10] in days:
                    self.rows.setdefault(row["published"][:10], []).append(row)
        self.known: dict[str, list[Report]] = {}

    def day(self, day: str) -> list[Report]:
        """Return the reports of a day."""
        if day not in self.known:
            self.known[day] = list(self._annotated(day))
        return self.known[day]

    def _annotated(self, day: str) -> Iterator[Report]:
        for row in self.rows.get(day, ()):
            read = document(row)
            notes = self.pipeline.annotate(read)
            if not hasattr(notes, "reason"):
                yield Report(document=read, annotations=notes)


def rivalries(links: Links) -> Iterator[tuple[Evidence, Evidence]]:
    """Yield the passages that the dossiers set against each other."""
    for series in links.figures:
        for one in series.rivals:
            yield series.counts[one.left].evidence, series.counts[one.right].evidence
    for account in links.accounts:
        for detail in account.details:
            told = [cell for cell in detail.cells if cell.evidence is not None]
            against = [cell for cell in told if cell.verdict == "contradicts"]
            for cell in against:
                for other in told:
                    if other.witness != cell.witness and cell.evidence and other.evidence:
                        yield cell.evidence, other.evidence


def _shown(pair: Pair, shown: list[tuple[Evidence, Evidence]], reports: dict[str, Report]) -> bool:
    return any(
        (_hit(pair.left, a, reports) and _hit(pair.right, b, reports))
        or (_hit(pair.left, b, reports) and _hit(pair.right, a, reports))
        for a, b in shown
    )


def _hit(passage: tuple[str, int, int], shown: Evidence, reports: dict[str, Report]) -> bool:
    record, start, end = passage
    report = reports[shown.doc]
    if report.document.doc != record:
        return False
    title = report.document.title
    if start < 0:
        return title is not None and shown.start < title.end
    body = len(report.document.text) - int(_lengths()[record])
    return shown.start < end + body + SLACK and shown.end > start + body - SLACK


def _lengths() -> dict[str, int]:
    if not _LENGTHS:
        wanted = {one for pair in gold() for one in (pair.left[0], pair.right[0])}
        with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["id"] in wanted:
                    _LENGTHS[row["id"]] = len(row["text"])
    return _LENGTHS


_LENGTHS: dict[str, int] = {}


def judged(pairs: list[Pair]) -> dict[str, bool]:
    """Return by pair whether it is shown as a conflict."""
    spans = windows(pairs)
    days = {str(a + timedelta(days=n)) for a, b in spans for n in range((b - a).days + 1)}
    archive = Archive(days, {name for pair in pairs for name in (pair.left[0], pair.right[0])})
    found: dict[str, bool] = {}
    for (first, last), wanted in sorted(spans.items()):
        reports = [r for n in range((last - first).days + 1) for r in archive.day(str(first + timedelta(days=n)))]
        shown = list(rivalries(archive.pipeline.link(reports)))
        by_id = {one.document.id: one for one in reports}
        found |= {pair.name: _shown(pair, shown, by_id) for pair in wanted}
    return found


def measures() -> dict[str, float]:
    """Return the measures by name."""
    return scores(gold(), judged(gold()))


def scores(pairs: list[Pair], found: dict[str, bool]) -> dict[str, float]:
    """Return recall of conflicts and share of look-alikes shown, of numbers and of all kinds, open and kept back."""
    out = {}
    for group in SETS:
        mine = [one for one in pairs if one.set == group]
        for label, kinds in (("numbers", ("number",)), ("all", tuple({one.kind for one in mine}))):
            asked = [one for one in mine if one.kind in kinds]
            for name, conflict in (("found", True), ("look-alikes shown", False)):
                some = [one for one in asked if one.conflict is conflict]
                share = 100 * sum(found[one.name] for one in some) / max(len(some), 1)
                out[f"conflicts: {label} {name} % ({group})"] = round(share, 1)
    return out


def main() -> int:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", action="store_true", help="print the open pairs that are missed or wrongly shown")
    arguments = parser.parse_args()
    if not ARCHIVE.is_file():
        print("conflicts: ../shared/news is not here, nothing measured")
        return 0
    pairs = gold()
    found = judged(pairs)
    for name, value in scores(pairs, found).items():
        print(f"{name:52}{value:7.1f}")
    for pair in pairs if arguments.v else ():
        if pair.set == "open" and found[pair.name] != pair.conflict:
            print("missed" if pair.conflict else "wrongly shown", pair.name, pair.kind, pair.left, pair.right)
    return 0


if __name__ == "__main__":
    sys.exit(main())
