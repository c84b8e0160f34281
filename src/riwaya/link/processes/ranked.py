"""Numbered series in a sentence: ``الجولة الثالثة من الحوار الاستراتيجي``, ``القمة العربية الثامنة والعشرون``.

An instance is an ordinal beside a noun of sitting that a process follows, or beside a process that is itself counted.
Nothing else is one: the third round of a league, the second stage of a plan, the first summit of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from riwaya.arabic.clitics import segment
from riwaya.arabic.numerals import Numeral
from riwaya.link.processes.nouns import Form, nouns, openers, said
from riwaya.link.processes.numbering import Numbering, Ranks, Which
from riwaya.link.processes.series import MOST_NAME, Series, Words
from riwaya.link.terms import stem
from riwaya.model import Mention

SINCE = 5  # words behind an instance in which منذ stands


class Ranked(Struct, frozen=True, gc=False):
    """An instance where a report names it: words ``[first, last)``, its noun and number, and of which series.

    ``which`` is ``numbered``; ``next``, ``fresh`` or ``current`` where there is no number; ``counted`` where so many
    of them (``number``) are told together: ``الجولات الثلاث السابقة``. ``series`` is ``None`` where none is
    named.
    """

    first: int
    last: int
    noun: str
    which: Which
    number: int | None
    series: Series | None


def ranked(words: Words, mentions: Sequence[Mention]) -> list[Ranked]:
    """Return the instances of numbered series that a sentence names, in text order.

    ``الجولتين الأولى والثانية من المفاوضات`` (the first and second round of the talks) are two. Misses: numbers in
    another sentence than the noun; series whose noun or process the lexicon lacks.
    """
    if openers().isdisjoint(token.key for token in words):
        return []
    return _Sentence(words, mentions).all()


class _Sentence(Numbering):
    """One pass over a sentence that has a noun of the list."""

    def __init__(self, words: Words, mentions: Sequence[Mention]) -> None:
        super().__init__(words, mentions)
        self.lasts = {one.last: one for one in self.numerals.values() if one.ordinal}

    def all(self) -> list[Ranked]:
        found: list[Ranked] = []
        at, before = 0, None
        while at < len(self.words):
            here = list(self._at(at, before)) or list(self._elliptic(at, found))
            found += here
            form = nouns().get(self.words[at].key)
            nearer = form is not None and form.sort != "sitting" and form.definite
            before = self._named(at) if nearer else self._named(at) or before
            at = max([at + 1, *(one.last for one in here)])
        return found

    def _named(self, at: int) -> Series | None:
        """Return the process that a word heads, for ``جولته الأولى`` later in the sentence."""
        form = nouns().get(self.words[at].key)
        if form is None or form.sort in ("sitting", "conference"):
            return None
        found = self.process(at)
        return found[0] if found else None

    # ── an instance at its noun ─────────────────────────────────────────────────────────────────────────────────

    def _at(self, at: int, before: Series | None) -> Iterator[Ranked]:
        form = nouns().get(self.words[at].key)
        if form is None:
            return
        if form.sort == "sitting":
            yield from self._sitting(at, form, before)
        elif form.sort in ("summit", "conference"):
            yield from self._counted(at, form)

    def _sitting(self, at: int, form: Form, before: Series | None) -> Iterator[Ranked]:
        """``الجولة الثالثة من المفاوضات``: a noun of sitting, its numbers, and the process that they number."""
        series, end = self._construct(at + 1) if not form.definite else (None, at + 1)
        first, ranks, end = self._numbers(at, end, form)
        if series is None:
            series, end = self._following(end)
        if series is None and form.owned:
            series = before
        if not self._of_a_series(form, series, ranks, end):
            return
        if series is not None and series.bare and not series.parties and self._key(end) in said("parties"):
            series, end = self._between(series, end)
        if first < at and self._reporters_count(form, series, ranks, end):
            return
        for which, number in ranks:
            yield Ranked(first, end, form.noun, which, number, series)

    def _numbers(self, at: int, end: int, form: Form) -> tuple[int, Ranks, int]:
        """Return where an instance begins, its numbers (from before or behind its noun) and where they end."""
        ranks, end = self.ranks(end, form)
        earlier = self.lasts.get(at)
        if not ranks and earlier is not None and self._bare_rank(earlier):
            return earlier.first, [("numbered", int(earlier.value))], end
        if not ranks and form.number != "one":
            ranks, first = self.several(at, form)
            past = sum(1 for k in (1, 2) if self._key(at + k) in said("past") or at + k in self.numerals)
            return first, ranks, max(end, at + 1 + past)
        if not ranks and form.definite and form.number == "one" and not form.owned:
            ranks = [("current", None)]
        return at, ranks, end

    def _of_a_series(self, form: Form, series: Series | None, ranks: Ranks, end: int) -> bool:
        """Say whether a sitting with this process, or without any, can be one of a series: a summit has no rounds."""
        if series is None:
            bare = form.noun in ("اجتماع", "مرحلة") or ranks[:1] == [("current", None)]
            return not bare and not self._of_another(end)
        if form.noun == "اجتماع":
            return series.sort in ("talks", "assembly", "summit")
        return form.noun != "مرحلة" or series.sort in ("talks", "ballot")

    def _between(self, series: Series, start: int) -> tuple[Series, int]:
        """Return a bare process with its parties: ``القمة الثالثة بين الكوريتين``; a summit's tell it from others."""
        parties, end = self._parties(start)
        summit = series.sort == "summit" and parties
        name = f"{series.name} {self._text(start, end)}" if summit else series.name
        return Series(series.sort, name, parties if summit else series.qualities, parties), end

    def _reporters_count(self, form: Form, series: Series | None, ranks: Ranks, end: int) -> bool:
        """``ثاني اجتماع لمجلس الأمن هذا الأسبوع``, ``أول اجتماع تحت قيادة فلان``: it numbers no series."""
        if form.noun == "اجتماع" and series is not None and series.sort == "assembly" and ranks[0][1] != 1:
            return True
        return not said("since").isdisjoint(self._keys(end))

    def _text(self, start: int, end: int) -> str:
        return " ".join(token.text for token in self.words[start:end])

    def _keys(self, end: int) -> list[str]:
        return [token.key for token in self.words[end : end + SINCE]]

    def _of_another(self, at: int) -> bool:
        """``الجولة الثانية من الدوري``: it belongs to something that the lexicon doesn't have."""
        key = self._key(at)
        glued = at < len(self.words) and self.words[at].kind == "word" and segment(self.words[at].form).proclitics[:1]
        return key in said("of") or key.startswith("لل") or key == "ل" or glued == ("ل",)

    def _bare_rank(self, rank: Numeral) -> bool:
        """``ثالث جولة``: the ordinal without ال before its noun."""
        return not self.words[rank.first].key.removeprefix("و").removeprefix("ب").startswith("ال")

    def _elliptic(self, at: int, found: Sequence[Ranked]) -> Iterator[Ranked]:
        """``عقدت الجولة الأولى في يونيو، والثانية في أغسطس``: the noun is said once."""
        rank = self.numerals.get(at)
        before = next((one for one in reversed(found) if one.which == "numbered"), None)
        if rank is None or not rank.ordinal or before is None or self.words[at].key[:1] != "و":
            return
        after = self._key(rank.last)
        if after in said("hold") or after in ("في", "بتاريخ"):
            yield Ranked(at, rank.last, before.noun, "numbered", int(rank.value), before.series)

    def _counted(self, at: int, form: Form) -> Iterator[Ranked]:
        """``القمة العربية الثامنة والعشرون``, ``المؤتمر الدولي الثاني لدعم …``: the process is numbered itself."""
        if form.number != "one" or form.owned:
            return
        found = self.process(at)
        if found is None:
            return
        last = self.words[found[1] - 1]
        if not form.definite and last.key.startswith("ال") and last.start not in self.mentions:
            return  # قمة المجموعة الثانية: it is the group that is the second
        rank = self.rank(found[1])
        if rank is None or self._key(rank[1]) in said("kindless") | said("of"):
            return
        series, (number, end) = found[0], rank
        if not series.qualities:
            parties, after = self._parties(end)
            if not parties or number < 2:
                return
            series, end = Series(series.sort, f"{series.name} {self._text(end, after)}", parties, parties), after
        elif form.sort == "conference" and (after := self._matter(end)) > end:
            stems = tuple(stem(token.key) for token in self.words[end:after])
            name = f"{series.name} {self._text(end, after)}"
            series, end = Series(series.sort, name, (*series.qualities, *stems), series.parties), after
        yield Ranked(at, end, form.noun, "numbered", number, series)

    def _matter(self, at: int) -> int:
        """Return where the matter of a conference ends: ``[المؤتمر الدولي الثاني] لدعم لبنان``."""
        if self._key(at)[:1] != "ل" or len(self._key(at)) < 4:
            return at
        end = at + 1
        while end < len(self.words) and end - at < MOST_NAME and not self._ends(end):
            key = self._key(end)
            if self.words[end].form.endswith(("ه", "ها")) and not key.startswith("ال"):
                break  # فعالياته: what the conference does, not what it is on
            if len(key) < 3 or key in said("beyond"):
                break
            end += 1
            mention = self.mentions.get(self.words[end - 1].start)
            if mention is not None:
                return self._behind(mention.end, end - 1)
        return end if end - at > 1 or self._key(at).startswith("لل") else at

    # ── the process ─────────────────────────────────────────────────────────────────────────────────────────────

    def _construct(self, at: int) -> tuple[Series | None, int]:
        """``جولة المفاوضات [الثالثة]``: the process stands between the noun and its number."""
        form = nouns().get(self._key(at))
        if form is None or form.sort in ("sitting", "assembly") or form.bound:
            return None, at
        if form.sort == "trial" and not form.definite:
            return None, at  # جلسة محاكمة ثالثة: it is the trial that is the third
        found = self.process(at)
        return found if found else (None, at)

    def _following(self, at: int) -> tuple[Series | None, int]:
        """``من الحوار الاستراتيجي``, ``للقمة العربية``, ``لمجلس حقوق الإنسان``: the process behind an instance."""
        start = at + 2 * (self._key(at) == "علي" and self._key(at + 1) in ("الاقل", "الاكثر"))
        while (
            start < len(self.words) and start - at < 4 and self._key(start).startswith("ال") and not self._ends(start)
        ):
            start += 1  # الجولة الثالثة الحاسمة من
        key = self._key(start)
        form = nouns().get(key)
        if key in said("of"):
            start += 1
            start += self._key(start) in said("works") or self._key(start) in ("هذه", "هذا", "تلك", '"', "«", "“")
            form = nouns().get(self._key(start))
        elif form is None or not form.bound:
            return None, at
        if form is None or form.sort == "sitting" or form.number == "two":
            return None, at
        found = self.process(start)
        return found if found else (None, at)
