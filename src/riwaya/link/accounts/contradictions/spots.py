"""Two places of one event in one city: ``داخل سوق السمك``, ``خلف جامع النور في حي الميناء``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.link.accounts.contradictions.difference import Difference, events_before
from riwaya.link.accounts.passages import Passage
from riwaya.link.accounts.wordlists import listed

_WHERE = 60  # letters between an event and its place
_GAP = 2  # words between two words of place of one phrase: محيط [السفارة السلوانية] داخل
_NESTED = 2  # places that a passage may give: ``جامع … في حي …``


def spots(left: Passage, right: Passage) -> Iterator[Difference]:
    """Two voices of one report tell where in one city the same fell or happened, and not the same place."""
    if left.doc != right.doc or left.title or right.title or not left.events & right.events:
        return
    if "own-voice" in (left.voice.unknown, right.voice.unknown):
        return  # the report's own words name one place widely and narrowly
    one, other = _spots(left), _spots(right)
    here, there = ({fold(name) for name, *_ in passage.places} for passage in (left, right))
    apart = not {name for name, *_ in one} & there and not {name for name, *_ in other} & here and bool(here & there)
    if not (one and other and apart and len(one) <= _NESTED and len(other) <= _NESTED):
        return
    if _names_any(left, other) or _names_any(right, one):
        return
    if events_before(left, one[-1][1], _WHERE) & events_before(right, other[-1][1], _WHERE):
        yield Difference("place", phrase(left, one), phrase(right, other), "place")


def phrase(passage: Passage, spots: Sequence[tuple[str, int, int]]) -> tuple[int, int]:
    """Return where a passage says where: ``[خلف جامع النور في حي الميناء]``, ``[في محيط الميناء داخل البلدة]``."""
    start = spots[0][1]
    gap = 0
    for word in reversed(list(re.finditer(r"\S+", passage.text[: start - passage.start]))):
        gap = 0 if fold(word[0]) in listed("where") else gap + 1
        if gap > _GAP:
            break
        start = passage.start + word.start() if not gap else start
    return start, spots[-1][2]


def _names_any(passage: Passage, spots: Sequence[tuple[str, int, int]]) -> bool:
    """Say whether a passage names a place of the other in full: the one may lie in the other."""
    words = fold(passage.text).split()
    names = [[part.removeprefix("ال") for part in name.split()] for name, *_ in spots]
    return any(all(any(word.endswith(part) for word in words) for part in name) for name in names)


def _spots(passage: Passage) -> list[tuple[str, int, int]]:
    """Return the places of a passage in which something is: ``داخل المنطقة الخضراء``; no country, no capital."""
    found = []
    for name, start, end in passage.places:
        before = passage.text[: start - passage.start].split()
        near = {fold(word) for word in before[-2:]}
        if not near.isdisjoint(listed("where")) and fold(name) not in _wide():
            found.append((fold(name), start, end))
    return found


@cache
def _wide() -> frozenset[str]:
    rows = (";".join((row["name"], row["aliases"], row["capital"])) for row in table("countries"))
    return frozenset(fold(name) for names in rows for name in names.split(";") if name)
