"""What changed between two versions of one article, as spans of both texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from riwaya.model import Document, Span

LARGEST = 2_000
"""Paragraphs, or words of changed paragraphs, beyond which a stretch is shown as changed whole, not word by word."""

_PARAGRAPH = re.compile(r"[^\n]*\n?")
_WORD = re.compile(r"\S+\s*")


class Change(Struct, frozen=True, kw_only=True):
    """A stretch of the old text that became a stretch of the new one; an empty span where words came or went."""

    kind: Literal["added", "removed", "changed"]
    old: Span
    new: Span


class Comparison(Struct, frozen=True, kw_only=True):
    """Two versions of one article beside each other, and what changed in the order of the text."""

    old: Document
    new: Document
    changes: tuple[Change, ...]


def compare(old: Document, new: Document) -> Comparison:
    """Return what changed from ``old`` to ``new``: ``قُتل 14`` → ``قُتل 17`` is one change of one word.

    Paragraphs are paired first, then words within the paragraphs that differ.
    """
    changes = []
    for left, right in _differing(_spans(_PARAGRAPH, old.text), _spans(_PARAGRAPH, new.text), old.text, new.text):
        words = (_spans(_WORD, old.text, left), _spans(_WORD, new.text, right))
        changes += [_change(*pair, old.text, new.text) for pair in _differing(*words, old.text, new.text)]
    return Comparison(old=old, new=new, changes=tuple(changes))


def _spans(piece: re.Pattern[str], text: str, inside: Span | None = None) -> list[Span]:
    start, end = (inside.start, inside.end) if inside else (0, len(text))
    found = [Span(start=m.start(), end=m.end()) for m in piece.finditer(text, start, end) if m.end() > m.start()]
    return found or [Span(start=start, end=start)]


def _differing(left: Sequence[Span], right: Sequence[Span], old: str, new: str) -> Iterator[tuple[Span, Span]]:
    """Yield the stretches in which two rows of pieces differ, by the pieces' words."""
    a = [old[span.start : span.end].strip() for span in left]
    b = [new[span.start : span.end].strip() for span in right]
    head = _alike(a, b)
    tail = _alike(a[head:][::-1], b[head:][::-1])
    if len(a) - head - tail > LARGEST or len(b) - head - tail > LARGEST:
        yield _stretch(left, head, len(a) - tail), _stretch(right, head, len(b) - tail)
        return
    matcher = SequenceMatcher(None, a[head : len(a) - tail], b[head : len(b) - tail], autojunk=False)
    for tag, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if tag != "equal":
            yield _stretch(left, head + a_from, head + a_to), _stretch(right, head + b_from, head + b_to)


def _alike(a: Sequence[str], b: Sequence[str]) -> int:
    for count, (one, other) in enumerate(zip(a, b, strict=False)):
        if one != other:
            return count
    return min(len(a), len(b))


def _stretch(pieces: Sequence[Span], first: int, last: int) -> Span:
    if first < last:
        return Span(start=pieces[first].start, end=pieces[last - 1].end)
    at = pieces[first].start if first < len(pieces) else pieces[-1].end
    return Span(start=at, end=at)


def _change(old: Span, new: Span, before: str, after: str) -> Change:
    old, new = _trimmed(old, before), _trimmed(new, after)
    kind: Literal["added", "removed", "changed"] = "changed"
    if old.start == old.end or new.start == new.end:
        kind = "added" if old.start == old.end else "removed"
    return Change(kind=kind, old=old, new=new)


def _trimmed(span: Span, text: str) -> Span:
    return Span(start=span.start, end=span.start + len(text[span.start : span.end].rstrip()))
