"""Where a report prints pasted words: the stretch that holds most of them, if it holds enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from riwaya.model import Report
from riwaya.tell.trace.wordlist import Word, words

LEAST = 0.4
"""Share of the pasted words' weight below which a stretch is not looked at word by word."""

_LOOSE = 1.6  # a stretch may be so many times as long as the pasted words
_SPARE = 8  # and so many words
_LENGTH_COSTS = 0.02  # of two stretches that hold as much, the shorter one
_BEFORE = 2  # words before a stretch in which a negation still belongs to it


class Pasted(Struct, frozen=True):
    """The words to be traced, what they weigh together, and how often each lemma stands among them."""

    words: tuple[Word, ...]
    total: float
    wanted: dict[str, int]
    weights: dict[str, float]


def pasted(text: str, most: int) -> Pasted:
    """Return the words of a pasted text, no more than ``most``."""
    found = tuple(words(text)[:most])
    weights = {one.lemma: one.weight for one in found}
    return Pasted(found, sum(one.weight for one in found), dict(Counter(one.lemma for one in found)), weights)


def passages(asked: Pasted, report: Report) -> Iterator[list[Word]]:
    """Yield the best stretch of the headline and of the body, as words; none where too little is held.

    Misses: a claim told in two places of one report, half of it in each.
    """
    for section in sections(report):
        stretch = _best(asked, section)
        if stretch is not None:
            first, last = stretch
            while first and section[first - 1].negates and stretch[0] - first < _BEFORE:
                first -= 1
            yield section[first : last + 1]


def sections(report: Report) -> Iterator[list[Word]]:
    """Yield the words of the headline and of the body, what is not of the article left out."""
    document = report.document
    title = document.title
    out = sorted((one.start, one.end) for one in (*report.annotations.furniture, *report.annotations.frame))
    if title is not None:
        yield _outside(words(document.text, title.start, title.end), ())
    yield _outside(words(document.text, title.end if title else 0), out)


def _outside(found: Iterable[Word], out: Sequence[tuple[int, int]]) -> list[Word]:
    """Return the words that stand outside all stretches, both in text order."""
    kept, at = [], 0
    for word in found:
        while at < len(out) and out[at][1] <= word.start:
            at += 1
        if at == len(out) or word.start < out[at][0]:
            kept.append(word)
    return kept


def _best(asked: Pasted, section: Sequence[Word]) -> tuple[int, int] | None:
    """Return the first and last word of the stretch that holds most of the pasted words' weight."""
    spots = [at for at, word in enumerate(section) if word.lemma in asked.wanted]
    longest = int(_LOOSE * len(asked.words)) + _SPARE
    held: Counter[str] = Counter()
    weight, first = 0.0, 0
    best: tuple[float, int, int] | None = None
    for at in spots:
        base = section[at].lemma
        held[base] += 1
        weight += asked.weights[base] if held[base] <= asked.wanted[base] else 0.0
        while _to_leave(section, spots[first], at, held, asked, longest):
            gone = section[spots[first]].lemma
            weight -= asked.weights[gone] if held[gone] <= asked.wanted[gone] else 0.0
            held[gone] -= 1
            first += 1
        worth = weight - _LENGTH_COSTS * (at - spots[first])
        if weight >= LEAST * asked.total and (best is None or worth > best[0] + 1e-9):
            best = (worth, spots[first], at)
    return (best[1], best[2]) if best else None


def _to_leave(section: Sequence[Word], first: int, last: int, held: Counter[str], asked: Pasted, longest: int) -> bool:
    """Return whether the first word leaves the stretch: it is too far off, or stands again in what follows."""
    base = section[first].lemma
    return last - first >= longest or (held[base] > asked.wanted[base] and first < last)
