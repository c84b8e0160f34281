"""Cues with a grammar of their own: نقل عن، جاء في البيان، علمت من مصادر، وصف بأنه، and nouns of saying."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from riwaya.annotate.statements.addressees import NOT_BI
from riwaya.annotate.statements.cues import Cue
from riwaya.annotate.statements.governed import WAYS
from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.marks import Opening, Site, brings
from riwaya.annotate.statements.phrases import subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import ADVERBS, NEGATIONS, NOT_BEFORE_THAT, PREPOSITIONS, RELATIVES, THAT, words

Scan = Callable[[Site, Phrase | None, int, int], Opening | None]
"""Walks from a token to what brings the content in: site, subject, first token, token after the last."""

_SAYING = Cue("جاء", "verb", frozenset(("that", "quote")), "neutral", frozenset(), "past", "", "")
_IN_IT = words("in-it")
_DONE = words("done")
_AS_TOLD = words("as-told")
_FROM = ("عن", "لسان")
_OF_HIM = words("of-him")
_WHEN = words("before-who-learns")
_REACH = 16
_CONNECTORS = words("connectors")
_NEAR = 8
_OUTLETS = ("agency", "outlet", "class")
_BEFORE_VERB = (*RELATIVES, "قد", "،", ",")
_ONE_OF = words("one-of")
_ANSWERS = words("answers")
_ANSWERS_TO = words("answers-to")
_ASKED = words("asked-for")
_RELATION = ("ي", "يه")


class Relays:
    """Finds the openings of these cues."""

    def __init__(self, sources: Sources, scan: Scan) -> None:
        self._sources, self._scan = sources, scan

    def relayed(self, site: Site) -> Opening | None:
        """``نقلت الوكالة عن مصدر قوله إن …``: the source speaks, the relayer is a link."""
        reading, last = site.reading, site.last
        j = next((k for k in range(site.at + 1, min(last, site.at + _REACH)) if reading.keys[k] in _FROM), last)
        if j + 1 >= last or (reading.keys[j] == "لسان" and reading.keys[j - 1] != "علي"):
            return self._told(site)
        relay = subject(reading, self._sources, site.at + 1, j - (reading.keys[j] == "لسان"))
        relay = relay or (self._relayer_before(site) if j == site.at + 1 else None)
        further, who = self._from(reading, j + 1, last)
        made = self._said(site, who) if who is not None else None
        return msgspec.structs.replace(made, relay=relay, further=further) if made is not None else None

    def _relayer_before(self, site: Site) -> Phrase | None:
        """``لكن صحيفة النهر نقلت عن …``, ``القناة التي نقلت عن …``: the outlet right before the verb."""
        reading, at = site.reading, site.at
        for k in range(max(site.first, at - _NEAR), at):
            found = self._sources.at(reading.keys, k, at)
            who = subject(reading, self._sources, k, at) if found is not None and found[0] in _OUTLETS else None
            if who is not None and all(reading.keys[i] in _BEFORE_VERB for i in range(who.last, at)):
                return who
        return None

    def _from(self, reading: Reading, j: int, last: int) -> tuple[tuple[Phrase, ...], Phrase | None]:
        """Return who speaks in the end, and who passed it on before: ``عن رويترز عن مصدر``."""
        further: list[Phrase] = []
        who = subject(reading, self._sources, j, last)
        while who is not None and who.source in ("agency", "outlet", "class") and who.last + 1 < last:
            at = who.last + (reading.keys[who.last] == "نقلا")
            if at + 1 >= last or reading.keys[at] != "عن" or len(further) > 3:
                break
            further.append(who)
            who = subject(reading, self._sources, at + 1, last)
        return tuple(further), who

    def _told(self, site: Site) -> Opening | None:
        """``نقلت الصحيفة أن …``: nobody is quoted, who passes it on speaks."""
        who = subject(site.reading, self._sources, site.at + 1, site.last)
        if who is not None and not (site.cue.skip or site.pause or site.before in _CONNECTORS):
            return None  # في بيان نقلته الوكالة
        start = who.last if who is not None else site.at + 1
        opening = self._scan(site, who, start, min(site.last, start + _NEAR))
        told = opening is not None and opening.how == "that" and not site.reading.keys[opening.between].startswith("ف")
        return opening if told else None

    @staticmethod
    def _said(site: Site, who: Phrase) -> Opening | None:
        """Return what the relayed source says: after a complementiser, a colon or a quotation mark."""
        reading, last = site.reading, site.last
        for k in range(who.last, min(last, who.last + 26)):
            if reading.keys[k] in THAT and reading.keys[k - 1] not in NOT_BEFORE_THAT:
                return site.content("that", k + 1, who, k)
            if reading.tokens[k].text == ":":
                return site.after_colon(who, k, last)
            quotation = reading.quotations.by_open.get(k)
            if quotation is not None and (quotation.close or last) - k > 4:
                return site.quoted("quote", k, who, k)
            if reading.tokens[k].text == ".":
                return None
        return None

    def written(self, site: Site) -> Opening | None:
        """``جاء في البيان أن …``, ``بيان جاء فيه: …``: the document speaks."""
        reading, at = site.reading, site.at
        saying = Site(reading, at, _SAYING, at, site.last)
        if site.after in _IN_IT:
            return self._scan(saying, None, at + 2, min(site.last, at + 8))
        if site.after != "في" or at + 2 >= site.last:
            return None
        one_of = int(reading.keys[at + 2] in _ONE_OF)  # جاء في إحدى التغريدات
        who = subject(reading, self._sources, at + 2 + one_of, site.last)
        if who is None or who.kind != "document":
            return None
        return self._scan(saying, who, who.last, min(site.last, who.last + 20))

    def learnt(self, site: Site) -> Opening | None:
        """``علمت «الصحيفة» من مصادر أن …``: the sources speak."""
        reading = site.reading
        if site.before.removeprefix("و") in _WHEN:
            return None  # بعدما علمت المحكمة أن: what she learnt, not what she said
        for j in range(site.at + 1, min(site.last, site.at + 10)):
            if reading.keys[j] in THAT:
                return self._scan(site, None, j, min(site.last, j + 4))
            if reading.keys[j] == "من":
                who = subject(reading, self._sources, j + 1, site.last)
                if who is None or who.kind != "unnamed":
                    return None
                return self._scan(site, who, who.last, min(site.last, who.last + 4))
        return None

    def declined(self, site: Site) -> Opening | None:
        """``رفض الناطق التعليق على الخبر``, ``امتنعت الوزارة عن الرد على أسئلة``: no comment is an answer too."""
        reading, last = site.reading, site.last
        who = subject(reading, self._sources, site.at + 1, last)
        start = site.at + 1 if who is None or reading.keys[who.first] in _ANSWERS | _ANSWERS_TO else who.last
        j = start
        while j < min(last, start + 4) and (
            j in reading.timed or reading.keys[j] in ("عن", "علي", *ADVERBS) or reading.tokens[j].text in "،,"
        ):
            j += 1
        if j >= last:
            return None
        asked = reading.keys[j] in _ANSWERS_TO and any(key in _ASKED for key in reading.keys[j + 1 : min(last, j + 4)])
        if reading.keys[j] not in _ANSWERS and not asked:
            return None
        return site.content("object", j, who if start > site.at + 1 else None, j)

    def described(self, site: Site) -> Opening | None:
        """``وصف الاتفاق بأنه خطوة``: the content is what it is called."""
        reading, who = site.reading, self._describer(site)
        for j in range(site.at + 1, min(site.last, site.at + 16)):
            key = reading.keys[j]
            if reading.tokens[j].kind == "punct" and reading.tokens[j].text in ".:؛":
                return None
            if key.startswith("بان") and key in THAT:
                return site.content("that", j + 1, who, j)
            if key == "ب" and j + 1 < site.last:
                return site.content("bi", j + 1, who, j)
            if j > site.at + 1:
                if key.startswith("بال") and j not in reading.mention_at and key not in NOT_BI:
                    return site.content("bi", j, who, j)
                if j in reading.cues and reading.cues[j].kind != "noun":
                    return None
        return None

    def _describer(self, site: Site) -> Phrase | None:
        """Return the subject after وصف; a phrase that ``بأنه`` follows is what is described."""
        reading = site.reading
        if site.cue.tense == "participle":
            return None
        who = subject(reading, self._sources, site.at + 1, site.last)
        if site.cue.pronoun:
            return who
        if who is None or who.last >= site.last:
            return who
        after = reading.keys[who.last]
        if after.startswith("بال") and who.last - who.first == 2 and not reading.keys[who.last - 1].endswith(_RELATION):
            return subject(reading, self._sources, site.at + 1, who.last - 1) or who  # وصف الرئيس اللقاء بالمهم
        stands_before = not site.cue.skip and not site.pause and site.before not in PREPOSITIONS
        if (after in THAT or after == "ب") and not stands_before:
            return self._without_object(site, who, after)
        return None if after in THAT or after == "ب" or stands_before else who

    def _without_object(self, site: Site, who: Phrase, after: str) -> Phrase | None:
        """``وصف مدير المركز الحملة بأنها``: where بأنها can't mean the whole phrase, its last noun is described."""
        reading, gender = site.reading, {"بانه": "m", "بانها": "f"}.get(after)
        if gender is None or who.gender == gender or not who.gender:
            return None
        for k in range(who.last - 1, who.first, -1):
            key = reading.keys[k]
            if not key.startswith("ال") or key.endswith("ه") != (gender == "f"):
                return None
            if not key.endswith(_RELATION):
                return subject(reading, self._sources, site.at + 1, k)
        return None

    def noun(self, site: Site) -> Opening | None:
        """``تصريحات الوزير بأن …``, ``تم التأكيد على …``, ``بقوله: …``."""
        reading, cue, key = site.reading, site.cue, site.reading.keys[site.at]
        if cue.lemma == "قول":
            return self._saying(site, key)
        if site.before in _DONE:
            if site.at - 2 >= site.first and reading.keys[site.at - 2] in (*NEGATIONS, *RELATIVES):
                return None
            opening = self._scan(site, None, site.at + 1, min(site.last, site.at + 12))
            return msgspec.structs.replace(opening, subject=None, passive=True) if opening is not None else None
        if cue.pronoun:
            return _near(site, None, site.at + 1)
        if key.endswith(("ات", "عم")) and key.lstrip("وبل").startswith("ال"):
            opening = _near(site, None, site.at + 1)  # الادعاءات بأن: of nobody
            return msgspec.structs.replace(opening, passive=True) if opening is not None else None
        who = subject(reading, self._sources, site.at + 1, site.last)
        if who is None or not (
            who.person or who.first in reading.mention_at or reading.keys[who.first].startswith("ال")
        ):
            return None
        return _near(site, who, _past_surname(reading, who))

    def _saying(self, site: Site, key: str) -> Opening | None:
        """``قوله إن``, ``بالقول: …``; of ``نقلت الوكالة قول الوزير إن …`` the minister speaks, the agency relays."""
        if key == "قول":
            who = subject(site.reading, self._sources, site.at + 1, site.last)
            opening = _near(site, who, who.last) if who is not None else None
            return msgspec.structs.replace(opening, relay=self._relayer(site)) if opening is not None else None
        if (not site.cue.pronoun and not key.endswith("القول")) or site.before in _AS_TOLD:
            return None
        opening = self._scan(site, None, site.at + 1, min(site.last, site.at + 12))
        relay = self._relayer(site) if opening is not None and self._of_him(site) else None
        return msgspec.structs.replace(opening, relay=relay) if opening is not None else None

    @staticmethod
    def _of_him(site: Site) -> bool:
        """``نقلت الوكالة عنه قوله``: he was named before, the agency only relays."""
        return any(site.reading.keys[j] in _OF_HIM for j in range(max(site.first, site.at - 8), site.at))

    def _relayer(self, site: Site) -> Phrase | None:
        reading = site.reading
        for j in range(site.at - 1, max(site.first, site.at - 14) - 1, -1):
            before = reading.cues.get(j)
            if before is not None and before.takes("relay"):
                return subject(reading, self._sources, j + 1, site.at)
        return None


def _past_surname(reading: Reading, who: Phrase) -> int:
    """Return the token after a person's name, over a surname that the names stage has not seen."""
    j = who.last
    return j + 1 if who.person and j < len(reading.keys) and reading.keys[j].startswith("ال") else j


def _near(site: Site, who: Phrase | None, j: int) -> Opening | None:
    """A noun of saying takes its content at once: ``تصريحات الوزير بأن …``."""
    reading = site.reading
    if j >= site.last:
        return None
    way = WAYS.get(reading.keys[j])
    if way is not None and site.cue.takes(way, f"{way}-that") and j + 1 < site.last and reading.keys[j + 1] in THAT:
        return site.content("that", j + 2, who, j)
    if reading.keys[j] in THAT and not reading.keys[j].startswith("ف") and brings(site.cue, reading.keys[j]):
        return site.content("that", j + 1, who, j)
    return None
