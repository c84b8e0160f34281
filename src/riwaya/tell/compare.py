"""Two versions of one report side by side: which lines stayed, went or came, and which words within a line changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from riwaya.model import Document
from riwaya.tell.pieces import printable

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_LONGEST = 40_000
_MOST_LINES = 800
_MOST_WORDS = 500
_AHEAD = 20
_LIKE = 0.3


class Run(Struct, frozen=True):
    """Words of a line; ``changed`` where the other version has not got them."""

    text: str
    changed: bool = False


class Change(Struct, frozen=True):
    """A line of both versions beside each other; a side that has no such line is empty."""

    old: tuple[Run, ...] = ()
    new: tuple[Run, ...] = ()

    @property
    def same(self) -> bool:
        """Whether the line is in both versions, word for word."""
        return self.old == self.new


def changes(old: Document, new: Document) -> list[Change]:
    """Return the two texts line by line: ``فتحت بوابة`` and ``فتحت بوابتان`` (a gate, two gates) differ in a word.

    Misses: lines that only moved are told as gone and come; beyond 40,000 characters nothing is compared.
    """
    left, right = _lines(old.text), _lines(new.text)
    found: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Change((Run(line),), (Run(line),)) for line in left[a:b]]
        else:
            found += _replaced(left[a:b], right[c:d])
    return found


def _lines(text: str) -> list[str]:
    return [line.strip() for line in printable(text[:_LONGEST]).splitlines() if line.strip()][:_MOST_LINES]


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Set each line beside the next one that is like it; lines without one stand alone."""
    at = 0
    for line in old:
        window = range(at, min(at + _AHEAD, len(new)))
        best = max(window, key=lambda place: (_likeness(line, new[place]), -place), default=None)
        if best is None or _likeness(line, new[best]) < _LIKE:
            yield Change((Run(line, True),), ())
            continue
        yield from (Change((), (Run(came, True),)) for came in new[at:best])
        yield _words(line, new[best])
        at = best + 1
    yield from (Change((), (Run(came, True),)) for came in new[at:])


def _likeness(left: str, right: str) -> float:
    """Return the share of words that two lines have in common."""
    one, other = set(left.split()), set(right.split())
    return len(one & other) / max(len(one | other), 1)


def _words(old: str, new: str) -> Change:
    left, right = _WORD.findall(old), _WORD.findall(new)
    if max(len(left), len(right)) > _MOST_WORDS:
        return Change((Run(old, True),), (Run(new, True),))
    before: list[Run] = []
    after: list[Run] = []
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        before += _run(left[a:b], tag != "equal")
        after += _run(right[c:d], tag != "equal")
    return Change(tuple(before), tuple(after))


def _run(words: Sequence[str], changed: bool) -> list[Run]:
    return [Run("".join(words), changed)] if words else []
