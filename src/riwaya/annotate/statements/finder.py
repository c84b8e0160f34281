"""Statements: every content that a report attributes to somebody, with speaker, cue, occasion and chain."""

from __future__ import annotations

from riwaya.annotate.prose import Prose
from riwaya.annotate.statements.attributions import Attributions
from riwaya.annotate.statements.content import Contents
from riwaya.annotate.statements.continuation import continued_quotation
from riwaya.annotate.statements.cues import Cues, performed
from riwaya.annotate.statements.discourse import Discourse
from riwaya.annotate.statements.found import Found, Memory, Passage, aside
from riwaya.annotate.statements.frames import default_chain
from riwaya.annotate.statements.fullest import Fullest
from riwaya.annotate.statements.headlines import headline
from riwaya.annotate.statements.marks import Opening
from riwaya.annotate.statements.openings import Openings
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.reported import Reported
from riwaya.annotate.statements.running import running_speech
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.speakers import pronoun_before
from riwaya.annotate.statements.transmission import Transmission
from riwaya.annotate.statements.words import RELATIVES
from riwaya.model import Cue, Names, Stance, Statement, Time

VERSION = "statements/grammar@1"
MOST = 48
"""Openings of one sentence that are looked at: a bound against text that is nothing but cues."""


class StatementFinder:
    """Finds the statements of a report by cue lexicon and grammar.

    ``وأضاف حسين: «نسعى إلى …».`` (And Hussein added: "we strive to …") → content, speaker, chain. Offsets are code
    points into the document's text. Misses: speakers known only by what they did, irony, verse, contents that a
    noun of saying brings in without a complementiser.
    """

    def __init__(self) -> None:
        self._cues = Cues()
        sources = Sources()
        self._sources = sources
        self._openings = Openings(sources)
        self._attributions = Attributions(sources)
        self._contents = Contents(sources)
        self._reported = Reported(sources, self._contents)
        self._discourse = Discourse(sources)
        self._transmission = Transmission(sources)

    def __call__(self, prose: Prose, names: Names, times: tuple[Time, ...]) -> tuple[Statement, ...]:
        """Return the statements in text order; ``parent`` is an index into the result."""
        if not prose.tokens:
            return ()
        reading = Reading(prose, names, times, self._cues)
        memory = Memory(Fullest(reading), default=default_chain(prose.document, self._sources))
        done: list[Statement] = []
        before: list[Found] = []
        waiting: list[Found] = []
        for number, (first, last) in enumerate(prose.bounds):
            passage = Passage(reading, memory, number, first, last)
            found = self._sentence(passage, before)
            self._transmission.afterword(passage, before)
            done.extend(_records(reading, waiting, len(done)))
            before = waiting = found
        done.extend(_records(reading, waiting, len(done)))
        return tuple(done)

    def _sentence(self, passage: Passage, before: list[Found]) -> list[Found]:
        """Return the statements of one sentence, sources settled; the rest of an open quotation comes first."""
        reading, first = passage.reading, passage.first
        continued = continued_quotation(passage, before) or running_speech(passage, before)
        start = continued[1] if continued else first
        attributions = self._attributions.find(reading, start, passage.last)
        passage.attributions = [a for a in attributions if not reading.quotations.level[a.at]][:MOST]
        if passage.paragraph == -1 or (passage.number == 0 and first not in reading.cues):
            passage.here = headline(passage, self._sources)
        self._opened(passage, start)
        passage.here.extend(self._reported.inverted(passage, start))
        if continued is None:
            passage.here.extend(self._reported.ahead(passage, start))
        passage.here.extend(self._reported.attributed(passage, start))
        passage.here.sort(key=lambda found: found.cue_at)
        for found in passage.here:
            self._settle(passage, found)
        passage.here = [f for f in passage.here if not _described(reading, f, first) and not _doubtful(f, first)]
        self._discourse.remember_subject(passage)
        return [continued[0], *passage.here] if continued else passage.here

    def _opened(self, passage: Passage, start: int) -> None:
        """Add the statements whose content a cue opens; a cue within an attribution opens none."""
        reading, last = passage.reading, passage.last
        asides = {a.at: a.last for a in passage.attributions if a.content is None}
        within = {i for attribution in passage.attributions for i in range(attribution.at, attribution.last)}
        free = [
            o for o in self._openings.find(reading, start, last, asides) if o.at not in within or o.relay is not None
        ]
        openings = {o.at: o for o in _distinct(reading, free)}
        openings = dict(list(openings.items())[:MOST])
        attributions = {attribution.at: attribution for attribution in passage.attributions}
        taken = {found.first for found in passage.here}
        for o in openings.values():
            stop, mode = self._contents.end(reading, o, openings, attributions, last)
            if stop > o.content and o.content not in taken:
                passage.here.append(Found(o.at, o.cue, o.cue.lemma, o.content, stop, mode, o, passage.number))

    def _settle(self, passage: Passage, found: Found) -> None:
        """Settle speaker and chain; the speaker of a nested statement is not carried on."""
        passive = found.opening is not None and found.opening.passive
        if found.speaker is None and not passive:
            self._discourse.settle(passage, found)
        if found.speaker is not None:
            found.speaker = passage.memory.fullest.of(found.speaker)
        self._transmission.settle(passage, found)
        nested = any(f is not found and f.first <= found.cue_at < f.last for f in passage.here)
        nested = nested or (aside(found) and len(passage.here) > 1)
        if found.speaker is not None and not nested:
            self._discourse.remember(passage, found)


