"""Contents that a cue governs as a preposition's phrase, as its object, or through its addressee."""

from __future__ import annotations

from riwaya.annotate.statements.addressees import ADDRESSING, NOT_BI, addressed, set_apart
from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.marks import Opening, Site
from riwaya.annotate.statements.mute import act
from riwaya.annotate.statements.offices import OFFICES
from riwaya.annotate.statements.phrases import subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import ADVERBS, PREPOSITIONS, RELATIVES, THAT, TO_THE, words
from riwaya.arabic.clitics import segment
from riwaya.arabic.verbs import readings

WAYS = {"الي": "ila", "علي": "ala", "عن": "an", "من": "min", "في": "fi"}
_NO_CONTENT = {"ila": words("after-ila"), "an": words("after-an")}
_PLATFORMS = words("platforms")
_ON_PLATFORM = words("on-platform")
_SAID_AGAIN = {
    noun: way for way, kind in (("علي", "ala"), ("من", "min"), ("ب", "bi")) for noun in words(f"said-again-{kind}")
}
"""Nouns of saying that are renewed, by their beginning, and how each brings its content in: ``مطالبته بوقف``."""

_ASKED_OF = ("من", "منه", "منها", "منهم", "منهما")
_FAR = 10
_LOOK = 22


class Governed:
    """Finds contents without complementiser, colon or quotation mark."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def at(self, site: Site, who: Phrase | None, start: int, j: int, end: int, adjunct: bool) -> Opening | None:
        """Return the opening at token ``j``; ``start`` is the token after the subject, ``adjunct``: one was passed."""
        reading, cue, key = site.reading, site.cue, site.reading.keys[j]
        if self._out_of_reach(site, who, start, j, adjunct):
            return None
        head = _head(reading, start, j)
        if head is not None and not key.startswith("ب"):
            return self._object_after_pause(site, who, head)
        if key == "عن" and cue.takes("an-unnamed") and who is not None and who.kind == "unnamed" and j == who.last:
            return self._by_preposition(site, who, "an", j)
        if key in _ASKED_OF and cue.lemma == "طلب" and (opening := self._asked(site, who, j, end)) is not None:
            return opening
        way = WAYS.get(key)
        if way is not None and cue.takes(way) and j + 1 < end:
            that = reading.keys[j + 1] in THAT
            asked = set_apart(site, start, j) if cue.takes(f"addressee-{way}") and not that else None
            return site.content("addressee", asked, who, asked) if asked else self._by_preposition(site, who, way, j)
        if cue.takes("addressee-ila") and _for(reading, start, j):
            return site.content("ila", j, who, j)
        if cue.takes("bi") and key.startswith("ب"):
            opening = _by_bi(site, who, j, end)
            if opening is not None:
                return opening
        return self._as_object(site, who, start, j, end)

    def _out_of_reach(self, site: Site, who: Phrase | None, start: int, j: int, adjunct: bool) -> bool:
        """Say whether the cue can't govern the token at ``j``: too far off, behind an adjunct of a participle."""
        cue, reading = site.cue, site.reading
        near = who.last if who is not None else site.at + 1
        if cue.lemma == "عبر" and j != near and not self._voiced(site, who, j):
            return True
        if cue.tense == "participle" and adjunct:
            return True
        inserted = j > start and reading.tokens[j - 1].text in "،," and reading.keys[j].startswith("ب")
        return who is not None and "core" not in cue.flags and j > start + _FAR and not inserted

    def _as_object(self, site: Site, who: Phrase | None, start: int, j: int, end: int) -> Opening | None:
        """Return the opening where the object, or an addressee, stands at ``j``: ``استنكر فلان تقريرا``."""
        reading, cue = site.reading, site.cue
        if cue.takes("object-said") and _renewed(reading.keys[j]) and j == start:
            renewed = self._object(site, who, j, end)
            return renewed if renewed is not None and renewed.how != "object" else None
        closed = who is not None and start > who.last and reading.tokens[start].text in "،,"
        begin = start + 1 if closed and cue.takes("object-any") else None  # استنكر فلان، المتحدث باسم …، تقريرا
        if cue.takes("object", "object-any") and self._opens(site, who, j, begin) and _beside(site, start, j):
            return self._object(site, who, j, end)
        return addressed(site, who, j) if cue.takes(*ADDRESSING) else None

    def _voiced(self, site: Site, who: Phrase | None, j: int) -> bool:
        """``عبر المبعوث، خلال لقائه …، عن قلقه``: what a person voices may stand far off; ``عبر الحدود`` is a way."""
        reading = site.reading
        if who is None or j + 1 >= site.last or reading.keys[j] != "عن" or not (site.cue.skip or site.pause):
            return False
        key = reading.keys[j + 1]
        own = key.endswith(("ه", "ها", "هم")) and self._sources.opens_content(key, definite=True)
        return own and not any(reading.keys[k] == "عن" for k in range(who.last, j))

    def _asked(self, site: Site, who: Phrase | None, j: int, end: int) -> Opening | None:
        """``طلبت الوزارة من سلوان، الاثنين، سحب …``: what is asked stands after whom it is asked of."""
        reading = site.reading
        asked = subject(reading, self._sources, j + 1, end, objects=True) if reading.keys[j] == "من" else None
        k = asked.last if asked is not None else j + 1 if reading.keys[j] != "من" else end
        while k < end and (reading.tokens[k].text in "،," or k in reading.timed or reading.keys[k] in ADVERBS):
            k += 1
        if k >= end:
            return None
        if reading.keys[k] in THAT:
            return site.content("that", k + 1, who, k)
        return site.content("object", k, who, k) if _plain(reading, k) else None

    def _by_preposition(self, site: Site, who: Phrase | None, way: str, j: int) -> Opening | None:
        """``شدد على أهمية السد``: not ``عن طريق``, ``إلى جانب``, ``على تويتر``, nor a number."""
        reading, after = site.reading, site.reading.keys[j + 1]
        if reading.tokens[j + 1].kind == "number" or after in THAT or after in _NO_CONTENT.get(way, ()):
            return None
        if way in ("min", "fi") and j > site.at + 1 and who is None:
            return None
        if after in _PLATFORMS or reading.keys[j - 1] in _ON_PLATFORM:
            return None
        return site.content(way, j + 1, who, j)

    def _object_after_pause(self, site: Site, who: Phrase | None, head: int) -> Opening | None:
        """``أكدت المصادر، الاثنين، إحكام القوات …``: the object stands after an insertion."""
        reading = site.reading
        paused = reading.tokens[head - 1].text in "،,"
        ahead = range(head + 2, min(site.last, head + _LOOK))
        if site.cue.takes("that") and any(
            reading.keys[k] in THAT and reading.tokens[k - 1].text in "،," for k in ahead
        ):
            return None  # أكد سالم، موفد النهر، أن: an apposition
        if site.cue.takes("object") and paused and self._opens(site, who, head, head):
            return self._object(site, who, head, site.last)
        return None

    def _opens(self, site: Site, who: Phrase | None, j: int, start: int | None = None) -> bool:
        """Say whether the noun at ``j`` is an object that says something: ``رفضها``, ``وجود خلاف``."""
        reading, cue, key = site.reading, site.cue, site.reading.keys[j]
        if cue.lemma == "ادعى" and cue.tense == "present":
            return False  # يدعى سالم (who is called …)
        if self._sources.opens_content(key, definite=j > site.at + 1 and "core" in cue.flags):
            return reading.keys[j - 1] not in PREPOSITIONS or j == site.at + 1
        free = cue.takes("object-any") or (
            "free" in cue.flags and (who is None or _definite(reading, who)) and not key.startswith("ال")
        )
        if start is None:
            start = who.last if who is not None else site.at + 1
        if self._act(site, who, j, start):
            return True
        headed = cue.takes("object-any") and in_headline(site)
        if not free or j != start or (who is None and cue.tense != "participle" and not headed):
            return False
        if who is None and (key[0] in "بلو" or (cue.gender == "f" and not site.pause and not headed)):
            return False
        return _plain(reading, j)

    @staticmethod
    def _act(site: Site, who: Phrase | None, j: int, start: int) -> bool:
        """``أعلن اللاعب اعتزاله``, ``أعلنت الوزارة أمس تمديد المهلة``: a verbal noun right after who announces it."""
        reading, cue = site.reading, site.cue
        if not cue.takes("object") or "strict" in cue.flags or not act(reading, j):
            return False
        if j in reading.timed or reading.keys[j] in PREPOSITIONS or reading.keys[j] in ADVERBS:
            return False
        if who is None:
            return j == site.at + 1 and in_headline(site)
        if not _definite(reading, who) and who.kind not in ("unnamed", "document"):
            return False
        between = range(start, j)
        return all(k in reading.timed or reading.keys[k] in ADVERBS or reading.tokens[k].text in "،," for k in between)

    def _object(self, site: Site, who: Phrase | None, j: int, end: int) -> Opening | None:
        """Return the object's opening; of ``تأكيده على X`` the content is X."""
        reading = site.reading
        way = _renewed(reading.keys[j])
        if way is None:
            return site.content("object", j, who, j)
        for k in range(j + 1, min(end, j + 4)):
            if reading.keys[k] in THAT:
                return site.content("that", k + 1, who, k)
            if reading.keys[k] == way and k + 1 < end:
                return site.content("ala", k + (2 if reading.keys[k + 1] in THAT else 1), who, j)
            if way == "ب" and _by_bi(site, who, k, end) is not None and reading.keys[k].startswith("ب"):
                return site.content("bi", k, who, j)
        return site.content("object", j, who, j)


