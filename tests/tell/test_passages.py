from itertools import pairwise

import pytest

from riwaya.model import Annotations, Document, Evidence, Report, Sentence
from riwaya.tell.passages import Passage, passage

TEXT = "أعلن الميناء وقف العمل. وصل 12 جريحا إلى المشفى مساء. وعاد الهدوء."


def report(text=TEXT, cuts=(23, 54)):
    edges = [0, *cuts, len(text)]
    sentences = tuple(Sentence(start=a, end=b, paragraph=0) for a, b in pairwise(edges))
    return Report(
        document=Document(id="d", key="d", doc="d", text=text),
        annotations=Annotations(id="d", doc="d", sentences=sentences),
    )


def words(text, wanted):
    return Evidence(doc="d", start=text.index(wanted), end=text.index(wanted) + len(wanted))


def test_words_stand_within_their_sentence():
    assert passage(report(), words(TEXT, "12 جريحا")) == Passage("وصل ", "12 جريحا", " إلى المشفى مساء.")


def test_words_over_two_sentences_have_both_around_them():
    assert passage(report(), words(TEXT, "مساء. وعاد")).before.endswith("المشفى ")
    assert passage(report(), words(TEXT, "مساء. وعاد")).after == " الهدوء."


def test_a_long_sentence_is_cut_at_a_word_and_says_so():
    text = "كلام " * 100 + "النواة" + " كلام" * 100
    found = passage(report(text, ()), words(text, "النواة"))
    assert found.before.startswith("… كلام")
    assert found.after.endswith("كلام …")
    assert max(map(len, (found.before, found.after))) < 150


def test_long_words_are_cut():
    text = "كلام " * 400
    found = passage(report(text, ()), Evidence(doc="d", start=0, end=len(text)))
    assert len(found.words) < 410
    assert found.words.endswith("…")


@pytest.mark.parametrize("bad", ["\u202e", "\u2066", "\x00"])
def test_controls_of_direction_do_not_leave_it(bad):
    text = f"قال {bad}كلاما{bad} هنا."
    found = passage(report(text, ()), words(text, "هنا"))
    assert bad not in found.before
