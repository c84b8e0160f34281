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
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings
from riwaya.link.clauses import Words
from riwaya.link.commitments.pledges import Pledge, joined, owned, said
from riwaya.link.commitments.promises import Found, Promises
from riwaya.link.commitments.undertakers import Undertakers, both
from riwaya.link.events import small_words
from riwaya.link.happenings import precision
from riwaya.link.parties import country, split
from riwaya.link.terms import token_term
from riwaya.model import Report, Sentence, Statement, Time

MOST = 40  # undertakings of one report
MOST_WORDS = 400  # of a content or sentence
LONGEST = 220  # code points of what is undertaken
NEAR = 6  # words between a verb of agreeing and what is agreed on

_REFUSED = frozenset({"demanding", "denying", "doubting", "condemning", "conditioning", "warning", "expecting"})
_MARKS = frozenset(".؛!؟?")
_QUOTES = frozenset('"«»“”')
QUOTED = 4  # words at least of a quotation that is the whole undertaking


def pledges(report: Report, sentences: Sequence[tuple[Sentence, list[Token]]]) -> tuple[Pledge, ...]:
    """Return the undertakings of a report in text order.

    ``أعلنت سلوان عزمها سحب قواتها قبل مارس`` (Sulwan announced its intent to withdraw …) → Sulwan, by March. Misses:
    what is undertaken by a verb alone whose future the lexicon doesn't list; undertakings that another party tells.
    """
    found = sorted(_Reader(report, sentences).all(), key=lambda one: (one.start, -one.end))
    kept: list[Pledge] = []
    for one in found:
        if not any(other.start <= one.start and one.end <= other.end and other.force == one.force for other in kept):
            kept.append(one)
    return tuple(kept[:MOST])


class _Reader:
    """One report under work."""

    def __init__(self, report: Report, sentences: Sequence[tuple[Sentence, list[Token]]]) -> None:
        self.text, self.notes = report.document.text, report.annotations
        self.sentences = [(one, words) for one, words in sentences if one.paragraph >= 0]
        self.who = Undertakers(report)
        self.promises = Promises(self.who)

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

    def _stated(self, one: Statement, sentence: Sentence, words: Words) -> Iterator[Pledge]:
        speaker = one.speaker
        if speaker is None or speaker.kind in ("unnamed", "document") or words[-1].text in "؟?":
            return
        if not self.who.able(speaker.name, speaker.kind):
            return
        for who, first, last, firm in self.promises.found(one, words):
            if first >= last or words[first].key.removeprefix("ب") in said("pointing"):
                continue
            yield self._pledge(one, sentence, words, (who, first, last, firm))

    def _told(self, sentence: Sentence, words: Words) -> Iterator[Pledge]:
        if _telling().isdisjoint(token.key for token in words):
            return
        for at, token in enumerate(words):
            if token.key in owned("promise") and (who := self._renewed(words, at)):
                yield self._own(sentence, words, who, self.promises.after(words, at + 1))
            assents = token.key in joined("assent")
            if not assents and token.key not in joined("accord"):
                continue
            if at and words[at - 1].key in small_words("negation"):
                continue
            on = next((n for n in range(at + 1, min(at + 1 + NEAR, len(words))) if words[n].key == "علي"), 0)
            if not on or on + 2 >= len(words) or any(one.kind == "punct" for one in words[at:on]):
                continue
            who = self._actors(words, at, on)
            own = any(words[on + 2].key.endswith(end) and words[on + 2].key[: -len(end)] for end in ("ها", "ه", "هم"))
            if not who or (assents and not (own and self._possessed(words[on + 2].key))):
                continue
            if self.who.sport or (
                assents and any(fold(word) in said("parliament") for name in who for word in name.split())
            ):
                continue
            if not assents and (len(who) < 2 and not both(who)):
                continue
            if words[on + 1].key in ("ان", "انه", "انها", "ضروره", "اهميه", "ما", "هذا", "هذه", "ذلك"):
                continue
            starts = [on + 1, *(n + 1 for n in range(on + 1, len(words) - 1) if words[n].key == "وعلي")]
            for start, end in zip(starts, [*(n - 1 for n in starts[1:]), len(words)], strict=True):
                if start < end:
                    yield self._own(sentence, words[:end], who, start)

    def _renewed(self, words: Words, at: int) -> tuple[str, ...]:
        """``جددت موريتانيا تعهدها بـ``: who renews a promise that is told without a verb of promising."""
        start = self.promises.after(words, at + 1)
        if start >= len(words) or words[start].key[:1] != "ب":
            return ()
        verb = next((n for n in range(max(0, at - NEAR), at) if words[n].key in joined("renew")), None)
        return self.who.names(words[verb + 1 : at]) if verb is not None else ()

    def _possessed(self, key: str) -> bool:
        """Say whether a noun has its owner's pronoun: قواتها, not اللجنة."""
        if key in said("worth") or key.startswith("ال"):
            return False
        return key.endswith(("ها", "هم", "اته", "انه", "وده"))

    def _actors(self, words: Words, at: int, on: int) -> tuple[str, ...]:
        """Return who agrees: the names or ``الطرفان`` between the verb and على, else right before the verb."""
        between = words[at + 1 : on]
        found = self.who.names(between)
        if not between:
            before = words[max(0, at - 4) : at]
            that = max((n + 1 for n, one in enumerate(before) if one.key in small_words("complementiser")), default=0)
            before = before[that:]
            found = self.who.names(before)
        return found

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
            leaves = token.text == "،" and at + 1 < len(words) and words[at + 1].key in said("apart")
            if at > 1 and (leaves or token.text in _MARKS or token.key in said("connective") or _tells_on(token.key)):
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


@lru_cache(maxsize=1 << 14)
def _tells_on(key: str) -> bool:
    """Say whether a word goes on with the story: و and a past that no noun is spelt like (``وأوقفت``)."""
    if key[:1] != "و" or not key.endswith("ت") or len(key) < 5:
        return False
    found = [one.features for one in readings(key[1:])]
    return any(one.tense == "past" and one.person == 3 and one.gender == "f" for one in found)


@cache
def _telling() -> frozenset[str]:
    """Return the words without one of which a sentence of the report's own tells no undertaking."""
    return owned("promise") | joined("assent") | joined("accord")


def _by(time: Time | None) -> str:
    """Return a deadline: the last day of what ends (``نهاية العام`` → 2021-12-31), else the value."""
    if time is None or not time.value:
        return ""
    if time.mod == "END" and time.until and len(time.value) in (4, 7):
        return (date.fromisoformat(time.until[:10]) - timedelta(days=1)).isoformat()
    return time.value
