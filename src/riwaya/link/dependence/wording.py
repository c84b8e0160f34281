"""A report's wording: its words as numbers with their offsets, by which copied text is found.

Each word carries marks: whether it stands in a direct quotation (two papers that print one sentence of a speech have
one origin, but neither copied the other), and whether it only names, titles or honours somebody.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from hashlib import blake2b

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table
from riwaya.link.packed import Numbers
from riwaya.model import Mention, Sentence, Statement

QUOTED, NAMING = 1, 2
LEAST_QUOTED, MOST_QUOTED = 6, 150  # words between quotation marks that are a quotation
_NAMES = frozenset(("PER", "TITLE"))
_OPENING = frozenset('«"“”„')
_CLOSING = frozenset('»"”“')


class Wording(Struct, frozen=True):
    """The words of a report's body: their codes, their offsets, and ``QUOTED`` and ``NAMING`` as marks."""

    codes: Numbers
    starts: Numbers
    ends: Numbers
    marks: bytes


NONE = Wording(array("I"), array("H"), array("H"), b"")


@lru_cache(maxsize=1 << 17)
def _code(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=4).digest(), "big")


def wording(
    sentences: Sequence[tuple[Sentence, list[Token]]], statements: Sequence[Statement], mentions: Sequence[Mention]
) -> Wording:
    """Return the words of a report's body, headline and punctuation left out, over sentence borders.

    Misses: quotations without marks that the statements stage takes for the outlet's own words.
    """
    found = [token for sentence, tokens in sentences if sentence.paragraph >= 0 for token in tokens]
    words = [token for token in found if token.kind != "punct"]
    wide = "I" if words and words[-1].end >= 1 << 16 else "H"
    spoken = [(one.start, one.end) for one in statements if one.mode == "direct"]
    quoted = _within(words, sorted([*spoken, *_marked(found)]))
    naming = _within(words, sorted((one.start, one.end) for one in mentions if one.type in _NAMES))
    formulas = _formulas([token.key for token in words])
    return Wording(
        array("I", [_code(token.key) for token in words]),
        array(wide, [token.start for token in words]),
        array(wide, [token.end for token in words]),
        bytes(
            QUOTED * in_quote + NAMING * (name or formula)
            for in_quote, name, formula in zip(quoted, naming, formulas, strict=True)
        ),
    )


def _marked(found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between quotation marks that hold more words than a name: ``«لن نغادر قبل الموعد»``."""
    opened, words = -1, 0
    for token in found:
        if token.kind != "punct":
            words += 1
        elif token.text in _CLOSING and opened >= 0:
            if LEAST_QUOTED <= words <= MOST_QUOTED:
                yield opened, token.start
            opened = -1
        elif token.text in _OPENING:
            opened, words = token.end, 0


def _within(words: Sequence[Token], spans: Sequence[tuple[int, int]]) -> Iterator[bool]:
    """Yield for each word whether it begins in one of the spans, which come in text order."""
    at, reach = 0, 0
    for token in words:
        while at < len(spans) and spans[at][0] <= token.start:
            reach = max(reach, spans[at][1])
            at += 1
        yield token.start < reach


def _formulas(keys: Sequence[str]) -> list[bool]:
    """Return which words stand in an honorific or other formula: ``صاحب السمو الملكي الأمير`` (HRH Prince)."""
    known, longest = _known()
    inside = [False] * len(keys)
    for at, key in enumerate(keys):
        if key in longest:
            for length in range(min(longest[key], len(keys) - at), 0, -1):
                if tuple(keys[at : at + length]) in known:
                    inside[at : at + length] = [True] * length
                    break
    return inside


@cache
def _known() -> tuple[frozenset[tuple[str, ...]], dict[str, int]]:
    phrases = frozenset(tuple(fold(word) for word in row["words"].split()) for row in table("formulas"))
    longest: dict[str, int] = {}
    for phrase in phrases:
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return phrases, longest
