"""Title words: every form of ``titles.tsv`` with its gender and number, وزير to وزيرتان."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from riwaya.annotate.names.gazetteer import Gazetteer, gazetteer
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table

KEPT = 100_000
"""Words whose titles are kept; beyond it the store starts afresh, so that memory stays bounded."""
_ALI = fold("على")
_NOW = fold("الآن")
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "ول", "وب")
_POSSESSIVES = ("ه", "ها", "هم", "هما", "نا", "ي")
NO_ARTICLE = ("أل", "إل", "آل")
"""How words begin that fold as if they had an article: مساعد الوزير لشؤون الأمن [أليسا] سلوتكين."""
RANKS = frozenset(("military", "royal", "cleric"))


class Head(Struct, frozen=True):
    """A title word as it stands: ``words`` long, lemma, gender, number, definite or not, what it is, its weight.

    ``skip`` counts the characters of a proclitic before it; ``joined`` says that this is و (and).
    """

    words: int
    lemma: str
    gender: Literal["m", "f"]
    number: Literal["singular", "dual", "plural"]
    definite: bool
    kind: str
    role: bool
    weak: bool
    possessed: bool = False
    skip: int = 0
    joined: bool = False
    takes: str = ""
    adjective: bool = False
    accusative: bool = False


class TitleWords:
    """Every form of every title, by the folded key of its first word."""

    def __init__(self) -> None:
        self.gazetteer: Gazetteer = gazetteer()
        self._known: dict[str, tuple[tuple[tuple[str, ...], Head], ...]] = {}
        self._forms: dict[str, list[tuple[tuple[str, ...], Head]]] = {}
        for row in table("titles"):
            self._add(row)
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form[0]))
        kinds = [(row["word"], row["kind"]) for row in table("title_stops")]  # a word may be of two kinds
        opening = {fold(word) for word, kind in kinds if kind == "clause"}
        self.stops = frozenset(
            {fold(word) for word, kind in kinds if kind in ("function", "time")}
            | opening
            | {"و" + key for key in opening}
        )
        self.meeting = frozenset(fold(word) for word, kind in kinds if kind == "meeting")
        becoming = {fold(word) for word, kind in kinds if kind == "becoming"}
        self.becoming = frozenset(becoming | {joined + key for key in becoming for joined in "وف"})
        self.portfolios = frozenset(fold(word) for word, kind in kinds if kind == "portfolio")
        self._never = frozenset(word for word, kind in kinds if kind == "form")
        self.qualifiers = frozenset(fold(word) for word, kind in kinds if kind == "qualifier")
        self.saying = frozenset(_saying())
        self.bodies = frozenset(fold(row["body"]) for row in table("bodies"))
        self.seats = frozenset(fold(row["body"]) for row in table("bodies") if row["kind"] != "prize")

    def stop(self, token: Token) -> bool:
        """Return whether names and titles end at a particle or verb: على is one, the names علي and آلان are not."""
        if token.key == _NOW and token.form.startswith("آل"):
            return False
        return token.key in self.stops and (token.key != _ALI or not token.form.endswith("ي"))

    def _add(self, row: dict[str, str]) -> None:
        lemma, kind = row["title"], row["kind"]
        role, weak = row["role"] != "no", bool(row["weak"])
        feminine = row["feminine"] or _feminine(lemma)
        base = Head(
            0,
            lemma,
            "m",
            "singular",
            False,
            kind,
            role,
            weak,
            takes=fold(row["takes"]),
            adjective=bool(row["adjective"]),
        )
        self._number(lemma, base)
        if feminine != "-":
            self._number(feminine, replace(base, gender="f"))
        if row["plural"]:
            plural = row["plural"].split()
            for definite in (False, True):
                forms = [_the(plural) if definite else plural]
                if not definite and plural[0].endswith("ين"):
                    forms.append([plural[0][:-1], *plural[1:]])
                for words in forms:
                    self._put(words, replace(base, words=len(words), number="plural", definite=definite))

    def _number(self, form: str, base: Head) -> None:
        """Add singular, dual and possessed forms of a title of one gender."""
        words = form.split()
        base = replace(base, words=len(words))
        definite = replace(base, definite=True)
        known = definite if words[-1].startswith("ال") and len(words) > 1 else base
        self._put(words, known)
        self._put(_the(words), definite)
        self._put(["ال" + words[0], *words[1:]], definite)
        stem = words[0][:-1] + "ت" if words[0].endswith("ة") else words[0]
        if len(words) == 1:
            for suffix in _POSSESSIVES:
                if suffix == "ي" and base.kind == "office":
                    continue  # وزيري خارجية مصر والأردن: two ministers, no minister of mine
                self._put([stem + suffix], replace(definite, possessed=True))
        for ending in ("ان", "ين", "ا", "ي"):
            if len(stem) > 2:
                self._put([stem + ending, *words[1:]], replace(known, number="dual"))
                self._put(["ال" + stem + ending, *words[1:]], replace(definite, number="dual"))

    def _put(self, words: Sequence[str], head: Head) -> None:
        keys = tuple(map(fold, words))
        forms = self._forms.setdefault(keys[0], [])
        if all(keys != known or head.possessed != other.possessed for known, other in forms):
            forms.append((keys, head))

    def head(self, tokens: Sequence[Token], at: int) -> Head | None:
        """Return the title word that stands at token ``at``, proclitics allowed: ``ووزير``, ``للرئيس``."""
        key = tokens[at].key
        candidates = self._known.get(key)
        if candidates is None:
            if len(self._known) > KEPT:
                self._known.clear()
            candidates = self._known[key] = tuple(self._candidates(key))
        for keys, head in candidates:
            if not self._reads(tokens[at].form, head):
                continue
            if len(keys) == 1 and at + 1 < len(tokens) and tokens[at + 1].key in ("بن", "بنت"):
                continue  # سلطان بن زايد is a name
            if len(keys) == 1 or tuple(token.key for token in tokens[at + 1 : at + len(keys)]) == keys[1:]:
                return head
        return None

    def lemma(self, key: str) -> bool:
        """Return whether the folded word is a title by itself."""
        return key in self._forms

    def _reads(self, form: str, head: Head) -> bool:
        """Return whether the unfolded word can be that title: وزيرة is no وزيره (his minister), أمام no إمام."""
        if form.lstrip("وفبل") in self._never:
            return False
        return not (form.endswith("ة") and head.possessed) and not (
            form.endswith("ه") and head.gender == "f" and not head.possessed
        )

    def _candidates(self, key: str) -> Iterator[tuple[tuple[str, ...], Head]]:
        """Yield the titles that a word may open, without proclitics first."""
        yield from self._forms.get(key, ())
        for proclitic in _PROCLITICS:
            if key.startswith(proclitic) and len(key) > len(proclitic) + 2:
                rest, skip = key[len(proclitic) :], len(proclitic)
                doubled = proclitic.endswith("ل") and rest.startswith("ل")  # للوزير; but للاعب is ل and لاعب
                for stem in ("ا" + rest, rest) if doubled else (rest,):
                    for keys, head in self._forms.get(stem, ()):
                        yield keys, replace(head, skip=skip, joined=proclitic[0] in "وف")


def _saying() -> Iterator[str]:
    """Yield the verbs of saying that take no object, singular, with and without و: what follows is who says it."""
    for row in table("cues"):
        if row["kind"] == "verb" and "addressee" not in row["flags"] and "object" not in row["governs"].split():
            for form in (row["lemma"], row["lemma"] + "ت"):
                yield from (fold(form), "و" + fold(form))


def _the(words: Sequence[str]) -> list[str]:
    return [word if word.startswith("ال") else "ال" + word for word in words]


def _feminine(lemma: str) -> str:
    words = lemma.split()
    agreeing = len(words) == 2 and words[1] in ("عام", "تنفيذي", "منتدب", "رياضي", "فني", "دائم", "مالي", "قانوني")
    return " ".join(word + "ة" if not at or agreeing else word for at, word in enumerate(words))
