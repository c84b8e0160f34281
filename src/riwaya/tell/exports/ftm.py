"""A store as FollowTheMoney entities (https://followthemoney.tech, schema 4.11), one JSON object a line.

People are ``Person``, bodies ``Organization``, ``PublicBody`` or ``Company``, posts ``Position`` with an ``Occupancy``
for each holder; every report is an ``Article`` and every name in it a ``Mention``. Places are left out: the schema has
no entity for a place that reports only name; a country is a property.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from msgspec import json

from riwaya.arabic.letters import fold
from riwaya.model import Entity, Evidence, Report, Tenure
from riwaya.tell.countries import code
from riwaya.tell.exports.bodies import body
from riwaya.tell.exports.posts import post, use
from riwaya.tell.exports.wanted import Wanted
from riwaya.tell.views import Views

Properties = dict[str, list[str]]
_SCHEMAS = {"person": "Person", "organisation": "Organization"}
_MOST_PROOF = 20
_DATE_LENGTHS = (4, 7, 10)


def lines(views: Views, wanted: Wanted) -> Iterator[str]:
    """Yield the entities of a store: people and bodies with their posts, then the reports with the names in them.

    The dates of an ``Occupancy`` are those of the first and the last report that gives the title, never a term of
    office, and its description says so. No topic is ever set. The text of reports isn't exported.
    """
    entities = [one for one in views.entities(wanted.story) if one.type in _SCHEMAS]
    posts: set[str] = set()
    for entity in entities:
        yield _entity(entity)
        for role in entity.roles:
            for id, line in _held(entity, role):
                if id not in posts:
                    posts.add(id)
                    yield line
    named = _named(entities)
    for report in views.reports(wanted.story):
        yield _article(report)
        yield from _mentions(report, named.get(report.document.id, ()))


def _line(id: str, schema: str, properties: Properties) -> str:
    kept = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    kept = {name: values for name, values in kept.items() if values}
    return json.encode({"id": id, "schema": schema, "properties": kept}).decode()


def _id(kind: str, *parts: str) -> str:
    return f"riwaya-{kind}-{blake2b(chr(31).join(parts).encode('utf-8', 'replace'), digest_size=10).hexdigest()}"


# ── people and bodies ───────────────────────────────────────────────────────────────────────────────────────────


def _entity(entity: Entity) -> str:
    return _line(f"riwaya-{entity.id}", *(_person(entity) if entity.type == "person" else _body(entity)))


def _names(entity: Entity) -> Properties:
    """Full spellings are aliases; single words, slips and guessed Latin spellings are weak ones, no ground to match."""
    full = [one for one in entity.variants if " " in one and one not in entity.slips]
    weak = [one for one in entity.variants if one not in full]
    sure = entity.romanised_by == "lexicon"
    latin = [entity.romanised]
    return {"name": [entity.name], "alias": full + latin * sure, "weakAlias": weak + latin * (not sure)}


def _person(entity: Entity) -> tuple[str, Properties]:
    uses = [(use(role.title), role.title) for role in entity.roles]
    return "Person", _names(entity) | {
        "country": [one.lower() for one in entity.countries],
        "title": [title for kind, title in uses if kind == "title"],
        "profession": [title for kind, title in uses if kind == "profession"],
    }


def _body(entity: Entity) -> tuple[str, Properties]:
    schema, country = body(entity.name)
    return schema, _names(entity) | {"country": [country.lower()]}


# ── posts ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _held(entity: Entity, role: Tenure) -> Iterator[tuple[str, str]]:
    """Yield the post of a title and its occupancy; a post that names neither a body nor a country is nobody else's."""
    found = post(role.title, role.of)
    if found is None:
        return
    country = code(role.of) or ""
    position = _id("position", fold(found.name), country or role.of or "", "" if role.of else entity.id)
    yield position, _line(position, "Position", {"name": [found.name], "country": [country.lower()]})
    held = _id("occupancy", entity.id, position, str(found.former))
    yield held, _line(held, "Occupancy", _occupancy(entity, role, position, found.former))


def _occupancy(entity: Entity, role: Tenure, position: str, former: bool) -> Properties:
    seen = " to ".join(dict.fromkeys(day for day in (role.from_, role.until) if day)) or "no known date"
    said = "calls the person a former holder of the post" if former else "gives the person this title"
    return {
        "holder": [f"riwaya-{entity.id}"],
        "post": [position],
        "startDate": [] if former else [role.from_ or ""],
        "endDate": [] if former else [role.until or ""],
        "status": ["ended"] if former else [],
        "description": [f"Observed: a report of {seen} {said}. Dates of reports, not of a term of office."],
        "proof": _articles(role.evidence),
    }


def _articles(evidence: Sequence[Evidence]) -> list[str]:
    return [_id("article", doc) for doc in dict.fromkeys(one.doc for one in evidence)][:_MOST_PROOF]


# ── reports and the names in them ───────────────────────────────────────────────────────────────────────────────


def _article(report: Report) -> str:
    document, found = report.document, report.annotations
    title = document.text[document.title.start : document.title.end] if document.title else ""
    published = found.published.value if found.published else ""
    return _line(
        _id("article", document.id),
        "Article",
        {
            "fileName": [document.doc],
            "title": [" ".join(title.split())],
            "author": [document.author or ""],
            "publisher": [found.outlet.name if found.outlet else ""],
            "publishedAt": [published[:10] if len(published[:10]) in _DATE_LENGTHS and "W" not in published else ""],
            "sourceUrl": [document.url or ""],
            "language": ["ara" if document.language == "ar" else ""],
        },
    )


def _named(entities: Iterable[Entity]) -> dict[str, list[tuple[Entity, Evidence]]]:
    found: dict[str, list[tuple[Entity, Evidence]]] = {}
    for entity in entities:
        for one in entity.evidence:
            found.setdefault(one.doc, []).append((entity, one))
    return found


def _mentions(report: Report, named: Iterable[tuple[Entity, Evidence]]) -> Iterator[str]:
    seen: set[str] = set()
    for entity, one in sorted(named, key=lambda item: (item[1].start, item[1].end, item[0].id)):
        form = " ".join(report.document.text[one.start : one.end].split())
        id = _id("mention", report.document.id, entity.id, form)
        if form and id not in seen:
            seen.add(id)
            yield _line(id, "Mention", _mention(report, entity, form))


def _mention(report: Report, entity: Entity, form: str) -> Properties:
    schema = "Person" if entity.type == "person" else body(entity.name)[0]
    return {
        "document": [_id("article", report.document.id)],
        "resolved": [f"riwaya-{entity.id}"],
        "name": [form],
        "detectedSchema": [schema],
    }
