"""What cannot speak: acts, verbs and pronouns that stand where a subject would: ``نفت الوزارة نفيا قاطعا …``."""

from __future__ import annotations

from functools import lru_cache

from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.words import words
from riwaya.arabic.verbs import readings

_SPEAKING = words("speaking-masdars")
_PRONOUNS = words("not-speaking")


def mute(reading: Reading, i: int) -> bool:
    """Say whether the word at ``i`` names nobody who could speak: ``استقالته`` (his resignation), ``يقول`` (he says).

    Misses: things that are no acts (``الأسعار``, the prices).
    """
    return i not in reading.mention_at and _names_an_act(reading.keys[i])


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
