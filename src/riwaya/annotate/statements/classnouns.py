"""Class nouns: which body ``الصحيفة``, ``الشركة السلوانية``, ``النادي`` takes up, by its class and name before."""

from __future__ import annotations

from bisect import bisect_left

from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.words import PREPOSITIONS, words
from riwaya.arabic.letters import fold

_BODIES = words("body-classes")
OUTLETS = words("outlet-classes")
_PROCLITICS = ("و", "ل", "ب")
_LONGEST = 7
_ADJECTIVES = 3
_BACK = 40
_BETWEEN = 4
_LABEL = 5
_NISBA = ("ي", "يه")


class ClassNouns:
    """The bodies that a report names with their class: ``صحيفة «النهر» السلوانية``, ``شركة سلوى``."""

    def __init__(self, reading: Reading) -> None:
        self._named: dict[str, list[tuple[int, str, frozenset[str], bool]]] = {}
        for i, key in enumerate(reading.keys[:-1]):
            head = next((bare for bare in _heads(key) if bare in _BODIES), None)
            found = _within(reading, i) if head is not None else None
            if head is None or found is None:
                continue
            name, at, after = found
            printed = reading.tokens[i].form[len(key) - len(head) :]
            alone = at > i + 1 or head in OUTLETS or fold(name).split()[0] == head
            whole = name if alone else f"{printed} {name}"
            parts = reading.keys[i + 1 : after]
            nations = _described(reading, after) | {key[2:] for key in parts if key.startswith("ال")}
            described = nations | {key.removeprefix("ال") for key in parts}
            told = any(word.endswith(_NISBA) for word in nations)
            self._named.setdefault(head, []).append((reading.tokens[i].start, whole, described, told))

    def taken_up(self, keys: list[str], start: int) -> str | None:
        """Return the body that a definite class noun before offset ``start`` takes up; None where two could be meant.

        ``الصحيفة`` → the paper named last; ``الشركة السلوانية`` → the one that was called so.
        """
        head, asked = keys[0].removeprefix("ال"), {key.removeprefix("ال") for key in keys[1:]}
        named = self._named.get(head, [])
        until = bisect_left(named, start, key=lambda one: one[0])
        before = named[max(0, until - _BACK) : until]
        fitting = [name for _, name, described, _ in before if asked <= described]
        if not fitting and len({name for _, name, _, _ in before}) == 1 and len(asked) == 1:
            origin = all(word.endswith(_NISBA) for word in asked) and not any(told for _, _, _, told in before)
            fitting = [before[0][1]] if origin else []
        if not fitting or (head not in OUTLETS and len(set(fitting)) > 1):
            return None
        return fitting[-1]


def _heads(key: str) -> list[str]:
    """Return a word as it is and without what may hang on it: ``وصحيفة``, ``لشركة``."""
    return [key, *(key.removeprefix(mark) for mark in _PROCLITICS if key.startswith(mark) and len(key) > 4)]


def _within(reading: Reading, i: int) -> tuple[str, int, int] | None:
    """Return the name of the body that the class word ``i`` begins, its token and the one after it.

    What it is may stand between: ``شركة صناعة السدود السلوانية "سلوى"``.
    """
    for at in range(i + 1, min(len(reading.keys), i + 2 + _BETWEEN)):
        found = _name(reading, at)
        if found is not None and (at == i + 1 or found[1] - at <= _LABEL):
            return found[0], at, found[1]
        key = reading.keys[at]
        part = key.startswith("ال") or (at == i + 1 and _owned(reading, at))
        if reading.tokens[at].text != "#" and (reading.tokens[at].kind != "word" or not part or at in reading.cues):
            return None
    return None


def _owned(reading: Reading, i: int) -> bool:
    """Say whether a word takes the next one as its owner: ``صناعة السدود``; no preposition and no adjective."""
    key, after = reading.keys[i], reading.keys[i + 1] if i + 1 < len(reading.keys) else ""
    return after.startswith("ال") and key not in PREPOSITIONS and not key.endswith(_NISBA)


def _name(reading: Reading, i: int) -> tuple[str, int] | None:
    """Return the name that begins with token ``i`` and the token after it: in marks, or known as a body's."""
    quotation = reading.quotations.by_open.get(i)
    if quotation is not None:
        close = quotation.close
        return (reading.between(i + 1, close), close + 1) if close is not None and 1 < close - i <= _LONGEST else None
    latin = next((k for k in range(i, len(reading.tokens)) if reading.tokens[k].kind != "latin"), len(reading.tokens))
    if latin > i:
        return reading.between(i, latin), latin
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
