"""The examples of the page on statements, run through the whole pipeline."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from riwaya.model import Annotations, Document, Statement
from riwaya.pipeline import Pipeline

DOCS = Path(__file__).parents[2] / "docs/statements.md"


@cache
def pipeline() -> Pipeline:
    return Pipeline()


def examples() -> dict[str, list[str]]:
    """Return the reports of the page, each with its statements as they stand there."""
    found: dict[str, list[str]] = {}
    for line in DOCS.read_text(encoding="utf-8").split("```statements\n")[1].split("```")[0].splitlines():
        if line.startswith(" "):
            found[list(found)[-1]].append(line.strip())
        else:
            found[line] = []
    return found


def shown(text: str, one: Statement) -> str:
    chain = "".join(f" < {link.name}" for link in reversed(one.chain))
    speaker = one.speaker.name if one.speaker else "؟"
    return f"{text[one.cue.start : one.cue.end]} {one.mode} {speaker}{chain}: {text[one.start : one.end]}"


@pytest.mark.parametrize(("text", "statements"), examples().items())
def test_the_examples_of_the_page_on_statements(text: str, statements: list[str]) -> None:
    found = pipeline().annotate(Document(id="i", key="k", doc="d", text=text))
    assert isinstance(found, Annotations)
    assert [shown(text, one) for one in found.statements] == statements
