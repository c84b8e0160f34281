"""What persons ruled of who is who, as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from riwaya.model import Judgement, Outcome

Row = dict[str, Any]


class Given(Protocol):
    """What the rows need of a store."""

    def rulings(self) -> Sequence[Judgement]: ...
    def outcomes(self) -> Mapping[str, Outcome]: ...


def rows(given: Given) -> Iterator[Row]:
    """Yield a row a ruling, the earliest first; ``effect`` is null where it has not been linked yet."""
    made = given.outcomes()
    for one in given.rulings():
        outcome = made.get(one.id)
        yield {
            "id": one.id,
            "kind": one.kind,
            "verdict": one.verdict,
            "left": one.left.shown,
            "right": one.right.shown,
            "by": one.by,
            "at": one.at,
            "why": one.why,
            "effect": outcome.effect if outcome else None,
            "left_entity": outcome.left if outcome else None,
            "right_entity": outcome.right if outcome else None,
            "against": list(outcome.against) if outcome else [],
        }
