"""Where a cue opens a content: its subject, what lies between, and the first token of the content."""

from __future__ import annotations

from msgspec import Struct

from riwaya.annotate.statements.cues import Cue
from riwaya.annotate.statements.phrases import Phrase, institution, subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import (
    ADVERBS,
    MODAL_BEFORE,
    NEGATIONS,
    NOT_BEFORE_THAT,
    PREPOSITIONS,
    RELATIVES,
    THAT,
    words,
)
from riwaya.arabic.verbs import readings

FAR = {"core": 42, "": 16, "strict": 5}
_STOP = frozenset(("؛", ";", "!", "؟", "?"))
_COMMAS = frozenset(("،", ","))
_BI_NOT = words("bi-not")
_ALLOWING_NOT = words("allowing-not")


class Opening(Struct, frozen=True):
    """A cue that opens a content: how (that, colon, quote, object …), the content's first token and offset."""

    at: int
    cue: Cue
    how: str
    content: int
    subject: Phrase | None
    between: int
    quotation: int | None = None
    passive: bool = False
    relay: Phrase | None = None


class Openings:
    """Finds the openings of one sentence."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def find(self, reading: Reading, first: int, last: int) -> list[Opening]:
        """Return the openings among tokens ``first``..``last``, in order."""
        found: list[Opening] = []
        for i in range(first, last):
            cue = reading.cues.get(i)
            if cue is None:
                continue
            opening = self._opening(reading, i, cue, first, last)
            if opening is not None:
                found.append(opening)
        return found

    def _opening(self, reading: Reading, i: int, cue: Cue, first: int, last: int) -> Opening | None:
        if cue.kind == "noun":
            return self._noun(reading, i, cue, first, last)
        if cue.tense == "participle":
            if i + 1 < last and reading.keys[i + 1] in ("الله", "المولي"):
                return None
            glued = cue.gender == "f" and reading.tokens[i - 1].kind != "punct"
            return self._scan(reading, i, cue, None, i + 1, min(last, i + (3 if glued else 10)), first)
        if not _real(reading, i, cue, first):
            return None
        if cue.takes("relay"):
            return self._relayed(reading, i, cue, last)
        if cue.takes("fi-document"):
            return self._written(reading, i, cue, last)
        if "learnt" in cue.flags:
            return self._learnt(reading, i, cue, last)
        if cue.takes("as"):
            return self._described(reading, i, cue, last)
        objects = cue.takes("object", "object-any")
        who = self._subject(reading, i + 1, last, objects)
        if who is None and i + 1 < last and self._evidence(reading, i + 1):
            return None
        who, addressed = self._turned(reading, i, cue, who, first)
        after = who.last if who is not None and not addressed else i + 1
        far = FAR["core"] if "core" in cue.flags else FAR["strict"] if "strict" in cue.flags else FAR[""]
        return self._scan(reading, i, cue, who, after, min(last, after + far), first)

    def _subject(self, reading: Reading, at: int, last: int, objects: bool) -> Phrase | None:
        """Return the subject after the verb, over ``فيه``, ``أمس`` and their like: ``قال اليوم الثلاثاء وزير …``."""
        j = at
        while j < min(last, at + 5) and (
            reading.keys[j] in _BETWEEN
            or reading.keys[j] in ADVERBS
            or (j in reading.timed and j not in reading.mention_at)
        ):
            j += 1
        who = subject(reading, self.sources, j, last, objects)
        if who is None or j == at:
            return who
        plain = who.person or who.kind == "unnamed" or who.first in reading.mention_at
        return who if plain or reading.keys[who.first].startswith("ال") or institution(reading, who.first) else None

    def _scan(
        self, reading: Reading, i: int, cue: Cue, who: Phrase | None, at: int, end: int, first: int
    ) -> Opening | None:
        """Walk from the subject to what brings the content in."""
        j, commas, adjunct = self._past_title(reading, who, at, end), 0, False
        at = j
        while j < end:
            token, key = reading.tokens[j], reading.keys[j]
            if token.kind == "punct":
                if token.text in _STOP or (token.text == "." and j + 1 < end and reading.tokens[j + 1].text == "."):
                    return None
                if token.text == ":":
                    return self._after_colon(reading, i, cue, who, j, end)
                if token.text in _COMMAS:
                    commas += 1
                    if commas > 4:
                        return None
                elif token.text in "([":
                    j = _past_bracket(reading, j, end)
                    continue
                elif j in reading.quotations.by_open:
                    opening = self._at_quotation(reading, i, cue, who, j, end, at)
                    if opening is not None:
                        return opening
                    close = reading.quotations.by_open[j].close
                    if close is None or close >= end:
                        return None
                    j = close
                j += 1
                continue
            if key in THAT and self._is_that(reading, i, cue, j, at):
                if not cue.takes("that", "ila", "ala", "an", "min", "bi", "bi-that", "ila-that", "fi"):
                    return None
                return _content(reading, i, cue, "that", j + 1, who, j)
            opening = self._governed(reading, i, cue, who, j, end, adjunct, at)
            if opening is not None:
                return opening
            if j > i + 1 and self._another(reading, j, key):
                return None
            if key in PREPOSITIONS or key in RELATIVES or j in reading.timed:
                adjunct = True
            j += 1
        return None

    def _relayed(self, reading: Reading, i: int, cue: Cue, last: int) -> Opening | None:
        """``نقلت الوكالة عن مصدر قوله إن …``: the source speaks, the relayer is a link."""
        relay = subject(reading, self.sources, i + 1, last)
        j = relay.last if relay is not None else i + 1
        limit = min(last, j + 8)
        while j < limit and reading.keys[j] not in ("عن", "الي"):
            j += 1
        if j + 1 >= limit or reading.keys[j] != "عن" or reading.keys[j + 1] in ("ان",):
            return None
        who = subject(reading, self.sources, j + 1, last)
        if who is None:
            return None
        for k in range(who.last, min(last, who.last + 26)):
            key, text = reading.keys[k], reading.tokens[k].text
            if key in THAT and reading.keys[k - 1] not in NOT_BEFORE_THAT:
                made = _content(reading, i, cue, "that", k + 1, who, k)
            elif text == ":":
                made = self._after_colon(reading, i, cue, who, k, last)
            elif k in reading.quotations.by_open and (reading.quotations.by_open[k].close or last) - k > 4:
                made = self._quoted(reading, i, cue, "quote", k, who, k)
            elif text == ".":
                return None
            else:
                continue
            if made is None:
                return None
            return Opening(i, cue, made.how, made.content, who, made.between, made.quotation, False, relay)
        return None

    def _written(self, reading: Reading, i: int, cue: Cue, last: int) -> Opening | None:
        """``جاء في البيان أن …``: the document speaks."""
        if i + 2 < last and reading.keys[i + 1] in ("فيه", "فيها"):
            return self._scan(reading, i, _SAYING, None, i + 2, min(last, i + 8), i)
        if i + 2 >= last or reading.keys[i + 1] != "في":
            return None
        who = subject(reading, self.sources, i + 2, last)
        if who is None or who.kind != "document":
            return None
        return self._scan(reading, i, _SAYING, who, who.last, min(last, who.last + 20), i)

    def _learnt(self, reading: Reading, i: int, cue: Cue, last: int) -> Opening | None:
        """``علمت «الصحيفة» من مصادر أن …``: the sources speak."""
        for j in range(i + 1, min(last, i + 10)):
            if reading.keys[j] in ("من", "ان", "انه", "انها"):
                who = subject(reading, self.sources, j + 1, last) if reading.keys[j] == "من" else None
                at = who.last if who is not None else j
                if reading.keys[j] == "من" and (who is None or who.kind != "unnamed"):
                    return None
                return self._scan(reading, i, cue, who, at, min(last, at + 4), i)
        return None

    def _described(self, reading: Reading, i: int, cue: Cue, last: int) -> Opening | None:
        """``وصف الاتفاق بأنه خطوة``: the content is what it is called."""
        who = None if cue.pronoun else subject(reading, self.sources, i + 1, last)
        if who is not None and who.last < last:
            after, before = reading.keys[who.last], reading.keys[i - 1] if i else ""
            inverted = i > 0 and not cue.skip and reading.tokens[i - 1].kind == "word" and before not in PREPOSITIONS
            if after in THAT or after == "ب" or inverted:
                who = None
        for j in range(i + 1, min(last, i + 16)):
            key = reading.keys[j]
            if reading.tokens[j].text in ".:؛" and reading.tokens[j].kind == "punct":
                return None
            if key.startswith("بان") and key in THAT:
                return _content(reading, i, cue, "that", j + 1, who, j)
            if key == "ب" and j + 1 < last:
                return _content(reading, i, cue, "bi", j + 1, who, j)
            if key.startswith("بال") and j not in reading.mention_at and j > i + 1 and key not in _BI_NOT:
                return _content(reading, i, cue, "bi", j, who, j)
            if j > i + 1 and j in reading.cues and reading.cues[j].kind != "noun":
                return None
        return None

    def _evidence(self, reading: Reading, j: int) -> bool:
        return self.sources.kind(reading.keys[j]) == "evidence" and reading.tokens[j].kind == "word"

    def _turned(self, reading: Reading, i: int, cue: Cue, who: Phrase | None, first: int) -> tuple[Phrase | None, bool]:
        """``طالب الحكومة ب``: where the verb can't be that noun's, it is the addressee and the subject is dropped."""
        before = i > first and reading.tokens[i - 1].kind == "word" and not cue.skip
        if (
            before
            and who is not None
            and reading.keys[i - 1] not in PREPOSITIONS
            and reading.keys[i - 1] not in ADVERBS
        ) and cue.takes("addressee-bi", "addressee-ila", "addressee-ala", "addressee-any"):
            return None, True
        if who is None or not cue.takes("addressee-bi", "addressee-ila", "addressee-ala", "addressee-any"):
            return who, False
        masculine = cue.gender == "m" and who.gender == "f" and not who.person
        feminine = cue.gender == "f" and who.gender == "m" and who.number == "s" and not who.person
        return (None, True) if masculine or feminine else (who, False)

    def _past_title(self, reading: Reading, who: Phrase | None, at: int, end: int) -> int:
        """Skip the office after a name: ``خليل نوري رئيس الهيئة``, ``خليل نوري، عضو المجلس،``."""
        if who is None or not who.person:
            return at
        j = at + 1 if at < end and reading.tokens[at].text in "،," else at
        if j >= end or reading.keys[j] not in _OFFICES:
            return at
        office = subject(reading, self.sources, j, end)
        return min(office.last, end) if office is not None else at

    def _another(self, reading: Reading, j: int, key: str) -> bool:
        """Say whether another cue takes over here: ``علق النائب قائلا: …``."""
        cue = reading.cues.get(j)
        if cue is None:
            return False
        if cue.kind == "noun":
            return cue.lemma == "قول"
        if cue.tense == "participle":
            return True
        return reading.keys[j - 1] not in RELATIVES and "core" in cue.flags and (cue.tense == "past" or bool(cue.skip))

    def _is_that(self, reading: Reading, i: int, cue: Cue, j: int, at: int) -> bool:
        before = reading.keys[j - 1]
        if "strict" in cue.flags and j > (at + (reading.tokens[j - 1].text in "،,")):
            return False
        if j == i + 1:
            return cue.takes("that", "ila", "ala", "bi", "min", "bi-that")
        if before in ("الي", "علي", "عن", "من", "في"):
            ways = {"الي": ("ila", "ila-that"), "علي": ("ala",), "عن": ("an",), "من": ("min",), "في": ("fi",)}[before]
            return cue.takes(*ways)
        if before in NOT_BEFORE_THAT or not cue.takes("that", "ila", "ala", "bi", "min", "bi-that"):
            return False
        if j - at > 14 and reading.tokens[j - 1].kind != "punct" and (j - 1) not in reading.mention_at:
            return False
        form = reading.tokens[j].form
        return not (form.startswith("أ") and cue.lemma == "قال" and before[0] in "يتن" and j - i > 2)

    def _after_colon(
        self, reading: Reading, i: int, cue: Cue, who: Phrase | None, colon: int, end: int
    ) -> Opening | None:
        if not cue.takes("quote", "that") or colon + 1 >= end:
            return None
        j = colon + 1
        if j in reading.quotations.by_open:
            return self._quoted(reading, i, cue, "colon", j, who, colon)
        if "strict" in cue.flags or reading.keys[colon - 1] in ("التالي", "الاتي"):
            return None
        if reading.keys[j] in THAT:
            j += 1
        return _content(reading, i, cue, "colon", j, who, colon) if j < end else None

    def _at_quotation(
        self, reading: Reading, i: int, cue: Cue, who: Phrase | None, j: int, end: int, at: int
    ) -> Opening | None:
        quotation = reading.quotations.by_open[j]
        size = (quotation.close or end) - j - 1
        before = reading.keys[j - 1]
        if before in _OFFICES or self.sources.kind(before.removeprefix("ل")) == "class":
            return None
        named = before in ("تنظيم", "قناه", "صحيفه", "موقع", "وكاله", "مصادر", "شركه", "جماعه", "حركه", "برنامج", "حسب")
        if "strict" in cue.flags and (size < 5 or j > i + 4):
            return None
        if before in _GOVERNING and size < 6:
            return None
        if named or not cue.takes("quote"):
            return None
        if size < 2 or (j == at and _names(reading, quotation.close, end)):
            return None
        if size < 4 and j > i + 1 and not (quotation.close is not None and _ends(reading, quotation.close + 1)):
            return None
        return self._quoted(reading, i, cue, "quote", j, who, j)

    def _quoted(
        self, reading: Reading, i: int, cue: Cue, how: str, mark: int, who: Phrase | None, between: int
    ) -> Opening | None:
        j = mark + 1
        while j < len(reading.tokens) and j in reading.quotations.stray:
            j += 1
        if j < len(reading.tokens) and reading.keys[j] in THAT:
            j += 1
        if j >= len(reading.tokens):
            return None
        return Opening(i, cue, how, j, who, between, mark)

    def _governed(
        self, reading: Reading, i: int, cue: Cue, who: Phrase | None, j: int, end: int, adjunct: bool, at: int
    ) -> Opening | None:
        """Content by a preposition or as an object."""
        key = reading.keys[j]
        way = {"الي": "ila", "علي": "ala", "عن": "an", "من": "min", "في": "fi"}.get(key)
        if cue.lemma == "عبر" and j != (who.last if who is not None else i + 1):
            return None
        if cue.tense == "participle" and adjunct:
            return None
        if who is not None and "core" not in cue.flags and j > at + 10:
            return None
        head = _head(reading, at, j)
        if head is not None and not (key == "ب" or key[0] == "ب"):
            if (
                cue.takes("object")
                and reading.tokens[head - 1].kind == "punct"
                and self._object(reading, cue, i, head, who, head)
            ):
                return _content(reading, i, cue, "object", head, who, head)
            return None
        if way is not None and cue.takes(way) and j + 1 < end and reading.tokens[j + 1].kind != "number":
            if way in ("min", "fi") and j > i + 1 and who is None:
                return None
            if reading.keys[j + 1] in THAT:
                return None
            if way == "ila" and reading.keys[j + 1] in ("ذلك", "جانب", "جنب", "حد"):
                return None
            if way == "an" and reading.keys[j + 1] in ("طريق", "جانب", "حزب", "وزاره", "مصدر"):
                return None
            if reading.keys[j - 1] in ("حسابه", "حسابها", "صفحته", "صفحتها", "موقعه", "موقعها", "الرسمي", "مقطع"):
                return None
            if reading.keys[j + 1] in ("تويتر", "فيسبوك", "صفحته", "حسابه", "هامش", "لسان", "موقعه", "حسابها"):
                return None
            return _content(reading, i, cue, way, j + 1, who, j)
        if cue.takes("bi") and key == "ب" and j + 1 < end:
            return _content(reading, i, cue, "bi", j + 1, who, j)
        if cue.takes("bi") and key.startswith("ب") and len(key) > 3 and key not in _BI_NOT and j not in reading.timed:
            mention = reading.mention_at.get(j)
            if mention is None or mention[0].type == "PER" or mention[0].start > reading.tokens[j].start:
                return _content(reading, i, cue, "bi", j, who, j)
        if (
            cue.takes("object", "object-any")
            and self._object(reading, cue, i, j, who)
            and (
                "core" in cue.flags
                or j == at
                or reading.tokens[j - 1].text in "،,"
                or reading.keys[j - 1] in ADVERBS
                or key.endswith(("ه", "ها", "هم"))
            )
        ):
            if self.sources.kind(key) != "document" and key[:6] in ("تاكيده", "تاكيد", "التاكي"):
                return self._inner(reading, i, cue, j, who, end)
            return _content(reading, i, cue, "object", j, who, j)
        if cue.takes("addressee-ila", "addressee-bi", "addressee-ala", "addressee-any"):
            return self._addressed(reading, i, cue, j, who, end, adjunct)
        return None

    def _object(self, reading: Reading, cue: Cue, i: int, j: int, who: Phrase | None, at: int = -1) -> bool:
        key = reading.keys[j]
        if self.sources.opens_content(key, definite=j > i + 1 and "core" in cue.flags):
            return reading.keys[j - 1] not in PREPOSITIONS or j == i + 1
        free = cue.takes("object-any") or (
            "free" in cue.flags and (who is None or _definite(reading, who)) and not key.startswith("ال")
        )
        if key[0] in "لب" and key[1:3] != "" and j not in reading.mention_at and not readings(key):
            return False
        start = at if at >= 0 else who.last if who is not None else i + 1
        if not free or j != start or (who is None and cue.tense != "participle"):
            return False
        if key[0] in "بلو" and who is None:
            return False
        if cue.tense == "participle" and cue.gender == "f" and reading.tokens[i - 1].kind != "punct":
            return False
        if key in ADVERBS or (reading.cues.get(j) is not None and reading.cues[j].kind != "noun"):
            return False
        return (
            key not in PREPOSITIONS
            and key not in RELATIVES
            and reading.tokens[j].kind == "word"
            and (j not in reading.timed)
        )

    def _inner(self, reading: Reading, i: int, cue: Cue, j: int, who: Phrase | None, end: int) -> Opening | None:
        """``جدد تأكيده على X``: the content is X."""
        k = j + 1
        while k < min(end, j + 4):
            if reading.keys[k] in THAT:
                return _content(reading, i, cue, "that", k + 1, who, k)
            if reading.keys[k] == "علي" and k + 1 < end:
                k += 2 if reading.keys[k + 1] in THAT else 1
                return _content(reading, i, cue, "ala", k, who, j)
            k += 1
        return _content(reading, i, cue, "object", j, who, j)

    def _addressed(
        self, reading: Reading, i: int, cue: Cue, j: int, who: Phrase | None, end: int, adjunct: bool
    ) -> Opening | None:
        """``دعا الوزير الدول إلى …``: the addressee opens the content."""
        key = reading.keys[j]
        start = who.last if who is not None else i + 1
        resumed = (
            who is not None
            and j in reading.mention_at
            and (
                reading.tokens[j - 1].text in "،,"
                or all(k in reading.timed or reading.keys[k] in ADVERBS for k in range(start, j))
            )
        )
        if (j != start and not resumed) or key in RELATIVES or key in THAT or reading.tokens[j].kind == "punct":
            return None
        if key in PREPOSITIONS or j in reading.timed or reading.tokens[j].kind not in ("word", "latin"):
            return None
        if key in ("الله", "المولي", "ربه", "ربي", "هذا", "هذه", "ذلك"):
            return None
        for k in range(j + 1, min(len(reading.tokens), j + 22)):
            word = reading.keys[k]
            if reading.tokens[k].text in ".:":
                return None
            if _links(cue, word):
                return _content(reading, i, cue, "addressee", j, who, j)
        return None

    def _noun(self, reading: Reading, i: int, cue: Cue, first: int, last: int) -> Opening | None:
        key = reading.keys[i]
        if cue.lemma == "قول":
            if key == "قول":
                return self._sayings(reading, i, cue, first, last)
            if not cue.pronoun and not key.endswith("بالقول") and key not in ("القول", "بالقول"):
                return None
            if reading.keys[i - 1] in ("حد", "وفق", "بحسب", "حسب") if i > first else False:
                return None
            return self._scan(reading, i, cue, None, i + 1, min(last, i + 12), first)
        if i > first and reading.keys[i - 1] in ("تم", "جري", "وتم", "يتم", "تمت", "وجري"):
            opening = self._scan(reading, i, cue, None, i + 1, min(last, i + 12), first)
            if opening is not None:
                return Opening(i, cue, opening.how, opening.content, None, opening.between, opening.quotation, True)
            return None
        if cue.pronoun:
            return self._near(reading, i, cue, None, i + 1, last)
        who = subject(reading, self.sources, i + 1, last)
        if who is None or not (
            who.person or who.first in reading.mention_at or reading.keys[who.first].startswith("ال")
        ):
            return None
        return self._near(reading, i, cue, who, who.last, last)

    def _sayings(self, reading: Reading, i: int, cue: Cue, first: int, last: int) -> Opening | None:
        """``نقلت الوكالة قول الوزير إن …``: the minister speaks, the agency relays."""
        who = subject(reading, self.sources, i + 1, last)
        opening = self._near(reading, i, cue, who, who.last, last) if who is not None else None
        if opening is None:
            return None
        for j in range(i - 1, max(first, i - 14) - 1, -1):
            before = reading.cues.get(j)
            if before is not None and before.takes("relay"):
                relay = subject(reading, self.sources, j + 1, i)
                return Opening(
                    i, cue, opening.how, opening.content, who, opening.between, opening.quotation, False, relay
                )
        return opening

    def _near(self, reading: Reading, i: int, cue: Cue, who: Phrase | None, j: int, last: int) -> Opening | None:
        """A noun of saying takes its content at once: ``تصريحات الوزير بأن …``."""
        if j >= last:
            return None
        ahead = {"الي": "ila-that", "من": "min", "علي": "ala", "عن": "an"}.get(reading.keys[j])
        if ahead is not None and cue.takes(ahead) and j + 1 < last and reading.keys[j + 1] in THAT:
            return _content(reading, i, cue, "that", j + 2, who, j)
        if reading.keys[j] in THAT and cue.takes("that", "bi-that"):
            return _content(reading, i, cue, "that", j + 1, who, j)
        return None


def _names(reading: Reading, close: int | None, end: int) -> bool:
    """Say whether a quotation is a name within the subject: ``مجموعة "النور" الدولية``."""
    return close is not None and close + 1 < end and reading.keys[close + 1].startswith("ال")


def _head(reading: Reading, at: int, j: int) -> int | None:
    """Return the noun that follows the subject before token ``j``: it is the object, and ``j`` hangs on it."""
    for k in range(at, j):
        key = reading.keys[k]
        if reading.tokens[k].kind == "punct" or k in reading.timed or key in ADVERBS:
            continue
        plain = key not in PREPOSITIONS and key not in RELATIVES and key not in THAT and key[0] not in "لب"
        plain = plain and k not in reading.mention_at and key not in _OFFICES and key[:2] not in ("وا",)
        return k if plain and reading.tokens[k].kind == "word" else None
    return None


def _definite(reading: Reading, who: Phrase) -> bool:
    return who.person or reading.keys[who.last - 1].startswith("ال") or (who.last - 1) in reading.mention_at


_GOVERNING = words("governing")
_BETWEEN = words("between")
_OFFICES = words("offices")
_SAYING = Cue("جاء", "verb", frozenset(("that", "quote")), "neutral", frozenset(), "past", "", "")


def _links(cue: Cue, word: str) -> bool:
    if cue.takes("addressee-any"):
        return word.startswith(("ب", "ل")) or word in ("الي", "ان", "من", "علي")
    if cue.takes("addressee-ila"):
        return word == "الي" or (word.startswith("لل") or (word.startswith("ل") and len(word) > 4)) or word == "ان"
    if cue.takes("addressee-ala"):
        return word == "علي"
    return (word.startswith("ب") and len(word) > 3 and word not in _BI_NOT) or word == "بان"


def _content(reading: Reading, i: int, cue: Cue, how: str, j: int, who: Phrase | None, between: int) -> Opening | None:
    """An opening whose content begins at token ``j``, over a quotation mark and what belongs to the cue."""
    size = len(reading.tokens)
    if j < size and reading.tokens[j].text in "،,:" and reading.tokens[j].kind == "punct":
        j += 1
    mark = None
    if j < size and (j in reading.quotations.by_open or j in reading.quotations.stray):
        mark = j if j in reading.quotations.by_open else None
        j += 1
        while j < size and j in reading.quotations.stray:
            j += 1
        if j < size and reading.keys[j] in THAT and how != "that":
            j += 1
    return Opening(i, cue, how, j, who, between, mark) if j < size else None


def _real(reading: Reading, i: int, cue: Cue, first: int) -> bool:
    """Rule out negated, modal and impersonal forms: ``لم يذكر``, ``قد يعلن``, ``يذكر أن``."""
    before = reading.keys[i - 1] if i > first else ""
    if (
        cue.lemma == "طالب"
        and not cue.skip
        and i > first
        and (reading.tokens[i - 1].kind == "number" or before in ("مليون", "الف", "مليار"))
    ):
        return False
    if i + 1 < len(reading.keys) and reading.keys[i + 1] in ("الله", "المولي"):
        return False
    if not cue.skip and before in _BEFORE_NOUNS:
        return False
    if cue.skip and before in ("دون",):
        return False
    if before in NEGATIONS and not cue.skip:
        return cue.lemma in _ALLOWING_NOT
    if cue.tense == "present":
        if before in MODAL_BEFORE and not cue.skip:
            return before == "ان" and i - 2 >= first and reading.keys[i - 2] == "قبل" and "goes-on" in cue.flags
        after = reading.keys[i + 1] if i + 1 < len(reading.keys) else ""
        if cue.gender == "m" and cue.number == "s" and (after in THAT or after in ("الي", "ان", "عن")):
            return cue.lemma not in (
                "ذكر",
                "أشار",
                "أعلن",
                "كشف",
                "توقع",
                "ادعى",
                "طلب",
                "علم",
                "قال",
                "زعم",
                "لاحظ",
                "اعتبر",
            ) or (i > first and before not in ("و", "ف", ""))
    return not (cue.tense == "past" and before in ("كلما", "لو", "اذا"))


_BEFORE_NOUNS = words("before-nouns")


def _past_bracket(reading: Reading, j: int, end: int) -> int:
    for k in range(j + 1, min(end, j + 25)):
        if reading.tokens[k].text in ")]":
            return k + 1
    return j + 1


def _ends(reading: Reading, j: int) -> bool:
    return j >= len(reading.tokens) or reading.tokens[j].text in ".،,؛!؟"
