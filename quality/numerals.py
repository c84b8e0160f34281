"""Score ``arabic.numerals`` on the Recognizers-Text specs in ``../shared/eval/numbers``.

    python quality/numerals.py [--misses]

A case is right if as many numerals are found as it wants, each with its value (to four digits). Two scores: over all
cases as they are, and without those that quality/numerals-disputed.tsv lists (file, input, reason).
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

from riwaya.arabic.numerals import Numeral, find
from riwaya.arabic.tokens import tokens

HERE = Path(__file__).parent
EVAL = HERE.parent.parent / "shared/eval/numbers"
MODELS = ("NumberModel", "OrdinalModel", "OrdinalModelSuppressExtendedTypes", "PercentModel")


def cases(model: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return (text, [(words, value)]) of a spec."""
    found = []
    for case in json.loads((EVAL / f"{model}.json").read_text(encoding="utf-8-sig")):
        wanted = [(r["Text"].strip(), str((r.get("Resolution") or {}).get("value", ""))) for r in case["Results"]]
        found.append((case["Input"], wanted))
    return found


def value_of(numeral: Numeral) -> str:
    return f"{numeral.value:g}" if isinstance(numeral.value, float) else str(numeral.value)


def same(wanted: str, numeral: Numeral) -> bool:
    try:
        value = float(wanted.rstrip("%"))
    except ValueError:  # a relative ordinal: end+0
        return False
    return abs(value - numeral.value) <= 1e-4 * abs(value)


def disputed(model: str) -> set[str]:
    """Return the inputs of a spec that are disputed."""
    with (HERE / "numerals-disputed.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {row["input"] for row in rows if row["file"] == f"{model}.json"}


def numerals(text: str, model: str) -> list[Numeral]:
    """Return the numerals that the model asks for: ordinals, or all others."""
    ordinal = model.startswith("Ordinal")
    return [one for one in find(list(tokens(text)), fractions=True) if one.ordinal == ordinal]


def right(wanted: list[tuple[str, str]], found: list[Numeral]) -> bool:
    return len(found) == len(wanted) and all(same(value, one) for (_, value), one in zip(wanted, found, strict=True))


def score(model: str, misses: bool) -> dict[bool, list[int]]:
    """Return right and all cases of a spec, the undisputed under False and the disputed under True."""
    counts, known = {False: [0, 0], True: [0, 0]}, disputed(model)
    for text, wanted in cases(model):
        found, out = numerals(text, model), text.strip() in known
        good = right(wanted, found)
        counts[out][0] += good
        counts[out][1] += 1
        if misses and not good and not out:
            print(model, text, "| wanted", wanted, "| found", [(text[n.start : n.end], value_of(n)) for n in found])
    return counts


def measures() -> dict[str, float]:
    """Return the share of undisputed cases that are right, by spec, for the gate."""
    shares = ((model, score(model, False)[False]) for model in MODELS)
    return {f"numerals: {model} right %": round(100 * good / of, 1) for model, (good, of) in shares}


def main() -> None:
    for model in MODELS:
        counts = score(model, "--misses" in sys.argv)
        (a, n), (b, m) = counts[False], counts[True]
        print(f"{model}: as they are {a + b}/{n + m} ({(a + b) / (n + m):.1%}); undisputed {a}/{n} ({a / n:.1%})")


if __name__ == "__main__":
    main()
