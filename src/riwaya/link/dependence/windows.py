"""Which reports are compared with which: those of one era of four weeks, and of it and the one before.

How telling words are is counted in a window of at least ``ENOUGH`` reports around them, those before them first, so
that a report in a store of years costs no more than one in a store of months; and what was found of an era stays as
long as the reports of its window do.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from riwaya.link.dependence.sheet import Sheet

ERA = 28  # days
ENOUGH = 8000  # reports of a window


class Window(Struct, frozen=True):
    """The reports (indexes, in order) ``among`` which words are counted to compare those of some ``eras``.

    ``paired`` are the reports that are compared: of those eras and of the one before each. In the ``last`` window those
    are compared too of which nobody knows when they were there.
    """

    eras: tuple[int, ...]
    among: tuple[int, ...]
    paired: tuple[int, ...]
    last: bool

    def own(self, left: Sheet, right: Sheet) -> bool:
        """Return whether two reports are compared in this window: in that of the later one."""
        known = [number for number in (era_of(left), era_of(right)) if number is not None]
        return max(known) in self.eras if known else self.last


def era_of(one: Sheet) -> int | None:
    """Return the number of the era in which a report was there; None where nobody knows."""
    return None if one.at is None else one.at // ERA


def windows(sheets: Sequence[Sheet]) -> list[Window]:
    """Return the windows of a set of reports, the earliest first; reports of unknown time are in all of them."""
    found: dict[int | None, list[int]] = {}
    for at, one in enumerate(sheets):
        found.setdefault(era_of(one), []).append(at)
    unknown = found.pop(None, [])
    known = sorted(number for number in found if number is not None)
    if not known:
        return [Window((), tuple(unknown), tuple(unknown), True)] if unknown else []
    eras: dict[tuple[int, int], list[int]] = {}
    for at, number in enumerate(known):
        eras.setdefault(_around(at, [len(found[one]) for one in known]), []).append(number)
    return [
        Window(
            eras=tuple(some),
            among=tuple(sorted([*unknown, *(at for one in known[first:end] for at in found[one])])),
            paired=tuple(sorted([*unknown, *(at for one in _compared(known, some) for at in found[one])])),
            last=known[-1] in some,
        )
        for (first, end), some in eras.items()
    ]


def _compared(known: Sequence[int], eras: Sequence[int]) -> list[int]:
    return [one for one in known if one in eras or one + 1 in eras]


def _around(at: int, counts: Sequence[int]) -> tuple[int, int]:
    """Return from which era to which those about one have reports enough, the earlier ones first."""
    first, end = at, at + 1
    while first > 0 and (first == at or sum(counts[first:end]) < ENOUGH):
        first -= 1
    while end < len(counts) and sum(counts[first:end]) < ENOUGH:
        end += 1
    return first, end
