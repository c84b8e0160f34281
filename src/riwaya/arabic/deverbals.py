"""Nouns made of verbs, declined: participles (``قائل``, ``مذكورة``) and nouns of action (``إشارات``)."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.arabic.citation import Verb, is_hollow
from riwaya.arabic.features import Features, Gender, Number, Voice


def participles(verb: Verb, passive_present: str) -> Iterator[tuple[str, Features]]:
    """Yield both participles, declined: ``مؤكد``, ``مذكورة``; ``passive_present`` gives the passive one."""
    active = _agent(verb) if verb.form == "I" else "م" + verb.present[1:]
    yield from _declined(active[:-1] + "ي" if active[-1] == "ى" else active, "active")
    passive = _patient(verb) if verb.form == "I" else "م" + passive_present[1:]
    if passive:
        yield from _declined(passive, "passive")


def _patient(verb: Verb) -> str:
    """Return the passive participle of form I: مذكور، مردود; empty for weak verbs."""
    lemma = verb.lemma
    if lemma[-1] in "اىيأ" or is_hollow(lemma):
        return ""
    lemma = lemma[0] + "ؤ" + lemma[2:] if lemma[1] == "أ" else lemma
    return "م" + (lemma + "و" + lemma[-1] if len(lemma) == 2 else lemma[:-1] + "و" + lemma[-1])


def _agent(verb: Verb) -> str:
    """Return the active participle of form I: قائل، داعي، راد، آخذ."""
    lemma = verb.lemma
    if len(lemma) == 2:
        return lemma[0] + "ا" + lemma[1]
    if is_hollow(lemma):
        return lemma[0] + "ائ" + lemma[-1] if lemma[-1] != "ء" else lemma[0] + "ائي"
    first = "آ" if lemma[0] == "أ" else lemma[0] + "ا"
    middle = "ئ" if lemma[1] == "أ" else lemma[1]
    return first + middle + {"ا": "ي", "ى": "ي", "أ": "ئ"}.get(lemma[2], lemma[2])


_NOMINAL: tuple[tuple[str, Gender, Number], ...] = (
    ("ا", "m", "sg"),
    ("ة", "f", "sg"),
    ("ان", "m", "du"),
    ("تان", "f", "du"),
    ("تين", "f", "du"),
    ("ات", "f", "pl"),
)


def _declined(base: str, voice: Voice) -> Iterator[tuple[str, Features]]:
    weak = base[-1] in "يى" and voice == "active"
    stem = base[:-1] if weak else base
    yield base, Features("participle", 3, "m", "sg", voice)
    if weak:
        yield stem, Features("participle", 3, "m", "sg", voice)
    for ending, gender, number in _NOMINAL:
        yield base + ending, Features("participle", 3, gender, number, voice)
    for suffix in ("ون", "ين", "ي", "و"):
        yield stem + suffix, Features("participle", 3, "m", "pl", voice)
    yield stem + "ين", Features("participle", 3, "m", "du", voice)


def masdar_forms(masdar: str) -> Iterator[tuple[str, Features]]:
    """Yield a noun of action with its endings: ``إشارة``, ``إشارات``, ``إشارت``."""
    yield masdar, Features("masdar", number="sg")
    if masdar[-1] == "ة":
        yield masdar[:-1] + "ات", Features("masdar", number="pl")
        yield masdar[:-1] + "ت", Features("masdar", number="sg")
        return
    if masdar[-1] not in "اءىي":
        yield masdar + "ا", Features("masdar", number="sg")
    plural = masdar[:-1] + "ؤات" if masdar[-1] == "أ" else masdar + "ات"
    yield plural, Features("masdar", number="pl")
    yield masdar + "ين", Features("masdar", number="du")
