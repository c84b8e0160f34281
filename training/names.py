"""Train the name tagger: writes ``src/riwaya/models/names.crf``.

    python training/names.py ../shared/eval/names ../shared/news [--silver FILE]

The first folder holds the labelled sets (what may be trained on: ``eval/README.md``): CLEANANERCorp's training part,
AQMAR train and the Wojood sample; AQMAR dev is left for a transfer check. The second holds the archives of news whose
sentences ``news-names.tsv`` annotates. FILE has sentences that another tagger labelled (``silver.py``): a JSON list
[words, labels] a line. Takes two minutes on one core, ten with 55,000 silver sentences. ``quality/names.py`` scores.
"""

from __future__ import annotations

import argparse
import json
import pathlib
from collections.abc import Iterator, Sequence
from itertools import chain

import pycrfsuite
from named_sets import Sentence, read
from news_names import news

from riwaya.annotate.names.features import Features
from riwaya.arabic.tokens import tokens

TARGET = pathlib.Path(__file__).parent.parent / "src/riwaya/models/names.crf"
SETS = ("cleananercorp-train.txt", "aqmar-train.txt", "wojood-sample-train.txt", "wojood-sample-val.txt")


def train(sentences: Sequence[Sentence], target: pathlib.Path, silver: Sequence[Sentence] = ()) -> None:
    """Train a model on the sentences and write it to ``target``; beside ``silver`` ones, people's count twice."""
    make = Features()
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    rarest, rounds = (4, 80) if silver else (2, 90)
    trainer.set_params({"c1": 0.15, "c2": 0.02, "max_iterations": rounds, "feature.minfreq": rarest})
    trainer.set("feature.possible_transitions", True)
    for sentence in chain(sentences, sentences if silver else (), silver):
        trainer.append(make(sentence.tokens), sentence.labels)
    trainer.train(str(target))


def labelled(sets: pathlib.Path, archives: pathlib.Path) -> list[Sentence]:
    """Return all that people have labelled and that may be trained on."""
    return [sentence for name in SETS for sentence in read(sets / name)] + news(archives, "train")


def silver(file: pathlib.Path) -> Iterator[Sentence]:
    """Yield sentences that another tagger has labelled, where its words are still cut as Riwaya cuts them."""
    for line in file.read_text(encoding="utf-8").splitlines():
        words, labels = json.loads(line)
        found = tuple(tokens(" ".join(words)))
        if len(found) == len(words):
            yield Sentence(found, tuple(labels), tuple(range(len(found))), frozenset())


def main() -> None:
    """Read the sets, train on all of them, write the model."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sets", type=pathlib.Path)
    options.add_argument("archives", type=pathlib.Path)
    options.add_argument("--silver", type=pathlib.Path)
    chosen = options.parse_args()
    sentences = labelled(chosen.sets, chosen.archives)
    others = list(silver(chosen.silver)) if chosen.silver else []
    train(sentences, TARGET, others)
    print(len(sentences), "and", len(others), "sentences,", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
