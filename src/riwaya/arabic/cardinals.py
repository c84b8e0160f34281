"""Cardinals: sums of falling parts joined by و, each a number under a thousand times a scale."""

from __future__ import annotations

from riwaya.arabic.number_words import Word, ranked
from riwaya.arabic.numeral_digits import Digits
from riwaya.arabic.numeral_places import Numeral


class Cardinals(Digits):
    """The reader of cardinals: ``ثلاثة آلاف وخمسمئة``, ``4.5 مليار``."""

    __slots__ = ()

    def cardinal(self, at: int) -> Numeral | None:
        found = self.total(at)
        if found is None or self.is_no_number(at, found[1]):
            return None
        value, last = found
        word = self.word(last - 1)
        return self.numeral(
            at, last, value, dual=last - at == 1 and word is not None and (word.dual or word.kind == "scale-a")
        )

    def total(self, at: int) -> tuple[float, int] | None:
        """Return (value, index after) of the sum at ``at``, whatever stands around it."""
        part = self.part(at) if at < len(self.tokens) else None
        if part is None:
            return None
        value, last, scale, _ = part
        while True:
            more = self.more(last, scale)
            if more is None:
                break
            value, last, scale = value + more[0], more[1], more[2]
        return self.decimals(value, last) or (value, last)

    def decimals(self, value: float, at: int) -> tuple[float, int] | None:
        """``[خمسة] فاصلة ثلاثة`` 5.3, ``[مئتين] فاصلة ثلاثة من مئة`` 200.03, with the scale that follows."""
        if self.plain(at, "point") is None or not float(value).is_integer() or at + 1 >= len(self.tokens):
            return None
        low = self.under_thousand(at + 1)
        if low is None or not float(low[0]).is_integer():
            return None
        of = self.plain(low[1] + 1, "hundred") if self.key(low[1]) == "من" else None
        last = low[1] + 2 if of else low[1]
        value += low[0] / (of.value if of else 10 ** len(str(int(low[0]))))
        scale = self.plain(last, "scale", "scales", "scale-a")
        return (value, last) if scale is None else (value * scale.value, last + 1)

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
        if word is None or (word.definite and not self.may_be_definite(at, word)):
            return None
        if word.kind == "scale-a":
            return self.construct_dual(at, word)
        unit = word.value / 2 if word.dual else word.value
        value, last, scale, dual = word.value, at + 1, unit, word.dual
        while (bigger := self.plain(last, "scale", "scale-a")) is not None and bigger.value > unit:
            value, last, scale, unit, dual = value * bigger.value, last + 1, bigger.value, bigger.value, False
        return value, last, scale, dual

    def may_be_definite(self, at: int, word: Word) -> bool:
        return word.kind == "scale-dual" or self.key(at - 1) in ranked() or self.continues(at + 1, word)

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
            if low is not None and self.joins(where, apart) and self.adds(low):
                return value + low[0], low[1], 1.0, False
        return value, last, 1.0, dual

    def adds(self, low: tuple[float, int, float, bool]) -> bool:
        """Say whether that number under a hundred goes with the hundred before it, not with what follows."""
        parts = self.kind(low[1], "parts")
        return low[0] > 0 and not (parts and low[0] < parts.value) and self.kind(low[1], "hundred") is None

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
            if self.guard("teen", at + 1) and not (self.tokens[at].key.endswith("ين")):
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
            return self.dozen(at)
        half = self.fraction_joined(at)
        if half is not None:
            same = self.plain(half[1], "scale")
            if same is None or same.value == scale:
                return half[0] * scale, half[1] + (same is not None), 0.0
        where, apart = self.joined(at)
        if where < 0 and scale == 1000 and self.is_digit_of_hundreds(at):
            where, apart = at, True
        if where < 0 or where >= len(self.tokens) or not self.joins(where, apart):
            return None
        part = self.part(where)
        if part is None or not 0 < part[0] < scale or self.tokens[where].text[:1] == "0":
            return None
        return part[0], part[1], part[2]

    def is_digit_of_hundreds(self, at: int) -> bool:
        """``4 آلاف [3 مئة]``: figures and words mixed need no و."""
        return at < len(self.tokens) and self.tokens[at].kind == "number" and self.hundred(at) is not None

    def dozen(self, at: int) -> tuple[float, int, float] | None:
        """``[مئة] ودزينتين``."""
        where, apart = self.joined(at)
        word = self.kind(where, "scale", "scale-dual") if where >= 0 else None
        fits = word is not None and word.value < 100 and self.joins(where, apart)
        return (word.value, where + 1, 0.0) if word is not None and fits else None

    def part_of(self, at: int) -> float:
        """Return what ``خمس``, ``سدس``, ``ثمن`` mean as a part of one; 0.0 where no such word stands."""
        word = self.kind(at, "unit", "part")
        if word is None or word.definite or word.value < 5 or not (word.kind == "part" or word.gender == "f"):
            return 0.0
        return 0.0 if self.key(at)[word.prefix :] in self.guards["noparts"] else 1 / word.value

    def definite_noun(self, at: int) -> bool:
        """Say whether a singular with ال stands there: ``خمس السكان`` is a fifth, ``خمس السنوات`` the five years."""
        if at >= len(self.tokens) or self.tokens[at].kind != "word" or self.word(at) is not None:
            return False
        key = self.tokens[at].key
        return (
            self.tokens[at].form.startswith("ال")
            and len(key) > 4
            and not key.endswith("ات")
            and key not in self.guards["alwords"]
        )

    def is_no_number(self, at: int, last: int) -> bool:
        """Words that are numbers elsewhere: ``في المئة`` (per cent), ``في آن واحد`` (at once), ``واحد من`` (one of)."""
        word = self.word(at)
        if word is None:
            return False
        if word.kind == "hundred" and word.value == 100 and word.definite:
            return self.guard("percent", at - 1) or (at > 0 and self.tokens[at - 1].kind == "number")
        if last - at > 1:
            return False
        if word.kind == "one":
            none = self.guard("none", at - 1) and not self.guard("each", at + 1)
            return word.definite or bool(word.prefix) or self.key(at + 1) == "من" or none
        if word.value == 0 and self.key(at - 1).lstrip("ولب") in self.guards["month"]:
            return True  # the Hijri month
        if word.kind == "unit" and word.gender == "f" and word.value >= 5 and self.definite_noun(at + 1):
            return not word.definite  # خمس السكان is a fifth, ست البيت its mistress
        if word.kind == "unit" and word.definite:
            return self.guard("well", at - 1)  # بئر السبع
        if self.key(at) == "وست":
            return self.guard("west", at + 1)  # وست هام
        if word.kind == "two":
            return self.key(at - 1) == "يوم" or word.definite  # الاثنين is Monday
        return False
