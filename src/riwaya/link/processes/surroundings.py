"""What stands around an instance in its sentence: the clause that tells of it, the date and place that are its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from sys import intern

from msgspec.structs import replace

from riwaya.link.clauses import Clause, Words, clause
from riwaya.link.events import event_words, small_words
from riwaya.link.happenings import precision
from riwaya.link.processes.nouns import said
from riwaya.link.processes.ranked import Ranked, ranked
from riwaya.model import Mention, Report, Sentence, Time

FAR = 14  # words between an instance and its date or place
DIRECT = 4  # so near that no verb of holding is asked for


class Surroundings:
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
            self._clause = clause(self.words, [(time.start, time.end) for time in self.times], spans)
        return self._clause

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
            if token.key not in said("hold") | said("meet") | said("head"):
                return True
        return False

    def _held(self, first: int, last: int) -> bool:
        kinds, inside = said("hold") | said("meet") | said("head"), self.words[first:last]
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
        return best[1] if best else self._years_ago(one)

    def _years_ago(self, one: Ranked) -> Time | None:
        """Return the year of what a sentence tells of years ago: ``في مايو 2012، وتنافسا في جولتها الأولى``."""
        before = [time for time in self.times if time.end <= self.words[one.first].start and time.type == "DATE"]
        years = {(time.value or "")[:4] for time in before}
        year = years.pop() if len(years) == 1 else ""
        if one.which != "numbered" or not year.isdigit() or not year < self.published[:4]:
            return None
        return replace(before[0], value=year, from_=f"{year}-01-01", until=f"{int(year) + 1}-01-01")

    def _far(self, one: Ranked, first: int, last: int, low: int) -> int | None:
        """Return how far a time is from the instance that it dates, ``None`` where it doesn't."""
        leads = self.words[one.first - 1].key if one.first else ""
        bound = leads in said("bound")
        if first >= one.last:
            gap = first - one.last
            if gap <= 1 and not said("of year").isdisjoint((self.words[first].key, self.words[first - 1].key)):
                return 2 * FAR  # القمة الثانية لعام 2018: the year is of its name, a day elsewhere tells more
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
            if self._of_sides(one, at):
                continue
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

    def _of_sides(self, one: Ranked, at: int) -> bool:
        """Say whether a place is where the two sides are, not where they sit: ``بين أطراف النزاع في سلوان``."""
        inside = [token.key for token in self.words[max(one.last, at - DIRECT - 2) : at]]
        return any(left in said("parties") and right in said("sides") for left, right in pairwise(inside))

    def _capital(self, at: int) -> bool:
        """``في العاصمة الأمريكية واشنطن``."""
        return at > 1 and self.words[at - 2].key in ("العاصمه", "بالعاصمه")

    def _later(self, time: Time | None) -> bool:
        value = (time.from_ or "") if time else ""
        fine = min(len(value), len(self.published), 10)
        return fine >= 4 and value[:fine] > self.published[:fine]
