"""Who bears which title: a title and the name beside it.

Before the name: ``وزير الخارجية السلواني سليم القاطعي``; with a comma or quotation marks between; behind it:
``سليم القاطعي، وزير خارجية سلوان``. A title with no name beside it is *bare*; ``people`` finds out whom it means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from riwaya.annotate.names.appositions import Appositions, Named, named
from riwaya.annotate.names.nameparts import LINKS, is_quote
from riwaya.annotate.names.predicates import Predicates
from riwaya.annotate.names.titles import Bound, Title, TitleParser
from riwaya.annotate.names.titlewords import RANKS, Head, TitleWords
from riwaya.arabic.tokens import Token

_JOINING = frozenset(
    ("عضو", "كاتب", "مؤسس", "باحث", "خبير", "أستاذ", "محلل", "نائب", "نجم", "مخرج", "ممثل", "مؤلف", "شاعر")
)


class Bearers:
    """Binds the titles of a sentence to its names."""

    def __init__(self, words: TitleWords) -> None:
        self._words = words
        self._parse = TitleParser(words)
        self._beside = Appositions(words)
        self._became = Predicates(words)

    def __call__(
        self, tokens: Sequence[Token], names: Sequence[tuple[int, int]], bodies: dict[int, int]
    ) -> list[Bound]:
        """Return every title of the sentence, bound or bare, in order; ``names`` are token ranges, in order."""
        starts, row = dict(names), named(tokens, names)
        inside = {at for first, last in names for at in range(first, last)}
        out: list[Bound] = []
        at = 0
        while at < len(tokens):
            if (
                at in inside
                or (head := self._words.head(tokens, at)) is None
                or self._adjective(tokens, at, head, starts)
            ):
                at += 1
                continue
            run = self._parse(tokens, at, starts, bodies)
            if not run or self._common(tokens, run):
                at += 1
                continue
            out += self._of(row, run, out)
            at = max(at + head.words, run[-1].last)
        return out

    def _of(self, row: Named, run: list[Title], done: list[Bound]) -> list[Bound]:
        """Return a run of titles with whom they belong to, if a name beside them tells."""
        after = self._beside.after(row, run)
        if after is not None and (prince := self._beside.between(row, run, done)) is not None:
            return [Bound(run[0], prince), *self._bind(row.tokens, run[1:], after, None, row.names)]
        if after is not None and (divided := self._beside.divided(row, run, after, done)) is not None:
            owner, size = divided
            earlier = self._bind(row.tokens, run[:size], None, owner, row.names)
            return [*earlier, *(self._bind(row.tokens, run[size:], after, None, row.names) if size < len(run) else [])]
        if after is None:
            after = self._beside.copula(row, run)
        before = None
        if after is None or self._beside.commas(row.tokens, run):
            before = self._beside.before(row, run, done)
        if after is not None and before is not None and self._beside.announced(row, before, done):
            before = None
        if after is None and before is None:
            before = self._became(row, run)
        return self._bind(row.tokens, run, after if before is None else None, before, row.names)

    def _common(self, tokens: Sequence[Token], run: list[Title]) -> bool:
        """Return whether the title is a common noun with a preposition: حكم بالإعدام, في مقدمة الحضور."""
        title = run[0]
        if title.head.lemma == "مقدم" and title.first and tokens[title.first - 1].key in ("في", "وفي"):
            return True
        weak = len(run) == 1 and title.head.weak and not title.head.definite
        opening = title.core == title.first + title.head.words < title.last
        return weak and opening and tokens[title.core].key.startswith("ب")

    def _adjective(self, tokens: Sequence[Token], at: int, head: Head, names: dict[int, int]) -> bool:
        """Return whether a title word is an adjective of the thing before it: مجلس الشؤون [الاقتصادية]."""
        before = tokens[at - 1] if at else None
        if before is None or not head.adjective or not head.definite or before.kind != "word":
            return False
        thing = before.key.startswith(("ال", "لل", "بال", "وال")) and self._words.head(tokens, at - 1) is None
        return thing and (head.gender == "f" or at + head.words not in names)

    def starts(self, tokens: Sequence[Token]) -> Iterator[int]:
        """Yield where an office begins that may stand behind a name: نائب رئيس اللجنة."""
        for at in range(2, len(tokens)):
            head = self._words.head(tokens, at)
            if head and head.role and not head.weak and not head.skip and head.kind not in RANKS and not head.definite:
                yield at

    def ends(
        self, tokens: Sequence[Token], names: dict[int, int], bodies: dict[int, int]
    ) -> Iterator[tuple[int, bool]]:
        """Yield where each run of titles ends and a name may begin; True behind a whole office."""
        inside = {at for first, last in names.items() for at in range(first, last)}
        at = 0
        while at < len(tokens):
            run = [] if at in inside else self._parse(tokens, at, names, bodies)
            run = [] if run and run[-1].head.weak and not run[-1].head.definite else run
            end = run[-1].last if run else at + 1
            if run and end < len(tokens) and end not in names and tokens[end].kind == "word":
                head = run[-1].head
                office = head.role and not head.possessed and head.number == "singular" and end - run[-1].first > 1
                yield end - (tokens[end].key in LINKS and end - 1 > run[-1].first), office
            elif run and end + 1 < len(tokens) and (is_quote(tokens[end]) or tokens[end].text == "،"):
                yield end + 1, False
            at = max(end, at + 1)

    def _two(self, tokens: Sequence[Token], names: Sequence[tuple[int, int]], index: int, title: Title) -> bool:
        """Return whether و joins a name and the next, so that a dual title is theirs: وزيرا الخارجية [فلان وفلان].

        With its ن and without ال it is a plural of what they are like: لاعبين مثل فلان وفلان.
        """
        several = tokens[title.first].key.endswith("ن") and not title.head.definite
        if index + 1 >= len(names) or several:
            return False
        last, first = names[index][1], names[index + 1][0]
        return first - last <= 1 and last < len(tokens) and tokens[last].key.startswith("و")

    def _shared(self, tokens: Sequence[Token], title: Title) -> Title:
        """Return a dual title without the nationality of the first of the two: وزيرا الخارجية [المصري]."""
        at = title.last - 1
        one = tokens[at].key in self._words.gazetteer.nationalities and not tokens[at].key.endswith(("ان", "ين"))
        return replace(title, last=at, core=min(title.core, at)) if one and at > title.first else title

    def _divided(self, tokens: Sequence[Token], title: Title) -> tuple[Title, Title]:
        """Return what a dual title says of each of the two: وزيرا خارجية [فرنسا] [وإيطاليا] فلان وفلان."""
        inside = range(title.first + title.head.words + 1, title.last)
        cut = next((at for at in inside if tokens[at].key.startswith("و") and len(tokens[at].key) > 3), None)
        if cut is None:
            return title, title
        places, begin = self._words.gazetteer.places, title.first + title.head.words
        phrases = ((at, " ".join(token.key for token in tokens[at:cut])) for at in range(begin, cut - 1))
        first = next((at for at, phrase in phrases if phrase in places), cut - 1)  # [الولايات المتحدة] وإيطاليا
        return replace(title, last=cut, core=min(title.core, cut)), replace(title, others=(first, cut))

    def _bind(
        self,
        tokens: Sequence[Token],
        run: list[Title],
        after: int | None,
        before: int | None,
        names: Sequence[tuple[int, int]] | None = None,
    ) -> list[Bound]:
        """Return the run's titles bound to the name; those joined by و to another's title stay bare."""
        index = after if after is not None else before
        if index is None:
            return [Bound(title, None) for title in run]
        if (
            after is not None
            and run[-1].head.number == "dual"
            and names is not None
            and self._two(tokens, names, after, run[-1])
        ):
            one, other = self._divided(tokens, self._shared(tokens, run[-1]))
            return [*(Bound(title, None) for title in run[:-1]), Bound(one, after), Bound(other, after + 1)]
        if any(title.head.number != "singular" for title in run):
            return [
                Bound(title, index if title.head.number == "singular" and title is run[-1] else None) for title in run
            ]
        out: list[Bound] = []
        bound = True
        for title in reversed(run if before is None else run[::-1]):
            out.append(Bound(title, index if bound else None))
            if before is None and title.head.joined and title is not run[0]:
                earlier = run[run.index(title) - 1].head
                bound = bound and earlier.lemma in _JOINING
        return out if before is not None else out[::-1]
