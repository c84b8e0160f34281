"""Rulings as a user types them, over the example story."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from riwaya.cli import main
from riwaya.store import Store, open_store
from riwaya.store.opening import shown

EXAMPLE = Path(__file__).parent.parent / "src" / "riwaya" / "example" / "reports"
PREMIER, PRESIDENT, ENVOY = "نزار الحمداوي", "عاصم الورداني", "ماركوس هالبرغ"


def run(*arguments: str, given: str | None = None, **environment: str) -> Result:
    return CliRunner().invoke(main, list(arguments), input=given, env=environment)


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("judge") / "example.db"
    assert run("add", str(EXAMPLE), "--store", str(path), "--jobs", "1").exit_code == 0
    return path


@pytest.fixture
def store(added: Path, tmp_path: Path) -> str:
    """A store of its own that holds the example story."""
    return str(shutil.copy(added, tmp_path / "example.db"))


def rows(view: str, store: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("show", view, "--json", "--store", store).stdout.splitlines()]


def rulings(store: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("rulings", "--json", "--store", store).stdout.splitlines()]


def test_a_ruling_is_given_listed_shown_and_undone(store: str) -> None:
    before = rows("people", store)
    done = run("same", PREMIER, PRESIDENT, "--store", store, "--why", "للتجربة", "--on", "2031-02-01", RIWAYA_BY="هدى")
    assert done.exit_code == 0, done.stderr
    (ruling,) = rulings(store)
    assert (ruling["by"], ruling["at"], ruling["why"], ruling["effect"]) == (
        "هدى",
        "2031-02-01",
        "للتجربة",
        "in-effect",
    )
    assert f"riwaya rulings undo {ruling['id']} --store {store}" in done.stderr
    assert len(rows("people", store)) == len(before) - 1
    (entity,) = (row for row in rows("people", store) if row["rulings"])
    assert entity["id"] == ruling["left_entity"] == ruling["right_entity"]
    assert entity["rulings"][0]["by"] == "هدى"
    assert "✓ هدى" in run("show", "people", "--store", store).stdout
    listed = run("rulings", "--store", store, LANG="en")
    assert "in effect" in listed.stdout
    assert run("add", str(EXAMPLE), "--store", store, "--jobs", "1").exit_code == 0
    assert len(rows("people", store)) == len(before) - 1
    assert run("rulings", "undo", ruling["id"], "--store", store).exit_code == 0
    assert rows("people", store) == before


def test_undoing_one_of_two_says_nothing_of_reports_that_are_missing(store: str) -> None:
    run("same", PREMIER, PRESIDENT, "--store", store)
    run("rename", ENVOY, "المبعوث", "--store", store)
    for ruling in rulings(store):
        undone = run("rulings", "undo", ruling["id"], "--store", store)
        assert undone.exit_code == 0
        assert ruling["id"] in undone.stderr
        assert "not in effect" not in undone.stderr


def test_a_password_in_the_name_of_a_store_is_not_printed(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = "postgresql://riwaya:geheim@server/reports"

    def opened(where: str, **how: Any) -> Store:
        found = open_store(store, **how)
        found.where = shown(where)
        return found

    monkeypatch.setattr("riwaya.judge.open_store", opened)
    monkeypatch.setattr("riwaya.cli.open_store", opened)
    for command in (["same", PREMIER, PRESIDENT], ["rename", ENVOY, "المبعوث", "--later"], ["add", str(EXAMPLE)]):
        done = run(*command, "--store", secret)
        assert done.exit_code == 0
        assert "@server" in done.stderr
        assert "geheim" not in done.output


def test_a_new_name_is_in_every_view_and_stays_with_what_they_said(store: str) -> None:
    said = sum(row["speaker"] == ENVOY for row in rows("statements", store))
    assert said
    assert run("rename", "ماركوس هالبيرغ", "ماركوس هالبرغ المبعوث", "--store", store).exit_code == 0
    new = "ماركوس هالبرغ المبعوث"
    assert sum(row["speaker"] == new for row in rows("statements", store)) >= said
    (person,) = (row for row in rows("people", store) if row["name"] == new)
    assert ENVOY in person["variants"]
    assert any(new in row["people"] for row in rows("stories", store))


def test_a_new_name_is_in_the_timeline(store: str) -> None:
    people = {row["name"] for row in rows("people", store)}
    old = next(name for row in rows("timeline", store) for name in row["who"] if name in people)
    before = sum(old in row["who"] for row in rows("timeline", store))
    assert run("rename", old, f"{old} المعروف", "--store", store).exit_code == 0
    assert sum(f"{old} المعروف" in row["who"] for row in rows("timeline", store)) == before


def test_an_exported_file_makes_a_dossier_without_a_store(store: str, tmp_path: Path) -> None:
    assert (
        run("same", PREMIER, PRESIDENT, "--store", store, "--by", "هدى <b>", "--why", "<script>x</script>").exit_code
        == 0
    )
    file, page = str(tmp_path / "r.jsonl"), tmp_path / "d.html"
    assert run("rulings", "export", file, "--store", store).exit_code == 0
    assert run("rulings", "export", "--store", store).stdout == Path(file).read_text(encoding="utf-8")
    done = run("tell", str(EXAMPLE), "-o", str(page), "--jobs", "1", "--rulings", file)
    assert done.exit_code == 0, done.stderr
    html = page.read_text(encoding="utf-8")
    assert "هدى &lt;b&gt;" in html
    assert '<details class="ruled">' in html
    assert "<script>x" not in html
    other = str(tmp_path / "other.db")
    shutil.copy(store, other)
    run("rulings", "undo", rulings(other)[0]["id"], "--store", other)
    taken = run("rulings", "import", file, "--store", other)
    assert "1 taken over, 0 known already" in taken.stderr
    assert rulings(other) == rulings(store)
    again = run("rulings", "import", "-", "--store", other, given=Path(file).read_text(encoding="utf-8"))
    assert "0 taken over, 1 known already" in again.stderr


def test_a_dossier_says_which_rulings_it_could_not_follow(store: str, tmp_path: Path) -> None:
    run("same", PREMIER, PRESIDENT, "--store", store)
    file = str(tmp_path / "r.jsonl")
    run("rulings", "export", file, "--store", store)
    done = run("tell", str(EXAMPLE / "11-barid-football.txt"), "-o", str(tmp_path / "d.html"), "--rulings", file)
    assert done.exit_code == 0
    assert "not in effect: " in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["same", "لا أحد هنا", PREMIER], "is called that"),
        (["same", PREMIER, "البرلمان"], "two kinds"),
        (["different", PREMIER, PREMIER], f"{PREMIER}@"),
        (["rename", PREMIER, "  "], "NAME: empty"),
        (["rename", PREMIER, "س\x07"], "control character"),
        (["same", PREMIER, PRESIDENT, "--on", "tomorrow"], "no ISO date"),
        (["same", PREMIER, PRESIDENT, "--by", "ه" * 301], "by: longer"),
        (["rulings", "undo", "r-none"], "no such ruling"),
        (["rulings", "import", "/nowhere.jsonl"], "/nowhere.jsonl: rulings: "),
    ],
)
def test_what_cannot_be_ruled_is_told_in_one_message(store: str, arguments: list[str], told: str) -> None:
    done = run(*arguments, "--store", store)
    assert done.exit_code == 2
    assert told in done.stderr
    assert "Traceback" not in done.output
    assert not rulings(store)


def test_without_a_store_nothing_is_made(tmp_path: Path) -> None:
    where = tmp_path / "none.db"
    for arguments in (["same", "أ", "ب"], ["rulings"], ["rulings", "export"], ["rulings", "undo", "r-1"]):
        assert "there is no store yet" in run(*arguments, "--store", str(where)).stderr
    assert not where.exists()


def test_two_reports_are_ruled_two_stories_and_no_copies(store: str) -> None:
    docs = [row["doc"] for row in rows("article", store)][:2]
    whole = rows("stories", store)
    for kind, told in (("story", "is not one story with"), ("copy", "is not copied from")):
        done = run("different", *docs, "--as", kind, "--store", store, "--by", "هدى")
        assert done.exit_code == 0, done.stderr
        assert told in done.stderr
    assert {ruling["effect"] for ruling in rulings(store)} == {"in-effect"}
    assert len(rows("stories", store)) == len(whole) + 1
    listed = run("rulings", "--store", store, LANG="en", COLUMNS="200").stdout
    assert "story: " in listed
    assert run("rulings", "undo", *(one["id"] for one in rulings(store)), "--store", store).exit_code == 0
    assert rows("stories", store) == whole


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("same", "a", "b", "--as", "story"), "no such report"),
        (("same", "كلمات", "كلمات", "--as", "claim"), "WORDS@REPORT"),
        (("different", "@", "@@", "--as", "event"), "WORDS@REPORT"),
        (("same", "ك" * 400 + "@x", "ب@x", "--as", "claim"), "longer than"),
        (("same", "\u202e\x1b[31m@x", "ب@x", "--as", "claim"), "no such report"),
    ],
)
def test_a_pair_that_is_none_is_refused(store: str, words: tuple[str, ...], problem: str) -> None:
    done = run(*words, "--store", store)
    assert done.exit_code == 2
    assert problem in done.stderr
    assert "\x1b" not in done.stderr
    assert rulings(store) == []
