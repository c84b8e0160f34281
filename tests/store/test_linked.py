"""Linking in a store: only stories that have changed are worked on, and the rows are those of a store made at once."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

import pytest
from link.made import made

from riwaya.link.kept import Kept
from riwaya.link.links import linked
from riwaya.link.task import Spread, Task, lines
from riwaya.model import Annotations, Clues, Document, Failure, Judgement, Lines, Links, Published, Report
from riwaya.read.recurring import Recurrence
from riwaya.run import linking
from riwaya.run.add import add_documents
from riwaya.run.rulings import Signed, rule, undo
from riwaya.run.work import Workers
from riwaya.store import Store, open_store
from store.conftest import Places
from store.invented import Invented, paragraphs

HUDA = Signed(by="هدى", at="2031-05-02T09:00:00Z", why="قرأتها")
FIRE = "اندلع حريق في مستودع الأخشاب بميناء الزمردة فأصاب {} من العمال، وقالت الوزيرة ليلى قنديل إن التحقيق بدأ"
VOTE = "انتخب نادي الصقور مجلسا جديدا برئاسة سالم الحارثي بعد جمعية عمومية حضرها {} عضوا من الجمهور والإدارة"
SHOW = "افتتح متحف الفخار معرضا للأواني القديمة بحضور {} زائر، وقال المدير رامي البستاني إن القطع نادرة"


def row(doc: str, day: int, told: str, number: int, people: Sequence[str]) -> dict[str, object]:
    text = told.format(number)
    return {
        "doc": doc,
        "outlet": f"صحيفة {doc[-1]}",
        "published": f"2031-05-{day:02}",
        "title": " ".join(text.split()[:6]),
        "text": f"{text}.\n{text} وذلك في مايو {number}.",
        "people": {one: {} for one in people},
    }


ROWS = [
    *(row(f"fire/{at}", 1 + at, FIRE, 4 + at, ["ليلى قنديل"]) for at in range(5)),
    *(row(f"vote/{at}", 2 + at, VOTE, 90 + at, ["سالم الحارثي"]) for at in range(4)),
    *(row(f"show/{at}", 1 + 2 * at, SHOW, 300 + at, ["رامي البستاني"]) for at in range(4)),
]
ALL = [made(one) for one in ROWS]
WORKED: list[str] = []  # the first reports of the stories that were worked on


class Real(Invented):
    """A pipeline that knows the records of made reports, and links as the real one does."""

    version = "real 1"

    def learned(self, document: Document, recurrence: Recurrence) -> Document:
        return document

    def annotate(self, document: Document, dated: Published | None = None) -> Annotations | Failure:
        return next(one for one in known() if one.document.id == document.id).annotations

    def clues(self, document: Document, record: Annotations) -> Clues:
        return Clues(id=document.id, key=document.key, doc=document.doc)

    def linked(self, kept: Kept, rulings: Sequence[Judgement] = (), spread: Spread | None = None) -> Links:
        def counted(tasks: Iterable[Task]) -> Iterator[Lines]:
            for task in tasks:
                WORKED.append(task.story.documents[0].split("/")[0])
                yield lines(task, list(kept.reports(task.story.documents)))

        WORKED.clear()
        return linked(kept, rulings, counted)


class Newer(Real):
    version = "real 2"


MORE: list[Report] = []


def known() -> list[Report]:
    return [*ALL, *MORE]


def add(store: Store, found: Iterable[Report], pipeline: type[Invented] = Real) -> None:
    add_documents([one.document for one in found], store, pipeline=pipeline, paragraphs=paragraphs)


def dumped(where: str, *parts: Sequence[Report]) -> list[str]:
    with open_store(where) as store:
        for part in parts:
            add(store, part)
        return list(store.dump())


def test_the_stories_are_three(store: Store) -> None:
    add(store, ALL)
    assert sorted(WORKED) == ["fire", "show", "vote"]
    assert sorted(len(one.documents) for one in store.stories()) == [4, 4, 5]
    assert store.timeline()
    assert store.sources()


def test_only_the_story_that_a_report_joins_is_worked_on(store: Store) -> None:
    add(store, ALL[:-1])
    add(store, ALL[-1:])
    assert WORKED == ["show"]
    before = list(store.dump())
    add(store, ALL)
    assert list(store.dump()) == before


@pytest.mark.parametrize("seed", range(6))
def test_whatever_the_portions_and_their_order_the_rows_are_the_same(places: Places, seed: int) -> None:
    rng = random.Random(seed)
    mixed = rng.sample(ALL, len(ALL))
    cuts = sorted(rng.sample(range(len(ALL)), 3))
    parts = [mixed[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)]
    assert dumped(places(), *parts) == dumped(places(), ALL)


def test_an_old_report_that_comes_late_changes_its_story_alone(places: Places) -> None:
    late = [one for one in ALL if one.document.doc != "fire/0"]
    with open_store(places()) as store:
        add(store, late)
        add(store, ALL[:1])
        assert WORKED == ["fire"]
        assert list(store.dump()) == dumped(places(), ALL)


def test_a_report_in_new_words_changes_its_story_and_leaves_nothing_of_the_old(places: Places) -> None:
    other = made(row("fire/4", 5, FIRE, 77, ["ليلى قنديل"]) | {"text": FIRE.format(77)})
    renamed = Report(
        document=Document(**{**fields(other.document), "id": "fire/4-2"}),
        annotations=Annotations(**{**fields(other.annotations), "id": "fire/4-2"}),
    )
    MORE[:] = [renamed]
    try:
        with open_store(places()) as store:
            add(store, ALL)
            add(store, [renamed])
            assert WORKED == ["fire"]
            assert not any('"fire/4"' in line for line in store.dump() if line.startswith('["timeline"'))
            assert list(store.dump()) == dumped(places(), ALL, [renamed])
    finally:
        MORE.clear()


def fields(one: object) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__struct_fields__}  # type: ignore[attr-defined]


def test_other_code_works_on_every_story_again(store: Store) -> None:
    add(store, ALL)
    add(store, [], Newer)
    assert sorted(WORKED) == ["fire", "show", "vote"]


def test_a_ruling_changes_rows_and_goes_without_a_trace(store: Store) -> None:
    add(store, ALL)
    before = list(store.dump())
    done = rule(store, "same", "fire/0", "vote/0", HUDA, kind="story")
    ruled = list(store.dump())
    assert ruled != before
    add(store, ALL)
    assert list(store.dump()) == ruled
    undo(store, [done.judgements[0].id])
    assert list(store.dump()) == before


def test_another_name_for_a_person_reaches_the_lines_of_his_stories(places: Places) -> None:
    with open_store(places()) as store, open_store(places()) as other:
        add(store, ALL[:6])
        rule(store, "renamed", "ليلى قنديل", "ليلى محمود قنديل", HUDA)
        assert any("ليلى محمود قنديل" in one.people for one in store.stories())
        add(store, ALL[6:])
        assert any("ليلى محمود قنديل" in one.people for one in store.stories())
        other.put_rulings(store.rulings())
        add(other, ALL)
        assert list(store.dump()) == list(other.dump())


def test_over_processes_the_same_is_linked(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    add(store, ALL)
    words = "أصاب"
    for doc in ("fire/1", "fire/2"):
        assert words in next(one.document.text for one in ALL if one.document.id == doc)
    rule(store, "different", f"{words}@fire/1", f"{words}@fire/2", HUDA, kind="claim")
    rule(store, "same", f"{words}@fire/1", f"{words}@fire/3", HUDA, kind="event")
    alone = linking.linked(store, store.rulings(), "real 3", linked)
    monkeypatch.setattr(linking, "FEW", 0)
    with Workers(Real, 2) as workers:
        found = linking.linked(store, store.rulings(), "real 4", linked, workers=workers)
    assert (found.timeline, found.accounts, found.sources) == (alone.timeline, alone.accounts, alone.sources)
    assert (found.figures, found.positions, found.stories) == (alone.figures, alone.positions, alone.stories)
    assert found.accounts
    assert not found.unchanged
