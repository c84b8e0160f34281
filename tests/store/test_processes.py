"""Processes and commitments in a store: what was linked is what is read, in both databases, from the columns too."""

from __future__ import annotations

from msgspec.structs import replace
from sqlalchemy import select, text

from riwaya.model import Commitment, Evidence, Instance, Links, Story, Turn
from riwaya.store import Store, open_store
from riwaya.store.schema import about, commitments, processes
from store.conftest import Places

PROOF = (Evidence(doc="d", start=0, end=4),)
ROUND = Instance(
    story="s",
    process="حوار المصايد",
    kind="talks",
    number=4,
    name="الجولة الرابعة",
    date="2023-06-10",
    from_="2023-06-10",
    until="2023-06-11",
    status="done",
    online=True,
    evidence=PROOF,
)
GAP = replace(ROUND, number=1, last=3, name="", date=None, from_=None, until=None, status="not-reported", online=False)
BOND = Commitment(
    story="s",
    who=("موريتانيا", "السنغال"),
    what="فتح الميناء",
    by="2023-08-31",
    history=(Turn(change="made", date="2023-03-02", text="فتح الميناء", evidence=PROOF[0]),),
    evidence=PROOF,
)
LINKS = Links(stories=(Story(id="s", title="قصة"),), processes=(GAP, ROUND), commitments=(BOND,))


def test_what_was_linked_is_read(store: Store) -> None:
    store.put_links(LINKS)
    assert list(store.processes()) == list(store.processes("s")) == [GAP, ROUND]
    assert list(store.commitments()) == list(store.commitments("s")) == [BOND]
    assert not [*store.processes("other"), *store.commitments("other")]


def test_the_columns_say_it_too(store: Store) -> None:
    store.put_links(LINKS)
    with store._writing() as connection:
        found = connection.execute(select(processes.c.number, processes.c.last, processes.c.status)).all()
        assert [tuple(row) for row in found] == [(1, 3, "not-reported"), (4, None, "done")]
        row = connection.execute(select(commitments.c.who, commitments.c.deadline, commitments.c.turns)).one()
        assert tuple(row) == ("موريتانيا, السنغال", "2023-08-31", 1)
        assert connection.execute(text("SELECT story_title, number FROM story_processes WHERE number = 4")).all()
        assert connection.execute(text("SELECT story_title, who FROM who_undertook_what")).all()


def test_linking_again_leaves_no_row_behind(store: Store) -> None:
    store.put_links(LINKS)
    store.put_links(replace(LINKS, processes=(ROUND,), commitments=()))
    assert list(store.processes()) == [ROUND]
    assert list(store.commitments()) == []


def test_a_store_from_before_there_were_processes(places: Places) -> None:
    old = places()
    with open_store(old) as store, store._writing() as connection:
        for view in ("story_processes", "who_undertook_what"):
            connection.execute(text(f"DROP VIEW {view}"))
        for table in ("processes", "commitments"):
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(about.update().where(about.c.name == "schema").values(value="4"))
    with open_store(old, create=False) as store:
        assert [*store.stories(), *store.processes(), *store.commitments()] == []
    with open_store(old) as store:
        store.put_links(LINKS)
        assert list(store.processes()) == [GAP, ROUND]
        with store._writing() as connection:
            assert connection.execute(text("SELECT who FROM who_undertook_what")).all()
