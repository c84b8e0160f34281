"""The series of figures as rows, a count a row."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model import FigureSeries
from riwaya.tell.rows.naming import Namer, Row, evidence
from riwaya.tell.views import Views


def figures(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    """Yield every count with its series and those that it cannot be true beside."""
    for series in views.figures(story):
        against = _rivals(series)
        for place, count in enumerate(series.counts):
            yield {
                "story": series.story,
                "what": count.counted or series.what,
                "of": series.of,
                "number": count.number,
                "upper": count.upper,
                "relation": count.relation,
                "as_of": count.as_of,
                "since": count.since,
                "by": count.by or count.outlet,
                "outlet": count.outlet,
                "origin": count.origin,
                "published": count.published,
                "series": series.id,
                "fate": series.fate,
                "where": list(series.where),
                "verdict": series.verdict,
                "low": series.low,
                "high": series.high,
                "disputed": place in against,
                "reasons": sorted({reason for _, reason in against.get(place, ())}),
                "evidence": evidence([count.evidence], name),
                "against": evidence((series.counts[other].evidence for other, _ in against.get(place, ())), name),
            }


def _rivals(series: FigureSeries) -> dict[int, list[tuple[int, str]]]:
    """Return by place of a count those that it can't be true beside, and why."""
    found: dict[int, list[tuple[int, str]]] = {}
    for one in series.rivals:
        found.setdefault(one.left, []).append((one.right, one.reason))
        found.setdefault(one.right, []).append((one.left, one.reason))
    return found
