"""The clause around a date: its segments, which event word the date belongs to, whether that took place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.link.events import EventWord, event_words, ordinal, small_words
from riwaya.link.senses import sense
from riwaya.model import Status

BESIDE = 8  # words behind an event word that may tell what kind of event it is
HEDGED = 4  # words between من المقرر and a noun of what is expected: من المقرر بدء سريان الهدنة
BEHIND = 5  # words behind a verb of leaving among which the forces stand that leave
PASSED = 12  # words of names between commas that may stand between an event and its date
PLANNED = 5  # words before a noun that may say that it is yet to come
NEAR = 4  # a noun dates itself only this close to the time: الجولة الثالثة في أبريل

Words = Sequence[Token]
Found = tuple[int, EventWord]

_FUTURE = re.compile(r"[وف]?س[يتن]\w{3,}$")
_CLOSERS = frozenset('،؛:.!؟?…()[]«»"”“„-–—')


class Clause(Struct):
    """One sentence under work: its words, the segments between its breaks, and its event words by position.

    ``timed`` are the words at which a time expression begins, ``dates`` all words of one.
    """

    words: Words
    breaks: list[int]
    events: list[Found]
    timed: list[int]
    dates: frozenset[int] = frozenset()

    def segment(self, at: int) -> int:
        """Return the number of the segment that holds a word."""
        return bisect_right(self.breaks, at) - 1

    def bounds(self, segment: int) -> tuple[int, int]:
        """Return the word range of a segment."""
        after = segment + 1
        return self.breaks[segment], self.breaks[after] if after < len(self.breaks) else len(self.words)

    def opener(self, segment: int) -> str:
        """Return the small word that opens a segment, empty where punctuation does."""
        key = self.words[self.breaks[segment]].key if self.breaks[segment] < len(self.words) else ""
        return key if key in small_words("opener") else ""


def clause(words: Words, times: Sequence[tuple[int, int]], names: Sequence[tuple[int, int]]) -> Clause:
    """Return a sentence cut into segments at punctuation and small words.

    ``times`` are the spans of time expressions, ``names`` those of names: what stands in a name tells no event.
    """
    breaks = [0]
    events: list[Found] = []
    openers = small_words("opener")
    for at, token in enumerate(words):
        if token.kind == "punct" and token.text in _CLOSERS:
            breaks.append(at + 1)
        elif token.key in openers and at > breaks[-1]:
            breaks.append(at)
        named = any(start < token.end and token.start < end for start, end in names)
        if not named and (event := sense(words, at, at == breaks[-1])) is not None:
            events.append((at, event))
    timed = [at for at, token in enumerate(words) if any(token.start <= start < token.end for start, _ in times)]
    dates = (
        at for at, token in enumerate(words) if any(token.start < end and start < token.end for start, end in times)
    )
    return Clause(words, breaks, events, timed, frozenset(dates))


def event(sentence: Clause, first: int, last: int) -> Found | None:
    """Return the event word that a time at words ``first`` to ``last`` dates.

    A noun right before it, else the nearest verb before it in its segment, the next verb after a fronted time, any
    noun of the segment, else the last verb before the comma; never one beyond أن or التي.
    """
    segment = sentence.segment(first)
    low, high = sentence.bounds(segment)
    before = [(at, one) for at, one in sentence.events if low <= at < first]
    after = [(at, one) for at, one in sentence.events if last < at < high and one.form != "noun"]
    verbs = [(at, one) for at, one in before if one.form != "noun"]
    refused = verbs and verbs[-1][0] > low and sentence.words[verbs[-1][0] - 1].key in small_words("negation")
    if (told := _fronted(sentence, low, high)) is not None:
        return told
    if before and before[-1][1].form == "noun" and sentence.words[before[-1][0] - 1].key in small_words("since"):
        return before[-1]  # ازدادت منذ وصول الوزير إلى السلطة في أبريل
    if before and first - before[-1][0] <= NEAR and not refused and not (after and first - low <= 2):
        return verbs[-1] if verbs and _carried(sentence, before[-1], verbs[-1]) else before[-1]
    if verbs:
        return verbs[-1]
    if after and (first - low <= 2 or not before):
        return after[0]
    if before:
        return before[-1]
    if segment and sentence.opener(segment):
        return _announced(sentence, low, last)
    return _earlier(sentence, segment, first) if segment else None


def _announced(sentence: Clause, low: int, last: int) -> Found | None:
    """Return the verb of saying past a relative clause: ``أعلن الموقع الذي تملكه الشركة الأربعاء أنه …``."""
    if last + 1 >= len(sentence.words) or sentence.words[last + 1].key not in small_words("complementiser"):
        return None
    verbs = [each for each in sentence.events if low - PASSED <= each[0] < low and each[1].form != "noun"]
    return verbs[-1] if verbs and verbs[-1][1].type == "MAKE STATEMENT" else None


def _fronted(sentence: Clause, low: int, high: int) -> Found | None:
    """Return the verb behind a comma that the occasion before it is of: ``وفي كلمته الأحد، تعهد الوزير بـ…``."""
    known = dict(sentence.events)
    noun, verb = known.get(low + 1), known.get(high)
    if noun is None or verb is None or verb.form == "noun" or not verb.type:
        return None
    inside = [one for at, one in known.items() if low <= at < high]
    led = sentence.words[low].key.removeprefix("و") in small_words("while") and noun.type in (
        "MAKE STATEMENT",
        "CONSULT",
    )
    return (high, verb) if led and inside == [noun] else None


def _carried(sentence: Clause, noun: Found, verb: Found) -> bool:
    """Say whether a noun is the object of a verb that only carries it: ``شنت القوات هجوما السبت``."""
    at = noun[0]
    before, key = sentence.words[at - 1].key, sentence.words[at].key
    if before in ("خلال", "اثناء") and verb[1].type not in ("", "MAKE STATEMENT"):
        return True  # اتفق الوزيران خلال اتصال الأحد
    if before in ("في", "خلال") and noun[1].type == "MAKE STATEMENT" and verb[1].type:
        return True  # قالت الوزارة في بيان الأحد
    if before in small_words("of action") and verb[1].form == "past":
        return True  # وضع الوزير القوات في حالة تأهب الأحد
    if fold(verb[1].lemma) in small_words("failed") or (fold(verb[1].lemma) in small_words("doing") and key[:1] == "ب"):
        return True  # فشلت الوزيرة في إجراء محادثات الأحد، قامت بزيارة الأحد
    led = before in small_words("preposition") | small_words("no verb behind من")  # في، من أجل
    free = not led and key[:1] not in ("ب", "ل")
    carries = fold(verb[1].lemma) in small_words("light") | small_words("witnessing") or _object(
        key
    )  # عقد الوزيران اجتماعا الأحد
    return noun[1].form == "noun" and free and carries


def _object(key: str) -> bool:
    return key.endswith("ا") and not key.startswith("ال")


def _earlier(sentence: Clause, segment: int, first: int) -> Found | None:
    """Return the event before the comma, past names: ``أعلن الوزير، ناجي المرهون، الأحد، أن …``."""
    aside = sentence.words[sentence.breaks[segment] - 1].text in ("(", "[")
    for back in range(segment - 1, -1, -1):
        low, high = sentence.bounds(back)
        earlier = [(at, one) for at, one in sentence.events if low <= at < high]
        told = [(at, one) for at, one in earlier if one.form != "noun"]
        if back < segment - 1 and (aside or any(low <= at < high for at in sentence.timed)):
            return None  # (2012-2017) tells of the name before it; what is timed has its own date
        if back and sentence.words[low].key in small_words("according"):
            if told:
                return None  # حسبما أفاد مراسلنا، الأربعاء: the day of what he said
            continue
        if earlier:
            return told[-1] if told else earlier[-1]
        if sentence.opener(back) or first - low > PASSED:
            return None
    return None


def status(sentence: Clause, found: Found, later: bool, known: bool, past: bool = False) -> Status | None:
    """Return whether an event took place; ``later`` than the publication it can't have; ``None`` is a contradiction.

    ``known`` says whether the report's publication is known: ``يتوجه`` alone is done or planned by it; ``past``
    that the date is before it.
    """
    at, one = found
    low, _ = sentence.bounds(sentence.segment(at))
    near = [token.key for token in sentence.words[max(low, at - 6) : at]]
    if not small_words("condition").isdisjoint(near[-4:]) or _open(sentence, at, low):
        return "conditional"
    if near and near[-1] in small_words("negation") and not (one.form == "past" and near[-1].endswith("لما")):
        return "denied"
    if (near[-1:] and near[-1] in small_words("will")) or _hedged(sentence, found, low):
        return "planned"
    if one.form == "future" or later or (one.form == "noun" and not past and _led_forward(sentence, at, low)):
        return None if one.form == "past" and not one.maybe_noun and later else "planned"
    if one.form == "present":
        led = [token.key for token in sentence.words[max(0, at - 4) : at]]
        return "done" if past else _present(led, known)
    return "done"


def _hedged(sentence: Clause, found: Found, low: int) -> bool:
    """Say whether an event is only expected, whatever its day: ``من المقرر بدء الهدنة``, ``من المتوقع أن تبدأ``."""
    at, one = found
    keys, verbs = (
        [token.key for token in sentence.words[:at]],
        {place for place, each in sentence.events if each.form != "noun"},
    )
    if one.form != "noun":
        return keys[-1:] == ["ان"] and len(keys) > 1 and keys[-2] in small_words("hedge")
    hedges = [place for place in range(max(low + 1, at - HEDGED), at) if keys[place] in small_words("hedge")]
    led = bool(hedges) and keys[hedges[-1] - 1].removeprefix("و") == "من"
    return led and verbs.isdisjoint(range(hedges[-1], at)) and "ان" not in keys[hedges[-1] :]


def _open(sentence: Clause, at: int, low: int) -> bool:
    """``لم توضح ما إذا كانت الأحوال ستسمح الاثنين …``: what a whole clause asks is not told to happen."""
    return not small_words("whether").isdisjoint(token.key for token in sentence.words[max(low, at - 10) : at])


def _led_forward(sentence: Clause, at: int, low: int) -> bool:
    """Say whether the verb that a noun depends on looks forward: ``سيعتمد على نتيجة المحادثات``."""
    verbs = [one for place, one in sentence.events if low <= place < at and one.form != "noun"]
    if verbs:
        return verbs[-1].form == "future"
    start = low if low < at else max(0, at - PLANNED)  # تعتزم الشركة، سحب …
    if not small_words("intends").isdisjoint(token.key for token in sentence.words[max(start, at - PLANNED) : at]):
        return True
    return any(_FUTURE.match(token.key) for token in sentence.words[max(low, at - 4) : at])


def _present(near: Sequence[str], known: bool) -> Status:
    if not small_words("plan").isdisjoint(near):
        return "planned"
    if near and near[-1] in small_words("may"):
        return "conditional"
    return "done" if known else "planned" if near[-1:] == ["ان"] else "under-way"


def later_noun(sentence: Clause, first: int) -> Found | None:
    """Return the noun before a date that its verb can't belong to: ``أعلنوا سحب القوات في نهاية العام`` → سحب."""
    low, _ = sentence.bounds(sentence.segment(first))
    nouns = [(at, one) for at, one in sentence.events if low <= at < first and one.form == "noun"]
    return nouns[-1] if nouns else None


