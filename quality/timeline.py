"""How well the timeline of the five seeds tells their story: `python quality/timeline.py [-v]`.

It is held against the table of ../shared/gold/story.md: dates, status, reports, and the dates that no row asks for. The
table is in English, so that its words are not compared.

Beside it the measures of timeline summarisation after Martschat and Markert (2017), for `timelines.py`: date F1, and
AR1 and AR2, ROUGE of one and two words where each day is aligned with the day of the other side that tells the likest,
the nearer the better (align, many to one).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from riwaya.arabic.tokens import tokens
from riwaya.link.terms import stem
from riwaya.model import Entry
from riwaya.run.tell import tell

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
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
        if is_day(day):
            days[day[:_DAY]].append(what)
    return {day: " . ".join(lines) for day, lines in days.items()}


def is_day(value: str) -> bool:
    """Say whether a date (TIMEX3) is as fine as a day: no week, weekend, month."""
    return bool(re.match(r"\d{4}-\d\d-\d\d", value))


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


def measures(verbose: bool = False) -> dict[str, float]:
    """Return the measures of the seeds by name, for the gate."""
    return {name: round(value, 1) for name, value in seeds(verbose).items()}


def main(argv: list[str] | None = None) -> int:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args(argv)
    if not SHARED.is_dir():
        print("timeline: ../shared is not here, nothing measured")
        return 0
    for name, value in measures(args.verbose).items():
        print(f"{name:38}{value:7.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
