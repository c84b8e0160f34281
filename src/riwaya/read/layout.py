"""A draft becomes a document: headline, furniture, frame, headings, and what follows from them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from riwaya.arabic.letters import LETTERS
from riwaya.errors import BadDocument
from riwaya.model import Document, Frame, FrameKind, Furniture, Outlet, Published, Span
from riwaya.read import frame as frames
from riwaya.read.address import addressed
from riwaya.read.datelines import dateline
from riwaya.read.draft import Draft
from riwaya.read.furniture import Furnishing, cued, furnishing
from riwaya.read.headings import headings
from riwaya.read.lines import Line, lines
from riwaya.read.outlets import named, site
from riwaya.read.titles import is_lead, title_line, title_span

_ARABIC = re.compile(f"[{LETTERS}]")
_OTHER = re.compile(r"[^\W\d_\u0600-\u06ff\ufb50-\ufeff]")
_PERSIAN = re.compile("[پچژگکیۀەڕڵۆێٹڈڑںے]")
_ARTICLE = re.compile(r"\b[وبفك]?ال\w")
_SAMPLE = 20_000
_LEAST_ARABIC = 0.3
_HEAD = 8
_TAIL = 3
_PARAGRAPH = 14
_RANK = {"given": 0, "brand": 1, "dateline": 2, "credit": 3}
BY = "layout@1"


def document(draft: Draft) -> Document:
    """Return the document that a draft is; raises BadDocument where it isn't a report in Arabic."""
    require_arabic(draft.text)
    return _Layout(draft).document()


def require_arabic(text: str) -> None:
    """Raise BadDocument for a text without words, or of which less than 30 % of the letters are Arabic's."""
    sample = text[:_SAMPLE]
    arabic, other = len(_ARABIC.findall(sample)), len(_OTHER.findall(sample))
    if arabic + other == 0:
        raise BadDocument("empty: no words in it" if text.strip() else "empty")
    if arabic < _LEAST_ARABIC * (arabic + other):
        raise BadDocument(f"not Arabic: {100 * arabic // (arabic + other)} % of its letters are")
    if len(_PERSIAN.findall(sample)) > 0.03 * arabic and len(_ARTICLE.findall(sample)) * 60 < arabic:
        raise BadDocument("not Arabic: Arabic script, but of another language (Persian, Kurdish, Urdu)")


