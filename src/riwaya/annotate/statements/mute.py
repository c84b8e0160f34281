"""What cannot speak: acts, verbs and pronouns that stand where a subject would: ``نفت الوزارة نفيا قاطعا …``."""

from __future__ import annotations

import re
from functools import lru_cache

from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.speaking import a_speaker
from riwaya.annotate.statements.words import ADVERBS, PRONOUN_ENDS, THAT, words
from riwaya.arabic.verbs import readings, readings_as_they_stand

_SPEAKING = words("speaking-masdars")
_PRONOUNS = words("not-speaking")
_NO_ACTS = words("no-acts")
_PARTICIPLE = 5
_OWNED = words("owned-things")
_NOT_NOMINATIVE = re.compile(r"(?:ًا?|ا[ءئ](?:ه|ها|هم|هما|هن))$")
"""What print shows to be no subject: كثيرا with its sign, زملاء[ه] and زملائ[ه] beside زملاؤه."""
_SHAPES = re.compile(r"ا(?!ل)\w{2,4}ا\w|ت\w{2}ي\w")
"""Verbal nouns of the longer stems by their shape: ``إصدار``, ``اعتزال``, ``تأمين``."""


def mute(reading: Reading, i: int) -> bool:
    """Say whether the word at ``i`` names nobody who could speak: ``استقالته`` (his resignation), ``يقول`` (he says).

    Misses: things that are no acts (``الأسعار``, the prices).
    """
    if i in reading.mention_at:
        return False
    owned = _stems(reading.keys[i])[:-1]
    if reading.keys[i] in ADVERBS or _accusative(reading.keys[i]) or _behind_that(reading, i):
        return True
    if _NOT_NOMINATIVE.search(reading.tokens[i].text) or not _OWNED.isdisjoint(owned):
        return True
    return _names_an_act(reading.keys[i]) or (_singular(reading, i) and any(_SHAPES.fullmatch(stem) for stem in owned))


@lru_cache(maxsize=1 << 14)
def _names_an_act(key: str) -> bool:
    bare = key.removeprefix("ال")
    if key in _PRONOUNS:
        return True
    if bare in _SPEAKING:
        return False
    if key[:1] in ("ي", "ت") and not key.endswith("ه"):
        told = {one.features.tense for one in readings(key)}
        return "masdar" in told or told == {"present"}
    return any(one.features.tense == "masdar" for form in (key, bare) for one in readings(form))


@lru_cache(maxsize=1 << 14)
def _accusative(key: str) -> bool:
    """Say whether a participle tells how something is said: ``وأضاف [مقدما] التعازي``, not ``مديرا``."""
    if not key.endswith("ا") or len(key) < _PARTICIPLE or a_speaker(key[:-1]):
        return False
    told = {one.features.tense for one in readings(key)}
    return told == {"participle"}


def _behind_that(reading: Reading, i: int) -> bool:
    """Say whether a word is the verb of ``أن``: ``نستطيع أن [ندفع] لكم``."""
    if i == 0 or reading.keys[i - 1] not in THAT:
        return False
    return any(one.features.tense == "present" for one in readings(reading.keys[i]))


def act(reading: Reading, i: int) -> bool:
    """Say whether a noun without article names an act, by its verb or shape: ``تمديد``, ``اعتزاله``."""
    key = reading.keys[i]
    stems = _stems(key)
    if i in reading.mention_at or key.startswith("ال") or key in _NO_ACTS or stems[0] in _NO_ACTS:
        return False
    if any(one.features.tense == "masdar" for stem in stems for one in readings_as_they_stand(stem)):
        return True
    return _singular(reading, i) and any(_SHAPES.fullmatch(stem) for stem in stems)


def _singular(reading: Reading, i: int) -> bool:
    """Say whether a noun is no broken plural by its first letter as printed: ``إصدار``, ``اعتزال``, not ``أنصار``."""
    return not reading.tokens[i].form.startswith("أ")


def _stems(key: str) -> list[str]:
    """Return a noun with its pronoun cut off first, and as it stands: ``مشاركته`` → مشاركة."""
    for end in PRONOUN_ENDS:
        if key.endswith(end) and len(key) > len(end) + 2:
            stem = key.removesuffix(end)
            return [*([stem[:-1] + "ه"] if stem.endswith("ت") else []), stem, key]
    return [key]
