"""Who is who across reports, in which office, and where titles contradict: cases as data, in any order of reports."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from riwaya.link.links import link
from riwaya.model import Entity

from .made import CASES, case, made

ALL = sorted(path.stem for path in (CASES / "people").glob("*.json"))


def found(one: dict[str, Any], kind: str = "person") -> list[Entity]:
    return [entity for entity in link(made(report) for report in one["reports"]).entities if entity.type == kind]


def having(key: str) -> list[str]:
    return [name for name in ALL if key in case(f"people/{name}")["expected"]]


def documents(entities: list[Entity]) -> list[tuple[str, list[str]]]:
    return sorted((entity.name, sorted(entity.documents)) for entity in entities)


@pytest.mark.parametrize("name", having("people"))
def test_people(name: str) -> None:
    one = case(f"people/{name}")
    assert documents(found(one)) == sorted((key, sorted(docs)) for key, docs in one["expected"]["people"].items())


@pytest.mark.parametrize("name", having("bodies"))
def test_bodies(name: str) -> None:
    one = case(f"people/{name}")
    expected = sorted((key, sorted(docs)) for key, docs in one["expected"]["bodies"].items())
    assert documents(found(one, "organisation")) == expected


@pytest.mark.parametrize("name", having("tenures"))
def test_tenures(name: str) -> None:
    one = case(f"people/{name}")
    people = {entity.name: entity for entity in found(one)}
    for person, rows in one["expected"]["tenures"].items():
        assert [[role.title, role.from_, role.until] for role in people[person].roles] == rows


@pytest.mark.parametrize("name", having("conflicts"))
def test_conflicts(name: str) -> None:
    one = case(f"people/{name}")
    told = {
        entity.name: [
            [row.title, row.other, row.holder or None, sorted({place.doc for place in row.evidence})]
            for row in entity.conflicts
        ]
        for entity in found(one)
        if entity.conflicts
    }
    assert told == one["expected"]["conflicts"]


@pytest.mark.parametrize("name", ALL)
def test_the_order_of_reports_changes_nothing(name: str) -> None:
    reports = [made(report) for report in case(f"people/{name}")["reports"]]
    first = link(reports)
    for seed in range(3):
        Random(seed).shuffle(reports)
        assert link(reports) == first
