"""Verbs of accusing whose noun is the accused: a passive, or a relative clause that takes its noun up."""

from __future__ import annotations

from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.marks import Opening, Site

_OWN_PRONOUN = {"الذي": "ه", "التي": "ها", "الذين": "هم"}
"""The pronoun of a verb by which a relative clause takes its noun up: البنك الذي اتهمـ[ـه]."""


def accused(site: Site, who: Phrase | None, opening: Opening) -> bool:
    """Say whether the noun before a verb of accusing is whom it accuses, not who speaks.

    ``الهجوم الذي اتهمت دمشق بتنفيذه``: the verb agrees with another; ``البنك الذي اتهمه بالتهريب``: its object is the
    relative's noun; ``الحارس الذي اتهم بأنه نام``: without an object it is a passive.
    """
    cue = site.cue
    if who is not None or "transitive" not in cue.flags:
        return False
    clash = {"الذي": "f", "التي": "m"}.get(site.before)
    if clash is not None and cue.gender == clash:
        return True
    if cue.pronoun:
        own = _OWN_PRONOUN.get(site.before)
        return own is not None and site.reading.keys[site.at].endswith(own)
    return opening.how == "that" and opening.between == site.at + 1
