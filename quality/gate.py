"""Hold the scores to their floors: `python quality/gate.py` (also `make quality`); `--raise` lifts the floors.

The example story travels with the package and is scored everywhere. The seeds and the gold stand beside the checkout
(`../shared`); where they are missing, the gate says what it could not measure. A floor may only rise.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import clitics
import commitments
import conflicts
import copies
import counted_years
import dating
import events
import gathered
import headlines
import hijri_pairs
import independence
import invented
import msgspec
import news
import numerals
import pages
import people
import people_invented
import positions
import romanised
import said
import said_invented
import stories
import stories_bcubed
import timeline
import timelines
import times
import tracing
import who
from example import read_example, score_example

from riwaya.model import Failure
from riwaya.read.sources import ReadOptions
from riwaya.run.batch import annotate

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
SHARED = HERE.parent.parent / "shared"
FEWER_IS_BETTER = {"taken from furniture", "furniture missed %", "body characters lost", "articles without a record"}
FEWER_IS_BETTER |= {
    f"conflicts: {kinds} look-alikes shown % ({part})" for kinds in ("numbers", "all") for part in conflicts.SETS
}
SLACK = 0.05  # rounding only


def seeds() -> dict[str, float]:
    """Return the measures of `score.py` over the seed articles, F1 where it gives a triple."""
    files = sorted(str(path) for path in (SHARED / "seeds").glob("*.txt"))
    records = [r for r in annotate(files, ReadOptions()) if not isinstance(r, Failure)]
    lines = b"\n".join(msgspec.json.encode(r) for r in records)
    for extra in ([], ["--json"]):
        command = [sys.executable, str(SHARED / "score.py"), str(SHARED / "gold"), *extra]
        answer = subprocess.run(command, input=lines, capture_output=True, check=False).stdout.decode()
        if not extra:
            print(answer)
    return {name: (value[2] if isinstance(value, list) else value) for name, value in json.loads(answer).items()}


def public() -> dict[str, float]:
    """Return the measures over public material; what others' tools reach on it is left to their own scripts."""
    ours = pages.measures()
    return {
        **clitics.measures(),
        **commitments.measures(),
        **numerals.measures(),
        **times.measures(),
        **invented.measures(),
        **news.measures(),
        **said.measures(),
        **said_invented.measures(),
        **who.measures(),
        **dating.measures(),
        **copies.measures(),
        **independence.measures(),
        **gathered.measures(),
        **stories.measures(),
        **timeline.measures(),
        **events.measures(),
        **timelines.measures(),
        **stories_bcubed.measures(),
        **conflicts.measures(),
        **headlines.measures(),
        **people.measures(),
        **people_invented.measures(),
        **positions.measures(),
        **romanised.measures(),
        **tracing.measures(),
        "counted years: all right": 1.0 - counted_years.main([]),
        "Hijri pairs: all found": 1.0 - hijri_pairs.main([]),
        "pages: dates right %": ours["page date right %"],
        "pages: body F1": ours["page body F1"],
    }


def fails(measures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """Return the measures that are worse than their floor."""
    out = []
    for name, floor in floors.items():
        value = measures[name]
        if value > floor + SLACK if name in FEWER_IS_BETTER else value < floor - SLACK:
            out.append(f"{name}: {value}, floor {floor}")
    return out


def lifted(measures: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """Return the floors, each raised to its measure where that is better."""
    best = {name: (min if name in FEWER_IS_BETTER else max) for name in measures}
    return {name: best[name](value, floors.get(name, value)) for name, value in measures.items()}


def write(floors: dict[str, dict[str, float]]) -> None:
    lines = ["# Written by `python quality/gate.py --raise`; a floor may only rise."]
    for table, values in floors.items():
        lines += ["", f"[{table}]", *(f'"{name}" = {value}' for name, value in values.items())]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    score = score_example(*read_example())
    measured = {"example": score.measures()}
    print("The example story:")
    for name, value in measured["example"].items():
        print(f"  {name:28}{value:7.1f}")
    print()
    if (SHARED / "gold").is_dir():
        print("The five seed articles (score.py):")
        measured["seeds"] = seeds()
        measured["public"] = public()
        print("Public material (../shared/eval) and annotated news:")
        for name, value in measured["public"].items():
            print(f"  {name:42}{value:7.1f}")
    else:
        print("Not measured: the seeds and the gold annotation (no ../shared beside this checkout).")
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    if "--raise" in sys.argv:
        write(floors | {name: lifted(values, floors.get(name, {})) for name, values in measured.items()})
        return 0
    low = [f"{table}: {line}" for table, values in measured.items() for line in fails(values, floors.get(table, {}))]
    print("\n".join(["Below the floor:", *low]) if low else "No measure is below its floor.")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
