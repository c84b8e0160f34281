"""People, organisations and places across reports: one entity with every spelling, its dated titles, its places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz.distance import OSA

from riwaya.arabic.english import english
from riwaya.arabic.letters import fold
from riwaya.arabic.romanise import Romanised, romanised
from riwaya.link.appearances import Appearance
from riwaya.link.bodies import bodies, body_key
from riwaya.link.conflicts import conflicts
from riwaya.link.digest import Digest
from riwaya.link.events import small_words
from riwaya.link.nationality import nationalities
from riwaya.link.offices import bare, office
from riwaya.link.people import Seen, people
from riwaya.link.rulings import Decided, decided, of_kind, outcomes
from riwaya.link.spellings import SOUNDS, led, parts
from riwaya.link.stories import identity
from riwaya.link.tenures import Given, offices_held, tenures
from riwaya.link.visits import misnamed
from riwaya.model import Conflict, Entity, EntityType, Evidence, Judgement, Outcome, Ruled, Tenure

MOST_FORMS = 4  # forms of one entity shown from one report
SELDOM = 20  # a full name that so few of the reports give is not what a person is called by
_MARKS = re.compile(r"[#_\"«»“”()\[\]]")
_HYPHENATED = re.compile(r"^[لب]ـ ?(?=[A-Za-z])")
RARELY = 12  # a form that the usual spelling outnumbers so often may be a slip


class Known(Struct):
    """All entities of a set of reports, what each report's names come down to, and what became of rulings."""

    entities: tuple[Entity, ...]
    names: dict[tuple[int, EntityType, str], str]
    outcomes: tuple[Outcome, ...] = ()


def entities(digests: Sequence[Digest], story: Sequence[int], rulings: Sequence[Judgement] = ()) -> Known:
    """Return the entities of a set of reports; ``story[i]`` is the story of report ``i``; most reported first.

    A person's ``rulings`` join, part and name them.
    """
    seen: dict[EntityType, list[Seen]] = {"person": [], "organisation": [], "place": []}
    for at, one in enumerate(digests):
        for appearance in one.appearances:
            seen[appearance.type].append((at, appearance))
    lands = _lands(one for _, one in seen["place"])
    found: list[Entity] = []
    names: dict[tuple[int, EntityType, str], str] = {}
    told: list[Outcome] = []
    for kind, every in seen.items():
        groups = people(every, story) if kind == "person" else bodies(every, story)
        mine = of_kind(rulings, kind)
        settled = decided(groups, digests, story, mine)
        made = _entities(settled, digests, lands)
        for entity, group in zip(made, settled.groups, strict=True):
            names.update({(at, kind, appearance.name): entity.name for at, appearance in group})
        told += outcomes(mine, settled, [entity.id for entity in made])
        found += made
    ordered = sorted(found, key=lambda one: (-len(one.documents), one.type, one.name, one.id))
    return Known(tuple(ordered), names, tuple(sorted(told, key=lambda one: one.judgement)))


def _entities(settled: Decided, digests: Sequence[Digest], lands: Mapping[str, str]) -> list[Entity]:
    """Return the entity of each group, in their order, under the name that a person gave it, if one did."""
    shown = [_display(group, group[0][1].type) for group in settled.groups]
    keys = [_key(group, name) for group, name in zip(settled.groups, shown, strict=True)]
    shared = Counter(keys)
    called = [settled.names.get(number, printed) for number, printed in enumerate(shown)]
    held = [offices_held([(digests[at], role) for at, one in group for role in one.roles]) for group in settled.groups]
    beside = {(digests[at].id, start) for group in settled.groups for at, one in group for start in one.beside}
    disputed = conflicts(held, beside, _titles_alone(settled.groups, digests), called)
    found = []
    for number, (group, printed) in enumerate(zip(settled.groups, shown, strict=True)):
        roles, against = tenures(held[number], lands), tuple(disputed.get(number, ()))
        entity = _entity(group, printed, shared[keys[number]] == 1, digests, roles, against)
        found.append(_ruled(entity, called[number], settled.marks.get(number, ())))
    return found


def _titles_alone(groups: Sequence[Sequence[Seen]], digests: Sequence[Digest]) -> list[list[Given]]:
    """Return for each group the titles under which a report tells of its visit without a name."""
    found: dict[tuple[int, str], list[Given]] = {}
    for at, one in enumerate(digests):
        if one.visits:
            named = {office(role.title) for appearance in one.appearances for role in appearance.roles}
            for role in misnamed(one.visits, named):
                found.setdefault((at, role.person), []).append((one, role))
    return [[given for at, one in group for given in found.get((at, one.name), ())] for group in groups]


def _ruled(entity: Entity, name: str, marks: tuple[Ruled, ...]) -> Entity:
    """Return an entity with the marks of a person's rulings, called ``name``; its id stays that of the printed name."""
    if name == entity.name:
        return replace(entity, rulings=marks) if marks else entity
    variants = (entity.name, *(one for one in entity.variants if one != name))
    latin = _latin(name, entity.type)
    spelt, by = (latin.text, latin.by) if latin else ("", "")
    return replace(entity, name=name, romanised=spelt, romanised_by=by, variants=variants, rulings=marks)


