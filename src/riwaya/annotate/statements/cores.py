"""The core of a source phrase: where a noun phrase begins and ends without its complements."""

from __future__ import annotations

from functools import lru_cache

from riwaya.annotate.statements.definite import follows, past_name, pronoun, pronoun_on
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import (
    ADVERBS,
    EMBEDDING,
    INSTITUTIONS,
    MODIFIERS,
    PERSON_TITLES,
    PREPOSITIONS,
    RELATIVES,
    STEMS,
    THAT,
    words,
)
from riwaya.arabic.clitics import segment
from riwaya.arabic.verbs import readings

_LABEL = 8
LONGEST = 12
"""Tokens of the longest core."""

_RELATING = tuple(sorted(words("adjective-ends")))
_BARE_TITLES = words("bare-titles")
_NAMED_BY = words("named-by")
_PASSED_ON = words("passed-on")
_NOUN_LIKE = words("noun-like")
_PARTS = words("parts-of-bodies")
_OWNERS = words("owned-by-their-head")


def begins(reading: Reading, at: int, glued: bool) -> bool:
    """Say whether a source phrase can begin here: not a preposition, an adverb, a word with و ف ب ل before it."""
    token, key = reading.tokens[at], reading.keys[at]
    found = reading.mention_at.get(at)
    if found is None and key in _PASSED_ON:
        return False
    if found is not None and (found[0].start == token.start or glued or key.startswith("و")):
        return True
    if not glued and (found is not None or key.startswith("لل") or _has_proclitic(key)):
        return False
    if any(key.endswith(end) and key.removesuffix(end) in PREPOSITIONS for end in ("ها", "هم", "هما", "ه")):
        return False
    if key == "امام" and token.form.startswith("إ"):
        return True
    if token.kind not in ("word", "latin") or at in reading.timed or len(key) < 2:
        return False
    return not (key in PREPOSITIONS or key in ADVERBS or key in RELATIVES or key in THAT)


def _has_proclitic(key: str) -> bool:
    return key[0] in STEMS and not key.startswith(STEMS[key[0]])


def core(reading: Reading, sources: Sources, at: int, end: int, objects: bool) -> tuple[int, int | None]:
    """Return the token after the phrase's core and the token of the person named in it, if any.

    An indefinite head takes genitives until one is definite (``رئيس مجلس الوزراء``); a definite one takes adjectives
    (``الوزارة العراقية``). ``objects``: stop before a noun that opens a content.
    """
    definite, i = False, at
    limit = min(end, at + LONGEST)
    while i < limit:
        found = reading.mention_at.get(i)
        if found is not None:
            mention, stop = found
            if i > at and (
                (mention.type == "PER" and (past_name(reading, at, i) or _body(reading, at, i)))
                or (mention.type == "LOC" and not definite and _governs_none(reading, at, i))
                or (mention.start > reading.tokens[i].start and (objects or not _of_a_part(reading, at, i)))
                or _another_place(reading, i, mention.type, definite)
                or (objects and definite and mention.type == "ORG" and reading.keys[i - 1].startswith("ال"))
            ):
                break
            stop = _past_marks(reading, i, stop, end)
            if mention.type == "PER" and (i == at or not _whose(reading, at, i)):
                return stop, i
            definite, i = True, stop
            continue
        step = _step(reading, sources, at, i, definite, objects)
        if step is None:
            break
        definite, i = step
    return i, None


def _of_a_part(reading: Reading, at: int, i: int) -> bool:
    """Say whether the body behind ب is that of a part named before: ``رئيس لجنة المياه بمجلس الشورى``."""
    body = reading.mention_at[i][0].type == "ORG" and reading.keys[i].startswith("ب")
    return body and not _PARTS.isdisjoint(key.removeprefix("ال") for key in reading.keys[at:i])


def _body(reading: Reading, at: int, i: int) -> bool:
    """Say whether a body with its adjectives ends before the person at ``i``: ``دعت اللجنة السلوانية نوري``."""
    return reading.keys[at] in INSTITUTIONS and reading.keys[at].startswith("ال") and i > at


def _past_marks(reading: Reading, i: int, stop: int, end: int) -> int:
    """Return the token after a name that goes on to a closing mark: ``منظمة "سلوان الحرة"``."""
    for k in range(i, stop):
        quotation = reading.quotations.by_open.get(k)
        if quotation is not None and quotation.close is not None and stop <= quotation.close < k + _LABEL:
            return min(quotation.close + 1, end)
    return stop


def past_defence(reading: Reading, sources: Sources, i: int, end: int) -> int:
    """Return the token after ``عن حقوق الإنسان`` in ``منظمات الدفاع عن حقوق الإنسان``, the same token elsewhere."""
    if i + 1 < end and reading.keys[i] == "عن" and reading.keys[i - 1] == "الدفاع":
        return core(reading, sources, i + 1, end, False)[0]
    return i


def _governs_none(reading: Reading, at: int, i: int) -> bool:
    """Say whether the word before ``i`` takes no genitive: ``دبلوماسيون``, an adjective (``ضابط أمريكي``)."""
    key = reading.keys[i - 1]
    return (key.endswith("ون") and len(key) > 5) or (i - 1 > at and len(key) > 4 and key.endswith(_RELATING))


