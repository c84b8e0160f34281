"""Adjectives of belonging between an office and a name: ``وزير الري السلواني سليم القاطعي`` is سليم القاطعي.

An adjective in ي may be a nationality that no list has, or a surname (``الرئيس السيسي``); the report itself tells:
what it calls الحكومة السلوانية or الوفد السلواني makes السلواني an adjective.
"""

from __future__ import annotations

import itertools
from collections.abc import Container, Sequence

from riwaya.annotate.names.clusters import Word, clusters
from riwaya.annotate.names.titlewords import TitleWords
from riwaya.arabic.tokens import Token

LEAST = 5
"""Letters of the shortest adjective with its article."""
_LINKS = ("بن", "ولد", "ال")


class Nisbas:
    """Tells adjectives of belonging from the names that begin behind them."""

    def __init__(self, titles: TitleWords) -> None:
        self._titles = titles
        self._clusters: dict[str, Word] = clusters()

    def seen(self, tokens: Sequence[Token]) -> frozenset[str]:
        """Return the folded adjectives (masculine, with ال) that the report uses of other nouns.

        ``الحكومة السلوانية`` and ``الوفد السلواني`` both give السلواني. Misses: adjectives of people only.
        """
        out, keys = set(), {token.key for token in tokens}
        for before, token in itertools.pairwise(tokens):
            key = token.key
            if token.kind != "word" or not key.startswith("ال") or len(key) < LEAST:
                continue
            if key.endswith("يه") and not token.form.endswith("ه"):
                out.add(key[:-1])
            elif key.endswith("ي") and (self._thing(before) or self._country(key, keys)):
                out.add(key)
        return frozenset(out - self._titles.gazetteer.given.keys())

    def _country(self, key: str, keys: Container[str]) -> bool:
        """Return whether the report has the noun that an adjective is made of, and it's no name: سلوان for السلواني."""
        stem, gazetteer = key[2:-1], self._titles.gazetteer
        named = stem in gazetteer.given or stem in gazetteer.surnames or key in gazetteer.surnames
        return len(stem) > 3 and not named and any(form + stem in keys for form in ("", "و", "ل", "ب"))

    def _thing(self, token: Token) -> bool:
        """Return whether a word is a common noun with its article, of no person: الوفد, للجانب."""
        key, gazetteer = token.key, self._titles.gazetteer
        stem = "ال" + key[2:] if key.startswith("لل") else key[1:] if key.startswith(("بال", "وال")) else key
        if (
            token.kind != "word"
            or not stem.startswith("ال")
            or self._titles.head((token,), 0)
            or stem in gazetteer.given
        ):
            return False
        word = self._clusters.get(stem)
        if stem in gazetteer.places or stem in gazetteer.organisations:
            return False
        return word is not None and word.seen > 50 and not stem.endswith("ي") and stem not in gazetteer.surnames

    def behind(self, tokens: Sequence[Token], first: int, last: int, seen: frozenset[str]) -> int:
        """Return where the name ``first … last`` begins without an adjective that belongs to the title before it.

        ``last`` where nothing of a name is left.
        """
        key, gazetteer = tokens[first].key, self._titles.gazetteer
        if not (key.startswith("ال") and key.endswith("ي")) or len(key) < LEAST or key in gazetteer.given:
            return first
        left = last - first - 1
        if not first or (left and tokens[first + 1].key in _LINKS):
            return first
        known = key in gazetteer.nationalities or key in seen
        if not self._definite(tokens, first - 1):
            return first
        if not left:
            adjective = self._thing(tokens[first - 1]) and key in self._clusters
            return last if adjective or (known and key not in gazetteer.surnames) else first
        return first + 1 if known or left > 1 else first

    def _definite(self, tokens: Sequence[Token], at: int) -> bool:
        """Return whether a definite noun that is no name stands at ``at``: an office's last word, or its only one."""
        token, gazetteer = tokens[at], self._titles.gazetteer
        key = token.key
        if token.kind != "word" or key in gazetteer.given:
            return False
        return key.startswith(("ال", "وال", "بال", "لل")) or self._titles.head(tokens, at) is not None
