"""What a rule reads from: the match with its slots, the day of publication, and what the text has named so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.lexemes import Unit
from riwaya.annotate.times.moment import day_of
from riwaya.annotate.times.ownclause import happened, put_off, will
from riwaya.annotate.times.tense import Direction, beside_verb, direction, purposed
from riwaya.annotate.times.told import Told
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

_LATELY = 2
_MEASURES = frozenset(map(fold, ("منذ", "مقارنة", "مقابل", "قياسا")))
_NEAR = 2
"""Sentences back in which ``اليوم التالي`` and ``ذلك العام`` look for what they refer to."""


class Found(Struct, frozen=True):
    """A resolved expression before it becomes a ``Time``: what was read, from which anchor, how."""

    start: int
    end: int
    value: str | None
    mod: str | None = None
    anchor: str | None = None
    how: str = ""
    type: str = ""
    from_: str | None = None
    until: str | None = None


class Match:
    """The units that a rule matched, and its slots."""

    __slots__ = ("first", "slots", "units")

    def __init__(self, units: Sequence[Unit], slots: Mapping[str, Sequence[Unit]], first: int) -> None:
        self.units, self.slots, self.first = units, slots, first

    def one(self, slot: str) -> Unit | None:
        """Return the unit in that slot, the first where there are several."""
        found = self.slots.get(slot)
        return found[0] if found else None

    def every(self, cats: frozenset[str]) -> list[Unit]:
        """Return all units of those categories: a slot that repeats keeps only its last."""
        return [unit for unit in self.units if unit.cat in cats]

    def number(self, slot: str) -> int | None:
        """Return the number in that slot, also of a word that stands for one: ``غرة`` is 1."""
        unit = self.one(slot)
        return int(unit.value) if unit is not None and str(unit.value).isdigit() else None

    def text(self, slot: str) -> str | None:
        unit = self.one(slot)
        return str(unit.value) if unit is not None else None

    def cat(self, slot: str) -> str:
        """Return the category in that slot, empty where it is not filled: ``past``."""
        unit = self.one(slot)
        return unit.cat if unit is not None else ""

    @property
    def end_of_month(self) -> int:
        """Return where a month ends: months are masculine, so المقبلة in ``انتخابات أكتوبر المقبلة`` is not theirs."""
        last = self.units[-1]
        feminine = last.cat in ("past", "next", "now", "prev") and last.value == "f"
        return self.units[-2].end if feminine and self.one("madj") is last and len(self.units) > 1 else last.end

    def before(self, reader: Reader) -> Token | None:
        """Return the token before the match in its sentence."""
        first = self.units[0].first
        return reader.words[first - 1] if first else None

    @property
    def about(self) -> str | None:
        """The mod of a time of day that a word makes rough: ``نحو الساعة العاشرة`` APPROX."""
        return next((str(unit.value) for unit in self.units if unit.cat == "approx"), None)

    @property
    def start(self) -> int:
        return self.units[0].start

    @property
    def end(self) -> int:
        return self.units[-1].end


class Reader:
    """The text so far: publication, the sentence at hand, the day, month and year that were named last."""

    __slots__ = (
        "counted",
        "day",
        "measured",
        "month",
        "previous",
        "published",
        "sentence_day",
        "told",
        "words",
        "year",
    )

    def __init__(self, published: str | None) -> None:
        self.published = published
        self.day: date | None = day_of(published)
        year, _, month = (published or "")[:7].partition("-")
        self.year: int | None = int(year) if year.isdigit() and len(year) == 4 else None
        self.month: int | None = int(month) if month.isdigit() and len(month) == 2 else None
        self.words: Sequence[Token] = ()
        self.told = Told()
        self.sentence_day: str | None = None
        self.previous: tuple[int, date] | None = None
        self.measured = -1
        self.counted: date | None = None

    def sentence(self, words: Sequence[Token]) -> None:
        """Begin a sentence."""
        self.words, self.sentence_day, self.previous, self.measured = words, None, None, -1
        self.counted = None
        self.told.sentence += 1

    @property
    def last_day(self) -> date | None:
        return self.told.day(_NEAR)

    @property
    def last_month(self) -> tuple[int, int] | None:
        return self.told.month(_NEAR)

    @property
    def last_year(self) -> int | None:
        return self.told.year(_NEAR)

    def per(self, match: Match) -> bool:
        """Say whether the day is a rate: ``16 ساعة في اليوم``, ``مرتين في اليوم``."""
        first = match.units[0].first
        if first < 2 or self.words[first - 1].key != "في":
            return False
        return self.measured == first - 1 or beside("rate", self.words[first - 2])

    def joined(self, match: Match) -> date | None:
        """Return the day that و or أو joins the match to: in ``الجمعة والسبت``, Friday."""
        if self.previous is None:
            return None
        last, day = self.previous
        first = match.units[0].first
        apart = first == last + 1 and self.words[last].key in ("و", "او")
        return day if apart or (first == last and self.words[first].key.startswith("و")) else None

    def news_day(self) -> str | None:
        """Return the day that a time of day without one falls on: told in the sentence, lately, or published."""
        if self.sentence_day is not None or self.day is None:
            return self.sentence_day
        told = self.told.day(self.told.sentence)
        return (told if told is not None and 0 <= (self.day - told).days <= _LATELY else self.day).isoformat()

    def looks(self, match: Match) -> Direction | None:
        """Return where the clause of the match looks; ``وقت سابق`` says so itself, and its و joins nothing."""
        if match.units[0].cat == "ref.part":
            return "past" if match.units[0].value == "PAST_REF" else "forward"
        first = next(unit.first for unit in match.units if unit is match.units[-1] or unit.cat != "partof")
        if put_off(self.words, first):
            return "forward"
        return direction(self.words, first, match.units[-1].last)

    def beside_verb(self, match: Match, looking: Direction) -> bool:
        """Say whether a verb that looks so stands close to the match."""
        return beside_verb(self.words, match.units[0].first, match.units[-1].last, looking)

    def will(self, match: Match) -> bool:
        """Say whether a verb in the future, no word of plans, rules the match: ``سأعود في 2 أكتوبر``."""
        return will(self.words, match.units[0].first)

    def put_off(self, match: Match) -> bool:
        """Say whether something is prolonged or put off until the match: ``أرجئ اللقاء إلى الثلاثاء``."""
        return put_off(self.words, match.units[0].first)

    def happened(self, match: Match) -> bool:
        """Say whether the match's own clause tells an event, not words: ``وصل الوفد إلى المدينة الخميس``."""
        return happened(self.words, match.units[0].first)

    def purposed(self, match: Match) -> bool:
        """Say whether a purpose stands between the verb and the match."""
        return purposed(self.words, match.units[0].first)

    def remember(self, value: str | None, match: Match) -> None:
        """Keep what a value names for what refers back to it: ``في اليوم التالي``."""
        if not value or not value[:4].isdigit():
            return
        first = match.units[0].first
        near = self.words[max(0, first - 2) : first]
        self.told.keep(value, any(token.key in _MEASURES for token in near))
        if day_of(value) is not None:
            self.sentence_day = value[:10]
