"""What outlets rest on, as rows."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import to_builtins

from riwaya.model import Copy, Origin
from riwaya.tell.rows.naming import Namer, Row, evidence, place
from riwaya.tell.views import Views


def sources(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    """Yield what each outlet rests on."""
    for profile in views.sources(story):
        yield {
            "story": profile.story,
            "outlet": profile.outlet,
            "documents": profile.documents,
            "statements": profile.statements,
            "own": profile.own,
            "chains": dict(sorted(profile.chains.items(), key=lambda item: (-item[1], item[0]))),
            "relayed": profile.relayed,
            "unnamed": profile.unnamed,
            "unknown": profile.unknown,
            "origins": [_origin(one) for one in profile.origins],
            "voices": len({one.voice for one in profile.origins}),
            "copies": [_copy(copy, name) for copy in profile.copies],
            "evidence": evidence(
                dict.fromkeys((*profile.evidence, *(one for copy in profile.copies for one in copy.evidence))), name
            ),
        }


def _origin(one: Origin) -> Row:
    """Return an origin as the sources list it; which statements rest on it, ``statements`` tells."""
    return {
        "origin": one.name,
        "voice": one.voice,
        "kind": one.kind,
        "spellings": list(one.spellings),
        "statements": one.statements,
    }


def _copy(copy: Copy, name: Namer) -> Row:
    """Return a copy with its passages; each has the words of ``doc`` and, beside them, those of ``original``."""
    return {
        "doc": name(copy.doc),
        "original": name(copy.original),
        "score": copy.score,
        "kind": copy.kind,
        "basis": copy.basis,
        "third": copy.third,
        "same_outlet": copy.same_outlet,
        "rulings": [to_builtins(mark) for mark in copy.rulings],
        "passages": [
            {"doc": place(one.doc, name), "original": place(one.original, name), "same": one.same}
            for one in copy.passages
        ],
    }
