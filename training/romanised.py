"""Train the speller of names that no list has: writes ``src/riwaya/models/romanised.crf``.

    python training/romanised.py [--fold]

Pairs of single words of ``lexicon/romanised.tsv`` are aligned, Arabic letter to Latin letters (the best path under
counts that start from a table of sounds and are counted anew six times); pairs that don't align (مصر, Egypt) are left
out. A conditional random field then learns the Latin letters of each Arabic one. ``--fold`` trains on four fifths and
scores the fifth; no model is written. Some four minutes on one core.
"""

from __future__ import annotations

import argparse
import math
import pathlib
import random
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

import pycrfsuite
from rapidfuzz.distance import OSA

from riwaya.arabic.letters import plain
from riwaya.arabic.spelled import NOTHING, features
from riwaya.lexicon import table

TARGET = pathlib.Path(__file__).parent.parent / "src/riwaya/models/romanised.crf"
LONGEST, ROUNDS, WORST, RAREST = 4, 6, -3.2, 4
VOWELS, SILENT = "aeiouy", "اأإآىعةءئ"
_SOUNDS = """ب bp|ت t|ث ts|ج jg|ح h|خ kjxc|د d|ذ dz|ر r|ز zs|س scz|ش sc|ص s|ض d|ط t|ظ dz|غ g|ف fvpw|ق qkg|ك kcqxg|ل l
م m|ن n|ه h|و ouw|ي iyej|ؤ ouw|ڤ v|پ p|چ c|گ g|ژ zj"""
SOUNDS = dict(pair.split(" ") for pair in _SOUNDS.replace("\n", "|").split("|"))
Score = Callable[[str, str], float]
Aligned = tuple[str, str, tuple[str, ...]]


def pairs() -> list[tuple[str, str]]:
    """Return single words with their Latin letters, without articles and accents: ``الحريري`` → حريري, hariri."""
    found: dict[str, str] = {}
    for row in table("romanised"):
        name, latin = plain(row["name"]), row["latin"]
        if name.startswith("ال") and len(name) > 4:
            name = name[2:]
            latin = latin.removeprefix("al-").removeprefix("El ").removeprefix("El-")
        if " " in name or " " in latin or len(name) < 2:
            continue
        spelling = letters(latin)
        if len(spelling) > 1:
            found.setdefault(name, spelling)
    return sorted(found.items())


def letters(latin: str) -> str:
    """Return a spelling in small letters without accents and marks: ``Çavuşoğlu`` → ``cavusoglu``."""
    bare = unicodedata.normalize("NFKD", latin.lower().replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return "".join(letter for letter in bare if letter.isalpha() and not unicodedata.combining(letter))


def sounds(letter: str, chunk: str) -> float:
    """Say how well Latin letters suit an Arabic one, before anything is counted."""
    foreign = sum(one not in VOWELS for one in chunk)
    if letter in SILENT:
        return (-1.0 if not chunk else 0.0 if chunk[0] in VOWELS and len(chunk) < 3 else -6.0) - 1.5 * foreign
    if not chunk:
        return -4.0
    first = 0.0 if chunk[0] in SOUNDS.get(letter, "") else -7.0
    others = sum(one not in VOWELS + "h" and one != chunk[0] for one in chunk[1:])
    return first - 0.7 * (len(chunk) - 1) - 1.5 * others


def path(name: str, latin: str, score: Score) -> tuple[tuple[str, ...], float]:
    """Return the best cut of the Latin letters into one chunk an Arabic letter, and its score a letter."""
    best = {0: (0.0, ())}
    for letter in name:
        reached: dict[int, tuple[float, tuple[str, ...]]] = {}
        for start, (sofar, chunks) in best.items():
            for end in range(start, min(start + LONGEST, len(latin)) + 1):
                chunk = latin[start:end]
                value = sofar + score(letter, chunk)
                if end not in reached or value > reached[end][0]:
                    reached[end] = (value, (*chunks, chunk))
        best = reached
    value, chunks = best.get(len(latin), (-1e9, ()))
    return chunks, value / len(name)


def aligned(found: list[tuple[str, str]]) -> list[Aligned]:
    """Return the pairs that align, each with its chunks; chunks that hardly ever occur take their pairs with them."""
    score: Score = sounds
    for _ in range(ROUNDS):
        paths = [(name, latin, *path(name, latin, score)) for name, latin in found]
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for name, _latin, chunks, _value in paths:
            for letter, chunk in zip(name, chunks, strict=False):
                counts[letter][chunk] += 1
        score = counted(counts)
    kept = [(name, latin, chunks) for name, latin, chunks, value in paths if value > WORST]
    number = Counter(chunk for _, _, chunks in kept for chunk in chunks)
    return [one for one in kept if all(number[chunk] >= RAREST for chunk in one[2])]


def counted(counts: dict[str, Counter[str]]) -> Score:
    """Return the score that counts give."""
    totals = {letter: sum(found.values()) for letter, found in counts.items()}

    def score(letter: str, chunk: str) -> float:
        seen = counts[letter][chunk] + 0.01 * math.exp(sounds(letter, chunk) / 2)
        return math.log(seen / (totals.get(letter, 0) + 1) + 1e-9)

    return score


def train(found: Iterable[Aligned], target: pathlib.Path) -> None:
    """Train a model on aligned pairs and write it to ``target``."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.05, "c2": 0.02, "max_iterations": 70})
    for name, _, chunks in found:
        trainer.append(features(name), [chunk or NOTHING for chunk in chunks])
    trainer.train(str(target))


def fold(found: list[Aligned]) -> None:
    """Train on four fifths and print how many of the rest are right, and how many within a fifth of their letters."""
    random.Random(3).shuffle(found)
    cut = len(found) // 5
    with tempfile.TemporaryDirectory() as folder:
        model = pathlib.Path(folder) / "fold.crf"
        train(found[cut:], model)
        tagger = pycrfsuite.Tagger()
        tagger.open(str(model))
        gaps = [
            (OSA.distance("".join(tagger.tag(features(name))).replace(NOTHING, ""), latin), len(latin))
            for name, latin, _ in found[:cut]
        ]
    right, near = sum(not gap for gap, _ in gaps), sum(gap * 5 <= length for gap, length in gaps)
    print(f"{cut} words: {100 * right / cut:.1f} % right, {100 * near / cut:.1f} % right or near")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fold", action="store_true", help="train on four fifths, score the fifth")
    options = parser.parse_args()
    found = aligned(pairs())
    fold(found) if options.fold else train(found, TARGET)


if __name__ == "__main__":
    main()
