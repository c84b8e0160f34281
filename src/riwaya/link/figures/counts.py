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


class Counted(Struct, frozen=True, kw_only=True):
    """A figure where it stands, with what tells which count it is.

    ``part``: it is a part of another count (``بينهم``); ``whole`` is that figure (``2500 من أصل 3500``), ``total`` says
    that it is one. ``prior``: an earlier count told as such, or one on top of it; ``announced``: one that had been
    announced; ``risen``: it is told to have risen to that. ``joined``: somebody stands before it (``ضابط وثلاثة
    جنود``). ``but``: some are counted apart (``أحدهم المهاجم``, ``إضافة
    إلى الطاقم``). ``alone``: its sentence counts its noun but once. ``pointing``: it is of what the report tells of
    (``أسفر الهجوم عن``), ``scattered``: of several such, ``anew``: of one not told of before. ``by`` counts, ``origin``
    is where that comes from. ``completed``: what is counted, as words beside it tell; ``share``: what a share is of.
    """

    figure: Figure
    evidence: Evidence
    text: str
    outlet: str | None
    as_of: str | None
    by: str | None
    spoken: bool
    origin: str | None
    series: str
    group: str
    fate: Fate | None
    setting: Setting
    sentence: int
    lead: bool
    headline: bool
    part: bool
    whole: Figure | None
    total: bool
    prior: bool
    announced: bool
    but: bool
    alone: bool
    pointing: bool
    scattered: bool
    anew: bool
    risen: bool
    joined: bool
    before: tuple[str, ...]
    preceding: frozenset[str]
    opening: frozenset[str]
    where: tuple[str, ...]
    completed: str
    share: str

    def outdates(self, other: Counted) -> bool:
        """Say whether the other count had been announced before this one, which is as high: a toll has risen."""
        return other.announced and (other.figure.number or 0) <= (self.figure.number or 0)


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
        for at, figure in enumerate(figures):
            one = self.count(figure, figures, at, words, times, setting, number, lead)
            if one.part and one.fate is None and one.group:
                one = replace(one, fate=last)  # مقتل 39 بينهم 12 طفلا: the children are dead too
            last = one.fate
            yield one if one.whole or not (one.part and at) else replace(one, whole=figures[at - 1])

    def count(
        self,
        figure: Figure,
        figures: Sequence[Figure],
        at: int,
        words: Sequence[Token],
        times: Sequence[Time],
        setting: Setting,
        number: int,
        lead: bool,
    ) -> Counted:
        lower = figures[at - 1].end if at else 0
        upper = figures[at + 1].start if at + 1 < len(figures) else len(self.text)
        before = [one for one in words if lower <= one.start and one.end <= figure.start]
        after = [one for one in words if figure.end <= one.start and one.end <= upper]
        own = [one for one in words if figure.start <= one.start < figure.end]
        whom = ranked(self._whom(figure, own, before), before, after)
        found = fate(own, before, after) if whom else None
        statement = self.voice(figure)
        sentence = self.notes.sentences[number]
        names = self._names(words)
        words_beside = beside(before, after, times, names)
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
            setting=replace(
                setting, when=self._when(figure, times, setting, lead, statement, self.under.get(sentence.start))
            ),
            sentence=number,
            lead=lead,
            headline=sentence.paragraph < 0,
            part=part(
                () if figure.upper is not None else before, after, found is not None and found.name in _TAKEN and not at
            )
            or some_of(own),
            whole=_whole(figures, at, after),
            prior=prior(before, after) or more(found, after),
            announced=had_said(words, figure.start),
            total=at > 0 and _whole(figures, at - 1, before) is not None,
            but=but([one.key for one in words if one.start >= figure.end][:12]) or _and_more(figure, after),
            alone=sum(series(one.counted) == series(figure.counted) for one in figures) == 1,
            pointing=pointing([one for one in words if one.end <= figure.start], after),
            scattered=scattered(words),
            anew=anew(after),
            risen=risen(before),
            joined=self.text[max(0, figure.start - 2) : figure.start + 1].lstrip()[:1] == "و",
            before=tuple(one.key for one in before[-6:]),
            completed=completed(figure, own, words_beside),
            share=words_beside.share(),
            where=Site(words, names, figures).where(figure, statement, found is not None),
            preceding=frozenset(one.key for one in words if one.end <= figure.start),
            opening=frozenset(one.key for one in words[:2] if one.end <= figure.start),
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
