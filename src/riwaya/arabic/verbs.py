"""Arabic verbs: from a citation form to every inflected form, and back.

Forms are folded keys, since newspapers spell hamzas freely. ``lexicon/verbs.tsv`` lists the verbs and what of each is
irregular; ``conjugation`` knows the rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from msgspec import Struct

from riwaya.arabic.citation import Verb, guess
from riwaya.arabic.conjugation import conjugate
from riwaya.arabic.features import Features, Mood, Number, Person, Tense, Voice
from riwaya.arabic.letters import plain
from riwaya.lexicon import table

__all__ = [
    "Features",
    "Mood",
    "Number",
    "Person",
    "Reading",
    "Tense",
    "Verb",
    "Voice",
    "conjugate",
    "forms",
    "forms_of",
    "guess",
    "readings",
    "readings_as_they_stand",
    "verbs",
]


class Reading(Struct, frozen=True, order=True):
    """One way to read a word as a verb: its citation form and features; ``suffix`` is the object pronoun."""

    lemma: str
    features: Features
    suffix: str = ""


@cache
def _listed() -> Mapping[str, tuple[Verb, ...]]:
    found: dict[str, tuple[Verb, ...]] = {}
    for row in table("verbs"):
        masdars = tuple(word for word in row["masdar"].split("،") if word)
        verb = guess(row["lemma"], row["form"] or None, row["present"] or None, masdars, row["doubled"] == "yes")
        found[verb.lemma] = (*found.get(verb.lemma, ()), verb)
    return found


def verbs(lemma: str) -> tuple[Verb, ...]:
    """Return the verbs of a citation form: from the lexicon, else by the shape of the word (``استنكر`` is form X).

    Two verbs may be printed alike: ``ذكر`` (mentioned) and ``ذكّر`` (reminded).
    Misses: unlisted three-letter verbs are taken for form II sound ones, unlisted hollow ones for قال's kind.
    """
    return _listed().get(plain(lemma)) or (guess(lemma),)


# ── keys ────────────────────────────────────────────────────────────────────────────────────────────────────────


def forms(lemma: str) -> Mapping[str, tuple[Features, ...]]:
    """Return folded key → features for every form of a verb: ``forms("قال")["يقولون"]`` is third person plural present.

    Misses: imperatives; object pronouns and proclitics other than the future س (see ``readings``).
    """
    return forms_of(*verbs(lemma))


@lru_cache(maxsize=4096)
def forms_of(*several: Verb) -> Mapping[str, tuple[Features, ...]]:
    """Return folded key → features for verbs that the caller has built with ``guess``; see ``forms``."""
    found: dict[str, set[Features]] = {}
    for verb in several:
        for form, features in conjugate(verb):
            found.setdefault(form.translate(_SEATS), set()).add(features)
    return MappingProxyType({key: tuple(sorted(readings, key=_order)) for key, readings in found.items()})


_SEATS = str.maketrans("أإآىةؤئ", "ااايهوي")  # what ``fold`` does, without its cache
_TENSES = ("past", "present", "future", "participle", "masdar")


def _order(features: Features) -> tuple[object, ...]:
    """The likelier first: finite before nominal, active before passive, third person before first and second."""
    person = -(features.person or 0)
    mood, number = features.mood or "", features.number or ""
    return (
        features.voice == "passive",
        _TENSES.index(features.tense),
        person,
        number != "sg",
        features.gender != "m",
        mood,
        number,
    )


# ── from form to verb ───────────────────────────────────────────────────────────────────────────────────────────

_PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "كم", "نا", "ني", "ه", "ك")


@cache
def _index() -> Mapping[str, list[tuple[str, Features]]]:
    found: dict[str, list[tuple[str, Features]]] = {}
    for lemma, several in _listed().items():
        for verb in several:
            for form, features in conjugate(verb):
                found.setdefault(form.translate(_SEATS), []).append((lemma, features))
    return found


@lru_cache(maxsize=1 << 15)
def readings_as_they_stand(key: str) -> tuple[Reading, ...]:
    """Return how a folded key may be read as a form of a listed verb without cutting anything off but the future س."""
    found = dict.fromkeys(Reading(lemma, features) for lemma, features in _index().get(key, ()))
    return tuple(sorted(found, key=lambda one: _order(one.features)))


def readings(key: str) -> tuple[Reading, ...]:
    """Return how a folded key may be read as a form of a listed verb: ``وأكدوه`` gives أكد with suffix ``ه``.

    Readings without clitics come before those that need one cut off. Empty where no verb fits. Misses: verbs that
    ``lexicon/verbs.tsv`` does not list, two object pronouns.
    """
    for word in _without_proclitics(key):
        if found := readings_as_they_stand(word):
            return found
    for word in _without_proclitics(key):
        for stem, pronoun in _without_pronoun(word):
            if found := readings_as_they_stand(stem):
                return tuple(Reading(one.lemma, one.features, pronoun) for one in found)
    return ()


def _without_proclitics(key: str) -> Iterator[str]:
    yield key
    if len(key) > 3 and key[0] in "وف":
        yield key[1:]
        if key[1] == "ل" and key[2] in "يتن":
            yield key[2:]
    if len(key) > 4 and key[0] == "ل" and key[1] in "يتن":
        yield key[1:]


def _without_pronoun(key: str) -> Iterator[tuple[str, str]]:
    for pronoun in _PRONOUNS:
        stem = key.removesuffix(pronoun)
        if stem != key and len(stem) >= 2:
            yield stem, pronoun
            if stem[-1] == "ا":
                yield stem[:-1] + "ي", pronoun  # نفاه: نفى
            elif stem[-1] == "و":
                yield stem + "ا", pronoun  # أكدوه: أكدوا