def _lands(seen: Iterable[Appearance]) -> dict[str, str]:
    """Return the places of all reports by the bare form that a nationality has: سلوان of ``جمهورية سلوان``."""
    counts: dict[str, dict[str, int]] = {}
    for one in seen:
        short = " ".join(word for word in one.name.split() if fold(word) not in small_words("class"))
        if short and " " not in short:
            names = counts.setdefault(bare(fold(short)), {})
            names[short] = names.get(short, 0) + 1
    return {key: max(names, key=lambda name: (names[name], name)) for key, names in counts.items()}


# ── one entity ──────────────────────────────────────────────────────────────────────────────────────────────────


def _entity(
    group: Sequence[Seen],
    name: str,
    alone: bool,
    digests: Sequence[Digest],
    roles: tuple[Tenure, ...],
    disputed: tuple[Conflict, ...],
) -> Entity:
    kind = group[0][1].type
    reports = sorted({at for at, _ in group}, key=lambda at: (digests[at].published or "9", digests[at].key))
    forms = _forms(group)
    others = sorted((form for form in forms if form != name), key=lambda form: (-forms[form], form))
    latin = _latin(name, kind)
    return Entity(
        id=identity(kind, *_stable(group, digests, name, alone)),
        type=kind,
        name=name,
        romanised=latin.text if latin else "",
        romanised_by=latin.by if latin else "",
        countries=nationalities(roles),
        variants=tuple(others),
        slips=tuple(form for form in others if kind == "person" and _slip(form, name, forms)),
        roles=roles,
        conflicts=disputed,
        documents=tuple(digests[at].id for at in reports),
        evidence=_evidence(group, digests),
    )


def _latin(name: str, kind: EntityType) -> Romanised | None:
    """A body without an English name keeps its Arabic one: وزارة المياه is to be translated, not spelt."""
    if kind != "person" and (own := english(name)):
        return Romanised(own, "lexicon")
    return romanised(name) if kind != "organisation" else None


def _stable(group: Sequence[Seen], digests: Sequence[Digest], name: str, alone: bool) -> tuple[str, ...]:
    """An entity is known by its folded name; a surname alone, or a namesake, by its first report besides."""
    key = _key(group, name)
    if alone and (group[0][1].type != "person" or len(parts(name)) > 1):
        return (key,)
    return key, *min((digests[at].key, digests[at].id, one.name) for at, one in group)[: 1 if alone else 3]


def _key(group: Sequence[Seen], name: str) -> str:
    return " ".join(parts(name)) if group[0][1].type == "person" else body_key(name)


def _forms(group: Sequence[Seen]) -> dict[str, int]:
    """Return every printed form with the number of reports that have it."""
    found: dict[str, int] = {}
    for _, one in group:
        for form in {clean(one.name), *(clean(spot.form) for spot in one.spots)}:
            found[form] = found.get(form, 0) + 1
    return found


@lru_cache(maxsize=1 << 16)
def clean(form: str) -> str:
    """Return a printed form without the marks of hashtags and quotations and a hyphenated ل: ``#بلد_النخيل``."""
    found = " ".join(_MARKS.sub(" ", form).split())
    return _HYPHENATED.sub("", found) or form


def _display(group: Sequence[Seen], kind: EntityType) -> str:
    """Return the full form that most reports use; for people of two parts at least where there is one."""
    counts: dict[str, int] = {}
    for _, one in group:
        form = clean(one.name)
        counts[form] = counts.get(form, 0) + 1
    full = [form for form in counts if len(parts(form)) > 1] if kind == "person" else []
    if sum(counts[form] for form in full) * SELDOM < len(group):
        full = []  # فإن رونيتو once, رونيتو in every other report
    return max(full or counts, key=lambda form: (not (kind == "person" and led(form)), counts[form], len(form), form))


def _slip(form: str, name: str, forms: dict[str, int]) -> bool:
    """Say whether a form looks like the name, or its last part, misspelt: one or two letters off, and not commoner."""
    left, right = parts(form), parts(name)
    right = right[-1:] if len(left) == 1 else right
    if len(left) != len(right) or left == right:
        return False
    gaps = [OSA.distance(one, other, score_cutoff=2) for one, other in zip(left, right, strict=True)]
    if max(gaps) > 2 or sum(gap > 0 for gap in gaps) != 1:
        return False
    rare = (forms[form] == 1 and forms[name] >= 3) or forms[form] * RARELY <= forms[name]
    return rare or (gaps[-1] > 0 and name.split()[-1].startswith("ال") and not _by_ear(left[-1], right[-1]))


def _by_ear(left: str, right: str) -> bool:
    """Say whether only letters differ that foreign names are written with by turns: ت and ط."""
    return left.translate(SOUNDS) == right.translate(SOUNDS)


def _evidence(group: Sequence[Seen], digests: Sequence[Digest]) -> tuple[Evidence, ...]:
    spots = [(digests[at], spot) for at, one in group for spot in one.spots[:MOST_FORMS]]
    spots.sort(key=lambda item: (item[0].published or "9", item[0].key, item[1].start))
    return tuple(Evidence(doc=one.id, start=spot.start, end=spot.end) for one, spot in spots)
