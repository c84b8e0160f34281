"""Which way a clause looks: back (قال الاثنين) or forward (سيلتقي الاثنين), from its verbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table

Direction = Literal["past", "present", "forward"]
_REACH = 40
_PERSONS = "يتنا"
_BREAKS = frozenset("،؛,;")


@cache
def _words() -> Mapping[str, Direction]:
    """Return key → direction: listed words, and present stems with personal letters, with and without س."""
    found: dict[str, Direction] = {}
    for row in table("timetense"):
        key = fold(row["word"])
        if row["direction"] == "present":
            for person in _PERSONS:
                for ending in ("", "ون", "ان", "وا", "ه", "ها", "هم"):
                    found.setdefault(person + key + ending, "present")
                    found.setdefault("س" + person + key + ending, "forward")
        else:
            found[key] = "past" if row["direction"] == "past" else "forward"
    return found


@lru_cache(maxsize=1 << 17)
def looks(key: str) -> Direction | None:
    """Return the direction that one word tells: ``قالت`` past, ``سيلتقي`` forward, ``المقرر`` forward."""
    words = _words()
    for prefix in ("", "و", "ف"):
        if key.startswith(prefix) and key[len(prefix) :] in words:
            return words[key[len(prefix) :]]
    return None


def direction(words: Sequence[Token], first: int, last: int) -> Direction | None:
    """Return where the clause around the tokens ``[first, last)`` looks, ``None`` where no verb of it is known.

    The nearest verb before the expression decides; at the head of a clause (``والخميس كشف …``) the next one after.
    Misses: verbs outside lexicon/timetense.tsv, participles.
    """
    opens = first == 0 or words[first - 1].text in _BREAKS or words[first].key.startswith("و")
    after = _search(words, range(last, min(len(words), last + 6))) if opens else None
    before = _search(words, range(first - 1, max(-1, first - _REACH), -1))
    return (after or before) if opens and (first == 0 or words[first].key.startswith("و")) else (before or after)


def _mood(words: Sequence[Token], at: int) -> Direction:
    """Return where an imperfect looks: forward after أن or a word of plans, back in قبل أن, else its own present."""
    if at and words[at - 1].key in ("ان", "بان"):
        return "past" if at > 1 and words[at - 2].key in ("قبل", "بعد") else "forward"
    if any(words[i].kind == "word" and looks(words[i].key) == "forward" for i in range(max(0, at - 3), at)):
        return "forward"
    return "present"


def _search(words: Sequence[Token], places: range) -> Direction | None:
    for at in places:
        found = looks(words[at].key) if words[at].kind == "word" else None
        if found == "present":
            return _mood(words, at)
        if found is not None:
            return found
    return None
