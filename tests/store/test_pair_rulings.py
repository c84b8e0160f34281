"""Rulings on stories, copies and events in a store: they outlive rebuilds, other orders, other keys and a kill -9."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from link.made import made
from msgspec.structs import replace

from riwaya.errors import RulingError
from riwaya.link.kept import Kept
from riwaya.link.links import linked
from riwaya.link.task import Spread
from riwaya.model import Annotations, Clues, Document, Failure, Judgement, Links, PairKind, Published, Report, Verdict
from riwaya.read.recurring import Recurrence
from riwaya.run import rulingfile
from riwaya.run.add import add_documents
from riwaya.run.rulings import Done, Signed, rule, take, undo
from riwaya.store import Store, open_store
from riwaya.tell.dossier import dossier
from riwaya.tell.rows import rows
from store.conftest import Places
from store.invented import Invented, paragraphs
from store.killed import killed_at

HUDA = Signed(by="هدى", at="2031-03-05T09:00:00Z", why="قرأتهما")
LINE = (
    "أعلنت نقابة البحارة في ميناء الزمردة أن العمال سيعودون إلى الأرصفة بعد أن قبلت الشركة زيادة الأجور ودفع المتأخرات "
    "كلها قبل نهاية الشهر وتشكيل لجنة تنظر في ساعات العمل الليلي وفي سلامة الرافعات القديمة على الرصيف الشرقي"
)
MADE = [
    {
        "doc": "strike/a",
        "outlet": "المرفأ",
        "published": "2031-03-02",
        "title": "إضراب البحارة في ميناء الزمردة",
        "text": f"بدأ إضراب البحارة في ميناء الزمردة في 1 مارس 2031.\\n{LINE}.",
        "times": [["1 مارس 2031", "2031-03-01"]],
    },
    {
        "doc": "strike/b",
        "outlet": "الساحل",
        "published": "2031-03-03",
        "title": "ميناء الزمردة بعد الإضراب",
        "text": f"وصلت سفن البضائع إلى ميناء الزمردة في 3 مارس 2031.\\n{LINE}.",
        "times": [["3 مارس 2031", "2031-03-03"]],
    },
    {
        "doc": "strike/c",
        "outlet": "التلال",
        "published": "2031-03-03",
        "title": "اجتماع نقابة البحارة",
        "text": "اجتمعت نقابة البحارة في ميناء الزمردة في 2 مارس 2031 مع الشركة.",
        "times": [["2 مارس 2031", "2031-03-02"]],
    },
    {
        "doc": "cup/d",
        "outlet": "الملاعب",
        "published": "2031-06-09",
        "title": "كأس التلال",
        "text": "فاز نادي السهول بكأس التلال في 8 يونيو 2031 بعد ركلات الترجيح.",
        "times": [["8 يونيو 2031", "2031-06-08"]],
    },
]
ALL = [made(one | {"text": one["text"].replace("\\n", "\n")}) for one in MADE]  # type: ignore[attr-defined, operator]


class Told(Invented):
    """A pipeline that knows the records of made reports, and links as the real one does."""

    version = "told pairs 1"

    def learned(self, document: Document, recurrence: Recurrence) -> Document:
        return document

    def annotate(self, document: Document, dated: Published | None = None) -> Annotations | Failure:
        return next(replace(one.annotations, id=document.id) for one in ALL if one.document.text == document.text)

    def clues(self, document: Document, record: Annotations) -> Clues:
        return Clues(id=document.id, key=document.key, doc=document.doc)

    def linked(self, kept: Kept, rulings: Sequence[Judgement] = (), spread: Spread | None = None) -> Links:
        return linked(kept, rulings, spread)


def add(store: Store, found: Iterable[Report]) -> None:
    add_documents([one.document for one in found], store, pipeline=Told, paragraphs=paragraphs)


def ruled(store: Store, kind: PairKind, verdict: Verdict, left: str, right: str) -> Done:
    return rule(store, verdict, left, right, HUDA, kind=kind)


def stories(store: Store) -> list[list[str]]:
    names = store.names()
    return sorted(sorted(names[doc] for doc in one.documents) for one in store.stories())


def copies(store: Store) -> set[tuple[str, str]]:
    names = store.names()
    return {(names[one.doc], names[one.original]) for profile in store.sources() for one in profile.copies}


def lines(store: Store) -> list[tuple[str, list[str]]]:
    names = store.names()
    return [(one.date, sorted(names[place.doc] for place in one.evidence)) for one in store.timeline()]


@pytest.fixture
def told(store: Store) -> Store:
    add(store, ALL)
    return store


def test_two_reports_are_ruled_one_story_and_undone(told: Store) -> None:
    before = list(told.dump())
    apart = stories(told)
    assert ["cup/d"] in apart
    done = ruled(told, "story", "same", "strike/a", "cup/d")
    assert any({"strike/a", "cup/d"} <= set(one) for one in stories(told))
    assert {one.effect for one in done.outcomes.values()} == {"in-effect"}
    marked = [one for one in told.stories() if one.rulings]
    assert [[mark.by for mark in one.rulings] for one in marked] == [["هدى"]]
    undo(told, [done.judgements[0].id])
    assert list(told.dump()) == before


def test_two_reports_of_a_story_are_ruled_two(told: Store) -> None:
    ruled(told, "story", "same", "strike/a", "strike/b")
    ruled(told, "story", "same", "strike/b", "strike/c")
    assert ["strike/a", "strike/b", "strike/c"] in stories(told)
    with pytest.raises(RulingError) as caught:
        ruled(told, "story", "different", "strike/a", "strike/c")
    assert sum(one.id in caught.value.remedy for one in told.rulings()) == 2
    undo(told, [told.rulings()[1].id])
    ruled(told, "story", "different", "strike/a", "strike/c")
    assert not any({"strike/a", "strike/c"} <= set(one) for one in stories(told))


def test_a_copy_is_ruled_none_and_a_report_is_ruled_a_copy(told: Store) -> None:
    ruled(told, "story", "same", "strike/a", "strike/b")
    ruled(told, "story", "same", "strike/a", "strike/c")
    assert ("strike/b", "strike/a") in copies(told)
    done = ruled(told, "copy", "different", "strike/b", "strike/a")
    assert ("strike/b", "strike/a") not in copies(told)
    ruled(told, "copy", "same", "strike/c", "strike/a")
    assert ("strike/c", "strike/a") in copies(told)
    with pytest.raises(RulingError, match="otherwise"):
        ruled(told, "copy", "same", "strike/b", "strike/a")
    undo(told, [done.judgements[0].id])
    ruled(told, "copy", "same", "strike/a", "strike/b")
    assert ("strike/a", "strike/b") in copies(told)
    assert ("strike/b", "strike/a") not in copies(told)


def test_two_lines_are_ruled_one_event_and_one_line_two(told: Store) -> None:
    ruled(told, "story", "same", "strike/a", "strike/b")
    left, right = "بدأ إضراب البحارة@strike/a", "وصلت سفن البضائع@strike/b"
    before = lines(told)
    assert not any({"strike/a", "strike/b"} <= set(docs) for _, docs in before)
    done = ruled(told, "event", "same", left, right)
    assert any({"strike/a", "strike/b"} <= set(docs) for _, docs in lines(told))
    (line,) = (one for one in told.timeline() if one.rulings)
    assert line.rulings[0].why == HUDA.why
    undo(told, [done.judgements[0].id])
    assert lines(told) == before


def claims(store: Store) -> list[set[str]]:
    names = store.names()
    return [{names[one.doc] for one in account.witnesses} for account in store.accounts()]


def test_two_passages_are_ruled_one_claim_and_one_claim_two(told: Store) -> None:
    ruled(told, "story", "same", "strike/a", "strike/b")
    ruled(told, "story", "same", "strike/a", "strike/c")
    told_by_two = "أعلنت نقابة البحارة في ميناء الزمردة أن العمال"
    assert any({"strike/a", "strike/b"} <= docs for docs in claims(told))
    assert not any({"strike/a", "strike/c"} <= docs for docs in claims(told))
    apart = ruled(told, "claim", "different", f"{told_by_two}@strike/a", f"{told_by_two}@strike/b")
    assert not any({"strike/a", "strike/b"} <= docs for docs in claims(told))
    undo(told, [apart.judgements[0].id])
    assert any({"strike/a", "strike/b"} <= docs for docs in claims(told))
    ruled(told, "claim", "same", "بدأ إضراب البحارة@strike/a", "اجتمعت نقابة البحارة@strike/c")
    (account,) = (one for one in told.accounts() if one.rulings)
    assert {"strike/a", "strike/c"} <= {told.names()[one.doc] for one in account.witnesses}


def test_words_that_the_report_does_not_have_are_refused(told: Store) -> None:
    with pytest.raises(RulingError, match="does not have these words"):
        ruled(told, "event", "same", "أقلعت الطائرة@strike/a", "وصلت سفن البضائع@strike/b")
    with pytest.raises(RulingError, match="WORDS@REPORT"):
        ruled(told, "claim", "same", "بدأ إضراب البحارة", "وصلت سفن البضائع@strike/b")
    with pytest.raises(RulingError, match="no such report"):
        ruled(told, "story", "same", "strike/a", "nowhere")
    with pytest.raises(RulingError, match="both sides"):
        ruled(told, "story", "same", "strike/a", "strike/a")


def given(store: Store) -> None:
    ruled(store, "story", "same", "strike/a", "cup/d")
    ruled(store, "story", "same", "strike/a", "strike/b")
    ruled(store, "copy", "different", "strike/b", "strike/a")
    ruled(store, "event", "same", "بدأ إضراب البحارة@strike/a", "وصلت سفن البضائع@strike/b")
    ruled(store, "claim", "different", "بدأ إضراب البحارة@strike/a", "وصلت سفن البضائع@strike/b")


def test_rows_depend_on_reports_and_rulings_not_on_what_came_first(places: Places) -> None:
    with open_store(places()) as store:
        add(store, ALL)
        given(store)
        rulings, expected = store.rulings(), list(store.dump())
    for parts in ([ALL[::-1]], [ALL[2:], ALL[:2]]):
        with open_store(places()) as store:
            add(store, parts[0])
            take(store, rulings[::-1])
            for part in parts[1:]:
                add(store, part)
            assert list(store.dump()) == expected


def test_a_report_under_another_key_is_known_by_what_it_prints(places: Places) -> None:
    with open_store(places()) as store:
        add(store, ALL)
        given(store)
        rulings = store.rulings()
    moved = [
        replace(one, document=replace(one.document, key=f"moved/{one.document.key}", id=f"moved-{one.document.id}"))
        for one in ALL
    ]
    with open_store(places()) as store:
        add(store, moved)
        take(store, rulings)
        assert {one.effect for one in store.outcomes().values()} == {"in-effect"}


def test_rulings_go_into_a_file_and_out_again(told: Store, tmp_path: Path) -> None:
    given(told)
    file = tmp_path / "rulings.jsonl"
    assert rulingfile.write(told.rulings(), str(file)) == 5
    assert rulingfile.read(str(file)) == list(told.rulings())
    first = json.loads(file.read_text(encoding="utf-8").splitlines()[0])
    for wrong in ({"verdict": "renamed"}, {"left": first["left"] | {"only": False, "reports": []}}):
        file.write_text(json.dumps(first | wrong), encoding="utf-8")
        with pytest.raises(RulingError):
            rulingfile.read(str(file))


def test_rows_and_page_show_where_a_person_ruled(told: Store) -> None:
    given(told)
    assert any(row["rulings"] for row in rows("stories", told))
    assert any(row["rulings"] for row in rows("timeline", told))
    page = "".join(dossier(told))
    assert page.count('class="ruled"') >= 2


def test_killed_at_any_moment_a_ruling_is_there_with_its_rows_or_not_at_all(places: Places) -> None:
    where = places()
    with open_store(where) as store:
        add(store, ALL)
        before = list(store.dump())
    seen = set()
    for order in range(4, 90, 12):
        code = killed_at(where, order, lambda opened: ruled(opened, "story", "same", "strike/a", "cup/d"))
        with open_store(where) as store:
            seen.add((code, list(store.dump()) == before, len(store.rulings())))
            if store.rulings():
                undo(store, [one.id for one in store.rulings()])
                assert list(store.dump()) == before
    assert seen <= {(-signal.SIGKILL, True, 0), (-signal.SIGKILL, False, 1), (0, False, 1)}
    assert {(-signal.SIGKILL, True, 0), (0, False, 1)} <= seen
