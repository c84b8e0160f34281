"""Annotating over processes: in order, bounded, and no article takes another with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing import parent_process
from pathlib import Path

import psutil
import pytest
from store.invented import Invented, document, reports

from riwaya.errors import ConfigurationError
from riwaya.model import Document
from riwaya.run.work import Task, Workers
from riwaya.store.records import Annotated, Waiting


def tasks(documents: list[Document], size: int = 4) -> Iterator[Task]:
    for first in range(0, len(documents), size):
        some = documents[first : first + size]
        yield Task(waiting=[Waiting(document=item, digest="") for item in some], counts={})


def done(documents: list[Document], jobs: int) -> list[Annotated]:
    with Workers(Invented, jobs) as workers:
        return [item for results in workers.map(tasks(documents)) for item in results]


def test_one_process_and_two_give_the_same_in_the_same_order() -> None:
    documents = reports(50)
    alone = done(documents, 1)
    assert [item.document.id for item in alone] == [item.id for item in documents]
    assert done(documents, 2) == alone


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_in_one_article_is_its_failure_alone(jobs: int) -> None:
    documents = reports(12)
    documents[3] = document("bad", "[bad]")
    documents[9] = document("fault", "[fault]")
    results = done(documents, jobs)
    assert [item.document.key for item in results if item.record is None] == ["bad", "fault"]
    reasons = [item.failure.reason for item in results if item.failure is not None]
    assert reasons[0] == "bad on purpose"
    assert "a fault of Riwaya's own (ValueError: a fault)" in reasons[1]


def test_an_article_that_kills_its_process_is_a_failure_and_the_others_are_done() -> None:
    documents = reports(30)
    documents[5] = document("killer", "[killed]")
    results = done(documents, 2)
    assert [item.document.id for item in results] == [item.id for item in documents]
    failures = [item for item in results if item.failure is not None]
    assert [item.document.key for item in failures] == ["killer"]
    assert all("was killed" in item.failure.reason and item.again for item in failures if item.failure)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_broken_installation_stops_the_run(jobs: int) -> None:
    with pytest.raises(ConfigurationError, match="Reinstall riwaya"):
        done([document("a", "[configuration]")], jobs)


def test_a_bounded_number_of_tasks_is_under_way() -> None:
    asked = 0

    def counted() -> Iterator[Task]:
        nonlocal asked
        for task in tasks(reports(200), 2):
            asked += 1
            yield task

    with Workers(Invented, 2) as workers:
        for number, _ in enumerate(workers.map(counted())):
            assert asked <= number + 6


def halved(portion: bytes) -> bytes:
    """Return half of a portion; in a worker, die of an empty one."""
    if not portion and parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)
    return portion[: len(portion) // 2]


def test_other_work_goes_over_processes_in_order_and_what_killed_one_is_done_here() -> None:
    portions = [b"x" * size for size in (6, 2, 0, 40, 8)]
    with Workers(Invented, 2) as workers:
        assert list(workers.over(halved, portions)) == [b"xxx", b"x", b"", b"x" * 20, b"xxxx"]


def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = """
import sys
from store.invented import Invented, reports
from riwaya.run.work import Workers
from run.test_work import tasks
if __name__ == "__main__":
    with Workers(Invented, 2) as workers:
        for _ in workers.map(tasks(reports(200) * 100)):
            print("working", flush=True)
"""
    file = tmp_path / "script.py"
    file.write_text(script)
    world = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    parent = subprocess.Popen([sys.executable, str(file)], env=world, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    assert parent.stdout.readline() == "working\n"
    children = psutil.Process(parent.pid).children(recursive=True)
    assert len(children) >= 2
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    end = time.monotonic() + 10
    while time.monotonic() < end and any(child.is_running() for child in children):
        time.sleep(0.05)
    assert not [child for child in children if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]
