"""Numbers as sums are written: signs, powers, fractions (``واحد على ثلاثة``, ``3/4``, ``خمس السكان``)."""

from __future__ import annotations

from riwaya.arabic.cardinals import Cardinals
from riwaya.arabic.digits import number
from riwaya.arabic.numeral_places import Numeral

_MINUS = frozenset("-−")
_LARGEST_POWER = 280.0  # a power of ten that floats hold, with eighteen digits before it


class Formulas(Cardinals):
    """The reader of signed numbers and, with ``fractions``, of what only sums, recipes and schoolbooks write."""

    __slots__ = ()

    def formula(self, at: int) -> Numeral | None:
        """Return the signed or reckoned number at ``at``: ``ناقص خمس درجات`` → -5; ``3/4`` → 0.75 with fractions."""
        signs = self.signs(at)
        if not (signs or self.fractions):
            return None
        found = self.quotient(at + signs) if self.fractions else self.total(at + signs)
        if found is None:
            return None
        if not signs and self.total(at) == found:
            return None  # nothing that the reader of cardinals does not see
        return self.numeral(at, found[1], -found[0] if signs else found[0])

    def signs(self, at: int) -> int:
        """Return 1 where a sign stands: ``سالب``, ``ناقص``; with fractions also a minus before a digit; else 0."""
        if self.kind(at, "sign"):
            return 1
        if not self.fractions or self.key(at) not in _MINUS or self.glued(at - 1):
            return 0
        opens = at == 0 or (self.glued(at) and self.tokens[at - 1].kind != "number")  # 3 -7 is a range
        return int(opens and at + 1 < len(self.tokens) and self.tokens[at + 1].kind == "number")

    def glued(self, at: int) -> bool:
        """Say whether nothing parts the token at ``at`` from the next."""
        return 0 <= at < len(self.tokens) - 1 and self.tokens[at].end == self.tokens[at + 1].start

    def quotient(self, at: int) -> tuple[float, int] | None:
        top = self.power(at) or self.slashed(at) or self.pointed(at) or self.share(at) or self.amount(at)
        if top is None:
            return self.divided(1.0, at) if self.kind(at, "piece") else None
        return self.divided(*top) or self.with_share(*top)

    def divided(self, value: float, at: int) -> tuple[float, int] | None:
        """``[واحد] على ثلاثة``, ``[عشرين] جزءا من مئة``, ``[واحد] من ثلاثة``: out of a greater number."""
        pieces = self.kind(at, "piece") is not None
        sign = self.key(at + pieces)
        if sign not in ("من", "علي") or (pieces and sign != "من"):
            return None
        below = self.total(at + pieces + 1)
        if below is None or below[0] <= 0 or (sign == "من" and not pieces and below[0] <= value):
            return None
        return value / below[0], below[1]

    def amount(self, at: int) -> tuple[float, int] | None:
        """``خمسة وتسعون مائة``: any number of hundreds."""
        found = self.total(at)
        if found is None or found[0] < 1 or self.kind(found[1] - 1, "hundred"):
            return found
        hundred = self.plain(found[1], "hundred")
        return found if hundred is None or hundred.value != 100 else (found[0] * 100, found[1] + 1)

    def with_share(self, value: float, at: int) -> tuple[float, int]:
        """``[ثلاثة وعشرون] خمسا`` 23/5, ``[مئة] أخماس``, ``[ثلاثة] وخمس`` 3.2, ``[مئة وثلاثون] وخمسين`` 130.4."""
        parts = self.plain(at, "parts")
        if parts is not None:
            return value / parts.value, at + 1
        each = self.part_of(at)
        if each and not self.word_prefix(at):
            return value * each, at + 1
        where, apart = self.joined(at)
        if where < 0 or not self.joins(where, apart):
            return value, at
        if each := self.part_of(where):
            return value + each, where + 1
        two = self.kind(where, "ten")
        dual = two is not None and two.value > 40 and self.key(where).endswith("ين")
        return (value + 20 / two.value, where + 1) if two is not None and dual else (value, at)

    def word_prefix(self, at: int) -> int:
        word = self.word(at)
        return word.prefix if word is not None else 0

    def share(self, at: int, inside: bool = False) -> tuple[float, int] | None:
        """``خمس الفطيرة`` a fifth of it, ``خمس العشرين`` 4, ``خمس خمس العشرين`` 0.8, ``ثمن`` alone."""
        each = self.part_of(at)
        if not each:
            return None
        inner = None if inside else self.share(at + 1, inside=True)
        if inner is None and (whole := self.kind(at + 1, "ten", "hundred", "scale")) and whole.definite:
            inner = self.total(at + 1)
        if inner is not None:
            return each * inner[0], inner[1]
        alone = at + 1 == len(self.tokens) and self.kind(at, "part")
        return (each, at + 1) if alone or self.definite_noun(at + 1) else None

    def slashed(self, at: int) -> tuple[float, int] | None:
        """``3/4``, ``1 4/5``; a date or a telephone number has more than one slash or more than digits."""
        simple = self.simple(at)
        if simple is not None:
            return simple
        if at >= len(self.tokens) or self.glued(at) or (whole := self.whole(at)) is None:
            return None
        part = self.simple(at + 1)
        return None if part is None or part[0] >= 1 else (whole + part[0], part[1])

    def simple(self, at: int) -> tuple[float, int] | None:
        if self.key(at + 1) != "/" or not (self.glued(at) and self.glued(at + 1)) or self.is_longer(at):
            return None
        above, below = self.whole(at), self.whole(at + 2)
        return (above / below, at + 3) if above is not None and below else None

    def whole(self, at: int) -> float | None:
        """Return the value of digits without a sign of their own."""
        return number(self.tokens[at].form) if self.tokens[at].form.isdigit() else None

    def is_longer(self, at: int) -> bool:
        """Say whether a slash at ``at + 1`` is one of a date or a telephone number: ``5/17/2018``."""
        before = self.glued(at - 1) and (self.key(at - 1) == "/" or (self.key(at - 1) == "-" and self.glued(at - 2)))
        return before or (self.glued(at + 2) and self.key(at + 3) in ("/", "-"))

    def pointed(self, at: int) -> tuple[float, int] | None:
        """``.08``: a decimal that opens with its point, at the head of a text."""
        if at or self.key(at) not in (".", ",", "٫") or not self.glued(at) or not self.tokens[at + 1].form.isdigit():
            return None
        return None if self.glued(at + 1) else (float("0." + self.tokens[at + 1].form), at + 2)

    def power(self, at: int) -> tuple[float, int] | None:
        """``1.1^23``, ``12e-1``."""
        if at + 2 >= len(self.tokens) or self.tokens[at].kind != "number" or self.key(at + 1) not in ("^", "e"):
            return None
        last, sign = at + 2, 1
        while last < len(self.tokens) - 1 and (self.key(last) in _MINUS or self.key(last) == "+"):
            sign, last = (-sign if self.key(last) in _MINUS else sign), last + 1
        base, high = number(self.tokens[at].text), number(self.tokens[last].text)
        glued = all(map(self.glued, range(at, last)))
        if base is None or high is None or not glued or self.tokens[last].kind != "number":
            return None
        if self.key(at + 1) == "e":
            return (base * 10.0 ** (sign * high), last + 1) if high < _LARGEST_POWER else None
        small = base > 0 and high * (18 if base < 1 else len(str(int(base)))) < _LARGEST_POWER
        return (base ** (sign * high), last + 1) if small else None
