"""Headlines that name their speaker before a colon: ``الوزير: لن نرحل`` (The minister: we won't leave)."""

from __future__ import annotations

from riwaya.annotate.statements.found import Found, Passage, named
from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.modes import mode
from riwaya.annotate.statements.phrases import subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.speakers import verb_gender
from riwaya.annotate.statements.words import words
from riwaya.model import Mode

_RUBRICS = words("rubrics")
_CLAIMS = words("claims")
_TOPICS = words("topics")
_SEATS = frozenset(key.removeprefix("ال") for key in words("seats"))
_REACH = 13


def headline(passage: Passage, sources: Sources) -> list[Found]:
    """Return the statement of a headline, if it is one; questions and rubrics (``مباشر: …``) are none."""
    reading, first, last = passage.reading, passage.first, passage.last
    colon = next((j for j in range(first + 1, min(last, first + _REACH)) if reading.tokens[j].text == ":"), None)
    if colon is None or colon + 2 >= last or reading.tokens[last - 1].text in "؟?":
        return []
    who = subject(reading, sources, first, colon)
    if who is None or who.last > colon or reading.keys[colon - 1] in _RUBRICS or not _speaks(reading, who, colon, last):
        return []
    told = colon - who.last <= 2 and reading.keys[who.last].startswith("ل")  # مسؤولان لرويترز
    if not who.person and ((who.last != colon and not told) or _tells(reading, first, colon)):
        return []
    start, stop, how = _content(reading, colon + 1, last)
    found = Found(colon, None, ":", start, stop, how, None, passage.number)
    found.speaker, found.gender, found.number = named(who), who.gender, who.number
    return [found]


def _content(reading: Reading, start: int, last: int) -> tuple[int, int, Mode]:
    quotation = reading.quotations.by_open.get(start)
    if quotation is not None and (quotation.close is None or quotation.close >= last - 2):
        return start + 1, quotation.close or last, "direct"
    how = mode(reading, start, last)
    return start + (quotation is not None and how == "mixed"), last, how


def _tells(reading: Reading, first: int, colon: int) -> bool:
    """Say whether a verb stands before the colon: the headline tells something, it quotes nobody."""
    return any(
        reading.keys[k][:1] in ("ي", "ت") and verb_gender(reading.keys[k]) is not None for k in range(first + 1, colon)
    )


def _speaks(reading: Reading, who: Phrase, colon: int, last: int) -> bool:
    """Say whether what stands before a headline's colon is a speaker: a person always, a place only if it says we."""
    if who.person:
        return True
    if reading.keys[who.first].removeprefix("ال") in _SEATS and who.last == colon:
        return True
    if who.kind in ("unnamed", "document") or reading.tokens[who.first].text in '«"“':
        return True
    mention = reading.mention_at.get(who.first)
    if mention is not None and mention[0].type == "ORG":
        return True
    if mention is None and not reading.keys[who.first].startswith("ال") and who.kind in ("office", "person"):
        return reading.keys[who.first] not in _TOPICS
    if reading.keys[colon + 1] == "علي":
        return True  # سلوان: على العالم أن …; but سلوان: القبض على لص
    ahead = reading.keys[colon + 1 : min(last, colon + 4)]
    return any(key in _CLAIMS or key.startswith(("سن", "لن")) for key in ahead)
