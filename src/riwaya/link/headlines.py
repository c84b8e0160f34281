"""Which headline tells an event: that of a report which leads with it, if its words are those of the clauses."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.arabic.tokens import Token, tokens
from riwaya.link.digest import Digest
from riwaya.link.events import small_words
from riwaya.link.likeness import COMPARED, Told, in_common, weighed
from riwaya.link.terms import token_term
from riwaya.model import Evidence, Headline

COVERED = 0.5  # of a headline's rare words that the clauses must have
SHORTEST = 4  # words of a headline that tells what happened


def headline(told: Sequence[Told], best: Told, digests: Sequence[Digest]) -> Headline | None:
    """Return the headline that says best what the clauses of an event tell, of those as sure as the best of them.

    ``تحطم طائرة سلوانية ومقتل ركابها`` (a plane crashed, all killed) of a report whose lead dates the crash; ``None``
    where none does. Misses: a headline in quite other words than the lead.
    """
    leads = [one for one in told if one.happening.main and one.happening.status == best.happening.status]
    scored = [(_covered(one, told, digests[one.report]), -at) for at, one in enumerate(leads)]
    value, at = max(scored, default=(0.0, 0))
    if value < COVERED:
        return None
    known = digests[leads[-at].report]
    assert known.headline is not None
    place = Evidence(doc=known.id, start=known.headline.start, end=known.headline.end)
    return Headline(text=known.title, evidence=place)


def _covered(one: Told, told: Sequence[Told], known: Digest) -> float:
    """Return the share of a headline's rare words that the clauses have on average; none if its own lead hasn't."""
    found = [token for token in tokens(known.title) if token.kind != "punct"]
    if known.headline is None or len(found) < SHORTEST or _teases(known.title, found):
        return 0.0
    words = weighed(tuple(dict.fromkeys(filter(None, map(token_term, found)))))
    if in_common(words, one.words) < COVERED:
        return 0.0
    values = [in_common(words, other.words) for other in told[:COMPARED]]
    return sum(values) / len(values)


def _teases(title: str, words: Sequence[Token]) -> bool:
    """Say whether a headline asks, quotes or shows: ``شاهد لحظة …``, ``الوزير: …``."""
    return "؟" in title or ":" in title or any(word.key in small_words("shows") for word in words)
