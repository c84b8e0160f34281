"""The figures of a report as counts: what is counted, its fate, of which event, as part of what, by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token, tokens
from riwaya.link.figures.befallen import Fate, fate
from riwaya.link.figures.nouns import PEOPLE, group, series
from riwaya.link.figures.setting import Intervals, Setting, intervals, moment, places, running, spanned, summed, telling
from riwaya.model import Evidence, Figure, Report, Sentence, Statement, Time
from riwaya.origin import origins

MOST_FIGURES = 120  # of one report
MOST_WORDS = 80  # of one sentence
BESIDE = 60  # code points between a count and the date that tells of which old event it is
LEAD = 2  # sentences that open a report, beside its headline
_OF_THEM = frozenset(map(fold, ("منهم", "منهن", "منها")))
_BETWEEN = frozenset(
    map(fold, ("بينهم", "بينهن", "بينها", "وبينهم", "بينهما", "بين", "وبين", "فيهم", "ضمنهم", "إضافة", "آخر", "أخرى"))
)
_PRIOR = frozenset(map(fold, ("سابقة", "سابق", "السابقة", "السابق", "سابقا", "بعدما", "بدلا", "وليس", "غداة", "الأولى", "البداية")))
_HAD = frozenset(map(fold, ("كان", "كانت")))
_ANNOUNCED = frozenset(map(fold, ("أعلن", "أعلنت", "أفاد", "أفادت", "ذكر", "ذكرت", "قال", "قالت", "أشار", "أشارت", "أكدت")))
_CULPRIT = frozenset(
    map(
        fold,
        (
            "المهاجم",
            "المهاجمون",
            "المهاجمين",
            "منفذ",
            "منفذا",
            "منفذو",
            "المنفذ",
            "المنفذين",
            "الانتحاري",
            "الانتحاريين",
            "انتحاريين",
            "مهاجمون",
            "مهاجمين",
            "الجاني",
            "المسلح",
            "أحدهم",
            "أحدهما",
        ),
    )
)
_OTHERS = frozenset(map(fold, ("آخرين", "آخرون", "آخر", "آخران", "إضافيين")))
_BESIDES = frozenset(map(fold, ("جانب", "إضافة", "فضلا", "عدا", "بخلاف", "باستثناء", "سوى")))
_OF = frozenset(map(fold, ("أصل", "بين", "أصل")))
_JOINED = ("و", "ف")


class Counted(Struct, frozen=True, kw_only=True):
    """A figure where it stands, with what tells which count it is.

    ``part``: it is a part of another count (``بينهم``); ``whole`` is that figure (``2500 من أصل 3500``), ``total`` says
    that it is one. ``prior``: an earlier count told as such, or one on top of it. ``but``: some are counted apart
    (``أحدهم المهاجم``, ``إضافة إلى الطاقم``). ``alone``: its sentence counts its noun but once. ``by`` counts,
    ``origin`` is where that comes from.
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
    but: bool
    alone: bool
    before: tuple[str, ...]
    preceding: frozenset[str]
    where: tuple[str, ...]


def counts(reports: Iterable[Report]) -> list[Counted]:
    """Return the figures of the reports in their order; vague ones (``عشرات``) have no number and keep none."""
    return [count for report in reports for count in _of(report)]


