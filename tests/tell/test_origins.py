"""What a story's one list of origins says of its statements, and what the head of the page counts."""

from __future__ import annotations

from riwaya.model import Evidence, Origin, SourceProfile
from riwaya.origin import origins
from riwaya.tell.known import Known
from riwaya.tell.line import statement_lines
from riwaya.tell.origins import Origins

from .canal import story


def listed() -> Origins:
    """Return a list in which the first statement of the first report has a name of its own."""
    report = next(iter(story().reports()))
    first = report.annotations.statements[0]
    place = Evidence(doc=report.document.id, start=first.start, end=first.end)
    origin = Origin(name="بيان (وزارة القناة)", voice="وزارة القناة", kind="document", statements=1, evidence=(place,))
    return Origins([SourceProfile(story="one", outlet="صحيفة", origins=(origin,))])


def test_statements_have_the_names_of_the_list_and_no_others() -> None:
    report = next(iter(story().reports()))
    names = listed().names(report)
    assert names[0] == "بيان (وزارة القناة)"
    assert set(names[1:]) == {None}


def test_without_a_list_each_reports_own_names_stand() -> None:
    for report in story().reports():
        assert Origins([]).names(report) == origins(report.annotations.statements, report.document.text)


def test_a_line_tells_who_stands_behind_its_origin() -> None:
    report = next(iter(story().reports()))
    line = statement_lines(report, Known(()), listed())[0]
    assert (line.origin, line.voice) == ("بيان (وزارة القناة)", "وزارة القناة")