class _Layout:
    """The reading of one page."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.lines = lines(draft.text)
        self.frame: list[Frame] = []
        self.outlets: list[Outlet] = []
        self.stated: list[tuple[str, Span]] = []
        self.author = draft.author
        self.framed: set[int] = set()
        self.title_at = self._line_at(draft.title) if draft.title else title_line(self.lines)
        self.byline_at = self._line_at(draft.byline)
        self.furnished: Furnishing = furnishing(self.lines, self.title_at, self.byline_at)

    def document(self) -> Document:
        """Read the parts in their order and put them together."""
        if self.draft.outlet:
            self.outlets.append(Outlet(name=named(self.draft.outlet), basis="given"))
        self._byline()
        self._head()
        self._tail()
        self._dateline()
        return self._put_together()

    def _line_at(self, span: Span | None) -> int | None:
        if span is None:
            return None
        return next((i for i, line in enumerate(self.lines) if span.start <= line.start < span.end), None)

    def _title(self) -> Span | None:
        if self.draft.title is not None or self.title_at is None:
            return self.draft.title
        line = self.lines[self.title_at]
        if len([i for i in range(len(self.lines)) if i not in self.furnished.kinds]) == 1 and line.closed:
            return title_span(line) if is_lead(line) else None
        return title_span(line)

    # ── frame ───────────────────────────────────────────────────────────────────────────────────────────────

    def _mark(self, i: int, kind: FrameKind) -> None:
        line = self.lines[i]
        self.framed.add(i)
        self.frame.append(Frame(start=line.start, end=line.end, kind=kind, by=BY))

    def _byline(self) -> None:
        if self.byline_at is not None and self.byline_at != self.title_at:
            self._mark(self.byline_at, "byline")
            self.author = frames.author(self.lines[self.byline_at].text)

    def _free(self) -> list[int]:
        taken = self.furnished.kinds.keys() | self.framed
        return [i for i, line in enumerate(self.lines) if i not in taken and i != self.title_at and line.words]

    def _head(self) -> None:
        for i in range(self.title_at or 0):
            if i not in self.furnished.kinds and self.lines[i].words:
                self._head_line(i)
        for i in self._free()[:_HEAD]:
            if self._is_prose(i) and not frames.byline(self.lines[i]):
                break
            self._head_line(i)

    def _is_prose(self, i: int) -> bool:
        return self.lines[i].words > _PARAGRAPH and not frames.says_published(self.lines[i])

    def _head_line(self, i: int) -> None:
        line = self.lines[i]
        value = frames.date_line(line)
        if value is not None:
            self._date(i, value)
        elif (house := frames.brand(line)) is not None:
            self._mark(i, "credit" if house.agency else "brand")
            self._outlet(line, house.name, house.agency, "brand")
        elif (houses := frames.credit(line.text)) is not None:
            self._credit(i, houses)
        elif frames.head_byline(line):
            self._signed(i)
        elif frames.relative_date(line):
            self._mark(i, "date")

    def _signed(self, i: int) -> None:
        line = self.lines[i]
        self._mark(i, "byline")
        self.author = self.author or frames.author(line.text)
        for house in frames.houses(line.text):
            self._outlet(line, house.name, house.agency, "dateline")

    def _date(self, i: int, value: str) -> None:
        line = self.lines[i]
        agency = frames.ends_in_agency(line)
        self._mark(i, "dateline" if agency else "section" if frames.labels(line) else "date")
        self.stated.append((value, Span(start=line.start, end=line.end)))
        for house in frames.houses(line.text):
            self._outlet(line, house.name, house.agency, "brand")

    def _outlet(self, line: Line, name: str, agency: bool, basis: str) -> None:
        if not agency:
            self.outlets.append(Outlet(name=name, basis=basis, start=line.start, end=line.end))  # type: ignore[arg-type]

    def _credit(self, i: int, houses: Sequence[object]) -> None:
        self._mark(i, "credit")
        for house in houses:
            self._outlet(self.lines[i], house.name, house.agency, "credit")  # type: ignore[attr-defined]

    def _tail(self) -> None:
        free = self._free()
        for i in free[1:][-_TAIL:]:
            line = self.lines[i]
            houses = frames.credit(line.text)
            if houses is not None:
                self._credit(i, houses)
            elif (value := frames.closing_date(line)) is not None:
                self._date(i, value)
            elif frames.byline(line):
                self._signed(i)
            elif (closing := frames.closing_credit(line)) is not None and i == free[-1]:
                self.frame.append(Frame(start=closing[0], end=closing[1], kind="credit", by=BY))

    def _dateline(self) -> None:
        """At the start of the first paragraph, or of the title's line where that is the lead."""
        first = [i for i in self._free() if self.lines[i].words >= 6][:1]
        if self.title_at is not None and self.draft.title is None and is_lead(self.lines[self.title_at]):
            first = [self.title_at]
        for i in first:
            line = self.lines[i]
            opened = dateline(line.text)
            if opened is not None and opened.end < len(line.text):
                end = line.start + len(line.text[: opened.end].rstrip())
                self.frame.append(Frame(start=line.start, end=end, kind="dateline", by=BY))
                if opened.outlet:
                    self.outlets.append(Outlet(name=opened.outlet, basis="dateline", start=line.start, end=end))

    # ── what follows ────────────────────────────────────────────────────────────────────────────────────────

    def _put_together(self) -> Document:
        draft = self.draft
        furniture: tuple[Furniture, ...] = self.furnished.found()
        if self._bare():
            raise BadDocument("nothing but furniture: links, buttons and lists, no article")
        taken = self.furnished.kinds.keys() | self.framed | ({self.title_at} if self.title_at is not None else set())
        title = self._title()
        return Document(
            id=version(draft.key, draft.text[title.start : title.end] if title else "", draft.text),
            key=draft.key,
            doc=draft.doc,
            text=draft.text,
            url=draft.url,
            title=title,
            outlet=self._best_outlet(),
            author=self.author,
            given=draft.given,
            crawled=draft.crawled,
            published=self._published(),
            furniture=furniture,
            frame=tuple(sorted(self.frame, key=lambda piece: (piece.start, piece.end))),
            headings=headings(self.lines, taken),
            notes=draft.notes,
        )

    def _bare(self) -> bool:
        """Nothing is left but a headline that is furniture too: ``اقرأ أيضا: …``, or the head of a list of links."""
        if self._free() or self.draft.title is not None:
            return False
        at = self.title_at
        return at is None or at in self.furnished.kinds or cued(self.lines, at)

    def _best_outlet(self) -> Outlet | None:
        if self.outlets:
            return min(self.outlets, key=lambda one: (_RANK[one.basis], one.start or 0))
        name = site(self.draft.url)
        return Outlet(name=name, basis="given") if name else None

    def _published(self) -> Published | None:
        """What metadata gives, unless the page states another day; else what the page states."""
        given = self.draft.given
        stated = {value[:10]: (value, span) for value, span in reversed(self.stated)}
        if given and (not stated or given[:10] in stated or len(stated) > 1):
            evidence = (stated[given[:10]][1],) if given[:10] in stated else ()
            return Published(value=given, basis="given", evidence=evidence, trace="metadata gives it")
        day = addressed(self.draft.url or "")
        if not stated and day is not None and day <= (self.draft.crawled or day):
            return Published(value=day, basis="stated", trace="its address gives it")
        if len(stated) != 1:
            return None
        value, span = next(iter(stated.values()))
        rivals = (given,) if given else ()
        return Published(value=value, basis="stated", evidence=(span,), trace="the page states it", rivals=rivals)


def version(key: str, title: str, text: str) -> str:
    """Return the id of this version of a report: 16 hexadecimal digits of a hash of key, title and text."""
    return hashlib.sha256("\0".join((key, title, text)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
