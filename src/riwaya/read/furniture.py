"""Furniture: what is on the page and not of the article, as far as one page shows it.

Cues come from ``lexicon/furniture.tsv``; repeated lines and the leads of other articles need none. What only many
pages show (a paragraph that recurs, another article's lead) is in ``recurring``; its names are offered here too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwaya.arabic.letters import fold, normalise
from riwaya.model import Furniture, FurnitureKind
from riwaya.read.cues import Cue, cues
from riwaya.read.lines import Line, squeezed
from riwaya.read.recurring import InMemory, ParagraphKey, Recurrence, asked, keyed, learned, paragraph_keys
from riwaya.read.tails import foreign_tail

__all__ = [
    "Furnishing",
    "InMemory",
    "ParagraphKey",
    "Recurrence",
    "asked",
    "furnishing",
    "keyed",
    "learned",
    "paragraph_keys",
]

_URL_LINE = re.compile(r"^\W*(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+(?:\s+(?:https?://|www\.|pic\.)\S+)*\s*$")
_MAIL_LINE = re.compile(r"^\W*[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}\W*$")
_TWEET = re.compile(r"^[—–-]{1,2}\s?.{1,90}\(@\w{1,30}\).{0,40}$")
_INLINE = re.compile(r"[إا]قر|شاهد|للمزيد|رابط الخبر|سمات |طالع|قد يهم")
_BEFORE = re.compile(r"(?:[.؟?!…»\"”):،؛]|\.\.)[^\w.؟?!]*$")
_SENTENCE_END = re.compile(r"[.؟!](?=\s)")
_LETTER = re.compile(r"\w")
_REPEATED_MOST = 80
_CAPTION_MOST = 20
_HEADLINE_REACH = 4
_LIST_MOST = 12
_HEADLINE_MOST = 200
_INLINE_MOST = 500
BY = "furniture@1"


class Furnishing:
    """The furniture of one page while it is being found: which lines are taken, and stretches within lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.kinds: dict[int, FurnitureKind] = {}
        self.inner: list[Furniture] = []

    def take(self, line: int, kind: FurnitureKind) -> None:
        """Call the whole line furniture, unless it is already."""
        self.kinds.setdefault(line, kind)

    def found(self) -> tuple[Furniture, ...]:
        """Return all of it in text order."""
        whole = [
            Furniture(start=self.lines[i].start, end=self.lines[i].end, kind=kind, by=BY)
            for i, kind in self.kinds.items()
        ]
        covered = {(piece.start, piece.end) for piece in whole}
        inner = [piece for piece in self.inner if not any(s <= piece.start < e for s, e in covered)]
        return tuple(sorted(whole + inner, key=lambda piece: (piece.start, piece.end)))


def furnishing(lines: Sequence[Line], title: int | None, byline: int | None = None) -> Furnishing:
    """Return the furniture of a page: ``اقرأ أيضاً: …`` (read also) and its kin.

    ``lines[title]`` is the headline, ``lines[byline]`` a byline that the format itself gives; both stay.
    Misses: links without a cue between two paragraphs; a photo caption that stands once (which is content).
    """
    page = Furnishing(lines)
    for i, line in enumerate(lines):
        if i not in (title, byline):
            _by_cue(page, i, line)
    _doubtful(page)
    _repeated(page, title, byline)
    _separators(page)
    _foreign(page, title)
    return page


def cued(lines: Sequence[Line], i: int) -> bool:
    """Say whether a line is furniture by its own words: ``تابعونا على فيسبوك`` (follow us), even at a page's head."""
    page = Furnishing(lines)
    _by_cue(page, i, lines[i])
    return bool(page.kinds) or any(piece.start == lines[i].start and piece.end == lines[i].end for piece in page.inner)


# ── lines with a cue ────────────────────────────────────────────────────────────────────────────────────────────


def _by_cue(page: Furnishing, i: int, line: Line) -> None:
    if _URL_LINE.match(line.text[:2000]) or _TWEET.match(line.text[:200]):
        page.take(i, "url")
    elif line.words <= 12 and _MAIL_LINE.match(line.text):
        page.take(i, "share")
    elif line.words <= _LONGEST_CUE and (cue := _line_cue(line)):
        page.take(i, cue.kind) if not cue.near else page.inner.append(_doubt(line, cue))
        if cue.reach == "list":
            _take_list(page, i)
    else:
        _prefix(page, line)
    if _INLINE.search(line.text):
        _inline(page, line, last=i >= len(page.lines) - 3)


_LONGEST_CUE = 60


def _line_cue(line: Line) -> Cue | None:
    for where in ("whole", "start", "any"):
        cue = cues(where).at(line.key, line.words)
        if cue is not None:
            return cue
    return None


