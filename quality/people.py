"""Score who is who across reports: `python quality/people.py [--all] [-v]`, over `people-across.tsv`.

The mentions there are hard ones: one surname, one office, one name in many spellings. Their reports are read and linked
among about 2,000 others of `five-outlets-2018`, so that stories are there; each mention goes by the entity that Riwaya
gives it. A mention that is not found as a person is a person of its own. Mentions are compared within their block.

    bcubed    for each mention, how much of its entity is the same person (precision), and how much of the person is in
              its entity (recall): the means over all mentions
    pairs     the same for pairs of mentions that are put together

    --all     among the whole of `five-outlets-2018`
    --jobs N  processes that annotate
    --notes FILE
              keep the annotated reports there, and take them from there the next time: for work on `link` alone
    -v        print each block that has an error, as Riwaya divides it; never of the set that is kept back
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import sys
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from bcubed import Labelled, score
from msgspec import Struct
from news import SHARED, known_as

from riwaya.model import Annotations, Document, Links, Mention, Report
from riwaya.pipeline import Pipeline
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents
from riwaya.run.batch import annotate_documents

GOLD = Path(__file__).parent / "people-across.tsv"
AMONG = "five-outlets-2018"
ONE_IN = 13  # of the other reports
SETS = ("open", "kept back")
KINDS = {
    "a": "one surname",
    "b": "one office",
    "c": "spellings",
    "d": "one full name",
    "e": "royal names",
    "f": "two offices",
}


class Hard(Struct, frozen=True):
    """A mention of the gold: where it stands, its words' checksum, and the person that it is."""

    block: str
    set: str
    archive: str
    record: str
    start: int
    end: int
    checksum: str
    cluster: str
    kind: str


def gold() -> list[Hard]:
    """Return the mentions of the gold."""
    lines = [line for line in GOLD.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return msgspec.convert(list(csv.DictReader(lines, delimiter="\t")), list[Hard], strict=False)


# ── what Riwaya says ────────────────────────────────────────────────────────────────────────────────────────────


def reports(wanted: set[str], every: bool, jobs: int) -> Iterator[tuple[str, Report]]:
    """Yield by record the reports of the gold and those among which they are linked."""
    with tempfile.TemporaryDirectory() as folder:
        names: list[str] = []
        source = Path(folder) / "reports.jsonl"
        with source.open("w", encoding="utf-8") as kept:
            for name, line in _lines(wanted, every):
                names.append(name)
                kept.write(line)
        read = list(documents([str(source)], ReadOptions()))
        for name, document, notes in zip(names, read, annotate_documents(read, True, jobs), strict=True):
            if isinstance(document, Document) and isinstance(notes, Annotations):
                yield name, Report(document=document, annotations=notes)


def _lines(wanted: set[str], every: bool) -> Iterator[tuple[str, str]]:
    for archive in sorted({AMONG, *(one.archive for one in gold())}):
        with gzip.open(SHARED / "news" / f"{archive}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                name = known_as(json.loads(line))
                among = archive == AMONG and (every or zlib.crc32(name.encode()) % ONE_IN == 0)
                if among or name in wanted:
                    yield name, line


def entities(links: Links) -> dict[tuple[str, int, int], str]:
    """Return the entity of each place that one is shown by."""
    people = [one for one in links.entities if one.type == "person"]
    return {(spot.doc, spot.start, spot.end): one.id for one in people for spot in one.evidence}


def entity(one: Hard, report: Report, known: dict[tuple[str, int, int], str]) -> str:
    """Return the entity of a mention, empty where no person is found there."""
    people = [mention for mention in report.annotations.mentions if mention.type == "PER"]
    here = max(people, key=lambda mention: _overlap(one, mention), default=None)
    if here is None or _overlap(one, here) <= 0:
        return ""
    same = [mention for mention in people if mention.entity == here.entity]
    spots = [(report.document.id, mention.start, mention.end) for mention in same]
    return next((known[spot] for spot in spots if spot in known), "")


def _overlap(one: Hard, mention: Mention) -> int:
    return min(one.end, mention.end) - max(one.start, mention.start)


def kept(file: Path | None, every: bool, jobs: int) -> dict[str, Report]:
    """Return the reports by record, from the file where it is there, else annotated, and kept in it."""
    if file and file.exists():
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Report])
    found = dict(reports({one.record for one in gold()}, every, jobs))
    if file:
        file.write_bytes(msgspec.json.encode(found))
    return found


