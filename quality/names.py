"""Scores of the name tagger: `python quality/names.py [--folds N]` over ../shared/eval/names.

Exact spans over the sets' own words, by type. `crf` is the tagger alone, cross-validated on the training part of
CLEANANERCorp (trained on the other folds, AQMAR train, Wojood and the annotated news); `aqmar-dev`, `caraner` and
`news` (the test part of training/news-names.tsv) are tests on text it never saw, with the packaged model. Speed is of
the whole names stage. Without ../shared it says so and passes.

`--silver FILE` trains on the teacher's labels too (`training/silver.py`), as the packaged model is: the teacher never
saw the first fold, so that only `--folds 1` is honest with it.

`--stage` scores the mentions of the whole stage instead (tagger, lexicons and grammar), each sentence as a report of
its own: the first fold with a model that never saw it (`--model FILE` keeps it from run to run), `news` with the
packaged one.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
SETS = ROOT.parent / "shared" / "eval" / "names"
NEWS = ROOT.parent / "shared" / "news"
sys.path.insert(0, str(ROOT / "training"))

from named_sets import Sentence, predicted, read, sentence  # noqa: E402
from names import SETS as TRAINED_ON  # noqa: E402
from names import silver, train  # noqa: E402
from news_names import news  # noqa: E402

from riwaya.annotate.names import NameTagger  # noqa: E402
from riwaya.annotate.names.tagger import Tagger  # noqa: E402
from riwaya.annotate.sentences import prose  # noqa: E402
from riwaya.model import Document  # noqa: E402

TYPES = ("PER", "LOC", "ORG")


def score(tagger: Tagger, sentences: Iterable[Sentence], counts: Counter[tuple[str, str]]) -> None:
    """Add the right, found and wanted spans of each type to ``counts``."""
    for item in sentences:
        count(predicted(item, tagger.labels(item.tokens)), item, counts)


def count(found: set[tuple[int, int, str]], item: Sentence, counts: Counter[tuple[str, str]]) -> None:
    """Add what was found in a sentence to ``counts``."""
    for kind in TYPES:
        mine = {span for span in found if span[2] == kind}
        gold = {span for span in item.spans if span[2] == kind}
        counts[kind, "right"] += len(mine & gold)
        counts[kind, "found"] += len(mine)
        counts[kind, "gold"] += len(gold)


def mentioned(stage: NameTagger, item: Sentence) -> set[tuple[int, int, str]]:
    """Return the stage's mentions of a sentence, read as a report of its own, as spans over the set's printed words."""
    text, words = "", []
    for token, word in zip(item.tokens, item.words, strict=True):
        text += " " * (token.start - len(text)) + token.text
        words += [(token.start, token.end, word)]
    found = set()
    for one in stage(prose(Document(id="", key="", doc="", text=text + "\n"))).mentions:
        inside = [word for start, end, word in words if start < one.end and end > one.start]
        if one.type in TYPES and inside:
            found.add((inside[0], inside[-1] + 1, one.type))
    return found


def staged(name: str, stage: NameTagger, sentences: Iterable[Sentence]) -> None:
    """Print the scores of the stage's mentions."""
    counts: Counter[tuple[str, str]] = Counter()
    for item in sentences:
        count(mentioned(stage, item), item, counts)
    show(name, counts)


def whole_stage(kept: Path | None, labelled: Sequence[Sentence]) -> None:
    """Print the scores of the whole stage on the first fold and on the news; ``labelled`` as in ``cross``."""
    main = read(SETS / TRAINED_ON[0])
    with tempfile.TemporaryDirectory() as folder:
        model = kept or Path(folder) / "0.crf"
        if not model.is_file():
            train(main[len(main) // 5 :] + others(), model, labelled)
        staged("stage, fold 0", NameTagger(model), main[: len(main) // 5])
    staged("stage, news", NameTagger(), news(NEWS, "test"))


def others() -> list[Sentence]:
    """Return what the tagger is trained on beside CLEANANERCorp."""
    return [item for name in TRAINED_ON[1:] for item in read(SETS / name)] + news(NEWS, "train")


def show(name: str, counts: Counter[tuple[str, str]]) -> None:
    """Print a row a type and one over all."""
    for kind in (*TYPES, "all"):
        kinds = TYPES if kind == "all" else (kind,)
        right, found, gold = (sum(counts[k, what] for k in kinds) for what in ("right", "found", "gold"))
        precision, recall = 100 * right / max(1, found), 100 * right / max(1, gold)
        both = 200 * right / max(1, found + gold)
        print(f"{name:16}{kind:5}{precision:7.1f}{recall:7.1f}{both:7.1f}   of {gold}")


def cross(folds: int, labelled: Sequence[Sentence]) -> None:
    """Print cross-validated scores on CLEANANERCorp's training part; ``labelled``: silver sentences beside the gold."""
    main = read(SETS / TRAINED_ON[0])
    rest = others()
    counts: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for fold in range(folds):
            first, last = len(main) * fold // 5, len(main) * (fold + 1) // 5
            model = Path(folder) / f"{fold}.crf"
            train(main[:first] + main[last:] + rest, model, labelled)
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
    options.add_argument("--silver", type=Path, help="sentences that the teacher labelled, to train on too")
    options.add_argument("--stage", action="store_true", help="score the mentions of the whole stage")
    options.add_argument("--model", type=Path, help="with --stage: the first fold's model, made where it is missing")
    chosen = options.parse_args()
    if not SETS.is_dir():
        print(f"no {SETS}: nothing measured")
        return
    print(f"{'':21}{'P':>7}{'R':>7}{'F1':>7}")
    labelled = list(silver(chosen.silver)) if chosen.silver else []
    if chosen.stage:
        whole_stage(chosen.model, labelled)
        return
    cross(chosen.folds, labelled)
    tests = [("aqmar-dev", read(SETS / "aqmar-dev.txt")), ("caraner", caraner(SETS / "caraner.csv"))]
    for name, items in [*tests, ("news", news(NEWS, "test"))]:
        counts: Counter[tuple[str, str]] = Counter()
        score(Tagger(), items, counts)
        show(name, counts)
    speed()


if __name__ == "__main__":
    main()
