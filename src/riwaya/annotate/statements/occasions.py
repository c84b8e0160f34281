"""Occasions: press conference, interview, speech, sitting – with the day and the place that the report gives them."""

from __future__ import annotations

from msgspec.structs import replace

from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import PREPOSITIONS, THAT, words
from riwaya.arabic.clitics import segment
from riwaya.model import Occasion

BEFORE = words("where-said")
FORUM = words("before-forum")
_ISSUED = words("issued")
_LEADING = words("before-occasions")
_PLACED = frozenset(("في", "ب"))
_REACH = 12
_ADJECTIVES = 3


class Occasions:
    """Reads the occasion that a preposition brings in."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def at(self, reading: Reading, j: int, first: int, last: int) -> tuple[Occasion, int] | None:
        """Return the occasion after the preposition at ``j`` and the token after it: ``في ختام الاجتماع``.

        ``first``..``last`` bound where its day may stand.
        """
        if j + 1 >= last or (j > first and reading.keys[j - 1] in _ISSUED):
            return None  # بيان صدر عقب المحادثات
        if reading.keys[j] in FORUM:
            size = self.sources.forum(reading.keys, j + 1, last)
            return self._made(reading, j, self._on(reading, j + 1 + size, last), first, last) if size else None
        at = self.noun(reading, j, last)
        found = self.sources.said_in(reading.keys, at, last)
        if found is None or found[0] != "occasion":
            return None
        return self._made(reading, at, at + found[1], first, last)

    def programme(self, reading: Reading, j: int, first: int, last: int) -> tuple[Occasion, int]:
        """Return the programme that somebody spoke to: ``لبرنامج "على الخط"``."""
        occasion, stop = self._made(reading, j, j + 1, first, last)
        start = (occasion.start or 0) + 1
        return replace(occasion, name=occasion.name[1:], start=start), stop

    def noun(self, reading: Reading, j: int, last: int) -> int:
        """Return the token of the noun after a preposition: past ``أول``, ``ختام``, ``سلسلة``."""
        at = j + 1
        while at + 1 < min(last, j + 3) and reading.keys[at] in _LEADING:
            at += 1
        return at + 1 if at > j + 1 and at + 1 < last and reading.keys[at] == "من" else at

    def bare(self, reading: Reading, first: int, last: int, feminine: bool) -> Occasion | None:
        """Return the occasion of that gender named last, whatever stands before it: ``ألقى كلمة قال فيها``."""
        for at in range(last - 1, first - 1, -1):
            found = self.sources.said_in(reading.keys, at, last)
            if found is None or found[0] != "occasion" or at in reading.mention_at:
                continue
            if _feminine(reading, at) == feminine:  # بيانا حول زيارة الرئيس قال فيه
                return self._made(reading, at, at + found[1], first, last)[0]
        return None

    def _on(self, reading: Reading, stop: int, last: int) -> int:
        """Return the token after what belongs to the forum's name: ``أمام مجلس النواب``, ``أمام محكمة في القاهرة``."""
        for _ in range(_ADJECTIVES):
            found = reading.mention_at.get(stop) if stop < last else None
            if found is not None and found[0].type in ("ORG", "LOC"):
                return found[1]
            if stop >= last or not reading.keys[stop].startswith("ال") or stop in reading.timed:
                break
            stop += 1
        return stop

    def _made(self, reading: Reading, at: int, stop: int, first: int, last: int) -> tuple[Occasion, int]:
        start, end = reading.tokens[at].start, reading.tokens[stop - 1].end
        occasion = Occasion(
            name=reading.text[start:end],
            start=start,
            end=end,
            date=_date(reading, at, stop, first, last),
            place=_place(reading, stop, last),
        )
        return occasion, stop


def _date(reading: Reading, at: int, stop: int, first: int, last: int) -> str | None:
    """Return the TIMEX3 value of the day that stands after the occasion, else right before it, in its clause."""
    ahead = range(stop, min(last, stop + _REACH))
    back = range(at - 1, max(first, at - _REACH) - 1, -1)
    for tokens in (ahead, back):
        for k in tokens:
            if k in reading.dates:
                return reading.dates[k]
            if reading.keys[k] in THAT or reading.tokens[k].text in ":.؛" or k in reading.quotations.by_open:
                break
    return None


def _place(reading: Reading, stop: int, last: int) -> str | None:
    """Return the place that ``في`` or ``ب`` brings in after the occasion: ``في مؤتمر صحفي بالدوحة``."""
    for k in range(stop, min(last, stop + _REACH)):
        if reading.keys[k] in THAT or reading.tokens[k].text in ":.؛" or k in reading.quotations.by_open:
            return None
        found = reading.mention_at.get(k)
        if found is None or found[0].type != "LOC":
            continue
        mention = found[0]
        glued = mention.start > reading.tokens[k].start and reading.tokens[k].text.startswith("ب")
        if glued or any(key in _PLACED for key in reading.keys[max(stop, k - 2) : k]):
            return reading.text[mention.start : mention.end]
        if reading.keys[k - 1] in PREPOSITIONS:
            return None
    return None


def _feminine(reading: Reading, at: int) -> bool:
    """Say whether a noun takes feminine pronouns: ``زيارة``, ``كلمته``, ``تصريحات``, not ``خطابه``."""
    cut = segment(reading.tokens[at].form)
    return cut.stem.endswith(("ت", "ة", "ه")) if cut.enclitic else reading.keys[at].endswith(("ه", "ات"))
