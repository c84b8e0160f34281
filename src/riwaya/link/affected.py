"""Whom an event word affects: its object, or what it takes with a preposition (قبض على، أفرج عن)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from riwaya.link.events import event_words, small_words
from riwaya.link.phrases import Line, Phrase

PARTIES = ("PER", "ORG", "LOC")
"""Types of names that can be a party of an event."""
_WITH = frozenset(("CONSULT", "AGREE", "COOPERATE"))
_AFFECTS = (("على", ("علي",)), ("عن", ("عن",)), ("ب", ("ب",)), ("إلى", ("الي", "ل")), ("من", ("من",)))
_AGAINST = frozenset(("ASSAULT", "SANCTION", "PROTEST", "ACCUSE", "COERCE", "REJECT"))


def affected(line: Line, rest: Sequence[Phrase], lemma: str, kind: str) -> tuple[str, ...]:
    """Return whom a verb affects, by the phrases behind its subject: ``قبض | على سامي البدري``."""
    mutual = kind in _WITH or lemma in small_words("affects مع")
    if mutual and (along := _along(rest) or _called(line, rest)):
        return along
    for word, leads in _AFFECTS:
        if lemma in small_words(f"affects {word}") and (names := _under(rest, leads)):
            return names
    if kind in _AGAINST and (names := _under(rest, ("ضد",))):
        return names
    if lemma in small_words("orders"):
        return next((names for one in rest if (names := _ordered(line, one))), ())
    if lemma not in small_words("transitive"):
        return ()
    bare = [one for one in rest if not one.lead or (one.lead == "ب" and lemma in small_words("by"))]
    if kind == "ASSAULT" and bare and line.words[bare[0].start].key in small_words("carries people"):
        return tuple(name for name, type_ in bare[0].inner if type_ == "PER")  # استهدفوا موكب فلان
    return bare[0].names if bare and bare[0].type in PARTIES else ()


def _called(line: Line, rest: Sequence[Phrase]) -> tuple[str, ...]:
    """Return whom one rang up: ``أجرى الوزير اتصالا هاتفيا | بسامي البدري``."""
    pairs = ((a, b) for a, b in pairwise(rest) if line.words[a.start].key.startswith("اتصال"))
    return next((b.names for a, b in pairs if not a.lead and b.lead == "ب" and b.type in PARTIES), ())


def freed(line: Line, phrases: Sequence[Phrase]) -> tuple[str, ...]:
    """Return whose release a clause tells: ``أطلق سراح فلان``."""
    inner = next((one.inner for one in phrases if line.words[one.start].key == "سراح"), ())
    return tuple(name for name, _ in inner[:1])


def foes(line: Line, rest: Sequence[Phrase]) -> tuple[str, ...]:
    """Return whose what is hit is: ``قصفت أهدافا لتنظيم …``."""
    pairs = ((a, b) for a, b in pairwise(rest) if _target(line, a))
    return next((b.names for a, b in pairs if not (a.lead or a.names) and b.lead == "ل" and b.type == "ORG"), ())


def _target(line: Line, one: Phrase) -> bool:
    """Say whether a phrase is what was hit, an object by its ending or its word: ``أهدافا``, ``مواقع``."""
    last = line.words[one.end - 1].key
    return last.endswith("ا") or last in small_words("target")


def _ordered(line: Line, one: Phrase) -> tuple[str, ...]:
    """Return whom an order concerns: ``أمرت النيابة بحبس فلان``."""
    key = line.words[one.start].key
    event = event_words().get(key)
    if event is None or event.form != "noun" or key.lstrip("بول") not in small_words("done to"):
        return ()
    people = [name for name, type_ in one.inner if type_ == "PER"]
    return tuple(people[:1] or [name for name, type_ in one.inner[:1] if type_ == "ORG"])


def _along(rest: Sequence[Phrase]) -> tuple[str, ...]:
    """Return with whom it was done; behind another preposition that is another's: ``العمل باتفاقية مع سلوان``."""
    for one in rest:
        if one.lead == "مع":
            return one.names if one.type in PARTIES else ()
        if one.lead in ("علي", "عن", "ب", "من"):
            return ()
    return ()


def _under(rest: Sequence[Phrase], leads: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the first phrase under one of these prepositions."""
    for one in rest:
        if one.lead in leads:
            return one.names if one.type in PARTIES else ()
    return ()
