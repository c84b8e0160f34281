"""Scores of the time tagger on the Arabic specs of Recognizers-Text (MIT): one row a file.

    python quality/times.py [FOLDER] [-v]

FOLDER defaults to ../shared/eval/times. A spec's span counts as found where ours overlaps it by half (Jaccard), with or
without the preposition that gold/README leaves out; a range also where the two ends that TIMEX3 makes of it do so
together. Its value counts where ours means the same (meaning.py). Cases listed in quality/times-disputed.tsv (file,
input, reason) are left out of the second group of columns.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from meaning import means, resolutions

from riwaya.annotate.sentences import prose
from riwaya.annotate.times import TimeTagger
from riwaya.arabic.letters import fold, plain
from riwaya.model import Document, Published, Time

HERE = Path(__file__).parent
SPECS = HERE.parent.parent / "shared" / "eval" / "times"
TAGGER = TimeTagger()
PREPOSITION = re.compile(r"(?:في|من|إلى|حتى|بين|خلال|طوال|لمدة|عند|منذ|قبل|بعد|ابتداء من|لا يتجاوز)\s+(?=\S)")
JOINT = re.compile(r"\W*(?:إلى|الى|حتى|وحتى|لغاية|و|ل|to)?\W*(?:يوم|الساعة|ال|ل)?\W*")


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
    words, done = case["Input"], 0
    for result in case["Results"]:
        text = result["Text"].strip().rstrip(".،؟!")
        start, end = find(words, text, done)
        if start < 0:
            start, end = find(words, text, 0)
        if start < 0:
            start = max(0, result.get("Start", 0))
            end = start + len(text)
        done = end
        yield (start, end), result


def find(words: str, text: str, begin: int) -> tuple[int, int]:
    """Return where a text stands, whatever its diacritics, hamzas, signs and spaces; (-1, -1) where it doesn't."""
    letters = [(at, fold(char)) for at, char in enumerate(words) if at >= begin and char.isalnum()]
    letters = [(at, char) for at, char in letters if char]
    at = "".join(char for _, char in letters).find("".join(fold(char) for char in text if char.isalnum()))
    return (letters[at][0], letters[at + sum(map(str.isalnum, plain(text))) - 1][0] + 1) if at >= 0 else (-1, -1)


def without_preposition(words: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return a span without the preposition that opens it, which gold/README leaves out: ``طوال العام``."""
    opens = PREPOSITION.match(words, *span)
    return (opens.end(), span[1]) if opens else span


def best(times: Sequence[Time], span: tuple[int, int], words: str, ranged: bool) -> tuple[Time, ...]:
    """Return the time that overlaps a span most; where it is a range, perhaps the two that are its ends."""
    options: list[tuple[Time, ...]] = [(one,) for one in times]
    if ranged:
        pairs = itertools.pairwise(times)
        options += [pair for pair in pairs if JOINT.fullmatch(words[pair[0].end : pair[1].start])]
    return max(options, key=lambda some: overlap((some[0].start, some[-1].end), span), default=())


def counts(ours: Time, file: str, wanted: Sequence[tuple[int, int]]) -> bool:
    """Say whether that file asks for a time of ours: the specs of dates leave out the lengths and sets beside them."""
    elsewhere = ours.type in ("DURATION", "SET") and not file.startswith(("Merged", "DateTimeModel", "Duration", "Set"))
    return not elsewhere or any(overlap((ours.start, ours.end), span) for span in wanted)


class Row:
    """The counts of one file."""

    def __init__(self) -> None:
        self.gold = self.found = self.spans = self.values = self.right = 0

    def add(self, case: Mapping[str, Any], file: str, say: bool) -> None:
        reference = case.get("Context", {}).get("ReferenceDateTime", "2016-11-07T00:00:00")
        times, wanted = tag(case["Input"], reference), list(expected(case))
        self.gold += len(wanted)
        self.found += sum(counts(one, file, [span for span, _ in wanted]) for one in times)
        for span, result in wanted:
            kind = result.get("Type", "") + result.get("TypeName", "")
            ours = best(times, span, case["Input"], kind.endswith("range"))
            bare = without_preposition(case["Input"], span)
            hit = bool(ours) and max(overlap((ours[0].start, ours[-1].end), one) for one in (span, bare)) >= 0.5
            self.spans += hit
            self.found -= len(ours) - 1 if hit else 0
            resolved = any(True for _ in resolutions(result))
            self.values += resolved
            right = hit and resolved and means(ours, result, reference, case["Input"])
            self.right += right
            if say and (not hit or (resolved and not right)):
                got = [(case["Input"][t.start : t.end], t.type, t.value) for t in times]
                print(f"  {case['Input']!r} wants {result['Text']!r} {list(resolutions(result))[:1]} got {got}")

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
                sound.add(case, file.name, False)
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
            every.add(case, file.name, False)
            total.add(case, file.name, False)
            if not is_disputed:
                rest.add(case, file.name, options.v)
                sound.add(case, file.name, False)
        print(f"{file.stem:28}{every.cells()}  |{rest.cells()}")
    print(f"{'all':28}{total.cells()}  |{sound.cells()}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
