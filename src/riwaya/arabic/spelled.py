"""A guess at the Latin spelling of a name that no list has: ``سترومسهايم`` → ``Stromsheim``.

A conditional random field gives each Arabic letter the Latin letters that stand for it, with the short vowels that
Arabic leaves out; it learnt from the pairs of ``lexicon/romanised.tsv``, Arab names and foreign ones, so that endings
like ``-وفيتش`` and letters like ع and ح tell it which of the two a name is (card: ``models/romanised.md``).
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import pycrfsuite

from riwaya.errors import ConfigurationError

FILE = "romanised.crf"
NOTHING = "_"
"""The label of a letter that no Latin letter stands for: ع, or the alif of ``دعا``."""

_ARAB = frozenset("حعصضظذق")
_PAD = 3
_USUAL = str.maketrans("ڤپچگژ", "فبشغج")
_SURE = {"ڤ": "v", "پ": "p", "چ": "ch", "گ": "g", "ژ": "zh"}
_CONSONANTS = "bcdfghjklmnpqrstvwxz"


def spelled(word: str) -> str:
    """Return the likeliest Latin spelling of a word without ال, in small letters: ``يورغنسن`` → ``jorgensen``.

    Raises ConfigurationError where the packaged model is missing. Misses: spellings that follow the person's own
    language and not the sound (``Wojciech``), and about every second short vowel of rare Arab names.
    """
    usual = word.translate(_USUAL)
    chunks = ["" if label == NOTHING else label for label in _model().tag(features(usual))]
    return "".join(  # letters that Arabic borrowed are too rare in the lexicon to be learnt
        _SURE[letter] + chunk.lstrip(_CONSONANTS) if letter in _SURE else chunk
        for letter, chunk in zip(word, chunks, strict=True)
    )


def features(word: str) -> list[list[str]]:
    """Return what the model sees of each letter: its neighbours, the word's end, and whether a letter is Arab only."""
    padded = "^" * _PAD + word + "$" * (_PAD + 1)
    arab = str(not _ARAB.isdisjoint(word))
    return [_letter(word, padded, at + _PAD, arab) for at in range(len(word))]


def _letter(word: str, padded: str, at: int, arab: str) -> list[str]:
    one = padded[at]
    left = min(len(word) + _PAD - at, 4)
    return [
        f"0={one}",
        f"-1={padded[at - 1]}{one}",
        f"+1={one}{padded[at + 1]}",
        f"-1+1={padded[at - 1 : at + 2]}",
        f"+2={padded[at : at + 3]}",
        f"-2={padded[at - 2 : at + 1]}",
        f"-2+1={padded[at - 2 : at + 2]}",
        f"-1+2={padded[at - 1 : at + 3]}",
        f"+3={padded[at : at + 4]}",
        f"end={word[-2:]}{one}",
        f"ending={word[-3:]}{left}",
        f"arab={arab}{one}",
        f"arab+1={arab}{one}{padded[at + 1]}",
    ]


@cache
def _model() -> pycrfsuite.Tagger:
    model = pycrfsuite.Tagger()
    with resources.as_file(resources.files("riwaya") / "models" / FILE) as path:
        if not path.is_file():
            raise ConfigurationError(f"models/{FILE}", "romanise", "no such file", "Reinstall riwaya.")
        model.open(str(path))
    return model
