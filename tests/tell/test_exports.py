"""Exports of the invented canal story: FollowTheMoney by its schema, CoNLL by the text, CSV by the rows."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest

from riwaya.tell.exports import FORMATS, Wanted
from riwaya.tell.exports.bodies import body
from riwaya.tell.exports.csv import _cell
from riwaya.tell.exports.posts import Post, post, use
from riwaya.tell.rows import rows

from .canal import CASES, story

ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
Schema = dict[str, dict[str, tuple[str, str, bool]]]


def schema() -> Schema:
    found: Schema = {}
    for line in (CASES / "ftm-schema.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, prop, kind, range_, required = line.split("\t")
            found.setdefault(name, {})[prop] = (kind, range_, bool(required))
    return found


def exported(form: str, **wanted: Any) -> list[str]:
    return list(FORMATS[form](story(), Wanted(**wanted)))


@pytest.fixture(scope="module")
def entities() -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported("ftm")]


def test_ftm_entities_keep_to_the_schema(entities: list[dict[str, Any]]) -> None:
    known, of = schema(), {one["id"]: one["schema"] for one in entities}
    assert len(of) == len(entities)
    for one in entities:
        assert one.keys() == {"id", "schema", "properties"}
        properties = known[one["schema"]]
        assert {name for name, (_, _, required) in properties.items() if required} <= one["properties"].keys()
        for name, values in one["properties"].items():
            kind, range_, _ = properties[name]
            assert values
            assert all(isinstance(value, str) and value.strip() for value in values)
            assert kind != "date" or all(ISO.fullmatch(value) for value in values)
            assert kind != "country" or all(re.fullmatch("[a-z]{2}", value) for value in values)
            assert kind != "entity" or all(of[value] in range_.split(";") for value in values)
            assert kind != "url" or all(value.startswith("http") for value in values)


def test_ftm_has_a_person_with_its_names_post_and_dates(entities: list[dict[str, Any]]) -> None:
    person = next(one for one in entities if one["properties"].get("name") == ["نادر الصفواني"])
    assert person["schema"] == "Person"
    assert person["properties"]["weakAlias"] == [
        "الصفواني",
        "نادر الصفوانى",
        "Nadir al-Safwani",
    ]  # surname, slip, guess
    assert person["properties"]["country"] == ["iq", "eg"]
    (held,) = [one for one in entities if one["properties"].get("holder") == [person["id"]]]
    assert held["properties"]["startDate"] == ["2020-05-03"]
    assert held["properties"]["endDate"] == ["2020-06-10"]
    assert "not of a term of office" in held["properties"]["description"][0]
    (seat,) = [one for one in entities if one["id"] == held["properties"]["post"][0]]
    assert seat["properties"]["name"] == ["وزير المياه"]


def test_a_listed_latin_name_is_an_alias(entities: list[dict[str, Any]]) -> None:
    person = next(one for one in entities if one["properties"].get("name") == ["ليلى بنت عاصم"])
    assert person["properties"]["alias"] == ["Layla bint Asim"]


def test_ftm_sets_no_topic_and_exports_no_text(entities: list[dict[str, Any]]) -> None:
    assert not any({"topics", "bodyText", "nationality"} & one["properties"].keys() for one in entities)


def test_every_mention_is_of_an_article(entities: list[dict[str, Any]]) -> None:
    mentions = [one for one in entities if one["schema"] == "Mention"]
    assert {one["properties"]["name"][0] for one in mentions} >= {"نادر الصفواني", "نادر الصفوانى", "سنابل"}
    assert {one["properties"]["resolved"][0] for one in mentions} <= {one["id"] for one in entities}


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_same_reports_the_same_lines(form: str) -> None:
    assert exported(form) == exported(form)


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - {"webannotation", "prov"}))
def test_no_reports_no_lines(form: str) -> None:
    assert exported(form, story="no such story") == []


@pytest.mark.parametrize(
    ("title", "of", "expected"),
    [
        ("وزير الخارجية العراقي", "العراق", Post("وزير الخارجية العراقي", False)),
        ("وزير الخارجية السابق", None, Post("وزير الخارجية", True)),
        ("رئيسة مجلس النواب", None, Post("رئيسة مجلس النواب", False)),
        ("الوزير", None, None),
        ("الرئيس", "العراق", Post("الرئيس", False)),
        ("المحلل السياسي", None, None),
        ("المتهم الرئيسي", None, None),
        ("", None, None),
    ],
)
def test_post(title: str, of: str | None, expected: Post | None) -> None:
    assert post(title, of) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("المحلل السياسي", "profession"),
        ("اللواء ركن", "title"),
        ("المتهم", ""),
        ("إرهابي", ""),
        ("شقيق", ""),
        ("وزير", ""),
    ],
)
def test_what_a_report_accuses_of_is_no_profession(title: str, expected: str) -> None:
    assert use(title) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("وزارة الخارجية العراقية", ("PublicBody", "IQ")),
        ("الكرملين", ("PublicBody", "RU")),
        ("أرامكو", ("Company", "")),
        ("شركة الينابيع", ("Company", "")),
        ("حركة النهضة", ("Organization", "TN")),
        ("لجنة الصداقة في فرنسا", ("Organization", "")),
        ("سنابل", ("Organization", "")),
    ],
)
def test_body(name: str, expected: tuple[str, str]) -> None:
    assert body(name) == expected


def test_conll_tokens_are_the_text_and_names_begin_and_go_on() -> None:
    texts = {report.document.doc: report.document.text for report in story().reports()}
    text, tags = "", []
    for line in exported("conll"):
        if line.startswith("# doc = "):
            text = texts[line.removeprefix("# doc = ")]
        elif line:
            token, start, end, tag = line.split("\t")
            assert text[int(start) : int(end)] == token
            tags.append((token, tag))
    assert ("نادر", "B-PER") in tags
    assert tags[tags.index(("نادر", "B-PER")) + 1] == ("الصفواني", "I-PER")
    assert {tag for _, tag in tags} <= {"O", *(f"{edge}-{kind}" for edge in "BI" for kind in ("PER", "ORG", "LOC"))}


@pytest.mark.parametrize("view", ["people", "statements", "sources", "article", "gaps"])
def test_csv_has_the_fields_and_rows_of_the_view(view: str) -> None:
    lines = exported("csv", view=view)
    table = list(csv.DictReader(io.StringIO("\r\n".join(lines), newline="")))
    expected = list(rows(view, story()))
    assert [list(row) for row in table[:1]] == [list(expected[0])]
    assert len(table) == len(expected)


def test_no_cell_is_a_formula() -> None:
    assert [_cell(f"{mark}1+1")[:2] for mark in "=+-@＝\t\r\n"] == [f"'{mark}" for mark in "=+-@＝\t\r\n"]
    assert _cell(-3) == "-3"
    assert _cell(["أ", "ب"]) == "أ; ب"
    assert _cell(None) == ""
