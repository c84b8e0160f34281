"""Who is made responsible: the subject named, before the verb, dropped or carried over sentences."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.annotate.statements.agreement import agrees
from riwaya.annotate.statements.cues import Cue
from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.offices import institution
from riwaya.annotate.statements.phrases import after_preposition, subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.speaking import a_speaker
from riwaya.annotate.statements.words import PREPOSITIONS, RELATIVES, THAT, words
from riwaya.arabic.verbs import readings

_BE = words("to-be")
_HE = words("pronouns")
_BREAKS = frozenset((".", "..", "…", "؛"))
_SKIP = words("particles")
_CLAUSE = words("clause-openers")
REACH = 3
_CLAUSE_REACH = 6
_PLACE_NOUNS = words("place-nouns")
_SPEAKS = ("unnamed", "document", "collective")
_SOURCES = ("agency", "outlet", "class", "office", "unnamed", "document")


class Subjects:
    """Finds subjects that stand before their verb."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def before(self, reading: Reading, at: int, first: int, cue: Cue) -> Phrase | None:
        """Return the subject before the cue: ``وكانت الوزارة قد أعلنت``, ``الوزير يؤكد``, ``الوزير، الذي …، قال``."""
        if cue.skip and at > first and not reading.keys[at].startswith("ف"):
            return self._joined(reading, at, first, cue)
        stop = at
        while stop - 1 > first and (reading.keys[stop - 1] in _SKIP or reading.tokens[stop - 1].text in "،,"):
            stop -= 1
        if stop <= first:
            return None
        if reading.keys[stop - 1] in RELATIVES:
            return self._antecedent(reading, stop - 1, first, cue)
        for start in self._starts(reading, first, stop):
            key = reading.keys[start]
            noun = key.startswith(("ال", "وال", "فال")) or a_speaker(key)
            if start not in reading.mention_at and not noun and verb_gender(key) is not None:
                continue
            joined = key.startswith(("وال", "فال")) and start not in reading.mention_at
            read = after_preposition if joined else subject  # والعاملون أكدوا
            phrase = read(reading, self.sources, start, stop)
            if phrase is None or phrase.last > stop:
                continue
            gap = stop - phrase.last
            inserted = phrase.last < stop and reading.tokens[phrase.last].text in "،,(-"
            near = gap <= 1 or (inserted and gap < 30) or (gap <= 14 and self._verbless(reading, phrase.last, stop))
            if near and agrees(cue, phrase.gender, phrase.number):
                return phrase
        return None

    @staticmethod
    def _verbless(reading: Reading, first: int, stop: int) -> bool:
        """Say whether no verb stands between a subject and its cue, relative clauses after ``حيث`` aside."""
        for j in range(first, stop):
            if reading.keys[j] in RELATIVES or reading.keys[j] == "حيث":
                return True
            if (
                j not in reading.mention_at
                and reading.keys[j] not in PREPOSITIONS
                and verb_gender(reading.keys[j]) is not None
            ):
                return False
        return True

    def _starts(self, reading: Reading, first: int, stop: int) -> list[int]:
        """Return where a subject may begin, the nearest first."""
        starts = [
            j + 1
            for j in range(max(first, stop - 40), stop - 1)
            if reading.keys[j] in _BE or reading.keys[j] in _CLAUSE or reading.tokens[j].text in _BREAKS
        ]
        starts.reverse()
        if stop - first < 40:
            starts.append(first)
        return starts

    def _joined(self, reading: Reading, at: int, first: int, cue: Cue) -> Phrase | None:
        """Return whom a relative clause tells of that ``و`` goes on: ``الوكالة، التي اعتذرت وقالت``."""
        for i in range(at - 1, max(first, at - _CLAUSE_REACH), -1):
            if reading.tokens[i].kind == "punct" or i in reading.cues or reading.keys[i] in THAT:
                return None
            if reading.keys[i] in RELATIVES:
                return self._antecedent(reading, i, first, cue)
        return None

    def _antecedent(self, reading: Reading, relative: int, first: int, cue: Cue) -> Phrase | None:
        best: Phrase | None = None
        for start in range(relative - 1, max(first, relative - 12) - 1, -1):
            if reading.keys[start] in PREPOSITIONS or reading.keys[start] in THAT:
                break
            phrase = subject(reading, self.sources, start, relative)
            if phrase is None or relative - phrase.last > 1 or not speaks(reading, phrase):
                continue
            if agrees(cue, phrase.gender, phrase.number):
                best = phrase
        return best

    def main(self, reading: Reading, first: int, last: int) -> tuple[Phrase, str] | None:
        """Return the subject of the first verb, or the subject that opens the sentence, and its gender."""
        i = first
        while i < last and (reading.tokens[i].kind == "punct" or reading.keys[i] in _OPENERS):
            i += 1
        if i + 1 >= last:
            return None
        if reading.keys[i] in _BE:
            phrase = subject(reading, self.sources, i + 1, last)
            if phrase is not None and (
                phrase.person or reading.keys[phrase.last - 1].startswith("ال") or phrase.last - 1 in reading.mention_at
            ):
                return phrase, phrase.gender
        key = reading.keys[i]
        if key.startswith(("وال", "فال")) and i not in reading.mention_at:
            phrase = after_preposition(reading, self.sources, i, last)  # فالرئيس سالم، …
            if phrase is not None and phrase.person:
                return phrase, phrase.gender
        if i in reading.mention_at or key.startswith("ال") or (a_speaker(key) and i not in reading.cues):
            phrase = subject(reading, self.sources, i, last)
            if phrase is not None and (phrase.person or i in reading.mention_at):
                return phrase, phrase.gender
        return next(iter(self.verbal(reading, i, min(last, i + 40))), None)

    def verbal(
        self, reading: Reading, first: int, last: int, suffixed: bool = False, relative: bool = False
    ) -> Iterator[tuple[Phrase, str]]:
        """Yield the subjects that follow a verb among tokens ``first``..``last``, with gender.

        ``suffixed``: the verb may have its object on it (``قاطعته النائبة``); ``relative``: in a relative clause
        too, if its object is said there again (``الحدث الذي حضره الوزير``, ``الذي أشاد به الوزير``).
        """
        for i in range(first, last - 1):
            key = reading.keys[i]
            short = len(key) < 3 - (relative and i == first)
            if short or i in reading.mention_at or i in reading.timed or key in PREPOSITIONS:
                continue
            before = reading.keys[i - 1] if i > first else ""
            again = ((suffixed and before == "ما") or (relative and before in RELATIVES)) and _says_again(reading, i)
            if not again and (before in RELATIVES or before in PREPOSITIONS - _MAIN - _SKIP):
                continue
            gender = verb_gender(key, again or (suffixed and (i == first or key.startswith("و"))))
            if gender is None:
                continue
            at = i + 1 + (reading.keys[i + 1] in _BETWEEN)
            phrase = subject(reading, self.sources, at, last, objects=True) if at < last else None
            if phrase is None or not (
                phrase.person
                or phrase.first in reading.mention_at
                or reading.keys[phrase.first].startswith("ال")
                or phrase.kind in ("unnamed", "document")
                or phrase.source in ("class", "agency", "outlet")
                or institution(reading, phrase.first)
                or a_speaker(reading.keys[phrase.first])
            ):
                continue
            yield phrase, (phrase.gender if phrase.person else "") or gender or phrase.gender


