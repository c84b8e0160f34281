"""The cue lexicon: at least four hundred cues, each with a legal stance, government and flags, none without a form."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from riwaya.annotate.statements.cues import Cues, surface
from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.model import Stance

ROWS = table("cues")
CUES = [row for row in ROWS if row["kind"] != "never"]
KINDS = {"verb", "participle", "noun", "passive", "attribution", "never"}
PREPOSITIONS = {"ila", "ala", "an", "min", "bi", "fi"}
GOVERNS = {
    "that", "object", "object-any", "object-said", "object-quote", "an-unnamed", "as", "relay",
    "declined", "fi-document", "posted", "long-quote", "quote", "addressee-any", *PREPOSITIONS,
    *(f"{one}-that" for one in PREPOSITIONS), *(f"addressee-{one}" for one in PREPOSITIONS),
}  # fmt: skip
FLAGS = {
    "core", "goes-on", "strict", "free", "addressee", "transitive", "past", "participle-only", "past-feminine", "known",
    "learnt", "paused",
}  # fmt: skip
ATTRIBUTION = {"source", "source-l", "source-an", "source-ila", "clause", "clause-aside", "words"}


def test_four_hundred() -> None:
    assert len(CUES) >= 400
    kinds = Counter(row["kind"] for row in CUES)
    assert min(kinds["verb"], kinds["noun"]) > 50
    assert min(kinds["participle"], kinds["attribution"]) > 20


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['lemma']} {row['kind']}")
def test_row(row: dict[str, str]) -> None:
    assert row["kind"] in KINDS
    assert set(row["flags"].split()) <= FLAGS
    if row["kind"] == "never":
        return
    assert row["stance"] in get_args(Stance)
    assert set(row["governs"].split()) <= (ATTRIBUTION if row["kind"] == "attribution" else GOVERNS)
    assert row["governs"], "a cue that brings no content in"


def test_no_row_twice() -> None:
    seen = Counter((row["lemma"], row["kind"], row["governs"]) for row in CUES)
    assert [row for row, times in seen.items() if times > 1] == []


def test_every_row_has_a_form_of_its_own() -> None:
    never = {fold(row["lemma"]) for row in ROWS if row["kind"] == "never"}
    taken: set[str] = set()
    for row in CUES:
        if row["kind"] == "attribution":
            continue
        forms = {key for key, _, _ in surface(row)}
        assert forms - never - taken, f"{row['lemma']}: every form belongs to an earlier row or is no cue"
        taken |= forms


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("واكدت", "أكد"), ("موكدا", "أكد"), ("تصريحاته", "تصريحات"), ("افيد", "أفيد"), ("واصفا", "وصف"), ("اثني", "أثنى")],
)
def test_forms(form: str, lemma: str) -> None:
    found = Cues().get(form)
    assert found is not None
    assert found.lemma == lemma


@pytest.mark.parametrize("form", ["نادي", "مدينه", "طالبان", "مدونه", "جميع", "تشديدي"])
def test_no_cues(form: str) -> None:
    assert Cues().get(form) is None
