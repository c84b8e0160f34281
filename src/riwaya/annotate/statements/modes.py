"""Direct, indirect, mixed: how much of a content stands in quotation marks, and which marks only name something."""

from __future__ import annotations

from functools import cache

from riwaya.annotate.statements.quotations import Quotation
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.speakers import verb_gender
from riwaya.annotate.statements.words import words
from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.model import Mode

_TITLED = words("titled")
_CALLED = words("called")
_LONGEST_TITLE = 6
_LONGEST_BYNAME = 4
_NEAR = 3
_PROCLITICS = ("و", "ل", "ب")


def mode(reading: Reading, first: int, last: int) -> Mode:
    """Return ``mixed`` where words of the content are quoted, ``indirect`` where marks only name things or none stand.

    ``first`` is the content's first token, or the quotation mark before it. Offsets are token numbers.
    """
    by_open = reading.quotations.by_open
    quoted = any(i in by_open and not is_label(reading, by_open[i], first, last) for i in range(first, last))
    return "mixed" if quoted else "indirect"


@cache
def _letters() -> frozenset[str]:
    """Return the names of Latin letters: ``إف بي آي``."""
    return frozenset(fold(row["word"]) for row in table("letternames"))


def is_label(reading: Reading, quotation: Quotation, begin: int, last: int) -> bool:
    """Say whether the marks name or label something: ``تنظيم "النور"``, ``الاجتماع "المصغر"``, ``"الهلال الأزرق"``.

    A single word, a name, a title after its class word, what somebody ``called`` a thing, two definite nouns; any other
    words are the speaker's own. Misses: single words that are quoted (``لدي "الدليل"``).
    """
    first = quotation.open + 1
    stop = min(last, quotation.close) if quotation.close is not None else last
    size = sum(reading.tokens[k].kind != "punct" for k in range(first, stop))
    if size <= 1:
        return True
    mention = reading.mention_at.get(first)
    if mention is not None and mention[1] >= stop:
        return True
    return titled(reading, begin, first, size) or _named(reading, first, stop, size)


def titled(reading: Reading, begin: int, first: int, size: int) -> bool:
    """Say whether a class word or a verb of calling comes before the words, or leads them: ``ما سماه "العدوان"``."""
    before = [reading.keys[k] for k in range(max(begin, first - 1 - _NEAR), first - 1)]
    titles = (reading.keys[first], _bare(before[-1]) if before else "")
    if size <= _LONGEST_TITLE and any(key in _TITLED for key in titles):
        return verb_gender(reading.keys[first]) is None
    return size <= _LONGEST_BYNAME and any(key in _CALLED for key in before)


def _bare(key: str) -> str:
    """Return a noun without proclitics: ``لصحيفة``, ``وبتنظيم``."""
    return next((key[cut:] for cut in (1, 2) if key[cut - 1 : cut] in _PROCLITICS and key[cut:] in _TITLED), key)


def _named(reading: Reading, first: int, stop: int, size: int) -> bool:
    """Say whether the words are letters, foreign, or a definite noun with its adjective."""
    inside = [k for k in range(first, stop) if reading.tokens[k].kind != "punct"]
    if all(reading.tokens[k].kind in ("latin", "number") or reading.keys[k] in _letters() for k in inside):
        return True
    return len(inside) == len(("noun", "adjective")) and all(reading.keys[k].startswith("ال") for k in inside)
