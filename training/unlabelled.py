"""Sentences of `../shared/news` that nobody labelled, without the articles that any gold of ours annotates."""

from __future__ import annotations

import csv
import gzip
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from news_names import TABLE, checksum, known_as

from riwaya.annotate.sentences import prose
from riwaya.arabic.tokens import Token
from riwaya.model import Document
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents

GOLD = Path(__file__).parent.parent / "quality" / "gold"
SHORTEST, LONGEST = 5, 80
Words = tuple[Token, ...]


def sentences(archives: Path) -> Iterator[Words]:
    """Yield the sentences of the archives once each, without the articles that are gold."""
    gold, seen = _gold(), set()
    for archive in sorted(archives.glob("*.jsonl.gz")):
        with gzip.open(archive, "rt", encoding="utf-8") as lines, tempfile.TemporaryDirectory() as place:
            source = Path(place) / "records.jsonl"
            with source.open("w", encoding="utf-8") as out:
                out.writelines(line for line in lines if _name(line) not in gold)
            for document in documents([str(source)], ReadOptions()):
                if not isinstance(document, Document):
                    continue
                text = prose(document)
                for at in range(len(text.sentences)):
                    found = tuple(text.words(at))
                    mark = checksum(" ".join(token.text for token in found))
                    if SHORTEST <= len(found) <= LONGEST and mark not in seen:
                        seen.add(mark)
                        yield found


def _gold() -> set[str]:
    kept = {json.loads(file.read_text(encoding="utf-8")).get("record", "") for file in GOLD.glob("*.json")}
    with TABLE.open(encoding="utf-8", newline="") as file:
        return kept | {row["record"] for row in csv.DictReader(file, delimiter="\t") if row["set"] == "test"}


def _name(line: str) -> str:
    record = json.loads(line)
    return known_as(record.get("id") or record["url"])
