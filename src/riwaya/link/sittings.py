"""Sittings of a numbered series as one report tells them: when, where, under whom, on what, with which outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from sys import intern

from msgspec import Struct

from riwaya.arabic.tokens import Token
from riwaya.link.clauses import Clause, Words, clause
from riwaya.link.events import event_words, small_words
from riwaya.link.happenings import precision
from riwaya.link.headed import Meeting, headed, meetings
from riwaya.link.series import Ranked, Series, process_at, ranked
from riwaya.link.seriesnouns import nouns, openers, said
from riwaya.link.tracks import Agenda, agendas
from riwaya.model import Mention, Report, Sentence, Time

MOST = 40  # sittings of one report
MOST_WORDS = 400  # of a sentence
FAR = 14  # words between an instance and its date or place
DIRECT = 4  # so near that no verb of holding is asked for


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
    )


class _Reader:
    """One sentence with a noun of series: its clause, times and names."""

    def __init__(self, report: Report, sentence: Sentence, words: Words, mentions: Sequence[Mention]) -> None:
        notes = report.annotations
        self.text, self.words = report.document.text, words
        self.published = notes.published.value[:10] if notes.published else ""
        self.mentions = [one for one in mentions if sentence.start <= one.start < sentence.end]
        self.times = [one for one in notes.times if sentence.start <= one.start < sentence.end]
        self.ranked = ranked(words, self.mentions)
        self._clause: Clause | None = None

    @property
    def clause(self) -> Clause:
        if self._clause is None:
            spans = [(one.start, one.end) for one in self.mentions]
            self._clause = clause(self.words, [time.start for time in self.times], spans)
        return self._clause

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

    def _later(self, time: Time | None) -> bool:
        value = (time.from_ or "") if time else ""
        fine = min(len(value), len(self.published), 10)
        return fine >= 4 and value[:fine] > self.published[:fine]

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

    # ── the clause around ───────────────────────────────────────────────────────────────────────────────────────

    def _region(self, one: Ranked) -> tuple[int, int]:
        """Return the words that tell of an instance: its segment, relative clauses and dates around it."""
        sentence = self.clause
        low = sentence.bounds(sentence.segment(one.first))[0]
        segment = sentence.segment(one.last - 1)
        high = sentence.bounds(segment)[1]
        while segment + 1 < len(sentence.breaks) and high - one.last < 2 * FAR:
            start, end = sentence.bounds(segment + 1)
            if start >= end or not (
                sentence.opener(segment + 1) in small_words("relative")
                or self.words[start].key in said("head")
                or self._parenthesis(start, end)
            ):
                break
            segment, high = segment + 1, end
        return self._led(sentence.segment(one.first), one.first, low), max(high, one.last)

    def _led(self, segment: int, first: int, low: int) -> int:
        """Return where the clause begins whose end an instance is: ``يلتقي الرئيس، يوم الاثنين، في جولة رابعة``."""
        if not segment or first - low > 2 or not self._parenthesis(*self.clause.bounds(segment - 1)):
            return low
        return self.clause.bounds(max(segment - 2, 0))[0]

    def _parenthesis(self, start: int, end: int) -> bool:
        """Say whether a segment is a date alone: ``، يوم الاثنين،``."""
        inside = self.words[start:end]
        return bool(inside) and any(
            inside[0].start >= time.start - 3 and inside[-1].start <= time.end for time in self.times
        )

    def _foreign(self, first: int, last: int) -> bool:
        """Say whether a verb that isn't one of holding or meeting stands among those words."""
        known = event_words()
        for token in self.words[first:last]:
            event = known.get(token.key)
            if event is None or event.form == "noun" or event.maybe_noun:
                continue
            if token.key not in said("hold") and token.key not in said("meet"):
                return True
        return False

    def _held(self, first: int, last: int) -> bool:
        kinds, inside = said("hold") | said("meet"), self.words[first:last]
        return any(one.key in kinds or (one.key[:1] in "وفل" and one.key[1:] in kinds) for one in inside)

    # ── its date and place ──────────────────────────────────────────────────────────────────────────────────────

    def _time(self, one: Ranked, low: int, high: int) -> Time | None:
        best: tuple[int, Time] | None = None
        for time in self.times:
            first = next((at for at, token in enumerate(self.words) if token.end > time.start), len(self.words))
            last = next((at for at, token in enumerate(self.words) if token.end >= time.end), len(self.words) - 1) + 1
            if (
                precision(time) in (None, "quarter")
                or not (low <= first < high)
                or (time.value or "").startswith("XXXX")
            ):
                continue
            if first and self.words[first - 1].key in small_words("bound"):
                continue
            far = self._far(one, first, last, low)
            if far is not None and (best is None or far < best[0]):
                best = far, time
        return best[1] if best else None

    def _far(self, one: Ranked, first: int, last: int, low: int) -> int | None:
        """Return how far a time is from the instance that it dates, ``None`` where it doesn't."""
        leads = self.words[one.first - 1].key if one.first else ""
        bound = leads in said("bound")
        if first >= one.last:
            gap = first - one.last
            if gap > FAR or self._other(one.last, first) or self._foreign(one.last, first):
                return None
            direct = gap <= DIRECT and not (bound and self.words[first - 1].key not in ("في", "بتاريخ"))
            return gap if direct or self._held(one.last, first) else None
        if last > one.first or bound or one.first - last > FAR or self._other(last, one.first):
            return None
        if self._foreign(last, one.first) or not self._held(low, one.first):
            return None
        return FAR + one.first - last

    def _other(self, first: int, last: int) -> bool:
        return any(first <= one.first < last for one in self.ranked)

    def _place(self, one: Ranked, low: int, high: int) -> str:
        for mention in self.mentions:
            at = next((at for at, token in enumerate(self.words) if token.end > mention.start), 0)
            if mention.type != "LOC" or not (low <= at < high) or one.first <= at < one.last:
                continue
            glued = self.words[at].key[:1] == "ب" and self.words[at].start < mention.start
            before = self.words[at - 1].key if at else ""
            hosts = before in said("host")
            if hosts and at - one.last <= DIRECT and at > one.last:
                return intern(mention.entity)
            if not (glued or before in ("في", "بمدينه", "العاصمه", "مدينه", "بالعاصمه") or self._capital(at)):
                continue
            first, last = (one.last, at) if at >= one.last else (at, one.first)
            near = last - first <= FAR and not self._other(first, last) and not self._foreign(first, last)
            if near and ((last - first <= DIRECT and at >= one.last) or self._held(low, high)):
                return intern(mention.entity)
        return ""

    def _capital(self, at: int) -> bool:
        """``في العاصمة الأمريكية واشنطن``."""
        return at > 1 and self.words[at - 2].key in ("العاصمه", "بالعاصمه")

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
