"""Who says it, after what is said: ``الملعب بعيد عن المدينة، تقول صحيفة النهر.``"""

from __future__ import annotations

from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.phrases import subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import words

_READ = frozenset(("نقرا",))
_IN_PAPER = words("in-a-paper")
_SHORTEST = 6


def said_after(reading: Reading, sources: Sources, i: int, first: int, last: int) -> Phrase | None:
    """Return who says what stands before a comma: a verb in the present, its subject, nothing more in the sentence.

    ``السد آمن تماما، تقول صحيفة النهر.`` (…, says the paper), ``…، نقرأ على غلاف النهر.`` (…, we read on its cover).
    Misses: an insertion in mid-sentence.
    """
    if i - first < _SHORTEST or reading.tokens[i - 1].text not in "،," or i + 1 >= last:
        return None
    j = i + 1
    if reading.keys[i] in _READ:
        while j < last and reading.keys[j] in _IN_PAPER:
            j += 1
        if j == i + 1:
            return None
    else:
        cue = reading.cues.get(i)
        if cue is None or cue.kind != "verb" or cue.tense != "present" or cue.skip or not cue.takes("quote"):
            return None
    who = subject(reading, sources, j, last) if j < last else None
    if who is None or any(reading.tokens[k].kind != "punct" for k in range(who.last, last)):
        return None
    ended = who.last >= last or reading.tokens[who.last].text in ".،,"
    known = who.person or who.source in ("outlet", "agency", "class", "document") or who.kind == "unnamed"
    return who if ended and known else None
