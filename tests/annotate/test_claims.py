"""What statements claim: each file in tests/cases/annotate/claims holds one mark, positives and traps.

The content stands in ⟦ ⟧, the text's first word is the cue. What a case does not name must not be found.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate.sentences import prose
from riwaya.annotate.statements import claimed
from riwaya.annotate.statements.held import held
from riwaya.annotate.times import TimeTagger
from riwaya.model import Claim, Cue, Document, Figure, Mention, Names, Published, Span, Speaker, Statement

FOLDER = Path(__file__).parent.parent / "cases" / "annotate" / "claims"
TIMES = TimeTagger()
CASES = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.toml"))
    for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"])
]


def _claim(case: dict[str, Any]) -> tuple[str, Claim]:
    before, content, after = case["text"].replace("⟧", "⟦").split("⟦")
    text = before + content + after
    words = prose(Document(id="1", key="1", doc="1", text=text))
    published = Published(value=case.get("published", "2020-05-10"), basis="given")
    speaker = Speaker(name=case["speaker"], kind=case.get("kind", "person")) if "speaker" in case else None
    mentions = (
        Mention(start=text.index(printed), end=text.index(printed) + len(printed), type=kind, entity=entity)
        for kind, printed, entity in case.get("mentions", ())
    )
    statement = Statement(
        start=len(before),
        end=len(before) + len(content),
        mode=case.get("mode", "indirect"),
        cue=Cue(start=0, end=len(text.split()[0].rstrip(":")), lemma="قال", stance=case.get("stance", "neutral")),
        speaker=speaker,
    )
    names = Names(mentions=tuple(sorted(mentions, key=lambda one: (one.start, one.end))))
    return text, claimed(words, (statement,), TIMES(words, published), (), names, published)[0].claim


def _told(text: str, claim: Claim) -> dict[str, Any]:
    def words(span: Span | None) -> str:
        return text[span.start : span.end] if span else ""

    return {
        "negated": claim.negated,
        "modality": claim.modality or "",
        "future": claim.future or "",
        "marks": [words(span) for span in claim.marks],
        "condition": words(claim.condition),
        "deadline": words(claim.deadline),
        "until": (claim.deadline.until or "") if claim.deadline else "",
    }


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    told = _told(*_claim(case))
    wanted = {key: case.get(key, type(value)()) for key, value in told.items()}
    if "marks" not in case:
        told.pop("marks")
        wanted.pop("marks")
    assert told == wanted


def _said(start: int, end: int, parent: int | None = None) -> Statement:
    return Statement(
        start=start, end=end, mode="indirect", cue=Cue(start=0, end=1, lemma="", stance="neutral"), parent=parent
    )


def test_what_a_nested_statement_holds_is_its_own() -> None:
    statements = (_said(10, 60), _said(30, 50, 0), _said(70, 90))
    items = [Figure(start=at, end=at + 5, number=1, relation="exactly", counted="") for at in (2, 12, 32, 47, 75, 88)]
    assert held(statements, items) == [(1, 3), (2,), (4,)]


def test_equal_contents_share_nothing_out() -> None:
    assert held((_said(0, 9), _said(0, 9)), [Span(start=1, end=2)]) == [(0,), ()]


@pytest.mark.parametrize("word", ["إلى أن ", "إذا لن لا ", "حتى انتهاء ", "على "])
def test_long_contents_take_time_in_proportion(word: str) -> None:
    spent = []
    for size in (2_000, 16_000):
        text = word * size
        read = prose(Document(id="1", key="1", doc="1", text=text))
        start = process_time()
        claimed(read, (_said(3, len(text)),), (), (), Names())
        spent.append(process_time() - start)
    assert spent[1] < 40 * max(spent[0], 0.002)


VOCABULARY = """قال إن إذا لن لا لم ليس على أن ألا إلا بعد يجب قد ربما من المتوقع سنعود حتى نهاية العام قبل غير في حال
ما لم ؟ ، . " ( و"""
WORDS = st.sampled_from(re.findall(r"\S+", VOCABULARY))


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=30), st.data())
def test_any_words_make_a_claim_within_the_content(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    read = prose(Document(id="1", key="1", doc="1", text=text))
    published = Published(value="2020-05-10", basis="given")
    claim = claimed(read, (_said(start, end),), TIMES(read, published), (), Names(), published)[0].claim
    first = max((token.start for token in read.tokens if token.start <= start), default=0)
    last = max((token.end for token in read.tokens if token.start < end), default=0)
    for span in (*claim.marks, claim.condition, claim.deadline):
        assert span is None or first <= span.start < span.end <= last
