"""The origin of a statement: where its content starts, as far as the report says.

One rule for what is linked and what is told, so that an origin has one name wherever it is counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.arabic.letters import fold
from riwaya.model import Link, Statement

_SPEAKS = frozenset({"person", "office", "government", "document"})
_ISSUERS = ("government", "office", "person")
_Place = tuple[str, int | None]


def origins(statements: Sequence[Statement]) -> tuple[str | None, ...]:
    """Return each statement's origin: the last of its chain and its occasion, else its speaker; None where unknown.

    ``وقالت الدرعاوي كما نقل المكتب الإعلامي`` (she said, the office relays) → ``المكتب الإعلامي``. A document or
    an occasion alone names nothing that two reports could share, so whoever issued or held it is added:
    ``بيان (حكومة سهلان)``. Unnamed sources have no origin: they are listed, never counted.

    Misses: a collective speaker (``خبراء``, experts) is taken as unknown, although some are bodies.
    """
    issuers = _issuers(statements)
    return tuple(_origin(one, issuers) for one in statements)


def _origin(statement: Statement, issuers: dict[_Place, str]) -> str | None:
    speaker, occasion = statement.speaker, statement.occasion
    if speaker is not None and speaker.kind == "unnamed":
        return None
    if statement.chain:
        return _relayed(statement, statement.chain[-1], issuers)
    if speaker is None:
        return None
    if occasion is not None:
        return _with(occasion.name, speaker.name)
    return speaker.name if speaker.kind in _SPEAKS else None


def _relayed(statement: Statement, last: Link, issuers: dict[_Place, str]) -> str | None:
    if last.kind == "unnamed":
        return None
    if last.kind == "document":
        return _with(last.name, issuers.get((last.name, last.start), ""))
    if statement.occasion is not None and last.kind in ("agency", "outlet"):
        return _with(last.name, statement.occasion.name)
    return last.name


def _with(name: str, whose: str) -> str:
    return f"{name} ({whose})" if whose and fold(whose) != fold(name) else name


def _issuers(statements: Sequence[Statement]) -> dict[_Place, str]:
    """Return who issued each document: the government or office that speaks through it, else its first speaker."""
    found: dict[_Place, tuple[int, str]] = {}
    for one in statements:
        if not one.chain or one.chain[-1].kind != "document" or one.speaker is None:
            continue
        if one.speaker.kind not in _ISSUERS:
            continue
        place, rank = (one.chain[-1].name, one.chain[-1].start), _ISSUERS.index(one.speaker.kind)
        if place not in found or rank < found[place][0]:
            found[place] = (rank, one.speaker.name)
    return {place: name for place, (_, name) in found.items()}
