"""Whose verb of saying an event is, where the statements of a report know it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.link.clauses import Words
from riwaya.link.events import small_words
from riwaya.link.parties import lands
from riwaya.model import Statement


def speaker(word: Token, words: Words, statements: Sequence[Statement], carried: bool) -> tuple[str, ...]:
    """Return the speaker whose verb of saying this is; of one told by another word (``carried``) whoever speaks."""
    if carried and words:
        cued = [one for one in statements if words[0].start <= one.cue.start < words[-1].end]
        known = dict.fromkeys(_names(cued))
        if len(known) == 1:
            return tuple(known)
    return tuple(_names(one for one in statements if one.cue.start <= word.start < one.cue.end))[:1]


def _names(statements: Iterable[Statement]) -> Iterator[str]:
    """Yield persons, governments and bodies; who has no name (``مراقبون``), or only tells of it, is no party."""
    for one in statements:
        known = one.speaker
        if known is not None and (
            known.kind in ("person", "government") or (known.kind == "office" and _body(known.name))
        ):
            yield known.name


def tells_only(name: str) -> bool:
    """Say whether a name is that of an outlet: who only tells of it is no party."""
    return (bool(name) and fold(name.split()[0]) in small_words("outlet")) or name.startswith("وكالة أنباء")


def _body(name: str) -> bool:
    key = fold(name.split()[0])
    known = small_words("agent") | small_words("body") | small_words("class")
    return key not in small_words("relay") and (key in known or key.removeprefix("ال") in known or bool(lands(name)))
