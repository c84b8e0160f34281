"""Statements drawn at random from a whole archive, to be read one by one: `python quality/drawn.py [--count N]`.

Recall needs annotated articles (`said.py`); precision at scale needs many articles and few statements of each. One
statement at most is drawn of an article, among those that stand in no other's content, all articles alike.

    --draw --seed S   print COUNT statements, each with its paragraph, to be judged by a reader
    (without)         print the shares of `quality/drawn.tsv`, where the judgements stand: for each statement the
                      article's record, offsets, the class of its cue, and whether content, speaker and chain are right
                      (1, 0; "scare" in the last column: a label in quotation marks, taken for a statement)

What a reader calls right: content – somebody is made responsible for these words, and no more than a word or two is
missing or too much; speaker – this one, by a name that the article gives (none where there is none); chain – all links
and no others.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from fscore import percent
from news import SHARED, known_as
from said import cue_class

from riwaya.model import Annotations, Document, Statement
from riwaya.pipeline import Pipeline
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents

JUDGED = Path(__file__).parent / "drawn.tsv"
ARCHIVE = "five-outlets-2018"
COLUMNS = ("record", "start", "end", "cue", "content", "speaker", "chain", "note")


def draw(count: int, seed: int) -> list[tuple[str, Document, Statement]]:
    """Return ``count`` statements, each of an article of its own, by chance."""
    chance, pipeline = random.Random(seed), Pipeline()
    out: list[tuple[str, Document, Statement]] = []
    with gzip.open(SHARED / "news" / f"{ARCHIVE}.jsonl.gz", "rt", encoding="utf-8") as file:
        lines = file.readlines()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "one.jsonl"
        for line in chance.sample(lines, len(lines)):
            source.write_text(line, encoding="utf-8")
            for document in documents([str(source)], ReadOptions()):
                if isinstance(document, Document) and (one := drawn(document, pipeline, chance)):
                    out.append((known_as(json.loads(line)), document, one))
            if len(out) >= count:
                break
    return out


def drawn(document: Document, pipeline: Pipeline, chance: random.Random) -> Statement | None:
    """Return one of a report's statements, if it has any."""
    found = pipeline.annotate(document)
    plain = [one for one in found.statements if one.parent is None] if isinstance(found, Annotations) else []
    return chance.choice(plain) if plain else None


def shown(number: int, record: str, document: Document, one: Statement) -> str:
    """Return a statement for reading: its paragraph with cue and content marked, the answer beneath."""
    text = document.text
    first = max(0, text.rfind("\n", 0, max(0, min(one.start, one.cue.start) - 350)))
    last = text.find("\n", max(one.end, one.cue.end) + 60)
    last = len(text) if last < 0 else last
    before, said, after = text[first : one.start], text[one.start : one.end], text[one.end : last]
    speaker = f"{one.speaker.name} ({one.speaker.kind}, {one.speaker.how})" if one.speaker else "nobody"
    chain = " > ".join(f"{link.kind}:{link.name}{' (inherited)' if link.inherited else ''}" for link in one.chain)
    outlet = document.outlet.name if document.outlet else "?"
    return (
        f"#{number}\t{record}\t{one.start}\t{one.end}\t{cue_class(one.cue.lemma)}\n{outlet} | {before}⟦{said}⟧{after}\n"
        f"   cue: {text[one.cue.start : one.cue.end]} | mode: {one.mode} | speaker: {speaker} | chain: {chain or '-'}\n"
    )


def shares() -> dict[str, float]:
    """Return the shares of right contents, speakers and chains, and that of scare quotes, in percent."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    counts: Counter[tuple[str, str]] = Counter()
    for one in rows:
        for kind in (one["cue"], "all"):
            counts[kind, "read"] += 1
            counts.update({(kind, name): one[name] == "1" for name in ("content", "speaker", "chain")})
            counts[kind, "scare"] += "scare" in one["note"]
    print(f"{'':14}{'read':>6}{'content':>9}{'speaker':>9}{'chain':>7}{'scare':>7}")
    for kind in sorted({kind for kind, _ in counts}, key=lambda kind: (kind == "all", kind)):
        read = counts[kind, "read"]
        print(f"{kind:14}{read:6}" + "".join(
            f"{percent(counts[kind, name], read):{width}.1f}"
            for name, width in (("content", 9), ("speaker", 9), ("chain", 7), ("scare", 7))
        ))  # fmt: skip
    return {
        name: percent(counts["all", name], counts["all", "read"]) for name in ("content", "speaker", "chain", "scare")
    }


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--draw", action="store_true")
    options.add_argument("--count", type=int, default=300)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    if not chosen.draw and not JUDGED.exists():
        print("drawn: no judgements here yet; --draw prints statements to be judged")
    elif not chosen.draw:
        shares()
    elif not SHARED.is_dir():
        print("drawn: ../shared is not here, nothing drawn")
    else:
        for number, (record, document, one) in enumerate(draw(chosen.count, chosen.seed), 1):
            print(shown(number, record, document, one))
    return 0


if __name__ == "__main__":
    sys.exit(main())
