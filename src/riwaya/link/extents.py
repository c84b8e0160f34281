"""From where to where a line of the timeline is printed: whole segments around event and time, readable by themselves.

A line doesn't begin with أن or التي nor end in a preposition, and is short enough to stand in a list.
"""

from __future__ import annotations

from riwaya.link.clauses import Clause
from riwaya.link.events import small_words

ENOUGH = 12  # words after which a clause may end
ANTECEDENT = 16  # words of what a relative clause tells about
LONGEST = 200  # code points

_MARKS = frozenset('"“”«»()')
_QUOTES = frozenset('«"“”([')


def extent(sentence: Clause, event: int, first: int, last: int, alone: bool = False) -> tuple[int, int]:
    """Return the word range that tells the event at word ``event``, dated by words ``first`` to ``last``.

    ``نفى الوزير، الجمعة، ما نشر`` (the minister denied on Friday …) goes on after a date between commas; ``alone``
    begins at the event. Misses: an event more than 160 code points from its date is printed without the date.
    """
    low, high = min(event, first), max(event, last)
    start = event if alone else _start(sentence, event, low)
    end = _end(sentence, start, event, high)
    start, end = _fitted(sentence, start, end, event, (low, high))
    start, end = _trimmed(sentence, start, end, event)
    return _hedged(sentence, start, event), end


def _size(sentence: Clause, start: int, end: int) -> int:
    return sentence.words[end - 1].end - sentence.words[start].start if end > start else 0


def _start(sentence: Clause, event: int, low: int) -> int:
    segment = sentence.segment(low)
    start = sentence.bounds(segment)[0]
    if low == event and (attributed := _attributed(sentence, event, start)) is not None:
        return attributed
    if low == event:
        for at in range(event, max(start, event - 2), -1):
            if sentence.words[at - 1].key in small_words("bound"):
                return at  # منذ إطلاق الحوار في شباط: the launch, not what has been since
    while segment and _leans(sentence, segment, start, event):
        before = sentence.bounds(segment - 1)[0]
        if start - before > ANTECEDENT or _size(sentence, before, low + 1) > LONGEST:
            return _antecedent(sentence, segment, start)
        segment, start = segment - 1, before
    return start


def _attributed(sentence: Clause, event: int, start: int) -> int | None:
    """``نجحوا في القضاء على خلية ضالعة في هجوم استهدف دورية الجمعة``: a verb that describes the noun before it."""
    kinds = dict(sentence.events)
    noun = kinds.get(event - 1)
    if noun is None or noun.form != "noun" or event not in kinds or kinds[event].form == "noun":
        return None
    indefinite = not sentence.words[event - 1].key.removeprefix("و").startswith(("ال", "بال", "لل"))
    earlier = any(start <= at < event - 1 for at in kinds) or _leads(sentence, start)
    return event - 1 if indefinite and earlier else None


def _leans(sentence: Clause, segment: int, start: int, event: int) -> bool:
    """Say whether a segment tells nothing without the one before: relative, under a preposition, or a bare verb."""
    if sentence.opener(segment) in small_words("relative") or _leads(sentence, start) or _quoted_name(sentence, start):
        return True
    low, high = sentence.bounds(segment)
    if high - low <= 5 and any(low <= at < high for at in sentence.timed) and not _told(sentence, low, high):
        return True  # a date between commas: نجحت القوات، السبت، في …
    if high - low <= 4 and not any(low <= at < high for at in (*(at for at, _ in sentence.events), *sentence.timed)):
        return True  # a name between commas: وزير الخارجية، فلان، قال
    verbs = {at for at, one in sentence.events if one.form != "noun"}
    before = range(*sentence.bounds(segment - 1))
    return start == event and event in verbs and len(before) <= 7 and verbs.isdisjoint(before)


def _quoted_name(sentence: Clause, start: int) -> bool:
    """Say whether a segment begins behind a quotation mark that no word of saying opens: ``حملة "أرواحنا" التي …``."""
    if start < 2 or sentence.words[start - 1].text not in _MARKS:
        return False
    before = sentence.words[start - 2]
    said = any(at == start - 2 and one.type == "MAKE STATEMENT" for at, one in sentence.events)
    return not (said or before.kind == "punct" or before.key in small_words("complementiser"))


def _told(sentence: Clause, low: int, high: int) -> bool:
    return any(low <= at < high for at, _ in sentence.events)


def _antecedent(sentence: Clause, segment: int, start: int) -> int:
    """What a relative clause tells about begins at the first event noun of the last words before it."""
    nouns = [at for at, one in sentence.events if start - ANTECEDENT <= at < start and one.form == "noun"]
    low = sentence.bounds(segment - 1)[0]
    return next((at for at in nouns if at >= low), start)


