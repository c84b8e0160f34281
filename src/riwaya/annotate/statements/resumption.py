"""Where a content ends because the reporter speaks again: a further cue, an afterthought, an aside, a remark."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from riwaya.annotate.statements.attribution import Attribution
from riwaya.annotate.statements.marks import Opening
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import ADVERBS, NEGATIONS, RELATIVES, THAT, words
from riwaya.arabic.verbs import readings, readings_as_they_stand

_COMMAS = frozenset(("،", ","))
_AFTERTHOUGHT = words("afterthought")
_AFTER_THAT = words("after-dhalika")
_AND_THAT = words("and-that")
_ABOUT = frozenset(("عن", "الي", "علي"))
_ASIDES = words("asides")
_AFTER_QUOTATION = words("after-quotation")
_BUT = words("but")
_CONNECTORS = words("connectors")
_FRONTED = words("fronted")
_LATER = words("later")
_LATEST = words("latest")
_NOT_SAYING = words("not-saying")
_REMARKS = words("remarks")
_SUBORDINATE = words("subordinate")
_TURNS = words("turns-after-quotation")
_WHEN = words("whens")
_WITHOUT = words("without")
_DENIED = frozenset(("لم", "ولم", "فلم"))
_PHRASES = frozenset(("ala", "bi", "an", "min", "fi", "ila", "object", "addressee"))
"""Ways in which a content is a noun phrase: no finite verb can be joined to it by و."""
_PHRASE = 60
_PERSONS = {"m": "ي", "f": "ت"}
_SUBJECT = 9
_TAIL = 30


class Turn(Struct, frozen=True):
    """A content under search: its opening, what else its sentence opens and attributes, the sentence's end."""

    reading: Reading
    opening: Opening
    openings: Mapping[int, Opening]
    attributions: Mapping[int, Attribution]
    last: int
    sources: Sources

    def resumes(self, j: int, closed: bool) -> bool:
        """Say whether the reporter speaks again at token ``j``; ``closed``: right after a closing mark."""
        if j in self.attributions:
            return True
        following = self.openings.get(j)
        if following is not None and takes_over(self.reading, self.opening, following, closed):
            return True
        if (
            self._tells(j, closed)
            or (closed and self._accompanies(j))
            or self._leaves_out(j)
            or self._meanwhile(j)
            or self._stops(j)
        ):
            return True
        before = self.reading.tokens[j - 1]
        pause = closed or before.text in _COMMAS or (before.text == "." and before.kind == "punct")
        return pause and (self._afterthought(j) or self._comments(j) or self._goes_on(j) or self._places(j))

    def leaves(self, j: int) -> bool:
        """Say whether the word after a quotation without complementiser is the reporter's: ``قال "…" خلال لقاء``."""
        key, cue = self._key(j), self.reading.cues.get(j)
        if key.startswith("و") or key in _AFTER_QUOTATION or j in self.reading.timed or _turns(key):
            return True
        if cue is not None and cue.tense == "participle":
            return True
        found = self.sources.at(self.reading.keys, j + 1, self.last) if key in _LATER and j + 1 < self.last else None
        return key == "في" and (self._key(j + 1) in _ASIDES or found is not None)

    def _key(self, j: int) -> str:
        return self.reading.keys[j] if j < self.last else ""

    def _tells(self, j: int, closed: bool) -> bool:
        """Say whether a participle of saying stands there, also one without content: ``متسائلا عن دوافعها``."""
        cue = self.reading.cues.get(j)
        if cue is None or cue.kind == "noun" or cue.tense != "participle" or "strict" in cue.flags:
            return False
        if self._key(j) in ADVERBS:
            return False  # مجددا
        told = self._key(j).endswith("ا") and self._key(j + 1) in _ABOUT
        return told or closed or self.reading.tokens[j - 1].text in _COMMAS

    def _accompanies(self, j: int) -> bool:
        """``توعدت بـ"رد قوي" موجهة الاتهام …``: a participle right after the marks tells what the speaker also did."""
        key, cue = self._key(j), self.opening.cue
        if not key.startswith("م") or not key.endswith("ه") or cue.gender != "f" or j in self.reading.mention_at:
            return False
        return any(one.features.tense == "participle" and one.features.voice == "active" for one in readings(key))

    def _leaves_out(self, j: int) -> bool:
        """``دون أن يوضح``, ``من دون ذكر تفاصيل``: what the speaker did not say.

        Without a pause it may also be what he tells of: ``لن نوقع دون تقديم ضمانات``, ``يمنع النشر دون ذكر المصدر
        وأن …``.
        """
        at = j + 1 if self._key(j) == "من" else j
        if self._key(at) not in _WITHOUT:
            return False
        said = at + 2 if self._key(at + 1) == "ان" else at + 1
        if self._paused(j):
            cue = self.reading.cues.get(said) if said == at + 2 else None
            return self._key(said) in _NOT_SAYING or (cue is not None and cue.kind == "verb")
        if said == at + 2 and self._key(said)[:1] not in _PERSONS.get(self.opening.cue.gender, "يتن"):
            return False
        denied = any(key in NEGATIONS for key in self.reading.keys[max(self.opening.content, j - _SUBJECT) : j])
        goes_on = any(key in _AND_THAT for key in self.reading.keys[at : min(self.last, at + _PHRASE)])
        act = self._key(said).startswith("ال")  # دون الكشف عن هويته: his own act
        return self._key(said) in _NOT_SAYING and not act and not denied and not goes_on

    def _paused(self, j: int) -> bool:
        before = self.reading.tokens[j - 1]
        return before.text in _COMMAS or j - 1 in self.reading.quotations.by_close

    def _meanwhile(self, j: int) -> bool:
        """``في وقت أكد فيه السفير``: somebody else speaks. Afterthought: ``في أحدث هجوم``, not ``في أحدث النظم``."""
        if self._key(j) != "في":
            return False
        if self._key(j + 1) in _LATEST:
            return not self._key(j + 2).startswith("ال")
        if self._key(j + 1) not in _WHEN:
            return False
        at = j + 2 + (self._key(j + 2) == "الذي")
        return at in self.openings and self.openings[at].cue.kind == "verb"

    def _stops(self, j: int) -> bool:
        """``… غدا.. وأضاف``: two stops end a sentence."""
        if j + 2 >= self.last:
            return False
        around = [self.reading.tokens[k] for k in range(j - 1, j + 3)]
        return [one.text == "." for one in around] == [False, True, True, False] and around[-1].kind == "word"

    def _afterthought(self, j: int) -> bool:
        """``، فيما …``, ``، وذلك خلال …``, ``، في إشارة إلى …``."""
        key, after = self._key(j), self._key(j + 1)
        if key in _AFTERTHOUGHT or (key == "وذلك" and after in _AFTER_THAT):
            return True
        if key == "في" and after in _ASIDES:
            return True
        last = self.reading.quotations.by_close
        return self.reading.tokens[j - 1].text in _COMMAS and j - 2 in last and _turns(key)

    def _comments(self, j: int) -> bool:
        """``، لكنه لم يكشف …``, ``، لكن مساعدا له أكد …``, ``، وهو ما نفته …``: a remark about what is said."""
        key = self._key(j)
        if key in _DENIED:
            return self._unsaid(j)
        if key in _REMARKS:
            return any(self._of_it(k) for k in range(j + 1, min(self.last, j + 4)))
        if key not in _BUT and key != "بينما":
            return False
        if self._while(j) if key == "بينما" else self._beside_phrase(j):
            return True
        for k in range(j + 1, min(self.last, j + _SUBJECT)):
            if self._key(k) in _DENIED and self._unsaid(k):
                return True
            if k in self.openings and self.openings[k].cue.tense == "past" and self.openings[k].subject is None:
                return self.openings[k].cue.kind == "verb"
            if self.reading.tokens[k].kind == "punct" or self._key(k) in RELATIVES or self._key(k) in THAT:
                return False
        return False

    def _of_it(self, j: int) -> bool:
        """Say whether a verb in the past has what is said as its object: ``وهو ما نفته``, or is a cue."""
        cue = self.reading.cues.get(j)
        if cue is not None and cue.kind == "verb":
            return cue.tense == "past"
        told = readings(self._key(j))
        return any(one.suffix in ("ه", "ها") and one.features.tense == "past" for one in told)

    def _unsaid(self, j: int) -> bool:
        """Say whether a verb of saying is denied at ``j``: ``لم يذكر``, ``لم يحدد``."""
        cue = self.reading.cues.get(j + 1)
        said = cue is not None and cue.kind == "verb" and cue.tense == "present" and "strict" not in cue.flags
        return said or self._key(j + 1) in _NOT_SAYING

    def _goes_on(self, j: int) -> bool:
        """``أشاد بالتعاون، ووقع الاتفاق``: no finite verb is joined to a noun phrase, the reporter tells on."""
        opening, reading, key = self.opening, self.reading, self._key(j)
        if key in ("وجاء", "وياتي", "وتاتي", "وجاءت", "وكان", "وكانت", "جاء") and opening.cue.tense != "present":
            return key not in ("وكان", "وكانت") or _past_report(reading, j, self.last)
        also = key == "كما" and _past(reading, j + 1, reading.keys[j + 1] if j + 1 < self.last else "")
        return (also or _joined_past(reading, j)) and self._phrase(j)

    def _phrase(self, j: int) -> bool:
        """Say whether the content up to ``j`` is a noun phrase with no clause in it."""
        opening = self.opening
        inside = self.reading.keys[max(opening.content, j - _PHRASE) : j]
        return opening.how in _PHRASES and not any(key in RELATIVES or key in THAT for key in inside)

    def _beside_phrase(self, j: int) -> bool:
        """``نفى الاتهامات، لكنه يواجه …``, ``…، غير أن الوزارة …``: a clause set against a noun phrase."""
        full = "لكن" in self._key(j) or self._key(j + 1) == "ان"
        return full and self._key(j + 1) != "لن" and self._phrase(j)

    def _while(self, j: int) -> bool:
        """``، بينما ذكرت …``, ``، بينما لم يصدر …``: else it compares: نجا ثلاثة، بينما مات اثنان."""
        cue = self.reading.cues.get(j + 1)
        says = cue is not None and cue.kind == "verb" and cue.tense != "participle"
        quoted = any(k in self.reading.quotations.by_close for k in (j - 1, j - 2))
        return says or quoted or self.opening.how in _PHRASES or self._key(j + 1) in _DENIED

    def _places(self, j: int) -> bool:
        """``، خلال مؤتمر صحفي``, ``، ردا على سؤال``: the occasion, named after what is said."""
        if self._key(j) in _LATER and j + 1 < self.last:
            found = self.sources.at(self.reading.keys, j + 1, self.last)
            return found is not None and found[0] in ("document", "occasion") and self.last - j < _TAIL
        return self._key(j) in ("ردا", "تعليقا") and self.last - j < _TAIL


