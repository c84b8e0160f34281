"""The deadline of a claim: ``سننسحب بحلول نهاية العام`` (we withdraw by the end of the year)."""

from __future__ import annotations

from collections.abc import Container, Sequence

from msgspec import Struct

from riwaya.annotate.statements.claimwords import match, signs, words
from riwaya.annotate.statements.markers import is_deed
from riwaya.annotate.statements.wording import Put
from riwaya.annotate.times.tense import Direction, direction, looks
from riwaya.arabic.tokens import Token
from riwaya.model import Published, Stance, Time

_BOUNDS, _UNTIL = signs("bound"), signs("until")
_LOOSE, _SO_FAR, _COMING, _GONE = words("loose"), words("so-far"), words("coming"), words("gone")
_FIXED, _WAITING = words("fixed"), words("waiting")
_END, _GOING_ON, _RELATIVE = words("end"), words("going-on"), words("relative")
_WORDS = max(len(sign.words) for several in _BOUNDS.values() for sign in several)
_ASKING: frozenset[Stance] = frozenset(("demanding", "committing", "expecting", "conditioning"))
_JOINED = words("joined-on")
_REACH = 10
_NEAR = 7
_WINDOW = 48
"""Tokens before a bound among which its verb is looked for: what takes long texts stays linear."""
_LONGEST = 14


class Sought(Struct, frozen=True):
    """Where a deadline is looked for: the content's tokens, how it is put, its stance, the day of publication."""

    tokens: Sequence[Token]
    first: int
    last: int
    put: Put
    stance: Stance
    day: str | None

    @property
    def willed(self) -> bool:
        """Say whether the main predicate itself is of what is to come, or should."""
        return self.put.verb is not None or self.put.modality in ("intended", "expected", "obliged")

    def looking(self, at: int) -> Direction | None:
        """Return where the clause around a token looks."""
        first = max(self.first, at - _WINDOW)
        return direction(self.tokens[first : min(self.last, at + _NEAR)], at - first, at - first + 1)


def bound(sought: Sought, at: int, time: Time) -> int | None:
    """Return the first token of the words that make the time at token ``at`` a bound: ``في موعد أقصاه``, ``بـ``."""
    tokens = sought.tokens
    for start in range(max(sought.first, at - _WORDS), at):
        sign = match(_BOUNDS, tokens, start, at)
        if sign is not None and start + len(sign.words) == at:
            return start
    by_end = tokens[at].start == time.start - 1 and tokens[at].key[0] == "ب" and time.mod == "END"
    return at if by_end else None


def ahead(sought: Sought, start: int, at: int, end: int, time: Time) -> bool:
    """Say whether the time at the tokens ``at``..``end`` is still to come when the report appears and bounds the claim.

    A date must end after the day of publication; the clause must not look back. ``خلال`` (within, during) also frames
    what was, and a duration what takes long, so their clause must look forward. Not: ``حتى اليوم`` (so far), the bound
    of a relative clause (``القمة التي تعقد بحلول يونيو``).
    """
    if time.type == "DURATION" and sought.tokens[start].key == "قبل":
        return False  # قبل يوم من …: a day before
    said = {token.key for token in sought.tokens[at:end]}
    if time.type == "SET" or time.value in ("PAST_REF", "PRESENT_REF") or said & _GONE or _relative(sought, start):
        return False
    if time.type != "DURATION" and time.value != "FUTURE_REF" and not _later(sought, start, time):
        return False
    looking = sought.looking(at)
    if said & _COMING:
        return looking != "past" or sought.willed
    if sought.tokens[at - 1].key in _LOOSE or time.type == "DURATION":
        willed = sought.willed or looking == "forward" or (looking is None and sought.stance in _ASKING)
        return willed and (looking != "past" or sought.put.verb is not None) and sought.put.modality != "possible"
    return looking != "past" or sought.put.modality is not None


def _later(sought: Sought, start: int, time: Time) -> bool:
    """Say whether the time ends after the day of publication, and is not ``حتى اليوم`` (so far)."""
    if time.until is None or sought.day is None or time.until[:10] <= sought.day:
        return False
    today = time.from_ is not None and time.from_[:10] == sought.day and time.type == "DATE" and len(time.from_) == 10
    return not (today and time.value == sought.day and sought.tokens[start].key in _SO_FAR)


def _relative(sought: Sought, start: int) -> bool:
    """Say whether a relative pronoun stands so close before that the bound is its clause's."""
    return any(
        sought.tokens[i].key.removeprefix("و") in _RELATIVE for i in range(max(sought.first, start - _NEAR), start)
    )


def event(sought: Sought, timed: Container[int]) -> tuple[int, int] | None:
    """Return the tokens of a bound that is an event: ``إلى أن يتم الاتفاق``, ``حتى انتهاء التحقيق``; None without one.

    ``timed`` are the first tokens of time expressions, which are no events.
    """
    for at in range(sought.first + 1, sought.last - 1):
        sign = match(_UNTIL, sought.tokens, at, sought.last)
        if (
            sign is None
            or at + len(sign.words) in timed
            or at + len(sign.words) >= sought.last
            or not _is_until(sought, sign.words, at)
        ):
            continue
        return at, _end(sought, at + len(sign.words))
    return None


def _is_until(sought: Sought, printed: tuple[str, ...], at: int) -> bool:
    after, looking = sought.tokens[at + len(printed)].key, sought.looking(at)
    if looking == "past":
        return False
    goes_on = any(sought.tokens[i].key in _GOING_ON for i in range(max(sought.first, at - _REACH), at))
    if printed == ("قبل",):
        return _before_event(sought, at, after)
    if printed[-1] == "ان":
        return goes_on and looks(after) == "present"
    if printed == ("حتي",):
        if looks(after) is not None:  # حتى يتم: until only after what goes on or won't be; else so that
            return after in _END and (goes_on or _denied_before(sought, at))
        open_ = goes_on or sought.willed or looking is not None or sought.stance in (*_ASKING, "announcing")
        return after in _END and (open_ or after != "نهايه")
    return True


def _before_event(sought: Sought, at: int, after: str) -> bool:
    """Say whether قبل bounds a claim by a deed or a fixed event: ``سنوقع قبل انتهاء المهلة``, ``قبل الانتخابات``."""
    if _relative(sought, at) or any(
        sought.tokens[i].key in _WAITING for i in range(max(sought.first, at - _REACH), at)
    ):
        return False
    set_ = after in _END or after in _FIXED
    if sought.stance in ("demanding", "committing"):
        return set_
    return sought.willed and (set_ or is_deed(after.removeprefix("ال")))


def _denied_before(sought: Sought, at: int) -> bool:
    return sought.put.negated and any(mark[0] >= at - _REACH for mark in sought.put.marks)


def _end(sought: Sought, start: int) -> int:
    """Return the token after the event: at a mark or where the next clause is joined."""
    for i in range(start + 1, min(sought.last, start + _LONGEST)):
        token = sought.tokens[i]
        joined = token.key in _JOINED or (token.key[0] == "و" and looks(token.key) is not None)
        if token.text in "،,؛:.!؟" or joined:
            return i
    return min(sought.last, start + _LONGEST)


def day(published: Published | None) -> str | None:
    """Return the day of publication, or the last thing known of it that compares as one."""
    return published.value[:10] if published is not None and len(published.value) >= 10 else None
