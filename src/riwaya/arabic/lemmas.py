"""Lemmas: the dictionary form of a word, clitics left out: ``وبتصريحاتها`` → ``تصريح``, ``سيقول`` → ``قال``.

Verbs give the third person masculine singular of the past, nouns their singular, participles stay. Comparison of words
is what lemmas are for, not dictionaries: where sources differ, any one form will do that is always the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

import simplemma

from riwaya.arabic.clitics import segment, stems
from riwaya.arabic.letters import fold, plain
from riwaya.arabic.verbs import Reading, readings_as_they_stand
from riwaya.lexicon import counts, table

_ALIF = str.maketrans("أإآٱ", "اااا")
_FINITE = ("past", "present", "future")
_NOUN_SHARE = 0.05  # a form that takes the article so often is a noun, whatever verb it looks like
_ENDINGS = ("ات", "ون", "ين", "ان", "تين", "تان", "ا")


@cache
def _listed() -> Mapping[str, str]:
    return {plain(row["form"]): row["lemma"] for row in table("lemmas")}


@lru_cache(maxsize=1 << 16)
def lemma(form: str) -> str:
    """Return the lemma of a word as printed, in normalised letters: ``ومسؤوليها`` → ``مسؤول``, ``قالوا`` → ``قال``.

    A word that nothing is known of is returned without its clitics. Misses: the sentence is not looked at, so that
    ``وعد`` is the verb, ``كتب`` the noun whatever is meant; verbs that no list knows keep their form.
    """
    word = plain(form)
    cut = segment(word)
    base = _listed_stem(word) or stems(word)[0]
    if (listed := _listed().get(base)) is not None:
        return listed
    if "ال" not in cut.proclitics and (verb := _verb(base)) is not None:
        return verb
    return _noun(base)


def _listed_stem(word: str) -> str | None:
    return word if word in _listed() else None


def _verb(base: str) -> str | None:
    finite = [one for one in readings_as_they_stand(fold(base)) if _counts_as_verb(one)]
    if not finite or _is_noun(base):
        return None
    return max(finite, key=lambda one: (one.features.mood is None, _spelled(one, base), _often(one.lemma))).lemma


def _counts_as_verb(reading: Reading) -> bool:
    features = reading.features
    return features.tense in _FINITE and (features.person == 3 or (features.person == 1 and features.mood is None))


def _spelled(reading: Reading, base: str) -> bool:
    """Prefer the verb whose citation form shares the first letter as spelled: ``أعد`` prepared, ``اعتد``."""
    return reading.lemma[0] == base[0]


def _is_noun(base: str) -> bool:
    seen, light = counts("vocabulary"), base.translate(_ALIF)
    alone = seen.get(light, 0) + 1
    article = sum(seen.get(clitics + light, 0) for clitics in ("ال", "وال", "بال", "لل"))
    return article > _NOUN_SHARE * alone and (article > 3 or light not in seen)


def _often(word: str) -> int:
    return counts("vocabulary").get(word.translate(_ALIF), 0)


def _noun(base: str) -> str:
    if base.endswith(("تين", "تان")) and _often(base[:-3] + "ة") > 2:
        return base[:-3] + "ة"  # the dictionary takes طائرتين for two birds
    found = simplemma.lemmatize(base, "ar")
    if found == base and not simplemma.is_known(base, "ar"):
        return _without_ending(base)
    nominal = (one for one in readings_as_they_stand(fold(base)) if one.features.tense in ("masdar", "participle"))
    if any(one.lemma == found and one.features.number == "sg" for one in nominal):
        return base  # the dictionary gives the verb for some masdars: مواجهة
    return plain(str(found))


def _without_ending(base: str) -> str:
    """Cut a sound plural, dual or accusative ending where what remains is a word of news: ``مسيّرات`` → ``مسيرة``."""
    for ending in _ENDINGS:
        stem = base.removesuffix(ending)
        if stem == base or len(stem) < 3:
            continue
        for candidate in (stem + "ة", stem) if ending in ("ات", "تين", "تان") else (stem,):
            if _often(candidate) > 2:
                return candidate
    return base
