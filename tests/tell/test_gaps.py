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