def _leads(sentence: Clause, start: int) -> bool:
    """Say whether a segment begins with a word that leans on those before it: ``في لقاء``, ``لبحث``, ``للتحالف``."""
    key = sentence.words[start].key if start < len(sentence.words) else ""
    if key in small_words("leading") or (key.startswith("لل") and len(key) > 4):
        return True
    return key.startswith("ل") and any(at == start and one.form == "noun" for at, one in sentence.events)


def _end(sentence: Clause, start: int, event: int, high: int) -> int:
    """Take in segments until enough is said; a date between commas is never the end, nor is a verb of saying."""
    segment = sentence.segment(high)
    low, end = sentence.bounds(segment)
    open_ = (low in sentence.timed and not low <= event < end) or (start == 0 and _leads(sentence, start))
    heads = {at for at, one in sentence.events if one.type == "MAKE STATEMENT"}
    while segment + 1 < len(sentence.breaks):
        following = sentence.bounds(segment + 1)
        content = any(start <= at < end for at in heads) and (end - 1 == event or end - 1 not in heads)
        content = content and (
            sentence.opener(segment + 1) in small_words("complementiser") or _unsaid(sentence, start, end, event)
        )
        enough = _worded(sentence, start, end) >= ENOUGH and sentence.words[end - 1].text not in _QUOTES
        hangs = end - 1 in heads or _in_quotes(sentence, start, end)
        if not (open_ or content) and (
            (_dated(sentence, following, high) and not hangs) or (enough and not _leads(sentence, end))
        ):
            break
        if _size(sentence, start, following[1]) > LONGEST and enough and not content:
            break
        segment, end, open_ = segment + 1, following[1], following[1] - following[0] < 2
    return end


def _in_quotes(sentence: Clause, start: int, end: int) -> bool:
    """Say whether a quotation has just been opened: ``قررت اللجنة السبت "إيقاف …``."""
    last = sentence.words[end - 1].text
    straight = sum(1 for token in sentence.words[start:end] if token.text == '"')
    return straight % 2 == 1 if last == '"' else last in ("«", "“")


def _unsaid(sentence: Clause, start: int, end: int, event: int) -> bool:
    """Say whether the content of a verb of saying is yet to come: ``قالت الوزيرة، ليلى الحسن، إن …``."""
    said = any(start <= at < end and at == event and one.type == "MAKE STATEMENT" for at, one in sentence.events)
    following = sentence.words[end : end + ANTECEDENT]
    complements = small_words("complementiser")
    return (
        said
        and not any(token.key in complements for token in sentence.words[event:end])
        and any(token.key in complements for token in following)
    )


def _dated(sentence: Clause, segment: tuple[int, int], high: int) -> bool:
    return any(segment[0] <= at < segment[1] and at > high for at in sentence.timed)


def _worded(sentence: Clause, start: int, end: int) -> int:
    return sum(1 for token in sentence.words[start:end] if token.kind != "punct")


def _fitted(sentence: Clause, start: int, end: int, event: int, core: tuple[int, int]) -> tuple[int, int]:
    """Shorten what is too long: from its end down to the time, then from its start, then the time itself."""
    low, high = core
    while end - 1 > high and _size(sentence, start, end) > LONGEST:
        end -= 1
    heads = [at for at, _ in sentence.events if start < at <= low] + [low]
    while _size(sentence, start, end) > LONGEST and heads:
        start = heads.pop(0)
    while end - 1 > start and _size(sentence, start, end) > LONGEST:
        end -= 1
    return min(start, event) if _size(sentence, min(start, event), end) <= LONGEST else start, end


def _trimmed(sentence: Clause, start: int, end: int, event: int) -> tuple[int, int]:
    """Take punctuation from both ends, small words that lead nowhere, and a verb of saying that opens what follows."""
    words = sentence.words
    heads = {at for at, one in sentence.events if one.type == "MAKE STATEMENT" and at != event}
    front = small_words("complementiser") | small_words("relative") | small_words("subordinator")
    while start < min(event, end - 1) and (words[start].kind == "punct" or words[start].key in front):
        start += 1
    back = small_words("opener") | small_words("dangling")
    while end - 1 > start and (words[end - 1].kind == "punct" or words[end - 1].key in back or end - 1 in heads):
        end -= 1
    return start, end


def _hedged(sentence: Clause, start: int, event: int) -> int:
    """Return where a line begins with what says how sure it is: ``[من المرجح أن] يصل الوفد إلى بلسان``."""
    keys = [token.key for token in sentence.words[max(0, event - 3) : event]]
    if start != event or len(keys) < 2 or keys[-1] != "ان" or keys[-2] not in small_words("hedge"):
        return start
    led = keys[0].removeprefix("و") == "من" and len(keys) == 3
    return event - (3 if led else 2)
