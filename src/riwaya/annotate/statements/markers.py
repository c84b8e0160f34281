"""Which words at a token mark how a claim is put, where nothing around them speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from riwaya.annotate.statements.claimwords import Sign, match, signs, words
from riwaya.annotate.times.tense import looks
from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings_as_they_stand

_SIGNS = signs("particle", "phrase", "verb", "participle", "still")
_UPON, _UPON_WHOM, _UPON_NOBODY = words("upon"), words("upon-whom"), words("upon-nobody")
_AN_LA = ("الا", "بالا")
_PRONOUNS = ("هو", "هي", "هم")
_NEAR = 8
_PERSONS = frozenset("يتن")


def sign_at(tokens: Sequence[Token], at: int, last: int, head: int) -> Sign | None:
    """Return the sign at a token, the clause's ``head`` with its connective (``ولن``, ``فيجب``)."""
    sign = match(_SIGNS, tokens, at, last)
    if sign is not None:
        return sign if _means_it(sign, tokens, at, last, head) else None
    key = tokens[at].key
    if at != head or key[0] not in "وف":
        return None
    for sign in _SIGNS.get(key[1:], ()):
        size = len(sign.words)
        if at + size <= last and all(tokens[at + i].key == sign.words[i] for i in range(1, size)):
            return sign if sign.kind in ("particle", "phrase") else None
    return None


def _means_it(sign: Sign, tokens: Sequence[Token], at: int, last: int, head: int) -> bool:
    before, after = tokens[at - 1].key if at else "", tokens[at + 1].key if at + 1 < last else ""
    if sign.words[0] in _AN_LA:
        return at == head and tokens[at].form.endswith("ألا")
    if len(sign.words) == 1 and sign.words[0].startswith("ال"):  # من "المرجح جدا"
        return before in ("من", "علي", "غير") or not before.isalpha()
    if sign.kind == "still":
        return before == "ما" or sign.words[0].startswith("ما")
    if sign.kind == "participle":
        return after == "علي"
    if sign.words == ("يمكن",):  # يمكّن القوات: it enables the forces
        return "ّ" not in tokens[at].text and (not after.startswith("ال") or is_deed(after[2:]))
    if sign.words == ("من", "المتوقع") and at != head:  # أقوى من المتوقع: than expected
        return at + 2 < last and tokens[at + 2].key in ("ان", "الا")
    if sign.words == ("لا",):  # an answer (لا، …), at least (ما لا يقل عن)
        return before not in ("ما", "مما", "بما") and after not in ("،", ",", ".")
    return True


@lru_cache(maxsize=1 << 12)
def is_deed(key: str) -> bool:
    """Say whether a word may be a verbal noun: ``نظر`` (looking)."""
    return any(one.features.tense == "masdar" for one in readings_as_they_stand(key))


def owed(tokens: Sequence[Token], at: int, last: int, head: int) -> int:
    """Return the token of أن in ``على الطرفين أن`` (it is up to both to …), 0 where that is not said.

    A definite verbal noun may stand for the clause: ``علينا النظر`` (we must look), ``على القوات البقاء``.
    """
    key = tokens[at].key.removeprefix("ف") if at == head else tokens[at].key
    if key not in _UPON_WHOM or at + 1 >= last:
        return 0
    if key == "علي":
        return 0 if at != head or tokens[at + 1].key in _UPON_NOBODY else _owed_deed(tokens, at + 2, last)
    if at != head and tokens[at + 1].form not in ("أن", "ألا"):
        return 0
    return _owed_deed(tokens, at + 1, min(last, at + 2))


def _owed_deed(tokens: Sequence[Token], start: int, last: int) -> int:
    for i in range(start, min(last, start + _NEAR)):
        token = tokens[i]
        if token.form in ("أن", "ألا") or token.key == "الا":
            return i
        if token.key.startswith("ال") and is_deed(token.key[2:]):
            return i
        if token.kind != "word" or looks(token.key) is not None:
            return 0
    return 0


def denies(tokens: Sequence[Token], at: int, last: int, head: int) -> bool:
    """Say whether غير denies a predicate: ``الاتفاق غير كاف``, not ``بصورة غير قانونية`` or ``القوات غير النظامية``."""
    if tokens[at].key != "غير" or at + 1 >= last:
        return False
    after, before = tokens[at + 1], tokens[at - 1]
    if after.kind != "word" or after.key.startswith("ال") or after.form.endswith(("ها", "هم", "ه")):
        return False
    owned = at - 1 == head and before.form.endswith(("ه", "ها", "هم", "نا"))
    return at == head or owned or before.key.startswith("ال") or before.key in _PRONOUNS


def perhaps(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Say whether قد stands before an imperfect (perhaps); before a perfect it is no more than "has"."""
    after = tokens[at + 1].key if at + 1 < last else ""
    if after == "لا":
        return True
    return after[:1] in _PERSONS and (looks(after) == "present" or (after[:1] == "ي" and looks(after) is None))
