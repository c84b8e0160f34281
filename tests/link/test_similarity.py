"""Points of reports, which must not know in what order the reports came."""

from __future__ import annotations

from riwaya.link.digest import Digest, digest
from riwaya.link.similarity import Point, points
from riwaya.link.terms import Vocabulary
from riwaya.model import Report

from .made import case, made


def spread(reports: list[Report]) -> list[Point]:
    vocabulary = Vocabulary()
    digests: list[Digest] = [digest(report, vocabulary) for report in reports]
    return points(sorted(digests, key=lambda one: one.key), vocabulary)


def test_words_are_numbered_by_the_alphabet_not_by_arrival() -> None:
    reports = [made(report) for report in case("talks")["reports"]]
    found, other = spread(reports), spread(reports[::-1])
    assert [list(point.vector.items()) for point in found] == [list(point.vector.items()) for point in other]
    assert any(point.vector for point in found)
