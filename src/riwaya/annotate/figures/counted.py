"""Numerals that count something: which they are, what they count, and how far: ``نحو 3500 جندي``."""

from __future__ import annotations

from riwaya.annotate.figures.lexemes import nouns
from riwaya.annotate.figures.partitive import Partitive
from riwaya.annotate.times.beside import beside, exactly
from riwaya.arabic.clitics import segment
from riwaya.arabic.guards import guards
from riwaya.arabic.lemmas import lemma
from riwaya.arabic.letters import fold
from riwaya.arabic.numerals import Numeral
from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings
from riwaya.model import Figure, Relation

_BY = "figures/count@1"
_PERCENT = frozenset(("%", "٪"))
_PER = frozenset(map(fold, ("المئة", "المائة", "المية", "المئه", "بالمئة", "بالمائة", "بالمية", "المائه")))
_IN = frozenset(map(fold, ("في", "فى", "ب")))
_ONE = frozenset(map(fold, ("واحد", "واحدة")))
_DEFINITE = ("ال", "وال", "بال", "فال", "كال", "لل")
_VERBAL = ("ف", "ي", "لي", "لت", "سي", "ست")
"""How words open that end as an adjective does and are verbs: ``ليرتقي``."""
_OPEN = frozenset(map(fold, ("أكثر", "أقل", "نحو", "حوالي")))
"""What leaves a number open after ``أو``: ``3 أشخاص أو أكثر``."""
_REACH = 8
_LARGE = 1_000_000
"""A number from here on counts something even where no noun tells what: ``470 مليونا``."""
_PRAISED = frozenset(map(fold, ("أثنى", "وأثنى")))
"""He praised: written as two (اثني) is when no teen follows."""


