"""Score news articles that two readers annotated without seeing Riwaya's output: `python quality/news.py [-v]`.

`quality/news-gold/` holds offsets and names only; the texts stand in `../shared/news`. Sixteen articles (set "read")
may be looked at for classes of faults. Six (set "kept back", `--kept-back`) are for the last look before a release:
print their scores, never their errors.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from riwaya.model import Annotations, Document
from riwaya.pipeline import Pipeline
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents

GOLD = Path(__file__).parent / "news-gold"
SHARED = Path(__file__).parent.parent.parent / "shared"


def gold(which: str) -> list[dict[str, Any]]:
    """Return the gold of one set."""
    every = (json.loads(file.read_text(encoding="utf-8")) for file in sorted(GOLD.glob("*.json")))
    return [one for one in every if one["set"] == which]


def records(wanted: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each gold with its article's line of the archive."""
    for archive in sorted({one["archive"] for one in wanted}):
        names = {one["record"]: one for one in wanted if one["archive"] == archive}
        with gzip.open(SHARED / "news" / f"{archive}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                one = names.pop(record.get("id") or record["url"], None)
                if one is not None:
                    yield one, line


def score(which: str, folder: Path, *flags: str) -> str:
    """Return what score.py says of one set."""
    texts, answers, pipeline = folder / "texts", [], Pipeline()
    for name in ("texts", "gold", "records"):
        (folder / name).mkdir()
    for one, line in records(gold(which)):
        source = folder / "records" / f"{Path(one['doc']).stem}.jsonl"
        source.write_text(line, encoding="utf-8")
        (folder / "gold" / f"{source.stem}.json").write_text(json.dumps(one), encoding="utf-8")
        (document,) = documents([str(source)], ReadOptions())
        if isinstance(document, Document):
            (texts / one["doc"]).write_bytes(document.text.encode())
            found = pipeline.annotate(document)
            if isinstance(found, Annotations):
                answers.append(msgspec.json.encode(replace(found, doc=one["doc"])))
    command = [sys.executable, str(SHARED / "score.py"), str(folder / "gold"), "--texts", str(texts), *flags]
    return subprocess.run(
        command, input=b"\n".join(answers), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    ).stdout.decode()


def measures() -> dict[str, float]:
    """Return the F1 of each measure over the articles that may be read, for the gate."""
    with tempfile.TemporaryDirectory() as folder:
        found = json.loads(score("read", Path(folder), "--json"))
    kept = ("time span+value", "statement found", "statement found+speaker", "chain link", "person", "person role")
    return {f"news: {name}": found[name][2] for name in (*kept, "figure")}


def main() -> int:
    if not SHARED.is_dir():
        print("news: ../shared is not here, nothing measured")
        return 0
    back = "--kept-back" in sys.argv
    with tempfile.TemporaryDirectory() as folder:
        flags = ["-v"] if "-v" in sys.argv and not back else []
        print(score("kept back" if back else "read", Path(folder), *flags), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
