"""Annotate an archive once, for measures that need all of it: `python quality/annotated.py NEWS.jsonl.gz OUT.sqlite`.

The file has one table, `r(rec, id, day, report)`: the record's id, the document's, its day of publication, and the
report as msgpack of `riwaya.model.Report`. It is what `stories_bcubed.py` and `bench/stories.py` take as ARCHIVE.
"""

from __future__ import annotations

import sqlite3
import sys

import msgspec

from riwaya.model import Annotations, Document, Report
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents
from riwaya.run.batch import annotate_documents


def main() -> int:
    """Write the file; reports that come twice under one address are kept once, as in a store."""
    source, target = sys.argv[1:3]
    read = {one.id: one for one in documents([source], ReadOptions()) if isinstance(one, Document)}
    with sqlite3.connect(target) as db:
        db.execute("CREATE TABLE r (rec TEXT PRIMARY KEY, id TEXT, day TEXT, report BLOB)")
        for notes in annotate_documents(iter(read.values()), jobs=2):
            if isinstance(notes, Annotations):
                document = read[notes.id]
                day = notes.published.value if notes.published else ""
                report = msgspec.msgpack.encode(Report(document=document, annotations=notes))
                db.execute("INSERT OR REPLACE INTO r VALUES (?, ?, ?, ?)", (document.doc, document.id, day, report))
    return 0


if __name__ == "__main__":
    sys.exit(main())
