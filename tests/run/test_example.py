"""The example story through the whole pipeline: the same rows from one process and many, and after a kill -9."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

import pytest
from msgspec.structs import replace

import riwaya
from riwaya.model import Annotations, Document
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents
from riwaya.run.add import add, add_documents
from riwaya.run.batch import annotate
from riwaya.run.tell import tell
from riwaya.store import Store, open_store

REPORTS = str(files("riwaya") / "example" / "reports")


def dumped(where: Path, jobs: int = 1) -> list[str]:
    with open_store(where) as store:
        add([REPORTS], store, jobs=jobs)
        return list(store.dump())


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return dumped(tmp_path_factory.mktemp("whole") / "riwaya.db")


def test_told_twice_and_added_twice_the_rows_are_the_same(whole: list[str], tmp_path: Path) -> None:
    with tell([REPORTS]) as (store, summary):
        assert list(store.dump()) == whole
        assert summary.failed == 0
        assert store.stories()
    dumped(tmp_path / "riwaya.db")
    with open_store(tmp_path / "riwaya.db") as store:
        again = add([REPORTS], store)
        assert (again.added, again.changed, again.annotated) == (0, 0, 0)
        assert list(store.dump()) == whole


def test_in_two_halves_and_backwards_the_rows_are_the_same(whole: list[str], tmp_path: Path) -> None:
    found = list(documents([REPORTS], ReadOptions()))[::-1]
    with open_store(tmp_path / "riwaya.db") as store:
        add_documents(found[:9], store)
        add_documents(found[9:], store)
        assert list(store.dump()) == whole


def _many() -> list[Document]:
    found = [item for item in documents([REPORTS], ReadOptions()) if isinstance(item, Document)]
    return [replace(item, id=f"{item.id}-{n}", key=f"{item.key}-{n}") for n in range(5) for item in found]


def test_over_two_processes_the_rows_are_the_same(tmp_path: Path) -> None:
    dumps = []
    for jobs in (1, 2):
        with open_store(tmp_path / f"{jobs}.db") as store:
            add_documents(_many(), store, jobs)
            dumps.append(list(store.dump()))
    assert dumps[0] == dumps[1]


def test_a_batch_gives_the_records_of_the_store(tmp_path: Path) -> None:
    with open_store(tmp_path / "riwaya.db") as store:
        add([REPORTS], store)
        stored = {report.annotations.id: report.annotations for report in store.reports()}
    records = list(annotate([REPORTS]))
    assert {record.id: record for record in records if isinstance(record, Annotations)} == stored
    assert len(records) == len(stored)


def test_killed_by_the_clock_and_run_again_the_rows_are_the_same(whole: list[str], tmp_path: Path) -> None:
    file = tmp_path / "riwaya.db"
    script = "from riwaya.run.add import add; from riwaya.store import open_store\nprint('go', flush=True)\n"
    script += f"add([{REPORTS!r}], open_store({str(file)!r}))"
    rng = random.Random(3)
    world = {**os.environ, "PYTHONPATH": str(Path(riwaya.__file__).parents[1])}
    for _ in range(2):
        process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=world)
        assert process.stdout is not None
        process.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            process.wait(rng.uniform(0.2, 0.9))
        process.kill()
        process.wait()
    assert dumped(file) == whole


def test_the_store_is_pleasant_to_query(tmp_path: Path) -> None:
    with open_store(tmp_path / "riwaya.db") as store:
        add([REPORTS], store)
        _query(store)


def _query(store: Store) -> None:
    with store._reading() as connection:
        for view in ("reports", "who_said_what", "names", "story_timeline"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {view}").scalar(), view
        wrong = connection.exec_driver_sql(
            "SELECT count(*) FROM statements s JOIN versions v ON v.id = s.version "
            "WHERE substr(v.text, s.starts + 1, s.ends - s.starts) <> s.text"
        )
        assert wrong.scalar() == 0
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
