"""What a person ruled of who is who, applied to what link found: cases as data, in any order of reports and rulings."""

from __future__ import annotations

from typing import Any

import hypothesis
import pytest
from hypothesis import settings
from hypothesis import strategies as st

from riwaya.link.digest import fingerprint
from riwaya.link.links import link
from riwaya.model import Anchor, Citation, Judgement, Links, Report, Verdict

from .made import CASES, case, made

ALL = sorted(path.stem for path in (CASES / "rulings").glob("*.json"))


def anchor(told: str, texts: dict[str, str]) -> Anchor:
    """Return ``NAME``, ``NAME~REPORT``, ``NAME@REPORT`` (only there) or ``NAME@*`` (everywhere).

    ``KEY=REPORT`` is a report's text under another key.
    """
    if told.endswith("@*"):
        return Anchor(name=told[:-2], names=(told[:-2],), everywhere=True)
    name, only, where = told.partition("@") if "@" in told else told.partition("~")
    key, _, doc = where.partition("=")
    cited = Citation(key=key, doc=key, print=fingerprint(texts[doc]) if doc else "")
    return Anchor(name=name, names=(name,), reports=(cited,) if key else (), only=only == "@")


def rulings(one: dict[str, Any]) -> list[Judgement]:
    texts = {report["doc"]: f"{report['title']}\n{report['text']}" for report in one["reports"]}
    return [
        Judgement(
            id=str(number),
            kind="person",
            verdict=row["verdict"],
            left=anchor(row["left"], texts),
            right=anchor(row["right"], texts),
            by="هدى",
            at=row.get("at", f"2031-02-01T00:00:0{number}Z"),
        )
        for number, row in enumerate(one["rulings"])
    ]


def read(name: str) -> tuple[dict[str, Any], list[Report], list[Judgement]]:
    one = case(f"rulings/{name}")
    return one, [made(report) for report in one["reports"]], rulings(one)


def people(found: Links) -> list[tuple[str, list[str]]]:
    return sorted((e.name, sorted(e.documents)) for e in found.entities if e.type == "person")


@pytest.mark.parametrize("name", ALL)
def test_people_are_as_ruled(name: str) -> None:
    one, reports, given = read(name)
    found = link(reports, given)
    expected = one["expected"]
    assert people(found) == sorted((key.partition("#")[0], sorted(docs)) for key, docs in expected["people"].items())
    assert people(found) != people(link(reports))
    assert [told.effect for told in found.outcomes] == expected["outcomes"]
    for key, variants in expected.get("variants", {}).items():
        assert {e.name: list(e.variants) for e in found.entities}[key] == variants
    if "against" in expected:
        assert [list(map(int, told.against)) for told in found.outcomes] == expected["against"]


@pytest.mark.parametrize("name", ALL)
def test_neither_the_order_of_reports_nor_that_of_rulings_matters(name: str) -> None:
    _, reports, given = read(name)
    found = link(reports, given)
    assert found == link(reversed(reports), given) == link(reports[1:] + reports[:1], given[::-1])


@pytest.mark.parametrize("name", ALL)
def test_ids_are_of_one_entity_each(name: str) -> None:
    _, reports, given = read(name)
    found = link(reports, given)
    ids = {one.id for one in found.entities}
    assert len(ids) == len(found.entities)
    assert {at for told in found.outcomes for at in (told.left, told.right) if at} <= ids


def test_an_entity_bears_the_mark_of_what_was_ruled_of_it() -> None:
    _, reports, given = read("namesakes")
    marks = {one.documents: one.rulings for one in link(reports, given).entities if one.type == "person"}
    assert {len(found) for found in marks.values()} == {1}
    mark = marks["m1", "m2", "m3"][0]
    assert (mark.verdict, mark.by, mark.left, mark.left_in) == ("different", "هدى", "رياض المنصوري", "m1")


