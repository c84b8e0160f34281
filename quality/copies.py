"""How well copied text is told from stock phrases and quotations: `python quality/copies.py [-v]`.

`copies.tsv` has 300 pairs of reports of ../shared/news/saudi-july-2015.jsonl.gz that share runs of eight words, drawn
by their number without this program and labelled by reading. The whole file is compared, since what is a stock phrase
is learned from it; statements and names are found in the labelled reports only, elsewhere quotation marks tell
quotations. Doubtful pairs are left out of the scores and told beside them. `-v` lists the errors of the open half.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from riwaya.annotate.sentences import prose
from riwaya.arabic.tokens import tokens
from riwaya.link.dependence.copies import Copied, copied
from riwaya.link.dependence.direction import direction
from riwaya.link.dependence.sheet import Sheet, sheet
from riwaya.model import Annotations, Document, Failure
from riwaya.pipeline import Pipeline
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents

HERE = Path(__file__).parent
ARCHIVE = HERE.parent.parent / "shared" / "news" / "saudi-july-2015.jsonl.gz"
SETS = ("open", "kept back")


class Pair(Struct, frozen=True):
    """A labelled pair of reports, by url."""

    set: str
    pair: str
    label: str
    doubt: str
    origin: str
    shared: str
    left: str
    right: str


def pairs() -> list[Pair]:
    """Return the labelled pairs."""
    lines = (HERE / "copies.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [Pair(**row) for row in rows]


def sheets(labelled: set[str]) -> Iterator[Sheet]:
    """Yield every report of the archive as it is compared, the labelled ones with their statements and names."""
    pipeline = Pipeline()
    for found in documents([str(ARCHIVE)], ReadOptions()):
        if isinstance(found, Failure):
            continue
        notes = pipeline.annotate(found) if found.key in labelled else _plain(found)
        if isinstance(notes, Annotations):
            words = [(one, list(tokens(found.text, one.start, one.end))) for one in notes.sentences]
            published = notes.published.value if notes.published else ""
            yield sheet(found, notes, words, found.outlet.name if found.outlet else "", published)


def _plain(document: Document) -> Annotations:
    return Annotations(doc=document.doc, id=document.id, sentences=prose(document).sentences)


def verdicts(reports: Sequence[Sheet]) -> dict[frozenset[str], tuple[str, Copied]]:
    """Return ``copied`` or ``quotation`` for each pair of keys that the program finds."""
    found = copied(reports)
    return {
        frozenset((reports[one.later].key, reports[one.earlier].key)): (
            "quotation" if one.kind == "quotation" else "copied",
            one,
        )
        for one in found
    }


def alone(labelled: Sequence[Pair], reports: Sequence[Sheet]) -> dict[frozenset[str], tuple[str, Copied]]:
    """Return the verdicts where each pair is all there is: a set too small to teach what is a stock phrase."""
    by_key = {one.key: one for one in reports}
    found: dict[frozenset[str], tuple[str, Copied]] = {}
    for one in labelled:
        found |= verdicts([by_key[one.left], by_key[one.right]])
    return found


def score(labelled: Sequence[Pair], found: dict[frozenset[str], tuple[str, Copied]]) -> dict[str, float]:
    """Return precision and recall of copies and the share of stock pairs that are called copied, in percent."""
    judged = [(one.label, found.get(frozenset((one.left, one.right)), ("", None))[0]) for one in labelled]
    right = sum(label == ours == "copied" for label, ours in judged)
    ours, true = sum(ours == "copied" for _, ours in judged), sum(label == "copied" for label, _ in judged)
    stock = [ours for label, ours in judged if label == "stock"]
    return {
        "precision %": round(100 * right / max(ours, 1), 1),
        "recall %": round(100 * right / max(true, 1), 1),
        "stock not copied %": round(100 * sum(one != "copied" for one in stock) / max(len(stock), 1), 1),
    }


def directions(labelled: Sequence[Pair], found: dict[frozenset[str], tuple[str, Copied]], reports: list[Sheet]) -> None:
    """Print who is said to be first where the label says that both have it from a third."""
    counts: Counter[str] = Counter()
    for one in labelled:
        verdict, pair = found.get(frozenset((one.left, one.right)), ("", None))
        if one.label == verdict == "copied" and one.origin == "third" and pair is not None:
            known = direction(reports[pair.later], reports[pair.earlier])
            counts["the third" if known.third else known.basis] += 1
    print(f"  both from a third by label; we say: {dict(sorted(counts.items()))}")


def measures(verbose: bool = False) -> dict[str, float]:
    """Return the scores of both halves; empty where ../shared is missing."""
    if not ARCHIVE.exists():
        print("Not measured: copies (no ../shared beside this checkout).")
        return {}
    gold = pairs()
    reports = list(sheets({key for one in gold for key in (one.left, one.right)}))
    found = verdicts(reports)
    out: dict[str, float] = {}
    for half in SETS:
        sure = [one for one in gold if one.set == half and one.doubt == "0"]
        values = score(sure, found)
        out |= {f"copies, {half}: {name}": value for name, value in values.items()}
        print(f"Copies, {half}: {len(sure)} sure pairs, {values}")
        doubtful = [one for one in gold if one.set == half and one.doubt != "0"]
        told = Counter((one.label, found.get(frozenset((one.left, one.right)), ("-", None))[0]) for one in doubtful)
        print(f"  doubtful, by label and verdict: {dict(sorted(told.items()))}")
        directions(sure, found, reports)
        single = score(sure, alone(sure, reports))
        out[f"copies, {half}, each pair alone: stock not copied %"] = single["stock not copied %"]
        print(f"  each pair alone, without the archive: {single}")
        if verbose and half == "open":
            _errors(sure, found)
    return out


def _errors(labelled: Sequence[Pair], found: dict[frozenset[str], tuple[str, Copied]]) -> None:
    for one in labelled:
        verdict, pair = found.get(frozenset((one.left, one.right)), ("-", None))
        if (verdict == "copied") != (one.label == "copied"):
            print(
                f"  pair {one.pair}: {one.label}, we say {verdict} ({pair.telling if pair else 0}), shared {one.shared}"
            )


if __name__ == "__main__":
    measures("-v" in sys.argv)
