"""Does one account gather the reports of a claim? `python quality/gathered.py [ARCHIVE.sqlite [DAYS]] [-v]`.

Takes the labelled claims of `independence.jsonl` and looks for the account that has most of a claim's labelled reports.
Printed per set: the share of a claim's reports that stand in its best account, the share of claims of which one account
has all, and in how many the labelled words in it have no more origins than the truth, or exactly as many. The sets
`kept back` are scored and never printed.

Without an archive the labelled reports alone are linked, all of them at once. With an annotated archive (made by
`annotated.py`) all reports published at most DAYS (1) before or after those of a claim are; about 7 core-seconds a
claim, so not a part of the gate.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import msgspec
from independence import SETS, gold, labelled

from riwaya.link.links import link
from riwaya.model import Account, Evidence, Report, Statement, Witness

Claim = dict[str, Any]
Places = dict[str, tuple[Report, int]]
_DECODER = msgspec.msgpack.Decoder(Report)
_NEAR = 200  # letters from a statement to the words of its source


class Found(msgspec.Struct, frozen=True):
    """How one claim was gathered: the share of its reports in its best account, and whether that one counts right."""

    share: float
    whole: bool
    over: bool
    exact: bool


class Archive:
    """An annotated archive, linked window by window; claims of one window share the work."""

    def __init__(self, path: str, days: int, places: Places) -> None:
        self._db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self._days, self._places = days, places
        self._linked: dict[tuple[str, str], Sequence[Account]] = {}

    def accounts(self, claim: Claim) -> Sequence[Account]:
        """Return the accounts of all stories in the reports around a claim's days."""
        first, last = _window((self._places[row["record"]][0] for row in claim["reports"]), self._days)
        if (first, last) not in self._linked:
            rows = self._db.execute("SELECT report FROM r WHERE substr(day, 1, 10) BETWEEN ? AND ?", (first, last))
            self._linked.clear()
            self._linked[first, last] = link(_DECODER.decode(blob) for (blob,) in rows).accounts
        return self._linked[first, last]


def _window(reports: Iterable[Report], days: int) -> tuple[str, str]:
    """Return the first and last day around the reports."""
    told = sorted(one.annotations.published.value[:10] for one in reports if one.annotations.published)
    around = timedelta(days)
    return str(date.fromisoformat(told[0]) - around), str(date.fromisoformat(told[-1]) + around)


def scored(claim: Claim, accounts: Sequence[Account], places: Places, verbose: bool = False) -> Found:
    """Return how a claim was gathered; a claim in no account has none of its reports, and counts none too many."""
    passages = [place for row in claim["reports"] for place in _told(row, *places[row["record"]])]
    docs = {one.doc for one in passages}
    best, inside = None, set[str]()
    for account in accounts:
        mine = _inside(account, passages) & docs
        if len(mine) > len(inside):
            best, inside = account, mine
    if verbose and not claim["set"].startswith("kept back"):
        print(f"{len(inside)}/{len(docs)} {claim['claim']}: {best.event[:90] if best else '-'}")
    true = int(claim["origins"])
    count = len({one.group for one in _labelled(best, passages) if one.group}) if best is not None else 0
    return Found(
        len(inside) / len(docs), inside == docs, count > int(claim.get("origins_upper") or true), count == true
    )


def _told(row: Claim, report: Report, before: int) -> Iterator[Evidence]:
    """Yield where a labelled passage stands in the document's text; who names a source means what that one says."""
    start, end = row["start"] + before, row["end"] + before
    yield Evidence(doc=report.document.id, start=start, end=end)
    for one in report.annotations.statements:
        if one.parent is None and any(low < end and start < high for low, high in _sources(one)):
            yield Evidence(doc=report.document.id, start=one.start, end=one.end)


def _sources(statement: Statement) -> Iterator[tuple[int, int]]:
    yield statement.cue.start, statement.cue.end
    for one in (*statement.chain, statement.speaker):
        if one is None or one.start is None or one.end is None or abs(one.start - statement.start) >= _NEAR:
            continue
        yield one.start, one.end


def _inside(account: Account, passages: Sequence[Evidence]) -> set[str]:
    """Return the reports of an account, if it has one of the labelled passages; none if it is of another claim."""
    shown = [witness.evidence for witness in account.witnesses]
    told = any(one.doc == two.doc and one.start < two.end and two.start < one.end for one in shown for two in passages)
    return {one.doc for one in shown} if told else set()


def _labelled(account: Account, passages: Sequence[Evidence]) -> list[Witness]:
    """Return the witnesses of an account whose words were labelled: it may have other origins beside them."""
    return [
        one
        for one in account.witnesses
        if any(
            one.evidence.doc == place.doc and one.evidence.start < place.end and place.start < one.evidence.end
            for place in passages
        )
    ]


def measures(archive: str = "", days: int = 1, verbose: bool = False) -> dict[str, float]:
    """Return per set how much of a claim its best account gathers, and how often that one counts right."""
    places = labelled()
    if not places:
        print("claims gathered: not measured (no ../shared/news beside this checkout)")
        return {}
    whole = Archive(archive, days, places) if archive else None
    alone = () if whole else link({one.document.id: one for one, _ in places.values()}.values()).accounts
    found: dict[str, list[Found]] = {name: [] for name in SETS}
    for claim in sorted(gold(), key=lambda one: one["reports"][0]["record"][-8:]):
        accounts = whole.accounts(claim) if whole else alone
        found[claim["set"]].append(scored(claim, accounts, places, verbose))
    return {name: value for which in SETS for name, value in _shares(which, found[which]).items()}


def _shares(which: str, found: Sequence[Found]) -> dict[str, float]:
    total = len(found) or 1
    return {
        f"gathered {which}: reports of a claim in its best account %": round(
            100 * sum(one.share for one in found) / total, 1
        ),
        f"gathered {which}: all in one account %": round(100 * sum(one.whole for one in found) / total, 1),
        f"gathered {which}: not over-counted %": round(100 * sum(not one.over for one in found) / total, 1),
        f"gathered {which}: exact %": round(100 * sum(one.exact for one in found) / total, 1),
    }


def main() -> int:
    """Print the shares by set."""
    arguments = [one for one in sys.argv[1:] if one != "-v"]
    archive = arguments[0] if arguments else ""
    for name, value in measures(archive, int(arguments[1]) if len(arguments) > 1 else 1, "-v" in sys.argv).items():
        print(f"{name:66}{value:7.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
