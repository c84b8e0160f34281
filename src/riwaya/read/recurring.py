"""Furniture that only many pages show: paragraphs that recur in one outlet, and leads of other articles.

Agency copy repeats its background from day to day, so recurrence alone proves nothing: in five outlets of 2018 nine in
ten paragraphs that recur are background. What recurs *and* stands at an edge of the page *and* shares no words with
the article is furniture. The verdict depends on the document and on counts alone, never on an order.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from riwaya.model import Document, Furniture
from riwaya.read.lines import Line, lines, spelled, squeezed
from riwaya.read.tails import cut_off, leadlike, opens_with_verb
from riwaya.read.words import content, shared

ENOUGH = 3
_OPENING = 40
_REACH = 300
_DIGITS = re.compile(r"\d+")
_SHORTEST = 8
_LONGEST = 1000
_MOST_TAIL = 8
_FOREIGN = 0.15
_LEAD_FOREIGN = 0.25
_DATELINE = re.compile(r"^[^()]{0,60}\([^()]{1,30}\)\s?[-–—_:]{0,3}|^[^:()«\"]{3,40}(?:[-–—:]|:)\s")
_CARRIES_ON = re.compile(r"^\W*(?:و\w{3}|يشار|يذكر|علما|تجدر|كما|لكن)")


class ParagraphKey(Struct, frozen=True, gc=False):
    """A paragraph for counting: ``hash`` of its letters (63 bits, the same on every machine), and where it stands.

    A key with ``lead`` is the opening of the article's first paragraph; it is counted apart from whole paragraphs,
    and across outlets no lead is counted.
    """

    hash: int
    start: int
    end: int
    lead: bool


class Recurrence(Protocol):
    """How many distinct articles of an outlet hold a paragraph, or open with a lead (counts may stop at 8)."""

    def count(self, outlet: str, hash: int, lead: bool) -> int:
        """Return that number, the article that asks included where it holds it."""
        ...


class InMemory:
    """Counts over a batch of documents; versions of one article (the same key) count once."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        self._articles: dict[tuple[str, int, bool], set[int]] = defaultdict(set)
        for document in documents:
            self.add(document)

    def add(self, document: Document) -> None:
        """Count the paragraphs of one more document."""
        article = _hash(document.key)
        for key in paragraph_keys(document):
            self._articles[outlet_of(document), key.hash, key.lead].add(article)

    def count(self, outlet: str, hash: int, lead: bool) -> int:
        """Return how many articles of ``outlet`` hold that paragraph, or open so."""
        return len(self._articles.get((outlet, hash, lead), ()))


def outlet_of(document: Document) -> str:
    """Return the name under which a document's paragraphs are counted; documents without an outlet share one."""
    return document.outlet.name if document.outlet else ""


def paragraph_keys(document: Document) -> tuple[ParagraphKey, ...]:
    """Return the keys to count for ``document``: each paragraph, the openings of the last ones, and its lead.

    Furniture that one page shows is left out (but for teasers): it needs no counting. What ``learned`` added is not,
    so that the keys of a document are the same before and after.
    """
    return _keys(_body(_unlearned(document)))


def _keys(body: Sequence[Line]) -> tuple[ParagraphKey, ...]:
    keys = [ParagraphKey(key, line.start, line.end, False) for line in body if (key := _whole(line)) is not None]
    lead = _opening(body[0], first=True) if body else None
    if lead is not None:
        keys.append(ParagraphKey(lead, body[0].start, body[0].end, True))
    for line in body[1:][-_MOST_TAIL:]:
        if (opening := _opening(line)) is not None and leadlike(line.text):
            keys.append(ParagraphKey(_teaser(opening), line.start, line.end, False))
    return tuple(keys)


def keyed(document: Document) -> dict[tuple[int, bool], bool]:
    """Return every (hash, lead) whose count ``learned`` may ask for this document, and whether it is counted itself."""
    body = _body(_unlearned(document))
    keys = {(key.hash, key.lead): True for key in _keys(body)}
    for line in body[1:][-_MOST_TAIL:]:
        opening = _opening(line)
        if opening is not None:
            keys.setdefault((opening, True), False)
            keys.setdefault((_teaser(opening), False), False)
    return keys


def asked(document: Document) -> tuple[tuple[int, bool], ...]:
    """Return every (hash, lead) whose count ``learned`` may ask for this document: more than it is counted under."""
    return tuple(sorted(keyed(document)))


def learned(document: Document, recurrence: Recurrence) -> Document:
    """Return ``document`` with the furniture that the counts show added, and that of earlier counts dropped."""
    document = _unlearned(document)
    plain = document.furniture
    body = _body(document)
    outlet = outlet_of(document)
    found = _tail(body, document, outlet, recurrence) + _edges(body, document, outlet, recurrence)
    if not found:
        return document
    merged = {(piece.start, piece.end): piece for piece in reversed((*plain, *found))}
    return replace(document, furniture=tuple(merged[span] for span in sorted(merged)))


