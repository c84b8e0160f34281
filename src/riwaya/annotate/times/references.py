"""References without a calendar: ``حاليا`` PRESENT_REF, ``وقت سابق`` PAST_REF, ``قريبا`` FUTURE_REF."""

from __future__ import annotations

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.reading import Found, Match, Reader
from riwaya.annotate.times.tense import direction
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

_NOW = fold("الآن")
_SOON = fold("قريبا")
_NEAR_TO = frozenset(map(fold, ("من", "إلى", "ل")))


def ref(match: Match, reader: Reader) -> list[Found]:
    """A reference; ``في وقت لاحق`` after what is told is still past: ``توفي في وقت لاحق`` PAST_REF.

    Misses: ``سابقا``, ``لاحقا``, ``آنذاك``, ``حينها``, which two readers of news left open.
    """
    first, last = match.units[0].first, match.units[-1].last
    word, after = reader.words[first], reader.words[last] if last < len(reader.words) else None
    if _is_none(word, match.before(reader), after):
        return []
    start = reader.words[first + 1].start if word.key in ("في", "وفي") else match.start
    value = match.text("r")
    later = match.cat("r") == "ref.part" and value == "FUTURE_REF"
    if later and direction(reader.words, first, last) == "past":
        value = "PAST_REF"
    return [Found(start, match.end, value, None, None, "reference", "DATE")]


def _is_none(word: Token, before: Token | None, after: Token | None) -> bool:
    """Say whether it is a name or no time: ``ألان``, ``السلام الآن``, ``قريبا من القصر``, ``قديما وحديثا``."""
    if word.key == _NOW:
        return word.form.startswith("أ") or beside("ref", before)
    if word.key.endswith(_SOON):
        return after is not None and after.key in _NEAR_TO
    return beside("refbefore", before)
