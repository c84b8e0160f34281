"""Ranges of hours: ``من الثامنة إلى العاشرة مساء`` is two clock times that share the day and the part of it."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.times.clocks import day_told, hour_minute, is_hour, on_the_dial, stamped, zone
from riwaya.annotate.times.lexemes import Unit
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.arabic.tokens import Token

_JOINTS = frozenset(("to", "until", "and", "dash"))


class End:
    """One end of a range: the units between its first and last token, by slot."""

    __slots__ = ("slots", "units")

    def __init__(self, match: Match, units: list[Unit]) -> None:
        self.units = units
        self.slots = {
            name: [unit for unit in found if unit in units] for name, found in match.slots.items() if name not in "dwm"
        }

    def one(self, slot: str) -> Unit | None:
        """Return this end's first unit of a slot."""
        found = self.slots.get(slot)
        return found[0] if found else None

    def number(self, slot: str) -> int | None:
        """Return the number of this end's first unit of a slot."""
        unit = self.one(slot)
        return int(unit.value) if unit is not None else None

    @property
    def part(self) -> str | None:
        """The part of the day that this end names, as TIMEX3 writes it: ``مساء`` → TEV."""
        unit = self.one("p")
        return str(unit.value) if unit is not None else None


def hours(match: Match, reader: Reader) -> list[Found]:
    """The two ends of a range of hours; a part of the day that only one has is the other's too, if the hours rise."""
    ends = _ends(match)
    if ends is None:
        return []
    first, last = (hour_minute(end.one, end.number) for end in ends)
    if first is None or last is None:
        return []
    begin, end = _aligned(first, last, ends[0].part, ends[1].part)
    value, anchor, how = day_told(match, reader)
    names = (f"{how}, range of hours" for _ in ends)
    opens = ends[0].units[0].start if match.units[0].cat in ("of", "between") else match.start
    spans = ((opens, ends[0].units[-1].end), (ends[1].units[0].start, match.end))
    return [
        Found(start, until, stamped(value, *moment) + zone(match), None, anchor, name, "TIME")
        for (start, until), moment, name in zip(spans, (begin, end), names, strict=True)
    ]


def _ends(match: Match) -> tuple[End, End] | None:
    """Return the two ends, parted at the joint before the second hour."""
    hour_units = match.slots.get("h", ())
    if len(hour_units) != 2:
        return None
    at = [match.units.index(unit) for unit in hour_units]
    joint = next(i for i in range(at[1] - 1, at[0], -1) if match.units[i].cat in _JOINTS)
    first = at[0] - (at[0] > 0 and match.units[at[0] - 1].cat == "H.the")
    left = [unit for unit in match.units[first:joint] if unit.cat != "comma"]
    return End(match, left), End(match, list(match.units[joint + 1 :]))


def is_range(match: Match, words: Sequence[Token]) -> bool:
    """Say whether it is hours that are joined: a clock, الساعة or a part of the day says so; 3-1 is a score."""
    ends = _ends(match)
    if ends is None:
        return False
    marked = [unit for unit in match.units if unit.cat in ("H.the", "clock") or unit in match.slots.get("p", ())]
    ordinals = all(unit.cat in ("ord.f", "one.f") for unit in match.slots["h"])
    opened = any(unit.cat in ("of", "between", "H.the") for unit in match.units[: match.units.index(ends[1].units[0])])
    if any(unit.cat == "dash" for unit in match.units) and not opened:
        return False
    return bool(marked or (ordinals and match.slots.keys() - {"h"})) and is_hour(match, words)


def _aligned(
    first: tuple[int, int], last: tuple[int, int], early: str | None, late: str | None
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give an end without a part of the day the other's, unless the range would run backwards: 10 … 2 TAF."""
    begin, end = on_the_dial(*first, early or late), on_the_dial(*last, late or early)
    if begin < end:
        return begin, end
    if early is None:
        return on_the_dial(*first, None), end
    return begin, on_the_dial(*last, late)
