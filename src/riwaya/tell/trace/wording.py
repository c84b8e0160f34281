"""How a printing words what was pasted: kept, inflected, moved, spelt otherwise, dropped, added, replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from riwaya.tell.trace.wordlist import Word

Op = Literal["kept", "inflected", "spelt", "moved", "dropped", "added", "replaced"]
Meaning = Literal["negation", "number", "name"]

HELD: frozenset[Op] = frozenset({"kept", "inflected", "spelt", "moved"})
_ALIKE = 75  # of two names: one letter in five may differ
_SHORTEST = 4
_ORDER, _BREAK, _MANY = 0.25, 0.04, 0.01


class Piece(Struct, frozen=True, kw_only=True):
    """Words of what was pasted beside those of the printing; ``meaning`` says what a change makes another claim.

    ``start`` and ``end`` are offsets into the printing's report, there where the printing has the words.
    """

    op: Op
    pasted: tuple[Word, ...] = ()
    printed: tuple[Word, ...] = ()
    meaning: Meaning | None = None


def compare(asked: Sequence[Word], found: Sequence[Word], is_name: Callable[[Word], bool]) -> list[Piece]:
    """Return the pieces of both in order of the printing: ``لن ننسحب`` beside ``ننسحب`` drops a negation.

    ``is_name`` tells of a word whether it is a name, or a part of one.
    Misses: a verb replaced by its contrary (``نجح``, ``فشل``) is a word replaced.
    """
    pieces = [_judged(one, is_name) for one in _moved(list(_aligned(asked, found)))]
    recounted = _recounted(asked, found)
    return [_numbered(one, recounted) for one in pieces]


def likeness(pieces: Sequence[Piece], asked: Sequence[Word], breaks: int) -> float:
    """Return how sure it is that a stretch prints what was pasted: words kept, in order, many, in one paragraph.

    The weights were fitted on some 600 stretches, read one by one (quality/trace.tsv).
    """
    total = sum(word.weight for word in asked)
    held = sum(word.weight for one in pieces if one.op in HELD for word in one.pasted)
    moved = sum(word.weight for one in pieces if one.op == "moved" for word in one.pasted)
    if not total:
        return 0.0
    return (held - _ORDER * moved) / total - _BREAK * breaks + _MANY * min(held, 10.0)


def density(pieces: Sequence[Piece]) -> float:
    """Return how much of what a stretch says is of the pasted words."""
    held = sum(word.weight for one in pieces if one.op in HELD for word in one.printed)
    total = sum(word.weight for one in pieces for word in one.printed)
    return held / total if total else 0.0


def share(pieces: Sequence[Piece], asked: Sequence[Word]) -> float:
    """Return how much of the pasted words' weight a printing keeps."""
    total = sum(word.weight for word in asked)
    held = sum(word.weight for one in pieces if one.op in HELD for word in one.pasted)
    return round(held / total, 3) if total else 0.0


def _aligned(asked: Sequence[Word], found: Sequence[Word]) -> Iterator[Piece]:
    left, right = [one.lemma for one in asked], [one.lemma for one in found]
    gone: tuple[Word, ...] = ()
    came: tuple[Word, ...] = ()
    for code in Indel.opcodes(left, right):
        theirs, ours = tuple(asked[code.src_start : code.src_end]), tuple(found[code.dest_start : code.dest_end])
        if code.tag == "equal":
            yield from _pair(gone, came)
            gone, came = (), ()
            yield from _equal(theirs, ours)
        else:
            gone, came = gone + theirs, came + ours
    yield from _pair(gone, came)


def _equal(theirs: Sequence[Word], ours: Sequence[Word]) -> Iterator[Piece]:
    for left, right in zip(theirs, ours, strict=True):
        same = left.key == right.key or left.number is not None
        yield Piece(op="kept" if same else "inflected", pasted=(left,), printed=(right,))


