"""Learn which runs of four words are stock phrases: `python training/stock_runs.py ARCHIVE.jsonl.gz ...`.

A run is stock where it stands in `LEAST` unrelated texts or more, on `SPANS` spans of two days or more; prints of one
text are one text, as the program itself puts them together. The reports of quality/copies.tsv are left out, so that
its scores say something. Writes src/riwaya/models/stock-runs.zst; the card beside it says what it was last run on.
"""

from __future__ import annotations

import csv
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import zstandard

from riwaya.annotate.sentences import prose
from riwaya.arabic.tokens import tokens
from riwaya.link.dependence.candidates import candidates
from riwaya.link.dependence.commonness import texts
from riwaya.link.dependence.grams import eights, fours
from riwaya.link.dependence.sheet import Sheet, sheet
from riwaya.model import Annotations, Document
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents

HERE = Path(__file__).parent.parent
OUT = HERE / "src" / "riwaya" / "models" / "stock-runs.zst"
LEAST, SPANS, DAYS = 4, 3, 2
SLOTS = 1 << 26


def held_out() -> set[str]:
    """Return the keys of the reports that quality/copies.tsv labels."""
    lines = (HERE / "quality" / "copies.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row[side] for row in rows for side in ("left", "right")}


def sheets(archive: str, but: set[str]) -> Iterator[Sheet]:
    """Yield the reports of an archive as they are compared, without annotation."""
    for found in documents([archive], ReadOptions()):
        if isinstance(found, Document) and found.key not in but:
            notes = Annotations(doc=found.doc, id=found.id, sentences=prose(found).sentences)
            words = [(one, list(tokens(found.text, one.start, one.end))) for one in notes.sentences]
            yield sheet(found, notes, words, found.outlet.name if found.outlet else "", (found.given or "")[:10])


def learned(found: Sequence[Sheet]) -> set[int]:
    """Return the codes of the stock runs of one archive."""
    placed = sorted(found, key=lambda one: (one.at or 0, one.order))
    four = [array("I", fours(one.wording.codes)) for one in placed]
    eight = [array("I", eights(codes)) for codes in four]
    groups = texts(placed, [len(codes) for codes in eight], candidates(eight))
    often = bytearray(SLOTS)
    for group in groups:
        for slot in {code % SLOTS for at in group for code in four[at]}:
            often[slot] = min(LEAST, often[slot] + 1)
    seen: dict[int, tuple[int, set[int]]] = {}
    for group in groups:
        span = (placed[group[0]].at or 0) // DAYS
        for code in {code for at in group for code in four[at] if often[code % SLOTS] == LEAST}:
            count, spans = seen.get(code, (0, set()))
            seen[code] = count + 1, spans | {span}
    return {code for code, (count, spans) in seen.items() if count >= LEAST and len(spans) >= SPANS}


def packed(codes: Iterable[int]) -> bytes:
    """Return sorted codes as compressed steps from one to the next, little-endian."""
    ordered = sorted(codes)
    steps = array("I", [code - before for before, code in zip([0, *ordered], ordered, strict=False)])
    if sys.byteorder == "big":
        steps.byteswap()
    return zstandard.compress(steps.tobytes(), 19)


def main() -> None:
    but = held_out()
    codes: set[int] = set()
    for archive in sys.argv[1:]:
        found = learned(list(sheets(archive, but)))
        print(f"{archive}: {len(found)} stock runs")
        codes |= found
    OUT.write_bytes(packed(codes))
    print(f"{len(codes)} in all, {OUT.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
