"""The processes of a story: its numbered series, the instances that several reports tell joined, gaps shown as gaps.

Two reports speak of one series if one's name adds nothing that contradicts the other's (الحوار الاستراتيجي, المحادثات
الاستراتيجية); of one instance if the number is the same and the dates can be. Where that leaves two choices, none is
taken: a round of unknown talks is no line of the dossier.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from riwaya.link.digest import Digest
from riwaya.link.parties import lands_by_name
from riwaya.link.processes.instances import Name, Process, Reports
from riwaya.link.processes.nouns import said as words
from riwaya.link.processes.series import Series
from riwaya.link.processes.told import Said
from riwaya.link.terms import stem
from riwaya.model import Instance

TELLING = 10  # a number so high is of one series of its sort in a story
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
    left, right = _own(one), _own(other)
    if one.sort in ("ballot", "assembly") and left - _nations() and not (left & _nations() and right & _nations()):
        return left - _nations() == right - _nations()  # الانتخابات الرئاسية (المصرية) in one story
    if one.sort in ("ballot", "trial", "assembly", "summit", "conference"):
        return left == right or (one.sort == "ballot" and (not left or not right))
    return left <= right or right <= left


@cache
def _nations() -> frozenset[str]:
    """Return the stems of the names and adjectives of countries."""
    return frozenset(stem(word) for name in lands_by_name() for word in name.split())


def _own(one: Series) -> set[str]:
    """Return the words of a name without those of who holds it: ``مجلس (الأمم المتحدة) لحقوق الإنسان``."""
    kept = set(one.qualities) - {stem(word) for word in words("patron")}
    return kept or set(one.qualities)


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
            found.setdefault((where[each.series], _family(each)), []).append(each)
    return _numbered_alike([found[key] for key in sorted(found)])


def _numbered_alike(groups: Sequence[list[Said]]) -> list[list[Said]]:
    """Join summits or sessions of one high number in one story: ``القمة العربية الـ29``, ``القمة الـ29``."""
    kept: list[list[Said]] = []
    for group in groups:
        own = _high(group)
        same = next((other for other in kept if own and own & _high(other) and _sort(other) == _sort(group)), None)
        if same is None:
            kept.append(group)
        else:
            same += group
    return kept


def _high(group: Sequence[Said]) -> set[int]:
    return {one.sitting.number for one in group if one.sitting.number and one.sitting.number >= TELLING}


def _sort(group: Sequence[Said]) -> str:
    return group[0].series.sort


def _family(one: Said) -> str:
    """Rounds and stages of talks are numbered alike (الجولة الثانية, المرحلة الثانية), sessions by themselves."""
    if one.series.sort == "summit":
        return "summit"  # اجتماع القمة الثالث is القمة الثالثة
    return _ROUNDS[0] if one.sitting.noun in _ROUNDS else one.sitting.noun
