"""Four digits that are no year, and years: `python quality/counted_years.py [FOLDER] [-v]`.

`quality/counted_years.tsv` holds numbers from 1900 to 2100 of the dated news by article and offset (no text), read one
by one. They were found without the guards of `annotate/times`: a word that stands beside numbers outside that range at
least thrice as often as beside one inside it counts; years are those after عام, منذ or a month, and those that such
a counting word only seems to count. No quantity may be read as a year, no year may be lost. FOLDER is ../shared/news.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from riwaya.annotate.sentences import prose
from riwaya.annotate.times import TimeTagger
from riwaya.model import Document, Published, Span, Time

NEWS = Path(__file__).parent.parent.parent / "shared/news"
LABELS = Path(__file__).with_suffix(".tsv")
TAGGER = TimeTagger()
Labels = Mapping[str, Sequence[Mapping[str, str]]]


def article(record: Mapping[str, Any]) -> str:
    """Return the id of an article: its own, or the beginning of its address's digest."""
    return record.get("id") or hashlib.sha1(record["url"].encode()).hexdigest()[:12]


def labels(archive: str) -> Labels:
    """Return article → rows of the labels that lie in that archive."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    with LABELS.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if row["archive"] == archive:
                found[row["article"]].append(row)
    return found


def times(record: Mapping[str, Any], text: str) -> tuple[Time, ...]:
    """Return the times of title, line break and text."""
    title = Span(start=0, end=len(record["title"])) if record["title"] else None
    words = prose(Document(id="n", key="n", doc="n", text=text, title=title))
    published = (record.get("published") or record["extracted"])[:10]
    return TAGGER(words, Published(value=published, basis="given"))


def judged(file: Path) -> Iterator[tuple[str, bool, str]]:
    """Yield (kind, whether it was read right, the place and its words) of every label of one archive."""
    wanted = labels(file.name.removesuffix(".jsonl.gz"))
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            rows = wanted.get(article(record))
            if rows is None:
                continue
            text = f"{record['title'] or ''}\n{record['text']}"
            found = times(record, text)
            for row in rows:
                at = int(row["offset"])
                year = any(t.start <= at < t.end and str(t.value).startswith(row["number"]) for t in found)
                around = text[max(0, at - 50) : at + 30].replace("\n", " ")
                yield row["kind"], year == (row["kind"] == "year"), f"{row['article']} {at}: {around}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how many of each kind were read right; exit status 1 where one was not or there is no news."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=NEWS)
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was read wrong")
    options = parser.parse_args(arguments)
    files = sorted(options.folder.glob("*.jsonl.gz"))
    if not files:
        print(f"counted_years: no news in {options.folder}", file=sys.stderr)
        return 1
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for file in files:
        for kind, good, place in judged(file):
            total[kind] += 1
            right[kind] += good
            if options.verbose and not good:
                print(f"{kind} {place}")
    for kind in sorted(total):
        print(f"{kind}: {right[kind]} of {total[kind]} read right")
    return int(right != total)


if __name__ == "__main__":
    raise SystemExit(main())
