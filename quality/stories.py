"""How well reports are put into stories and events onto the timeline: `python quality/stories.py`.

Stories: pairs of `stories-gold.tsv` (ids of ../shared/news) among a sample of their weeks, and the five seeds among
fifty articles of another year. Timeline: the dates of ../shared/gold/story.md against those of the seeds' story.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

from riwaya.model import Document, Failure, Links, Outlet, Report, Span
from riwaya.pipeline import Pipeline
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
ARCHIVE = SHARED / "news" / "five-outlets-2018.jsonl.gz"
WEEKS = ("2018-05-08", "2018-06-14")
ONE_IN = 5  # of the other articles of these weeks, so that the pairs stand in a stream of news


def gold() -> list[tuple[str, str, bool]]:
    """Return the labelled pairs."""
    lines = (HERE / "stories-gold.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [(left, right, same == "1") for left, right, same in rows]


def archive(wanted: set[str]) -> Iterator[Document]:
    """Yield the wanted articles and one in five of the others of those weeks, as read from JSON Lines."""
    with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            sampled = WEEKS[0] <= row["published"][:10] <= WEEKS[1] and zlib.crc32(row["id"].encode()) % ONE_IN == 0
            if sampled or row["id"] in wanted:
                yield document(row)


def document(row: dict[str, str]) -> Document:
    """Return a row of the archive as read from JSON Lines."""
    title = row["title"]
    return Document(
        id=row["id"],
        key=row["id"],
        doc=row["id"],
        text=f"{title}\n{row['text']}",
        title=Span(start=0, end=len(title)),
        outlet=Outlet(name=row["outlet"], basis="given"),
        given=row["published"],
    )


def reports(pipeline: Pipeline, found: Iterator[Document | Failure]) -> Iterator[Report]:
    """Yield what can be annotated."""
    for document in found:
        if isinstance(document, Failure):
            continue
        notes = pipeline.annotate(document)
        if not isinstance(notes, Failure):
            yield Report(document=document, annotations=notes)


def pairs(links: Links) -> tuple[float, float]:
    """Return pairwise precision and recall over the labelled pairs."""
    where = {doc: story.id for story in links.stories for doc in story.documents}
    judged = [(where[left] == where[right], same) for left, right, same in gold() if left in where and right in where]
    together, true = sum(ours for ours, _ in judged), sum(same for _, same in judged)
    both = sum(ours and same for ours, same in judged)
    return both / max(together, 1), both / max(true, 1)


def dates(links: Links, numbers: dict[str, str]) -> tuple[int, int, int]:
    """Return how many rows of story.md's timeline are found with their date, how many there are, our dated entries."""
    text = (SHARED / "gold" / "story.md").read_text(encoding="utf-8").partition("## Timeline")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (\d{4}(?:-\d\d){0,2})[^|]*\|[^|]*\|[^|]*\|([^|]*)\|", text, re.M)
    found = 0
    for day, docs in rows:
        told = set(re.findall(r"\d{3}", docs))
        found += any(
            (entry.date[:10] == day or (len(day) < 10 and entry.date == day))
            and told & {numbers[span.doc] for span in entry.evidence}
            for entry in links.timeline
        )
    return found, len(rows), sum(1 for entry in links.timeline if entry.date)


def measures() -> dict[str, float]:
    """Return the measures by name; the seeds are put among fifty reports of other stories."""
    pipeline = Pipeline()
    stream = list(reports(pipeline, archive({name for left, right, _ in gold() for name in (left, right)})))
    precision, recall = pairs(pipeline.link(stream))
    seeds = list(reports(pipeline, documents([str(SHARED / "seeds")], ReadOptions())))
    ids = {report.document.id for report in seeds}
    crowd = pipeline.link([*seeds, *stream[:: len(stream) // 50][:50]])
    whole = [set(story.documents) for story in crowd.stories if ids & set(story.documents)]
    numbers = {report.document.id: report.document.doc[:3] for report in seeds}
    found, rows, _ = dates(pipeline.link(seeds), numbers)
    return {
        "stories: pairs precision %": round(100 * precision, 1),
        "stories: pairs recall %": round(100 * recall, 1),
        "stories: seeds are one": float(whole == [ids]),
        "stories: timeline dates found %": round(100 * found / rows, 1),
    }


def main() -> int:
    """Print the measures."""
    if not SHARED.is_dir():
        print("stories: ../shared is not here, nothing measured")
        return 0
    for name, value in measures().items():
        print(f"{name:36}{value:7.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
