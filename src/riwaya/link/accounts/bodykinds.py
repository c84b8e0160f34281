"""What kind of body a name names (lexicon/speakingbodies.tsv): ``شرطة سهلان`` and ``مديرية الشرطة`` are police."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.link.accounts.wordlists import listed
from riwaya.link.offices import said

_ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال")
_ENDINGS = ("يه", "ي", "ه")
_HIS = ("تهما", "تها", "تهم", "ته", "هما", "ها", "هم")  # behind the ت that ة becomes, or behind the word
_WIDEST = 5


def kind_of(words: Sequence[str]) -> tuple[str, list[str]]:
    """Return the kind of the longest form in a name, the first of the longest, and the words that are left."""
    for width in range(min(_WIDEST, len(words)), 0, -1):
        for at in range(len(words) - width + 1):
            if kind := _forms().get(tuple(words[at : at + width])):
                return kind, [*words[:at], *words[at + width :]]
    return "", list(words)


@cache
def _forms() -> dict[tuple[str, ...], str]:
    return dict(_read())


def _read() -> Iterator[tuple[tuple[str, ...], str]]:
    for row in table("speakingbodies"):
        for form in row["forms"].split(";"):
            yield tuple(_worded(fold(word)) for word in form.split()), row["body"]


def _worded(key: str) -> str:
    """Return a word of the lexicon as ``plain`` leaves those of a name; it needs no article taken off."""
    return _stripped(key[2:] if key.startswith("ال") and len(key) > 3 else key)


@cache
def _form_words() -> frozenset[str]:
    return frozenset(word for form in _forms() for word in form)


@lru_cache(maxsize=1 << 15)
def plain(key: str) -> str:
    """Return a folded word without article and nisba: ``والخارجيه`` and ``خارجي`` → ``خارج``.

    A body that is called somebody's is one of its kind (``خارجيتها``, her foreign ministry): whose it is stays open.
    """
    for article in _ARTICLES:
        if key.startswith(article) and len(key) - len(article) > 1:
            key = key[len(article) :]
            break
    else:
        if key[:1] in ("ل", "ب") and len(key) > 3 and _stripped(key[1:]) in _form_words():
            key = key[1:]
    return _owned(key) or _stripped(key)


def _owned(key: str) -> str:
    """Return a word of the lexicon without the pronoun that it has here, empty where it has none or is no such word."""
    bare = next((key[: -len(his)] for his in _HIS if key.endswith(his)), "")
    return word if bare and (word := _stripped(bare)) in _form_words() else ""


def _stripped(key: str) -> str:
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) > 1:
            return key[: -len(ending)]
    return key


@cache
def alone() -> frozenset[str]:
    """Return the kinds of which one body speaks for a country."""
    return frozenset(row["body"] for row in table("speakingbodies") if row["alone"])


@cache
def _under() -> dict[str, str]:
    return {row["body"]: row["under"] for row in table("speakingbodies") if row["under"]}


def topmost(kind: str) -> str:
    """Return the kind that a kind belongs to, itself where it belongs to none: police → interior ministry."""
    return _under().get(kind, kind)


@cache
def owners() -> dict[str, str]:
    """Return who owns bodies of a kind, as outlets.tsv names owners: what his agency prints, they said."""
    return {row["body"]: row["owner"] for row in table("speakingbodies") if row["owner"]}


@cache
def officials() -> frozenset[str]:
    """Return the kinds that speak for their state."""
    return frozenset(row["body"] for row in table("speakingbodies") if row["official"])


@cache
def empty() -> frozenset[str]:
    """Return words that tell no body apart: titles, ranks, what a spokesman is called."""
    words = said("filler") | frozenset(fold(word) for row in table("titles") for word in row["title"].split())
    rows = (row["words"] for row in table("report_words") if row["class"] in ("honorifics", "offices", "complements"))
    more = (fold(word) for words_ in rows for word in words_.split())
    classes = (fold(word) for row in table("bodies") for word in row["body"].split())
    return frozenset(map(plain, (*words, *more, *classes))) | listed("empty")
