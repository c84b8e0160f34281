"""Verbs that their subject leads: what stands behind such a verb is whom or what it is about, and nobody who speaks."""

from __future__ import annotations

from riwaya.annotate.statements.agreement import agrees, of_person, of_phrase
from riwaya.annotate.statements.marks import Site
from riwaya.annotate.statements.words import INSTITUTIONS, PERSON_TITLES, PREPOSITIONS, THAT, words

_OPENERS = words("to-be") | words("clause-openers") | words("sentence-openers")
_NOUNS = PERSON_TITLES | INSTITUTIONS | words("owned-by-their-head")
_REACH = 6


def led(site: Site) -> bool:
    """Say whether a name that agrees with the verb stands right before it: ``القاطعي يهدد المرهون بالرد``.

    Not behind a preposition (``في سلوان تقول الوزارة``), nor where a pronoun hangs on the verb (``طلاب وصفهم
    القاطعي``).
    Misses: subjects without a name.
    """
    reading, at = site.reading, site.at
    if site.cue.pronoun or site.cue.skip or site.cue.kind == "passive":
        return False
    near = range(max(site.first, at - _REACH), at)
    named = next((k for k in near if k in reading.mention_at and reading.mention_at[k][1] == at), None)
    if named is None or reading.mention_at[named][0].start != reading.tokens[named].start:
        return False
    mention = reading.mention_at[named][0]
    person = mention.type == "PER"
    gender = of_person(reading, mention.entity, named) if person else of_phrase(reading, named)[0]
    if mention.type == "ORG":
        gender = ""  # الحكومة، داعش: a body's name does not tell
    return agrees(site.cue, gender, "s") and all(_opens(site, k) for k in range(site.first, named))


def _opens(site: Site, at: int) -> bool:
    """Say whether a word may stand before a subject that opens its sentence: a mark, كان, a title, ``العراق:``."""
    reading, key = site.reading, site.reading.keys[at]
    if reading.tokens[at].kind == "punct" or key in _OPENERS or key in _NOUNS or at in reading.mention_at:
        return at not in reading.mention_at or reading.mention_at[at][0].start == reading.tokens[at].start
    return key.startswith("ال") and at not in reading.timed and key not in PREPOSITIONS and key not in THAT
