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
import json
import random
from pathlib import Path
from typing import Any

import numpy as np
from teacher import LABELS, best, load, marginals
from unlabelled import Words, sentences

from riwaya.annotate.names.tagger import Tagger
from riwaya.arabic.tokens import tokens

OWN, LEAST = 0.35, 0.4  # the tagger's share; the least probability of a label that is believed
CHUNK = 5000


def chances(tagger: Tagger, words: Words, labels: tuple[str, ...]) -> Any:
    """Return the tagger's probability of each label at each token."""
    found = tagger.marginals(words)
    return np.array([[row.get(label, 0.0) for label in labels] for row in found])


def main() -> None:
    """Draw, label, write."""
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
