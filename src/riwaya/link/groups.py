"""Bodies that act without a name of their own: ``الشرطة السلوانية`` (the police of a country), ``شركة الرمانة``."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.arabic.tokens import Token
from riwaya.link.events import small_words
from riwaya.link.nationality import nationality
from riwaya.link.parties import lands
from riwaya.link.phrases import Line, named

LONGEST = 6  # words of a body that is known by its country


def body(line: Line, start: int, end: int) -> tuple[str, ...]:
    """Return the body that the words of a phrase are, as printed, if a name or a country tells which.

    ``القوات السلوانية المشتركة`` (joint forces), ``سلطات سلوان`` (authorities of a country). Misses: ``قوات التحالف``.
    """
    words = line.words[start:end]
    kind = _stem(words[0]) if words else ""
    classes = small_words("class") - small_words("relay") - small_words("outlet")
    if kind in classes and (called := _called(line, start, end)):
        return (called,)
    if kind not in small_words("agent"):
        return ()
    names = [one for place in range(start, end) if (one := line.name(place)) is not None]
    if names and not (len(words) == 2 and lands(names[0].entity)):
        return ()  # سلطات سلوان, not قوات فلان
    printed = _printed(words)
    return (printed,) if nationality(printed) else ()


def _called(line: Line, start: int, end: int) -> str:
    """Return the name right behind the noun of its class: ``شركة الرمانة``."""
    one = line.name(start + 1) if start + 1 < end else None
    return named(one) if one is not None and one.type == "ORG" else ""


def _printed(words: Sequence[Token]) -> str:
    """Return a body up to the adjective of its country and those that agree: ``القوات السلوانية | المدينة``."""
    kept = words[0].form.removeprefix("و")
    for word in words[1:LONGEST]:
        if word.kind == "punct":
            continue
        if nationality(kept) and not (word.key.startswith("ال") and word.key.endswith(("ه", "ي"))):
            break
        kept += f" {word.form}"
    return kept


def _stem(word: Token) -> str:
    return word.key.removeprefix("و").removeprefix("ال")
