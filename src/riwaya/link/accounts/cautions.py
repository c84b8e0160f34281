"""What a reader should know before he trusts a claim: whose words it rests on, and that there are no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from riwaya.link.accounts.institutions import institution
from riwaya.link.accounts.origins import Counted
from riwaya.link.accounts.voices import Voice
from riwaya.link.offices import office
from riwaya.model import Caution


def cautions(voices: Sequence[Voice], found: Counted, roles: Mapping[str, tuple[str, ...]]) -> tuple[Caution, ...]:
    """Return the cautions of a claim.

    ``أكدت رئيسة المجلس السهلاني دعمها، بحسب مكتب رئيس الوزراء الواداني`` rests on the other party's office.
    """
    return tuple(_cautions(voices, found, roles))


def _cautions(voices: Sequence[Voice], found: Counted, roles: Mapping[str, tuple[str, ...]]) -> Iterator[Caution]:
    known = [one for one in voices if one.unknown is None]
    outlets = {one.outlet for one in voices}
    if known and all(other_party(one, roles) for one in known):
        yield "other-party"
    if not known and all(one.unknown == "own-voice" for one in voices):
        yield "own-voice-only"
    elif not known:
        yield "only-unnamed"
    docs = {one.doc for one in voices}
    if len(docs) > 1 and any(merge.reason == "copied" and set(merge.docs) == docs for merge in found.merges):
        yield "only-copies"
    if len(found.groups) == 1 and len(outlets) > 1:
        yield "one-origin"


def other_party(voice: Voice, roles: Mapping[str, tuple[str, ...]]) -> bool:
    """Say whether somebody's words came through an office of another country alone."""
    if not voice.chain or voice.kind != "office" or not voice.speaker:
        return False
    relay, home = institution(voice.chain[-1]), _home(voice.speaker, roles)
    return relay is not None and bool(relay.country) and bool(home) and home != relay.country


def _home(speaker: str, roles: Mapping[str, tuple[str, ...]]) -> str:
    """Return the country that a speaker's titles name, or that the body's name does."""
    named = [office(role).country for role in roles.get(speaker, ())]
    body = institution(speaker)
    return next((country for country in named if country), body.country if body is not None else "")