def _renewed(key: str) -> str | None:
    """Return what brings in the content of a noun of saying that is renewed: ``تأكيده`` → ``على``."""
    return next((way for noun, way in _SAID_AGAIN.items() if key.startswith(noun)), None)


def in_headline(site: Site) -> bool:
    """``سلوان تنتقد تقرير المنظمة``: subject, present verb, object, at the sentence's beginning."""
    reading, at = site.reading, site.at
    named = any(k in reading.mention_at and reading.mention_at[k][1] == at for k in range(site.first, at))
    named = named or at - 1 in reading.mention_at or reading.keys[at - 1].startswith("ال")
    return site.cue.tense == "present" and not site.cue.skip and site.first < at < site.first + 4 and named


def _by_bi(site: Site, who: Phrase | None, j: int, end: int) -> Opening | None:
    """``أشاد بالتعاون``: the preposition stays with the content's first word."""
    reading, key = site.reading, site.reading.keys[j]
    if key == "ب":
        return site.content("bi", j + 1, who, j) if j + 1 < end else None
    if len(key) < 4 or key in NOT_BI or j in reading.timed:
        return None
    mention = reading.mention_at.get(j)
    if mention is None and "ب" not in segment(reading.tokens[j].form).proclitics:
        return None  # من بطولة
    if mention is None or mention[0].type != "LOC":  # بسوريا: where, not what
        return site.content("bi", j, who, j)
    return None