def _take_list(page: Furnishing, head: int) -> None:
    """The headlines under ``مواضيع ذات صلة`` (related topics): short lines that don't end like sentences."""
    last = len(page.lines)
    for i in range(head + 1, last):
        line = page.lines[i]
        prose = line.words > 18 or (line.text.rstrip().endswith((".", "،")) and line.words > 7)
        if prose or i - head > _LIST_MOST:
            return
        page.take(i, "related" if page.kinds[head] == "related" else "sidebar")


def _doubt(line: Line, cue: Cue) -> Furniture:
    return Furniture(start=line.start, end=line.end, kind=cue.kind, by="?")


def _doubtful(page: Furnishing) -> None:
    """Words like ``فيسبوك`` alone on a line are buttons beside other furniture and at the edges, else headings."""
    doubts = {piece.start: piece for piece in page.inner if piece.by == "?"}
    page.inner = [piece for piece in page.inner if piece.by != "?"]
    order = [i for i, line in enumerate(page.lines) if line.start in doubts]
    marked = set(order) | set(page.kinds)
    for i in order:
        if i - 1 in marked or i + 1 in marked or i == len(page.lines) - 1:
            page.take(i, doubts[page.lines[i].start].kind)


def _prefix(page: Furnishing, line: Line) -> None:
    if line.text[:1] in "NPالس" and (match := cues("prefix").pattern.match(line.key)):
        end = line.start + match.end()
        page.inner.append(Furniture(start=line.start, end=end, kind="navigation", by=BY))


def _inline(page: Furnishing, line: Line, last: bool) -> None:
    """A link in mid-paragraph: ``… في بيان. اقرأ أيضاً: …`` runs to the end of its headline."""
    form = normalise(line.text)
    key = "".join(fold(char) or " " for char in form.text)
    if len(key) != len(form.text):
        return
    first = _LETTER.search(line.text)
    for match in cues("inline").pattern.finditer(key):
        cue = cues("inline").rows[(match.lastindex or 1) - 1]
        if not _BEFORE.search(key[max(0, match.start() - 6) : match.start()]):
            continue
        start, end = form.span(match.start(), _inline_end(key, match, cue))
        if first and first.start() < start and _fits(line.text, start, end, cue, last):
            page.inner.append(Furniture(start=line.start + start, end=line.start + end, kind=cue.kind, by=BY))


def _inline_end(key: str, match: re.Match[str], cue: Cue) -> int:
    if cue.kind == "navigation" and cue.most <= 8:
        return match.end()
    rest = key[match.end() : match.end() + _HEADLINE_MOST + 1]
    if len(rest) <= _HEADLINE_MOST:
        return len(key)
    stop = _SENTENCE_END.search(rest, 12)
    return match.end() + stop.end() if stop else match.end()


def _fits(text: str, start: int, end: int, cue: Cue, last: bool) -> bool:
    """Tags (``سمات …``) close the last paragraph and hold no sentence."""
    if end - start > _INLINE_MOST:
        return False
    stretch = text[start:end]
    words = len(stretch.split())
    if cue.most == 14:
        return last and words <= 15 and not re.search(r"[.؟!]\s*\w", stretch)
    return words <= cue.most


# ── lines without a cue ─────────────────────────────────────────────────────────────────────────────────────────


def _repeated(page: Furnishing, title: int | None, byline: int | None) -> None:
    """The headline printed again at the head, and captions printed twice in a row (all copies).

    A sentence printed twice is kept once: what matters is that none of the article is lost.
    """
    seen: dict[str, list[int]] = {}
    for i, line in enumerate(page.lines):
        if line.words <= _REPEATED_MOST:
            seen.setdefault(squeezed(line.text), []).append(i)
    for key, places in seen.items():
        if len(places) < 2 or not key or byline in places:
            continue
        if title in places:
            for i in places:
                if i != title and i <= (title or 0) + _HEADLINE_REACH:
                    page.take(i, "headline")
        elif page.lines[places[0]].words >= 3 and places == list(range(places[0], places[-1] + 1)):
            line = page.lines[places[0]]
            whole = line.words <= _CAPTION_MOST and not line.closed
            for i in places[0 if whole else 1 :]:
                page.take(i, "caption")


def _separators(page: Furnishing) -> None:
    """A line of dashes right before furniture belongs to it."""
    for i in range(len(page.lines) - 2, -1, -1):
        if page.lines[i].words == 0 and i + 1 in page.kinds:
            page.take(i, page.kinds[i + 1])


def _foreign(page: Furnishing, title: int | None) -> None:
    body = [i for i in range(len(page.lines)) if i not in page.kinds and i != title and page.lines[i].words]
    first = foreign_tail([page.lines[i].text for i in body], page.lines[title].text if title is not None else "")
    for i in body[first:]:
        page.take(i, "other-article")
