"""What stands at a place of a sentence, as the readers of figures see it, and the relations told beside a number."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.figures.lexemes import JOINED, relations
from riwaya.annotate.figures.taken import Taken
from riwaya.arabic.guards import guards
from riwaya.arabic.numerals import find
from riwaya.arabic.tokens import Token
from riwaya.model import Relation


class Places:
    """The words of one sentence, its numerals, and what the times have taken."""

    __slots__ = ("numerals", "opened", "taken", "text", "words")

    def __init__(self, words: Sequence[Token], text: str, taken: Taken) -> None:
        self.words, self.text, self.taken = words, text, taken
        self.numerals = find(words)
        self.opened = {one.first: one for one in self.numerals}

    def key(self, at: int) -> str:
        """Return the folded form of the word at that place, empty outside the sentence."""
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def guard(self, guard: str, at: int) -> bool:
        """Say whether the word at that place is one of a guard of lexicon/figureguards.tsv, ``و`` or the like cut."""
        key = self.key(at)
        words = guards("figureguards")[guard]
        return key in words or (key[:1] in JOINED and key[1:] in words)

    def is_taken(self, start: int, end: int) -> bool:
        """Say whether a time has taken any of start..end, in code points of the text."""
        return self.taken.overlaps(start, end)

    # ── relations ──

    def before(self, at: int) -> tuple[int, Relation] | None:
        """Return (start, relation) of a phrase that ends before token ``at``: ``ما لا يقل عن``."""
        found = None
        for prefix in ("", *JOINED):
            key = self.key(at - 1)
            near = key[len(prefix) :] if key.startswith(prefix) else ""
            for keys, relation in relations("before").get(near, ()):
                first = at - len(keys)
                if first >= 0 and self.phrase(first, keys):
                    found = (self.inner(first, keys[0]), relation)
                    break
            if found:
                break
        return found

    def phrase(self, first: int, keys: Sequence[str]) -> bool:
        """Say whether those words begin at that place, the first of them also behind ``و`` or the like."""
        head = self.key(first)
        opened = head == keys[0] or (head[:1] in JOINED and head[1:] == keys[0])
        return opened and all(self.key(first + i) == key for i, key in enumerate(keys) if i)

    def inner(self, at: int, key: str) -> int:
        """Return where the word begins without its proclitic."""
        return self.words[at].start + (len(self.words[at].key) - len(key))

    def after(self, at: int) -> tuple[int, Relation] | None:
        """Return (index after, relation) of ``على الأقل``, also past an adjective that ``counted`` leaves out."""
        for start in (at, at + 1):
            for keys, relation in relations("after").get(self.key(start), ()):
                if tuple(self.key(start + i) for i in range(len(keys))) == keys:
                    return start + len(keys), relation
        return None
