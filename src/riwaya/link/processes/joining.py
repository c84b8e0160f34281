"""The processes of a story: its numbered series, the instances that several reports tell joined, gaps shown as gaps.

Two reports speak of one series if one's name adds nothing that contradicts the other's (الحوار الاستراتيجي, المحادثات
الاستراتيجية); of one instance if the number is the same and the dates can be. Where that leaves two choices, none is
taken: a round of unknown talks is no line of the dossier.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from riwaya.link.digest import Digest
from riwaya.link.processes.instances import Name, Process, Reports
from riwaya.link.processes.series import Series
from riwaya.link.processes.told import Said
from riwaya.model import Instance

_ROUNDS = ("جولة", "مرحلة", "دورة")


def processes(story: str, members: Sequence[int], digests: Sequence[Digest], names: Name) -> tuple[Instance, ...]:
    """Return the instances of a story's numbered series, one process after another, each by number and date.

    ``members`` are indexes of its reports in order of publication. Misses: a series that reports never number; what
    only the reader knows to be a round of it.
    """
    said = [one for at in members for one in _adopted(at, digests[at])]
    found: list[list[Instance]] = []
    for group in _series(said):
        instances = Process(Reports(story, members, digests, names), group).instances()
        if any(one.number for one in instances) and not _first_only(instances):
            found.append(instances)
    return tuple(one for group in sorted(found, key=_weight) for one in group)


def _first_only(found: Sequence[Instance]) -> bool:
    """Say whether all that is told is a first summit or conference: nobody says that it began a series."""
    return found[0].kind in ("summit", "conference") and {one.number for one in found} <= {1, None}


def _weight(group: Sequence[Instance]) -> tuple[int, str, int]:
    docs = {each.doc for one in group for each in one.evidence}
    return -len(docs), group[0].process, group[0].number or 0


# ── one series? ─────────────────────────────────────────────────────────────────────────────────────────────────


def _adopted(at: int, one: Digest) -> Iterator[Said]:
    """Give the instances that name no series the only one of their report: ``الجولة الأولى … والثانية``."""
    named = [sitting.series for sitting in one.talks.sittings if sitting.series is not None and not sitting.series.bare]
    bare = [sitting.series for sitting in one.talks.sittings if sitting.series is not None and sitting.series.bare]
    only = _only(named) if named else _only(bare)
    for sitting in one.talks.sittings:
        own = sitting.series
        if (own is None or own.bare) and only is not None and (own is None or own.sort == only.sort):
            own = only
        if own is not None:
            yield Said(at, sitting, own)


def _only(found: Sequence[Series]) -> Series | None:
    """Return the fullest of series that are all one, ``None`` where they are not."""
    if not found or any(not _same(one, found[0]) for one in found):
        return None
    return max(found, key=lambda one: (len(one.qualities), len(one.parties), one.name))


def _same(one: Series, other: Series) -> bool:
    """Say whether two names are of one series: the shorter one's words stand in the longer."""
    if one.sort != other.sort or (one.parties and other.parties and not set(one.parties) & set(other.parties)):
        return False
    left, right = set(one.qualities), set(other.qualities)
    if one.sort in ("ballot", "trial", "assembly", "summit", "conference"):
        return left == right or (one.sort == "ballot" and (not left or not right))
    return left <= right or right <= left


def _series(said: Sequence[Said]) -> list[list[Said]]:
    """Group what is said by series; what fits two series (``المحادثات``) belongs to none."""
    kinds: list[Series] = []
    counts: Counter[Series] = Counter(one.series for one in said)
    for one in sorted(counts, key=lambda one: (one.bare, -len(one.qualities), -counts[one], one.name, one.parties)):
        kinds.append(one)
    groups: list[list[Series]] = []
    homeless: set[Series] = set()
    for one in kinds:
        fits = [group for group in groups if all(_same(one, other) for other in group)]
        if len(fits) == 1:
            fits[0].append(one)
        elif not fits:
            groups.append([one])
        else:
            homeless.add(one)
    where = {one: number for number, group in enumerate(groups) for one in group}
    found: dict[tuple[int, str], list[Said]] = {}
    for each in said:
        if each.series not in homeless:
            found.setdefault((where[each.series], _family(each.sitting.noun)), []).append(each)
    return [found[key] for key in sorted(found)]


def _family(noun: str) -> str:
    """Rounds and stages of talks are numbered alike (الجولة الثانية, المرحلة الثانية), sessions by themselves."""
    return _ROUNDS[0] if noun in _ROUNDS else noun