_BETWEEN = words("between")
_MAIN = words("main-clause")
_OPENERS = words("sentence-openers")


def verb_gender(key: str, suffixed: bool = False) -> str | None:
    """Return the gender of a finite third person verb, None for any other word; ``suffixed``: with an object on it."""
    for one in readings(key):
        finite = one.features.tense in ("past", "present") and one.features.person == 3
        if finite and (suffixed or not one.suffix):
            return one.features.gender or ""
    return None


def _says_again(reading: Reading, i: int) -> bool:
    """Say whether a relative clause's verb has its object, so that a noun after it is the subject: ``ما أكده سالم``."""
    return verb_gender(reading.keys[i]) is None or reading.keys[i + 1] in _BETWEEN


def pronoun_before(reading: Reading, at: int) -> str | None:
    """Return the gender of a pronoun right before the cue: ``لكنه قال`` → m."""
    before = reading.keys[at - 1] if at else ""
    if before not in _HE:
        return None
    return "f" if before.endswith(("ها", "هي")) else "m"


def speaks(reading: Reading, who: Phrase) -> bool:
    """Say whether a subject without a report of its own can be whose words follow: no ``التوتر``, no ``المسافة``."""
    if who.person or who.kind in _SPEAKS or who.source in _SOURCES:
        return True
    named = reading.mention_at.get(who.first)
    if named is not None:
        return named[0].type != "LOC" or reading.keys[who.first] not in _PLACE_NOUNS
    return a_speaker(reading.keys[who.first])


def of_antecedent(reading: Reading, at: int, cue: Cue) -> bool:
    """Say whether a verb's subject is what ``الذي`` before it tells of: not in ``الدول التي قال إنها``."""
    relative = reading.keys[at - 1] if at else ""
    if relative not in RELATIVES or not cue.gender:
        return False
    feminine = relative.endswith("لتي")
    return (cue.gender == "f") == feminine if cue.number != "p" else relative.endswith("ذين")
