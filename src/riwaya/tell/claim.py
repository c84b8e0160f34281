"""What a statement claims, in words and values instead of indices."""

from __future__ import annotations

from typing import Any

from riwaya.model import Report, Span, Statement
from riwaya.tell.dates import spoken
from riwaya.tell.words import Both


def claimed(report: Report, statement: Statement) -> dict[str, Any]:
    """Return the claim of a statement without what it does not have: ``لن يغلق قبل نهاية سبتمبر`` → negated, deadline.

    ``condition`` and ``deadline`` have their words and offsets, ``times`` are TIMEX3 values, ``figures`` the words of
    each, ``mentions`` the names. A plain claim that holds none of these is an empty dict.
    """
    found, claim = report.annotations, statement.claim
    deadline = None
    if claim.deadline is not None:
        deadline = _words(report, claim.deadline) | {"until": claim.deadline.until}
    every = {
        "negated": claim.negated,
        "modality": claim.modality,
        "future": claim.future,
        "condition": _words(report, claim.condition) if claim.condition else None,
        "deadline": deadline,
        "times": [value for value in (found.times[n].value for n in claim.times) if value],
        "figures": [_text(report, found.figures[n]) for n in claim.figures],
        "mentions": list(dict.fromkeys(found.mentions[n].entity for n in claim.mentions)),
    }
    return {key: value for key, value in every.items() if value}


def _words(report: Report, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": _text(report, span)}


def _text(report: Report, span: Span) -> str:
    return report.document.text[span.start : span.end]


def facts(report: Report, statement: Statement) -> tuple[tuple[str, Both | str], ...]:
    """Return the claim as pairs of a word key and a text, for people to read; a plain claim has none."""
    found, claim = report.annotations, statement.claim
    held = claimed(report, statement)
    times = [spoken(one.value, one.mod) for one in (found.times[n] for n in claim.times) if one.value]
    every: list[tuple[str, Both | str | None]] = [
        ("claim.negated", "" if claim.negated else None),
        (f"claim.{claim.modality}", "" if claim.modality else None),
        ("claim.own-future", "" if claim.future == "own" else None),
        ("claim.condition", held.get("condition", {}).get("text")),
        ("claim.deadline", held.get("deadline", {}).get("text")),
        (
            "claim.times",
            Both("، ".join(one.ar for one in times), ", ".join(one.en for one in times)) if times else None,
        ),
        ("claim.figures", "، ".join(held.get("figures", ())) or None),
        ("claim.mentions", "، ".join(held.get("mentions", ())) or None),
    ]
    return tuple((key, value) for key, value in every if value is not None)
