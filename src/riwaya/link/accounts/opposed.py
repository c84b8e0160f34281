"""What is set against each other across the claims of a story: claims and their denials become one account.

Titles, deadlines, quarters and planned days are told in sentences about other things, so that their accounts stand by
themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from riwaya.link.accounts.contradictions.compass import quarters
from riwaya.link.accounts.contradictions.deadlines import apart, deadlines
from riwaya.link.accounts.contradictions.denials import Denial, denials
from riwaya.link.accounts.contradictions.difference import Difference
from riwaya.link.accounts.contradictions.disputes import Dispute, matched, pointing
from riwaya.link.accounts.contradictions.planned import slipped
from riwaya.link.accounts.contradictions.slips import slips
from riwaya.link.accounts.passages import Passage, Reader
from riwaya.link.who import Who

_MOST = 60  # passages of one account
_ALONE = ("title", "deadline", "quarter", "planned")  # reasons of accounts that stand by themselves
_DEADLINES = 40  # that are compared in one story


class Opposed:
    """The disputes of one story; passages found for them alone are put behind its ``told`` passages."""

    def __init__(
        self, passages: list[Passage], readers: Sequence[Reader], who: Who, roles: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.told = len(passages)
        self._passages = passages
        self._alone: dict[tuple[str, int, int], int] = {}
        found: list[tuple[int, Denial]] = []
        for reader in readers:
            found += [(self._added(denial.passage), denial) for denial in denials(reader)]
        self._disputes = [*pointing(passages, found), *matched(passages)]
        self._titles(readers, who, roles)
        self._deadlines(readers)
        for left, right, difference in (*quarters(readers, who), *slipped(readers)):
            self._disputes.append(Dispute(self._placed(left.passage), self._placed(right.passage), difference))

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

    def alone(self, group: Sequence[Passage]) -> Passage | None:
        """Return what a group that stands by itself is about: a title that slipped, a deadline; else nothing."""
        found = self.between(group)
        return found[0][0] if found and found[0][2].reason in _ALONE else None

    def _added(self, passage: Passage) -> int:
        self._passages.append(passage)
        return len(self._passages) - 1

    def _placed(self, passage: Passage) -> int:
        """Return the place of a passage, put behind the others when first asked for."""
        key = passage.doc, passage.start, passage.end
        if key not in self._alone:
            self._alone[key] = self._added(passage)
        return self._alone[key]

    def _titles(self, readers: Sequence[Reader], who: Who, roles: Mapping[str, tuple[str, ...]]) -> None:
        for wrong, right in slips(readers, who, roles):
            left = self._added(wrong.passage)
            self._disputes += [Dispute(left, self._added(one.passage), difference) for one, difference in right]

    def _deadlines(self, readers: Sequence[Reader]) -> None:
        told = [one for reader in readers for one in deadlines(reader)][:_DEADLINES]
        told.sort(key=lambda one: one.kind != "by")
        places: dict[int, int] = {}
        for left, right in combinations(range(len(told)), 2):
            difference = apart(told[left], told[right])
            if difference is not None:
                for at in (left, right):
                    if at not in places:
                        places[at] = self._added(told[at].passage)
                self._disputes.append(Dispute(places[left], places[right], difference))
