"""The sharpest disputes: at most three, the best attested account first, nothing twice."""

from msgspec.structs import replace

from riwaya.tell.sharpest import sharpest

from .canal import story


def of(name):
    views = story(name)
    return sharpest(views.accounts(), views.figures())


def test_an_account_comes_with_its_sides_the_most_reported_first():
    first = of("silos")[0]
    assert (first.what, first.kind) == ("المصابون", "number")
    assert [(side.value, side.reports) for side in first.sides] == [("12", 4), ("17", 2), ("20", 1)]
    assert [side.by for side in first.sides] == [("بيان (حكومة مرجانة)",), ("الميزان (مقابلة)",), ("مصادر طبية",)]


def test_further_details_of_an_account_follow():
    assert [one.kind for one in of("silos")] == ["number", "headline"]


def test_figures_in_conflict_stand_beside_accounts():
    found = of("canal")
    assert [one.kind for one in found] == ["date", "number"]
    assert [side.value for side in found[1].sides] == ["1,800", "1,500"]


def test_what_only_rises_is_no_dispute():
    series = [replace(one, verdict="rises") for one in story("canal").figures()]
    assert sharpest((), series) == ()


def test_never_more_than_three():
    (one,) = story("canal").figures()
    apart = [
        replace(one, id=str(n), counts=tuple(replace(c, evidence=replace(c.evidence, doc=str(n))) for c in one.counts))
        for n in range(9)
    ]
    assert len(sharpest((), apart)) == 3


def test_the_same_words_are_not_told_twice():
    (one,) = story("canal").figures()
    assert len(sharpest((), [one, replace(one, id="again")])) == 1
