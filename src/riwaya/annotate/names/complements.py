"""What goes on a title: the noun of its construct, adjectives, what a preposition brings, another title inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwaya.annotate.names.titlewords import NO_ARTICLE, RANKS, Head, TitleWords
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

_THEN = frozenset(map(fold, ("آنذاك", "حينها", "وقتها", "حينئذ", "حينذاك")))
"""Words of time that stand inside a title: الرئيس المصري آنذاك محمد مرسي."""
_PREPOSITIONS = frozenset(map(fold, ("في", "لدى", "عن", "باسم")))
_ROOMS = frozenset(map(fold, ("مكتبه", "مكتبها", "قصره", "مقره", "منزله", "منزلها", "ديوانه", "مجلسه", "بيته")))
_TERMS = frozenset(map(fold, ("ثانية", "ثالثة", "رابعة", "خامسة", "جديدة", "أخرى")))
"""Ordinals of a term of office: رئيسا [لولاية ثانية]."""
_COLLECTIVES = frozenset(map(fold, ("المعارضة",)))
"""Bodies of people where a construct wants its noun, though each is a woman's title too: زعيم [المعارضة] فلان."""
_DEED = re.compile(r"ال(?:ا..?ا.|ا(?:.ت.|ن..)ا.|است...?ا.|ت..ي[^ه])$")
"""Nouns of action, which are no adjectives: in طلب سفير سلوان [الالتقاء] بالوزير the title is over."""


Step = tuple[int, bool, str]
"""How many tokens go on a title, whether a noun must come after them, and what they are."""


