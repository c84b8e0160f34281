"""Units: the words of a sentence as the grammar of times sees them, each with its category and value."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.times.beside import beside
from riwaya.annotate.times.fourdigits import is_before_scale, is_before_unit
from riwaya.annotate.times.lexemes import Entry, Unit, lexicon, means_nothing, reading
from riwaya.annotate.times.numeric import joined
from riwaya.arabic.calendars import calendar_prefix, hijri_month_at, month, month_at, weekday
from riwaya.arabic.letters import plain
from riwaya.arabic.numerals import Numeral, find
from riwaya.arabic.tokens import Token


def units(words: Sequence[Token]) -> list[Unit]:
    """Return the units of a sentence in order; every token is in exactly one, save that proclitics get their own."""
    return _Reader(words).all()


class _Reader:
    """One pass over a sentence."""

    __slots__ = ("at", "numerals", "out", "words")

    def __init__(self, words: Sequence[Token]) -> None:
        self.words, self.at = words, 0
        self.out: list[Unit] = []
        self.numerals: dict[int, Numeral] = {n.first: n for n in find(words)}

    def all(self) -> list[Unit]:
        words, numerals, out = self.words, self.numerals, self.out
        while self.at < len(words):
            token = words[self.at]
            if token.kind == "word":
                if means_nothing(token.key) and self.at not in numerals:
                    out.append(Unit("x", "", token.start, token.end, self.at, self.at + 1))
                    self.at += 1
                    continue
                self.word(token)
            elif token.kind == "number":
                self.number(token)
            else:
                self.sign(token)
        return self.out

    def put(
        self, cat: str, value: str | int | float, last: int, start: int | None = None, end: int | None = None
    ) -> None:
        first = self.at
        begin = self.words[first].start if start is None else start
        self.out.append(Unit(cat, value, begin, self.words[last - 1].end if end is None else end, first, last))
        self.at = last

    # ── words ──

    def word(self, token: Token) -> None:
        prefix, letters, entries = reading(token.key)
        phrase = self.phrase(entries)
        if phrase is not None and (phrase.rest or phrase.cat in ("rel", "hijri")):
            return self.entry(phrase, prefix, letters)
        if self.calendar(token):
            return None
        if phrase is not None and token.kind == "word":
            numeral = self.numerals.get(self.at)
            if numeral is None or numeral.last == self.at + 1:
                return self.entry(phrase, prefix, letters)
        return self.numeral_word(token)

    def phrase(self, entries: Sequence[Entry]) -> Entry | None:
        """Return the longest entry whose further words follow; in one of two words they may not be parted."""
        for entry in entries:
            after = self.words[self.at + 1 : self.at + 1 + len(entry.rest)]
            if tuple(word.key for word in after) == entry.rest:
                return entry
        return None

    def entry(self, entry: Entry, prefix: int, letters: str) -> None:
        start = self.prefix(prefix, letters)
        self.put(entry.cat, entry.value, self.at + 1 + len(entry.rest), start)

    def prefix(self, count: int, letters: str) -> int:
        """Put a unit for the proclitics of the word and return where the word itself begins."""
        token = self.words[self.at]
        if not count:
            return token.start
        at = token.start + _offset(token.text, count)
        cat = "and" if letters == "و" else "pre"
        self.out.append(Unit(cat, letters, token.start, at, self.at, self.at))
        return at

    def calendar(self, token: Token) -> bool:
        """Put a month or weekday if one stands here."""
        count = calendar_prefix(token.key)
        if count < 0 or (token.key == "باب" and "آ" not in token.text):  # في باب المندب
            return False
        day = weekday(token.key[count:])
        if day is None and token.key[:count].endswith("ل") and token.key[count:].startswith("ل"):
            day = weekday("ال" + token.key[count + 1 :])
        if day is not None and self.is_day(token, token.key[count:]):
            self.put("weekday", day, self.at + 1, self.prefix(count, token.key[:count]))
            return True
        for cat, found in (("month", month_at(self.words, self.at)), ("hmonth", hijri_month_at(self.words, self.at))):
            if found is not None:
                self.put(cat, found[0], found[1], self.prefix(count, token.key[:count]))
                return True
        number = month(token.key[count:])
        if number is not None and self.shows_month(token.key[count:]):
            self.put("month", number, self.at + 1, self.prefix(count, token.key[:count]))
            return True
        return False

    def is_day(self, token: Token, key: str) -> bool:
        """Say whether a name is the weekday here; without ال only after a word such as يوم, or before a number.

        A short English one after an English word is part of a name: The Sun.
        """
        before = self.words[self.at - 1] if self.at else None
        after = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        if token.kind == "latin":
            return len(key) > 3 or before is None or before.kind != "latin"
        if key.startswith(("ال", "ل")):
            return True
        return beside("bareday", before) or (after is not None and after.kind == "number" and self.at > 0)

    def shows_month(self, key: str) -> bool:
        """Say whether a name that is a word too is a month here: ``في مارس``, ``مارس الماضي``, ``ماي المقبل``."""
        before = self.words[self.at - 1] if self.at else None
        after = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        if beside("placed", after) or (before is not None and before.key.endswith("شهر")):
            return True
        after_month = bool(self.out) and self.out[-1].cat == "month"
        return key == "مارس" and (beside("monthprep", before) or after_month)

    def numeral_word(self, token: Token) -> None:
        numeral = self.numerals.get(self.at)
        if numeral is None:
            glued = self.glued(token)
            if not glued:
                self.put("x", token.key, self.at + 1)
            return
        if numeral.value < 0:  # no time is below zero
            self.put("x", token.key, numeral.last)
            return
        if numeral.start > token.start:
            cat = "and" if token.key.startswith("و") and numeral.start - token.start == 1 else "pre"
            self.out.append(Unit(cat, "", token.start, numeral.start, self.at, self.at))
        self.numeral(numeral, numeral.start)

    def glued(self, token: Token) -> bool:
        """Read و ب ل ال before a number: ``و25``, ``الـ24``."""
        after = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        if after is None or after.kind != "number" or after.start - token.end > (token.text.endswith("ـ")):
            return False
        letters = token.key.removesuffix("ال") if token.key != "لل" else "لل"
        if letters not in ("", "و", "ب", "ل", "ف", "ك", "لل", "ول", "وب"):
            return False
        start = token.start + len(letters)
        if letters:
            cat = "and" if letters == "و" else "pre"
            self.put(cat, letters, self.at + 1, token.start, start)
        else:
            self.at += 1
        self.number(after, start if token.key.endswith("ال") else None)
        return True

    def numeral(self, numeral: Numeral, start: int) -> None:
        value = numeral.value
        if numeral.ordinal and isinstance(value, int) and value <= 31:
            definite = plain(self.words[self.at].text).lstrip("وفبلك").startswith(("ال", "ل"))
            cat = "ord.in" if not definite else "ord.f" if numeral.gender == "f" else "ord"
            return self.put(cat, value, numeral.last, start)
        cat = "year" if self.is_year_in_words(numeral) else _size(value)
        return self.put(cat, value, numeral.last, start)

    def is_year_in_words(self, numeral: Numeral) -> bool:
        """Say whether a number in words is a year: after عام or a month, ``عام ألفين وستة``, ``مارس ألفين وستة``."""
        before = next((unit.cat for unit in reversed(self.out) if unit.cat != "comma"), "")
        after = self.words[numeral.last] if numeral.last < len(self.words) else None
        year = isinstance(numeral.value, int) and 1000 < numeral.value < 2100 and self.words[self.at].kind == "word"
        return year and (
            before in ("Y.one", "Y.the") or (before == "month" and (after is None or after.kind == "punct"))
        )

    # ── digits ──

    def number(self, token: Token, start: int | None = None) -> None:
        start = token.start if start is None else start
        compound = joined(self.words, self.at)
        if compound is not None:
            return self.put(compound.cat, compound.value, compound.last, start)
        numeral = self.numerals.get(self.at)
        form = token.form
        hour, dot, minute = form[:-3], form[-3:-2], form[-2:]
        if dot and dot in ".," and hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60:
            return self.put("clock.dot", f"{int(hour):02d}:{minute}", self.at + 1, start)
        four = form.isdigit() and len(form) == 4 and 1000 <= int(form) < 2200
        scaled = numeral is not None and numeral.last > self.at + 1
        if four and (is_before_scale(self.words, self.at) if scaled else not is_before_unit(self.words, self.at)):
            return self.put("year", int(form), self.at + 1, start)
        if numeral is not None and scaled:
            return self.numeral(numeral, start)
        if numeral is None:
            return self.put(
                _size(int(form)) if form.isdigit() and len(form) < 10 else "x",
                int(form) if form.isdigit() and len(form) < 10 else form,
                self.at + 1,
                start,
            )
        return self.numeral(numeral, start)

    # ── signs ──

    def sign(self, token: Token) -> None:
        if token.kind == "latin" and self.calendar(token):
            return None
        entries = lexicon().get(token.key, ())
        entry = self.phrase(entries)
        if entry is not None:
            return self.put(entry.cat, entry.value, self.at + 1 + len(entry.rest))
        return self.put("x", token.key, self.at + 1)


def _size(value: int | float) -> str:
    if value != int(value) or value < 0:
        return "nn"
    for cat, upper in (("n12", 12), ("n23", 23), ("n31", 31), ("n59", 59), ("n99", 99)):
        if value <= upper:
            return cat
    return "nn"


def _offset(text: str, letters: int) -> int:
    """Return where in the printed text the first ``letters`` letters end, with the marks that they carry."""
    count = 0
    for at, char in enumerate(text):
        if plain(char):
            if count == letters:
                return at
            count += 1
    return len(text)
