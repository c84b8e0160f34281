"""What stands in one report of a story and is not of it: news of the day beside, an aside about another country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from riwaya.link.likeness import Told

REPORTS = 20  # of a story from which on its words tell what it is about
SHARED = 3  # reports that must have a word or name
SHARE = 0.1  # of a clause's rare words that the story's other reports must have


def of_the_story(groups: Sequence[list[Told]], reports: int) -> list[list[Told]]:
    """Leave out the events that one report alone tells, not as its lead, in words and names that hardly another has.

    ``تراجعت الليرة الاثنين`` (the lira fell on Monday) in a press review is no event of the dam's story.
    """
    if reports < REPORTS:
        return list(groups)
    counts: Counter[str] = Counter()
    for words in _by_report(groups):
        counts.update(words)
    return [group for group in groups if _of_story(group, counts)]


def _by_report(groups: Sequence[list[Told]]) -> Iterator[set[str]]:
    found: dict[int, set[str]] = {}
    for group in groups:
        for one in group:
            found.setdefault(one.report, set()).update(one.words.weights, one.names, one.where)
    yield from found.values()


def _of_story(group: Sequence[Told], counts: Counter[str]) -> bool:
    if len({one.report for one in group}) > 1 or any(one.happening.main for one in group):
        return True
    if any(counts[name] >= SHARED for one in group for name in (*one.names, *one.where)):
        return True
    known = sum(weight for one in group for word, weight in one.words.weights.items() if counts[word] >= SHARED)
    return known > SHARE * sum(one.words.total for one in group)
