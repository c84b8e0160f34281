"""Rulings in a store: kept through rebuilds, later reports, other orders and a kill -9; undone, refused, taken over."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from link.made import case, made
from msgspec.structs import replace

from riwaya.errors import RulingError
from riwaya.link.kept import Kept
from riwaya.link.links import linked
from riwaya.link.task import Spread
from riwaya.model import Annotations, Clues, Document, Failure, Judgement, Links, Published, Report, Verdict
from riwaya.read.recurring import Recurrence
from riwaya.run import rulingfile
from riwaya.run.add import add_documents
from riwaya.run.rulings import Done, Signed, rule, take, undo
from riwaya.store import Store, open_store
from store.conftest import Places
from store.invented import Invented, paragraphs, reports
from store.killed import killed_at

HUDA = Signed(by="هدى", at="2031-02-01T09:00:00Z", why="هو نفسه في السجل")
HASAN = Signed(by="حسن", at="2031-02-02T09:00:00Z")
SPELT, OTHER, FAR = "زيغفريد هولم", "سيجفريد هوليم", "تسيغ هولوم"
NAME = "رياض المنصوري"


class Told(Invented):
    """A pipeline that knows the records of made reports, and links as the real one does."""

    version = "told 1"

    def learned(self, document: Document, recurrence: Recurrence) -> Document:
        return document

    def annotate(self, document: Document, dated: Published | None = None) -> Annotations | Failure:
        return next(one for one in ALL if one.document.id == document.id).annotations

    def clues(self, document: Document, record: Annotations) -> Clues:
        return Clues(id=document.id, key=document.key, doc=document.doc)

    def linked(self, kept: Kept, rulings: Sequence[Judgement] = (), spread: Spread | None = None) -> Links:
        return linked(kept, rulings, spread)


def renumbered(name: str) -> list[Report]:
    """Return the reports of a case under the case's name."""
    return [made(one | {"doc": f"{name}/{one['doc']}"}) for one in case(f"rulings/{name}")["reports"]]


CASE, NAMESAKES, LONE = renumbered("chain"), renumbered("namesakes"), renumbered("everywhere")
ALL = [*CASE, *NAMESAKES, *LONE]


def add(store: Store, found: Iterable[Report]) -> None:
    add_documents([one.document for one in found], store, pipeline=Told, paragraphs=paragraphs)


def ruled(store: Store, verdict: Verdict, left: str, right: str, signed: Signed = HUDA) -> Done:
    return rule(store, verdict, left, right, signed)


def people(store: Store) -> list[tuple[str, list[str]]]:
    docs = store.names()
    return sorted(
        (one.name, sorted(docs[doc].split("/")[1] for doc in one.documents))
        for one in store.entities()
        if one.type == "person"
    )


@pytest.fixture
def told(store: Store) -> Store:
    add(store, CASE)
    return store


def test_a_ruling_shows_at_once_in_every_row_that_speaks_of_them(told: Store) -> None:
    done = ruled(told, "same", SPELT, OTHER)
    assert people(told) == [(FAR, ["far"]), (OTHER, ["cup", "m1"])]
    (entity,) = (one for one in told.entities() if one.name == OTHER)
    assert [(one.by, one.why) for one in entity.rulings] == [(HUDA.by, HUDA.why)]
    assert done.outcomes[done.judgements[0].id].left == entity.id
    assert told.outcomes() == done.outcomes
    assert OTHER in {name for story in told.stories() for name in story.people}
    assert SPELT not in {name for story in told.stories() for name in story.people}


