"""Quotations as they really come: « closed by ", reversed ”…“, straight, doubled, unclosed, glued, nested."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from riwaya.arabic.tokens import Token

MARKS = frozenset('"«»“”„‟″')
_OPENING = frozenset("([{«:،,؛-–")


class Quotation(Struct, frozen=True):
    """A quotation by token indices: its opening mark, its closing mark (None where it is never closed), depth."""

    open: int
    close: int | None
    depth: int


class Quotations:
    """The quotations of one report; marks pair within a paragraph and never across."""

    def __init__(self, tokens: Sequence[Token], text: str, paragraphs: Sequence[tuple[int, int]]) -> None:
        self.by_open: dict[int, Quotation] = {}
        self.by_close: dict[int, Quotation] = {}
        self.stray: set[int] = set()
        for first, last in paragraphs:
            marks = [i for i in range(first, last) if tokens[i].text in MARKS]
            if marks:
                self._pair(tokens, text, marks)
        self.level: list[int] = [0] * len(tokens)
        self.until: list[int] = [0] * len(tokens)
        """For each token the closing mark of the innermost quotation that it stands in, 0 outside."""
        for quotation in sorted(self.by_open.values(), key=lambda one: one.depth):
            if quotation.close is not None:
                for i in range(quotation.open, quotation.close + 1):
                    self.level[i], self.until[i] = quotation.depth, quotation.close

    def _pair(self, tokens: Sequence[Token], text: str, marks: list[int]) -> None:
        waiting: list[int] = []
        last = -2
        last_opened = False
        for i in marks:
            token = tokens[i]
            doubled = i == last + 1 and tokens[last].end == token.start
            if doubled and (
                last_opened or (not waiting and token.text == tokens[last].text and token.text not in "«»")
            ):
                self.stray.add(i)
                last = i
                continue
            opens = self._opens(token, text, bool(waiting))
            if opens and len(waiting) < 2:
                waiting.append(i)
            elif waiting:
                start = waiting.pop()
                self._add(Quotation(start, i, len(waiting) + 1))
            else:
                self.stray.add(i)
            last, last_opened = i, opens
        # an outer mark that is never closed while an inner pair was: keep it open
        for depth, start in enumerate(waiting):
            self.by_open[start] = Quotation(start, None, depth + 1)

    def _add(self, quotation: Quotation) -> None:
        self.by_open[quotation.open] = quotation
        if quotation.close is not None:
            self.by_close[quotation.close] = quotation

    @staticmethod
    def _opens(token: Token, text: str, inside: bool) -> bool:
        if token.text in "«»" and token.text == ("«" if not inside else "»"):
            return token.text == "«"
        before = text[token.start - 1] if token.start else " "
        after = text[token.end] if token.end < len(text) else " "
        can_open = (before.isspace() or before in _OPENING) and (after.isalnum() or after in MARKS)
        can_close = not before.isspace() and not after.isalnum()
        if can_open == can_close:
            return not inside
        if can_close:
            return not inside
        return True
