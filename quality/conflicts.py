"""How many known conflicts between reports are shown, and how many look-alikes: `python quality/conflicts.py [-v]`.

`conflicts.tsv` holds pairs of passages of ../shared/news/five-outlets-2018 that contradict each other and pairs that
only look so; `conflicts-wider.tsv` more pairs of numbers, from other days and from saudi-july-2015. The pair's reports
and one in four of the others of those days are linked; the pair counts as shown where a rivalry
of its story has a passage in each of the two spans. Figures are asked for all pairs, accounts too. `-v` prints what is
missed or wrongly shown, those kept back left out.
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

from riwaya.model import Document, Evidence, Failure, Links, Report
from riwaya.pipeline import Pipeline

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
NEWS = SHARED / "news"
FILES = ("conflicts.tsv", "conflicts-wider.tsv")
SETS = ("open", "kept back", "wider")
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
    archive: str = "five-outlets-2018"

    def records(self) -> tuple[str, str]:
        """Return the records of both passages."""
        return self.left[0], self.right[0]


def gold() -> list[Pair]:
    """Return the labelled pairs."""
    return [pair for name in FILES for pair in _pairs(HERE / name)]


def _pairs(path: Path) -> Iterator[Pair]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for r in [line.split("\t") for line in lines if line and not line.startswith("#")][1:]:
        sides = (r[1], int(r[2]), int(r[3])), (r[4], int(r[5]), int(r[6]))
        yield Pair(r[0], *sides, r[7] == "conflict", *r[8:])


class Archive:
    """The reports of an archive by day, annotated when first asked for: one in four, and those of the pairs."""

    def __init__(self, name: str, pairs: list[Pair]) -> None:
        self.pipeline = Pipeline()
        self.pairs = [one for one in pairs if one.archive == name]
        wanted = {record for pair in self.pairs for record in pair.records()}
        self.days: dict[str, date] = {}
        self.lengths: dict[str, int] = {}
        self.rows: dict[date, list[Document]] = {}
        self.known: dict[date, list[Report]] = {}
        with gzip.open(NEWS / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                self._keep(row, wanted)

    def _keep(self, row: dict[str, str], wanted: set[str]) -> None:
        record, moment = row.get("id") or row["url"], row.get("published") or row["extracted"][:10]
        if record in self.lengths or not (record in wanted or zlib.crc32(record.encode()) % ONE_IN == 0):
            return
        day = self.days[record] = date.fromisoformat(moment[:10])
        self.lengths[record] = len(row["text"])
        self.rows.setdefault(day, []).append(document(row | {"id": record, "published": moment}))

    def windows(self) -> dict[tuple[date, date], list[Pair]]:
        """Return the pairs by the days that are linked for them."""
        found: dict[tuple[date, date], list[Pair]] = {}
        for pair in self.pairs:
            first, last = sorted(self.days[record] for record in pair.records())
            found.setdefault((first, last), []).append(pair)
        return found

    def day(self, day: date) -> list[Report]:
        """Return the reports of a day."""
        if day not in self.known:
            self.known[day] = list(self._annotated(day))
        return self.known[day]

    def _annotated(self, day: date) -> Iterator[Report]:
        for one in self.rows.get(day, ()):
            notes = self.pipeline.annotate(one)
            if not isinstance(notes, Failure):
                yield Report(document=one, annotations=notes)

    def shown(self, pair: Pair, shown: list[tuple[Evidence, Evidence]], reports: dict[str, Report]) -> bool:
        """Say whether two passages that are set against each other are those of the pair."""
        return any(
            (self._hit(pair.left, a, reports) and self._hit(pair.right, b, reports))
            or (self._hit(pair.left, b, reports) and self._hit(pair.right, a, reports))
            for a, b in shown
        )

    def _hit(self, passage: tuple[str, int, int], shown: Evidence, reports: dict[str, Report]) -> bool:
        record, start, end = passage
        report = reports[shown.doc]
        if report.document.doc != record:
            return False
        title = report.document.title
        if start < 0:
            return title is not None and shown.start < title.end
        body = len(report.document.text) - self.lengths[record]
        return shown.start < end + body + SLACK and shown.end > start + body - SLACK


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


def judged(pairs: list[Pair]) -> dict[str, bool]:
    """Return by pair whether it is shown as a conflict."""
    found: dict[str, bool] = {}
    for name in sorted({pair.archive for pair in pairs}):
        archive = Archive(name, pairs)
        for (first, last), wanted in sorted(archive.windows().items()):
            days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
            reports = [report for day in days for report in archive.day(day)]
            shown = list(rivalries(archive.pipeline.link(reports)))
            by_id = {one.document.id: one for one in reports}
            found |= {pair.name: archive.shown(pair, shown, by_id) for pair in wanted}
    return found


def measures() -> dict[str, float]:
    """Return the measures by name."""
    return scores(gold(), judged(gold()))


def scores(pairs: list[Pair], found: dict[str, bool]) -> dict[str, float]:
    """Return recall of conflicts and share of look-alikes shown, of numbers and of all kinds, open and kept back."""
    out = {}
    for group in SETS:
        mine = [one for one in pairs if one.set == group]
        every = {one.kind for one in mine}
        for label, kinds in (("numbers", {"number"}), ("all", every))[: len(every)]:  # the wider set has numbers alone
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
    if not NEWS.is_dir():
        print("conflicts: ../shared/news is not here, nothing measured")
        return 0
    pairs = gold()
    found = judged(pairs)
    for name, value in scores(pairs, found).items():
        print(f"{name:52}{value:7.1f}")
    for pair in pairs if arguments.v else ():
        if pair.set != "kept back" and found[pair.name] != pair.conflict:
            print("missed" if pair.conflict else "wrongly shown", pair.name, pair.kind, pair.left, pair.right)
    return 0


if __name__ == "__main__":
    sys.exit(main())
