"""One place in two quarters of a country: ``مطار بندر، شرق سهلان``, ``مطار بندر في غرب سهلان``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.link.accounts.contradictions.difference import Difference
from riwaya.link.accounts.contradictions.told import Told, told
from riwaya.link.accounts.passages import Reader
from riwaya.link.terms import stem
from riwaya.link.who import Who

_QUARTER = r"(شمال|جنوب|شرق|غرب)ي?"
_WHERE = re.compile(
    rf"(?:\s+ال\w+)?\s*[،,]?\s*(?:في|ب|الواقعة في|الواقع في|الواقعة|الواقع)?\s*{_QUARTER}\s+(?:ال)?(?:{_QUARTER}\s+)?"
    r"(?:من\s+)?((?:العاصمة|محافظة|مدينة|إقليم|ولاية)\s+)?#?(\w+)"
)
_OPPOSITE = {"شمال": "جنوب", "جنوب": "شمال", "شرق": "غرب", "غرب": "شرق"}
_FAR = 80  # letters behind a place in which its quarter stands
_MOST = 400  # places with a quarter that are compared in one story


class Placed(Struct, frozen=True):
    """A place with the quarter of a region in which it lies, as a report tells it."""

    place: str
    region: str
    quarter: frozenset[str]
    reader: Reader
    start: int
    end: int


def quarters(readers: Sequence[Reader], who: Who) -> Iterator[tuple[Told, Told, Difference]]:
    """Yield where two reports put one place into opposite quarters of one region.

    ``شمال غرب`` and ``غرب`` agree. Misses: a place that one of them leaves unnamed.
    """
    found = [one for reader in readers for one in _placed(reader, who)][:_MOST]
    seen: set[tuple[str, str, str]] = set()
    for left, right in combinations(found, 2):
        one_place = left.place == right.place and left.region == right.region
        docs = sorted({left.reader.report.document.id, right.reader.report.document.id})
        if not one_place or len(docs) < 2 or (left.place, docs[0], docs[1]) in seen:
            continue
        if any(_OPPOSITE[one] in right.quarter for one in left.quarter):
            seen.add((left.place, docs[0], docs[1]))
            spans = (left.start, left.end), (right.start, right.end)
            sides = told(left.reader, *spans[0]), told(right.reader, *spans[1])
            yield *sides, Difference("place", *spans, "quarter")


def _placed(reader: Reader, who: Who) -> Iterator[Placed]:
    text, doc = reader.report.document.text, reader.report.document.id
    for one in reader.report.annotations.mentions:
        if one.type == "LOC" and (found := _WHERE.match(text, one.end, one.end + _FAR)) is not None:
            quarter = frozenset(word for word in found.group(1, 2) if word)
            region = stem(fold(found.group(4)))
            yield Placed(who(doc, one.entity), region, quarter, reader, one.start, found.end())
