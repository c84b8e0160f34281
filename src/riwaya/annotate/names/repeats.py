"""Names that a report repeats: one mention puts right where another begins and ends, or finds one that was missed."""

from __future__ import annotations

from collections import Counter

from rapidfuzz.distance import OSA

from riwaya.annotate.names.lines import Line
from riwaya.annotate.names.nameparts import BINDING, LINKS, NameParts
from riwaya.annotate.names.persons import NameSpans
from riwaya.annotate.names.spelling import bare, slip
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

REPEATED = 0.5
"""How sure a name is that was only looked for: alone it makes no person."""
_HOUSES = frozenset(map(fold, ("آل", "أبو", "أبي", "أبا", "بن")))
"""What stands before a family name that is told alone; ابن would be a son, ولد a birth."""


class Repeats:
    """Compares the names of a report with each other."""

    def __init__(self, parts: NameParts, spans: NameSpans) -> None:
        self._parts = parts
        self._spans = spans

    def trim(self, lines: list[Line]) -> None:
        """Take a common word off the surname behind it: ``وفند ترامب`` where the report has دونالد ترامب."""
        given = self._parts.titles.gazetteer.given
        self._shorten(lines)
        full: dict[str, set[str]] = {}
        for line in lines:
            for first, last, _ in line.persons:
                if last - first > 1:
                    full.setdefault(line.tokens[last - 1].key, set()).add(line.tokens[first].key)
        for line in lines:
            for index, (first, last, sure) in enumerate(line.persons):
                opening, others = line.tokens[first].key, full.get(line.tokens[last - 1].key, set())
                if (
                    last - first == 2
                    and opening not in given
                    and opening not in BINDING
                    and any(key in given and key != opening for key in others)
                ):
                    line.persons[index] = (last - 1, last, sure)

    def _shorten(self, lines: list[Line]) -> None:
        """Take a common word off a name that stands twice without it: أبو همام [وجها] where the report has أبو همام."""
        seen: Counter[tuple[str, ...]] = Counter()
        for line in lines:
            seen.update(tuple(token.key for token in line.tokens[first:last]) for first, last, _ in line.persons)
        for line in lines:
            for index, (first, last, sure) in enumerate(line.persons):
                opening = line.tokens[first].key
                strange = (
                    opening not in self._parts.titles.gazetteer.given
                    and opening not in self._parts.titles.gazetteer.surnames
                )
                if last - first > 2 and strange and seen[tuple(t.key for t in line.tokens[first + 1 : last])]:
                    first += 1  # [تمطر] هاري كين
                    line.persons[index] = (first, last, sure)
                key = line.tokens[last - 1].key
                listed = key in self._parts.titles.gazetteer.surnames or key in self._parts.titles.gazetteer.given
                if last - first < 3 or listed or key.startswith("ال") or line.tokens[last - 2].key in LINKS:
                    continue
                if seen[tuple(token.key for token in line.tokens[first : last - 1])] > 1:
                    line.persons[index] = (first, last - 1, sure)

    def spread(self, lines: list[Line], nisbas: frozenset[str]) -> None:
        """Find the names of the report again where the tagger saw them once and missed them elsewhere."""
        known = self._surnames(lines) - (nisbas - self._parts.titles.gazetteer.surnames)
        for line in lines:
            taken = {at for first, last, _ in line.persons for at in range(first, last)}
            taken |= {
                at for found in line.others for at in range(found.first, found.last) if found.last - found.first > 1
            }
            for at, token in enumerate(line.tokens):
                if at in taken or (
                    at and line.tokens[at - 1].key in ("بن", "بنت")
                ):  # a name of a house that nobody took for one
                    continue
                if self._known(token, known) and not self._spans.behind(line.tokens, at):
                    first = self._spans.leftward(line.tokens, at)
                    if first and line.tokens[first - 1].key in _HOUSES:
                        first -= 1  # [آل] الشيخ, [أبو] تريكة
                    line.persons.append((at if taken.intersection(range(first, at)) else first, at + 1, REPEATED))
                    line.others = [found for found in line.others if found.first != at]
            line.persons = self._joined(line)

    def _joined(self, line: Line) -> list[tuple[int, int, float]]:
        """Return the persons with those that touch made one: هيلاري and كلينتون, each known from elsewhere."""
        out: list[tuple[int, int, float]] = []
        for first, last, sure in sorted(line.persons):
            key = line.tokens[first].key
            apart = key.startswith("و") or self._parts.led(key)  # مودريتش لنيمار is two
            if out and out[-1][1] == first and last - first == 1 and not apart:
                out[-1] = (out[-1][0], last, max(out[-1][2], sure))
            elif not out or first >= out[-1][1]:
                out.append((first, last, sure))
        return out

    def _surnames(self, lines: list[Line]) -> set[str]:
        """Return last words of full names, and single names, that are no ordinary words."""
        keys = set()
        for line in lines:
            for first, last, sure in line.persons:
                key = line.tokens[last - 1].key
                if (last - first > 1 or sure > 0.8) and len(key) > 3 and self._parts.rare(key):
                    keys.add(key)
        return keys

    def _known(self, token: Token, known: set[str]) -> bool:
        if token.kind != "word":
            return False
        if (
            self._parts.famous(token)
            or token.key in known
            or (token.key[0] in "ولبف" and len(token.key) > 4 and token.key[1:] in known)
        ):
            return True
        if not self._parts.unknown(token.key):
            return False
        article = token.key.startswith("ال")
        most = 2 if article else 1
        near = [name for name in known if name.startswith("ال") == article]
        return any(slip(bare(token.key), bare(name)) and _apart(token.key, name) <= most for name in near)


def _apart(left: str, right: str) -> int:
    """Return by how many letters two words differ, 3 where it is more."""
    return OSA.distance(left, right, score_cutoff=2)
