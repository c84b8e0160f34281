"""Whose voice tells a passage: the speaker and the relays of a statement as origins are compared, or the outlet's own.

The rule is the one of ``riwaya.origin``: the last of the chain and its occasion, else the speaker. A relay that only
carries a named speaker's words (an agency, an outlet) stands beside the speaker, so that a ministry through three
agencies is the ministry, and two ministries through one agency meet in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table
from riwaya.link.accounts.institutions import Institution, institution, jointly
from riwaya.link.accounts.wordlists import listed
from riwaya.link.offices import Office, office
from riwaya.link.spellings import parts
from riwaya.link.who import Who
from riwaya.model import Link, Report, Span, Statement, Unknown
from riwaya.origin import origins

_NAMED = ("person", "office", "government")
_BESIDE = 60
_SENTENCE = re.compile(r"[.؟!\n:«»\"“”]|\bب?[أإا]ن(?:ه|ها|هم)?\b")
_RELAYS = ("agency", "outlet")


class Party(Struct, frozen=True, gc=False):
    """A speaker or relay as origins are compared: the parts of a person's name, the bodies and offices spoken for.

    ``for_some`` marks a spokesman of a body that no report names.
    """

    name: str
    person: tuple[str, ...] = ()
    bodies: tuple[Institution, ...] = ()
    offices: tuple[Office, ...] = ()
    for_some: bool = False


class Voice(Struct, frozen=True, kw_only=True):
    """Who tells a passage of a report: ``origin`` and ``parties`` where known, else why not.

    ``document`` is the communiqué or tweet, ``occasion`` the press conference or interview, as printed.
    """

    doc: str
    outlet: str
    start: int
    end: int
    speaker: str = ""
    chain: tuple[str, ...] = ()
    occasion: str = ""
    document: str = ""
    origin: str = ""
    kind: str = ""
    unknown: Unknown | None = None
    parties: tuple[Party, ...] = ()
    day: str = ""


def titles(reports: Iterable[Report], who: Who) -> dict[str, tuple[str, ...]]:
    """Return the titles that reports give each person, by the name that the person has across reports."""
    found: dict[str, dict[str, None]] = {}
    for report in reports:
        for one in report.annotations.people:
            found.setdefault(who(report.document.id, one.name), {}).update(dict.fromkeys(one.roles))
    return {name: tuple(roles) for name, roles in found.items() if roles}


class Voices:
    """Reads the voices of one report; ``roles`` are the titles that any report of the story gives a person."""

    def __init__(self, report: Report, who: Who, roles: Mapping[str, tuple[str, ...]] | None = None) -> None:
        notes, self._doc = report.annotations, report.document.id
        self._text = report.document.text
        outlet = notes.outlet or report.document.outlet
        published = notes.published or report.document.published
        self._outlet = outlet.name if outlet is not None else ""
        self._day = published.value if published is not None else (report.document.given or "")
        self._who = who
        self._roles = titles((report,), who) if roles is None else roles
        bodies = (*notes.organisations, *notes.places)
        self._named = {fold(name) for one in bodies for name in (one.name, *one.variants)}
        self._origins = dict(zip(map(id, notes.statements), origins(notes.statements), strict=True))

    def own(self, span: Span) -> Voice:
        """Return the outlet's own voice: it says nothing of where it has it from."""
        return Voice(
            doc=self._doc, outlet=self._outlet, start=span.start, end=span.end, unknown="own-voice", day=self._day
        )

    def of(self, statement: Statement) -> Voice:
        """Return the voice of a statement of this report."""
        speaker, chain = statement.speaker, statement.chain
        origin = self._origins.get(id(statement))
        parties, unknown = self._parties(statement)
        last = chain[-1] if chain else None
        return Voice(
            doc=self._doc,
            outlet=self._outlet,
            start=statement.start,
            end=statement.end,
            speaker=self._name(speaker.name) if speaker is not None else "",
            chain=tuple(one.name for one in chain),
            occasion=statement.occasion.name if statement.occasion is not None else "",
            document=last.name if last is not None and last.kind == "document" else "",
            origin="" if unknown else _label(statement, origin, parties),
            kind=last.kind if last is not None else (speaker.kind if speaker is not None else ""),
            unknown=unknown,
            parties=() if unknown else parties,
            day=self._day,
        )

    def _name(self, name: str) -> str:
        return self._who(self._doc, name)

    def _parties(self, statement: Statement) -> tuple[tuple[Party, ...], Unknown | None]:
        """Return the speaker and the relays that could be the origin, or why nobody is."""
        speaker, chain = statement.speaker, statement.chain
        last = chain[-1] if chain else None
        if (speaker is not None and speaker.kind == "unnamed") or (last is not None and last.kind == "unnamed"):
            return (), "unnamed"
        found: list[Party] = []
        several = jointly(speaker.name) if speaker is not None else None
        if speaker is not None and several is not None:
            found.append(Party(self._name(speaker.name), (), (several,)))
        if (
            speaker is not None
            and speaker.kind in _NAMED
            and (party := self._party(speaker.name, speaker.kind, self._beside(statement)))
        ):
            found.append(party)
        if last is not None and last.kind != "document":
            relay = self._relay(last)
            if relay and not (found and last.inherited and last.kind in _RELAYS):
                found.append(relay)
        issuer = self._issuer(statement, last) if not found and last is not None else None
        if issuer is not None:
            return (issuer,), None
        if found:
            return tuple(found), None
        if speaker is None:
            return (), "no-speaker"
        return (), "plural" if speaker.kind == "collective" or _many(speaker.name) else "unnamed"

    def _party(self, name: str, kind: str, beside: str = "") -> Party | None:
        """Return a speaker to compare; ``None`` where the name says nobody: ``السلطات``, ``المهاجم``."""
        shown = self._name(name)
        roles = self._roles.get(shown, ())
        if roles or (kind == "person" and _proper(name)):
            bodies = _speaks_for(roles) or _told_beside(beside)
            spokesman = not bodies and any(_first(role) in listed("spokesmen") for role in (*roles, beside))
            return Party(shown, parts(shown), bodies, tuple(map(office, roles)), spokesman)
        body = institution(name)
        if _many(name) or body is None or not (body.kind or self._body(name)):
            return None
        titled = (office(name),) if kind == "person" or _titled(name) else ()
        return Party(shown, (), (body,), titled)

    def _body(self, name: str) -> bool:
        """Say whether a name without a known kind is that of a body: found as one, or with a class word before it."""
        return fold(name) in self._named or _first(name) in _class_words()

    def _issuer(self, statement: Statement, last: Link) -> Party | None:
        """Return who issued a document that speaks for itself; a joint one (``بيان مشترك``) has a name of its own."""
        origin = self._origins[id(statement)] or ""
        issuer = origin[len(last.name) :].strip(" ()") if last.kind == "document" else ""
        if issuer and (party := self._party(issuer, "office")):
            return party
        return Party(last.name) if last.kind == "document" and "مشترك" in fold(last.name) else None

    def _beside(self, statement: Statement) -> str:
        """Return the words around a speaker's name, where a title may stand that names no role."""
        speaker = statement.speaker
        if speaker is None or speaker.start is None or speaker.end is None:
            return ""
        before = self._text[max(0, speaker.start - _BESIDE) : speaker.start]
        after = self._text[speaker.end : speaker.end + _BESIDE]
        return f"{_SENTENCE.split(before)[-1]} {_SENTENCE.split(after)[0]}"

    def _relay(self, link: Link) -> Party | None:
        if link.kind == "person":
            return self._party(link.name, "person")
        body = institution(link.name)
        return None if _many(link.name) or body is None else Party(link.name, (), (body,))


