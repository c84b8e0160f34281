"""Names: every case's people, with other forms and titles; every offset shows what it says it shows."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate.names import NameTagger
from riwaya.annotate.names.spelling import parts, slip
from riwaya.annotate.sentences import prose
from riwaya.model import Document, Names

DOCS = Path(__file__).parents[2] / "docs/names.md"
CASES = sorted((Path(__file__).parents[1] / "cases/annotate/names").glob("*.txt"))


WORDS = [
    *[
        "قال",
        "وزير",
        "الدفاع",
        "العراقي",
        "هشام",
        "القيسي",
        "،",
        "«",
        "»",
        "بن",
        "عبد",
        "وال",
        "لبغداد",
        "(",
        ")",
        ".",
        "الرئيس",
        "و",
    ]
]


@cache
def tagger() -> NameTagger:
    return NameTagger()


def names(text: str) -> Names:
    return tagger()(prose(Document(id="i", key="k", doc="d", text=text)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_people_of_a_case(case: Path) -> None:
    found = names(case.read_text(encoding="utf-8"))
    got = [f"{p.name}\t{' ; '.join(p.variants)}\t{' ; '.join(p.roles)}" for p in found.people]
    assert got == case.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


def examples() -> dict[str, list[str]]:
    """Return the sentences of the page on names, each with its people and their roles."""
    found: dict[str, list[str]] = {}
    for line in DOCS.read_text(encoding="utf-8").split("```names\n")[1].split("```")[0].splitlines():
        if line.startswith(" "):
            found[list(found)[-1]].append(line.strip())
        else:
            found[line] = []
    return found


@pytest.mark.parametrize(("text", "people"), examples().items())
def test_the_examples_of_the_page_on_names(text: str, people: list[str]) -> None:
    assert [f"{one.name}: {'؛ '.join(one.roles)}" for one in names(text).people] == people


def test_offsets_leave_proclitics_and_titles_out() -> None:
    text = "سلم الرسالة لوزير الدفاع العراقي هشام القيسي ثم عاد. ورحب القيسي بالرسالة.\n"
    found = names(text)
    shown = [(m.type, text[m.start : m.end]) for m in found.mentions if m.entity == "هشام القيسي"]
    assert shown == [("TITLE", "وزير الدفاع العراقي"), ("PER", "هشام القيسي"), ("PER", "القيسي")]
    assert [text[r.start : r.end] for p in found.people for r in p.role_mentions] == ["وزير الدفاع العراقي"]


def test_gender_follows_title_and_given_name() -> None:
    found = names("قالت الوزيرة الفرنسية ماري دوبون إن الرئيس الفرنسي جان مورو وافق.\n")
    assert [(p.name, p.gender) for p in found.people] == [("ماري دوبون", "f"), ("جان مورو", "m")]


def test_places_and_organisations_are_named_with_kind_and_country() -> None:
    found = names("أعلنت الأمم المتحدة أن الوفد وصل إلى بغداد قادما من فرنسا.\n")
    assert [(o.name, o.kind) for o in found.organisations] == [("الأمم المتحدة", "international")]
    assert [(p.name, p.kind, p.country) for p in found.places] == [
        ("بغداد", "city", "العراق"),
        ("فرنسا", "country", "فرنسا"),
    ]


def test_an_empty_report_has_no_names() -> None:
    assert names("\n") == Names()


def test_a_long_line_costs_no_more_than_its_words() -> None:
    assert names("وزير " * 4000).people == ()
    assert len(names("قال وزير الدفاع العراقي هشام القيسي نعم " * 300).people) == 1


def test_slips_are_near_and_of_some_length() -> None:
    assert slip("عقابي", "عقباني")
    assert not slip("علي", "عدي")


def test_parts_bind_abd_and_abu_and_drop_bin() -> None:
    assert parts(("عبد", "الله", "بن", "راشد")) == ("عبدالله", "راشد")
    assert parts(("ابو", "خالد", "القيسي")) == ("ابوخالد", "قيسي")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=40,
    )
)
def test_every_span_is_inside_the_text_and_no_person_is_empty(words: list[str]) -> None:
    text = " ".join(words) + "\n"
    found = names(text)
    assert all(0 <= m.start < m.end <= len(text) and text[m.start : m.end].strip() for m in found.mentions)
    assert all(p.name.strip() for p in found.people)
    assert names(text) == found


def test_and_before_an_article_is_no_part_of_a_place() -> None:
    found = names("تقدم الجيش في بلدتي الصفصاف والقرنفل جنوب حلب ثم عاد إلى بلدة الصفصاف.\n")
    assert not [place.name for place in found.places if place.name.startswith("وال")]
