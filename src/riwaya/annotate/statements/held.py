"""Which statement's content an annotation stands in."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import Span, Statement


def held(statements: Sequence[Statement], items: Sequence[Span]) -> list[tuple[int, ...]]:
    """Return for each statement the indices of the items in its content, each item with one statement only.

    An item belongs to the shortest content that holds it whole, the first of equals: in ``قال إن الوزير أكد أن 300 جندي
    عادوا`` (he said that the minister confirmed that 300 soldiers returned) the figure is the minister's.
    The items come in text order, as the record has them.
    """
    found: list[list[int]] = [[] for _ in statements]
    waiting = sorted(range(len(statements)), key=lambda at: statements[at].start, reverse=True)
    begun: list[int] = []
    for number, item in enumerate(items):
        while waiting and statements[waiting[-1]].start <= item.start:
            begun.append(waiting.pop())
        begun = [at for at in begun if statements[at].end > item.start]
        holding = [at for at in begun if statements[at].end >= item.end]
        if holding:
            found[min(holding, key=lambda at: (statements[at].end - statements[at].start, at))].append(number)
    return [tuple(numbers) for numbers in found]