def _unlearned(document: Document) -> Document:
    plain = tuple(piece for piece in document.furniture if not piece.by.startswith("learned/"))
    return replace(document, furniture=plain) if len(plain) < len(document.furniture) else document


# ── leads of other articles ─────────────────────────────────────────────────────────────────────────────────────


def _tail(body: Sequence[Line], document: Document, outlet: str, recurrence: Recurrence) -> list[Furniture]:
    """From the first paragraph near the end that opens another article (or many tails) to the end."""
    first = max(1, len(body) - _MOST_TAIL)
    teasers = {piece.start for piece in document.furniture if piece.kind == "other-article"}
    known = {i for i in range(first, len(body)) if body[i].start in teasers or _elsewhere(body[i], outlet, recurrence)}
    for i in sorted(known):
        rest = range(i, len(body))
        if all(j in known or leadlike(body[j].text) for j in rest) and _apart(body, i, known, document):
            return [
                Furniture(start=body[j].start, end=body[j].end, kind="other-article", by="learned/lead@1") for j in rest
            ]
    return []


def _elsewhere(line: Line, outlet: str, recurrence: Recurrence) -> bool:
    opening = _opening(line)
    if opening is None or not leadlike(line.text):
        return False
    if recurrence.count(outlet, opening, True) > 0:
        return True
    newsy = opens_with_verb(line.text) or cut_off(line.text)
    return newsy and recurrence.count(outlet, _teaser(opening), False) >= ENOUGH


def _apart(body: Sequence[Line], first: int, known: set[int], document: Document) -> bool:
    """One lead elsewhere may be this story's background; three together, or a foreign one, are teasers."""
    tail = len(body) - first
    if len(known) >= 3 and len(known) * 2 >= tail:
        return True
    own = _own(document, body[:first])
    return all(shared(content(body[j].text), own) <= _LEAD_FOREIGN for j in range(first, len(body)))


def _own(document: Document, body: Sequence[Line]) -> frozenset[str]:
    title = document.text[document.title.start : document.title.end] if document.title else ""
    return content(title + " " + " ".join(line.text for line in body))


# ── paragraphs that recur ───────────────────────────────────────────────────────────────────────────────────────


def _edges(body: Sequence[Line], document: Document, outlet: str, recurrence: Recurrence) -> list[Furniture]:
    """Recurring paragraphs at the head and the tail, as far as they run on without a break."""
    found: list[Furniture] = []
    teasers = {piece.start for piece in document.furniture if piece.kind == "other-article"}
    body = [line for line in body if line.start not in teasers]
    matter = _Matter(document, body)
    for order in (range(len(body) - 1, 0, -1), range(len(body) - 1)):
        for i in order:
            if not _recurs(body, i, matter, outlet, recurrence):
                break
            found.append(Furniture(start=body[i].start, end=body[i].end, kind="recurring", by="learned/recurring@1"))
    return found if len(found) < len(body) else []


def _recurs(body: Sequence[Line], i: int, matter: _Matter, outlet: str, recurrence: Recurrence) -> bool:
    line = body[i]
    key = _whole(line)
    if key is None or line.words > 60 or _CARRIES_ON.match(line.key):
        return False
    if recurrence.count(outlet, key, False) < ENOUGH:
        return False
    return matter.shared(i) <= _FOREIGN


class _Matter:
    """The content words of an article by paragraph, each read once however many paragraphs are asked about."""

    def __init__(self, document: Document, body: Sequence[Line]) -> None:
        self._document, self._body = document, body
        self._words: list[frozenset[str]] = []
        self._counts: Counter[str] = Counter()

    def shared(self, i: int) -> float:
        """Return which share of the words of paragraph ``i`` the title or another paragraph has too."""
        if not self._words:
            self._words = [content(line.text) for line in self._body]
            self._counts = Counter(word for words in (*self._words, _own(self._document, ())) for word in words)
        own = self._words[i]
        return sum(self._counts[word] > 1 for word in own) / len(own) if own else 0.0


# ── keys ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _body(document: Document) -> list[Line]:
    """The lines that are body or teasers: no title, frame, heading, nor other furniture of the page itself."""
    taken = {(piece.start, piece.end) for piece in (*document.frame, *document.headings)}
    taken |= {(piece.start, piece.end) for piece in document.furniture if piece.kind != "other-article"}
    title = document.title
    return [
        line
        for line in lines(document.text)
        if line.words and (line.start, line.end) not in taken and not (title and line.end == title.end)
    ]


def _whole(line: Line) -> int | None:
    letters = spelled(line.key) if len(line.text) <= _LONGEST else squeezed(line.text[:_LONGEST])
    return _hash(letters) if len(letters) >= _SHORTEST else None


def _opening(line: Line, first: bool = False) -> int | None:
    letters = squeezed(_DATELINE.sub("", line.text[:_REACH], count=1)) if first else spelled(line.key[:_REACH])
    letters = _DIGITS.sub("", letters)[:_OPENING]
    return _hash(letters) if len(letters) == _OPENING else None


def _teaser(opening: int) -> int:
    return _hash(f"teaser {opening}")


def _hash(text: str) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
