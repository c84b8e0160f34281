"""How a main predicate is worded: its markers one after another, from the first to the verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from riwaya.annotate.statements.claimwords import Sign, future, words
from riwaya.annotate.statements.markers import owed, perhaps, sign_at
from riwaya.annotate.times.tense import looks
from riwaya.arabic.tokens import Token
from riwaya.model import Modality

_INSERTED, _AUXILIARY, _MAYBE, _THAT_NOT = words("inserted"), words("auxiliary"), words("maybe"), words("that-not")
_ONLY, _EXCEPT, _NOT_EXCEPT, _ADVERBS = words("only"), words("except"), words("not-except"), words("leading")
_NEAR = 8
_PERHAPS = Sign(("قد",), ("possible",), "maybe")
_OWED = Sign(("علي",), ("obliged",), "upon")


class Put(Struct, frozen=True):
    """How a content is put; ``marks`` are token ranges, ``start`` the main clause's first token.

    ``verb`` is the token of a future main verb.
    """

    negated: bool = False
    modality: Modality | None = None
    marks: tuple[tuple[int, int], ...] = ()
    verb: int | None = None
    start: int = 0


@dataclass(slots=True)
class Wording:
    """Markers met at the main predicate; two denials cancel each other: ``لا`` + ``يستبعد``.

    ``head`` is the clause's first token, ``last`` the one after it.
    """

    tokens: Sequence[Token]
    head: int
    last: int
    negations: int = 0
    modality: Modality | None = None
    marks: list[tuple[int, int]] = field(default_factory=list)
    verb: int | None = None

    def take(self, sign: Sign, at: int) -> None:
        """Add a marker."""
        self.negations += "negated" in sign.tells
        self.modality = self.modality or sign.modality
        self.marks.append((at, at + len(sign.words)))

    def put(self) -> Put:
        """Return what the markers come to."""
        return Put(self.negations % 2 == 1, self.modality, tuple(self.marks), self.verb, self.head)

    def read(self, at: int) -> Put:
        """Read the markers from the main predicate's first, and what follows a word of modality."""
        first: int | None = at
        end = min(self.last, at + _NEAR)
        while first is not None and first < end:
            at = first
            first = self._next(at)
            if first is not None and first < 0:  # a word such as لا يزال: looks like a denial and is none
                return Put(start=self.head)
        return self._finished(end if first is not None else self._after(at))

    def _after(self, at: int) -> int:
        """Return the token after the marker that ended the reading, or the verb itself."""
        return max(at, self.marks[-1][1]) if self.marks else at

    def _next(self, at: int) -> int | None:
        """Take what stands at a token; return the next one to read, None at the end, -1 where all is taken back."""
        token = self.tokens[at]
        sign = sign_at(self.tokens, at, self.last, self.head)
        if sign is not None:
            return self._sign(sign, at)
        if token.key in _MAYBE:
            if not perhaps(self.tokens, at, self.last):
                return None
            self.take(_PERHAPS, at)
        elif token.key == "غير" and at + 1 < self.last:
            self.deny(at)
        elif owed(self.tokens, at, self.last, self.head):
            self.take(_OWED, at)
            return None
        elif token.key not in _INSERTED:
            self._tell(at)
            if token.key not in _AUXILIARY and token.key.lstrip("وف") not in _AUXILIARY:
                return None
        return at + 1

    def _sign(self, sign: Sign, at: int) -> int | None:
        if "plain" in sign.tells:
            return -1
        self.take(sign, at)
        goes_on = self.modality is None or sign.kind == "particle" or sign.words[0] in _ADVERBS
        return at + len(sign.words) if goes_on else None

    def deny(self, at: int) -> None:
        """Add one more denial."""
        self.negations += 1
        self.marks.append((at, at + 1))

    def _tell(self, at: int) -> None:
        """Note the verb of a future: with س, after سوف or after لن; not after كان (he would have)."""
        willed = bool(self.marks) and self.tokens[self.marks[-1][0]].key.endswith("لن")
        would = at > self.head and self.tokens[at - 1].key in ("كان", "كانت", "كانوا", "كنا", "كنت")
        if self.verb is None and not would and (willed or self.tokens[at].key == "سوف" or future(self.tokens[at].key)):
            self.verb = at

    def _finished(self, at: int) -> Put:
        """Add the denial that follows a word of modality (``يجب ألا``), take back what only restricts."""
        if self.modality:
            self.complement(at)
        if self.negations % 2 and self._restricts(at):
            return Put(modality=self.modality, verb=self.verb, start=self.head)
        return self.put()

    def complement(self, at: int) -> None:
        """Add the denial in what a marker governs: ``ألا``, ``أن لا``, ``عدم``."""
        for i in range(at, min(self.last, at + _NEAR)):
            token = self.tokens[i]
            if token.form == "ألا" or (token.key == "الا" and i == at) or token.key in _THAT_NOT:
                return self.deny(i)
            if token.key in ("ان", "بان"):
                follows = self.tokens[i + 1].key if i + 1 < self.last else ""
                return self.deny(i + 1) if follows in ("لا", "لن") else None
            if token.kind != "word" or (i > at and looks(token.key) is not None):
                return None
        return None

    def _restricts(self, at: int) -> bool:
        """Say whether a denial only restricts: ``لا يريد إلا السلام``, ``لا … فقط``."""
        for i in range(at, min(self.last, at + 2 * _NEAR)):
            token, after = self.tokens[i], self.tokens[i + 1].key if i + 1 < self.last else ""
            if token.key in _ONLY:
                return True
            if token.text in "،.؛:":
                return False
            if token.key in _EXCEPT and token.form != "ألا" and after not in _NOT_EXCEPT:
                return True
        return False
