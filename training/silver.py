"""Label sentences of the news for the packaged tagger to learn from: the teacher's labels, a little of its own.

    python training/silver.py teacher.pt ../shared/news silver.jsonl [--tagger names.crf] [--most 55000]

Sentences are drawn at random from the archives, each once; articles that any gold of ours annotates are left out. The
probabilities of the teacher and of a tagger that learned from people's labels alone are added (0.65 and 0.35: on held
out sentences both together are better than either); a sentence with a token that nothing is said of is left out.
Writes a JSON list [words, labels] a line, which `python training/names.py … --silver silver.jsonl` reads.
About 20 ms a sentence on one core.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from news_names import TABLE, checksum, known_as

from riwaya.annotate.names.tagger import Tagger
from riwaya.annotate.sentences import prose
from riwaya.arabic.tokens import Token, tokens
from riwaya.model import Document
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents

GOLD = Path(__file__).parent.parent / "quality" / "gold"
SHORTEST, LONGEST = 5, 80
OWN, LEAST = 0.35, 0.4  # the tagger's share; the least probability of a label that is believed
CHUNK = 5000
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


def chances(tagger: Tagger, words: Words, labels: tuple[str, ...]) -> Any:
    """Return the tagger's probability of each label at each token."""
    found = tagger.marginals(words)
    return np.array([[row.get(label, 0.0) for label in labels] for row in found])


def main() -> None:
    """Draw, label, write."""
    from teacher import LABELS, best, load, marginals

    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("teacher", "archives", "target"):
        options.add_argument(name, type=Path)
    options.add_argument("--tagger", type=Path, help="a model of training/names.py; without it the packaged one")
    options.add_argument("--most", type=int, default=55_000)
    chosen = options.parse_args()
    (network, read), tagger = load(chosen.teacher), Tagger(chosen.tagger)
    drawn = list(sentences(chosen.archives))
    random.Random(7).shuffle(drawn)
    drawn = [
        one for one in drawn[: chosen.most] if len(tuple(tokens(" ".join(token.text for token in one)))) == len(one)
    ]
    with chosen.target.open("w", encoding="utf-8") as out:
        for at in range(0, len(drawn), CHUNK):
            some = drawn[at : at + CHUNK]
            for words, theirs in zip(some, marginals(network, [read(one) for one in some]), strict=True):
                both = (1 - OWN) * theirs + OWN * chances(tagger, words, LABELS)
                if both.max(1).min() >= LEAST:
                    row = [[token.text for token in words], best(both)]
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")
            print(at + len(some), "of", len(drawn), flush=True)


if __name__ == "__main__":
    main()
