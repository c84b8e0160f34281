"""Scores of the time tagger on the Arabic specs of Recognizers-Text (MIT): one row a file.

    python quality/times.py [FOLDER] [-v]

FOLDER defaults to ../shared/eval/times. A spec's span counts as found where ours overlaps it by half; its value where
ours means the same day, interval, duration or clock time as one of its resolutions. Cases listed in
quality/times-disputed.tsv (file, input, reason) are left out of the second pair of columns.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from riwaya.annotate.sentences import prose
from riwaya.annotate.times import TimeTagger
from riwaya.model import Document, Published, Time

HERE = Path(__file__).parent
SPECS = HERE.parent.parent / "shared" / "eval" / "times"
TAGGER = TimeTagger()


def tag(text: str, reference: str) -> tuple[Time, ...]:
    """Tag one input as if published at the reference time."""
    document = Document(id="spec", key="spec", doc="spec", text=text)
    return TAGGER(prose(document), Published(value=reference[:16], basis="given"))


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return the Jaccard overlap of two spans."""
    inside = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, inside) / (max(one[1], other[1]) - min(one[0], other[0]))


def expected(case: Mapping[str, Any]) -> Iterator[tuple[tuple[int, int], Mapping[str, Any]]]:
    """Yield span and resolution of every result of a case; the texts are looked up, since many offsets are off."""
    for result in case["Results"]:
        text = result["Text"].strip()
        start = case["Input"].find(text)
        if start < 0:
            start = max(0, result.get("Start", 0))
        yield (start, start + len(text)), result


def same(found: Time, result: Mapping[str, Any]) -> bool:
    """Say whether our value means what one of the resolutions says."""
    return any(_same(found, resolution) for resolution in _resolutions(result))


