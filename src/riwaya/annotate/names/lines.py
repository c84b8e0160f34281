"""One sentence at work: which of its words are persons, organisations and places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from riwaya.annotate.names.bearers import Bearers
from riwaya.annotate.names.nameparts import NameParts
from riwaya.annotate.names.nisbas import Nisbas
from riwaya.annotate.names.persons import NameSpans
from riwaya.annotate.names.tagger import Found, Tagger
from riwaya.annotate.names.titles import Bound
from riwaya.annotate.names.titlewords import NO_ARTICLE
from riwaya.annotate.names.unnoticed import Unnoticed
from riwaya.annotate.prose import Prose
from riwaya.arabic.tokens import Token

GUESSED = 0.65
"""How sure a name is that a title or list found and the tagger missed; less than most that the tagger found."""
_SPEAKING_FOR = frozenset(("باسمه", "باسمها", "باسمهم", "باسمهما"))
_HASH = frozenset("#_")
"""Marks of hashtags: #عمر_البشير is a name like another."""


class Line(Struct):
    """A sentence at work: its tokens, the ranges of persons in it (with how sure), organisations and places, titles.

    ``housed``: names of persons that stand in the name of a house: شارع [عمر المختار].
    """

    index: int
    tokens: tuple[Token, ...]
    persons: list[tuple[int, int, float]]
    others: list[Found]
    bound: list[Bound] = []
    housed: list[tuple[int, int]] = []

    @property
    def named(self) -> list[tuple[int, int]]:
        """Return the ranges of tokens that are names."""
        return [*((first, last) for first, last, _ in self.persons), *((one.first, one.last) for one in self.others)]


