"""The condition of a claim: ``سننسحب إذا توقف القصف`` (we withdraw if the shelling stops) hangs on its last words."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.statements.claimwords import Sign, future, match, signs, words
from riwaya.annotate.times.tense import looks
from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings
from riwaya.lexicon import table

_CONDITIONS = signs("condition", "if")
_IF_PAST, _NO_IF, _NO_UNLESS = words("if-past"), words("no-if"), words("no-unless")
_SO = words("so")
_OCCURRENCE, _STATE = words("occurrence"), words("state")
_CONDITIONED, _ANONYMITY = words("conditioned"), words("anonymity")
_ASKING = frozenset(word for row in table("claimwords") if row["kind"] == "asking" for word in row["words"].split())
_ANSWER, _RELATIVE = words("answer"), words("relative")
_CONNECTIVES, _NOT_ALL = words("connective"), words("not-all")
_CLOSES = frozenset("،,؛:.!؟?…")
_LONGEST = 40


def condition(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Return the tokens of the first condition in a content, particle included, or None.

    Not: ``ما إذا`` (whether), ``حتى إذا`` and ``وإن`` (even if), ``في حالة صدمة`` (in a state of shock), ``بشرط عدم
    كشف هويته`` (an unnamed source's wish). Misses: ``لو`` (contrary to fact), conditions without a particle, a second
    condition.
    """
    for at in range(first, last):
        key = tokens[at].key
        bare = at if key in _CONDITIONS else None
        sign = match(_CONDITIONS, tokens, at, last) if bare is not None else _joined(tokens[at])
        if sign is not None and _is_condition(sign, tokens, at, first, last):
            if any(tokens[i].key == "ام" for i in range(at, min(last, at + _LONGEST))):
                continue  # إن كان … أم لا: whether
            head = leads(tokens, first, at)
            early = head or not any(looks(tokens[i].key) for i in range(first, at))
            end = _end(tokens, at, at + len(sign.words), last, early)
            return (at, end) if end < last or not head else None
    return None


def leads(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Say whether what begins at a token stands at the content's head, connectives and marks aside."""
    return all(tokens[i].kind == "punct" or tokens[i].key in _CONNECTIVES for i in range(first, at))


def _joined(token: Token) -> Sign | None:
    """Return the sign of ``وإذا`` and ``فإذا``."""
    return _CONDITIONS["اذا"][0] if token.key in ("واذا", "فاذا") else None


def _is_condition(sign: Sign, tokens: Sequence[Token], at: int, first: int, last: int) -> bool:
    """Say whether the particle means a condition here."""
    before = tokens[at - 1].key if at > first else ""
    after_at = at + len(sign.words)
    after = tokens[after_at].key if after_at < last else ""
    if not after:
        return False
    name = sign.words[-1]
    if before in _NO_IF and at > first:
        return False
    if sign.kind == "if" or name == "اذا":
        return _is_if(sign, tokens, at, first, last)
    if sign.words[0] in ("ما", "مالم"):
        return before not in _NO_UNLESS or name not in ("لم", "مالم")
    if name == "طالما":
        return before not in _RELATIVE and (looks(after) != "past" or after in _IF_PAST)
    return _in_case(sign, tokens, after_at, last, after)


def _is_if(sign: Sign, tokens: Sequence[Token], at: int, first: int, last: int) -> bool:
    """Say whether إذا or إن means if: not "that", not "whether" (``لم يتضح إذا``), not ``إن لم يكن كلها``."""
    if any(one.lemma in _ASKING for i in range(max(first, at - 2), at) for one in readings(tokens[i].key)):
        return False
    if sign.kind != "if":
        noun = tokens[at + len(sign.words)].key  # إذا المسألة، إذا هي: so the question is
        if noun in _SO or (tokens[at].key == "واذا" and future(noun)):
            return False
        return not noun.startswith("ال") or any(one.features.tense == "past" for one in readings(noun))
    after, then = tokens[at + 1].key, [token.key for token in tokens[at + 2 : min(last, at + 4)]]
    if after == "لم" and then[:1] and then[0] in ("يكن", "تكن") and then[1:] and then[1] in _NOT_ALL:
        return False
    return tokens[at].form == "إن" and after in _IF_PAST


def _in_case(sign: Sign, tokens: Sequence[Token], after_at: int, last: int, after: str) -> bool:
    name = sign.words[-1]
    if name == "حاله":
        return after in _OCCURRENCE
    if name in ("حال", "بحال"):
        return after not in _STATE
    then = tokens[after_at + 1].key if after_at + 1 < last else ""
    if name in ("شرط", "بشرط", "شريطه"):
        return (name != "شرط" or after in _CONDITIONED) and not (after == "عدم" and then in _ANONYMITY)
    if name in ("رهن", "مرهون", "مرهونه", "مشروط", "مشروطه"):
        return after.startswith("ب")
    return True


def _end(tokens: Sequence[Token], at: int, start: int, last: int, early: bool) -> int:
    """Return the token after the condition: at a mark, at what answers it (``فإن``), at the content's end.

    An ``early`` one also ends where the main clause begins without either: ``إذا فشلت الجولة سنعود``.
    """
    for i in range(start, min(last, at + _LONGEST)):
        token = tokens[i]
        if token.kind == "punct":
            if token.text in _CLOSES:
                return i
            continue
        if (
            token.key in _ANSWER
            or (i > start and token.key.startswith("فال"))
            or (token.key[0] == "ف" and looks(token.key[1:]) == "forward")
        ):
            return i
        if early and i > start and (token.key in ("لن", "سوف") or future(token.key)):
            return i
    return min(last, at + _LONGEST)
