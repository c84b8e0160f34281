"""Statements: every content that a report attributes to somebody, with speaker, cue, occasion and chain."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.annotate.prose import Prose
from riwaya.annotate.statements.attributions import Attribution, Attributions
from riwaya.annotate.statements.chains import Chains, without
from riwaya.annotate.statements.content import Contents
from riwaya.annotate.statements.cues import Cue as CueWord
from riwaya.annotate.statements.cues import Cues
from riwaya.annotate.statements.openings import Opening, Openings
from riwaya.annotate.statements.phrases import Phrase, subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.speakers import REACH, Subjects, agrees, pronoun_before, verb_gender
from riwaya.annotate.statements.words import PERSON_TITLES, PREPOSITIONS, RELATIVES, words
from riwaya.arabic.letters import fold
from riwaya.arabic.verbs import readings
from riwaya.model import Cue, Link, Mode, Names, Occasion, Speaker, Statement, Time

VERSION = "statements/grammar@1"


@dataclass(slots=True)
class Found:
    """A statement in the making: tokens of cue and content, and what is known of its source."""

    cue_at: int
    cue: CueWord | None
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
    occasion: Occasion | None = None
    candidates: tuple[str, ...] = ()
    quote: int | None = None
    cue_last: int = 0
    shift: int = 0


@dataclass(slots=True)
class Memory:
    """What the discourse holds: the last speaker with chain and occasion, the last subject, documents named."""

    speaker: Speaker | None = None
    gender: str = ""
    number: str = ""
    links: tuple[Link, ...] = ()
    occasion: Occasion | None = None
    sentence: int = -1
    paragraph: int = -9
    subject: tuple[Speaker, str, str] | None = None
    subject_sentence: int = -1
    documents: dict[str, tuple[Link, Speaker | None]] = field(default_factory=dict)
    quotes: int = 0


class StatementFinder:
    """Finds the statements of a report by cue lexicon and grammar.

    ``وأضاف حسين: «نسعى إلى …».`` (And Hussein added: "we strive to …") → content, speaker, chain. Offsets are code
    points into the document's text. Misses: speakers named only by what they did; irony; verse.
    """

    def __init__(self) -> None:
        self._cues = Cues()
        self._sources = Sources()
        self._openings = Openings(self._sources)
        self._attributions = Attributions(self._sources)
        self._contents = Contents(self._sources)
        self._subjects = Subjects(self._sources)
        self._chains = Chains(self._sources)

    def __call__(self, prose: Prose, names: Names, times: tuple[Time, ...]) -> tuple[Statement, ...]:
        """Return the statements in text order; ``parent`` is an index into the result."""
        if not prose.tokens:
            return ()
        reading = Reading(prose, names, times, self._cues)
        memory = Memory()
        found: list[Found] = []
        for number in range(len(prose.sentences)):
            found.extend(self._sentence(reading, number, memory, found))
        return self._finished(reading, found)

    # ── one sentence ────────────────────────────────────────────────────────────────────────────────────────────

    def _sentence(self, reading: Reading, number: int, memory: Memory, earlier: list[Found]) -> list[Found]:
        first, last = reading.prose.bounds[number]
        continued = self._continued(reading, number, first, last, memory, earlier)
        start = continued[1] if continued else first
        here: list[Found] = []
        if reading.prose.sentences[number].paragraph == -1 or (number == 0 and first not in reading.cues):
            here = self._headline(reading, number, first, last)
        openings = {o.at: o for o in _distinct(self._openings.find(reading, start, last))}
        attributions = {a.at: a for a in self._attributions.find(reading, start, last)}
        inside = {i for a in attributions.values() for i in range(a.at, a.last)}
        openings = {at: opening for at, opening in openings.items() if at not in inside or opening.relay is not None}
        for opening in openings.values():
            stop, mode = self._contents.end(reading, opening, openings, attributions, last)
            if stop > opening.content and not any(f.first == opening.content for f in here):
                here.append(Found(opening.at, opening.cue, opening.cue.lemma, opening.content, stop, mode, opening, number))  # fmt: skip
        here.extend(self._inverted(reading, number, start, last, here))
        here.extend(self._attributed(reading, number, start, last, here, list(attributions.values())))
        here.sort(key=lambda f: f.cue_at)
        for statement in here:
            self._source(reading, statement, first, last, here, list(attributions.values()), memory)
        here = [
            statement
            for statement in here
            if not self._described(reading, statement, first) and not _doubtful(statement, first)
        ]
        self._afterword(reading, number, first, last, here, list(attributions.values()), earlier)
        self._remember_subject(reading, number, first, last, here, memory)
        return ([continued[0]] if continued else []) + here

    @staticmethod
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

    def _afterword(
        self,
        reading: Reading,
        number: int,
        first: int,
        last: int,
        here: list[Found],
        attributions: list[Attribution],
        earlier: list[Found],
    ) -> None:
        """An attribution with a full stop before it (``… إلى طرابلس. حسب رويترز.``) belongs to the sentence before."""
        if here or not attributions or last - first > 8 or attributions[0].at > first + 1:
            return
        source = attributions[0].source
        if source is None:
            return
        link = self._chains.link(reading, source)
        for found in earlier:
            if found.sentence == number - 1 and all(fold(link.name) != fold(other.name) for other in found.links):
                found.links = (link, *found.links)

    def _continued(
        self, reading: Reading, number: int, first: int, last: int, memory: Memory, earlier: list[Found]
    ) -> tuple[Found, int] | None:
        """Carry a quotation that is still open into this sentence."""
        if not earlier:
            return None
        before = max((f for f in earlier if f.sentence == number - 1), key=lambda f: f.last, default=None)
        if before is None:
            return None
        mark = self._open_mark(reading, before)
        if mark is None:
            return None
        close = reading.quotations.by_open[mark].close
        if close is None or close < first:
            return None
        if before.quote is None:
            memory.quotes += 1
            before.quote = memory.quotes
        stop = min(close, last)
        if stop <= first:
            return None
        found = Found(before.cue_at, before.cue, before.lemma, first, stop, "direct", before.opening, number,
                      before.speaker, before.gender, before.number, before.links, before.occasion, before.candidates,
                      before.quote, before.cue_last)  # fmt: skip
        memory.sentence, memory.paragraph = number, reading.prose.sentences[number].paragraph
        return found, stop

    @staticmethod
    def _open_mark(reading: Reading, found: Found) -> int | None:
        """Return the mark of the quotation in which the statement's content ends, if it is open at its end."""
        if found.opening is not None and found.opening.quotation is not None and found.opening.quotation < found.first:
            close = reading.quotations.by_open[found.opening.quotation].close
            if close is not None and close >= found.last:
                return found.opening.quotation
        for i in range(found.last - 1, found.first - 1, -1):
            quotation = reading.quotations.by_open.get(i)
            if quotation is not None and (quotation.close is not None and quotation.close >= found.last):
                return i
        return None

    def _headline(self, reading: Reading, number: int, first: int, last: int) -> list[Found]:
        """``الوزير: لن نرحل``: a speaker, a colon, a content."""
        colon = next((j for j in range(first + 1, min(last, first + 13)) if reading.tokens[j].text == ":"), None)
        if colon is None or colon + 2 >= last:
            return []
        who = subject(reading, self._sources, first, colon)
        if reading.tokens[last - 1].text in "؟?" or (
            any(
                verb_gender(reading.keys[k]) is not None and reading.keys[k][0] in "يت" for k in range(first + 1, colon)
            )
            and (who is None or not who.person)
        ):
            return []
        if reading.keys[colon - 1] in _RUBRICS:
            return []
        if who is None or (who.last != colon and not who.person) or not _speaks(reading, who, colon, last):
            return []
        j, mode = colon + 1, "indirect"
        quotation = reading.quotations.by_open.get(j)
        stop = last
        if quotation is not None:
            j += 1
            if quotation.close is not None and quotation.close >= last - 2:
                stop, mode = quotation.close, "direct"
            elif quotation.close is not None and quotation.close - j < 5:
                j -= 1
            else:
                mode = "mixed"
        found = Found(colon, None, ":", j, stop, mode, None, number, cue_last=colon + 1)  # type: ignore[arg-type]
        found.speaker, found.gender, found.number = _named(who), who.gender, who.number
        return [found]

    def _inverted(self, reading: Reading, number: int, first: int, last: int, here: list[Found]) -> list[Found]:
        """``"لن نرحل"، قال الوزير``: the quotation before its cue."""
        out: list[Found] = []
        for i in range(first + 3, last):
            cue = reading.cues.get(i)
            if cue is None or cue.kind != "verb" or "strict" in cue.flags or not cue.takes("quote"):
                continue
            if any(f.cue_at == i for f in here):
                continue
            j = i - 1
            while j > first and reading.tokens[j].text in "،,-–:":
                j -= 1
            if reading.keys[j] in ("هكذا", "بهذه"):
                continue
            quotation = reading.quotations.by_close.get(j)
            if quotation is None or quotation.open < first - 1 or j - quotation.open < 4:
                continue
            if any(f.first <= quotation.open + 1 < f.last or f.first == quotation.open + 1 for f in here):
                continue
            who = subject(reading, self._sources, i + 1, last)
            if who is None and not cue.skip:
                continue
            opening = Opening(i, cue, "inverted", quotation.open + 1, who, who.last if who else i + 1, quotation.open)
            out.append(Found(i, cue, cue.lemma, quotation.open + 1, j, "direct", opening, number))
        return out

    def _attributed(
        self, reading: Reading, number: int, first: int, last: int, here: list[Found], attributions: list[Attribution]
    ) -> list[Found]:
        """``…، بحسب الوزارة``: content that only an attribution gives to somebody."""
        out: list[Found] = []
        spoken = list(here)
        for attribution in attributions:
            if attribution.relay and attribution.source is None:
                continue
            if reading.quotations.level[attribution.at]:
                continue
            if attribution.content is not None:
                if any(
                    attribution.at < f.cue_at < attribution.content + 8
                    and f.cue is not None
                    and f.cue.kind == "verb"
                    and f.opening is not None
                    and f.opening.subject is not None
                    for f in spoken
                ):
                    continue
                stop, mode = self._tail(reading, attribution.content, last, attributions)
                start = attribution.content
            else:
                if any(f.cue_at < attribution.at for f in spoken) or any(a.at < attribution.at for a in attributions):
                    continue
                start, stop, mode = self._head(reading, first, attribution.at)
            if stop - start < 3:
                continue
            found = Found(attribution.at, None, attribution.lemma, start, stop, mode, None, number)
            found.cue_last = attribution.at + 1
            found.shift = self._connective(reading, start)
            if attribution.source is not None:
                found.speaker = _named(attribution.source)
                found.gender, found.number = attribution.source.gender, attribution.source.number
            elif attribution.own:
                found.lemma = attribution.lemma
            out.append(found)
        return out

    def _tail(self, reading: Reading, start: int, last: int, attributions: list[Attribution]) -> tuple[int, Mode]:
        opening = Opening(
            start, _NOBODY, "that", start, None, start, start if start in reading.quotations.by_open else None
        )
        if opening.quotation is not None:
            opening = Opening(start, _NOBODY, "that", start + 1, None, start, start)
        return self._contents.end(reading, opening, {}, {a.at: a for a in attributions if a.at > start}, last)

    @staticmethod
    def _connective(reading: Reading, start: int) -> int:
        """Return 1 where the content's first word has the reporter's ``و`` before it."""
        key = reading.keys[start]
        if not key.startswith("و") or len(key) < 4:
            return 0
        mention = reading.mention_at.get(start)
        if mention is not None:
            return int(mention[0].start > reading.tokens[start].start)
        own = any(one.lemma.startswith("و") for one in readings(key))
        return int(not own and (key.startswith("وال") or bool(readings(key[1:])) or key[1:] in PREPOSITIONS))

    def _head(self, reading: Reading, first: int, at: int) -> tuple[int, int, Mode]:
        """Return the content before an attribution: from the sentence's beginning, without a leading connective."""
        start, stop = first, at
        while (stop > start and reading.tokens[stop - 1].text in "،,-–") or reading.keys[stop - 1] in ("وذلك", "و"):
            stop -= 1
        while start < stop and (
            reading.keys[start] in ("و", "كما", "لكن", "فيما") or reading.tokens[start].text in "،,-–"
        ):
            start += 1
        close = reading.quotations.by_close.get(stop - 1)
        if close is not None and close.open == start:
            return start + 1, stop - 1, "direct"
        mode: Mode = "indirect"
        for i in range(start, stop):
            quotation = reading.quotations.by_open.get(i)
            if quotation is not None and (quotation.close or stop) - i > 3:
                mode = "mixed"
        return start, stop, mode

    # ── who and through whom ────────────────────────────────────────────────────────────────────────────────────

    def _source(
        self,
        reading: Reading,
        found: Found,
        first: int,
        last: int,
        here: list[Found],
        attributions: list[Attribution],
        memory: Memory,
    ) -> None:
        opening = found.opening
        if found.speaker is None and not (opening is not None and opening.passive):
            self._speaker(reading, found, first, last, here, attributions, memory)
        self._chain(reading, found, first, last, here, attributions, memory)
        self._document(reading, found, memory)
        nested = any(f is not found and f.first <= found.cue_at < f.last for f in here)
        if found.speaker is not None and not nested:
            self._remember(reading, found, memory)

    def _speaker(
        self,
        reading: Reading,
        found: Found,
        first: int,
        last: int,
        here: list[Found],
        attributions: list[Attribution],
        memory: Memory,
    ) -> None:
        opening = found.opening
        cue = found.cue
        if opening is not None and opening.subject is not None:
            found.speaker = _named(opening.subject)
            found.gender = (cue.gender if cue is not None else "") or opening.subject.gender
            if opening.subject.kind == "collective":
                found.gender = ""
            if cue is not None and cue.tense in ("past", "present") and opening.subject.kind != "collective":
                found.gender = cue.gender
            found.number = opening.subject.number
            self._of_headline(reading, found, opening.subject, memory)
            return
        if cue is None:
            cue = _NOBODY
        if reading.keys[found.cue_at + 1 : found.cue_at + 2] in (["فيه"], ["فيها"]) and self._written(
            reading, found, first
        ):
            return
        if cue.tense in ("past", "present"):
            before = self._subjects.before(reading, found.cue_at, first, cue)
            if before is not None:
                found.speaker = _named(before)
                found.gender, found.number = cue.gender or before.gender, before.number
                return
        self._carried(reading, found, cue, first, here, memory)

    @staticmethod
    def _of_headline(reading: Reading, found: Found, who: Phrase, memory: Memory) -> None:
        """``سالم: …`` in the headline and ``قال رئيس الوزراء`` in the lead: one speaker."""
        headed = memory.speaker
        if headed is None or headed.kind != "person" or who.person or who.kind != "office" or memory.paragraph > -1:
            return
        if reading.keys[who.first] in PERSON_TITLES and found.sentence == memory.sentence + 1:
            found.speaker = Speaker(name=headed.name, kind="person", start=who.start, end=who.end, how="office")

    def _written(self, reading: Reading, found: Found, first: int) -> bool:
        """``أصدرت الوزارة بيانا قالت فيه``: who issued the document speaks, the document is a link."""
        for at in range(found.cue_at - 1, max(first, found.cue_at - 30) - 1, -1):
            key = reading.keys[at]
            kind = self._sources.kind(key) or (self._sources.kind(key[:-1]) if key.endswith("ا") else None)
            if kind != "document":
                continue
            who = next((p for p, _ in self._subjects.verbal(reading, first, at) if p.last <= at), None)
            if who is None:
                return False
            token = reading.tokens[at]
            name = token.text.rstrip("ًا") if key.endswith("ا") else token.text
            found.speaker, found.number = _named(who), "s"
            found.links = (Link(name=name, kind="document", start=token.start, end=token.end),)
            return True
        return False

    def _carried(
        self, reading: Reading, found: Found, cue: CueWord, first: int, here: list[Found], memory: Memory
    ) -> None:
        """The subject is dropped: somebody named before, in the sentence or earlier."""
        options: list[tuple[Speaker, str, str]] = []
        outer = [f for f in here if f is not found and f.speaker is not None and f.cue_at < found.cue_at]
        inside = [f for f in outer if f.first <= found.cue_at < f.last]
        for other in reversed(outer):
            if other not in inside and other.speaker is not None:
                options.append((other.speaker, other.gender, other.number))
        if not options:
            since = max((f.last for f in outer if f.last <= found.cue_at), default=first)
            local = [
                s
                for s in self._subjects.verbal(reading, max(since, found.cue_at - 60), found.cue_at)
                if s[0].last <= found.cue_at
            ]
            if cue.tense == "participle" or cue.kind == "noun":
                local.reverse()
            main = self._subjects.main(reading, first, found.cue_at)
            heads = [main] if main is not None and main[0].last <= found.cue_at and since == first else []
            for phrase, gender in [*heads, *local[:3]]:
                options.append((_named(phrase), gender, phrase.number))
        previous = (memory.speaker, memory.gender, memory.number) if memory.speaker is not None else None
        near = memory.paragraph >= reading.prose.sentences[found.sentence].paragraph - REACH
        goes_on = "goes-on" in cue.flags
        carried: list[tuple[Speaker, str, str]] = []
        lost = (
            cue.tense == "past"
            and found.cue_at - first > 8
            and pronoun_before(reading, found.cue_at) is None
            and not outer
        )
        if lost and not goes_on:
            near, newer_only = False, True
        else:
            newer_only = False
        if previous is not None and near:
            carried.append((memory.speaker, memory.gender, memory.number))  # type: ignore[arg-type]
        if not newer_only and memory.subject is not None and memory.subject_sentence >= found.sentence - 1:
            newer = memory.subject_sentence > memory.sentence
            if newer and not goes_on:
                carried.insert(0, memory.subject)
            else:
                carried.append(memory.subject)
        for speaker, gender, number in options + carried:
            if agrees(cue, gender, number):
                found.speaker = Speaker(name=speaker.name, kind=speaker.kind, start=speaker.start, end=speaker.end,
                                        how="dropped" if (speaker, gender, number) in options else "carried")  # fmt: skip
                found.gender, found.number = gender or cue.gender, number
                return
        found.candidates = tuple(dict.fromkeys(s.name for s, _, _ in options + carried))[:4]

    def _chain(
        self,
        reading: Reading,
        found: Found,
        first: int,
        last: int,
        here: list[Found],
        attributions: list[Attribution],
        memory: Memory,
    ) -> None:
        opening = found.opening
        links: list[Link] = []
        covering: list[Link] = []
        for attribution in attributions:
            if attribution.source is None or attribution.at == found.cue_at:
                continue
            if attribution.content is not None and attribution.at > found.cue_at:
                continue
            covering.append(self._chains.link(reading, attribution.source))
        own: tuple[Link, ...] = ()
        if opening is not None:
            begin = first if not any(f.cue_at < found.cue_at for f in here) else found.cue_at
            own, found.occasion = self._chains.around(reading, begin, max(opening.between, found.cue_at))
            if opening.how == "inverted":
                own, found.occasion = self._chains.around(reading, found.cue_at, last)
            if not own and not found.occasion:
                stop = min((f.cue_at for f in here if f.cue_at > found.last), default=last)
                after, occasion = self._chains.around(reading, found.last, stop)
                own, found.occasion = after, found.occasion or occasion
            if opening.relay is not None:
                links.append(self._chains.link(reading, opening.relay))
        links.extend(found.links)
        links = [_fullest(link, memory) for link in covering + links + list(own)]
        if found.speaker is not None and found.speaker.kind == "unnamed":
            links.append(
                Link(name=found.speaker.name, kind="unnamed", start=found.speaker.start, end=found.speaker.end)
            )
        document = reading.prose.document
        outlet = document.outlet.name if document.outlet else None
        speaker = found.speaker.name if found.speaker is not None and found.speaker.kind != "unnamed" else None
        kept = without(links, outlet, speaker)
        if not kept and not (found.speaker is not None and found.speaker.kind == "document"):
            kept = self._inherited(reading, found, here, memory)
        found.links = kept or self._chains.credit(document)

    def _inherited(self, reading: Reading, found: Found, here: list[Found], memory: Memory) -> tuple[Link, ...]:
        if found.speaker is None:
            return ()
        for other in reversed(here):
            if other.cue_at < found.cue_at and other.speaker is not None and other.speaker.name == found.speaker.name:
                found.occasion = found.occasion or other.occasion
                return tuple(_inherit(link) for link in other.links)
        paragraph = reading.prose.sentences[found.sentence].paragraph
        same = memory.speaker is not None and fold(memory.speaker.name) == fold(found.speaker.name)
        if same and found.occasion is None and paragraph - memory.paragraph <= REACH and memory.paragraph >= 0:
            found.occasion = memory.occasion
            return tuple(_inherit(link) for link in memory.links)
        return ()

    def _document(self, reading: Reading, found: Found, memory: Memory) -> None:
        """A document that speaks: its issuer is the speaker where one is named, the document a link."""
        speaker = found.speaker
        for link in found.links:
            if link.kind == "document" and not link.inherited:
                head = _head_word(link.name)
                issuer = speaker if speaker is not None and speaker.kind != "document" else None
                joint = "مشترك" in link.name or (found.opening is not None and found.opening.relay is not None)
                memory.documents.setdefault(head, (link, None if joint else issuer))
        if speaker is None or speaker.kind != "document" or speaker.start is None:
            return
        head = _head_word(speaker.name)
        at, _ = reading.covering(speaker.start, speaker.start + 1)
        issuer = self._chains.issuer(reading, at, min(len(reading.tokens), at + 12))
        known = memory.documents.get(head)
        link = Link(name=speaker.name, kind="document", start=speaker.start, end=speaker.end)
        if issuer is not None and issuer.kind not in ("document", "unnamed"):
            found.speaker = _named(issuer)
            link = Link(name=reading.tokens[at].text, kind="document", start=speaker.start, end=speaker.end)
            memory.documents[head] = (link, found.speaker)
        elif known is not None and fold(speaker.name).startswith("ال"):
            link = known[0]
            if known[1] is not None:
                found.speaker = known[1]
        else:
            memory.documents[head] = (link, None)
        found.links = (*(other for other in found.links if other.name != link.name and not other.inherited), link)

    def _remember(self, reading: Reading, found: Found, memory: Memory) -> None:
        memory.speaker, memory.gender, memory.number = found.speaker, found.gender, found.number
        memory.occasion, memory.sentence = found.occasion, found.sentence
        memory.paragraph = reading.prose.sentences[found.sentence].paragraph
        opening = found.opening
        stays = opening is not None
        memory.links = found.links if stays else ()

    def _remember_subject(
        self, reading: Reading, number: int, first: int, last: int, here: list[Found], memory: Memory
    ) -> None:
        if here and any(f.cue_at < first + 6 for f in here):
            return
        main = self._subjects.main(reading, first, last)
        if main is not None and main[0].kind != "unnamed":
            memory.subject = (_named(main[0]), main[1], main[0].number)
            memory.subject_sentence = number

    # ── the record ──────────────────────────────────────────────────────────────────────────────────────────────

    def _finished(self, reading: Reading, found: list[Found]) -> tuple[Statement, ...]:
        kept = [
            f
            for f in found
            if f.last > f.first and any(reading.tokens[i].kind != "punct" for i in range(f.first, f.last))
        ]
        kept.sort(key=lambda f: (reading.tokens[f.first].start, -f.last, f.cue_at))
        out: list[Statement] = []
        for i, one in enumerate(kept):
            parent = None
            for j, other in enumerate(kept):
                if (
                    i != j
                    and other.first <= one.cue_at < other.last
                    and other.first <= one.first
                    and one.last <= other.last
                    and (parent is None or other.first >= kept[parent].first)
                    and (one.quote is None or one.quote != other.quote)
                ):
                    parent = j
            start, end = reading.tokens[one.first].start + one.shift, reading.tokens[one.last - 1].end
            out.append(
                Statement(
                    start=start,
                    end=end,
                    mode=one.mode,
                    cue=self._cue(reading, one),
                    speaker=one.speaker,
                    occasion=one.occasion,
                    chain=one.links,
                    parent=parent,
                    quote=one.quote,
                    candidates=one.candidates,
                    by=VERSION,
                )
            )
        return tuple(out)

    @staticmethod
    def _cue(reading: Reading, found: Found) -> Cue:
        token = reading.tokens[found.cue_at]
        if found.cue is None:
            last = reading.tokens[max(found.cue_at, found.cue_last - 1)]
            return Cue(start=token.start, end=last.end, lemma=found.lemma, stance="neutral")
        start = token.start + (found.cue.skip if token.end - token.start > found.cue.skip else 0)
        return Cue(start=start, end=token.end, lemma=found.lemma, stance=found.cue.stance)


