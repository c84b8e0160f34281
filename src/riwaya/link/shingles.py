"""Shingles: runs of eight words, as numbers, by which copied text is found.

Words inside direct quotations are left out: two papers that print one sentence of a speech have one origin, but
neither has copied the other.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

from msgspec import Struct

from riwaya.arabic.tokens import Token
from riwaya.model import Sentence, Statement

WIDTH = 8
_BASE = 1_000_003
_MODULUS = (1 << 61) - 1
_KEPT = (1 << 32) - 1  # bits of a code that are kept: two runs in four thousand million fall together
_OLDEST = pow(_BASE, WIDTH, _MODULUS)


class Shingles(Struct, frozen=True):
    """``codes[i]`` is the run of words from offset ``starts[i]`` to ``ends[i]``; ``words`` in all."""

    codes: array[int]
    starts: array[int]
    ends: array[int]
    words: int


NONE = Shingles(array("I"), array("H"), array("H"), 0)


@lru_cache(maxsize=1 << 17)
def _code(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=7).digest(), "big")


def shingles(sentences: Sequence[tuple[Sentence, list[Token]]], statements: Sequence[Statement]) -> Shingles:
    """Return the shingles of a report's body, outside headline and direct quotations, over sentence borders."""
    wide = "I" if sentences and sentences[-1][0].end >= 1 << 16 else "H"
    codes, starts, ends = array("I"), array(wide), array(wide)
    total = 0
    for run in _runs(sentences, statements):
        total += len(run)
        keys = [_code(token.key) for token in run]
        code = 0
        for at, key in enumerate(keys):
            code = (code * _BASE + key - (keys[at - WIDTH] * _OLDEST if at >= WIDTH else 0)) % _MODULUS
            if at >= WIDTH - 1:
                codes.append(code & _KEPT)
                starts.append(run[at - WIDTH + 1].start)
                ends.append(run[at].end)
    return Shingles(codes[:], starts[:], ends[:], total)  # copies take no more room than they need


def _runs(sentences: Sequence[tuple[Sentence, list[Token]]], statements: Sequence[Statement]) -> Iterator[list[Token]]:
    quoted = sorted((one.start, one.end) for one in statements if one.mode == "direct")
    run: list[Token] = []
    at = 0
    for sentence, found in sentences:
        if sentence.paragraph < 0:
            continue
        for token in found:
            while at < len(quoted) and quoted[at][1] <= token.start:
                at += 1
            if at < len(quoted) and quoted[at][0] <= token.start:
                if run:
                    yield run
                run = []
            elif token.kind != "punct":
                run.append(token)
    if run:
        yield run
