"""Patterns over word categories, compiled to finite automata: the reader of lexicon/timegrammar.tsv.

Every category is one private character, so that a sentence is a string and a pattern a regular expression over it
without unbounded repetition: matching is linear in the length of the text. After the finite-state grammars of
HeidelTime and SUTime, with categories instead of surface strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from msgspec import Struct

_FIRST = 0xE000
_PIECE = re.compile(r"\{\w+\}\??|\(|\)(?:\*\d|\?)?|\||[^\s(){}]+")
_ITEM = re.compile(r"(?P<cats>[^=?]+)(?:=(?P<slot>\w+?))?(?P<maybe>\?)?")


class Rule(Struct, frozen=True):
    """A compiled pattern, the characters that may open it, and its place in the file."""

    name: str
    regex: re.Pattern[str]
    opens: frozenset[str]
    rank: int


class Alphabet:
    """One private character for every category; ``x`` is any word that means nothing to the grammar."""

    __slots__ = ("categories",)

    def __init__(self, categories: Sequence[str]) -> None:
        self.categories = {name: chr(_FIRST + i) for i, name in enumerate(sorted({*categories, "x"}))}

    def __getitem__(self, category: str) -> str:
        return self.categories[category]

    def chars(self, cats: str) -> str:
        """Return the characters of ``a|b|*.c``; a category that no word has is simply never met."""
        fitting = (
            char
            for glob in cats.split("|")
            for name, char in self.categories.items()
            if name == glob or ("*" in glob and fnmatchcase(name, glob))
        )
        return "".join(sorted(set(fitting)))


def rules(rows: Sequence[Mapping[str, str]], alphabet: Alphabet) -> tuple[Rule, ...]:
    """Compile the rows of a grammar file, in their order; names with a capital are parts of other patterns."""
    parts: dict[str, str] = {}
    found: list[Rule] = []
    for row in rows:
        if row["name"][:1].isupper():
            parts[row["name"]] = row["pattern"]
        else:
            compiler = _Compiler(alphabet, parts)
            regex, opens, _ = compiler.sequence(iter(_pieces(row["pattern"], parts)))
            found.append(Rule(row["name"], re.compile(regex), frozenset(opens), len(found)))
    return tuple(found)


def _pieces(pattern: str, parts: Mapping[str, str]) -> Iterator[str]:
    """Yield the items of a pattern with the named parts put in as groups."""
    for piece in _PIECE.findall(pattern):
        if piece.startswith("{"):
            yield "("
            yield from _pieces(parts[piece.rstrip("?")[1:-1]], parts)
            yield ")?" if piece.endswith("?") else ")"
        else:
            yield piece


class _Compiler:
    """Turns pieces into a regular expression; a slot that comes again is numbered: ``d``, ``d__2``."""

    def __init__(self, alphabet: Alphabet, parts: Mapping[str, str]) -> None:
        self.alphabet, self.parts = alphabet, parts
        self.slots: dict[str, int] = {}

    def sequence(self, pieces: Iterator[str]) -> tuple[str, set[str], str]:
        """Return (expression, opening characters, closing piece) of the items up to ``)`` or the end."""
        branches: list[str] = [""]
        opens: set[str] = set()
        empty, closer = True, ""
        for piece in pieces:
            if piece == "|":
                branches.append("")
                empty = True
            elif piece.startswith(")"):
                closer = piece
                break
            else:
                regex, first, maybe = self.item(piece, pieces)
                branches[-1] += regex
                opens |= first if empty else set()
                empty = empty and maybe
        return "|".join(branches), opens, closer

    def item(self, piece: str, pieces: Iterator[str]) -> tuple[str, set[str], bool]:
        if piece == "(":
            inner, opens, closer = self.sequence(pieces)
            if closer.startswith(")*"):
                return f"(?:{inner}){{0,{closer[2:]}}}", opens, True
            return f"(?:{inner}){closer[1:]}", opens, closer == ")?"
        match = _ITEM.fullmatch(piece)
        if match is None:
            raise ValueError(f"timegrammar: {piece}")
        chars = self.alphabet.chars(match["cats"])
        regex = f"[{chars}]" if chars else "(?!)"
        if match["slot"]:
            count = self.slots[match["slot"]] = self.slots.get(match["slot"], 0) + 1
            regex = f"(?P<{match['slot']}__{count}>{regex})"
        return regex + (match["maybe"] or ""), set(chars), bool(match["maybe"])