class LineReader:
    """Reads a sentence: what the tagger finds, put right and filled up by the grammar of names and titles."""

    def __init__(self, tagger: Tagger, parts: NameParts, spans: NameSpans, nisbas: Nisbas, bearers: Bearers) -> None:
        self._tagger = tagger
        self._words = parts.titles
        self._parts = parts
        self._spans = spans
        self._unnoticed = Unnoticed(parts)
        self._nisbas = nisbas
        self._bearers = bearers

    def __call__(self, prose: Prose, index: int, nisbas: frozenset[str]) -> Line:
        tokens = tuple(token for token in prose.words(index) if token.text not in _HASH)
        persons: list[tuple[int, int, float]] = []
        others: list[Found] = []
        housed: list[tuple[int, int]] = []
        for found in self._tagger(tokens):
            if found.kind != "PER":
                other = self._untitled(tokens, found)
                if other and (cut := self._spans.named_within(tokens, other.first, other.last)):
                    persons.append((cut, other.last, found.sure))
                    other = Found(other.first, cut - bool(self._words.head(tokens, cut - 1)), other.kind)
                others += [other] if other else []
                continue
            for first, last in self._spans.split(tokens, found.first, found.last):
                span = self._name(tokens, first, last, nisbas)
                if span and persons and span[0] < persons[-1][1] < span[1]:
                    span = persons[-1][1], span[1]  # أحمد سعيد [وهشام القيسي]: سعيد is a given name, but not his
                if span and (not persons or span[0] >= persons[-1][1]):
                    if self._spans.behind(tokens, span[0]):
                        housed.append(span)
                    else:
                        persons.append((*span, found.sure))
                        others = _ended(others, span[0])
        persons += self._guesses(tokens, persons, others)
        persons = [(first + _led(tokens, first, last), last, sure) for first, last, sure in persons]
        return Line(index, tokens, sorted(persons), others, housed=housed)

    def _name(self, tokens: Sequence[Token], first: int, last: int, nisbas: frozenset[str]) -> tuple[int, int] | None:
        """Return the tokens of the name itself, None where nothing of one is left."""
        span = self._spans.repair(tokens, first, last)
        if span is None:
            return None
        first, last = self._nisbas.behind(tokens, *span, nisbas), span[1]
        if first == span[0] or first >= last:
            return (first, last) if first < last else None
        return self._spans.repair(tokens, first, last)  # [عاصم] الورداني, where the model saw البرقاني عاصم

    def _untitled(self, tokens: Sequence[Token], found: Found) -> Found | None:
        """Return an organisation or place without the title of a person behind it; None where it is a title itself."""
        lone = tokens[found.first].key
        if found.last - found.first == 1 and len(lone) < 4 and lone not in self._words.gazetteer.words:
            return None if found.kind == "ORG" else found  # إف, بي
        for at in range(found.first + 1, found.last - 1):
            family = tokens[at + 1].key in self._words.gazetteer.surnames
            if family and self._parts.joined(tokens[at].key):  # المنتخب [ولؤي السبيعي]
                return Found(found.first, at, found.kind)
        for at in (found.first, *range(found.first + 2, found.last)):
            head = self._words.head(tokens, at)
            if head and head.definite and head.role and not head.weak and head.number == "singular":
                return Found(found.first, at, found.kind) if at > found.first else None
        return found

    def _guesses(
        self, tokens: Sequence[Token], persons: list[tuple[int, int, float]], others: list[Found]
    ) -> list[tuple[int, int, float]]:
        """Return the names behind a title that the model missed: words that the lexicon knows as names."""
        taken = {at for first, last, _ in persons for at in range(first, last)}
        taken |= {at for found in others for at in range(found.first, found.last)}
        spans = [*self._beside_offices(tokens, persons, taken), *self._in_lists(tokens, persons, taken)]
        spans += self._behind_titles(tokens, persons, others, taken)
        return [(first, last, GUESSED) for first, last in spans]

    def _beside_offices(
        self, tokens: Sequence[Token], persons: list[tuple[int, int, float]], taken: set[int]
    ) -> Iterator[tuple[int, int]]:
        """Yield names before an office and pairs of names, none of them ``taken``; take their words."""
        for end in self._bearers.starts(tokens):
            first = self._unnoticed.before_office(tokens, end)
            if first < end and _take(taken, first, end):
                yield first, end
        for first, last in self._unnoticed.pairs(tokens, {first: last for first, last, _ in persons}):
            if not self._spans.behind(tokens, first) and _take(taken, first, last):
                yield first, last

    def _in_lists(
        self, tokens: Sequence[Token], persons: list[tuple[int, int, float]], taken: set[int]
    ) -> Iterator[tuple[int, int]]:
        """Yield the names that go on a list of names: سالم نوري، [ليلى حداد]، [رامي سعد]."""
        for end in dict.fromkeys({first: last for first, last, _ in persons}.values()):
            while end < len(tokens) - 2 and tokens[end].text in "،,":
                last = self._unnoticed.listed(tokens, end + 1)
                if not last or not _take(taken, end + 1, last):
                    break
                yield end + 1, last
                end = last

    def _behind_titles(
        self, tokens: Sequence[Token], persons: list[tuple[int, int, float]], others: list[Found], taken: set[int]
    ) -> Iterator[tuple[int, int]]:
        """Yield names behind a title, and widen those that lack their first word."""
        starts = {first: last for first, last, _ in persons}
        for end, office in self._bearers.ends(tokens, starts, {found.first: found.last for found in others}):
            if end + 1 in starts and self._lacks(tokens, end, office):
                self._widen(persons, end)
                continue
            last = self._unnoticed.known_name(tokens, end) or (self._unnoticed.strangers(tokens, end) if office else 0)
            if office and end not in starts:
                last = self._relabelled(tokens, end, others) or last or self._unnoticed.surname(tokens, end)
                taken -= set(range(end, last))
            if last and not self._spans.behind(tokens, end) and _take(taken, end, last):
                yield end, last

    def _lacks(self, tokens: Sequence[Token], at: int, office: bool) -> bool:
        """Return whether the word at ``at`` is the first of the name behind it, which the model missed."""
        head = self._words.head(tokens, at)
        opens = head is None or (not head.definite and tokens[at].key in self._words.gazetteer.given)
        strange = self._parts.strange(tokens[at]) or (office and tokens[at].form.startswith(NO_ARTICLE))
        return strange and opens and not self._words.stop(tokens[at])

    def _relabelled(self, tokens: Sequence[Token], at: int, others: list[Found]) -> int:
        """Return where a name behind an office ends that the tagger took for a place; take it from the others.

        ``الروائي التشيكي ميلان كونديرا``: what an office stands before is a person, unless a list says otherwise.
        """
        found = next((other for other in others if other.first == at and other.last - at in (2, 3)), None)
        if found is None or not all(self._parts.nameable(token) for token in tokens[at : found.last]):
            return 0
        if not any(self._parts.strange(token) for token in tokens[at : found.last]):
            return 0
        others.remove(found)
        return found.last

    def _widen(self, persons: list[tuple[int, int, float]], first: int) -> None:
        """Begin a name one word earlier: البابا [يوحنا] بول الثاني."""
        for index, (begin, last, sure) in enumerate(persons):
            if begin == first + 1:
                persons[index] = (first, last, sure)


def _take(taken: set[int], first: int, last: int) -> bool:
    """Take the words of a span, and return whether all were free."""
    words = set(range(first, last))
    free = not taken & words
    taken |= words if free else set()
    return free


def _led(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a name begins with whom its bearer speaks for: المتحدث [باسمها] سالم نوري."""
    return last - first > 1 and tokens[first].key in _SPEAKING_FOR


def _ended(others: list[Found], first: int) -> list[Found]:
    """Return bodies and places that end where a person begins: حركة حماس [أبو] خالد القيسي."""
    return [other if other.last <= first else other._replace(last=first) for other in others if other.first < first]