def _label(statement: Statement, origin: str | None, parties: Sequence[Party]) -> str:
    """Return the name of an origin: an agency that carries a named speaker's words is only where one reads them."""
    last = statement.chain[-1] if statement.chain else None
    carried = last is not None and last.kind in _RELAYS and statement.occasion is None
    return origin if origin and last is not None and not carried else parties[0].name


def _proper(name: str) -> bool:
    """Say whether a person's name is one and no title: ``فؤاد سليم``, not ``المهاجم``."""
    first = next((token.key for token in tokens(name) if token.kind in ("word", "latin")), "")
    return bool(first) and first not in _titles() and first.removeprefix("ال") not in _titles() and " " in name.strip()


def _titled(name: str) -> bool:
    return _first(name) in _titles()


def _first(name: str) -> str:
    return next((token.key.removeprefix("ال") for token in tokens(name) if token.kind == "word"), "")


@cache
def _class_words() -> frozenset[str]:
    """Return words that open the name of a body or that can say something: ``وزارة``, ``شركة``, ``لجنة``."""
    sayers = (row["words"].split() for row in table("report_words") if row["class"] in ("sayers", "named-by"))
    return frozenset(fold(row["body"]) for row in table("bodies")) | {fold(word) for words in sayers for word in words}


def _many(name: str) -> bool:
    """Say whether a name is that of many, nobody in particular: ``وسائل إعلام``, ``السلطات``, ``مسؤولون``."""
    keys = [token.key for token in tokens(name) if token.kind == "word"]
    named = keys[1:2] if keys[:1] and keys[0] in listed("latest") else keys[:1]
    return any(key in listed("plural") or key.removeprefix("ال") in listed("plural") for key in named)


def _told_beside(words: str) -> tuple[Institution, ...]:
    """Return the body that words beside a name tell: ``أحد المسؤولين في التحقيق`` (one of those who inquire)."""
    body = institution(words)
    return (body,) if body is not None and body.kind not in ("", "state", "house") else ()


def _speaks_for(roles: Iterable[str]) -> tuple[Institution, ...]:
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
