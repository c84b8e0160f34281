"""What a day's reports cost as the store grows: `python bench/add.py ARCHIVE.sqlite [FOLDER] [SIZE ...]`.

ARCHIVE is `../shared/news/five-outlets-2018.jsonl.gz` annotated by `quality/annotated.py`: annotating is not measured
here, all else that `riwaya add` does is. Stores of 5,000, 10,000 and 25,000 reports are built, the first weeks first,
and the reports of the next day are added to a copy of each. FOLDER keeps the stores for another run.
Times are of this process's cores (its helpers' too), so that a busy machine changes little.
"""

from __future__ import annotations

import resource
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from riwaya.link import links as linking
from riwaya.model import Annotations, Clues, Document, Links, Report
from riwaya.run import add
from riwaya.run import linking as running
from riwaya.store import Store, open_store

SHARED = Path(__file__).parent.parent.parent / "shared"
SIZES = (5_000, 10_000, 25_000)
STEPS = {
    "digests": (running, "_digested"),
    "heads": (running.Stored, "heads"),
    "copies": (linking._Linking, "_copied"),
    "stories": (linking, "streamed"),
    "entities": (linking, "entities"),
    "what changed": (linking._Linking, "_ready"),
    "their lines": (running, "lines"),
    "neighbours": (linking, "neighboured"),
    "rows": (Store, "put_links"),
}
"""Stages of linking: where the function of each stands."""

_REPORT = msgspec.msgpack.Decoder(Report)


class Archive:
    """The annotated reports of a file, in order of publication."""

    def __init__(self, path: str) -> None:
        self._db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        rows = self._db.execute("SELECT substr(day, 1, 10), rec, id FROM r ORDER BY 1, 2").fetchall()
        self.days = [row[0] for row in rows]
        self._records = [row[1] for row in rows]
        self._by_id = {row[2]: row[1] for row in rows}

    def __len__(self) -> int:
        return len(self.days)

    def day_after(self, at: int) -> int:
        """Return where the day after that of the report at ``at`` begins."""
        return next((n for n in range(at, len(self)) if self.days[n] != self.days[at]), len(self))

    def documents(self, start: int, end: int) -> Iterator[Document]:
        """Yield the documents from one place to another."""
        return (self._report(record).document for record in self._records[start:end])

    def annotations(self, document: str) -> Annotations:
        """Return the annotations of a document."""
        return self._report(self._by_id[document]).annotations

    def _report(self, record: str) -> Report:
        (blob,) = self._db.execute("SELECT report FROM r WHERE rec = ?", (record,)).fetchone()
        return _REPORT.decode(blob)


class Ready:
    """A pipeline that finds its annotations done; it links as the real one does."""

    version = "bench"

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def learned(self, document: Document, recurrence: object) -> Document:
        """Return the document: what recurs was learned before it was annotated."""
        return document

    def annotate(self, document: Document, dated: object = None) -> Annotations:
        """Return the annotations that are there."""
        return self._archive.annotations(document.id)

    def clues(self, document: Document, record: Annotations) -> Clues:
        """Return no more than the date."""
        return Clues(id=document.id, key=document.key, doc=document.doc, published=record.published)

    def dates(self, found: object) -> Mapping[str, Any]:
        """Return nothing: what reports say of one another's dates is in the annotations."""
        return {}

    def linked(self, *given: Any) -> Links:
        """Link."""
        return linking.linked(*given)


class Watch:
    """What each step has cost since the last ``laps``, in seconds of cores."""

    def __init__(self) -> None:
        self._spent: dict[str, float] = {}
        for name, (place, attribute) in STEPS.items():
            setattr(place, attribute, self._timed(name, getattr(place, attribute)))

    def laps(self) -> dict[str, float]:
        """Return the seconds by step, and begin anew."""
        found, self._spent = self._spent, {}
        return found

    def _timed(self, name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: Any, **named: Any) -> Any:
            began = spent()
            found = step(*given, **named)
            found = list(found) if name == "heads" else found
            self._spent[name] = self._spent.get(name, 0.0) + spent() - began
            return found

        return timed


def spent() -> float:
    """Return the seconds of cores that this process and its helpers have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main(arguments: list[str]) -> None:
    """Print what it costs to build each store, and to add a day to it."""
    if not SHARED.exists() or not arguments:
        print("Not measured: it takes ../shared/news/five-outlets-2018 as quality/annotated.py makes it.")
        return
    archive, watch = Archive(arguments[0]), Watch()
    sizes = [int(size) for size in arguments[2:]] or SIZES
    with TemporaryDirectory() as temporary:
        folder = Path(arguments[1] if len(arguments) > 1 else temporary)
        days = {size: one_day(archive, watch, folder, size) for size in sizes if size < len(archive)}
    first, last = days[min(days)], days[max(days)]
    print(f"a day in the largest store costs {last / first:.1f} times what it costs in the smallest")


def one_day(archive: Archive, watch: Watch, folder: Path, size: int) -> float:
    """Add the day after the first ``size`` reports to a store of them; return the seconds for 70 reports."""
    built, copy = folder / f"{size}.db", folder / "copy.db"
    start = archive.day_after(size)
    if not built.exists():
        added(f"{start:,} reports at once", archive, watch, built, 0, start)
    shutil.copy(built, copy)
    end = archive.day_after(start)
    seconds = added(f"{end - start} reports of {archive.days[start]} to {start:,}", archive, watch, copy, start, end)
    copy.unlink()
    return 70 * seconds / (end - start)


def added(told: str, archive: Archive, watch: Watch, where: Path, start: int, end: int) -> float:
    """Add reports to a store and print what each step cost; return the seconds in all."""
    began, clock = spent(), time.monotonic()
    with open_store(where) as store:
        add.add_documents(archive.documents(start, end), store, pipeline=lambda: Ready(archive))  # type: ignore[arg-type]
    seconds, laps = spent() - began, watch.laps()
    laps = {"reading, annotations": seconds - sum(laps.values()), **laps}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{told}: {seconds:.1f} s of a core, {time.monotonic() - clock:.1f} s by the clock; peak {peak:.0f} MB so far"
    )
    print("   " + ", ".join(f"{name} {laps[name]:.2f}" for name in laps), flush=True)
    return seconds


if __name__ == "__main__":
    main(sys.argv[1:])
