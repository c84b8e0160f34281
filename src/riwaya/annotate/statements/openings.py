"""Where a cue opens a content: its subject, what lies between, and the first token of the content."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from riwaya.annotate.statements.accused import accused
from riwaya.annotate.statements.addressees import ADDRESSING, links
from riwaya.annotate.statements.governed import WAYS, Governed, in_headline
from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.led import led
from riwaya.annotate.statements.marks import Opening, Site, brings
from riwaya.annotate.statements.moods import reports
from riwaya.annotate.statements.offices import OFFICES, institution
from riwaya.annotate.statements.passing import at_quotation, in_title, past_insertion, past_mark, past_meantime
from riwaya.annotate.statements.phrases import late, subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.relays import Relays
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.speakers import Subjects
from riwaya.annotate.statements.unnamed import ASKING, past_anonymity
from riwaya.annotate.statements.words import ADVERBS, NOT_BEFORE_THAT, PREPOSITIONS, RELATIVES, THAT, words
from riwaya.arabic.verbs import readings

FAR = {"core": 42, "": 16, "strict": 5}
"""Tokens from the subject to what brings the content in, by how sure a sign of speech the cue is."""

_THAT_WAYS = ("that", "ila", "ala", "bi", "min", "bi-that")
_BETWEEN = words("between")
_CITING = frozenset(("نقلا", "ونقلا"))
_GOD = words("god")
_BACK = 8
_BE = words("to-be")
_COMMAS = 4
_AUXILIARY = words("particles")
_NEAR = 5
_PLURAL = ("ون", "وا")
_IMPERSONAL = frozenset(word for word in NOT_BEFORE_THAT if word.startswith("الم"))
"""``ومن المحتمل، وفقا له، أن``: the complementiser is that of المحتمل (it is likely)."""

_INSERTED = words("inserted")


class Openings:
    """Finds the openings of one sentence."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._before = Subjects(sources)
        self._governed = Governed(sources)
        self._relays = Relays(sources, self._scan)

    def find(self, reading: Reading, first: int, last: int, asides: Mapping[int, int]) -> list[Opening]:
        """Return the openings among tokens ``first``..``last``, in order; ``asides`` are attributions to step over."""
        found: list[Opening] = []
        for i in range(first, last):
            cue = reading.cues.get(i)
            opening = self._opening(Site(reading, i, cue, first, last, asides)) if cue is not None else None
            if opening is None or in_title(reading, opening):
                continue
            inserted = i > first and reading.keys[i - 1] in _INSERTED
            if not inserted or all(opening.content != other.content for other in found):
                found.append(opening)
        return found

    def _opening(self, site: Site) -> Opening | None:
        cue = site.cue
        if cue.kind == "noun":
            return self._relays.noun(site)
        if past_anonymity(site.reading, site.at, site.last) > site.at:
            return None  # طالبا عدم كشف اسمه
        if cue.tense == "participle":
            if cue.takes("as", "declined"):
                return self._relays.described(site) if cue.takes("as") else self._relays.declined(site)
            # ظروف مشددة: an adjective unless أن follows at once
            adjective = cue.gender == "f" and not site.pause and cue.lemma != "قال"
            reach = min(site.last, site.at + (3 if adjective else 10))
            return self._scan(site, None, site.at + 1, reach) if site.after not in _GOD else None
        if not reports(site):
            return None
        if cue.kind == "passive" or _vocalised_passive(site):
            return self._passive(site)
        if cue.takes("relay"):
            return self._relays.relayed(site)
        if cue.takes("fi-document"):
            return self._relays.written(site)
        if "learnt" in cue.flags:
            return self._relays.learnt(site)
        if cue.takes("as"):
            return self._relays.described(site)
        if cue.takes("declined"):
            return self._relays.declined(site)
        return self._verb(site)

    def _passive(self, site: Site) -> Opening | None:
        """``وأُفيد بأن …``, ``ذُكر أن …``: nobody is named; a relative clause (``الذي قيل إنه``) is the reporter's."""
        if site.cue.takes("relay"):
            return self._relays.relayed(site)
        opens = site.at == site.first or bool(site.cue.skip)
        if not opens and (site.cue.kind == "passive" or not (site.pause or site.before in _AUXILIARY)):
            return None
        opening = self._scan(site, None, site.at + 1, min(site.last, site.at + _NEAR + 1))
        told = opening is not None and (opening.how == "that" or "core" in site.cue.flags)
        return msgspec.structs.replace(opening, passive=True) if opening is not None and told else None

    def _verb(self, site: Site) -> Opening | None:
        """A finite verb: read its subject, then walk to the content."""
        reading, flags = site.reading, site.cue.flags
        who = self._subject(site)
        if who is None and site.at + 1 < site.last and self._sources.kind(reading.keys[site.at + 1]) == "evidence":
            return None
        told_to, who = (who, None) if self._addresses(site, who) else (None, who)
        start = who.last if who is not None else site.at + 1
        far = FAR["core" if "core" in flags else "strict" if "strict" in flags else ""]
        opening = self._scan(site, who, start, min(site.last, start + far))
        if opening is None and told_to is not None:  # سالم يتوعد النهر "برد قاس"
            opening = self._scan(site, None, told_to.last, min(site.last, start + far))
        if opening is not None and accused(site, who, opening):
            return msgspec.structs.replace(opening, subject=None, passive=True)
        return self._cited(reading, who, start, opening) if opening is not None else None

    def _cited(self, reading: Reading, who: Phrase | None, start: int, opening: Opening) -> Opening:
        """``قالت الوكالة نقلا عن مسؤول إن …``: the official speaks, the agency passes it on."""
        for k in range(start, opening.between - 2):
            if reading.keys[k] in _CITING and reading.keys[k + 1] == "عن":
                source = subject(reading, self._sources, k + 2, opening.between + 1)
                if source is not None:
                    return msgspec.structs.replace(opening, subject=source, relay=who or self._was(reading, opening.at))
        return opening

    def _was(self, reading: Reading, at: int) -> Phrase | None:
        """Return the subject before the cue: ``وكانت القناة قد ذكرت``."""
        start = next((k for k in range(at - 1, max(0, at - _BACK) - 1, -1) if reading.keys[k] in _BE), None)
        return subject(reading, self._sources, start + 1, at) if start is not None else None

    def _subject(self, site: Site) -> Phrase | None:
        """Return the subject after the verb, over ``فيه``, ``أمس`` and their like: ``قال اليوم الثلاثاء وزير …``."""
        reading, at, last = site.reading, site.at + 1, site.last
        objects = site.cue.takes("object", "object-any", "object-said", *ADDRESSING)
        j = at
        while j < min(last, at + 5) and (
            reading.keys[j] in _BETWEEN
            or reading.keys[j] in ADVERBS
            or (j in reading.timed and j not in reading.mention_at)
        ):
            j += 1
        if site.cue.number == "p" and reading.keys[site.at].endswith(_PLURAL):
            return None  # حثوا المجتمع الدولي: before its subject a verb is singular
        who = subject(reading, self._sources, j, last, objects)
        if who is None:
            return late(reading, self._sources, j, last)
        if j == at:
            return who
        plain = who.person or who.kind == "unnamed" or who.first in reading.mention_at
        return who if plain or _definite(reading, who) or institution(reading, who.first) else None

    def _addresses(self, site: Site, who: Phrase | None) -> bool:
        """``طالب الحكومة ب``: where the verb can't be that noun's, it is the addressee and the subject is dropped."""
        cue = site.cue
        # any verb behind a name has its object behind it; one that has an addressee, behind a bare title too
        if who is not None and (led(site) or ("addressee" in cue.flags and self._has_subject(site))):
            return True
        if who is None or not cue.takes(*ADDRESSING):
            return who is not None and cue.takes("object-any") and in_headline(site)
        if not cue.skip and not site.pause and site.before not in PREPOSITIONS and site.before not in ADVERBS:
            return True
        linked = who.last < site.last and links(site, site.reading.keys[who.last])
        if linked and cue.tense == "present" and _after_subject(site):
            return True
        owned = any(k in site.reading.mention_at for k in range(who.first + 1, who.last))  # يتهم معارضون سالما
        if "transitive" in cue.flags and linked and not owned:
            return True
        masculine = cue.gender == "m" and who.gender == "f" and not who.person
        feminine = cue.gender == "f" and who.gender == "m" and who.number == "s" and not who.person
        return masculine or feminine

    def _has_subject(self, site: Site) -> bool:
        """``سالم يهدد ليلى ب…``: behind its subject a verb has its object, not a second subject."""
        before = None if site.pause else self._before.before(site.reading, site.at, site.first, site.cue)
        return before is not None and before.last == site.at

    def _scan(self, site: Site, who: Phrase | None, start: int, end: int) -> Opening | None:
        """Walk from the subject to what brings the content in."""
        reading = site.reading
        j = start = self._past_office(reading, who, start, end)
        commas, adjunct = 0, False
        while j < end:
            token, key = reading.tokens[j], reading.keys[j]
            if token.kind == "punct":
                if token.text == ":":
                    return site.after_colon(who, j, end)
                quoted = j in reading.quotations.by_open
                opening = at_quotation(self._sources, site, who, start, j, end) if quoted else None
                if opening is not None:
                    return opening
                commas += token.text in "،,"
                j = past_insertion(reading, j, end) or past_mark(reading, j, end)
                if commas > _COMMAS or j < 0:
                    return None
                continue
            if (after := site.asides.get(j, j)) > j or (after := past_meantime(reading, j)) > j:
                j = after  # قال قائد الشرطة، حسبما ذكرت الوكالة، إن …
                continue
            if key in ASKING and (after := past_anonymity(reading, j, end)) > j:
                j = after
                continue
            if key in THAT and not _if(reading, j) and _is_that(site, start, j):
                return site.content("that", j + 1, who, j)
            opening = self._governed.at(site, who, start, j, end, adjunct)
            if opening is not None:
                return opening
            if j > site.at + 1 and _another(reading, j):
                return None
            adjunct = adjunct or key in PREPOSITIONS or key in RELATIVES or j in reading.timed
            j += 1
        return None

    def _past_office(self, reading: Reading, who: Phrase | None, at: int, end: int) -> int:
        """Skip the office after a name: ``خليل نوري رئيس الهيئة``, ``خليل نوري، عضو المجلس،``."""
        if who is None or not who.person:
            return at
        j = at + 1 if at < end and reading.tokens[at].text in "،," else at
        if j >= end or reading.keys[j] not in OFFICES:
            return at
        office = subject(reading, self._sources, j, end)
        return min(office.last, end) if office is not None else at


