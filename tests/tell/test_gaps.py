from riwaya.model import Annotations, Document, Report, Time
from riwaya.tell.gaps import gaps

from .canal import story


def test_what_is_missing_and_why():
    views = story()
    found = {(gap.kind, gap.why) for gap in gaps(views.reports(), views.failures())}
    assert found == {
        ("not-read", "read: nothing but furniture on the page"),
        ("not-dated", "why.no-date"),
        ("no-outlet", "why.no-outlet"),
        ("not-attributed", "why.several"),
        ("time-unresolved", "no anchor: the report is undated"),
        ("oddity", "decoded as windows-1256"),
    }


def test_two_dates_of_one_day_that_disagree_are_told():
    text = "16 رمضان 1436هـ الموافق 3 يونيو 2015"
    rule = "Hijri and Gregorian date, which disagree by 30 days: the Hijri one is 2015-07-03"
    time = Time(start=0, end=len(text), type="DATE", value="2015-06-03", rule=rule)
    report = Report(
        document=Document(id="d", key="d", doc="d", text=text), annotations=Annotations(doc="d", id="d", times=(time,))
    )
    (gap,) = (one for one in gaps([report], []) if one.kind == "dates-disagree")
    assert (gap.text, gap.why, gap.evidence[0].end) == (text, rule, len(text))
