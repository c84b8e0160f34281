"""Where two tellings of one claim contradict each other: polarity, date, place, scope of a headline, one or two.

That the passages tell one claim is the caller's to know. Numbers are compared by ``link.figures``, which knows what is
counted; what is denied across reports by ``contradictions.disputes``. Likeness of words cannot see contradiction, so
rules on negation and contraries decide.

Misses: contradiction by knowledge of the world, irony, actors that only an active or passive verb tells apart.
"""

from __future__ import annotations

from riwaya.link.accounts.contradictions.days import days
from riwaya.link.accounts.contradictions.difference import Difference
from riwaya.link.accounts.contradictions.duals import duals
from riwaya.link.accounts.contradictions.polarity import contraries, negations
from riwaya.link.accounts.contradictions.scope import scope
from riwaya.link.accounts.contradictions.spots import spots
from riwaya.link.accounts.passages import Passage

_FINDERS = (negations, contraries, days, spots, scope, duals)


def compare(left: Passage, right: Passage) -> tuple[Difference, ...]:
    """Return what two tellings of one claim contradict each other in.

    ``وافقت الحكومة على الهدنة`` (agreed to the truce) against ``رفضت الحكومة الهدنة`` (refused it) → polarity.
    """
    return tuple(one for find in _FINDERS for one in find(left, right))
