"""Titles and offices as phrases: what a title word takes after it, and where it ends.

وزير + الخارجية + العراقي; رئيس + لجنة العلاقات الخارجية + بمجلس الشيوخ; المتحدث + باسم رئيس مجلس الوزراء. Offices that
follow each other (رئيس اللجنة السيناتور الديمقراطي) are separate titles.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.annotate.names.complements import Complements
from riwaya.annotate.names.titlewords import Head, TitleWords
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

LONGEST = 16
"""Words that a run of titles may have before it is given up."""
_ONE_OF = frozenset(map(fold, ("أحد", "إحدى")))
_NOUNS = 2
"""Bare nouns that may follow each other inside a title."""
_NEAR = 8
"""Words that may stand between a verb of becoming and the office: عين الملك أمس سليم القاطعي [رئيسا]."""
_DEPUTIES = frozenset(("نائب", "ولي", "وكيل", "قائم بأعمال"))
_STANDING_IN = frozenset(("قائم بأعمال", "قائم بمهام"))
"""Titles that want an office after them, with ال or without: [القائم بأعمال] وزير الدفاع."""


class Title(Struct, frozen=True):
    """A title as a half-open token range; ``core`` is where its first prepositional phrase begins (or ``last``).

    ``others`` are the tokens of a title for two that are the other's: وزيرا خارجية [فرنسا] وإيطاليا for the second.
    """

    head: Head
    first: int
    last: int
    core: int
    others: tuple[int, int] | None = None


class Bound(Struct, frozen=True):
    """A title (tokens of the sentence) and the index of the name that bears it, None for a bare one."""

    title: Title
    name: int | None


class TitleParser:
    """Reads the run of titles that begins at a title word."""

    def __init__(self, words: TitleWords) -> None:
        self._words = words
        self._gazetteer = words.gazetteer
        self._goes_on = Complements(words)

    def __call__(self, tokens: Sequence[Token], at: int, names: dict[int, int], bodies: dict[int, int]) -> list[Title]:
        """Return the titles from token ``at`` on, each with its complement, up to a name or what ends a title.

        ``names`` and ``bodies`` give first → last of the persons and of the organisations and places in the sentence.
        ``رئيس اللجنة السيناتور الديمقراطي`` is two titles. Empty where a construct lacks its noun.
        """
        head = self._words.head(tokens, at)
        if head is None:
            return []
        several = (head.number != "singular" and not head.definite) or head.possessed  # منظمي reads as "mine" too
        if several and at and tokens[at - 1].key in _ONE_OF:
            head = replace(head, definite=False, possessed=False)
            one = Head(head.words + 1, head.lemma, "m", "singular", False, head.kind, head.role, head.weak)
            return [
                Title(one, at - 1, title.last, title.core) for title in self._run(tokens, at, head, names, bodies)[:1]
            ]
        return self._run(tokens, at, head, names, bodies)

    def _run(
        self, tokens: Sequence[Token], at: int, head: Head, names: dict[int, int], bodies: dict[int, int]
    ) -> list[Title]:
        """Return the titles that a head opens and those that follow it."""
        head = self._read_as(tokens, at, head, names)
        out: list[Title] = []
        first, core, here = at, 0, at + head.words
        wants = not head.definite and not head.accusative  # a construct wants its noun
        wants = wants or (head.lemma in _STANDING_IN and here < len(tokens) and here not in names)
        if wants and (body := self._around(tokens, bodies, at + 1, here)):
            here, wants = body, False
        bare = 0
        while here < min(len(tokens), at + LONGEST):
            if bare and tokens[here].key in self._gazetteer.given and here not in names:
                break  # مشرف قناة دراما [عمر …]: a name begins that the model missed
            step, wants_next, kind = self._goes_on(tokens, here, wants, head, names, bodies)
            if kind == "nested" and not wants_next and here + step in names:
                kind, wants = self._before_name(tokens, here, head, bare > 0, wants)
            if not step:
                break
            if kind == "title":
                if self._another(tokens, here, head, first, wants, names):
                    break
                out += [] if wants else [Title(head, first, here, core or here)]
                found = self._words.head(tokens, here)
                assert found is not None
                head, first, core = found, here, 0
            elif kind == "preposition" and not core:
                core = here
            bare = bare + 1 if kind == "noun" else 0
            if bare > _NOUNS:
                break
            wants, here = wants_next, here + step
        named = here in names or (here < len(tokens) and tokens[here].key in self._gazetteer.given)
        if wants and not (named and here > first + head.words and not core):  # مدرب كييفو ستيفانو …
            return self._cut_back(tokens, out, head, first, here, core)
        return [*out, Title(head, first, here, core or here)]

    def _read_as(self, tokens: Sequence[Token], at: int, head: Head, names: dict[int, int]) -> Head:
        """Return a head as its place makes it: what somebody became is one and accusative (عين فلان [قائدا])."""
        if self._predicate(tokens, at, head, names):
            return replace(head, number="singular", accusative=True)
        return replace(head, accusative=True) if self._becomes(tokens, at, head) else head

    def _before_name(self, tokens: Sequence[Token], here: int, head: Head, bare: bool, wants: bool) -> tuple[str, bool]:
        """Return whose is a title inside a title that a name follows, and whether the outer one lacks its noun.

        رئيس مركز ساجر / الشيخ نايف: one man's. محامي الرئيس دونالد: the name is the president's, and so is the title.
        """
        if bare:
            return "title", False
        others = self._one(tokens, here, head) and head.lemma not in _DEPUTIES
        return ("title" if others else "nested"), wants

    def _predicate(self, tokens: Sequence[Token], at: int, head: Head, names: dict[int, int]) -> bool:
        """Return whether what looks like a dual says what somebody became: عين فلان [قائدا] للقوات, no قائدا القوات."""
        after = at + head.words
        if head.number != "dual" or head.definite or head.words > 1 or not tokens[at].key.endswith("ا"):
            return False
        if after < len(tokens) and tokens[after].key.startswith("ل") and len(tokens[after].key) > 3:
            return True
        inside = after < len(tokens) and tokens[after].key in ("في", "لدي")
        if at in names.values():  # behind a name: فهد الشافعي [عضوا] في اللجنة
            return inside or ("ً" in tokens[at].text and head.kind == "office" and not head.adjective)
        became = any(token.key in self._words.becoming for token in tokens[max(0, at - _NEAR) : at])
        return became and ("ً" in tokens[at].text or inside or tokens[at - 1].key in self._words.becoming)

    def _becomes(self, tokens: Sequence[Token], at: int, head: Head) -> bool:
        """Return whether an office without its article says what somebody became: عينت [نائبة] للوزير."""
        after = at + head.words
        if head.definite or head.number != "singular" or head.possessed or after >= len(tokens):
            return False
        return tokens[after].key.startswith("لل") and len(tokens[after].key) > 4 and not head.weak and head.role

    def _around(self, tokens: Sequence[Token], bodies: dict[int, int], first: int, here: int) -> int:
        """Return where a body ends that begins inside a title of two words: قائد [منتخب سلوان]; 0 for none."""
        last = next((bodies[inner] for inner in range(first, here) if bodies.get(inner, 0) > here), 0)
        return last if last == here + 1 or (last and tokens[last - 1].key.startswith("ال")) else 0

    def _another(
        self, tokens: Sequence[Token], here: int, head: Head, first: int, wants: bool, names: dict[int, int]
    ) -> bool:
        """Return whether the title at ``here`` is no longer of whom the run is about.

        وزير الدفاع [ومعالي وزير الدولة] has a courtesy of its own; what follows a name inside a title (متحدث باسم خليفة
        الأنصاري [قائد الجيش]) is the inner one's.
        """
        found = self._words.head(tokens, here)
        if found is None or wants:
            return False
        courtesy = found.joined and not found.role and found.kind in ("person", "royal")
        return courtesy or any(last == here and begin > first for begin, last in names.items())

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
