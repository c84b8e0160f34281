"""What a noun makes of a source: document, occasion, unnamed, agency, outlet, relaying office, mere evidence."""

from __future__ import annotations

from riwaya.arabic.letters import fold
from riwaya.lexicon import table

CLASSES = ("document", "occasion", "unnamed", "class", "agency", "outlet", "office", "platform", "evidence")
_NEWS_OF = frozenset(fold(word) for word in ["الأنباء", "أنباء", "للأنباء", "الإعلام", "الأخبار", "إخبارية", "إعلامية"])


class Sources:
    """The lists of links.tsv, asked by comparison keys."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for row in table("links"):
            words = tuple(fold(word) for word in row["name"].replace(".", " ").split())
            if all(len(word) == 1 for word in words):
                words = tuple(words)
            self._by_first.setdefault(words[0], []).append((words, row["kind"]))
            self._by_first[words[0]].sort(key=lambda entry: -len(entry[0]))
        self.contents = frozenset(fold(row["form"]) for row in table("contents"))

    def at(self, keys: list[str], i: int, end: int, strip: str = "") -> tuple[str, int] | None:
        """Return kind and number of words of the longest listed source at token ``i`` (``strip``: a proclitic)."""
        if i >= end:
            return None
        first = keys[i]
        if strip and first.startswith(strip):
            first = first[len(strip) :]
            if strip == "ل" and first.startswith("ل") and len(first) > 3:
                first = "ا" + first
        for words, kind in self._by_first.get(first, ()):
            if tuple(keys[i + 1 : min(end, i + len(words))]) == words[1:]:
                return kind, len(words)
        return None

    def kind(self, key: str) -> str | None:
        """Return the kind of a one-word source: ``مصادر`` → unnamed; a leading ``ال`` is read off."""
        for form in (key, key[2:] if key.startswith("ال") else ""):
            for words, kind in self._by_first.get(form, ()):
                if len(words) == 1:
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
