"""Between which months a report was written, by who holds which office in it: lexicon/incumbents.tsv.

``وزير الخارجية فلان`` was not written before his term began; where the head of a report says so, not after it.
A former holder (``الرئيس السابق …``) puts the report after the term.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from riwaya.annotate.prose import Prose
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table
from riwaya.model import Span

HEAD = 2
"""Sentences of a report that speak of its own day: further down an old president may be told of by his title."""
_REACH = 6
_SLACK = 2
_FORMER = frozenset(map(fold, ("السابق", "السابقة", "الأسبق", "السابقين", "الراحل", "الراحلة", "المخلوع", "المعزول")))
_TOLD = frozenset(map(fold, ("عهد", "آنذاك", "حينها", "حينذاك", "أيام")))
_NOT_YET = frozenset(map(fold, ("المنتخب", "المنتخبة", "مرشح", "المرشح", "المرشحة", "المعين", "الجديد", "الجديدة")))
_OTHERS = frozenset(
    map(
        fold,
        ("حملة", "مكتب", "اللجنة", "لجنة", "حزب", "الحزب", "هيئة", "أركان", "نادي", "النادي", "حركة", "مؤسسة", "مدينة"),
    )
)
_BREAKS = frozenset(".؛:؟!")


class Term(Struct, frozen=True):
    """A term of office in months since year 0, both included."""

    first: int
    last: int


class Bounds(Struct, frozen=True):
    """The months in which a report can have been written, and the words that say so."""

    first: int | None = None
    last: int | None = None
    evidence: tuple[Span, ...] = ()


def incumbents(prose: Prose) -> Bounds:
    """Return between which months a report was written, as far as titles tell; no bound where they contradict.

    Misses: offices and holders outside lexicon/incumbents.tsv, titles that stand after the name.
    """
    floors: list[tuple[int, Span]] = []
    ceilings: list[tuple[int, Span]] = []
    for index in range(len(prose.sentences)):
        for span, terms, former, told in _held(prose.words(index)):
            first, last = min(term.first for term in terms), max(term.last for term in terms)
            floors.append((min(term.last for term in terms) - _SLACK if former else first, span))
            if index < HEAD and not former and not told:
                ceilings.append((last, span))
    floor = max(floors, key=lambda one: one[0], default=None)
    ceiling = min(ceilings, key=lambda one: one[0], default=None)
    if floor is not None and ceiling is not None and ceiling[0] < floor[0]:
        ceiling = None
    evidence = tuple(dict.fromkeys(one[1] for one in (floor, ceiling) if one is not None))
    return Bounds(floor[0] if floor else None, ceiling[0] if ceiling else None, evidence)


def _held(words: Sequence[Token]) -> Iterator[tuple[Span, tuple[Term, ...], bool, bool]]:
    """Yield (span, terms, whether former, whether told of another day) of every title with its holder."""
    known = _known()
    for at, token in enumerate(words):
        for rest, role, terms in known.get(token.key, ()):
            start = at - len(rest)
            if start < 1 or any(words[start + i].key != key for i, key in enumerate(rest)):
                continue
            first = _title(words, start)
            if first is None or _base(words[first].key) != role:
                continue
            around = {word.key for word in words[max(0, first - 1) : at + 3]}
            if around.isdisjoint(_NOT_YET):
                span = Span(start=words[first].start, end=token.end)
                yield span, terms, not around.isdisjoint(_FORMER), not around.isdisjoint(_TOLD)


def _title(words: Sequence[Token], name: int) -> int | None:
    """Return where the title before a name begins: ``نائب الرئيس`` at its first word; not that of a lesser body."""
    at = name - 1
    while at >= max(0, name - _REACH) and words[at].text not in _BREAKS and words[at].key not in _OTHERS:
        if _base(words[at].key) in _roles():
            before = words[at - 1].key if at else ""
            if _base(before) in _roles():
                return None if _base(before) == _base(words[at].key) else at - 1
            return None if before.startswith(("نائب", "نايب", "مساعد", "مستشار", "وكيل")) else at
        at -= 1
    return None


def _base(key: str) -> str:
    """Return a key without the proclitics and the article that a title may carry: ``والرئيس`` → ``رئيس``."""
    if key[:1] in "وف" and len(key) > 4:
        key = key[1:]
    for prefix in ("ال", "لل", "بال", "ب", "ل"):
        if key.startswith(prefix) and key[len(prefix) :] in _roles():
            return key[len(prefix) :]
    return key


@cache
def _roles() -> frozenset[str]:
    return frozenset(fold(row["role"]) for row in table("incumbents"))


@cache
def _known() -> Mapping[str, tuple[tuple[tuple[str, ...], str, tuple[Term, ...]], ...]]:
    """Return last key of a name → (the keys before it, role, terms) of those who have it."""
    found: dict[str, dict[tuple[tuple[str, ...], str], tuple[Term, ...]]] = {}
    for row in table("incumbents"):
        *rest, last = (fold(word) for word in row["name"].split())
        held = found.setdefault(last, {})
        who = (tuple(rest), fold(row["role"]))
        held[who] = (*held.get(who, ()), Term(_month(row["from"]), _month(row["until"])))
    return {last: tuple((*who, terms) for who, terms in held.items()) for last, held in found.items()}


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1
