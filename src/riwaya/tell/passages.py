"""Passages: the words of an evidence with a little of what stands around them, for two versions beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from riwaya.model import Account, Evidence, FigureSeries, Position, Report, SourceProfile
from riwaya.tell.bidi import tame

_AROUND = 120
"""Letters shown before and behind the words, within their sentence."""
_WORDS = 400
_MOST_COPIES = 10


class Passage(Struct, frozen=True):
    """The words of an evidence between what stands before and behind them in their sentence; ``…`` where it is cut."""

    before: str
    words: str
    after: str


def passage(report: Report, place: Evidence) -> Passage:
    """Return the words with their sentence around them: ``أعلنت الوزارة أن [12 جريحا] وصلوا …`` (the ministry said …).

    No more than some 120 letters stand on either side, and none of the next sentence. Misses: words over several
    sentences are shown whole up to 400 letters, then cut.
    """
    text = report.document.text
    first, last = _sentence(report, place)
    words = _line(text[place.start : place.end])
    return Passage(
        _tail(_line(text[first : place.start]).lstrip()),
        words if len(words) <= _WORDS else f"{words[:_WORDS].rsplit(' ', 1)[0]} …",
        _head(_line(text[place.end : last]).rstrip()),
    )


def wanted(
    accounts: Sequence[Account],
    positions: Sequence[Position],
    sources: Sequence[SourceProfile],
    series: Sequence[FigureSeries] = (),
) -> frozenset[Evidence]:
    """Return the evidence that the page shows in words: of witnesses, details, merges, shifts, copies and rivals."""
    return frozenset((*_of_accounts(accounts), *_of_positions(positions), *_of_copies(sources), *_of_series(series)))


def _of_accounts(accounts: Iterable[Account]) -> Iterator[Evidence]:
    for account in accounts:
        yield from (witness.evidence for witness in account.witnesses)
        yield from (one for merge in account.merges for one in merge.evidence)
        yield from (cell.evidence for detail in account.details for cell in detail.cells if cell.evidence)


def _of_positions(positions: Iterable[Position]) -> Iterator[Evidence]:
    for one in positions:
        if one.against or one.contradicts:
            yield from (*one.evidence[:1], *([one.against] if one.against else []), *one.contradicts)


def _of_copies(sources: Iterable[SourceProfile]) -> Iterator[Evidence]:
    for source in sources:
        for own in (False, True):
            shown = [copy for copy in source.copies if copy.same_outlet == own][:_MOST_COPIES]
            yield from (one for copy in shown for one in copy.evidence)


def _of_series(series: Iterable[FigureSeries]) -> Iterator[Evidence]:
    for one in series:
        for rivals in one.rivals[:1]:
            yield from (one.counts[rivals.left].evidence, one.counts[rivals.right].evidence)


def _sentence(report: Report, place: Evidence) -> tuple[int, int]:
    """Return where the sentences of the words begin and end, the words themselves at least."""
    around = [s for s in report.annotations.sentences if s.start < place.end and s.end > place.start]
    return min([place.start, *(s.start for s in around)]), max([place.end, *(s.end for s in around)])


def _line(text: str) -> str:
    """Return text as one line; blanks at its edges stay, as one."""
    return " ".join(f".{tame(text)}.".split())[1:-1]


def _tail(text: str) -> str:
    return text if len(text) <= _AROUND else f"… {text[-_AROUND:].split(' ', 1)[-1]}"


def _head(text: str) -> str:
    return text if len(text) <= _AROUND else f"{text[:_AROUND].rsplit(' ', 1)[0]} …"
