"""The table of an account: witnesses by origin, disputed details first, both sides of a contradiction at hand."""

from msgspec.structs import replace

from riwaya.model import Cell, Detail
from riwaya.tell.account import reasons, relayed, tabled
from riwaya.tell.chains import drawing

from .canal import story


def silos():
    return story("silos").accounts()


def words(place):
    views = story("silos")
    return views.report(place.doc).document.text[place.start : place.end]


def test_witnesses_of_one_origin_stand_together_and_the_unknown_last():
    groups = tabled(silos()[0]).groups
    assert [group.members for group in groups] == [(0, 1, 2, 3), (5, 7), (6,), (4,)]
    assert [group.number for group in groups] == [1, 2, None, None]
    assert [group.folded for group in groups] == [True, True, False, False]


def test_few_witnesses_are_not_folded():
    few = replace(silos()[0], witnesses=silos()[0].witnesses[:4], details=())
    assert not any(group.folded for group in tabled(few).groups)


def test_disputed_details_come_first():
    assert [row.detail.kind for row in tabled(silos()[0]).rows] == ["number", "headline", "date"]


def test_a_cell_has_the_words_of_the_other_side():
    row = tabled(silos()[0]).rows[0]
    said, denied = row.groups[0].cells[0], row.groups[1].cells[0]
    assert (said.verdict, words(said.evidence), words(said.against)) == ("says", "12 شخصا", "20 شخصا")
    assert (denied.verdict, words(denied.evidence), words(denied.against)) == ("contradicts", "17 شخصا", "12 شخصا")


def test_a_folded_column_shows_its_gravest_cell_and_how_many_have_it():
    (_, mayor, *_rest) = tabled(silos()[0]).rows[0].groups
    assert (mayor.whole.verdict, mayor.number) == ("contradicts", 2)


def test_a_cell_without_words_is_shown_as_lacking():
    bare = Detail(kind="number", what="المصابون", cells=(Cell(witness=0, verdict="says", value="12"),))
    assert tabled(replace(silos()[0], details=(bare,))).rows == ()


def test_the_other_party_is_named():
    assert relayed(silos()[0]) is None
    assert relayed(silos()[1]).origin == "مكتب رئيس حكومة مرجانة"


def test_reasons_of_the_same_reports_are_one_sentence():
    first = silos()[0]
    again = replace(first.merges[0], reason="one-owner")
    told = reasons(replace(first, merges=(*first.merges, again)))
    assert [one.reasons for one in told] == [("one-origin", "one-owner"), ("copied",), ("one-occasion",)]


def test_who_says_something_else_has_no_number_and_is_marked():
    one = silos()[0]
    aside = [
        replace(witness, group=None if at in (5, 7) else 1, near=at in (5, 7)) if witness.origin else witness
        for at, witness in enumerate(one.witnesses)
    ]
    other = replace(one, witnesses=tuple(aside), origins=1)
    groups = tabled(other).groups
    assert [(group.number, group.near) for group in groups if group.origin][:2] == [(1, False), (None, True)]
    assert other.near == {one.witnesses[5].origin}
    assert [node.near for node in drawing(other).known.nodes if node.role == "origin"].count(True) == 1
