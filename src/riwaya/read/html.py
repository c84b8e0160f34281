"""HTML pages: body by trafilatura, headline, outlet, author and date by our own reading of the page.

Pages are hostile input: size, depth and number of elements are bounded, nothing is fetched, no entity expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import lxml.html
from lxml import etree

from riwaya.errors import BadDocument
from riwaya.read.decoding import decode
from riwaya.read.draft import Draft, compose
from riwaya.read.lines import squeezed
from riwaya.read.metadata import Metadata, metadata, text_of
from riwaya.read.options import ReadOptions
from riwaya.read.pagedate import page_date
from riwaya.read.plain import clean

_MOST_ELEMENTS = 60_000
_MOST_DEPTH = 200
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]{3,20})", re.IGNORECASE)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
Element: TypeAlias = Any  # lxml says nothing of its types


def html_draft(
    data: bytes, key: str, doc: str, options: ReadOptions, url: str | None = None, charset: str | None = None
) -> Draft:
    """Return the draft of a page: headline, byline and body, a line each paragraph.

    Raises BadDocument where the page is no text, is too deep or large to be one, or holds no article.
    """
    decoded = decode(data, options.encoding or charset or _declared(data))
    tree = _tree(decoded.text)
    about = metadata(tree)
    address = url or about.url
    dated = page_date(tree, about.linked, address, about.title)
    body = _body(tree, about)
    if not body:
        raise BadDocument("no article in the page")
    text, title, byline = compose(clean(about.title), clean(about.author), clean(body))
    return Draft(
        key=address or key,
        doc=doc,
        text=text,
        url=address or None,
        title=title,
        byline=byline,
        outlet=about.outlet or options.outlet,
        given=dated.value,
        notes=decoded.notes + dated.notes,
    )


def _declared(data: bytes) -> str | None:
    match = _XML.search(data[:300]) or _CHARSET.search(data[:4096])
    return match.group(1).decode("ascii", "replace") if match else None


def _tree(text: str) -> Element:
    parser = lxml.html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    source = _XML_HEAD.sub("", text).encode("utf-8", "replace")
    try:
        tree = lxml.html.document_fromstring(source, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise BadDocument(f"not a page that can be read ({str(error)[:80]})") from error
    _bound(tree)
    return tree


def _bound(tree: Element) -> None:
    elements = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > _MOST_DEPTH:
            raise BadDocument(f"HTML nested more than {_MOST_DEPTH} deep")
        if elements > _MOST_ELEMENTS:
            raise BadDocument(f"HTML of more than {_MOST_ELEMENTS} elements")


def _body(tree: Element, about: Metadata) -> str:
    """The article's paragraphs; the headline and byline again, right at their head, are left out."""
    text = _extracted(tree) or "\n".join(_paragraphs(tree))
    kept = [line.strip(" \t") for line in text.split("\n")]
    kept = [line for line in kept if line]
    known = {squeezed(about.title), squeezed(about.author)} - {""}
    while kept and squeezed(kept[0]) in known:
        kept.pop(0)
    return "\n".join(kept)


def _extracted(tree: Element) -> str:
    import trafilatura  # two seconds to load: only who reads pages pays them

    try:
        found = trafilatura.extract(
            tree, include_comments=False, include_tables=False, include_formatting=False, with_metadata=False
        )
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return ""
    return found or ""


def _paragraphs(tree: Element) -> Iterator[str]:
    for element in tree.iter("p"):
        text = text_of(element)
        if len(text) >= 30:
            yield text
