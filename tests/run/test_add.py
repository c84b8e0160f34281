"""Reports into a store: what the user is told, how a run is stopped and taken up again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store.invented import Invented, document, paragraphs, reports

from riwaya.model import Document, Failure
from riwaya.run.add import STOPPED, Summary, add_documents
from riwaya.run.add import add as add_sources
from riwaya.run.progress import Phase, shown
from riwaya.store import Store, open_store

BAD = Failure(doc="bad.txt", key="bad.txt", stage="read", reason="empty")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "riwaya.db") as opened:
        yield opened


def add(store: Store, found: list[Document | Failure], jobs: int = 1, progress=None) -> Summary:  # type: ignore[no-untyped-def]
    more = {"progress": progress} if progress else {}
    return add_documents(found, store, jobs, pipeline=Invented, paragraphs=paragraphs, **more)


def test_the_summary_counts_what_was_done(store: Store) -> None:
    found: list[Document | Failure] = [*reports(10), BAD, document("wrong", "[fault]"), document("nul", "\0")]
    assert add(store, found) == Summary(added=11, failed=3, annotated=11)
    assert {(failure.key, failure.stage) for failure in store.failures()} == {
        ("bad.txt", "read"),
        ("wrong", "annotate"),
        ("nul", "store"),
    }
    assert add(store, found) == Summary(unchanged=11, failed=3)


def test_what_failed_before_counts_as_long_as_it_is_among_the_sources_and_stands(store: Store) -> None:
    add(store, [document("wrong", "[fault]"), *reports(3)])
    assert add(store, [document("wrong", "[fault]")]) == Summary(unchanged=1, failed=1)
    assert add(store, [*reports(3)]) == Summary(unchanged=3)
    assert add(store, [document("wrong", "قال سمير الحدّاد إن شيئا حدث.")]) == Summary(changed=1, annotated=1)


def test_a_broken_line_in_a_file_named_from_elsewhere_is_mended(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner, file = tmp_path / "inner", tmp_path / "news.jsonl"
    inner.mkdir()
    monkeypatch.chdir(inner)
    whole = '{"id": "a", "text": "وصلت السفينة إلى الميناء مساء أمس."}\n'
    file.write_text(whole + '{"id": "b", "te\n')
    add_sources([str(file)], store)
    assert store.failures()
    file.write_text(whole)
    add_sources(["../news.jsonl"], store)
    assert not store.failures()


def test_what_failed_and_is_corrected_is_no_failure_any_more(store: Store) -> None:
    add(store, [BAD, document("wrong", "[fault]")])
    add(store, [document("bad.txt", "قال سمير الحدّاد إن شيئا حدث."), document("wrong", "قال سمير الحدّاد إن شيئا حدث.")])
    assert not store.failures()
    assert len(list(store.reports())) == 2


def test_a_broken_line_that_was_mended_is_no_failure_any_more(store: Store, tmp_path: Path) -> None:
    file, other = tmp_path / "news.jsonl", tmp_path / "other.jsonl"
    other.write_text('{"id": 1, "te\n')
    file.write_text('{"id": "a", "text": "وصلت السفينة إلى الميناء مساء أمس."}\n{"id": "b", "te\n')
    add_sources([str(file), str(other)], store)
    assert [failure.doc for failure in store.failures()] == ["news.jsonl:2", "other.jsonl:1"]
    file.write_text('{"id": "a", "text": "وصلت السفينة إلى الميناء مساء أمس."}\n')
    add_sources([str(file)], store)
    assert [failure.doc for failure in store.failures()] == ["other.jsonl:1"]


def test_an_article_that_killed_its_process_is_tried_again(store: Store) -> None:
    found: list[Document | Failure] = [*reports(80), document("killer", "[killed]")]
    add(store, found, jobs=2)
    assert [failure.key for failure in store.failures()] == ["killer"]
    assert store.count_waiting() == 1


def test_other_annotators_annotate_everything_again(store: Store) -> None:
    class Newer(Invented):
        version = "invented 2"

    add(store, [*reports(10)])
    again = add_documents(reports(10), store, pipeline=Newer, paragraphs=paragraphs)
    assert (again.unchanged, again.annotated) == (10, 10)


def test_stopped_in_any_phase_it_says_how_to_go_on_and_goes_on(store: Store, tmp_path: Path) -> None:
    documents: list[Document | Failure] = [*reports(150)]
    stopped: list[Phase] = []

    def stop(phase: Phase, done: int, total: int | None) -> None:
        if phase not in stopped:
            stopped.append(phase)
            raise KeyboardInterrupt

    for _ in range(2):
        with pytest.raises(KeyboardInterrupt, match="run the same command again"):
            add(store, documents, progress=stop)
    assert STOPPED.startswith("Stopped")
    assert stopped == ["read", "annotate"]
    add(store, documents)
    with open_store(tmp_path / "other.db") as other:
        add(other, documents)
        assert list(store.dump()) == list(other.dump())


def test_progress_goes_up_to_its_total(store: Store) -> None:
    seen: list[tuple[Phase, int, int | None]] = []
    add(store, [*reports(120)], progress=lambda *told: seen.append(told))
    for phase in ("read", "annotate"):
        counts = [done for where, done, _ in seen if where == phase]
        assert counts == sorted(counts)
        assert (phase, 120, 120) in seen


def test_the_bar_shows_rate_and_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    with shown(force=True) as progress:
        progress("read", 5, None)
        progress("read", 10, 10)
        progress("annotate", 1, 10)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Annotating" in captured.err


def test_without_a_terminal_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with shown() as progress:
        progress("read", 5, None)
    assert capsys.readouterr().err == ""
