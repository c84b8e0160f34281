"""A trace as the frame of a fact-check: schema.org ClaimReview, JSON-LD.

Where the claim appears is filled in; the verdict is not. A rating, its author and its date are the fact-checker's:
they are left out, and nothing stands for them. https://schema.org/ClaimReview
"""

from __future__ import annotations

from typing import Any

from riwaya.model import Report
from riwaya.tell.trace import Printing, Trace
from riwaya.tell.trace.rows import card, reports
from riwaya.tell.views import Views

_PEOPLE = frozenset({"person"})
_BODIES = frozenset({"office", "government"})


def claim_review(views: Views, trace: Trace) -> dict[str, Any]:
    """Return the ClaimReview of a trace: its appearances, the first one of them where it is dated."""
    appearances = [_article(one, report) for one, report in reports(views, trace)]
    claim: dict[str, Any] = {"@type": "Claim", "text": trace.words, "appearance": appearances}
    earliest = trace.printings[0].witness if trace.printings else None
    if earliest and earliest.published and appearances:
        claim |= {"firstAppearance": appearances[0], "datePublished": earliest.published}
    author = _author(trace)
    if author:
        claim["author"] = author
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": trace.words,
        "itemReviewed": claim,
    }


def _author(trace: Trace) -> dict[str, str] | None:
    """Return who made the claim, where all printings that name somebody name one."""
    named = {(one.witness.speaker, one.witness.kind) for one in trace.printings if one.witness.speaker}
    if len(named) != 1:
        return None
    name, kind = named.pop()
    return _speaker(name or "", kind)


def _speaker(name: str, kind: str) -> dict[str, str] | None:
    if kind in _PEOPLE:
        return {"@type": "Person", "name": name}
    return {"@type": "Organization", "name": name} if kind in _BODIES else None


def _article(one: Printing, report: Report) -> dict[str, Any]:
    cited, witness = card(one, report.document), one.witness
    article: dict[str, Any] = {"@type": "NewsArticle", "@id": f"urn:riwaya:report:{report.document.id}"}
    named = {"url": cited["url"], "headline": cited["title"], "datePublished": cited["published"]}
    article |= {key: value for key, value in named.items() if value}
    if witness.outlet:
        article["publisher"] = {"@type": "Organization", "name": witness.outlet}
    article["identifier"] = {"@type": "PropertyValue", "propertyID": "sha256", "value": cited["sha256"]}
    quotation: dict[str, Any] = {"@type": "Quotation" if one.told == "direct" else "CreativeWork", "text": one.text}
    speaker = _speaker(witness.speaker or "", witness.kind)
    if one.told == "direct" and speaker:
        quotation["spokenByCharacter"] = speaker
    article["hasPart"] = quotation
    return article
