"""Whether something that is to be held will be: ``القمة قد لا تعقد`` (the summit may not be held)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings
from riwaya.link.positions.terms import matter_term
from riwaya.link.positions.words import said
from riwaya.model import Statement

HEAD = 5  # words of a content in which the meeting or its cancelling stands
NEAR = 14  # words between a meeting and the verb that says whether it is held


class Outlook(Struct, frozen=True):
    """A meeting by its term, and how likely it is told to be: 2 it will be, 1 it may, -1 it may not, -2 it will not."""

    event: str
    sure: int


def outlook(one: Statement, words: Sequence[Token]) -> Outlook | None:
    """Return what a content says of a meeting to come: ``القمة ستعقد`` → it will be, ``إلغاء القمة`` → it will not.

    A threat to cancel it is a ``may not``. Misses: what hangs on a condition; meetings that only the context names.
    """
    if one.cue.stance in ("denying", "demanding", "doubting"):
        return None
    keys = [token.key for token in words]
    at = next((at for at, key in enumerate(keys[:HEAD]) if _meeting(key)), None)
    if at is None:
        return None
    event = matter_term(keys[at])
    if any(not _leads(key) for key in keys[: max(0, at - 1)]) or (at and not _leads(keys[at - 1])):
        return None
    if at and _bare(keys[at - 1]) in said("cancel"):
        threat = one.cue.stance == "warning" or _may(keys[: at - 1])
        return Outlook(event, -1 if threat else -2) if threat or one.claim.condition is None else None
    if one.claim.condition is not None:
        return None
    if (sure := _standing(one, keys, at)) is not None:
        return Outlook(event, sure)
    verb = next((n for n, key in enumerate(keys[:NEAR]) if _held(key)), None)
    if verb is None or any(token.kind == "punct" and token.text in ".؛!؟" for token in words[:verb]):
        return None
    return _told(event, keys, verb)


def _standing(one: Statement, keys: Sequence[str], at: int) -> int | None:
    """Return what nouns say of a meeting: 2 ``أكد انعقاد القمة``, ``القمة لا تزال مقررة``, 1 ``من الممكن عقد قمة``."""
    holding = at > 0 and _bare(keys[at - 1]) in said("holding")
    if holding and _may(keys[: at - 1]):
        return 1
    if holding:
        return 2 if at == 1 and one.cue.stance in ("affirming", "announcing") else None
    near = keys[at + 1 : at + NEAR]
    still = next((n for n, key in enumerate(near) if key in said("still")), None)
    if still is not None and not said("planned").isdisjoint(near[still + 1 : still + 3]):
        return 2
    may = next((n for n, key in enumerate(near) if _bare(key) in said("may")), None)
    if may is None or (may and near[may - 1] in ("لا", "لن", "غير")):
        return None
    behind = [key for key in near[may + 1 : may + 3] if any(key.startswith(noun) for noun in said("holding"))]
    return 1 if behind else None


def _told(event: str, keys: Sequence[str], verb: int) -> Outlook | None:
    before = keys[max(0, verb - 2) : verb]
    denied = not {"لن", "لا", "الا"}.isdisjoint(before)
    if _may(keys[max(0, verb - 4) : verb]):
        return Outlook(event, -1 if denied else 1)
    if denied and "لن" in before:
        return Outlook(event, -2)
    future = keys[verb].startswith(("ست", "سي")) or "سوف" in before
    return Outlook(event, 2) if future and not denied else None


def _leads(key: str) -> bool:
    """Say whether a word may stand before the meeting that a content is about: a particle, a verb of being held."""
    return len(key) < 4 or _bare(key) in said("may") | said("cancel") | said("holding") or _held(key)


def _may(keys: Sequence[str]) -> bool:
    return not said("may").isdisjoint(_bare(key) for key in keys)


def _bare(key: str) -> str:
    return key.removeprefix("و").removeprefix("ب") if len(key) > 3 else key


@lru_cache(maxsize=1 << 15)
def _meeting(key: str) -> bool:
    bare = key
    for glued in ("و", "ب", "ل"):
        bare = bare.removeprefix(glued) if len(bare) > 4 else bare
    return bare.removeprefix("ال") in said("meeting")


@lru_cache(maxsize=1 << 15)
def _held(key: str) -> bool:
    """Say whether a word is a present or future of a verb of being held: ستعقد, يحدث, تجري."""
    bare = key.removeprefix("و")
    if not bare.startswith(("ست", "سي", "ت", "ي")) or len(bare) < 4:
        return False
    return bare.removeprefix("س") in said("held") or any(
        one.features.tense in ("present", "future") and one.lemma in said("held") for one in readings(bare)
    )
