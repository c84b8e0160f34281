"""How the instances of a series are numbered beside their noun: ``الثالثة``, ``الـ29``, ``الثلاث السابقة``."""

from __future__ import annotations

from typing import Literal

from riwaya.link.processes.nouns import Form, said
from riwaya.link.processes.series import Naming

Which = Literal["numbered", "next", "fresh", "current", "counted"]
Ranks = list[tuple[Which, int | None]]


class Numbering(Naming):
    """The numbers of a sentence by the noun that they number."""

    def ranks(self, at: int, form: Form) -> tuple[Ranks, int]:
        """Return the numbers right behind a noun, or what stands for one, and where they end."""
        at += self._key(at) in said("yearly")
        found: Ranks = []
        while (rank := self.rank(at)) is not None and (not found or self._key(at)[:1] == "و"):
            found.append(("numbered", rank[0]))
            at = rank[1]
            if self._key(at) in ("والاخيره", "الاخيره", "والاخير", "الاخير"):
                at += 1
        if found or form.number != "one":
            return found, at
        key = self._key(at)
        kinds: tuple[tuple[Which, str], ...] = (("next", "next"), ("fresh", "fresh"), ("current", "current"))
        for which, kind in kinds:
            if key in said(kind):
                return [(which, None)], at + 1
        return [], at

    def rank(self, at: int) -> tuple[int, int] | None:
        """Return an ordinal at ``at``, in words or as ``الـ29``, and where it ends."""
        one = self.numerals.get(at)
        if one is not None and one.ordinal:
            return int(one.value), one.last
        opened = self._key(at) in ("ال", "(", "رقم")
        figure = self.numerals.get(at + 1) if opened else None
        if figure is None or self.words[at + 1].kind != "number" or not 0 < figure.value < 500:
            return None
        closed = self._key(figure.last) == ")"
        return int(figure.value), figure.last + closed

    def several(self, at: int, form: Form) -> tuple[Ranks, int]:
        """``ثلاث جولات``, ``الجولات الثلاث السابقة``, ``الجولتين السابقتين``: how many there have been."""
        if form.number == "two":
            past = self._key(at + 1) in said("past")
            return ([("counted", 2)], at) if past else ([], at)
        before = next((one for one in self.numerals.values() if one.last == at and not one.ordinal), None)
        after = self.numerals.get(at + 1)
        one = before or (after if after is not None and not after.ordinal else None)
        if one is None or one.value > 100 or one.value != int(one.value):
            return [], at
        return [("counted", int(one.value))], min(at, one.first)
