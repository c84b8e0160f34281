"""One report prepared for the search: tokens with their cues, mentions, times and quotations by token index."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import structs

from riwaya.annotate.prose import Prose
from riwaya.annotate.statements.cues import Cue, Cues
from riwaya.annotate.statements.quotations import Quotations
from riwaya.annotate.statements.words import words
from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.model import Mention, Names, Time

_NO_NAME = words("no-name")
_GLUED = ("لـ", "بـ", "وـ", "كـ")
"""Proclitics with a stroke, before a name in Latin letters: لـCNN."""
_BEFORE_NOUNS = words("before-nouns")
_NO_SPEAKERS = ("TITLE", "NORP", "NOUN")
"""Types of mentions that are nobody's name."""

_FORMER = frozenset(fold(row["word"]).removeprefix("ال") for row in table("former"))
_SUCCEEDED = frozenset(
    map(fold, ("رئيس", "رئيسة", "وزير", "وزيرة", "ملك", "ملكة", "أمير", "مستشار", "مستشارة", "سفير", "سفيرة"))
)
"""Heads of titles that are another's when their bearer has left: a former player is still the player."""


def same_office(asked: set[str], title: set[str]) -> bool:
    """Say whether a title is the one asked for: ``الرئيس السلواني`` is not ``الرئيس السلواني السابق``.

    Both are sets of comparison keys without article.
    """
    succeeded = not _SUCCEEDED.isdisjoint(asked)
    return asked <= title and (not succeeded or asked & _FORMER == title & _FORMER)


def _headed(names: Names) -> dict[str, list[str]]:
    """Return the people of each head of a title without its article, in their order: وزير → those who are minister."""
    out: dict[str, list[str]] = {}
    for person in names.people:
        heads = (fold(role.split()[0]).removeprefix("ال") for role in person.roles if role.split())
        for head in dict.fromkeys(heads):
            out.setdefault(head, []).append(person.name)
    return out


class Reading:
    """Indices over one report: everything by token number; ``sentence_of`` maps a token to its sentence."""

    def __init__(self, prose: Prose, names: Names, times: tuple[Time, ...], cues: Cues) -> None:
        self.prose, self.names, self.text = prose, names, prose.document.text
        self.tokens = prose.tokens
        self.keys = [token.key or "?" for token in prose.tokens]  # marks alone fold to nothing
        self.starts = [token.start for token in prose.tokens]
        self.mention_at = self._mentions(names)
        self.genders = {person.name: person.gender or "" for person in names.people}
        self.roles = {
            role.start: (role.person, role.end) for person in reversed(names.people) for role in person.role_mentions
        }
        self.titles = [
            (person.name, [{fold(word).removeprefix("ال") for word in role.split()} for role in person.roles])
            for person in names.people
        ]
        self.headed = _headed(names)
        self.timed: set[int] = set()
        self.dates: dict[int, str] = {}
        for time in times:
            first, last = self.covering(time.start, time.end)
            self.timed.update(range(first, last))
            if time.type in ("DATE", "TIME") and time.value and time.value[0].isdigit():
                self.dates[first] = time.value
        self.cues = {i: cue for i, key in enumerate(self.keys) if (cue := cues.get(key)) and self._speaks(i, cue)}
        self.quotations = Quotations(self.tokens, self.text, self._paragraphs())

    def _mentions(self, names: Names) -> dict[int, tuple[Mention, int]]:
        """Return the longest name that begins at each token, and the token after it; proclitics are cut off."""
        out: dict[int, tuple[Mention, int]] = {}
        for found in names.mentions:
            glued = found.end - found.start > 3 and self.text[found.start : found.start + 2] in _GLUED
            mention = structs.replace(found, start=found.start + 2) if glued else found
            first, last = self.covering(mention.start, mention.end)
            while first < last and self.keys[first] in _NO_NAME:
                first += 1
            known = out.get(first)
            if first < last and mention.type not in _NO_SPEAKERS and (known is None or known[1] < last):
                out[first] = (mention, last)
        return out

    def _speaks(self, i: int, cue: Cue) -> bool:
        """Say whether a word that may be a cue is one here: no part of a name, no noun (``إلى مطالبة``)."""
        if i in self.mention_at or ("paused" in cue.flags and not self._after_comma(i)):
            return False
        return not (cue.tense == "participle" and i > 0 and self.keys[i - 1] in _BEFORE_NOUNS)

    def _after_comma(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].text in "،,"

    def _paragraphs(self) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        last_number: int | None = None
        for sentence, (first, last) in zip(self.prose.sentences, self.prose.bounds, strict=True):
            if sentence.paragraph == last_number:
                spans[-1] = (spans[-1][0], last)
            else:
                spans.append((first, last))
            last_number = sentence.paragraph
        return spans

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open token range that covers these offsets."""
        first = max(0, bisect_right(self.starts, start) - 1)
        last = bisect_right(self.starts, max(start, end - 1))
        if first < len(self.tokens) and self.tokens[first].end <= start:
            first += 1
        return first, last

    def between(self, first: int, last: int) -> str:
        """Return the text from token ``first`` to before token ``last``."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""
