"""Contents that stand before what attributes them: a quotation before its cue, a sentence before ``بحسب``."""

from __future__ import annotations

from riwaya.annotate.statements.attribution import Attribution
from riwaya.annotate.statements.content import Contents, trimmed
from riwaya.annotate.statements.found import NOBODY, Found, Passage, named
from riwaya.annotate.statements.marks import Opening
from riwaya.annotate.statements.modes import mode
from riwaya.annotate.statements.phrases import subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import MODIFIERS, PREPOSITIONS, STEMS, THAT, words
from riwaya.arabic.verbs import readings, readings_as_they_stand
from riwaya.model import Mode


def _reports(found: Found, at: int, content: int) -> bool:
    """Say whether a verb with its subject stands between an attribution and its content, or soon after."""
    opening = found.opening
    between = at < found.cue_at < content + _SOON and found.cue is not None and found.cue.kind == "verb"
    return between and opening is not None and opening.subject is not None


Content = tuple[int, int, Mode]
"""First token, the token past the last, and how it is told."""


def _source_cited(attribution: Attribution, attributions: list[Attribution]) -> Attribution:
    """Return the attribution of whom the source cites: ``بحسب النهر نقلا عن مصادر أمنية``; else the same."""
    if attribution.source is None or attribution.content is not None:
        return attribution
    after = (a for a in attributions if a.lemma == "نقلا عن" and 0 <= a.at - attribution.last < _NEAR)
    return next((a for a in after if a.source is not None), attribution)


_NEAR = 3


def _tells(found: Found, attribution: Attribution, first: int) -> bool:
    """Say whether a statement before an attribution is the sentence's own; one of a participle late in it is part."""
    aside = found.cue is not None and found.cue.tense == "participle" and found.cue_at > first + _LATE
    return found.cue_at < attribution.at and not aside


def _past_reminder(reading: Reading, start: int, stop: int) -> int:
    """Return the token after ``يذكر أن``, ``هذا`` before و: the reporter's own words before what is attributed."""
    if reading.keys[start] == "هذا" and start + 1 < stop and reading.keys[start + 1].startswith("و"):
        return start + 1
    if reading.keys[start].removeprefix("و") not in _REMINDERS:
        return start
    return next((k + 1 for k in range(start, min(stop, start + _LATE)) if reading.keys[k] in THAT), start)


_LATE = 5
_SOON = 8
_SHORTEST = 4
_PRONOUNS = words("pronouns")
_REMINDERS = words("reminders")
_APPOSED = words("offices") | words("sayers")
_OTHERWISE = words("trailing") | words("connectors") | words("turns-after-quotation") | words("clause-openers") | THAT
_OTHERWISE -= {"في"}
_MEANWHILE = words("meanwhile")


