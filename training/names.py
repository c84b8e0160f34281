"""Train the name tagger: ``python training/names.py ../shared/eval/names`` writes ``src/riwaya/models/names.crf``.

Sets and what may be trained on: ``eval/README.md``. CLEANANERCorp's training part, AQMAR train and the Wojood sample; AQMAR
dev is left for a transfer check. Takes about five minutes on one core. ``quality/names.py`` gives the scores.
"""

from __future__ import annotations

import pathlib
import sys

import pycrfsuite
from named_sets import Sentence, read

from riwaya.annotate.names.features import Features

TARGET = pathlib.Path(__file__).parent.parent / "src/riwaya/models/names.crf"
SETS = ("cleananercorp-train.txt", "aqmar-train.txt", "wojood-sample-train.txt", "wojood-sample-val.txt")


def train(sentences: list[Sentence], target: pathlib.Path, weights: list[int] | None = None) -> None:
    """Train a model on the sentences and write it to ``target``."""
    make = Features()
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.15, "c2": 0.02, "max_iterations": 90, "feature.minfreq": 2})
    trainer.set("feature.possible_transitions", True)
    for sentence in sentences:
        trainer.append(make(sentence.tokens), sentence.labels)
    trainer.train(str(target))


def main() -> None:
    """Read the sets, train on all of them, write the model."""
    folder = pathlib.Path(sys.argv[1])
    sentences = [sentence for name in SETS for sentence in read(folder / name)]
    train(sentences, TARGET)
    print(len(sentences), "sentences,", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
