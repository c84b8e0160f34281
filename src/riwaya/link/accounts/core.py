"""Which witnesses of a claim say the same: the ones whose origins are counted.

An account gathers what is near in words, and what is near may be another claim: what one side does and what another
thinks of it. Those are counted together whose words turn on one predicate and have no number that excludes the others'.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from riwaya.arabic.letters import fold
from riwaya.link.accounts.bodyplaces import for_a_state
from riwaya.link.accounts.claims import ahead
from riwaya.link.accounts.passages import Passage
from riwaya.link.accounts.predicates import Predicate, predicate

SAME = 0.25  # of the words of the shorter passage, where both turn on one predicate
KIND = 0.5  # the same, where both are of one kind of event
NONE = 0.75  # the same, where neither turns on a verb or noun of action
LONGER = 0.6  # of the words of the longer one then
_MEETING = "CONSULT"
_BEFORE = 12  # letters before a passage in which أن stands


def core(groups: Sequence[Sequence[Passage]], texts: Mapping[str, str]) -> frozenset[int]:
    """Return the places of the groups that say the same as one of them: the most groups, with the most passages.

    ``groups`` are the passages of each known origin of a claim. ``الجيش: الطائرة سقطت في البحر`` and ``الشركة: تحطمت
    الطائرة`` say the same, ``الوزير: سقوط الطائرة كارثة`` does not.
    """
    told = [[(one, predicate(one, _before(one, texts))) for one in group] for group in groups]
    found = [frozenset(at for at, other in enumerate(told) if other is one or _any(one, other)) for one in told]
    return max(found, key=lambda places: (len(places), sum(len(groups[at]) for at in places)), default=frozenset())


def _before(passage: Passage, texts: Mapping[str, str]) -> str:
    return texts[passage.doc][max(0, passage.start - _BEFORE) : passage.start]


Turned = tuple[Passage, Predicate | None]


def _any(left: Sequence[Turned], right: Sequence[Turned]) -> bool:
    return any(same(*one, *other) for one in left for other in right)


def same(left: Passage, left_on: Predicate | None, right: Passage, right_on: Predicate | None) -> bool:
    """Say whether two passages say the same of the same: one predicate, or one day to come where one has none.

    ``لا قوات قتالية بنهاية العام`` and ``انسحاب القوات القتالية في اليوم الأخير من العام`` are one.
    """
    if left.stand != right.stand or left.denied != right.denied or _rivals(left, right):
        return False
    both = len(left.terms & right.terms)
    short, long = sorted((len(left.terms) or 1, len(right.terms) or 1))
    if left_on is None or right_on is None:
        planned = not ahead(left).isdisjoint(ahead(right)) and both >= KIND * short
        return planned or (left_on is right_on and both >= NONE * short and both >= LONGER * long)
    if left_on.lemma == right_on.lemma:
        told_apart = left_on.negated != right_on.negated or {left_on.tense, right_on.tense} == {"past", "future"}
        return not told_apart and both >= SAME * short
    return left_on.type == right_on.type == _MEETING and both >= KIND * short


def _rivals(left: Passage, right: Passage) -> bool:
    """Say whether both tell numbers, or places, and have none in common."""
    return _apart(_numbers(left), _numbers(right)) or _apart(_places(left), _places(right))


def _apart(left: frozenset[Hashable], right: frozenset[Hashable]) -> bool:
    return bool(left) and bool(right) and left.isdisjoint(right)


def _numbers(passage: Passage) -> frozenset[Hashable]:
    return frozenset(one.number for one in passage.figures if one.number is not None)


def _places(passage: Passage) -> frozenset[Hashable]:
    """Return the places of a passage; a state may be whose, not where."""
    return frozenset(name for name, _, _ in passage.places if fold(name) not in for_a_state())