def _described(reading: Reading, found: Found, first: int) -> bool:
    """Say whether the cue only describes something: ``هجوم يؤكد رفض الاتفاق`` (an attack that confirms …)."""
    cue, opening = found.cue, found.opening
    if cue is None or opening is None or cue.tense != "present" or cue.skip or found.cue_at == first:
        return False
    if reading.keys[found.cue_at - 1] in RELATIVES and opening.how not in ("that", "colon", "quote"):
        return True
    if opening.subject is not None or found.speaker is None or found.speaker.how not in ("dropped", "carried"):
        return found.speaker is None and reading.tokens[found.cue_at - 1].kind == "word"
    return reading.tokens[found.cue_at - 1].kind == "word" and pronoun_before(reading, found.cue_at) is None


def _doubtful(found: Found, first: int) -> bool:
    """Say whether a noun phrase after a cue in mid-sentence with no known speaker is hardly a report."""
    opening = found.opening
    if found.speaker is not None or (opening is not None and opening.passive):
        return False
    if opening is None:
        return found.cue is None
    return opening.how not in ("that", "colon", "quote", "inverted") and found.cue_at > first + 1


def _distinct(reading: Reading, openings: list[Opening]) -> list[Opening]:
    """One opening a content: the first cue that reaches it wins, but for a noun of saying the verb before it does."""
    seen: dict[int, Opening] = {}
    for opening in openings:
        known = seen.get(opening.content)
        if known is None or (
            opening.cue.tense == "past"
            and known.cue.tense == "past"
            and opening.subject is not None
            and known.relay is None
            and reading.keys[opening.at - 1] not in RELATIVES  # قال نوري، الذي اقترح الفكرة، إنها
        ):
            seen[opening.content] = opening
    return sorted(seen.values(), key=lambda o: o.at)


def _records(reading: Reading, found: list[Found], offset: int) -> list[Statement]:
    """Return one sentence's statements as records, in text order; ``offset`` is the index of the first."""
    kept = [f for f in found if any(reading.tokens[i].kind != "punct" for i in range(f.first, f.last))]
    kept.sort(key=lambda f: (reading.tokens[f.first].start, -f.last, f.cue_at))
    records = []
    for one in kept:
        parent = _parent(kept, one)
        records.append(
            Statement(
                start=reading.tokens[one.first].start + one.shift,
                end=reading.tokens[one.last - 1].end,
                mode=one.mode,
                cue=_cue(reading, one),
                speaker=one.speaker,
                occasion=one.occasion,
                chain=one.links,
                parent=None if parent is None else offset + parent,
                quote=one.quote,
                candidates=one.candidates,
                by=VERSION,
            )
        )
    return records


def _parent(kept: list[Found], one: Found) -> int | None:
    """Return the index of the innermost statement in whose content this one stands, cue and all."""
    parent = None
    for j, other in enumerate(kept):
        holds = other is not one and other.first <= one.cue_at < other.last and one.last <= other.last
        if holds and other.first <= one.first and (parent is None or other.first >= kept[parent].first):
            parent = j
    return parent


def _cue(reading: Reading, found: Found) -> Cue:
    """Return the cue as printed, without its proclitics."""
    token = reading.tokens[found.cue_at]
    skip = found.cue.skip if found.cue is not None and token.end - token.start > found.cue.skip else 0
    return Cue(start=token.start + skip, end=token.end, lemma=found.lemma, stance=_stance(reading, found))


def _stance(reading: Reading, found: Found) -> Stance:
    """Return what the cue says of it; where it is neutral, what the speaker does by saying it: ``قال: ندعو …``."""
    stance = found.stance or (found.cue.stance if found.cue is not None else "neutral")
    if stance != "neutral":
        return stance
    first = next((k for k in range(found.first, found.last) if reading.tokens[k].kind == "word"), found.first)
    colon = found.cue is None or (found.opening is not None and found.opening.how == "colon")
    we = colon or found.mode == "direct" or reading.keys[first].startswith("ن")  # قال إنه أقر: he, not I
    return performed().get(reading.keys[first], "neutral") if we else "neutral"
