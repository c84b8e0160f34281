"""Titles and offices: the words of ``titles.tsv`` with gender and number, and the phrase that each one opens.

وزير + الخارجية + العراقي; رئيس + لجنة العلاقات الخارجية + بمجلس الشيوخ; المتحدث + باسم رئيس مجلس الوزراء. Offices that
follow each other (رئيس اللجنة السيناتور الديمقراطي) are separate titles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from riwaya.annotate.names.gazetteer import Gazetteer, gazetteer, nationality_forms
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table

LONGEST = 16
KEPT = 100_000
"""Words whose titles are kept; beyond it the store starts afresh, so that memory stays bounded."""
_ALI = fold("على")
"""Words that a run of titles may have before it is given up."""

_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "ول", "وب")
_THEN = frozenset(map(fold, ("آنذاك", "حينها", "وقتها", "حينئذ", "حينذاك")))
"""Words of time that stand inside a title: الرئيس المصري آنذاك محمد مرسي."""
_PREPOSITIONS = frozenset(map(fold, ("في", "لدى", "عن", "باسم")))
_DEPUTIES = frozenset(("نائب", "ولي", "وكيل", "قائم بأعمال"))
RANKS = frozenset(("military", "royal", "cleric"))
_POSSESSIVES = ("ه", "ها", "هم", "هما", "نا", "ي")


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


class Title(Struct, frozen=True):
    """A title as a half-open token range; ``core`` is where its first prepositional phrase begins (or ``last``)."""

    head: Head
    first: int
    last: int
    core: int


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
        self.stops = frozenset(fold(word) for word, kind in kinds if kind in ("function", "time"))
        self.meeting = frozenset(fold(word) for word, kind in kinds if kind == "meeting")
        self._never = frozenset(word for word, kind in kinds if kind == "form")
        self.qualifiers = frozenset(fold(word) for word, kind in kinds if kind == "qualifier")
        self.saying = frozenset(_saying())
        self.bodies = frozenset(fold(row["body"]) for row in table("bodies"))

    def stop(self, token: Token) -> bool:
        """Return whether names and titles end at a word, a particle or verb: على is one, the name علي is not."""
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
        self._put(words, definite if words[-1].startswith("ال") and len(words) > 1 else base)
        self._put(_the(words), definite)
        self._put(["ال" + words[0], *words[1:]], definite)
        stem = words[0][:-1] + "ت" if words[0].endswith("ة") else words[0]
        if len(words) == 1:
            for suffix in _POSSESSIVES:
                self._put([stem + suffix], replace(definite, possessed=True))
        for ending in ("ان", "ين", "ا", "ي"):
            if len(stem) > 2:
                self._put([stem + ending, *words[1:]], replace(base, number="dual"))
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
        return not (form.endswith("ة") and head.possessed) and not (form.endswith("ه") and head.gender == "f")

    def _candidates(self, key: str) -> Iterator[tuple[tuple[str, ...], Head]]:
        """Yield the titles that a word may open, without proclitics first."""
        yield from self._forms.get(key, ())
        for proclitic in _PROCLITICS:
            if key.startswith(proclitic) and len(key) > len(proclitic) + 2:
                rest, skip = key[len(proclitic) :], len(proclitic)
                if proclitic.endswith("ل") and rest.startswith("ل"):
                    rest = "ا" + rest
                for keys, head in self._forms.get(rest, ()):
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


class TitleParser:
    """Reads the run of titles that begins at a title word."""

    def __init__(self, words: TitleWords) -> None:
        self._words = words
        self._gazetteer = words.gazetteer

    def __call__(self, tokens: Sequence[Token], at: int, names: dict[int, int], bodies: dict[int, int]) -> list[Title]:
        """Return the titles from token ``at`` on, each with its complement, up to a name or what ends a title.

        ``names`` and ``bodies`` give first → last of the persons and of the organisations and places in the sentence.
        ``رئيس اللجنة السيناتور الديمقراطي`` is two titles. Empty where a construct lacks its noun.
        """
        head = self._words.head(tokens, at)
        if head is None:
            return []
        if self._predicate(tokens, at, head):
            head = replace(head, number="singular", accusative=True)
        out: list[Title] = []
        first, core, here = at, 0, at + head.words
        wants = not head.definite and not head.accusative  # a construct wants its noun
        stop = min(len(tokens), at + LONGEST)
        bare = 0
        while here < stop:
            if bare and tokens[here].key in self._gazetteer.given and here not in names:
                break  # مشرف قناة دراما [عمر …]: a name begins that the model missed
            step, wants_next, kind = self._step(tokens, here, wants, head, names, bodies)
            if bare and kind == "nested" and here + step in names and not wants_next:  # رئيس مركز ساجر / الشيخ نايف
                kind, wants = "title", False
            elif kind == "nested" and not wants_next and here + step in names and self._one(tokens, here, head):
                kind = (
                    "nested" if head.lemma in _DEPUTIES else "title"
                )  # محامي الرئيس دونالد: the name is the president's
            if not step:
                break
            if kind == "title":
                if not wants:
                    out.append(Title(head, first, here, core or here))
                found = self._words.head(tokens, here)
                assert found is not None
                head, first, core = found, here, 0
            elif kind == "preposition" and not core:
                core = here
            bare = bare + 1 if kind == "noun" else 0
            if bare > 2:
                break
            wants, here = wants_next, here + step
        named = here in names or (here < len(tokens) and tokens[here].key in self._gazetteer.given)
        if wants and not (named and here > first + head.words and not core):  # مدرب كييفو ستيفانو …
            return self._cut_back(tokens, out, head, first, here, core)
        return [*out, Title(head, first, here, core or here)]

    def _predicate(self, tokens: Sequence[Token], at: int, head: Head) -> bool:
        """Return whether what looks like a dual says what somebody became: عين فلان [قائدا] للقوات, no قائدا القوات."""
        after = at + head.words
        if head.number != "dual" or head.definite or head.words > 1 or not tokens[at].key.endswith("ا"):
            return False
        return after < len(tokens) and tokens[after].key.startswith("ل") and len(tokens[after].key) > 3

    def _one(self, tokens: Sequence[Token], at: int, head: Head) -> bool:
        """Return whether a definite title for one person stands at ``at``, inside an indefinite one."""
        inner = self._words.head(tokens, at)
        return not head.definite and inner is not None and inner.number == "singular" and inner.definite

    def _cut_back(
        self, tokens: Sequence[Token], out: list[Title], head: Head, first: int, here: int, core: int
    ) -> list[Title]:
        """Return the titles without what was begun and not completed; ``خبير اقتصادي`` is complete."""
        if here == first + head.words + 1 and tokens[here - 1].key.endswith(("ي", "يه")) and not core:
            return [*out, Title(head, first, here, here)]
        if core and core > first + head.words - 1 and (head.definite or core > first + head.words):
            return [*out, Title(head, first, core, core)]
        if here == first + head.words and head.kind in ("military", "royal", "cleric", "person"):
            return [*out, Title(head, first, here, here)]
        return out

    def _step(
        self, tokens: Sequence[Token], at: int, wants: bool, head: Head, names: dict[int, int], bodies: dict[int, int]
    ) -> tuple[int, bool, str]:
        """Return how many tokens go on the title, whether it wants a noun after them, and what they are."""
        token = tokens[at]
        if (
            wants
            and token.text in '«"“'
            and at + 1 not in names
            and tokens[at - 1].key.lstrip("بل") in self._words.bodies
        ):  # لتنظيم "القاعدة"
            return 1, True, "mark"
        if not wants and token.text in '«"“' and self._rank(tokens, at + 1):  # مدير المنطقة "اللواء …"
            return 1, False, "mark"
        if token.kind not in ("word", "latin"):
            return 0, False, ""
        if wants and (house := self._named_house(tokens, at, names)):
            return house, False, "body"
        if at in names:  # مستشفى هنري فورد: a name inside a body's
            inside = self._inside(tokens, at, wants)
            return (names[at] - at, False, "body") if inside else (0, False, "")
        key = token.key
        opening = tokens[at - 1].kind == "word" and self._words.head(tokens, at - head.words) is head
        if (key in _PREPOSITIONS or key == head.takes) and (not wants or opening):  # نائب [في البرلمان]
            return 1, True, "preposition"
        if self._words.stop(token):
            return 0, False, ""
        inner = self._words.head(tokens, at)
        if inner and not inner.weak:
            return self._inner(inner, wants, head, tokens, at)
        if inner and not wants and inner.definite and inner.kind in RANKS and at + inner.words in names:
            return inner.words, False, "title"
        body = bodies.get(at)
        if body and (wants or key.startswith("ال")):
            return body - at, False, "body"
        if wants:
            return self._wanted(tokens, at)
        return self._agreeing(tokens, at, head, bodies)

    def _inside(self, tokens: Sequence[Token], at: int, wants: bool) -> bool:
        """Return whether the name at ``at`` is part of a body's: مركز الملك سلمان."""
        bodies = self._words.bodies
        if wants:
            return tokens[at - 1].key.lstrip("بل") in bodies or tokens[at - 1].key in ("باسم", "لدي")
        styled = self._words.head(tokens, at - 1)
        return styled is not None and styled.kind == "royal" and at > 1 and tokens[at - 2].key.lstrip("بل") in bodies

    def _rank(self, tokens: Sequence[Token], at: int) -> bool:
        """Return whether a rank with its article stands at ``at``."""
        head = self._words.head(tokens, at) if at < len(tokens) else None
        return head is not None and head.definite and head.kind in RANKS

    def _named_house(self, tokens: Sequence[Token], at: int, names: dict[int, int]) -> int:
        """Return how many tokens name a house after a royal: [الملك عبد العزيز] behind مستشفى; 0 for none."""
        styled = self._words.head(tokens, at)
        if styled is None or styled.kind != "royal" or tokens[at - 1].key.lstrip("بل") not in self._words.bodies:
            return 0
        return names[at + styled.words] - at if at + styled.words in names else 0

    def _inner(self, inner: Head, wants: bool, head: Head, tokens: Sequence[Token], at: int) -> tuple[int, bool, str]:
        """Return how a title inside a title goes on: نائب وزير (one), رئيس اللجنة السيناتور (two)."""
        if wants and (
            head.weak or (not head.role and head.kind == "person")
        ):  # معالي وزير الصحة: the office, without the honour
            return inner.words, not inner.definite, "title"
        if wants and not inner.joined:
            return inner.words, not inner.definite, "nested"
        if inner.definite and not inner.skip and inner.adjective:
            return inner.words, False, "adjective"
        if inner.skip and not inner.joined:
            return inner.words, not inner.definite, "preposition"
        return inner.words, not inner.definite, "title"

    def _wanted(self, tokens: Sequence[Token], at: int) -> tuple[int, bool, str]:
        """Return the step over the noun that a construct or preposition wants."""
        key = tokens[at].key
        place = self._place(tokens, at)
        if place:
            return place, False, "body"
        if tokens[at].kind == "latin":  # في قناة MTV
            return 1, False, "noun of the construct"
        if key in self._gazetteer.nationalities or key.startswith("ال"):
            return 1, False, "noun of the construct"
        if key in self._words.bodies:
            return 1, True, "body word"
        return 1, True, "noun"

    def _agreeing(self, tokens: Sequence[Token], at: int, head: Head, bodies: dict[int, int]) -> tuple[int, bool, str]:
        """Return the step over an adjective, a joined noun or a glued preposition after a complete title."""
        key = tokens[at].key
        if key.startswith("ال") or key in _THEN:
            return 1, False, "adjective"
        if key in self._gazetteer.nationalities and not head.definite:
            return 1, False, "adjective"
        if key.startswith("وال") and len(key) > 4:
            other = head.number == "singular" and key[1:] in self._gazetteer.nationalities  # [مهاجم الرائد] والجزائري …
            return (0, False, "") if other else (1, False, "joined")
        if key.startswith("لل") and len(key) > 4:
            return 1, False, "preposition"
        if key.startswith("بال") and len(key) > 5:
            return 1, False, "preposition"
        if key[0] in "بل" and len(key) > 3 and key[1:] not in self._gazetteer.outlets:
            return self._glued(tokens, at, bodies)
        return 0, False, ""

    def _glued(self, tokens: Sequence[Token], at: int, bodies: dict[int, int]) -> tuple[int, bool, str]:
        stem = tokens[at].key[1:]
        if stem in self._words.bodies or stem == "شوون":
            return 1, True, "preposition"
        place = self._place(tokens, at, stem)
        if place:
            return place, False, "preposition"
        if at in bodies:
            return bodies[at] - at, False, "preposition"
        inner = self._words.head(tokens, at)
        if inner and inner.skip and inner.role:  # نائبا [لوزير العمل]
            return inner.words, not inner.definite, "preposition"
        return 0, False, ""

    def _place(self, tokens: Sequence[Token], at: int, key: str = "") -> int:
        """Return how many tokens a country or place takes at ``at``, 0 for none."""
        places, bodies = self._gazetteer.places, self._gazetteer.organisations
        phrase = key or tokens[at].key
        best = 1 if phrase in places or phrase in bodies else 0
        for more in range(1, 5):
            if at + more >= len(tokens):
                break
            phrase += " " + tokens[at + more].key
            if phrase in places or phrase in bodies:
                best = more + 1
        return best


__all__ = ["Head", "Title", "TitleParser", "TitleWords", "nationality_forms"]
