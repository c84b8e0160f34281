"""Which body a name speaks for, so that one office under several names is one origin.

``المتحدث باسم شرطة سهلان`` (the spokesman of the Sahlan police), ``الشرطة`` and ``شرطة سهلان`` are one;
``الجيش السهلاني`` and ``الجيش الواداني`` are two. Names are compared by kind (lexicon/speakingbodies.tsv), country,
place and the words that are left. In doubt two names are one: a count of origins is a lower bound.

Misses: two offices of one kind in one country (two courts) count as one where no place tells them apart.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from riwaya.arabic.tokens import tokens
from riwaya.link.accounts.bodykinds import alone, empty, kind_of, officials, owners, plain, topmost
from riwaya.link.accounts.bodynames import house, organisation, state_houses
from riwaya.link.accounts.bodyplaces import country_of, place_names, places_of
from riwaya.link.offices import countries
from riwaya.origin import states


class Institution(Struct, frozen=True, gc=False):
    """A body as origins are compared: its kind (empty where the lexicon has none), country, places, other words."""

    kind: str
    country: str
    places: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=1 << 15)
def institution(name: str) -> Institution | None:
    """Return the body that a name or title names, ``None`` where nothing but a common word is left of it."""
    keys = [token.key for token in tokens(name) if token.kind in ("word", "latin", "number")]
    if found := house(keys):
        return Institution("house", "", frozenset(), frozenset({found}))
    if found := organisation(keys):
        return Institution("listed", "", frozenset(), frozenset({found}))
    country, rest = country_of(keys)
    places, home, rest = places_of(rest)
    country = country or home
    words = [word for word in map(plain, rest) if word]
    kind, others = kind_of(words)
    left = frozenset(word for word in others if word not in empty())
    if not kind and not left:
        kind = "presidency" if country and words[:1] == ["رئيس"] else "state" if country else ""
        return Institution(kind, country, frozenset(), left) if kind else None
    if kind == "news agency" and left:
        kind = ""  # its own name tells it apart
    return Institution(kind, country, places, left)


@lru_cache(maxsize=1 << 15)
def worded(name: str) -> frozenset[str]:
    """Return what a body is called, whatever its class word and spelling: ``وزارة الخارجية`` and ``الخارجية`` are one.

    Narrower than its kind: ``المحكمة العليا`` and ``محكمة الجنايات`` are two.
    """
    keys = [token.key for token in tokens(name) if token.kind in ("word", "latin", "number")]
    if found := house(keys):
        return frozenset({found})
    country, rest = country_of(keys)
    words = frozenset(word for word in map(plain, rest) if word)
    return (words - empty() or words) | {country}


@lru_cache(maxsize=1 << 12)
def jointly(name: str) -> Institution | None:
    """Return two governments that speak together as one body: ``سهلان ووادان``, ``حكومتا البلدين`` is nobody."""
    codes = frozenset(countries().get(state) or place_names().get(state, ("", ""))[1] for state in states(name))
    return Institution("joint", "", frozenset(), codes) if len(codes) > 1 and all(codes) else None


def one_institution(left: Institution, right: Institution) -> bool:
    """Say whether two bodies can be one: the same kind, or mostly the same words, and no two countries or places."""
    if left.country and right.country and left.country != right.country:
        return False
    if "state" in (left.kind, right.kind):
        return left.country == right.country and all(official(one) for one in (left, right))
    if {left.kind, right.kind} == {"news agency", "house"}:
        return True  # ``وكالة الأنباء الرسمية`` may be any
    if {left.kind, right.kind} == {"state television", "house"}:
        return _on_air(left, right) or _on_air(right, left)
    if left.kind or right.kind:
        if topmost(left.kind) != topmost(right.kind):
            return False
        if left.kind != right.kind:
            return True
        if left.kind in ("house", "listed", "joint"):
            return left.words == right.words
        only = left.kind in alone() and left.country == right.country != ""
        return only or _near(left.places, right.places)
    if not (left.words and right.words):
        return False
    shared = len(left.words & right.words)
    return shared * 2 >= min(len(left.words), len(right.words)) and _near(left.places, right.places)


def official(one: Institution) -> bool:
    """Say whether a body speaks for its state: ``وزارة الصحة``, ``الشرطة``; the country alone (``سهلان``) does."""
    return one.kind == "state" or one.kind in officials()


def bare(one: Institution) -> bool:
    """Say whether a body is named by its kind alone: ``الشرطة``, whose police it may be is open."""
    return not (one.country or one.places or one.kind in ("", "house", "listed", "joint"))


def _near(left: frozenset[str], right: frozenset[str]) -> bool:
    return not left or not right or not left.isdisjoint(right)


def _on_air(television: Institution, house: Institution) -> bool:
    """Say whether ``التلفزيون الرسمي`` may be a state's broadcaster that is named."""
    country = state_house(house) if house.kind == "house" else ""
    return television.kind != "house" and not television.words and television.country in ("", country) and country != ""


def state_house(one: Institution) -> str:
    """Return the country whose state an agency or broadcaster speaks for, empty where it is another's."""
    if one.kind in ("state television", "news agency") and not one.words:
        return one.country
    if one.kind == "house":
        return state_houses().get(next(iter(one.words), ""), "")
    owner = owners().get(one.kind, "")
    return owner.removeprefix("state ") if owner.startswith("state ") else ""
