"""Statements: every file in tests/cases/annotate/statements is an article with its names and what must be found."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate.sentences import prose
from riwaya.annotate.statements import StatementFinder
from riwaya.model import Document, Frame, Mention, Names, Outlet, Person, RoleMention, Span, Statement

CASES = sorted((Path(__file__).parent.parent / "cases" / "annotate" / "statements").glob("*.toml"))
FINDER = StatementFinder()


def _document(case: dict[str, Any]) -> Document:
    title = case.get("title", "")
    text = f"{title}\n{case['text']}" if title else case["text"]
    credit = re.search(r"^.*_ .*$", text, re.MULTILINE)
    return Document(
        id="1", key="1", doc="1", text=text,
        title=Span(start=0, end=len(title)) if title else None,
        outlet=Outlet(name=case["outlet"], basis="given") if "outlet" in case else None,
        frame=(Frame(start=credit.start(), end=credit.end(), kind="credit"),) if credit else (),
    )  # fmt: skip


def _names(case: dict[str, Any], text: str) -> Names:
    mentions: list[Mention] = []
    people: list[Person] = []

    def mark(form: str, kind: Any, entity: str) -> None:
        for found in re.finditer(rf"\b(?:[وفبل]|لل)?({re.escape(form)})\b", text):
            if not any(m.start < found.end(1) and found.start(1) < m.end for m in mentions):
                mentions.append(Mention(start=found.start(1), end=found.end(1), type=kind, entity=entity))

    for person in case.get("people", []):
        for form in (person["name"], *person.get("forms", ())):
            mark(form, "PER", person["name"])
        roles = tuple(
            RoleMention(start=m.start(), end=m.end(), title=role, person=person["name"])
            for role in person.get("roles", ())
            for m in re.finditer(re.escape(role), text)
        )
        people.append(
            Person(
                name=person["name"],
                roles=tuple(person.get("roles", ())),
                gender=person.get("gender"),
                role_mentions=roles,
            )
        )
    for kind, key in (("LOC", "places"), ("ORG", "organisations")):
        for name in case.get(key, ()):
            mark(name, kind, name)
    return Names(mentions=tuple(sorted(mentions, key=lambda m: m.start)), people=tuple(people))


def _told(statement: Statement, text: str) -> dict[str, Any]:
    return {
        "text": text[statement.start : statement.end],
        "mode": statement.mode,
        "cue": text[statement.cue.start : statement.cue.end],
        "lemma": statement.cue.lemma,
        "stance": statement.cue.stance,
        "speaker": statement.speaker.name if statement.speaker else "",
        "chain": [link.name for link in statement.chain],
        "occasion": statement.occasion.name if statement.occasion else "",
        "quote": statement.quote,
        "parent": statement.parent,
        "candidates": list(statement.candidates),
    }


def _find(text: str, names: Names | None = None) -> tuple[Statement, ...]:
    return FINDER(prose(Document(id="1", key="1", doc="1", text=text)), names or Names(), ())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    document = _document(case)
    found = FINDER(prose(document), _names(case, document.text), ())
    told = [_told(statement, document.text) for statement in found]
    expected = case.get("statements", [])
    assert [t["text"].strip() for t in told] == [e["text"] for e in expected]
    assert [{k: t[k] for k in e if k != "text"} for t, e in zip(told, expected, strict=True)] == [
        {k: v for k, v in e.items() if k != "text"} for e in expected
    ]


SENTENCES = [
    sentence
    for file in sorted((CASES[0].parent / "sentences").glob("*.toml"))
    for sentence in tomllib.loads(file.read_text(encoding="utf-8"))["sentences"]
]
KNOWN: dict[str, Any] = {
    "organisations": ["رويترز", "وزارة الري"],
    "people": [
        {"name": "سالم نوري", "forms": ["نوري"], "roles": ["وزير الري"], "gender": "m"},
        {"name": "ليلى حداد", "forms": ["حداد"], "roles": ["رئيسة المجلس"], "gender": "f"},
    ],
}


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence[0])
def test_sentence(sentence: list[str]) -> None:
    text, *expected = sentence
    told = [_told(s, text) for s in FINDER(prose(_document({"text": text})), _names(KNOWN, text), ())]
    assert [f"{t['speaker']} | {t['text'].strip()} | {' + '.join(t['chain'])}".rstrip() for t in told] == expected


VOCABULARY = """قال قالت أضاف أكد مؤكدا نوري الوزير إن أن بأن إلى على عن بحسب وفق نقلت بيان في مقابلة مع
رويترز السد " « » “ : ، . و كما لم 12 فيه قوله جاء"""
WORDS = st.sampled_from([*re.findall(r"\S+", VOCABULARY), "\n"])


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_offsets_hold(words: list[str]) -> None:
    text = " ".join(words)
    for statement in _find(text):
        assert 0 <= statement.start < statement.end <= len(text)
        assert not text[statement.start].isspace()
        assert 0 <= statement.cue.start < statement.cue.end <= len(text)
        for link in statement.chain:
            assert link.name
        if statement.parent is not None:
            assert statement.parent != _find(text).index(statement)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    _find(text)


@pytest.mark.parametrize("text", ['"' * 10_000, "قال " * 20_000, "قال نوري إن " * 8_000, "« " * 5000 + "قال"])
def test_hostile_text_stays_quick(text: str) -> None:
    assert len(_find(text)) <= len(text)


def test_same_input_same_output() -> None:
    text = "قال الوزير إن السد آمن.\nوأضاف: «نعم»."
    assert _find(text) == StatementFinder()(prose(Document(id="1", key="1", doc="1", text=text)), Names(), ())


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("قال الوزير: «ندعو السكان إلى الهدوء».", "demanding"),
        ("قال الوزير: «أحذر السكان من السد».", "warning"),
        ("قال الوزير: «السد آمن ولن ينهار».", "neutral"),
        ("قال الوزير إنه أقر خطة السد.", "neutral"),
        ("السد اكتمل أمس، بحسب ما أعلنت الوزارة.", "announcing"),
        ("السد سينهار قريبا، على حد زعم الوزير.", "doubting"),
        ("السد سينهار قريبا، بحسب الوزارة.", "neutral"),
        ("أثنى الوزير على صبر السكان.", "praising"),
        ("امتنعت الوزارة عن الرد على أسئلة الصحفيين.", "declining"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert [one.cue.stance for one in _find(text)] == [stance]


def test_a_byline_of_marks_and_hard_spaces_is_no_link() -> None:
    text = "قال الوزير إن الجسر مغلق.\nالنهر – \xa0- سلوان"
    start = text.index("النهر")
    frame = (Frame(start=start, end=len(text), kind="byline"),)
    document = Document(id="1", key="1", doc="1", text=text, frame=frame)
    assert [link.name for one in FINDER(prose(document), Names(), ()) for link in one.chain] == []
