"""Undertakings in one report: who commits himself to what, by when and on what condition.

Read from the statements and what each claims, and from clauses of the report's own (``وافقت واشنطن على سحب قواتها``).
What somebody expects, wishes, threatens or demands is none; nor is a programme of meetings.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from sys import intern

from msgspec.structs import replace

from riwaya.arabic.clitics import segment
from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings
from riwaya.link.clauses import Words
from riwaya.link.commitments.accords import Accords
from riwaya.link.commitments.pledges import Pledge, joined, said
from riwaya.link.commitments.promises import Found, Promises
from riwaya.link.commitments.undertakers import Undertakers, both
from riwaya.link.commitments.vows import Vows
from riwaya.link.happenings import precision
from riwaya.link.parties import country, split
from riwaya.link.terms import token_term
from riwaya.model import Report, Sentence, Statement, Time

MOST = 40  # undertakings of one report
MOST_WORDS = 400  # of a content or sentence
LONGEST = 220  # code points of what is undertaken

_REFUSED = frozenset({"demanding", "denying", "doubting", "condemning", "conditioning", "warning", "expecting"})
_MARKS = frozenset(".؛!؟?")
_QUOTES = frozenset('"«»“”')
QUOTED = 4  # words at least of a quotation that is the whole undertaking


def pledges(report: Report, sentences: Sequence[tuple[Sentence, list[Token]]]) -> tuple[Pledge, ...]:
    """Return the undertakings of a report in text order.

    ``أعلنت سلوان عزمها سحب قواتها قبل مارس`` (Sulwan announced its intent to withdraw …) → Sulwan, by March. Misses:
    what is undertaken by a verb alone whose future the lexicon doesn't list; undertakings that another party tells.
    """
    reader = _Reader(report, sentences)
    found = list(reader.all())
    found += [one for one in reader.vowed() if not any(_over(one, other) for other in found)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Pledge] = []
    for one in found:
        inside = any(other.start <= one.start and one.end <= other.end and other.force == one.force for other in kept)
        if not inside and (one.force == "firm" or not any(_over(one, other) for other in found)):
            kept.append(one)
    return tuple(kept[:MOST])


def _over(one: Pledge, other: Pledge) -> bool:
    return one.start < other.end and other.start < one.end and other.force == "firm"


class _Reader:
    """One report under work."""

    def __init__(self, report: Report, sentences: Sequence[tuple[Sentence, list[Token]]]) -> None:
        self.text, self.notes = report.document.text, report.annotations
        self.sentences = [(one, words) for one, words in sentences if one.paragraph >= 0]
        self.who = Undertakers(report)
        self.promises = Promises(self.who)
        self.vows, self.accords = Vows(self.who), Accords(self.who)

    def all(self) -> Iterator[Pledge]:
        starts = [sentence.start for sentence, _ in self.sentences]
        for statement in self.notes.statements:
            at = bisect_right(starts, statement.start) - 1
            if statement.cue.stance in _REFUSED or at < 0:
                continue
            sentence, words = self.sentences[at]
            inside = [token for token in words if statement.start <= token.start < statement.end][:MOST_WORDS]
            if inside:
                yield from self._stated(statement, sentence, inside)
        for sentence, words in self.sentences:
            yield from self._told(sentence, words[:MOST_WORDS])

    def vowed(self) -> Iterator[Pledge]:
        """Yield what words of promising tell that stand in no statement of their own."""
        for sentence, words in self.sentences if not self.who.sport else ():
            for who, start in self.vows.found(words[:MOST_WORDS]):
                yield self._own(sentence, words[:MOST_WORDS], who, start)

    def _stated(self, one: Statement, sentence: Sentence, words: Words) -> Iterator[Pledge]:
        speaker = one.speaker
        if speaker is None or speaker.kind == "unnamed" or words[-1].text in "؟?":
            return
        if speaker.kind == "document":
            who = self.promises.turned(words, self._before(sentence, one.start))
            if who:
                yield self._pledge(one, sentence, words, (who, 0, len(words), True))
            return
        if not self.who.able(speaker.name, speaker.kind):
            return
        for who, first, last, firm in self.promises.found(one, words):
            if first >= last or words[first].key.removeprefix("ب") in said("pointing"):
                continue
            if words[first].key in said("manner"):
                continue  # كما وعد الوزير، بدعم … بقيادة: how, not what
            yield self._pledge(one, sentence, words, (who, first, last, firm))

    def _before(self, sentence: Sentence, end: int) -> Words:
        words = next(words for other, words in self.sentences if other is sentence)
        return [token for token in words if token.start < end]

    def _told(self, sentence: Sentence, words: Words) -> Iterator[Pledge]:
        keys = {token.key for token in words}
        if not _telling().isdisjoint(keys):
            for who, start, end in self.accords.found(words):
                yield self._own(sentence, words[:end], who, start)

    def _pledge(self, one: Statement, sentence: Sentence, words: Words, found: Found) -> Pledge:
        who, first, last, firm = found
        made = self._made(words[first:last] or words, bare=first > 0 or one.cue.stance == "committing")
        claim, times = one.claim, self.notes.times
        deadline = claim.deadline
        at = deadline.time if deadline is not None else None
        ends = (
            [times[n] for n in claim.times if times[n].mod == "END" and times[n].start < made.end] if at is None else []
        )
        time = times[at] if at is not None else ends[0] if ends else None
        if time is None and len(claim.times) == 1 and firm:
            time = self._ahead(times[claim.times[0]])
        if deadline is None and time is not None:
            start = time.start
            time = None if any(one.key in said("loose") for one in words if one.start < start) else time
        if time is not None and not (made.start <= time.start < made.end):
            time = None
        printed = self._print(deadline.start, deadline.end) if deadline is not None else ""
        if time is not None and (time.value or "").startswith("P"):
            time = None
        by = _by(time) or (printed if len(printed) <= 60 else "")
        return replace(
            self._bound(made, who, words[first:last]),
            force="firm" if firm else "weak",
            negated=claim.negated,
            by=by,
            until=((time.until or "") if time else "")[:10],
            condition=self._print(claim.condition.start, claim.condition.end) if claim.condition else "",
            said_by=intern(one.speaker.name) if one.speaker else "",
            day=self._day(sentence, one.cue.start, one.start),
        )

    def _own(self, sentence: Sentence, words: Words, who: tuple[str, ...], first: int) -> Pledge:
        made = self._bound(self._made(words[first:], bare=True), who, words[first:])
        inside = [time for time in self.notes.times if made.start <= time.start < made.end]
        time = self._ahead(inside[0]) if len(inside) == 1 else None
        until = ((time.until or "") if time else "")[:10]
        return replace(made, by=_by(time), until=until, day=self._day(sentence, words[0].start, words[first].start))

    def _ahead(self, time: Time) -> Time | None:
        """Return a time that is still to come, for it bounds what is undertaken."""
        day = self.notes.published.value[:10] if self.notes.published else ""
        fine = precision(time)
        return time if fine is not None and len(day) == 10 and (time.from_ or "")[:10] > day else None

    def _made(self, words: Words, bare: bool) -> Pledge:
        """Return the words of an undertaking: up to a mark or a connective that opens something new.

        ``bare`` ones stand behind a word that governs them: ``[التزامه] بحماية`` → ``حماية``.
        """
        while len(words) > 1 and bare and words[0].key in ("الي", "علي", "عن", "في", "حيال", "تجاه", "نحو"):
            words = words[1:]
        end = len(words)
        for at, token in enumerate(words):
            if at > 1 and (token.text in _MARKS or _leaves(words, at)):
                end = at
                break
        end = self._quoted(words, end)
        while end > 1 and words[end - 1].kind == "punct":
            end -= 1
        glued = bare and words[0].key[:1] in ("ب", "ل") and segment(words[0].form).proclitics[:1] in (("ب",), ("ل",))
        start, last = words[0].start + glued, words[end - 1].end
        return Pledge(who=(), sides=(), what=self._print(start, last)[:LONGEST], terms=(), start=start, end=last)

    def _quoted(self, words: Words, end: int) -> int:
        """Return where the quotation closes in whose middle an undertaking begins: what follows is the reporter's."""
        opened = {self.text[max(0, words[0].start - 1)], self.text[max(0, words[0].start - 2)]}
        if opened.isdisjoint(_QUOTES):
            return end
        close = next((at for at, token in enumerate(words[:end]) if token.text in _QUOTES), end)
        return close if close >= QUOTED else end

    def _bound(self, made: Pledge, who: tuple[str, ...], words: Words) -> Pledge:
        inside = [token for token in words if made.start <= token.start + 1 and token.start < made.end]
        names = tuple(name for one in who for name in split(one))
        if both(names) and self.who.pair:
            names = tuple(country(code) for code in self.who.pair)
        sides = tuple(dict.fromkeys(side for name in names for side in self.who.bound(name)))
        parties, joint = sides, len(names) > 1 or both(names)
        if joint and len(sides) > 1:
            names, sides = self.who.doers(names, sides, inside)
        terms = tuple(dict.fromkeys(intern(word) for token in inside if (word := token_term(token))))
        return replace(made, who=tuple(map(intern, names)), sides=sides, terms=terms, joint=joint, parties=parties)

    def _day(self, sentence: Sentence, low: int, high: int) -> str:
        """Return the day that the verb of undertaking is dated to: ``والاثنين الماضي أعلنت … اتفاقهما``."""
        found = [
            time
            for time in self.notes.times
            if sentence.start <= time.start < high and time.end <= high and precision(time) in ("day", "part-of-day")
        ]
        return (found[-1].value or "")[:10] if len(found) == 1 and abs(found[0].start - low) < 120 else ""

    def _print(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split())


