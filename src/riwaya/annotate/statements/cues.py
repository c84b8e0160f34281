"""Cues of reporting: which words can be one, with lemma, what they govern, stance and agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import cast

import msgspec
from msgspec import Struct

from riwaya.annotate.statements.forms import Form, first_persons, forms, participles
from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.model import Stance

_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "ي", "نا")
_STRONG = ("و", "ف")


class Cue(Struct, frozen=True):
    """What the lexicon knows of a surface form; ``skip`` is the length of the proclitics before it."""

    lemma: str
    kind: str
    governs: frozenset[str]
    stance: Stance
    flags: frozenset[str]
    tense: str
    gender: str
    number: str
    skip: int = 0
    pronoun: bool = False

    def takes(self, *ways: str) -> bool:
        """Say whether it governs its content in one of these ways."""
        return any(way in self.governs for way in ways)


class Cues:
    """The cue lexicon by comparison key."""

    def __init__(self) -> None:
        self._forms: dict[str, Cue] = {}
        never = {fold(row["lemma"]): row for row in table("cues") if row["kind"] == "never"}
        for row in table("cues"):
            for key, form, pronoun in surface(row):
                cue = _cue(row, form, pronoun)
                if key in never:
                    if form.tense != "participle" or not never[key]["flags"]:
                        continue
                    cue = _after_pause(cue, never[key])
                self._forms.setdefault(key, cue)
                for proclitic in _proclitics(form):
                    self._forms.setdefault(proclitic + key, _shift(cue, len(proclitic)))

    def __len__(self) -> int:
        return len(self._forms)

    def get(self, key: str) -> Cue | None:
        """Return the cue with that comparison key: ``واكد`` → أكد with one letter of proclitics."""
        return self._forms.get(key)


def _cue(row: dict[str, str], form: Form, pronoun: bool) -> Cue:
    stance: Stance = row["stance"]  # type: ignore[assignment]
    governs = row["governs"].split()
    if pronoun and row["kind"] == "verb":
        governs = [way.removeprefix("addressee-") for way in governs if way != "addressee-any"]
    return Cue(
        row["lemma"], row["kind"], frozenset(governs), stance, frozenset(row["flags"].split()),
        form.tense, form.gender, form.number, pronoun=pronoun,
    )  # fmt: skip


def _after_pause(cue: Cue, row: dict[str, str]) -> Cue:
    """Return a participle that is mostly a noun, with what it governs after a comma: ``، داعية إلى …``."""
    return msgspec.structs.replace(
        cue, governs=frozenset(row["governs"].split()), flags=cue.flags | frozenset(row["flags"].split())
    )


def _shift(cue: Cue, skip: int) -> Cue:
    return Cue(
        cue.lemma, cue.kind, cue.governs, cue.stance, cue.flags,
        cue.tense, cue.gender, cue.number, skip, cue.pronoun,
    )  # fmt: skip


def surface(row: dict[str, str]) -> Iterator[tuple[str, Form, bool]]:
    """Yield key, form and whether a pronoun hangs on it."""
    flags = row["flags"].split()
    if row["kind"] in ("never", "attribution"):
        return
    if row["kind"] == "passive":
        yield fold(row["lemma"]), Form(fold(row["lemma"]), "past", "m", "s"), False
        return
    if row["kind"] == "noun":
        stem = fold(row["lemma"])
        yield stem, Form(stem, "masdar"), False
        yield "ال" + stem, Form(stem, "masdar"), False
        joined = stem[:-1] + "ت" if row["lemma"].endswith("ة") else stem
        for pronoun in _PRONOUNS[:5]:
            yield joined + pronoun, Form(stem, "masdar", "f" if pronoun == "ها" else "m"), True
        return
    found = participles(row["lemma"]) if row["kind"] == "participle" else forms(row["lemma"])
    for form in found:
        if form.tense == "past" and "participle-only" in flags:
            continue
        if form.tense == "present" and ({"past", "participle-only", "past-feminine"} & set(flags)):
            continue
        if "past-feminine" in flags and (form.tense, form.gender) != ("past", "f"):
            continue
        yield form.key, form, False
        if form.tense in ("past", "present") and _takes_pronoun(row):
            stem = form.key[:-1] if form.key.endswith("وا") else form.key
            for pronoun in _PRONOUNS[:5]:
                yield stem + pronoun, form, True


def _takes_pronoun(row: dict[str, str]) -> bool:
    """Say whether whom it addresses or describes may hang on the verb: ``اتهمته``, ``وصفها``, ``أبلغهم``."""
    return "as" in row["governs"].split() or "addressee" in f"{row['governs']} {row['flags']}"


def _proclitics(form: Form) -> tuple[str, ...]:
    if form.tense == "masdar":
        return ("و", "ب", "ل", "ف", "وب", "ول")
    return _STRONG


_PERFORMED = ("demanding", "warning", "condemning", "committing", "affirming")


@cache
def performed() -> Mapping[str, Stance]:
    """Return by comparison key what the first person does by saying it: ``ندعو`` demands, ``نحذر`` warns."""
    found: dict[str, Stance] = {}
    for row in table("cues"):
        if row["kind"] == "verb" and row["stance"] in _PERFORMED and not {"strict", "past"} & set(row["flags"].split()):
            for key in first_persons(row["lemma"]):
                found.setdefault(key, cast("Stance", row["stance"]))
    return MappingProxyType(found)
