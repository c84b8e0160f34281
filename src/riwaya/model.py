"""Every noun of Riwaya, as frozen structs: read this file first.

Offsets are half-open code points into ``Document.text``; that text is never changed.
A time value is a TIMEX3 value (``2021-07-26``, ``2020-06``, ``PAST_REF`` …); ``from_`` and ``until`` (``from`` and
``until`` in JSON) bound the half-open interval that it denotes, as ISO dates or date-times.
``by`` names the rule or model, with its version, that made an annotation: ``times/weekday-date@1``.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Basis = Literal["given", "stated", "inferred"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Relation = Literal["exactly", "about", "at-least", "at-most", "more-than", "less-than", "between", "vague"]
MentionType = Literal["PER", "ORG", "LOC", "NORP", "NOUN", "TITLE"]
EntityType = Literal["person", "organisation", "place"]
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
FurnitureKind = Literal[
    "related", "share", "url", "caption", "sidebar", "headline", "recurring", "other-article", "navigation"
]
FrameKind = Literal["section", "dateline", "byline", "credit", "date", "brand"]
OutletBasis = Literal["given", "dateline", "credit", "brand"]
Stage = Literal["read", "annotate", "link", "store"]
Precision = Literal["minute", "part-of-day", "day", "week", "month", "quarter", "year", "unknown"]
Status = Literal["done", "under-way", "planned", "conditional", "denied"]
InstanceStatus = Literal["done", "planned", "not-reported"]
Change = Literal["made", "repeated", "sharpened", "superseded", "kept", "broken"]
FigureVerdict = Literal["one", "agree", "rises", "falls", "conflict"]
DetailKind = Literal["number", "date", "place", "actor", "polarity", "modality", "headline", "name", "title", "wording"]
CellVerdict = Literal["says", "lacks", "contradicts"]
MergeReason = Literal["one-origin", "one-occasion", "copied", "one-owner", "one-outlet"]
Unknown = Literal["own-voice", "unnamed", "plural", "no-speaker"]
Caution = Literal["other-party", "only-unnamed", "only-copies", "own-voice-only", "one-origin"]
PositionKind = Literal[
    "commits",
    "demands",
    "refuses",
    "denies",
    "expects",
    "conditions",
    "warns",
    "praises",
    "condemns",
    "holds",
]
Shift = Literal["first", "repeats", "adds", "sharpens", "softens", "reverses"]
CopyKind = Literal["whole", "edited", "part", "quotation"]
CopyBasis = Literal["both-credit", "one-credits", "cites", "published", "ruled", "unknown"]
Verdict = Literal["same", "different", "renamed"]
PairKind = Literal["story", "event", "claim", "copy"]
RulingKind = Literal[EntityType, PairKind]
Effect = Literal["in-effect", "no-report", "no-name", "no-words", "several", "one-name", "contradicted"]


class Span(Struct, frozen=True, kw_only=True):
    """A stretch of ``Document.text``, half-open, in code points."""

    start: int
    end: int


# ── what was read ───────────────────────────────────────────────────────────────────────────────────────────────


class Furniture(Span, frozen=True, kw_only=True):
    """Text that is on the page and not of the article: ``اقرأ أيضاً: …`` (read also). Nothing is extracted from it."""

    kind: FurnitureKind
    by: str = ""


class Frame(Span, frozen=True, kw_only=True):
    """Text of the article that is not its content: section line, dateline, byline, credit line."""

    kind: FrameKind
    by: str = ""


class Outlet(Struct, frozen=True, kw_only=True):
    """Who published the report, as printed, and where that is read from."""

    name: str
    basis: OutletBasis
    start: int | None = None
    end: int | None = None


class Published(Struct, frozen=True, kw_only=True):
    """When the report appeared: a TIMEX3 date or date-time as coarse as the evidence, and that evidence.

    ``trace`` says in one English line how the value follows; ``rivals`` are the values that other clues speak for;
    ``others`` are the document ids of the reports that date this one, where its own words don't.
    """

    value: str
    basis: Basis
    evidence: tuple[Span, ...] = ()
    trace: str = ""
    rivals: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class Document(Struct, frozen=True, kw_only=True):
    """One version of one report, as read.

    ``key`` is the report (source and URL, path or record id); ``id`` is this version of it: a hash of key, title
    and text. ``doc`` is the short name that people see (file name, record id or URL). ``given`` is the publication
    time that metadata claims, ``crawled`` when somebody came by and found it published, both as ISO; ``published`` is
    what reading alone can say (given or stated); inference belongs to ``annotate``. ``notes`` tell the user what was
    odd: ``decoded as windows-1256``.
    """

    id: str
    key: str
    doc: str
    text: str
    url: str | None = None
    title: Span | None = None
    outlet: Outlet | None = None
    author: str | None = None
    given: str | None = None
    crawled: str | None = None
    published: Published | None = None
    furniture: tuple[Furniture, ...] = ()
    frame: tuple[Frame, ...] = ()
    headings: tuple[Span, ...] = ()
    language: str = "ar"
    notes: tuple[str, ...] = ()


class Failure(Struct, frozen=True, kw_only=True):
    """A report that a stage could not take, and why; the run goes on without it."""

    doc: str
    key: str
    stage: Stage
    reason: str


# ── what one report says (annotate) ─────────────────────────────────────────────────────────────────────────────


class Sentence(Span, frozen=True, kw_only=True):
    """A sentence of the title or the body; ``paragraph`` counts from 0, the title is paragraph -1."""

    paragraph: int


class Time(Span, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A time expression resolved to a TIMEX3 value: ``مساء الأربعاء`` → TIME ``2021-07-28TEV``.

    ``anchor`` is the value, or the word of the event, it was reckoned from, ``rule`` how; an unresolvable expression
    has value ``None``.
    """

    type: TimexType
    value: str | None
    mod: str | None = None
    from_: str | None = None
    until: str | None = None
    anchor: str | None = None
    rule: str = ""
    by: str = ""


