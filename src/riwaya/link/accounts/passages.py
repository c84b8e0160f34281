"""Passages: the stretches of a report that can tell a claim, each in one voice, as tellings are compared.

A passage is the content of a statement, or a sentence (or what statements leave of it) in the outlet's own voice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token, tokens
from riwaya.link.accounts.voices import Voice, Voices
from riwaya.link.accounts.wordlists import joined, listed, stems
from riwaya.link.events import event_words
from riwaya.link.terms import stem, token_term
from riwaya.link.who import Who
from riwaya.model import Figure, Report, Sentence, Span, Statement, Time

LEAST_TERMS = 4
MOST_PASSAGES = 120  # of one report
_LONGEST = 600  # letters beyond which a sentence is no claim but an account of its own
_LEADIN = 90  # letters before a cue from which they are more than an introduction
_CUE = 12  # letters before a cue in which its negation stands
_NEAR = 120  # letters from a content to the words that name its source
_EXCEPTED = 12  # words behind a negated one among which an exception turns it
_QUOTED = 2  # letters before the first word of a content: a mark, a clitic
_STANDS = ("condemning", "praising", "demanding")
_BREAK = re.compile(
    r"[،,]\s+(?:وذلك|ثم|فيما|بينما|في حين|كما|غداة|عقب|إثر|وكان|وكانت|الذي|التي)\b|\sوذلك\s+(?:بعد|غداة|عقب|إثر|عشية)\b"
)


class Word(Struct, frozen=True, gc=False):
    """A telling word of a passage: its stem, whether a negation stands before it, whether only maybe or planned."""

    term: str
    start: int
    end: int
    event: str = ""
    form: str = ""
    negated: bool = False
    unsure: bool = False


class Passage(Struct, frozen=True, kw_only=True):
    """A stretch of a report in one voice; ``denied`` where the speaker says that it is not so, ``denies`` by a verb of
    denying, ``accuses`` where its words begin with whom he accuses, ``stand`` where he tells what he himself asks for,
    welcomes or condemns,
    ``planned`` where it is of the future; ``names`` are its terms and event lemmas."""

    report: int
    doc: str
    start: int
    end: int
    text: str
    voice: Voice
    title: bool = False
    paragraph: int = 0
    denied: bool = False
    denies: bool = False
    accuses: bool = False
    stand: bool = False
    planned: bool = False
    words: tuple[Word, ...] = ()
    terms: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    figures: tuple[Figure, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[tuple[str, int, int], ...] = ()
    people: frozenset[str] = frozenset()


class Reader:
    """Cuts one report into passages and reads what each has to compare."""

    def __init__(self, at: int, report: Report, who: Who, voices: Voices) -> None:
        self.report, self._at, self._who, self._voices = report, at, who, voices
        notes = report.annotations
        self._times, self._figures, self._mentions = notes.times, notes.figures, notes.mentions
        self._time_starts = [one.start for one in self._times]
        self._figure_starts = [one.start for one in self._figures]
        self._mention_starts = [one.start for one in self._mentions]

    def passages(self) -> Iterator[Passage]:
        """Yield the passages in text order: statements that stand in no other, and narration of some content."""
        told = [one for one in self.report.annotations.statements if one.parent is None]
        found: list[tuple[int, int, Statement | None, int]] = []
        for sentence in self.report.annotations.sentences:
            inside = [one for one in told if sentence.start <= one.start < sentence.end]
            found += [(one.start, self._stop(one), one, sentence.paragraph) for one in inside]
            act = self._act(sentence, told) if not inside else None
            found += [(low, high, act, sentence.paragraph) for low, high in _left(sentence, inside)]
        for start, end, statement, paragraph in sorted(found, key=lambda one: one[:2])[:MOST_PASSAGES]:
            passage = self.read(start, end, statement, paragraph)
            if len(passage.terms) >= LEAST_TERMS and end - start <= _LONGEST:
                yield passage

    def read(self, start: int, end: int, statement: Statement | None = None, paragraph: int = 0) -> Passage:
        """Return a stretch of the report as tellings are compared."""
        words = tuple(_words(list(tokens(self.report.document.text, start, end))))
        terms, events = frozenset(one.term for one in words), frozenset(one.event for one in words if one.event)
        mentions = self._mentions[bisect_left(self._mention_starts, start) : bisect_left(self._mention_starts, end)]
        doc = self.report.document.id
        return Passage(
            report=self._at,
            doc=doc,
            start=start,
            end=end,
            text=self.report.document.text[start:end],
            voice=self._voices.own(Span(start=start, end=end)) if statement is None else self._voices.of(statement),
            title=paragraph < 0,
            paragraph=paragraph,
            denied=statement is not None and statement.cue.stance == "denying" and not self._negated(statement),
            denies=statement is not None and fold(statement.cue.lemma) in listed("denies"),
            accuses=statement is not None and fold(statement.cue.lemma) in listed("accuses"),
            stand=statement is not None and _stand(statement, words, start),
            planned=(statement is not None and statement.claim.future is not None)
            or any(one.form == "future" for one in words),
            words=words,
            terms=terms,
            events=events,
            names=terms | events,
            figures=self._figures[bisect_left(self._figure_starts, start) : bisect_left(self._figure_starts, end)],
            times=self._times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)],
            places=tuple((self._who(doc, one.entity), one.start, one.end) for one in mentions if one.type == "LOC"),
            people=frozenset(self._who(doc, one.entity) for one in mentions if one.type == "PER"),
        )

    def _negated(self, statement: Statement) -> bool:
        """Say whether the cue itself is negated: ``لا يستبعد`` (does not rule out) denies nothing."""
        before = self.report.document.text[max(0, statement.cue.start - _CUE) : statement.cue.start].split()
        return bool(before) and fold(before[-1]) in joined("not")

    def _act(self, sentence: Sentence, told: Sequence[Statement]) -> Statement | None:
        """Return the statement that goes on with an act: ``وافقت سهلان على …. وجددت في بيان …`` is that communiqué.

        The next sentence drops the one who acted, and says in which document he speaks.
        """
        after = next((one for one in told if one.start >= sentence.end), None)
        if after is None or after.start - sentence.end > _NEAR or not after.chain or after.speaker is None:
            return None
        named = after.speaker.start is not None and sentence.start <= after.speaker.start < sentence.end
        return after if named and after.chain[-1].kind == "document" else None

    def _stop(self, statement: Statement) -> int:
        """Return where content ends that may run on into the reporter's own words: ``، وذلك غداة …``."""
        text = self.report.document.text
        found = _BREAK.search(text, statement.start + 20, statement.end)
        if statement.mode == "direct" or found is None or text.count('"', statement.start, found.start()) % 2:
            return statement.end
        return found.start()


