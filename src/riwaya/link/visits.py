"""Whose visit a report speaks of: by name (``زيارة ناجي المرهون``) or by a title alone (``زيارة الرئيس السلواني``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table
from riwaya.link.offices import Office, countries, office
from riwaya.model import Annotations, RoleMention

MOST_WORDS = 4  # of a title before its nationality


class Visit(Struct, frozen=True, gc=False):
    """A visit that a report tells: whose (the name in that report, or empty), or of which office, and where."""

    noun: str
    person: str
    title: str
    start: int
    end: int


def visits(sentences: Iterable[Sequence[Token]], notes: Annotations, text: str) -> tuple[Visit, ...]:
    """Return the visits of a report, in its order."""
    people = {one.start: one.entity for one in notes.mentions if one.type == "PER"}
    return tuple(one for tokens in sentences for one in _in_sentence(tokens, people, text))


def _in_sentence(tokens: Sequence[Token], people: Mapping[int, str], text: str) -> Iterator[Visit]:
    for at, token in enumerate(tokens[:-1]):
        noun = token.key.removeprefix("و").removeprefix("ب").removeprefix("ل")
        if noun not in _nouns() or not text[token.end : tokens[at + 1].start].isspace():
            continue
        start = tokens[at + 1].start
        if person := people.get(start):
            yield Visit(noun, person, "", start, tokens[at + 1].end)
        elif end := _title_end(tokens[at + 1 : at + 3 + MOST_WORDS], people, text):
            yield Visit(noun, "", text[start:end], start, end)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in table("visits"))


def _title_end(tokens: Sequence[Token], people: Mapping[int, str], text: str) -> int:
    """Return where a title ends that begins with these words and that no name follows; 0 where none does."""
    for at, token in enumerate(tokens[1:], 1):
        if token.kind != "word" or token.start in people:
            return 0
        if token.key in countries():
            follows = tokens[at + 1].start if at + 1 < len(tokens) else -1
            return token.end if follows not in people and _told(text[tokens[0].start : token.end]) else 0
    return 0


def _told(title: str) -> bool:
    held = office(title)
    return bool(held.country and held.words)


def misnamed(visited: Sequence[Visit], titles: Iterable[Office]) -> Iterator[RoleMention]:
    """Yield the titles alone under which a report tells the visit that it tells by a name too, with that name.

    Offices that the report gives to somebody by name (``titles``) are meant for them.
    """
    given = set(titles)
    for bare in (one for one in visited if one.title):
        held = office(bare.title)
        named = {one.person for one in visited if one.person and one.noun == bare.noun}
        if len(named) == 1 and held not in given:
            person = next(iter(named))
            yield RoleMention(start=bare.start, end=bare.end, title=bare.title, person=person)
