"""Score the time tagger on invented newswire sentences: `python quality/invented.py [NAME ...] [-v]`.

`quality/times-invented/*.tsv`: publication day, text, and [words, type, value, mod] for each time in it, written by
authors who never saw Riwaya's code or output. "one" was open to those who wrote the rules, "two" was not.
A span counts where it overlaps by half, a value where type and value agree.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from riwaya.annotate.sentences import prose
from riwaya.annotate.times import TimeTagger
from riwaya.model import Document, Published, Time

FOLDER = Path(__file__).parent / "times-invented"


class Gold(NamedTuple):
    """An expected time."""

    start: int
    end: int
    type: str
    value: str | None
    mod: str


def items(path: Path) -> Iterator[tuple[str, str, list[Gold]]]:
    """Yield publication, text and expected times of each line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        published, text, expected = line.split("\t")
        text = text.replace("\\n", "\n")
        yield published, text, list(_placed(text, json.loads(expected)))


def _placed(text: str, expected: list[list[str | None]]) -> Iterator[Gold]:
    """Place the words, each after the one before it unless ``@k`` says which occurrence is meant."""
    at = 0
    for words, type_, value, mod in expected:
        assert words is not None
        words, _, which = words.partition("@")
        start = -1
        if which:
            for _ in range(int(which)):
                start = text.index(words, start + 1)
        else:
            start = text.index(words, at)
        at = start + len(words)
        yield Gold(start, at, str(type_), value, mod or "")


def _overlap(one: Time, gold: Gold) -> float:
    inside = min(one.end, gold.end) - max(one.start, gold.start)
    return max(0, inside) / (max(one.end, gold.end) - min(one.start, gold.start))


def counts(path: Path, verbose: bool = False) -> dict[str, int]:
    """Return how many spans, values and mods are right, how many times were given and asked for."""
    tagger = TimeTagger()
    total = dict.fromkeys(("given", "asked", "span", "value", "mod"), 0)
    for published, text, expected in items(path):
        document = Document(id="i", key="i", doc="i", text=text)
        found = tagger(prose(document), Published(value=published, basis="given"))
        left = list(expected)
        wrong: list[str] = []
        for one in found:
            best = max(left, key=lambda gold: _overlap(one, gold), default=None)
            words = text[one.start : one.end]
            if best is None or _overlap(one, best) < 0.5:
                wrong.append(f"invented {words} {one.type} {one.value}")
                continue
            left.remove(best)
            total["span"] += 1
            same = (one.type, one.value) == (best.type, best.value)
            total["value"] += same
            total["mod"] += same and (one.mod or "") == best.mod
            if not same or (one.mod or "") != best.mod:
                wrong.append(f"{words}: {best.type} {best.value} {best.mod} got {one.type} {one.value} {one.mod or ''}")
        wrong += [f"missed {text[gold.start : gold.end]} {gold.type} {gold.value}" for gold in left]
        total["given"] += len(found)
        total["asked"] += len(expected)
        if verbose and wrong:
            print(published, text.replace("\n", " / "), *wrong, sep="\n    ")
    return total


def measures() -> dict[str, float]:
    """Return F1 of type and value for the gate."""
    found = {}
    for path in sorted(FOLDER.glob("*.tsv")):
        total = counts(path)
        found[f"invented {path.stem}: time span+value"] = round(
            200 * total["value"] / (total["given"] + total["asked"]), 1
        )
    return found


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("names", nargs="*", default=[path.stem for path in sorted(FOLDER.glob("*.tsv"))])
    options.add_argument("-v", action="store_true")
    chosen = options.parse_args()
    for name in chosen.names:
        total = counts(FOLDER / f"{name}.tsv", chosen.v)
        both = total["given"] + total["asked"]
        f1 = "  ".join(f"{what} {200 * total[what] / both:.1f}" for what in ("span", "value", "mod"))
        print(f"{name}: asked {total['asked']}, given {total['given']}; F1 {f1} (mod: value and mod together)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
