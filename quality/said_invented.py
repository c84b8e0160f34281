"""Score statements in invented newswire: `python quality/said_invented.py [--set NAME] [-v]`.

`quality/statements-invented/*.json`: about a hundred texts of one to six sentences, each with its statements, made
to be hard by an author who had seen neither output nor code of Riwaya: marks of quotation as they really come, dropped
subjects, insertions, chains of participles, headlines, chains of transmission, unnamed sources, passives, nouns of
saying, denials and conditions, traps that are no statements, nesting, occasions. Half of each class is kept back. By
another such author fifty whole reports of ordinary difficulty in the manner of five outlets ("wire"), all kept back.

Measures as in `said.py`; `--by-class` gives found, speaker and chain for each class of difficulty.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from msgspec.structs import replace
from news import SHARED
from said import SAID, SCORED, Item, Judged, compared, show

from riwaya.model import Annotations, Document, Outlet
from riwaya.pipeline import Pipeline
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents

FOLDER = Path(__file__).parent / "statements-invented"
SETS = ("open", "kept back", "wire")


def items(which: str) -> list[Item]:
    """Return the texts of one set."""
    every = (one for path in sorted(FOLDER.glob("*.json")) for one in json.loads(path.read_text(encoding="utf-8")))
    return [one for one in every if one["set"] == which]


def gold(item: Item) -> Item:
    """Return an item as gold with offsets; statements inside others are left out, as in the articles."""
    statements = []
    for one in item["statements"]:
        start = -1
        for _ in range(one.get("nth") or 1):
            start = item["text"].index(one["text"], start + 1)
        spans = {
            name: {
                "start": item["text"].index(one[name], start),
                "end": item["text"].index(one[name], start) + len(one[name]),
            }
            for name in ("condition", "deadline")
            if one.get(name) and one[name] in item["text"][start:]
        }
        statements.append({**one, "start": start, "end": start + len(one["text"]), **spans})
    plain = [one for one in statements if not one.get("nested")]
    return {
        "doc": f"{item['id']}.txt",
        "statements": plain,
        "published": {"value": None, "accept": [], "basis": ""},
        **{name: [] for name in ("furniture", "times", "figures", "people")},
    }


def read(folder: Path, chosen: Iterable[Item], pipeline: Pipeline) -> Iterator[tuple[Item, Document, Annotations]]:
    """Yield gold, document and record of each text; lay gold and texts out as score.py wants them."""
    for item in chosen:
        one, source = gold(item), folder / "texts" / f"{item['id']}.txt"
        (folder / "gold" / f"{item['id']}.json").write_text(json.dumps(one), encoding="utf-8")
        source.write_bytes(item["text"].encode())
        for document in documents([str(source)], ReadOptions()):
            if not isinstance(document, Document):
                continue
            outlet = Outlet(name=item["outlet"], basis="given") if item["outlet"] else document.outlet
            found = pipeline.annotate(replace(document, outlet=outlet))
            if isinstance(found, Annotations):
                yield one, document, replace(found, doc=one["doc"])


def scored(chosen: list[Item], pipeline: Pipeline) -> Judged:
    """Return the measures of some texts."""
    with tempfile.TemporaryDirectory() as place:
        for name in ("texts", "gold"):
            (Path(place) / name).mkdir()
        return compared(Path(place), read(Path(place), chosen, pipeline))


def measures() -> dict[str, float]:
    """Return the measures that the gate holds."""
    pipeline = Pipeline()
    rows = {which: scored(items(which), pipeline)[0] for which in SETS}
    return {f"invented, {which}: {name}": rows[which][name][2] for which in SETS for name in SCORED}


def _numbered(name: str) -> tuple[int, str]:
    first = name.split()[0]
    return int(first) if first.isdigit() else 0, name


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--set", choices=SETS, default="open", dest="which")
    options.add_argument("--by-class", action="store_true")
    options.add_argument("-v", action="store_true", help="print every error; of the open set only")
    chosen = options.parse_args()
    if not SHARED.is_dir():
        print("said_invented: ../shared is not here, nothing measured")
        return 0
    pipeline, every = Pipeline(), items(chosen.which)
    rows, _, said = scored(every, pipeline)
    if chosen.v and chosen.which == "open":
        print("\n".join(line for line in said.splitlines() if line.startswith(SAID)))
    show(rows)
    for name in sorted({one["class"] for one in every}, key=_numbered) if chosen.by_class else ():
        some, _, _ = scored([one for one in every if one["class"] == name], pipeline)
        print(f"{name:56}" + "".join(f"{some[measure][2]:7.1f}" for measure in SCORED))
    return 0


if __name__ == "__main__":
    sys.exit(main())