def test_the_rows_depend_on_reports_and_rulings_not_on_what_came_first(places: Places) -> None:
    with open_store(places()) as store:
        add(store, CASE[:2])
        ruled(store, "same", SPELT, OTHER)
        ruled(store, "renamed", OTHER, "زيغفريد هولم الوزير")
        add(store, NAMESAKES[:2])
        ruled(store, "different", f"{NAME}@namesakes/m1", f"{NAME}@namesakes/m2")
        add(store, [*CASE[2:], *NAMESAKES[2:]])
        add(store, CASE)
        rulings, expected = store.rulings(), list(store.dump())
        assert any("renamed" in row for row in expected)
    both = [*CASE, *NAMESAKES]
    for parts in ([both[::-1]], [NAMESAKES[::-1], CASE], [both[3:6], both[6:], both[:3]]):
        with open_store(places()) as store:
            add(store, parts[0])
            take(store, rulings[::-1])
            for part in parts[1:]:
                add(store, part)
            assert list(store.dump()) == expected


def test_rulings_that_are_there_before_the_reports_wait_for_them(places: Places) -> None:
    with open_store(places()) as store:
        add(store, CASE)
        ruled(store, "same", SPELT, OTHER)
        rulings, expected = store.rulings(), list(store.dump())
    with open_store(places()) as store:
        done = take(store, rulings)
        assert {one.effect for one in done.outcomes.values()} == {"no-name"}
        add(store, CASE)
        assert list(store.dump()) == expected


def test_undone_it_is_as_if_it_had_never_been(told: Store) -> None:
    before = list(told.dump())
    done = ruled(told, "different", SPELT, OTHER)
    more = ruled(told, "renamed", FAR, "تسيغ الخطاط", HASAN)
    undo(told, [done.judgements[0].id, more.judgements[0].id])
    assert list(told.dump()) == before
    with pytest.raises(RulingError, match="no such ruling"):
        undo(told, [done.judgements[0].id])


def test_what_contradicts_is_refused_with_the_rulings_in_the_way(told: Store) -> None:
    first = ruled(told, "same", SPELT, OTHER).judgements[0]
    second = ruled(told, "same", FAR, OTHER, HASAN).judgements[0]
    before = list(told.dump())
    with pytest.raises(RulingError) as caught:
        ruled(told, "different", f"{SPELT}@chain/m1", f"{FAR}@chain/far")
    assert first.id in caught.value.remedy
    assert f"riwaya rulings undo {second.id}" in caught.value.remedy
    assert HASAN.by in caught.value.remedy
    assert list(told.dump()) == before
    undo(told, [second.id])
    ruled(told, "different", SPELT, FAR)
    with pytest.raises(RulingError, match="nothing was changed"):
        ruled(told, "same", OTHER, FAR)
    assert people(told) == [(FAR, ["far"]), (OTHER, ["cup", "m1"])]


def test_the_same_ruling_again_changes_nothing_whoever_gives_it(told: Store) -> None:
    first = ruled(told, "different", SPELT, OTHER)
    before = list(told.dump())
    assert ruled(told, "different", OTHER, SPELT, HASAN).known == first.judgements[0]
    assert list(told.dump()) == before


def test_a_new_name_stands_in_place_of_the_one_before(told: Store) -> None:
    first = ruled(told, "renamed", SPELT, "هولم الوزير")
    again = ruled(told, "renamed", "هولم الوزير", "زيغفريد هولم الأول", HASAN)
    assert again.replaced == first.judgements
    assert [one.id for one in told.rulings()] == [again.judgements[0].id]
    assert "زيغفريد هولم الأول" in {one.name for one in told.entities()}


@pytest.mark.parametrize("name", ["هولم الأول", "هولم الثاني", "هولم الثالث"])
def test_of_new_names_that_were_not_linked_yet_the_last_one_stands(told: Store, name: str) -> None:
    for one in ("هولم الرابع", "هولم الخامس", name):
        done = rule(told, "renamed", SPELT, one, HUDA, link_now=False)
    assert told.rulings() == list(done.judgements)


def test_whoever_was_renamed_can_be_ruled_on_by_the_new_name(store: Store) -> None:
    add(store, [LONE[0], LONE[3]])
    ruled(store, "renamed", "نامير", "نامير الكبير")
    assert ruled(store, "same", "نامير الكبير", "نامير الصغير").known is None
    assert people(store) == [("نامير الكبير", ["cup", "sea"])]
    ruled(store, "renamed", "نامير الكبير", "نامير الأول", HASAN)
    assert people(store) == [("نامير الأول", ["cup", "sea"])]


