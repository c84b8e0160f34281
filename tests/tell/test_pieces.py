from hypothesis import given
from hypothesis import strategies as st

from riwaya.tell.pieces import Mark, marks, paragraphs, printable

from .canal import story

TEXT = st.text(st.characters(blacklist_categories=()) | st.sampled_from("ابت \n\r\0😀\u202e\u2028"), max_size=80)
MARKS = st.lists(
    st.tuples(
        st.integers(0, 80), st.integers(0, 80), st.sampled_from(["st", "tm", "fu"]), st.sampled_from(["s0", "t1"])
    )
)


@given(TEXT, MARKS, st.integers(0, 100))
def test_pieces_are_the_text_and_know_their_marks(text, spans, limit):
    over = [Mark(min(a, b), max(a, b), layer, note) for a, b, layer, note in spans]
    over = [mark for mark in over if mark.start < mark.end <= len(text)]
    lines = paragraphs(text, over, limit)
    for line in lines:
        assert "".join(piece.text for piece in line.pieces) == printable(text)[line.start : line.start + line.length]
        at = line.start
        for piece in line.pieces:
            end = at + len(piece.text)
            assert set(piece.layers) == {m.layer for m in over if m.start < min(end, limit) and m.end > at}
            at = end
    kept = "".join(printable(text)[line.start : line.start + line.length] for line in lines)
    assert "".join(kept.split()) == "".join(printable(text[:limit]).split())


@given(TEXT)
def test_printable_keeps_offsets(text):
    shown = printable(text)
    assert len(shown) == len(text)
    shown.encode("utf-8")
    assert not set("\r\0") & set(shown)


def test_every_annotation_is_drawn():
    for report in story().reports():
        drawn = {
            note
            for line in paragraphs(report.document.text, marks(report), 10_000)
            for p in line.pieces
            for note in p.notes
        }
        assert {f"s{n}" for n in range(len(report.annotations.statements))} <= drawn
        assert {f"t{n}" for n in range(len(report.annotations.times))} <= drawn
