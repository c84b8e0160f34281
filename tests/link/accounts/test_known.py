"""One list of origins: what the accounts of a story name stands in it, under the names that its sources have."""

from __future__ import annotations

import pytest

from riwaya.link.links import link
from riwaya.model import Links

from .made import report


def linked(*texts: str) -> Links:
    """Return what invented reports say together."""
    return link([report(text, f"doc{at}") for at, text in enumerate(texts)])


def names(links: Links) -> set[str]:
    return {one.name for profile in links.sources for one in profile.origins}


def voices(links: Links) -> set[str]:
    return {one.voice for profile in links.sources for one in profile.origins}


@pytest.mark.parametrize(
    ("texts", "origins", "behind"),
    [
        pytest.param(
            ("قال ناجي الحلواني في تغريدة إن الجسر انهار.", "قال ناجي الحلواني في مؤتمر صحفي إن الجسر انهار."),
            {"تغريدة (ناجي الحلواني)", "مؤتمر صحفي (ناجي الحلواني)"},
            {"ناجي الحلواني"},
            id="a tweet and a press conference are two origins and one voice",
        ),
        pytest.param(
            ("أعلنت وزارة الخارجية المصرية أن السفارة أغلقت.", "قالت الخارجية المصرية إن السفارة أغلقت."),
            {"وزارة الخارجية المصرية"},
            {"وزارة الخارجية المصرية"},
            id="a ministry under two names is one origin",
        ),
        pytest.param(
            ("أعلن الجيش التركي أنه سيطر على التل.", "أعلن الجيش السوري أنه سيطر على التل.", "قال الجيش إنه سيطر."),
            {"الجيش التركي", "الجيش السوري", "الجيش"},
            {"الجيش التركي", "الجيش السوري", "الجيش"},
            id="a bare name beside two armies is neither",
        ),
        pytest.param(
            ("أعلن الجيش التركي أنه سيطر على التل.", "قال الجيش إنه سيطر على التل."),
            {"الجيش التركي", "الجيش"},
            {"الجيش التركي"},
            id="a bare name is the only army that is named",
        ),
        pytest.param(("قالت مصادر أمنية إن الحريق أخمد.",), set(), set(), id="unnamed sources are in no list"),
        pytest.param(("أعلنت السلطات أن الجسر انهار.",), set(), set(), id="the authorities are nobody in particular"),
    ],
)
def test_the_list(texts: tuple[str, ...], origins: set[str], behind: set[str]) -> None:
    links = linked(*texts)
    assert names(links) == origins
    assert voices(links) == behind


def test_every_view_names_the_same_origins() -> None:
    links = linked(
        "قال ناجي الحلواني في تغريدة إن جسر بندر القديم انهار بسبب فيضان نهر الرمان وإن خمسة عمال أصيبوا بجروح.",
        "أعلن ناجي الحلواني أن جسر بندر القديم انهار جراء فيضان نهر الرمان وأصيب خمسة عمال بجروح.",
        "قالت الدفاع الروسية إن خمسة عمال أصيبوا بجروح عندما انهار جسر بندر القديم جراء فيضان نهر الرمان.",
    )
    told = {one.origin for account in links.accounts for one in account.witnesses if one.origin}
    assert told
    assert told <= names(links)
    assert {one.voice for account in links.accounts for one in account.witnesses if one.voice} <= voices(links)
    for profile in links.sources:
        assert profile.chains == {one.name: one.statements for one in profile.origins if one.statements}
        assert profile.statements == sum(profile.chains.values()) + profile.unnamed


def test_the_list_is_one_whatever_the_order_of_reports() -> None:
    texts = ("أعلن الجيش التركي أنه سيطر على التل.", "قال الجيش إنه سيطر على التل.")
    reports = [report(text, f"doc{at}") for at, text in enumerate(texts)]
    assert link(reports).sources == link(reports[::-1]).sources


def test_own_is_what_came_through_nobody() -> None:
    text = (
        "قال ناجي الحلواني إن الجسر انهار، كما نقل عنه المكتب الإعلامي لوزارة المياه. "
        "وقال أعضاء مجلس المدينة إن الطريق أغلق. "
        "وأعلنت وزارة الخارجية المصرية أن السفارة أغلقت. وقالت مصادر أمنية إن الحريق أخمد."
    )
    (profile,) = linked(text).sources
    assert (profile.own, profile.relayed, profile.unnamed, profile.unknown) == (1, 1, 1, 1)


@pytest.mark.parametrize(("occasion", "kind"), [("مقابلة", "interview"), ("الاجتماع", "relay")])
def test_what_a_site_tells_of_a_meeting_is_no_interview(occasion: str, kind: str) -> None:
    (profile,) = linked(f"قال ناجي الحلواني خلال {occasion} إن الجسر انهار، بحسب موقع RT.").sources
    assert [one.kind for one in profile.origins] == [kind]


def test_a_spokesman_speaks_for_a_body_not_through_its_press_office() -> None:
    links = linked(
        "قال المتحدث باسم وزارة المياه المصرية ناجي الحلواني إن الجسر انهار.",
        "أكد المكتب الإعلامي لوزارة المياه المصرية أن الجسر انهار.",
    )
    assert voices(links) == {"وزارة المياه المصرية"}