_NOBODY = CueWord("", "noun", frozenset(), "neutral", frozenset(), "masdar", "", "")


def _doubtful(found: Found, first: int) -> bool:
    """Say whether a noun phrase after a cue in mid-sentence with no known speaker is hardly a report."""
    opening = found.opening
    if opening is None or found.speaker is not None or opening.passive:
        return False
    return opening.how not in ("that", "colon", "quote", "inverted") and found.cue_at > first + 1


def _named(who: Phrase) -> Speaker:
    how = "named" if who.person else "office"
    return Speaker(name=who.name, kind=who.kind, start=who.start, end=who.end, how=how)


def _fullest(link: Link, memory: Memory) -> Link:
    """Return ``البيان`` under the name by which the report first names it."""
    known = memory.documents.get(_head_word(link.name))
    if link.kind != "document" or known is None or not fold(link.name).startswith("ال"):
        return link
    return Link(name=known[0].name, kind="document", start=link.start, end=link.end)


def _inherit(link: Link) -> Link:
    return Link(name=link.name, kind=link.kind, start=link.start, end=link.end, inherited=True)


def _head_word(name: str) -> str:
    key = fold(name.split()[0]) if name.split() else ""
    return key[2:] if key.startswith("ال") else key


def _speaks(reading: Reading, who: Phrase, colon: int, last: int) -> bool:
    """Say whether what stands before a headline's colon is a speaker: a person always, a place only if it says we."""
    if who.person:
        return True
    if who.kind in ("unnamed", "document") or reading.tokens[who.first].text in '«"“':
        return True
    mention = reading.mention_at.get(who.first)
    if mention is not None and mention[0].type == "ORG":
        return True
    if mention is None and not reading.keys[who.first].startswith("ال") and who.kind == "office":
        return True
    return any(
        reading.keys[j] in _CLAIMS or reading.keys[j].startswith(("سن", "لن"))
        for j in range(colon + 1, min(last, colon + 4))
    )


_RUBRICS = words("rubrics")
_CLAIMS = words("claims")


def _distinct(openings: list[Opening]) -> list[Opening]:
    """One opening a content: the first cue that reaches it wins, but for a noun of saying the verb before it does."""
    seen: dict[int, Opening] = {}
    for opening in openings:
        known = seen.get(opening.content)
        if known is None or (
            opening.cue.tense == "past"
            and known.cue.tense == "past"
            and opening.subject is not None
            and known.relay is None
        ):
            seen[opening.content] = opening
    return sorted(seen.values(), key=lambda o: o.at)
