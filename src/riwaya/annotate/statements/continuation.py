"""A quotation that runs on over sentences, or over paragraphs that each open with a mark of their own."""

from __future__ import annotations

from msgspec.structs import replace

from riwaya.annotate.statements.content import trimmed
from riwaya.annotate.statements.found import Found, Passage, going_on
from riwaya.annotate.statements.reading import Reading


def continued_quotation(passage: Passage, earlier: list[Found]) -> tuple[Found, int] | None:
    """Carry a quotation that is still open into this sentence; also return the token after it."""
    reading, first = passage.reading, passage.first
    before = max(earlier, key=lambda f: f.last, default=None)
    if before is None:
        return None
    again = _opened_again(passage, before)
    mark = first if again else _open_mark(reading, before)
    close = reading.quotations.by_open[mark].close if mark is not None else None
    if not again and (close is None or close <= first):
        return None
    return _carried(passage, before, mark if again else None, close), min(close or passage.last, passage.last)


def _carried(passage: Passage, before: Found, again: int | None, close: int | None) -> Found:
    """Return this sentence's part of the quotation, with speaker, chain and occasion of the part before."""
    reading, first, opening = passage.reading, passage.first, before.opening
    stop = min(close or passage.last, passage.last)
    if again is not None and opening is not None:
        first, opening = first + 1, replace(opening, quotation=again, content=first + 1)
    end = trimmed(reading, first, stop, quoted=True)
    found = going_on(passage, before, first, end, "direct")
    found.opening = opening
    return found


def _opened_again(passage: Passage, before: Found) -> bool:
    """Say whether a new paragraph goes on with a mark of its own after a quotation that none closed."""
    reading, opening, sentences = passage.reading, before.opening, passage.reading.prose.sentences
    if opening is None or opening.quotation is None or before.mode != "direct" or before.sentence < 0:
        return False
    unclosed = reading.quotations.by_open[opening.quotation].close is None
    between = range(before.last, passage.first)
    silent = all(reading.tokens[k].kind == "punct" for k in between)
    new = sentences[before.sentence].paragraph not in (-1, passage.paragraph)
    return unclosed and silent and new and passage.first in reading.quotations.by_open


def _open_mark(reading: Reading, found: Found) -> int | None:
    """Return the mark of the quotation in which the statement's content ends, if it is open at its end."""
    if found.opening is not None and found.opening.quotation is not None and found.opening.quotation < found.first:
        close = reading.quotations.by_open[found.opening.quotation].close
        if close is not None and close >= found.last:
            return found.opening.quotation
    for i in range(found.last - 1, found.first - 1, -1):
        quotation = reading.quotations.by_open.get(i)
        if quotation is not None and (quotation.close is not None and quotation.close >= found.last):
            return i
    return None
