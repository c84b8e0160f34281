"""Attacks and disasters that came again and again, told in passing without a day.

``لم تستطع الحكومة منع الهجمات الصاروخية`` (the government could not stop the rocket attacks): there were such attacks.
``أدت سلسلة من حرائق المصانع إلى مقتل العشرات`` (a series of factory fires killed dozens): a series has no one day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.link.clauses import Clause, Found, Words, status
from riwaya.link.events import small_words
from riwaya.link.extents import extent
from riwaya.link.happening import Context, Happening, happening
from riwaya.model import Status

BEFORE = 5  # words before منع within which it is said to have failed
BEHIND = 10  # words between a series and a verb of outcome behind it
SERIES = 4  # words between a verb of outcome and the series that is its subject
OUTCOME = 24  # words behind it within which the outcome stands


def recurring(sentence: Clause, here: Sequence[Happening], context: Context) -> Iterator[Happening]:
    """Yield what a sentence without a day tells of attacks not prevented, and of series that cost lives.

    Misses: other words of failing; a series whose outcome the next sentence tells.
    """
    taken = [*((one.start, one.end) for one in here), *((one.start, one.end) for one in context.quoted)]
    for found in sentence.events:
        at, one = found
        if any(low <= sentence.words[at].start < high for low, high in taken):
            continue
        if one.form == "noun" and one.type == "ASSAULT" and (failed := _failed(sentence, at)) is not None:
            yield _told(sentence, found, (failed, at), context, "under-way" if _going_on(sentence, at) else "done")
        elif one.form == "past" and (series := _of_series(sentence, found)) is not None:
            yield _told(sentence, found, (min(series, at), max(series, at)), context, "done")


def _told(sentence: Clause, found: Found, words: tuple[int, int], context: Context, state: Status) -> Happening:
    bounds = extent(sentence, words[0], words[0], words[1])
    return replace(happening(sentence, found, bounds, (None, "unknown", state), context), recurs=True)


def _failed(sentence: Clause, at: int) -> int | None:
    """Return the word of failing to prevent what stands at a word: ``لم تتمكن من منع``, ``فشلت في وقف``."""
    keys = [word.key for word in sentence.words[max(0, at - 1 - BEFORE) : at]]
    if not keys or keys[-1] not in small_words("prevent"):
        return None
    first = at - len(keys)
    for back, key in enumerate(keys[:-1]):
        bare = key.removeprefix("و")
        negated = back and keys[back - 1] in ("لم", "ولم", "فلم")
        if bare in small_words("failed") or (bare in small_words("able") and negated):
            return first + back - bool(negated)
    return None


def _going_on(sentence: Clause, at: int) -> bool:
    return not small_words("going on").isdisjoint(word.key for word in sentence.words[at + 1 : at + 4])


def _of_series(sentence: Clause, found: Found) -> int | None:
    """Return the word of a series whose cost in lives a verb tells: ``أودت سلسلة هجمات بحياة العشرات``."""
    at, one = found
    if fold(one.lemma) not in small_words("outcome") or status(sentence, found, False, True) != "done":
        return None
    keys = [word.key for word in sentence.words]
    around = range(max(0, at - BEHIND), min(len(keys), at + SERIES))
    series = [place for place in around if keys[place] in small_words("series of")]
    if not series or small_words("lives lost").isdisjoint(keys[at + 1 : at + OUTCOME]):
        return None
    kind = next((key for key in keys[series[-1] + 1 : series[-1] + 3] if key != "من"), "")
    return series[-1] if kind.removeprefix("ال") in small_words("recurring") else None


def may_recur(words: Words) -> bool:
    """Say whether a sentence has a word of preventing, or of a series, at all."""
    wanted = small_words("prevent") | small_words("series of")
    return any(word.key in wanted for word in words)
