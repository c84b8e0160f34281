"""What is set against each other across the claims of a story: claims and their denials become one account."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.link.accounts.contradictions.denials import Denial, denials
from riwaya.link.accounts.contradictions.difference import Difference
from riwaya.link.accounts.contradictions.disputes import matched, pointing
from riwaya.link.accounts.passages import Passage, Reader

_MOST = 60  # passages of one account


class Opposed:
    """The disputes of one story; the denials that point back are put behind its ``told`` passages."""

    def __init__(self, passages: list[Passage], readers: Sequence[Reader]) -> None:
        self.told = len(passages)
        found: list[tuple[int, Denial]] = []
        for reader in readers:
            for denial in denials(reader):
                found.append((len(passages), denial))
                passages.append(denial.passage)
        self._disputes = [*pointing(passages, found), *matched(passages)]
        self._passages = passages

    def together(self, groups: Sequence[Sequence[int]]) -> list[list[int]]:
        """Return the groups with both sides of each dispute in one; sides that stood alone make a new one."""
        of: dict[int, int] = {at: number for number, group in enumerate(groups) for at in group}
        members = {number: list(group) for number, group in enumerate(groups)}
        for dispute in self._disputes:
            for at in (dispute.left, dispute.right):
                if at not in of:
                    of[at] = max(members, default=-1) + 1
                    members[of[at]] = [at]
            one, other = sorted((of[dispute.left], of[dispute.right]))
            if one != other and len(members[one]) + len(members[other]) <= _MOST:
                for at in members[other]:
                    of[at] = one
                members[one] += members.pop(other)
        return [sorted(group) for group in members.values() if len(group) > 1]

    def between(self, group: Sequence[Passage]) -> list[tuple[Passage, Passage, Difference]]:
        """Return the disputes of which both sides are in a group of passages."""
        inside = {id(one) for one in group}
        sides = [(self._passages[one.left], self._passages[one.right], one) for one in self._disputes]
        return [(a, b, one.difference) for a, b, one in sides if id(a) in inside and id(b) in inside]
