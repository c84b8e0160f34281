"""Where a claim or quotation was printed first, by whom since, in which words and through which chains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz.distance import Indel

from riwaya.arabic.letters import fold
from riwaya.model import Copy, Merge, Report
from riwaya.tell.known import Known
from riwaya.tell.trace.origins import by_report, merged, settled
from riwaya.tell.trace.passages import Pasted, passages, pasted
from riwaya.tell.trace.printings import Printing, printing
from riwaya.tell.trace.wording import density
from riwaya.tell.trace.wordlist import Word
from riwaya.tell.views import Views

MOST_WORDS = 300
"""Words that are traced; of a longer text the first."""

MOST_REPORTS = 200
"""Reports that are looked at word by word: those that hold most of the rarest words."""

LEAST_WORDS = 3
_TELLING = 0.5  # weight from which a word tells something
_SURE = 0.85  # likeness from which a stretch is a printing, whenever it was published
_MOSTLY = 0.8  # how much of such a stretch must be of the pasted words; likeness loses what is missing
_BESIDE = 0.62  # likeness from which it is a printing where a sure one was published within some days
_DAYS = 1
_DENSE = 0.3  # how much of that must be of the pasted words
_NAMES = frozenset({"PER", "LOC", "ORG", "NORP"})


class Searched(Views, Protocol):
    """Views that can be searched for reports with some of many words."""

    def near(self, words: str, limit: int) -> Sequence[str]:
        """Return the ids of the current reports that hold most of the rarest of the words."""
        ...


class Trace(Struct, frozen=True, kw_only=True):
    """The printings of pasted words, the first one first, and the known origins behind them, a lower bound.

    ``tied`` are the other printings that may be as early as the first. ``unread`` counts words beyond the bound;
    ``too_few`` tells that there was too little to trace.
    """

    words: str
    printings: tuple[Printing, ...] = ()
    tied: tuple[str, ...] = ()
    origins: int = 0
    unknown: int = 0
    merges: tuple[Merge, ...] = ()
    unread: bool = False
    too_few: bool = False


def trace(views: Searched, words: str) -> Trace:
    """Return every printing of the words in a store: ``لن نغلق القناة`` in four reports, two of one communiqué.

    Misses: a claim told in other words altogether; half of one in the headline and half in the text.
    """
    asked = pasted(words, MOST_WORDS + 1)
    unread = len(asked.words) > MOST_WORDS
    if unread:
        asked = pasted(words[: asked.words[MOST_WORDS].start], MOST_WORDS)
    words = words[: asked.words[-1].end].strip() if asked.words else ""
    if sum(one.weight >= _TELLING for one in asked.words) < LEAST_WORDS:
        return Trace(words=words, too_few=True)
    found = _ordered(_printed(_printings(asked, _reports(views, words))))
    stories = _stories(views, found)
    known = Known({entity.id: entity for story in stories for entity in views.entities(story)}.values())
    accounts = by_report(account for story in stories for account in views.accounts(story))
    found = [replace(one, witness=settled(one.witness, accounts, known)) for one in found]
    witnesses = [one.witness for one in found]
    origins, merges = merged(witnesses, _copies(views, stories))
    return Trace(
        words=words,
        printings=tuple(_nearest(found)),
        tied=_tied(found),
        origins=origins,
        unknown=sum(one.origin is None for one in witnesses),
        merges=merges,
        unread=unread,
    )


def _reports(views: Searched, words: str) -> Iterator[Report]:
    for doc in views.near(words, MOST_REPORTS):
        report = views.report(doc)
        if report is not None:
            yield report


def _printings(asked: Pasted, reports: Iterable[Report]) -> Iterator[tuple[str, Printing]]:
    """Yield the best printing of each report that has one, with the report's key."""
    near = [(report, found) for report in reports if (found := list(passages(asked, report)))]
    names = {
        part
        for report, _ in near
        for one in report.annotations.mentions
        if one.type in _NAMES
        for part in fold(report.document.text[one.start : one.end]).split()
    }

    def is_name(word: Word) -> bool:
        return word.key in names

    for report, stretches in near:
        made = [printing(asked, report, stretch, is_name) for stretch in stretches]
        best = max(made, key=lambda one: (one.likeness, one.told != "own-voice", -one.witness.evidence.start))
        yield report.document.key, best


def _printed(found: Iterable[tuple[str, Printing]]) -> Iterator[tuple[str, Printing]]:
    """Yield what is a printing, and not another sentence with some of the words.

    A claim is printed within days: what is published beside a sure printing needs to be less like the pasted words.
    """
    kept = [one for one in found if one[1].likeness >= _BESIDE]
    days = {day for _, one in kept if _sure(one) and (day := _day(one)) is not None}
    for key, one in kept:
        day = _day(one)
        if _sure(one):
            yield key, replace(one, sure=True)
        elif day is not None and density(one.pieces) >= _DENSE and any(abs(day - other) <= _DAYS for other in days):
            yield key, one


def _sure(one: Printing) -> bool:
    """Return whether a stretch is a printing by its words alone: it keeps them, and says little else."""
    return one.likeness - max(0.0, _MOSTLY - density(one.pieces)) >= _SURE


def _day(one: Printing) -> int | None:
    try:
        return date.fromisoformat((one.witness.published or "")[:10]).toordinal()
    except ValueError:
        return None


def _ordered(found: Iterable[tuple[str, Printing]]) -> list[Printing]:
    """Return the printings by publication, then key; undated ones last."""

    def place(one: tuple[str, Printing]) -> tuple[bool, str, str, str]:
        published = one[1].witness.published
        return published is None, published or "", one[0], one[1].witness.doc

    return [one for _, one in sorted(found, key=place)]


def _tied(found: Sequence[Printing]) -> tuple[str, ...]:
    """Return the printings that may be as early as the first, as far as their dates tell."""
    first = found[0].witness.published if found else None
    if first is None:
        return ()
    rest = ((one.witness.doc, one.witness.published or "") for one in found[1:])
    return tuple(doc for doc, day in rest if day and (day.startswith(first) or first.startswith(day)))


def _nearest(found: Sequence[Printing]) -> Iterator[Printing]:
    """Yield the printings, each with the earlier one that words it most alike."""
    wordings = [[word.lemma for piece in one.pieces for word in piece.printed] for one in found]
    for at, one in enumerate(found):
        before = [(Indel.normalized_similarity(wordings[at], wordings[n]), -n) for n in range(at)]
        yield replace(one, nearest=found[-max(before)[1]].witness.doc) if before else one


def _stories(views: Views, found: Sequence[Printing]) -> list[str]:
    """Return the stories of the printings."""
    docs = {one.witness.doc for one in found}
    return [one.id for one in views.stories() if not docs.isdisjoint(one.documents)] if docs else []


def _copies(views: Views, stories: Sequence[str]) -> list[Copy]:
    return [copy for story in stories for profile in views.sources(story) for copy in profile.copies]


__all__ = ["Printing", "Searched", "Trace", "trace"]
