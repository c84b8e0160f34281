"""What the words of a dated clause print beside its event: the weekday, today, the numbers of a series."""

from __future__ import annotations

from riwaya.arabic.calendars import weekday
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.link.clauses import Clause, Words, ordinals
from riwaya.link.events import small_words
from riwaya.model import Time


def numbers(words: Words, time: Time | None) -> tuple[int, ...]:
    """Return the numbers of what is told: that of a round which was announced isn't that of the one announcing it."""
    return ordinals(_core(words, time))


def _core(words: Words, time: Time | None) -> Words:
    for at, token in enumerate(words):
        if time is not None and token.start > time.start and token.key in small_words("complementiser"):
            return words[:at]
    return words


def today(words: Words, time: Time | None) -> bool:
    """Say whether a time is the day of publication by its own words."""
    return time is not None and any(_within(token, time, "today") for token in words)


def _within(token: Token, time: Time, kind: str) -> bool:
    return time.start <= token.start < time.end and token.key in small_words(kind)


def printed_weekday(words: Words, time: Time | None) -> int | None:
    """Return the weekday printed in an incomplete date: ``الجمعة 15 يوليو`` → 4."""
    if time is None or not (time.value or "").startswith("XXXX"):
        return None
    return next(
        (day for token in words if time.start <= token.start < time.end and (day := weekday(token.key)) is not None),
        None,
    )


def dates_nothing(words: Words, first: int, last: int, quoted: bool) -> bool:
    """Say whether what looks like a day is none: a speaker's own ``اليوم`` (nowadays), ``اللاعبين الاثنين``."""
    if _of_span(words, first, last):
        return True
    if first != last:
        return False
    if quoted and words[first].key in small_words("today"):
        return True
    before = words[first - 1].key if first else ""
    return words[first].key == "الاثنين" and before.startswith("ال") and before.endswith("ين")


def loose(sentence: Clause, start: int) -> bool:
    """Say whether a clause from ``start`` on hangs in the air: ``دعوتها الأربعاء إلى …``, ``أنه … عاد``."""
    first, words = sentence.words[start], sentence.words
    if start and (first.kind == "number" or first.key in small_words("time of day") or start in sentence.timed):
        return True
    if first.key in small_words("according") or (start in sentence.timed and _leaning(words, start + 1)):
        return True
    if start and start in dict(sentence.events) and words[start - 1].key in small_words("relative"):
        return True  # الذي | سجله أمس
    if start and words[start - 1].key in small_words("complementiser") and words[start - 1].key.endswith(("ه", "ها")):
        return True
    events = dict(sentence.events)
    if (
        start
        and start in events
        and events[start].form == "present"
        and first.key.startswith(("لت", "لي", "ولت", "ولي"))
    ):
        return True
    if start and (first.key.startswith("بال") or (first.key in small_words("was") and start + 1 in events)):
        return True
    owned = start in events and events[start].form == "noun" and first.form.endswith(("ه", "ها", "هم"))
    return owned and fold(events[start].lemma) != first.key and not first.key.removeprefix("و").startswith("ال")


def _of_span(words: Words, first: int, last: int) -> bool:
    """Say whether a time is one end of a stretch: ``بين عامي 2011 و2015``, ``من أبريل إلى سبتمبر``."""
    before = [token.key for token in words[max(0, first - 4) : first]]
    if "بين" in before:
        return True
    after = words[last + 1].key if last + 1 < len(words) else ""
    return before[-1:] == ["من"] and after in small_words("until")


def _leaning(words: Words, at: int) -> bool:
    return at < len(words) and words[at].key in small_words("preposition")
