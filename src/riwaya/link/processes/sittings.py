"""Sittings of a numbered series as one report tells them: when, where, under whom, on what, with which outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from sys import intern

from msgspec import Struct

from riwaya.arabic.tokens import Token
from riwaya.link.clauses import Words
from riwaya.link.events import event_words, small_words
from riwaya.link.processes.bases import Basis, bases
from riwaya.link.processes.headed import Meeting, headed, meetings
from riwaya.link.processes.nouns import nouns, openers, said
from riwaya.link.processes.ranked import Ranked
from riwaya.link.processes.series import Series, process_at
from riwaya.link.processes.surroundings import Surroundings
from riwaya.link.processes.tracks import Agenda, agendas
from riwaya.model import Report, Sentence, Time

MOST = 40  # sittings of one report
MOST_WORDS = 400  # of a sentence


class When(Struct, frozen=True, kw_only=True, gc=False):
    """A date as printed and resolved: TIMEX3 value and half-open interval."""

    value: str
    from_: str
    until: str


class Sitting(Struct, frozen=True, kw_only=True, gc=False):
    """An instance where a report names it; ``start`` and ``end`` are its words, ``told`` those of the clause around.

    ``previous`` is how many the report counts before it (``استكمالا للجولات الثلاث السابقة``).
    """

    series: Series | None
    noun: str
    which: str
    number: int | None
    called: str
    start: int
    end: int
    told: tuple[int, int]
    when: When | None = None
    place: str = ""
    online: bool = False
    planned: bool = False
    held: bool = False
    heads: tuple[str, ...] = ()
    outcome: tuple[int, int] | None = None
    outcome_words: str = ""
    previous: int | None = None


class Talks(Struct, frozen=True, kw_only=True, gc=False):
    """What one report tells of numbered series, with the meetings and agendas that may be theirs."""

    sittings: tuple[Sitting, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agendas: tuple[Agenda, ...] = ()
    bases: tuple[Basis, ...] = ()


NOTHING = Talks()


def talks(report: Report, sentences: Sequence[tuple[Sentence, list[Token]]]) -> Talks:
    """Return the sittings that a report tells, in text order, and what may belong to them.

    ``انطلقت الأربعاء الجولة الثالثة من الحوار افتراضيا`` (the third round began online on Wednesday) → number 3 with
    its day, online. Misses: a date or place that another sentence gives; who heads it, where only a pronoun says so.
    """
    notes = report.annotations
    readers = [
        _Reader(report, sentence, words[:MOST_WORDS], notes.mentions)
        for sentence, words in sentences
        if not openers().isdisjoint(token.key for token in words)
    ]
    found = [one for reader in readers for one in reader.sittings()]
    if not found:
        return NOTHING
    return Talks(
        sittings=tuple(found[:MOST]),
        meetings=tuple(meetings(report, sentences)),
        agendas=tuple(agendas(report, sentences)),
        bases=tuple(bases(report, sentences)),
    )


class _Reader(Surroundings):
    """One sentence with a noun of series, read for its sittings."""

    def sittings(self) -> Iterator[Sitting]:
        for one in self.ranked:
            yield self._sitting(one)
        if (going_on := self._continued()) is not None:
            yield going_on

    def _sitting(self, one: Ranked) -> Sitting:
        low, high = self._region(one)
        time = self._time(one, low, high) if one.which != "counted" else None
        keys = [token.key for token in self.words[low:high]]
        place = self._place(one, low, high)
        outcome = self._outcome(one)
        return Sitting(
            series=one.series,
            noun=one.noun,
            which=one.which,
            number=one.number,
            called=self._printed(one.first, one.last),
            start=self.words[one.first].start,
            end=self.words[one.last - 1].end,
            told=(self.words[low].start, self.words[high - 1].end),
            when=_when(time),
            place=place,
            online=not said("online").isdisjoint(keys),
            planned=one.which == "next"
            or self._later(time)
            or any(key[:2] in ("ست", "سي") for key in keys if key in said("hold")),
            held=self._took_place(one, time, low, high),
            heads=headed(self.words[low:high], self.words[:low], self.mentions),
            outcome=outcome,
            outcome_words=" ".join(self.text[slice(*outcome)].split()) if outcome else "",
            previous=self._previous(one),
        )

    def _took_place(self, one: Ranked, time: Time | None, low: int, high: int) -> bool:
        """Say whether the report has it behind it, or under way: by its date, else by a past of holding."""
        keys = {token.key for token in self.words[low:high]}
        if (
            not small_words("condition").isdisjoint(keys)
            or "حال" in keys
            or not small_words("negation").isdisjoint(keys)
        ):
            return False
        if one.first and self.words[one.first - 1].key in said("close"):
            return True
        if time is not None and not self._later(time):
            return bool(self.published)
        known = event_words()
        past = any(
            key in said("hold") and key in known and known[key].form == "past" and not known[key].maybe_noun
            for key in keys
        )
        return past and time is None

    def _previous(self, one: Ranked) -> int | None:
        counted = [each.number for each in self.ranked if each.which == "counted"]
        return counted[0] if one.which in ("current", "fresh", "next") and len(counted) == 1 else None

    def _printed(self, first: int, last: int) -> str:
        """Return the words of an instance as they would stand alone: without و, ل becomes ال."""
        text = " ".join(self.text[self.words[first].start : self.words[last - 1].end].split())
        key = self.words[first].key
        if key[:1] in ("و", "ف") and key not in ("واحد",):
            text, key = text[1:], key[1:]
        if key.startswith("لل"):
            return intern("ال" + text[2:])
        return intern(text[1:] if key.startswith(("بال", "لج", "لد", "بج", "بد", "لم", "بم")) else text)

    # ── what came of it ─────────────────────────────────────────────────────────────────────────────────────────

    def _outcome(self, one: Ranked) -> tuple[int, int] | None:
        """Return the clause that tells what was agreed in an instance of this sentence."""
        if one.which not in ("numbered", "current"):
            return None
        leads = {token.key for token in self.words[max(0, one.first - 3) : one.first]}
        during = leads & {"خلال", "ختام", "نهايه", "اختتام"}
        governed = bool(
            leads & {"خلال", "ختام", "نهايه", "اختتام", "في", "من", "بعد", "قبل", "عن", "الي"}
        ) or self._glued(one)
        for at, token in enumerate(self.words):
            key = token.key[1:] if token.key[:1] in "وف" and token.key[1:] in said("agree") else token.key
            if key not in said("agree") or one.first <= at < one.last:
                continue
            behind = 0 <= at - one.last <= 2 and not governed
            if not (behind or (during and at > one.last and not self._other(one.last, at))):
                continue
            segment = self.clause.segment(at)
            end = self.clause.bounds(segment)[1]
            start = at if not behind else one.first
            return self.words[start].start, _without_mark(self.words[start:end])
        return None

    def _glued(self, one: Ranked) -> bool:
        return self.words[one.first].key.removeprefix("و")[:2] in ("بال", "لل", "با")

    def _continued(self) -> Sitting | None:
        """``نحن اليوم في واشنطن … استمرارا للحوار``: what is held today goes on with the series."""
        at = next((at for at, token in enumerate(self.words) if token.key in said("continues")), None)
        today = max(
            (time for time in self.times if self._today(time)),
            key=lambda time: self._today_in(time) != "",
            default=None,
        )
        if at is None or today is None or any(one.which != "counted" for one in self.ranked if one.series is None):
            return None
        series = next((one.series for one in self.ranked if one.series is not None), None)
        for place in range(at + 1, len(self.words)):
            form = nouns().get(self.words[place].key)
            if series is None and form is not None and form.sort == "talks" and form.definite:
                series = process_at(self.words, place, self.mentions)
        if series is None:
            return None
        counted = [one.number for one in self.ranked if one.which == "counted"]
        return Sitting(
            series=series,
            noun="جولة",
            which="current",
            number=None,
            called="",
            start=self.words[0].start,
            end=self.words[-1].end,
            told=(self.words[0].start, self.words[-1].end),
            when=_when(today),
            place=self._today_in(today),
            held=True,
            previous=counted[0] if len(counted) == 1 else None,
        )

    def _today(self, time: Time) -> bool:
        inside = [token.key for token in self.words if time.start <= token.start < time.end]
        return (time.value or "")[:10] == self.published and not small_words("today").isdisjoint(inside)

    def _today_in(self, time: Time) -> str:
        """Return the place that stands right behind today: ``نحن اليوم في العاصمة الأمريكية واشنطن``."""
        for mention in self.mentions:
            between = [token.key for token in self.words if time.end <= token.start < mention.start]
            if mention.type == "LOC" and mention.start > time.end and len(between) <= 3:
                return intern(mention.entity) if between[:1] == ["في"] else ""
        return ""


def _when(time: Time | None) -> When | None:
    if time is None or not time.value:
        return None
    return When(value=intern(time.value), from_=intern(time.from_ or ""), until=intern(time.until or ""))


def _without_mark(words: Words) -> int:
    last = len(words)
    while last > 1 and words[last - 1].kind == "punct":
        last -= 1
    return words[last - 1].end
