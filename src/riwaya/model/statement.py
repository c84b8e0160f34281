"""Who said what in one report: cue, speaker, chain, occasion and content."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from riwaya.model.span import Span

Mode = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "neutral",
    "affirming",
    "denying",
    "doubting",
    "committing",
    "demanding",
    "warning",
    "conditioning",
    "expecting",
    "announcing",
    "praising",
    "condemning",
    "declining",
]
Modality = Literal["possible", "obliged", "intended", "expected"]
Future = Literal["own", "other"]
SpeakerKind = Literal["person", "office", "government", "document", "unnamed", "collective"]
LinkKind = Literal["agency", "outlet", "office", "document", "person", "unnamed"]


class Cue(Span, frozen=True, kw_only=True):
    """The reporting word: ``قال``, ``مؤكدا``, ``بحسب``, ``:``; its lemma and the stance that it takes."""

    lemma: str
    stance: Stance


class Speaker(Struct, frozen=True, kw_only=True):
    """Who is made responsible for a content; the offsets show where the report last names them.

    ``how`` is ``named``, ``office``, ``pronoun``, ``dropped`` or ``carried``.
    """

    name: str
    kind: SpeakerKind
    start: int | None = None
    end: int | None = None
    how: str = "named"


class Link(Struct, frozen=True, kw_only=True):
    """One link of a chain of transmission; ``inherited`` where an earlier statement or a credit line gives it."""

    name: str
    kind: LinkKind
    start: int | None = None
    end: int | None = None
    inherited: bool = False


class Occasion(Struct, frozen=True, kw_only=True):
    """On what occasion something was said: ``مؤتمر صحفي`` (press conference) in ``place``, as printed.

    ``date`` is the TIMEX3 value of its day, where the report gives one beside it.
    """

    name: str
    start: int | None = None
    end: int | None = None
    date: str | None = None
    place: str | None = None


class Deadline(Span, frozen=True, kw_only=True):
    """The words of a deadline: ``بحلول نهاية العام`` (by the end of the year), preposition and all.

    ``time`` is the index of the time expression in them among the record's ``times``, ``until`` the end of its
    half-open interval, where that is known; an event (``إلى أن يتم الاتفاق``, until there is agreement) has neither.
    """

    time: int | None = None
    until: str | None = None


class Claim(Struct, frozen=True, kw_only=True):
    """What a content claims: ``لن ننسحب قبل نهاية العام`` is negated, its future the speaker's own, with a deadline.

    ``negated`` and ``modality`` are those of the content's main predicate, ``marks`` the words that tell them, in
    text order. ``future`` is there where that predicate is a verb with س, سوف or لن: ``own`` where the speaker tells
    what he or his side will do, else ``other``. ``condition`` is the clause that the claim hangs on, its particle
    included. ``times``, ``figures`` and ``mentions`` are indices into the record's lists: what stands in this content
    and in none nested in it.
    """

    negated: bool = False
    modality: Modality | None = None
    future: Future | None = None
    marks: tuple[Span, ...] = ()
    condition: Span | None = None
    deadline: Deadline | None = None
    times: tuple[int, ...] = ()
    figures: tuple[int, ...] = ()
    mentions: tuple[int, ...] = ()


class Statement(Span, frozen=True, kw_only=True):
    """Content that the report attributes to somebody; ``chain`` is outermost first, the outlet left out.

    ``parent`` is the index of the statement in whose content this one stands; sentences of one long quotation
    share ``quote``. ``candidates`` are possible speakers where agreement and discourse settle none.
    """

    mode: Mode
    cue: Cue
    speaker: Speaker | None = None
    occasion: Occasion | None = None
    chain: tuple[Link, ...] = ()
    parent: int | None = None
    quote: int | None = None
    candidates: tuple[str, ...] = ()
    claim: Claim = Claim()
    by: str = ""


class Said(Span, frozen=True, kw_only=True):
    """A weekday (Monday 0) that a report names; ``kind`` and ``place`` are those of lexicon/weekdaygaps.tsv.

    ``words`` are the telling words of its sentence as ``link`` compares them, ``places`` the places named there.
    """

    weekday: int
    kind: str
    place: str
    words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


class Told(Struct, frozen=True, kw_only=True):
    """A day (ISO) that a report dates something to, the telling words of that sentence and the places in it."""

    day: str
    words: tuple[str, ...]
    places: tuple[str, ...] = ()
