"""How well reports are dated whose date is hidden: alone, and by the other reports of the batch.

    python quality/dating.py [--first 9000] [--count 3000] [--every 10] [-v]

Of COUNT articles of ../shared/news/five-outlets-2018 that follow one another in time from FIRST on, the date of each
EVERY-th is hidden, and with it the one in its address. A coarse answer is right where the true day lies in it. A day's
answer may be a day off ("near") where the archive's clock is another zone's.
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
from riwaya.annotate.names import NameTagger
from riwaya.annotate.sentences import prose
from riwaya.annotate.times import TimeTagger
from riwaya.annotate.times.moment import bounds
from riwaya.annotate.weekdays import weekdays
from riwaya.errors import BadDocument
from riwaya.link.dating import dated
from riwaya.link.telling import clues
from riwaya.model import Annotations, Clues, Published
from riwaya.read.layout import document
from riwaya.read.options import ReadOptions
from riwaya.read.records import record_draft

ARCHIVE = Path(__file__).parent.parent.parent / "shared" / "news" / "five-outlets-2018.jsonl.gz"
TAGGER, NAMES = TimeTagger(), NameTagger()
KINDS = ("day", "week", "month", "year")


class Article(Struct):
    """A report of the archive: its true day, what it says of its day by itself, and its clues."""

    day: str
    hidden: bool
    alone: Published | None
    clues: Clues


def rows(first: int, count: int) -> list[dict[str, Any]]:
    """Return the records of the archive in order of time."""
    with gzip.open(ARCHIVE, "rb") as lines:
        every = sorted((msgspec.json.decode(line) for line in lines), key=lambda row: (row["published"], row["id"]))
    return every[first : first + count]


def articles(found: Iterable[dict[str, Any]], every: int) -> Iterator[Article]:
    """Yield the articles; of each ``every``-th the date is hidden."""
    for at, row in enumerate(found):
        hidden = at % every == every // 2
        shown = {**row, "url": "", "published": "" if hidden else row["published"]}
        draft = record_draft(shown, "archive", "archive", ReadOptions())
        try:
            read = document(draft)
        except BadDocument:
            continue
        text = prose(read)
        alone = published(text)
        times, names = TAGGER(text, alone), NAMES(text)
        record = Annotations(doc=read.doc, id=read.id, sentences=text.sentences, times=times, mentions=names.mentions)
        sentences = [(one, text.words(at)) for at, one in enumerate(text.sentences)]
        found = clues(read, record, alone, sentences, weekdays(text))
        yield Article(row["published"][:10], hidden, alone, found)


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
            self.wrong.append(f"  {article.clues.doc}: {said}")

    def line(self, name: str) -> str:
        cells = (f"{of} {given:5.1f} %, right {right:5.1f} %" for of in KINDS for given, right in [self.share((of,))])
        return f"{name:10}{self.all:6}  " + "   ".join(cells)

    def share(self, of: Sequence[str]) -> tuple[float, float]:
        """Return how many have such an answer, and how many of those are right, in percent."""
        given, right = sum(self.given[one] for one in of), sum(self.right[one] for one in of)
        return round(100 * given / max(1, self.all), 1), round(100 * right / max(1, given), 1)


def tallies(every: Sequence[Article]) -> tuple[Tally, Tally]:
    """Return the tallies of the hidden articles: alone, and by the batch."""
    found = dated(article.clues for article in every)
    alone, batch = Tally(), Tally()
    for article in every:
        if article.hidden:
            alone.add(article, article.alone)
            batch.add(article, found.get(article.clues.id, article.alone))
    return alone, batch


def measures() -> dict[str, float]:
    """Return the measures of a quick sample, for the gate."""
    _, batch = tallies(list(articles(rows(9000, 1500), 5)))
    day, coarse = batch.share(("day",)), batch.share(("week", "month"))
    return {
        "dating: days given %": day[0],
        "dating: days right %": day[1],
        "dating: coarse given %": coarse[0],
        "dating: coarse right %": coarse[1],
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; exit status 1 where the archive is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=9000)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--every", type=int, default=10)
    parser.add_argument("--keep", type=Path, help="keep what was read in this file, or read it from there")
    parser.add_argument("-v", action="store_true", help="print what is wrong")
    options = parser.parse_args(arguments)
    if not ARCHIVE.exists():
        print(f"dating: no {ARCHIVE}", file=sys.stderr)
        return 1
    if options.keep and options.keep.exists():
        every = msgspec.msgpack.decode(options.keep.read_bytes(), type=list[Article])
    else:
        every = list(articles(rows(options.first, options.count), options.every))
        if options.keep:
            options.keep.write_bytes(msgspec.msgpack.encode(every))
    alone, batch = tallies(every)
    print(alone.line("alone"))
    print(batch.line("batch"))
    if options.v:
        print(*batch.wrong, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
