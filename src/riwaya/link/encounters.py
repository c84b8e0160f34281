"""Meetings and journeys without a day among those of the story that have one: the same, or lines of their own.

An undated telling joins the only dated event that has its parties and may be it by its days; where several may be, it
is left out; where none is, it is an event without a date, if one of the story's main people takes part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from riwaya.arabic.tokens import tokens
from riwaya.link.candidates import ordinal
from riwaya.link.digest import Digest
from riwaya.link.likeness import Told, told_alike
from riwaya.link.terms import token_term
from riwaya.model import EntityType

SINCE = 30  # days before its report in which what it tells as done may have taken place
AHEAD = 60  # days after it in which what it tells as planned may
NEAR = 7  # days between two reports of one undated meeting
MAIN = 6  # people of a story who are its main ones
RUN = 3  # words in a row by which a report tells whom it met again: لجنة العلاقات الخارجية
ALIKE = 0.6  # of their words: one series of attacks or disasters in two reports
MOST = 40  # undated lines of one story


def encounters(groups: Sequence[list[Told]], told: Iterable[Told], main: frozenset[str]) -> list[list[Told]]:
    """Join undated meetings to the dated events that they can only be, and return those that are none of them."""
    found: list[list[Told]] = []
    for one in told:
        homes = [group for group in groups if any(_same(one, other) for other in group)]
        if len(homes) == 1:
            homes[0].append(one)
        elif not homes and (one.happening.recurs or main & set(_parties(one))):
            known = next((group for group in found if _again(one, group)), None)
            if known is None:
                found.append([one])
            else:
                known.append(one)
    return sorted(found, key=lambda group: -len({one.report for one in group}))[:MOST]


def main_people(
    digests: Sequence[Digest], members: Iterable[int], names: Mapping[tuple[int, EntityType, str], str]
) -> frozenset[str]:
    """Return the main people of a story: those whom most of its reports name, and of equals those named most often."""
    counts: Counter[str] = Counter()
    often: Counter[str] = Counter()
    for at in members:
        for one in digests[at].appearances:
            if one.type == "person":
                name = names.get((at, "person", one.name), one.name)
                counts[name] += 1
                often[name] += sum(spot.count for spot in one.spots)
    ranked = sorted(counts, key=lambda name: (-counts[name], -often[name], name))
    return frozenset(name for name in ranked[:MAIN] if often[name] > 1)


def _parties(one: Told) -> tuple[str, ...]:
    return (*one.who, *one.whom)


def _same(one: Told, other: Told) -> bool:
    """Say whether a dated clause may tell the undated meeting or journey."""
    if one.happening.recurs or not _in_time(one, other):
        return False
    if one.happening.bound:
        return bool(set(one.who) & set(other.names)) and _place(one.happening.bound) <= set(other.happening.terms)
    if set(one.who) & set(other.names) and set(one.whom) & set(other.names):
        return True
    return one.report == other.report and bool(set(one.who) & set(other.names)) and _told_again(one, other)


def _place(name: str) -> set[str]:
    return set(filter(None, map(token_term, tokens(name))))


def _in_time(one: Told, other: Told) -> bool:
    day = ordinal(other.happening.from_)
    if one.day is None or day is None:
        return False
    if one.happening.status == "planned":
        return one.day <= day <= one.day + AHEAD
    return one.day - SINCE <= day <= one.day


def _told_again(one: Told, other: Told) -> bool:
    """Say whether both clauses have some words in a row: a committee that both meet."""
    both = other.happening.type == one.happening.type == "CONSULT"
    return both and not _runs(one.happening.what).isdisjoint(_runs(other.happening.what))


def _runs(what: str) -> set[tuple[str, ...]]:
    stems = [token_term(token) for token in tokens(what)]
    runs = (tuple(stems[at : at + RUN]) for at in range(len(stems) - RUN + 1))
    return {run for run in runs if all(run)}


def _again(one: Told, group: Sequence[Told]) -> bool:
    """Say whether an undated meeting is that of another report."""
    first = group[0]
    if one.day is None or first.day is None or abs(one.day - first.day) > NEAR:
        return False
    if one.happening.recurs or first.happening.recurs:
        return one.happening.recurs == first.happening.recurs and told_alike(one, first) >= ALIKE
    if one.happening.bound or first.happening.bound:
        return _place(one.happening.bound) == _place(first.happening.bound) and bool(set(one.who) & set(first.who))
    return len(set(_parties(one)) & set(_parties(first))) > 1
