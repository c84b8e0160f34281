"""What the words beside a count tell of it: a part of another, an earlier one, one but the attackers.

The words stand in lexicon/countmarks.tsv.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from riwaya.arabic.guards import guards
from riwaya.arabic.tokens import Token
from riwaya.link.figures.befallen import Fate, of_fate
from riwaya.link.figures.nouns import PEOPLE, group

_JOINED = ("و", "ف")
_IN = frozenset({"في", "فى", "جراء", "اثر", "بسبب", "نتيجه", "خلال"})
_RANKS = frozenset({"بين", "صفوف"})
_SIDES = frozenset({"fighter", "civilian", "attacker"})
_HAD = 12
_THIS = frozenset({"هذا", "هذه"})
_AFTER = 6
_OTHERS = 4  # words behind a count of things: ``أربع شاحنات كبيرة أخرى``
_CLAUSE = 8  # words before a count that tell what it is of


def part(before: Sequence[Token], after: Sequence[Token], befallen: bool = False) -> bool:
    """Say whether a figure is a part of another: ``بينهم 12 طفلا``, ``12 منهم``.

    ``befallen``: something of its own befell them, and ``إنقاذ أربعة منهم`` (four of them saved) counts all who were.
    """
    between = any(_is(one, "between") for one in before[-3:]) or _among(after)
    return between or (not befallen and any(_is(one, "them") for one in after[:2]))


def _among(after: Sequence[Token]) -> bool:
    """``ثمانية صحفيين بين القتلى``: eight among the dead."""
    return any(one.key in ("بين", "ضمن") and of_fate(of.key) for one, of in pairwise(after[:4]))


def some_of(own: Sequence[Token]) -> bool:
    """Say whether a figure is so many of the dead or hurt: ``اثنان من المصابين``."""
    return any(one.key == "من" and of.key.startswith("ال") and of_fate(of.key) for one, of in pairwise(own))


def but(after: Sequence[str]) -> bool:
    """Say whether some are told apart: ``أحدهم المهاجم``, ``إلى جانب الطاقم``, ``تسعة طلاب ومعلما`` (and a teacher)."""
    culprit = any(not {key, key[1:]}.isdisjoint(words("culprit")) for key in after)
    another = any(key[:1] == "و" and key.endswith("ا") and group(key[1:]) not in ("", PEOPLE) for key in after[:2])
    return culprit or another or _besides(after)


def _besides(after: Sequence[str]) -> bool:
    """``إلى جانب الطاقم``; in ``إضافة إلى إصابة 30`` (besides 30 injured) nobody of the same fate is told apart."""
    at = next((n for n, key in enumerate(after[:9]) if not {key, key[1:]}.isdisjoint(words("besides"))), None)
    return at is not None and not any(of_fate(key) or of_fate(key[1:]) for key in after[at + 1 : at + 4])


def prior(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Say whether it is an earlier count, told as such: ``حصيلة سابقة تحدثت عن 12 قتيلا``, ``من 24 إلى 30``."""
    ahead = [one.key for one in after[:2]]
    like = not words("like").isdisjoint(one.key for one in after[:8])
    return (
        like
        or any(_is(one, "prior") and not _first_time(of) for of, one in pairwise((None, *before[-8:])) if one)
        or bool(before and before[-1].key == "من" and ahead[:1] == ["الي"])
    )


def _first_time(before: Token | None) -> bool:
    """``للمرة الأولى`` tells of no earlier count."""
    return before is not None and before.key.endswith("مره")


def had_said(sentence: Sequence[Token], at: int) -> bool:
    """Say whether a sentence opens by what had been announced: ``وكانت الوزارة أعلنت أن 15 شخصا قتلوا``."""
    ahead = [word.key for word in sentence if word.start < at]
    return (
        bool(ahead) and ahead[0].removeprefix("و") in words("had") and not words("announced").isdisjoint(ahead[1:_HAD])
    )


def pointing(before: Sequence[Token], after: Sequence[Token] = ()) -> bool:
    """Say whether a count is of what its report tells of: ``أسفر الهجوم عن مقتل 12`` (the attack), ``الحصيلة 12``.

    Misses: events that lexicon/countmarks.tsv lacks; another attack that is called the attack.
    """
    near = [one.key for one in before[-_CLAUSE:]]
    behind = [one.key for one in after[:_AFTER] if one.key not in _THIS]
    if any(
        one in _IN and _definite(of) and then != "علي"
        for one, of, then in zip(behind, behind[1:], (*behind[2:], ""), strict=False)
    ):
        return True
    tally = any(one.lstrip("وبل").removeprefix("ال") in words("tally") for one in near)
    return tally or _tallied(near) or any(_definite(one) for one in near)


def anew(after: Sequence[Token]) -> bool:
    """Say whether a count brings in what it is of: ``20 مدنيا قتلوا في هجمات جوية`` (in air raids)."""
    near = [one.key for one in after[:_AFTER]]
    return any(one in _IN and of in words("happening") for one, of in pairwise(near))


def risen(before: Sequence[Token]) -> bool:
    """Say whether a count is told to have risen to a number: ``ارتفاع حصيلة الانفجار إلى 66``."""
    near = [one.key for one in before[-_CLAUSE:]]
    return "الي" in near[-4:] and any("رتف" in one for one in near)


def ranked(whom: str, before: Sequence[Token], after: Sequence[Token]) -> str:
    """Return the group of dead or hurt whom the words beside them tell: ``سبعة قتلى بين صفوف القوات`` are fighters."""
    if whom != PEOPLE:
        return whom
    for one, of in (*pairwise(after[:3]), *pairwise(before[-_CLAUSE:])):
        if one.key in _RANKS and (found := group(of.key.removeprefix("ال"))) in _SIDES:
            return found
    return whom


def scattered(sentence: Sequence[Token]) -> bool:
    """Say whether a sentence sums up several events: ``في هجمات متفرقة``."""
    return any(one.key in words("scattered") for one in sentence)


def _tallied(near: Sequence[str]) -> bool:
    """``عدد القتلى``: the number of the dead, whoever they are."""
    return any(one.lstrip("وب") == "عدد" and of.startswith("ال") and of_fate(of) for one, of in pairwise(near))


def _definite(key: str) -> bool:
    bare = key[1:] if key[:1] in ("و", "ف", "ب") else key
    bare = "ال" + bare[2:] if bare.startswith("لل") else bare
    return bare.startswith("ال") and bare[2:] in words("happening")


def more(found: Fate | None, after: Sequence[Token]) -> bool:
    """Say whether a count of dead, or of no fate, comes on top of another: ``مقتل 18 شخصا آخرين``."""
    return (found is None or found.name == "killed") and any(
        one.key in words("others") for one in after[: 1 if found else _OTHERS]
    )


def words(mark: str) -> frozenset[str]:
    """Return the folded words of a mark."""
    return guards("countmarks")[mark]


def _is(word: Token, mark: str) -> bool:
    known = words(mark)
    return word.key in known or (word.key[:1] in _JOINED and word.key[1:] in known)