def _leaves(words: Words, at: int) -> bool:
    """Say whether the story goes on at a word: ``وأوقفت``, ``، بعد قرار``, ``، توقفت``, ``بعد أن أوقفت``, ``كان``."""
    key = words[at].key
    after = [token.key for token in words[at + 1 : at + 3]]
    if words[at].text == "،" and after:
        return after[0] in said("apart") or _happened(after[0])
    if key in said("connective"):
        return not (key == "فيما" and after and after[0].startswith("بين"))
    if key == "بعد" and after[:1] == ["ان"]:
        return len(after) > 1 and _past(after[1])
    if key in said("copula"):
        return words[at - 1].key not in said("relative")
    return key[:1] == "و" and _happened(key[1:])


@lru_cache(maxsize=1 << 14)
def _happened(key: str) -> bool:
    """Say whether a word is a past that no noun is spelt like: ``أوقفت``."""
    if not key.endswith("ت") or len(key) < 4:
        return False
    found = [one.features for one in readings(key)]
    return any(one.tense == "past" and one.person == 3 and one.gender == "f" for one in found)


@lru_cache(maxsize=1 << 14)
def _past(key: str) -> bool:
    return any(one.features.tense == "past" for one in readings(key))


@cache
def _telling() -> frozenset[str]:
    """Return the words without one of which a sentence of the report's own tells no undertaking."""
    return joined("assent") | joined("accord")


def _by(time: Time | None) -> str:
    """Return a deadline: the last day of what ends (``نهاية العام`` → 2021-12-31), else the value."""
    if time is None or not time.value:
        return ""
    if time.mod == "END" and time.until and len(time.value) in (4, 7):
        return (date.fromisoformat(time.until[:10]) - timedelta(days=1)).isoformat()
    return time.value
