"""Numerals in words and digits: ``ثلاثة آلاف وخمسمئة``, ``مليوني``, ``4.5 مليار``, ``الحادي عشر``.

A numeral is a sum of falling parts joined by و: each part a number under a thousand (words or digits), times a scale.
Words are looked up by folded key with their proclitics, so that a token that is no number costs one look-up.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from riwaya.arabic.digits import number
from riwaya.arabic.letters import fold, normalise
from riwaya.arabic.number_words import Gender, Word, number_words, ranked
from riwaya.arabic.tokens import Token

__all__ = ["Gender", "Numeral", "find", "number"]


class Numeral(Struct, frozen=True, gc=False):
    """A number: tokens ``[first, last)``, offsets ``[start, end)`` without proclitics, its value.

    ``gender`` is that of the counted noun as the form of the numeral implies it (ثلاثة counts masculines), ``dual``
    tells that its last word is a dual (``مليوني``), ``ordinal`` that it ranks (``الثالث``) instead of counting.
    """

    first: int
    last: int
    start: int
    end: int
    value: int | float
    ordinal: bool = False
    gender: Gender | None = None
    dual: bool = False


_GLUE = frozenset(("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "فال", "كال", "ول", "وب"))
_TEEN = frozenset(map(fold, ("عشر", "عشرة")))
_AFTER_WEST = frozenset(map(fold, ("هام", "بروميتش", "بروم", "بروميش", "إند", "بوينت", "لاند", "فيرجينيا", "بالم")))
_MONTH_WORDS = frozenset(map(fold, ("شهر", "أواخر", "أوائل", "مطلع", "منتصف", "نهاية", "غرة")))
_MONTH_STEMS = frozenset(map(fold, ("تشرين", "كانون", "ربيع", "جمادى", "جماد")))
_YESTERDAY = frozenset(map(fold, ("أمس", "الأمس", "امبارح")))
_PERCENT_BEFORE = frozenset(map(fold, ("في", "فى", "بـ", "ب")))
_NO_ONE_BEFORE = frozenset(map(fold, ("آن", "كل", "لكل", "وكل", "الـ", "بآن")))


def find(tokens: Sequence[Token], fractions: bool = False) -> list[Numeral]:
    """Return the numerals among ``tokens`` in text order: ``مئتين وخمسين ألفا`` → 250,000.

    Offsets are those of the tokens; ``start`` leaves out proclitics (in ``وعشرين`` it points at ``ع``). With
    ``fractions`` also fractions that stand alone (``ثلثي`` two thirds). Vague plurals (``آلاف`` thousands) and percent
    words are no numerals. Misses: negative digits, dozens, written fractions such as 3/4.
    """
    return _Finder(tokens, fractions).all()


class _Finder:
    """One pass over the tokens of a text."""

    __slots__ = ("fractions", "tokens", "words")

    def __init__(self, tokens: Sequence[Token], fractions: bool) -> None:
        self.tokens, self.fractions, self.words = tokens, fractions, number_words()

    def all(self) -> list[Numeral]:
        found: list[Numeral] = []
        at, tokens, words = 0, self.tokens, self.words
        while at < len(tokens):
            token = tokens[at]
            numeral = None
            if token.kind == "number" or (token.kind == "word" and token.key in words):
                numeral = self.ordinal(at) or self.cardinal(at)
            if numeral is None:
                at += 1
            else:
                found.append(numeral)
                at = numeral.last
        return found

    # ── words and digits at a place ──

    def word(self, at: int) -> Word | None:
        if at >= len(self.tokens) or self.tokens[at].kind != "word":
            return None
        return self.words.get(self.tokens[at].key)

    def key(self, at: int) -> str:
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def kind(self, at: int, *kinds: str) -> Word | None:
        word = self.word(at)
        return word if word is not None and word.kind in kinds else None

    def plain(self, at: int, *kinds: str) -> Word | None:
        """Return the word of that kind at ``at`` if no proclitic opens it."""
        word = self.kind(at, *kinds)
        return word if word is not None and not word.prefix else None

    def joined(self, at: int) -> tuple[int, bool]:
        """Return (index of what و joins at ``at``, whether و stands apart); index -1 where nothing is joined."""
        if self.key(at) == "و":
            return at + 1, True
        word = self.word(at)
        return (at, False) if word is not None and word.joined else (-1, False)

    def start(self, at: int) -> int:
        token, word = self.tokens[at], self.word(at)
        if word is None or not word.prefix:
            return token.start
        return token.start + normalise(token.text).source(word.prefix)

    # ── cardinals ──

    def cardinal(self, at: int) -> Numeral | None:
        part = self.part(at)
        if part is None or self.is_no_number(at, part[1]):
            return None
        value, last, scale, dual = part
        while True:
            more = self.more(last, scale)
            if more is None:
                break
            value, last, scale = value + more[0], more[1], more[2]
        return self.numeral(at, last, value, dual=dual and last == part[1])

    def numeral(self, at: int, last: int, value: float, ordinal: bool = False, dual: bool = False) -> Numeral:
        genders = [word.gender for word in map(self.word, range(at, last)) if word is not None and word.gender]
        gender = genders[0] if genders else None
        if (
            not ordinal
            and last - at > 1
            and self.kind(last - 1, "scale", "scales", "scale-a", "scale-dual", "fraction")
        ):
            gender = None
        whole = int(value) if float(value).is_integer() else round(value, 6)
        ranks = ordinal or self.ranks(at, last)
        return Numeral(at, last, self.start(at), self.tokens[last - 1].end, whole, ranks, gender, dual)

    def ranks(self, at: int, last: int) -> bool:
        """Say whether a definite ten or hundred numbers the noun before it: ``القرن العشرين``."""
        word = self.word(at)
        return word is not None and word.definite and word.kind in ("ten", "hundred") and self.key(at - 1) in ranked()

    def part(self, at: int, joined: bool = False) -> tuple[float, int, float, bool] | None:
        """Return (value, index after, scale, dual) of one part: ``مئتين وخمسين ألفا``, ``3 آلاف``, ``نصف مليون``."""
        low = self.fraction_of_scale(at) or self.under_thousand(at)
        if low is None:
            return self.scale_alone(at)
        value, last, scale, dual = low
        half = self.fraction_joined(last)
        if half is not None and self.kind(half[1], "scale"):
            value, last = value + half[0], half[1]
        elif half is not None and scale <= 1:
            return value + half[0], half[1], 0.0, False
        while (word := self.plain(last, "scale", "scales", "scale-a")) is not None and word.value > scale:
            value, last, scale, dual = value * word.value, last + 1, word.value, False
        return value, last, scale, dual

    def scale_alone(self, at: int) -> tuple[float, int, float, bool] | None:
        word = self.kind(at, "scale", "scale-dual", "scale-a")
        if word is None or (word.definite and not self.continues(at + 1, word) and word.kind != "scale-dual"):
            return None
        if word.kind == "scale-a":
            return self.construct_dual(at, word)
        unit = word.value / 2 if word.dual else word.value
        value, last, scale, dual = word.value, at + 1, unit, word.dual
        while (bigger := self.plain(last, "scale", "scale-a")) is not None and bigger.value > unit:
            value, last, scale, unit, dual = value * bigger.value, last + 1, bigger.value, bigger.value, False
        return value, last, scale, dual

    def continues(self, at: int, word: Word) -> bool:
        """Say whether a definite scale goes on: ``المليون ونصف المليون``, ``المليون ومئتي ألف``."""
        return self.fraction_joined(at) is not None or self.more(at, word.value) is not None

    def construct_dual(self, at: int, word: Word) -> tuple[float, int, float, bool] | None:
        """``ألفا جندي`` is two thousand soldiers; ``ألفا`` before a definite noun or nothing is no number we know."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if after is None or after.kind != "word" or after.key.startswith("ال") or len(after.key) < 3:
            return None
        return word.value * 2, at + 1, word.value, True

    def fraction_of_scale(self, at: int) -> tuple[float, int, float, bool] | None:
        """``نصف مليون``, ``ثلاثة أرباع المليون``."""
        fraction = self.fraction(at)
        if fraction is None:
            return None
        scale = self.plain(fraction[1], "scale")
        if scale is None:
            return (fraction[0], fraction[1], 1.0, False) if self.fractions else None
        return fraction[0] * scale.value, fraction[1] + 1, scale.value, False

    def fraction(self, at: int) -> tuple[float, int] | None:
        word = self.kind(at, "fraction")
        if word is not None:
            return word.value, at + 1
        unit, parts = self.kind(at, "unit", "two"), self.plain(at + 1, "parts")
        return (unit.value / parts.value, at + 2) if unit and parts and unit.value < parts.value else None

    def fraction_joined(self, at: int) -> tuple[float, int] | None:
        where, apart = self.joined(at)
        if where < 0:
            return None
        word = self.word(where)
        return self.fraction(where) if word is not None and bool(word.joined) != apart else None

    def under_thousand(self, at: int) -> tuple[float, int, float, bool] | None:
        """Return a number under a thousand in words, or any number in digits."""
        hundred = self.hundred(at)
        if hundred is None:
            return self.digits(at) if self.tokens[at].kind == "number" else self.under_hundred(at)
        value, last, dual = hundred
        where, apart = self.joined(last)
        if where >= 0 and where < len(self.tokens):
            low = self.under_hundred(where) if self.tokens[where].kind == "word" else self.small_digits(where)
            if low is not None and self.joins(where, apart) and not self.kind(low[1], "parts", "hundred"):
                return value + low[0], low[1], 1.0, False
        return value, last, 1.0, dual

    def joins(self, at: int, apart: bool) -> bool:
        word = self.word(at)
        return apart if word is None else word.prefix == (0 if apart else 1)

    def small_digits(self, at: int) -> tuple[float, int, float, bool] | None:
        found = self.digits(at)
        return found if found is not None and 0 < found[0] < 100 else None

    def hundred(self, at: int) -> tuple[float, int, bool] | None:
        word = self.kind(at, "hundred")
        if word is not None:
            return word.value, at + 1, word.dual
        after = self.plain(at + 1, "hundred")
        if after is None or after.value != 100 or after.definite:
            return None
        unit = self.kind(at, "unit")
        if unit and unit.value in range(3, 10):
            return unit.value * 100, at + 2, False
        digit = self.tokens[at].form
        return (int(digit) * 100, at + 2, False) if digit.isdigit() and len(digit) == 1 and int(digit) > 2 else None

    def under_hundred(self, at: int) -> tuple[float, int, float, bool] | None:
        word = self.kind(at, "one", "eleven", "two", "unit", "ten")
        if word is None:
            return None
        if word.kind != "ten" and word.value < 10:
            if self.key(at + 1) in _TEEN and not (self.tokens[at].key.endswith("ين")):
                return word.value + 10, at + 2, 1.0, False
            where, apart = self.joined(at + 1)
            ten = self.kind(where, "ten") if where >= 0 else None
            if ten is not None and ten.prefix == (0 if apart else 1):
                return word.value + ten.value, where + 1, 1.0, False
        if word.kind == "eleven":
            return None
        return word.value, at + 1, 1.0, word.dual

    def more(self, at: int, scale: float) -> tuple[float, int, float] | None:
        """Return (value, index after, scale) of what و adds to a part of that scale: ``ألف [وخمسمئة]``."""
        if scale < 1000:
            return None
        half = self.fraction_joined(at)
        if half is not None:
            same = self.plain(half[1], "scale")
            if same is None or same.value == scale:
                return half[0] * scale, half[1] + (same is not None), 0.0
        where, apart = self.joined(at)
        if where < 0 or where >= len(self.tokens) or not self.joins(where, apart):
            return None
        part = self.part(where)
        if part is None or not 0 < part[0] < scale or self.tokens[where].text[:1] == "0":
            return None
        return part[0], part[1], part[2]

    def is_no_number(self, at: int, last: int) -> bool:
        """Words that are numbers elsewhere: ``في المئة`` (per cent), ``في آن واحد`` (at once), ``واحد من`` (one of)."""
        word = self.word(at)
        if word is None:
            return False
        if word.kind == "hundred" and word.value == 100 and word.definite:
            return self.key(at - 1) in _PERCENT_BEFORE or (at > 0 and self.tokens[at - 1].kind == "number")
        if last - at > 1:
            return False
        if word.kind == "one":
            return word.definite or bool(word.prefix) or self.key(at + 1) == "من" or self.key(at - 1) in _NO_ONE_BEFORE
        if word.value == 0 and self.key(at - 1).lstrip("ولب") in _MONTH_WORDS:
            return True  # the Hijri month
        if word.kind == "unit" and word.definite:
            return self.key(at - 1) == "بير"  # بئر السبع
        if self.key(at) == "وست":
            return self.key(at + 1) in _AFTER_WEST  # وست هام
        if word.kind == "two":
            return self.key(at - 1) == "يوم" or word.definite  # الاثنين is Monday
        return False

    # ── digits ──

    def digits(self, at: int) -> tuple[float, int, float, bool] | None:
        token = self.tokens[at]
        before = self.tokens[at - 1] if at else None
        if (
            before is not None
            and before.end == token.start
            and before.kind in ("word", "latin")
            and before.key not in _GLUE
        ):
            return None
        scaled = self.plain(at + 1, "scale", "scales", "scale-a") is not None
        value = number(token.text if "٫" in token.text else token.form, scaled)
        if value is None:
            return None
        value, last = self.spaced(at, value)
        return value, last, 1.0, False

    def spaced(self, at: int, value: float) -> tuple[float, int]:
        """Join thousands set apart by one space or an Arabic comma: ``1 234 567``, ``26،013``."""
        tokens, last = self.tokens, at + 1
        if not (tokens[at].form.isdigit() and 0 < len(tokens[at].form) <= 3 and tokens[at].form[0] != "0"):
            return value, last
        while last < len(tokens):
            comma = tokens[last].text == "،" and tokens[last].start == tokens[last - 1].end
            group = last + comma
            if (
                group >= len(tokens)
                or not _is_group(tokens[group])
                or tokens[group].start - tokens[group - 1].end != (not comma)
            ):
                break
            value, last = value * 1000 + int(tokens[group].form), group + 1
        return value, last

    # ── ordinals ──

    def ordinal(self, at: int) -> Numeral | None:
        word = self.kind(at, "ordinal", "ordinal-eleven")
        if word is None:
            return self.ordinal_one(at)
        if self.key(at + 1) in _TEEN and word.value != 10:
            return self.numeral(at, at + 2, word.value + 10, ordinal=True)
        where, apart = self.joined(at + 1)
        ten = self.kind(where, "ten") if where >= 0 and word.value < 10 else None
        if ten is not None and ten.prefix == (0 if apart else 1) and ten.definite == word.definite:
            return self.numeral(at, where + 1, word.value + ten.value, ordinal=True)
        if word.kind == "ordinal-eleven" or self.is_no_rank(at, word):
            return None
        return self.numeral(at, at + 1, word.value, ordinal=True)

    def ordinal_one(self, at: int) -> Numeral | None:
        """``الواحد والعشرون`` and ``المئة والخامسة والعشرون`` rank."""
        word = self.kind(at, "one", "hundred")
        if word is None or not word.definite:
            return None
        if word.kind == "hundred":
            return self.ordinal_after_hundred(at, word)
        where, apart = self.joined(at + 1)
        ten = self.kind(where, "ten") if where >= 0 else None
        if ten is None or not ten.definite or ten.prefix != (0 if apart else 1):
            return None
        return self.numeral(at, where + 1, 1 + ten.value, ordinal=True)

    def ordinal_after_hundred(self, at: int, word: Word) -> Numeral | None:
        where, apart = self.joined(at + 1)
        rest = self.kind(where, "ordinal", "ordinal-eleven") if where >= 0 and self.key(at - 1) != "في" else None
        if rest is None or rest.prefix != (0 if apart else 1):
            return None
        low = self.ordinal(where)
        return None if low is None else self.numeral(at, low.last, word.value + low.value, ordinal=True)

    def is_no_rank(self, at: int, word: Word) -> bool:
        before, after = self.key(at - 1), self.key(at + 1)
        if (
            before in _MONTH_STEMS
            or before.lstrip("وبل") in _MONTH_STEMS
            or before in _YESTERDAY
            or after in _YESTERDAY
        ):
            return True
        if word.value == 1 and after == "من" and self.key(at + 2) in _YESTERDAY:
            return True
        if word.gender == "f" and not word.definite:
            return not before.endswith("ه") or self.tokens[at - 1].kind != "word"
        return False


def _is_group(token: Token) -> bool:
    return token.kind == "number" and len(token.form) == 3 and token.form.isdigit()