def _for(reading: Reading, start: int, j: int) -> bool:
    """``دعا بشكل عاجل لوقف التحقيق``: ل with a noun, which stays with the content."""
    between = range(start, j)
    manner = any(reading.keys[k] in NOT_BI for k in between)
    if not all(k in reading.timed or reading.keys[k] in ADVERBS or reading.tokens[k].text in "،," for k in between):
        return manner and j - start <= 2 and _is_for(reading, j)
    return _is_for(reading, j)


def _is_for(reading: Reading, j: int) -> bool:
    key = reading.keys[j]
    plain = len(key) > 3 and j not in reading.mention_at and j not in reading.timed and key not in PREPOSITIONS
    return plain and key not in TO_THE and "ل" in segment(reading.tokens[j].form).proclitics


def _beside(site: Site, start: int, j: int) -> bool:
    """Say whether an object stands where objects do: by the subject, after a pause or adverb, with a pronoun."""
    reading = site.reading
    return (
        "core" in site.cue.flags
        or j == start
        or reading.tokens[j - 1].text in "،,"
        or reading.keys[j - 1] in ADVERBS
        or reading.keys[j].endswith(("ه", "ها", "هم"))
    )


def _plain(reading: Reading, j: int) -> bool:
    """Say whether a word can be an object: no cue, adverb, time, preposition or word with one."""
    key = reading.keys[j]
    if key in ADVERBS or key in PREPOSITIONS or key in RELATIVES or j in reading.timed:
        return False
    if j in reading.cues and reading.cues[j].kind != "noun":
        return False
    if len(key) < 2 or (key[0] in "لب" and j not in reading.mention_at and not readings(key)):
        return False
    return reading.tokens[j].kind == "word"


def _head(reading: Reading, start: int, j: int) -> int | None:
    """Return the noun that follows the subject before token ``j``: it is the object, and ``j`` hangs on it."""
    for k in range(start, j):
        key = reading.keys[k]
        if reading.tokens[k].kind == "punct" or k in reading.timed or key in ADVERBS:
            continue
        plain = key not in PREPOSITIONS and key not in RELATIVES and key not in THAT and key[0] not in "لب"
        plain = plain and k not in reading.mention_at and key not in OFFICES and not key.startswith("وا")
        return k if plain and reading.tokens[k].kind == "word" else None
    return None


def _definite(reading: Reading, who: Phrase) -> bool:
    return who.person or reading.keys[who.last - 1].startswith("ال") or (who.last - 1) in reading.mention_at
