"""The series that a sentence names: ``للحوار الاستراتيجي`` → الحوار الاستراتيجي, with its parties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from riwaya.arabic.clitics import segment
from riwaya.arabic.letters import fold
from riwaya.arabic.numerals import find
from riwaya.arabic.tokens import Token
from riwaya.link.processes.nouns import Form, heads, nouns, said
from riwaya.link.terms import stem
from riwaya.model import Mention

Words = Sequence[Token]
Sort = Literal["talks", "trial", "ballot", "summit", "conference", "assembly"]

_HASHTAG = frozenset("#_")
MOST_NAME = 6  # words of a series' name
MOST_PARTIES = 12  # words in which its parties are named


class Series(Struct, frozen=True, gc=False):
    """What is held in sittings, as one report names it.

    ``qualities`` are the stems of its name without the head (استراتيجي), ``parties`` those of who talks with whom;
    both empty where the report only says ``المحادثات`` (the talks).
    """

    sort: Sort
    name: str
    qualities: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether the name tells no series from another."""
        return not self.qualities


def process_at(words: Words, at: int, mentions: Sequence[Mention]) -> Series | None:
    """Return the series that the noun of a process heads at ``at``: ``للحوار الاستراتيجي`` → الحوار الاستراتيجي."""
    found = Naming(words, mentions).process(at)
    return found[0] if found else None


class Naming:
    """The names of series in one sentence, read from their head nouns on."""

    def __init__(self, words: Words, mentions: Sequence[Mention]) -> None:
        self.words, self.mentions = words, {one.start: one for one in mentions if one.type != "NOUN"}
        self.numerals = {one.first: one for one in find(words)}

    def _ends(self, at: int) -> bool:
        token = self.words[at]
        return token.kind != "word" or token.key in said("stop") or token.key in nouns()

    def process(self, at: int) -> tuple[Series, int] | None:
        """Return the series that is named at ``at`` and where its name ends."""
        form = nouns().get(self._key(at))
        if form is None or form.sort == "sitting" or self._key(at + 1) in said("never"):
            return None
        end = self._name_end(at, form)
        if form.sort == "assembly" and end == at + 1 and form.noun != "برلمان":
            return None
        inside = [token for token in self.words[at + 1 : end] if token.text not in _HASHTAG]
        qualities = tuple(dict.fromkeys(map(_quality, inside)))
        named = self._name(at, end)
        parties, after = self._parties(end)
        sort: Sort = form.sort  # type: ignore[assignment]
        return Series(sort, named, qualities, parties), after

    def _name(self, at: int, end: int) -> str:
        """Return the name as it stands alone: ``للحوار الاستراتيجي`` → ``الحوار الاستراتيجي``."""
        head = self.words[at].form
        if self.words[at].key[:1] in ("و", "ف") and self.words[at].key not in heads():
            head = head[1:]
        if head.startswith("لل"):
            head = ("الل" if nouns()[self.words[at].key].noun.startswith("ل") else "ال") + head[2:]
        elif head[:1] in ("ل", "ب") and fold(head) not in heads():
            head = head[1:]
        inside = (token.text for token in self.words[at + 1 : end] if token.text not in _HASHTAG)
        return " ".join((head, *inside))

    def _name_end(self, at: int, form: Form) -> int:
        end = at + 1
        while end < len(self.words) and end - at < MOST_NAME and not self._ends(end) and end not in self.numerals:
            mention = self.mentions.get(self.words[end].start)
            if mention is not None and mention.type != "NORP" and not form.definite and end == at + 1:
                end = self._behind(mention.end, end)
            elif (
                end == at + 1
                and form.sort == "conference"
                and not form.definite
                and self._key(end + 1).startswith("ال")
            ):
                end += 1  # مهرجان كان السينمائي
            elif end == at + 1 and form.sort == "conference" and not form.definite and self._named_so(end):
                end += 1  # معرض عطايا
            elif len(self._key(end)) > 3 and self._key(end).startswith("ال"):
                end += 1
            else:
                break
        head = self.mentions.get(self.words[at].start) or self.mentions.get(self.words[at].start + 1)
        return max(end, self._behind(head.end, at)) if head is not None and head.type == "ORG" else end

    def _named_so(self, at: int) -> bool:
        """Say whether a word names a fair or festival by itself: ``معرض عطايا``, not ``معرض في``."""
        key = self._key(at)
        return len(key) > 3 and key not in said("leaves") | said("parties") and key[:1] not in ("ل", "ب", "و")

    def _behind(self, offset: int, at: int) -> int:
        while at < len(self.words) and self.words[at].start < offset:
            at += 1
        return at

    def _parties(self, at: int) -> tuple[tuple[str, ...], int]:
        """Return the parties that ``بين X وY`` or ``مع X`` names, by stem, and where they end."""
        key = self._key(at)
        if key not in said("parties") and key not in said("with"):
            return (), at
        found, end, after = [], at + 1, at + 1
        while after < len(self.words) and after - at < MOST_PARTIES:
            start = self.words[after].start
            mention = self.mentions.get(start) or self.mentions.get(start + 1)
            if mention is None or mention.type in ("TITLE", "NORP"):
                if mention is None and self._key(after).removeprefix("و") not in said("counterpart") | said("rank"):
                    break  # بين الرئيس فلان ونظيره فلان: titles are stepped over
                after += 1
                continue
            found += [stem(word) for word in fold(mention.entity).split() if stem(word) not in said("realm")]
            end = after = self._behind(mention.end, after)
            if self._key(after) == "و":
                after += 1
        return tuple(sorted(set(found))), end if found else at

    def _key(self, at: int) -> str:
        return self.words[at].key if 0 <= at < len(self.words) else ""


def _quality(token: Token) -> str:
    """Return the stem of a word of a name, without the ل that joins it: ``مجلس … لحقوق``."""
    joined = segment(token.form).proclitics[:1] == ("ل",)
    return stem(token.key[1:] if joined and token.key[:2] != "لل" else token.key)
