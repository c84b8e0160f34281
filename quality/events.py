"""How well the fields of a timeline's lines are read: `python quality/events.py [-v]`.

`events-2018.tsv` has dated events of fifteen stories of ../shared/news with their type, status, parties and place,
judged from the sentence alone. Each report is read by itself; an event is found where a dated clause holds its word.
Of the events found: type and status right; who, whom and where by name (precision, recall). A line is right where
nothing in it is wrong and a party or place that must be there is. `-v` prints what is wrong with the open ones.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from riwaya.arabic.letters import fold
from riwaya.link.digest import digest
from riwaya.link.happening import Happening
from riwaya.model import Failure, Report
from riwaya.pipeline import Pipeline
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents

HERE = Path(__file__).parent
NEWS = HERE.parent.parent / "shared" / "news"
SETS = ("open", "kept back")
MUTUAL = ("CONSULT", "AGREE", "COOPERATE")  # who and whom are one side and the other
Row = dict[str, str]


class Truth(NamedTuple):
    """The names that a field must have, and all that it may have, each in the forms that fit."""

    must: list[set[str]]
    may: list[set[str]]


def gold() -> list[Row]:
    """Return the judged events."""
    lines = (HERE / "events-2018.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


# ── reports ─────────────────────────────────────────────────────────────────────────────────────────────────────


def read(rows: Sequence[Row]) -> dict[str, tuple[Report, int]]:
    """Return by record the reports, annotated, and where the record's text begins in each."""
    found: dict[str, tuple[Report, int]] = {}
    pipeline = Pipeline()
    for archive in sorted({row["archive"] for row in rows}):
        wanted = {row["record"] for row in rows if row["archive"] == archive}
        with gzip.open(NEWS / f"{archive}.jsonl.gz", "rt", encoding="utf-8") as lines:
            records = [one for one in map(json.loads, lines) if one.get("id", one["url"]) in wanted]
        reports = dict(_annotated(pipeline, records))
        for one in records:
            report = reports[one["url"]]
            found[one.get("id", one["url"])] = (report, len(report.document.text) - len(one["text"]))
    return found


def _annotated(pipeline: Pipeline, records: Sequence[dict[str, str]]) -> Iterator[tuple[str, Report]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.jsonl"
        path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in records), encoding="utf-8")
        for document in documents([str(path)], ReadOptions()):
            notes = document if isinstance(document, Failure) else pipeline.annotate(document)
            if not isinstance(document, Failure) and not isinstance(notes, Failure):
                yield document.key.partition("#")[0], Report(document=document, annotations=notes)


# ── one event ───────────────────────────────────────────────────────────────────────────────────────────────────


def spans(cell: str, shift: int) -> Iterator[tuple[bool, int, int]]:
    """Yield the spans of a cell, and of each whether it may be left out."""
    for one in cell.split():
        start, _, end = one.removeprefix("?").partition(":")
        yield one.startswith("?"), int(start) + shift, int(end) + shift


def found(row: Row, report: Report, shift: int, told: Sequence[Happening]) -> Happening | None:
    """Return the dated clause that holds the event's word: the one of its date, else the shortest."""
    at = [start for _, start, _ in spans(row["at"], shift)]
    held = [one for one in told if any(one.start <= start < one.end for start in at)]
    if not row["type"]:
        held = [one for one in held if one.date == row["date"]]
    return min(held, key=lambda one: (one.date[:10] != row["date"][:10], one.end - one.start), default=None)


def truth(cell: str, report: Report, shift: int) -> Truth:
    """Return what a field should and may hold: the words as printed or the report's name for them."""
    must: list[set[str]] = []
    may: list[set[str]] = []
    for optional, start, end in spans(cell, shift):
        held = [one for one in report.annotations.mentions if one.start < end and start < one.end]
        forms = {fold(report.document.text[start:end])} | {fold(one.entity) for one in held}
        (may if optional else must).append(forms)
    return Truth(must, must + may)


def same(name: str, forms: set[str]) -> bool:
    """Say whether a name is one of the forms, whole or as a part of it."""
    words = set(fold(name).split())
    return any(words <= (other := set(form.split())) or other <= words for form in forms)


