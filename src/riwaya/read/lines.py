"""Lines of a text, as the layout sees them: stripped of spaces and marks that nobody sees, with their offsets."""

from __future__ import annotations

import re

from msgspec import Struct

from riwaya.arabic.letters import DIGITS, LETTERS, fold

_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_INVISIBLE = (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)
_EDGE = " \t\u00a0\u2007\u2009\u202f\u3000" + "".join(map(chr, _INVISIBLE))
_WORD = re.compile(rf"[{LETTERS}{DIGITS}A-Za-z]+")
_CLOSED = re.compile(r"[.؟?!…]\s*[\"'”»“)\]]*\s*$|[.؟?!…\"”»]$")
_LONGEST_KEY = 2000


class Line(Struct, frozen=True, gc=False):
    """A line with something on it; ``key`` is its folded beginning, ``closed`` says that it ends like a sentence."""

    start: int
    end: int
    text: str
    key: str
    words: int
    closed: bool
    gap: bool


def lines(text: str) -> list[Line]:
    """Return the lines of ``text`` that are not empty, in order, without the white space around them."""
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        bare = raw.lstrip(_EDGE)
        start = match.end() - len(bare)
        bare = bare.rstrip(_EDGE)
        if bare:
            gap = text.count("\n", last, match.start()) > 1 or bool(text[last : match.start()].strip("\r\n"))
            found.append(_line(start, bare, gap))
            last = match.end()
    return found


def _line(start: int, bare: str, gap: bool) -> Line:
    head = bare[:_LONGEST_KEY]
    closed = _CLOSED.search(bare[-12:]) is not None
    return Line(start, start + len(bare), bare, folded(head), len(_WORD.findall(head)), closed, gap)


def folded(text: str) -> str:
    """Return the comparison key of a stretch of text; unlike ``fold`` it doesn't fill the cache that is for words."""
    return fold.__wrapped__(text)


def squeezed(text: str) -> str:
    """Return the folded letters and digits of ``text`` and nothing else: what two prints of one line have in common."""
    return spelled(folded(text))


def spelled(key: str) -> str:
    """Return the letters and digits of a text that is folded already, such as a line's key."""
    return "".join(_WORD.findall(key))
