"""People, organisations and places across reports: one entity with every spelling, its dated titles, its places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.link.appearances import Appearance
from riwaya.link.bodies import bodies
from riwaya.link.conflicts import conflicts
from riwaya.link.digest import Digest
from riwaya.link.entity import Cluster, display, key
from riwaya.link.events import small_words
from riwaya.link.kept import Met
from riwaya.link.offices import bare, office
from riwaya.link.people import Seen, people
from riwaya.link.rulings import Decided, decided, of_kind, outcomes
from riwaya.link.tenures import Given, offices_held
from riwaya.link.visits import misnamed
from riwaya.model import Entity, EntityType, Judgement, Outcome

NOBODY: Mapping[str, Met] = MappingProxyType({})


class Known(Struct):
    """All entities of a set of reports, what each report's names come down to, and what became of rulings.

    ``inputs`` mark by entity all that it follows from; ``same`` are those of which that was so before.
    """

    entities: tuple[Entity, ...]
    names: dict[tuple[int, EntityType, str], str]
    outcomes: tuple[Outcome, ...] = ()
    inputs: dict[str, str] = {}
    same: frozenset[str] = frozenset()


def entities(
    digests: Sequence[Digest],
    story: Sequence[int],
    rulings: Sequence[Judgement] = (),
    before: Mapping[str, Met] = NOBODY,
    version: str = "",
) -> Known:
    """Return the entities of a set of reports; ``story[i]`` is the story of report ``i``; most reported first.

    A person's ``rulings`` join, part and name them. ``before`` are the entities of an earlier run, of which those are
    taken over that follow from the same; ``version`` is that of the code.
    """
    seen: dict[EntityType, list[Seen]] = {"person": [], "organisation": [], "place": []}
    for at, one in enumerate(digests):
        for appearance in one.appearances:
            seen[appearance.type].append((at, appearance))
    lands = _lands(one for _, one in seen["place"])
    found: list[Entity] = []
    inputs: dict[str, str] = {}
    same: set[str] = set()
    names: dict[tuple[int, EntityType, str], str] = {}
    told: list[Outcome] = []
    for kind, every in seen.items():
        groups = people(every, story) if kind == "person" else bodies(every, story)
        mine = of_kind(rulings, kind)
        settled = decided(groups, digests, story, mine)
        made = [_met(one, digests, before, version) for one in _clusters(settled, digests, lands)]
        for each, group in zip(made, settled.groups, strict=True):
            inputs[each.entity.id] = each.inputs
            if before.get(each.entity.id) is each:
                same.add(each.entity.id)
            names.update({(at, kind, appearance.name): each.entity.name for at, appearance in group})
        told += outcomes(mine, settled, [each.entity.id for each in made])
        found += [each.entity for each in made]
    ordered = sorted(found, key=lambda one: (-len(one.documents), one.type, one.name, one.id))
    outcome = tuple(sorted(told, key=lambda one: one.judgement))
    return Known(tuple(ordered), names, outcome, inputs, frozenset(same))


def _met(one: Cluster, digests: Sequence[Digest], before: Mapping[str, Met], version: str) -> Met:
    """Return the entity of a cluster; it is made anew only where something has changed that it follows from."""
    inputs, known = one.inputs(digests, version), before.get(one.id(digests))
    return known if known is not None and known.inputs == inputs else Met(inputs, one.entity(digests))


def _clusters(settled: Decided, digests: Sequence[Digest], lands: Mapping[str, str]) -> Iterator[Cluster]:
    """Yield the groups, in their order, with all that their entities follow from."""
    shown = [display(group, group[0][1].type) for group in settled.groups]
    keys = [key(group, name) for group, name in zip(settled.groups, shown, strict=True)]
    shared = Counter(keys)
    called = [settled.names.get(number, printed) for number, printed in enumerate(shown)]
    held = [offices_held([(digests[at], role) for at, one in group for role in one.roles]) for group in settled.groups]
    beside = {(digests[at].id, start) for group in settled.groups for at, one in group for start in one.beside}
    disputed = conflicts(held, beside, _titles_alone(settled.groups, digests), called)
    for number, (group, printed) in enumerate(zip(settled.groups, shown, strict=True)):
        yield Cluster(
            group=group,
            printed=printed,
            called=called[number],
            alone=shared[keys[number]] == 1,
            held=held[number],
            conflicts=tuple(disputed.get(number, ())),
            rulings=settled.marks.get(number, ()),
            lands=lands,
        )


def _titles_alone(groups: Sequence[Sequence[Seen]], digests: Sequence[Digest]) -> list[list[Given]]:
    """Return for each group the titles under which a report tells of its visit without a name."""
    found: dict[tuple[int, str], list[Given]] = {}
    for at, one in enumerate(digests):
        if one.visits:
            named = {office(role.title) for appearance in one.appearances for role in appearance.roles}
            for role in misnamed(one.visits, named):
                found.setdefault((at, role.person), []).append((one, role))
    return [[given for at, one in group for given in found.get((at, one.name), ())] for group in groups]


def _lands(seen: Iterable[Appearance]) -> dict[str, str]:
    """Return the places of all reports by the bare form that a nationality has: سلوان of ``جمهورية سلوان``."""
    counts: dict[str, dict[str, int]] = {}
    for one in seen:
        short = " ".join(word for word in one.name.split() if fold(word) not in small_words("class"))
        if short and " " not in short:
            names = counts.setdefault(bare(fold(short)), {})
            names[short] = names.get(short, 0) + 1
    return {key: max(names, key=lambda name: (names[name], name)) for key, names in counts.items()}
