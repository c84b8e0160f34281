"""The cue in its sentence, and what brings a content in: a complementiser, a colon, a quotation mark."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from riwaya.annotate.statements.cues import Cue
from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.words import THAT, words

_INTRODUCING = words("introducing")


class Opening(Struct, frozen=True):
    """A cue that opens a content: how (that, colon, quote, object …) and the content's first token.

    ``between`` is the token that brings it in, ``quotation`` the mark before it; ``relay`` is who passed it on,
    ``further`` who passed it on to them.
    """

    at: int
    cue: Cue
    how: str
    content: int
    subject: Phrase | None
    between: int
    quotation: int | None = None
    passive: bool = False
    relay: Phrase | None = None
    further: tuple[Phrase, ...] = ()


_ADDING = frozenset(("strict", "goes-on"))


def brings(cue: Cue, key: str) -> bool:
    """Say whether a complementiser can be this cue's: ``بأن`` alone after one that governs no other."""
    if key.startswith("ف"):
        return False  # فإن: what follows from it
    if key.startswith("ب"):
        return not cue.flags >= _ADDING  # زاد التوقعات بأن
    return cue.takes("that", "ila", "ala", "bi", "min")


class Site(Struct, frozen=True):
    """A cue at token ``at`` of the sentence ``first``..``last``; ``asides`` maps attributions to the token after."""

    reading: Reading
    at: int
    cue: Cue
    first: int
    last: int
    asides: Mapping[int, int] = MappingProxyType({})

    @property
    def before(self) -> str:
        """Return the key of the word before the cue, empty at the sentence's beginning."""
        return self.reading.keys[self.at - 1] if self.at > self.first else ""

    @property
    def after(self) -> str:
        """Return the key of the word after the cue, empty at the sentence's end."""
        return self.reading.keys[self.at + 1] if self.at + 1 < self.last else ""

    @property
    def pause(self) -> bool:
        """Say whether the cue begins the sentence or follows a mark."""
        return self.at == self.first or self.reading.tokens[self.at - 1].kind == "punct"

    def content(self, how: str, j: int, who: Phrase | None, between: int) -> Opening | None:
        """Return the opening of the content at token ``j``, past a quotation mark and a complementiser in it."""
        reading, size = self.reading, len(self.reading.tokens)
        if j < size and reading.tokens[j].kind == "punct" and reading.tokens[j].text in "،,:":
            j += 1
        mark = None
        if j < size and (j in reading.quotations.by_open or j in reading.quotations.stray):
            mark = j if j in reading.quotations.by_open else None
            j = self._past_marks(j + 1)
            if j < size and how != "that" and reading.keys[j] in THAT:
                j += 1
        return Opening(self.at, self.cue, how, j, who, between, mark) if j < size else None

    def quoted(self, how: str, mark: int, who: Phrase | None, between: int) -> Opening | None:
        """Return the opening of the quotation that begins with ``mark``: ``"إن …"`` without the complementiser."""
        j = self._past_marks(mark + 1)
        if j < len(self.reading.tokens) and self.reading.keys[j] in THAT:
            j += 1
        return Opening(self.at, self.cue, how, j, who, between, mark) if j < len(self.reading.tokens) else None

    def after_colon(self, who: Phrase | None, colon: int, end: int) -> Opening | None:
        """Return the opening of what follows a colon."""
        j = colon + 1
        if not self.cue.takes("quote", "that") or j >= end:
            return None
        if j in self.reading.quotations.by_open:
            return self.quoted("colon", j, who, colon)
        goes_on = "goes-on" in self.cue.flags and self.at == self.first  # وزاد سالم: نحن بخير
        if ("strict" in self.cue.flags and not goes_on) or self.reading.keys[colon - 1] in _INTRODUCING:
            return None
        if self.reading.keys[j] in THAT:
            j += 1
        return self.content("colon", j, who, colon) if j < end else None

    def _past_marks(self, j: int) -> int:
        while j < len(self.reading.tokens) and j in self.reading.quotations.stray:
            j += 1
        return j
