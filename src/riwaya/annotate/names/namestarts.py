"""Where a name begins behind the proclitic that is written with it: ``لبايدن``, ``وخوان``."""

from __future__ import annotations

from riwaya.annotate.names.gazetteer import stems
from riwaya.annotate.names.nameparts import NameParts
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token


class NameStarts:
    """Tells the و or ل before a name from its first letter."""

    def __init__(self, parts: NameParts) -> None:
        self._parts = parts

    def __call__(self, token: Token, known: set[str]) -> int:
        """Return the offset where the name begins behind a proclitic: ``لبايدن`` → that of بايدن.

        ``known`` are the folded words of names that the report has without a proclitic.
        """
        key = token.key
        if key in self._parts.titles.gazetteer.given or key in self._parts.titles.gazetteer.surnames:
            return token.start
        for stem in reversed(stems(key)):  # the shortest proclitic first
            if not key.endswith(stem) and not stem.startswith("ال"):
                continue
            skip = len(key) - len(stem) if key.endswith(stem) else 1
            if skip == 1 and key[0] == "و" and self._conjoined(key):
                return token.start + self._printed(token, 1)
            listed = stem in self._parts.titles.gazetteer.given or stem in self._parts.titles.gazetteer.surnames
            if key[0] in "فك" and not listed:
                continue
            if skip <= 2 and (stem in known or self._likelier(stem, key)):
                return token.start + self._printed(token, skip)
        return token.start

    def glued(self, key: str) -> bool:
        """Return whether a title before the word takes nothing from its proclitic: الملحنين [ك]فوزي, الدوري [و]مسلي."""
        like = key[0] == "ك" and key not in self._parts.clusters and self._parts.led(key)  # but كاسبر
        return like or self._parts.joined(key) or (key[0] == "و" and self._conjoined(key))

    def _conjoined(self, key: str) -> bool:
        """Return whether an unknown word begins with و (and): no name begins with و and a consonant of that kind."""
        return (
            len(key) > 4
            and key[1] not in "ايولرن"
            and (key not in self._parts.clusters or self._parts.clusters[key].seen < 5)
        )

    def _likelier(self, stem: str, key: str) -> bool:
        if len(stem) < 3:
            return False
        if stem in self._parts.titles.gazetteer.given or stem in self._parts.titles.gazetteer.surnames:
            return True
        word, whole = self._parts.clusters.get(stem), self._parts.clusters.get(key)
        return word is not None and word.seen > 3 * (whole.seen if whole else 3)

    def _printed(self, token: Token, letters: int) -> int:
        """Return how many printed characters the first letters take, marks included."""
        for size in range(letters, len(token.text) + 1):
            if len(fold(token.text[:size])) == letters and len(fold(token.text[: size + 1])) > letters:
                return size
        return letters
