"""Score people and their titles on invented newswire: `python quality/people_invented.py [NAME ...] [-v]`.

`quality/people-invented/*.json`: texts of one to four sentences, each with its people and their titles as printed,
written by an author who had seen neither Riwaya's output nor its code. People and titles count as in score.py: the
fullest form of a name, the whole of a title, letters folded.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from fscore import Row, row

from riwaya.arabic.letters import fold as letters
from riwaya.model import Annotations, Document
from riwaya.pipeline import Pipeline

FOLDER = Path(__file__).parent / "people-invented"
Pair = tuple[str, str]  # a person and a title, or a person and nothing


def fold(text: str) -> str:
    """Return the letters of a name or title alone: marks of quotation do not count."""
    return " ".join(re.findall(r"\w+", letters(str(text))))


def asked(item: dict[str, Any]) -> set[Pair]:
    """Return the people of an item and, with each, the titles."""
    return {(fold(one["name"]), fold(title)) for one in item["people"] for title in ("", *one["roles"])}


def given(pipeline: Pipeline, text: str) -> set[Pair]:
    """Return the same of Riwaya's record of a text."""
    record = pipeline.annotate(Document(id="i", key="i", doc="i", text=text))
    if not isinstance(record, Annotations):
        return set()
    return {(fold(one.name), fold(title)) for one in record.people for title in ("", *one.roles)}


def scored(path: Path) -> tuple[dict[str, Row], list[str]]:
    """Return precision, recall and F1 of people and titles, and the errors in words.

    A title of a person that is not asked for at all is counted with the person, once, as score.py counts it.
    """
    pipeline, counts, errors = Pipeline(), Counter[tuple[str, str]](), []
    for item in json.loads(path.read_text(encoding="utf-8")):
        want, have = asked(item), given(pipeline, item["text"])
        known = {name for name, _ in want}
        have = {(name, title) for name, title in have if name in known or not title}
        for label, every in (("asked", want), ("given", have), ("right", want & have)):
            counts.update((label, "role" if title else "person") for _, title in every)
        if want != have:
            errors += [item["text"], *(f"   - {one}" for one in want - have), *(f"   + {one}" for one in have - want)]
    rows = {kind: row(*(counts[label, kind] for label in ("right", "given", "asked"))) for kind in ("person", "role")}
    return rows, errors


def measures() -> dict[str, float]:
    """Return the measures that the gate holds."""
    return {
        f"people invented {path.stem}: {kind}": figures[2]
        for path in sorted(FOLDER.glob("*.json"))
        for kind, figures in scored(path)[0].items()
    }


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("names", nargs="*")
    options.add_argument("-v", action="store_true", help="print every error")
    chosen = options.parse_args()
    for path in sorted(FOLDER.glob("*.json")):
        if chosen.names and path.stem not in chosen.names:
            continue
        rows, errors = scored(path)
        if chosen.v:
            print("\n".join(errors))
        for kind, figures in rows.items():
            print(f"{path.stem:8}{kind:8}" + "".join(f"{figure:7.1f}" for figure in figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
