"""A headline wider than its text: it drops a word that limits (``lexicon/limits.tsv``)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token, tokens
from riwaya.lexicon import table
from riwaya.link.accounts.contradictions.difference import Difference
from riwaya.link.accounts.passages import Passage
from riwaya.link.terms import token_term

_LEAD = 2  # paragraphs that tell what the headline tells
_BETWEEN = 1  # adjectives between a noun and the one that limits it: ``قواتها القتالية المتبقية``
_MOST = 3  # words between the verb or noun of action and its object


def scope(left: Passage, right: Passage) -> Iterator[Difference]:
    """Yield where a headline drops what limits the claim in the text below it.

    ``سهلان تسحب قواتها`` over ``سحب ما تبقى من قواتها`` (what remains of its forces): the same thing done to the same
    noun. Misses: limits that a clause tells (``إذا وافق البرلمان``).
    """
    if left.doc != right.doc or left.title == right.title:
        return
    title, body = (left, right) if left.title else (right, left)
    if body.paragraph > _LEAD:
        return
    heads = list(tokens(title.text))
    words = list(tokens(body.text))
    for first, noun, last in _limited(words):
        said = _same(heads, words[noun])
        if said is None or _limited_at(heads, said) or not _done_alike(heads, said, words, first):
            continue
        if any(token_term(one) == token_term(heads[said]) for one in words[last + 1 :]):
            continue  # said again without the limit
        places = _span(title, heads[said], heads[said]), _span(body, words[first], words[last])
        yield Difference("headline", *(places if left.title else places[::-1]), "limit")
        return


def _limited(words: list[Token]) -> Iterator[tuple[int, int, int]]:
    """Yield the first word, the noun and the last word of limited nouns: ``ما تبقى من قواتها``, ``هدنة مؤقتة``."""
    keys = [word.key for word in words]
    for at in range(len(words)):
        for before in _limits("before"):
            if keys[at : at + len(before)] == list(before) and at + len(before) < len(words):
                yield at, at + len(before), at + len(before)
        if keys[at] in _after() or keys[at].removeprefix("ال") in _after():
            for noun in range(at - 1, max(-1, at - 2 - _BETWEEN), -1):
                if words[noun].kind != "word":
                    break
                if token_term(words[noun]) and _agree(words[noun].key, keys[at]):
                    yield noun, noun, at


def _agree(noun: str, adjective: str) -> bool:
    """Say whether an adjective can be of a noun: both definite (by article or a possessive), or neither."""
    owned = noun.endswith(("ها", "هم", "نا", "هما")) or (noun.endswith("ه") and adjective.startswith("ال"))
    return adjective.startswith("ال") == (noun.startswith("ال") or owned)


def _same(heads: list[Token], noun: Token) -> int | None:
    term = token_term(noun)
    return next((at for at, one in enumerate(heads) if term and token_term(one) == term), None)


def _limited_at(heads: list[Token], noun: int) -> bool:
    """Say whether the headline has a limit of its own, or an adjective: ``حظر دائم`` is no ``حظر مؤقت``."""
    return any(first <= noun <= last for first, _, last in _limited(heads))


def _done_alike(heads: list[Token], said: int, words: list[Token], first: int) -> bool:
    """Say whether the word that governs the noun in the headline does so in the text: ``سحب قواتها``."""
    above = {term for one in heads[max(0, said - 2) : said] if (term := token_term(one))}
    here = {term for one in words[max(0, first - _MOST) : first] if (term := token_term(one))}
    return bool(above & here)


def _span(passage: Passage, first: Token, last: Token) -> tuple[int, int]:
    return passage.start + first.start, passage.start + last.end


@cache
def _limits(place: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(row["word"]).split()) for row in table("limits") if row["place"] == place)


@cache
def _after() -> frozenset[str]:
    return frozenset(words[0] for words in _limits("after"))
