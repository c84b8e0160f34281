"""Noun phrases of what is said, from which a matter is named: ``رفع العقوبات عن السكر`` (lifting the sanctions)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from riwaya.arabic.clitics import segment
from riwaya.arabic.tokens import Token
from riwaya.link.positions.terms import ARTICLES, matter_term, may_be_noun
from riwaya.link.positions.words import said
from riwaya.link.terms import stopword
from riwaya.model import Annotations

LONGEST = 6  # words of a phrase
FIRST_RUN = 4  # of them before a preposition
MOST = 60  # phrases of one saying


class Phrase(Struct, frozen=True, gc=False):
    """A noun phrase as printed, without what is glued before it, and its terms.

    ``sure`` where its first word is a noun for sure: it has ال, a preposition stands before it, or it
    ends with ة and is another's (قضية السفن). ``at`` is the place of its first word.
    """

    text: str
    terms: tuple[str, ...]
    sure: bool = False
    at: int = 0


def phrases(words: Sequence[Token], notes: Annotations) -> tuple[Phrase, ...]:
    """Return the noun phrases of a content, each with what may stand behind it: ``القوات``, ``القوات الأجنبية``.

    Misses: verbs that are spelt as nouns; adjectives far from their noun.
    """
    cuts = _inside_names(words, notes)
    names = {one.start for one in notes.mentions if one.type != "TITLE"}  # who is spoken of is no matter
    runs = list(_runs(words, cuts, _dated(words, notes)))
    found: list[Phrase] = []
    for at, (first, last) in enumerate(runs):
        for start in range(first, last):
            if not _opens(words, first, start) or words[start].start in cuts or _named(words[start], names):
                continue
            for end in range(start + 1, min(last, start + FIRST_RUN) + 1):
                if _closes(words, end, last) and not _cut(words, end, cuts):
                    found.append(_phrase(words, start, end))
            if at + 1 < len(runs) and _joined(words, last, runs[at + 1][0]) and last - start <= FIRST_RUN:
                low, high = runs[at + 1]
                for end in range(low + 1, min(high, start + LONGEST) + 1):
                    if _closes(words, end, high) and not _cut(words, end, cuts):
                        found.append(_phrase(words, start, end))
    return tuple(dict.fromkeys(found))[:MOST]


def _named(token: Token, names: Collection[int]) -> bool:
    """Say whether a name begins at a word or behind what is glued to it: ``بالأمم المتحدة``."""
    return any(token.start + glued in names for glued in range(len(_glued(token.text)) + 1))


def _dated(words: Sequence[Token], notes: Annotations) -> set[int]:
    """Return where words begin that tell a time."""
    return {token.start for token in words for one in notes.times if one.start <= token.start < one.end}


def _runs(words: Sequence[Token], cuts: Collection[int], dated: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield where nouns stand one behind another, none of them glued to a conjunction or preposition but the first.

    What has no ال behind what has it says something of it: ``[الموقوفون] مرتبطون``.
    """
    start: int | None = None
    for at, token in enumerate(words):
        fit = token.kind == "latin" or token.start in cuts or (token.kind == "word" and _fit(token.key))
        fit = fit and token.start not in dated
        says = start is not None and token.start not in cuts and _definite(words[at - 1]) and not _definite(token)
        if start is not None and (not fit or says or _glued(token.text)):
            yield start, at
            start = None
        if fit and start is None:
            start = at
    if start is not None:
        yield start, len(words)


@lru_cache(maxsize=1 << 15)
def _fit(key: str) -> bool:
    bare = key.removeprefix("و")
    return len(key) > 2 and may_be_noun(key) and not stopword(key) and not {key, bare} & said("no phrase")


@lru_cache(maxsize=1 << 15)
def _glued(text: str) -> str:
    """Return the letters that stand before a noun and are no part of it: ``بالقوات`` → ب."""
    found = ""
    for letter in segment(text).proclitics:
        if letter == "ال":
            break
        found += letter
    return found if len(text) - len(found) > 2 else ""


def _definite(token: Token) -> bool:
    return token.key.startswith(ARTICLES)


def _opens(words: Sequence[Token], first: int, at: int) -> bool:
    """Say whether a phrase may begin there: not with an adjective, nor with the second noun of two."""
    if at == first:
        return True
    if words[at].key.endswith("يه") and not (at + 1 < len(words) and _definite(words[at + 1])):
        return False  # رسوم [جمركية]
    return not words[at].key.startswith(ARTICLES) and not words[at - 1].key.startswith(ARTICLES)


def _closes(words: Sequence[Token], end: int, last: int) -> bool:
    """Say whether a phrase may end before a place: not between the two nouns of a genitive."""
    if words[end - 1].key in said("weak alone"):
        return False
    if end >= last:
        return True
    return words[end - 1].key.startswith(ARTICLES)


def _joined(words: Sequence[Token], end: int, start: int) -> bool:
    return start == end + 1 and words[end].key in said("joins")


def _inside_names(words: Sequence[Token], notes: Annotations) -> set[int]:
    """Return where words begin that stand inside a name, behind its first."""
    if not words:
        return set()
    low, high = words[0].start, words[-1].end
    names = [one for one in notes.mentions if one.start < high and low < one.end and one.type != "TITLE"]
    return {token.start for token in words for one in names if one.start < token.start < one.end}


def _cut(words: Sequence[Token], end: int, cuts: set[int]) -> bool:
    return end < len(words) and words[end].start in cuts


def _phrase(words: Sequence[Token], start: int, end: int) -> Phrase:
    first = words[start].text
    glued = _glued(first)
    if glued:
        first = first[len(glued) :]
        if glued.endswith("ل") and first.startswith("ل"):
            first = f"ا{first}"  # للقوات → القوات
    inside = words[start:end]
    terms = (matter_term(token.key) for token in inside if token.kind in ("word", "latin"))
    owned = len(inside) > 1 and _definite(inside[1])
    after = start > 0 and words[start - 1].key in said("joins")
    return Phrase(
        text=" ".join((first, *(token.text for token in inside[1:]))),
        terms=tuple(dict.fromkeys(term for term in terms if term)),
        at=start,
        sure=after or glued[-1:] in ("ب", "ل", "ك") or first.startswith("ال") or (first.endswith("ة") and owned),
    )
