"""Words that stand in a sentence about something else: the sentence around them as a passage."""

from __future__ import annotations

from msgspec import Struct

from riwaya.link.accounts.contradictions.difference import DAY
from riwaya.link.accounts.passages import Passage, Reader
from riwaya.model import Statement


class Told(Struct, frozen=True):
    """The passage in which words stand, and where."""

    passage: Passage
    start: int
    end: int


def told(reader: Reader, start: int, end: int) -> Told:
    """Return words in the statement around them, else in the sentence in the outlet's own voice."""
    notes = reader.report.annotations
    around = next((one for one in notes.sentences if one.start <= start < one.end), None)
    paragraph = around.paragraph if around is not None else 0
    said: Statement | None = next(
        (one for one in notes.statements if one.parent is None and one.start <= start < one.end), None
    )
    if said is not None:
        return Told(reader.read(said.start, said.end, said, paragraph), start, end)
    low, high = (around.start, around.end) if around is not None else (start, end)
    return Told(reader.read(low, high, None, paragraph), start, end)


def published(reader: Reader) -> str:
    """Return the day on which a report was published, empty where nobody knows."""
    day = reader.report.annotations.published or reader.report.document.published
    return (day.value if day is not None else reader.report.document.given or "")[:DAY]
