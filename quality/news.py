"""Score news articles that readers annotated without seeing Riwaya's output: `python quality/news.py [-v]`.

`quality/gold/` holds offsets and names only; the texts stand in `../shared/news`. A record goes by its id, or by the
beginning of its address's digest: addresses hold headlines. The sets:

    read              16 articles, wholly annotated; their errors may be looked at for classes of faults
    kept back          6 articles, wholly annotated; for the last look before a release
    times read        30 articles drawn at random from both archives, times and publication annotated
    times kept back   30 more of the same draw, which nobody tunes on

`said.py` reads the sets that have statements alone, `who.py` those that have names alone.

    --set NAME        another set than "read"
    --dated           the publication date is given, whatever the record holds: the times stage alone is judged
    -v                print every error; never of a set that is kept back
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from riwaya.model import Annotations, Document
from riwaya.pipeline import Pipeline
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents

GOLD = Path(__file__).parent / "gold"
SHARED = Path(__file__).parent.parent.parent / "shared"
SETS = ("read", "kept back", "times read", "times kept back")
WHOLE = ("time span+value", "statement found", "statement found+speaker", "chain link", "person", "person role")
TIMES = ("time span", "time exact", "time span+value", "time mod")


def gold(which: str) -> list[dict[str, Any]]:
    """Return the gold of one set."""
    every = (json.loads(file.read_text(encoding="utf-8")) for file in sorted(GOLD.glob("*.json")))
    return [one for one in every if one["set"] == which]


def known_as(record: dict[str, Any]) -> str:
    """Return what the gold calls a record of the news: its id, or the beginning of its address's digest."""
    return record.get("id") or hashlib.sha1(record["url"].encode()).hexdigest()[:16]


def records(wanted: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each gold with its article's line of the archive."""
    for archive in sorted({one["archive"] for one in wanted}):
        names = {one["record"]: one for one in wanted if one["archive"] == archive}
        with gzip.open(SHARED / "news" / f"{archive}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                one = names.pop(known_as(record), None)
                if one is not None:
                    yield one, line


def articles(which: str, folder: Path) -> Iterator[tuple[dict[str, Any], Document]]:
    """Yield each gold of a set with its article as Riwaya reads it."""
    for one, line in records(gold(which)):
        source = folder / f"{Path(one['doc']).stem}.jsonl"
        source.write_text(line, encoding="utf-8")
        (document,) = documents([str(source)], ReadOptions())
        if isinstance(document, Document):
            yield one, document


def annotated(
    which: str, folder: Path, pipeline: Pipeline, dated: bool = False
) -> Iterator[tuple[dict[str, Any], Document, Annotations]]:
    """Yield each gold of a set with its article and record; lay gold and texts out as score.py wants them."""
    for name in ("texts", "gold", "records"):
        (folder / name).mkdir()
    for one, document in articles(which, folder / "records"):
        (folder / "gold" / f"{Path(one['doc']).stem}.json").write_text(json.dumps(one), encoding="utf-8")
        (folder / "texts" / one["doc"]).write_bytes(document.text.encode())
        given = replace(document, given=one["published"]["value"], published=None) if dated else document
        found = pipeline.annotate(given)
        if isinstance(found, Annotations):
            yield one, document, replace(found, doc=one["doc"])


def judged(folder: Path, answers: Iterable[Annotations], *flags: str) -> str:
    """Return what score.py says of records against the gold laid out in a folder."""
    command = [sys.executable, str(SHARED / "score.py"), str(folder / "gold"), "--texts", str(folder / "texts"), *flags]
    lines = b"\n".join(msgspec.json.encode(one) for one in answers)
    done = subprocess.run(command, input=lines, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.stdout.decode()


def score(which: str, folder: Path, *flags: str, dated: bool = False) -> str:
    """Return what score.py says of one set."""
    return judged(folder, [record for _, _, record in annotated(which, folder, Pipeline(), dated)], *flags)


def measured(which: str, names: tuple[str, ...], label: str, dated: bool = False) -> dict[str, float]:
    """Return the F1 of some measures over one set, under a label."""
    with tempfile.TemporaryDirectory() as folder:
        found = json.loads(score(which, Path(folder), "--json", dated=dated))
    return {f"{label}: {name}": found[name][2] for name in names}


def measures() -> dict[str, float]:
    """Return the measures that the gate holds."""
    return {
        **measured("read", (*WHOLE, "figure"), "news"),
        **measured("times read", TIMES, "60 news, read"),
        **measured("times kept back", TIMES, "60 news, kept back"),
    }


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--set", choices=SETS, default="read", dest="which")
    options.add_argument("--dated", action="store_true")
    options.add_argument("-v", action="store_true")
    chosen = options.parse_args()
    if not SHARED.is_dir():
        print("news: ../shared is not here, nothing measured")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        flags = ["-v"] if chosen.v and "kept back" not in chosen.which else []
        said = score(chosen.which, Path(folder), *flags, dated=chosen.dated)
    wanted = ("time", "published", "  ", "==") if chosen.which.startswith("times") else ("",)
    print("\n".join(line for line in said.splitlines() if line.startswith(wanted)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
