"""The command that traces pasted words: `riwaya trace "…"`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import msgspec

from riwaya.errors import SourceError
from riwaya.output_file import write
from riwaya.store import open_store
from riwaya.store_option import storing
from riwaya.tell.bidi import tame
from riwaya.tell.trace import LEAST_WORDS, Trace
from riwaya.tell.trace import trace as traced
from riwaya.tell.trace.annotation import collection
from riwaya.tell.trace.claimreview import claim_review
from riwaya.tell.trace.rows import row
from riwaya.tell.trace.terminal import show
from riwaya.tell.views import Views

_FORMS: dict[str, Callable[[Views, Trace], dict[str, Any]]] = {
    "json": row,
    "claimreview": claim_review,
    "webannotation": collection,
}
_LONGEST = 100_000
"""Code points of pasted text that are read."""


@click.command()
@click.argument("words", nargs=-1, required=True)
@storing
@click.option("--to", "form", type=click.Choice(list(_FORMS)), help="Write the trace in this format.")
@click.option("--json", "as_json", is_flag=True, help="The same as --to json.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file; else standard output.")
def trace(words: tuple[str, ...], store: str, form: str | None, as_json: bool, output: Path | None) -> None:
    """Trace a claim or quotation: who printed it first, who since, in which words, through which chains.

    WORDS is the text as pasted, or - for standard input. A change of a negation, a number or a name is marked: that is
    another claim, not another wording. Known origins are a lower bound.

    claimreview: schema.org ClaimReview without a rating, for a fact-checker to complete. webannotation: one W3C
    AnnotationCollection, an annotation a printing. json: each printing with a card that cites it.
    """
    form = form or ("json" if as_json or output else None)
    text = sys.stdin.read(_LONGEST) if words == ("-",) else " ".join(words)[:_LONGEST]
    text = text.encode("utf-8", "replace").decode()
    with open_store(store, create=False) as opened:
        found = traced(opened, text)
        if found.too_few:
            remedy = "`riwaya search` finds single words."
            problem = f"too little to trace: fewer than {LEAST_WORDS} telling words"
            raise SourceError(tame(found.words[:60]) or "WORDS", "trace", problem, remedy)
        if form is None:
            show(opened, found)
            return
        line = msgspec.json.encode(_FORMS[form](opened, found)).decode() + "\n"
    if output is not None:
        write(output, [line], "trace")
    else:
        sys.stdout.buffer.write(line.encode())
        sys.stdout.buffer.flush()