def _pair(gone: tuple[Word, ...], came: tuple[Word, ...]) -> Iterator[Piece]:
    """Yield what stands in place of what; a name in another spelling is no change."""
    for at, left in enumerate(gone):
        for spot, right in enumerate(came):
            if _spelling(left, right):
                yield from _changed(gone[:at], came[:spot])
                yield Piece(op="spelt", pasted=(left,), printed=(right,))
                yield from _pair(gone[at + 1 :], came[spot + 1 :])
                return
    yield from _changed(gone, came)


def _changed(gone: tuple[Word, ...], came: tuple[Word, ...]) -> Iterator[Piece]:
    if gone or came:
        op: Op = "replaced" if gone and came else "dropped" if gone else "added"
        yield Piece(op=op, pasted=gone, printed=came)


def _spelling(left: Word, right: Word) -> bool:
    if left.number is not None or right.number is not None or left.negates != right.negates:
        return False
    if min(len(left.key), len(right.key)) < _SHORTEST:
        return False
    return fuzz.ratio(left.key, right.key) >= _ALIKE


def _moved(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with what was dropped in one place and added in another told as moved."""
    gone: dict[str, list[Word]] = {}
    for one in pieces:
        if one.op in ("dropped", "replaced"):
            for word in one.pasted:
                gone.setdefault(word.lemma, []).append(word)
    pairs: dict[int, Word] = {}
    taken: set[int] = set()
    for one in pieces:
        if one.op in ("added", "replaced"):
            for word in one.printed:
                if waiting := gone.get(word.lemma):
                    pairs[word.start] = waiting.pop(0)
                    taken.add(pairs[word.start].start)
    return [part for one in pieces for part in _without(one, pairs, taken)]


def _without(piece: Piece, pairs: dict[int, Word], taken: set[int]) -> Iterator[Piece]:
    if piece.op in HELD:
        yield piece
        return
    gone = tuple(word for word in piece.pasted if word.start not in taken)
    run: tuple[Word, ...] = ()
    for word in piece.printed:
        if word.start in pairs:
            yield from _changed(gone, run)
            gone, run = (), ()
            yield Piece(op="moved", pasted=(pairs[word.start],), printed=(word,))
        else:
            run += (word,)
    yield from _changed(gone, run)


def _judged(piece: Piece, is_name: Callable[[Word], bool]) -> Piece:
    meaning = _meaning(piece, is_name)
    if meaning is None:
        return piece
    return Piece(op=piece.op, pasted=piece.pasted, printed=piece.printed, meaning=meaning)


def _meaning(piece: Piece, is_name: Callable[[Word], bool]) -> Meaning | None:
    """Return what makes a changed piece another claim, None where it is only worded otherwise."""
    if piece.op in HELD:
        return None
    gone, came = piece.pasted, piece.printed
    if any(one.negates for one in gone) != any(one.negates for one in came):
        return "negation"
    if piece.op != "replaced":
        return None
    numbers = ([one.number for one in side if one.number is not None] for side in (gone, came))
    left, right = numbers
    if left and right and left != right:
        return "number"
    return "name" if any(map(is_name, gone)) and any(map(is_name, came)) else None


def _recounted(asked: Sequence[Word], found: Sequence[Word]) -> set[int]:
    """Return where the printing counts with another number what was pasted: ``26 راكبا`` beside ``60 راكبا``."""
    mine, theirs = _counts(asked), _counts(found)
    places: set[int] = set()
    for counted in mine.keys() & theirs.keys():
        if not {one.number for one in mine[counted]} & {one.number for one in theirs[counted]}:
            places |= {one.start for one in theirs[counted]}
    return places


def _counts(text: Sequence[Word]) -> dict[str, list[Word]]:
    found: dict[str, list[Word]] = {}
    for one, following in pairwise(text):
        if one.number is not None and following.number is None:
            found.setdefault(following.lemma, []).append(one)
    return found


def _numbered(piece: Piece, recounted: set[int]) -> Piece:
    if piece.meaning is None and any(word.start in recounted for word in piece.printed) and piece.op not in HELD:
        return Piece(op=piece.op, pasted=piece.pasted, printed=piece.printed, meaning="number")
    return piece
