"""A future that a speaker tells: of himself and his own side, or of anything else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from riwaya.annotate.statements.claimwords import words
from riwaya.annotate.statements.sides import Sides
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings
from riwaya.model import Future, Speaker

_HE, _SHE, _THEY = words("he"), words("she"), words("they")
_OWN, _UNWILLED = words("own"), words("unwilled")
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "ي")


class Foretold(Struct, frozen=True):
    """A future main verb in its content: tokens, the clause's first one, the verb's; who speaks, and the cue's key."""

    tokens: Sequence[Token]
    first: int
    verb: int
    speaker: Speaker | None
    cue: str


def future(told: Foretold, sides: Sides) -> Future:
    """Return ``own`` where the speaker tells what he or his own side will do, else ``other``.

    Own: ``سننسحب`` (we will withdraw), ``قال إنه سيستقيل`` (he said he would resign), ``أكد أن بلاده ستشارك`` (that his
    country will take part), a country or body by the name that the speaker's title has. The pronoun counts where it
    agrees with verb and cue. Other: ``ستهطل الأمطار`` (it will rain), ``سنواجه أزمة`` (we will face a crisis). Misses:
    sides that the report's titles don't tell.
    """
    person, gender, lemma = _verb(told)
    if fold(lemma) in _UNWILLED:
        return "other"
    own = person == 1 or _himself(told, gender) or _his_own(told) or _side(told, sides)
    return "own" if own else "other"


def _verb(told: Foretold) -> tuple[int, str, str]:
    """Return person, gender and lemma of the verb; an unlisted one is read by its first letter."""
    at = told.verb + (told.tokens[told.verb].key in ("سوف", "فسوف", "وسوف") and told.verb + 1 < len(told.tokens))
    return _read(told.tokens[at].key)


@lru_cache(maxsize=1 << 14)
def _read(key: str) -> tuple[int, str, str]:
    for one in readings(key):
        if one.features.tense in ("present", "future") and one.features.person != 2:
            return one.features.person or 3, one.features.gender or "", one.lemma
    letter = key.lstrip("وفس")[:1]
    return (1 if letter in ("ن", "ا") else 3), ("f" if letter == "ت" else "m"), ""


def _himself(told: Foretold, gender: str) -> bool:
    """Say whether the subject is the pronoun of ``قال إنه`` and agrees with the verb and with who speaks."""
    before = next(
        (one.key for one in reversed(told.tokens[max(0, told.first - 2) : told.first]) if one.kind == "word"), ""
    )
    if told.verb - told.first > 2:
        return False
    if before in _THEY:
        return told.cue.endswith(("وا", "ون", "ان", "ين")) or (told.speaker or _NOBODY).kind == "collective"
    if told.cue.endswith(("وا", "ون")):
        return False
    female = told.cue.endswith("ت") or (told.cue.endswith("ه") and len(told.cue) > 3)
    return (before in _HE and gender == "m" and not female) or (before in _SHE and gender == "f" and female)


_NOBODY = Speaker(name="", kind="person")


def _his_own(told: Foretold) -> bool:
    """Say whether the subject is the speaker's country, party or office with his pronoun: ``بلاده``."""
    return any(_owned(token.key) for token in told.tokens[told.first : min(told.verb, told.first + 2)])


def _owned(key: str) -> bool:
    for pronoun in _PRONOUNS:
        stem = key.removesuffix(pronoun)
        if stem != key and (stem in _OWN or (stem.endswith("ت") and stem[:-1] + "ه" in _OWN)):
            return True
    return False


def _side(told: Foretold, sides: Sides) -> bool:
    """Say whether the subject, before the verb or right after it, is of the speaker's side."""
    if told.speaker is None:
        return False
    if told.verb > told.first:
        subject = (told.tokens[told.first], told.tokens[told.verb - 1].end)
    elif told.verb + 1 < len(told.tokens):
        subject = (told.tokens[told.verb + 1], told.tokens[told.verb + 1].end)
    else:
        return False
    return sides.same(told.speaker, subject[0], subject[1])
