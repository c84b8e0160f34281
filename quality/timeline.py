"""How well a timeline tells its story: `python quality/timeline.py [-v]`, `--gold FILE.tsv [--story NAME]`.

Without arguments: the timeline of the five seeds against the table of ../shared/gold/story.md: dates, status, reports,
and the dates that no row asks for. The table is in English, so that its words are not compared.

With a gold file (columns story, date, what, set; a row a line of a timeline that a reader wrote, in Arabic; `set` is
open or kept back) the measures of timeline summarisation after Martschat and Markert (2017): date F1, and AR1 and AR2,
ROUGE of one and two words where each day is aligned with the day of the other side that tells the likest, the nearer
the better (align, many to one). Stories are those of stories-2018.tsv, their reports are read from ../shared/news.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from riwaya.arabic.tokens import tokens
from riwaya.link.terms import stem
from riwaya.model import Document, Entry, Failure, Outlet, Report, Span
from riwaya.pipeline import Pipeline
from riwaya.run.tell import tell

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
ARCHIVE = SHARED / "news" / "five-outlets-2018.jsonl.gz"
STORIES = HERE / "stories-2018.tsv"
_DAY = len("2021-07-26")

Timeline = Mapping[str, str]  # day → what is told of it
Rows = list[dict[str, str]]


# ── measures ────────────────────────────────────────────────────────────────────────────────────────────────────


def date_f1(ours: Iterable[str], gold: Iterable[str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the days of a timeline."""
    found, wanted = set(ours), set(gold)
    return _f1(len(found & wanted), len(found), len(found & wanted), len(wanted))


def aligned(ours: Timeline, gold: Timeline, size: int) -> tuple[float, float, float]:
    """Return precision, recall and F1 of n-grams of ``size`` words under the best alignment of days (AR1, AR2)."""
    left = {day: _grams(text, size) for day, text in ours.items()}
    right = {day: _grams(text, size) for day, text in gold.items()}
    return _f1(*_covered(left, right), *_covered(right, left))


def _covered(side: Mapping[str, Counter[str]], other: Mapping[str, Counter[str]]) -> tuple[float, float]:
    """Return the n-grams of a side that its days' partners have, by nearness of days, and how many it has."""
    shared = 0.0
    for day, grams in side.items():
        shared += max((_near(day, one) * _both(grams, words) for one, words in other.items()), default=0.0)
    return shared, float(sum(sum(grams.values()) for grams in side.values()))


def _near(left: str, right: str) -> float:
    return 1.0 / (1 + abs((date.fromisoformat(left) - date.fromisoformat(right)).days))


def _both(left: Counter[str], right: Counter[str]) -> int:
    return sum((left & right).values())


