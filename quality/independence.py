"""How many independent origins claims are found to have: `python quality/independence.py [-v]`.

`independence.jsonl` has claims of ../shared/news/five-outlets-2018 with their reports, the passage in each and the true
number of known origins, labelled by hand. Here the passages are given, so that only who stands behind them is judged:
exact, over (the claim looks better attested than it is: the failure that matters) and under. `other weeks` was labelled
by one reader before he saw what is found, and mended on since; so was `open-2`, of weeks that none of the others has,
split by a hash of the claim from `kept back-2`. The sets `kept back` and `kept back-2` are scored and never printed.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from riwaya.link.accounts.origins import Counted, counted
from riwaya.link.accounts.passages import told_at
from riwaya.link.accounts.voices import Voice, Voices, titles
from riwaya.link.dependence.copies import copied
from riwaya.link.dependence.judgements import judgements
from riwaya.link.digest import digest
from riwaya.link.who import Who
from riwaya.model import Copy, Failure, Report
from riwaya.pipeline import Pipeline
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents

HERE = Path(__file__).parent
ARCHIVE = HERE.parent.parent / "shared" / "news" / "five-outlets-2018.jsonl.gz"
SETS = ("open", "other weeks", "open-2", "kept back", "kept back-2")
Claim = dict[str, Any]


def gold() -> list[Claim]:
    """Return the labelled claims."""
    lines = (HERE / "independence.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


def read(claims: Sequence[Claim]) -> dict[str, tuple[Report, int]]:
    """Return by record id each report of the claims and where the record's text begins in it."""
    wanted = {row["record"] for claim in claims for row in claim["reports"]}
    with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["id"] in wanted]
    reports = dict(_annotated(rows))
    return {row["id"]: (reports[row["url"]], len(reports[row["url"]].document.text) - len(row["text"])) for row in rows}


@cache
def labelled() -> dict[str, tuple[Report, int]]:
    """Return the reports of all labelled claims, read once; none where ../shared is missing."""
    return read(gold()) if ARCHIVE.is_file() else {}


def _annotated(rows: Sequence[Claim]) -> Iterator[tuple[str, Report]]:
    """Yield reports by their address: two records of one address are one report."""
    pipeline = Pipeline()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.jsonl"
        path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
        for document in documents([str(path)], ReadOptions()):
            notes = document if isinstance(document, Failure) else pipeline.annotate(document)
            if isinstance(document, Failure) or isinstance(notes, Failure):
                continue
            yield document.url or document.key, Report(document=document, annotations=notes)


def copies(reports: Sequence[Report]) -> list[Copy]:
    """Return which of the reports are copies of which."""
    digests = sorted((digest(report) for report in reports), key=lambda one: (one.key, one.id))
    sheets = [one.sheet for one in digests]
    found = judgements(copied(sheets), sheets)
    return [copy for doc in sorted(found) for copy in found[doc]]


def origins(
    claim: Claim, reports: dict[str, tuple[Report, int]], known: Sequence[Copy]
) -> tuple[list[Claim], list[Voice], Counted]:
    """Return a claim's passages (one of a report that has several ids), their voices and the origins behind them."""
    voices: list[Voice] = []
    rows: list[Claim] = []
    seen: set[tuple[str, int, int]] = set()
    who = Who([], {})
    roles = titles([reports[row["record"]][0] for row in claim["reports"]], who)
    for row in claim["reports"]:
        report, offset = reports[row["record"]]
        place = (report.document.id, row["start"], row["end"])
        if place not in seen:
            seen.add(place)
            rows.append(row)
            start, end = row["start"] + offset, row["end"] + offset
            voices.append(told_at(report, Voices(report, who, roles), start, end))
    return (
        rows,
        voices,
        counted(voices, known, {report.document.id: report.document.text for report, _ in reports.values()}),
    )


def measures(verbose: bool = False) -> dict[str, float]:
    """Return per set the share of claims counted exactly, too high and too low."""
    if not ARCHIVE.is_file():
        print("independence: not measured (no ../shared/news beside this checkout)")
        return {}
    claims = gold()
    reports = labelled()
    known = copies(list({report.document.id: report for report, _ in reports.values()}.values()))
    found: dict[str, list[tuple[int, int, int]]] = {name: [] for name in SETS}
    for claim in claims:
        rows, voices, ours = origins(claim, reports, known)
        true = int(claim["origins"])
        found[claim["set"]].append((len(ours.groups), true, int(claim.get("origins_upper") or true)))
        if verbose and not claim["set"].startswith("kept back") and len(ours.groups) != claim["origins"]:
            show(claim, rows, voices, ours)
    return {name: value for which in SETS for name, value in _shares(which, found[which]).items()}


def _shares(which: str, found: Sequence[tuple[int, int, int]]) -> dict[str, float]:
    total = len(found) or 1
    return {
        f"origins {which}: exact %": round(100 * sum(ours == true for ours, true, _ in found) / total, 1),
        f"origins {which}: not over-counted %": round(100 * sum(ours <= most for ours, _, most in found) / total, 1),
    }


def show(claim: Claim, rows: Sequence[Claim], voices: Sequence[Voice], ours: Counted) -> None:
    """Print a claim that was counted otherwise, with its voices and the groups found."""
    print(f"{claim['claim']}\n  gold {claim['origins']}, found {len(ours.groups)}: {' | '.join(ours.names)}")
    group = {at: number for number, places in enumerate(ours.groups) for at in places}
    for at, (voice, row) in enumerate(zip(voices, rows, strict=True)):
        told = f"{voice.origin or voice.unknown} {voice.chain}"
        print(f"    {group.get(at, '-')} {row['record']}: {told}; gold {row['origin']}")


if __name__ == "__main__":
    for name, value in measures("-v" in sys.argv).items():
        print(f"{name:42}{value:7.1f}")
