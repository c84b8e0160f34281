"""Every noun of Riwaya, as frozen structs: read these files first, in the order of the pipeline.

Read: ``document``. Annotate: ``time``, ``name``, ``statement``, ``report``. Link: ``entity``, ``story``, ``process``,
``counts``, ``position``, ``account``, ``source``, ``links``. A person's rulings: ``judgement``.

Offsets are half-open code points into ``Document.text``; that text is never changed.
A time value is a TIMEX3 value (``2021-07-26``, ``2020-06``, ``PAST_REF`` …); ``from_`` and ``until`` (``from`` and
``until`` in JSON) bound the half-open interval that it denotes, as ISO dates or date-times.
``by`` names the rule or model, with its version, that made an annotation: ``times/weekday-date@1``.
"""

from __future__ import annotations

from riwaya.model.account import (
    Account,
    Caution,
    Cell,
    CellVerdict,
    Detail,
    DetailKind,
    Merge,
    MergeReason,
    Unknown,
    Witness,
)
from riwaya.model.counts import Count, FigureSeries, FigureVerdict, Rivals
from riwaya.model.document import (
    Basis,
    Document,
    Failure,
    Frame,
    FrameKind,
    Furniture,
    FurnitureKind,
    Outlet,
    OutletBasis,
    Published,
    Stage,
)
from riwaya.model.entity import Conflict, Entity, Ruled, Tenure, Verdict
from riwaya.model.judgement import Anchor, Citation, Effect, Judgement, Outcome, PairKind, RulingKind
from riwaya.model.links import Lines, Links, Streamed, Window
from riwaya.model.name import EntityType, Mention, MentionType, Named, Names, Person, RoleMention
from riwaya.model.position import Position, PositionKind, Shift
from riwaya.model.process import Calling, Change, Commitment, Instance, InstanceStatus, Turn
from riwaya.model.report import Annotations, Clues, Report, Sentence
from riwaya.model.source import Copy, CopyBasis, CopyKind, Origin, OriginKind, Passage, SourceProfile
from riwaya.model.span import Evidence, Span
from riwaya.model.statement import (
    Claim,
    Cue,
    Deadline,
    Future,
    Link,
    LinkKind,
    Modality,
    Mode,
    Occasion,
    Said,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
    Told,
)
from riwaya.model.story import Came, Entry, Headline, Neighbour, Part, Precision, Status, Story
from riwaya.model.time import Figure, Relation, Time, TimexType

__all__ = [
    "Account",
    "Anchor",
    "Annotations",
    "Basis",
    "Calling",
    "Came",
    "Caution",
    "Cell",
    "CellVerdict",
    "Change",
    "Citation",
    "Claim",
    "Clues",
    "Commitment",
    "Conflict",
    "Copy",
    "CopyBasis",
    "CopyKind",
    "Count",
    "Cue",
    "Deadline",
    "Detail",
    "DetailKind",
    "Document",
    "Effect",
    "Entity",
    "EntityType",
    "Entry",
    "Evidence",
    "Failure",
    "Figure",
    "FigureSeries",
    "FigureVerdict",
    "Frame",
    "FrameKind",
    "Furniture",
    "FurnitureKind",
    "Future",
    "Headline",
    "Instance",
    "InstanceStatus",
    "Judgement",
    "Lines",
    "Link",
    "LinkKind",
    "Links",
    "Mention",
    "MentionType",
    "Merge",
    "MergeReason",
    "Modality",
    "Mode",
    "Named",
    "Names",
    "Neighbour",
    "Occasion",
    "Origin",
    "OriginKind",
    "Outcome",
    "Outlet",
    "OutletBasis",
    "PairKind",
    "Part",
    "Passage",
    "Person",
    "Position",
    "PositionKind",
    "Precision",
    "Published",
    "Relation",
    "Report",
    "Rivals",
    "RoleMention",
    "Ruled",
    "RulingKind",
    "Said",
    "Sentence",
    "Shift",
    "SourceProfile",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stage",
    "Stance",
    "Statement",
    "Status",
    "Story",
    "Streamed",
    "Tenure",
    "Time",
    "TimexType",
    "Told",
    "Turn",
    "Unknown",
    "Verdict",
    "Window",
    "Witness",
]
