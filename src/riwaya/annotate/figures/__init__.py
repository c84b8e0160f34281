"""Figures: quantities that a reader would compare between outlets: ``نحو 3500 جندي``, ``صاروخان``, ``15 في المئة``.

Numbers come from ``arabic.numerals``; this file decides which of them count something, what, and with which relation.
Dates, durations, ages, ordinals and numbers that name (``المادة 5``) are no figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.annotate.figures.counted import Counted
from riwaya.annotate.figures.duals import Duals
from riwaya.annotate.figures.taken import Taken
from riwaya.annotate.prose import Prose
from riwaya.arabic.tokens import tokens
from riwaya.model import Figure, Time


def figures(prose: Prose, times: Sequence[Time]) -> tuple[Figure, ...]:
    """Return the figures of prose and headings in text order: ``ثلاث جولات على الأقل`` → at least 3 of ``جولات``.

    Spans are code points and hold relation, number and counted noun; ``counted`` is the noun as printed, with its
    adjective. Misses: figures spread over a list (``قتيلان وثلاثة جرحى`` is two), nouns in the dual outside
    lexicon/countnouns.tsv, numbers of people after verbs that lexicon/figureguards.tsv lacks.
    """
    taken = Taken(times)
    out: list[Figure] = []
    text = prose.document.text
    parts = [prose.words(sentence) for sentence in range(len(prose.sentences))]
    parts += [tuple(tokens(text, heading.start, heading.end)) for heading in prose.document.headings]
    for words in parts:
        out.extend(_Reader(words, text, taken).all())
    return tuple(sorted(out, key=lambda figure: figure.start))


class _Reader(Counted, Duals):
    """The figures of one sentence."""

    __slots__ = ()

    def all(self) -> Iterator[Figure]:
        found: list[Figure] = []
        skip = -1
        for at, numeral in enumerate(self.numerals):
            if at == skip:
                continue
            figure, skip = self.counted(at, numeral)
            if figure is not None:
                found.append(figure)
        found.extend(self.duals())
        found.extend(self.vague())
        yield from sorted(found, key=lambda figure: figure.start)
