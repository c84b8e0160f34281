"""The deadline of a claim: ``سننسحب بحلول نهاية العام`` (we withdraw by the end of the year)."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.statements.claimwords import match, signs, words
from riwaya.annotate.statements.predicates import Put
from riwaya.annotate.times.tense import direction
from riwaya.arabic.tokens import Token
from riwaya.model import Published, Stance, Time

_BOUNDS = signs("bound")
_LOOSE = words("loose")
_LONGEST = max(len(sign.words) for several in _BOUNDS.values() for sign in several)
_ASKING: frozenset[Stance] = frozenset(("demanding", "committing", "expecting", "conditioning"))


def bound(tokens: Sequence[Token], first: int, at: int, time: Time) -> int | None:
    """Return the first token of the words that make the time at token ``at`` a bound: ``في موعد أقصاه``, ``بـ``."""
    for start in range(max(first, at - _LONGEST), at):
        sign = match(_BOUNDS, tokens, start, at)
        if sign is not None and start + len(sign.words) == at:
            return start
    by_end = tokens[at].start == time.start - 1 and tokens[at].key[0] == "ب" and time.mod == "END"
    return at if by_end else None


def ahead(
    tokens: Sequence[Token], span: tuple[int, int], time: tuple[int, Time], put: Put, stance: Stance, now: str | None
) -> bool:
    """Say whether what the content tells of ``time`` is still to come when the report appears.

    A date must end after the day of publication; the clause must not look back. ``خلال`` (within, during) also frames
    what was, so its clause must look forward.
    """
    at, when = time
    if when.type == "SET" or (when.value or "").endswith("_REF"):
        return False
    if when.type != "DURATION" and (when.until is None or now is None or when.until[:10] <= now):
        return False
    first, last = span
    looking = direction(tokens[first:last], at - first, at - first + 1)
    willed = looking == "forward" or put.modality is not None or put.verb is not None
    if tokens[at - 1].key in _LOOSE or when.type == "DURATION":
        return (willed and looking != "past") or (looking is None and stance in _ASKING)
    return looking != "past" or put.modality is not None


def day(published: Published | None) -> str | None:
    """Return the day of publication, or the last thing known of it that compares as one."""
    return published.value[:10] if published is not None and len(published.value) >= 10 else None
