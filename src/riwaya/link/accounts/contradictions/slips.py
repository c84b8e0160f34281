"""A title that belongs to somebody else: ``زيارة الرئيس السهلاني`` for the visit of the prime minister of Sahlan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table
from riwaya.link.accounts.contradictions.difference import Difference
from riwaya.link.accounts.passages import Passage, Reader
from riwaya.link.offices import apart, office
from riwaya.link.visits import misnamed, visits
from riwaya.link.who import Who
from riwaya.model import RoleMention

_MOST = 6  # reports that are shown beside a slip
_REACH = 20  # letters before a title within which the visit stands that it is told of


class Titled(Struct, frozen=True):
    """A sentence that gives somebody a title, and where it stands."""

    passage: Passage
    start: int
    end: int


def slips(
    readers: Sequence[Reader], who: Who, roles: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Titled, list[tuple[Titled, Difference]]]]:
    """Yield each title alone that is told of somebody who holds another office, with who names that office.

    The report tells one visit by the title and by the name, and gives nobody that title; the office that others (or
    itself) give the person nobody can hold together with it. Misses: a title beside a wrong name.
    """
    for reader in readers:
        for wrong in _misnamed(reader):
            person = who(reader.report.document.id, wrong.person)
            if not any(apart(office(role), office(wrong.title)) for role in roles.get(person, ())):
                continue
            right = [one for other in readers if (one := _right(other, who, person, wrong)) is not None][:_MOST]
            if right:
                yield _visited(reader, wrong), [(one, _difference(wrong, one)) for one in right]


def _difference(wrong: RoleMention, right: Titled) -> Difference:
    return Difference("title", (wrong.start, wrong.end), (right.start, right.end), "title")


def _misnamed(reader: Reader) -> list[RoleMention]:
    notes, text = reader.report.annotations, reader.report.document.text
    if not _visit().search(text):
        return []
    sentences = [list(tokens(text, one.start, one.end)) for one in notes.sentences]
    given = [office(role) for person in notes.people for role in person.roles]
    return list(misnamed(visits(sentences, notes, text), given))


def _right(reader: Reader, who: Who, person: str, wrong: RoleMention) -> Titled | None:
    """Return where a report gives the person an office that goes with no such title."""
    report = reader.report
    for one in report.annotations.people:
        if who(report.document.id, one.name) != person:
            continue
        for role in one.role_mentions:
            if apart(office(role.title), office(wrong.title)):
                return _titled(reader, role.start, role.end)
    return None


def _visited(reader: Reader, wrong: RoleMention) -> Titled:
    """Return a title with the visit before it: ``زيارة الرئيس السهلاني``."""
    before = reader.report.document.text[max(0, wrong.start - _REACH) : wrong.start]
    visit = list(_visit().finditer(before))
    return _titled(reader, wrong.start, wrong.end, len(before) - visit[-1].start() if visit else 0)


def _titled(reader: Reader, start: int, end: int, before: int = 0) -> Titled:
    """Return a title as what a report says of somebody: its words alone, the rest is of other things."""
    around = next((one for one in reader.report.annotations.sentences if one.start <= start < one.end), None)
    paragraph = around.paragraph if around is not None else 0
    return Titled(reader.read(start - before, end, None, paragraph), start, end)


def _visit() -> re.Pattern[str]:
    return re.compile("|".join(row["word"] for row in table("visits")))