def test_places_and_organisations_are_ruled_too() -> None:
    report = {
        "doc": "a",
        "published": "2031-01-01",
        "title": "ميناء جديد",
        "text": "افتتحت هيئة الموانئ رصيفا في مدينة الصخيرة، وقالت سلطة المرافئ إن الرصيف في الصخرة الصغيرة يعمل.",
        "organisations": ["هيئة الموانئ", "سلطة المرافئ"],
        "places": ["الصخيرة", "الصخرة الصغيرة"],
    }
    pairs: list[tuple[Any, Verdict, str, str]] = [
        ("organisation", "same", "هيئة الموانئ", "سلطة المرافئ"),
        ("place", "same", "الصخيرة", "الصخرة الصغيرة"),
        ("place", "renamed", "الصخيرة", "مدينة الصخيرة"),
    ]
    given = [
        Judgement(
            id=str(at), kind=kind, verdict=verdict, left=anchor(left, {}), right=anchor(right, {}), by="هدى", at=f"{at}"
        )
        for at, (kind, verdict, left, right) in enumerate(pairs)
    ]
    found = link([made(report)], given)
    assert {told.effect for told in found.outcomes} == {"in-effect"}
    assert len(found.entities) == 2
    assert "مدينة الصخيرة" in {one.name for one in found.entities}


def test_a_ruling_on_a_person_leaves_a_place_of_that_name_alone() -> None:
    _, reports, given = read("renamed")
    towns = {
        "doc": "t",
        "published": "2031-01-09",
        "title": "قرية",
        "text": "في رياض المنصوري قرية.",
        "places": ["رياض المنصوري"],
    }
    found = link([*reports, made(towns)], given)
    assert [(e.type, e.rulings) for e in found.entities if e.name == "رياض المنصوري"] == [("place", ())]


# ── any rulings at all ──────────────────────────────────────────────────────────────────────────────────────────

CROWD = [
    made(one | {"doc": f"{name}-{one['doc']}"})
    for name in ("namesakes", "chain", "everywhere")
    for one in case(f"rulings/{name}")["reports"]
]
SPOTS = [(report.document.key, person.name) for report in CROWD for person in report.annotations.people]
PAIRS = st.tuples(st.sampled_from(["same", "different"]), st.sampled_from(SPOTS), st.sampled_from(SPOTS))


def given_at(number: int, verdict: Verdict, left: tuple[str, str], right: tuple[str, str]) -> Judgement:
    one, other = (anchor(f"{name}@{key}", {}) for key, name in (left, right))
    return Judgement(
        id=f"r{number}", kind="person", verdict=verdict, left=one, right=other, by="هدى", at=f"2031-01-{number + 1:02}"
    )


@settings(max_examples=60, deadline=None)
@hypothesis.given(st.lists(PAIRS, min_size=1, max_size=7), st.randoms(use_true_random=False))
def test_whatever_is_ruled_what_is_in_effect_holds(told: list[Any], shuffle: Any) -> None:
    rulings = [given_at(number, *one) for number, one in enumerate(told) if one[1] != one[2]]
    found = link(CROWD, rulings)
    shuffled = shuffle.sample(CROWD, len(CROWD))
    assert found == link(shuffled, shuffle.sample(rulings, len(rulings)))
    people = [one for one in found.entities if one.type == "person"]
    assert sorted(doc for one in people for doc in one.documents) == sorted(key for key, _ in SPOTS)
    where = {doc: one.id for one in people for doc in one.documents}
    effects = {one.judgement: one for one in found.outcomes}
    for ruling, (verdict, left, right) in zip(rulings, [one for one in told if one[1] != one[2]], strict=True):
        outcome = effects[ruling.id]
        if outcome.effect == "in-effect":
            assert (where[left[0]] == where[right[0]]) == (verdict == "same")
        else:
            assert (verdict, outcome.effect) == ("same", "contradicted")
            assert any(other.verdict == "different" for other in rulings if other.id in outcome.against)
            holding = [one for one in rulings if one.id in (ruling.id, *outcome.against)]
            assert any(one.effect == "contradicted" for one in link(CROWD, holding).outcomes), "these alone cannot hold"