class Complements:
    """Says of each word behind a title word whether the title goes on over it."""

    def __init__(self, words: TitleWords) -> None:
        self._words = words
        self._gazetteer = words.gazetteer

    def __call__(
        self, tokens: Sequence[Token], at: int, wants: bool, head: Head, names: dict[int, int], bodies: dict[int, int]
    ) -> Step:
        """Return how many tokens go on the title, whether it wants a noun after them, and what they are."""
        token = tokens[at]
        if mark := self._mark(tokens, at, wants, names):
            return mark
        if token.kind not in ("word", "latin"):
            return 0, False, ""
        if token.key[0] == "ل" and self._outlet(token.key[1:]):  # قال مدير الشركة [لرويترز]
            return 0, False, ""
        if wants and (house := self._named_house(tokens, at, names)):
            return house, False, "body"
        if at in names:  # مستشفى هنري فورد: a name inside a body's
            inside = self._inside(tokens, at, wants)
            return (names[at] - at, False, "body") if inside else (0, False, "")
        if preposition := self._preposition(tokens, at, wants, head):
            return preposition
        if self._words.stop(token):
            return 0, False, ""
        if wants and token.key in _COLLECTIVES:
            return 1, False, "noun"
        inner = self._words.head(tokens, at)
        if inner and not inner.weak:
            return self._inner(inner, wants, head, tokens, at)
        if inner and not wants and inner.definite and inner.kind in RANKS and at + inner.words in names:
            return inner.words, False, "title"
        body = bodies.get(at)
        if body and (wants or token.key.startswith("ال")):
            return body - at, False, "body"
        return self._wanted(tokens, at) if wants else self._agreeing(tokens, at, head, bodies)

    def _mark(self, tokens: Sequence[Token], at: int, wants: bool, names: dict[int, int]) -> Step | None:
        """Return the step over a quotation mark inside a title: لتنظيم "القاعدة", مدير المنطقة "اللواء …"."""
        if tokens[at].text not in '«"“':
            return None
        if wants and at + 1 not in names and tokens[at - 1].key.lstrip("بل") in self._words.bodies:
            return 1, True, "mark"
        return (1, False, "mark") if not wants and self._rank(tokens, at + 1) else None

    def _preposition(self, tokens: Sequence[Token], at: int, wants: bool, head: Head) -> Step | None:
        """Return the step over a preposition that says of what somebody is an officer: نائب [في البرلمان]."""
        key = tokens[at].key
        opened = self._words.head(tokens, at - head.words)
        opening = tokens[at - 1].kind == "word" and opened is not None and opened.lemma == head.lemma
        if (key not in _PREPOSITIONS and key != head.takes) or (wants and not opening):
            return None
        closed = head.accusative and not opening and key == "في"  # مدربا للفريق [في الموسم المقبل]
        meeting = at + 1 < len(tokens) and tokens[at + 1].key in _ROOMS  # أمير المنطقة [في مكتبه]
        return (0, False, "") if closed or meeting else (1, True, "preposition")

    def _outlet(self, key: str) -> bool:
        """Return whether a word is a news agency, newspaper, channel or site, to which a thing was told."""
        _, kind, _ = self._gazetteer.organisations.get(key, ("", "", ""))
        return key in self._gazetteer.outlets or kind in ("agency", "newspaper", "channel", "site", "magazine", "radio")

    def _inside(self, tokens: Sequence[Token], at: int, wants: bool) -> bool:
        """Return whether the name at ``at`` is part of a body's: مركز الملك سلمان."""
        bodies = self._words.bodies
        if wants:
            return tokens[at - 1].key.lstrip("بل") in bodies or tokens[at - 1].key in ("باسم", "لدي", "عن")
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

    def _inner(self, inner: Head, wants: bool, head: Head, tokens: Sequence[Token], at: int) -> Step:
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
            private = not inner.definite or inner.kind in ("sport", "media", "person", "arts")
            body = tokens[at].key[1:] in self._words.bodies  # لشرطة: the police
            if inner.number == "plural" and private and not body:  # ولي العهد [للاعبي] المنتخب; but رئيسا للوزراء
                return 0, False, ""
            if body:
                return 1, True, "preposition"
            return inner.words, not inner.definite, "preposition"
        return inner.words, not inner.definite, "title"

    def _wanted(self, tokens: Sequence[Token], at: int) -> Step:
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

    def _agreeing(self, tokens: Sequence[Token], at: int, head: Head, bodies: dict[int, int]) -> Step:
        """Return the step over an adjective, a joined noun or a glued preposition after a complete title."""
        key = tokens[at].key
        if tokens[at].form.startswith(NO_ARTICLE) and key not in self._gazetteer.nationalities:
            return 0, False, ""
        if key.startswith("ال") or key in _THEN:
            return (0, False, "") if _DEED.match(key) else (1, False, "adjective")
        if key in self._gazetteer.nationalities and not head.definite:
            return 1, False, "adjective"
        if key.startswith("وال") and len(key) > 4:
            other = head.number == "singular" and key[1:] in self._gazetteer.nationalities  # [مهاجم الرائد] والجزائري …
            return (0, False, "") if other else (1, False, "joined")
        if key[0] == "و" and key[1:] in self._words.portfolios and head.kind == "office":
            return 1, True, "joined"  # وزير الاتصالات [وتقنية] المعلومات
        if key[0] == "و" and head.number == "dual" and (place := self._place(tokens, at, key[1:])):
            return place, False, "joined"  # وزيرا خارجية فرنسا [وإيطاليا]
        if key.startswith("لل") and len(key) > 4:
            return 1, False, "preposition"
        if key.startswith("بال") and len(key) > 5:
            return (1, False, "preposition") if self._seat(tokens, at, head, bodies) else (0, False, "")
        if key[0] in "بل" and len(key) > 3 and key[1:] not in self._gazetteer.outlets:
            return self._glued(tokens, at, bodies)
        return 0, False, ""

    def _seat(self, tokens: Sequence[Token], at: int, head: Head, bodies: dict[int, int]) -> bool:
        """Return whether ب and a definite noun say where the office is: مدير الشؤون [بالمنطقة], no مهاجم [بالهدف]."""
        noun = tokens[at].key[3:]
        listed = noun in self._words.seats or bool(self._place(tokens, at, tokens[at].key[1:])) or at in bodies
        return listed or head.kind not in ("sport", "arts", "royal", "person", "crime")

    def _glued(self, tokens: Sequence[Token], at: int, bodies: dict[int, int]) -> Step:
        stem = tokens[at].key[1:]
        if stem == "ولايه" and at + 1 < len(tokens) and tokens[at + 1].key in _TERMS:
            return 0, False, ""
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