def test_a_report_of_an_odd_name_does_not_keep_its_ruling_from_a_colleague(store: Store, tmp_path: Path) -> None:
    found = replace(CASE[0].document, doc="a\tb/\u2028c", key="a\tb\u2028c")
    add_documents([found], store, pipeline=Told, paragraphs=paragraphs)
    given = ruled(store, "renamed", people(store)[0][0], "هولم الوزير").judgements
    rulingfile.write(given, str(tmp_path / "rulings.jsonl"))
    assert rulingfile.read(str(tmp_path / "rulings.jsonl")) == list(given)


def test_namesakes_are_parted_by_report_and_ruled_on_by_id_then(store: Store) -> None:
    add(store, NAMESAKES)
    done = ruled(store, "different", f"{NAME}@namesakes/m1", f"{NAME}@namesakes/p1")
    assert people(store) == [(NAME, ["m1", "m2", "m3"]), (NAME, ["p1", "p2"])]
    with pytest.raises(RulingError, match="2 bear that name") as caught:
        ruled(store, "renamed", NAME, "رياض النائب")
    outcome = done.outcomes[done.judgements[0].id]
    assert str(outcome.right) in caught.value.remedy
    ruled(store, "renamed", str(outcome.right), "رياض النائب")
    assert people(store) == [("رياض المنصوري", ["m1", "m2", "m3"]), ("رياض النائب", ["p1", "p2"])]


def test_one_report_against_all_others_of_the_name(store: Store) -> None:
    add(store, NAMESAKES)
    ruled(store, "different", f"{NAME}@namesakes/m3", NAME)
    assert people(store) == [(NAME, ["m1", "m2", "p1", "p2"]), (NAME, ["m3"])]


def test_one_name_on_both_sides_asks_for_reports(store: Store) -> None:
    add(store, NAMESAKES)
    with pytest.raises(RulingError, match="has both under one name") as caught:
        ruled(store, "different", NAME, NAME)
    assert f"{NAME}@namesakes/m1" in caught.value.remedy
    with pytest.raises(RulingError, match="one already"):
        ruled(store, "same", NAME, NAME)


@pytest.mark.parametrize(
    ("name", "problem", "remedy"),
    [
        ("زيغفريد هولن", "is called that", SPELT),
        ("قطعا لا أحد", "is called that", "riwaya show people"),
        (f"{SPELT}@nowhere.txt", "no such report", "riwaya show article"),
        (f"{SPELT}@chain/far", "in that report is called that", FAR),
        ("", "is called that", "riwaya show people"),
        ("٪' OR 1=1 --", "is called that", "riwaya show people"),
    ],
)
def test_who_is_not_found_is_told_who_comes_near(told: Store, name: str, problem: str, remedy: str) -> None:
    with pytest.raises(RulingError, match=problem) as caught:
        ruled(told, "same", name, OTHER)
    assert remedy in caught.value.remedy


def test_a_name_in_any_spelling_finds_them(store: Store) -> None:
    add(store, NAMESAKES)
    for name in ("رياض المنصورى", "ريَاض المنصوري", "رياض منصوري"):
        done = ruled(store, "renamed", name, f"{name} الأول")
        assert people(store) == [(done.judgements[0].right.name, ["m1", "m2", "m3", "p1", "p2"])]


def test_later_only_keeps_it_and_the_next_add_links(told: Store) -> None:
    before = people(told)
    rule(told, "same", SPELT, OTHER, HUDA, link_now=False)
    assert people(told) == before
    assert told.outcomes() == {}
    add(told, CASE)
    assert people(told) == [(FAR, ["far"]), (OTHER, ["cup", "m1"])]


