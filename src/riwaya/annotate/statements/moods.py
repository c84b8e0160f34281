"""Which verb forms report something: neither negated nor possible, conditional, impersonal, nor nouns in disguise."""

from __future__ import annotations

from riwaya.annotate.statements.marks import Site
from riwaya.annotate.statements.speakers import verb_gender
from riwaya.annotate.statements.words import ADVERBS, MODAL_BEFORE, NEGATIONS, PREPOSITIONS, THAT, words

_BEFORE_NOUNS = words("before-nouns")
_COUNTED = words("counted")
_CONDITIONS = words("conditions")
_GOD = words("god")
_QUESTIONS = words("questions")
_IMPERSONAL = words("impersonal")
_IDIOMS = words("idioms")
"""Verb and noun that together tell of no speech: لفت_الأنظار (drew the eyes)."""
_NOT_DENYING = words("not-denying")


def reports(site: Site) -> bool:
    """Say whether the verb reports: not ``لم يذكر``, ``قد يعلن``, ``يذكر أن``, ``مليون طالب``, ``دعا الله``."""
    cue, before = site.cue, site.before
    if cue.lemma == "أثنى" and site.after.startswith("عشر"):
        return False
    if f"{cue.lemma}_{site.after}" in _IDIOMS or (cue.lemma == "طلب" and _request(site)):
        return False
    if site.after in _GOD or (cue.pronoun and cue.lemma == "دعا" and before in ("ما", "مما")):
        return False
    if cue.skip:
        return before != "دون" and not (cue.tense == "present" and _impersonal(site))
    if cue.lemma == "طالب" and (before in _COUNTED or site.reading.tokens[site.at - 1].kind == "number"):
        return False
    if cue.lemma == "حذر" and cue.tense == "past" and not site.pause and _indefinite(before):
        return False  # هدوء حذر
    if before in _BEFORE_NOUNS:
        return False
    if before in NEGATIONS:
        return cue.lemma in _NOT_DENYING
    if cue.tense == "present":
        if before in MODAL_BEFORE:
            return _goes_on(site)
        return not _impersonal(site)
    return before not in _CONDITIONS and before not in _QUESTIONS


def _request(site: Site) -> bool:
    """``رفضت طلب الشركة``, ``ألف طلب``: behind a verb or a number طلب is a noun."""
    if site.cue.tense != "past" or site.pause or site.cue.skip or site.at - 1 in site.reading.mention_at:
        return False
    number = site.reading.tokens[site.at - 1].kind == "number" or site.before in _COUNTED
    return number or verb_gender(site.before) is not None


def _indefinite(key: str) -> bool:
    return not key.startswith("ال") and not key.endswith(("ه", "ها")) and key not in PREPOSITIONS and key not in ADVERBS


def _goes_on(site: Site) -> bool:
    """``قبل أن يضيف`` (before he added) tells of speech, other subjunctives don't."""
    earlier = site.reading.keys[site.at - 2] if site.at - 2 >= site.first else ""
    return site.before == "ان" and earlier == "قبل" and "goes-on" in site.cue.flags


def _impersonal(site: Site) -> bool:
    """``يذكر أن`` (it is recalled that): the reporter's own words, where no subject stands before."""
    cue = site.cue
    if (cue.gender, cue.number) != ("m", "s") or cue.lemma not in _IMPERSONAL:
        return False
    if site.after not in THAT and site.after not in ("الي", "ان", "عن"):
        return False
    return site.before in ("و", "ف", "")
