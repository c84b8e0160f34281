"""What stands at a place of a text, as the readers of numerals see it: number words, keys, their proclitics."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from riwaya.arabic.guards import guards
from riwaya.arabic.letters import normalise
from riwaya.arabic.number_words import Gender, Word, number_words, ranked
from riwaya.arabic.tokens import Token


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


class Places:
    """Tokens with what they mean as number words."""

    __slots__ = ("fractions", "guards", "tokens", "words")

    def __init__(self, tokens: Sequence[Token], fractions: bool) -> None:
        self.tokens, self.fractions = tokens, fractions
        self.words, self.guards = number_words(), guards("numeralguards")

    def guard(self, guard: str, at: int) -> bool:
        """Say whether the word at ``at`` is one of that guard."""
        return self.key(at) in self.guards[guard]

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

    def numeral(self, at: int, last: int, value: float, ordinal: bool = False, dual: bool = False) -> Numeral:
        genders = [word.gender for word in map(self.word, range(at, last)) if word is not None and word.gender]
        gender = genders[0] if genders else None
        if (
            not ordinal
            and last - at > 1
            and self.kind(last - 1, "scale", "scales", "scale-a", "scale-dual", "fraction")
        ):
            gender = None
        whole = _rounded(value)
        ranks = ordinal or self.ranks(at, last)
        return Numeral(at, last, self.start(at), self.tokens[last - 1].end, whole, ranks, gender, dual)

    def ranks(self, at: int, last: int) -> bool:
        """Say whether a definite ten or hundred numbers the noun before it: ``القرن العشرين``."""
        word = self.word(at)
        return (
            word is not None
            and word.definite
            and word.kind in ("ten", "hundred", "scale")
            and self.key(at - 1) in ranked()
        )


def _rounded(value: float) -> int | float:
    """Return an integer where only the sum in binary made it none; six places, or six digits of what is below one."""
    if isinstance(value, int) or value.is_integer():
        return int(value)
    if abs(value) < 1:
        return float(f"{value:.6g}")
    near = round(value)
    return near if abs(value - near) < abs(value) * 1e-15 else round(value, 6)