def test_what_an_add_has_still_to_do_is_done_after_a_ruling(told: Store) -> None:
    told.touch("told 2")
    assert told.to_link()
    ruled(told, "same", SPELT, OTHER)
    assert told.to_link()


# ── files ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_file_brings_the_rulings_to_a_colleague_whose_reports_lie_elsewhere(places: Places, tmp_path: Path) -> None:
    file = str(tmp_path / "rulings.jsonl")
    with open_store(places()) as store:
        add(store, CASE)
        ruled(store, "same", SPELT, f"{OTHER}@chain/cup")
        assert rulingfile.write(store.rulings(), file) == 1
        rulings = store.rulings()
    assert rulingfile.read(file) == list(rulings)
    with open_store(places()) as store:
        add(store, CASE)
        take(store, rulingfile.read(file))
        assert people(store) == [(FAR, ["far"]), (OTHER, ["cup", "m1"])]
        assert take(store, rulingfile.read(file)).judgements == ()


def test_a_file_that_contradicts_is_taken_over_not_at_all(places: Places) -> None:
    with open_store(places()) as theirs:
        add(theirs, CASE)
        ruled(theirs, "different", SPELT, OTHER, HASAN)
        ruled(theirs, "renamed", FAR, "تسيغ الخطاط", HASAN)
        rulings = theirs.rulings()
    with open_store(places()) as mine:
        add(mine, CASE)
        own = ruled(mine, "same", SPELT, OTHER).judgements[0]
        before = list(mine.dump())
        with pytest.raises(RulingError, match="given before say otherwise") as caught:
            take(mine, rulings)
        assert f"undo {own.id}" in caught.value.remedy
        assert list(mine.dump()) == before


# ── kill -9 ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_killed_at_any_moment_a_ruling_is_there_with_its_rows_or_not_at_all(places: Places) -> None:
    where = places()
    with open_store(where) as store:
        add(store, CASE)
        before = list(store.dump())
    seen = set()
    for order in range(4, 90, 6):
        code = killed_at(where, order, lambda opened: ruled(opened, "same", SPELT, OTHER))
        with open_store(where) as store:
            seen.add((code, list(store.dump()) == before, len(store.rulings())))
            if store.rulings():
                undo(store, [one.id for one in store.rulings()])
                assert list(store.dump()) == before
    assert seen <= {(-signal.SIGKILL, True, 0), (-signal.SIGKILL, False, 1), (0, False, 1)}
    assert {(-signal.SIGKILL, True, 0), (0, False, 1)} <= seen


# ── older stores ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_store_from_before_there_were_rulings(places: Places) -> None:
    where = places()
    with open_store(where) as store:
        add_documents(reports(5), store, pipeline=Invented, paragraphs=paragraphs)
        with store._writing() as connection:
            connection.exec_driver_sql("DROP TABLE judgements")
            connection.exec_driver_sql('CREATE TABLE judgements ("left" text, "right" text, kind text, score float)')
            connection.exec_driver_sql("UPDATE about SET value = '2' WHERE name = 'schema'")
    with open_store(where, create=False) as store:
        assert store.rulings() == []
        assert store.outcomes() == {}
    with open_store(where, create=False, change=True) as store:
        name = next(one.name for one in store.entities())
        rule(store, "renamed", name, "اسم آخر", HUDA, link_now=False)
        assert len(store.rulings()) == 1


def test_a_single_word_is_ruled_on_wherever_it_stands(store: Store) -> None:
    add(store, LONE[:2])
    with pytest.raises(RulingError, match="2 bear that name"):
        ruled(store, "same", "نامير", "نامير")
    assert ruled(store, "same", "نامير@*", "نامير@*").judgements[0].left.everywhere
    assert people(store) == [("نامير", ["cup", "fair"])]
    add(store, LONE[2:])
    ruled(store, "same", "نامير@*", "نامير دا كوستا")
    assert people(store) == [("نامير الصغير", ["sea"]), ("نامير دا كوستا", ["cup", "dam", "fair"])]
