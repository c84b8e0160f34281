"""The known origins of a story: one list for every view, so that what is counted here is what is shown there.

An origin is told by its parts (``riwaya.origin``), and its parts by who they are across reports: one body under two
names, one person under two spellings, ``بيان`` and ``البيان`` of one ministry are one origin. Who stands behind an
origin is its voice: somebody's tweet, speech and interview are three origins and one voice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.link.accounts.identity import Identity
from riwaya.link.accounts.voices import Voice, Voices, titles
from riwaya.link.who import Who
from riwaya.model import Evidence, Origin, OriginKind, Report


class Told(Struct, frozen=True, gc=False):
    """A statement as it is counted: its report and outlet, its origin and who stands behind it, empty where unknown.

    ``own`` is what an outlet has from a known source with nobody and no document between; ``unnamed`` is what it
    has from a source that it does not name; ``nested`` stands in another statement's words.
    """

    doc: str
    outlet: str
    start: int
    end: int
    origin: str = ""
    voice: str = ""
    kind: OriginKind = "speaker"
    printed: str = ""
    own: bool = False
    unnamed: bool = False
    nested: bool = False


class KnownOrigins:
    """The origins of one story's statements, the same for every view of it.

    Misses: two communiqués of one ministry are one origin, whatever their days.
    """

    def __init__(self, reports: Sequence[Report], who: Who) -> None:
        self._who, self._roles = who, titles(reports, who)
        read = [one for report in reports for one in self._read(report)]
        identity = Identity([voice for voice, _ in read if voice.source is not None and voice.parties])
        self.told = tuple(_told(*one, identity) for one in read)
        self._printed = {
            (one.doc, fold(name)): one.origin for one in self.told if one.origin for name in (one.origin, one.printed)
        }
        self._voices = {one.origin: one.voice for one in self.told if one.origin}
        self._of = {(one.doc, one.start, one.end): one for one in self.told}

    @property
    def roles(self) -> Mapping[str, tuple[str, ...]]:
        """The titles that the reports give each person, by the name that the person has across reports."""
        return self._roles

    def voices(self, report: Report) -> Voices:
        """Return the reader of a report's voices; each has the names of this list."""
        return Voices(report, self._who, self._roles, self._named)

    def name(self, doc: str, printed: str) -> str | None:
        """Return what the list calls the origin that a report calls so, None where that is nobody."""
        return self._printed.get((doc, fold(printed)))

    def by_outlet(self) -> dict[str, tuple[Origin, ...]]:
        """Return the known origins of each outlet with all that rests on them there, the most first."""
        found: dict[str, dict[tuple[str, str], list[Told]]] = {}
        for one in self.told:
            if one.origin:
                found.setdefault(one.outlet, {}).setdefault((one.origin, one.voice), []).append(one)
        return {outlet: tuple(sorted(map(_origin, held.values()), key=_rank)) for outlet, held in found.items()}

    def _named(self, voice: Voice) -> Voice:
        """Return a voice under the names of this list; what only the outlet's own words give to somebody is its own."""
        told = self._of.get((voice.doc, voice.start, voice.end))
        if told is not None and told.origin:
            return replace(voice, origin=told.origin, stands=told.voice)
        if voice.unknown is not None:
            return voice
        name = self._printed.get((voice.doc, fold(voice.origin)))
        if name is not None:
            return replace(voice, origin=name, stands=self._voices[name])
        return replace(voice, origin="", source=None, unknown="own-voice", parties=())

    def _read(self, report: Report) -> Iterator[tuple[Voice, bool]]:
        reader = Voices(report, self._who, self._roles)
        for one in report.annotations.statements:
            yield reader.of(one), one.parent is not None


def _told(voice: Voice, nested: bool, identity: Identity) -> Told:
    nameless = voice.unknown == "unnamed"
    place = Told(voice.doc, voice.outlet, voice.start, voice.end, nested=nested, unnamed=nameless)
    if voice.source is None or not voice.parties:
        return place
    origin, stands = identity.origin(voice), identity.voice(voice)
    kind, printed = voice.source.shown, voice.source.label
    return replace(place, origin=origin, voice=stands, kind=kind, printed=printed, own=not voice.chain)


def _origin(told: Sequence[Told]) -> Origin:
    return Origin(
        name=told[0].origin,
        voice=told[0].voice,
        kind=told[0].kind,
        spellings=tuple(sorted({one.printed for one in told})),
        statements=sum(not one.nested for one in told),
        evidence=tuple(Evidence(doc=one.doc, start=one.start, end=one.end) for one in told),
    )


def _rank(origin: Origin) -> tuple[int, str, str]:
    return -origin.statements, origin.name, origin.voice
