"""How a content is put: whether its main predicate is denied, possible, owed, meant or expected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from riwaya.annotate.statements.claimwords import Sign, future, match, signs, words
from riwaya.annotate.times.tense import looks
from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings_as_they_stand
from riwaya.model import Modality

_SIGNS = signs("particle", "phrase", "verb", "participle", "still")
_HEADS = signs("head")
_UPON, _UPON_WHOM, _UPON_ALWAYS = words("upon"), words("upon-whom"), words("upon-always")
_UPON_NOBODY = words("upon-nobody")
_INSERTED, _AUXILIARY, _MAYBE, _THAT_NOT = words("inserted"), words("auxiliary"), words("maybe"), words("that-not")
_TURN = words("turn")
_SUBORDINATE, _RELATIVE, _THAT = words("subordinate"), words("relative"), words("that")
_ONLY, _EXCEPT, _NOT_EXCEPT, _QUESTION = words("only"), words("except"), words("not-except"), words("question")
_REACH = 24
"""Tokens from a content's beginning within which its predicate is looked for."""
_NEAR = 8
_CLOSES = frozenset(".:؛!…")


class Put(Struct, frozen=True):
    """How a content is put; ``marks`` are token ranges, ``start`` the main clause's first token.

    ``verb`` is the token of a future main verb; ``found`` says whether a main predicate was found at all.
    """

    negated: bool = False
    modality: Modality | None = None
    marks: tuple[tuple[int, int], ...] = ()
    verb: int | None = None
    found: bool = False
    start: int = 0


@dataclass(slots=True)
class _Chain:
    """Signs met one after another at the main predicate: ``لا`` + ``يستبعد`` deny each other."""

    negations: int = 0
    modality: Modality | None = None
    marks: list[tuple[int, int]] = field(default_factory=list)
    verb: int | None = None

    def take(self, sign: Sign, at: int) -> None:
        self.negations += "negated" in sign.tells
        self.modality = self.modality or sign.modality
        self.marks.append((at, at + len(sign.words)))

    def deny(self, first: int, last: int) -> None:
        self.negations += 1
        self.marks.append((first, last))

    def tell(self, tokens: Sequence[Token], at: int) -> None:
        """Note the verb of a future: with س, after سوف or after لن."""
        willed = bool(self.marks) and tokens[self.marks[-1][0]].key.endswith("لن")
        if self.verb is None and (willed or tokens[at].key == "سوف" or future(tokens[at].key)):
            self.verb = at

    def put(self) -> Put:
        return Put(self.negations % 2 == 1, self.modality, tuple(self.marks), self.verb, True)


def clause(tokens: Sequence[Token], first: int, last: int) -> Put:
    """Return how a clause is put: ``القوات التي دخلت لن تنسحب`` (the forces that came in won't withdraw) is negated.

    The first finite verb that stands in no relative or complement clause decides. Misses: ما with a perfect (did not;
    what was), questions, nominal sentences whose predicate is no word of the list.
    """
    if any(tokens[i].text in "؟?" for i in range(max(first, last - 2), last)) or tokens[first].key in _QUESTION:
        return Put()
    at = _past_subordinate(tokens, first, last)
    if at is None:
        return Put()
    head, pending = at, False
    while at < min(last, head + _REACH):
        token = tokens[at]
        if token.kind == "punct" and token.text in _CLOSES and at > head:
            return Put()
        if at > head and _goes_on(tokens, at, last):
            return Put()
        if at > head and token.key in _THAT and not pending:
            return Put()
        if at > head and token.key in _RELATIVE:
            pending = True
        elif (size := _decides(tokens, at, last, head)) > 0:
            if not pending:
                return replace(_decided(tokens, at, last), start=head)
            pending, at = False, at + size - 1
        at += 1
    return Put()


