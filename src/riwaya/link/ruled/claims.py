"""Claims as a person's rulings leave them: passages that make one claim are one account, of two claims two."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.link.ruled.pairs import Pairs
from riwaya.link.ruled.regrouped import regrouped
from riwaya.model import Evidence


def ruled_claims(
    groups: Sequence[Sequence[int]], places: Sequence[Evidence], terms: Sequence[frozenset[str]], ruled: Pairs
) -> list[list[int]]:
    """Return which passages make one claim, as indexes; ``terms`` are what each tells of.

    A passage that stood alone comes in where it is ruled the same as another. Misses: a ruling on words that no passage
    holds, as a story of thousands of reports keeps only some.
    """
    if not ruled:
        return [list(group) for group in groups]
    told = {at for group in groups for at in group}
    alone = [[at] for at, place in enumerate(places) if at not in told and ruled.group(place) is not None]

    def near(at: int, heads: Sequence[int]) -> float:
        return max(len(terms[at] & terms[head]) / max(len(terms[at] | terms[head]), 1) for head in heads)

    made = regrouped([*groups, *alone], lambda at: places[at], ruled, near)
    return [group for group in made if len(group) > 1 or group not in alone]
