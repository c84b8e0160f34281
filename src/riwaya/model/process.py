"""Series with numbered instances, and undertakings with what became of them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from riwaya.model.span import Evidence

InstanceStatus = Literal["done", "planned", "not-reported"]
Change = Literal["made", "repeated", "sharpened", "superseded", "kept", "broken"]


class Calling(Struct, frozen=True, kw_only=True):
    """What one report calls an instance of a process, and the date (TIMEX3) and place that it gives there."""

    name: str
    date: str | None = None
    where: str | None = None
    evidence: Evidence


class Instance(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """One of a named series: a round of talks, a session, a summit, a ballot.

    ``process`` names the series. Where reports of one number differ in the day, ``date`` is what they agree on, else
    ``None``, and ``called`` tells which report says what. ``inferred`` lists the fields that no report says in so many
    words. ``status`` is ``None`` where nothing says whether it has taken place. A gap in the numbering (``status``
    ``not-reported``) has the numbers ``number`` to ``last``, and as evidence the instance that follows it.
    ``under`` is the agreement that the series stands under, where a report of it says so.
    """

    story: str
    process: str
    kind: str
    number: int | None = None
    last: int | None = None
    name: str = ""
    date: str | None = None
    from_: str | None = None
    until: str | None = None
    status: InstanceStatus | None = None
    where: tuple[str, ...] = ()
    online: bool = False
    heads: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    called: tuple[Calling, ...] = ()
    under: Calling | None = None
    evidence: tuple[Evidence, ...] = ()


class Turn(Struct, frozen=True, kw_only=True):
    """What a report adds to a commitment: made, repeated, sharpened, superseded, kept or broken, and in which words.

    ``by`` is the deadline (TIMEX3, else as printed) that it gives, ``said_by`` who says so; None where the outlet does.
    """

    change: Change
    date: str | None = None
    by: str | None = None
    said_by: str | None = None
    text: str = ""
    evidence: Evidence


class Commitment(Struct, frozen=True, kw_only=True):
    """What somebody undertook: who, what, by when, on what condition, and what became of it in later reports.

    ``by`` is the last deadline given (TIMEX3, else as printed). ``status`` is ``kept`` or ``broken`` only where a
    report says so, else the weightiest change of its terms; ``made`` claims nothing more than that it was undertaken.
    """

    story: str
    who: tuple[str, ...]
    what: str
    by: str | None = None
    condition: str | None = None
    status: Change = "made"
    history: tuple[Turn, ...] = ()
    evidence: tuple[Evidence, ...] = ()
