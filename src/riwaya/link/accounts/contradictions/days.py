"""Two days of one event: ``تعقد القمة في 12 يونيو``, ``تعقد القمة في 14 يونيو``."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.arabic.letters import fold
from riwaya.link.accounts.contradictions.difference import DAY, Difference, events_before
from riwaya.link.accounts.passages import Passage
from riwaya.link.accounts.wordlists import listed
from riwaya.model import Time

_NEAR = 30  # letters between an event and its date


def days(left: Passage, right: Passage) -> Iterator[Difference]:
    """Yield where each gives one day by its number, and not the same, to one event."""
    one, other = _day(left), _day(right)
    if one is None or other is None or one.value is None or other.value is None:
        return
    events = events_before(left, one.start, _NEAR) & events_before(right, other.start, _NEAR)
    if one.value[:DAY] != other.value[:DAY] and events:
        yield Difference("date", (one.start, one.end), (other.start, other.end), "day")


def _before(passage: Passage, time: Time) -> list[str]:
    return passage.text[: time.start - passage.start].split()[-2:]


def _day(passage: Passage) -> Time | None:
    found = [
        one
        for one in passage.times
        if one.type == "DATE" and one.value and len(one.value) >= DAY and one.value[:DAY].count("-") == 2
    ]
    several = {(one.value or "")[:DAY] for one in found if "W" not in (one.value or "")}
    if any(fold(word) in listed("bounds") for one in found for word in _before(passage, one)):
        return None
    explicit = [
        one for one in found if any(map(str.isdigit, passage.text[one.start - passage.start : one.end - passage.start]))
    ]
    return explicit[0] if len(several) == 1 and explicit else None