def judged(every: bool = False, jobs: int = 2, notes: Path | None = None) -> list[tuple[Hard, str, str]]:
    """Return each mention of the gold with its words and its entity; exit where the archive is not as annotated."""
    named = kept(notes, every, jobs)
    known = entities(Pipeline().link(named.values()))
    found: list[tuple[Hard, str, str]] = []
    for one in gold():
        report = named[one.record]
        words = report.document.text[one.start : one.end]
        if f"{zlib.crc32(words.encode()):08x}" != one.checksum:
            sys.exit(f"people: {one.record} is not read as it was annotated, at {one.start}")
        found.append((one, words, entity(one, report, known)))
    return found


def labelled(found: Sequence[tuple[Hard, str, str]]) -> Labelled:
    """Return what is scored; who has not been found is somebody of their own."""
    return [(one.block, one.cluster, known or f"alone {at}") for at, (one, _, known) in enumerate(found)]


def measures() -> dict[str, float]:
    """Return the measures that the gate holds."""
    found = judged()
    named = {which: [item for item in found if item[0].set == which] for which in SETS}
    return {f"people across, {which}: bcubed": score(labelled(items)).bcubed[2] for which, items in named.items()}


# ── what is printed ─────────────────────────────────────────────────────────────────────────────────────────────


def table(found: Sequence[tuple[Hard, str, str]]) -> Iterator[str]:
    """Yield the lines of one set."""
    yield f"{'':16}{'bcubed P':>9}{'R':>7}{'F1':>7}{'pairs P':>10}{'R':>7}{'F1':>7}{'mentions':>10}{'found':>7}"
    for kind in (*KINDS, ""):
        chosen = [item for item in found if kind in item[0].kind]
        if chosen:
            one = score(labelled(chosen))
            (p, r, f), (pp, pr, pf) = one.bcubed, one.pairs
            there = sum(known != "" for _, _, known in chosen)
            row = f"{p:9.1f}{r:7.1f}{f:7.1f}{pp:10.1f}{pr:7.1f}{pf:7.1f}{len(chosen):10}{there:7}"
            yield f"{KINDS.get(kind, 'all'):16}{row}"


def errors(found: Sequence[tuple[Hard, str, str]]) -> Iterator[str]:
    """Yield each block with an error: a line an entity, with its mentions and the persons that they are."""
    blocks: dict[str, list[tuple[Hard, str, str]]] = defaultdict(list)
    for item in found:
        blocks[item[0].block].append(item)
    for block, items in blocks.items():
        if min(score(labelled(items)).bcubed[:2]) < 100:
            yield f"{block} {KINDS[items[0][0].kind]}"
            groups: dict[str, list[str]] = defaultdict(list)
            for (one, words, _), (_, _, known) in zip(items, labelled(items), strict=True):
                groups[known].append(f"{one.cluster.rpartition('-')[2]} {words} ({one.record}:{one.start})")
            yield from (
                f"    {' | '.join(group)}{'  NOT FOUND' * key.startswith('alone')}" for key, group in groups.items()
            )


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--all", action="store_true")
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--notes", type=Path)
    options.add_argument("-v", action="store_true")
    chosen = options.parse_args()
    if not SHARED.is_dir():
        print("people: ../shared is not here, nothing measured")
        return 0
    found = judged(chosen.all, chosen.jobs, chosen.notes)
    for which in SETS:
        items = [item for item in found if item[0].set == which]
        print("\n".join([f"== {which}", *table(items)]))
        if chosen.v and which == "open":
            print("\n".join(errors(items)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
