"""Count what dating by other reports rests on: how weekdays and like reports lie to the day of publication.

    python quality/dating_counts.py

Prints the rows of lexicon/weekdaygaps.tsv and, as counted, of lexicon/daysapart.tsv, from the articles of
../shared/news/five-outlets-2018 before July: July and August are for quality/dating.py alone.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from dating import ARCHIVE, BEGINS, read, rows

from riwaya.annotate.dating import published
from riwaya.annotate.named_weekdays import weekdays
from riwaya.annotate.sentences import prose
from riwaya.errors import BadDocument
from riwaya.link.neighbours import Neighbours
from riwaya.link.telling import clues
from riwaya.model import Annotations, Clues, Said

WIDTHS = {"d0": (0, 0), "d1": (1, 1), "d2": (2, 3), "d4": (4, 7), "d8": (8, 15)}
LEAST = 0.2


def taken(found: Iterable[dict[str, Any]]) -> Iterator[tuple[Clues, list[Said]]]:
    """Yield the clues of dated articles, and the weekdays that they name."""
    for row in found:
        try:
            document = read({**row, "url": ""})
        except BadDocument:
            continue
        text = prose(document)
        sentences = [(one, text.words(at)) for at, one in enumerate(text.sentences)]
        record = Annotations(doc=document.doc, id=document.id, sentences=text.sentences)
        yield clues(document, record, published(text), sentences), [one for one, _ in weekdays(text)]


def gaps(found: Iterable[tuple[Clues, list[Said]]]) -> Iterator[str]:
    """Yield for each way to name a weekday how many days after it, modulo 7, the report appeared."""
    counts: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for clue, said in found:
        for one in said:
            counts[one.kind, one.place][(_day(clue).weekday() - one.weekday) % 7] += 1
    for (kind, place), days in sorted(counts.items()):
        shares = (f"{100 * days[gap] / days.total():.1f}" for gap in range(7))
        yield "\t".join((kind, place, *shares, f"{days.total()} counted"))


def apart(reports: list[Clues]) -> Iterator[str]:
    """Yield for each likeness of two reports how many days apart they appeared: the share of each single day."""
    index = Neighbours(reports)
    index.among(range(len(reports)))
    counts: dict[tuple[str, float], Counter[int]] = defaultdict(Counter)
    for at, one in enumerate(reports):
        for near in index.of(at):
            other, steps = reports[near.at], abs((_day(one) - _day(reports[near.at])).days)
            if near.likeness >= LEAST and steps <= WIDTHS["d8"][1]:
                outlet = "same" if one.outlet == other.outlet else "other"
                counts[outlet, min(9, int(10 * near.likeness)) / 10][steps] += 1
    for (outlet, likeness), days in sorted(counts.items()):
        shares = (sum(days[d] for d in range(a, b + 1)) / width(a, b) for a, b in WIDTHS.values())
        cells = (f"{100 * share / days.total():.2f}" for share in shares)
        yield "\t".join((outlet, str(likeness), *cells, f"{days.total()} pairs"))


def width(first: int, last: int) -> int:
    """Return how many days lie so far off, before and after."""
    return (last - first + 1) * (2 if first else 1)


def _day(one: Clues) -> date:
    return date.fromisoformat(one.published.value[:10]) if one.published is not None else date.min


def main() -> int:
    """Print both tables; exit status 1 where the archive is missing."""
    if not ARCHIVE.exists():
        print(f"dating_counts: no {ARCHIVE}", file=sys.stderr)
        return 1
    found = list(taken(rows(0, BEGINS)))
    print(*gaps(found), "", *apart([clue for clue, _ in found]), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
