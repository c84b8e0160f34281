"""Names that touch what they have nothing to do with: two people side by side, or a person and the next word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from riwaya.annotate.names.lines import Line
from riwaya.annotate.names.nameparts import BINDING, NameParts
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

Name = tuple[str, ...]
Span = tuple[int, int, float]


_STYLED = frozenset(map(fold, ("جونيور", "الابن", "الأب", "الأول", "الثاني", "الثالث", "الرابع")))
"""What stands behind a name and is part of it."""


class Touching:
    """Cuts spans of names where what the report tells elsewhere shows that they run together."""

    def __init__(self, parts: NameParts) -> None:
        self._parts = parts

    def __call__(self, lines: list[Line]) -> None:
        """Part what touches: ``قرار القاطعي المرهون`` where سليم القاطعي and هالة المرهون are told of is two people.

        ``القاطعي بابتسامة`` (al-Qati'i with a smile) is القاطعي. Misses: surnames whose full names the report lacks.
        """
        told = _Told(lines, self._parts)
        for line in lines:
            line.persons = [one for span in line.persons for one in self._parted(line, span, told)]

    def _parted(self, line: Line, span: Span, told: _Told) -> list[Span]:
        first, last, sure = span
        tokens = line.tokens[first:last]
        whole = tuple(token.key for token in tokens)
        if len(whole) < 2 or told.seen[whole] > 1 or whole[-1] in _STYLED:
            return [span]
        for cut in range(1, len(whole)):
            if self._two(tokens[:cut], tokens[cut:], told):
                return [(first, first + cut, sure), (first + cut, last, sure)]
        if len(whole) == 2 and told.surname(whole[0], whole[1:]) and self._common(tokens[1]):
            return [(first, first + 1, sure)]
        return [span]

    def _two(self, left: Sequence[Token], right: Sequence[Token], told: _Told) -> bool:
        """Return whether two stretches are two people, at least one of whom the report names in full elsewhere."""
        sides = [tuple(token.key for token in side) for side in (left, right)]
        known = [told.name(side, other) for side, other in zip(sides, sides[::-1], strict=True)]
        famous = [len(side) == 1 and self._parts.famous(side[0]) for side in (left, right)]
        if not any(known) or not all(map(any, zip(known, famous, strict=True))):
            return False
        return len(left) == 1 or len(right) > 1 or famous[1]  # رضا شاه بهلوي is one

    def _common(self, token: Token) -> bool:
        """Return whether a word can be no part of a name."""
        key = token.key
        if self._parts.person(key) or key in BINDING or key.startswith("ال"):
            return False
        word = self._parts.clusters.get(key)
        return key.startswith(("بال", "لل")) or (word is not None and word.seen > 20)


class _Told:
    """The full names of a report: those that open with a given name, or stand twice."""

    def __init__(self, lines: list[Line], parts: NameParts) -> None:
        self._given, self._surnames = parts.titles.gazetteer.given, parts.titles.gazetteer.surnames
        spans = (tuple(token.key for token in line.tokens[a:b]) for line in lines for a, b, _ in line.persons)
        self.seen = Counter(spans)
        self._full: dict[str, set[Name]] = {}
        for name, often in self.seen.items():
            if len(name) > 1 and (often > 1 or name[0] in self._given):
                self._full.setdefault(name[-1], set()).add(name)

    def name(self, side: Name, other: Name) -> bool:
        """Return whether a stretch is somebody's full name, or the surname of one without the other words."""
        if len(side) == 1:
            return self.surname(side[0], other)
        compound = len(side) == 2 and (side[0] in BINDING or side[1].startswith("ال"))  # زين الدين is a given name
        return not compound and side in self._full.get(side[-1], ())

    def surname(self, word: str, other: Name) -> bool:
        """Return whether a word is the surname of somebody whose full name has none of the ``other`` words.

        ``القاطعي الابن`` proves nothing where the report has سليم القاطعي الابن.
        """
        if word in self._given or word in BINDING or not (word in self._surnames or self.seen[(word,)]):
            return False
        return any(set(other).isdisjoint(one) for one in self._full.get(word, ()))
