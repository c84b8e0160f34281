"""What a number counts across ``من``: ``عشرة من المارة`` (ten of the passers-by), ``ستة من أصل 12 صبيا``."""

from __future__ import annotations

from functools import cache

from riwaya.annotate.figures.lexemes import nouns
from riwaya.annotate.figures.places import Places
from riwaya.arabic.guards import guards
from riwaya.arabic.lemmas import lemma
from riwaya.arabic.letters import fold
from riwaya.arabic.numerals import Numeral
from riwaya.lexicon import table

_OF = "من"
_THEM = frozenset(map(fold, ("منهم", "منهن")))
_TOTAL = frozenset(map(fold, ("أصل", "بين", "مجموع")))
_TALLY_REACH = 6
_MORE_THAN_ONE = 2


class Partitive(Places):
    """The reader of numbers that are told to be so many out of others."""

    __slots__ = ()

    def partitive(self, last: int, numeral: Numeral) -> tuple[None, int, str] | None:
        """Return (None, index after, counted) of what ``من`` tells: people or things in the plural, or a whole."""
        if numeral.value < _MORE_THAN_ONE or isinstance(numeral.value, float):
            return None
        if self.key(last) in _THEM:
            return None, last, ""
        if self.key(last) != _OF:
            return None
        whole = self.opened.get(last + 2) if self.key(last + 1) in _TOTAL else None
        if whole is not None:
            return (None, last, self.words[whole.last].text) if self.counts_many(whole.last) else None
        if self.counts_many(last + 1) and self.is_plural_of(last + 1):
            return None, last + 2, self.words[last + 1].text
        return None

    def counts_many(self, at: int) -> bool:
        """Say whether a word names what numbers count, in any form: ``المتظاهرين``, ``أفراد``, ``المارة``."""
        token = self.words[at] if at < len(self.words) else None
        if token is None or token.kind != "word" or self.guard("time", at):
            return False
        return self.guard("collective", at) or fold(lemma(token.text)) in countable()

    def is_plural_of(self, at: int) -> bool:
        """Say whether a word is no singular: ``الجولة 5 من البطولة`` counts no championships."""
        key = self.key(at)
        bare = key.removeprefix("ال")
        return self.guard("collective", at) or bare not in countable()

    def tallied(self, at: int) -> bool:
        """Say whether a number before token ``at`` is that of a toll: ``عدد القتلى إلى 119``."""
        if self.key(at - 1) != "الي":
            return False
        return any(self.key(i) in guards("figureguards")["tally"] for i in range(max(0, at - _TALLY_REACH), at - 1))


@cache
def countable() -> frozenset[str]:
    """Return the folded singulars that numbers count: lexicon/countnouns.tsv and peoplecounted.tsv."""
    return nouns() | frozenset(fold(row["noun"]) for row in table("peoplecounted"))
