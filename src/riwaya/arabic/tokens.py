"""Tokens: words, numbers, web addresses and punctuation with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from riwaya.arabic.letters import DIACRITICS, DIGITS, INVISIBLE, LETTERS, TATWEEL, fold, plain

Kind = Literal["word", "number", "latin", "url", "punct"]


class Token(Struct, frozen=True, gc=False):
    """A token: offsets, the text as printed, its normalised ``form`` and its folded ``key`` for comparison."""

    start: int
    end: int
    text: str
    form: str
    key: str
    kind: Kind


_MARKS = DIACRITICS + TATWEEL
_TOKEN = re.compile(
    rf"(?P<url>(?:https?://|www\.)[^\s<>\"«»“”،؛]+)"
    rf"|(?P<number>[{DIGITS}]+(?:[{INVISIBLE}]*[.,٫٬][{INVISIBLE}]*[{DIGITS}]+)*)"
    rf"|(?P<word>[{LETTERS}][{LETTERS}{_MARKS}]*(?:[{INVISIBLE}]+[{LETTERS}{_MARKS}]+)*)"
    r"|(?P<latin>[^\W\d_\u0600-\u06ff\ufb50-\ufeff]+(?:['’.-][^\W\d_\u0600-\u06ff\ufb50-\ufeff]+)*)"
    rf"|(?P<punct>[^\s{INVISIBLE}])"
)


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of ``text[start:end]`` with offsets into ``text``: ``يونيو2020`` is two tokens."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        word = match.group()
        form = plain(word) or word  # a sign that is all mark (a lone ligature of blessing) stays itself: no empty keys
        yield Token(
            match.start(), match.end(), word, form, (fold(word) or word) if kind == "word" else form.lower(), kind
        )
