"""Whatever is wrong with one report: the user is told what, in one line, and every other report is read."""

from __future__ import annotations

import gzip
import io
import json
import time
from hashlib import sha256
from pathlib import Path

import pytest
import zstandard

from riwaya.errors import SourceError
from riwaya.model import Document, Failure
from riwaya.read import ReadOptions, documents

BODY = "أعلنت بلدية المدينة الجديدة افتتاح مكتبة عامة في حي الزيتون، وقالت إنها تضم آلاف الكتب للأطفال والكبار.\n"
GOOD = "افتتاح مكتبة عامة في حي الزيتون\n\n" + BODY


def read(folder: Path, options: ReadOptions | None = None) -> tuple[dict[str, Document], dict[str, str]]:
    """Documents by name, and reasons of failures by name, of a folder."""
    found = list(documents([str(folder)], options))
    good = {one.doc: one for one in found if isinstance(one, Document)}
    assert all(one.stage == "read" and one.key for one in found if isinstance(one, Failure))
    return good, {one.doc: one.reason for one in found if isinstance(one, Failure)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good report on either side of whatever a test puts in."""
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "z.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_files_that_are_no_reports(folder: Path) -> None:
    bad = {
        "empty.txt": (b"", "empty"),
        "spaces.txt": ("\u00a0 \n\n\u200f".encode(), "empty"),
        "numbers.txt": (b"12 34 55\n", "empty: no words in it"),
        "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "an image, not text"),
        "binary.txt": (bytes(range(256)) * 40, "binary data, not text"),
        "paper.pdf": (b"%PDF-1.7 ...", "a PDF file, not text"),
        "english.txt": (
            b"The council opened a library in the olive quarter on Monday.",
            "not Arabic: 0 % of its letters are",
        ),
        "links.txt": (
            "تابعونا على فيسبوك\nhttps://example.org/a\nاشترك في النشرة البريدية\n".encode(),
            "nothing but furniture",
        ),
    }
    furniture = {
        "related.txt": "اقرأ أيضا: بلدية المدينة تفتتح مكتبة\nشارك\nتابعونا على تويتر\n",
        "share.txt": "شارك الخبر\nتابعونا على فيسبوك\nاشترك في النشرة البريدية\n",
        "follow.txt": "تابعونا على تويتر\n",
        "list.txt": "مواضيع ذات صلة\nبلدية المدينة تفتتح مكتبة\nسكان الحي يشكرون البلدية\n",
    }
    bad |= {name: (text.encode(), "nothing but furniture") for name, text in furniture.items()}
    for name, (data, _) in bad.items():
        (folder / name).write_bytes(data)
    good, reasons = read(folder)
    assert set(good) == {"a.txt", "z.txt"}
    assert set(reasons) == set(bad)
    for name, (_, reason) in bad.items():
        assert reasons[name].startswith(reason), name


def test_other_languages_in_arabic_script(folder: Path) -> None:
    persian = "شهرداری اعلام کرد که کتابخانه‌ای تازه در محله زیتون گشوده شد و گفت که هزاران کتاب برای کودکان دارد."
    (folder / "persian.txt").write_text(persian, encoding="utf-8")
    good, reasons = read(folder)
    assert set(good) == {"a.txt", "z.txt"}
    assert "another language" in reasons["persian.txt"]


def test_fifty_megabytes_are_refused_without_reading_them_all(folder: Path) -> None:
    with (folder / "large.txt").open("wb") as large:
        large.truncate(50_000_000)
        large.seek(0)
        large.write(BODY.encode() * 1000)
    good, reasons = read(folder)
    assert set(good) == {"a.txt", "z.txt"}
    assert "larger than 20 MB" in reasons["large.txt"]


def test_one_line_of_five_megabytes_is_read_in_seconds(folder: Path) -> None:
    line = "قال المتحدث إن المشروع مستمر (رويترز) - وأضاف: «لا تأخير»، " * 90_000
    (folder / "line.txt").write_text(line, encoding="utf-8")
    start = time.perf_counter()
    good, reasons = read(folder)
    assert time.perf_counter() - start < 10
    assert not reasons
    assert good["line.txt"].text == line


HOSTILE = (
    "(" * 300_000,
    "- " * 300_000,
    "«" * 300_000,
    "\"'" * 300_000,
    "()" * 300_000,
    "ا" * 900_000,
    "سمات. " * 200_000,
    "\n" * 900_000,
    "بغداد" + " " * 300_000 + "رويترز",
    "(بغداد" + " " * 300_000 + "رويترز)",
    "كتب:" + "\u00a0" * 300_000 + "سامر",
    "بغداد " + "1" * 300_000 + " - رويترز",
    "بغداد - " + "12 " * 30 + "آب أ - قالت الوكالة إن المكتبة فتحت أبوابها",
    "بغداد - " + "1" * 60 + "ا - قالت الوكالة إن المكتبة فتحت أبوابها",
)


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("place", ["head", "middle", "tail"])
def test_hostile_lines_take_no_longer(tmp_path: Path, hostile: str, place: str) -> None:
    page = {"head": hostile + "\n" + GOOD, "middle": GOOD + hostile + "\n" + BODY, "tail": GOOD + hostile}[place]
    (tmp_path / "hostile.txt").write_text(page, encoding="utf-8")
    start = time.perf_counter()
    good, reasons = read(tmp_path)
    assert time.perf_counter() - start < 2
    assert [*good, *reasons] == ["hostile.txt"]


def test_html_bombs(folder: Path) -> None:
    paragraph = f"<p>{BODY}</p>"
    (folder / "deep.html").write_text("<html><body>" + "<div>" * 100_000 + paragraph, encoding="utf-8")
    (folder / "wide.html").write_text("<html><body>" + "<b>ا</b>" * 200_000 + paragraph, encoding="utf-8")
    entities = '<!DOCTYPE html [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    (folder / "entities.html").write_text(f"{entities}<html><body>&b;{paragraph * 3}</body></html>", encoding="utf-8")
    start = time.perf_counter()
    good, reasons = read(folder)
    assert time.perf_counter() - start < 20
    assert set(good) >= {"a.txt", "z.txt"}
    assert "more than 60000 elements" in reasons["wide.html"]
    assert "deep.html" in reasons or len(good["deep.html"].text) < 5 * len(BODY)
    assert "entities.html" in reasons or "aaaaaaaaaaaaaaaaaa" not in good["entities.html"].text


def test_gzip_bombs_and_damaged_archives(folder: Path) -> None:
    (folder / "bomb.txt.gz").write_bytes(gzip.compress(b"\0" * 400_000_000, 9))
    (folder / "bomb.jsonl.zst").write_bytes(zstandard.compress(b"x" * 400_000_000))
    (folder / "cut.txt.gz").write_bytes(
        gzip.compress(b"".join(sha256(bytes([n])).digest() for n in range(200)) + GOOD.encode())[:-900]
    )
    start = time.perf_counter()
    good, reasons = read(folder)
    assert time.perf_counter() - start < 20
    assert set(good) == {"a.txt", "z.txt"}
    assert "larger than 20 MB" in reasons["bomb.txt.gz"]
    assert any(
        "200 times" in reason or "larger than" in reason for name, reason in reasons.items() if "bomb.jsonl" in name
    )
    assert "damaged archive" in reasons["cut.txt.gz"]


def test_a_json_line_cut_in_half_costs_one_record(folder: Path) -> None:
    records = [{"id": str(n), "title": f"خبر رقم {n}", "text": BODY} for n in range(5)]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    lines[2] = lines[2][: len(lines[2]) // 2]
    lines.insert(4, "[1, 2]")
    (folder / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    good, reasons = read(folder)
    assert set(good) == {"a.txt", "z.txt", "0", "1", "3", "4"}
    assert "not a whole JSON record" in reasons["news.jsonl:3"]
    assert "not a record but list" in reasons["news.jsonl:5"]


def test_a_record_line_larger_than_the_bound_costs_one_record(tmp_path: Path) -> None:
    small = json.dumps({"id": "small", "text": BODY})
    (tmp_path / "news.jsonl").write_text(json.dumps({"text": "ا" * 99_000}) + "\n" + small + "\n", encoding="utf-8")
    good, reasons = read(tmp_path, ReadOptions(most_bytes=10_000))
    assert list(good) == ["small"]
    assert list(reasons.values()) == ["a line larger than 0.01 MB: skipped"]


def test_records_without_text_or_field(folder: Path) -> None:
    (folder / "none.csv").write_text("colour,size\nأحمر,3\n", encoding="utf-8")
    (folder / "empty.jsonl").write_text('{"id": "7", "title": "", "text": ""}\n', encoding="utf-8")
    good, reasons = read(folder)
    assert set(good) == {"a.txt", "z.txt"}
    assert "no field holds the text (fields: colour, size)" in reasons["none.csv"]
    assert "empty: neither title nor text" in reasons.values()


def test_an_article_without_date_or_title_is_read(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text(BODY, encoding="utf-8")
    good, _ = read(tmp_path)
    document = good["bare.txt"]
    assert document.published is None
    assert document.text == BODY
    assert document.title is not None  # the first clause of what is the lead itself
    assert BODY[document.title.start : document.title.end] == "أعلنت بلدية المدينة الجديدة افتتاح مكتبة عامة"


def test_duplicates_are_two_documents_but_a_file_named_twice_is_one(folder: Path) -> None:
    found = [one for one in documents([str(folder), str(folder / "a.txt")]) if isinstance(one, Document)]
    assert [one.doc for one in found] == ["a.txt", "z.txt"]
    assert found[0].text == found[1].text
    assert found[0].id != found[1].id


def test_an_unreadable_file_in_a_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "secret.txt").write_text(GOOD, encoding="utf-8")
    opened = Path.open

    def refused(path: Path, mode: str = "r") -> object:  # root may read everything, so the refusal is played
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refused)
    good, reasons = read(folder)
    assert set(good) == {"a.txt", "z.txt"}
    assert reasons["secret.txt"] == "not readable: Permission denied"


def test_a_link_to_nowhere_in_a_folder(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    good, reasons = read(folder)
    assert set(good) == {"a.txt", "z.txt"}
    assert reasons["gone.txt"].startswith("not readable")


def test_a_missing_source_stops_before_anything_is_read(folder: Path) -> None:
    with pytest.raises(SourceError, match="no such file or folder") as error:
        documents([str(folder), str(folder / "missing")])
    assert error.value.stage == "read"
    assert "missing" in error.value.where
    assert error.value.remedy


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(GOOD.encode())

    monkeypatch.setattr("sys.stdin", Stdin())
    (found,) = documents(["-"])
    assert isinstance(found, Document)
    assert found.doc == "stdin"
    assert found.key.startswith("-#")


def test_many_links_in_one_paragraph_take_no_longer(tmp_path: Path) -> None:
    (tmp_path / "links.txt").write_text(GOOD + "( . اقرأ أيضا: خبر آخر . " * 40_000, encoding="utf-8")
    start = time.perf_counter()
    read(tmp_path)
    assert time.perf_counter() - start < 2
