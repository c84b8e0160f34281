"""What Riwaya knows of a statement beside its words, as exports carry it under a key of their own."""

from __future__ import annotations

from typing import Any

from msgspec import to_builtins

from riwaya.model import Report, Statement
from riwaya.tell.claim import claimed


def provenance(report: Report, statement: Statement, origin: str | None) -> dict[str, Any]:
    """Return speaker, stance, occasion, chain, origin and claim as plain dicts; what is not known is left out.

    ``chain`` is outermost first, the outlet left out, and always there; offsets are code points into the report's text.
    """
    every = {
        "stance": statement.cue.stance,
        "mode": statement.mode,
        "lemma": statement.cue.lemma,
        "speaker": to_builtins(statement.speaker),
        "candidates": list(statement.candidates),
        "occasion": to_builtins(statement.occasion),
        "origin": origin,
        "claim": claimed(report, statement),
    }
    kept = {key: value for key, value in every.items() if value}
    return kept | {"chain": [to_builtins(link) for link in statement.chain]}
