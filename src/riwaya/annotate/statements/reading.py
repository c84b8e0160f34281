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


class Reading:
    """Indices over one report: everything by token number; ``sentence_of`` maps a token to its sentence."""

    def __init__(self, prose: Prose, names: Names, times: tuple[Time, ...], cues: Cues) -> None:
        self.prose, self.names, self.text = prose, names, prose.document.text
        self.tokens = prose.tokens
        self.keys = [token.key or "?" for token in prose.tokens]  # marks alone fold to nothing
        self.starts = [token.start for token in prose.tokens]
        self.mention_at: dict[int, tuple[Mention, int]] = {}
        for found in names.mentions:
            glued = found.end - found.start > 3 and self.text[found.start : found.start + 2] in _GLUED
            mention = structs.replace(found, start=found.start + 2) if glued else found
            first, last = self.covering(mention.start, mention.end)
            while first < last and self.keys[first] in _NO_NAME:
                first += 1
            known = self.mention_at.get(first)
            if first < last and mention.type not in ("TITLE", "NORP", "NOUN") and (known is None or known[1] < last):
                self.mention_at[first] = (mention, last)
        self.genders = {person.name: person.gender or "" for person in names.people}
        self.roles = {
            role.start: (role.person, role.end) for person in reversed(names.people) for role in person.role_mentions
        }
        self.titles = [
            (person.name, [{fold(word).removeprefix("ال") for word in role.split()} for role in person.roles])
            for person in names.people
        ]
        self.headed: dict[str, list[str]] = {}
        for person in names.people:
            heads = (fold(role.split()[0]).removeprefix("ال") for role in person.roles if role.split())
            for head in dict.fromkeys(heads):
                self.headed.setdefault(head, []).append(person.name)
        self.timed: set[int] = set()
        self.dates: dict[int, str] = {}
        for time in times:
            first, last = self.covering(time.start, time.end)
            self.timed.update(range(first, last))
            if time.type in ("DATE", "TIME") and time.value and time.value[0].isdigit():
                self.dates[first] = time.value
        self.cues: dict[int, Cue] = {}
        for i, key in enumerate(self.keys):
            cue = cues.get(key)
            if cue is None or i in self.mention_at or ("paused" in cue.flags and not self._after_comma(i)):
                continue
            if cue.tense == "participle" and i > 0 and self.keys[i - 1] in _BEFORE_NOUNS:  # إلى مطالبة
                continue
            self.cues[i] = cue
        self.quotations = Quotations(self.tokens, self.text, self._paragraphs())

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
