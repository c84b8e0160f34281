"""Positions as lines over time."""

from __future__ import annotations

from riwaya.model import Evidence, Position
from riwaya.tell.dossier import dossier
from riwaya.tell.tracks import LANES, tracks

from .canal import story


def position(date: str | None, matter: str = "السد") -> Position:
    spot = Evidence(doc="d", start=0, end=5)
    return Position(story="s", who="سهلان", matter=matter, date=date, kind="holds", text="…", evidence=(spot,))


def test_one_line_for_an_actor_and_a_matter() -> None:
    found = tracks([position("2023-01-01"), position("2023-02-01"), position("2023-01-05", "الميناء")])
    assert [(one.matter, len(one.marks)) for one in found] == [("السد", 2), ("الميناء", 1)]


def test_marks_stand_in_order_of_time_and_the_ends_are_named() -> None:
    (one,) = tracks([position("2023-01"), position("2023-01-20"), position("2023-01-21"), position("2023-06-01")])
    places = [mark.at for mark in one.marks]
    assert places == sorted(places)
    assert len(set(places)) == 4
    assert places[3] - places[2] > places[2] - places[1]
    assert (one.first, one.last) == ("2023-01", "2023-06-01")


def test_marks_of_one_day_stand_in_lanes() -> None:
    (one,) = tracks([position("2023-01-01")] * (LANES + 2))
    assert {mark.lane for mark in one.marks} == set(range(LANES))
    assert one.lanes == LANES
    assert one.last is None


def test_what_has_no_date_comes_last() -> None:
    (one,) = tracks([position("2023-01-01"), position("2023-01-09"), position(None)])
    assert one.marks[2].at == max(mark.at for mark in one.marks)


def test_a_line_without_any_date() -> None:
    (one,) = tracks([position(None), position(None)])
    assert (one.first, one.last) == (None, None)


def test_the_canal_has_its_gates() -> None:
    (one,) = tracks(story().positions())
    assert [mark.position.shift for mark in one.marks] == ["first", "softens"]


def test_the_page_shows_both_quotations_where_a_position_moves() -> None:
    text = dossier(story())
    start = text.index('class="tracks')
    section = text[start : text.index("</ol>", start)]
    assert section.count('class="passage"') == 2
    assert "k-commits sh-softens" in section
