"""Who heads a sitting, and who meets whom in a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from riwaya.arabic.tokens import Token
from riwaya.link.happenings import precision
from riwaya.link.processes.nouns import said
from riwaya.model import Mention, Report, Sentence

NEAR = 9  # words from برئاسة to the name: the title stands between


class Meeting(Struct, frozen=True, kw_only=True, gc=False):
    """Two people who meet, or head the delegations that do; ``day`` is that of the sentence (ISO) or empty.

    ``delegations`` tells that both head one: ``وفد برئاسة … ووفد بقيادة …``.
    """

    people: tuple[str, ...]
    day: str
    delegations: bool
    start: int
    end: int


def headed(inside: Sequence[Token], before: Sequence[Token], mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return who heads what those words tell: ``برئاسة الوزير فلان``, or who meets whom in it."""
    people = [one for one in mentions if one.type == "PER"]
    found: list[str] = []
    for at, token in enumerate(inside):
        if token.key in said("head"):
            found += _next(inside, at, people)
        elif token.key in said("meet") and (whom := _next(inside, at, people)):
            found += [*_subject((*before, *inside[:at]), people), *whom]
    return tuple(dict.fromkeys(found))


def _next(words: Sequence[Token], at: int, people: Sequence[Mention]) -> list[str]:
    """Return the person whose name is the next one behind a word, its title between."""
    for token in words[at + 1 : at + 1 + NEAR]:
        if token.kind == "punct" and token.text in "،.؛:":
            return []
        for one in people:
            if token.start <= one.start < token.end:
                return [one.entity]
    return []


def _subject(words: Sequence[Token], people: Sequence[Mention]) -> list[str]:
    """Return the last person named before a verb without a subject of its own."""
    if not words:
        return []
    earlier = [one for one in people if words[0].start <= one.start < words[-1].end]
    return [earlier[-1].entity] if earlier else []


def meetings(report: Report, sentences: Sequence[tuple[Sentence, list[Token]]]) -> Iterator[Meeting]:
    """Yield who meets whom: two delegations with their heads, or one with a counterpart (``نظيره``)."""
    notes = report.annotations
    for sentence, words in sentences:
        people = [one for one in notes.mentions if one.type == "PER" and sentence.start <= one.start < sentence.end]
        if len(people) < 2:
            continue
        heads = [
            name for at, token in enumerate(words) if token.key in said("head") for name in _next(words, at, people)
        ]
        pair = tuple(dict.fromkeys(heads))
        delegations = len(pair) == 2
        if not delegations:
            pair = _pair(words, people)
        if len(pair) == 2:
            yield Meeting(
                people=pair, day=_day(report, sentence), delegations=delegations, start=sentence.start, end=sentence.end
            )


def _pair(words: Sequence[Token], people: Sequence[Mention]) -> tuple[str, ...]:
    for at, token in enumerate(words):
        with_whom = token.key in said("counterpart") or (token.key in said("meet") and len(token.key) > 3)
        whom = _next(words, at, people) if with_whom else []
        who = _subject(words[:at], people) if whom else []
        if who and who != whom:
            return (*who, *whom)
    return ()


def _day(report: Report, sentence: Sentence) -> str:
    for time in report.annotations.times:
        if sentence.start <= time.start < sentence.end and precision(time) in ("day", "part-of-day", "minute"):
            return (time.value or "")[:10]
    return ""
