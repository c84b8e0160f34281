"""What a title is to those who keep records of people: a post, a rank, a profession, or nothing of theirs."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table

_USES = {"military": "title", "cleric": "title"} | dict.fromkeys(
    ("expert", "media", "arts", "sport", "business", "law"), "profession"
)


class Post(Struct, frozen=True):
    """A post by its title, without the word that says that its bearer holds it no more."""

    name: str
    former: bool


def post(title: str, of: str | None) -> Post | None:
    """Return the post that a title names: ``وزير الخارجية السابق`` → ``وزير الخارجية``, former.

    None where the title is no post (``المحلل السياسي``), or says not of what: ``الوزير`` (the minister).
    """
    words = [token for token in tokens(title) if token.kind != "punct"]
    kept = [token.text for token in words if token.key not in _former()]
    if not kept or _head(words[0].key) not in _posts() or (len(kept) == 1 and not of):
        return None
    return Post(" ".join(kept), len(kept) < len(words))


def use(title: str) -> str:
    """Return ``title`` for a rank (``اللواء``), ``profession`` (``المحلل السياسي``), else an empty string.

    What a report calls a suspect, a victim or a relative is none of these and is never exported.
    """
    words = [token.key for token in tokens(title) if token.kind == "word"]
    if not words or _head(words[0]) in _posts():
        return ""
    return _USES.get(_kinds().get(_head(words[0]), ""), "")


def _head(key: str) -> str:
    """Return the first word of a title as the lists have it: without ال and ة."""
    key = key[2:] if key.startswith("ال") and len(key) > 4 else key
    return key[:-1] if key.endswith("ه") and len(key) > 3 else key


@cache
def _posts() -> frozenset[str]:
    return frozenset(_head(fold(row["word"])) for row in table("posts"))


@cache
def _former() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in table("former"))


@cache
def _kinds() -> dict[str, str]:
    return {_head(fold(row["title"])): row["kind"] for row in reversed(table("titles")) if " " not in row["title"]}
