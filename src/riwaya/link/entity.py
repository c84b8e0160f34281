"""One person, organisation or place: what all its reports call it, its dated titles, its places in them.

What an entity follows from has a mark, so that one of which nothing has changed need not be made again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz.distance import OSA

from riwaya.arabic.english import english
from riwaya.arabic.placenames import place_name
from riwaya.arabic.romanise import Romanised, romanised
from riwaya.link.bodies import body_key
from riwaya.link.digest import Digest
from riwaya.link.nationality import nationalities
from riwaya.link.offices import land
from riwaya.link.packed import packed
from riwaya.link.people import Seen
from riwaya.link.spellings import SOUNDS, led, parts
from riwaya.link.stories import identity
from riwaya.link.tenures import Held, tenures
from riwaya.model import Conflict, Entity, EntityType, Evidence, Ruled

MOST_FORMS = 4  # forms of one entity shown from one report
SELDOM = 20  # a full name that so few of the reports give is not what a person is called by
_MARKS = re.compile(r"[#_\"«»“”()\[\]]")
_HYPHENATED = re.compile(r"^[لب]ـ ?(?=[A-Za-z])")
RARELY = 12  # a form that the usual spelling outnumbers so often may be a slip


class Cluster(Struct, frozen=True, kw_only=True):
    """Appearances that are one, with all that the entity follows from: how it is ``printed``, its offices.

    ``alone``: no other has that name; ``called`` differs from ``printed`` where a person named it so. ``lands`` are the
    places of all reports by bare form, for titles of a country that the lexicon doesn't know.
    """

    group: Sequence[Seen]
    printed: str
    called: str
    alone: bool
    held: Sequence[Held]
    conflicts: tuple[Conflict, ...]
    rulings: tuple[Ruled, ...]
    lands: Mapping[str, str]

    @property
    def kind(self) -> EntityType:
        """A person, an organisation or a place."""
        return self.group[0][1].type

    def id(self, digests: Sequence[Digest]) -> str:
        """Return the id of the entity."""
        return identity(self.kind, *_stable(self.group, digests, self.printed, self.alone))

    def inputs(self, digests: Sequence[Digest], version: str) -> str:
        """Return a mark that changes whenever the entity may; ``version`` is that of the code."""
        where = [(digests[at].id, digests[at].mark, one.name) for at, one in self.group]
        named = [self.lands.get(land(one.title)) for one in self.held if not one.office.country]
        told = (version, self.kind, self.printed, self.called, self.alone, named, self.conflicts, self.rulings)
        return blake2b(packed((told, where)), digest_size=12).hexdigest()

    def entity(self, digests: Sequence[Digest]) -> Entity:
        """Return the entity under the name that a person gave it, if one did."""
        group, name, kind = self.group, self.printed, self.kind
        roles = tenures(self.held, self.lands)
        reports = sorted({at for at, _ in group}, key=lambda at: (digests[at].published or "9", digests[at].key))
        forms = _forms(group)
        others = sorted((form for form in forms if form != name), key=lambda form: (-forms[form], form))
        latin = _latin(name, kind)
        one = Entity(
            id=self.id(digests),
            type=kind,
            name=name,
            romanised=latin.text if latin else "",
            romanised_by=latin.by if latin else "",
            countries=nationalities(roles),
            variants=tuple(others),
            slips=tuple(form for form in others if kind == "person" and _slip(form, name, forms)),
            roles=roles,
            conflicts=self.conflicts,
            documents=tuple(digests[at].id for at in reports),
            evidence=_evidence(group, digests),
        )
        return _ruled(one, self.called, self.rulings)


def _ruled(entity: Entity, name: str, marks: tuple[Ruled, ...]) -> Entity:
    """Return an entity with the marks of a person's rulings, called ``name``; its id stays that of the printed name."""
    if name == entity.name:
        return replace(entity, rulings=marks) if marks else entity
    variants = (entity.name, *(one for one in entity.variants if one != name))
    latin = _latin(name, entity.type)
    spelt, by = (latin.text, latin.by) if latin else ("", "")
    return replace(entity, name=name, romanised=spelt, romanised_by=by, variants=variants, rulings=marks)


def _latin(name: str, kind: EntityType) -> Romanised | None:
    """A body without an English name keeps its Arabic one: وزارة المياه is to be translated, not spelt."""
    if kind != "person" and (own := english(name)):
        return Romanised(own, "lexicon")
    if kind == "place":
        return place_name(name)
    return romanised(name) if kind == "person" else None


def _stable(group: Sequence[Seen], digests: Sequence[Digest], name: str, alone: bool) -> tuple[str, ...]:
    """An entity is known by its folded name; a surname alone, or a namesake, by its first report besides."""
    known = key(group, name)
    if alone and (group[0][1].type != "person" or len(parts(name)) > 1):
        return (known,)
    return known, *min((digests[at].key, digests[at].id, one.name) for at, one in group)[: 1 if alone else 3]


def key(group: Sequence[Seen], name: str) -> str:
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


def display(group: Sequence[Seen], kind: EntityType) -> str:
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
