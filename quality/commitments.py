"""How many undertakings of labelled reports are read, and how rightly: `python quality/commitments.py [-v]`.

`commitments-2018.tsv` holds what is undertaken in 86 whole reports and 220 paragraphs of
../shared/news/five-outlets-2018: who, which words, by when, on what condition. `may` rows are what one reader would
call an undertaking and another not (visits and meetings announced, threats, readiness, decisions carried out): neither
asked for nor counted wrong. Whatever else is shown from these reports and paragraphs is wrong. `-v` prints the errors
of the open half.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from fscore import percent
from stories import document

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.link.commitments.pledges import Pledge
from riwaya.link.commitments.undertakings import pledges
from riwaya.link.parties import lands
from riwaya.model import Failure, Report
from riwaya.pipeline import Pipeline

HERE = Path(__file__).parent
ARCHIVE = HERE.parent.parent / "shared" / "news" / "five-outlets-2018.jsonl.gz"
SETS = ("open", "kept back")
LIKE = 0.8  # how much of each other's code points two spans share that are one


class Gold(NamedTuple):
    """A labelled row: a ``read`` stretch, or in it a ``commitment`` or what ``may`` be one."""

    record: str
    start: int
    end: int
    who: tuple[str, ...]
    kind: str
    by: str
    condition: str
    stratum: str
    set: str


class Read(NamedTuple):
    """A record with what is shown of it, in offsets of its ``text``."""

    text: str
    shown: tuple[tuple[int, int, Pledge], ...]


def gold() -> list[Gold]:
    """Return the labelled rows."""
    lines = (HERE / "commitments-2018.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [Gold(r[0], int(r[1]), int(r[2]), tuple(r[3].split(";")), *r[4:9]) for r in rows]


def read(wanted: set[str]) -> dict[str, Read]:
    """Return what is shown of some records."""
    pipeline, found = Pipeline(), {}
    with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] not in wanted:
                continue
            one = document(row)
            notes = pipeline.annotate(one)
            if not isinstance(notes, Failure):
                found[row["id"]] = _read(Report(document=one, annotations=notes), len(row["title"]) + 1)
    return found


def _read(report: Report, body: int) -> Read:
    text = report.document.text
    words = [(one, list(tokens(text, one.start, one.end))) for one in report.annotations.sentences]
    firm = (one for one in pledges(report, words) if one.force == "firm")
    return Read(text[body:], tuple((one.start - body, one.end - body, one) for one in firm))


class Tally:
    """The counts of one set."""

    def __init__(self) -> None:
        self.asked = self.met = self.wrong = self.who = self.spans = self.terms = 0
        self.errors: list[str] = []

    def take(self, rows: Sequence[Gold], found: Read) -> None:
        """Count one record."""
        wanted = [one for one in rows if one.kind != "read"]
        for one in (one for one in wanted if one.kind == "commitment"):
            self._ask(one, found)
        for start, end, pledge in found.shown:
            inside = any(one.kind == "read" and one.start <= start < one.end for one in rows)
            if inside and not any(_overlap((start, end), (one.start, one.end)) for one in wanted):
                self.wrong += 1
                self.errors.append(f"WRONG {rows[0].record} {'، '.join(pledge.who)}: {pledge.what[:150]}")

    def _ask(self, one: Gold, found: Read) -> None:
        self.asked += 1
        words = " ".join(found.text[one.start : one.end].split())
        fits = [each for each in found.shown if _overlap(each[:2], (one.start, one.end))]
        if not fits:
            self.errors.append(f"MISSED {one.record} {one.stratum} {';'.join(one.who)}: {words[:150]}")
            return
        start, end, pledge = max(fits, key=lambda each: _common(each[:2], (one.start, one.end)))
        self.met += 1
        named = _named(pledge.who, one.who)
        same = _common((start, end), (one.start, one.end)) >= LIKE * max(end - start, one.end - one.start)
        terms = (bool(pledge.by), bool(pledge.condition)) == (bool(one.by), bool(one.condition))
        self.who, self.spans, self.terms = self.who + named, self.spans + same, self.terms + terms
        if not named:
            self.errors.append(f"WHO {one.record} {'، '.join(pledge.who)}, not {';'.join(one.who)}: {words[:80]}")
        if not same:
            self.errors.append(f"SPAN {one.record} {pledge.what[:100]} | {words[:100]}")
        if not terms:
            told = f"{pledge.by} / {pledge.condition}, not {one.by} / {one.condition}"
            self.errors.append(f"TERMS {one.record} {told}: {words[:80]}")

    def scores(self, group: str) -> dict[str, float]:
        """Return the measures of the set."""
        return {
            f"commitments {group}: precision %": percent(self.met, self.met + self.wrong),
            f"commitments {group}: recall %": percent(self.met, self.asked),
            f"commitments {group}: who right %": percent(self.who, self.met),
            f"commitments {group}: spans right %": percent(self.spans, self.met),
            f"commitments {group}: deadline and condition right %": percent(self.terms, self.met),
            f"commitments {group}: asked for": float(self.asked),
        }


def _common(left: tuple[int, int], right: tuple[int, int]) -> int:
    return min(left[1], right[1]) - max(left[0], right[0])


def _overlap(left: tuple[int, int], right: tuple[int, int]) -> bool:
    return 2 * _common(left, right) >= min(left[1] - left[0], right[1] - right[0])


def _named(shown: Iterable[str], wanted: Sequence[str]) -> bool:
    """Say whether everybody shown is one whom a reader names, by any of the names; ``*`` leaves it open."""
    return "*" in wanted or all(any(_same(one, name) for name in wanted) for one in shown)


def _same(left: str, right: str) -> bool:
    one, other = fold(left), fold(right)
    return one in other or other in one or bool(lands(left) and set(lands(left)) == set(lands(right)))


def tallies() -> dict[str, Tally]:
    """Return the counts of each set."""
    rows = defaultdict(list)
    for row in gold():
        rows[row.record].append(row)
    found = read(set(rows))
    out = {group: Tally() for group in SETS}
    for record, mine in sorted(rows.items()):
        if record in found:
            out[mine[0].set].take(mine, found[record])
    return out


def measures() -> dict[str, float]:
    """Return the measures that have floors."""
    every = [one.scores(group) for group, one in tallies().items()]
    return {name: value for one in every for name, value in one.items() if name.endswith("%")}


def main() -> int:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", action="store_true", help="print the errors of the open half")
    arguments = parser.parse_args()
    if not ARCHIVE.is_file():
        print("commitments: ../shared/news is not here, nothing measured")
        return 0
    found = tallies()
    for group, one in found.items():
        for name, value in one.scores(group).items():
            print(f"{name:56}{value:7.1f}")
    if arguments.v:
        print("\n".join(sorted(found["open"].errors)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
