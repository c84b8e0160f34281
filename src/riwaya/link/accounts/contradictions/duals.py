"""Two of what another has one of: ``صاروخان سقطا``, ``سقوط صاروخ``; other numbers are compared by ``link.figures``."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.arabic.letters import fold
from riwaya.link.accounts.contradictions.difference import Difference
from riwaya.link.accounts.passages import Passage
from riwaya.link.terms import term


def duals(left: Passage, right: Passage) -> Iterator[Difference]:
    """One counts two of what the other has one of: ``صاروخان سقطا``, ``سقوط صاروخ``."""
    if left.doc != right.doc or not left.events & right.events or left.title or right.title:
        return
    for one, other, turned in ((left, right, False), (right, left, True)):
        counted = {term(fold(figure.counted.split()[0])): figure for figure in one.figures if figure.counted.split()}
        for word in other.words:
            figure = counted.get(word.term)
            if figure is None or figure.relation != "exactly" or figure.number != 2 or word.event:
                continue
            printed = fold(other.text[word.start - other.start : word.end - other.start])
            if printed == word.term and not any(here.start <= word.start < here.end for here in other.figures):
                places = (figure.start, figure.end), (word.start, word.end)
                yield Difference("number", *(places[::-1] if turned else places), "one or more")
                return
