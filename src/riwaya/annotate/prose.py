"""The report's own words: tokens and sentences of title and body, without furniture and frame.

Every annotator works on one ``Prose``, so that a report is tokenised once.
"""

from __future__ import annotations

from msgspec import Struct

from riwaya.arabic.tokens import Token
from riwaya.model import Document, Sentence, Span


class Prose(Struct, frozen=True):
    """Tokens in text order; ``bounds[i]`` is the half-open token range of ``sentences[i]``.

    ``paragraphs`` are the spans of the body's paragraphs (index = ``Sentence.paragraph``); the title, where there is
    one, is the sentence with paragraph -1. Section headings are in neither.
    """

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    bounds: tuple[tuple[int, int], ...]
    paragraphs: tuple[Span, ...]

    def words(self, sentence: int) -> tuple[Token, ...]:
        """Return the tokens of the sentence with that index."""
        first, last = self.bounds[sentence]
        return self.tokens[first:last]
