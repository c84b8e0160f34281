"""Ordinals: ``الثالث``, ``الحادي عشر``, ``الثالث والعشرون``, ``المئة والخامسة``."""

from __future__ import annotations

from riwaya.arabic.cardinals import Cardinals
from riwaya.arabic.number_words import Word, ranked
from riwaya.arabic.numeral_places import Numeral


class Ordinals(Cardinals):
    """The reader of ordinals."""

    __slots__ = ()

    def ordinal(self, at: int) -> Numeral | None:
        word = self.kind(at, "ordinal", "ordinal-eleven")
        if word is None:
            return self.ordinal_one(at)
        if self.guard("teen", at + 1) and word.value != 10:
            return self.after_hundreds(at, at + 2, word.value + 10)
        where, apart = self.joined(at + 1)
        ten = self.kind(where, "ten") if where >= 0 and word.value < 10 else None
        if ten is not None and ten.prefix == (0 if apart else 1) and ten.definite == word.definite:
            return self.after_hundreds(at, where + 1, word.value + ten.value)
        if word.kind == "ordinal-eleven" or self.is_no_rank(at, word):
            return None
        return self.after_hundreds(at, at + 1, word.value)

    def ordinal_one(self, at: int) -> Numeral | None:
        """``الواحد والعشرون`` and ``المئة والخامسة والعشرون`` rank."""
        word = self.kind(at, "one", "hundred", "scale")
        if word is None or not word.definite:
            return None
        if word.kind != "one":
            return self.ordinal_after_hundred(at, word)
        where, apart = self.joined(at + 1)
        ten = self.kind(where, "ten") if where >= 0 else None
        if ten is None or not ten.definite or ten.prefix != (0 if apart else 1):
            return None
        if self.plain(where + 1, "scale", "scales", "scale-a") is None:
            return self.after_hundreds(at, where + 1, 1 + ten.value)
        whole = self.total(at) if self.key(at - 1) in ranked() else None
        return None if whole is None else self.numeral(at, whole[1], whole[0], ordinal=True)

    def after_hundreds(self, at: int, last: int, value: float) -> Numeral:
        """Rank, with the hundreds that Arabic may name last: ``الخامس [بعد المئة]`` the 105th."""
        high = self.kind(last + 1, "hundred", "scale") if self.key(last) == "بعد" else None
        if high is None or not high.definite or high.value > 1000:
            return self.numeral(at, last, value, ordinal=True)
        return self.numeral(at, last + 2, value + high.value, ordinal=True)

    def ordinal_after_hundred(self, at: int, word: Word) -> Numeral | None:
        where, apart = self.joined(at + 1)
        rest = self.kind(where, "ordinal", "ordinal-eleven") if where >= 0 and self.key(at - 1) != "في" else None
        if rest is None or rest.prefix != (0 if apart else 1):
            return None
        low = self.ordinal(where)
        return (
            None
            if low is None or low.value >= 100
            else self.numeral(at, low.last, word.value + low.value, ordinal=True)
        )

    def is_no_rank(self, at: int, word: Word) -> bool:
        before, after = self.key(at - 1), self.key(at + 1)
        if (
            before in self.guards["namedmonth"]
            or (after in ("الي", "قبل") and self.key(at + 2) in self.guards["last"])
            or before.lstrip("وبل") in self.guards["namedmonth"]
            or before in self.guards["yesterday"]
            or after in self.guards["yesterday"]
        ):
            return True
        if word.value == 1 and after == "من" and self.key(at + 2) in self.guards["yesterday"]:
            return True
        if word.gender == "f" and not word.definite:
            return not before.endswith("ه") or self.tokens[at - 1].kind != "word"
        return False
