"""What the actors of a story said: its statements and undertakings, each with who, when, what type and which terms."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token, tokens
from riwaya.link.commitments.pledges import Pledge
from riwaya.link.commitments.pledges import said as pledge_words
from riwaya.link.commitments.undertakings import pledges
from riwaya.link.parties import country, lands
from riwaya.link.positions.actors import Actor, Actors
from riwaya.link.positions.days import Day, day_said
from riwaya.link.positions.joint import parties
from riwaya.link.positions.kinds import kind_of, of_fact
from riwaya.link.positions.outlooks import Outlook, outlook
from riwaya.link.positions.phrases import Phrase, phrases
from riwaya.link.positions.terms import Terms, carried, content_terms
from riwaya.link.positions.words import said
from riwaya.model import Deadline, PositionKind, Report, Sentence, Stance, Statement
from riwaya.origin import origins

LEAST_WORDS = 5  # of a content that may be a position
LONGEST = 320  # code points of a content as shown
MOST_WORDS = 120  # of a content that are compared
LEAD = 90  # code points from a cue to a content that is shown with it
POINTS = 8  # words of a content in which it points back: لن نتردد في نشر [هذه] القيم


class Saying(Struct, frozen=True, kw_only=True, gc=False):
    """Words of an actor in one report: ``at`` is the report's place in the story, ``until`` the end of a deadline,
    ``timed`` whether a time stands in them, ``back`` whether they point back to what was said before."""

    at: int
    doc: str
    actor: Actor
    start: int
    end: int
    text: str
    kind: PositionKind
    day: Day
    terms: Terms
    outlook: Outlook | None = None
    phrases: tuple[Phrase, ...] = ()
    title: bool = False
    back: bool = False
    people: frozenset[str] = frozenset()
    stance: Stance = "neutral"
    negated: bool = False
    modality: str = ""
    deadline: str = ""
    until: str = ""
    timed: bool = False
    condition: str = ""
    occasion: str = ""
    origin: str | None = None


def sayings(reports: Sequence[Report], actors: Actors) -> Iterator[Saying]:
    """Yield what the actors of a story said, report by report in its order."""
    for at, report in enumerate(reports):
        yield from _Reader(at, report, actors).all()


class _Reader:
    """One report under work."""

    def __init__(self, at: int, report: Report, actors: Actors) -> None:
        self.at, self.report, self.actors = at, report, actors
        self.text, self.notes = report.document.text, report.annotations
        self.sentences = [(one, list(tokens(self.text, one.start, one.end))) for one in self.notes.sentences]
        self.starts = [one.start for one, _ in self.sentences]
        self.parties = parties(self.text, self.notes)
        self.days: dict[tuple[int, str], Day] = {}
        self.pledges = [one for one in pledges(report, self.sentences) if one.force == "firm"]

    def all(self) -> Iterator[Saying]:
        sources = origins(self.notes.statements, self.text)
        taken: set[int] = set()
        self.days = self._sides_dated()
        before: dict[tuple[int, Actor], Terms] = {}
        for one, origin in zip(self.notes.statements, sources, strict=True):
            number = bisect_right(self.starts, one.start) - 1
            if number < 0:
                continue
            made = [n for n, each in enumerate(self.pledges) if one.start <= each.start and each.end <= one.end]
            taken.update(made)
            for actor in self.actors.of(self.report, one.speaker) or self._jointly(one):
                pledge = next((self.pledges[n] for n in made if _binds(self.pledges[n], actor)), None)
                found = self._stated(one, number, actor, pledge, origin)
                if found is not None:
                    found = self._dated(found, number)
                    last = before.get((number, actor))
                    terms = found.terms if last is None else carried(found.terms, last)
                    before[number, actor] = terms
                    yield replace(found, terms=terms)
        for n, pledge in enumerate(self.pledges):
            if n not in taken:
                yield from self._undertaken(pledge)

    def _dated(self, one: Saying, number: int) -> Saying:
        """Give words the day of what the same side said before them in the sentence: ``والاثنين أعلنا …، وأكدا أن``."""
        if one.day.own:
            self.days.setdefault((number, one.actor.side), one.day)
        known = self.days.get((number, one.actor.side))
        return one if known is None or one.day.own or one.day.earlier else replace(one, day=known)

    def _sides_dated(self) -> dict[tuple[int, str], Day]:
        """Return the days of undertakings that a sentence dates itself, by its number and side."""
        found: dict[tuple[int, str], Day] = {}
        for one in self.pledges:
            number = bisect_right(self.starts, one.start) - 1
            for code in one.parties or one.sides if one.day else ():
                found.setdefault((number, country(code)), Day(one.day, own=True))
        return found

    def _jointly(self, one: Statement) -> Iterator[Actor]:
        """Yield the two sides of a joint statement where it, or ``الطرفان``, says something."""
        speaker = one.speaker
        if speaker is not None and (speaker.kind == "document" or fold(speaker.name) in pledge_words("general")):
            for code in self.parties:
                yield Actor(country(code), country(code))

    def _words(self, number: int, start: int, end: int) -> list[Token]:
        found: list[Token] = []
        for _, words in self.sentences[number:]:
            if not words or words[0].start >= end:
                break
            found += [token for token in words if start <= token.start < end]
        return found[:MOST_WORDS]

    def _stated(
        self, one: Statement, number: int, actor: Actor, pledge: Pledge | None, origin: str | None
    ) -> Saying | None:
        words = self._words(number, one.start, one.end)
        if sum(token.kind == "word" for token in words) < LEAST_WORDS or words[-1].text in "؟?":
            return None
        if self._calls(one) or self._subject_inside(one, words):
            return None
        if words[0].key.removeprefix("ب") in pledge_words("pointing"):
            return None  # بذلك: what is said stands in another sentence
        sentence: Sentence = self.sentences[number][0]
        whole = pledge is not None and (pledge.start - one.start) * 2 <= one.end - one.start
        whole = whole or (sentence.paragraph < 0 and one.cue.stance == "committing")  # undertakings leave titles out
        claim, kind = one.claim, kind_of(one, words, whole)
        if of_fact(one, words, kind):
            return None
        return Saying(
            at=self.at,
            doc=self.report.document.id,
            actor=actor,
            start=one.start,
            end=one.end,
            text=self._print(self._opening(one), one.end),
            kind=kind,
            day=day_said(self.report, sentence, one),
            terms=content_terms(words, self.notes, actor.side),
            phrases=phrases(words, self.notes),
            outlook=outlook(one, words),
            title=sentence.paragraph < 0,
            back=self._points_back(words),
            people=self._people(one),
            stance=one.cue.stance,
            negated=claim.negated,
            modality=claim.modality or ("future" if claim.future else ""),
            deadline=self._by(claim.deadline) or (pledge.by if pledge else ""),
            until=(claim.deadline.until or "" if claim.deadline else "") or (pledge.until if pledge else ""),
            timed=bool(claim.times),
            condition=self._print(claim.condition.start, claim.condition.end) if claim.condition else "",
            occasion=one.occasion.name if one.occasion else "",
            origin=origin,
        )

    def _opening(self, one: Statement) -> int:
        """Return where what is shown begins: at the cue where the content is no clause: ``[حذرت من] الخطأ``."""
        lead = self.text[one.cue.start : one.start] if one.cue.start < one.start else "\n"
        clause = (
            one.mode == "direct" or ":" in lead or not {fold(word) for word in lead.split()}.isdisjoint(said("that"))
        )
        return one.start if clause or "\n" in lead or len(lead) > LEAD else one.cue.start

    def _points_back(self, words: Sequence[Token]) -> bool:
        times = self.notes.times
        return any(
            token.key in said("this") and not any(one.start <= token.start < one.end for one in times)
            for token in words[:POINTS]
        )

    def _calls(self, one: Statement) -> bool:
        """Say whether a content is only what somebody calls another: ``تصنف الوحدات [امتدادا للحزب]``."""
        between = {fold(word) for word in self.text[one.cue.end : one.start].split()}
        return fold(one.cue.lemma) in said("call") and between.isdisjoint(said("that"))

    def _subject_inside(self, one: Statement, words: Sequence[Token]) -> bool:
        """Say whether a content begins with who demands it: ``دعا [الرئيس الصيادين إلى]``, told of another."""
        if one.cue.stance != "demanding" or one.speaker is None or one.speaker.how in ("named", "office"):
            return False
        first = next((each for each in self.notes.mentions if each.start == one.start and each.type != "NORP"), None)
        after = next((token for token in words if first is not None and token.start >= first.end), None)
        return after is not None and (after.key.startswith("ال") or after.key in said("both"))

    def _people(self, one: Statement) -> frozenset[str]:
        """Return whom a content names, but for its own speaker."""
        own = one.speaker.name if one.speaker else ""
        named = (self.notes.mentions[at] for at in one.claim.mentions)
        return frozenset(each.entity for each in named if each.type == "PER" and each.entity != own)

    def _by(self, deadline: Deadline | None) -> str:
        if deadline is None:
            return ""
        time = self.notes.times[deadline.time] if deadline.time is not None else None
        return time.value if time is not None and time.value else self._print(deadline.start, deadline.end)[:60]

    def _undertaken(self, one: Pledge) -> Iterator[Saying]:
        """Yield an undertaking that the report tells in its own words, for each country that takes part in it."""
        number = bisect_right(self.starts, one.start) - 1
        sides = one.parties or tuple(dict.fromkeys(code for name in one.who for code in lands(name)))
        bound = sides if not one.joint else (*one.sides, *(code for name in one.who for code in lands(name)))
        if set(sides) <= set(self.parties) or any(fold(name) in pledge_words("general") for name in one.who):
            sides = self.parties  # what one agrees to in a joint statement is the other's word too
        words = self._words(number, one.start, one.end)
        if not sides or number < 0 or sum(token.kind == "word" for token in words) < LEAST_WORDS:
            return
        owner = bound[0] if len(set(bound)) == 1 else ""
        published = self.notes.published.value[:10] if self.notes.published else None
        for code in sides:
            side = country(code)
            yield Saying(
                at=self.at,
                doc=self.report.document.id,
                actor=Actor(side, side),
                start=one.start,
                end=one.end,
                text=self._print(one.start, one.end),
                kind="commits" if code in bound or one.joint else "holds",
                day=Day(one.day or published, own=bool(one.day)),
                terms=content_terms(words, self.notes, side, owner),
                phrases=phrases(words, self.notes),
                stance="committing" if code in bound else "neutral",
                negated=one.negated,
                deadline=one.by,
                until=one.until,
                condition=one.condition,
            )

    def _print(self, start: int, end: int) -> str:
        printed = " ".join(self.text[start:end].split())
        return printed if len(printed) <= LONGEST else printed[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _binds(pledge: Pledge, actor: Actor) -> bool:
    """Say whether an undertaking is the actor's own; of what another promised he only tells."""
    if pledge.joint or any(fold(name) in pledge_words("general") for name in pledge.who):
        return True
    bound = {country(code) for code in pledge.sides} | set(pledge.who)
    return actor.side in bound or actor.speaker in bound
