"""Score ``arabic.numerals`` on the Recognizers-Text specs in ``../shared/eval/numbers``.

    python quality/numerals.py [--misses]

Two scores: over all cases as they are, and without the disputed ones (quality/numerals-disputed.md says which and why).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from riwaya.arabic.numerals import Numeral, find
from riwaya.arabic.tokens import tokens

EVAL = Path(__file__).parent.parent.parent / "shared/eval/numbers"
_NOTATION = re.compile(r"[\d٠-٩][eE^]|\^|/|\+|https?:|-\s?[\d٠-٩]|سالب|ناقص|192|١٩٢|[\u202a\u061c]|دزين|دست")
_FRACTION = re.compile(
    r"على|جزا?ء|أجزاء|اجزاء|أخماس|اخماس|خمس |خمس$|خُمس|خمسين$|ثمن|من (?:واحد|ثلاثة|مائة|مئة|ألف|أربعة|تريليون|اثنين)"
)
_GLUED = re.compile(r"[\d٠-٩](?:[\u0621-\u064a]{3}|ك\.|من|M|مل|دولار)|(?:^|[\s])[.,][\d٠-٩]|\d\.\d00$|فاصلة|[،,]\d+,")
_WRONG = re.compile(
    "٣٢٢ ألف|اثني عشر مليار|أي واحد|مليون وألفين ومائتين|تسعون مائة|322 مائة|ثلاثة واحد|نسبة|و٠|هو٠|صفر رقم"
)


MODELS = ("NumberModel", "OrdinalModel", "PercentModel")


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
        return abs(float(wanted.rstrip("%")) - numeral.value) <= 1e-4 * max(1.0, abs(numeral.value))
    except ValueError:
        return False


def disputed(text: str) -> bool:
    return any(pattern.search(text) for pattern in (_NOTATION, _FRACTION, _GLUED, _WRONG))


def right(text: str, wanted: list[tuple[str, str]], found: list[Numeral]) -> bool:
    return len(found) == len(wanted) and all(same(value, one) for (_, value), one in zip(wanted, found, strict=True))


def score(model: str, misses: bool) -> dict[bool, list[int]]:
    """Return right and all cases of a spec, the undisputed under False and the disputed under True."""
    counts = {False: [0, 0], True: [0, 0]}
    ordinal = model.startswith("Ordinal")
    for text, wanted in cases(model):
        if ordinal:
            wanted = [(words, value) for words, value in wanted if re.fullmatch(r"[\d.]+", value)]
        found = [n for n in find(list(tokens(text)), fractions=True) if n.ordinal or not ordinal]
        good, out = right(text, wanted, found), disputed(text)
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
