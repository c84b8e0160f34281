"""The sequence tagger: a conditional random field over letters, clusters and lexicons (card: ``models/names.md``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Literal, NamedTuple

import pycrfsuite

from riwaya.annotate.names.features import Features
from riwaya.arabic.tokens import Token
from riwaya.errors import ConfigurationError

FILE = "names.crf"
Kind = Literal["PER", "ORG", "LOC"]


class Found(NamedTuple):
    """A name as a half-open range of tokens, with its type and how sure the model is of a person's first word."""

    first: int
    last: int
    kind: Kind
    sure: float = 1.0


class Tagger:
    """Finds names of persons, organisations and places, sentence by sentence.

    Raises ConfigurationError where the packaged model is missing.
    """

    def __init__(self, model: Path | None = None) -> None:
        self._model = pycrfsuite.Tagger()
        with resources.as_file(resources.files("riwaya") / "models" / FILE) as packaged:
            path = model or packaged
            if not path.is_file():
                raise ConfigurationError(f"models/{FILE}", "names", "no such file", "Reinstall riwaya.")
            self._model.open(str(path))
        self._features = Features(_weighted(self._model))

    def __call__(self, tokens: Sequence[Token]) -> Iterator[Found]:
        """Yield the names in a sentence's tokens, in order: ``قال جو بايدن`` → PER 1–3."""
        for name in found(self.labels(tokens)):
            sure = self._model.marginal("B-PER", name.first) if name.kind == "PER" else 1.0
            yield Found(name.first, name.last, name.kind, sure)

    def labels(self, tokens: Sequence[Token]) -> list[str]:
        """Return a B/I/O label a token."""
        return list(self._model.tag(self._features(tokens))) if tokens else []

    def marginals(self, tokens: Sequence[Token]) -> list[dict[str, float]]:
        """Return a probability a label for each token."""
        self.labels(tokens)
        labels = self._model.labels()
        return [{label: self._model.marginal(label, at) for label in labels} for at in range(len(tokens))]


def _weighted(model: pycrfsuite.Tagger) -> dict[str, str]:
    """Return the features that the model has weights for, each mapped to itself, read off the model's own listing."""
    with NamedTemporaryFile(suffix=".txt") as listing:
        model.dump(listing.name)
        text = Path(listing.name).read_text(encoding="utf-8", errors="replace")
    lines = text.partition("ATTRIBUTES = {\n")[2].partition("\n}")[0].splitlines()
    names = (line.partition(": ")[2] for line in lines)
    return {name: name for name in names}


def found(labels: Sequence[str]) -> Iterator[Found]:
    """Yield the spans of a B/I/O row; an I that continues nothing begins a span."""
    first, kind = 0, ""
    for at, label in enumerate([*labels, "O"]):
        place, _, new = label.partition("-")
        if kind and (place != "I" or new != kind):
            yield Found(first, at, kind)  # type: ignore[arg-type]
            kind = ""
        if new and not kind:
            first, kind = at, new
