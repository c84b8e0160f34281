"""Rules of times in both languages: every rule that the cases of the time stage meet has its words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from riwaya.annotate.sentences import prose
from riwaya.annotate.times import TimeTagger
from riwaya.model import Document, Published
from riwaya.tell.reckoning import reckoning

CASES = Path(__file__).parents[1] / "cases/annotate/times"
MARK = re.compile(r"\[([^\[\]|]+)\|[^\]]+\]")
LATIN = re.compile(r"[A-Za-z]{2}")


def rules() -> list[str]:
    tagger, found = TimeTagger(), set()
    for file in sorted(CASES.glob("*.txt")):
        published = None
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("published:"):
                value = line.removeprefix("published:").strip()
                published = Published(value=value, basis="given") if value else None
            elif line and not line.startswith("#"):
                text = prose(Document(id="i", key="k", doc="d", text=MARK.sub(r"\1", line)))
                found.update(time.rule for time in tagger(text, published))
    return sorted(found)


@pytest.mark.parametrize("rule", rules())
def test_every_rule_has_arabic_words(rule: str) -> None:
    said = reckoning(rule)
    assert said.ar
    assert not LATIN.search(said.ar), said.ar


def test_numbers_and_dates_are_filled_in() -> None:
    said = reckoning("Hijri and Gregorian date, which disagree by 30 days: the Gregorian one is 2015-06-03")
    assert "30" in said.ar
    assert "2015-06-03" in said.ar
    assert said.en.endswith("which disagree by 30 days: the Gregorian one is 2015-06-03")


def test_a_part_without_words_stays_as_it_is() -> None:
    assert reckoning("date, by hand").ar.endswith("by hand")