class Counted(Partitive):
    """The reader of numerals with what they count."""

    __slots__ = ()

    def counted(self, at: int, numeral: Numeral) -> tuple[Figure | None, int]:
        """Return the figure of a numeral and the index of a second one that it has taken in."""
        if numeral.ordinal or self.is_taken(numeral.start, numeral.end):
            return None, -1
        special = self.single(numeral) or self.moved(at, numeral)
        if special is not None or self.names(numeral):
            return special, -1
        value, upper, last, skip = self.span(at, numeral)
        noun = self.bracketed(numeral) or self.noun(last, numeral)
        if noun is None:
            return None, skip
        first, end, counted = noun
        before = self.before(numeral.first if first is None else first)
        start = numeral.start if first is None else self.words[first].start
        relation: Relation = "between" if upper is not None else "exactly"
        if before is not None:
            start, relation = before[0], before[1] if upper is None else relation
        after = self.after(end)
        if after is not None and upper is None:
            end, relation = after
        stop = max(numeral.end, self.words[end - 1].end)
        return Figure(
            start=start, end=stop, number=value, relation=relation, counted=counted, upper=upper, by=_BY
        ), skip

    def single(self, numeral: Numeral) -> Figure | None:
        """Return the figure of ``شخص واحد على الأقل``: one after its noun, where something counts it."""
        at = numeral.first - 1
        if self.key(numeral.first) not in _ONE or numeral.last - numeral.first > 1 or not self.counts_one(at):
            return None
        before, after = self.before(at), self.after(numeral.last)
        if before is None and after is None and not any(self.guard("countcue", i) for i in range(at - 3, at)):
            return None
        start, relation = before if before is not None else (self.words[at].start, "exactly")
        end, relation = after if after is not None else (numeral.last, relation)
        stop = self.words[end - 1].end
        return Figure(start=start, end=stop, number=1, relation=relation, counted=self.words[at].text, by=_BY)

    def counts_one(self, at: int) -> bool:
        """Say whether ``واحد`` after that word counts it: a listed noun, no unit of time, no set phrase."""
        return self.key(at) in nouns() and not self.guard("time", at) and not self.guard("notone", at)

    def moved(self, at: int, numeral: Numeral) -> Figure | None:
        """Return the first figure of ``ارتفع من 24 إلى 50%``: a change goes from one to the other, it is no range."""
        following = self.numerals[at + 1] if at + 1 < len(self.numerals) else None
        if following is None or following.first - numeral.last != 1 or self.key(numeral.last) != "الي":
            return None
        verb = any(self.guard("change", i) for i in range(max(0, numeral.first - _REACH), numeral.first))
        if not verb or self.key(numeral.first - 1) != "من":
            return None
        noun = self.noun(following.last, following)
        if noun is None:
            return None
        return Figure(
            start=numeral.start, end=numeral.end, number=numeral.value, relation="exactly", counted=noun[2], by=_BY
        )

    def bracketed(self, numeral: Numeral) -> tuple[int | None, int, str] | None:
        """Return what a number in brackets counts: ``(117416) مسافرا``."""
        if self.key(numeral.first - 1) != "(" or self.key(numeral.last) != ")":
            return None
        at = numeral.last + 1
        if self.guard("ordinalbefore", numeral.first - 2) or self.guard("time", at) or not self.is_noun(at):
            return None
        return None, at + 1, self.words[at].text

    def names(self, numeral: Numeral) -> bool:
        """Say whether the number counts nothing: ``المادة 5``, ``3-1``, part of a code or web address."""
        before = self.words[numeral.first - 1] if numeral.first else None
        after = self.words[numeral.last] if numeral.last < len(self.words) else None
        if self.guard("ordinalbefore", numeral.first - 1) and before is not None and before.kind == "word":
            return True
        if before is not None and before.kind == "latin" and numeral.start - before.end <= 1:
            return True
        alone = numeral.last - numeral.first == 1 and self.words[numeral.first].kind == "word"
        if alone and (numeral.value == 1 or self.key(numeral.first) in _PRAISED):
            return True
        if alone and self.key(numeral.first) in ("الف", "والف") and self.key(numeral.last).startswith("ال"):
            return True  # ألف الأستاذ: he wrote
        glued = after is not None and after.start == numeral.end and after.text in "-/:_–"
        preceded = before is not None and before.end == numeral.start and before.text in "-/:_–#+"
        return (glued and not self.ranged(numeral.last)) or preceded

    def ranged(self, at: int) -> bool:
        """Say whether a second number follows the sign at that place: ``3-5``."""
        second = self.opened.get(at + 1)
        return second is not None and not second.ordinal

    def span(self, at: int, numeral: Numeral) -> tuple[int | float, int | float | None, int, int]:
        """Return (number, upper, index after, index of the second numeral) of ``بين 3 و5``, ``10-15``."""
        following = self.numerals[at + 1] if at + 1 < len(self.numerals) else None
        if following is None or following.ordinal or following.value <= numeral.value:
            return numeral.value, None, numeral.last, -1
        gap = following.first - numeral.last
        sign = self.key(numeral.last) if gap == 1 else ""
        opener = self.key(numeral.first - 1)
        joined = gap == 0 and self.words[following.first].key.startswith("و") and opener in ("بين", "وبين")
        if joined or (gap == 1 and ((sign == "و" and opener in ("بين", "وبين")) or sign in ("الي", "-", "–"))):
            return numeral.value, following.value, following.last, at + 1
        return numeral.value, None, numeral.last, -1

    def noun(self, last: int, numeral: Numeral) -> tuple[int | None, int, str] | None:
        """Return (first word if it stands before the number, index after, counted) or None where nothing is counted."""
        key = self.key(last)
        if key in _PERCENT or key in _PER or (key in _IN and self.key(last + 1) in _PER):
            end = last + 2 if key in _IN else last + 1
            return None, end, self.text[self.words[last].start : self.words[end - 1].end]
        if self.guard("time", last) or numeral.value == 0 or (key == "" and numeral.value < 3):
            return None
        if self.may_be_year(numeral) and not self.is_countable(last):
            return None
        if self.words[numeral.first].key.startswith("ال") and self.guard("time", numeral.first - 1):
            return None
        definite = self.noun_before(numeral)
        if definite is not None:
            return None if self.guard("party", numeral.first - 1) else definite
        some = self.partitive(last, numeral)
        if some is not None:
            return some
        token = self.words[last] if last < len(self.words) else None
        if token is None or token.kind != "word" or token.key in guards("figureguards")["stop"] or len(token.key) < 2:
            return self.alone(last, numeral)
        if token.key.endswith("وا") and len(token.key) > 4 and self.words[numeral.first - 1].key != "ال":
            return None, last, ""  # 55 صوتوا: people
        joined = token.key[:1] == "و" and not self.is_noun(last) and lemma(token.text)[:1] != "و"
        if (
            joined
            or self.led(token)
            or (token.key.startswith(_DEFINITE) and self.words[numeral.first].kind == "number")
        ):
            return self.alone(last, numeral)
        end = last + 1 + self.adjective(last)
        return None, end, self.text[token.start : self.words[self.other(end) - 1].end]

    def led(self, token: Token) -> bool:
        """Say whether a word has what no counted noun has, an article, a preposition, a pronoun, or is a verb.

        ``500`` بجروح, ``16`` لدوري, ``2.1 مليون`` سجلته, ``16`` ستبدأ.
        """
        if token.key in nouns():
            return False
        cut = segment(token.form)
        tanwin = token.key.endswith("ا") and not token.key.endswith("يا")
        if "ال" in cut.proclitics or (cut.proclitics[:1] in (("ب",), ("ل",)) and not tanwin):
            return True  # but بلدا
        verb = token.key.startswith(("ست", "سي")) and bool(readings(token.key))
        return verb or (cut.enclitic != "" and not tanwin)  # but مدانا

    def other(self, end: int) -> int:
        """Return the index after a second noun that is counted with the first: ``هجوما صاروخيا أو بطائرات مسيرة``."""
        second = end + 1
        if self.key(end) != "او" or second >= len(self.words) or second in self.opened:
            return end
        if not self.counts_many(second) or self.guard("money", end - 1) or self.after(end) or self.key(second) in _OPEN:
            return end
        after = self.key(second + 1)
        feminine = self.words[second].key.endswith("ات") and after.endswith("ه") and not after.startswith(_DEFINITE)
        return second + 1 + (self.adjective(second) or int(feminine and not self.guard("stop", second + 1)))

    def may_be_year(self, numeral: Numeral) -> bool:
        """Say whether four bare digits look like a year: those of names are no times (``كأس العالم 2018 بروسيا``)."""
        token = self.words[numeral.first]
        alone = numeral.last - numeral.first == 1 and token.form.isdigit() and len(token.form) == 4
        return alone and 1900 <= numeral.value <= 2100

    def is_noun(self, at: int) -> bool:
        """Say whether a word is one that numbers count, as it stands: a listed one, or one with the mark of tanwin."""
        token = self.words[at] if at < len(self.words) else None
        if token is None or token.kind != "word":
            return False
        return token.key in nouns() or exactly("count", token) or token.text.endswith(("ًا", "اً"))

    def is_countable(self, at: int) -> bool:
        """Say whether a word is one that numbers count, also by its form: a long one that ends in ا."""
        token = self.words[at] if at < len(self.words) else None
        if token is None or token.kind != "word":
            return False
        return token.key in nouns() or beside("count", token) or (token.key.endswith("ا") and len(token.key) > 4)

    def noun_before(self, numeral: Numeral) -> tuple[int, int, str] | None:
        """``الجولات الثلاث السابقة``: a definite number follows its noun."""
        number, before = self.words[numeral.first], self.words[numeral.first - 1] if numeral.first else None
        if number.kind != "word" or not number.key.startswith("ال") or before is None:
            return None
        noun = before.key.lstrip("وبف") if not before.key.startswith("لل") else "ال" + before.key[2:]
        if not noun.startswith("ال") or self.guard("time", numeral.first - 1) or noun in guards("figureguards")["time"]:
            return None
        first = numeral.first - 1
        ahead = self.key(first - 1)
        if (
            before.text.endswith(("ية", "ي"))
            and ahead.startswith("ال")
            and ahead != "الي"
            and not self.guard("time", first - 1)
        ):
            first -= 1  # القوى السياسية الأربع: an adjective between
        return first, numeral.last, self.text[self.words[first].start : before.end]

    def alone(self, last: int, numeral: Numeral) -> tuple[None, int, str] | None:
        """A number without a noun counts after ``مقتل``, ``بينهم`` or ``القتلى إلى``, or with a large scale word."""
        years = isinstance(numeral.value, int) and 1900 <= numeral.value <= 2100
        at = self.opening(numeral.first)
        cued = self.guard("countcue", at - 1) and (at < numeral.first or self.key(at - 1) != "الي")
        cued = cued or self.tallied(at) or (numeral.value >= _LARGE and self.key(numeral.first - 1) != "الي")
        return (None, last, "") if cued and not years else None

    def opening(self, first: int) -> int:
        """Return the index of the word that opens what is told of a number: ``أكثر`` of ``أكثر من 20``."""
        before = self.before(first)
        if before is None:
            return first
        return next(i for i in range(first, -1, -1) if self.words[i].start <= before[0])

    def adjective(self, at: int) -> int:
        """Return 1 if the next word is an adjective of the noun: both with tanwin, both nisba or both indefinite ة."""
        noun, after = self.words[at].key, self.key(at + 1)
        known = after in guards("figureguards")["stop"] or self.guard("notadjective", at + 1)
        if not after or after.startswith("ال") or known or len(after) < 4:
            return 0
        if noun.endswith("ا") and after.endswith("يا"):
            return 1
        if after.endswith("ي") and not after.startswith(_VERBAL) and (noun[-1:] not in "هيا" or noun in nouns()):
            return 1
        return int(after.endswith("يه") and (noun.endswith("ه") or self.is_plural(noun)))

    def is_plural(self, noun: str) -> bool:
        """Say whether a noun has the form of a plural: ``طائرات``, ``صواريخ``."""
        return noun.endswith("ات") or (len(noun) >= 5 and noun[2:4] in ("ا", "او"))
