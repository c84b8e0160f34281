"""Reports that list events by date: ``2014: …``, ``7 مايو 2015: …``; what stands under a date is of that date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from riwaya.model import Sentence, Time

LEAST = 3  # sentences that a date opens, in a list
_OPENING = 4  # code points between the start of a sentence and the date that opens it: ``- ``


def chronicle(sentences: Sequence[Sentence], times: Iterable[Time], text: str) -> Mapping[int, Time]:
    """Return by its start the date that each sentence stands under, in a report that lists events by date.

    ``8 مايو: غارة على بندر. قتل 42 جنديا في الغارة`` (8 May: a raid. 42 soldiers were killed): the 42 are of 8 May.
    Misses: lists of fewer than three dates, and what follows the list.
    """
    explicit = {one.start: one for one in times if one.type == "DATE" and _numbered(text, one)}
    opening: dict[int, Time] = {}
    for sentence in sentences:
        dates = (explicit.get(at) for at in range(sentence.start, sentence.start + _OPENING))
        if (date := next((one for one in dates if one is not None), None)) is not None:
            opening[sentence.start] = date
    if len(opening) < LEAST:
        return {}
    under: dict[int, Time] = {}
    last: Time | None = None
    for sentence in sentences:
        last = opening.get(sentence.start, last)
        if last is not None:
            under[sentence.start] = last
    return under


def _numbered(text: str, time: Time) -> bool:
    return any(map(str.isdigit, text[time.start : time.end]))
