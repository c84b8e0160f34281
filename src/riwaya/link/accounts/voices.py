"""Whose voice tells a passage: the speaker and the relays of a statement as origins are compared, or the outlet's own.

The rule is the one of ``riwaya.origin``: the last of the chain and its occasion, else the speaker. A relay that only
carries a named speaker's words (an agency, an outlet) stands beside the speaker, so that a ministry through three
agencies is the ministry, and two ministries through one agency meet in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.link.accounts.callings import (
    class_words,
    first_word,
    indefinite,
    many,
    own_name,
    proper,
    speaks_for,
    titled,
    told_beside,
)
from riwaya.link.accounts.institutions import Institution, institution, jointly
from riwaya.link.accounts.wordlists import listed
from riwaya.link.offices import Office, office
from riwaya.link.spellings import parts
from riwaya.link.who import Who
from riwaya.model import Link, Report, Span, Speaker, Statement, Unknown
from riwaya.origin import OriginName, bases, sources, two_states

_NAMED = ("person", "office", "government")
_BESIDE = 60
_SENTENCE = re.compile(r"[.؟!\n:«»\"“”]|\bب?[أإا]ن(?:ه|ها|هم)?\b")
_RELAYS = ("agency", "outlet")
_OFFICES = ("office", "person")


class Party(Struct, frozen=True, gc=False):
    """A speaker or relay as origins are compared: the parts of a person's name, the bodies and offices spoken for.

    ``spokesman`` says that he speaks for them, ``for_some`` for a body that no report names. ``anybody`` is an agency
    that carries somebody's words whom it does not name: he may be whoever is named elsewhere (``any``), the bearer of a
    title only a person (``person``).
    """

    name: str
    person: tuple[str, ...] = ()
    bodies: tuple[Institution, ...] = ()
    offices: tuple[Office, ...] = ()
    for_some: bool = False
    spokesman: bool = False
    anybody: Literal["", "any", "person"] = ""


class Voice(Struct, frozen=True, kw_only=True):
    """Who tells a passage of a report: ``origin`` and ``parties`` where known, else why not.

    ``document`` is the communiqué or tweet, ``occasion`` the press conference or interview, as printed. The first of
    the parties stands behind the words: who speaks through an agency, who issued the document. ``stands`` is the name
    that the story knows that one by.
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
    source: OriginName | None = None
    unknown: Unknown | None = None
    parties: tuple[Party, ...] = ()
    stands: str = ""
    day: str = ""


def titles(reports: Iterable[Report], who: Who) -> dict[str, tuple[str, ...]]:
    """Return the titles that reports give each person, by the name that the person has across reports."""
    found: dict[str, dict[str, None]] = {}
    for report in reports:
        for one in report.annotations.people:
            found.setdefault(who(report.document.id, one.name), {}).update(dict.fromkeys(one.roles))
    return {name: tuple(roles) for name, roles in found.items() if roles}