class Score(Counter[str]):
    """Counts of one half."""

    def measures(self, part: str) -> dict[str, float]:
        """Return the measures by name."""
        shares = {
            "found": ("found", "events"),
            "type right": ("type", "found"),
            "status right": ("status", "found"),
            **{f"{f} precision": (f"{f} right", f"{f} given") for f in ("who", "whom", "where")},
            **{f"{f} recall": (f"{f} had", f"{f} asked") for f in ("who", "whom", "where")},
            "lines right": ("lines right", "lines"),
        }
        return {
            f"events, {part}: {name} %": round(100 * self[over] / max(1, self[under]), 1)
            for name, (over, under) in shares.items()
        }


def judge(row: Row, report: Report, shift: int, told: Sequence[Happening], score: Score) -> list[str]:
    """Count one event, and return what is wrong."""
    one = found(row, report, shift, told)
    if not row["type"]:
        score["lines"] += one is not None
        return [f"no event: {one.what}"] if one is not None else []
    score["events"] += 1
    if one is None:
        return ["not found"]
    score["found"] += 1
    score["lines"] += 1
    wrong = _fields(row, one, score)
    wrong += _names(row, one, report, shift, score)
    score["lines right"] += not wrong
    return [*wrong, f"in: {one.what}"] if wrong else []


def _fields(row: Row, one: Happening, score: Score) -> list[str]:
    wrong = []
    for field, value in (("type", one.type or "none"), ("status", one.status)):
        right = value in row[field].split("/")
        score[field] += right
        wrong += [] if right else [f"{field} {value} for {row[field]}"]
    return wrong


def _names(row: Row, one: Happening, report: Report, shift: int, score: Score) -> list[str]:
    wrong: list[str] = []
    fields = {field: truth(row[field], report, shift) for field in ("who", "whom", "where")}
    given = {"who": one.who, "whom": one.whom, "where": one.where}
    if MUTUAL_TYPE & set(row["type"].split("/")):
        both = Truth(fields["who"].must + fields["whom"].must, fields["who"].may + fields["whom"].may)
        fields |= {"who": both, "whom": Truth([], both.may)}
    for field, true in fields.items():
        have = (*one.who, *one.whom) if field == "who" and not fields["whom"].must else given[field]
        right = [name for name in given[field] if any(same(name, forms) for forms in true.may)]
        score[f"{field} given"] += len(given[field])
        score[f"{field} right"] += len(right)
        wrong += [f"{field} {name} is wrong" for name in given[field] if name not in right]
        if field == "where":
            missing = [] if not true.must or right else ["any"]
            score["where asked"] += bool(true.must)
            score["where had"] += bool(true.must) and bool(right)
        else:
            missing = [sorted(forms)[0] for forms in true.must if not any(same(name, forms) for name in have)]
            score[f"{field} asked"] += len(true.must)
            score[f"{field} had"] += len(true.must) - len(missing)
        wrong += [f"{field} lacks {name}" for name in missing]
    return wrong


MUTUAL_TYPE = frozenset(MUTUAL)


def scores(verbose: bool = False) -> dict[str, Score]:
    """Return the counts of both halves; with ``verbose`` print the errors of the open one."""
    rows = gold()
    reports = read(rows)
    told = {record: digest(report).happenings for record, (report, _) in reports.items()}
    counts: dict[str, Score] = defaultdict(Score)
    for row in rows:
        report, shift = reports[row["record"]]
        wrong = judge(row, report, shift, told[row["record"]], counts[row["set"]])
        if wrong and verbose and row["set"] == "open":
            print(f"  {row['item']} {row['date']}:", "; ".join(wrong))
    return counts


def measures(verbose: bool = False) -> dict[str, float]:
    """Return the measures of both halves by name, for the gate."""
    counts = scores(verbose)
    return {name: value for part in SETS for name, value in counts[part].measures(part).items()}


def main(argv: list[str] | None = None) -> int:
    """Print the measures."""
    if not NEWS.is_dir():
        print("events: ../shared is not here, nothing measured")
        return 0
    for name, value in measures("-v" in (sys.argv[1:] if argv is None else argv)).items():
        print(f"{name:40}{value:7.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
