"""From what a person types to the entity that is meant: an id, a name, or either with the report it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from rapidfuzz import fuzz, process

from riwaya.arabic.letters import fold
from riwaya.errors import RulingError
from riwaya.link.bodies import body_key
from riwaya.link.spellings import parts
from riwaya.model import Entity, EntityType, Report
from riwaya.store import Store
from riwaya.tell.bidi import tame

MOST_SHOWN = 8
AT = "@"
EVERYWHERE = "*"
"""``NAME@*``: whoever is called just that, in any report."""


class Meant(Struct, frozen=True, kw_only=True):
    """An entity that a person may mean, the spelling by which it was found, and the report that they name, if any.

    With ``everywhere`` all are meant who are called just that.
    """

    entity: Entity
    spelling: str
    report: Report | None = None
    everywhere: bool = False


class Entities:
    """The entities of a store, to be found by what people call them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def every(self) -> Sequence[Entity]:
        """All entities, those in most reports first."""
        return self._store.entities()

    def by_id(self, name: str | None) -> Entity | None:
        """Return the entity of that id."""
        return next((one for one in self.every if one.id == name), None)

    def meant(self, told: str) -> list[Meant]:
        """Return whom ``told`` may mean, at most one of each kind.

        It is an id, a name in any spelling (``أحمد الصالح`` finds ``احمد صالح``), or either with the report:
        ``أحمد صالح@report.txt``; ``نيمار@*`` is whoever is called just that, anywhere. Raises RulingError, with those
        who come near and their ids, where none or several bear the name.
        """
        words, report = self._report(told)
        if told.endswith(AT + EVERYWHERE):
            return self._everywhere(told, words)
        among = [one for one in self.every if report is None or report.document.id in one.documents]
        found = [Meant(entity=one, spelling=one.name, report=report) for one in among if one.id == words]
        kinds: tuple[EntityType, ...] = ("person", "organisation", "place")
        for kind in () if found else kinds:
            found += _found(words, [one for one in among if one.type == kind], report)
        if not found:
            raise self._unknown(told, words, report)
        each = {one.entity.type for one in found}
        if len(found) > len(each):
            raise self._ambiguous(told, found)
        return found

    def _everywhere(self, told: str, words: str) -> list[Meant]:
        first: dict[EntityType, Meant] = {}
        for one in self.every:
            spelling = next((name for name in _spellings(one) if fold(name) == fold(words)), None)
            if spelling is not None:
                first.setdefault(one.type, Meant(entity=one, spelling=spelling, everywhere=True))
        if not first:
            raise self._unknown(told, words, None)
        return list(first.values())

    def pair(self, left: str, right: str) -> tuple[Meant, Meant]:
        """Return whom two names mean, both of one kind. Raises RulingError as ``meant`` does, or where kinds differ."""
        first, second = ({one.entity.type: one for one in self.meant(told)} for told in (left, right))
        shared = [kind for kind in first if kind in second]
        if len(shared) == 1:
            return first[shared[0]], second[shared[0]]
        if shared:
            raise self._ambiguous(left, list(first.values()))
        kinds = " and ".join(next(iter(found)) for found in (first, second))
        raise RulingError(f"{left}, {right}", "ruling", f"they are of two kinds: {kinds}", "Rule on two of one kind.")

    def _report(self, told: str) -> tuple[str, Report | None]:
        words, at, doc = told.partition(AT)
        if not at or doc.strip() == EVERYWHERE:
            return words.strip(), None
        report = self._store.report(doc.strip())
        if report is None:
            remedy = "`riwaya show article` lists the reports; write NAME@REPORT with one of those names."
            raise RulingError(doc, "ruling", "no such report in the store", remedy)
        return words.strip(), report

    def _unknown(self, told: str, words: str, report: Report | None) -> RulingError:
        among = [one for one in self.every if report is None or report.document.id in one.documents]
        names = {number: fold(one.name) for number, one in enumerate(among)}
        near = process.extract(fold(words), names, scorer=fuzz.WRatio, limit=5, score_cutoff=60)
        where = "that report" if report else "the store"
        remedy = "`riwaya show people`, `organisations` and `places` list all."
        if near:
            remedy = "Near it are:\n" + self._list([among[number] for _, _, number in near])
        return RulingError(told, "ruling", f"nobody and nothing in {where} is called that", remedy)

    def _ambiguous(self, told: str, found: Sequence[Meant]) -> RulingError:
        remedy = "Give one by its id, or write NAME@REPORT, or NAME@* for all of that name:\n" + self._list(
            [one.entity for one in found]
        )
        return RulingError(told, "ruling", f"{len(found)} bear that name", remedy)

    def _list(self, found: Sequence[Entity]) -> str:
        docs = self._store.names()
        told = [f"{one.id}  {described(one)}; {docs.get(one.documents[0], '')}" for one in found[:MOST_SHOWN]]
        lines = [f"  {tame(line)}" for line in told]
        left = len(found) - MOST_SHOWN
        return "\n".join([*lines, f"  … and {left} more"] if left > 0 else lines)


def described(entity: Entity) -> str:
    """Return a line that tells an entity from its namesakes: name, kind, first title, number of reports."""
    title = entity.roles[0].title if entity.roles else ""
    number = len(entity.documents)
    return ", ".join(filter(None, (entity.name, entity.type, title, f"{number} report{'s' if number > 1 else ''}")))


def _found(words: str, among: Sequence[Entity], report: Report | None) -> list[Meant]:
    """Return those called so, by the surest way in which any are: as printed, folded, another spelling, its parts."""
    key = _parts if among and among[0].type == "person" else body_key
    ways: tuple[tuple[Callable[[Entity], Iterator[str]], Callable[[str], object]], ...] = (
        (_own, str),
        (_own, fold),
        (_spellings, fold),
        (_own, key),
        (_spellings, key),
    )
    for names, alike in ways:
        wanted = alike(words)
        hits = [(one, next((name for name in names(one) if alike(name) == wanted), None)) for one in among]
        found = [Meant(entity=one, spelling=name, report=report) for one, name in hits if name is not None and wanted]
        if found:
            return found
    return []


def _parts(name: str) -> object:
    return parts(name)


def _own(entity: Entity) -> Iterator[str]:
    yield entity.name


def _spellings(entity: Entity) -> Iterator[str]:
    yield entity.name
    yield from entity.variants
