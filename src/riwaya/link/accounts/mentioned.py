"""Numbers, days and places that some witnesses of a claim have and others lack.

A place counts where it is the place of something (``في بندر``): ``الموالين لإيران`` and ``غادرنا واشنطن`` are none.
A day is compared by its last day, so that ``نهاية العام`` and ``اليوم الأخير من العام`` are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.link.accounts.contradictions.difference import DAY
from riwaya.link.accounts.passages import Passage
from riwaya.link.accounts.wordlists import joined
from riwaya.model import Cell, Detail, DetailKind, Evidence, Time

_PLAIN: tuple[DetailKind, ...] = ("number", "date", "place")
_EACH = 3  # rows of one kind
_WHERE = 2  # words before a place among which one says that something is there

Place = tuple[str, int, int]


class Said(Struct, frozen=True):
    """What a witness has of a detail: the words, where they stand, and a key that equals what is the same."""

    key: str
    value: str
    evidence: Evidence


def shared(told: Sequence[Sequence[Passage]], texts: Mapping[str, str]) -> Iterator[Detail]:
    """Yield the numbers, days and places that witnesses give, those that most give first."""
    for kind in _PLAIN:
        found: dict[str, dict[int, Said]] = {}
        for at, passages in enumerate(told):
            for passage in passages:
                for said in _said(kind, passage, texts):
                    found.setdefault(said.key, {}).setdefault(at, said)
        for key in sorted(found, key=lambda key: (-len(found[key]), key))[:_EACH]:
            yield _plain(kind, found[key], len(told))


def filled(
    detail: Detail, told: Sequence[Sequence[Passage]], beside: Sequence[Sequence[Passage]], texts: Mapping[str, str]
) -> Detail:
    """Return a day or place with the cells of those who have it too, in other words or in the next sentence."""
    if detail.kind not in ("date", "place") or detail.reason == "deadline":
        return detail
    held = [cell for cell in detail.cells if cell.verdict == "says" and cell.evidence is not None]
    keys = {key for cell in held if cell.evidence for key in _keys(detail.kind, cell.evidence, told)}
    cells = tuple(
        _again(cell, detail.kind, keys, (*told[cell.witness], *beside[cell.witness]), texts)
        if cell.verdict == "lacks"
        else cell
        for cell in detail.cells
    )
    return replace(detail, cells=cells)


def _again(cell: Cell, kind: DetailKind, keys: set[str], passages: Sequence[Passage], texts: Mapping[str, str]) -> Cell:
    for passage in passages:
        for key, start, end in _all(kind, passage):
            if key in keys:
                place = Evidence(doc=passage.doc, start=start, end=end)
                return Cell(witness=cell.witness, verdict="says", value=printed(place, texts), evidence=place)
    return cell


def _keys(kind: DetailKind, place: Evidence, told: Sequence[Sequence[Passage]]) -> Iterator[str]:
    for passage in (one for passages in told for one in passages if one.doc == place.doc):
        for key, start, end in _all(kind, passage):
            if start < place.end and place.start < end:
                yield key


def printed(place: Evidence, texts: Mapping[str, str]) -> str:
    """Return words as printed, with the article that a clitic swallowed: ``للولايات`` has ``الولايات``."""
    text = texts[place.doc]
    words = " ".join(text[place.start : place.end].split())
    return f"ا{words}" if words.startswith("ل") and text[max(0, place.start - 1) : place.start] == "ل" else words


def _plain(kind: DetailKind, said: Mapping[int, Said], size: int) -> Detail:
    cells = tuple(
        Cell(witness=at, verdict="says", value=said[at].value, evidence=said[at].evidence)
        if at in said
        else Cell(witness=at, verdict="lacks")
        for at in range(size)
    )
    return Detail(kind=kind, what=said[min(said)].value, cells=cells)


def _said(kind: DetailKind, passage: Passage, texts: Mapping[str, str]) -> Iterator[Said]:
    for key, start, end in _all(kind, passage):
        if kind != "place" or _there(passage, start):
            evidence = Evidence(doc=passage.doc, start=start, end=end)
            yield Said(key, printed(evidence, texts), evidence)


def _all(kind: DetailKind, passage: Passage) -> Iterator[Place]:
    if kind == "number":
        for figure in passage.figures:
            if figure.number is not None:
                yield f"{figure.number:g} {fold(figure.counted)}", figure.start, figure.end
    elif kind == "date":
        for time in passage.times:
            if time.type in ("DATE", "TIME") and time.value and time.value[:1].isdigit():
                yield _last(time), time.start, time.end
    else:
        for name, start, end in passage.places:
            yield fold(name), start, end


def _last(time: Time) -> str:
    """Return the day of a time, of the end of a year or month its last day: ``نهاية العام`` → ``2021-12-31``."""
    if time.mod == "END" and time.until:
        return (date.fromisoformat(time.until[:DAY]) - timedelta(days=1)).isoformat()
    return (time.value or "")[:DAY]


def _there(passage: Passage, start: int) -> bool:
    """Say whether something is in a place: ``في بندر``, ``ببندر``, ``داخل مدينة بندر``."""
    before = passage.text[: start - passage.start]
    if before and not before[-1].isspace():
        return before[-1] == "ب"
    return not {fold(word) for word in before.split()[-_WHERE:]}.isdisjoint(joined("where"))
