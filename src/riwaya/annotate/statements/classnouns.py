"""Class nouns: which body ``الصحيفة``, ``الشركة السلوانية``, ``النادي`` takes up, by its class and name before."""

from __future__ import annotations

from bisect import bisect_left

from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.words import words
from riwaya.arabic.letters import fold

_BODIES = words("body-classes")
OUTLETS = words("outlet-classes")
_PROCLITICS = ("و", "ل", "ب")
_LONGEST = 7
_ADJECTIVES = 3
_BACK = 40


class ClassNouns:
    """The bodies that a report names with their class: ``صحيفة «النهر» السلوانية``, ``شركة سلوى``."""

    def __init__(self, reading: Reading) -> None:
        self._named: dict[str, list[tuple[int, str, frozenset[str]]]] = {}
        for i, key in enumerate(reading.keys[:-1]):
            head = next((bare for bare in _heads(key) if bare in _BODIES), None)
            found = _name(reading, i + 1) if head is not None else None
            if head is None or found is None:
                continue
            name, after = found
            printed = reading.tokens[i].form[len(key) - len(head) :]
            whole = name if head in OUTLETS or fold(name).split()[0] == head else f"{printed} {name}"
            described = _described(reading, after) | {key.removeprefix("ال") for key in reading.keys[i + 1 : after]}
            self._named.setdefault(head, []).append((reading.tokens[i].start, whole, described))

    def taken_up(self, keys: list[str], start: int) -> str | None:
        """Return the body that a definite class noun before offset ``start`` takes up; None where two could be meant.

        ``الصحيفة`` → the paper named last; ``الشركة السلوانية`` → the one that was called so.
        """
        head, asked = keys[0].removeprefix("ال"), {key.removeprefix("ال") for key in keys[1:]}
        named = self._named.get(head, [])
        until = bisect_left(named, start, key=lambda one: one[0])
        before = [(name, described) for _, name, described in named[max(0, until - _BACK) : until]]
        fitting = [name for name, described in before if asked <= described]
        if not fitting or (head not in OUTLETS and len(set(fitting)) > 1):
            return None
        return fitting[-1]


def _heads(key: str) -> list[str]:
    """Return a word as it is and without what may hang on it: ``وصحيفة``, ``لشركة``."""
    return [key, *(key.removeprefix(mark) for mark in _PROCLITICS if key.startswith(mark) and len(key) > 4)]


def _name(reading: Reading, i: int) -> tuple[str, int] | None:
    """Return the name that begins with token ``i`` and the token after it: in marks, or known as a body's."""
    quotation = reading.quotations.by_open.get(i)
    if quotation is not None:
        close = quotation.close
        return (reading.between(i + 1, close), close + 1) if close is not None and 1 < close - i <= _LONGEST else None
    found = reading.mention_at.get(i)
    if found is None or found[0].type == "LOC" or found[0].start != reading.tokens[i].start:
        return None
    return found[0].entity, found[1]


def _described(reading: Reading, i: int) -> frozenset[str]:
    """Return the adjectives after a name, without their article: ``«النهر» السلوانية الخاصة``."""
    out: list[str] = []
    for key in reading.keys[i : i + _ADJECTIVES]:
        if not key.startswith("ال"):
            break
        out.append(key[2:])
    return frozenset(out)