def _vocalised_passive(site: Site) -> bool:
    """Say whether the print itself shows a passive: ``أُعلن``, ``ذُكر``."""
    printed = site.reading.tokens[site.at].text.lstrip("وف")
    return site.cue.tense == "past" and printed[1:2] == "ُ"


def _after_subject(site: Site) -> bool:
    """``الوزير ينفي … ويدعو المرضى إلى``: of verbs joined by و after their subject none has another subject."""
    cues = site.reading.cues
    return bool(site.cue.skip) and any(
        k in cues and cues[k].kind == "verb" and cues[k].tense == "present" and not cues[k].skip
        for k in range(site.first + 1, site.at)
    )


def _is_that(site: Site, start: int, j: int) -> bool:
    """Say whether the complementiser at ``j`` is the cue's, and not that of ``بعد أن`` or of another verb."""
    reading, cue, before = site.reading, site.cue, site.reading.keys[j - 1]
    if "strict" in cue.flags and j > start + (reading.tokens[j - 1].text in "،,"):
        return False
    if j == site.at + 1:
        return cue.takes(*_THAT_WAYS) and brings(cue, reading.keys[j])
    if before in WAYS:
        return cue.takes(WAYS[before], f"{WAYS[before]}-that")
    ago = before == "قبل" and reading.keys[j - 2] == "من" and cue.lemma == "قال"  # قال من قبل إن
    if (before in NOT_BEFORE_THAT and not ago) or not cue.takes(*_THAT_WAYS) or not brings(cue, reading.keys[j]):
        return False
    sure = cue.lemma == "قال" and reading.tokens[j].form.startswith("إ")  # no other verb governs إن
    if j - start > 14 and reading.tokens[j - 1].kind != "punct" and (j - 1) not in reading.mention_at and not sure:
        return False
    if j > start and _governs_that(reading, j - 1):
        return False
    if any(reading.keys[k] in _IMPERSONAL for k in range(max(start, j - _NEAR), j)):
        return False
    wanted = reading.tokens[j].form.startswith("أ") and cue.lemma == "قال" and before[0] in "يتن"  # يريد أن
    return not (wanted and j - site.at > 2)


