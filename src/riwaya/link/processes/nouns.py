"""The nouns of numbered series in every printed form, and the small words beside them, from ``lexicon/series.tsv``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.lexicon import table

_AND = ("", "و", "ف")
_OWNED = ("ه", "ها", "هم", "هما", "نا")


class Form(Struct, frozen=True, gc=False):
    """What a printed word may be: a noun of the list, how many it is, whether ال or an owner defines it."""

    noun: str
    sort: str
    number: Literal["one", "two", "many"]
    definite: bool
    owned: bool = False
    bound: bool = False


@cache
def said(kind: str) -> frozenset[str]:
    """Return the folded words of a closed list of ``series.tsv``."""
    return frozenset(fold(word) for row in table("series") if row["kind"] == kind for word in row["words"].split())


@cache
def nouns() -> dict[str, Form]:
    """Return every printed form of the nouns of sittings and processes: ``وللجولة`` → جولة, definite."""
    found: dict[str, Form] = {}
    for row in table("series"):
        if row["kind"] in ("sitting", "process", "counted", "assembly"):
            forms = row["words"].split()
            for form in forms:
                noun = form.removeprefix("ال") if row["kind"] == "assembly" else forms[0]
                for key, one in _printed(row["kind"], row["class"], noun, fold(form)):
                    found.setdefault(key, one)
    return found


@cache
def openers() -> frozenset[str]:
    """Return the words without one of which a sentence tells of no sitting."""
    kept = ("sitting", "summit", "conference")
    return frozenset(key for key, form in nouns().items() if form.sort in kept) | said("continues")


def _printed(kind: str, sort: str, noun: str, form: str) -> Iterator[tuple[str, Form]]:
    number: Literal["one", "two", "many"] = "one"
    if form.endswith(("تان", "تين", "عان", "عين", "ران", "رين")) and form != fold(noun):
        number = "two"
    elif form != fold(noun):
        number = "many"
    sort = sort if kind != "sitting" else "sitting"
    for conj in _AND:
        for before, definite in (("", False), ("ب", False), ("ل", False), ("ال", True), ("بال", True), ("لل", True)):
            joined = "ل" if before == "لل" and form.startswith("ل") else before  # ل + اللجنة: للجنة
            yield f"{conj}{joined}{form}", Form(noun, sort, number, definite, bound=before[:1] == "ل")
        base = form[:-1] + "ت" if form.endswith("ه") else form
        for owner in _OWNED:
            for before in ("", "ب", "ل"):
                yield f"{conj}{before}{base}{owner}", Form(noun, sort, number, True, True)


@cache
def heads() -> frozenset[str]:
    """Return the folded nouns of processes as listed: what opens with a clitic's letter and has none (``لجنة``)."""
    kinds = ("process", "counted", "assembly")
    return frozenset(fold(word) for row in table("series") if row["kind"] in kinds for word in row["words"].split())
