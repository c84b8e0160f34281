"""What a report costs as the store grows; a stream ends as a batch: `python bench/stories.py [ARCHIVE.sqlite]`.

The archive is `../shared/news/five-outlets-2018.jsonl.gz`, streamed day by day. Timed, on one core, is
the story linking alone: words to points, points to stories. Reading the file and cutting sentences are not counted,
and names are not looked for (they weigh a word a little more), unless a file with the archive annotated is given
(table `r`, column `report`: msgpack of Report).
"""

from __future__ import annotations

import resource
import sqlite3
import sys
import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import msgspec

from riwaya.annotate.sentences import prose
from riwaya.arabic.tokens import tokens
from riwaya.link.appearances import appearances
from riwaya.link.digest import day_of, placed
from riwaya.link.stream.stream import UNDATED, Item, Stream
from riwaya.model import Annotations, Document, Published, Report
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents

ARCHIVE = Path(__file__).parent.parent.parent / "shared" / "news" / "five-outlets-2018.jsonl.gz"
EVERY = 2500


def plain() -> Iterator[Report]:
    """Yield the articles of the archive with their sentences, dated as given."""
    for one in documents([str(ARCHIVE)], ReadOptions()):
        if isinstance(one, Document):
            dated = Published(value=(one.given or "")[:10], basis="given")
            yield Report(
                document=one,
                annotations=Annotations(doc=one.doc, id=one.id, published=dated, sentences=prose(one).sentences),
            )


def annotated(archive: str) -> Iterator[Report]:
    """Yield the articles of an annotated archive."""
    decoder = msgspec.msgpack.Decoder(Report)
    with sqlite3.connect(f"file:{archive}?mode=ro", uri=True) as db:
        for (report,) in db.execute("SELECT report FROM r ORDER BY rec"):
            yield decoder.decode(report)


def item(report: Report) -> Item:
    """Return what the stream knows of a report."""
    document, notes = report.document, report.annotations
    words = [(one, list(tokens(document.text, one.start, one.end))) for one in notes.sentences]
    day = day_of(notes.published.value if notes.published else "")
    return Item(document.id, UNDATED if day is None else day, placed(words, appearances(notes, document.text)))


def main(arguments: list[str]) -> None:
    """Print seconds for each thousand reports as the store grows."""
    if not ARCHIVE.exists():
        print("Not measured: no ../shared beside this checkout.")
        return
    items, spent = [], 0.0
    for report in annotated(arguments[0]) if arguments else plain():
        began = time.process_time()
        items.append(item(report))
        spent += time.process_time() - began
    items = sorted({one.id: one for one in items}.values(), key=lambda one: (one.day, one.id))
    print(f"{len(items):,} reports; words to points: {1000 * spent / len(items):.2f} s a thousand")
    streamed(items, spent)


def streamed(items: list[Item], spent: float) -> None:
    """Print what the days cost, and whether they end as the whole at once."""
    found = Stream([])
    total = lately = 0.0
    known = shown = 0
    for _, day in groupby(items, key=lambda one: one.day):
        fresh = list(day)
        began = time.process_time()
        found.more(fresh)
        took = time.process_time() - began
        known, total, lately = known + len(fresh), total + took, lately + took
        if known // EVERY > shown // EVERY:
            print(f"{known:7,} reports in the store: {1000 * lately / (known - shown):.2f} s a thousand lately")
            shown, lately = known, 0.0
    print(f"stream: {total:.1f} s, with the points {total + spent:.1f} s")
    began = time.process_time()
    whole = Stream(items)
    print(f"batch: {time.process_time() - began:.1f} s; {len(whole.stories()):,} stories")
    began = time.process_time()
    again = Stream(items, whole.joined, items[-1].day)
    print(f"a new process that takes up the store at its last day: {time.process_time() - began:.1f} s")
    assert found.stories() == whole.stories() == again.stories()
    print("stream, batch and store taken up give the same stories")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
