"""The labelled sets of names (``../shared/eval/names``) as tokens with B/I/O labels over PER, LOC and ORG.

Words are cut as Riwaya cuts them (``riwaya.arabic.tokens``); ``Sentence.words`` says to which printed word of the set a
token belongs, so that scores can be taken on the set's own words.
"""

from __future__ import annotations

import pathlib
from typing import NamedTuple

from riwaya.arabic.tokens import Token, tokens

TYPES = {"PERS": "PER", "PER": "PER", "LOC": "LOC", "GPE": "LOC", "ORG": "ORG"}


class Sentence(NamedTuple):
    """A sentence: tokens, label of each, printed word of each, and the gold spans over printed words."""

    tokens: tuple[Token, ...]
    labels: tuple[str, ...]
    words: tuple[int, ...]
    spans: frozenset[tuple[int, int, str]]


def read(path: pathlib.Path) -> list[Sentence]:
    """Return the sentences of one BIO file; types other than PER, LOC, ORG are left out."""
    out, rows = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split()
        if len(cells) < 2:
            if rows:
                out.append(sentence(rows))
            rows = []
        else:
            rows.append((cells[0], label(cells[1:])))
    return out + ([sentence(rows)] if rows else [])


def label(cells: list[str]) -> str:
    """Return the first label of a word that is a name's; nested ones inside an office (OCC) count too."""
    for cell in cells:
        place, _, kind = cell.partition("-")
        if kind in TYPES:
            return f"{place}-{TYPES[kind]}"
    return "O"


def sentence(rows: list[tuple[str, str]]) -> Sentence:
    """Return the rows as one text cut into tokens, with labels carried over."""
    text, starts = "", []
    for word, _ in rows:
        starts.append(len(text))
        text += word + " "
    found, labels, words = [], [], []
    for token in tokens(text):
        word = max(i for i, start in enumerate(starts) if start <= token.start)
        own = rows[word][1]
        if own.startswith("B-") and words and words[-1] == word and labels[-1] != "O":
            own = "I" + own[1:]
        if own != "O" and token.kind == "punct" and (not labels or labels[-1] == "O" or token.text in "()\"'،.,"):
            own = "O"
        found.append(token)
        labels.append(own)
        words.append(word)
    return Sentence(tuple(found), tuple(labels), tuple(words), frozenset(spans([tag for _, tag in rows])))


def spans(labels: list[str]) -> set[tuple[int, int, str]]:
    """Return the half-open spans of a B/I/O row; an I that continues nothing begins a span."""
    out, first, kind = set(), 0, ""
    for at, tag in enumerate([*labels, "O"]):
        place, _, new = tag.partition("-")
        if kind and (place != "I" or new != kind):
            out.add((first, at, kind))
            kind = ""
        if new and not kind:
            first, kind = at, new
    return out


def predicted(item: Sentence, labels: list[str]) -> set[tuple[int, int, str]]:
    """Return predicted labels of tokens as spans over the set's printed words."""
    return {(item.words[first], item.words[last - 1] + 1, kind) for first, last, kind in spans(labels)}