def _another_place(reading: Reading, i: int, kind: str, definite: bool) -> bool:
    return definite and kind == "LOC" and not reading.keys[i].startswith("ال")


def _step(
    reading: Reading, sources: Sources, at: int, i: int, definite: bool, objects: bool
) -> tuple[bool, int] | None:
    """Return whether the phrase is definite with the word at ``i``, and the next token; None where it ends."""
    token, key = reading.tokens[i], reading.keys[i]
    if token.kind == "punct":
        return _over_mark(reading, sources, at, i, definite)
    if token.kind not in ("word", "latin", "number") or i in reading.timed or (token.kind == "number" and i == at):
        return None
    has_article = key.startswith("ال") and len(key) > 3
    if i == at:
        return has_article or pronoun(key), i + 1
    if reading.tokens[i - 1].text == "_":
        return True, i + 1  # #مهرجان_كان
    if definite and key == "غير" and reading.keys[i + 1 : i + 2] and reading.keys[i + 1].startswith("ال"):
        return True, i + 2  # المنظمة غير الحكومية
    if _closed(key) or _stops(reading, i) or (objects and not has_article and sources.opens_content(key)):
        return None
    if not definite:
        ends = _plural_ends(reading.keys[i - 1], key) or _glued(key, has_article, token.form)
        return None if ends else (has_article, i + 1)
    return (True, i + 1) if follows(reading, sources, at, i, has_article, objects) else None


def _plural_ends(before: str, key: str) -> bool:
    """``نشر ناشطون سلوانيون صور``: behind a plural in ون a phrase goes on only with another."""
    return before.endswith("ون") and len(before) > 5 and before[-5:] != "فزيون" and key[-2:] != "ون"


def _over_mark(reading: Reading, sources: Sources, at: int, i: int, definite: bool) -> tuple[bool, int] | None:
    """Read over ``#``, ``_`` and a name in quotation marks: ``تنظيم "النور"``."""
    if reading.tokens[i].text in "#_":
        return definite, i + 1
    quotation = reading.quotations.by_open.get(i)
    if quotation is None or quotation.close is None or quotation.close - i > _LABEL or i == at:
        return None
    before = reading.keys[i - 1]
    named = sources.kind(before) is not None or before in _NAMED_BY or before in PERSON_TITLES
    named = named or (i == at + 1 and before in INSTITUTIONS and not before.startswith("ال"))  # مؤسسة "النور" الخيرية
    return (True, quotation.close + 1) if named else None


def _closed(key: str) -> bool:
    return key in PREPOSITIONS or key in ADVERBS or key in MODIFIERS or key in RELATIVES or key in THAT


def _glued(key: str, has_article: bool, form: str) -> bool:
    if has_article or key[0] not in "لب" or key.startswith(STEMS[key[0]]):
        return False
    return key[0] == "ل" or "ب" in segment(form).proclitics  # عمدة بيريني is no mayor in anything


def _whose(reading: Reading, at: int, i: int) -> bool:
    """Say whether the word before a name owns it: ``محامي سالم``, but neither ``الوزير سالم`` nor ``محاميه سالم``."""
    word = reading.keys[i - 1]
    if pronoun_on(reading, i - 1):
        return False
    if i > at + 1 and reading.keys[at] in _OWNERS and reading.keys[at + 1] in PERSON_TITLES:
        return True  # إدارة الرئيس سالم
    if i == at + 2 and reading.keys[at] in _OWNERS and word.startswith("ال") and word.endswith(("ي", "يه")):
        return True  # محامو الفرنسية ليلى
    named = reading.mention_at.get(at)
    if named is not None and named[1] == i and named[0].type != "PER":
        return False  # مدير في «النهر» سالم نوري: the body owns nobody
    return word in EMBEDDING or (i == at + 1 and not word.startswith("ال") and word not in _BARE_TITLES)


def _stops(reading: Reading, i: int) -> bool:
    """Say whether a cue or a clause begins here; ``المتحدث`` is none, ``قال`` is."""
    cue, key = reading.cues.get(i), reading.keys[i]
    if key in _PASSED_ON:
        return True
    if cue is not None and (
        cue.lemma == "قول" or (cue.kind != "noun" and (cue.tense == "participle" or cue.lemma not in _NOUN_LIKE))
    ):
        return True
    return len(key) > 3 and key.startswith("و") and key[1:] in PREPOSITIONS


def before_verb(reading: Reading, first: int, stop: int) -> int:
    """Return where a name ends that runs into a clause: ``حملة سلوانية [تهدف إلى …]``."""
    for k in range(first + 1, stop):
        if k not in reading.mention_at and _only_verb(reading.keys[k]):
            return k
    return stop


@lru_cache(maxsize=1 << 14)
def _only_verb(key: str) -> bool:
    """Say whether a word can be nothing but a present verb."""
    if key[:1] not in ("ي", "ت") or key.endswith("ي"):
        return False
    return {one.features.tense for one in readings(key)} == {"present"}
