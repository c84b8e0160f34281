"""Who is one party in a story: names that lead to each other in a circle are one, and the search for it ends."""

from __future__ import annotations

import pytest

from riwaya.link.accounts.identity import _bare_noun, _Parties
from riwaya.link.accounts.institutions import institution
from riwaya.link.accounts.voices import Party
from riwaya.link.offices import office


def party(name: str, body: str) -> Party:
    found = institution(body)
    assert found is not None
    return Party(name=name, bodies=(found,))


def test_a_bare_name_that_also_stands_for_the_fuller_body_is_that_body() -> None:
    bare, full = party("الشرطة", "الشرطة"), party("الشرطة", "الشرطة المصرية")
    parties = _Parties([bare, full])
    assert parties.root(bare) == parties.root(full)
    assert parties.name(full) == "الشرطة"


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("كلمته", "كلمة"),
        ("لقائها", "لقاء"),
        ("محادثاته", "محادثات"),
        ("مؤتمره الصحفي", "مؤتمر الصحفي"),
        ("البيان", "بيان"),
    ],
)
def test_an_occasion_is_shown_without_its_pronoun(printed: str, shown: str) -> None:
    assert _bare_noun(printed) == shown


def test_a_state_is_not_called_by_a_title_of_its_president() -> None:
    nation = institution("السعودية")
    assert nation is not None
    titled = Party("الرئيس السعودي", bodies=(nation,), offices=(office("الرئيس السعودي"),))
    state = Party("السعودية", bodies=(nation,))
    assert _Parties([titled, titled, state]).name(titled) == "السعودية"
    assert _Parties([titled]).name(titled) == "الرئيس السعودي"
    named = Party("سالم نوري", bodies=(nation,), offices=(office("الرئيس السعودي"),))
    assert _Parties([named, named, state]).name(named) == "سالم نوري"
