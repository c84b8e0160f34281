"""Rows of a case folder's story: `expected/VIEW.jsonl` beside its `story.json`; a new case needs no code."""

import json

import pytest

from riwaya.tell.rows import VIEWS, rows

from .canal import CASES, story

EXPECTED = sorted(CASES.glob("*/expected/*.jsonl"))
FIELDS = {
    "stories": "story title from until documents outlets people places",
    "timeline": "story date precision status type what who where first",
    "people": "name romanised romanised_by variants slips countries roles documents",
    "statements": "doc published speaker kind stance mode text occasion chain origin",
    "figures": "what of number relation as_of by series disputed",
    "processes": "process number name date where heads tracks outcome",
    "commitments": "who what by condition status history",
    "accounts": "event date details origins unknown merges",
    "positions": "who matter date stance text shift",
    "sources": "outlet documents own chains unnamed copies",
}


@pytest.mark.parametrize("path", EXPECTED, ids=[f"{path.parent.parent.name}-{path.stem}" for path in EXPECTED])
def test_rows(path):
    expected = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert list(rows(path.stem, story(path.parent.parent.name))) == expected


@pytest.mark.parametrize("view", VIEWS)
def test_every_row_has_the_fields_of_the_design_and_its_evidence(view):
    views = story()
    texts = {report.document.doc: report.document.text for report in views.reports()}
    found = list(rows(view, views))
    assert found
    for row in found:
        assert set(FIELDS.get(view, "").split()) <= set(row)
        for place in row["evidence"]:
            assert set(place) == {"doc", "start", "end"}
            assert 0 <= place["start"] < place["end"] <= len(texts[place["doc"]])


def test_the_words_of_a_statement_are_its_evidence():
    views = story()
    for row in rows("statements", views):
        (place,) = row["evidence"]
        assert views.report(place["doc"]).document.text[place["start"] : place["end"]] == row["text"]


def test_rows_of_one_story_only():
    assert list(rows("timeline", story(), "another")) == []


def test_unknown_view():
    with pytest.raises(KeyError):
        rows("weather", story())


def test_names_are_asked_for_once_and_no_report_is_decoded_for_them(monkeypatch):
    views, asked = story(), []
    names = views.names
    monkeypatch.setattr(views, "names", lambda: asked.append(1) or names())
    monkeypatch.setattr(views, "report", lambda doc: pytest.fail("a whole report for its name"))
    assert list(rows("people", views))
    assert asked == [1]
