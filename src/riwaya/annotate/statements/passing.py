"""What the walk from a cue to its content meets: quotations that are the content or a name, insertions, brackets."""

from __future__ import annotations

from riwaya.annotate.statements.governed import WAYS
from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.marks import Opening, Site
from riwaya.annotate.statements.modes import titled
from riwaya.annotate.statements.offices import OFFICES
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import THAT, words

_STOP = frozenset(("؛", ";", "!", "؟", "?"))
_GOVERNING = words("governing")
_INSERTED = words("inserted")
_NAMED_BY = words("named-before-mark")
_PLATFORM = words("platform-words")
_POSTED = 4
_NAME = 6
_LABEL = 4
_SAME = words("same-again")
_TITLE = 5
_INSERTION = 14


def at_quotation(sources: Sources, site: Site, who: Phrase | None, start: int, j: int, end: int) -> Opening | None:
    """Return the opening of the quotation at ``j``, unless its words are a name or a label."""
    reading, cue = site.reading, site.cue
    close = reading.quotations.by_open[j].close
    size = (close or end) - j - 1
    before = reading.keys[j - 1]
    if cue.takes("posted"):
        posted = size > _POSTED and any(reading.keys[k] in _PLATFORM for k in range(start, j))
        return site.quoted("quote", j, who, j) if posted else None
    if cue.takes("long-quote") and j == start and who is not None and cue.tense == "past" and size > _POSTED:
        return site.quoted("quote", j, who, j)
    if cue.takes("object-quote") and start < j <= start + 6 and size >= 1 and _words_only(reading, start, j):
        return site.content("object", start, who, start)
    if not cue.takes("quote") or sources.kind(before.removeprefix("ل")) == "class":
        return None
    if size < _NAME and (before in OFFICES or before in _NAMED_BY or before in _GOVERNING):
        return None
    if size <= _LABEL and close is not None and close + 2 in reading.quotations.by_open and close + 2 < site.last:
        return None  # لوكالة الأنباء «د ب أ»، «لن نرحل»
    if size < 2 or titled(reading, site.at, j + 1, size) or (close and _goes_before(reading, close + 1, end)):
        return None
    if "strict" in cue.flags and (size < 5 or j > site.at + 4):
        return None
    if j == start and close is not None and close + 1 < end and reading.keys[close + 1].startswith("ال"):
        return None  # مجموعة "النور" الدولية
    if size < 4 and j == start and close is not None and any(k in THAT for k in reading.keys[close + 1 : site.last]):
        return None  # وقالت وكالة "النهر"، نقلا عن …، إن
    if size < 4 and j > site.at + 1 and not (close is not None and _ends(reading, close + 1)):
        return None
    return site.quoted("quote", j, who, j)


def _goes_before(reading: Reading, j: int, end: int) -> bool:
    """Say whether the content only begins at ``j``, after the marks: ``مؤلف «النهر» أن``, ``ما سمي «النهر» إلى أن``."""
    j += j < end and reading.keys[j] in WAYS
    return j < end and (reading.keys[j] in THAT or reading.tokens[j].text == ":")


def _words_only(reading: Reading, first: int, last: int) -> bool:
    """Say whether only words stand there, no complementiser, cue or time: ``معتبرا القرار "خطوة"``."""
    return all(
        reading.tokens[k].kind == "word" and reading.keys[k] not in THAT and k not in reading.cues
        for k in range(first, last)
    )


def _ends(reading: Reading, j: int) -> bool:
    return j >= len(reading.tokens) or reading.tokens[j].text in ".،,؛!؟"


def in_title(reading: Reading, opening: Opening) -> bool:
    """Say whether the cue stands in marks that its content is not in: the film «قال النهر»."""
    close = reading.quotations.until[opening.at]
    alone = close == opening.at + 1  # «تمنى» أن …
    return bool(close) and opening.content > close and close - opening.at < _TITLE and not alone


def past_meantime(reading: Reading, j: int) -> int:
    """Return the token after ``في الوقت نفسه`` (at the same time), which may stand between cue and content; else j."""
    same = reading.keys[j] == "في" and reading.keys[j + 1 : j + 2] == ["الوقت"] and reading.keys[j + 2 : j + 3]
    return j + 3 if same and same[0] in _SAME else j


def past_insertion(reading: Reading, j: int, end: int) -> int:
    """Return the token after an insertion that begins with the comma at ``j``: ``، حسبما ذكرت الوكالة،``; else 0."""
    if j + 1 >= end or reading.tokens[j].text not in "،," or reading.keys[j + 1] not in _INSERTED:
        return 0
    for k in range(j + 2, min(end, j + _INSERTION)):
        if reading.tokens[k].text in "،,":
            return k + 1
        if reading.keys[k] in THAT or reading.tokens[k].text in ":.؛" or k in reading.quotations.by_open:
            return 0
    return 0


def past_mark(reading: Reading, j: int, end: int) -> int:
    """Return the token after a mark, a bracket's or quotation's words with it; -1 where the walk ends."""
    text = reading.tokens[j].text
    if text in _STOP or (text == "." and j + 1 < end and reading.tokens[j + 1].text == "."):
        return -1
    if text in "([":
        return next((k + 1 for k in range(j + 1, min(end, j + 25)) if reading.tokens[k].text in ")]"), j + 1)
    if j in reading.quotations.by_open:
        close = reading.quotations.by_open[j].close
        return -1 if close is None or close >= end else close + 1
    return j + 1
