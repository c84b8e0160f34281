"""Numerals in words and digits: ``ثلاثة آلاف وخمسمئة``, ``مليوني``, ``4.5 مليار``, ``الحادي عشر``.

A numeral is a sum of falling parts joined by و: each part a number under a thousand (words or digits), times a scale.
Words are looked up by folded key with their proclitics, so that a token that is no number costs one look-up.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.arabic.digits import number
from riwaya.arabic.number_words import Gender
from riwaya.arabic.numeral_formulas import Formulas
from riwaya.arabic.numeral_places import Numeral
from riwaya.arabic.ordinals import Ordinals
from riwaya.arabic.tokens import Token

__all__ = ["Gender", "Numeral", "find", "number"]


def find(tokens: Sequence[Token], fractions: bool = False) -> list[Numeral]:
    """Return the numerals among ``tokens`` in text order: ``مئتين وخمسين ألفا`` → 250,000.

    Offsets are those of the tokens; ``start`` leaves out proclitics (in ``وعشرين`` it points at ``ع``). With
    ``fractions`` also fractions that stand alone (``ثلثي`` two thirds, ``واحد من ثلاثة``, ``3/4``), a minus sign and
    powers: a newspaper's dashes, slashes and scores are none. Vague plurals (``آلاف`` thousands) and percent words are
    no numerals. Misses: the parts of an address (192.168.1.2), a fifth that stands alone (خمس is read as five).
    """
    return _Finder(tokens, fractions).all()


_SIGNS = frozenset("-−.,")


class _Finder(Ordinals, Formulas):
    """One pass over the tokens of a text."""

    __slots__ = ()

    def all(self) -> list[Numeral]:
        found: list[Numeral] = []
        at, tokens, words = 0, self.tokens, self.words
        while at < len(tokens):
            token = tokens[at]
            numeral = None
            if token.kind == "number" or token.key in words or (self.fractions and token.key in _SIGNS):
                numeral = self.ordinal(at) or self.formula(at) or self.cardinal(at)
            if numeral is None:
                at += 1
            else:
                found.append(numeral)
                at = numeral.last
        return found