class Reported:
    """Finds statements that no cue opens."""

    def __init__(self, sources: Sources, contents: Contents) -> None:
        self._sources, self._contents = sources, contents

    def inverted(self, passage: Passage, first: int) -> list[Found]:
        """``"لن نرحل"، قال الوزير``: the quotation before its cue."""
        reading, last, here = passage.reading, passage.last, passage.here
        out: list[Found] = []
        for i in range(first + 3, last):
            cue = reading.cues.get(i)
            if cue is None or cue.kind != "verb" or "strict" in cue.flags or not cue.takes("quote"):
                continue
            taken = any(f.cue_at == i for f in here)
            if taken and (cue.skip or cue.tense == "participle"):
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
            if who is None and (taken or not cue.skip):
                continue
            if taken and any(reading.tokens[k].kind != "punct" for k in range(first, quotation.open)):
                continue  # تحت عنوان "…"، قال الوزير "…"
            opening = Opening(i, cue, "inverted", quotation.open + 1, who, who.last if who else i + 1, quotation.open)
            out.append(Found(i, cue, cue.lemma, quotation.open + 1, j, "direct", opening, passage.number))
        return out

    def ahead(self, passage: Passage, first: int) -> list[Found]:
        """``"لن نرحل. هذه أرضنا"، قال الوزير``: a quotation over several sentences, whose cue comes in a later one."""
        reading, last = passage.reading, passage.last
        quotation = reading.quotations.by_open.get(first)
        close = quotation.close if quotation is not None else None
        if close is None or close < last or any(f.first == first + 1 for f in passage.here):
            return []
        at = close + 1
        while at < len(reading.tokens) and reading.tokens[at].text in "،,-–":
            at += 1
        cue, end = reading.cues.get(at), next((b for a, b in reading.prose.bounds[passage.number :] if a <= at < b), at)
        if cue is None or cue.kind != "verb" or cue.tense == "participle" or not cue.takes("quote"):
            return []
        who = subject(reading, self._sources, at + 1, end) if "strict" not in cue.flags else None
        if who is None:
            return []
        opening = Opening(at, cue, "inverted", first + 1, who, who.last, first)
        stop = trimmed(reading, first + 1, last, quoted=True)
        return [Found(at, cue, cue.lemma, first + 1, stop, "direct", opening, passage.number)]

    def attributed(self, passage: Passage, first: int) -> list[Found]:
        """``…، بحسب الوزارة``: content that only an attribution gives to somebody."""
        out: list[Found] = []
        spoken = list(passage.here)
        for attribution in passage.attributions:
            unnamed = attribution.relay and attribution.source is None
            if unnamed or passage.reading.quotations.level[attribution.at]:
                continue
            content = self._behind(passage, attribution, spoken) or self._before(passage, attribution, spoken, first)
            if content is None or content[1] - content[0] < 3:
                continue
            out.append(self._cited(passage, attribution, *content))
        return out

    def _behind(self, passage: Passage, attribution: Attribution, spoken: list[Found]) -> Content | None:
        """``بحسب الوزارة، قتل …``: the content that goes on from an attribution, unless a verb gives it to another."""
        start = attribution.content
        if start is None or any(_reports(found, attribution.at, start) for found in spoken):
            return None
        return start, *self._tail(passage.reading, start, passage.last, passage.attributions)

    def _before(self, passage: Passage, attribution: Attribution, spoken: list[Found], first: int) -> Content | None:
        """``قتل …، بحسب الوزارة``: the content that an attribution closes, unless it is told already."""
        told = any(_tells(found, attribution, first) for found in spoken)
        if attribution.content is not None or told or any(a.at < attribution.at for a in passage.attributions):
            return None
        start, stop, how = self._head(passage.reading, first, attribution.at)
        if not any(found.cue_at > attribution.at for found in spoken) and how != "direct":
            stop, how = self._past(passage, attribution, start, stop, how)
        return start, stop, how

    def _cited(self, passage: Passage, attribution: Attribution, start: int, stop: int, how: Mode) -> Found:
        """The statement that an attribution alone gives to somebody."""
        told = _source_cited(attribution, passage.attributions)
        found = Found(told.at, None, told.lemma, start, stop, how, None, passage.number)
        found.shift, found.stance = self._connective(passage.reading, start), attribution.stance
        if told.source is not None:
            found.speaker = named(told.source)
            found.gender, found.number = told.source.gender, told.source.number
        return found

    def _past(self, passage: Passage, attribution: Attribution, start: int, stop: int, how: Mode) -> tuple[int, Mode]:
        """``قتل عشرة، بحسب الشرطة، في الهجوم``: what goes on after an insertion is content; ``، ولم …`` is not."""
        reading, last, again = passage.reading, passage.last, attribution.last + 1
        marks = (attribution.at - 1, attribution.last)
        if again + 2 >= last or not all(reading.tokens[k].text in "،,-–" for k in marks):
            return stop, how
        if any(other.at == again for other in passage.attributions):
            return stop, how  # …، بحسب الشرطة، كما ذكرت الصحيفة
        key = reading.keys[again]
        joined = key.startswith("و") and not key.startswith(STEMS["و"])
        described = key.removeprefix("ال") in _APPOSED or key in MODIFIERS or key == "من"
        meanwhile = key == "في" and reading.keys[again + 1] in _MEANWHILE
        if (
            joined
            or described
            or meanwhile
            or key in _OTHERWISE
            or all(k in reading.timed for k in range(again, last - 1))
        ):
            return stop, how
        stop, _ = self._tail(reading, again, last, passage.attributions)
        return stop, mode(reading, start, stop)

    def _tail(self, reading: Reading, start: int, last: int, attributions: list[Attribution]) -> tuple[int, Mode]:
        opening = Opening(
            start, NOBODY, "that", start, None, start, start if start in reading.quotations.by_open else None
        )
        if opening.quotation is not None:
            opening = Opening(start, NOBODY, "that", start + 1, None, start, start)
        return self._contents.end(reading, opening, {}, {a.at: a for a in attributions if a.at > start}, last)

    @staticmethod
    def _connective(reading: Reading, start: int) -> int:
        """Return 1 where the content's first word has the reporter's ``و`` or ``ف`` before it."""
        key = reading.keys[start]
        joined = key[1:] in PREPOSITIONS or key[1:] in _PRONOUNS
        if joined and (key.startswith("و") or (key.startswith("ف") and not readings_as_they_stand(key))):
            return 1
        if not key.startswith("و") or len(key) < _SHORTEST:
            return 0
        mention = reading.mention_at.get(start)
        if mention is not None:
            return int(mention[0].start > reading.tokens[start].start)
        own = any(one.lemma.startswith("و") for one in readings_as_they_stand(key))
        return int(not own and (key.startswith(("وال", "ولل")) or bool(readings(key[1:]))))

    def _head(self, reading: Reading, first: int, at: int) -> tuple[int, int, Mode]:
        """Return the content before an attribution: from the sentence's beginning, without a leading connective."""
        start, stop = first, at
        while (stop > start and reading.tokens[stop - 1].text in "،,-–") or reading.keys[stop - 1] in ("وذلك", "و"):
            stop -= 1
        while start < stop and (
            reading.keys[start] in ("و", "كما", "لكن", "فيما") or reading.tokens[start].text in "،,-–"
        ):
            start += 1
        start += start > first and reading.keys[start] in THAT  # كما أن …
        start = _past_reminder(reading, start, stop)
        close = reading.quotations.by_close.get(stop - 1)
        if close is not None and close.open == start:
            return start + 1, stop - 1, "direct"
        return start, stop, mode(reading, start, stop)
