"""Score names, titles and who-is-who in news articles: `python quality/who.py [--set NAME] [-v]`.

40 articles drawn at random from ../shared/news, annotated by two readers who never saw Riwaya's output or code
(`quality/gold/n*.json`: offsets and names only). 20 may be read ("names read"), 20 are kept back: no errors of those.

    person, person role     as score.py counts them: fullest names, titles as printed
    PER, ORG, LOC           mentions: exact spans, proclitics aside
    who                     found mentions of people that are given to the right person
    title alone             phrases such as "الوزير" that the readers gave to a named person, with the right person

Without ../shared it says so and passes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.model import Annotations, Document
from riwaya.pipeline import Pipeline

sys.path.insert(0, str(Path(__file__).parent))

from fscore import Row, row
from news import SHARED, articles

SETS = ("names read", "names kept back")
TYPES = ("PER", "ORG", "LOC")
GLUED = frozenset({"", "و", "ف", "ب", "ل", "ك", "ا", "ال", "ل ا", "وال", "بال", "كال"})
Item = dict[str, Any]
Found = tuple[int, int, str, str]  # start, end, type, entity
Counts = Counter[tuple[str, str]]


def same(text: str, gold: Item, found: Found) -> bool:
    """Say whether two spans are one name, with or without a proclitic or article."""
    if gold["end"] != found[1]:
        return False
    first, last = sorted((gold["start"], found[0]))
    return text[first:last] in GLUED


def count(text: str, gold: Item, record: Annotations, counts: Counts) -> list[str]:
    """Add one article's mentions to the counts; return its errors in words."""
    found = [(one.start, one.end, one.type, one.entity) for one in record.mentions]
    errors = []
    for kind in TYPES:
        mine = [one for one in found if one[2] == kind and not _referring(text, gold, one)]
        want = [one for one in gold["mentions"] if one["type"] == kind]
        pairs = [(one, other) for one in want for other in mine if same(text, one, other)]
        hit, met = [one for one, _ in pairs], [other for _, other in pairs]
        counts.update({(kind, "gold"): len(want), (kind, "found"): len(mine), (kind, "right"): len(pairs)})
        errors += [f"{kind} missed: {text[one['start'] : one['end']]}" for one in want if one not in hit]
        errors += [f"{kind} invented: {text[one[0] : one[1]]}" for one in mine if one not in met]
        if kind == "PER":
            wrong = [(one, other) for one, other in pairs if fold(one["entity"]) != fold(other[3])]
            counts.update({("who", "gold"): len(pairs), ("who", "right"): len(pairs) - len(wrong)})
            errors += [f"who: {one['entity']} got {other[3]}" for one, other in wrong]
    return errors + titles(text, gold, found, counts)


def titles(text: str, gold: Item, found: Sequence[Found], counts: Counts) -> list[str]:
    """Add the phrases that name a person by title alone to the counts; return the errors in words."""
    errors = []
    for one in gold["references"]:
        counts["title alone", "gold"] += 1
        given = [other for other in found if other[0] < one["end"] and one["start"] < other[1]]
        people = [other[3] for other in given if other[2] in {"PER", "TITLE"}]
        right = any(fold(name) == fold(one["entity"]) for name in people)
        counts["title alone", "right"] += right
        counts["title alone", "found"] += bool(people)
        if not right:
            errors.append(f"title alone: {text[one['start'] : one['end']]} is {one['entity']} got {people}")
    return errors


def _referring(text: str, gold: Item, found: Found) -> bool:
    return any(found[0] < one["end"] and one["start"] < found[1] for one in gold["references"]) and found[2] == "PER"


def scored(which: str) -> tuple[dict[str, Row], list[str]]:
    """Return precision, recall and F1 of every measure over one set, and the errors in words."""
    pipeline, counts, errors = Pipeline(), Counter[tuple[str, str]](), []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name in ("texts", "gold", "records"):
            (folder / name).mkdir()
        answers = []
        for one, document in articles(which, folder / "records"):
            record = _annotated(pipeline, document, one)
            (folder / "texts" / one["doc"]).write_bytes(document.text.encode())
            (folder / "gold" / f"{Path(one['doc']).stem}.json").write_text(json.dumps(one), encoding="utf-8")
            answers.append(msgspec.json.encode(record))
            errors += [f"{one['doc']}  {error}" for error in count(document.text, one, record, counts)]
        people, said = _people(folder, b"\n".join(answers))
    rows: dict[str, Row] = {name: tuple(people[name]) for name in ("person", "person role")}
    for name in (*TYPES, "who", "title alone"):
        gold = counts[name, "gold"]
        rows[name] = row(counts[name, "right"], counts.get((name, "found"), gold), gold)
    return rows, said + errors


def _annotated(pipeline: Pipeline, document: Document, gold: Item) -> Annotations:
    found = pipeline.annotate(document)
    if not isinstance(found, Annotations):
        return Annotations(doc=gold["doc"], id=document.id)
    return replace(found, doc=gold["doc"])


def _people(folder: Path, answers: bytes) -> tuple[dict[str, Any], list[str]]:
    where = [str(folder / "gold"), "--texts", str(folder / "texts")]
    command = [sys.executable, str(SHARED / "score.py"), *where, "-v", "--json"]
    done = subprocess.run(command, input=answers, capture_output=True, check=False)
    said = [line for line in done.stderr.decode().splitlines() if line.startswith(("==", "  person", "  role"))]
    return json.loads(done.stdout.decode().splitlines()[-1]), said


def measures() -> dict[str, float]:
    """Return the measures that the gate holds."""
    found = {which: scored(which)[0] for which in SETS}
    return {
        f"40 news, {which.removeprefix('names ')}: {name}": figures[2]
        for which in SETS
        for name, figures in found[which].items()
    }


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--set", choices=SETS, default="names read", dest="which")
    options.add_argument("-v", action="store_true", help="print every error; never of the set that is kept back")
    chosen = options.parse_args()
    if not SHARED.is_dir():
        print("who: ../shared is not here, nothing measured")
        return 0
    rows, errors = scored(chosen.which)
    if chosen.v and "kept back" not in chosen.which:
        print("\n".join(errors))
    print(f"{'':14}{'P':>7}{'R':>7}{'F1':>7}")
    for name, figures in rows.items():
        print(f"{name:14}" + "".join(f"{figure:7.1f}" for figure in figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
