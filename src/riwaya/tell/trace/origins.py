"""How many known origins stand behind printings: the distinct ones, fewer wherever two may be one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.model import Account, Copy, Merge, MergeReason, Witness
from riwaya.tell.known import Known

_SPEAKERS = frozenset({"person", "office", "government"})
_ARTICLE = re.compile("^(?:ال|لل)(?=..)")


def settled(witness: Witness, accounts: Mapping[str, Sequence[Witness]], known: Known) -> Witness:
    """Return a witness with the origin that the accounts of its story give it, else under its entity's own name.

    ``accounts`` are the witnesses of accounts by report; one that tells the same words knows their origin best.
    """
    here = witness.evidence
    for one in accounts.get(witness.doc, ()):
        there = one.evidence
        shared = min(here.end, there.end) - max(here.start, there.start)
        if 2 * shared >= min(here.end - here.start, there.end - there.start):
            return replace(witness, origin=one.origin, unknown=one.unknown, kind=one.kind)
    if witness.origin is None:
        return witness
    return replace(witness, origin=known.name(witness.origin, witness.doc))


def by_report(accounts: Iterable[Account]) -> dict[str, list[Witness]]:
    """Return the witnesses of accounts by their report."""
    found: dict[str, list[Witness]] = {}
    for account in accounts:
        for one in account.witnesses:
            found.setdefault(one.doc, []).append(one)
    return found


def merged(witnesses: Sequence[Witness], copies: Iterable[Copy]) -> tuple[int, tuple[Merge, ...]]:
    """Return the number of known origins, a lower bound, and why witnesses count as one.

    Two are one where their origins or speakers bear one name, or one name is the other's with more words
    (``الوزارة``, ``بيان (الوزارة)``), or where one report's text is copied from the other's.
    """
    groups = _Groups(witnesses)
    for left, right in _alike(witnesses):
        groups.join(left, right, "one-origin")
    place: dict[str, list[int]] = {}
    for at, one in enumerate(witnesses):
        place.setdefault(one.doc, []).append(at)
    for copy in sorted(copies, key=lambda one: (one.doc, one.original)):
        for left in place.get(copy.doc, ()):
            for right in place.get(copy.original, ()):
                groups.join(left, right, "copied")
    return groups.known(), tuple(groups.merges())


def _alike(witnesses: Sequence[Witness]) -> Iterator[tuple[int, int]]:
    named = [(at, _names(one)) for at, one in enumerate(witnesses) if one.origin]
    for number, (left, mine) in enumerate(named):
        for right, theirs in named[number + 1 :]:
            if any(one <= other or other <= one for one in mine for other in theirs):
                yield left, right


def _names(witness: Witness) -> list[frozenset[str]]:
    """Return who a witness goes back to: the origin, and the speaker, who said it once to whoever carries it."""
    names = [witness.origin, witness.speaker if witness.kind in _SPEAKERS else None]
    return [_words(name) for name in names if name]


def _words(origin: str) -> frozenset[str]:
    found = (token.key for token in tokens(origin) if token.kind != "punct")
    return frozenset(_ARTICLE.sub("", fold(one)) for one in found)


class _Groups:
    """Witnesses that count as one, and the reason for which each came to the others."""

    def __init__(self, witnesses: Sequence[Witness]) -> None:
        self._witnesses = witnesses
        self._group = list(range(len(witnesses)))
        self._reasons: dict[int, set[MergeReason]] = {}

    def join(self, left: int, right: int, reason: MergeReason) -> None:
        one, other = sorted((self._group[left], self._group[right]))
        if one == other:
            return
        self._group = [one if group == other else group for group in self._group]
        self._reasons.setdefault(one, set()).update({reason}, self._reasons.pop(other, set()))

    def known(self) -> int:
        return len({self._group[at] for at, one in enumerate(self._witnesses) if one.origin})

    def merges(self) -> Iterator[Merge]:
        for group, reasons in sorted(self._reasons.items()):
            members = [one for at, one in enumerate(self._witnesses) if self._group[at] == group]
            origin = next((one.origin for one in members if one.origin), None)
            for reason in sorted(reasons):
                yield Merge(docs=tuple(dict.fromkeys(one.doc for one in members)), reason=reason, origin=origin)
