"""Common nouns that mean a body named before: ``الوزارة`` is وزارة الري where the report names no other ministry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from riwaya.annotate.names.gazetteer import stems
from riwaya.annotate.names.lines import Line
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table
from riwaya.model import Mention, Named

BY = "names/nouns@1"


class CommonNouns:
    """Finds the lone nouns of a report that stand for its organisations."""

    def __init__(self) -> None:
        self._bodies = frozenset(fold(row["body"]) for row in table("bodies"))
        rows = [row for row in table("bodies") if row["alone"]]
        self._nouns = {fold("ال" + row["body"]): fold(row["body"]) for row in rows}
        self._bare = {fold(row["body"]): row["alone"] for row in rows}
        self._kinds = {row["kind"]: fold(row["body"]) for row in rows}

    def __call__(self, lines: Sequence[Line], named: Sequence[Mention], bodies: Sequence[Named]) -> Iterator[Mention]:
        """Yield a NOUN mention a lone noun that can mean one body only, ``entity`` that body's name in this report.

        ``أعلنت وزارة الري … وأضافت الوزارة`` (the ministry added): NOUN الوزارة. Nothing where two ministries were
        named before, or a body of which nobody can tell what it is (``alone`` is ``sure`` where that is no matter).
        Misses: nouns before a definite word (رفضت الشركة [التعليق]), which may be an adjective; plurals.
        """
        at = {mention.start: mention for mention in named if mention.type == "ORG"}
        kinds = {body.name: body.kind or "" for body in bodies}
        met: dict[str, str] = {}
        for line in lines:
            inside = {here for first, last in line.named for here in range(first, last)}
            for here, token in enumerate(line.tokens):
                mention = at.get(token.start) or at.get(token.start + 1)
                if mention and here in inside:
                    met[mention.entity] = self._head(line.tokens, here, kinds.get(mention.entity, ""))
                elif here not in inside and (noun := self._noun(line.tokens, here)):
                    meant = self._meant(noun, met)
                    if meant:
                        size = len(noun) + 2 - token.key.startswith(("لل", "ولل"))
                        yield Mention(start=token.end - size, end=token.end, type="NOUN", entity=meant, by=BY)

    def _head(self, tokens: Sequence[Token], at: int, kind: str) -> str:
        """Return the noun that says what a body is: its first word, the one before it, else by its kind in the list."""
        for here in (at, at - 1) if at else (at,):
            for form in (tokens[here].key, *stems(tokens[here].key)):
                if form.removeprefix("ال") in self._bodies:
                    return form.removeprefix("ال")
        return self._kinds.get(kind, kind)

    def _noun(self, tokens: Sequence[Token], at: int) -> str:
        """Return the noun that stands alone at a word, with its article, else nothing."""
        token = tokens[at]
        noun = next((self._nouns[form] for form in (token.key, *stems(token.key)) if form in self._nouns), "")
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if not noun or len(token.text) != len(token.key):
            return ""
        if after and (after.kind == "latin" or after.text in "\"«“'(" or after.key.startswith(("ال", "لل"))):
            return ""
        return noun

    def _meant(self, noun: str, met: Mapping[str, str]) -> str:
        found = [name for name, head in met.items() if head == noun]
        doubt = self._bare[noun] != "sure" and any(not head for head in met.values())
        return found[0] if len(found) == 1 and not doubt else ""
