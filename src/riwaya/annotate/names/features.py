"""What the tagger sees of a word: its letters, its cluster, what the lexicons know, and its neighbours.

Everything that depends on one word alone is computed once a word form and kept, so that a report costs list joins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.annotate.names.clusters import Word, clusters
from riwaya.annotate.names.gazetteer import Gazetteer, gazetteer, stems
from riwaya.arabic.tokens import Token

_ALI = "علي"
KEPT = 50_000
"""Word forms whose features are kept; beyond it the store starts afresh, so that memory stays bounded."""


Known = Mapping[str, str] | None
"""The features that a model has weights for, each mapped to itself, so that a feature is in memory once. To leave the
others out changes no label and saves time. None: all."""


class Seen:
    """A word's features, ready to be joined: at its own place, and as the neighbour before or behind."""

    __slots__ = ("back", "back2", "fine", "front", "front2", "middle", "own")

    def __init__(self, own: list[str], near: list[str], middle: str, fine: str, known: Known = None) -> None:
        self.own, self.middle, self.fine = _only(own, known), middle, fine
        self.back = _only(["-1" + feature for feature in near], known)
        self.front = _only(["+1" + feature for feature in near], known)
        self.back2 = _only(["-2" + feature for feature in near[:4]], known)
        self.front2 = _only(["+2" + feature for feature in near[:3]], known)


def _only(features: list[str], known: Known) -> list[str]:
    return features if known is None else [known[feature] for feature in features if feature in known]


class Features:
    """Turns the tokens of a sentence into feature lists for the tagger."""

    def __init__(self, known: Known = None) -> None:
        self._known = known
        self._gazetteer: Gazetteer = gazetteer()
        self._clusters: dict[str, Word] = clusters()
        self._seen: dict[str, Seen] = {}
        self._opens: dict[str, tuple[str, ...]] = {}
        self._edge = Seen(["edge"], ["edge"], "edge", "edge", known)

    def __call__(self, tokens: Sequence[Token]) -> list[list[str]]:
        """Return one list of features a token."""
        seen = [self._edge, self._edge, *map(self._of, tokens), self._edge, self._edge]
        phrases = self._phrases(tokens)
        out = []
        for at in range(2, len(seen) - 2):
            word, back, front = seen[at], seen[at - 1], seen[at + 1]
            pairs = [f"-1+0m={back.middle}|{word.middle}", f"+0+1m={word.middle}|{front.middle}"]
            around = [f"-1+1m={back.middle}|{front.middle}"]
            item = word.own + back.back + front.front + seen[at - 2].back2 + seen[at + 2].front2 + pairs + around
            phrase = phrases.get(at - 2)
            out.append([*item, phrase] if phrase else item)
        return out

    def _of(self, token: Token) -> Seen:
        key = token.form if token.kind != "number" else "0"
        seen = self._seen.get(key)
        if seen is None:
            if len(self._seen) > KEPT:
                self._seen.clear()
            seen = self._seen[key] = self._make("0" if key == "0" else token.key, key, token.kind)
        return seen

    def _make(self, key: str, form: str, kind: str) -> Seen:
        known = self._clusters.get(key)
        stem = "" if known and known.seen > 200 else self._stem(key)
        word = known or self._clusters.get(stem) or Word("?", "?", "?", 0)
        flags = ["f" + flag for flag in self._gazetteer.words.get(key, ())]
        flags += ["t" + flag for flag in self._gazetteer.words.get(stem, ())] if stem else []
        near = [
            f"w={key}{'~' if form.endswith('ى') and key == _ALI else ''}",
            f"m={word.middle}",
            f"c={word.coarse}",
            f"n={word.fine}",
            *flags,
        ]
        own = [*near, f"s1={key[-1:]}", f"s2={key[-2:]}", f"s3={key[-3:]}", f"p1={key[:1]}", f"p2={key[:2]}"]
        own += [f"p3={key[:3]}", f"k={kind}", f"l={min(len(key), 9)}", f"r={known is None}"]
        if stem:
            inner = self._clusters.get(stem)
            own += [f"stem={stem}", f"pro={key[: len(key) - len(stem)]}", f"sm={inner.middle if inner else '?'}"]
        if key.startswith("ال"):
            own.append("al")
        return Seen(own, near, word.middle, word.fine, self._known)

    def _stem(self, key: str) -> str:
        """Return the likeliest word behind a proclitic, empty where the word is better taken whole."""
        best, most = "", max(4, 2 * self._clusters[key].seen if key in self._clusters else 0)
        for stem in stems(key):
            known = self._clusters.get(stem)
            if known and len(stem) > 2 and known.seen > most:
                best, most = stem, known.seen
        return best

    def _openings(self, key: str) -> tuple[str, ...]:
        """Return the forms of a word, with and without proclitics, that open a phrase of the lexicons."""
        known = self._opens.get(key)
        if known is None:
            if len(self._opens) > KEPT:
                self._opens.clear()
            words = self._gazetteer.words
            forms = (form for form in (key, *stems(key)) if form in words)
            known = self._opens[key] = tuple(form for form in forms if {"cb", "ob"}.intersection(words[form]))
        return known

    def _phrases(self, tokens: Sequence[Token]) -> dict[int, str]:
        """Return token index → ``in:KIND`` for phrases of two words and more that the lexicons know."""
        found: dict[int, str] = {}
        places, bodies = self._gazetteer.places, self._gazetteer.organisations
        for at, token in enumerate(tokens):
            for first in self._openings(token.key):
                for last in range(min(len(tokens), at + 6), at + 1, -1):
                    phrase = " ".join([first, *(other.key for other in tokens[at + 1 : last])])
                    kind = "o" if phrase in bodies else "c" if phrase in places else ""
                    if kind:
                        found |= {inner: f"in={kind}{'b' if inner == at else 'i'}" for inner in range(at, last)}
                        break
        return found
