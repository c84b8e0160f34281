"""One saying that several reports tell: the same actor's same words of one day are one position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from riwaya.link.positions.sayings import Saying

RETOLD = 0.6  # share of the shorter's words in common with what it may tell again
BOTH = 0.35  # and of the words of both
VERBATIM = 0.7  # of all words: the same words, whoever the report says them of and whenever it appeared
DAYS = 2  # days within which a report may tell it again without dating it


class Told(Struct):
    """A saying with every report that tells it, the fullest first."""

    sayings: list[Saying]

    @property
    def best(self) -> Saying:
        """The saying whose words are shown."""
        return self.sayings[0]


def joined(found: Iterable[Saying]) -> list[Told]:
    """Return the sayings of one matter with those that only tell one again joined to it, in order of time."""
    told: list[Told] = []
    having: dict[str, list[int]] = {}
    for one in found:
        shared = Counter(at for key in one.terms.keys for at in having.get(key, ()))
        same = next((at for at in sorted(shared) if shared[at] > 1 and _again(one, told[at].best)), None)
        if same is not None:
            told[same].sayings.append(one)
            continue
        for key in one.terms.keys:
            having.setdefault(key, []).append(len(told))
        told.append(Told([one]))
    for each in told:
        first = min((one.day for one in each.sayings), key=lambda day: (day.value or "9999", not day.own))
        each.sayings.sort(key=lambda one: (one.title, one.day != first, -len(one.terms.keys), one.at, one.start))
    return sorted(told, key=lambda each: order(each.best))


def order(one: Saying) -> tuple[str, bool, int, int]:
    """Return what sorts sayings in time: what was said before a day comes before what was said on it."""
    return one.day.value or "9999", not one.day.earlier, one.at, one.start


def _again(one: Saying, other: Saying) -> bool:
    """Say whether a report tells again what another has: on its day, or word by word without a day of its own."""
    left, right = one.terms.keys, other.terms.keys
    shared = len(left & right)
    if shared < 2:
        return False
    if shared >= VERBATIM * len(left | right) and not (one.day.own and other.day.own and _apart(one, other)):
        return True
    if one.day.earlier != other.day.earlier:
        return False
    if one.actor.speaker != other.actor.speaker and other.actor.side not in (one.actor.speaker, other.actor.speaker):
        return False
    if _apart(one, other) > (0 if one.day.own and other.day.own else DAYS):
        return False
    return shared >= RETOLD * min(len(left), len(right)) and shared >= BOTH * len(left | right)


def _apart(one: Saying, other: Saying) -> int:
    """Return the days between two sayings; of coarser or unknown days, none where they may be one."""
    left, right = one.day.value or "", other.day.value or ""
    if "X" in left + right:  # a weekday of no known week
        return DAYS + 1
    if len(left) < 10 or len(right) < 10:
        return 0 if left[: len(right)] == right[: len(left)] else DAYS + 1
    return abs(date.fromisoformat(left[:10]).toordinal() - date.fromisoformat(right[:10]).toordinal())
