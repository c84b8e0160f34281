"""Names of one report: mentions, and the people, bodies and places that they mean."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from riwaya.model.span import Span

MentionType = Literal["PER", "ORG", "LOC", "NORP", "NOUN", "TITLE"]
EntityType = Literal["person", "organisation", "place"]


class Mention(Span, frozen=True, kw_only=True):
    """A name in the text; ``entity`` is the fullest name in this report of whom or what it names."""

    type: MentionType
    entity: str
    by: str = ""


class RoleMention(Span, frozen=True, kw_only=True):
    """A title that the report gives a person, as printed, where it stands."""

    title: str
    person: str


class Person(Struct, frozen=True, kw_only=True):
    """A person of one report: fullest name, other spellings and forms, every title the report gives."""

    name: str
    variants: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    gender: Literal["m", "f"] | None = None
    role_mentions: tuple[RoleMention, ...] = ()


class Named(Struct, frozen=True, kw_only=True):
    """An organisation or place of one report; ``kind`` refines it: ``agency``, ``ministry``, ``country``, ``city``."""

    name: str
    variants: tuple[str, ...] = ()
    kind: str | None = None
    country: str | None = None


class Names(Struct, frozen=True, kw_only=True):
    """What the names stage finds in one report."""

    mentions: tuple[Mention, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
