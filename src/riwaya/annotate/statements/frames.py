"""The default chain: agencies, and papers copied from, that the credit, byline or dateline of a report names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import words
from riwaya.arabic.letters import fold
from riwaya.model import Document, Link

_KINDS = ("credit", "byline", "dateline")
_PARTS = re.compile(r"[_/|،,()\[\]–—:ـ-]+|\sمن\s")
_AND = re.compile(r"\sو(?=\w)")
_MARKS = ' \t\n*"«»“”.'
_OF_NEWS = words("of-news")
_COPIED = ("نقلا عن", "نقلاً عن")
_LONGEST = 400
_PORTAL = "بوابه"
"""``دبي - بوابة النهر``: of the class words in bylines only this one names another outlet than the report's own."""


def default_chain(document: Document, sources: Sources) -> tuple[Link, ...]:
    """Return the links that hold for every statement without one of its own: ``النهر_ أسوشيتد برس``, ``(رويترز)``.

    Several agencies without a name (``وكالات``) are unnamed sources. Offsets are code points into the document's text.
    Misses: agencies that outlets.tsv doesn't know and that no class word tells.
    """
    found: dict[str, Link] = {}
    for frame in document.frame:
        if frame.kind in _KINDS and frame.end - frame.start <= _LONGEST:
            for link in _links(document.text, frame.start, frame.end, sources):
                found.setdefault(fold(link.name), link)
    return tuple(found.values())


def _links(text: str, start: int, end: int, sources: Sources) -> Iterator[Link]:
    """Yield the links of a frame; a part is cut at و only where it is none whole: ``واس`` begins with the letter."""
    for first, last in _parts(_PARTS, text, start, end):
        whole = _link(text, first, last, sources)
        parts = [whole] if whole else [_link(text, a, b, sources) for a, b in _parts(_AND, text, first, last)]
        yield from (link for link in parts if link is not None)


def _parts(cuts: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of a frame's parts, marks and spaces off: ``المرسى - رويترز`` has two."""
    at = start
    for cut in [*cuts.finditer(text, start, end), None]:
        stop = cut.start() if cut is not None else end
        first, last = at, stop
        while first < last and (text[first] in _MARKS or text[first].isspace()):
            first += 1
        while last > first and (text[last - 1] in _MARKS or text[last - 1].isspace()):
            last -= 1
        if last > first:
            yield first, last
        at = cut.end() if cut is not None else end


def _link(text: str, start: int, end: int, sources: Sources) -> Link | None:
    """Return a frame's part as a link: a known agency, ``وكالة X للأنباء``, the paper after ``نقلا عن``."""
    part = text[start:end]
    copied = next((opening for opening in _COPIED if part.startswith(opening + " ")), None)
    if copied is not None:
        return Link(name=part[len(copied) + 1 :], kind="outlet", start=start + len(copied) + 1, end=end, inherited=True)
    keys = [fold(word) for word in part.replace(".", " ").split()]
    if keys in (["وكالات"], ["الوكالات"]):
        return Link(name=part, kind="unnamed", start=start, end=end, inherited=True)
    if sources.agency(" ".join(keys)):
        return Link(name=part, kind="agency", start=start, end=end, inherited=True)
    if len(keys) > 1 and keys[0].removeprefix("ال") == _PORTAL:
        return Link(name=part, kind="outlet", start=start, end=end, inherited=True)
    words_of = part.split()
    if len(words_of) < 2 or fold(words_of[0]) != "وكاله" or sources.keeps_class(keys[1]):
        known = fold(words_of[0]) == "وكاله" and len(words_of) > 1
        return Link(name=part, kind="agency", start=start, end=end, inherited=True) if known else None
    start += text[start:end].index(words_of[1])
    if len(words_of) > 2 and keys[-1] in _OF_NEWS:
        end = start + text[start:end].rindex(words_of[-1])
        end = start + len(text[start:end].rstrip())
    return Link(name=text[start:end], kind="agency", start=start, end=end, inherited=True)