def _of(report: Report) -> Iterator[Counted]:
    notes = report.annotations
    figures = [one for one in notes.figures if one.counted or one.number is not None][:MOST_FIGURES]
    if not figures:
        return
    reader = _Reader(report)
    for number, sentence in enumerate(notes.sentences):
        inside = [one for one in figures if sentence.start <= one.start < sentence.end]
        if inside:
            yield from reader.sentence(number, sentence, inside)


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
        whom = self._whom(figure, own, before)
        found = fate(own, before, after) if whom else None
        statement = self.voice(figure)
        sentence = self.notes.sentences[number]
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
            setting=replace(setting, when=self._when(figure, times, setting, lead)),
            sentence=number,
            lead=lead,
            headline=sentence.paragraph < 0,
            part=_part(before, after),
            whole=_whole(figures, at, after),
            prior=_prior(before, after) or _more(found, after) or _had_said(words, figure.start),
            total=at > 0 and _whole(figures, at - 1, before) is not None,
            but=_but([one.key for one in words if one.start >= figure.end][:12]),
            alone=sum(series(one.counted) == series(figure.counted) for one in figures) == 1,
            before=tuple(one.key for one in before[-6:]),
            where=self._where(sentence),
            preceding=frozenset(one.key for one in words if one.end <= figure.start),
        )

    def _when(self, figure: Figure, times: Sequence[Time], setting: Setting, lead: bool) -> Intervals:
        """Return what a count is dated to: by the date nearest to it, old as that may be, else by all of the sentence.

        A count that opens the report without a date has those of the opening, as far as they are of these days.
        """
        if setting.since is not None:
            return ()
        away = {max(one.start - figure.end, figure.start - one.end): one for one in times}
        near = next((found for gap in sorted(away) if gap <= BESIDE and (found := intervals([away[gap]]))), ())
        if replace(setting, when=near).old:
            return near
        return self._fresh(times, setting) or (self._fresh(self.opening_times, setting) if lead else ())

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

    def _where(self, sentence: Sentence) -> tuple[str, ...]:
        """Return the places that the sentence names, by their fullest names in the report."""
        inside = (one for one in self.notes.mentions if sentence.start <= one.start < sentence.end)
        return tuple(dict.fromkeys(one.entity for one in inside if one.type == "LOC"))

    def voice(self, figure: Figure) -> Statement | None:
        around = [one for one in self.notes.statements if one.start <= figure.start < one.end]
        return min(around, key=lambda one: one.end - one.start) if around else None

    def _by(self, statement: Statement | None) -> str | None:
        if statement is None:
            return self.outlet
        return statement.speaker.name if statement.speaker else None

    def _origin(self, statement: Statement | None) -> str | None:
        return None if statement is None else self.origins[self.notes.statements.index(statement)]


def _part(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Say whether a figure is a part of another: ``بينهم 12 طفلا``, ``12 منهم``."""
    return any(_is(one, _BETWEEN) for one in before[-3:]) or any(_is(one, _OF_THEM) for one in after[:2])


def _whole(figures: Sequence[Figure], at: int, after: Sequence[Token]) -> Figure | None:
    """Return the figure that this one is told to be a part of: ``2500 من أصل 3500 جندي``, ``17 من بين 67 راكبا``."""
    keys = [one.key for one in after[:5]]
    if at + 1 < len(figures) and "من" in keys and figures[at + 1].number is not None:
        gap = len(after)
        if gap <= 5 and any(key in _OF for key in keys):
            return figures[at + 1]
    return None


def _but(after: Sequence[str]) -> bool:
    """Say whether the attackers, or others besides, are told apart: ``أحدهم المهاجم``, ``إلى جانب الطاقم``."""
    culprit = any(key in _CULPRIT or key[1:] in _CULPRIT for key in after)
    return culprit or any(key in _BESIDES or key[1:] in _BESIDES for key in after[:4])


def _prior(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Say whether it is an earlier count, told as such: ``حصيلة سابقة تحدثت عن 12 قتيلا``, ``من 24 إلى 30``."""
    ahead = [one.key for one in after[:2]]
    return any(_is(one, _PRIOR) for one in before[-8:]) or bool(
        before and before[-1].key == "من" and ahead[:1] == ["الي"]
    )


def _had_said(words: Sequence[Token], at: int) -> bool:
    """Say whether a sentence opens by what had been announced: ``وكانت الوزارة أعلنت أن 15 شخصا قتلوا``."""
    ahead = [word.key for word in words if word.start < at]
    return bool(ahead) and ahead[0].removeprefix("و") in _HAD and not _ANNOUNCED.isdisjoint(ahead[1:8])


def _more(found: Fate | None, after: Sequence[Token]) -> bool:
    """Say whether a count of dead comes on top of another: ``مقتل 18 شخصا آخرين``."""
    return found is not None and found.name == "killed" and any(one.key in _OTHERS for one in after[:1])


def _is(word: Token, known: frozenset[str]) -> bool:
    return word.key in known or (word.key[:1] in _JOINED and word.key[1:] in known)
