"""The figures of a report as counts: what is counted, its fate, of which event, as part of what, by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token, tokens
from riwaya.link.figures.befallen import Fate, fate
from riwaya.link.figures.chronicle import chronicle
from riwaya.link.figures.complement import beside, completed
from riwaya.link.figures.counted import Counted
from riwaya.link.figures.marks import (
    anew,
    but,
    had_said,
    more,
    part,
    pointing,
    prior,
    ranked,
    risen,
    scattered,
    some_of,
)
from riwaya.link.figures.nouns import PEOPLE, group, series
from riwaya.link.figures.setting import Intervals, Setting, intervals, moment, places, running, spanned, summed, telling
from riwaya.link.figures.sites import Site
from riwaya.model import Evidence, Figure, Mention, Report, Sentence, Statement, Time
from riwaya.origin import origins

MOST_FIGURES = 120  # of one report
MOST_WORDS = 80  # of one sentence
BESIDE = 60  # code points between a count and the date that tells of which old event it is
LEAD = 2  # sentences that open a report, beside its headline
_QUOTED = re.compile(r"\d[»”\")]\s*$")
_BEFORE = 4  # code points before a figure in which a number in quotes ends
_AND_MORE = 3  # words behind a count
_TAKEN = frozenset({"rescued", "freed", "evacuated", "kidnapped"})
_OF = frozenset(map(fold, ("أصل", "بين")))


class _Told(Struct, frozen=True):
    """A figure of a sentence, with the words on either side up to the figures beside it."""

    figure: Figure
    figures: Sequence[Figure]
    at: int
    words: Sequence[Token]
    before: Sequence[Token]
    own: Sequence[Token]
    after: Sequence[Token]

    def part(self, taken: bool) -> bool:
        """Say whether the figure is a part of another: ``بينهم 12 طفلا``; ``taken``: rescued of more."""
        before = () if self.figure.upper is not None else self.before
        return part(before, self.after, taken and not self.at) or some_of(self.own)

    def alone(self) -> bool:
        """Say whether its sentence counts its noun but once."""
        return sum(series(one.counted) == series(self.figure.counted) for one in self.figures) == 1

    def but(self) -> bool:
        """Say whether some are counted apart: ``أحدهم المهاجم``, ``21 لاعبا محترفا ولاعبين اثنين``."""
        behind = [one.key for one in self.words if one.start >= self.figure.end]
        return but(behind[:12]) or _and_more(self.figure, self.after)

    def preceding(self, most: int | None = None) -> list[Token]:
        """Return the words of the sentence before the figure, of its first ``most`` words."""
        return [one for one in self.words[:most] if one.end <= self.figure.start]


def counts(reports: Iterable[Report]) -> list[Counted]:
    """Return the figures of the reports in their order; vague ones (``عشرات``) have no number and keep none."""
    return [count for report in reports for count in _of(report)]


def _of(report: Report) -> Iterator[Counted]:
    notes = report.annotations
    text = report.document.text
    told = [one for one in notes.figures if (one.counted or one.number is not None) and not _cut(text, one)]
    figures = told[:MOST_FIGURES]
    if not figures:
        return
    reader = _Reader(report)
    for number, sentence in enumerate(notes.sentences):
        inside = [one for one in figures if sentence.start <= one.start < sentence.end]
        if inside:
            yield from reader.sentence(number, sentence, inside)


def _cut(text: str, figure: Figure) -> bool:
    """Say whether a figure is but the scale of a number in quotes: ``مليون`` of ``«1.4» مليون``."""
    return _QUOTED.search(text[max(0, figure.start - _BEFORE) : figure.start]) is not None


class _Reader:
    """One report: its lead, its time and its voices are read once."""

    def __init__(self, report: Report) -> None:
        self.report, self.notes = report, report.annotations
        self.text = report.document.text
        body = [one for one in self.notes.sentences if one.paragraph >= 0]
        self.body = {one.start: n for n, one in enumerate(body)}
        opening = [one for one in self.notes.sentences if one.paragraph < 0] + body[:LEAD]
        self.frame = frozenset(word for one in opening for word in telling(self.tokens(one)))
        self.home = frozenset(place for one in opening for place in places(report, one))
        times = [one for one in self.notes.times if any(s.start <= one.start < s.end for s in body[:1])]
        self.opening_times = times
        self.under = chronicle(body, self.notes.times, self.text)
        published = self.notes.published or report.document.published
        self.as_of = published.value if published else report.document.given
        self.at, self.exact = moment(self.as_of or "")
        self.outlet = self.notes.outlet.name if self.notes.outlet else None
        self.origins = origins(self.notes.statements, self.text)

    def tokens(self, sentence: Sentence) -> list[Token]:
        return list(tokens(self.text, sentence.start, sentence.end))

    def sentence(self, number: int, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Counted]:
        words = self.tokens(sentence)
        times = [one for one in self.notes.times if sentence.start <= one.start < sentence.end]
        since = running(times, words)
        place = self.body.get(sentence.start)
        lead = place is None or place < LEAD
        setting = Setting(
            at=self.at,
            exact=self.exact,
            when=(),
            since=since,
            past=spanned(times, words),
            sum=summed(times, words),
            places=places(self.report, sentence),
            home=self.home,
            near=telling(words[:MOST_WORDS]),
            frame=self.frame,
        )
        last: Fate | None = None
        for at in range(len(figures)):
            one = self.count(self._told(figures, at, words), times, setting, number, lead)
            if one.part and one.fate is None and one.group:
                one = replace(one, fate=last)  # مقتل 39 بينهم 12 طفلا: the children are dead too
            last = one.fate
            yield one if one.whole or not (one.part and at) else replace(one, whole=figures[at - 1])

    def _told(self, figures: Sequence[Figure], at: int, words: Sequence[Token]) -> _Told:
        figure = figures[at]
        lower = figures[at - 1].end if at else 0
        upper = figures[at + 1].start if at + 1 < len(figures) else len(self.text)
        before = [one for one in words if lower <= one.start and one.end <= figure.start]
        after = [one for one in words if figure.end <= one.start and one.end <= upper]
        own = [one for one in words if figure.start <= one.start < figure.end]
        return _Told(figure, figures, at, words, before, own, after)

    def count(self, told: _Told, times: Sequence[Time], setting: Setting, number: int, lead: bool) -> Counted:
        """Return one figure of a sentence as a count; ``setting`` is what the sentence tells of the event."""
        figure, before, own, after = told.figure, told.before, told.own, told.after
        whom = ranked(self._whom(figure, own, before), before, after)
        found = fate(own, before, after) if whom else None
        statement = self.voice(figure)
        sentence = self.notes.sentences[number]
        names = self._names(told.words)
        words_beside = beside(before, after, times, names)
        when = self._when(figure, times, setting, lead, statement, self.under.get(sentence.start))
        return Counted(
            figure=figure,
            evidence=Evidence(doc=self.report.document.id, start=figure.start, end=figure.end),
            text=self.text[sentence.start : min(sentence.end, sentence.start + 600)],
            outlet=self.outlet,
            as_of=self.as_of,
            by=self._by(statement),
            spoken=statement is not None,
            origin=self._origin(statement),
            series=series(figure.counted) if figure.number is not None else "",
            group=whom,
            fate=found,
            setting=replace(setting, when=when),
            sentence=number,
            lead=lead,
            headline=sentence.paragraph < 0,
            part=told.part(found is not None and found.name in _TAKEN),
            whole=_whole(told.figures, told.at, after),
            prior=prior(before, after) or more(found, after),
            announced=had_said(told.words, figure.start),
            total=told.at > 0 and _whole(told.figures, told.at - 1, before) is not None,
            but=told.but(),
            alone=told.alone(),
            pointing=pointing(told.preceding(), after),
            scattered=scattered(told.words),
            anew=anew(after),
            risen=risen(before),
            joined=self.text[max(0, figure.start - 2) : figure.start + 1].lstrip()[:1] == "و",
            before=tuple(one.key for one in before[-6:]),
            completed=completed(figure, own, words_beside),
            share=words_beside.share(),
            where=Site(told.words, names, told.figures).where(figure, statement, found is not None),
            preceding=frozenset(one.key for one in told.preceding()),
            opening=frozenset(one.key for one in told.preceding(2)),
        )

    def _when(
        self,
        figure: Figure,
        times: Sequence[Time],
        setting: Setting,
        lead: bool,
        said: Statement | None,
        listed: Time | None,
    ) -> Intervals:
        """Return what a count is dated to: by the date nearest to it, old as that may be, else by all of the sentence.

        A count that opens the report without a date has those of the opening, as far as they are of these days. The day
        on which it was said (``أعلنت الوزارة مساء الثلاثاء أن``) is none.
        """
        if setting.since is not None:
            return ()
        if not times and listed is not None:
            return intervals([listed])
        opening = self.opening_times
        if said is not None:
            times, opening = ([one for one in some if not one.end <= said.start] for some in (times, opening))
        away = {max(one.start - figure.end, figure.start - one.end): one for one in times}
        near = next((found for gap in sorted(away) if gap <= BESIDE and (found := intervals([away[gap]]))), ())
        if replace(setting, when=near).old:
            return near
        return self._fresh(times, setting) or (self._fresh(opening, setting) if lead else ())

    def _fresh(self, times: Sequence[Time], setting: Setting) -> Intervals:
        """Return the intervals that are neither old nor still to come when the report appears."""
        found = [one for one in intervals(times) if not replace(setting, when=(one,)).old]
        return tuple(one for one in found if self.at is None or one[0] <= self.at)

    def _whom(self, figure: Figure, own: Sequence[Token], before: Sequence[Token]) -> str:
        """Return the group of people that is counted; whoever stands right behind ``قتل`` or ``إصابة`` is one."""
        if figure.number is None:
            return PEOPLE
        befell = fate((), before[-1:], ())
        hurt = befell is not None and befell.name in ("killed", "injured")
        return group(figure.counted) or (f"kind {series(figure.counted)}" if hurt else "")

    def _names(self, words: Sequence[Token]) -> list[Mention]:
        return [one for one in self.notes.mentions if words[0].start <= one.start < words[-1].end]

    def voice(self, figure: Figure) -> Statement | None:
        around = [one for one in self.notes.statements if one.start <= figure.start < one.end]
        return min(around, key=lambda one: one.end - one.start) if around else None

    def _by(self, statement: Statement | None) -> str | None:
        if statement is None:
            return self.outlet
        return statement.speaker.name if statement.speaker else None

    def _origin(self, statement: Statement | None) -> str | None:
        return None if statement is None else self.origins[self.notes.statements.index(statement)]


def _and_more(figure: Figure, after: Sequence[Token]) -> bool:
    """Say whether more of the same stand right behind: ``21 لاعبا محترفا ولاعبين اثنين``."""
    noun = series(figure.counted).partition(" ")[0]
    return bool(noun) and any(one.key[:1] == "و" and series(one.key[1:]) == noun for one in after[:_AND_MORE])


def _whole(figures: Sequence[Figure], at: int, after: Sequence[Token]) -> Figure | None:
    """Return the figure that this one is told to be a part of: ``2500 من أصل 3500 جندي``, ``17 من بين 67 راكبا``."""
    keys = [one.key for one in after[:5]]
    if at + 1 < len(figures) and "من" in keys and figures[at + 1].number is not None:
        gap = len(after)
        if gap <= 5 and any(key in _OF for key in keys):
            return figures[at + 1]
    return None
