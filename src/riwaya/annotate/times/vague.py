"""Spans and dates that no number tells: ``فترة قصيرة``, ``قبل أيام``, ``منذ آلاف السنين``."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.times.beside import beside, exactly
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.annotate.times.spans import iso, length
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

_TAILS = frozenset(map(fold, ("قليلة", "معدودة", "فقط")))


def span(match: Match, reader: Reader) -> list[Found]:
    """``فترة قصيرة``: PXX."""
    return [Found(match.start, match.end, "PXX", None, None, "vague span", "DURATION")]


def some_ago(match: Match, reader: Reader) -> list[Found]:
    """``قبل أيام``, ``منذ سنوات``: PAST_REF; before what follows (``قبل أيام من الاقتراع``) a vague duration."""
    size = length(match)
    if size is None:
        return []
    words, last = reader.words, match.units[-1].last
    inner = match.units[1]
    if last < len(words) and exactly("spanafter", words[last]):
        return []  # قبل أيام المهرجان
    end = match.units[-2].end if match.units[-1].cat == "tail" else match.end
    if match.cat("dir") == "before" and _is_anchored(words, last):
        return [Found(inner.start, end, iso(*size), None, None, "span before what follows", "DURATION")]
    return [Found(match.start, end, "PAST_REF", None, None, "some time ago", "DATE")]


def _is_anchored(words: Sequence[Token], last: int) -> bool:
    """Say whether the span precedes what follows: ``قبل أيام من``, ``قبل أيام على انطلاق``; not ``على بلدة``."""
    if last < len(words) and words[last].key in _TAILS:
        last += 1
    if last + 1 >= len(words):
        return False
    return words[last].key == "من" or (words[last].key == "علي" and beside("aheadof", words[last + 1]))
