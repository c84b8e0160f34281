"""The series of figures as rows, a count a row."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model import Count, FigureSeries
from riwaya.tell.rows.naming import Namer, Row, evidence
from riwaya.tell.views import Views


def figures(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    """Yield every count with its series and those that it cannot be true beside."""
    for series in views.figures(story):
        against, days = _rivals(series), _days(series)
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
                "low": min(days[_day(count)], default=None),
                "high": max(days[_day(count)], default=None),
                "disputed": place in against,
                "reasons": sorted({reason for _, reason in against.get(place, ())}),
                "main": series.main,
                "evidence": evidence([count.evidence, *count.again], name),
                "against": evidence((series.counts[other].evidence for other, _ in against.get(place, ())), name),
            }


def _rivals(series: FigureSeries) -> dict[int, list[tuple[int, str]]]:
    """Return by place of a count those that it can't be true beside, and why."""
    found: dict[int, list[tuple[int, str]]] = {}
    for one in series.rivals:
        found.setdefault(one.left, []).append((one.right, one.reason))
        found.setdefault(one.right, []).append((one.left, one.reason))
    return found


def _day(count: Count) -> str:
    return (count.published or "")[:10]


def _days(series: FigureSeries) -> dict[str, list[float | int]]:
    """Return the values of the counts that were published on a day, the bounds of ranges among them."""
    found: dict[str, list[float | int]] = {_day(one): [] for one in series.counts}
    for one in series.counts:
        found[_day(one)] += [value for value in (one.number, one.upper) if value is not None]
    return found
