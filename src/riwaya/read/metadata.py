"""What an HTML page says of itself: headline, outlet, author, address; from JSON-LD, meta elements, and the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import msgspec

from riwaya.read.lines import squeezed
from riwaya.read.outlets import house, site

_TYPES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "WebPage", "LiveBlogPosting")
_CUT = re.compile(r"\s+[|\-–—:»·]\s+|\s*\|\s*")
_MOST_LD = 1 << 20
_DEPTH = 6
Element: TypeAlias = Any  # lxml says nothing of its types


class Metadata(msgspec.Struct, frozen=True):
    """Metadata of a page; every part may be empty."""

    title: str
    outlet: str
    author: str
    url: str
    linked: tuple[dict[str, object], ...]


def metadata(tree: Element) -> Metadata:
    """Return what the page says of itself, checked against its own text where it can be."""
    linked = tuple(_linked(tree))
    outlet = _outlet(tree, linked)
    return Metadata(_title(tree, linked, outlet), outlet, _author(tree, linked, outlet), _url(tree), linked)


def meta(tree: Element, *names: str) -> str:
    """Return the content of the first meta element of those names (``property``, ``name`` or ``itemprop``)."""
    wanted = {name.lower(): rank for rank, name in enumerate(names)}
    found: list[tuple[int, str]] = []
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            rank = wanted.get((element.get(attribute) or "").lower())
            if rank is not None and content:
                found.append((rank, content))
    return min(found, key=lambda one: one[0])[1] if found else ""


def text_of(element: Element) -> str:
    """Return the text in an element, white space squeezed."""
    return " ".join(" ".join(str(part) for part in element.itertext()).split())


def _linked(tree: Element) -> Iterator[dict[str, object]]:
    """The articles of the page's JSON-LD."""
    for element in tree.iter("script"):
        if "ld+json" in (element.get("type") or "") and element.text and len(element.text) < _MOST_LD:
            try:
                found = msgspec.json.decode(re.sub(r"[\x00-\x1f]+", " ", element.text))
            except (msgspec.DecodeError, RecursionError):
                continue
            yield from _articles(found, _DEPTH)


def _articles(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth == 0:
        return
    if isinstance(value, list):
        for one in value[:50]:
            yield from _articles(one, depth - 1)
    elif isinstance(value, dict):
        types = value.get("@type")
        if any(one in _TYPES for one in (types if isinstance(types, list) else [types])):
            yield value
        yield from _articles(value.get("@graph"), depth - 1)


def _name(value: object) -> str:
    if isinstance(value, list):
        return "، ".join(filter(None, (_name(one) for one in value[:5])))
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) if isinstance(value, str) else ""


def _url(tree: Element) -> str:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and _is_address(element.get("href")):
            return (element.get("href") or "").strip()
    address = meta(tree, "og:url")
    return address if _is_address(address) else ""


def _is_address(address: str | None) -> bool:
    try:
        parts = urlsplit((address or "").strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and len(parts.path) > 1


def _outlet(tree: Element, linked: tuple[dict[str, object], ...]) -> str:
    names = [meta(tree, "og:site_name"), *(_name(one.get("publisher")) for one in linked), meta(tree, "publisher")]
    names = [name for name in names if name and not name.startswith(("http", "@", "www."))]
    known = next((found.name for name in names if (found := house(name))), None)
    return known or site(_url(tree)) or (names[0] if names else "")


def _title(tree: Element, linked: tuple[dict[str, object], ...], outlet: str) -> str:
    """The h1 that metadata bears out; else the metadata's, without the outlet's name at either end."""
    claims = [meta(tree, "og:title", "twitter:title"), *(_name(one.get("headline")) for one in linked)]
    claims += [text_of(element) for element in tree.iter("title")][:1]
    claims = [" ".join(claim.split()) for claim in claims if claim]
    borne = "|".join(squeezed(claim) for claim in claims)
    for element in tree.iter("h1", "h2"):
        heading = text_of(element)
        key = squeezed(heading[:400])
        if len(key) >= 12 and key in borne:
            return heading
    return _without_outlet(claims[0], outlet) if claims else next((text_of(one) for one in tree.iter("h1")), "")


def _without_outlet(title: str, outlet: str) -> str:
    parts = [part.strip() for part in _CUT.split(title)]
    for at in (-1, 0):
        if len(parts) > 1 and (house(parts[at]) or squeezed(parts[at]) == squeezed(outlet)):
            cut = title.rfind(parts[at]) if at else len(parts[0])
            return (title[:cut] if at else title[cut:]).strip(" |-–—:»·")
    return title


def _author(tree: Element, linked: tuple[dict[str, object], ...], outlet: str) -> str:
    names = [*(_name(one.get("author")) for one in linked), meta(tree, "author", "article:author", "dc.creator")]
    for name in names:
        known = house(name) if name else None
        if name and len(name) <= 80 and "://" not in name and not known and squeezed(name) != squeezed(outlet):
            return name
    return ""
