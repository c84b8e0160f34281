"""Statements for other programs: Citron's JSON, W3C Web Annotation, PROV-O, each held to its own specification."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from rdflib import PROV, RDF, RDFS, Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS

from riwaya.model import Entity, Report, Speaker
from riwaya.tell.exports import FORMATS, Wanted
from riwaya.tell.exports.agents import Agents
from riwaya.tell.known import Known

from .canal import story

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

OWN = Namespace("urn:riwaya:terms#")
STORIES = ("canal", "bridge", "hostile")


def exported(form: str, name: str = "bridge", **wanted: Any) -> list[str]:
    return list(FORMATS[form](story(name), Wanted(**wanted)))


def reports(name: str) -> dict[str, Report]:
    return {report.document.id: report for report in story(name).reports()}


# ── Citron ──────────────────────────────────────────────────────────────────────────────────────────────────────


def quotes(name: str) -> list[dict[str, Any]]:
    return [quote for line in exported("citron", name) for quote in json.loads(line)["quotes"]]


@pytest.mark.parametrize("name", STORIES)
def test_citron_spans_are_the_words_that_they_name(name: str) -> None:
    for line in exported("citron", name):
        record = json.loads(line)
        assert record.keys() == {"text", "quotes", "riwaya"}
        for quote in record["quotes"]:
            assert quote.keys() == {"id", "cue", "sources", "contents", "riwaya"}
            assert quote["contents"]
            for span in (quote["cue"], *quote["sources"], *quote["contents"]):
                assert span.keys() == {"start", "end", "text"}
                assert span["start"] < span["end"]
                assert record["text"][span["start"] : span["end"]] == span["text"]


def test_citron_has_one_quote_for_a_quotation_of_two_sentences() -> None:
    (both,) = [quote for quote in quotes("bridge") if len(quote["contents"]) > 1]
    assert [content["text"] for content in both["contents"]] == ["نعمل ليلا.", "ولن نتوقف"]
    assert sum(len(quote["contents"]) for quote in quotes("bridge")) == 12


def test_citron_carries_chain_candidates_and_nesting() -> None:
    found = {quote["contents"][0]["text"]: quote for quote in quotes("bridge")}
    nested = found["الجسر لن يغلق قبل نهاية سبتمبر"]["riwaya"]
    assert [(link["name"], link["kind"]) for link in nested["chain"]] == [("سنابل", "agency"), ("مصدر مطلع", "unnamed")]
    assert nested["within"] in {quote["id"] for quote in quotes("bridge")} - {nested.get("id")}
    assert nested["claim"]["negated"] is True
    assert nested["claim"]["deadline"]["text"] == "قبل نهاية سبتمبر"
    unknown = found["الكلفة لم تتغير"]
    assert unknown["sources"] == []
    assert unknown["riwaya"]["candidates"] == ["هند الياسري", "سالم الورداني"]
    assert "speaker" not in unknown["riwaya"]


# ── Web Annotation ──────────────────────────────────────────────────────────────────────────────────────────────

ADDRESS = re.compile(r"(https?://|urn:[a-z]+:)\S+")
MOTIVATIONS = {"describing", "classifying"}


def collection(name: str, **wanted: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("\n".join(exported("webannotation", name, **wanted)))
    return found


@pytest.mark.parametrize("name", STORIES)
def test_the_collection_has_what_the_model_requires(name: str) -> None:
    """Sections 5.1 and 5.2: context, id, type; a page with id, type and items; totals that are counts."""
    found = collection(name)
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], found["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert ADDRESS.fullmatch(found["id"])
    assert ADDRESS.fullmatch(found["first"]["id"])
    assert found["first"]["partOf"] == found["id"]
    assert found["total"] == len(found["first"]["items"]) > 0
    assert found["first"]["startIndex"] == 0


@pytest.mark.parametrize("name", STORIES)
def test_annotations_have_what_the_model_requires(name: str) -> None:
    """Sections 3.1, 3.2.4 and 4: id, type and target; textual bodies with one value each."""
    items = collection(name)["first"]["items"]
    assert len({one["id"] for one in items}) == len(items)
    for one in items:
        assert ADDRESS.fullmatch(one["id"])
        assert one["type"] == "Annotation"
        assert set(one["motivation"]) <= MOTIVATIONS
        assert "bodyValue" not in one
        for body in one["body"]:
            assert body["type"] in ("TextualBody", "Dataset")
            assert ADDRESS.fullmatch(body.get("id", "urn:none:x"))
            assert body["type"] == "Dataset" or (isinstance(body["value"], str) and body["purpose"] in MOTIVATIONS)
        assert ADDRESS.fullmatch(one["target"]["source"]["id"])


@pytest.mark.parametrize("name", STORIES)
def test_both_selectors_find_the_words(name: str) -> None:
    texts = {f"urn:riwaya:report:{id}": report.document.text for id, report in reports(name).items()}
    for one in collection(name)["first"]["items"]:
        text = texts[one["target"]["source"]["id"]]
        position, quote = one["target"]["selector"]
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text.find(quote["prefix"] + quote["exact"] + quote["suffix"]) + len(quote["prefix"]) == position["start"]


def test_an_annotation_says_who_through_whom_and_how() -> None:
    items = collection("bridge")["first"]["items"]
    line, stance, data = next(one["body"] for one in items if one["target"]["selector"][1]["exact"] == "تعليق الأشغال")
    assert line["value"] == "سنابل ← مصدر مطلع ← سالم الورداني"
    assert stance["value"] == "denying"
    assert data["within"] in {one["id"] for one in items}
    assert [link["inherited"] for link in data["chain"]] == [True, True]
    source = items[-1]["target"]["source"]
    assert source["via"] == "https://wadi.example/2"


_USED = """@context id type label total first partOf startIndex items motivation body target source selector purpose
format language value via exact prefix suffix start end name text"""
ANNO = set(_USED.split())
"""The terms of http://www.w3.org/ns/anno.jsonld that are used here."""


