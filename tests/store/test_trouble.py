"""What the user sees when a store cannot be opened, read or written; nothing of it is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from riwaya.errors import StoreError
from riwaya.store import Store, open_store, temporary_store
from store.conftest import Server
from store.invented import paragraphs, reports


def refused(where: str | Path, create: bool = True) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(where, create=create, patience=0.2)
    error = caught.value
    assert error.remedy.endswith((".", ")"))
    return f"{error.where}: {error.problem}"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "none" / "riwaya.db").endswith(f"the folder {tmp_path}/none does not exist")


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    assert "it is a folder" in refused(tmp_path)


def test_to_show_what_is_not_there_makes_no_store(tmp_path: Path) -> None:
    assert "there is no store yet" in refused(tmp_path / "riwaya.db", create=False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["a?b.db", "a%20b#c.db", "a@b:c.db", "file:x.db"])
def test_a_file_has_the_name_that_was_given_whatever_it_holds(tmp_path: Path, name: str) -> None:
    open_store(tmp_path / name).close()
    assert [file.name for file in tmp_path.iterdir()] == [name]
    open_store(f"sqlite:///{tmp_path / name}", create=False).close()


@pytest.mark.parametrize("name", ["", ":memory:", "sqlite://", "sqlite:///:memory:"])
def test_a_store_without_a_file_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "memory" in refused(name) or "no file is named" in refused(name)
    assert not list(tmp_path.iterdir())


def test_an_unknown_kind_of_url_is_named_without_its_password() -> None:
    seen = refused("mysql://user:secret@host/base")
    assert "mysql://" in seen
    assert "secret" not in seen


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("خبر " * 1000)
    assert "it is not a SQLite file" in refused(file)
    assert file.read_text().startswith("خبر")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE customers (id)")
    assert "tables of another program" in refused(file)
    with sqlite3.connect(file) as connection:
        assert [row[0] for row in connection.execute("SELECT name FROM sqlite_master")] == ["customers"]


def test_a_store_of_a_newer_riwaya_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "riwaya.db"
    open_store(file).close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE about SET value = '99' WHERE name = 'schema'")
    assert "written by a newer Riwaya (schema 99" in refused(file)


@pytest.fixture
def nobody() -> Iterator[None]:
    """Be somebody with few rights for a while, since root may write everywhere."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    with TemporaryDirectory(prefix="riwaya-", dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.parametrize("mode", [0o000, 0o444])
def test_a_file_without_rights(open_folder: Path, mode: int, request: pytest.FixtureRequest) -> None:
    file = open_folder / "riwaya.db"
    open_store(file).close()
    file.chmod(mode)
    open_folder.chmod(0o555)
    request.getfixturevalue("nobody")
    if mode:
        assert "it may not be written" in refused(file)
        with open_store(file, create=False) as store:
            assert list(store.reports()) == []
    else:
        assert "it cannot be opened" in refused(file)


def test_a_folder_without_rights(open_folder: Path, request: pytest.FixtureRequest) -> None:
    open_folder.chmod(0o555)
    request.getfixturevalue("nobody")
    assert "it cannot be opened" in refused(open_folder / "riwaya.db")


def test_a_store_in_use_says_so(tmp_path: Path) -> None:
    file = tmp_path / "riwaya.db"
    with open_store(file, patience=0.2) as store, sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program is writing to it"):
            store.put_documents(reports(1), paragraphs)


def test_two_adders_at_once_are_refused(places) -> None:  # type: ignore[no-untyped-def]
    where = places()
    with open_store(where, patience=0.2) as store, open_store(where, patience=0.2) as other:
        busy = pytest.raises(StoreError, match="another program is writing to it")
        with store.writer(), busy, other.writer():
            pytest.fail("two adders at once")
    with open_store(where) as store, store.writer():
        pass


def test_an_adder_that_failed_holds_no_lock(places) -> None:  # type: ignore[no-untyped-def]
    where = places()
    with open_store(where, patience=0.2) as store, open_store(where, patience=0.2) as other:
        with pytest.raises(ZeroDivisionError), store.writer():
            raise ZeroDivisionError
        with other.writer():
            pass


def fail_without_session(store: Store) -> None:
    with store._engine.connect() as other:
        held = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted"
        other.exec_driver_sql(f"SELECT pg_terminate_backend(pid) FROM ({held}) AS held WHERE pid <> pg_backend_pid()")
    raise ZeroDivisionError


@pytest.mark.postgresql
def test_an_adder_that_lost_its_session_says_what_went_wrong_first(server: Server) -> None:
    with open_store(server.database(), patience=0.2) as store:
        with pytest.raises(ZeroDivisionError), store.writer():
            fail_without_session(store)
        with store.writer():
            pass


def test_who_waits_for_the_lock_gets_the_one_that_others_see(tmp_path: Path) -> None:
    file = tmp_path / "riwaya.db"
    with open_store(file, patience=0.2) as store, store.writer():
        waiting = sqlite3.connect(f"{file}-writer", isolation_level=None)
    with closing(waiting), open_store(file, patience=0.2) as store:
        waiting.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="another program is writing to it"), store.writer():
            pytest.fail("two adders at once")


def test_a_full_disk_stops_with_a_remedy_and_keeps_what_was_stored(tmp_path: Path) -> None:
    file = tmp_path / "riwaya.db"
    script = f"""
import resource, sys
from riwaya.errors import StoreError
from riwaya.store import open_store
from store.invented import paragraphs, reports
with open_store({str(file)!r}) as store:
    store.put_documents(reports(5), paragraphs)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
    try:
        for seed in range(2, 50):
            store.put_documents(reports(50, seed), paragraphs)
    except StoreError as error:
        print(error)
        sys.exit(7)
"""
    path = os.pathsep.join([str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 7, done.stderr
    assert "Free some space, then run the same command again" in done.stdout
    with open_store(file) as store:
        assert store.count_waiting() % 50 == 5
        assert store.put_documents(reports(5), paragraphs).unchanged == 5


def test_a_database_that_may_not_grow_is_a_full_disk(tmp_path: Path) -> None:
    with open_store(tmp_path / "riwaya.db") as store:
        with store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 60")
        with pytest.raises(StoreError, match="the disk is full"):
            store.put_documents(reports(300), paragraphs)
        assert store.count_waiting() == 0


def test_a_temporary_store_is_gone_when_closed() -> None:
    with temporary_store() as store:
        store.put_documents(reports(2), paragraphs)
        folder = Path(store.where).parent
        assert folder.is_dir()
    assert not folder.exists()


@pytest.mark.postgresql
def test_a_server_or_database_that_is_not_there(server: Server) -> None:
    assert "there is no such database" in refused(server.database().replace("@/postgres", "@/none"))
    assert "the server cannot be reached" in refused("postgresql://riwaya@/none?host=/tmp/no-such-folder")
