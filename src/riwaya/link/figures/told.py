"""What the reports of a story tell beside two counts: whether one knows the other's number, or counts more in."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.link.figures.counted import Counted
from riwaya.link.figures.nouns import comparable

NEAR = 3  # sentences between two counts that make up a third


class Told:
    """The numbers of each report, by what they count."""

    def __init__(self, counts: Sequence[Counted]) -> None:
        self._numbers: dict[tuple[str, str], list[Counted]] = {}
        self._people: dict[tuple[str, int], list[Counted]] = {}
        self._several = {one.evidence.doc for one in counts if one.scattered and one.lead}
        for one in counts:
            if one.group and one.figure.number is not None:
                self._people.setdefault((one.evidence.doc, one.sentence), []).append(one)
            if one.figure.number is not None:
                self._numbers.setdefault((one.evidence.doc, block(one)), []).append(one)

    def explained(self, one: Counted, other: Counted) -> bool:
        """Say whether both numbers may be true: as two things that one report tells apart, or as a part and its sum."""
        return self._knows(one, other) or self._knows(other, one) or self._both(one, other) or self._summed(one, other)

    def several(self, one: Counted) -> bool:
        """Say whether the opening of its report sums up several events: ``خلال عمليتين منفصلتين``."""
        return one.evidence.doc in self._several

    def repeats(self, one: Counted) -> bool:
        """Say whether another sentence of the report gives the same number for the same."""
        return any(it.sentence != one.sentence and it.figure.number == one.figure.number for it in self._beside(one))

    def sole(self, one: Counted) -> bool:
        """Say whether its report gives but this number for the same, parts, earlier and running counts left out."""
        return _plain(one) and all(
            it.figure.number == one.figure.number
            or not _plain(it)
            or not (it.group == "" or comparable(it.group, one.group))
            for it in self._beside(one)
        )

    def _knows(self, one: Counted, other: Counted) -> bool:
        """Say whether the sentence of one count gives the other's number too: then the two speak of two things."""
        number = other.figure.number
        same = [it for it in self._beside(one) if it.sentence == one.sentence]
        return any(it.figure.number == number and it.part == other.part for it in (*same, *self._unsaid(one)))

    def _both(self, one: Counted, other: Counted) -> bool:
        """Say whether each report gives both numbers: two attacks told by two prints of one text."""
        numbers = {one.figure.number, other.figure.number}
        return one.evidence.doc != other.evidence.doc and all(
            numbers <= {it.figure.number for it in self._beside(count)} for count in (one, other)
        )

    def _summed(self, one: Counted, other: Counted) -> bool:
        """Say whether the higher number is the lower and one told near either: 60 from the air and 10 from land, 70."""
        low, high = sorted((one.figure.number or 0, other.figure.number or 0))
        return any(
            it.figure.number == high - low and not it.part and (high != low + low or it.sentence == count.sentence)
            for count in (one, other)
            for it in (*self._beside(count), *self._unsaid(count))
            if it is not count and abs(it.sentence - count.sentence) <= NEAR
        )

    def _unsaid(self, one: Counted) -> list[Counted]:
        """Return the people counted in the same sentence whose fate it does not say again: ``وستة من الطاقم``."""
        beside = self._people.get((one.evidence.doc, one.sentence), ())
        return [it for it in beside if it.fate is None or it.fate == one.fate]

    def _beside(self, one: Counted) -> list[Counted]:
        return self._numbers.get((one.evidence.doc, block(one)), [])


def _plain(one: Counted) -> bool:
    """Say whether a count is of what its report tells of, as far as it says nothing else."""
    there = one.setting
    return not (one.part or one.prior or one.scattered or there.old or there.sum or there.since is not None)


def block(one: Counted) -> str:
    """Return what a count is of, as far as one report tells: a fate of people, or a noun."""
    if one.group and one.fate is not None:
        return f"fate {one.fate.name}"
    return one.series.partition(" ")[0]