def _grams(text: str, size: int) -> Counter[str]:
    words = [stem(token.key) for token in tokens(text) if token.kind != "punct"]
    return Counter(" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


def _f1(right: float, found: float, covered: float, wanted: float) -> tuple[float, float, float]:
    precision, recall = right / found if found else 0.0, covered / wanted if wanted else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def by_day(rows: Iterable[tuple[str, str]]) -> Timeline:
    """Return what is told of each day; lines without a day are left out."""
    days: dict[str, list[str]] = defaultdict(list)
    for day, what in rows:
        if len(day) >= _DAY:
            days[day[:_DAY]].append(what)
    return {day: " . ".join(lines) for day, lines in days.items()}


# ── the seeds ───────────────────────────────────────────────────────────────────────────────────────────────────


def table() -> Rows:
    """Return the rows of story.md's timeline: date, status, reports."""
    text = (SHARED / "gold" / "story.md").read_text(encoding="utf-8").partition("## Timeline")[2].partition("\n## ")[0]
    found = re.findall(r"^\| (\d{4}(?:-\d\d){0,2}(?:/\d\d)?)[^|]*\|([^|]*)\|([^|]*)\|([^|]*)\|", text, re.M)
    return [{"date": day, "what": what.strip(), "status": state, "in": docs} for day, what, state, docs in found]


def seeds(verbose: bool) -> dict[str, float]:
    """Return the measures over the five seeds; what fails is printed."""
    with tell([str(SHARED / "seeds")]) as (store, _):
        names = {id_: doc[:3] for id_, doc in store.names().items()}
        entries = [entry for entry in store.timeline() if entry.date]
    rows = table()
    found = [_fitting(row, entries, names) for row in rows]
    stated = sum(
        any(one.status.replace("-", " ") in row["status"] for one in fits)
        for row, fits in zip(rows, found, strict=True)
    )
    asked = {id(one) for fits in found for one in fits}
    if verbose:
        for row, fits in zip(rows, found, strict=True):
            if not fits:
                print(f"  missing: {row['date']} {row['what']}")
        for one in entries:
            if id(one) not in asked:
                print(f"  not asked for: {one.date} {one.status} {one.what}")
    return {
        "timeline, seeds: rows found %": 100 * sum(bool(fits) for fits in found) / len(rows),
        "timeline, seeds: status right %": 100 * stated / len(rows),
        "timeline, seeds: lines asked for %": 100 * len(asked) / max(1, len(entries)),
    }


def _fitting(row: dict[str, str], entries: Iterable[Entry], names: Mapping[str, str]) -> list[Entry]:
    """Return the entries of a row: its date, as fine as it is given, and all the reports that it names."""
    told = set(re.findall(r"\d{3}", row["in"]))
    first, _, other = row["date"].partition("/")  # 2021-07-25/26: reports differ
    days = {first, first[:-2] + other} if other else {first}
    same = [one for one in entries if one.date[:_DAY] in days]
    return [one for one in same if told & {names[span.doc] for span in one.evidence}]


# ── stories of the archive ──────────────────────────────────────────────────────────────────────────────────────


def against(gold: Path, story: str | None, verbose: bool) -> dict[str, float]:
    """Return the mean measures over the stories of a gold file, open and kept back apart."""
    rows = [row for row in _tsv(gold) if story in (None, row["story"])]
    scores: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for name in sorted({row["story"] for row in rows}):
        mine = [row for row in rows if row["story"] == name]
        part = mine[0].get("set") or "open"
        ours = by_day((entry.date, entry.what) for entry in timeline_of(name) if not entry.background)
        wanted = by_day((row["date"], row["what"]) for row in mine)
        score = (date_f1(ours, wanted)[2], aligned(ours, wanted, 1)[2], aligned(ours, wanted, 2)[2])
        scores[part].append(score)
        if verbose and part == "open":
            print(f"  {name}: date F1 {score[0]:.3f}, AR1 {score[1]:.3f}, AR2 {score[2]:.3f}")
            print("    days missing:", *sorted(set(wanted) - set(ours)))
    measures = ("date F1", "AR1", "AR2")
    return {
        f"timeline, {part}: {name} %": 100 * sum(one[at] for one in found) / len(found)
        for part, found in sorted(scores.items())
        for at, name in enumerate(measures)
    }


def timeline_of(story: str) -> list[Entry]:
    """Return the timeline that linking the reports of a labelled story gives."""
    wanted = {row["record"] for row in _tsv(STORIES) if row["story"] == story and row["verdict"] == "in"}
    pipeline = Pipeline()
    links = pipeline.link(list(_annotated(pipeline, _archive(wanted))))
    return [entry for entry in links.timeline if entry.date]


def _archive(wanted: set[str]) -> Iterable[Document]:
    with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in wanted:
                yield Document(
                    id=row["id"],
                    key=row["id"],
                    doc=row["id"],
                    text=f"{row['title']}\n{row['text']}",
                    title=Span(start=0, end=len(row["title"])),
                    outlet=Outlet(name=row["outlet"], basis="given"),
                    given=row["published"],
                )


def _annotated(pipeline: Pipeline, found: Iterable[Document | Failure]) -> Iterable[Report]:
    for document in found:
        if not isinstance(document, Failure):
            notes = pipeline.annotate(document)
            if not isinstance(notes, Failure):
                yield Report(document=document, annotations=notes)


def _tsv(path: Path) -> Rows:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"), strict=False)) for line in lines[1:]]


def measures(verbose: bool = False) -> dict[str, float]:
    """Return the measures of the seeds by name, for the gate."""
    return {name: round(value, 1) for name, value in seeds(verbose).items()}


def main(argv: list[str] | None = None) -> int:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--story")
    args = parser.parse_args(argv)
    if not SHARED.is_dir():
        print("timeline: ../shared is not here, nothing measured")
        return 0
    found = against(args.gold, args.story, args.verbose) if args.gold else measures(args.verbose)
    for name, value in found.items():
        print(f"{name:38}{value:7.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
