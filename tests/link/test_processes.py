"""Processes and commitments of invented stories, from the text on: `cases/link/processes/NAME.json`.

Of each expected instance or commitment the fields that stand in the case are compared, all in their order; of a history
the changes with their dates.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from msgspec import to_builtins

from riwaya.link.digest import digest
from riwaya.link.links import link
from riwaya.link.processes.joining import processes
from riwaya.model import Annotations, Commitment, Document, Instance, Links, Outlet, Published, Report, Span
from riwaya.pipeline import Pipeline

from .made import CASES

ALL = sorted(path.stem for path in (CASES / "processes").glob("*.json"))


@cache
def case(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((CASES / "processes" / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


@cache
def pipeline() -> Pipeline:
    return Pipeline()


def read(one: dict[str, str]) -> Report:
    """Return a report as the pipeline annotates it: the first line is its title, ``given`` its day."""
    document = Document(
        id=one["doc"],
        key=one["doc"],
        doc=one["doc"],
        text=one["text"],
        title=Span(start=0, end=one["text"].index("\n")),
        outlet=Outlet(name=one["outlet"], basis="given"),
        given=one["given"],
        published=Published(value=one["given"], basis="given"),
    )
    record = pipeline().annotate(document)
    assert isinstance(record, Annotations)
    return Report(document=document, annotations=record)


@cache
def reports(name: str) -> tuple[Report, ...]:
    return tuple(read(one) for one in case(name)["reports"])


@cache
def linked(name: str) -> Links:
    return link(reports(name))


@pytest.mark.parametrize("name", ALL)
def test_processes(name: str) -> None:
    found = [to_builtins(one) for one in linked(name).processes]
    expected = case(name)["processes"]
    assert [one["number"] for one in found] == [one["number"] for one in expected]
    for one, wanted in zip(found, expected, strict=True):
        assert {key: list(one[key]) if isinstance(one[key], tuple) else one[key] for key in wanted} == wanted


@pytest.mark.parametrize("name", ALL)
def test_commitments(name: str) -> None:
    found = linked(name).commitments
    expected = case(name)["commitments"]
    assert len(found) == len(expected), [(one.who, one.what) for one in found]
    for one, wanted in zip(found, expected, strict=True):
        told = to_builtins(one) | {"history": [f"{turn.change} {turn.date}" for turn in one.history]}
        assert {key: list(told[key]) if isinstance(told[key], tuple) else told[key] for key in wanted} == wanted


@pytest.mark.parametrize("name", ALL)
def test_the_order_of_reports_does_not_matter(name: str) -> None:
    forth, back = linked(name), link(reversed(reports(name)))
    assert (forth.processes, forth.commitments) == (back.processes, back.commitments)


@pytest.mark.parametrize("name", ALL)
def test_evidence_lies_in_its_report(name: str) -> None:
    texts = {one.document.id: one.document.text for one in reports(name)}
    found = linked(name)
    every: list[Instance | Commitment] = [*found.processes, *found.commitments]
    assert all(one.evidence for one in every)
    for one in every:
        assert all(0 <= each.start < each.end <= len(texts[each.doc]) for each in one.evidence)
    for commitment in found.commitments:
        for turn in commitment.history:
            words = " ".join(texts[turn.evidence.doc][turn.evidence.start : turn.evidence.end].split())
            assert words.startswith(turn.text[:40])


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (  # a hashtag, a common council, the names of its two sides
            (
                "مجلس التنسيق\nعقد الاجتماع الأول لمجلس #التنسيق_السعودي_الإماراتي في جدة.",
                "مجلس التنسيق\nوقعت المذكرات في الاجتماع الأول لمجلس التنسيق المشترك بجدة.",
            ),
            [("مجلس التنسيق السعودي الإماراتي", 1)],
        ),
        (  # titles before the parties, and none
            (
                "قمة ثانية\nتجري محادثات لعقد قمة ثانية بين الرئيسين الأمريكي دونالد ترامب والروسي فلاديمير بوتين.",
                "قمة ثانية\nيجري الإعداد لقمة ثانية بين الرئيس الأمريكي دونالد ترامب ونظيره الروسي فلاديمير بوتين.",
            ),
            [("قمة بين الرئيس الأمريكي دونالد ترامب ونظيره الروسي فلاديمير بوتين", 2)],
        ),
        (  # a high number is of one series in a story
            (
                "القمة\nتستضيف الظهران القمة العربية الـ29 اليوم.",
                "القمة\nأطلق الملك اسم قمة القدس على القمة العادية الـ29 في الظهران.",
            ),
            [("القمة العربية", 29)],
        ),
    ],
)
def test_one_series_under_several_names(texts: tuple[str, ...], expected: list[tuple[str, int]]) -> None:
    told = [
        read({"doc": f"d{at}", "outlet": "المرفأ", "given": "2018-06-07", "text": text})
        for at, text in enumerate(texts)
    ]
    digests = [digest(one) for one in told]
    found = processes("s", range(len(digests)), digests, {})
    assert [(one.process, one.number) for one in found] == expected


def test_what_is_to_come_is_planned() -> None:
    text = "الانتخابات\nأظهرت النتائج أن البلاد اتجهت إلى إجراء جولة ثانية من الانتخابات الرئاسية في 12 أغسطس المقبل."
    found = processes("s", [0], [digest(read({"doc": "d", "outlet": "o", "given": "2018-07-30", "text": text}))], {})
    assert [(one.number, one.date, one.status) for one in found] == [(2, "2018-08-12", "planned")]


def test_a_round_of_years_ago_is_dated_by_its_year() -> None:
    text = "الانتخابات\nوأجريت الانتخابات الرئاسية في مايو 2012، وتنافس فيها عشرة مرشحين في جولتها الأولى."
    found = processes("s", [0], [digest(read({"doc": "d", "outlet": "o", "given": "2018-03-21", "text": text}))], {})
    assert [(one.number, one.date, one.status) for one in found] == [(1, "2012", "done")]
