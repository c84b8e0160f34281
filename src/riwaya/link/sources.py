"""What an outlet rests on in a story: its own reporting, named origins, unnamed sources, copied text.

The origin of a statement is the last link of its chain with its occasion; with both empty the speaker. Unnamed
sources and unknown speakers have no origin: they are counted apart and never as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from riwaya.model import Copy, Evidence, Link, SourceProfile, Statement

MOST_EVIDENCE = 200
_ISSUERS = ("government", "office", "person")


class Told(Struct, frozen=True, gc=False):
    """A statement as the sources view counts it: where it comes from, empty where nobody can be named."""

    origin: str
    own: bool
    start: int
    end: int


def told(statements: Sequence[Statement]) -> tuple[Told, ...]:
    """Return each statement's origin: through ``بيان`` of a named government ``بيان (الحكومة العراقية)``."""
    issuers = _issuers(statements)
    return tuple(_told(one, issuers) for one in statements if one.parent is None)


def _told(statement: Statement, issuers: dict[tuple[str, int | None], str]) -> Told:
    origin = ""
    if statement.chain:
        last = statement.chain[-1]
        if last.kind != "unnamed":
            origin = _named(last, statement, issuers)
    elif statement.occasion is not None and statement.speaker is not None:
        origin = f"{statement.occasion.name} ({statement.speaker.name})"
    elif statement.speaker is not None and statement.speaker.kind not in ("unnamed",):
        origin = statement.speaker.name
    return Told(origin, not statement.chain and bool(origin), statement.start, statement.end)


def _named(last: Link, statement: Statement, issuers: dict[tuple[str, int | None], str]) -> str:
    """Name an origin so that two documents of two issuers are two: every office issues a ``بيان``."""
    if last.kind == "document":
        issuer = issuers.get((last.name, last.start), "")
        return f"{last.name} ({issuer})" if issuer and issuer != last.name else last.name
    if statement.occasion is not None and last.kind in ("agency", "outlet"):
        return f"{last.name} ({statement.occasion.name})"
    return last.name


def _issuers(statements: Sequence[Statement]) -> dict[tuple[str, int | None], str]:
    """Return who issued each document: the government or office that speaks through it, else its first speaker."""
    found: dict[tuple[str, int | None], tuple[int, str]] = {}
    for one in statements:
        if not one.chain or one.chain[-1].kind != "document" or one.speaker is None:
            continue
        if one.speaker.kind not in _ISSUERS:
            continue
        key = (one.chain[-1].name, one.chain[-1].start)
        rank = _ISSUERS.index(one.speaker.kind)
        if key not in found or rank < found[key][0]:
            found[key] = (rank, one.speaker.name)
    return {key: name for key, (_, name) in found.items()}


class _Tally:
    """The counts of one outlet in one story while they are added up."""

    def __init__(self) -> None:
        self.documents = self.statements = self.own = self.unnamed = 0
        self.chains: dict[str, int] = {}
        self.copies: list[Copy] = []
        self.evidence: list[Evidence] = []

    def add(self, doc: str, statements: Iterable[Told]) -> None:
        self.documents += 1
        for one in statements:
            self.statements += 1
            self.evidence.append(Evidence(doc=doc, start=one.start, end=one.end))
            self.own += one.own
            if one.origin:
                self.chains[one.origin] = self.chains.get(one.origin, 0) + 1
            else:
                self.unnamed += 1


def profiles(
    story: str, reports: Sequence[tuple[str, str, Sequence[Told]]], copies: Mapping[str, Sequence[Copy]]
) -> tuple[SourceProfile, ...]:
    """Return the profile of every outlet of a story, by name; ``reports`` are (document, outlet, statements)."""
    tallies: dict[str, _Tally] = {}
    for doc, outlet, statements in reports:
        tally = tallies.setdefault(outlet, _Tally())
        tally.add(doc, statements)
        tally.copies += copies.get(doc, ())
    return tuple(_profile(story, outlet, tallies[outlet]) for outlet in sorted(tallies))


def _profile(story: str, outlet: str, tally: _Tally) -> SourceProfile:
    return SourceProfile(
        story=story,
        outlet=outlet,
        documents=tally.documents,
        statements=tally.statements,
        own=tally.own,
        chains=dict(sorted(tally.chains.items(), key=lambda item: (-item[1], item[0]))),
        unnamed=tally.unnamed,
        copies=tuple(tally.copies),
        evidence=tuple(tally.evidence[:MOST_EVIDENCE]),
    )
