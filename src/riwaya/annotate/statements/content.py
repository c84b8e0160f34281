"""How far a content reaches, and whether it stands in quotation marks."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.annotate.statements.attributions import Attribution
from riwaya.annotate.statements.marks import Opening
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import NEGATIONS, words
from riwaya.model import Mode

_COMMAS = frozenset(("،", ","))
_AFTERTHOUGHT = words("afterthought")
_AND_THAT = words("and-that")
_TRAILING = words("trailing")
_CONNECTORS = words("connectors")
_SUBORDINATE = words("subordinate")
_LATER = words("later")
_PUNCT = frozenset('.،,؛;:!؟?…-–"«»“”„')


class Contents:
    """Finds where contents end."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def end(
        self,
        reading: Reading,
        opening: Opening,
        openings: Mapping[int, Opening],
        attributions: Mapping[int, Attribution],
        last: int,
    ) -> tuple[int, Mode]:
        """Return the token after the content and its mode: direct, indirect or mixed."""
        start, mark = opening.content, opening.quotation
        if mark is not None:
            close = reading.quotations.by_open[mark].close
            if close is not None and close >= last:
                return last, "direct"
            if close is None:
                stop = self._scan(reading, opening, start, openings, attributions, last)
                return self._trimmed(reading, start, stop), "direct"
            stop, whole = self._after_quotation(reading, opening, close, openings, attributions, last)
            return self._trimmed(reading, start, stop), "direct" if whole else "mixed"
        stop = self._trimmed(reading, start, self._scan(reading, opening, start, openings, attributions, last))
        return stop, _mode(reading, start, stop)

    def _after_quotation(
        self,
        reading: Reading,
        opening: Opening,
        close: int,
        openings: Mapping[int, Opening],
        attributions: Mapping[int, Attribution],
        last: int,
    ) -> tuple[int, bool]:
        """Return where the content ends after a closing mark, and whether all of it is quoted."""
        while True:
            j = close + 1
            while j < last and j in reading.quotations.stray:
                j += 1
            if j >= last:
                return close, True
            comma = reading.tokens[j].text in _COMMAS
            k = j + 1 if comma else j
            if k + 1 < last and reading.keys[k] == "و" and k + 1 in reading.quotations.by_open:
                again = reading.quotations.by_open[k + 1].close
                if again is None or again >= last:
                    return last, True
                close = again
                continue
            if k + 1 < last and reading.keys[k] in _AND_THAT and opening.how == "that":
                inner = k + 1 in reading.quotations.by_open
                again = reading.quotations.by_open[k + 1].close if inner else None
                if inner and again is not None and again < last:
                    close = again
                    continue
                return self._scan(reading, opening, k + 1, openings, attributions, last), False
            runs_on = not comma and reading.tokens[j].kind != "punct" and opening.how not in ("colon", "quote")
            if not runs_on or self._breaks(reading, opening, j, openings, attributions, last, True):
                return close, True
            return self._scan(reading, opening, j, openings, attributions, last), False

    def _scan(
        self,
        reading: Reading,
        opening: Opening,
        start: int,
        openings: Mapping[int, Opening],
        attributions: Mapping[int, Attribution],
        last: int,
    ) -> int:
        j = start
        while j < last:
            quotation = reading.quotations.by_open.get(j)
            if quotation is not None and quotation.close is not None and quotation.close < last:
                j = quotation.close + 1
                continue
            if j > start and self._breaks(reading, opening, j, openings, attributions, last, False):
                return j
            j += 1
        return last

    def _breaks(
        self,
        reading: Reading,
        opening: Opening,
        j: int,
        openings: Mapping[int, Opening],
        attributions: Mapping[int, Attribution],
        last: int,
        closed: bool,
    ) -> bool:
        """Say whether the reporter speaks again at token ``j``."""
        if j in attributions:
            return True
        key, before = reading.keys[j], reading.tokens[j - 1].text
        following = openings.get(j)
        if following is not None and _takes_over(reading, opening, following, closed):
            return True
        pause = before in _COMMAS or closed or (before == "." and reading.tokens[j - 1].kind == "punct")
        if (pause and key in _AFTERTHOUGHT) or (
            pause and (key == "وذلك" and j + 1 < last and reading.keys[j + 1] in _AFTER_THAT)
        ):
            return True
        if pause and key in ("دون", "من") and j + 1 < last and reading.keys[j + (key == "من")] == "دون":
            return reading.keys[j + 1 + (key == "من")] in (
                "ان",
                "الخوض",
                "ذكر",
                "تحديد",
                "الكشف",
                "توضيح",
                "مزيد",
                "اعطاء",
            )
        if before in _COMMAS and j - 2 in reading.quotations.by_close and _turns(key):
            return True
        if key == "في" and j + 1 < last and reading.keys[j + 1] in ("احدث",):
            return True
        if not pause:
            return False
        if key == "في" and j + 1 < last and reading.keys[j + 1] in ("حين", "اشاره", "وقت", "الوقت"):
            return True
        if (key in NEGATIONS) and j + 1 < last and j + 1 in reading.cues and reading.cues[j + 1].tense == "present":
            return reading.cues[j + 1].kind == "verb" and key != "لا"
        if key in ("وجاء", "وياتي", "وتاتي", "وجاءت", "وكان", "وكانت", "جاء") and opening.cue.tense != "present":
            return key not in ("وكان", "وكانت") or _past_report(reading, j, last)
        if key in _LATER and j + 1 < last:
            found = self.sources.at(reading.keys, j + 1, last)
            return found is not None and found[0] in ("document", "occasion") and _rest_is_short(reading, j, last)
        return key in ("ردا", "تعليقا") and _rest_is_short(reading, j, last)

    @staticmethod
    def _trimmed(reading: Reading, start: int, stop: int) -> int:
        while stop - 1 > start and (_edge(reading, start, stop - 1) or _dangles(reading, stop - 1)):
            stop -= 1
        return stop


