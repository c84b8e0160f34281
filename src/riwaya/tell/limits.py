"""How much one page holds, so that a store of thousands of reports still makes a page that opens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from riwaya.model import Account


class Limits(Struct, frozen=True, kw_only=True):
    """The most of each kind, in one story and in all; ``witnesses`` are those of all accounts of a story."""

    stories: int = 25
    articles: int = 40
    articles_in_all: int = 100
    letters: int = 30_000
    rows: int = 250
    rows_in_all: int = 1000
    accounts: int = 60
    witnesses: int = 400
    people: int = 80
    people_in_all: int = 300
    least: int = 25

    def shared(self, stories: int, rank: int = 0) -> Limits:
        """Return the limits of the story of that ``rank`` (the largest is 0) where ``stories`` share the page.

        Rows and people are shared evenly; of accounts, the heaviest to show, the second story has half of the first's
        room, the third a third.
        """
        rows = max(self.least, self.rows_in_all // max(stories, 1))
        people = max(self.least // 2, self.people_in_all // max(stories, 1))
        return replace(
            self,
            rows=min(self.rows, rows),
            people=min(self.people, people),
            accounts=max(self.accounts // (rank + 1), self.least // 5),
            witnesses=max(self.witnesses // (rank + 1), self.least),
        )

    def within(self, accounts: Sequence[Account]) -> tuple[Account, ...]:
        """Return the first accounts, as many as there is room for with all their witnesses, one at least."""
        taken = accumulate(len(one.witnesses) for one in accounts)
        room = sum(number <= self.witnesses for number in taken)
        return tuple(accounts[: min(max(room, 1), self.accounts, self.rows)])
