"""Score romanised names against the spellings of English newspapers: `python quality/romanised.py [--set NAME] [-v]`.

`quality/romanised.tsv` holds 300 names with one or more spellings. A spelling is right where it is one of them,
accents, hyphens and capitals aside; near where it differs in at most a fifth of its letters; wrong otherwise. `marked`
are the names that Riwaya itself gives as guesses: the wrong ones should be among them.

    --set NAME        open, kept back or both (open)
    --bare            no lexicon: every name is spelled by rule
    --rival           arabic-name-romanizer instead, where it is installed (by no means a part of this project)
    -v                print what is not right; never of names kept back
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from rapidfuzz.distance import OSA

import riwaya.arabic.romanise as own

NAMES = Path(__file__).with_suffix(".tsv")
_UNACCENTED = str.maketrans({"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "-": " ", "'": "", "’": ""})


def names(which: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Return (name, spellings, band) of one set or of both."""
    lines = [line for line in NAMES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    return [(row[0], tuple(row[1].split(";")), row[2]) for row in rows if which in ("both", row[3])]


def plain(latin: str) -> str:
    """Return a spelling without accents, hyphens and capitals: ``al-Jubeir`` → ``al jubeir``."""
    bare = unicodedata.normalize("NFKD", latin.lower().translate(_UNACCENTED))
    return " ".join("".join(letter for letter in bare if not unicodedata.combining(letter)).split())


def measures() -> dict[str, float]:
    """Return how many of either half are right, and right or near, in per cent."""
    found: dict[str, float] = {}
    for which in ("open", "kept back"):
        verdicts = [verdict(own.romanise(name), spellings) for name, spellings, _ in names(which)]
        right, wrong = verdicts.count("right"), verdicts.count("wrong")
        found[f"romanised, {which}: right %"] = round(100 * right / len(verdicts), 1)
        found[f"romanised, {which}: right or near %"] = round(100 - 100 * wrong / len(verdicts), 1)
    return found


def verdict(found: str, spellings: tuple[str, ...]) -> str:
    """Return right, near or wrong."""
    gaps = [(OSA.distance(plain(found), plain(one)), len(plain(one))) for one in spellings]
    if not min(gaps)[0]:
        return "right"
    return "near" if any(gap * 5 <= length for gap, length in gaps) else "wrong"


def romaniser(rival: bool, bare: bool) -> Callable[[str], tuple[str, bool]]:
    """Return what spells a name and says whether it guessed."""
    if rival:
        from arabic_name_romanizer import transliterate  # type: ignore[import-not-found]  # no dependency

        return lambda name: (str(transliterate(name)), False)
    if bare:
        own.known = lambda word: None
        own._like = lambda word: None
    return lambda name: (own.romanised(name).text, own.romanised(name).by == "guess")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", default="open", choices=("open", "kept back", "both"))
    parser.add_argument("--bare", action="store_true")
    parser.add_argument("--rival", action="store_true")
    parser.add_argument("-v", action="store_true")
    options = parser.parse_args()
    spell = romaniser(options.rival, options.bare)
    counted: Counter[tuple[str, str]] = Counter()
    marked: Counter[str] = Counter()
    for name, spellings, band in names(options.set):
        found, guessed = spell(name)
        how = verdict(found, spellings)
        counted[band, how] += 1
        marked[how] += guessed
        if options.v and options.set == "open" and how != "right":
            print(how, name, found, "; ".join(spellings), "" if guessed else "not marked", sep="\t")
    report(counted, marked)


def report(counted: Counter[tuple[str, str]], marked: Counter[str]) -> None:
    """Print how many are right, near and wrong, by band and in all."""
    print("reports\tnames\tright\tnear\twrong")
    bands = sorted({band for band, _ in counted}, key=int, reverse=True)
    for label, within in (*((f"{band}+", {band}) for band in bands), ("all", set(bands))):
        row = [sum(counted[band, how] for band in within) for how in ("right", "near", "wrong")]
        print("\t".join(map(str, (label, sum(row), *row))))
    whole = {how: sum(n for (_, each), n in counted.items() if each == how) for how in ("right", "near", "wrong")}
    every = sum(whole.values())
    print(f"right {100 * whole['right'] / every:.1f} %, right or near {100 * (every - whole['wrong']) / every:.1f} %")
    print("marked as guesses: " + ", ".join(f"{marked[how]} of {whole[how]} {how}" for how in whole))


if __name__ == "__main__":
    main()
