"""Of which country and place a body's name is: ``شرطة بندر`` of Bandar, a seat of power of its country."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.link.offices import countries


def country_of(keys: list[str]) -> tuple[str, list[str]]:
    """Take countries and seats of power out of a name's words; the first one counts."""
    found, rest, at = "", [], 0
    while at < len(keys):
        for width in range(min(4, len(keys) - at), 0, -1):
            phrase = " ".join(keys[at : at + width])
            code = countries().get(phrase) or _seats().get(phrase)
            if code:
                found = found or code
                if phrase in _seats():
                    rest += keys[at : at + width]
                at += width
                break
        else:
            rest.append(keys[at])
            at += 1
    return found, rest


@cache
def _seats() -> dict[str, str]:
    rows = ((row["code"], seat) for row in table("countries") for seat in filter(None, row["seat"].split(";")))
    return {fold(seat): code for code, seat in rows}


def places_of(keys: list[str]) -> tuple[frozenset[str], str, list[str]]:
    """Take the places out of a name's words, with the country of the first: ``شرطة بندر`` → بندر."""
    known, found, at = place_names(), list[tuple[str, str]](), 0
    rest: list[str] = []
    while at < len(keys):
        for width in range(min(3, len(keys) - at), 0, -1):
            place = known.get(" ".join(keys[at : at + width]))
            if place:
                found.append(place)
                at += width
                break
        else:
            rest.append(keys[at])
            at += 1
    names = frozenset(word for name, _ in found for word in name.split())
    return names, found[0][1] if found else "", rest


@cache
def for_a_state() -> frozenset[str]:
    """Return the folded names that stand for a state: countries, their capitals and seats of power."""
    capitals = (fold(name) for row in table("countries") for name in row["capital"].split(";") if name)
    return frozenset((*countries(), *_seats(), *capitals))


@cache
def place_names() -> dict[str, tuple[str, str]]:
    """Return by every folded form of a place's name its own name and country."""
    found: dict[str, tuple[str, str]] = {}
    for name, where in _named_places():
        key = fold(name)
        for form in (key, f"ب{key}", f"لل{key[2:]}" if key.startswith("ال") else f"ل{key}"):
            found.setdefault(form, where)
    return found


def _named_places() -> Iterator[tuple[str, tuple[str, str]]]:
    for row in table("countries"):
        for name in filter(None, row["capital"].split(";")):
            yield name, (fold(name), row["code"])
    for row in table("places"):
        for name in () if row["also"] else (row["name"], *filter(None, row["aliases"].split(";"))):
            yield name, (fold(row["name"]), row["country"])
