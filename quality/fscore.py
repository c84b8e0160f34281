"""Precision, recall and F1 in percent, rounded to a tenth: how the scripts here print a measure."""

from __future__ import annotations

Row = tuple[float, float, float]


def row(right: int, found: int, gold: int) -> Row:
    """Return precision, recall and F1 of counts: 8 right of 10 found and 16 wanted → 80.0, 50.0, 61.5."""
    return percent(right, found), percent(right, gold), percent(2 * right, found + gold)


def percent(part: int, whole: int) -> float:
    return round(100 * part / max(1, whole), 1)
