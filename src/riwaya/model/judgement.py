"""A person's rulings, and what became of them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from riwaya.model.entity import Verdict
from riwaya.model.name import EntityType

PairKind = Literal["story", "event", "claim", "copy"]
RulingKind = Literal[EntityType, PairKind]
Effect = Literal["in-effect", "no-report", "no-name", "no-words", "several", "one-name", "contradicted"]


class Citation(Struct, frozen=True, kw_only=True):
    """A report that a ruling rests on, by its key; ``print`` finds its text again where it has another key.

    ``doc`` is the name that people saw.
    """

    key: str
    doc: str = ""
    print: str = ""


class Anchor(Struct, frozen=True, kw_only=True):
    """Whom a person means, in what outlives every rebuild: names as printed, and reports that have them.

    ``name`` is the name that was shown. With ``only`` those reports alone are meant: others share the name; with
    ``everywhere`` whoever is called just that in any report.
    """

    name: str
    names: tuple[str, ...] = ()
    reports: tuple[Citation, ...] = ()
    only: bool = False
    everywhere: bool = False

    @property
    def shown(self) -> str:
        """The name, with the report where others share it: ``ناجي الحلواني (report.txt)``."""
        return f"{self.name} ({self.where})" if self.where else self.name

    @property
    def where(self) -> str:
        """The report that the name is meant in, where others share it, with the number of further ones."""
        if self.everywhere:
            return "*"
        if not (self.only and self.reports):
            return ""
        more = f" +{len(self.reports) - 1}" if len(self.reports) > 1 else ""
        return f"{' '.join((self.reports[0].doc or self.reports[0].key).split())}{more}"


class Judgement(Struct, frozen=True, kw_only=True):
    """A person's ruling: ``left`` and ``right`` are the same, or different, or ``left`` is called ``right.name``.

    Of names it says who is who; of two reports, whether they tell one ``story``, or whether ``left`` is a ``copy`` of
    ``right``; of two passages, whether they tell one ``event`` or make one ``claim``: each anchor names one report, and
    for passages the words as printed there.

    ``by`` gave it ``at`` a time (ISO, UTC), which is a part of it as its words are; ``id`` follows from all of it.
    """

    id: str
    kind: RulingKind
    verdict: Verdict
    left: Anchor
    right: Anchor
    by: str
    at: str
    why: str = ""


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of a judgement: in effect, or why not; ``left`` and ``right`` are the entities that it is about.

    ``against`` are the ids of the judgements that it contradicts.
    """

    judgement: str
    effect: Effect
    left: str | None = None
    right: str | None = None
    against: tuple[str, ...] = ()
