"""Scores of the name tagger: `python quality/names.py [--folds N]` over ../shared/eval/names.

Exact spans over the sets' own words, by type. `crf` is the tagger alone, cross-validated on the training part of
CLEANANERCorp (trained on the other folds, AQMAR train, Wojood and the annotated news); `aqmar-dev`, `caraner` and
`news` (the test part of training/news-names.tsv) are tests on text it never saw, with the packaged model. Speed is of
the whole names stage. Without ../shared it says so and passes.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
SETS = ROOT.parent / "shared" / "eval" / "names"
NEWS = ROOT.parent / "shared" / "news"
sys.path.insert(0, str(ROOT / "training"))

from named_sets import Sentence, predicted, read, sentence  # noqa: E402
from names import SETS as TRAINED_ON  # noqa: E402
from names import train  # noqa: E402
from news_names import news  # noqa: E402

from riwaya.annotate.names import NameTagger  # noqa: E402
from riwaya.annotate.names.tagger import Tagger  # noqa: E402
from riwaya.annotate.sentences import prose  # noqa: E402
from riwaya.model import Document  # noqa: E402

TYPES = ("PER", "LOC", "ORG")


def score(tagger: Tagger, sentences: Iterable[Sentence], counts: Counter[tuple[str, str]]) -> None:
    """Add the right, found and wanted spans of each type to ``counts``."""
    for item in sentences:
        found = predicted(item, tagger.labels(item.tokens))
        for kind in TYPES:
            mine = {span for span in found if span[2] == kind}
            gold = {span for span in item.spans if span[2] == kind}
            counts[kind, "right"] += len(mine & gold)
            counts[kind, "found"] += len(mine)
            counts[kind, "gold"] += len(gold)


def show(name: str, counts: Counter[tuple[str, str]]) -> None:
    """Print a row a type and one over all."""
    for kind in (*TYPES, "all"):
        kinds = TYPES if kind == "all" else (kind,)
        right, found, gold = (sum(counts[k, what] for k in kinds) for what in ("right", "found", "gold"))
        precision, recall = 100 * right / max(1, found), 100 * right / max(1, gold)
        both = 200 * right / max(1, found + gold)
        print(f"{name:16}{kind:5}{precision:7.1f}{recall:7.1f}{both:7.1f}   of {gold}")


def cross(folds: int) -> None:
    """Print cross-validated scores on CLEANANERCorp's training part."""
    main = read(SETS / TRAINED_ON[0])
    rest = [item for name in TRAINED_ON[1:] for item in read(SETS / name)] + news(NEWS, "train")
    counts: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for fold in range(folds):
            first, last = len(main) * fold // 5, len(main) * (fold + 1) // 5
            model = Path(folder) / f"{fold}.crf"
            train(main[:first] + main[last:] + rest, model)
            score(Tagger(model), main[first:last], counts)
    show(f"crf, {folds} of 5", counts)


def caraner(path: Path) -> list[Sentence]:
    """Return the sentences of CARANER: COVID-19 news, PER LOC ORG and titles (left out)."""
    rows: dict[str, list[tuple[str, str]]] = {}
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            place, _, kind = row["Revised_Label"].partition("_")
            label = f"{place}-{kind}" if kind in TYPES else "O"
            rows.setdefault(row["Sentence_ID"], []).append((row["Word"], label))
    return [sentence(found) for found in rows.values()]


def speed() -> None:
    """Print words a second of the whole names stage on one core, sentences of the training part as reports."""
    tagger, texts = NameTagger(), []
    items = read(SETS / TRAINED_ON[0])
    for at in range(0, 2000, 10):
        text = ".\n".join(" ".join(token.text for token in item.tokens) for item in items[at : at + 10])
        texts.append(prose(Document(id=str(at), key=str(at), doc=str(at), text=text)))
    words = sum(1 for text in texts for token in text.tokens if token.kind == "word")
    start = time.process_time()
    for text in texts:
        tagger(text)
    print(f"names stage: {words / (time.process_time() - start):,.0f} words/s on one core")


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folds", type=int, default=5, help="how many of the five folds to run (about a minute each)")
    folds = options.parse_args().folds
    if not SETS.is_dir():
        print(f"no {SETS}: nothing measured")
        return
    print(f"{'':21}{'P':>7}{'R':>7}{'F1':>7}")
    cross(folds)
    tests = [("aqmar-dev", read(SETS / "aqmar-dev.txt")), ("caraner", caraner(SETS / "caraner.csv"))]
    for name, items in [*tests, ("news", news(NEWS, "test"))]:
        counts: Counter[tuple[str, str]] = Counter()
        score(Tagger(), items, counts)
        show(name, counts)
    speed()


if __name__ == "__main__":
    main()
