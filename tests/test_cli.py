"""The commands as a user types them, over the example story."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from riwaya.arabic.letters import fold
from riwaya.cli import main
from riwaya.tell.rows import VIEWS

EXAMPLE = Path(__file__).parent.parent / "src" / "riwaya" / "example" / "reports"
ONE = str(EXAMPLE / "07-barid-denial.txt")


def run(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=given)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store that holds the example story."""
    path = str(tmp_path_factory.mktemp("cli") / "example.db")
    assert run("add", str(EXAMPLE), "--store", path, "--jobs", "1").exit_code == 0
    return path


def test_tell_writes_one_page(tmp_path: Path) -> None:
    page = tmp_path / "new folder" / "dossier.html"
    result = run("tell", ONE, "-o", str(page))
    assert result.exit_code == 0
    assert "1 story from 1 report" in result.stderr
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_add_again_changes_nothing(store: str) -> None:
    result = run("add", str(EXAMPLE), "--store", store, "--jobs", "1")
    assert "0 added, 0 changed, 18 unchanged, 0 annotated, 0 failed" in result.stderr


def test_add_says_what_failed_and_where_to_look(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_bytes(Path(ONE).read_bytes())
    store = str(tmp_path / "s.db")
    result = run("add", str(tmp_path / "empty.txt"), str(tmp_path / "good.txt"), "--store", store, "--jobs", "1")
    assert result.exit_code == 1
    assert "1 added" in result.stderr
    assert f"riwaya show gaps --store {store}" in result.stderr
    assert "empty.txt" in run("show", "gaps", "--store", store, "--json").stdout


def test_annotate_prints_a_record_a_report() -> None:
    result = run("annotate", ONE)
    record = json.loads(result.stdout)
    assert result.exit_code == 0
    assert record["doc"] == "07-barid-denial.txt"
    assert record["published"]["value"] == "2022-04-22"
    assert {"furniture", "sentences", "times", "mentions", "people", "statements"} <= record.keys()


def test_annotate_goes_on_after_a_bad_report(tmp_path: Path) -> None:
    bad = tmp_path / "a.txt"
    bad.write_bytes(b"")
    result = run("annotate", str(bad), ONE)
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert result.exit_code == 1
    assert first["doc"] == "a.txt"
    assert first["error"]["stage"] == "read"
    assert second["doc"] == "07-barid-denial.txt"


def test_annotate_text_is_what_offsets_count_in() -> None:
    text = json.loads(run("annotate", "--text", ONE).stdout)["text"]
    assert text == Path(ONE).read_text(encoding="utf-8")


def test_standard_input_is_a_source() -> None:
    result = run("annotate", "-", given=Path(ONE).read_bytes())
    assert json.loads(result.stdout)["published"]["value"] == "2022-04-22"


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_has_rows_with_evidence(store: str, view: str) -> None:
    rows = [json.loads(line) for line in run("show", view, "--json", "--store", store).stdout.splitlines()]
    assert rows
    assert all(isinstance(row["evidence"], list) for row in rows)
    assert any(row["evidence"] for row in rows)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_read_in_the_terminal(store: str, view: str) -> None:
    result = run("show", view, "--store", store)
    assert result.exit_code == 0
    assert result.stdout.strip()


def test_show_article_by_name(store: str) -> None:
    row = json.loads(run("show", "article", "07-barid-denial.txt", "--json", "--store", store).stdout)
    assert row["doc"] == "07-barid-denial.txt"
    assert run("show", "article", "nothing.txt", "--store", store).exit_code == 2


def test_search_minds_no_spelling(store: str) -> None:
    """The reports print ايلول, without the hamza."""
    found = run("search", "أيلول", "--store", store, "--json").stdout
    assert "02-barid-first-round.txt" in found
    assert "09-marsah-summer.txt" in found


def test_versions_shows_what_changed(tmp_path: Path) -> None:
    report, store = tmp_path / "r.txt", str(tmp_path / "s.db")
    text = Path(ONE).read_text(encoding="utf-8")
    for version in (text, text.replace("جملة وتفصيلا", "تماما")):
        report.write_text(version, encoding="utf-8")
        assert run("add", str(report), "--store", store, "--jobs", "1").exit_code == 0
    said = run("versions", "r.txt", "--store", store).stdout
    assert "جملة" in said
    assert "تماما" in said


def test_a_missing_source_stops_with_its_name_and_a_remedy() -> None:
    result = run("annotate", "/nowhere/at/all.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("riwaya: /nowhere/at/all.txt: read: ")
    assert "Traceback" not in result.output


def test_a_missing_store_is_said() -> None:
    result = run("show", "stories", "--store", "/nowhere/riwaya.db")
    assert result.exit_code == 2
    assert "/nowhere" in result.stderr


def test_a_mapping_without_a_column_is_refused() -> None:
    result = run("annotate", "--map", "text", ONE)
    assert result.exit_code == 2
    assert "FIELD=COLUMN" in result.stderr


def test_columns_can_be_named(tmp_path: Path) -> None:
    line = {"wording": Path(ONE).read_text(encoding="utf-8"), "head": "الحكومة تنفي"}
    source = tmp_path / "odd.jsonl"
    source.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
    result = run("annotate", "--map", "text=wording", "--map", "title=head", str(source))
    assert json.loads(result.stdout)["statements"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("annotate", "--map", "wording=body", ONE), "no such field: wording"),
        (("annotate", "--encoding", "klingon", ONE), "no such encoding: klingon"),
        (("show", "stories", "07-barid-denial.txt"), "takes no name"),
        (("show", "timeline", "--story", "nothing"), "no such story"),
    ],
)
def test_a_wrong_word_is_said_not_ignored(store: str, arguments: tuple[str, ...], said: str) -> None:
    where = ("--store", store) if arguments[0] == "show" else ()
    result = run(*arguments, *where)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_full_disk_on_standard_output_is_said() -> None:
    command = [sys.executable, "-m", "riwaya.cli", "annotate", ONE]
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 2
    assert result.stderr.startswith("riwaya: standard output: ")
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("form", ["ftm", "conll", "csv"])
def test_export(store: str, form: str, tmp_path: Path) -> None:
    printed = run("export", "--to", form, "--store", store)
    assert printed.exit_code == 0
    assert printed.stdout.count("\n") > 10
    file = tmp_path / "new folder" / "out"
    assert run("export", "--to", form, "--store", store, "-o", str(file)).exit_code == 0
    assert file.read_bytes() == printed.stdout_bytes


