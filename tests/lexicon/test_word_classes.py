"""The closed classes of words: each is read by the grammar, none has a word twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import riwaya.annotate
from riwaya.arabic.letters import fold
from riwaya.lexicon import table

GRAMMAR = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted(Path(riwaya.annotate.__file__).parent.rglob("*.py"))
)
FORMED = ("stems-", "said-again-")
"""Beginnings of classes whose names the grammar puts together."""

LISTS = [("report_words", "class"), ("claimwords", "kind")]


@pytest.mark.parametrize(("name", "column"), LISTS)
def test_the_grammar_reads_every_class(name: str, column: str) -> None:
    classes = {row[column] for row in table(name)}
    assert [one for one in sorted(classes) if not one.startswith(FORMED) and f'"{one}"' not in GRAMMAR] == []


def test_no_class_has_a_word_twice() -> None:
    words = Counter((row["class"], fold(word)) for row in table("report_words") for word in row["words"].split())
    assert [word for word, times in words.items() if times > 1] == []


def test_no_source_stands_twice() -> None:
    rows = Counter((row["kind"], row["name"]) for row in table("links"))
    assert [row for row, times in rows.items() if times > 1] == []