@pytest.mark.parametrize("name", STORIES)
def test_no_key_falls_out_of_the_contexts(name: str) -> None:
    found = collection(name)
    known = ANNO | found.pop("@context")[1].keys()

    def keys(value: Any) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(keys, value))
        return value.keys() | keys(list(value.values())) if isinstance(value, dict) else set()

    assert keys(found) <= known


def test_no_statements_are_an_empty_collection() -> None:
    found = collection("bridge", story="no such story")
    assert (found["total"], found["first"]["items"]) == (0, [])


# ── PROV-O ──────────────────────────────────────────────────────────────────────────────────────────────────────


def graph(name: str) -> Graph:
    found = Graph()
    found.parse(data="\n".join(exported("prov", name)), format="json-ld")
    return found


@pytest.fixture(scope="module")
def bridge() -> Graph:
    return graph("bridge")


def words(found: Graph, text: str) -> URIRef:
    (node,) = [node for node in found.subjects(PROV.value) if str(found.value(node, PROV.value)) == text]
    assert isinstance(node, URIRef)
    return node


def labels(found: Graph, nodes: list[Any]) -> list[str]:
    return [str(found.value(node, RDFS.label)) for node in nodes]


def chain(found: Graph, node: Any) -> list[Any]:
    """Walk from the printed words to what was said in the first place."""
    walked = []
    while (source := found.value(node, PROV.wasDerivedFrom)) is not None:
        walked.append(node := source)
    return walked


@pytest.mark.parametrize("name", STORIES)
def test_every_statement_leads_to_one_utterance(name: str) -> None:
    found, expected = graph(name), sum(len(one.annotations.statements) for one in reports(name).values())
    printed = list(found.subjects(RDF.type, OWN.Statement))
    assert len(printed) == expected > 0
    ends = [chain(found, node)[-1] for node in printed]
    assert len(set(ends)) == expected, "no two statements share an utterance, though they share a communiqué"
    assert all((end, RDF.type, OWN.Utterance) in found for end in ends)
    for derivation in found.objects(predicate=PROV.qualifiedDerivation):
        assert found.value(derivation, PROV.entity) is not None


@pytest.mark.parametrize("name", STORIES)
def test_prov_relations_join_what_they_may(name: str) -> None:
    """An entity is attributed to an agent and generated by an activity, with which an agent is associated."""
    found = graph(name)
    allowed = {
        PROV.wasAttributedTo: (PROV.Entity, PROV.Agent),
        PROV.wasDerivedFrom: (PROV.Entity, PROV.Entity),
        PROV.wasGeneratedBy: (PROV.Entity, PROV.Activity),
        PROV.wasAssociatedWith: (PROV.Activity, PROV.Agent),
        DCTERMS.isPartOf: (PROV.Entity, PROV.Entity),
    }
    for relation, (left, right) in allowed.items():
        for one, other in found.subject_objects(relation):
            assert (one, RDF.type, left) in found
            assert (other, RDF.type, right) in found


