"""How far a content reaches, and whether it stands in quotation marks."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.annotate.statements.attribution import Attribution
from riwaya.annotate.statements.marks import Opening
from riwaya.annotate.statements.modes import is_label, mode
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.resumption import Turn
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import words
from riwaya.model import Mode

_COMMAS = frozenset(("،", ","))
_AND_THAT = words("and-that")
_TRAILING = words("trailing")
_PUNCT = frozenset('.،,؛;:!؟?…-–"«»“”„')
_ASKING = frozenset("!؟?")


class Contents:
    """Finds where contents end."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def end(
        self,
        reading: Reading,
        opening: Opening,
        openings: Mapping[int, Opening],
        attributions: Mapping[int, Attribution],
        last: int,
    ) -> tuple[int, Mode]:
        """Return the token after the content and its mode: direct, indirect or mixed."""
        start, mark = opening.content, opening.quotation
        turn = Turn(reading, opening, openings, attributions, last, self._sources)
        close = reading.quotations.by_open[mark].close if mark is not None else None
        if mark is None:
            stop = trimmed(reading, start, _scan(turn, start))
            return stop, mode(reading, start, stop)
        if close is None:
            return trimmed(reading, start, _scan(turn, start)), "direct"
        if close >= last:
            return trimmed(reading, start, last, quoted=True), "direct"
        stop, whole = _after_quotation(turn, close)
        how: Mode = "direct" if whole else mode(reading, mark, stop)
        return trimmed(reading, start, stop, quoted=whole), how


def _after_quotation(turn: Turn, close: int) -> tuple[int, bool]:
    """Return where the content ends after a closing mark, and whether all of it is quoted."""
    reading, opening, last = turn.reading, turn.opening, turn.last
    while True:
        j = close + 1
        while j < last and j in reading.quotations.stray:
            j += 1
        if j >= last:
            return close, True
        comma = reading.tokens[j].text in _COMMAS
        k = j + 1 if comma else j
        if k + 1 < last and reading.keys[k] == "و" and k + 1 in reading.quotations.by_open:
            again = reading.quotations.by_open[k + 1].close
            if again is None or again >= last:
                return last, True
            close = again
            continue
        if k + 1 < last and reading.keys[k] in _AND_THAT and opening.how == "that":
            inner = k + 1 in reading.quotations.by_open
            again = reading.quotations.by_open[k + 1].close if inner else None
            if inner and again is not None and again < last:
                close = again
                continue
            return _scan(turn, k + 1), False
        stops = comma or reading.tokens[j].kind == "punct" or turn.resumes(j, True)
        if stops or (opening.how in ("colon", "quote") and turn.leaves(j)):
            return close, True
        return _scan(turn, j), False


def _scan(turn: Turn, start: int) -> int:
    """Return the token at which the reporter speaks again, past quotations."""
    quotations, j = turn.reading.quotations, start
    while j < turn.last:
        quotation = quotations.by_open.get(j)
        if quotation is not None and quotation.close is not None and quotation.close < turn.last:
            j = quotation.close + 1
            continue
        if j > start and turn.resumes(j, False):
            return j
        j += 1
    return turn.last


def trimmed(reading: Reading, start: int, stop: int, quoted: bool = False) -> int:
    """Return the content's end without marks and connectives at its edge; a question that is quoted keeps its mark."""
    while stop - 1 > start and (_edge(reading, start, stop - 1, quoted) or _dangles(reading, stop - 1)):
        stop -= 1
    return stop


def _edge(reading: Reading, start: int, i: int, quoted: bool) -> bool:
    """Say whether a mark at the content's end is no part of it; a label's closing mark is."""
    token = reading.tokens[i]
    if token.kind != "punct" or token.text not in _PUNCT or (quoted and token.text in _ASKING):
        return False
    quotation = reading.quotations.by_close.get(i)
    return quotation is None or quotation.open <= start or not is_label(reading, quotation, start, i)


def _dangles(reading: Reading, i: int) -> bool:
    """Say whether a connective at the content's end belongs to what follows: ``… قبل أن`` before ``يضيف``."""
    key, cue = reading.keys[i], reading.cues.get(i)
    if cue is not None and cue.kind == "verb" and cue.skip and cue.tense == "past":
        return True  # واختتم before قائلا
    return key in _TRAILING or key == "قبل" or (key == "ان" and reading.keys[i - 1] == "قبل")
