"""Weekdays that a report names, each with how it is named: what other reports need to date it by them."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.annotate.clues import tagger, tells
from riwaya.annotate.prose import Prose
from riwaya.annotate.times.reading import Match, Reader
from riwaya.arabic.tokens import Token
from riwaya.model import Said

MOST = 12
_RULES = frozenset(("day", "pod-day", "day-pod", "clock", "midnight"))
_LEAD, _EARLY = 2, 5


def weekdays(prose: Prose) -> Iterator[tuple[Said, tuple[Token, ...]]]:
    """Yield the weekdays that a report names without a date, each with the tokens of its sentence.

    ``قال الأحد`` (he said on Sunday) → Sunday, past; ``أمس السبت`` → today is Sunday. Of one kind and weekday only the
    first is given. Misses: weekdays that share an adjective, habitual ones (كل جمعة), which say nothing of one week.
    """
    reader = Reader(None)
    seen: set[tuple[int, str]] = set()
    for index in range(len(prose.sentences)):
        words = prose.words(index)
        if not any(tells(token, True) for token in words):
            continue
        reader.sentence(words)
        for rule, match in tagger().matches(words):
            if rule.name not in _RULES:
                continue
            found = _said(match, reader, rule.name == "day", index)
            if found is not None and (found.weekday, found.kind) not in seen and len(seen) < MOST:
                seen.add((found.weekday, found.kind))
                yield found, words


def _said(match: Match, reader: Reader, whole: bool, index: int) -> Said | None:
    weekday, rel = match.number("w"), match.one("rel")
    if weekday is None or match.slots.keys() & {"m", "nd", "nm"} or len(match.slots["w"]) > 1:
        return None
    kind = _kind(match, reader, whole)
    if kind is None:
        return None
    step = int(str(rel.value)) if rel is not None else 0
    place = "lead" if index < _LEAD else "early" if index < _EARLY else "late"
    return Said(start=match.start, end=match.end, weekday=(weekday - step) % 7, kind=kind, place=place)


def _kind(match: Match, reader: Reader, whole: bool) -> str | None:
    """Return how a weekday is named, in the words of lexicon/weekdaygaps.tsv; ``None`` where the list has no such."""
    if match.one("rel") is not None or match.one("today") is not None:
        return "today"
    adjective = match.cat("wadj")
    if adjective:
        return {"past": "last", "next": "next"}.get(adjective)
    looks = reader.looks(match) or "none"
    return looks if whole else f"part-{looks}"
