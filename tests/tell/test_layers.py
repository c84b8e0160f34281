"""The layered layout: deterministic, boxes never on each other, few crossings."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from riwaya.tell.layers import crossings, layout

BOX, GAP = 50, 10


@st.composite
def graphs(draw):
    sizes = draw(st.lists(st.integers(1, 7), min_size=2, max_size=5))
    columns = [[(n, at) for at in range(size)] for n, size in enumerate(sizes)]
    line = st.integers(0, len(sizes) - 2).flatmap(
        lambda n: st.tuples(
            st.sampled_from(columns[n]), st.sampled_from([key for column in columns[n + 1 :] for key in column])
        )
    )
    return columns, draw(st.lists(line, max_size=15, unique=True))


@given(graphs())
def test_no_box_stands_on_another_and_no_line_runs_through_one(graph):
    columns, lines = graph
    found = layout(columns, lines, BOX, GAP)
    for n, column in enumerate(columns):
        boxes = [(found.middle[key], BOX) for key in column]
        passing = [(y, 0) for _, at, y in found.passing if at == n]
        for (a, tall), (b, other) in pairwise(sorted(boxes + passing)):
            assert b - a >= (tall + other) / 2 + GAP - 1
        assert all(BOX / 2 - 1 <= y <= found.height - BOX / 2 + 1 for y, _ in boxes)


@given(graphs())
def test_every_line_leads_without_a_break_from_its_first_node_to_its_last(graph):
    columns, lines = graph
    found = layout(columns, lines, BOX, GAP)
    for line in lines:
        runs = sorted((run for run in found.runs if run.line == line), key=lambda run: run.column)
        assert [run.column for run in runs] == list(range(line[0][0], line[1][0]))
        assert runs[0].start == found.middle[line[0]]
        assert runs[-1].end == found.middle[line[1]]
        assert all(a.end == b.start for a, b in pairwise(runs))


@given(graphs())
def test_the_same_graph_is_drawn_the_same(graph):
    assert layout(*graph, BOX, GAP) == layout(*graph, BOX, GAP)


def test_lines_that_cross_are_untangled():
    lines = [("a", 2), ("b", 1), ("c", 3)]
    assert crossings([["a", "b", "c"], [1, 2, 3]], lines) == 1
    found = layout([["a", "b", "c"], [1, 2, 3]], lines, BOX, GAP).middle
    assert found[2] < found[1] < found[3]


def test_what_meets_stands_in_the_middle():
    found = layout([["a", "b", "c"], ["origin"]], [("a", "origin"), ("b", "origin"), ("c", "origin")], BOX, GAP)
    assert found.middle["origin"] == found.middle["b"]
    assert found.height == 3 * BOX + 2 * GAP


def test_nothing_is_drawn_of_nothing():
    assert layout([[], []], [], BOX, GAP).height == 0
