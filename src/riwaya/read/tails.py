"""The leads of other articles at the end of a page: whole or cut, on matters that the article does not speak of.

A news page ends in teasers: three to seven short paragraphs, each a lead (no و that carries on, a verb first), none
sharing the article's words. One such sign alone means nothing; all together they were right on 99 of 100 pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from riwaya.lexicon import table
from riwaya.read.lines import folded
from riwaya.read.words import content, shared

_LONGEST = 260
_SHORTEST = 50
_MOST = 8
_SURE = 4
_FIRST = 0.12
_FAR_FIRST = 0.34
_FAR = 0.2
_NEAR_FIRST = 0.5
_NEAR = 0.35
_SCATTERED = 0.25
_CARRIES_ON = re.compile(
    r"^\W*[*•▪]|^\W*(?:و(?!صف|صل|قع|افق|جه|زير|زار|فد|كال|اشنطن|اصل|دع|ضع|لي |لد|سط|ثق|زع|عد )"
    r"|فيما|في حين|كما|كذلك|من جه|من جانب|بدور"
    r"|الي ذلك|علي الجانب|في المقابل|يذكر|يشار|تجدر|يشير|لكن|الا ان|غير ان|بينما|ايضا|هذا|هذه|ذلك|علما|ياتي|تاتي"
    r"|جاء|كان|كانت|ثم|حيث|اذ |وهو|وهي)"
)
_ENDS = re.compile(r"[.؟?!\"»”)…،:]\s*$")
_FIRST_WORD = re.compile(r"\w+")


def foreign_tail(paragraphs: Sequence[str], title: str) -> int:
    """Return the index from which ``paragraphs`` are leads of other articles; their number where none is."""
    size = len(paragraphs)
    longest = _leads_at_end(paragraphs)
    for k in range(longest, 1, -1):
        tail, body = paragraphs[size - k :], paragraphs[: size - k]
        if _foreign(tail, content(title + " " + " ".join(body))):
            return size - k
    return size


def leadlike(paragraph: str) -> bool:
    """Say whether a paragraph could be the lead of a report: of that length, and not carrying on a thought."""
    return _SHORTEST <= len(paragraph) <= _LONGEST and not _CARRIES_ON.match(folded(paragraph[:40]))


def cut_off(paragraph: str) -> bool:
    """Say whether a paragraph breaks off where teasers are cut (after 160 to 260 characters), without a final mark."""
    return 160 <= len(paragraph) <= _LONGEST and not _ENDS.search(paragraph[-8:])


def _leads_at_end(paragraphs: Sequence[str]) -> int:
    k = 0
    while k < min(_MOST, len(paragraphs) - 2) and leadlike(paragraphs[-1 - k]):
        k += 1
    return k


def _foreign(tail: Sequence[str], body: frozenset[str]) -> bool:
    matters = [content(paragraph) for paragraph in tail]
    shares = [shared(matter, body) for matter in matters]
    mean = sum(shares) / len(tail)
    cut = sum(cut_off(paragraph) for paragraph in tail)
    verbs = sum(opens_with_verb(paragraph) for paragraph in tail)
    if (verbs + cut) * 2 < len(tail) - 1:
        return False
    if shares[0] > _FIRST and not opens_with_verb(tail[0]):
        return False
    if cut and len(tail) >= _SURE and shares[0] <= _NEAR_FIRST:
        return mean <= _NEAR
    enough = len(tail) >= 3 or cut > 0
    return enough and shares[0] <= _FAR_FIRST and mean <= _FAR and (cut > 0 or _scattered(matters))


def _scattered(matters: Sequence[frozenset[str]]) -> bool:
    """Say whether the paragraphs speak of different matters: those of one report share words among themselves."""
    shares = [shared(one, frozenset().union(*matters[:i], *matters[i + 1 :])) for i, one in enumerate(matters)]
    return sum(shares) / len(shares) <= _SCATTERED


def opens_with_verb(paragraph: str) -> bool:
    """Say whether a paragraph opens with a verb of news leads (``lexicon/lead_verbs.tsv``): ``أعلنت …``."""
    first = _FIRST_WORD.search(folded(paragraph[:60]))
    return first is not None and first.group() in lead_verbs()


@cache
def lead_verbs() -> frozenset[str]:
    """Return the folded verbs with which news leads open (``lexicon/lead_verbs.tsv``)."""
    return frozenset(folded(row["verb"]) for row in table("lead_verbs"))
