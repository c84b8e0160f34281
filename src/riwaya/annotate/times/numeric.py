"""Dates and clock times in digits: numbers that one sign joins (``26/7/2021``, ``26-7``, ``13:00``, ``26.7.2021``)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from riwaya.arabic.tokens import Token

_SIGNS = "/-:–\\"


class Joined(Struct, frozen=True, gc=False):
    """What joined numbers are to the grammar: category, value, the index after their last token."""

    cat: str
    value: str
    last: int


def joined(words: Sequence[Token], at: int) -> Joined | None:
    """Return the date or clock time that begins at a number: ``26/7/2021`` is numdate ``2021-07-26``, else ``None``.

    The day comes first unless the year does; a month beyond 12 changes places with the day. Numbers may stand apart
    from their signs only where a year of four digits begins or ends the date. Misses: an American
    ``7/4/2021`` is April.
    """
    form = words[at].form
    dotted = form.split(".")
    if len(dotted) == 3 and _are_short(dotted):
        return _date([int(part) for part in dotted], at + 1)
    run, signs, last = _run(words, at)
    if len(run) == 1 or not _are_short(run):
        return None
    numbers = [int(part) for part in run]
    if signs in (":", "::") and numbers[0] < 25 and all(n < 60 for n in numbers[1:]) and len(run[1]) == 2:
        seconds = f":{numbers[2]:02d}" if len(numbers) == 3 and numbers[2] else ""
        return Joined("clock", f"{numbers[0]:02d}:{numbers[1]:02d}{seconds}", last)
    if len(run) == 3 and len(set(signs)) == 1:
        return _date(numbers, last)
    return _pair(numbers, last) if signs in ("/", "-") and len(run) == 2 else None


def _are_short(parts: Sequence[str]) -> bool:
    return all(part.isdigit() and len(part) <= 4 for part in parts)


def _run(words: Sequence[Token], at: int) -> tuple[list[str], str, int]:
    """Return the numbers that one sign joins from here, the signs, the index after; apart only with a year."""
    run, signs, last = [words[at].form], "", at + 1
    while last + 1 < len(words) and len(run) < 4 and words[last + 1].kind == "number":
        sign = words[last]
        gap = (sign.start - words[last - 1].end) + (words[last + 1].start - sign.end)
        if sign.text not in (signs[:1] or _SIGNS) or gap > (0 if sign.text == ":" else 2):
            break
        signs += sign.text
        run.append(words[last + 1].form)
        last += 2
    spaced = words[last - 1].end - words[at].start > sum(map(len, run)) + len(signs)
    dated = len(run) == 3 and 4 in (len(run[0]), len(run[2]))
    return ([run[0]], "", at + 1) if spaced and not dated else (run, signs, last)


def _pair(numbers: Sequence[int], last: int) -> Joined | None:
    first, second = numbers
    if 0 < first < 32 and 0 < second < 13:
        return Joined("numday", f"{second:02d}-{first:02d}", last)
    if 0 < first < 13 and 1900 <= second < 2100:
        return Joined("nummonth", f"{second:04d}-{first:02d}", last)
    return None


def _date(numbers: Sequence[int], last: int) -> Joined | None:
    year, month, day = numbers if numbers[0] > 31 else (numbers[2], numbers[1], numbers[0])
    if month > 12 >= day:
        day, month = month, day
    if year < 100:
        year += 2000 if year < 50 else 1900
    if not (1 <= day <= 31 and 1 <= month <= 12 and 1000 <= year < 2200):
        return None
    return Joined("numdate", f"{year:04d}-{month:02d}-{day:02d}", last)
