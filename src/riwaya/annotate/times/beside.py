"""The words beside an expression that decide what it is: lexicon/timeguards.tsv."""

from __future__ import annotations

from functools import lru_cache

from riwaya.arabic.guards import guards
from riwaya.arabic.tokens import Token


@lru_cache(maxsize=1 << 16)
def _is(guard: str, key: str) -> bool:
    words = guards("timeguards").get(guard, frozenset())
    # a rest of two letters is no word behind a proclitic: بين is "between", not ب and ين (yen)
    return key in words or (len(key) > 3 and key[0] in "وفبلك" and key[1:] in words)


def beside(guard: str, token: Token | None) -> bool:
    """Say whether the word is one that guards so: ``صلاة`` before a weekday."""
    return token is not None and token.kind in ("word", "latin") and _is(guard, token.key)


def exactly(guard: str, token: Token | None) -> bool:
    """Say the same of the word as it stands, without proclitics: ``2000 قتيل``, not ``لقتيل``."""
    return (
        token is not None
        and token.kind in ("word", "latin")
        and token.key in guards("timeguards").get(guard, frozenset())
    )