def _joined_past(reading: Reading, j: int) -> bool:
    """Say whether the word at ``j`` is و and a verb in the past: ``ووقع``, not ``وحدة``, ``وزير``."""
    key = reading.keys[j]
    return key.startswith("و") and len(key) > 3 and _past(reading, j, key[1:])


def _past(reading: Reading, j: int, key: str) -> bool:
    """Say whether the word at ``j``, read as ``key``, is a verb in the past and nothing else."""
    if not key or j in reading.mention_at or reading.tokens[j].kind != "word":
        return False
    bare = readings_as_they_stand(key)
    return bool(bare) and all(one.features.tense == "past" and one.features.person == 3 for one in bare)


def _turns(key: str) -> bool:
    """Say whether the reporter speaks again after a quotation: ``"…"، مما أدى``, ``لكنها رفضت``, ``مهديا اللقب``."""
    if key.endswith("ا") and any(one.features.tense == "participle" for one in readings(key)):
        return True
    return key in _TURNS or (len(key) > 4 and key.startswith("م") and key.endswith("ا"))


def _past_report(reading: Reading, j: int, last: int) -> bool:
    return any(k in reading.cues and reading.cues[k].tense == "past" for k in range(j + 1, min(last, j + 8)))


def takes_over(reading: Reading, opening: Opening, following: Opening, closed: bool) -> bool:
    """Say whether a following cue is the reporter's and not inside what is said."""
    cue = following.cue
    if cue.tense == "participle":
        return True
    if cue.kind == "noun":
        return closed or (cue.lemma == "قول" and reading.keys[following.at].startswith("ب"))
    before = reading.keys[following.at - 1]
    at = following.at - 1 if before in _CONNECTORS else following.at  # "…، لكنه ألمح إلى": the pause is one before
    pause = any(reading.tokens[k].text in ("،", ",", ".", "؛", "-", "–") for k in (at - 1, following.at - 1))
    if before == "ان" and reading.keys[following.at - 2] == "قبل":
        return True
    joined = bool(cue.skip) or before in _CONNECTORS
    if pause and cue.tense == "past" and _subordinate(reading, opening, following):
        return True
    if closed and joined:
        return True
    told = following.subject is not None or following.how in ("colon", "quote")
    if before in ("بعدما", "حيث", "اذ", "عندما", "وحيث") and told and cue.tense == "past":
        return reading.tokens[following.at - 2].text in "،," or closed
    if following.subject is None:
        if not joined or (cue.tense != opening.cue.tense and opening.cue.tense != "participle"):
            return False
        if cue.gender != opening.cue.gender and opening.cue.gender and cue.number == opening.cue.number:
            return False
        return pause or "goes-on" in cue.flags or "core" in cue.flags or opening.how in _PHRASES
    if joined and cue.tense == opening.cue.tense == "present" and opening.how in _PHRASES:
        return opening.subject is None
    return joined and (pause or before in ("كما", "فيما", "بينما")) and cue.tense == "past"


def _subordinate(reading: Reading, opening: Opening, following: Opening) -> bool:
    """Say whether the first cue stands in a clause before the main one: ``وردا على من أشار إلى …، قال السفير``."""
    before = reading.keys[opening.at - 1] if opening.at else ""
    if before in _SUBORDINATE:
        return True
    if following.subject is None or following.cue.skip or before not in RELATIVES:
        return False
    begin = max((k for k in range(max(0, opening.at - 40), opening.at) if reading.tokens[k].text == "."), default=0)
    return any(reading.keys[k] in _FRONTED for k in range(max(begin, opening.at - 40), opening.at))
