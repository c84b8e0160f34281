"""The words that figures are read by: lexicon/figurerelations.tsv and countnouns.tsv by key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import get_args

from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.model import Relation

JOINED = ("و", "ف", "ب", "ل", "ك")


@cache
def relations(place: str) -> Mapping[str, tuple[tuple[tuple[str, ...], Relation], ...]]:
    """Return the outermost key next to the number → phrases, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Relation]]] = {}
    for row in table("figurerelations"):
        if row["place"] == place and row["relation"] in get_args(Relation):
            keys = tuple(fold(word) for word in row["word"].split())
            near = keys[-1] if place == "before" else keys[0]
            found.setdefault(near, []).append((keys, row["relation"]))  # type: ignore[arg-type]
    return {key: tuple(sorted(rows, key=lambda r: -len(r[0]))) for key, rows in found.items()}


@cache
def duals() -> Mapping[str, tuple[str, bool]]:
    """Return key of a dual form → (kind, whether the form is definite): ``صاروخين``, ``الجولتين``."""
    found: dict[str, tuple[str, bool]] = {}
    for row in table("countnouns"):
        stem = row["word"][:-1] + "ت" if row["word"].endswith("ة") else row["word"]
        endings = ("ان",) if row["plural"] else ("ان", "ين")
        for ending in endings:
            found[fold(stem + ending)] = (row["kind"], False)
            found[fold("ال" + stem + ending)] = (row["kind"], True)
    return found


@cache
def nouns() -> frozenset[str]:
    """Return the folded nouns that numbers count, in the forms of lexicon/countnouns.tsv."""
    return frozenset(fold(row["word"]) for row in table("countnouns"))


@cache
def constructs() -> frozenset[str]:
    """Return keys of duals that have lost their ن before another noun: ``صاروخي كاتيوشا``; only of things."""
    rows = [row["word"] for row in table("countnouns") if row["kind"] == "thing" and not row["plural"]]
    return frozenset(fold((word[:-1] + "ت" if word.endswith("ة") else word) + "ي") for word in rows)


@lru_cache(maxsize=1 << 16)
def dual(key: str) -> tuple[int, tuple[str, bool] | None]:
    """Return (letters of proclitics, kind and definiteness) of a dual noun, ``(0, None)`` where it is none."""
    known = duals()
    if key in known:
        return 0, known[key]
    for count in (1, 2):
        if key[count - 1] not in JOINED:
            break
        if key[count:] in known:
            return count, known[key[count:]]
        if key[count - 1] == "ل" and "ال" + key[count + 1 :] in known and key[count] == "ل":
            return count, known["ال" + key[count + 1 :]]
    return 0, None
