"""Until when one expected thing is to happen: ``بنهاية العام`` in one report, ``قد يستغرق سنوات`` in another.

What is expected is a kind of process (forces leave, a ballot is held: ``lexicon/deadlines.tsv``) of one country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token, tokens
from riwaya.lexicon import table
from riwaya.link.accounts.contradictions.difference import DAY, Difference
from riwaya.link.accounts.contradictions.told import published, told
from riwaya.link.accounts.passages import Passage, Reader
from riwaya.link.accounts.wordlists import joined
from riwaya.link.parties import lands
from riwaya.model import Sentence, Time

_FAR = 14  # words between a process and its deadline
_NEAR = 5  # words of ``لم يعلن عن موعد نهائي لرحيل``
_DAYS = 7  # between two reports that tell the deadline of one thing
_PROCLITIC = re.compile(r"^[وف]?(?:لل|بال|ال|[بلك](?=\w{4}))?")
_UNSET = re.compile(r"موعد|جدول|تاريخ|مهلة|ستغرق")
_OWNER = re.compile(r"(?:ها|هم|هما|ه)$")


class Deadline(Struct, frozen=True):
    """Until when a process is to be over, as a passage tells it: a last day, that none is set, or how long."""

    passage: Passage
    process: str
    lands: frozenset[str]
    kind: str
    last: str
    start: int
    end: int


def deadlines(reader: Reader) -> Iterator[Deadline]:
    """Yield the deadlines that a report tells."""
    for sentence in reader.report.annotations.sentences:
        if not _may(reader, sentence):
            continue
        words = list(tokens(reader.report.document.text, sentence.start, sentence.end))
        heads = [(at, name) for at in range(len(words)) if (name := _process(words, at))]
        if not heads or sentence.paragraph < 0:
            continue
        codes = frozenset(lands(reader.report.document.text[sentence.start : sentence.end]))
        for kind, last, at, first, end in (*_by(reader, words, sentence), *_undated(words), *_lasting(words)):
            near = [name for head, name in heads if _of(words, head, at, kind)]
            if near and codes:
                start, stop = words[first].start, words[end].end
                passage = told(reader, start, stop).passage
                yield Deadline(passage, near[-1], codes, kind, last, start, stop)


def apart(left: Deadline, right: Deadline) -> Difference | None:
    """Return the difference of two deadlines of one thing; one that is not set and a long time agree."""
    days = abs(_ordinal(left.passage.voice.day) - _ordinal(right.passage.voice.day))
    one_thing = left.process == right.process and len(left.lands & right.lands) > 0 and days <= _DAYS
    if not one_thing or "by" not in (left.kind, right.kind) or (left.kind, left.last) == (right.kind, right.last):
        return None
    return Difference("date", (left.start, left.end), (right.start, right.end), "deadline")


def _may(reader: Reader, sentence: Sentence) -> bool:
    """Say whether a sentence may tell a deadline: it names a day to come, or has a word of none or of a long time."""
    text, day = reader.report.document.text, published(reader) or "9"
    ahead = (one for one in reader.report.annotations.times if one.until and one.until > day)
    return any(sentence.start <= one.start < sentence.end for one in ahead) or bool(
        _UNSET.search(text, sentence.start, sentence.end)
    )


def _of(words: Sequence[Token], head: int, at: int, kind: str) -> bool:
    """Say whether a deadline at a word is of a process: behind it, or before it where no day is told.

    ``اتفاق الخروج بحلول أكتوبر`` and ``الأسس الدستورية للانتخابات حتى سبتمبر`` are of the agreement and the bases.
    """
    if kind == "undated":
        return -_NEAR <= at - head <= _FAR
    before = words[head - 1].key if head else ""
    owned = words[head].key.startswith("لل") or before.removeprefix("ال") in _listed("about")
    return 0 <= at - head <= _FAR and not owned


def _by(reader: Reader, words: Sequence[Token], sentence: Sentence) -> Iterator[tuple[str, str, int, int, int]]:
    day = published(reader) or "9"
    for time in reader.report.annotations.times:
        if not (sentence.start <= time.start < sentence.end) or not (last := _last_day(time)) or last <= day:
            continue
        inside = [at for at, word in enumerate(words) if word.end > time.start and word.start < time.end]
        before = {word.key for word in words[max(0, inside[0] - 2) : inside[-1] + 1]} if inside else set()
        if inside and (time.mod == "END" or before & _listed("by")):
            yield "by", last, inside[0], inside[0], inside[-1]


def _undated(words: Sequence[Token]) -> Iterator[tuple[str, str, int, int, int]]:
    for at in range(1, len(words)):
        if words[at].key in _listed("undated") and words[at - 1].key in joined("not"):
            for place in range(at + 1, min(len(words), at + _NEAR)):
                if words[place].key in _listed("plan"):
                    yield "undated", "", place, at - 1, min(place + 1, len(words) - 1)
                    break


def _lasting(words: Sequence[Token]) -> Iterator[tuple[str, str, int, int, int]]:
    for at in range(len(words) - 1):
        if words[at].key in _listed("lasting"):
            yield "lasting", words[at + 1].key, at, at, at + 1


def _process(words: Sequence[Token], at: int) -> str:
    """Return the kind of process that a word or phrase names: ``انسحابهم`` → leaving."""
    for first in _bare(words[at].key):
        for rest, name in _processes().get(first, ()):
            if tuple(word.key for word in words[at + 1 : at + 1 + len(rest)]) == rest:
                return name
    return ""


@lru_cache(maxsize=1 << 15)
def _bare(key: str) -> tuple[str, ...]:
    """Return a word, without proclitics, and without the pronoun of its owner too."""
    cut = _PROCLITIC.sub("", key)
    return tuple(dict.fromkeys((key, cut, _OWNER.sub("", cut))))


def _last_day(time: Time) -> str:
    """Return the last day of a time to come, where it is known: ``نهاية العام`` → ``2021-12-31``."""
    if time.type not in ("DATE", "TIME") or not time.until or (time.value or "")[:1] not in "12":
        return ""
    return (date.fromisoformat(time.until[:DAY]) - timedelta(days=1)).isoformat()


def _ordinal(day: str) -> int:
    return date.fromisoformat(day[:DAY]).toordinal() if len(day) >= DAY else 0


@cache
def _processes() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return by their first word the phrases that name a process, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table("deadlines"):
        words, *phrases = row["words"].split("|") if row["kind"] == "process" else ("",)
        for phrase in sorted((*phrases, *words.split()), key=len, reverse=True):
            first, *rest = fold(phrase).split()
            found.setdefault(first, []).append((tuple(rest), row["name"]))
    return found


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(fold(word) for row in table("deadlines") if row["kind"] == kind for word in row["words"].split())
