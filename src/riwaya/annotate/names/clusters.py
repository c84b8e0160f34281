"""Word clusters: which words stand in the same places in the news (``training/word_clusters.py``).

A word that the labelled data never shows (a new minister's surname) still shares its cluster with words that it does.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import NamedTuple

import zstandard

from riwaya.errors import ConfigurationError

FILE = "names-clusters.tsv.zst"


class Word(NamedTuple):
    """A word of the news: its cluster among 64, 512 and 2000, and how often it was seen there."""

    coarse: str
    middle: str
    fine: str
    seen: int


@cache
def clusters() -> dict[str, Word]:
    """Return folded word → clusters and count. Raises ConfigurationError where the packaged file is missing."""
    file = resources.files("riwaya") / "models" / FILE
    try:
        raw = file.read_bytes()
    except FileNotFoundError as missing:
        raise ConfigurationError(f"models/{FILE}", "names", "no such file", "Reinstall riwaya.") from missing
    words: dict[str, Word] = {}
    for line in zstandard.ZstdDecompressor().decompress(raw).decode().splitlines():
        word, coarse, middle, fine, count = line.split("\t")
        words[word] = Word(coarse, middle, fine, int(count))
    return words
