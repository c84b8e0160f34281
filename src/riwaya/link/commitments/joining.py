"""The commitments of a story: undertakings of several reports joined, with what became of them.

A later report repeats a commitment, sharpens it (a deadline where there was none, or an earlier one), supersedes it (a
later one), or says in so many words that it was kept or broken. Nothing is said where no report says it: a deadline
that passed in silence breaks no commitment.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.link.commitments.fates import Fate
from riwaya.link.commitments.pledges import Pledge, said
from riwaya.link.digest import Digest
from riwaya.link.parties import land_named
from riwaya.link.terms import rarity, term
from riwaya.model import Change, Commitment, Evidence, Turn

SAME = 0.5  # share of telling words that two undertakings of one side have in common
ACT = 2  # words of an undertaking that tell the act and its object
OPENING = 6  # words of the other in which it stands, before what it is for
LEAST = 2  # words at least that they share
MOST = 300  # commitments of one story
MOST_GIVEN = 3000  # undertakings of one story that are compared, the earliest
_WEIGHT: tuple[Change, ...] = ("made", "repeated", "sharpened", "superseded", "broken", "kept")


class _Given(Struct):
    """An undertaking in its report, with the day on which it was given."""

    report: int
    day: str
    pledge: Pledge


class _Bond(Struct):
    """A commitment under work: what was given, in time order, and what is told of it."""

    given: list[_Given]
    turns: list[Turn]


def commitments(story: str, members: Sequence[int], digests: Sequence[Digest]) -> tuple[Commitment, ...]:
    """Return the commitments of a story, those with the longest history first.

    ``members`` are indexes of its reports in order of publication. Misses: one undertaking in words that share nothing;
    what a report tells of a fulfilment without the words of the undertaking.
    """
    place = {report: at for at, report in enumerate(members)}
    given = sorted(
        (_Given(at, one.day or digests[at].published[:10], one) for at in members for one in digests[at].pledges),
        key=lambda one: (one.day or "9999", place[one.report], one.pledge.start),
    )[:MOST_GIVEN]
    bonds: list[_Bond] = []
    for one in (one for one in given if one.pledge.force == "firm"):
        _join(one, bonds, digests)
    for one in (one for one in given if one.pledge.force == "weak"):
        _repeat(one, bonds, digests)
    for at in members:
        for fate in digests[at].fates:
            _settle(fate, at, bonds, digests)
    found = [_commitment(story, one, digests) for one in bonds]
    found.sort(
        key=lambda one: (-len(one.history), one.history[0].date or "9999", one.evidence[0].doc, one.evidence[0].start)
    )
    return tuple(found[:MOST])


def _join(one: _Given, bonds: list[_Bond], digests: Sequence[Digest]) -> None:
    best, most = None, 0.0
    for bond in bonds:
        value = max(
            (_alike(one.pledge, other.pledge) for other in bond.given if _bound(one.pledge, other.pledge)), default=0
        )
        if value > most:
            best, most = bond, value
    if best is None or most < SAME:
        bonds.append(_Bond([one], [_turn("made", one, digests)]))
    else:
        change = _change(one, best)
        if change is not None:
            best.turns.append(_turn(change, one, digests))
        best.given.append(one)


def _change(one: _Given, bond: _Bond) -> Change | None:
    """Return what an undertaking adds to an earlier one, ``None`` where it is the same told again on its day."""
    if any(each.report == one.report and each.day == one.day for each in bond.given):
        return None
    until, earlier = one.pledge.until, [each.pledge.until for each in bond.given if each.pledge.until]
    if until and not earlier:
        return "sharpened"
    if until and until < min(earlier):
        return "sharpened"
    if until and until > max(earlier):
        return "superseded"
    if any(each.day == one.day or each.report == one.report for each in bond.given):
        return None
    return "repeated"


def _repeat(one: _Given, bonds: list[_Bond], digests: Sequence[Digest]) -> None:
    """Let weak words repeat the one commitment that they fit: the same side and matter, or matter and deadline."""
    fits = []
    for bond in (bond for bond in bonds if (bond.given[0].day or "") <= (one.day or "9999")):
        for other in bond.given:
            dated = one.pledge.until and one.pledge.until == other.pledge.until
            side = _sides(one.pledge, other.pledge) and one.pledge.negated == other.pledge.negated
            value = _in_common(one.pledge.terms, other.pledge.terms)
            if (dated and value >= SAME * 0.7 and not side) or (side and value >= SAME and not one.pledge.by):
                fits.append((value, bond))
    if not fits:
        return
    bond = max(fits, key=lambda fit: fit[0])[1]
    if one.report in {each.report for each in bond.given} and any(
        turn.said_by == one.pledge.said_by and turn.evidence.doc == digests[one.report].id for turn in bond.turns
    ):
        return
    bond.turns.append(_turn("repeated", one, digests))


def _settle(fate: Fate, at: int, bonds: Sequence[_Bond], digests: Sequence[Digest]) -> None:
    """Tell that a commitment was kept or broken where a report's words fit one, and one alone."""
    day = digests[at].published[:10]
    fits = [
        bond
        for bond in bonds
        if set(fate.sides) & {side for each in bond.given for side in each.pledge.sides}
        and (not day or not bond.given[0].day or bond.given[0].day <= day)
        and (not fate.terms or max(_in_common(fate.terms, each.pledge.terms) for each in bond.given) >= SAME)
    ]
    if len(fits) == 1:
        spot = Evidence(doc=digests[at].id, start=fate.start, end=fate.end)
        turn = Turn(change=fate.change, date=day or None, said_by=fate.said_by or None, text=fate.text, evidence=spot)
        known = {(each.change, each.date, each.said_by) for each in fits[0].turns}
        if (turn.change, turn.date, turn.said_by) not in known:
            fits[0].turns.append(turn)


