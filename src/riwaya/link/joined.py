"""Which numbers have been joined, directly or by others."""

from __future__ import annotations

from collections.abc import Iterable


class Joined:
    """Sets of numbers that grow together; a number that nobody joined is a set of its own."""

    def __init__(self) -> None:
        self._sets: dict[int, set[int]] = {}

    def join(self, numbers: Iterable[int]) -> None:
        """Make one set of all the numbers and of those joined to them before."""
        sets = {id(one): one for one in (self._sets.setdefault(number, {number}) for number in numbers)}
        if len(sets) < 2:
            return
        every = set().union(*sets.values())
        self._sets.update(dict.fromkeys(every, every))

    def members(self, number: int) -> set[int]:
        """Return all that are joined to the number, itself among them."""
        return self._sets.get(number) or {number}

    def together(self, numbers: Iterable[int]) -> set[int]:
        """Return all that are joined to any of the numbers; each set is looked at once, however many are in it."""
        return set().union(*{id(one): one for one in map(self.members, numbers)}.values())

    def among(self, numbers: Iterable[int]) -> list[list[int]]:
        """Return the numbers in blocks of those that are joined, each in order, by the first number of each."""
        met: set[int] = set()
        found: list[list[int]] = []
        for number in numbers:
            if number not in met:
                found.append(sorted(self.members(number)))
                met.update(found[-1])
        return found

    def lists(self) -> list[list[int]]:
        """Return every set of two or more, each in order, by their first numbers."""
        return sorted(sorted(one) for one in {id(one): one for one in self._sets.values()}.values() if len(one) > 1)
