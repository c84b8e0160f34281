"""The discourse: who speaks where the subject is dropped, a pronoun, an office named before."""

from __future__ import annotations

import msgspec

from riwaya.annotate.statements.agreement import agrees
from riwaya.annotate.statements.cues import Cue
from riwaya.annotate.statements.found import NOBODY, Found, Memory, Passage, aside, named
from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.marks import Opening
from riwaya.annotate.statements.offices import institution
from riwaya.annotate.statements.phrases import after_preposition, subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.speakers import REACH, Subjects, of_antecedent, pronoun_before, speaks
from riwaya.annotate.statements.speaking import a_person
from riwaya.annotate.statements.words import PERSON_TITLES, RELATIVES, words
from riwaya.arabic.tokens import Token
from riwaya.model import Link, Speaker

Candidate = tuple[Speaker, str, str]
"""A possible speaker with gender and number."""

_NEAR = 60
_STANCE = 24  # words before a participle within which a noun of stance tells whose it is
_DEEP = 6
_NEXT = 2
_PASSED_ON = words("passed-on")
_TURNS = words("turns")
_SIDES = words("sides")
_STANCES = words("stances")


class Discourse:
    """Settles speakers and remembers them."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._subjects = Subjects(sources)

    def settle(self, passage: Passage, found: Found) -> None:
        """Set the statement's speaker with gender and number, or its candidates where none agrees."""
        reading, first, memory = passage.reading, passage.first, passage.memory
        opening, cue = found.opening, found.cue
        if opening is not None and opening.subject is not None:
            found.speaker = named(opening.subject)
            found.gender = self._gender(opening, cue, opening.subject)
            found.number = opening.subject.number
            if memory.speaker is not None and self._takes_up(passage, opening.subject, cue):
                found.speaker = msgspec.structs.replace(found.speaker, name=memory.speaker.name, kind="person")
            self._of_headline(reading, found, opening.subject, memory)
            return
        if cue is None:
            cue = NOBODY
        if reading.keys[found.cue_at + 1 : found.cue_at + 2] in (["فيه"], ["فيها"]) and self._written(
            reading, found, first
        ):
            return
        if cue.tense in ("past", "present"):
            since = max((f.last for f in passage.here if f is not found and f.last <= found.cue_at), default=first)
            before = self._subjects.before(reading, found.cue_at, since, cue)
            if before is not None:
                found.speaker = named(before)
                found.gender, found.number = cue.gender or before.gender, before.number
                return
            if of_antecedent(reading, found.cue_at, cue):
                return
        self._carried(passage, found, cue)

    @staticmethod
    def _gender(opening: Opening, cue: Cue | None, who: Phrase) -> str:
        """The gender that what follows will agree with; in ``نقلت الصحيفة عن الوزير قوله`` it is not the verb's."""
        if who.kind == "collective":
            return ""
        if cue is None or opening.relay is not None:
            return who.gender
        return cue.gender if cue.tense in ("past", "present") else cue.gender or who.gender

    @staticmethod
    def _takes_up(passage: Passage, who: Phrase, cue: Cue | None) -> bool:
        """``وأضاف الدبلوماسي``: a description with the article goes on for the person who has just spoken."""
        memory, reading = passage.memory, passage.reading
        if cue is None or who.kind not in ("office", "person") or who.person:
            return False
        speaker = memory.speaker
        held = speaker is not None and speaker.name in reading.headed.get(
            reading.keys[who.first].removeprefix("ال"), ()
        )
        if "goes-on" not in cue.flags and not held:
            return False
        near = memory.sentence >= passage.number - 2 and speaker is not None and speaker.kind == "person"
        key = reading.keys[who.first]
        alone = key.startswith("ال") and who.first not in reading.mention_at and not institution(reading, who.first)
        return near and alone and a_person(key) and who.number == "s" and who.gender == memory.gender

    @staticmethod
    def _of_headline(reading: Reading, found: Found, who: Phrase, memory: Memory) -> None:
        """``سالم: …`` in the headline and ``قال رئيس الوزراء`` in the lead: one speaker."""
        headed = memory.speaker
        if (
            headed is None
            or headed.kind != "person"
            or who.person
            or who.kind not in ("office", "person")
            or memory.paragraph > -1
        ):
            return
        if reading.keys[who.first] in PERSON_TITLES and found.sentence == memory.sentence + 1:
            found.speaker = Speaker(name=headed.name, kind="person", start=who.start, end=who.end, how="office")

    def _written(self, reading: Reading, found: Found, first: int) -> bool:
        """``أصدرت الوزارة بيانا قالت فيه``, ``تصريحات للوزير قال فيها``: whose document or occasion it is speaks."""
        at, kind = self._written_at(reading, first, found.cue_at)
        who = self._whose(reading, first, at, found.cue_at) if kind else None
        if who is None:
            return False
        found.speaker, found.number = named(who), "s"
        token = reading.tokens[at]
        if kind == "document":
            plain = not reading.keys[at].endswith("ا") or reading.keys[at].endswith("ها")
            name = token.text if plain else token.text.rstrip("ًا")
            found.links = (Link(name=name, kind="document", start=token.start, end=token.end),)
        return True

    def _written_at(self, reading: Reading, first: int, end: int) -> tuple[int, str]:
        """Return the nearest document before token ``end`` and its kind; an occasion where there is no document."""
        occasion = -1
        for at in range(end - 1, max(first, end - 30) - 1, -1):
            key = reading.keys[at]
            accusative = key.endswith("ا") and not key.endswith("ها")
            kind = self._sources.kind(key) or (self._sources.kind(key[:-1]) if accusative else None)
            if kind == "document":
                return at, kind
            if kind == "occasion" and occasion < 0:
                occasion = at
        return occasion, "occasion" if occasion >= 0 else ""

    def _whose(self, reading: Reading, first: int, at: int, end: int) -> Phrase | None:
        """Return who issued or spoke: named after ``ل``, else the subject of the verb before."""
        if at + 1 < end and reading.keys[at + 1].startswith("ل") and len(reading.keys[at + 1]) > 3:
            who = after_preposition(reading, self._sources, at + 1, end)
            if who is not None:
                return who
        return next((p for p, _ in self._subjects.verbal(reading, first, at) if p.last <= at), None)

    def _carried(self, passage: Passage, found: Found, cue: Cue) -> None:
        """The subject is dropped: somebody named before, in the sentence or earlier."""
        relayed = found.opening is not None and found.opening.relay is not None
        local = self._in_sentence(passage, found, cue) if found.cue is not None and not relayed else []
        carried = self._from_before(passage, found, cue)
        for who in local + carried:
            speaker, gender, number = who
            if agrees(cue, gender, number):
                how = "dropped" if who in local else "carried"
                found.speaker = Speaker(
                    name=speaker.name, kind=speaker.kind, start=speaker.start, end=speaker.end, how=how
                )
                found.gender, found.number = gender or cue.gender, number
                return
        found.candidates = tuple(dict.fromkeys(speaker.name for speaker, _, _ in local + carried))[:4]

    def _in_sentence(self, passage: Passage, found: Found, cue: Cue) -> list[Candidate]:
        """Return who could speak within the sentence: the speakers of its other cues, else its subjects."""
        outer = [f for f in passage.here if f is not found and f.speaker is not None and f.cue_at < found.cue_at]
        spoken = [
            (f.speaker, f.gender, f.number)
            for f in sorted(outer, key=lambda f: (aside(f), -f.cue_at))
            if f.speaker is not None and not f.first <= found.cue_at < f.last
        ]
        if spoken:
            return [*self._nearest_agent(passage, found, cue), *spoken]
        since = max((f.last for f in outer if f.last <= found.cue_at), default=passage.first)
        start = max(since, found.cue_at - _NEAR)
        reading = passage.reading
        what = found.cue_at > start and reading.keys[found.cue_at - 1] == "ما"  # ضبطت الشرطة ما قالت إنها أسلحة
        local = [
            s
            for s in self._subjects.verbal(
                reading, start, found.cue_at, what or cue.tense == "participle", what or cue.lemma == "قول"
            )
            if s[0].last <= found.cue_at and speaks(reading, s[0]) and reading.keys[s[0].first - 1] not in _PASSED_ON
        ]
        related = found.cue_at > passage.first and reading.keys[found.cue_at - 1] in RELATIVES
        if cue.tense == "participle" or cue.kind == "noun" or related or what:
            local.reverse()
        main = self._subjects.main(reading, passage.first, found.cue_at) if since == passage.first else None
        heads = (
            [main]
            if not related and main is not None and main[0].last <= found.cue_at and speaks(reading, main[0])
            else []
        )
        return [(named(phrase), gender, phrase.number) for phrase, gender in [*heads, *local[:3]]]

    def _nearest_agent(self, passage: Passage, found: Found, cue: Cue) -> list[Candidate]:
        """``…، ما يؤكد رفض القبائل للاتفاق مطالبة بوقف العمل``: who holds that stance, not who spoke before."""
        reading, at = passage.reading, found.cue_at
        said = [f for f in passage.here if f.opening is None or f.opening.subject is not None or f.cue is None]
        since = max((f.last for f in said if f is not found and f.last <= at), default=at)
        for j in range(at - 2, max(since, at - _STANCE) - 1, -1):
            if reading.keys[j] not in _STANCES or cue.tense != "participle":
                continue
            if reading.keys[j + 1].endswith("ات"):
                return [_group(reading.tokens[j + 1])]
            end = next((k for k in range(j + 2, at) if reading.keys[k].startswith("ل")), at)  # رفض الحكومة [للاتفاق]
            who = subject(reading, self._sources, j + 1, end, objects=True)
            return [(named(who), who.gender, who.number)] if who is not None and who.first == j + 1 else []
        return []

    @staticmethod
    def _turned(passage: Passage) -> bool:
        """Say whether the sentence turns to somebody else: ``من جانبه``, ``بدورها``."""
        keys = passage.reading.keys[passage.first : passage.first + 3]
        if keys and keys[0].removeprefix("و") in _TURNS:
            return True
        return len(keys) > 1 and keys[0] in ("من", "ومن") and keys[1] in _SIDES

    def _from_before(self, passage: Passage, found: Found, cue: Cue) -> list[Candidate]:
        """Return who could be carried over from earlier sentences; deep in a sentence of its own nobody is."""
        memory = passage.memory
        goes_on = "goes-on" in cue.flags
        deep = cue.tense == "past" and found.cue_at - passage.first > _DEEP and not goes_on
        alone = not any(f.speaker is not None and f.cue_at < found.cue_at for f in passage.here)
        came = passage.reading.keys[passage.first : passage.first + 2] in (["جاء", "ذلك"], ["وجاء", "ذلك"])
        if deep and alone and not came and pronoun_before(passage.reading, found.cue_at) is None:
            return []
        if self._turned(passage):
            return []
        carried: list[Candidate] = []
        if memory.speaker is not None and memory.paragraph >= passage.paragraph - REACH:
            carried.append((memory.speaker, memory.gender, memory.number))
        told = found.cue is not None or found.opening is not None  # وفق تعبيره points to a speaker, not to a subject
        if told and memory.subject is not None and memory.subject_sentence >= passage.number - 1:
            newer = memory.subject_sentence > memory.sentence and not goes_on
            carried.insert(0 if newer else len(carried), memory.subject)
        near = found.cue_at <= passage.first + _NEXT and cue.gender == "f"  # a masculine verb may be anybody's
        if near and memory.earlier is not None and memory.earlier_paragraph >= passage.paragraph - 2:
            carried.append(memory.earlier)
        return carried

    def remember(self, passage: Passage, found: Found) -> None:
        """Keep the speaker for what follows."""
        memory = passage.memory
        if memory.speaker is not None and (found.speaker is None or memory.speaker.name != found.speaker.name):
            memory.earlier = (memory.speaker, memory.gender, memory.number)
            memory.earlier_paragraph = memory.paragraph
        memory.speaker, memory.gender, memory.number = found.speaker, found.gender, found.number
        memory.occasion, memory.sentence, memory.paragraph = found.occasion, found.sentence, passage.paragraph
        memory.links = found.lasting if found.opening is not None else ()
        memory.covering = found.covering if found.opening is not None else ()

    def remember_subject(self, passage: Passage) -> None:
        """Keep the subject of a sentence that reports nothing: ``وافقت واشنطن …`` before ``وجددت …``."""
        if any(found.cue_at < passage.first + 6 for found in passage.here):
            return
        main = self._subjects.main(passage.reading, passage.first, passage.last)
        if main is not None and main[0].kind != "unnamed" and speaks(passage.reading, main[0]):
            passage.memory.subject = (named(main[0]), main[1], main[0].number)
            passage.memory.subject_sentence = passage.number


def _group(noun: Token) -> Candidate:
    """Return a plural in -āt as those who hold a stance: ``رفض المليشيات``."""
    return Speaker(name=noun.text, kind="collective", start=noun.start, end=noun.end, how="dropped"), "f", "s"
