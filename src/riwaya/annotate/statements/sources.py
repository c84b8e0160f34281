"""What a noun makes of a source: document, occasion, unnamed, agency, outlet, relaying office, mere evidence."""

from __future__ import annotations

from riwaya.annotate.statements.words import words
from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.lexicon.houses import houses

_NEWS_OF = words("news-of")
_CLASS_WORDS = words("outlet-class")


class Sources:
    """The lists of links.tsv, asked by comparison keys."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._not_alone: set[tuple[str, ...]] = set()
        self._forums: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for row in table("links"):
            name = tuple(fold(word) for word in row["name"].replace(".", " ").split())
            if row["kind"] == "not-alone":
                self._not_alone.add(name)
            else:
                by_first = self._forums if row["kind"] == "forum" else self._by_first
                by_first.setdefault(name[0], []).append((name, row["kind"]))
                by_first[name[0]].sort(key=lambda entry: -len(entry[0]))
        self.contents = frozenset(fold(row["form"]) for row in table("contents"))
        self._houses: dict[str, str] = {}
        self._agencies: set[str] = set()
        self._brands: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for house in houses():
            for printed in house.names:
                self._houses.setdefault(_bare(printed), house.name)
                if house.agency:
                    self._agencies.add(_key(printed))
                self._brand(printed, "agency" if house.agency else "outlet", printed in house.brands)

    def _brand(self, printed: str, kind: str, sure: bool) -> None:
        """Keep an outlet's name; it is a source by itself where it means nothing else besides."""
        name = tuple(_key(printed).split())
        if name[0] in _CLASS_WORDS and len(name) > 1:
            return
        lists = [self._brands] + ([self._by_first] if sure and name not in self._not_alone else [])
        for by_first in lists:
            known = by_first.setdefault(name[0], [])
            if all(name != other for other, _ in known):
                known.append((name, kind))
                known.sort(key=lambda entry: -len(entry[0]))

    def at(self, keys: list[str], i: int, end: int, strip: str = "", brand: bool = False) -> tuple[str, int] | None:
        """Return kind and number of tokens of the longest listed source at token ``i`` (``strip``: a proclitic).

        ``brand``: only outlets and agencies, those too whose name means something else besides (صحيفة الرياض).
        """
        if i >= end:
            return None
        first = keys[i]
        if strip and first.startswith(strip):
            first = first[len(strip) :]
            if strip == "ل" and first.startswith("ل") and len(first) > 3:
                first = "ا" + first
        for by_first in (self._by_first, self._brands) if brand else (self._by_first,):
            for name, kind in by_first.get(first, ()):
                size = _matches(keys, i, end, name)
                if size and not (brand and kind not in ("agency", "outlet")):
                    return kind, size
        return None

    def forum(self, keys: list[str], i: int, end: int) -> int:
        """Return the number of tokens of who is spoken before at token ``i``: ``مجلس``, ``الجمعية العامة``; else 0."""
        return max((_matches(keys, i, end, name) for name, _ in self._forums.get(keys[i], ())), default=0)

    def said_in(self, keys: list[str], i: int, end: int) -> tuple[str, int] | None:
        """Return kind and size of a document or occasion at token ``i``: ``الاجتماع``, ``بيانها الأسبوعي``."""
        for key in _bare_forms(keys[i]) if i < end else ():
            for name, kind in self._by_first.get(key, ()):
                size = _matches(keys, i, end, name)
                if size and kind in ("document", "platform", "occasion"):
                    return kind, size
        return None

    def agency(self, name: str) -> bool:
        """Say whether the whole name is a known agency's: ``رويترز``, ``وكالة الأناضول``, ``أ ف ب``."""
        key = _key(name)
        return key in self._agencies or key.removeprefix("وكاله ") in self._agencies

    def same_house(self, one: str, other: str) -> bool:
        """Say whether two names are of one outlet: ``CNN`` and ``CNN بالعربية``, ``قناة النهر`` and ``النهر``."""
        a, b = _bare(one), _bare(other)
        if not a or not b:
            return False
        return a == b or b.startswith(a + " ") or self._houses.get(a, a) == self._houses.get(b, b)

    def kind(self, key: str) -> str | None:
        """Return the kind of a one-word source: ``مصادر`` → unnamed; a leading ``ال`` is read off."""
        for form in (key, key[2:] if key.startswith("ال") else ""):
            for name, kind in self._by_first.get(form, ()):
                if len(name) == 1:
                    return kind
        return None

    def opens_content(self, key: str, definite: bool = False) -> bool:
        """Say whether a noun opens a content without a complementiser: ``رفضها``, ``أهمية``."""
        if key in self.contents:
            return True
        for end in ("ها", "هم", "هما", "ه"):
            if key.endswith(end) and len(key) > len(end) + 2:
                stem = key[: -len(end)]
                if stem in self.contents or (stem.endswith("ت") and stem[:-1] + "ه" in self.contents):
                    return True
        return definite and key.startswith("ال") and key[2:] in self.contents

    @staticmethod
    def keeps_class(after: str) -> bool:
        """Say whether the class word belongs to the name: ``وكالة الأنباء السعودية``, not ``وكالة الأناضول``."""
        return after in _NEWS_OF


def _matches(keys: list[str], i: int, end: int, name: tuple[str, ...]) -> int:
    """Return how many tokens from ``i`` on are the name (its first word is taken for granted), 0 where they aren't.

    The points of ``سي.إن.إن`` are tokens, the name has none.
    """
    at = i + 1
    for word in name[1:]:
        if at + 1 < end and keys[at] == "?" and len(word) < 4:
            at += 1
        if at >= end or keys[at].removeprefix("ال") not in (word, word.removeprefix("ال")):
            return 0
        at += 1
    return at - i


def _bare_forms(key: str) -> list[str]:
    """Return a noun's key as it stands, without its article, without a pronoun: ``رسالتها`` → ``رساله``."""
    forms = [key]
    if key.startswith("ال") and len(key) > 4:
        forms.append(key[2:])
    for end in ("هما", "ها", "هم", "ه"):
        if key.endswith(end) and len(key) > len(end) + 2:
            stem = key[: -len(end)]
            forms += [stem, stem[:-1] + "ه"] if stem.endswith("ت") else [stem]
            break
    return forms


def _key(name: str) -> str:
    return fold(name.replace(".", " "))


def _bare(name: str) -> str:
    """Return an outlet's name as a key without marks and class words: ``قناة «الحدث»`` → ``الحدث``."""
    return " ".join(word for word in _key(name).split() if word not in _CLASS_WORDS)
