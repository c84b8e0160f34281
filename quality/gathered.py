"""Does one account gather the reports of a claim? `python quality/gathered.py ARCHIVE.sqlite [DAYS] [-v]`.

Takes the labelled claims of `independence.jsonl` and an annotated archive (made by `annotated.py`); links all reports
published at most DAYS (1) before or after those of a claim, and looks for the account that has most of its labelled
reports. Printed per set: the share of a claim's reports that stand in its best account, of its outlets, the share of
claims of which one account has all, and in how many the account's number of origins is no higher than the truth. The
set `kept back` is scored and never printed. About 7 core-seconds a claim, so not a part of the gate.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import msgspec
from independence import SETS, gold

from riwaya.link.links import link
from riwaya.model import Account, Evidence, Report

Claim = dict[str, Any]
Found = tuple[float, float, bool, bool | None]
_DECODER = msgspec.msgpack.Decoder(Report)


class Archive:
    """An annotated archive, linked window by window; claims of one window share the work."""

    def __init__(self, path: str) -> None:
        self._db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self._linked: dict[tuple[str, str], Sequence[Account]] = {}

    def reports(self, claim: Claim) -> dict[str, Report]:
        """Return the labelled reports by record id; one that is stored under another record of its text is left out."""
        ids = sorted({row["record"] for row in claim["reports"]})
        marks = ",".join("?" * len(ids))
        rows = self._db.execute(f"SELECT rec, report FROM r WHERE rec IN ({marks})", ids)
        return {rec: _DECODER.decode(blob) for rec, blob in rows}

    def accounts(self, first: str, last: str) -> Sequence[Account]:
        """Return the accounts of all stories in the reports from day to day."""
        if (first, last) not in self._linked:
            rows = self._db.execute("SELECT report FROM r WHERE substr(day, 1, 10) BETWEEN ? AND ?", (first, last))
            self._linked.clear()
            self._linked[first, last] = link(_DECODER.decode(blob) for (blob,) in rows).accounts
        return self._linked[first, last]


def window(reports: Iterable[Report], days: int) -> tuple[str, str]:
    """Return the first and last day around the reports."""
    told = sorted(one.annotations.published.value[:10] for one in reports if one.annotations.published)
    around = timedelta(days)
    return str(date.fromisoformat(told[0]) - around), str(date.fromisoformat(told[-1]) + around)


def scored(claim: Claim, archive: Archive, days: int, verbose: bool) -> Found | None:
    """Return the shares of reports and outlets in the best account, whether it has all, whether it counts too many."""
    reports = archive.reports(claim)
    if len(reports) < 2:
        return None
    passages = [_place(row, reports[row["record"]]) for row in claim["reports"] if row["record"] in reports]
    docs = {one.doc for one in passages}
    best, inside = None, set[str]()
    for account in archive.accounts(*window(reports.values(), days)):
        mine = _inside(account, passages) & docs
        if len(mine) > len(inside):
            best, inside = account, mine
    outlets = {
        row["outlet"]: reports[row["record"]].document.id for row in claim["reports"] if row["record"] in reports
    }
    if verbose and claim["set"] != "kept back":
        print(f"{len(inside)}/{len(docs)} {claim['claim']}: {best.event[:90] if best else '-'}")
    most = int(claim.get("origins_upper") or claim["origins"])
    has = {outlet for outlet in outlets if any(one in inside for one in _docs(claim, outlet, reports))}
    return len(inside) / len(docs), len(has) / len(outlets), inside == docs, best.origins <= most if best else None


def _docs(claim: Claim, outlet: str, reports: dict[str, Report]) -> set[str]:
    rows = (row for row in claim["reports"] if row["outlet"] == outlet and row["record"] in reports)
    return {reports[row["record"]].document.id for row in rows}


def _place(row: Claim, report: Report) -> Evidence:
    """Return a labelled passage in the document's text, which has the title before the record's."""
    text = report.document.text
    before = text.index("\n") + 1 if report.document.title is not None else 0
    return Evidence(doc=report.document.id, start=row["start"] + before, end=row["end"] + before)


def _inside(account: Account, passages: Sequence[Evidence]) -> set[str]:
    """Return the reports of an account, if it has one of the labelled passages; none if it is of another claim."""
    shown = [witness.evidence for witness in account.witnesses]
    told = any(one.doc == two.doc and one.start < two.end and two.start < one.end for one in shown for two in passages)
    return {one.doc for one in shown} if told else set()


def main() -> int:
    """Print the shares by set."""
    arguments = [one for one in sys.argv[1:] if one != "-v"]
    archive, days = Archive(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 1
    found: dict[str, list[Found]] = {name: [] for name in SETS}
    for claim in sorted(gold(), key=lambda one: one["reports"][0]["record"][-8:]):
        if (one := scored(claim, archive, days, "-v" in sys.argv)) is not None:
            found[claim["set"]].append(one)
    for name, ones in found.items():
        counted = [one[3] for one in ones if one[3] is not None]
        print(f"{name}: {len(ones)} claims")
        print(f"  reports in the best account %  {100 * sum(one[0] for one in ones) / max(len(ones), 1):5.1f}")
        print(f"  outlets in it %                {100 * sum(one[1] for one in ones) / max(len(ones), 1):5.1f}")
        print(f"  all in one account %           {100 * sum(one[2] for one in ones) / max(len(ones), 1):5.1f}")
        print(f"  not over-counted %             {100 * sum(map(bool, counted)) / max(len(counted), 1):5.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
