"""Where a title and the name of its bearer stand to each other: before it, behind it, with a mark or an age between."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from riwaya.annotate.names.nameparts import is_quote
from riwaya.annotate.names.titles import Bound, Title
from riwaya.annotate.names.titlewords import TitleWords
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

_WHO_IS = frozenset(map(fold, ("وهو", "وهي", "هو", "هي", "حاليا", "أيضا")))
_GAPS = frozenset("،,-–:(")
_AFTER_WAW = "ايولرن"
"""What follows the و that a name itself begins with: ويليام, والتر, وولف."""
_ABBREVIATED = frozenset(("د", "ا", "م"))
"""دكتور, أستاذ and مهندس, with a point."""
_ENDS = frozenset("،,)-–.؛:!؟")
_AGE = 6
"""Tokens that may stand in brackets between a name and what its bearer is: ``(21 عاما)``, ``(يمين الوسط)``."""


class Named(Struct, frozen=True):
    """A sentence with its names: token ranges in order, and the index of the name that begins or ends at a token."""

    tokens: Sequence[Token]
    names: Sequence[tuple[int, int]]
    starting: dict[int, int]
    ending: dict[int, int]


def named(tokens: Sequence[Token], names: Sequence[tuple[int, int]]) -> Named:
    """Return a sentence with its names indexed."""
    starting = {first: index for index, (first, _) in enumerate(names)}
    return Named(tokens, names, starting, {last: index for index, (_, last) in enumerate(names)})


class Appositions:
    """Finds the name beside a run of titles."""

    def __init__(self, words: TitleWords) -> None:
        self._words = words

    def copula(self, row: Named, run: list[Title]) -> int | None:
        """Return the name that a pronoun says an office is: الرئيس المقبل للبلاد هو [نزار الحمداوي]."""
        title, gap = run[-1], run[-1].last
        if gap + 1 not in row.starting or row.tokens[gap].key not in ("هو", "هي") or not title.head.role:
            return None
        index = row.starting[gap + 1]
        first, last = row.names[index]
        return index if title.head.number == "singular" and title.last - title.first > 1 and last - first > 1 else None

    def announced(self, row: Named, index: int, done: list[Bound]) -> bool:
        """Return whether a title and a comma stand before a name: السناتور، جون ماكين، [الرئيس، دونالد ترامب]."""
        first = row.names[index][0]
        marked = first > 0 and row.tokens[first - 1].text in "،,"
        return marked and any(bound.name == index and bound.title.last == first - 1 for bound in done)

    def commas(self, tokens: Sequence[Token], run: list[Title]) -> bool:
        """Return whether a comma, and no و, stands before a run of titles."""
        first = run[0].first
        return first > 0 and tokens[first - 1].text in "،," and not run[0].head.skip

    def after(self, row: Named, run: list[Title]) -> int | None:
        """Return the name that follows the titles, a mark between them allowed."""
        tokens, here = row.tokens, run[-1].last
        if here in row.starting:
            return None if self._glued(tokens[here].key) else row.starting[here]
        gap = self._gap(tokens, here)
        if gap == here or gap not in row.starting:
            return None
        index = row.starting[gap]
        if tokens[gap - 1].text == "." or all(is_quote(token) for token in tokens[here:gap]):
            return index
        first, last = row.names[index]
        title = run[-1]
        long_title = title.last - title.first >= 2 or (title.head.definite and title.head.kind == "office")
        closed = self._closed(tokens, last) or self._words.stop(tokens[last])
        return index if long_title and closed and last - first >= 2 else None

    def _gap(self, tokens: Sequence[Token], here: int) -> int:
        """Return where a name may begin behind marks and abbreviated ranks: ``العميد [د. ]خالد``."""
        gap = here
        while gap < len(tokens) and gap - here < 2 and (is_quote(tokens[gap]) or tokens[gap].text in _GAPS):
            gap += 1
        while (
            gap + 1 < len(tokens) and tokens[gap].key in _ABBREVIATED and tokens[gap + 1].text == "." and gap - here < 6
        ):
            gap += 2
        return gap

    def _closed(self, tokens: Sequence[Token], end: int) -> bool:
        return end >= len(tokens) or tokens[end].text in _ENDS or is_quote(tokens[end])

    def _glued(self, key: str) -> bool:
        """Return whether a preposition or و stands between title and name: المعارض لأردوغان is somebody else."""
        gazetteer = self._words.gazetteer
        known = key in gazetteer.given or key in gazetteer.surnames
        if key[0] == "و" and len(key) > 4 and key[1] not in _AFTER_WAW and not known:
            return True
        return key[0] in "لبو" and not known and (key[1:] in gazetteer.given or key[1:] in gazetteer.surnames)

    def before(self, row: Named, run: list[Title], done: list[Bound]) -> int | None:
        """Return the name that the titles follow: سليم القاطعي، وزير خارجية سلوان."""
        first, head = run[0].first, run[0].head
        if head.number != "singular" or head.skip or head.possessed or self._enumerated(row.tokens, run, done):
            return None
        if first in row.ending:
            return self._directly(row, run, row.ending[first], done)
        gap = self._marks_before(row.tokens, first)
        if gap == first or not head.role:
            return None
        closed = self._closed(row.tokens, run[-1].last)
        if gap not in row.ending:
            return self._second(row, first, done) if closed else None
        index = row.ending[gap]
        begin, last = row.names[index]
        long_title = run[-1].last - run[-1].first >= 2
        return index if closed or (long_title and last - begin >= 2) else None

    def _enumerated(self, tokens: Sequence[Token], run: list[Title], done: list[Bound]) -> bool:
        """Return whether a title is one of a list without names: حضر سليم، [وزير المالية]، وزير العمل، وزير الحج."""
        title, first, last = run[-1], run[0].first, run[-1].last
        if title.head.lemma == "عضو" or not first or tokens[first - 1].text not in "،,":
            return False
        before = done[-1].title if done else title
        if before.last == first - 1 and before.head.lemma == run[0].head.lemma:
            return True
        comma = last + 1 < len(tokens) and tokens[last].text in "،,"
        head = self._words.head(tokens, last + 1) if comma else None
        return head is not None and head.lemma == title.head.lemma and not head.skip and not head.definite

    def _marks_before(self, tokens: Sequence[Token], first: int) -> int:
        """Return where a name may end before ``first``: pronouns, marks and an age in brackets left out."""
        gap = first
        while gap > 0 and first - gap < 3 and tokens[gap - 1].key in _WHO_IS:
            gap -= 1
        while gap > 0 and first - gap < 4 and (tokens[gap - 1].text in "،,(-–" or is_quote(tokens[gap - 1])):
            gap -= 1
        if gap and tokens[gap - 1].text == ")":
            opened = next((at for at in range(gap - 2, max(0, gap - _AGE), -1) if tokens[at].text == "("), 0)
            gap = opened or gap
        return gap

    def _second(self, row: Named, first: int, done: list[Bound]) -> int | None:
        """Return the name whose first title ended at the comma before: سليم القاطعي، رئيس الهيئة، [عضو المجلس]،."""
        if not done or row.tokens[first - 1].text not in "،," or done[-1].title.last != first - 1:
            return None
        index = done[-1].name
        return index if index is not None and row.names[index][1] <= done[-1].title.first else None

    def _directly(self, row: Named, run: list[Title], index: int, done: list[Bound]) -> int | None:
        """Return the name right before the titles, unless a verb before it may have them for its object."""
        head, (begin, last) = run[0].head, row.names[index]
        if head.accusative:
            return index
        construct = not head.definite and run[0].last - run[0].first >= 2
        if not head.role or (not construct and (last - begin < 2 or (head.weak and not self._continued(run)))):
            return None
        if self._governed(run[0]):
            return index
        begin = self._style_begins(done, index, begin)
        return index if begin == 0 or self._no_subject(row.tokens[begin - 1]) else None

    def _continued(self, run: list[Title]) -> bool:
        """Return whether another title is joined to a definite one: عمر الشافعي [المؤسس والمدير التنفيذي]."""
        return run[0].head.definite and len(run) > 1 and run[1].head.joined

    def divided(self, row: Named, run: list[Title], after: int, done: list[Bound]) -> tuple[int, int] | None:
        """Return whom the first titles between two names belong to, and how many; None where all are the second's.

        عادل عزت [رئيس الاتحاد] ونائبه نواف; شجع لوكا رادوفيتش [لاعب النادي] المهاجم نيلو; عادل [مدير المنتخب] ومسلي.
        """
        first = run[0].first
        if first not in row.ending or run[0].head.skip:
            return None
        size = next((at for at, title in enumerate(run) if at and title.head.joined), 0)
        construct = not run[0].head.definite and not run[0].head.weak
        if not size and construct and len(run) > 1 and run[1].head.definite and not run[1].head.adjective:
            size = 1
        if not size and construct and len(run) == 1 and self._listed(row, after):
            size = 1
        owner = self._directly(row, run[:size], row.ending[first], done) if size else None
        return None if owner is None else (owner, size)

    def _listed(self, row: Named, index: int) -> bool:
        """Return whether a name is joined to what stands before it, or has an office of its own behind it."""
        first, last = row.names[index]
        key = row.tokens[first].key
        known = key in self._words.gazetteer.given or key in self._words.gazetteer.surnames
        if key[0] == "و" and len(key) > 3 and not known:
            return True
        head = self._words.head(row.tokens, last) if last < len(row.tokens) else None
        return head is not None and head.role and not head.weak and not head.skip and not head.definite

    def _governed(self, title: Title) -> bool:
        """Return whether a title is one that a prince bears who stands before it: [أمير منطقة] تبوك."""
        return title.head.lemma in ("أمير منطقة", "ولي العهد", "ولي ولي العهد")

    def between(self, row: Named, run: list[Title], done: list[Bound]) -> int | None:
        """Return the name that the first of several titles follows, the others being of the name behind them.

        الأمير طلال بن فهد [أمير منطقة السهل] السفير رامون كورتيس: the prince received the ambassador.
        """
        governed = len(run) > 1 and run[0].first in row.ending and self._governed(run[0]) and not run[0].head.skip
        return self._directly(row, run, row.ending[run[0].first], done) if governed else None

    def _no_subject(self, before: Token) -> bool:
        """Return whether a name after this word is no subject of a verb whose object the title behind it may be."""
        key = before.key
        joined = key[0] in "وف" and key[1:] in self._words.meeting
        return key not in self._words.meeting and not joined

    def _style_begins(self, done: list[Bound], index: int, begin: int) -> int:
        """Return where the ranks before a name begin: الأمير محمد; an office before it leaves the name as it is."""
        for bound in reversed(done):
            if bound.name != index:
                break
            begin = bound.title.first
        return begin
