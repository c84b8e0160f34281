"""What the search carries along: a statement in the making, the sentence at hand, what the discourse holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.annotate.statements.attribution import Attribution
from riwaya.annotate.statements.cues import Cue
from riwaya.annotate.statements.fullest import Fullest
from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.marks import Opening
from riwaya.annotate.statements.reading import Reading
from riwaya.model import Link, Mode, Occasion, Speaker, Stance

NOBODY = Cue("", "noun", frozenset(), "neutral", frozenset(), "masdar", "", "")
"""Stands in where a statement has no cue of the lexicon: headlines, attributions."""


@dataclass(slots=True)
class Found:
    """A statement in the making: tokens of cue and content, and what is known of its source.

    ``shift`` is the length of the reporter's ``و`` on the content's first word; ``lasting`` are the links that the
    next statements of the same source inherit; ``stance`` is another than the cue's.
    """

    cue_at: int
    cue: Cue | None
    lemma: str
    first: int
    last: int
    mode: Mode
    opening: Opening | None
    sentence: int
    speaker: Speaker | None = None
    gender: str = ""
    number: str = ""
    links: tuple[Link, ...] = ()
    lasting: tuple[Link, ...] = ()
    covering: tuple[Link, ...] = ()
    occasion: Occasion | None = None
    candidates: tuple[str, ...] = ()
    quote: int | None = None
    shift: int = 0
    stance: Stance | None = None


@dataclass(slots=True)
class Memory:
    """What the discourse holds: the last speaker with chain and occasion, the last subject, documents named.

    ``default`` is the chain of a statement that has none of its own.
    """

    fullest: Fullest
    speaker: Speaker | None = None
    gender: str = ""
    number: str = ""
    links: tuple[Link, ...] = ()
    covering: tuple[Link, ...] = ()
    occasion: Occasion | None = None
    sentence: int = -1
    paragraph: int = -9
    earlier: tuple[Speaker, str, str] | None = None
    earlier_paragraph: int = -9
    subject: tuple[Speaker, str, str] | None = None
    subject_sentence: int = -1
    default: tuple[Link, ...] = ()
    documents: dict[str, tuple[Link, Speaker | None]] = field(default_factory=dict)
    quotes: int = 0


@dataclass(slots=True)
class Passage:
    """The sentence under search: its tokens ``first``..``last``, its attributions, the statements found in it."""

    reading: Reading
    memory: Memory
    number: int
    first: int
    last: int
    attributions: list[Attribution] = field(default_factory=list)
    here: list[Found] = field(default_factory=list)

    @property
    def paragraph(self) -> int:
        """Return the number of the sentence's paragraph; the title is -1."""
        return self.reading.prose.sentences[self.number].paragraph


def named(who: Phrase) -> Speaker:
    """Return a source phrase as the speaker that it names."""
    how = "named" if who.person else "office"
    return Speaker(name=who.name, kind=who.kind, start=who.start, end=who.end, how=how)


def going_on(passage: Passage, before: Found, first: int, last: int, mode: Mode) -> Found:
    """Return the next part of a speech over sentences, with cue, speaker, chain and occasion of the part before."""
    if before.quote is None:
        passage.memory.quotes += 1
        before.quote = passage.memory.quotes
    found = Found(before.cue_at, before.cue, before.lemma, first, last, mode, before.opening, passage.number)
    found.speaker, found.gender, found.number = before.speaker, before.gender, before.number
    found.links, found.lasting, found.occasion = before.links, before.lasting, before.occasion
    found.candidates, found.quote = before.candidates, before.quote
    passage.memory.sentence, passage.memory.paragraph = passage.number, passage.paragraph
    return found


def aside(found: Found) -> bool:
    """Say whether a noun of saying brings it in: in ``نددت سلوان بتهديدات قرناس بأنها …، مؤكدة`` سلوان goes on."""
    return found.cue is not None and found.cue.kind == "noun" and found.cue.lemma != "قول"
