"""Who and what appears in one report, as ``link`` keeps it: fullest name, forms, titles, and where each stands."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from msgspec import Struct

from riwaya.arabic.tokens import tokens
from riwaya.link.terms import stopword, token_term
from riwaya.model import Annotations, EntityType, Mention, MentionType, Named, Person, RoleMention

MOST_FORMS = 6  # forms of one name that a report is kept with

_TYPES: dict[MentionType, EntityType] = {"PER": "person", "ORG": "organisation", "LOC": "place"}


class Spot(Struct, frozen=True, gc=False):
    """Where a form of a name stands first, and how often it stands in the report."""

    form: str
    start: int
    end: int
    count: int


class Appearance(Struct, frozen=True, kw_only=True, gc=False):
    """A person, organisation or place in one report; ``name`` is the fullest name there.

    ``beside`` are those of the ``roles`` that stand right beside a name of the person, by their offsets: what the
    report says itself and no rule has inferred.
    """

    type: EntityType
    name: str
    spots: tuple[Spot, ...] = ()
    roles: tuple[RoleMention, ...] = ()
    beside: tuple[int, ...] = ()
    kind: str = ""


def appearances(notes: Annotations, text: str) -> tuple[Appearance, ...]:
    """Return who and what appears in a report, in the order of first mention, people first where names tie."""
    places: dict[tuple[EntityType, str], list[Mention]] = {}
    for mention in notes.mentions:
        if mention.type in _TYPES and not stopword(mention.entity):
            places.setdefault((_TYPES[mention.type], mention.entity), []).append(mention)
    known: dict[tuple[EntityType, str], Person | Named] = {("person", one.name): one for one in notes.people}
    known |= {("organisation", one.name): one for one in notes.organisations}
    known |= {("place", one.name): one for one in notes.places}
    people = frozenset(mention.start for mention in notes.mentions if mention.type == "PER")
    return tuple(
        _appearance(kind, name, known.get((kind, name)), found, people, text) for (kind, name), found in places.items()
    )


def _appearance(
    kind: EntityType,
    name: str,
    known: Person | Named | None,
    found: Sequence[Mention],
    people: frozenset[int],
    text: str,
) -> Appearance:
    spots = _spots(found, text)
    beside = _beside(known.role_mentions, found, people, text) if isinstance(known, Person) else frozenset()
    roles = _roles(known.role_mentions, beside) if isinstance(known, Person) else ()
    return Appearance(
        type=kind,
        name=sys.intern(name),
        spots=spots,
        roles=roles,
        beside=tuple(role.start for role in roles if role.start in beside),
        kind=(known.kind or "") if isinstance(known, Named) else "",
    )


def _beside(
    roles: Iterable[RoleMention], found: Sequence[Mention], people: frozenset[int], text: str
) -> frozenset[int]:
    """Return where titles stand right before a name (``وزير المياه ناجي``) or right after (``ناجي، وزير المياه``).

    ``people`` are where names of people begin: before another name a title is theirs.
    """
    starts, ends = {mention.start for mention in found}, {mention.end for mention in found}
    return frozenset(
        role.start
        for role in roles
        if (role.end + 1 in starts and text[role.end : role.end + 1].isspace())
        or (role.end + 1 not in people and role.start - 2 in ends and text[role.start - 2 : role.start] in ("، ", ", "))
    )


def _roles(found: Iterable[RoleMention], beside: frozenset[int]) -> tuple[RoleMention, ...]:
    """Keep the first place of each title, beside the name if there is one: ten of them are no better evidence."""
    first: dict[str, RoleMention] = {}
    for role in sorted(found, key=lambda role: (role.start not in beside, role.start)):
        first.setdefault(role.title, role)
    return tuple(sorted(first.values(), key=lambda role: role.start))


def _spots(found: Sequence[Mention], text: str) -> tuple[Spot, ...]:
    first: dict[str, Mention] = {}
    counts: dict[str, int] = {}
    for mention in found:
        form = " ".join(text[mention.start : mention.end].split())
        if form.startswith("ل") and text[mention.start - 1 : mention.start] == "ل":
            form = f"ا{form}"  # للبرلمان is printed without its alif
        first.setdefault(form, mention)
        counts[form] = counts.get(form, 0) + 1
    kept = list(first.items())[:MOST_FORMS]
    return tuple(Spot(sys.intern(form), mention.start, mention.end, counts[form]) for form, mention in kept)


def words(one: Appearance) -> tuple[str, ...]:
    """Return the words by which a story knows a name: of a person the last part, given names are many people's."""
    forms = [form for form in (one.name, *(spot.form for spot in one.spots)) if form]
    told = [form.split()[-1] for form in forms] if one.type == "person" else forms
    return tuple(dict.fromkeys(word for form in told for token in tokens(form) if (word := token_term(token))))
