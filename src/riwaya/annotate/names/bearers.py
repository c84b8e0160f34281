"""Who bears which title: a title and the name beside it.

Before the name: ``وزير الخارجية السلواني سليم القاطعي``; with a comma or quotation marks between; behind it:
``سليم القاطعي، وزير خارجية سلوان``. A title with no name beside it is *bare*; ``people`` finds out whom it means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.annotate.names.nameparts import LINKS, is_quote
from riwaya.annotate.names.titles import Title, TitleParser
from riwaya.annotate.names.titlewords import RANKS, Head, TitleWords
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

_WHO_IS = frozenset(map(fold, ("وهو", "وهي", "هو", "هي", "حاليا", "أيضا")))
_GAPS = frozenset("،,-–:(")
_JOINING = frozenset(
    ("عضو", "كاتب", "مؤسس", "باحث", "خبير", "أستاذ", "محلل", "نائب", "نجم", "مخرج", "ممثل", "مؤلف", "شاعر")
)
_AFTER_WAW = "ايولرن"
"""What follows the و that a name itself begins with: ويليام, والتر, وولف."""
_ABBREVIATED = frozenset(("د", "ا", "م"))
"""دكتور, أستاذ and مهندس, with a point."""
_ENDS = frozenset("،,)-–.؛:!؟")


class Bound(Struct, frozen=True):
    """A title (tokens of the sentence) and the index of the name that bears it, None for a bare one."""

    title: Title
    name: int | None


class Bearers:
    """Binds the titles of a sentence to its names."""

    def __init__(self, words: TitleWords) -> None:
        self._words = words
        self._parse = TitleParser(words)

    def __call__(
        self, tokens: Sequence[Token], names: Sequence[tuple[int, int]], bodies: dict[int, int]
    ) -> list[Bound]:
        """Return every title of the sentence, bound or bare, in order; ``names`` are token ranges, in order."""
        starts = dict(names)
        inside = {at for first, last in names for at in range(first, last)}
        number = {first: index for index, (first, _) in enumerate(names)}
        ends = {last: index for index, (_, last) in enumerate(names)}
        out: list[Bound] = []
        at = 0
        while at < len(tokens):
            if at in inside or (head := self._words.head(tokens, at)) is None or self._adjective(tokens, at, head):
                at += 1
                continue
            run = self._parse(tokens, at, starts, bodies)
            if not run or self._common(tokens, run):
                at += 1
                continue
            after = self._name_after(tokens, run, number, names)
            if after is None:
                after = self._copula(tokens, run, number, names)
            before = (
                self._name_before(tokens, run, ends, names, out) if after is None or self._commas(tokens, at) else None
            )
            if after is not None and before is not None and self._announced(tokens, before, names, out):
                before = None
            out += self._bind(tokens, run, after if before is None else None, before, names)
            at = max(at + head.words, run[-1].last)
        return out

    def _common(self, tokens: Sequence[Token], run: list[Title]) -> bool:
        """Return whether the title is a common noun with a preposition: حكم بالإعدام is no referee."""
        title = run[0]
        weak = len(run) == 1 and title.head.weak and not title.head.definite
        return weak and title.core < title.last and tokens[title.core].key.startswith("ب")

    def _adjective(self, tokens: Sequence[Token], at: int, head: Head) -> bool:
        """Return whether a title word is an adjective of the thing before it: مجلس الشؤون [الاقتصادية]."""
        before = tokens[at - 1] if at else None
        if before is None or not head.adjective or not head.definite or before.kind != "word":
            return False
        thing = before.key.startswith(("ال", "لل", "بال", "وال")) and self._words.head(tokens, at - 1) is None
        return thing and head.gender == "f"

    def _copula(
        self, tokens: Sequence[Token], run: list[Title], number: dict[int, int], names: Sequence[tuple[int, int]]
    ) -> int | None:
        """Return the name that a pronoun says an office is: الرئيس المقبل للبلاد هو [نزار الحمداوي]."""
        title, gap = run[-1], run[-1].last
        if gap + 1 not in number or tokens[gap].key not in ("هو", "هي") or not title.head.role:
            return None
        index = number[gap + 1]
        first, last = names[index]
        return index if title.head.number == "singular" and title.last - title.first > 1 and last - first > 1 else None

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

    def _announced(
        self, tokens: Sequence[Token], index: int, names: Sequence[tuple[int, int]], done: list[Bound]
    ) -> bool:
        """Return whether a title and a comma stand before a name: السناتور، جون ماكين، [الرئيس، دونالد ترامب]."""
        first = names[index][0]
        marked = first > 0 and tokens[first - 1].text in "،,"
        return marked and any(bound.name == index and bound.title.last == first - 1 for bound in done)

    def _commas(self, tokens: Sequence[Token], at: int) -> bool:
        return at > 0 and tokens[at - 1].text in "،," and not self._words.head(tokens, at).skip  # type: ignore[union-attr]

    def _name_after(
        self, tokens: Sequence[Token], run: list[Title], number: dict[int, int], names: Sequence[tuple[int, int]]
    ) -> int | None:
        """Return the name that follows the titles, a mark between them allowed."""
        here = run[-1].last
        if here in number:
            return None if self._glued(tokens[here].key) else number[here]
        gap = here
        while gap < len(tokens) and gap - here < 2 and (is_quote(tokens[gap]) or tokens[gap].text in _GAPS):
            gap += 1
        while (
            gap + 1 < len(tokens) and tokens[gap].key in _ABBREVIATED and tokens[gap + 1].text == "." and gap - here < 6
        ):
            gap += 2  # العميد د. خالد
        if gap > here + 1 and gap in number and tokens[gap - 2].key in _ABBREVIATED:
            return number[gap]
        if gap == here or gap not in number:
            return None
        if all(is_quote(token) for token in tokens[here:gap]):
            return number[gap]
        index = number[gap]
        first, last = names[index]
        closed = last >= len(tokens) or tokens[last].text in _ENDS or is_quote(tokens[last])
        long_title = run[-1].last - run[-1].first >= 2 or (run[-1].head.definite and run[-1].head.kind == "office")
        closed = closed or self._words.stop(tokens[last])
        return index if long_title and closed and last - first >= 2 else None

    def _glued(self, key: str) -> bool:
        """Return whether a preposition or و stands between title and name: المعارض لأردوغان is somebody else."""
        gazetteer = self._words.gazetteer
        known = key in gazetteer.given or key in gazetteer.surnames
        if key[0] == "و" and len(key) > 5 and key[1] not in _AFTER_WAW and not known:
            return True
        return key[0] in "لبو" and not known and (key[1:] in gazetteer.given or key[1:] in gazetteer.surnames)

    def _name_before(
        self,
        tokens: Sequence[Token],
        run: list[Title],
        ends: dict[int, int],
        names: Sequence[tuple[int, int]],
        done: list[Bound],
    ) -> int | None:
        """Return the name that the titles follow: سليم القاطعي، وزير خارجية سلوان."""
        first, head = run[0].first, run[0].head
        if head.number != "singular" or head.skip or head.possessed:
            return None
        if first in ends and head.accusative:
            return ends[first]
        if first in ends and not head.weak:
            index = ends[first]
            begin, last = names[index]
            begin = self._style_begins(done, index, begin)
            if not head.role or last - begin < 2:
                return None
            return index if begin == 0 or self._no_subject(tokens[begin - 1]) else None
        gap = first
        while gap > 0 and first - gap < 3 and tokens[gap - 1].key in _WHO_IS:
            gap -= 1
        while gap > 0 and first - gap < 4 and (tokens[gap - 1].text in "،,(-–" or is_quote(tokens[gap - 1])):
            gap -= 1
        if gap == first or gap not in ends or not head.role:
            return None
        index = ends[gap]
        begin, last = names[index]
        end = run[-1].last
        closed = end >= len(tokens) or tokens[end].text in _ENDS or is_quote(tokens[end])
        long_title = end - run[-1].first >= 2
        return index if closed or (long_title and last - begin >= 2) else None

    def _no_subject(self, before: Token) -> bool:
        """Return whether a name after this word is no subject of a verb whose object the title behind it may be."""
        key = before.key
        return key not in self._words.meeting and key[1:] not in self._words.meeting

    def _style_begins(self, done: list[Bound], index: int, begin: int) -> int:
        """Return where the ranks before a name begin: الأمير محمد; an office before it leaves the name as it is."""
        for bound in reversed(done):
            if bound.name != index:
                break
            begin = bound.title.first
        return begin

    def _two(self, tokens: Sequence[Token], names: Sequence[tuple[int, int]], index: int) -> bool:
        """Return whether و joins a name and the next, so that a dual title is theirs: وزيرا الخارجية [فلان وفلان]."""
        if index + 1 >= len(names):
            return False
        last, first = names[index][1], names[index + 1][0]
        return first - last <= 1 and last < len(tokens) and tokens[last].key.startswith("و")

    def _shared(self, tokens: Sequence[Token], title: Title) -> Title:
        """Return a dual title without the nationality of the first of the two: وزيرا الخارجية [المصري]."""
        at = title.last - 1
        one = tokens[at].key in self._words.gazetteer.nationalities and not tokens[at].key.endswith(("ان", "ين"))
        return replace(title, last=at, core=min(title.core, at)) if one and at > title.first else title

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
            and self._two(tokens, names, after)
        ):
            both = self._shared(tokens, run[-1])
            return [*(Bound(title, None) for title in run[:-1]), Bound(both, after), Bound(both, after + 1)]
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
