"""Datelines: the place, agency or outlet before the first sentence: ``بغداد (رويترز) -``, ``ايلاف من لندن:``."""

from __future__ import annotations

import re

from msgspec import Struct

from riwaya.arabic.calendars import month, month_at
from riwaya.arabic.tokens import tokens
from riwaya.read.lines import folded
from riwaya.read.outlets import House, general, house
from riwaya.read.places import place
from riwaya.read.tails import lead_verbs

_REACH = 110
_END = re.compile(r"\)\s?[-–—_:]{1,3}|:(?=\s|$)|[-–—ـ_]{1,3}(?=\s)|\s[-–—]{1,2}|[:/]|\)|[.؟!]\s|\n")
_PART = re.compile(r"[-–—ـ_/:،,()|«»\"“”]+|\s+من\s+(?=\w)")
_REPORTER = re.compile(r"^\w+(?:\s\w+){0,3}$")
_OPENERS = frozenset(("ان", "في", "من", "على", "الى", "هذا", "هذه", "لم", "لا", "ما", "قد"))
_BREAKS = (".", "؟", "!", "\n")
_LONGEST_NUMBER = 4


class Dateline(Struct, frozen=True):
    """How far a dateline reaches (offset in the paragraph), and whom it names."""

    end: int
    houses: tuple[House, ...]

    @property
    def outlet(self) -> str | None:
        """The outlet that it names; an agency is a source, not the outlet."""
        return next((one.name for one in self.houses if not one.agency), None)


def dateline(paragraph: str) -> Dateline | None:
    """Return the dateline at the start of ``paragraph``: ``القاهرة - أ ف ب - `` and the like.

    Misses: datelines without a name that ``outlets.tsv`` knows, but for ``دبي (…) –``.
    """
    head = paragraph[:_REACH]
    best = None
    for mark in _END.finditer(head):
        if mark.group()[0] in _BREAKS:
            break
        read = _read(head[: mark.end()], mark.group())
        if read is not None:
            best = read
    if best is None or head[: best.end].rstrip().endswith(":"):
        return best
    return Dateline(best.end + _general(paragraph[best.end : best.end + 30]), best.houses)


def _general(rest: str) -> int:
    """How long a word like ``متابعات`` (gathered reports) is that follows without a mark of its own."""
    word = re.match(r"\s*\w+", rest)
    return word.end() if word and general(word.group()) else 0


def _read(prefix: str, mark: str) -> Dateline | None:
    parts = [part.strip() for part in _PART.split(prefix) if part and part.strip(" .\u00a0\u200f\u200e")]
    if not parts or len(parts) > 6:
        return None
    houses, places, strange = [], 0, 0
    for part in parts:
        found = house(part)
        if found is not None and not (not found.plain and place(part)):
            houses.append(found)
        elif place(part):
            places += 1
        elif not (general(part) or _date(part)):
            if not _reporter(part):
                return None
            strange += 1
    bracketed = mark.startswith(")") and len(mark) > 1 and places > 0
    sure = any(one.plain and one.listed for one in houses) or (bool(houses) and places > 0)
    most = 0 if mark == ")" else 1
    return Dateline(len(prefix), tuple(houses)) if strange <= most and (sure or bracketed) else None


def _date(part: str) -> bool:
    """Say whether a part is a date and nothing else: ``3 آذار``, ``في 17 كانون الثاني 2019``, ``12`` (of 12/3)."""
    words = [token for token in tokens(part) if token.kind != "punct"]
    i = 1 if words and words[0].key == "في" else 0
    while i < len(words):
        found = month_at(words, i)
        if found is not None:
            i = found[1]
        elif month(words[i].key) is not None or (words[i].kind == "number" and len(words[i].text) <= _LONGEST_NUMBER):
            i += 1
        else:
            return False
    return True


def _reporter(part: str) -> bool:
    words = folded(part).split()
    return bool(_REPORTER.match(part)) and words[0] not in lead_verbs() and words[0] not in _OPENERS and len(part) <= 30
