"""Names of organisations and places that the lexicons know, found as phrases: ``ميليشيات الحوثي``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from riwaya.annotate.names.gazetteer import Gazetteer, stems
from riwaya.arabic.tokens import Token

Kind = Literal["ORG", "LOC"]


class Known(Struct, frozen=True, gc=False):
    """A phrase of the lexicons as a half-open range of tokens."""

    first: int
    last: int
    kind: Kind


class KnownBodies:
    """Looks up the phrases of a sentence in the lexicons of names."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._kinds = self._read()
        self._longest: dict[str, int] = {}
        for phrase in self._kinds:
            words = phrase.split()
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def _read(self) -> dict[str, Kind]:
        """Return folded phrase → kind; what is a place and an organisation is neither."""
        bodies = {*self._gazetteer.organisations, *self._gazetteer.outlets}
        places = set(self._gazetteer.places)
        found: dict[str, Kind] = dict.fromkeys(bodies - places, "ORG")
        return found | dict.fromkeys(places - bodies, "LOC")

    def __call__(self, tokens: Sequence[Token]) -> Iterator[Known]:
        """Yield the phrases of a sentence that the lexicons know, the longest at each word, none over another.

        ``وقالت ميليشيات الحوثي`` → ORG 1–3. A proclitic before the first word is no hindrance.
        """
        here = 0
        while here < len(tokens):
            found = self._at(tokens, here)
            if found:
                yield found
            here = found.last if found else here + 1

    def _at(self, tokens: Sequence[Token], first: int) -> Known | None:
        best: Known | None = None
        for form in (tokens[first].key, *stems(tokens[first].key)):
            most = min(self._longest.get(form, 0), len(tokens) - first)
            for size in range(most, best.last - first if best else 0, -1):
                phrase = " ".join((form, *(token.key for token in tokens[first + 1 : first + size])))
                kind = self._kinds.get(phrase)
                if kind:
                    best = Known(first, first + size, kind)
                    break
        return best
