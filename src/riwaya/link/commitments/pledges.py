"""An undertaking as one report tells it, and the words by which it is read."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings_as_they_stand
from riwaya.lexicon import table

Force = Literal["firm", "weak"]


class Pledge(Struct, frozen=True, kw_only=True, gc=False):
    """An undertaking where a report tells it; ``weak`` words (``نسعى إلى``) only repeat what was firm elsewhere.

    ``sides`` are the countries (ISO) or bodies that it binds, ``by`` the deadline (TIMEX3, or as printed), ``until``
    its end (ISO). ``day`` is when it was given, where the report says so. ``joint`` ones were agreed by two;
    ``parties`` are the sides of all who agreed.
    """

    who: tuple[str, ...]
    sides: tuple[str, ...]
    what: str
    terms: tuple[str, ...]
    start: int
    end: int
    force: Force = "firm"
    negated: bool = False
    by: str = ""
    until: str = ""
    condition: str = ""
    said_by: str = ""
    day: str = ""
    joint: bool = False
    parties: tuple[str, ...] = ()


@cache
def said(kind: str) -> frozenset[str]:
    """Return the folded words of one kind of ``undertakings.tsv``."""
    return frozenset(
        fold(word) for row in table("undertakings") if row["kind"] == kind for word in row["words"].split()
    )


@cache
def joined(kind: str) -> frozenset[str]:
    """Return the words of a kind with و before them and without: ``وافقت`` and ``ووافقت``."""
    return said(kind) | {f"و{word}" for word in said(kind)}


@cache
def owned(kind: str) -> frozenset[str]:
    """Return nouns with the pronouns of their owner: ``التزامه``, ``نيتهما``, ``بعزمها``."""
    found = set()
    for noun in said(kind):
        base = noun[:-1] + "ت" if noun.endswith("ه") else noun
        found |= {f"{before}{base}{owner}" for owner in said("pronoun") for before in ("", "ب", "ل")}
    return frozenset(found)


def is_action(token: Token) -> bool:
    """Say whether a word names an action: ``التخلي``, ``مواصلة``."""
    return token.kind == "word" and _is_masdar(token.key)


@lru_cache(maxsize=1 << 14)
def _is_masdar(key: str) -> bool:
    bare = key.removeprefix("ال")
    return any(one.features.tense == "masdar" for one in readings_as_they_stand(bare))