class Figure(Span, frozen=True, kw_only=True):
    """A counted quantity: ``نحو 3500 جندي`` → about 3500 of ``جندي``; ``upper`` closes a ``between``."""

    number: float | int | None
    relation: Relation
    counted: str
    upper: float | int | None = None
    by: str = ""


class Mention(Span, frozen=True, kw_only=True):
    """A name in the text; ``entity`` is the fullest name in this report of whom or what it names."""

    type: MentionType
    entity: str
    by: str = ""


class RoleMention(Span, frozen=True, kw_only=True):
    """A title that the report gives a person, as printed, where it stands."""

    title: str
    person: str


class Person(Struct, frozen=True, kw_only=True):
    """A person of one report: fullest name, other spellings and forms, every title the report gives."""

    name: str
    variants: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    gender: Literal["m", "f"] | None = None
    role_mentions: tuple[RoleMention, ...] = ()


class Named(Struct, frozen=True, kw_only=True):
    """An organisation or place of one report; ``kind`` refines it: ``agency``, ``ministry``, ``country``, ``city``."""

    name: str
    variants: tuple[str, ...] = ()
    kind: str | None = None
    country: str | None = None


class Names(Struct, frozen=True, kw_only=True):
    """What the names stage finds in one report."""

    mentions: tuple[Mention, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()


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


class Clues(Struct, frozen=True, kw_only=True):
    """What one report gives to the dating of a batch: its own date, its telling words, and the days that it names.

    ``words`` are stems, the most telling first, ``weights`` their parts of a unit vector in thousandths; ``said`` and
    ``printed`` (the words as they stand in the text) are there where the report's own words give no day, ``told``
    where they do.
    """

    id: str
    key: str
    doc: str
    outlet: str = ""
    published: Published | None = None
    crawled: str | None = None
    words: tuple[str, ...] = ()
    weights: tuple[int, ...] = ()
    printed: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()
    told: tuple[Told, ...] = ()


class Annotations(Struct, frozen=True, kw_only=True):
    """The annotation record of one report: one line of ``riwaya annotate``."""

    doc: str
    id: str
    outlet: Outlet | None = None
    title: Span | None = None
    published: Published | None = None
    furniture: tuple[Furniture, ...] = ()
    frame: tuple[Frame, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    mentions: tuple[Mention, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    statements: tuple[Statement, ...] = ()
    notes: tuple[str, ...] = ()


# ── what many reports say together (link) ───────────────────────────────────────────────────────────────────────


class Report(Struct, frozen=True, kw_only=True):
    """A document with its annotations: what ``link`` and ``tell`` work on."""

    document: Document
    annotations: Annotations


class Evidence(Struct, frozen=True, kw_only=True):
    """The words that a line of the dossier rests on; ``doc`` is a document id (version)."""

    doc: str
    start: int
    end: int


class Tenure(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A title observed for a person, first and last date of the reports that give it (never a term of office)."""

    title: str
    of: str | None = None
    from_: str | None = None
    until: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Ruled(Struct, frozen=True, kw_only=True):
    """The mark that a person's ruling leaves on an entity: what was ruled of whom, by whom, when (ISO) and why.

    ``left_in`` and ``right_in`` name the report that the name is meant in, where others share it.
    """

    id: str
    verdict: Verdict
    left: str
    right: str
    by: str
    at: str
    why: str = ""
    left_in: str = ""
    right_in: str = ""


class Conflict(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A title of a person that cannot be true together with ``other``, as reports of those days give both.

    ``holder`` is the other person who is given the office, empty where it is one person with two offices.
    ``evidence`` is for the title, ``against`` for the other.
    """

    title: str
    other: str
    holder: str = ""
    from_: str | None = None
    until: str | None = None
    evidence: tuple[Evidence, ...] = ()
    against: tuple[Evidence, ...] = ()


class Entity(Struct, frozen=True, kw_only=True):
    """A person, organisation or place across reports, with every spelling; ``slips`` are likely misspellings.

    ``romanised`` is the name in Latin letters, for a country or body its English name; ``romanised_by`` is ``lexicon``,
    or ``guess`` where some part of it is listed nowhere. ``countries`` are ISO 3166-1 codes by a person's titles.
    """

    id: str
    type: EntityType
    name: str
    romanised: str = ""
    romanised_by: str = ""
    countries: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()
    roles: tuple[Tenure, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    documents: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rulings: tuple[Ruled, ...] = ()


class Part(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A sub-story: reports of a story that are closer to each other than to the rest of it."""

    title: str
    from_: str | None = None
    until: str | None = None
    documents: tuple[str, ...] = ()


class Neighbour(Struct, frozen=True, kw_only=True):
    """Another story that is near a story and apart from it, and the people, places and headline words of both."""

    story: str
    title: str
    shared: tuple[str, ...] = ()


class Story(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Reports that belong together; ids of documents in order of publication, unknown dates last."""

    id: str
    title: str
    from_: str | None = None
    until: str | None = None
    documents: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rulings: tuple[Ruled, ...] = ()


class Came(Struct, frozen=True, kw_only=True):
    """How an event came to be told: the first report that gives it this status, and that report's day."""

    status: Status
    date: str | None = None
    evidence: Evidence


class Entry(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A line of a story's timeline: something dated that one or more reports tell.

    ``who`` did it, to ``whom``, both only where the grammar of a clause tells. ``came`` is there where reports differ
    in its status: planned in one, done in the next, in order of publication. ``background`` marks what was over long
    before the story began. ``inferred`` are the documents (among those of ``evidence``) that give it no date and were
    joined to it by what they tell.
    """

    story: str
    date: str
    from_: str | None = None
    until: str | None = None
    precision: Precision = "unknown"
    status: Status = "done"
    type: str = ""
    what: str = ""
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    first: str = ""
    background: bool = False
    came: tuple[Came, ...] = ()
    inferred: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rulings: tuple[Ruled, ...] = ()


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


class Count(Struct, frozen=True, kw_only=True):
    """A figure as one report gives it; ``by`` counts (``None``: the outlet itself), ``origin`` is where it comes from.

    ``number`` is ``None`` where the report gives none (``عشرات``, dozens): nothing is read into that. ``counted`` is
    the noun as printed, ``as_of`` the TIMEX3 value of the day that the count is of, ``published`` that of the report.
    """

    number: float | int | None
    evidence: Evidence
    counted: str = ""
    relation: Relation = "exactly"
    upper: float | int | None = None
    outlet: str | None = None
    by: str | None = None
    origin: str | None = None
    as_of: str | None = None
    published: str | None = None


class Rivals(Struct, frozen=True, kw_only=True):
    """Two counts of a series (their places in ``counts``) that cannot both be true, and why.

    ``closed``: the number stood from the start. ``below``: a later report has fewer than an earlier one. ``beside``:
    two outlets differ within the hour. ``day``: on one day. ``voices``: one report sets two voices against each other.
    """

    left: int
    right: int
    reason: str


class FigureSeries(Struct, frozen=True, kw_only=True):
    """Counts of one thing by the reports of a story, in order of time: ``what`` of which whole (``of``), where.

    ``fate`` is what befell the counted (lexicon/fates.tsv). ``low`` and ``high`` are the conservative and the high
    value of the last day. ``part_of`` is the ``id`` of the series that this one is a part of.
    """

    id: str
    story: str
    what: str
    of: str | None = None
    fate: str | None = None
    where: tuple[str, ...] = ()
    verdict: FigureVerdict = "one"
    low: float | int | None = None
    high: float | int | None = None
    part_of: str | None = None
    counts: tuple[Count, ...] = ()
    rivals: tuple[Rivals, ...] = ()


class Witness(Struct, frozen=True, kw_only=True):
    """One report's telling of a claim: its words, who is made responsible, and where it comes from.

    ``origin`` is the known origin under one name for all reports, else ``unknown`` says why there is none. ``chain``
    are the names of the relays, outermost first, the outlet left out.
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


class Position(Struct, frozen=True, kw_only=True):
    """What an actor said on one matter on a day; ``shift`` against the earlier words that ``against`` shows.

    ``who`` is the side that is spoken for (a country by its offices), else the speaker; ``speaker`` who said it.
    ``earlier`` words were said some time before ``date``. ``contradicts`` are earlier words of the same speaker that
    cannot stand beside it. ``evidence`` has every report that tells it, the fullest words first.
    """

    story: str
    who: str
    matter: str
    date: str | None
    kind: PositionKind
    text: str
    evidence: tuple[Evidence, ...]
    speaker: str | None = None
    earlier: bool = False
    stance: Stance = "neutral"
    negated: bool = False
    deadline: str | None = None
    condition: str | None = None
    occasion: str | None = None
    origin: str | None = None
    shift: Shift = "first"
    against: Evidence | None = None
    contradicts: tuple[Evidence, ...] = ()


class Passage(Struct, frozen=True, kw_only=True):
    """Words of one report beside those of another; ``same`` is how many of them are equal."""

    doc: Evidence
    original: Evidence
    same: int = 0


class Copy(Struct, frozen=True, kw_only=True):
    """A judgement that one report's text is taken from another's, or both from a third; ``score`` is the shared part.

    ``kind``: ``whole``, ``edited`` (most of one of them), ``part``, or ``quotation``: they share only what one
    speaker said, one origin and no copy. ``basis`` tells how it is
    known who was first: both or one of them ``third`` (an agency) credit, ``doc`` cites the paper, it was
    ``published`` on a later day, or a person ``ruled`` it; where it is ``unknown``, ``original`` is only the first in
    order. ``same_outlet``: two records of one outlet, which are no two witnesses anyway.
    """

    doc: str
    original: str
    score: float
    kind: CopyKind = "part"
    basis: CopyBasis = "unknown"
    third: str | None = None
    same_outlet: bool = False
    passages: tuple[Passage, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rulings: tuple[Ruled, ...] = ()


class SourceProfile(Struct, frozen=True, kw_only=True):
    """What an outlet rests on in one story: own reporting, named origins, unnamed sources, copied text."""

    story: str
    outlet: str
    documents: int = 0
    statements: int = 0
    own: int = 0
    chains: dict[str, int] = {}
    unnamed: int = 0
    copies: tuple[Copy, ...] = ()
    evidence: tuple[Evidence, ...] = ()


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


class Links(Struct, frozen=True, kw_only=True):
    """Everything that ``link`` derives from a set of reports; ``outcomes`` tell what became of a person's rulings."""

    stories: tuple[Story, ...] = ()
    entities: tuple[Entity, ...] = ()
    timeline: tuple[Entry, ...] = ()
    sources: tuple[SourceProfile, ...] = ()
    processes: tuple[Instance, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    figures: tuple[FigureSeries, ...] = ()
    accounts: tuple[Account, ...] = ()
    positions: tuple[Position, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
