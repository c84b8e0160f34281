"""How well reports are dated whose date is hidden: alone, and by the other reports of the batch.

    python quality/dating.py [--first 20696] [--count 3000] [--hide 10 50 90] [-v]

Of COUNT articles of ../shared/news/five-outlets-2018 that follow one another in time from FIRST on, the date of so many
percent is hidden, and with it the one in their addresses. A coarse answer is right where the true day lies in it.

The tables that dating rests on (lexicon/weekdaygaps, daysapart) were counted before July (dating_counts.py), so from
FIRST on, the first of July, the articles are new to them. The thresholds and weights in ``link`` were set with an eye
on all months.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from riwaya.annotate.dating import published
from riwaya.annotate.named_weekdays import weekdays
from riwaya.annotate.names import NameTagger
from riwaya.annotate.sentences import prose
from riwaya.annotate.times import TimeTagger
from riwaya.annotate.times.moment import bounds
from riwaya.errors import BadDocument
from riwaya.link.dating import dated
from riwaya.link.telling import clues
from riwaya.model import Annotations, Clues, Document, Published
from riwaya.read.layout import document
from riwaya.read.options import ReadOptions
from riwaya.read.records import record_draft

ARCHIVE = Path(__file__).parent.parent.parent / "shared" / "news" / "five-outlets-2018.jsonl.gz"
TAGGER, NAMES = TimeTagger(), NameTagger()
BEGINS = 20696
"""Articles before the first of July, in which the tables were counted."""
_STEP = 37  # prime to 100: those that are hidden lie evenly among the others
KINDS = ("day", "week", "month", "year")


class Article(Struct):
    """A report of the archive: its true day, what it gives to the dating of others, and what if its date is hidden."""

    day: str
    shown: Clues
    hidden: Clues


def rows(first: int, count: int) -> list[dict[str, Any]]:
    """Return the records of the archive in order of time."""
    with gzip.open(ARCHIVE, "rb") as lines:
        every = sorted((msgspec.json.decode(line) for line in lines), key=lambda row: (row["published"], row["id"]))
    return every[first : first + count]


def read(row: dict[str, Any]) -> Document:
    """Return the document of a record."""
    return document(record_draft(row, "archive", "archive", ReadOptions()))


def articles(found: Iterable[dict[str, Any]]) -> Iterator[Article]:
    """Yield the articles."""
    for row in found:
        try:
            shown, hidden = (read({**row, "url": "", "published": day}) for day in (row["published"], ""))
        except BadDocument:
            continue
        text, bare = prose(shown), prose(hidden)
        times, names = TAGGER(text, published(text)), NAMES(text)
        record = Annotations(doc=shown.doc, id=shown.id, sentences=text.sentences, times=times, mentions=names.mentions)
        sentences = [(one, text.words(at)) for at, one in enumerate(text.sentences)]
        known = clues(shown, record, published(text), sentences)
        yield Article(row["published"][:10], known, clues(hidden, record, published(bare), sentences, weekdays(bare)))


def kind(value: str) -> str:
    """Return how fine a date is."""
    return "week" if "W" in value else "day" if len(value) >= 10 else "month" if len(value) == 7 else "year"


class Tally:
    """Answers by how fine they are, and how many of them are right."""

    def __init__(self) -> None:
        self.all, self.given, self.right = 0, Counter[str](), Counter[str]()
        self.wrong: list[str] = []

    def add(self, article: Article, answer: Published | None) -> None:
        self.all += 1
        if answer is None:
            return
        first, until = bounds(answer.value[:10])
        right = bool(first and until and first <= article.day < until)
        self.given[kind(answer.value)] += 1
        self.right[kind(answer.value)] += right
        if not right:
            said = f"{article.day}, not {answer.value}: {answer.trace}; {answer.rivals}"
            self.wrong.append(f"  {article.hidden.doc}: {said}")

    def line(self, name: str) -> str:
        cells = (f"{of} {given:5.1f} %, right {right:5.1f} %" for of in KINDS for given, right in [self.share((of,))])
        return f"{name:18}{self.all:6}  " + "   ".join(cells)

    def share(self, of: Sequence[str]) -> tuple[float, float]:
        """Return how many have such an answer, and how many of those are right, in percent."""
        given, right = sum(self.given[one] for one in of), sum(self.right[one] for one in of)
        return round(100 * given / max(1, self.all), 1), round(100 * right / max(1, given), 1)


def tallies(every: Sequence[Article], hide: int) -> tuple[Tally, Tally]:
    """Return the tallies of the articles whose date is hidden, so many percent: alone, and by the batch."""
    hidden = [_STEP * at % 100 < hide for at in range(len(every))]
    answers = dated(one.hidden if gone else one.shown for one, gone in zip(every, hidden, strict=True))
    alone, batch = Tally(), Tally()
    for article in (one for one, gone in zip(every, hidden, strict=True) if gone):
        own = article.hidden.published
        alone.add(article, own)
        batch.add(article, answers.get(article.hidden.id, own))
    return alone, batch


def measures() -> dict[str, float]:
    """Return the measures of a quick sample, for the gate."""
    every = list(articles(rows(BEGINS, 1500)))
    found: dict[str, float] = {}
    for name, hide in (("dating", 20), ("dating, 90 % hidden", 90)):
        _, batch = tallies(every, hide)
        for kinds, of in (("days", ("day",)), ("coarse", ("week", "month"))):
            given, right = batch.share(of)
            found |= {f"{name}: {kinds} given %": given, f"{name}: {kinds} right %": right}
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; exit status 1 where the archive is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=BEGINS)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--hide", type=int, nargs="+", default=[10, 50, 90], metavar="PERCENT")
    parser.add_argument("--keep", type=Path, help="keep what was read in this file, or read it from there")
    parser.add_argument("-v", action="store_true", help="print what is wrong")
    options = parser.parse_args(arguments)
    if not ARCHIVE.exists():
        print(f"dating: no {ARCHIVE}", file=sys.stderr)
        return 1
    if options.keep and options.keep.exists():
        every = msgspec.msgpack.decode(options.keep.read_bytes(), type=list[Article])
    else:
        every = list(articles(rows(options.first, options.count)))
        if options.keep:
            options.keep.write_bytes(msgspec.msgpack.encode(every))
    for hide in options.hide:
        alone, batch = tallies(every, hide)
        print(alone.line(f"{hide} % hidden, alone"), batch.line(f"{hide} % hidden, batch"), sep="\n")
        if options.v:
            print(*batch.wrong, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
