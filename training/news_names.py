"""Sentences of `../shared/news` with their names, read by annotators: offsets and types only, no text.

`news-names.tsv`: archive, record (its id, or of an address the digest: addresses hold headlines), the sentence's
half-open code points in the article as Riwaya reads it, a checksum of the sentence, its set (train, test) and
`start-end:TYPE` for every name, counted from the sentence's start. Half of the sentences were drawn at random, half
among those of which the tagger of the day was least sure. Conventions are ANERcorp's, with the decisions in
`news-names.md`. A sentence whose checksum no longer fits is left out and counted.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import pathlib
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from zlib import crc32

from named_sets import Sentence

from riwaya.arabic.tokens import tokens
from riwaya.model import Document
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents

TABLE = pathlib.Path(__file__).parent / "news-names.tsv"
Row = dict[str, str]


def news(folder: pathlib.Path, which: str) -> list[Sentence]:
    """Return the sentences of one set (``train``, ``test``) from the archives in ``folder``."""
    wanted: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["set"] == which:
                wanted[row["archive"]][row["record"]].append(row)
    found, gone = [], 0
    for archive in sorted(wanted):
        for text, rows in _texts(folder / f"{archive}.jsonl.gz", wanted[archive]):
            for row in rows:
                sentence = text[int(row["start"]) : int(row["end"])]
                if checksum(sentence) == row["checksum"]:
                    found.append(labelled(sentence, row["names"]))
                else:
                    gone += 1
    if gone:
        print(f"news-names: {gone} sentences are no longer where they were", file=sys.stderr)
    return found


def checksum(sentence: str) -> str:
    """Return what tells whether a sentence is the one that was annotated."""
    return f"{crc32(sentence.encode()):08x}"


def known_as(record: str) -> str:
    """Return what the table calls a record: its id, or the beginning of its address's digest."""
    return hashlib.sha1(record.encode()).hexdigest()[:16] if "://" in record else record


def _texts(archive: pathlib.Path, wanted: dict[str, list[Row]]) -> Iterator[tuple[str, list[Row]]]:
    """Yield the text of each wanted record as Riwaya reads it."""
    with gzip.open(archive, "rt", encoding="utf-8") as lines, tempfile.TemporaryDirectory() as place:
        source = pathlib.Path(place) / "records.jsonl"
        with source.open("w", encoding="utf-8") as out:
            for line in lines:
                record = json.loads(line)
                if known_as(record.get("id") or record["url"]) in wanted:
                    out.write(line)
        for document in documents([str(source)], ReadOptions()):
            if isinstance(document, Document) and known_as(document.doc) in wanted:
                yield document.text, wanted[known_as(document.doc)]


def labelled(sentence: str, names: str) -> Sentence:
    """Return a sentence with B/I/O labels from ``12-20:PER;31-37:LOC``."""
    found = tuple(tokens(sentence))
    labels, spans = ["O"] * len(found), set()
    for name in filter(None, names.split(";")):
        place, _, kind = name.partition(":")
        start, end = map(int, place.split("-"))
        inside = [at for at, token in enumerate(found) if token.start < end and token.end > start]
        if inside:
            labels[inside[0] : inside[-1] + 1] = [f"B-{kind}", *[f"I-{kind}"] * (inside[-1] - inside[0])]
            spans.add((inside[0], inside[-1] + 1, kind))
    return Sentence(found, tuple(labels), tuple(range(len(found))), frozenset(spans))
