"""Which passages tell one claim, and the account of a small story."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from riwaya.link.accounts.accounts import accounts
from riwaya.link.accounts.known import KnownOrigins
from riwaya.link.who import Who
from riwaya.model import Account, Report, Story

from .made import report

NOBODY = Who([], {})


def of(story: Story, reports: Sequence[Report]) -> tuple[Account, ...]:
    return accounts(story, reports, NOBODY, KnownOrigins(reports, NOBODY), (), ())


def told(*texts: str, day: str = "2021-03-04") -> tuple[Account, ...]:
    """Return the accounts of a story of invented reports."""
    reports = [report(text, f"doc{at}", day) for at, text in enumerate(texts)]
    story = Story(id="story", title="", documents=tuple(one.document.id for one in reports))
    return of(story, reports)


BRIDGE = "قال ناجي الحلواني إن جسر بندر القديم انهار بسبب فيضان نهر الرمان وإن خمسة عمال أصيبوا بجروح."
BRIDGE_TOO = "أعلن ناجي الحلواني أن جسر بندر القديم انهار جراء فيضان نهر الرمان وأصيب خمسة عمال بجروح."
HARVEST = "أعلنت وزارة الزراعة أن محصول القمح في سهلان ارتفع هذا الموسم بفضل الأمطار الغزيرة."


def test_two_reports_of_one_claim_are_one_account_of_one_origin() -> None:
    found = [one for one in told(BRIDGE, BRIDGE_TOO, HARVEST) if len(one.witnesses) > 1]
    (account,) = found
    assert {one.doc for one in account.witnesses} == {"doc0", "doc1"}
    assert account.origins == 1
    assert [one.reason for one in account.merges] == ["one-origin"]


def test_reports_weeks_apart_tell_two_claims() -> None:
    early, late = report(BRIDGE, "early", "2021-01-01"), report(BRIDGE_TOO, "late", "2021-03-04")
    found = of(Story(id="story", title=""), [early, late])
    assert all(len(one.witnesses) == 1 for one in found)


LORRIES = (
    "قال ناجي الحلواني إن جسر بندر القديم لن يفتح أمام الشاحنات قبل نهاية أعمال الترميم التي تأخرت بسبب نقص الفولاذ."
)
LORRIES_TOO = "وأوضح ناجي الحلواني أن الشاحنات لن تعبر جسر بندر القديم ما دام الفولاذ اللازم لإصلاحه غير متوفر."


def _together(*texts: str) -> bool:
    return any(len({witness.doc for witness in one.witnesses}) > 1 for one in told(*texts))


def test_two_reports_of_one_voice_need_share_fewer_words() -> None:
    assert _together(LORRIES, LORRIES_TOO)
    assert not _together(LORRIES, LORRIES_TOO.replace("ناجي الحلواني", "سلمى الدرعاوي"))


SENTENCED = "قضت محكمة في بندر بسجن ناجي الحلواني عشر سنوات في قضية أموال ميناء الرمان."
SENTENCED_TOO = (
    "حكمت محكمة في بندر على مدير الميناء السابق ناجي الحلواني بالسجن بعد محاكمة استمرت شهرين وشهد فيها عشرات العمال."
)


def test_one_event_told_in_other_words_is_one_account() -> None:
    assert _together(SENTENCED, SENTENCED_TOO)


def test_first_paragraphs_that_name_others_tell_two_events() -> None:
    other = SENTENCED_TOO.replace("ناجي الحلواني", "سلمى الدرعاوي").replace("بندر", "وادان")
    assert not _together(SENTENCED, other)


CONDEMNED = "أدان ناجي الحلواني قصف ميناء بندر القديم بالصواريخ فجر الأحد وما خلفه من قتلى."
SAID = "قال ناجي الحلواني إن قصف ميناء بندر القديم بالصواريخ فجر الأحد خلف عشرة قتلى."


@pytest.mark.parametrize(("told", "one_claim"), [(CONDEMNED, False), (SAID, True)])
def test_who_condemns_with_another_attests_to_none_of_his_words(told: str, one_claim: bool) -> None:
    assert (
        _together(told, told.replace("أدان ناجي الحلواني", "أدان فؤاد منصور").replace("قال ناجي", "قال فؤاد"))
        == one_claim
    )
    assert _together(told, told + " وانتهى البيان.")


def test_the_order_of_reports_changes_nothing() -> None:
    reports = [report(text, f"doc{at}") for at, text in enumerate((BRIDGE, BRIDGE_TOO, HARVEST))]
    story = Story(id="story", title="")
    there, back = of(story, reports), of(story, reports[::-1])
    assert {(one.origins, frozenset(w.doc for w in one.witnesses)) for one in there} == {
        (one.origins, frozenset(w.doc for w in one.witnesses)) for one in back
    }


def test_a_claim_of_unnamed_sources_alone_says_so() -> None:
    first = "قالت مصادر أمنية إن مستودع الذخيرة في بندر انفجر فجر اليوم وإن سبعة جنود قتلوا."
    second = "ذكرت مصادر محلية أن مستودع الذخيرة في بندر انفجر فجر اليوم وقتل سبعة جنود."
    account = max(told(first, second), key=lambda one: len(one.witnesses))
    assert account.origins == 0
    assert account.unknown == len(account.witnesses) == 2
    assert "only-unnamed" in account.cautions


def test_what_one_says_and_another_denies_is_at_odds() -> None:
    first = "قال ناجي الحلواني إن حكومة سهلان وافقت على تمديد اتفاق الحدود مع وادان حتى الصيف."
    second = "نفت سلمى الدرعاوي أن تكون حكومة سهلان وافقت على تمديد اتفاق الحدود مع وادان حتى الصيف."
    account = max(told(first, second), key=lambda one: len(one.witnesses))
    disputed = [one for one in account.details if one.disputed]
    assert [one.kind for one in disputed] == ["polarity"]
    assert account.origins == 1  # who denies it is none
