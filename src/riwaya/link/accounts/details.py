"""What each witness of a claim says, lacks and contradicts: the rows of the table under an account.

Contradictions come from ``compare`` and from the series of figures; beside them stand the numbers, places and days that
some witnesses have and others lack (``mentioned``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from riwaya.link.accounts.comparing import compare
from riwaya.link.accounts.contradictions.difference import Difference
from riwaya.link.accounts.mentioned import filled, printed, shared
from riwaya.link.accounts.passages import Passage
from riwaya.model import Cell, Detail, DetailKind, Evidence, FigureSeries

MOST_ROWS = 10
MOST_COMPARED = 16  # passages of one claim that are compared pair by pair
_HEAD = 3  # telling words at the head of a telling

Opposing = tuple[Passage, Passage, Difference]


def details(
    told: Sequence[Sequence[Passage]],
    texts: Mapping[str, str],
    series: Sequence[FigureSeries],
    opposed: Sequence[Opposing] = (),
    beside: Sequence[Sequence[Passage]] = (),
) -> tuple[Detail, ...]:
    """Return the details of a claim, the disputed first; ``told[i]`` are the passages of witness ``i``.

    ``opposed`` are passages that are known to contradict each other: a denial and what it denies. ``beside[i]`` are
    what witness ``i`` says right before and after: it lacks nothing that stands there.
    """
    disputed = [*_numbers(told, texts, series), *_contradictions(told, texts, opposed)]
    shown = {cell.value for detail in disputed for cell in detail.cells}
    plain = [one for one in shared(told, texts) if one.what not in shown]
    rows = [*disputed, *plain][:MOST_ROWS]
    return tuple(filled(row, told, beside, texts) for row in rows) if beside else tuple(rows)


# ── contradictions ──────────────────────────────────────────────────────────────────────────────────────────────


def _contradictions(
    told: Sequence[Sequence[Passage]], texts: Mapping[str, str], opposed: Sequence[Opposing]
) -> Iterator[Detail]:
    """Yield a detail for each kind of contradiction between two witnesses, or a headline and the text below it."""
    found: dict[tuple[DetailKind, str], dict[int, tuple[bool, Evidence]]] = {}
    of = {id(passage): at for at, passages in enumerate(told) for passage in passages}
    for one, other, difference in opposed:
        if (left := of.get(id(one))) is not None and (right := of.get(id(other))) is not None and left != right:
            _note(found, difference, (left, one), (right, other))
    placed = [(at, passage) for at, passages in enumerate(told) for passage in passages][:MOST_COMPARED]
    for (left, one), (right, other) in combinations(placed, 2):
        own = one.doc == other.doc and one.title != other.title
        if left == right:
            continue  # what a report's own voice tells again it tells more fully
        for difference in compare(one, other):
            if difference.reason == "contrary":
                continue  # in long passages the two are of two things, or one follows the other (0 of 9 right)
            if difference.reason == "negated" and not _heads(difference, one, other):
                continue
            if (difference.kind == "headline") == own and (own or _two_witnesses(one, other, difference.kind)):
                _note(found, difference, (left, one), (right, other))
    for (kind, reason), sides in sorted(found.items()):
        yield _detail(kind, reason, sides, len(told), texts)


def _heads(difference: Difference, left: Passage, right: Passage) -> bool:
    """Say whether a verb is negated at the head of one report's telling and affirmed at the head of another's."""
    sides = ((left, difference.left), (right, difference.right))
    places = [
        at
        for passage, (start, _) in sides
        for at, word in enumerate(passage.words)
        if word.start == start and word.form in ("past", "present", "future")
    ]
    return left.doc != right.doc and len(places) == 2 and max(places) < _HEAD


def _two_witnesses(left: Passage, right: Passage, kind: DetailKind) -> bool:
    """Say whether two passages can be at odds: one report's own voice goes on from those whom it quotes.

    A count may be: ``صاروخان`` in its own voice stand beside the one of a spokesman.
    """
    if left.doc != right.doc:
        return left.voice.speaker != right.voice.speaker or not left.voice.speaker
    quoted = "own-voice" not in (left.voice.unknown, right.voice.unknown)
    return (quoted or kind == "number") and left.voice.speaker != right.voice.speaker


def _note(
    found: dict[tuple[DetailKind, str], dict[int, tuple[bool, Evidence]]],
    difference: Difference,
    left: tuple[int, Passage],
    right: tuple[int, Passage],
) -> None:
    """Put both witnesses on their sides; a witness keeps the side that it was put on first."""
    sides = found.setdefault((difference.kind, difference.reason), {})
    here = Evidence(doc=left[1].doc, start=difference.left[0], end=difference.left[1])
    there = Evidence(doc=right[1].doc, start=difference.right[0], end=difference.right[1])
    if left[0] == right[0]:
        sides.setdefault(left[0], (True, there if left[1].title else here))
        return
    if difference.kind == "headline":
        sides.setdefault(left[0], (not left[1].title, here))
        sides.setdefault(right[0], (not right[1].title, there))
        return
    first = sides.get(left[0], (not sides[right[0]][0],) if right[0] in sides else (True,))[0]
    sides.setdefault(left[0], (first, here))
    sides.setdefault(right[0], (not sides[left[0]][0], there))


def _detail(
    kind: DetailKind, reason: str, sides: Mapping[int, tuple[bool, Evidence]], size: int, texts: Mapping[str, str]
) -> Detail:
    """Return a disputed detail: the side of fewer witnesses contradicts the other."""
    ahead = sum(side for side, _ in sides.values()) * 2 >= len(sides)
    cells = tuple(
        Cell(witness=at, verdict="lacks")
        if at not in sides
        else Cell(
            witness=at,
            verdict="says" if sides[at][0] == ahead and len(sides) > 1 else "contradicts",
            value=printed(sides[at][1], texts),
            evidence=sides[at][1],
        )
        for at in range(size)
    )
    return Detail(kind=kind, what=cells[min(sides)].value or "", cells=cells, reason=reason)


# ── figures of the story's series ───────────────────────────────────────────────────────────────────────────────


def _numbers(
    told: Sequence[Sequence[Passage]], texts: Mapping[str, str], series: Sequence[FigureSeries]
) -> Iterator[Detail]:
    """Yield a detail for each series of which two witnesses have a count."""
    docs = {one.doc for passages in told for one in passages}
    for one in series:
        places: dict[int, int] = {}
        for number, count in enumerate(one.counts):
            at = _witness(told, count.evidence) if count.evidence.doc in docs else None
            if at is not None:
                places.setdefault(at, number)
        if len(places) < 2:
            continue
        by_count = {number: at for at, number in places.items()}
        rivals = {
            max(rival.left, rival.right): rival.reason
            for rival in one.rivals
            if rival.left in by_count and rival.right in by_count
        }
        cells = tuple(
            Cell(
                witness=at,
                verdict="contradicts" if places[at] in rivals else "says",
                value=printed(one.counts[places[at]].evidence, texts),
                evidence=one.counts[places[at]].evidence,
            )
            if at in places
            else Cell(witness=at, verdict="lacks")
            for at in range(len(told))
        )
        yield Detail(kind="number", what=one.what, cells=cells, reason=next(iter(rivals.values()), ""))


def _witness(told: Sequence[Sequence[Passage]], place: Evidence) -> int | None:
    return next(
        (
            at
            for at, passages in enumerate(told)
            for one in passages
            if one.doc == place.doc and one.start <= place.start < one.end
        ),
        None,
    )
