"""What holds for every text: offsets lie in it, it is never changed, and the same input gives the same document."""

from __future__ import annotations

import io
import random
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riwaya.model import Document, Failure
from riwaya.read import ReadOptions, documents
from riwaya.read.decoding import decode
from riwaya.read.draft import compose
from riwaya.read.furniture import InMemory, asked, keyed, learned, paragraph_keys
from riwaya.read.layout import document
from riwaya.read.lines import lines
from riwaya.read.plain import plain_draft
from riwaya.read.records import json_lines, record_draft

PIECES = st.sampled_from(
    [
        "اقرأ أيضاً: خبر آخر",
        "بغداد (رويترز) - ",
        "أعلنت الوزارة افتتاح مكتبة عامة في حي الزيتون بعد أعمال ترميم استمرت ثلاث سنوات كاملة.",
        "وقالت الوزيرة إن الأبواب ستبقى مفتوحة حتى منتصف الليل طوال أيام الأسبوع.",
        "العربية",
        "12 يونيو 2020",
        "صورة",
        "المصدر: وكالات",
        "https://example.org/",
        "سمات مكتبة",
        "\n",
        "\r\n",
        "\n\n",
        "\u00a0",
        "\u200f",
        " ",
        "-",
        "ـــ",
        "ﻻ",
        "😀",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), min_size=1, max_size=25).map("".join)
WORDS = ("في", "المدينة", "على", "الوزارة", "قال", "إن", "العام", "من", "مكتبة", "التي", "أعلنت", "بعد")
CHECKS = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(folder: Path, text: str) -> Document | Failure:
    path = folder / "a.txt"
    path.write_bytes(text.encode("utf-8", "replace"))
    (found,) = documents([str(path)])
    return found


@CHECKS
@given(text=TEXTS)
def test_offsets_lie_in_the_text_and_the_text_is_the_file(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text)
    if isinstance(found, Failure):
        assert found.reason
        return
    assert found.text == (tmp_path / "a.txt").read_bytes().decode().removeprefix("\ufeff")
    spans = [*found.furniture, *found.frame, *found.headings, *([found.title] if found.title else [])]
    for span in spans:
        assert 0 <= span.start < span.end <= len(found.text)
        assert found.text[span.start : span.end].strip()
    assert read(tmp_path, text) == found


@CHECKS
@given(text=TEXTS)
def test_lines_cover_everything_but_white_space(text: str) -> None:
    found = lines(text)
    assert all(text[line.start : line.end] == line.text for line in found)
    covered = {i for line in found for i in range(line.start, line.end)}
    assert all(
        text[i].isspace() or ord(text[i]) in range(0xAD, 0xFEFF + 1) for i in range(len(text)) if i not in covered
    )


@CHECKS
@given(words=st.lists(st.sampled_from(WORDS), min_size=12, max_size=60))
def test_every_encoding_is_found(words: list[str]) -> None:
    text = " ".join(words)
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso-8859-6"):
        assert decode(text.encode(encoding)).text == text


def test_nul_and_lone_surrogates_never_reach_a_document() -> None:
    record = '{"id": "1", "title": "خبر \\u0000 عاجل", "text": "افتتاح مكتبة في الحي \\ud800 القديم"}'
    draft = plain_draft(
        "خبر\n".encode() + b"\xed\xa0\x80" + "افتتاح مكتبة في الحي القديم".encode(), "k", "d", ReadOptions()
    )
    assert document(draft).text.encode("utf-8")

    for found in json_lines(io.BytesIO(record.encode()), "a", ReadOptions()):
        if isinstance(found, dict):
            text = record_draft(found, "a", "a", ReadOptions()).text
            assert "\0" not in text
            assert text.encode("utf-8")


def batch() -> list[Document]:
    bodies = [f"أعلنت المدينة رقم {n} افتتاح مكتبة عامة في حي الزيتون بعد أعمال ترميم طويلة." for n in range(6)]
    shared = "ترحب ضفاف نيوز بآراء قرائها الكرام وتنشر منها ما تراه نافعا"
    drafts = []
    for n, body in enumerate(bodies):
        text, title, _ = compose(
            f"مكتبة المدينة {n}", "", f"{body}\nوقال رئيس البلدية إن العمل اكتمل رقم {n} اليوم.\n{shared}"
        )
        drafts.append(plain_draft(text.encode(), f"k{n}", f"d{n}", ReadOptions(outlet="ضفاف نيوز")))
        assert title
    return [document(draft) for draft in drafts]


def test_what_is_learned_depends_on_the_set_alone() -> None:
    plain = batch()
    first = {one.key: learned(one, InMemory(plain)) for one in plain}
    assert all(one.furniture[-1].kind == "recurring" for one in first.values())
    shuffled = [*plain, *plain]
    random.Random(1).shuffle(shuffled)
    assert {one.key: learned(one, InMemory(shuffled)) for one in plain} == first
    assert {key: learned(one, InMemory(plain)) for key, one in first.items()} == first
    assert [paragraph_keys(one) for one in first.values()] == [paragraph_keys(one) for one in plain]
    assert all({key.hash for key in paragraph_keys(one)} <= {hash for hash, _ in asked(one)} for one in plain)


def test_keys_in_one_go_are_the_same_keys() -> None:
    for one in batch():
        keys = keyed(one)
        assert {key for key, counted in keys.items() if counted} == {(k.hash, k.lead) for k in paragraph_keys(one)}
        assert tuple(sorted(keys)) == asked(one)


def test_what_is_asked_is_what_is_offered() -> None:
    class Asked:
        def __init__(self) -> None:
            self.keys: set[tuple[int, bool]] = set()

        def count(self, outlet: str, hash: int, lead: bool) -> int:
            self.keys.add((hash, lead))
            return 9

    for one in batch():
        recurrence = Asked()
        learned(one, recurrence)
        assert recurrence.keys <= set(asked(one))


def test_hashes_are_the_same_on_every_machine() -> None:
    (first, *_), *_ = [paragraph_keys(one) for one in batch()]
    assert 0 <= first.hash < 1 << 63
    assert first.hash == 5912692582135550426
