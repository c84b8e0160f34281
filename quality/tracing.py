"""Score `riwaya trace`: `python quality/tracing.py [-v]`, over the passages of `trace.tsv`.

Each passage (a claim or a quotation as one outlet words it) is traced in a store of some 500 reports of
`five-outlets-2018`: those that print it, and those that share most words with it and print something else. Both were
told apart by reading; the passage's own report is not counted, nor is one that was not read for this passage.

    printings right %   of the reports that are given as printings
    printings found %   of the reports that are known to print it: those that share 40 words in a hundred with it

    -v        print each error, never of the set that is kept back
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import sys
import tempfile
from pathlib import Path

from msgspec import Struct

from riwaya.model import Annotations, Document
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents
from riwaya.run.batch import annotate_documents
from riwaya.store import Store, temporary_store
from riwaya.store.records import Annotated
from riwaya.tell.trace import trace

GOLD = Path(__file__).parent / "trace.tsv"
NEWS = Path(__file__).parents[2] / "shared" / "news" / "five-outlets-2018.jsonl.gz"
SETS = ("open", "kept back")


class Passage(Struct, frozen=True):
    """A passage of the gold, and the reports that print it, may print it, and print something else."""

    set: str
    record: str
    start: int
    end: int
    right: frozenset[str]
    unsure: frozenset[str]
    others: frozenset[str]


def gold() -> list[Passage]:
    lines = [line for line in GOLD.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [
        Passage(
            row["set"],
            row["record"],
            int(row["start"]),
            int(row["end"]),
            *(frozenset(row[name].split()) for name in ("right", "unsure", "others")),
        )
        for row in csv.DictReader(lines, delimiter="\t")
    ]


def filled(wanted: set[str], store: Store) -> dict[str, Document]:
    """Put the wanted reports into the store, annotated; return them by record."""
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / "part.jsonl"
        with gzip.open(NEWS, "rt", encoding="utf-8") as file:
            part.write_text("".join(line for line in file if json.loads(line)["id"] in wanted), encoding="utf-8")
        found = [one for one in documents([str(part)], ReadOptions()) if isinstance(one, Document)]
    by_id = {one.id: one for one in found}
    store.put_documents(list(by_id.values()), lambda _: {})
    notes = [one for one in annotate_documents(iter(by_id.values()), False, 2) if isinstance(one, Annotations)]
    store.put_annotations([Annotated(document=by_id[one.id], digest="gold", record=one) for one in notes])
    return {one.doc: one for one in found}


def measures(verbose: bool = False) -> dict[str, float]:
    passages = gold()
    wanted = {doc for one in passages for doc in (one.record, *one.right, *one.unsure, *one.others)}
    counts = {name: [0, 0, 0] for name in SETS}
    with temporary_store() as store:
        texts = filled(wanted, store)
        names = store.names()
        for one in passages:
            if one.record not in texts:
                continue
            words = texts[one.record].text[one.start : one.end]
            given = {names[printing.witness.doc] for printing in trace(store, words).printings}
            given &= one.right | one.others
            count = counts[one.set]
            for at, number in enumerate((len(given & one.right), len(given), len(one.right & texts.keys()))):
                count[at] += number
            if verbose and one.set == "open" and given != one.right:
                print(f"{words}\n  wrong: {sorted(given - one.right)}\n  missed: {sorted(one.right - given)}")
    out = {}
    for name, (good, every, known) in counts.items():
        out[f"trace, {name}: printings right %"] = round(100 * good / max(every, 1), 1)
        out[f"trace, {name}: printings found %"] = round(100 * good / max(known, 1), 1)
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", action="store_true", help="print each error of the open set")
    verbose = parser.parse_args().v
    if not NEWS.exists():
        print("Not measured: no ../shared/news beside this checkout.")
        return 0
    for name, value in measures(verbose).items():
        print(f"{name:44}{value:7.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