def told_by(sentence: Clause, found: Found) -> str:
    """Return the type of an event; where its verb says only when (بدأت الجولة), that of the noun beside it."""
    kind = _kind(sentence, found)
    at, one = found
    carries = small_words("support") | (small_words("light") if one.form != "noun" else frozenset())
    if not kind and fold(one.lemma) not in carries and one.form != "noun":
        objects = [
            each for each in sentence.events if at < each[0] < at + BESIDE and _object(sentence.words[each[0]].key)
        ]
        return next((told for each in objects if each[1].form == "noun" and (told := _kind(sentence, each))), "")
    if kind or fold(one.lemma) not in carries:
        return kind
    nouns = [
        (place, other)
        for place, other in sentence.events
        if other.form == "noun" and at - 8 < place < at + 10 and not _cause(sentence, place)
    ]
    if at and sentence.words[at - 1].key in small_words("relative"):
        nouns.sort(key=lambda each: abs(each[0] - at))  # التحقيق في الهجوم الذي شهدته المدينة
    kinds = [kind for kind in (_kind(sentence, each) for each in nouns) if kind and kind != "MAKE STATEMENT"]
    return kinds[0] if kinds else ""


def _cause(sentence: Clause, at: int) -> bool:
    """Say whether a noun is a reason or a purpose: ``بسبب خفض الدعم``, ``للمطالبة``."""
    purpose = sentence.words[at].key.startswith("لل")
    return purpose or (at > 0 and sentence.words[at - 1].key in small_words("because"))


def _kind(sentence: Clause, found: Found) -> str:
    at, one = found
    low, high = (3, BEHIND) if fold(one.lemma) in small_words("leaving") else (4, BESIDE)
    return one.told_beside(token.key for token in sentence.words[max(0, at - low) : at + high])


def ordinals(words: Words) -> tuple[int, ...]:
    """Return the numbers of what the clause tells in a series: ``الجولة الثالثة``, ``والثالثة عقدت`` → 3."""
    known = event_words()
    found = []
    for at, token in enumerate(words):
        number = ordinal(token.key)
        if number and (
            (at and words[at - 1].key in small_words("series")) or (at + 1 < len(words) and words[at + 1].key in known)
        ):
            found.append(number)
    return tuple(dict.fromkeys(found))