def _edge(reading: Reading, start: int, i: int) -> bool:
    """Say whether a mark at the content's end is no part of it; a label's closing mark is."""
    token = reading.tokens[i]
    if token.kind != "punct" or token.text not in _PUNCT:
        return False
    quotation = reading.quotations.by_close.get(i)
    return quotation is None or quotation.open <= start or i - quotation.open > 3


def _dangles(reading: Reading, i: int) -> bool:
    """Say whether a connective at the content's end belongs to what follows: ``… قبل أن`` before ``يضيف``."""
    key, cue = reading.keys[i], reading.cues.get(i)
    if cue is not None and cue.kind == "verb" and cue.skip and cue.tense == "past":
        return True  # واختتم before قائلا
    return key in _TRAILING or key == "قبل" or (key == "ان" and reading.keys[i - 1] == "قبل")


def _turns(key: str) -> bool:
    """Say whether the reporter speaks again after a quotation: ``"…"، مما أدى``, ``لكنها رفضت``, ``مهديا اللقب``."""
    return key in _TURNS or (len(key) > 4 and key.startswith("م") and key.endswith("ا"))


_TURNS = words("turns-after-quotation")
_AFTER_THAT = words("after-dhalika")


def _takes_over(reading: Reading, opening: Opening, following: Opening, closed: bool) -> bool:
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
    if pause and cue.tense == "past" and reading.keys[opening.at - 1] in _SUBORDINATE:
        return True
    if closed and joined:
        return True
    if before in ("بعدما", "حيث", "اذ", "عندما", "وحيث") and following.subject is not None and cue.tense == "past":
        return reading.tokens[following.at - 2].text in "،," or closed
    if following.subject is None:
        if not joined or (cue.tense != opening.cue.tense and opening.cue.tense != "participle"):
            return False
        if cue.gender != opening.cue.gender and opening.cue.gender and cue.number == opening.cue.number:
            return False
        return pause or "goes-on" in cue.flags or "core" in cue.flags
    return joined and (pause or before in ("كما", "فيما", "بينما")) and cue.tense == "past"


def _past_report(reading: Reading, j: int, last: int) -> bool:
    return any(k in reading.cues and reading.cues[k].tense == "past" for k in range(j + 1, min(last, j + 8)))


def _rest_is_short(reading: Reading, j: int, last: int) -> bool:
    return last - j < 30


def _mode(reading: Reading, start: int, stop: int) -> Mode:
    """Mixed where more than a label stands in quotation marks."""
    for i in range(start, stop):
        quotation = reading.quotations.by_open.get(i)
        if quotation is None:
            continue
        close = quotation.close if quotation.close is not None else stop
        if close - i - 1 >= 3 and i + 1 not in reading.mention_at:
            return "mixed"
    return "indirect"
