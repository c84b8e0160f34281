"""When an HTML page was published: candidates from metadata and from the page, and the one that the others bear out.

Metadata is checked, not trusted: templates carry the site's birthday, caches today's date. Arabic month names,
Eastern digits and Hijri dates are read by ``arabic.dates``, which abstains where it isn't sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, TypeAlias

import msgspec

from riwaya.arabic.dates import parse_date
from riwaya.read.address import addressed
from riwaya.read.metadata import meta, text_of

_PUBLISHED = (
    "article:published_time",
    "datePublished",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "pubdate",
    "publish_date",
    "DC.date.issued",
    "dcterms.created",
    "cXenseParse:recs:publishtime",
)
_WEAK = ("article:modified_time", "og:updated_time", "dateModified", "date", "dc.date", "dcterms.date", "last-modified")
_LABEL = re.compile(r"نشر|تاريخ|حرر|Published|Posted", re.IGNORECASE)
_UPDATED = re.compile(r"تحديث|تعديل|updated|modified", re.IGNORECASE)
_DATED_CLASS = re.compile(r"date|time|publish|تاريخ", re.IGNORECASE)
_DIGIT = re.compile(r"[0-9٠-٩]")
_MOST_SEEN = 4000
_SKIP = ("script", "style", "noscript", "template", "option", "nav", "footer", "aside")
_FAR = 3
Element: TypeAlias = Any  # lxml says nothing of its types


class PageDate(msgspec.Struct, frozen=True):
    """The time chosen, as ISO, and what the user should know where candidates disagree."""

    value: str | None
    notes: tuple[str, ...] = ()


def page_date(tree: Element, linked: tuple[dict[str, object], ...], url: str, title: str) -> PageDate:
    """Return when the page was published: metadata that the page or its address doesn't contradict, else the page.

    Misses: dates that only an image shows, and relative ones (منذ ساعتين two hours ago).
    """
    claimed = _claimed(tree, linked)
    seen = _seen(tree, title)
    by_address = addressed(url)
    if claimed is None:
        return PageDate(seen or by_address or _weak(tree))
    against = [other for other in (seen, by_address) if other]
    if len(against) == 2 and all(_days(claimed, other) >= _FAR for other in against) and _days(*against) < _FAR:
        return PageDate(seen, (f"metadata says {claimed[:10]}, page and address {against[0][:10]}",))
    if seen and _days(claimed, seen) >= _FAR:
        return PageDate(claimed, (f"metadata says {claimed[:10]}, the page shows {seen[:10]}",))
    return PageDate(claimed)


def _claimed(tree: Element, linked: tuple[dict[str, object], ...]) -> str | None:
    """JSON-LD first: it carries the zone of the newsroom, meta elements often UTC."""
    for one in linked:
        value = one.get("datePublished")
        if isinstance(value, str) and (parsed := parse_date(value)):
            return parsed
    parsed = parse_date(meta(tree, *_PUBLISHED))
    if parsed:
        return parsed
    for element in tree.iter("time"):
        if "ublish" in (element.get("itemprop") or "") or element.get("pubdate") is not None:
            value = element.get("datetime") or text_of(element)
            if parsed := parse_date(value):
                return parsed
    return None


def _weak(tree: Element) -> str | None:
    return parse_date(meta(tree, *_WEAK))


def _seen(tree: Element, title: str) -> str | None:
    """The date that the page shows: labelled as publication, else the first after the headline."""
    first = None
    for element, text in _short_texts(tree, title):
        value = None if _UPDATED.search(text) and not _LABEL.search(text) else parse_date(text)
        if value is None:
            continue
        if _LABEL.search(text):
            return value
        named = " ".join((element.get("class") or "", element.get("id") or "", element.get("itemprop") or ""))
        if first is None and (_DATED_CLASS.search(named) or element.tag == "time" or len(text) <= 40):
            first = value
    return first


def _short_texts(tree: Element, title: str) -> Iterator[tuple[Element, str]]:
    """Elements with a short text that holds a digit, from shortly before the headline's heading on."""
    order = [element for element in tree.iter() if isinstance(element.tag, str)]
    start = next((i for i, one in enumerate(order) if one.tag in ("h1", "h2") and title and title in text_of(one)), 0)
    for element in order[max(0, start - 12) : start + _MOST_SEEN]:
        if element.tag in _SKIP or len(element) > 6:
            continue
        text = text_of(element)
        if len(text) <= 90 and _DIGIT.search(text) and text != title:
            yield element, text


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)
