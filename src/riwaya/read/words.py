"""Content words of a stretch of text, roughly stemmed: enough to tell whether two paragraphs speak of one matter."""

from __future__ import annotations

import re
from functools import cache

from riwaya.arabic.letters import LETTERS
from riwaya.lexicon import table
from riwaya.read.lines import folded

_WORD = re.compile(rf"[{LETTERS}A-Za-z]{{3,}}")
_PREFIX = re.compile("^(?:وال|بال|كال|فال|ولل|وب|وت|لل|ال|و(?=...))")
_SUFFIX = re.compile("(?:(?<=...)(?:ات|ون|ين|يه|تها|ها|هم|ان|ا|ه|ت|ي))$")


def content(text: str) -> frozenset[str]:
    """Return the rough stems of the words that say what ``text`` is about: its matter."""
    return frozenset(_stem(word) for word in _WORD.findall(folded(text)) if word not in _empty())


def _stem(word: str) -> str:
    return _SUFFIX.sub("", _PREFIX.sub("", word))


def shared(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return which share of the words of ``part`` stands in ``whole`` too; 0 where ``part`` has none."""
    return len(part & whole) / len(part) if part else 0.0


@cache
def _empty() -> frozenset[str]:
    return frozenset(folded(row["word"]) for row in table("empty_words"))
