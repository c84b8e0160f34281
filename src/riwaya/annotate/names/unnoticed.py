"""Names that the tagger missed: what the lists and the words around show to be a person all the same."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from riwaya.annotate.names.nameparts import BINDING, LINKS, NameParts
from riwaya.arabic.tokens import Token


class Unnoticed:
    """Finds names by lists, offices and marks: ``بنظام [معمر القذافي]``, ``عن [يفغيني سيريبرينيكوف] نائب رئيس``."""

    def __init__(self, parts: NameParts) -> None:
        self._parts = parts

    def known_name(self, tokens: Sequence[Token], first: int) -> int:
        """Return where a name that begins at ``first`` ends, by the lists of names alone; 0 for none."""
        here = first
        while (
            here < min(len(tokens), first + 5)
            and tokens[here].kind == "word"
            and self._parts.part(tokens[here], here > first)
        ):
            here += 1
        if (
            here == first + 1 < len(tokens) - 1
            and self._parts.rare(tokens[here].key)
            and tokens[here + 1].kind == "punct"
        ):
            here += tokens[here].kind == "word"  # فيديريكا موغيريني، between commas
        while here > first and tokens[here - 1].key in BINDING:
            here -= 1
        if (
            here == first
            and first + 2 < len(tokens)
            and tokens[first + 1].key in LINKS
            and tokens[first + 2].kind == "word"
        ):
            return first + 3
        given = here > first and tokens[first].key in self._parts.titles.gazetteer.given
        bound = here > first + 1 and tokens[first].key in BINDING
        return here if given or bound or (here - first > 1 and self._parts.person(tokens[here - 1].key)) else 0

    def pairs(self, tokens: Sequence[Token], taken: Container[int]) -> Iterator[tuple[int, int]]:
        """Yield names that the lists alone show: a given name and behind it a surname, ``بنظام [معمر القذافي]``."""
        gazetteer, end = self._parts.titles.gazetteer, 0
        for at in range(len(tokens) - 1):
            key = tokens[at].key
            key = key[1:] if self._parts.joined(key) else key  # [ولؤي السبيعي]
            if (
                at < end
                or at in taken
                or key not in gazetteer.given
                or key in gazetteer.places
                or self._parts.titles.stop(tokens[at])
            ):
                continue
            family = tokens[at + 1].key
            if (
                family in gazetteer.surnames
                and family not in gazetteer.nationalities
                and family not in gazetteer.places
            ):
                end = at + 2
                yield at, end

    def before_office(self, tokens: Sequence[Token], end: int) -> int:
        """Return where a run of two or three rare words before ``end`` begins, after a particle or verb of saying.

        ``عن يفغيني سيريبرينيكوف نائب رئيس …``: nobody knows the words, but the title behind them says what they are.
        """
        first = end
        while (
            first > 0
            and end - first < 4
            and tokens[first - 1].kind == "word"
            and self._parts.strange(tokens[first - 1])
        ):
            first -= 1
        opened = first > 0 and (
            self._parts.titles.stop(tokens[first - 1]) or tokens[first - 1].key in self._parts.titles.saying
        )
        return first if end - first in (2, 3) and opened else end

    def strangers(self, tokens: Sequence[Token], first: int) -> int:
        """Return where two or three rare words from ``first`` on end: a foreign name behind an office; 0 for none."""
        last = first
        while last < len(tokens) and last - first < 4 and tokens[last].kind == "word":
            if not self._parts.foreign(tokens[last], 400 if last == first else 20):
                break
            last += 1
        return last if last - first in (2, 3) else self._before_stop(tokens, first)

    def _before_stop(self, tokens: Sequence[Token], first: int) -> int:
        """Return where a rare word and another end right before a particle: ``[تنداي بيتي] إن``; 0 for none."""
        if first + 2 >= len(tokens) or not self._parts.foreign(tokens[first]) or tokens[first + 1].kind != "word":
            return 0
        after, second = tokens[first + 2], tokens[first + 1]
        ended = self._parts.titles.stop(after) and not self._parts.titles.stop(second)
        return first + 2 if ended and self._parts.nameable(second) else 0

    def listed(self, tokens: Sequence[Token], first: int) -> int:
        """Return where two or three foreign words end alone between marks: ``، سيمونا فولتن،``; 0 for none."""
        last = first
        while last < len(tokens) and last - first < 4 and tokens[last].kind == "word":
            known = self._parts.person(tokens[last].key) if last == first else False
            if not known and not self._parts.foreign(tokens[last], 60 if last == first else 20):
                return 0
            last += 1
        closed = last >= len(tokens) or tokens[last].text in "،,.؛)("
        return last if closed and last - first in (2, 3) else 0

    def surname(self, tokens: Sequence[Token], at: int) -> int:
        """Return where a lone surname behind an office ends, ``وزير الخارجية [ظريف]``; 0 for none."""
        gazetteer, key = self._parts.titles.gazetteer, tokens[at].key
        known = key in gazetteer.surnames and key not in gazetteer.nationalities and key not in gazetteer.places
        return at + 1 if known and self._parts.alone(tokens[at]) else 0