def test_export_of_no_such_story_or_format(store: str) -> None:
    result = run("export", "--to", "ftm", "--story", "nothing", "--store", store)
    assert result.exit_code == 2
    assert "no such story" in result.stderr
    assert run("export", "--to", "xml", "--store", store).exit_code == 2


def test_show_statements_by_speaker_stance_and_date(store: str) -> None:
    every = [json.loads(line) for line in run("show", "statements", "--store", store, "--json").stdout.splitlines()]
    speaker = next(row["speaker"] for row in every if row["kind"] == "person")
    found = run("show", "statements", "--store", store, "--speaker", speaker, "--from", "2020", "--json").stdout
    kept = [json.loads(line) for line in found.splitlines()]
    assert kept
    assert len(kept) < len(every)
    assert {fold(row["speaker"]) for row in kept} == {fold(speaker)}
    denied = run("show", "statements", "--store", store, "--stance", "denying", "--stance", "doubting", "--json").stdout
    assert {json.loads(line)["stance"] for line in denied.splitlines()} <= {"denying", "doubting"}
    assert denied


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("people", "--speaker", "ليلى"), "`show people` has no such filter"),
        (("statements", "--until", "June"), "no date: June"),
    ],
)
def test_a_filter_that_cannot_be_says_so(store: str, arguments: tuple[str, ...], problem: str) -> None:
    result = run("show", *arguments, "--store", store)
    assert result.exit_code == 2
    assert problem in result.stderr
