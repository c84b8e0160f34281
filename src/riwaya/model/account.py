"""What several reports say of one claim, and how many independent origins stand behind it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from riwaya.model.entity import Ruled
from riwaya.model.span import Evidence

DetailKind = Literal["number", "date", "place", "actor", "polarity", "modality", "headline", "name", "title", "wording"]
CellVerdict = Literal["says", "lacks", "contradicts"]
MergeReason = Literal["one-origin", "one-occasion", "copied", "one-owner", "one-outlet"]
Unknown = Literal["own-voice", "unnamed", "plural", "no-speaker"]
Caution = Literal["other-party", "only-unnamed", "only-copies", "own-voice-only", "one-origin"]


class Witness(Struct, frozen=True, kw_only=True):
    """One report's telling of a claim: its words, who is made responsible, and where it comes from.

    ``origin`` is the known origin under one name for all reports, else ``unknown`` says why there is none. ``chain``
    are the names of the relays, outermost first, the outlet left out. ``voice`` is who stands behind the origin, by the
    same list; ``group`` numbers the known origins that are counted: witnesses of one number are one. ``near`` is one
    of a known origin whose words stand beside the claim and say something else: it is shown, not counted.
    """

    doc: str
    evidence: Evidence
    outlet: str | None = None
    speaker: str | None = None
    chain: tuple[str, ...] = ()
    occasion: str | None = None
    origin: str | None = None
    kind: str = ""
    unknown: Unknown | None = None
    voice: str | None = None
    group: int | None = None
    near: bool = False
    published: str | None = None


class Merge(Struct, frozen=True, kw_only=True):
    """Reports that count as one witness: all of ``docs`` meet in ``origin``, for ``reason``."""

    docs: tuple[str, ...]
    reason: MergeReason
    origin: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Cell(Struct, frozen=True, kw_only=True):
    """What one witness has of a detail: ``value`` as printed (``None`` where it lacks it)."""

    witness: int
    verdict: CellVerdict
    value: str | None = None
    evidence: Evidence | None = None


class Detail(Struct, frozen=True, kw_only=True):
    """A detail of a claim beside the witnesses; ``cells`` has one for each, ``reason`` says what contradicts."""

    kind: DetailKind
    what: str
    cells: tuple[Cell, ...]
    reason: str = ""

    @property
    def disputed(self) -> bool:
        """Whether witnesses contradict each other in it."""
        return any(cell.verdict == "contradicts" for cell in self.cells)


class Account(Struct, frozen=True, kw_only=True):
    """A claim or event of a story with all who tell it: what each has, lacks, contradicts; how many known origins.

    ``origins`` is a lower bound: the distinct known origins after ``merges``; ``unknown`` counts the witnesses
    without one.
    """

    id: str
    story: str
    event: str
    evidence: tuple[Evidence, ...]
    date: str | None = None
    witnesses: tuple[Witness, ...] = ()
    details: tuple[Detail, ...] = ()
    origins: int = 0
    unknown: int = 0
    merges: tuple[Merge, ...] = ()
    cautions: tuple[Caution, ...] = ()
    rulings: tuple[Ruled, ...] = ()

    @property
    def near(self) -> frozenset[str]:
        """The known origins that are listed and say something else beside the claim."""
        return frozenset(one.origin for one in self.witnesses if one.near and one.origin)
