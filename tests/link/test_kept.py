"""What was linked before is taken over where nothing has changed, and only there: as if all were linked at once."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest

from riwaya.link.dependence import windows as dependence
from riwaya.link.dependence.sheet import Sheet
from riwaya.link.kept import Before, Held, Met
from riwaya.link.links import linked
from riwaya.model import Links, Report, Streamed, Window

from .made import made

LINES = [
    "أعلنت بلدية الواحة أن الجسر الخشبي القديم سيغلق أمام العربات حتى تنتهي أعمال الترميم التي بدأها المهندسون",
    "قال مدير المنارة رامي البستاني إن السفن الصغيرة لن تغادر المرفأ قبل أن تهدأ العاصفة وتصلح الرافعة التي سقطت ليلا",
    "فاز نادي الصقور بكأس الساحل بعد مباراة طويلة انتهت بركلات الترجيح وحضرها جمهور كبير من القرى المجاورة للملعب",
]


def report(at: int, day: str) -> Report:
    line, other = LINES[at % 3], LINES[(at + at // 5) % 3]
    return made(
        {
            "doc": f"r{at:02}",
            "outlet": f"صحيفة {at % 4}",
            "published": day,
            "title": " ".join(line.split()[2:7]),
            "text": f"{line}.\n{other} للمرة {at}." if at % 2 else f"{line}.",
            "people": {"رامي البستاني": {}} if "رامي البستاني" in line + other else {},
        }
    )


DAYS = ["2031-01-03", "2031-01-20", "2031-02-02", "2031-02-27", "2031-04-01", "2031-04-02"]
ALL = [report(at, DAYS[at // 4]) for at in range(24)]


class Again(Held):
    """Reports in memory, and what was linked of some before."""

    version = "1"

    def __init__(self, reports: Sequence[Report], before: Links) -> None:
        super().__init__(reports)
        self._links = before

    def before(self) -> Mapping[str, Before]:
        return {one.id: Before(self._links.inputs[one.id], one) for one in self._links.stories}

    def met(self) -> Mapping[str, Met]:
        return {one.id: Met(self._links.entity_inputs[one.id], one) for one in self._links.entities}

    def stream(self) -> Mapping[str, Streamed]:
        return self._links.stream

    def windows(self) -> Mapping[int, Window]:
        return self._links.windows


def lines(links: Links, story: str) -> list[object]:
    views = (links.timeline, links.sources, links.processes, links.commitments)
    more = (links.figures, links.accounts, links.positions)
    return [one for view in (*views, *more) for one in view if one.story == story]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dependence, "ENOUGH", 5)


@pytest.mark.parametrize("seed", range(8))
def test_in_whatever_portions_reports_come_they_are_linked_as_all_at_once(small: None, seed: int) -> None:
    rng = random.Random(seed)
    order = sorted(ALL, key=lambda one: one.document.id) if seed == 0 else rng.sample(ALL, len(ALL))
    first, second = order[: rng.randrange(8, 16)], order[: rng.randrange(16, 24)]
    fresh = linked(Again(ALL, Links()))
    before: Links = Links()
    held: dict[str, list[object]] = {}
    for part in (first, second, ALL):
        before = linked(Again(part, before))
        known = {one.id for one in before.stories}
        held = {story: held[story] if story in before.unchanged else lines(before, story) for story in sorted(known)}
    assert before.stories == fresh.stories
    assert (before.windows, before.stream, before.inputs) == (fresh.windows, fresh.stream, fresh.inputs)
    assert (before.entities, before.outcomes) == (fresh.entities, fresh.outcomes)
    assert held == {one.id: lines(fresh, one.id) for one in fresh.stories}


def test_there_are_windows_and_copies_in_them(small: None) -> None:
    found = linked(Again(ALL, Links())).windows
    assert len(found) > 1
    assert sum(len(one.copies) for one in found.values()) > 3


def test_what_was_found_of_a_window_is_taken_over_while_its_reports_are_the_same(small: None) -> None:
    found = linked(Again(ALL, Links()))
    first = min(found.windows)
    marked = {number: Window(one.mark, (), one.prints) for number, one in found.windows.items()}
    again = linked(Again(ALL, Links(windows=marked)))
    assert all(not one.copies for one in again.windows.values())
    fewer = linked(Again(ALL[1:], Links(windows=marked)))
    assert fewer.windows[first].copies


def test_an_entity_is_taken_over_while_its_reports_are_the_same() -> None:
    found = linked(Again(ALL, Links()))
    assert found.entities
    assert not found.same
    assert linked(Again(ALL, found)).same == {one.id for one in found.entities}
    assert not linked(Again(ALL[3:], found)).same & {
        one.id for one in found.entities if ALL[1].document.id in one.documents
    }


def test_all_of_few_reports_are_one_window() -> None:
    sheets = [Sheet(id=str(at), key=str(at), day=at * 28) for at in range(5)]
    (found,) = dependence.windows(sheets)
    assert found.among == found.paired == (0, 1, 2, 3, 4)


def test_a_window_has_reports_enough_before_its_era_else_after_it(small: None) -> None:
    sheets = [Sheet(id=str(at), key=str(at), day=at // 2 * 28) for at in range(12)]
    sheets.append(Sheet(id="x", key="x"))
    found = dependence.windows(sheets)
    assert [one.eras for one in found] == [(0, 1, 2), (3,), (4,), (5,)]
    assert found[0].among == (0, 1, 2, 3, 4, 5, 12)
    assert found[1].among == (2, 3, 4, 5, 6, 7, 12)
    assert found[1].paired == (4, 5, 6, 7, 12)
    assert [one.last for one in found] == [False, False, False, True]
    assert found[1].own(sheets[5], sheets[6])
    assert not found[1].own(sheets[4], sheets[5])
    assert not found[1].own(sheets[12], sheets[12])
    assert found[3].own(sheets[12], sheets[12])
