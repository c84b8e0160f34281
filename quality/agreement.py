"""How far two readers agree on the labels of links: `python quality/agreement.py [-v]`.

The first reader's labels are the gold of events.py, conflicts.py, independence.py and positions.py; the second's stand
in `second-reader/`. Labels agree where one choice of each is the same; kappa (Cohen 1960) is of two readers' verdicts
on pairs. `-v` prints what they part on, of the open halves only. Nothing is adjudicated: a score of Riwaya near the
agreement is as good as these labels can show.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fscore import percent

HERE = Path(__file__).parent
SECOND = HERE / "second-reader"
Row = dict[str, str]


class Labels(NamedTuple):
    """One item of one measure: both readers' choices, and whether errors may be read."""

    measure: str
    item: str
    first: frozenset[str]
    second: frozenset[str]
    open: bool


def rows(path: Path) -> list[Row]:
    """Return the rows of a table with comments."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t"), strict=True)) for line in lines[1:]]


def _choice(cell: str) -> frozenset[str]:
    return frozenset(cell.split("/")) if cell else frozenset({"none"})


def events() -> Iterator[Labels]:
    """Yield type and status of the events that both see."""
    first = {row["item"]: row for row in rows(HERE / "events-2018.tsv")}
    for row in rows(SECOND / "events.tsv"):
        one = first[row["item"]]
        yield Labels(
            "events: is one",
            row["item"],
            frozenset({"yes" if one["type"] else "no"}),
            _choice(row["event"]),
            one["set"] == "open",
        )
        if one["type"] and row["event"] == "yes":
            for field in ("type", "status"):
                seen = one["set"] == "open"
                yield Labels(f"events: {field}", row["item"], _choice(one[field]), _choice(row[field]), seen)


def conflicts() -> Iterator[Labels]:
    """Yield the verdicts on pairs of passages."""
    first = {row["pair"]: row for name in ("conflicts", "conflicts-wider") for row in rows(HERE / f"{name}.tsv")}
    for row in rows(SECOND / "conflicts.tsv"):
        one = first[row["pair"]]
        name = f"conflicts: verdict ({one['set']})"
        yield Labels(name, row["pair"], _choice(one["verdict"]), _choice(row["verdict"]), one["set"] != "kept back")


def origins() -> Iterator[Labels]:
    """Yield the numbers of known independent origins."""
    lines = (HERE / "independence.jsonl").read_text(encoding="utf-8").splitlines()
    first = {one["claim"]: one for one in map(json.loads, lines)}
    for row in rows(SECOND / "origins.tsv"):
        one = first[row["claim"]]
        seen = one["set"] != "kept back"
        yield Labels("origins: number", row["claim"], _choice(str(one["origins"])), _choice(row["origins"]), seen)


def positions() -> Iterator[Labels]:
    """Yield the kinds of positions, ``none`` for no position."""
    keys = ("record", "start", "end", "who")
    first = {tuple(row[key] for key in keys): row for row in rows(HERE / "positions-2018.tsv")}
    for row in rows(SECOND / "positions.tsv"):
        one = first[tuple(row[key] for key in keys)]
        item = " ".join(row[key] for key in keys)
        yield Labels("positions: kind", item, _choice(one["kinds"]), _choice(row["kinds"]), one["set"] == "open")


def kappa(pairs: list[tuple[str, str]]) -> float:
    """Return Cohen's kappa of two readers' labels, in percent."""
    count = len(pairs)
    seen = sum(one == other for one, other in pairs) / count
    left, right = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(left[label] * right[label] for label in left) / count**2
    return round(100 * (seen - chance) / (1 - chance), 1)


def main() -> int:
    """Print the agreement on each measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", action="store_true", help="print what the readers part on")
    verbose = parser.parse_args().v
    every = [*events(), *conflicts(), *origins(), *positions()]
    for measure in dict.fromkeys(one.measure for one in every):
        mine = [one for one in every if one.measure == measure]
        agreed = sum(bool(one.first & one.second) for one in mine)
        print(f"{measure:40}{len(mine):5}  agreed {percent(agreed, len(mine)):5.1f} %")
    verdicts = [one for one in every if one.measure.startswith("conflicts")]
    print(f"conflicts: Cohen's kappa {kappa([(min(one.first), min(one.second)) for one in verdicts]):.1f}")
    for one in every:
        if verbose and one.open and not one.first & one.second:
            print(f"  {one.measure}\t{one.item}\t{'/'.join(sorted(one.first))}\t{'/'.join(sorted(one.second))}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
