"""Arabic letters: forms that are one letter to a reader, and marks that are none.

Two levels. *Normalised* text is how a careful printer would set it: no diacritics, tatweel, bidi or zero-width
marks; presentation forms as plain letters; digits as 0-9; NBSP as space. *Folded* text is a key for comparison
only: hamza seats, ى/ي, ة/ه and the spellings of أميركي/أمريكي/أميريكي fall together. The text itself is never changed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

DIACRITICS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
TATWEEL = "\u0640"
LETTERS = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\ufb50-\ufdfb\ufe70-\ufefc"
DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"

_PERSIAN = {"\u06a9": "ك", "\u06cc": "ي", "\u06c1": "ه", "\u06be": "ه", "\u06d5": "ه", "\u0671": "ا"}
_ONE: dict[int, str | None] = {ord(k): v for k, v in _PERSIAN.items()}
_ONE |= {0x0660 + i: str(i) for i in range(10)} | {0x06F0 + i: str(i) for i in range(10)}
_ONE |= {ord("٫"): ".", ord("٬"): ",", 0x00A0: " ", 0x202F: " ", 0x2007: " ", 0x2009: " ", 0x3000: " "}


def _drop(ranges: str) -> dict[int, str | None]:
    return {code: None for code in range(0x110000 >> 4) if re.match(f"[{ranges}]", chr(code))}


_GONE: dict[int, str | None] = dict(_drop(DIACRITICS + INVISIBLE + TATWEEL))
_TABLE: dict[int, str | None] = _ONE | _GONE
_RARE = re.compile(
    f"[{DIACRITICS}{INVISIBLE}{TATWEEL}\u06a9\u06cc\u06c1\u06be\u06d5\u0671٠-٩۰-۹٫٬\u00a0\u202f\u2007\u2009\u3000\ufb50-\ufdff\ufe70-\ufefc]"
)
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_FOLD = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ة": "ه",
        "ؤ": "و",
        "ئ": "ي",
        "ڤ": "ف",
        "پ": "ب",
        "چ": "ج",
        "گ": "ك",
    }
)
_AMERICA = re.compile("امي?ري?ك")


class Normalised:
    """Normalised text with the way back: ``span`` maps its offsets to offsets of the source text."""

    __slots__ = ("_shifts", "_starts", "source_length", "text")

    def __init__(self, text: str, source_length: int, starts: list[int], shifts: list[int]) -> None:
        self.text, self.source_length, self._starts, self._shifts = text, source_length, starts, shifts

    def source(self, offset: int) -> int:
        """Return the source offset of the character at ``offset`` (``len(text)`` gives the source's length)."""
        if offset >= len(self.text):
            return self.source_length
        at = bisect_right(self._starts, offset) - 1
        return offset + self._shifts[at] if at >= 0 else offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of ``[start, end)``: from its first character to just past its last one."""
        if start >= end:
            return self.source(start), self.source(start)
        first, last = self.source(start), self.source(end - 1) + 1
        return first, max(first + 1, last)


def normalise(text: str) -> Normalised:
    """Return ``text`` as a careful printer would set it, with an offset map: ``العــراقُ ٢٠٢١`` → ``العراق 2021``."""
    if not _RARE.search(text):
        return Normalised(text, len(text), [], [])
    out: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    length = shift = 0
    for at, char in enumerate(text):
        new = _plain_char(char)
        if new and at - length != shift:
            shift = at - length
            starts.append(length)
            shifts.append(shift)
        for extra, piece in enumerate(new):
            if extra:  # a ligature: every letter of it maps to the one source character
                shift = at - length
                starts.append(length)
                shifts.append(shift)
            out.append(piece)
            length += 1
    return Normalised("".join(out), len(text), starts, shifts)


@lru_cache(maxsize=4096)
def _plain_char(char: str) -> str:
    if _PRESENTATION.match(char):
        return unicodedata.normalize("NFKC", char).translate(_TABLE).strip()
    return char.translate(_TABLE)


def plain(text: str) -> str:
    """Return normalised text without the offset map: ``فُؤَاد`` → ``فؤاد``."""
    if not _RARE.search(text):
        return text
    if _PRESENTATION.search(text):
        text = "".join(_plain_char(char) for char in text)
    return text.translate(_TABLE)


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """Return the comparison key of a word or name: ``الأميركيّة``, ``الامريكية`` and ``الأميريكية`` share one."""
    key = plain(text).translate(_FOLD)
    return _AMERICA.sub("امريك", key) if "ام" in key else key