# ── the same? ───────────────────────────────────────────────────────────────────────────────────────────────────


def _alike(one: Pledge, other: Pledge) -> float:
    """Return how alike two undertakings are; the act or its object is in both, not the place and the parties alone."""
    if one.negated != other.negated:
        return 0.0
    act = not _act(one).isdisjoint(other.terms[:OPENING]) or not _act(other).isdisjoint(one.terms[:OPENING])
    return _in_common(one.terms, other.terms) if act else 0.0


def _act(one: Pledge) -> set[str]:
    """Return the first telling words of an undertaking: ``(إجراء) اختبارات نووية``."""
    return set([word for word in one.terms if word not in _light()][:ACT])


@cache
def _light() -> frozenset[str]:
    return frozenset(term(word) for word in said("light"))


def _bound(one: Pledge, other: Pledge) -> bool:
    """Say whether two undertakings bind the same: one side, or the same two, or ``الطرفان`` together."""
    if _general(one) and _general(other):
        return True
    left, right = set(one.sides), set(other.sides)
    return left == right if max(len(left), len(right)) > 1 else bool(left & right)


def _sides(one: Pledge, other: Pledge) -> bool:
    """Say whether one side may repeat the other's undertaking: its own, or what ``الطرفان`` undertook."""
    return bool(set(one.sides) & set(other.sides)) or _general(one) or _general(other)


def _general(one: Pledge) -> bool:
    return any(fold(name) in said("general") for name in one.who)


def _in_common(left: Sequence[str], right: Sequence[str]) -> float:
    """Return the share of telling words that the shorter has in common with the longer; 0 for a single word."""
    shared = set(left) & set(right)
    if len(shared) < LEAST:
        return 0.0
    total = min(sum(rarity(word, 0, 0) for word in left), sum(rarity(word, 0, 0) for word in right))
    return sum(sorted(rarity(word, 0, 0) for word in shared)) / total if total else 0.0


# ── the row ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _turn(change: Change, one: _Given, digests: Sequence[Digest]) -> Turn:
    pledge = one.pledge
    return Turn(
        change=change,
        date=one.day or None,
        by=pledge.by or None,
        said_by=pledge.said_by or None,
        text=pledge.what,
        evidence=Evidence(doc=digests[one.report].id, start=pledge.start, end=pledge.end),
    )


def _commitment(story: str, bond: _Bond, digests: Sequence[Digest]) -> Commitment:
    turns = sorted(bond.turns, key=lambda turn: (turn.date or "9999", _WEIGHT.index(turn.change)))
    dated = [one.pledge for one in bond.given if one.pledge.until]
    deadline = dated[-1] if dated else next((one.pledge for one in bond.given if one.pledge.by), None)
    condition = next((one.pledge.condition for one in bond.given if one.pledge.condition), "")
    places = [(digests[one.report].id, one.pledge) for one in bond.given]
    own = [Evidence(doc=doc, start=pledge.start, end=pledge.end) for doc, pledge in places]
    return Commitment(
        story=story,
        who=_named(bond),
        what=(deadline or bond.given[0].pledge).what,
        by=deadline.by if deadline is not None else None,
        condition=condition or None,
        status=_status(turns),
        history=tuple(turns),
        evidence=tuple(dict.fromkeys((*own, *(turn.evidence for turn in turns)))),
    )


def _named(bond: _Bond) -> tuple[str, ...]:
    """Return who is bound, a country by its own name; of ``الطرفان`` the names where any report of it has them."""
    every = [one.pledge.who for one in bond.given if not _general(one.pledge)]
    who = every[0] if every and _general(bond.given[0].pledge) else bond.given[0].pledge.who
    return tuple(dict.fromkeys(land_named(name) for name in who))


def _status(turns: Sequence[Turn]) -> Change:
    """Return what became of it: the last word on its end, else the strongest change of its terms."""
    ends = [turn.change for turn in turns if turn.change in ("kept", "broken")]
    return ends[-1] if ends else max((turn.change for turn in turns), key=_WEIGHT.index)
