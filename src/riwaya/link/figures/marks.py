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


def part(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Say whether a figure is a part of another: ``بينهم 12 طفلا``, ``12 منهم``."""
    return any(_is(one, "between") for one in before[-3:]) or any(_is(one, "them") for one in after[:2])


def some_of(own: Sequence[Token]) -> bool:
    """Say whether a figure is so many of the dead or hurt: ``اثنان من المصابين``."""
    return any(one.key == "من" and of.key.startswith("ال") and of_fate(of.key) for one, of in pairwise(own))


def but(after: Sequence[str]) -> bool:
    """Say whether some are told apart: ``أحدهم المهاجم``, ``إلى جانب الطاقم``, ``تسعة طلاب ومعلما`` (and a teacher)."""
    culprit = any(not {key, key[1:]}.isdisjoint(words("culprit")) for key in after)
    another = any(key[:1] == "و" and key.endswith("ا") and group(key[1:]) not in ("", PEOPLE) for key in after[:2])
    return culprit or another or any(not {key, key[1:]}.isdisjoint(words("besides")) for key in after[:4])


def prior(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Say whether it is an earlier count, told as such: ``حصيلة سابقة تحدثت عن 12 قتيلا``, ``من 24 إلى 30``."""
    ahead = [one.key for one in after[:2]]
    like = not words("like").isdisjoint(one.key for one in after[:8])
    return (
        like
        or any(_is(one, "prior") for one in before[-8:])
        or bool(before and before[-1].key == "من" and ahead[:1] == ["الي"])
    )


def had_said(sentence: Sequence[Token], at: int) -> bool:
    """Say whether a sentence opens by what had been announced: ``وكانت الوزارة أعلنت أن 15 شخصا قتلوا``."""
    ahead = [word.key for word in sentence if word.start < at]
    return bool(ahead) and ahead[0].removeprefix("و") in words("had") and not words("announced").isdisjoint(ahead[1:8])


def more(found: Fate | None, after: Sequence[Token]) -> bool:
    """Say whether a count of dead, or of no fate, comes on top of another: ``مقتل 18 شخصا آخرين``."""
    return (found is None or found.name == "killed") and any(one.key in words("others") for one in after[:1])


def words(mark: str) -> frozenset[str]:
    """Return the folded words of a mark."""
    return guards("countmarks")[mark]


def _is(word: Token, mark: str) -> bool:
    known = words(mark)
    return word.key in known or (word.key[:1] in _JOINED and word.key[1:] in known)
