"""The main predicate of a content: where it stands, and so how the content is put."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.statements.claimwords import match, signs, words
from riwaya.annotate.statements.markers import denies, owed, sign_at
from riwaya.annotate.statements.wording import Put, Wording
from riwaya.annotate.times.tense import looks
from riwaya.arabic.tokens import Token

_HEADS, _STILL = signs("head"), words("still")
_AUXILIARY, _MAYBE, _TURN, _QUESTION = words("auxiliary"), words("maybe"), words("turn"), words("question")
_SUBORDINATE, _RELATIVE, _THAT = words("subordinate"), words("relative"), words("that")
_BEFORE_THAT = words("before-that")
_REACH = 24
"""Tokens from a content's beginning within which its predicate is looked for."""
_NEAR = 8
_CLOSES = frozenset(".:؛!…")
_DENIALS = frozenset(("لا", "لم", "لن", "ليس", "ليست"))
_IF = frozenset(("اذا", "واذا"))
_AN = frozenset(("ان", "ما", "انه", "انها"))
_BEFORE_HEADS = frozenset(("الي", "علي", "عن", "من", "في", "بشان"))


def clause(tokens: Sequence[Token], first: int, last: int) -> Put:
    """Return how a clause is put: ``القوات التي دخلت لن تنسحب`` (the forces that came in won't withdraw) is negated.

    The first finite verb that stands in no relative clause decides. Nothing is said of a content that goes on to a
    second claim, or to a complement clause, before any verb. Misses: ما with a perfect (did not; what was), questions,
    nominal sentences whose predicate is no word of the list.
    """
    head = _past_subordinate(tokens, first, last) if tokens[first].key not in _QUESTION else None
    if head is None:
        return Put()
    at, pending = head, False
    while at < min(last, head + _REACH):
        key = tokens[at].key
        if at > head and _goes_on(tokens, at, last, pending):
            return Put()
        if key in _RELATIVE and at + 1 < last and not _still(tokens, at):
            pending = True
        elif (size := _decides(tokens, at, last, head)) > 0:
            if not pending:
                return Wording(tokens, head, last).read(at)
            pending, at = key in _AUXILIARY or key in _MAYBE, at + size - 1
        at += 1
    return Put()


def _still(tokens: Sequence[Token], at: int) -> bool:
    """Say whether ما is part of ``ما زال`` (still); before other verbs it is taken for "what"."""
    return tokens[at].key == "ما" and tokens[at + 1].key in _STILL


def _goes_on(tokens: Sequence[Token], at: int, last: int, pending: bool) -> bool:
    """Say whether a second claim, a condition or a complement begins here: the first had no verb.

    ``المخزون كاف ولن ينفد`` (the stock suffices and won't run out).
    """
    key = tokens[at].key
    if key == "و":
        return at + 1 < last and tokens[at + 1].key in _DENIALS
    if key in _THAT and not pending:
        return True
    if tokens[at].kind == "punct":
        return tokens[at].text in _CLOSES
    return key in _IF or key in _TURN or (key[0] == "و" and key[1:] in _DENIALS)


def _past_subordinate(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Return where the main clause begins: after the comma that ends ``عندما …،``; None where none ends it."""
    at = next((i for i in range(first, last) if tokens[i].kind != "punct"), None)
    if at is None:
        return None
    key, near = tokens[at].key.removeprefix("و"), {token.key for token in tokens[at + 1 : min(last, at + 4)]}
    if key not in _SUBORDINATE and not ((key in _BEFORE_THAT or near & _BEFORE_THAT) and near & _AN):
        return at
    comma = next((i for i in range(at, min(last, at + _REACH)) if tokens[i].text == "،"), None)
    return comma + 1 if comma is not None and comma + 1 < last else None


def _decides(tokens: Sequence[Token], at: int, last: int, head: int) -> int:
    """Return how many tokens of a marker or verb stand here, 0 where none does."""
    if tokens[at].kind != "word":
        return 0
    sign = sign_at(tokens, at, last, head)
    if sign is not None:
        return len(sign.words) + (sign.kind == "particle")
    if owed(tokens, at, last, head) or denies(tokens, at, last, head):
        return 2
    key = tokens[at].key
    return int((key in _MAYBE and (key == "قد" or at == head)) or looks(key) is not None)


def nominal(tokens: Sequence[Token], first: int, last: int) -> Put:
    """Return how a content without a clause is put, by its head: ``ضرورة عدم التصعيد`` (the need not to escalate).

    An addressee may stand before it: ``إيران بعدم التدخل``; from أن on it is a clause.
    """
    if sign_at(tokens, first, last, first) is not None or owed(tokens, first, last, first):
        return clause(tokens, first, last)
    wording, at = Wording(tokens, first, last), first
    while at < min(last, first + _NEAR):
        token = tokens[at]
        if at > first and (token.key in ("ان", "بان") or token.form in ("ألا", "بألا")):
            if wording.marks:
                wording.complement(at)
                break
            start = at + token.key.endswith("ان")
            return clause(tokens, start, last) if start < last else Put()
        sign = match(_HEADS, tokens, at, last)
        if sign is not None and _heads(tokens, at, first, wording):
            wording.take(sign, at)
        elif wording.marks or (token.kind == "punct" and at > first) or token.key in _RELATIVE or looks(token.key):
            break
        at += 1
    return wording.put()


def _heads(tokens: Sequence[Token], at: int, first: int, wording: Wording) -> bool:
    """Say whether the noun is the content's head, not a part of what it tells of."""
    if at == first:
        return True
    if wording.marks:
        return wording.marks[-1][1] == at
    return tokens[at].key[0] == "ب" or tokens[at - 1].key in _BEFORE_HEADS
