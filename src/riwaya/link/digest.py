"""What ``link`` keeps of one report: its words by weight, names, dated clauses, chains and wording, and no text.

A set of 26,000 reports must fit into memory beside everything that is derived from it, so that a digest is a few
kilobytes of packed numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import blake2b
from sys import intern

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from riwaya.arabic.tokens import Token, tokens
from riwaya.link.appearances import Appearance, appearances
from riwaya.link.appearances import words as name_words
from riwaya.link.commitments.fates import Fate, fates
from riwaya.link.commitments.pledges import Pledge
from riwaya.link.commitments.undertakings import pledges
from riwaya.link.dependence.sheet import Sheet, sheet
from riwaya.link.dependence.wording import NONE, Wording
from riwaya.link.happening import Happening
from riwaya.link.happenings import happenings
from riwaya.link.packed import packed, unpacker
from riwaya.link.processes.sittings import NOTHING, Talks, talks
from riwaya.link.stream.point import Point, point
from riwaya.link.terms import placed_counts, token_term
from riwaya.link.visits import Visit, visits
from riwaya.model import Annotations, Document, Published, Report, Sentence, Span

_BOOST = {"person": 1.7, "organisation": 1.2, "place": 1.0}
MOST_SENTENCES = 400  # a bound against pages that are books


class Lines(Struct, frozen=True, kw_only=True):
    """What a report adds to the lines of its story: of no use outside of it."""

    happenings: tuple[Happening, ...] = ()
    talks: Talks = NOTHING
    pledges: tuple[Pledge, ...] = ()
    fates: tuple[Fate, ...] = ()


class Digest(Struct, kw_only=True):
    """One report, packed: what it has in common with others, whatever others there are.

    ``mark`` changes whenever the report does: what follows from reports of the same marks need not be done again.
    """

    id: str
    mark: str
    key: str
    print: str
    outlet: str
    published: str
    day: int | None
    title: str
    headline: Span | None
    point: Point
    appearances: tuple[Appearance, ...]
    visits: tuple[Visit, ...]
    sheet: Sheet
    happenings: tuple[Happening, ...] = ()
    talks: Talks = NOTHING
    pledges: tuple[Pledge, ...] = ()
    fates: tuple[Fate, ...] = ()


def fingerprint(text: str) -> str:
    """Return a digest of what a text says, by which it is known under another key; white space counts for nothing."""
    return blake2b("".join(text.split()).encode("utf-8", "replace"), digest_size=8).hexdigest()


class Written(Struct, frozen=True):
    """A digest as bytes, in three parts that are read at different times."""

    doc: str
    head: bytes
    lines: bytes
    wording: bytes


def written(one: Digest) -> Written:
    """Return a digest as bytes; ``read_head``, ``read_whole`` and ``read_wording`` read it again."""
    lines = Lines(happenings=one.happenings, talks=one.talks, pledges=one.pledges, fates=one.fates)
    head = replace(one, happenings=(), talks=NOTHING, pledges=(), fates=())
    head.sheet = replace(one.sheet, wording=NONE)
    return Written(one.id, packed(head), packed(lines), packed(one.sheet.wording))


_HEAD, _LINES, _WORDING = unpacker(Digest), unpacker(Lines), unpacker(Wording)


def read_head(head: bytes) -> Digest:
    """Return a digest without lines and wording."""
    return _HEAD.decode(head)


def read_whole(head: bytes, lines: bytes) -> Digest:
    """Return a digest with its lines, without its wording."""
    rest = _LINES.decode(lines)
    told = {"happenings": rest.happenings, "talks": rest.talks}
    return replace(_HEAD.decode(head), **told, pledges=rest.pledges, fates=rest.fates)


def read_wording(wording: bytes) -> Wording:
    """Return a report's wording."""
    return _WORDING.decode(wording)


def digest(report: Report) -> Digest:
    """Return the digest of a report; furniture and frame count for nothing."""
    document, notes = report.document, report.annotations
    sentences = [(sentence, list(_tokens(document, sentence))) for sentence in notes.sentences[:MOST_SENTENCES]]
    named = appearances(notes, document.text)
    published = _published(document, notes)
    headline = notes.title or document.title
    outlet = intern(_outlet(document, notes))
    return Digest(
        id=document.id,
        mark=blake2b(msgspec.msgpack.encode(report), digest_size=12).hexdigest(),
        key=document.key,
        print=fingerprint(document.text),
        outlet=outlet,
        published=intern(published),
        day=day_of(published),
        title=_title(document, headline, sentences),
        headline=headline,
        point=placed(sentences, named),
        appearances=named,
        happenings=happenings(report, sentences, published),
        visits=visits((found for _, found in sentences), notes, document.text),
        talks=talks(report, sentences),
        pledges=pledges(report, sentences),
        fates=fates(report, sentences),
        sheet=sheet(document, notes, sentences, outlet, published),
    )


def _tokens(document: Document, sentence: Sentence) -> Iterator[Token]:
    return tokens(document.text, sentence.start, sentence.end)


def placed(sentences: Sequence[tuple[Sentence, list[Token]]], named: Sequence[Appearance]) -> Point:
    """Return where a report stands among others by its content words; those of headline, lead and names weigh more."""
    counts = placed_counts(sentences, token_term)
    names = [(word, one.type) for one in named for word in name_words(one) if word in counts]
    for word, kind in names:
        counts[word] *= _BOOST[kind]
    headline = {token_term(token) for sentence, found in sentences if sentence.paragraph < 0 for token in found}
    return point(counts, {word for word, _ in names}, headline)


def _outlet(document: Document, notes: Annotations) -> str:
    outlet = notes.outlet or document.outlet
    return outlet.name if outlet is not None else ""


def _published(document: Document, notes: Annotations) -> str:
    known: Published | None = notes.published or document.published
    return known.value if known is not None else (document.given or "")


def day_of(value: str) -> int | None:
    """Return the day number of a date; of a month or year its middle, since nothing finer is known."""
    parts = value[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 3:
            return date(*numbers).toordinal()
        return date(numbers[0], numbers[1] if len(numbers) == 2 else 7, 15).toordinal()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _title(document: Document, headline: Span | None, sentences: Sequence[tuple[Sentence, list[Token]]]) -> str:
    if headline is None and sentences:
        headline = sentences[0][0]
    return " ".join(document.text[headline.start : headline.end].split())[:200] if headline is not None else ""
