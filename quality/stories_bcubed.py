"""How well the stream finds labelled stories: `python quality/stories_bcubed.py [-v] [ARCHIVE.sqlite]`.

B-cubed (Bagga and Baldwin 1998; Amigó et al. 2009) over the reports labelled `in` in stories-2018.tsv, means over the
reports. Recall: how much of a report's story is in its cluster. Precision, twice: among the judged reports of its
cluster (`in` of this story or another, `out`), and, strict, among all of its cluster, where what nobody judged counts
as foreign. Doubtful ones are left out. Open and kept back stories are printed apart, with how many of the labelled
neighbours share a cluster with another story's reports.

Alone it looks for stories among the labelled reports (with names and sentences only, so that it takes half a minute);
with a file that holds the whole archive annotated (table `r`, column `report`: msgpack of Report) among all of them,
which is harder, and there it measures the stories of stories-2018-more.tsv (`open-2`) and of stories-2018-fresh.tsv
(`open-3` and `sealed`, drawn at random) as well. `-v` prints the open stories one by one.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from riwaya.annotate.names import NameTagger
from riwaya.annotate.sentences import prose
from riwaya.link.digest import digest
from riwaya.link.stories import grouped
from riwaya.model import Annotations, Document, Outlet, Published, Report, Span

HERE = Path(__file__).parent
ARCHIVE = HERE.parent.parent / "shared" / "news" / "five-outlets-2018.jsonl.gz"
MORE = ("stories-2018-more.tsv", "stories-2018-fresh.tsv")
"""Labelled in the whole archive: among the labelled reports alone they would be too easy."""

OPEN = ("open", "open-2", "open-3")


class Gold(Struct):
    """A labelled story: its reports, those that may be of it, and those that are not."""

    name: str
    which: str
    inside: set[str]
    doubtful: set[str]
    outside: set[str]


class Score(Struct):
    """One story's means over its reports, and how many foreign stories stand in their clusters."""

    gold: Gold
    judged: float
    strict: float
    recall: float
    clusters: int
    foreign: int


def gold(name: str = "stories-2018.tsv") -> list[Gold]:
    """Return the labelled stories of a file; what is in one is outside all others."""
    found: dict[str, Gold] = {}
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "story\t")):
            continue
        story, record, verdict, which = line.split("\t")
        one = found.setdefault(story, Gold(story, which, set(), set(), set()))
        {"in": one.inside, "doubtful": one.doubtful, "out": one.outside}[verdict].add(record)
    return list(found.values())


def labelled(wanted: set[str]) -> Iterator[Report]:
    """Yield the wanted articles with their sentences and names, dated as given."""
    tagger = NameTagger()
    with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in wanted:
                yield _report(row, tagger)


def _report(row: dict[str, str], tagger: NameTagger) -> Report:
    title = Span(start=0, end=len(row["title"]))
    outlet = Outlet(name=row["outlet"], basis="given")
    text = f"{row['title']}\n{row['text']}"
    document = Document(id=row["id"], key=row["id"], doc=row["id"], text=text, title=title, outlet=outlet)
    read = prose(document)
    names = tagger(read)
    notes = Annotations(
        doc=row["id"],
        id=row["id"],
        title=title,
        published=Published(value=row["published"][:10], basis="given"),
        sentences=read.sentences,
        mentions=names.mentions,
        people=names.people,
        organisations=names.organisations,
        places=names.places,
    )
    return Report(document=document, annotations=notes)


def annotated(store: str) -> Iterator[tuple[str, Report]]:
    """Yield every article of an annotated archive with its record's id."""
    decoder = msgspec.msgpack.Decoder(Report)
    with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as db:
        for record, report in db.execute("SELECT rec, report FROM r ORDER BY rec"):
            yield record, decoder.decode(report)


def clusters(found: Iterable[tuple[str, Report]]) -> dict[str, set[str]]:
    """Return for every record the records of its cluster."""
    named = sorted(((digest(report), record) for record, report in found), key=lambda one: (one[0].key, one[0].id))
    cluster: dict[str, set[str]] = {}
    for some in grouped([one for one, _ in named]):
        records = {named[at][1] for at in some}
        cluster.update(dict.fromkeys(records, records))
    return cluster


def score(one: Gold, others: list[Gold], cluster: dict[str, set[str]]) -> Score:
    """Return how well a story is found."""
    inside = one.inside & cluster.keys()
    taken = {record: other.name for other in others if other is not one for record in other.inside - one.inside}
    foreign = (one.outside | taken.keys()) - one.inside
    judged = strict = recall = 0.0
    for record in inside:
        mine = cluster[record]
        right = len(mine & inside)
        judged += right / (right + len(mine & foreign))
        strict += right / (right + len(mine - inside - one.doubtful))
        recall += right / len(inside)
    number = len(inside) or 1
    whole = [cluster[record] for record in inside]
    met = Counter(taken[record] for mine in whole for record in mine if record in taken)
    return Score(one, judged / number, strict / number, recall / number, len({min(mine) for mine in whole}), len(met))


def summary(scores: list[Score], which: str) -> dict[str, float]:
    """Return the measures of one set of stories: means over reports, weighed alike."""
    mine = [one for one in scores if one.gold.which == which]
    number = sum(len(one.gold.inside) for one in mine)
    judged = sum(one.judged * len(one.gold.inside) for one in mine) / number
    strict = sum(one.strict * len(one.gold.inside) for one in mine) / number
    recall = sum(one.recall * len(one.gold.inside) for one in mine) / number
    return {
        f"B-cubed {which}: precision %": round(100 * judged, 1),
        f"B-cubed {which}: strict precision %": round(100 * strict, 1),
        f"B-cubed {which}: recall %": round(100 * recall, 1),
        f"B-cubed {which}: F1": round(200 * judged * recall / (judged + recall), 1),
        f"B-cubed {which}: strict F1": round(200 * strict * recall / (strict + recall), 1),
        f"B-cubed {which}: stories apart from their neighbours": float(sum(not one.foreign for one in mine)),
    }


def scores(archive: str | None = None) -> list[Score]:
    """Return the score of each labelled story."""
    every, more = gold(), [gold(name) for name in MORE] if archive is not None else []
    wanted = {record for one in every for record in one.inside | one.doubtful | one.outside}
    alone = ((report.document.doc, report) for report in labelled(wanted)) if archive is None else annotated(archive)
    cluster = clusters(alone)
    return [score(one, file, cluster) for file in (every, *more) for one in file]


def measures() -> dict[str, float]:
    """Return the measures among the labelled reports alone, by name."""
    found = scores()
    both = {**summary(found, "open"), **summary(found, "kept back")}
    return {f"stories: {name}": value for name, value in both.items() if "F1" in name or "apart" in name}


def main(arguments: list[str]) -> int:
    """Print the measures."""
    if not ARCHIVE.exists():
        print("stories: ../shared is not here, nothing measured")
        return 0
    archive = next((one for one in arguments if one != "-v"), None)
    found = scores(archive)
    for one in found if "-v" in arguments else []:
        if one.gold.which in OPEN:
            told = f"P {one.judged:.2f} strict {one.strict:.2f} R {one.recall:.2f} in {one.clusters} clusters"
            print(f"{one.gold.name} {len(one.gold.inside):4} reports {told}, {one.foreign} other stories")
    for which in (*OPEN, "kept back", "sealed") if archive else ("open", "kept back"):
        for name, value in summary(found, which).items():
            print(f"{name:56}{value:6.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