def _resolutions(result: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    value = result.get("Value") or result.get("Resolution") or {}
    if not isinstance(value, dict):
        return
    for one in value.get("values", ()):
        if isinstance(one, dict):
            yield one
    for key in ("FutureResolution", "PastResolution"):
        if isinstance(value.get(key), dict):
            yield {**value[key], "timex": value.get("Timex", "")}


def _same(found: Time, resolution: Mapping[str, str]) -> bool:
    value, timex = found.value or "", resolution.get("timex", "")
    if timex and value == timex:
        return True
    if "duration" in resolution or found.type in ("DURATION", "SET"):
        seconds = resolution.get("duration") or resolution.get("value") or ""
        alike = seconds.isdigit() and _seconds(value) == int(seconds)
        return alike or (bool(timex) and value == timex) or resolution.get("set", "").endswith(value or "-")
    for key in ("date", "value"):
        day = resolution.get(key, "")
        if len(day) == 10 and (value[:10] == day or _within(found, day)):
            return True
    clock = resolution.get("time") or resolution.get("dateTime", "")[11:] or resolution.get("value", "")[-8:]
    if "T" in value and clock and value.partition("T")[2][:5] == clock[:5]:
        day = resolution.get("dateTime", "")[:10]
        return not day or value[:10] == day
    start = resolution.get("startDate") or resolution.get("start") or resolution.get("startDateTime")
    end = resolution.get("endDate") or resolution.get("end") or resolution.get("endDateTime")
    return _same_interval(found, start, end)


def _within(found: Time, day: str) -> bool:
    """Say whether a day lies in our interval: ``قبل عامين`` is a year by gold/README, a day in the specs."""
    return "ago" in found.by and bool(found.from_ and found.until) and str(found.from_) <= day < str(found.until)


def _seconds(value: str) -> float:
    """Return the length of a duration with months of 30 and years of 365 days, as the specs count."""
    date_part, _, time_part = value.removeprefix("P").partition("T")
    units = {"Y": 31536000, "M": 2592000, "W": 604800, "D": 86400}, {"H": 3600, "M": 60, "S": 1}
    pairs = [(pair, units[0]) for pair in re.findall(r"([\d.]+)(\w)", date_part)]
    pairs += [(pair, units[1]) for pair in re.findall(r"([\d.]+)(\w)", time_part)]
    return sum(float(number) * scale.get(unit, 0) for (number, unit), scale in pairs)


def _same_interval(found: Time, start: str | None, end: str | None) -> bool:
    """Weeks may begin a day apart (Sunday or Monday); parts of the day may differ in their hours."""
    if not (found.from_ and found.until and start and end and start[:4].isdigit() and end[:4].isdigit()):
        return False
    if "T" in found.from_:
        return found.from_[:10] == start[:10]
    ours = date.fromisoformat(found.from_[:10]), date.fromisoformat(found.until[:10])
    theirs = date.fromisoformat(start[:10]), date.fromisoformat(end[:10])
    return all(abs(a - b) <= timedelta(days=1) for a, b in zip(ours, theirs, strict=True))


class Row:
    """The counts of one file."""

    def __init__(self) -> None:
        self.gold = self.found = self.exact = self.spans = self.values = self.right = 0

    def add(self, case: Mapping[str, Any], say: bool) -> None:
        reference = case.get("Context", {}).get("ReferenceDateTime", "2016-11-07T00:00:00")
        times, wanted = tag(case["Input"], reference), list(expected(case))
        self.gold += len(wanted)
        self.found += len(times)
        for span, result in wanted:
            best = max(times, key=lambda t: overlap((t.start, t.end), span), default=None)
            hit = best is not None and overlap((best.start, best.end), span) >= 0.5
            self.spans += hit
            self.exact += best is not None and (best.start, best.end) == span
            resolved = any(True for _ in _resolutions(result))
            self.values += resolved
            right = hit and resolved and best is not None and same(best, result)
            self.right += right
            if say and (not hit or (resolved and not right)):
                got = [(case["Input"][t.start : t.end], t.type, t.value) for t in times]
                print(f"  {case['Input']!r} wants {result['Text']!r} {list(_resolutions(result))[:1]} got {got}")

    def cells(self) -> str:
        f1 = 200 * self.spans / max(1, self.gold + self.found)
        share = 100 * self.right / self.values if self.values else float("nan")
        return f"{self.gold:6}{100 * self.spans / max(1, self.gold):8.1f}{f1:8.1f}{share:8.1f}"


def disputed() -> set[tuple[str, str]]:
    """Return (file, input) of the cases that are disputed, with their reason in the list."""
    path = HERE / "times-disputed.tsv"
    if not path.exists():
        return set()
    with path.open(encoding="utf-8", newline="") as lines:
        return {(row["file"], row["input"]) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}


def measures() -> dict[str, float]:
    """Return span F1 and the share of right values over the undisputed cases, for the gate."""
    known, sound = disputed(), Row()
    for file in sorted(SPECS.glob("*.json")):
        for case in json.loads(file.read_text(encoding="utf-8-sig")):
            if (file.name, case["Input"].strip()) not in known:
                sound.add(case, False)
    f1 = 200 * sound.spans / max(1, sound.gold + sound.found)
    return {"times: spans F1": round(f1, 1), "times: values right %": round(100 * sound.right / sound.values, 1)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; exit status 1 where the specs are missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=SPECS)
    parser.add_argument("-v", action="store_true", help="print what is missed and what is disputed")
    parser.add_argument("--only", default="", help="files whose name holds this")
    options = parser.parse_args(arguments)
    files = [file for file in sorted(options.folder.glob("*.json")) if options.only in file.name]
    if not files:
        print(f"times: no specs in {options.folder}", file=sys.stderr)
        return 1
    known = disputed()
    total, sound = Row(), Row()
    print(f"{'':28}{'gold':>6}{'found':>8}{'F1':>8}{'value':>8}  | without the disputed")
    for file in files:
        every, rest = Row(), Row()
        for case in json.loads(file.read_text(encoding="utf-8-sig")):
            is_disputed = (file.name, case["Input"].strip()) in known
            every.add(case, False)
            total.add(case, False)
            if not is_disputed:
                rest.add(case, options.v)
                sound.add(case, False)
        print(f"{file.stem:28}{every.cells()}  |{rest.cells()}")
    print(f"{'all':28}{total.cells()}  |{sound.cells()}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
