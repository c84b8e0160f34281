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
    """A person, organisation or place in one report; ``name`` is the fullest name there."""

    type: EntityType
    name: str
    spots: tuple[Spot, ...] = ()
    roles: tuple[RoleMention, ...] = ()
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
    return tuple(
        _appearance(kind, name, known.get((kind, name)), found, text) for (kind, name), found in places.items()
    )


def _appearance(
    kind: EntityType, name: str, known: Person | Named | None, found: Sequence[Mention], text: str
) -> Appearance:
    spots = _spots(found, text)
    return Appearance(
        type=kind,
        name=sys.intern(name),
        spots=spots,
        roles=_roles(known.role_mentions) if isinstance(known, Person) else (),
        kind=(known.kind or "") if isinstance(known, Named) else "",
    )


def _roles(found: Iterable[RoleMention]) -> tuple[RoleMention, ...]:
    """Keep the first place of each title: a report that gives it ten times is no better evidence."""
    first: dict[str, RoleMention] = {}
    for role in found:
        first.setdefault(role.title, role)
    return tuple(first.values())


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
