"""What may follow in a definite source phrase: adjectives, ``للأرصاد``; not its object, nor another's title."""

from __future__ import annotations

import re

from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import INSTITUTIONS, PERSON_TITLES, PRONOUN_ENDS, TO_THE, words

_ADDRESSED = words("addressed")
_EXPIRED = words("expired")
_FEMININE = words("feminine-adjectives")
_HONORIFICS = words("honorifics")
_NATIONS = words("nations")
_TERMS = words("terms-of-office")


def follows(reading: Reading, sources: Sources, at: int, i: int, has_article: bool, objects: bool) -> bool:
    """Say whether the word at ``i`` belongs to the definite phrase before it: ``المركز الوطني [للأرصاد]``."""
    key, before = reading.keys[i], reading.keys[i - 1]
    after_article = before.startswith("ال")
    if key in _TERMS and before in _EXPIRED:
        return True  # الوزير المنتهية ولايته
    if after_article and key in _HONORIFICS:
        return False  # الناطق باسم الجيش العميد سالم نوري
    if after_article and len(key) > 4 and key.startswith("لل") and key not in TO_THE:
        return True  # المركز الوطني للأرصاد
    if after_article and len(key) > 5 and key.startswith("وال"):
        return True  # وزارة الثقافة والإعلام
    return has_article and not _begins_another(reading, sources, at, i, objects)


def _begins_another(reading: Reading, sources: Sources, at: int, i: int, objects: bool) -> bool:
    """Say whether a definite word behind a definite phrase is its object or another's title."""
    key, before = reading.keys[i], reading.keys[i - 1]
    after_article = before.startswith("ال")
    whole = i == at + 1 and pronoun(reading.keys[at]) and key in PERSON_TITLES  # دعا بعضهم الرئيس
    if whole or _told(reading, at, i) or (past_name(reading, at, i) and (key in PERSON_TITLES or key in _HONORIFICS)):
        return True
    if key in _ADDRESSED or (objects and key[2:] in sources.contents):
        return True
    if after_article and _disagrees(before, key) and not reading.keys[at].endswith("ات"):
        return True
    if i == at + 1 and before.endswith("ه") and after_article and not _feminine(reading, i):
        return True  # انتقدت الصحيفة الخطوات
    return after_article and key in INSTITUTIONS


def _told(reading: Reading, at: int, i: int) -> bool:
    """Say whether a definite word is no adjective: ``نفى الوزير التقارير``, ``أبلغ الناطق الصحفيين``."""
    head, key = reading.keys[at], reading.keys[i]
    after_name = any(reading.mention_at[k][1] == i for k in range(at, i) if k in reading.mention_at)
    if i not in reading.mention_at and key.endswith("ات") and len(key) > 6 and not head.endswith("ات"):
        return not reading.keys[i - 1].endswith("ات")  # نفت وزارة التعليم الشائعات
    if i in reading.mention_at or not (after_name or (i == at + 1 and head.startswith("ال"))):
        return False
    if _PLURAL.fullmatch(key) is not None:
        return key not in _NATIONS and not head.endswith(_MANY)
    return key.endswith("ين") and len(key) > 6 and not after_name and not head.endswith(_MANY)


_PLURAL = re.compile("ال(ت.ا.ي.|ا..ا.)")
"""Broken plurals that no adjective looks like: ``التقارير``, ``الأنباء``."""
_MANY = ("ين", "ون", "ان", "ات")


def _feminine(reading: Reading, i: int) -> bool:
    key, after = reading.keys[i], reading.mention_at.get(i + 1)
    bearer = after is not None and after[0].type == "PER"  # الداعية السلواني سالم نوري
    return bearer or i in reading.mention_at or key.endswith("ه") or key in _FEMININE


def _disagrees(before: str, key: str) -> bool:
    """Say whether ``key`` can't go on describing what feminine adjectives describe: ``الكنيسة القبطية الراهب``."""
    return before.endswith("يه") and key.startswith("ال") and not key.endswith(("ه", "ي", "ا", "اء", "ات"))


def past_name(reading: Reading, at: int, i: int) -> bool:
    """Say whether the phrase is a name that ends before ``i``: what follows is no part, ``حذرت سلوان نوري``."""
    found = reading.mention_at.get(at)
    return found is not None and found[0].type != "PER" and found[1] == i


def pronoun_on(reading: Reading, i: int) -> bool:
    """Say whether a pronoun hangs on a noun: ``زميلها``, ``محاميه``; ``زوجة`` has none."""
    key, form = reading.keys[i], reading.tokens[i].form
    return pronoun(key) or (len(key) > 3 and form.endswith("ه"))


def pronoun(key: str) -> bool:
    """Say whether a key ends in a pronoun: ``بعضهم``; final ه may be a feminine ending."""
    return len(key) > 4 and key.endswith(PRONOUN_ENDS) and not key.endswith("ه")
