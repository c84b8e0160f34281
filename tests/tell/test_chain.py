"""Chains as the page draws them, and what stands beside a paragraph, over the invented bridge story."""

import pytest

from riwaya.origin import origins
from riwaya.tell.chain import nodes
from riwaya.tell.claim import claimed, facts
from riwaya.tell.margin import beside
from riwaya.tell.pieces import marks, paragraphs

from .canal import story


@pytest.fixture(scope="module")
def report():
    return story("bridge").report("jisr-1.txt")


def drawn(report, n):
    found = report.annotations.statements
    return nodes(report, found[n], origins(found)[n])


def test_a_chain_runs_from_the_outlet_to_the_speaker(report):
    assert [(node.name, node.kind) for node in drawn(report, 2)] == [
        ("المرفأ", "outlet"),
        ("سنابل", "agency"),
        ("مصدر مطلع", "unnamed"),
        ("سالم الورداني", "person"),
    ]


@pytest.mark.parametrize(
    ("n", "origin"),
    [
        (0, "سنابل"),  # the agency of the credit line
        (1, None),  # an unnamed source
        (2, None),  # the minister, but through an unnamed source
        (5, "مقابلة"),  # the interview, for all who quote it
        (9, "سنابل"),  # nobody named, yet the agency told it
    ],
)
def test_the_origin_is_the_node_that_independence_counts(report, n, origin):
    marked = [node.name for node in drawn(report, n) if node.origin]
    assert marked == ([origin] if origin else [])


def test_a_meeting_that_an_office_relays_has_the_office_as_origin(report):
    from msgspec.structs import replace

    one = report.annotations.statements[5]
    relayed = replace(one, chain=(replace(one.chain[0], kind="office"),))
    (origin,) = origins([relayed])
    assert [node.name for node in nodes(report, relayed, origin) if node.origin] == [origin] == ["إذاعة الوادي"]


def test_an_inherited_link_knows_whether_the_credit_line_or_an_earlier_statement_gives_it(report):
    assert [node.source for node in drawn(report, 0)] == ["", "credit", ""]
    assert [node.source for node in drawn(report, 4)] == ["", "earlier", "earlier", ""]
    assert [node.source for node in drawn(report, 2)] == ["", "", "", ""]


def test_an_open_speaker_has_candidates(report):
    assert drawn(report, 9)[-1].candidates == ("هند الياسري", "سالم الورداني")


def test_a_chain_stands_once_beside_a_paragraph(report):
    lines = paragraphs(report.document.text, marks(report), 10_000)
    margin = beside(report, lines)
    numbers = [[[one.number for one in group.statements] for group in groups] for groups in margin.values()]
    assert numbers == [[[1]], [[2], [3], [4], [5]], [[6], [7, 8, 9]], [[10]]]
    assert set(margin) <= {line.start for line in lines}


def test_what_is_cut_off_has_no_chain(report):
    lines = paragraphs(report.document.text, marks(report), 60)
    assert [
        [one.number for group in groups for one in group.statements] for groups in beside(report, lines).values()
    ] == [[1]]


def test_a_claim_in_words(report):
    statements = report.annotations.statements
    assert claimed(report, statements[2]) == {
        "negated": True,
        "deadline": {"start": 131, "end": 147, "text": "قبل نهاية سبتمبر", "until": "2020-10-01"},
        "times": ["2020-09"],
    }
    assert [key for key, _ in facts(report, statements[6])] == ["claim.possible", "claim.condition"]
    assert [key for key, _ in facts(report, statements[8])] == ["claim.negated", "claim.own-future"]
    assert claimed(report, statements[1]) == {}
    assert facts(report, statements[1]) == ()
