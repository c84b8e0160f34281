"""The matters of one actor: his sayings under the heading that each stands under, and what is one thing joined.

Headings come first (as in label-first clustering, Osiński and Weiss 2005, Lingo): what stands under a wrong heading is
worse than a matter with one saying. What only shares one chance word is no matter; sayings on one thing (forces,
sanctions: the lexicon's words for one thing) or one topic of the story are one matter as long as they are not too
many to be read as one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, pairwise

from msgspec import Struct

from riwaya.link.positions.headings import Telling, headed
from riwaya.link.positions.naming import named
from riwaya.link.positions.retold import Told, order
from riwaya.link.positions.words import things_named

MOST = 1500  # sayings of one actor that are compared
FIRM = 4  # sayings that make a heading whatever else they share
HALF = 0.5  # of a group's sayings must have the word by which it is joined to others
WHOLE = 20  # sayings that are still read as one matter
NARROW = 0.12  # of an actor's sayings, at most, have a word that joins groups,
FEW = 12  # or so many
BREATH = 160  # code points between a saying and the one that it points back to

Keys = Sequence[Mapping[str, float]]


class Matter(Struct):
    """Sayings of one actor on one thing, in order of time, and its name."""

    name: str
    told: list[Told]


def matters(found: Sequence[Told], telling: Telling) -> list[Matter]:
    """Return the matters of one actor's sayings, given how much each key tells, each named by words of its own.

    Sayings whose matter has no name are left out. Misses: one matter in words that share nothing; two in the same.
    """
    left = list(found[:MOST])
    keys, heads = headed(left, telling.weights)
    groups = _joined(_grouped(keys, heads, telling), left, telling.topics)
    _led_in(groups, keys, left)
    _pointed_back(groups, left)
    alone = set(range(len(left))) - set(chain.from_iterable(groups))
    every = Counter(key for one in left for key in one.best.terms.keys)
    nouns = {term for one in left for term in one.best.terms.definite}
    by_name: dict[str, list[Told]] = defaultdict(list)
    for group in [*groups, *([at] for at in sorted(alone))]:
        told = [left[at] for at in sorted(group)]
        by_name[named([one.best for one in told], every, len(left), nouns, telling.weights)] += told
    return [
        Matter(name, sorted(told, key=lambda one: order(one.best))) for name, told in sorted(by_name.items()) if name
    ]


def _grouped(keys: Keys, heads: Sequence[str], telling: Telling) -> list[list[int]]:
    """Return the sayings of each heading; few that share no more than one word are no matter, unless it is a topic."""
    by_head: dict[str, list[int]] = defaultdict(list)
    for at, head in enumerate(heads):
        if head:
            by_head[head].append(at)
    found: list[list[int]] = []
    for head, group in sorted(by_head.items()):
        firm = len(group) >= FIRM or " " in head or head in things_named() or head in telling.topics
        found.append(group if firm else [at for at in group if _shares(at, group, keys)])
    return [group for group in found if group]


def _shares(at: int, group: Iterable[int], keys: Keys) -> bool:
    return any(len(keys[at].keys() & keys[other].keys()) > 1 for other in group if other != at)


def _joined(groups: list[list[int]], told: Sequence[Told], topics: Collection[str]) -> list[list[int]]:
    """Return groups with those joined of which half have the word of one thing: ``القوات القتالية``, ``القوات``."""
    having: dict[str, set[int]] = defaultdict(set)
    for at, one in enumerate(told):
        for key in one.best.terms.keys:
            if key.split()[0] in things_named() or key in topics:
                having[key].add(at)
    narrow = [key for key, found in having.items() if len(found) <= max(FEW, NARROW * len(told))]
    for key in sorted(narrow, key=lambda key: (-len(having[key]), key)):
        fit = [group for group in groups if len(having[key] & set(group)) >= max(2, HALF * len(group))]
        if len(fit) > 1 and sum(map(len, fit)) <= WHOLE:
            groups = [group for group in groups if group not in fit] + [list(chain.from_iterable(fit))]
    return groups


def _led_in(groups: list[list[int]], keys: Keys, told: Sequence[Told]) -> None:
    """Add to each group the sayings left that have a word which half of those that have it have in this group."""
    group_of = {at: number for number, group in enumerate(groups) for at in group}
    having: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        for key in one.best.terms.keys:
            having[key].append(at)
    for at in sorted(set(range(len(told))) - group_of.keys()):
        fit: dict[str, int] = {}
        for key, value in keys[at].items():
            inside = Counter(group_of[other] for other in having[key] if other in group_of)
            if inside and value >= HALF * max(keys[at].values()):
                number, count = max(inside.items(), key=lambda pair: (pair[1], -pair[0]))
                if count >= max(2, HALF * (len(having[key]) - 1)) and len(groups[number]) < WHOLE:
                    fit[key] = number
        if fit:
            groups[fit[max(sorted(fit), key=lambda key: keys[at][key])]].append(at)


def _pointed_back(groups: list[list[int]], told: Sequence[Told]) -> None:
    """Add to the matter of each saying left over what points back to it right behind it: ``نشر [هذه] القيم``."""
    group_of: dict[int, list[int]] = {at: group for group in groups for at in group}
    ends = sorted((one.best.doc, one.best.start, at) for at, one in enumerate(told))
    for (doc, _, before), (other, _, at) in pairwise(ends):
        one, last = told[at].best, told[before].best
        near = doc == other and one.actor == last.actor and 0 <= one.start - last.end <= BREATH
        if near and one.back and at not in group_of:
            if before not in group_of:
                groups.append([before])
                group_of[before] = groups[-1]
            group_of[before].append(at)
            group_of[at] = group_of[before]
