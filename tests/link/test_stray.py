"""What one report alone has, in words that no other shares, is not of a large story."""

from __future__ import annotations

from riwaya.link.likeness import Told, weighed
from riwaya.link.stray import REPORTS, of_the_story

from .test_partial import told

DAM = ("سد", "رمان", "فيضان")
LIRA = ("ليره", "مصرف")


def one(report: int, terms: tuple[str, ...], names: tuple[str, ...] = (), main: bool = False) -> Told:
    return Told(report, None, told("2031-05-04", main=main), (), (), weighed(terms), names=names)


def test_an_aside_is_left_out_of_a_large_story_only() -> None:
    dam = [one(at, DAM) for at in range(3)]
    groups = [dam, [one(3, LIRA)]]
    assert of_the_story(groups, REPORTS) == [dam]
    assert of_the_story(groups, REPORTS - 1) == groups


def test_a_lead_a_shared_name_or_word_stays() -> None:
    dam = [one(at, DAM, ("سامي البدري",)) for at in range(3)]
    for kept in (one(3, LIRA, main=True), one(3, LIRA, ("سامي البدري",)), one(3, (*LIRA, "فيضان"))):
        assert of_the_story([dam, [kept]], REPORTS) == [dam, [kept]]
    assert of_the_story([dam, [one(3, LIRA), one(4, LIRA)]], REPORTS) == [dam, [one(3, LIRA), one(4, LIRA)]]