def _stand(statement: Statement, words: Sequence[Word], start: int) -> bool:
    """Say whether a speaker tells where he stands: ``دان الهجوم``, ``أعلن رفضه نقل السفارة``."""
    opening = words[0].term if words and words[0].start - start <= _QUOTED else ""
    return statement.cue.stance in _STANDS or opening in stems("stands")


def told_at(report: Report, voices: Voices, start: int, end: int) -> Voice:
    """Return the voice that tells a stretch of a report: that of the statement there, else the outlet's own.

    The words of a source alone (``وفق ما أعلنت الشركة``, the company announced) give its voice too.
    """
    found = [
        (_shared(one.start, one.end, start, end), _named(one, start, end), -at, one)
        for at, one in enumerate(report.annotations.statements)
        if one.parent is None
    ]
    if not found:
        return voices.own(Span(start=start, end=end))
    content, named, _, best = max(found, key=lambda one: one[:3])
    if named or (content and not _beyond(report.document.text, best, start)):
        return voices.of(best)
    return voices.own(Span(start=start, end=end))


def _beyond(text: str, statement: Statement, start: int) -> bool:
    """Say whether indirect content may have ended before a place in it: ``، وذلك غداة …``, ``، ثم …``."""
    found = _BREAK.search(text, statement.start, max(start + 8, statement.start))
    if statement.mode == "direct" or found is None:
        return False
    return text.count('"', statement.start, found.start()) % 2 == 0


def _shared(left: int, right: int, start: int, end: int) -> int:
    return max(0, min(right, end) - max(left, start))


def _named(statement: Statement, start: int, end: int) -> int:
    """Return how much of a stretch are the cue, speaker and relays of a statement near by."""
    return sum(_shared(low, high, start, end) for low, high in _sources(statement))


def _sources(statement: Statement) -> Iterator[tuple[int, int]]:
    yield statement.cue.start, statement.cue.end
    places = [(one.start, one.end) for one in statement.chain]
    if statement.speaker is not None:
        places.append((statement.speaker.start, statement.speaker.end))
    for start, end in places:
        if start is None or end is None:
            continue
        if statement.start - _NEAR <= start and end <= statement.end + _NEAR:
            yield start, end


def _left(sentence: Sentence, inside: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Yield what statements and the words of their sources leave of a sentence, where that is much."""
    start = sentence.start
    for one in sorted(inside, key=lambda one: one.start):
        cue, end = min(one.cue.start, one.start), max(one.cue.end, one.end)
        if cue - start > _LEADIN:
            yield start, cue
        start = max(start, end)
    if not inside or sentence.end - start > _NEAR // 2:
        yield start, sentence.end


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _words(found: Sequence[Token]) -> Iterator[Word]:
    """Yield the telling words of a passage, with the negation or doubt that stands right before each."""
    known = event_words()
    for at, token in enumerate(found):
        term = token_term(token) if token.kind != "number" else ""
        event = known.get(token.key) if token.kind == "word" else None
        if not term and event is None:
            continue
        before = [one.key for one in found[max(0, at - 3) : at]]
        limited = any(one.key in joined("exception") for one in found[at + 1 : at + 1 + _EXCEPTED])
        form = event.form if event is not None else ""
        yield Word(
            term or stem(token.key),
            token.start,
            token.end,
            event.lemma if event is not None else "",
            form,
            bool(before) and not limited and (_negates(before[-1], form) or not joined("denying").isdisjoint(before)),
            not joined("doubt").isdisjoint(before) or form == "future" or _maybe(before, form),
        )


def _negates(before: str, form: str) -> bool:
    return before in joined("negation") or (form == "present" and before in joined("negation of verbs"))


def _maybe(before: Sequence[str], form: str) -> bool:
    return form == "present" and bool(before) and before[-1] in joined("maybe")
