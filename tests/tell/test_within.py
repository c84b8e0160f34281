"""Who is who of all stories, as one story has it."""

from __future__ import annotations

from riwaya.model import Conflict, Entity, Evidence, Story, Tenure
from riwaya.model.entity import MOST_EVIDENCE
from riwaya.tell.within import within


def _at(*docs: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(doc=doc, start=0, end=4) for doc in docs)


def _person(**more: object) -> Entity:
    return Entity(id="p1", type="person", name="سليم القاطعي", **more)  # type: ignore[arg-type]


CANAL = Story(id="s1", title="القناة", documents=("a", "b"))


def test_a_report_of_another_story_is_not_counted() -> None:
    (one,) = within([_person(documents=("a", "x", "b"), evidence=_at("a", "x", "b"))], CANAL)
    assert one.documents == ("a", "b")
    assert one.evidence == _at("a", "b")


def test_a_title_that_only_another_story_gives_is_left_out() -> None:
    here = Tenure(title="وزير النقل", evidence=_at("x", "a"))
    elsewhere = Tenure(title="رئيس النادي", evidence=_at("x"))
    (one,) = within([_person(documents=("a", "x"), roles=(here, elsewhere))], CANAL)
    assert [(role.title, role.evidence) for role in one.roles] == [("وزير النقل", _at("a"))]


def test_a_title_of_more_reports_than_are_kept_stays() -> None:
    usual = Tenure(title="وزير النقل", evidence=_at("x") * MOST_EVIDENCE)
    (one,) = within([_person(documents=("a", "x"), roles=(usual,))], CANAL)
    assert [role.title for role in one.roles] == ["وزير النقل"]


def test_a_conflict_needs_both_sides_in_the_story() -> None:
    both = Conflict(title="وزير", other="سفير", evidence=_at("a"), against=_at("b"))
    half = Conflict(title="وزير", other="قائد", evidence=_at("x"), against=_at("b"))
    (one,) = within([_person(documents=("a", "x"), conflicts=(both, half))], CANAL)
    assert one.conflicts == (both,)


def test_those_in_most_reports_of_the_story_come_first() -> None:
    known = Entity(id="p2", type="person", name="هالة المرهون", documents=("a", "x", "y", "z"))
    here = _person(documents=("a", "b"))
    assert [one.name for one in within([known, here], CANAL)] == ["سليم القاطعي", "هالة المرهون"]
