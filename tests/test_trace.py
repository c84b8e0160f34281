"""`riwaya trace` over invented reports of four outlets, from the pasted words to cards that cite them."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from riwaya.cli import main

WORDS = "لن نغلق قناة الزمردة أمام سفن الصيد قبل نهاية الموسم"
REPORTS = {
    "first": (
        "صحيفة المرفأ",
        "2031-03-02T08:00:00",
        "وزيرة الموانئ: القناة مفتوحة",
        'قالت وزيرة الموانئ ليلى قنديل في مؤتمر صحفي الأحد: "لن نغلق قناة الزمردة أمام سفن الصيد قبل نهاية الموسم".',
    ),
    "second": (
        "شبكة الساحل",
        "2031-03-02T11:00:00",
        "جدل القناة",
        "قالت وزيرة الموانئ ليلى قنديل إن الوزارة لن تغلق قناة الزمردة أمام سفن الصيد قبل نهاية الموسم الحالي.",
    ),
    "turned": (
        "موقع الضفة",
        "2031-03-03T09:00:00",
        "القناة تغلق",
        "قالت وزيرة الموانئ ليلى قنديل إن الوزارة ستغلق قناة الزمردة أمام سفن الصيد قبل نهاية الموسم.",
    ),
    "unnamed": (
        "راديو التلال",
        "2031-03-03T10:00:00",
        "مصادر عن القناة",
        "قالت مصادر مطلعة إن الحكومة لن تغلق قناة الزمردة أمام سفن الصيد قبل نهاية الموسم.",
    ),
    "trap": (
        "راديو التلال",
        "2031-03-02T10:00:00",
        "قناة أخرى",
        "بدأت في قناة الزمردة أعمال صيانة للجسر، وقال المقاول إن سفن الشحن ستنتظر نهاية الأسبوع.",
    ),
}


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=given, env={"LANG": "en_GB.UTF-8", "COLUMNS": "200"})


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("trace")
    lines = [
        json.dumps(
            {
                "id": name,
                "outlet": outlet,
                "published": day,
                "title": title,
                "text": text,
                "url": f"https://x.example/{name}",
            }
        )
        for name, (outlet, day, title, text) in REPORTS.items()
    ]
    (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    path = str(folder / "store.db")
    done = run("add", str(folder / "reports.jsonl"), "--store", path, "--jobs", "1")
    assert done.exit_code == 0, done.stderr
    return path


def traced(store: str, words: str = WORDS) -> dict[str, Any]:
    done = run("trace", words, "--store", store, "--json")
    assert done.exit_code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_printings_stand_in_order_and_a_report_with_some_of_the_words_is_none(store: str) -> None:
    found = traced(store)
    assert [one["doc"] for one in found["printings"]] == ["first", "second", "turned", "unnamed"]
    assert found["first"] == "first"
    assert found["outlets"] == 4


def test_direct_speech_is_told_from_paraphrase_with_its_speaker(store: str) -> None:
    by_doc = {one["doc"]: one for one in traced(store)["printings"]}
    assert by_doc["first"]["told"] == "direct"
    assert by_doc["second"]["told"] == "indirect"
    assert by_doc["second"]["speaker"] == "ليلى قنديل"


def test_a_dropped_negation_is_another_claim_and_no_drift(store: str) -> None:
    by_doc = {one["doc"]: one for one in traced(store)["printings"]}
    assert by_doc["turned"]["changes"] == ["negation"]
    assert by_doc["second"]["changes"] == []


def test_one_speaker_is_one_origin_and_unnamed_sources_are_not_counted(store: str) -> None:
    found = traced(store)
    assert found["origins"] == 1
    assert found["unknown"] == 1
    (merge,) = found["merges"]
    assert set(merge["docs"]) == {"first", "second", "turned"}


def test_a_card_cites_words_that_stand_where_it_says(store: str) -> None:
    for one in traced(store)["printings"]:
        outlet, day, title, body = REPORTS[one["doc"]]
        text = f"{title}\n{body}"
        card = one["card"]
        assert text[card["start"] : card["end"]] == card["words"] == one["text"]
        assert card["sha256"] == sha256(text.encode()).hexdigest()
        assert card["url"] == f"https://x.example/{one['doc']}"
        assert card["outlet"] in outlet
        assert card["published"].startswith(day[:10])
        assert card["captured"] is None


def test_a_claim_review_says_where_the_claim_appears_and_rates_nothing(store: str, tmp_path: Path) -> None:
    file = tmp_path / "review.json"
    assert run("trace", WORDS, "--store", store, "--to", "claimreview", "-o", str(file)).exit_code == 0
    review = json.loads(file.read_text(encoding="utf-8"))
    claim = review["itemReviewed"]
    assert (review["@type"], claim["@type"]) == ("ClaimReview", "Claim")
    assert review["claimReviewed"] == WORDS
    assert "reviewRating" not in review
    assert len(claim["appearance"]) == 4
    assert claim["firstAppearance"] == claim["appearance"][0]
    assert claim["firstAppearance"]["url"] == "https://x.example/first"
    assert claim["firstAppearance"]["hasPart"]["@type"] == "Quotation"


def test_a_web_annotation_selects_the_words_by_place_and_by_quotation(store: str) -> None:
    found = json.loads(run("trace", WORDS, "--store", store, "--to", "webannotation").stdout)
    assert (found["type"], found["total"]) == ("AnnotationCollection", 4)
    for item in found["first"]["items"]:
        place, quote = item["target"]["selector"]
        name = item["target"]["source"]["via"].rsplit("/", 1)[-1]
        text = f"{REPORTS[name][2]}\n{REPORTS[name][3]}"
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote["prefix"])


def test_the_terminal_shows_what_went_and_what_came(store: str) -> None:
    shown = run("trace", WORDS, "--store", store).stdout
    assert "4 printings" in shown
    assert "Known origins: 1" in shown
    assert "[-لن]" in shown


def test_words_are_read_from_standard_input(store: str) -> None:
    assert json.loads(run("trace", "-", "--store", store, "--json", given=WORDS + "\n").stdout)["first"] == "first"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "قناة",
        "، . ؟ « »",
        "\u202e\u2066\u2069",
        "في من على إلى عن",
        '" OR NOT * ( ) : ^',
    ],
)
def test_too_little_to_trace_is_said_and_not_guessed(store: str, words: str) -> None:
    done = run("trace", "--store", store, "--", words)
    assert done.exit_code == 2
    assert "too little to trace" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        f"<script>alert('{WORDS}')</script>",
        f'"{WORDS}" AND versions:* OR (text',
        f"\u202e{WORDS}\u202c",
        " ".join([WORDS] * 1200),
        f"{WORDS} \x1b[31m",
        f"{WORDS}'); DROP TABLE versions; --",
    ],
)
def test_hostile_words_break_nothing(store: str, words: str) -> None:
    done = run("trace", "--store", store, "--", words)
    assert done.exit_code == 0, done.stderr
    assert "\x1b[31m" not in done.stdout
    assert "\u202e" not in done.stdout


def test_words_that_nobody_printed_have_no_printing(store: str) -> None:
    found = traced(store, "افتتح رئيس البلدية معرض الزهور في حديقة البلوط الكبيرة")
    assert (found["printings"], found["first"], found["origins"]) == ([], None, 0)