def test_the_chain_is_a_line_of_tellings(bridge: Graph) -> None:
    node = words(bridge, "الجسر لن يغلق قبل نهاية سبتمبر")
    assert labels(bridge, chain(bridge, node)[:-1]) == ["سنابل", "مصدر مطلع"]
    assert str(bridge.value(node, PROV.wasAttributedTo)) == "urn:riwaya:riwaya-w1"
    assert bridge.value(node, OWN.within) == words(
        bridge, "رئيس هيئة الجسور سالم الورداني أكد أن «الجسر لن يغلق قبل نهاية سبتمبر"
    )
    assert bool(bridge.value(node, OWN.negated))


def test_unnamed_sources_of_two_reports_are_two_and_of_one_are_one(bridge: Graph) -> None:
    sources = set(bridge.subjects(RDF.type, OWN.Unnamed))
    assert labels(bridge, sorted(sources)) == ["مصدر مطلع", "مصدر مطلع"]
    carried = words(bridge, "الورداني نفى تعليق الأشغال")
    first = words(bridge, "رئيس هيئة الجسور سالم الورداني أكد أن «الجسر لن يغلق قبل نهاية سبتمبر")
    assert bridge.value(carried, PROV.wasAttributedTo) == bridge.value(first, PROV.wasAttributedTo)


@pytest.mark.parametrize(
    ("kind", "one"),
    [("unnamed", False), ("collective", False), ("office", True), ("government", True), ("person", True)],
)
def test_a_name_twice_in_a_report_is_one_unless_it_names_nobody(kind: Any, one: bool) -> None:
    (report, *_), agents = reports("bridge").values(), Agents(Known([]))
    first, second = (agents.speaker(report, Speaker(name="الجهة", kind=kind, start=at, end=at + 5)) for at in (3, 90))
    assert first is not None
    assert second is not None
    assert (first["id"] == second["id"]) is one


def test_an_office_of_two_reports_is_two_unless_the_store_knows_it() -> None:
    left, right = reports("bridge").values()
    office = Speaker(name="وزارة المياه", kind="office")
    apart, joined = Agents(Known([])), Agents(Known([known_office(left, right)]))
    assert apart.speaker(left, office) != apart.speaker(right, office)
    assert joined.speaker(left, office) == joined.speaker(right, office)


def known_office(*found: Report) -> Entity:
    return Entity(id="o", type="organisation", name="وزارة المياه", documents=tuple(one.document.id for one in found))


def test_people_and_agencies_are_one_across_reports(bridge: Graph) -> None:
    people = {str(node) for node in bridge.subjects(RDF.type, PROV.Person)}
    assert people == {"urn:riwaya:riwaya-w1", "urn:riwaya:riwaya-w2"}
    agencies = [node for node in bridge.subjects(RDF.type, PROV.Organization) if labels(bridge, [node]) == ["سنابل"]]
    assert len(set(agencies)) == 1


def test_an_interview_generates_what_was_said_in_it(bridge: Graph) -> None:
    said = chain(bridge, words(bridge, "العمال «أنهوا الأساس"))[-1]
    held = bridge.value(said, PROV.wasGeneratedBy)
    assert labels(bridge, [held]) == ["مقابلة"]
    assert labels(bridge, [bridge.value(held, PROV.wasAssociatedWith)]) == ["هند الياسري"]
    later = chain(bridge, words(bridge, "الممر قد يفتح إذا هدأت الريح"))[-1]
    assert bridge.value(later, PROV.wasGeneratedBy) == held


def test_a_communique_is_a_document_and_nobody(bridge: Graph) -> None:
    telling = chain(bridge, words(bridge, "الأشغال مستمرة"))[0]
    document = bridge.value(telling, DCTERMS.isPartOf)
    assert (document, RDF.type, OWN.Document) in bridge
    assert bridge.value(telling, PROV.wasAttributedTo) is None


def test_nobody_is_attributed_to_nobody(bridge: Graph) -> None:
    node = words(bridge, "الكلفة لم تتغير")
    assert bridge.value(node, PROV.wasAttributedTo) is None
    assert {str(name) for name in bridge.objects(node, OWN.candidate)} == {"هند الياسري", "سالم الورداني"}
    inherited = bridge.value(node, PROV.qualifiedDerivation)
    assert bool(bridge.value(inherited, OWN.inherited))
