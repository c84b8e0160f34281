"""What somebody is called tells who he is: a name or a title, one or many, whom he speaks for by his titles."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table
from riwaya.link.accounts.institutions import Institution, institution
from riwaya.link.accounts.wordlists import listed

_MARKED = re.compile(r"\s*[\"«“(]([^\"»”()]{2,40})[\"»”)]")


def own_name(after: str) -> Institution | None:
    """Return the body that marks or brackets right behind a description name: ``مجموعة السفن "النهر"``."""
    marked = _MARKED.match(after)
    body = institution(marked[1]) if marked is not None else None
    return body if body is not None and body.kind in ("house", "listed") else None


def proper(name: str) -> bool:
    """Say whether a person's name is one and no title: ``فؤاد سليم``, not ``المهاجم``."""
    first = next((token.key for token in tokens(name) if token.kind in ("word", "latin")), "")
    return bool(first) and first not in _titles() and first.removeprefix("ال") not in _titles() and " " in name.strip()


def titled(name: str) -> bool:
    """Say whether a title opens it: ``حاكم المدينة``, ``رئيسة الوزراء`` (the list of titles has men's alone)."""
    first = first_word(name)
    return first in _titles() or (first.endswith("ه") and first in listed("speaks for"))


def first_word(name: str) -> str:
    """Return the key of the first word without its article: ``المتحدث باسم الوزارة`` → متحدث."""
    return next((token.key.removeprefix("ال") for token in tokens(name) if token.kind == "word"), "")


@cache
def class_words() -> frozenset[str]:
    """Return words that open the name of a body or that can say something: ``وزارة``, ``شركة``, ``لجنة``."""
    sayers = (row["words"].split() for row in table("report_words") if row["class"] in ("sayers", "named-by"))
    return frozenset(fold(row["body"]) for row in table("bodies")) | {fold(word) for words in sayers for word in words}


def many(name: str) -> bool:
    """Say whether a name is that of many, nobody in particular: ``وسائل إعلام``, ``السلطات``, ``مسؤولون``."""
    keys = [token.key for token in tokens(name) if token.kind == "word"]
    named = keys[1:2] if keys[:1] and keys[0] in listed("latest") else keys[:1]
    return any(key in listed("plural") or key.removeprefix("ال") in listed("plural") for key in named)


def indefinite(name: str) -> bool:
    """Say whether a name is one of many who are called so: ``رجل إطفاء`` (a fireman), ``نائب في البرلمان``."""
    keys = [token.key for token in tokens(name) if token.kind == "word"]
    if not keys or keys[0].startswith("ال"):
        return False
    return keys[0] in listed("somebody") or (titled(name) and keys[1:2] != [] and keys[1] in listed("one of many"))


def told_beside(words: str) -> tuple[Institution, ...]:
    """Return the body that words beside a name tell: ``أحد المسؤولين في التحقيق`` (one of those who inquire)."""
    body = institution(words)
    return (body,) if body is not None and body.kind not in ("", "state", "house") else ()


@lru_cache(maxsize=1 << 14)
def speaks_for(roles: tuple[str, ...]) -> tuple[Institution, ...]:
    """Return the bodies that somebody speaks for by his titles: its head, minister, spokesman, commander."""
    found = []
    for role in roles:
        keys = [token.key.removeprefix("ال") for token in tokens(role) if token.kind == "word"]
        while keys[1:] and keys[0] in listed("deputy") and keys[1] in listed("speaks for"):
            keys = keys[1:]
        if keys and keys[0] in listed("speaks for"):
            body = institution(role)
            if body is not None and (body.kind or body.words):
                found.append(body)
    return tuple(dict.fromkeys(found))


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold(row["title"]).split()[0] for row in table("titles") if row["title"])
