"""Word clusters of Arabic news for the name tagger: positional PPMI, SVD, k-means (needs numpy, scipy, scikit-learn).

    python training/word_clusters.py ../shared/news/*.jsonl.gz

Writes ``src/riwaya/models/names-clusters.tsv.zst``: folded word, cluster among 64, 512 and 2000, count. Words only; no
text of the news goes into it. Seeds are fixed, so the same input gives the same file. About a minute.
"""

from __future__ import annotations

import array
import gzip
import json
import pathlib
import re
import sys

import numpy as np
import scipy.sparse as sp
import zstandard
from sklearn.cluster import MiniBatchKMeans
from sklearn.utils.extmath import randomized_svd

from riwaya.arabic.letters import fold

WORD = re.compile(r"[\u0621-\u064a\u0671-\u06d3]+|\d+|[^\w\s]|[A-Za-z]+")
CONTEXTS, LEAST, KEPT = 6000, 5, 60000
TARGET = pathlib.Path(__file__).parent.parent / "src/riwaya/models/names-clusters.tsv.zst"


def paragraphs(files):
    """Yield each distinct paragraph once, folded."""
    seen = set()
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                for part in (record["title"], *record["text"][:4000].split("\n")):
                    text = fold(part)
                    if text not in seen:
                        seen.add(text)
                        yield text


def read(files):
    """Return the vocabulary and the text as word numbers, -1 between paragraphs."""
    vocabulary, numbers = {}, array.array("i")
    for text in paragraphs(files):
        numbers.append(-1)
        for word in WORD.findall(text):
            numbers.append(vocabulary.setdefault("0" if word.isdigit() else word.lower(), len(vocabulary)))
    return list(vocabulary), np.frombuffer(numbers, dtype=np.int32).copy()


def vectors(text, size):
    """Return a vector a word, from the words one and two places before and behind it."""
    parts = []
    for offset in (-1, 1, -2, 2):
        word, context = (text[:-offset], text[offset:]) if offset > 0 else (text[-offset:], text[:offset])
        both = (word >= 0) & (context >= 0) & (context < CONTEXTS)
        pairs = sp.coo_matrix((np.ones(both.sum(), np.float32), (word[both], context[both])), shape=(size, CONTEXTS))
        counts = pairs.tocsr()
        rows, columns = np.asarray(counts.sum(1)).ravel(), np.asarray(counts.sum(0)).ravel() ** 0.75
        counts = counts.tocoo()
        ppmi = np.maximum(np.log(counts.data * columns.sum() / (rows[counts.row] * columns[counts.col]) + 1e-9), 0)
        weight = 1.0 if abs(offset) == 1 else 0.6
        parts.append(sp.coo_matrix((ppmi * weight, (counts.row, counts.col)), shape=(size, CONTEXTS)).tocsr())
    left, strength, _ = randomized_svd(sp.hstack(parts).tocsr(), 128, n_iter=4, random_state=0)
    out = (left * np.sqrt(strength)).astype(np.float32)
    return out / (np.linalg.norm(out, axis=1, keepdims=True) + 1e-9)


def main():
    """Read the news, cluster, write."""
    words, text = read(sys.argv[1:])
    counts = np.bincount(text[text >= 0], minlength=len(words))
    order = [i for i in np.argsort(-counts, kind="stable") if counts[i] >= LEAST]
    new = np.full(len(words) + 1, -1)
    new[order] = np.arange(len(order))
    space = vectors(new[text], len(order))
    found = []
    for number in (64, 512, 2000):
        means = MiniBatchKMeans(number, random_state=0, batch_size=8192, n_init=1, max_iter=60)
        found.append(means.fit(space[:40000]).predict(space[:KEPT]))
    rows = zip([words[i] for i in order[:KEPT]], *found, [counts[i] for i in order[:KEPT]], strict=True)
    lines = "\n".join("\t".join(map(str, row)) for row in rows)
    TARGET.write_bytes(zstandard.ZstdCompressor(level=19).compress(lines.encode()))
    print(len(order), "words,", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
