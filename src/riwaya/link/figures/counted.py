"""A figure as a count: what is counted, its fate, of which event, as part of what, by whom."""

from __future__ import annotations

from msgspec import Struct

from riwaya.link.figures.befallen import Fate
from riwaya.link.figures.setting import Setting
from riwaya.model import Evidence, Figure


class Counted(Struct, frozen=True, kw_only=True):
    """A figure where it stands, with what tells which count it is.

    ``part``: it is a part of another count (``بينهم``); ``whole`` is that figure (``2500 من أصل 3500``), ``total`` says
    that it is one. ``prior``: an earlier count told as such, or one on top of it; ``announced``: one that had been
    announced; ``risen``: it is told to have risen to that. ``joined``: somebody stands before it (``ضابط وثلاثة
    جنود``). ``but``: some are counted apart (``أحدهم المهاجم``, ``إضافة إلى الطاقم``). ``alone``: its sentence counts
    its noun but once. ``pointing``: it is of what the report tells of (``أسفر الهجوم عن``), ``scattered``: of several
    such, ``anew``: of one not told of before. ``by`` counts, ``origin`` is where that comes from. ``completed``: what
    is counted, as words beside it tell; ``share``: what a share is of.
    """

    figure: Figure
    evidence: Evidence
    text: str
    outlet: str | None
    as_of: str | None
    by: str | None
    spoken: bool
    origin: str | None
    series: str
    group: str
    fate: Fate | None
    setting: Setting
    sentence: int
    lead: bool
    headline: bool
    part: bool
    whole: Figure | None
    total: bool
    prior: bool
    announced: bool
    but: bool
    alone: bool
    pointing: bool
    scattered: bool
    anew: bool
    risen: bool
    joined: bool
    before: tuple[str, ...]
    preceding: frozenset[str]
    opening: frozenset[str]
    where: tuple[str, ...]
    completed: str
    share: str

    def outdates(self, other: Counted) -> bool:
        """Say whether the other count had been announced before this one, which is as high: a toll has risen."""
        return other.announced and (other.figure.number or 0) <= (self.figure.number or 0)
