"""Numbers that have been joined."""

from __future__ import annotations

from itertools import permutations

import pytest

from riwaya.link.joined import Joined


@pytest.mark.parametrize("order", list(permutations([(1, 4), (4, 2), (7, 0), (1, 2)])))
def test_what_is_joined_is_one_set_in_whatever_order(order: tuple[tuple[int, int], ...]) -> None:
    joined = Joined()
    for pair in order:
        joined.join(pair)
    assert joined.members(2) == {1, 2, 4}
    assert joined.members(5) == {5}
    assert joined.together([2, 4, 5]) == {1, 2, 4, 5}
    assert joined.lists() == [[0, 7], [1, 2, 4]]
    assert joined.among(range(8)) == [[0, 7], [1, 2, 4], [3], [5], [6]]
