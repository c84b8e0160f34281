"""Whether quality/timeline.py counts as Martschat and Markert define it: two days, worked out by hand."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


def _load() -> ModuleType:
    path = Path(__file__).parents[1] / "quality/timeline.py"
    spec = importlib.util.spec_from_file_location("quality_timeline", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MEASURE = _load()
GOLD = {"2031-05-01": "افتتح الوزير الجسر", "2031-05-09": "انهار الجسر"}


def test_the_same_timeline_is_all_right() -> None:
    assert MEASURE.aligned(GOLD, GOLD, 1) == (1.0, 1.0, 1.0)
    assert MEASURE.date_f1(GOLD, GOLD) == (1.0, 1.0, 1.0)


def test_a_day_off_counts_half() -> None:
    ours = {"2031-05-02": "افتتح الوزير الجسر"}
    precision, recall, _ = MEASURE.aligned(ours, GOLD, 1)
    # precision: 3 of 3 words, each half; recall: 3 halves of the first day, 1 word of the second over 8 days
    assert precision == pytest.approx(0.5)
    assert recall == pytest.approx((3 / 2 + 1 / 8) / 5)


def test_two_words() -> None:
    assert MEASURE.aligned({"2031-05-01": "افتتح الجسر"}, GOLD, 2)[2] == 0.0


def test_days() -> None:
    precision, recall, both = MEASURE.date_f1({"2031-05-01", "2031-05-03"}, GOLD)
    assert (precision, recall, both) == (0.5, 0.5, 0.5)


def test_lines_of_one_day_are_told_together_and_coarse_ones_left_out() -> None:
    assert MEASURE.by_day([("2031-05-01", "أ"), ("2031-05-01TEV", "ب"), ("2031-05", "ج")]) == {"2031-05-01": "أ . ب"}