def _if(reading: Reading, j: int) -> bool:
    """``إن لم تتوقف`` (if it doesn't stop): no complementiser."""
    return reading.keys[j] == "ان" and reading.tokens[j].form.startswith("إ") and reading.keys[j + 1 : j + 2] == ["لم"]


def _governs_that(reading: Reading, i: int) -> bool:
    """Say whether the word at ``i`` is a present verb, whose complementiser follows: ``وثائق تثبت أن``."""
    if i in reading.mention_at or i in reading.timed or reading.keys[i][:1] not in ("ي", "ت"):
        return False
    return any(one.features.tense == "present" and not one.suffix for one in readings(reading.keys[i]))


def _another(reading: Reading, j: int) -> bool:
    """Say whether another cue takes over here: ``علق النائب قائلا: …``."""
    cue = reading.cues.get(j)
    if cue is None:
        return False
    if cue.kind == "noun":
        return cue.lemma == "قول"
    if cue.tense == "participle":
        return True
    return reading.keys[j - 1] not in RELATIVES and "core" in cue.flags and (cue.tense == "past" or bool(cue.skip))


def _definite(reading: Reading, who: Phrase) -> bool:
    """Say whether a phrase is definite by its first word or by its last: ``الوزير``, ``محامو ليلى نوري``."""
    if reading.keys[who.first].startswith("ال") or (
        who.last > who.first + 1 and reading.keys[who.last - 1][:2] == "ال"
    ):
        return True
    named = (reading.mention_at.get(k) for k in range(who.first + 1, who.last))
    return any(found is not None and found[1] == who.last for found in named)
