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
        for row in table("links"):
            name = tuple(fold(word) for word in row["name"].replace(".", " ").split())
            self._by_first.setdefault(name[0], []).append((name, row["kind"]))
            self._by_first[name[0]].sort(key=lambda entry: -len(entry[0]))
        self.contents = frozenset(fold(row["form"]) for row in table("contents"))
        self._houses: dict[str, str] = {}
        self._agencies: set[str] = set()
        for house in houses():
            for printed in house.names:
                self._houses.setdefault(_bare(printed), house.name)
                if house.agency:
                    self._agencies.add(_key(printed))

    def at(self, keys: list[str], i: int, end: int, strip: str = "") -> tuple[str, int] | None:
        """Return kind and number of words of the longest listed source at token ``i`` (``strip``: a proclitic)."""
        if i >= end:
            return None
        first = keys[i]
        if strip and first.startswith(strip):
            first = first[len(strip) :]
            if strip == "ل" and first.startswith("ل") and len(first) > 3:
                first = "ا" + first
        for name, kind in self._by_first.get(first, ()):
            if tuple(keys[i + 1 : min(end, i + len(name))]) == name[1:]:
                return kind, len(name)
        return None

    def agency(self, name: str) -> bool:
        """Say whether the whole name is a known agency's: ``رويترز``, ``وكالة الأناضول``, ``أ ف ب``."""
        key = _key(name)
        return key in self._agencies or key.removeprefix("وكاله ") in self._agencies

    def same_house(self, one: str, other: str) -> bool:
        """Say whether two names are of one outlet: ``CNN`` and ``CNN بالعربية``, ``النهر`` and ``قناة النهر``."""
        a, b = _bare(one), _bare(other)
        if not a or not b:
            return False
        return a == b or self._houses.get(a, a) == self._houses.get(b, b)

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


def _key(name: str) -> str:
    return fold(name.replace(".", " "))


def _bare(name: str) -> str:
    """Return an outlet's name as a key without marks and class words: ``قناة «الحدث»`` → ``الحدث``."""
    return " ".join(word for word in _key(name).split() if word not in _CLASS_WORDS)
