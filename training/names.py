"""Train the name tagger: writes ``src/riwaya/models/names.crf``.

    python training/names.py ../shared/eval/names                           # labelled sets alone
    python training/names.py ../shared/eval/names ../shared/news/*.jsonl.gz  # and silver

Sets and what may be trained on: ``eval/README.md``. CLEANANERCorp's training part, AQMAR train and the Wojood sample;
AQMAR dev is left for a transfer check. Takes about five minutes on one core. ``quality/names.py`` gives the scores.
"""

from __future__ import annotations

import gzip
import json
import pathlib
import sys
from collections.abc import Iterator

import pycrfsuite
from named_sets import Sentence, read

from riwaya.annotate.names import NameTagger
from riwaya.annotate.names.features import Features
from riwaya.annotate.prose import Prose
from riwaya.annotate.sentences import prose
from riwaya.model import Document

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


def silver(files: list[str], every: int) -> Iterator[Sentence]:
    """Yield sentences of each ``every``-th article as the packaged tagger and the grammar of titles label them.

    Only sentences with a person: what the grammar finds and the model misses is what there is to learn.
    """
    tagger = NameTagger()
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number % every == 0:
                    record = json.loads(line)
                    text = record["title"] + "\n" + record["text"]
                    yield from labelled(prose(Document(id="i", key="k", doc="d", text=text)), tagger)


def labelled(text: Prose, tagger: NameTagger) -> Iterator[Sentence]:
    """Yield the sentences of a report that name a person, with the labels that its mentions give."""
    place = {}
    for mention in tagger(text).mentions:
        if mention.type != "TITLE":
            place.update(dict.fromkeys(range(mention.start, mention.end), (mention.type, mention.start)))
    for index in range(len(text.sentences)):
        tokens, labels, before = text.words(index), [], None
        for token in tokens:
            here = place.get(token.end - 1)
            labels.append("O" if here is None else f"{'I' if here == before else 'B'}-{here[0]}")
            before = here
        if "B-PER" in labels:
            yield Sentence(tokens, tuple(labels), tuple(range(len(tokens))), frozenset())


def main() -> None:
    """Read the sets, train on all of them and on silver sentences of the news, write the model."""
    folder = pathlib.Path(sys.argv[1])
    sentences = [sentence for name in SETS for sentence in read(folder / name)]
    news = sys.argv[2:]
    sentences += list(silver(news, 24)) if news else []
    train(sentences, TARGET)
    print(len(sentences), "sentences,", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
