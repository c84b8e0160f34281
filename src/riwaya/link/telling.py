"""The telling words of a report, by which others find it, and the days that it dates: its share in dating a batch.

Words weigh by how rare they are in newswire at large (lexicon/vocabulary), never in the set at hand, so that a report's
clues do not change when others come.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.link.terms import placed_counts, rarity, token_term
from riwaya.model import Annotations, Clues, Document, Published, Said, Sentence, Told

WORDS = 48  # of a report
NEAR = 16  # of a sentence that names a day
MOST_TOLD = 16
_RARE = 1.3
_NUMBER = 5.0  # how telling a number of two digits or more is
_DAY = len("2020-01-01")


def clues(
    document: Document,
    record: Annotations,
    published: Published | None,
    sentences: Sequence[tuple[Sentence, Sequence[Token]]],
    said: Iterable[tuple[Said, Sequence[Token]]] = (),
) -> Clues:
    """Return what a report gives to the dating of others, or of itself where its own words give no day.

    ``published`` is what it says by itself; ``said`` are the weekdays that it names.
    """
    ranked, outlet = _ranked(sentences), record.outlet or document.outlet
    norm = math.sqrt(math.fsum(weight * weight for weight, _ in ranked)) or 1.0
    day = known_day(published)
    named = [] if day else [_with_words(one, words, record) for one, words in said]
    return Clues(
        id=document.id,
        key=document.key,
        doc=document.doc,
        outlet=outlet.name if outlet is not None else "",
        published=published,
        crawled=document.crawled,
        words=tuple(word for _, word in ranked),
        weights=tuple(round(1000 * weight / norm) for weight, _ in ranked),
        printed=() if day else tuple(_printed(sentences, [word for _, word in ranked])),
        said=tuple(named),
        told=tuple(_told(record, sentences)) if day else (),
    )


def known_day(published: Published | None) -> str:
    """Return the day of publication, empty where it is unknown or coarser."""
    value = published.value[:_DAY] if published is not None else ""
    return value if len(value) == _DAY and "W" not in value else ""


def word_of(token: Token) -> str:
    """Return the word by which a token is compared: its stem, a number as ``#184``, else an empty string."""
    if token.kind == "number" and len(token.form) > 1:
        return f"#{token.form}"
    return token_term(token)


@lru_cache(maxsize=1 << 17)
def telling(word: str) -> float:
    """Return how much a word tells."""
    return _NUMBER if word.startswith("#") else rarity(word, 0, 0)


def _ranked(sentences: Sequence[tuple[Sentence, Sequence[Token]]]) -> list[tuple[float, str]]:
    """Return the most telling words with their weights."""
    counts = placed_counts(sentences, word_of)
    rare = {word: value for word in counts if (value := telling(word)) > _RARE}
    weighed = [(-(1.0 + math.log(counts[word])) * value, word) for word, value in rare.items()]
    return [(-weight, word) for weight, word in sorted(weighed)[:WORDS]]


def _printed(sentences: Sequence[tuple[Sentence, Sequence[Token]]], ranked: Sequence[str]) -> Iterator[str]:
    first: dict[str, str] = {}
    for _, words in sentences:
        for token in words:
            first.setdefault(word_of(token), token.text)
    yield from (first[word] for word in ranked)


def _with_words(one: Said, words: Sequence[Token], record: Annotations) -> Said:
    places = _places(record, words[0].start, words[-1].end)
    return replace(one, words=_near(words), places=places)


def _places(record: Annotations, start: int, end: int) -> tuple[str, ...]:
    """Return the places that are named in a stretch of text."""
    inside = (one for one in record.mentions if one.type == "LOC" and start <= one.start < end)
    return tuple(dict.fromkeys(fold(one.entity) for one in inside))


def _near(words: Iterable[Token]) -> tuple[str, ...]:
    """Return the most telling words of a sentence."""
    found = {word for token in words if (word := token_term(token)) and telling(word) > _RARE}
    return tuple(sorted(found, key=lambda word: (-telling(word), word))[:NEAR])


def _told(record: Annotations, sentences: Sequence[tuple[Sentence, Sequence[Token]]]) -> Iterator[Told]:
    """Yield the days of a dated report, with the words of their sentences."""
    seen: set[tuple[str, int]] = set()
    starts = [time.start for time in record.times]
    for sentence, words in sentences:
        for time in record.times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]:
            day = (time.value or "")[:_DAY] if time.type in ("DATE", "TIME") else ""
            if len(day) < _DAY or not day.replace("-", "").isdigit() or (day, sentence.start) in seen:
                continue
            seen.add((day, sentence.start))
            yield Told(day=day, words=_near(words), places=_places(record, sentence.start, sentence.end))
            if len(seen) == MOST_TOLD:
                return
