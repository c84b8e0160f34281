"""Sentences of a report: its title and body, cut where a reader would stop.

A full stop ends a sentence also inside an open quotation; two or more dots (``بغداد.. موضحة``) are the soft pause of
the Arab press and end none. Furniture, frame and headings are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from riwaya.annotate.prose import Prose
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token, tokens
from riwaya.lexicon import table
from riwaya.model import Document, Sentence, Span

LONGEST = 1500
"""Tokens after which a sentence without a full stop is cut: a bound against text that has none."""

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_STOPS = frozenset(".!?؟۔")
_CLOSING = frozenset("”»)]}’›")
_STRAIGHT = frozenset("\"'“„‟″")
_GOES_ON = frozenset("،,؛;:")
_ERA = frozenset(("م", "ه"))
_DOMAINS = frozenset(("نت", "كوم", "اورغ"))
"""What a site's name ends in: ``العربية.نت``."""
_SPEECH = frozenset(("word", "number", "latin"))


def prose(document: Document) -> Prose:
    """Return the tokens, sentences and paragraphs of a report's own words, in text order.

    ``قال الوزير: "سنعود. لن نرحل".`` (The minister said: …) is two sentences, the closing mark in the second.
    Offsets are code points into ``document.text``; a sentence has no white space at its edges and holds at least
    one word. A headline on a line of its own is one sentence of paragraph -1.
    Letters and their names with stops between them are one abbreviation: ``أ. ف. ب``, ``إف.بي.آي`` (FBI).
    Misses: abbreviations of other syllables with a stop.
    """
    title = _headline(document)
    words: list[Token] = []
    sentences: list[Sentence] = []
    bounds: list[tuple[int, int]] = []
    paragraphs: list[Span] = []
    for start, end in _stretches(document, title):
        found = list(tokens(document.text, start, end))
        if not any(token.kind in _SPEECH for token in found):
            continue
        is_title = title is not None and start == title.start
        cuts = [(0, len(found))] if is_title and len(found) <= LONGEST else list(_cuts(found))
        number = -1 if is_title else len(paragraphs)
        for first, last in cuts:
            bounds.append((len(words) + first, len(words) + last))
            sentences.append(Sentence(start=found[first].start, end=found[last - 1].end, paragraph=number))
        words.extend(found)
        if not is_title:
            paragraphs.append(Span(start=found[0].start, end=found[-1].end))
    return Prose(document, tuple(words), tuple(sentences), tuple(bounds), tuple(paragraphs))


def _headline(document: Document) -> Span | None:
    """Return the title if it has its line to itself; a title that is the lead's first clause stays in the lead."""
    title, text = document.title, document.text
    if title is None or title.start >= title.end:
        return None
    rest = _LINE.match(text, title.end)
    after = rest.group() if rest else ""
    return None if any(char.isalnum() for char in after) else title


def _stretches(document: Document, title: Span | None) -> Iterator[tuple[int, int]]:
    """Yield what is left of every line without furniture, frame, headings; the headline by itself."""
    out: list[tuple[int, int]] = [(s.start, s.end) for s in (*document.furniture, *document.frame, *document.headings)]
    if title is not None:
        out.append((title.start, title.end))
    out.sort()
    at = 0
    for line in _LINE.finditer(document.text):
        start, end = line.span()
        while at < len(out) and out[at][1] <= start:
            at += 1
        here = at
        while here < len(out) and out[here][0] < end:
            if title is not None and out[here] == (title.start, title.end):
                yield title.start, title.end
            elif start < out[here][0]:
                yield start, out[here][0]
            start = max(start, out[here][1])
            here += 1
        if start < end:
            yield start, end


def _cuts(found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of one paragraph's sentences; marks without a word join the sentence before them."""
    last_word = max(i for i, token in enumerate(found) if token.kind in _SPEECH)
    first = at = marks = 0
    spoken = False
    while at <= last_word:
        token = found[at]
        spoken = spoken or token.kind in _SPEECH
        marks += token.text in _STRAIGHT
        at += 1
        if token.text in _STOPS and spoken and _stops(found, at - 1):
            after = _closed(found, at, marks)
            if after <= last_word and found[after].text not in _GOES_ON:
                yield first, after
                marks += sum(found[i].text in _STRAIGHT for i in range(at, after))
                first, at, spoken = after, after, False
        elif at - first >= LONGEST and at <= last_word:
            yield first, at
            first, spoken = at, False
    yield first, len(found)


def _stops(found: Sequence[Token], at: int) -> bool:
    """Say whether the mark is a full stop and not a soft pause, an initial (``ج. حسن``) or a list's number."""
    before = found[at - 1]
    if found[at].text != ".":
        return before.text != "("
    after = found[at + 1] if at + 1 < len(found) else None
    if before.text == "." or (after is not None and after.text == "." and after.start == found[at].end):
        return False
    if after is not None and after.kind == before.kind == "latin" and after.start == found[at].end:
        return False
    if after is not None and after.key in _DOMAINS and after.start == found[at].end == before.end + 1:
        return False
    if len(before.form) == 1 and before.kind in ("word", "latin"):
        return before.key in _ERA and at > 1 and found[at - 2].kind == "number"
    if before.key in _letter_names() and _spelled(found, at):
        return False
    return not (at == 1 and before.kind == "number")


@cache
def _letter_names() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in table("letternames"))


def _spelled(found: Sequence[Token], at: int) -> bool:
    """Say whether the stop after a letter's name spells on: ``إف. بي. آي``; after the last one an و begins anew."""
    after = found[at + 1] if at + 1 < len(found) else None
    if after is None:
        return False
    if after.key in _letter_names() or len(after.form) == 1:
        return True
    chained = at >= 3 and found[at - 2].text == "." and found[at - 3].key in _letter_names()
    return chained and after.kind != "punct" and not after.key.startswith("و")


def _closed(found: Sequence[Token], at: int, marks: int) -> int:
    """Return the index after the stops, quotation marks and brackets that close the sentence with its full stop."""
    while at < len(found):
        token = found[at]
        if token.text not in _STOPS and token.text not in _CLOSING:
            if token.text not in _STRAIGHT or token.start != found[at - 1].end:
                break
            glued = at + 1 < len(found) and found[at + 1].start == token.end and found[at + 1].kind != "punct"
            if glued and marks % 2 == 0:
                break
            marks += 1
        at += 1
    return at
