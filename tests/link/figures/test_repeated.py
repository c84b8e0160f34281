"""One count that a report gives twice is a row once."""

from __future__ import annotations

import pytest

from riwaya.annotate.figures import figures
from riwaya.annotate.prose import Prose
from riwaya.arabic.tokens import tokens
from riwaya.link.figures.counted import Counted
from riwaya.link.figures.counts import counts
from riwaya.link.figures.repeated import told_once
from riwaya.model import Annotations, Document, Report, Sentence

ONCE = [
    "مقتل 12 عاملا في المرفأ\nقتل 12 عاملا في حريق شب ليلا",
    "سقط صاروخان قرب السوق\nوقال الحارس إن صاروخي كاتيوشا سقطا هناك",
    "مقتل 12 في الحريق\nأدى الحريق إلى مقتل 12 عاملا",
]
TWICE = [
    "مقتل 12 عاملا في المرفأ\nأصيب 12 عاملا في حريق شب ليلا",
    "مقتل 12 عاملا في المرفأ\nقتل 13 عاملا في حريق شب ليلا",
    "سقط صاروخان قرب السوق\nوأرسلت سفينتان إلى هناك",
    "مقتل 12 عاملا في المرفأ\nقتل 30 عاملا بينهم 12 عاملا أجنبيا",
    "أحرز الفريق 12 هدفا هنا\nأحرز الضيف 12 هدفا هناك",
]


def read(text: str) -> list[Counted]:
    document = Document(id="x", key="x", doc="x", text=text)
    words = tuple(tokens(text))
    at = text.index("\n")
    first = sum(word.end <= at for word in words)
    sentences = (Sentence(start=0, end=at, paragraph=-1), Sentence(start=at + 1, end=len(text), paragraph=0))
    prose = Prose(document, words, sentences, ((0, first), (first, len(words))), ())
    return counts(
        [
            Report(
                document=document,
                annotations=Annotations(doc="x", id="x", sentences=sentences, figures=figures(prose, ())),
            )
        ]
    )


@pytest.mark.parametrize("text", ONCE)
def test_a_count_told_again_stands_once(text: str) -> None:
    found = read(text)
    assert len(found) == 2
    assert told_once(found, [[0], [1]], ()) == ([[0]], {0: [1]})


@pytest.mark.parametrize("text", TWICE)
def test_other_counts_stay(text: str) -> None:
    found = read(text)
    alone = [[at] for at in range(len(found))]
    assert told_once(found, alone, ()) == (alone, {})


def test_a_rival_stays_and_a_count_among_others_keeps_its_place() -> None:
    found = read(ONCE[0])
    assert told_once(found, [[0], [1]], {1}) == ([[0], [1]], {})
    assert told_once([*found, found[0]], [[0], [1, 2]], ())[0] == [[1, 2]]
