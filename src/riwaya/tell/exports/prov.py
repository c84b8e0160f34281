"""Statements and their chains as PROV-O (https://www.w3.org/TR/prov-o/), one JSON-LD document.

What a report prints is an entity; so is what each hand of the chain told, and what the speaker said in the first place.
Each is derived from the next: printed ← told by the agency ← told by the office ← said, which the occasion generated.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import json

from riwaya.arabic.letters import fold
from riwaya.model import Link, Report, Speaker, Statement
from riwaya.tell.claim import claimed
from riwaya.tell.exports.agents import Agents, place
from riwaya.tell.exports.wanted import Wanted
from riwaya.tell.known import Known
from riwaya.tell.origins import Origins
from riwaya.tell.views import Views

Node = dict[str, Any]
_DATED = {10: "xsd:date", 7: "xsd:gYearMonth", 4: "xsd:gYear"}
CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
    "riwaya": "urn:riwaya:terms#",
    "id": "@id",
    "type": "@type",
    "label": "rdfs:label",
    "value": "prov:value",
    "issued": "dcterms:issued",
    "partOf": {"@id": "dcterms:isPartOf", "@type": "@id"},
    "attributed": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "derived": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "derivation": "prov:qualifiedDerivation",
    "entity": {"@id": "prov:entity", "@type": "@id"},
    "generated": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
    "associated": {"@id": "prov:wasAssociatedWith", "@type": "@id"},
    "within": {"@id": "riwaya:within", "@type": "@id"},
    **{
        name: f"riwaya:{name}"
        for name in ("stance", "mode", "lemma", "origin", "inherited", "candidate", "start", "end")
    },
    **{name: f"riwaya:{name}" for name in ("negated", "modality", "future", "condition", "deadline")},
}


def lines(views: Views, wanted: Wanted) -> Iterator[str]:
    """Yield one JSON document, a node a line.

    A person or body that the store knows has one identifier in all reports, that of ``--to ftm``; so has an agency or
    outlet by its name. Any other agent is one only where the report means the same words: two unnamed sources are never
    merged, nor two ministries of like name. A document is an entity, its issuer unknown.
    """
    yield f'{json.encode({"@context": CONTEXT}).decode()[:-1]},"@graph":['
    origins = Origins(views.sources(wanted.story))
    agents = Agents(Known(views.entities(wanted.story)))
    shared: set[str] = set()
    comma = ""
    for report in views.reports(wanted.story):
        for line in dict.fromkeys(json.encode(_kept(node)).decode() for node in _report(report, agents, origins)):
            if line not in shared:
                yield comma + line
                comma = ","
            if '"prov:Agent"' in line:
                shared.add(line)
    yield "]}"


def _kept(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [], ())}


def _id(kind: str, *parts: str | int) -> str:
    return ":".join(map(str, ("urn:riwaya", kind, *parts)))


def _report(report: Report, agents: Agents, origins: Origins) -> Iterator[Node]:
    document, found = report.document, report.annotations
    outlet = agents.outlet(found.outlet.name) if found.outlet else None
    if outlet:
        yield outlet
    published = found.published.value if found.published else ""
    kind = _DATED.get(len(published[:10])) if "W" not in published else None
    yield {
        "id": _id("report", document.id),
        "type": ["prov:Entity", "riwaya:Report"],
        "label": document.doc,
        "attributed": outlet and outlet["id"],
        "issued": {"@value": published[:10], "@type": kind} if kind else None,
    }
    for n, origin in enumerate(origins.names(report)):
        yield from _statement(report, n, origin, agents)


def _statement(report: Report, n: int, origin: str | None, agents: Agents) -> Iterator[Node]:
    """Yield the words as printed, then what they are derived from, outermost first."""
    doc, statement = report.document.id, report.annotations.statements[n]
    speaker = agents.speaker(report, statement.speaker)
    own = fold(statement.speaker.name) if statement.speaker else None
    hands = [link for link in statement.chain if fold(link.name) != own]
    told = [_id("telling", doc, n, at) for at in range(len(hands))] + [_id("said", doc, n)]
    sources = [_derived(source, at < len(hands) and hands[at].inherited) for at, source in enumerate(told)]
    yield _printed(report, n, origin) | {"attributed": speaker and speaker["id"]} | sources[0]
    for at, link in enumerate(hands):
        yield from _telling(report, told[at], link, agents, sources[at + 1])
    yield from _said(report, told[-1], statement, speaker)


def _derived(source: str, inherited: bool) -> Node:
    """Return a derivation; ``inherited`` where the report names that hand earlier, not beside these words."""
    derivation = {"type": "prov:Derivation", "entity": source} | ({"inherited": True} if inherited else {})
    return {"derived": source, "derivation": derivation}


def _printed(report: Report, n: int, origin: str | None) -> Node:
    doc, statement = report.document.id, report.annotations.statements[n]
    claim = claimed(report, statement)
    return {
        "id": _id("statement", doc, n),
        "type": ["prov:Entity", "riwaya:Statement"],
        "value": report.document.text[statement.start : statement.end],
        "partOf": _id("report", doc),
        "start": statement.start,
        "end": statement.end,
        "stance": statement.cue.stance,
        "mode": statement.mode,
        "lemma": statement.cue.lemma,
        "origin": origin,
        "candidate": list(statement.candidates),
        "within": None if statement.parent is None else _id("statement", doc, statement.parent),
        "negated": claim.get("negated"),
        "modality": claim.get("modality"),
        "future": claim.get("future"),
        "condition": claim.get("condition", {}).get("text"),
        "deadline": claim.get("deadline", {}).get("text"),
    }


def _telling(report: Report, id: str, link: Link, agents: Agents, source: Node) -> Iterator[Node]:
    """Yield what one hand told, and whose hand it is; what a document tells is a part of it."""
    whose: Node = _document(report, link) if link.kind == "document" else agents.link(report, link)
    tie = "partOf" if link.kind == "document" else "attributed"
    yield {"id": id, "type": ["prov:Entity", "riwaya:Telling"], "label": link.name, tie: whose["id"]} | source
    yield whose


def _document(report: Report, one: Link | Speaker) -> Node:
    id = _id("document", report.document.id, place(one))
    return {"id": id, "type": ["prov:Entity", "riwaya:Document"], "label": one.name}


def _said(report: Report, id: str, statement: Statement, speaker: Node | None) -> Iterator[Node]:
    """Yield what was said in the first place, by whom or in which document, and on what occasion."""
    said: Node = {"id": id, "type": ["prov:Entity", "riwaya:Utterance"], "attributed": speaker and speaker["id"]}
    occasion = statement.occasion
    held = occasion and _id("occasion", report.document.id, place(occasion))
    if speaker:
        yield speaker
    elif statement.speaker:
        document = _document(report, statement.speaker)
        said["partOf"] = document["id"]
        yield document
    yield said | {"generated": held}
    if occasion:
        node = {"id": held, "type": ["prov:Activity", "riwaya:Occasion"], "label": occasion.name}
        yield node | {"associated": speaker and speaker["id"]}