class Voices:
    """Reads the voices of one report; ``roles`` are the titles that any report of the story gives a person.

    ``named`` gives a voice the names that its story's list of origins has.
    """

    def __init__(
        self,
        report: Report,
        who: Who,
        roles: Mapping[str, tuple[str, ...]] | None = None,
        named: Callable[[Voice], Voice] | None = None,
    ) -> None:
        self._list = named or (lambda voice: voice)
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
        self._statements = notes.statements
        self._place = {id(one): at for at, one in enumerate(notes.statements)}
        self._kinds = {one.speaker.name: one.speaker.kind for one in notes.statements if one.speaker is not None}
        self._bases = bases(notes.statements)
        self._sources = sources(notes.statements, self._text)

    def own(self, span: Span) -> Voice:
        """Return the outlet's own voice: it says nothing of where it has it from."""
        return Voice(
            doc=self._doc, outlet=self._outlet, start=span.start, end=span.end, unknown="own-voice", day=self._day
        )

    def of(self, statement: Statement) -> Voice:
        """Return the voice of a statement of this report."""
        source, basis = self._source(statement)
        parties, unknown = self._parties(basis, source)
        speaker, last = statement.speaker, basis.chain[-1] if basis.chain else None
        voice = Voice(
            doc=self._doc,
            outlet=self._outlet,
            start=statement.start,
            end=statement.end,
            speaker=self._name(speaker.name) if speaker is not None else "",
            chain=tuple(one.name for one in basis.chain),
            occasion=basis.occasion.name if basis.occasion is not None else "",
            document=last.name if last is not None and last.kind == "document" else "",
            origin="" if unknown or source is None else self._label(source),
            kind=last.kind if last is not None else (speaker.kind if speaker is not None else ""),
            source=None if unknown else source,
            unknown=unknown,
            parties=() if unknown else parties,
            day=self._day,
        )
        return self._list(voice)

    def _source(self, statement: Statement) -> tuple[OriginName | None, Statement]:
        """Return a statement's origin and the statement that has it; one that the report has not stands alone."""
        at = self._place.get(id(statement))
        if at is None:
            return sources((statement,), self._text)[0], statement
        return self._sources[at], self._statements[self._bases[at]]

    def _label(self, source: OriginName) -> str:
        """Return the name of an origin, people under the names that they have across reports."""
        whose = source.of if source.kind == "interview" else self._name(source.of)
        return replace(source, name=self._name(source.name), of=whose).label

    def _name(self, name: str) -> str:
        return self._who(self._doc, name)

    def _parties(self, statement: Statement, source: OriginName | None) -> tuple[tuple[Party, ...], Unknown | None]:
        """Return who stands behind the words, then the others who could be their origin; or why nobody is."""
        speaker, chain = statement.speaker, statement.chain
        last = chain[-1] if chain else None
        if (speaker is not None and speaker.kind == "unnamed") or (last is not None and last.kind == "unnamed"):
            return (), "unnamed"
        if speaker is not None and fold(speaker.name) in listed("our own"):
            return (), "own-voice"
        found = [*self._speaking(statement), *self._carrying(statement)]
        if last is not None and last.kind in _OFFICES:
            found.reverse()
        if source is not None and source.kind in ("document", "joint") and (issuer := self._issuer(source)):
            found = [issuer, *(one for one in found if one.name != issuer.name)]
        if found and source is not None:
            return tuple(found), None
        if speaker is None:
            return (), "no-speaker"
        return (), "plural" if speaker.kind == "collective" or many(speaker.name) else "unnamed"

    def _speaking(self, statement: Statement) -> Iterator[Party]:
        """Yield who speaks, where the name says somebody."""
        speaker = statement.speaker
        if speaker is None:
            return
        if two_states(speaker.name):
            yield _together(OriginName("joint", speaker.name))
        elif speaker.kind in _NAMED and (
            party := self._party(speaker.name, speaker.kind, self._beside(statement), self._after(statement))
        ):
            yield party

    def _carrying(self, statement: Statement) -> Iterator[Party]:
        """Yield the last hand; an agency carried on from an earlier statement adds nothing to a speaker."""
        last, speaker = (statement.chain[-1] if statement.chain else None), statement.speaker
        if last is None or last.kind == "document":
            yield from self._spread(statement)
            return
        named = speaker is None or any(self._speaking(statement))
        if last.inherited and last.kind in _RELAYS and speaker is not None and named:
            return
        if relay := self._relay(last):
            asked = speaker is None and statement.occasion is not None
            nameless = last.kind in _RELAYS and (asked or not named)
            yield replace(relay, anybody="person" if asked else _whoever(speaker)) if nameless else relay

    def _spread(self, statement: Statement) -> Iterator[Party]:
        """Yield the agencies that spread a document: ``نقلت وكالة سنابل البيان``; others have it from them too."""
        for link in statement.chain:
            if link.kind == "agency" and not link.inherited and (relay := self._relay(link)):
                yield relay

    def _party(self, name: str, kind: str, beside: str = "", after: str = "") -> Party | None:
        """Return a speaker to compare; ``None`` where the name says nobody: ``السلطات``, ``المهاجم``."""
        shown = self._name(name)
        roles, body = self._roles.get(shown, ()), institution(name)
        office_alone = titled(name) and body is not None and body.kind != ""
        if roles or (kind == "person" and proper(name) and not office_alone):
            bodies = speaks_for(roles) or told_beside(beside)
            spokesman = any(first_word(role) in listed("spokesmen") for role in (*roles, beside))
            offices = tuple(map(office, roles))
            return Party(shown, parts(shown), bodies, offices, spokesman and not bodies, spokesman)
        if body is None and first_word(name) in listed("spokesmen"):
            return Party(shown, for_some=True, spokesman=True)  # متحدثة باسم الوزارة
        if many(name) or indefinite(name) or body is None or not (body.kind or self._body(name)):
            return None
        held = (office(name),) if kind == "person" or titled(name) else ()
        own = own_name(after)
        return Party(shown, (), (body, own) if own is not None else (body,), held)

    def _body(self, name: str) -> bool:
        """Say whether a name without a known kind is that of a body: found as one, or with a class word before it."""
        return fold(name) in self._named or first_word(name) in class_words()

    def _issuer(self, source: OriginName) -> Party | None:
        """Return who issued a document; a joint one (``بيان مشترك``) is no single party's."""
        if source.kind == "joint":
            return _together(source)
        return self._party(source.of, self._kinds.get(source.of, "office")) if source.of else None

    def _beside(self, statement: Statement) -> str:
        """Return the words around a speaker's name, where a title may stand that names no role."""
        speaker = statement.speaker
        if speaker is None or speaker.start is None or speaker.end is None:
            return ""
        before = self._text[max(0, speaker.start - _BESIDE) : speaker.start]
        after = self._text[speaker.end : speaker.end + _BESIDE]
        return f"{_SENTENCE.split(before)[-1]} {_SENTENCE.split(after)[0]}"

    def _after(self, statement: Statement) -> str:
        speaker = statement.speaker
        return "" if speaker is None or speaker.end is None else self._text[speaker.end : speaker.end + _BESIDE]

    def _relay(self, link: Link) -> Party | None:
        if link.kind == "person":
            return self._party(link.name, "person")
        body = institution(link.name)
        return None if many(link.name) or body is None else Party(link.name, (), (body,))


def _whoever(speaker: Speaker | None) -> Literal["any", "person"]:
    """Say who somebody can be that has no name: ``حاكم المدينة`` a person, ``بطل الدوري`` a team as well."""
    return "person" if speaker is not None and titled(speaker.name) else "any"


def _together(source: OriginName) -> Party:
    """Return two states as one party, where the name tells them."""
    both = jointly(source.of or source.name)
    return Party(source.label, (), (both,) if both is not None else ())
