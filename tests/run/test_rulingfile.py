"""A file of rulings from somebody else: nothing in it is trusted; what is wrong is told with file, line and remedy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from riwaya.errors import RulingError
from riwaya.run import rulingfile

GOOD: dict[str, Any] = {
    "kind": "person",
    "verdict": "same",
    "left": {
        "name": "أحمد صالح",
        "names": ["أحمد صالح"],
        "reports": [{"key": "a.txt", "doc": "a.txt", "print": "00ff"}],
    },
    "right": {"name": "احمد الصالح", "names": ["احمد الصالح"], "only": True, "reports": [{"key": "b.txt"}]},
    "by": "هدى",
    "at": "2031-02-01T09:00:00Z",
}
SIDE: dict[str, Any] = GOOD["left"]


def written(folder: Path, *lines: str | bytes) -> str:
    file = folder / "rulings.jsonl"
    file.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines))
    return str(file)


def text(**change: Any) -> str:
    return json.dumps(GOOD | change, ensure_ascii=False)


def test_what_is_written_is_read_again_byte_for_byte(tmp_path: Path) -> None:
    found = rulingfile.read(written(tmp_path, text(), "", text(verdict="different", why="شخصان")))
    assert [one.verdict for one in found] == ["same", "different"]
    again = str(tmp_path / "again.jsonl")
    assert rulingfile.write(found, again) == 2
    assert rulingfile.read(again) == found
    first = Path(again).read_bytes()
    rulingfile.write(rulingfile.read(again), again)
    assert Path(again).read_bytes() == first


def test_an_id_follows_from_what_is_ruled_whatever_the_file_says(tmp_path: Path) -> None:
    one, other, third = rulingfile.read(written(tmp_path, text(), text(id="r-forged"), text(by="حسن")))
    assert one == other
    assert one.id != third.id
    assert one.id.startswith("r-")


def test_rulings_are_ordered_by_one_clock(tmp_path: Path) -> None:
    found = rulingfile.read(written(tmp_path, text(at="2031-02-01T09:00:00+03:00"), text(at="2031-02-01")))
    assert [one.at for one in found] == ["2031-02-01T06:00:00Z", "2031-02-01"]


def test_a_report_may_have_any_key_and_none_breaks_a_line(tmp_path: Path) -> None:
    odd = SIDE | {"only": True, "reports": [{"key": "a\tb\nc"}]}
    (found,) = rulingfile.read(written(tmp_path, text(left=odd)))
    assert found.left.reports[0].key == "a\tb\nc"
    assert found.left.where == "a b c"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("not json", "not a ruling"),
        ("[1]", "not a ruling"),
        (b"\xff\xfe\x00", "not a ruling"),
        ("[" * 5000, "not a ruling"),
        (text(verdict="deleted"), "not a ruling"),
        (text(kind="ship"), "not a ruling"),
        (text(extra=1), "not a ruling"),
        (text(**{"x\x1b[31m": 1}), "unknown field `x\ufffd[31m`"),
        (text(**{"x" * 9000: 1}), "not a ruling"),
        (text(by=7), "not a ruling"),
        (text(left="أحمد صالح"), "not a ruling"),
        (text(by=" "), "by: empty"),
        (text(by="ه" * 301), "by: longer than 300"),
        (text(by="هدى\x1b[31m"), "by: holds a control character"),
        (text(why="س" * 2001), "why: longer than 2,000"),
        (text(why="\ud800"), "not a ruling"),
        (text(at="yesterday"), "at: no ISO date"),
        (text(at="2031-13-45"), "at: no ISO date"),
        (text(left=SIDE | {"names": []}), "left: names is empty"),
        (text(left=SIDE | {"name": "\0"}), "left.name"),
        (text(left=SIDE | {"names": ["س"] * 101}), "left: more than 100"),
        (text(right=SIDE | {"reports": [], "only": True}), "right: only, but no reports"),
        (text(at="0001-01-01T00:00+14:00"), "at: no ISO date"),
        (text(right=SIDE | {"reports": [{"key": "ك" * 2001}]}), "right.reports: a key is empty or longer"),
        (text(right=SIDE | {"reports": [{"key": " "}]}), "right.reports: a key is empty"),
        (text(right=SIDE | {"reports": [{"key": "a", "doc": "\u2028"}]}), "right.reports: holds a control"),
        (text(verdict="renamed", right={"name": ""}), "right.name: empty"),
        ('{"by":"' + "ه" * 100_000 + '"}', "the line is longer than"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, line: str | bytes, problem: str) -> None:
    if isinstance(line, str):
        line = line.encode("utf-8", "surrogatepass")
    file = written(tmp_path, text(), line)
    with pytest.raises(RulingError) as caught:
        rulingfile.read(file)
    assert caught.value.where == f"{file}:2"
    assert problem in caught.value.problem
    assert len(str(caught.value)) < 500
    assert caught.value.remedy.endswith(".")


def test_a_file_without_end_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rulingfile, "MOST_RULINGS", 3)
    with pytest.raises(RulingError, match="more than 3 lines"):
        rulingfile.read(written(tmp_path, *[text()] * 5))


@pytest.mark.parametrize("name", ["nowhere/rulings.jsonl", "."])
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, name: str) -> None:
    for use in (rulingfile.read, lambda where: rulingfile.write([], where)):
        with pytest.raises(RulingError) as caught:
            use(str(tmp_path / name))
        assert name in caught.value.where or name == "."