def _goes_on(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Say whether a second claim or a condition begins here: the first had no verb (``المخزون كاف ولن ينفد``)."""
    key = tokens[at].key
    if key == "و":
        return at + 1 < last and tokens[at + 1].key in _DENIALS
    return key in _IF or key in _TURN or (key[0] == "و" and key[1:] in _DENIALS)


_DENIALS = frozenset(("لا", "لم", "لن", "ليس", "ليست"))
_IF = frozenset(("اذا", "واذا"))


def _past_subordinate(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Return where the main clause begins: after the comma that ends ``عندما …،``; None where none ends it."""
    at = first
    while at < last and tokens[at].kind == "punct":
        at += 1
    if at == last:
        return None
    key, after = tokens[at].key.removeprefix("و"), tokens[at + 1].key if at + 1 < last else ""
    if key not in _SUBORDINATE and not (key == "علي" and after in _SUBORDINATE):
        return at
    comma = next((i for i in range(at, min(last, at + _REACH)) if tokens[i].text == "،"), None)
    return comma + 1 if comma is not None and comma + 1 < last else None


def _decides(tokens: Sequence[Token], at: int, last: int, head: int) -> int:
    """Return how many tokens of a sign or verb stand here, 0 where none does."""
    token = tokens[at]
    if token.kind != "word":
        return 0
    sign = _sign(tokens, at, last, head)
    if sign is not None:
        return len(sign.words) + (sign.kind == "particle")
    if token.key in _MAYBE or _owed(tokens, at, last, head) or _not(tokens, at, last, head):
        return 2
    if at == head and (glued := _glued(tokens, at, last)) is not None:
        return len(glued.words) + (glued.kind == "particle")
    return int(looks(token.key) is not None)


def _sign(tokens: Sequence[Token], at: int, last: int, head: int) -> Sign | None:
    """Return the sign at a token, where nothing around it speaks against it."""
    sign = match(_SIGNS, tokens, at, last)
    if sign is None:
        return None
    before, after = tokens[at - 1].key if at else "", tokens[at + 1].key if at + 1 < last else ""
    if sign.kind == "still" and before != "ما" and len(sign.words) == 1 and not sign.words[0].startswith("ما"):
        return None
    if sign.words[0] == "الا":
        return sign if at == head and tokens[at].form == "ألا" else None
    if sign.kind == "participle" and after != "علي":
        return None
    if sign.words == ("يمكن",) and after.startswith("ال") and not _is_deed(after[2:]):
        return None  # يمكّن القوات: it enables the forces
    if sign.words == ("لا",) and before in ("ما", "مما", "بما"):
        return None
    return sign


def _owed(tokens: Sequence[Token], at: int, last: int, head: int) -> int:
    """Return the token of أن in ``على الطرفين أن`` (it is up to both to …), 0 where that is not said.

    A definite verbal noun may stand for the clause: ``علينا النظر`` (we must look), ``على القوات البقاء``.
    """
    key = tokens[at].key.removeprefix("ف") if at == head else tokens[at].key
    if key not in _UPON_WHOM or (key not in _UPON_ALWAYS and at != head):
        return 0
    always = key in _UPON_ALWAYS
    if not always and at + 1 < last and tokens[at + 1].key in _UPON_NOBODY:
        return 0
    for i in range(at + 1, min(last, at + (2 if always else _NEAR))):
        if (i > at + 1 or always) and tokens[i].key.startswith("ال") and _is_deed(tokens[i].key[2:]):
            return i
        if tokens[i].form in ("أن", "ألا") or (tokens[i].key == "الا" and i == at + 1):
            return i if i > at + 1 or always else 0
        if tokens[i].kind != "word" or looks(tokens[i].key) is not None:
            return 0
    return 0


@lru_cache(maxsize=1 << 12)
def _is_deed(key: str) -> bool:
    return any(one.features.tense == "masdar" for one in readings_as_they_stand(key))


def _not(tokens: Sequence[Token], at: int, last: int, head: int) -> bool:
    """Say whether غير denies a predicate: ``الاتفاق غير كاف``, not ``بصورة غير قانونية`` or ``القوات غير النظامية``."""
    if tokens[at].key != "غير" or at + 1 >= last:
        return False
    after, before = tokens[at + 1], tokens[at - 1]
    if after.kind != "word" or after.key.startswith("ال") or after.form.endswith(("ها", "هم", "ه")):
        return False
    return (
        at == head or before.key.startswith("ال") or (before.form.endswith(("ه", "ها", "هم", "نا")) and at - 1 == head)
    )


def _decided(tokens: Sequence[Token], at: int, last: int) -> Put:
    """Read the signs one after another from the main predicate's first."""
    chain, start = _Chain(), at
    while at < last and at < start + _NEAR:
        token = tokens[at]
        sign = _sign(tokens, at, last, start) or (_glued(tokens, at, last) if at == start else None)
        if sign is not None:
            if "plain" in sign.tells:
                return Put(found=True)
            chain.take(sign, at)
            at += len(sign.words)
            if chain.modality and sign.kind != "particle" and sign.words[0] not in _LEADS:
                break
        elif token.key in _MAYBE:
            if not _possible(tokens, at, last):
                return chain.put()
            chain.take(_PERHAPS, at)
            at += 1
        elif token.key == "غير" and at + 1 < last:
            chain.deny(at, at + 1)
            at += 1
        elif (owed := _owed(tokens, at, last, start)) > 0:
            chain.take(_OWED, at)
            at = owed
            break
        elif token.key in _INSERTED:
            at += 1
        elif token.key in _AUXILIARY or token.key.lstrip("وف") in _AUXILIARY:
            chain.tell(tokens, at)
            at += 1
        else:
            chain.tell(tokens, at)
            break
    return _finished(chain, tokens, at, last)


_PERSONS = frozenset("يتن")
_LEADS = frozenset(("ربما", "لربما", "لعل"))
_PERHAPS = Sign(("قد",), ("possible",), "maybe")
_OWED = Sign(("علي",), ("obliged",), "upon")


def _glued(tokens: Sequence[Token], at: int, last: int) -> Sign | None:
    """Return the sign behind a connective at the clause's head: ``ولن``, ``فيجب``."""
    key = tokens[at].key
    if key[0] not in "وف":
        return None
    for sign in _SIGNS.get(key[1:], ()):
        size = len(sign.words)
        if at + size <= last and all(tokens[at + i].key == sign.words[i] for i in range(1, size)):
            return sign if sign.kind in ("particle", "phrase") else None
    return None


def _possible(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Say whether قد stands before an imperfect: perhaps; before a perfect it is no more than "has"."""
    after = tokens[at + 1].key if at + 1 < last else ""
    if after == "لا":
        return True
    return after[:1] in _PERSONS and (looks(after) == "present" or (after[:1] == "ي" and looks(after) is None))


def _finished(chain: _Chain, tokens: Sequence[Token], at: int, last: int) -> Put:
    """Add the denial that follows a word of modality (``يجب ألا``), take back what only restricts."""
    if chain.modality:
        _complement(chain, tokens, at, last)
    if chain.negations % 2 and _restricts(tokens, at, last):
        return Put(False, chain.modality, (), chain.verb, True)
    return chain.put()


def _complement(chain: _Chain, tokens: Sequence[Token], at: int, last: int) -> None:
    for i in range(at, min(last, at + _NEAR)):
        token = tokens[i]
        after = tokens[i + 1].key if i + 1 < last else ""
        if token.form == "ألا" or (token.key == "الا" and i == at):
            return chain.deny(i, i + 1)
        if token.key in ("ان", "بان"):
            return chain.deny(i + 1, i + 2) if after in ("لا", "لن") else None
        if token.key in _THAT_NOT:
            return chain.deny(i, i + 1)
        if token.kind != "word" or (i > at and looks(token.key) is not None):
            return None
    return None


def _restricts(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Say whether a negation only restricts: ``لا يريد إلا السلام``, ``لا … فقط``."""
    for i in range(at, min(last, at + 2 * _NEAR)):
        token, after = tokens[i], tokens[i + 1].key if i + 1 < last else ""
        if token.key in _ONLY:
            return True
        if token.text in "،.؛:":
            return False
        if token.key in _EXCEPT and token.form != "ألا" and after not in _NOT_EXCEPT:
            return True
    return False


def nominal(tokens: Sequence[Token], first: int, last: int) -> Put:
    """Return how a content without a clause is put, by its head: ``ضرورة عدم التصعيد`` (the need not to escalate).

    An addressee may stand before it: ``إيران بعدم التدخل``; from أن on it is a clause.
    """
    if _sign(tokens, first, last, first) is not None or _owed(tokens, first, last, first):
        return clause(tokens, first, last)
    chain, at = _Chain(), first
    while at < min(last, first + _NEAR):
        token = tokens[at]
        if chain.marks and token.key in ("ان", "بان"):
            _complement(chain, tokens, at, last)
            break
        if at > first and (token.key in ("ان", "بان") or token.form in ("ألا", "بألا")):
            start = at if token.form in ("ألا", "بألا") else at + 1
            return clause(tokens, start, last) if start < last else Put()
        sign = match(_HEADS, tokens, at, last)
        if sign is not None and _heads(tokens, at, first, chain):
            chain.take(sign, at)
        elif chain.marks or (token.kind == "punct" and at > first) or token.key in _RELATIVE or looks(token.key):
            break
        at += 1
    return chain.put()


_BEFORE_HEADS = frozenset(("الي", "علي", "عن", "من", "في", "بشان", "و"))


def _heads(tokens: Sequence[Token], at: int, first: int, chain: _Chain) -> bool:
    """Say whether the noun is the content's head, not a part of what it tells of."""
    if at == first or (chain.marks and chain.marks[-1][1] == at):
        return True
    return not chain.marks and (tokens[at].key[0] == "ب" or tokens[at - 1].key in _BEFORE_HEADS - {"و"})
