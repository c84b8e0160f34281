"""What type of position words are: the stance of their cue, what they claim, and how they open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from riwaya.arabic.tokens import Token, tokens
from riwaya.arabic.verbs import readings
from riwaya.link.events import event_words
from riwaya.link.positions.words import said
from riwaya.model import PositionKind, Statement

FIRST = 8  # words in which its first verb of happening stands
OPENING = 3  # words of a content in which its predicate stands

_BY_STANCE: dict[str, PositionKind] = {
    "committing": "commits",
    "demanding": "demands",
    "denying": "denies",
    "expecting": "expects",
    "conditioning": "conditions",
    "praising": "praises",
    "condemning": "condemns",
    "warning": "warns",
}
_BY_WORD: tuple[tuple[str, PositionKind], ...] = (
    ("refuse", "refuses"),
    ("deny", "denies"),
    ("condemn", "condemns"),
    ("praise", "praises"),
    ("warn", "warns"),
    ("demand", "demands"),
    ("expect", "expects"),
)


def kind_of(one: Statement, words: Sequence[Token], committed: bool) -> PositionKind:
    """Return the type of a statement: ``يجب أن تنسحب`` (must withdraw) demands, whatever verb of saying brings it in.

    ``committed`` tells that the undertakings of the report have it. Misses: types that only the sense tells.
    """
    if committed and (not one.claim.negated or one.claim.future == "own"):
        return "commits"
    first = words[0].key.removeprefix("و") if words else ""
    past = first in ("كان", "كانت")
    if not one.claim.negated and one.claim.modality == "obliged" and one.cue.stance not in ("denying", "doubting"):
        return "holds" if past else "demands"
    if not one.claim.negated and first not in said("when") and (kind := _opened(words)) is not None:
        return kind
    if one.cue.stance in ("neutral", "announcing", "affirming") and (kind := _told(one, words)) is not None:
        return kind
    by_stance = _BY_STANCE.get(one.cue.stance)
    if by_stance == "commits":
        return "holds"  # the undertakings, which look closer, don't have it
    if by_stance is not None:
        return by_stance
    if one.claim.negated and (kind := _opened(words)) == "refuses":
        return kind
    return "conditions" if one.claim.condition is not None or _depends(words) else "holds"


def _told(one: Statement, words: Sequence[Token]) -> PositionKind | None:
    """Return what a plain saying does by a word within it: ``مرفوض`` refuses, ``جريمة`` condemns."""
    keys = {key for token in words[:FIRST] for key in (token.key, token.key.removeprefix("و"))}
    if one.claim.negated:
        return None
    if not keys.isdisjoint(said("refused")):
        return "refuses"
    if not keys.isdisjoint(said("shameful")) and one.claim.future is None:
        return "condemns"
    if not keys.isdisjoint(said("believe")) and any(_will(token.key) for token in words[:FIRST]):
        return "expects"
    return None


def _depends(words: Sequence[Token]) -> bool:
    """``سيعتمد على``, ``مشروط بـ``: what is said hangs on something."""
    for at, token in enumerate(words[:-1]):
        if token.key.removeprefix("و") in said("condition"):
            return True
        if token.key.removeprefix("و") in said("depend") and words[at + 1].key == "علي":
            return True
    return False


def _opened(words: Sequence[Token]) -> PositionKind | None:
    keys = [token.key.removeprefix("و") for token in words if token.kind == "word"][:OPENING]
    pairs = [f"{left} {right}" for left, right in pairwise(keys)]
    if keys[:1] == ["علي"] and any(token.key in ("ان", "الا") for token in words[2:7]):
        return "demands"  # على طهران أن توقف
    if keys[:1] == ["كان"]:
        return None  # what somebody tells of the past
    for name, kind in _BY_WORD:
        listed = said(name) - {"علي"}
        if not listed.isdisjoint(pairs) or not listed.isdisjoint(keys[:1] if name == "demand" else keys[:2]):
            return kind
    return None


def of_fact(one: Statement, words: Sequence[Token], kind: PositionKind) -> bool:
    """Say whether words only tell what happened or how many there are: no position of who says so."""
    claim = one.claim
    if kind != "holds" or claim.negated or claim.modality or claim.future or claim.condition or claim.deadline:
        return False
    if claim.figures and one.cue.stance in ("neutral", "announcing"):
        return True
    if words[0].key.removeprefix("ب") in said("done") or words[0].key in ("تم", "جري"):
        return True
    if one.speaker is not None and not said("army").isdisjoint(token.key for token in tokens(one.speaker.name)):
        return True
    if any(_did(token.key) for token in words[:FIRST]):
        return True
    known = event_words()
    at = next((at for at, token in enumerate(words[:FIRST]) if token.key in known), None)
    if at is None or (at == 0 and one.mode == "indirect" and not words[0].key.endswith("ت")):
        return False  # behind أن no verb comes first, it is a masdar: تحول مهمتها
    return known[words[at].key].form == "past" and not known[words[at].key].maybe_noun


@lru_cache(maxsize=1 << 15)
def _will(key: str) -> bool:
    return any(one.features.tense == "future" for one in readings(key.removeprefix("و")))


@lru_cache(maxsize=1 << 15)
def _did(key: str) -> bool:
    """Say whether a word can only be a past of the third person feminine: ``رصدت`` (she, it, they spotted)."""
    if not key.endswith("ت") or key.removeprefix("و") in said("was"):
        return False
    found = [one.features for one in readings(key)]
    return any(one.tense == "past" and one.person == 3 and one.gender == "f" for one in found)
