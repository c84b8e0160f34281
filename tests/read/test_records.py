"""Files of records: columns that aren't there, encodings without a mark, quotes left open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwaya.model import Document, Failure
from riwaya.read import ReadOptions, documents

BODY = "أعلنت بلدية المدينة الجديدة افتتاح مكتبة عامة في حي الزيتون، وقالت إنها تضم آلاف الكتب للأطفال والكبار."
HEADER = "id,title,text\n"


def read(folder: Path, options: ReadOptions | None = None) -> tuple[dict[str, Document], dict[str, str]]:
    found = list(documents([str(folder)], options))
    good = {one.doc: one for one in found if isinstance(one, Document)}
    return good, {one.doc: one.reason for one in found if isinstance(one, Failure)}


def test_a_column_that_is_not_there_is_told(tmp_path: Path) -> None:
    record = json.dumps({"id": "1", "title": "خبر", "text": BODY}, ensure_ascii=False)
    (tmp_path / "a.csv").write_text(f"{HEADER}1,خبر,{BODY}\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(f"{record}\n{record}\n", encoding="utf-8")
    (tmp_path / "c.json").write_text(f"[{record}]", encoding="utf-8")
    good, reasons = read(tmp_path, ReadOptions(fields={"text": "nosuch"}))
    assert not good
    assert reasons == {
        "a.csv": "no column nosuch for --map text=nosuch (columns: id, title, text)",
        "b.jsonl": "no field nosuch for --map text=nosuch (fields: id, title, text)",
        "c.json": "no field nosuch for --map text=nosuch (fields: id, title, text)",
    }


def test_a_field_that_only_some_records_have_is_none_amiss(tmp_path: Path) -> None:
    records = [{"id": str(n), "body": BODY, **({"when": "2021-03-03"} if n == 3 else {})} for n in range(5)]
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    good, reasons = read(tmp_path, ReadOptions(fields={"published": "when"}))
    assert not reasons
    assert [one.given for one in good.values()] == [None, None, None, "2021-03-03", None]


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le", "utf-16", "utf-32", "utf-8-sig", "cp1256"])
def test_a_table_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes(f"{HEADER}1,خبر,{BODY}\n2,خبر,{BODY}\n".encode(encoding))
    good, reasons = read(tmp_path)
    assert not reasons
    assert [(one.doc, one.text) for one in good.values()] == [(key, f"خبر\n{BODY}") for key in ("1", "2")]
    assert good["1"].notes == (("decoded as windows-1256",) if encoding == "cp1256" else ())


def test_damage_and_mojibake_are_noted_by_the_row(tmp_path: Path) -> None:
    lines = [HEADER.encode(), f"1,خبر,{BODY}\n".encode(), b"2,\xff," + BODY.encode() + b"\n"]
    wrong = BODY.encode().decode("latin-1")
    (tmp_path / "a.csv").write_bytes(b"".join(lines) + f"3,{wrong[:40]},{wrong}\n".encode())
    good, _ = read(tmp_path)
    assert good["1"].notes == ()
    assert good["2"].notes == ("1 undecodable characters",)
    assert good["3"].notes == ("mojibake repaired: UTF-8 had been read as Latin",)


def test_json_lines_in_windows_1256_say_so(tmp_path: Path) -> None:
    record = json.dumps({"id": "1", "text": BODY}, ensure_ascii=False)
    (tmp_path / "a.jsonl").write_bytes(record.encode("cp1256"))
    assert read(tmp_path)[0]["1"].notes == ("decoded as windows-1256",)


@pytest.mark.parametrize("bad", ['2,خبر,"TEXT\n', '2,"خبر,TEXT\n', '2,خبر,"TEXT" و"\n', '2,خبر,"TEXT\nTEXT\n'])
def test_a_quote_left_open_costs_one_row(tmp_path: Path, bad: str) -> None:
    good_rows = [f'{n},"خبر","{BODY}"\n' for n in (1, 3, 4)]
    page = HEADER + good_rows[0] + bad.replace("TEXT", BODY) + good_rows[1] + good_rows[2]
    (tmp_path / "a.csv").write_text(page, encoding="utf-8")
    good, reasons = read(tmp_path)
    assert list(good) == ["1", "3", "4"]
    assert "a.csv:3" in reasons
    assert all(reason.startswith("broken CSV") for reason in reasons.values())


def test_a_quote_left_open_in_the_last_row(tmp_path: Path) -> None:
    rows = "".join(f"{n},خبر,{BODY}\n" for n in range(2, 400))
    (tmp_path / "a.csv").write_text(f'{HEADER}1,"خبر,{BODY}\n{rows}', encoding="utf-8")
    good, reasons = read(tmp_path)
    assert len(good) == 398
    assert list(reasons) == ["a.csv:2"]


def test_cells_of_several_lines_and_quotes_inside_them(tmp_path: Path) -> None:
    page = f'{HEADER}1,خبر,"{BODY}\n\n{BODY}"\n\n2,"قال ""نعم""",{BODY}\n3,"قال "نعم" ثم مضى",{BODY}\n'
    (tmp_path / "a.csv").write_text(page, encoding="utf-8")
    good, reasons = read(tmp_path)
    assert not reasons
    assert good["1"].text == f"خبر\n{BODY}\n\n{BODY}"
    assert good["2"].text.startswith('قال "نعم"\n')
    assert list(good) == ["1", "2", "3"]


def test_a_line_beyond_the_bound_costs_one_row(tmp_path: Path) -> None:
    page = f"{HEADER}1,خبر,{'ا' * 30_000}\n2,خبر,{BODY}\n"
    (tmp_path / "a.csv").write_text(page, encoding="utf-8")
    good, reasons = read(tmp_path, ReadOptions(most_bytes=10_000))
    assert list(good) == ["2"]
    assert reasons == {"a.csv:2": "broken CSV: a line larger than 0.01 MB"}
