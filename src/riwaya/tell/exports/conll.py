"""Names as CoNLL: a token a line with its tag, an empty line behind each sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from riwaya.arabic.tokens import tokens
from riwaya.model import Mention, Report, Span
from riwaya.tell.exports.wanted import Wanted
from riwaya.tell.views import Views

_TAGGED = ("PER", "ORG", "LOC")


def lines(views: Views, wanted: Wanted) -> Iterator[str]:
    """Yield ``token, start, end, tag`` by tabs: ``لفؤاد`` (to Fuad) is ``ل O`` and ``فؤاد B-PER``.

    Tags are B-, I- and O (IOB2) over PER, ORG and LOC; offsets are code points into the report's text. A report opens
    with ``# doc = …``. Furniture and whatever else stands in no sentence is left out.
    """
    for report in views.reports(wanted.story):
        yield f"# doc = {' '.join(report.document.doc.split())}"
        for sentence in report.annotations.sentences:
            found = list(_sentence(report, sentence))
            if found:
                yield from found
                yield ""


def _sentence(report: Report, sentence: Span) -> Iterator[str]:
    text = report.document.text
    within = [
        one
        for one in report.annotations.mentions
        if one.type in _TAGGED and sentence.start <= one.start and one.end <= sentence.end
    ]
    edges = sorted({edge for one in within for edge in (one.start, one.end)})
    for token in tokens(text, sentence.start, sentence.end):
        cuts = [token.start, *(edge for edge in edges if token.start < edge < token.end), token.end]
        for start, end in pairwise(cuts):
            yield f"{' '.join(text[start:end].split())}\t{start}\t{end}\t{_tag(start, end, within)}"


def _tag(start: int, end: int, within: Sequence[Mention]) -> str:
    for one in within:
        if one.start <= start and end <= one.end:
            return f"{'B' if start == one.start else 'I'}-{one.type}"
    return "O"
