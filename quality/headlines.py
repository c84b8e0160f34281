"""What the rules that compare accounts say of pairs of headlines: `python quality/headlines.py`.

ANS (../shared/eval/accounts/ans-dev.csv: agree, disagree, other; its disagreements are headlines that writers turned
into their contrary) and ArEntail (arentail-train.xlsx: two headlines of one story, entailed or not; every fifth pair).
The judge is that of the dossier: `link.accounts.comparing` for polarity, modality, dates and the like,
`link.figures.differing` for numbers; shared words decide between agree and other, and whether a headline follows.
Nothing was trained or tuned on these pairs. Rules abstain where a contradiction rests on knowledge of the world, so
that recall is low by design; what a judge that always says the same gets is printed beside.
"""

from __future__ import annotations

import csv
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

from riwaya.link.accounts.comparing import compare
from riwaya.link.accounts.passages import Passage, Reader
from riwaya.link.accounts.voices import Voices
from riwaya.link.figures.differing import differing
from riwaya.link.who import Who
from riwaya.model import Document, Failure, Report
from riwaya.pipeline import Pipeline

SHARED = Path(__file__).parent.parent.parent / "shared" / "eval" / "accounts"
ALIKE = 0.25  # of the shorter headline's words: below that they speak of two things
ENTAILED = 0.5  # of the second headline's words that the first has
ONE_IN = 5  # of ArEntail's pairs
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

Pair = tuple[str, str, str]


class Judge:
    """The rules of the dossier over two headlines."""

    def __init__(self) -> None:
        self.pipeline, self.who = Pipeline(), Who((), {})

    def __call__(self, left: str, right: str) -> tuple[bool, float, float]:
        """Return whether they contradict each other, and how much of the shorter, and of the right one, is shared."""
        one, other = self.report("1", left), self.report("2", right)
        if one is None or other is None:
            return False, 0.0, 0.0
        here, there = self.passage(0, one), self.passage(1, other)
        both = len(here.terms & there.terms)
        against = bool(compare(here, there)) or next(differing(one, other), None) is not None
        shorter = min(len(here.terms), len(there.terms))
        return against, both / max(shorter, 1), both / max(len(there.terms), 1)

    def report(self, name: str, text: str) -> Report | None:
        document = Document(id=name, key=name, doc=name, text=text)
        notes = self.pipeline.annotate(document)
        return None if isinstance(notes, Failure) else Report(document=document, annotations=notes)

    def passage(self, at: int, report: Report) -> Passage:
        end = len(report.document.text)
        return Reader(at, report, self.who, Voices(report, self.who)).read(0, end)


def ans(name: str) -> list[Pair]:
    """Return the pairs of headlines with their stance."""
    with (SHARED / name).open(encoding="utf-8", newline="") as lines:
        return [(row["s1"], row["s2"], row["stance"]) for row in csv.DictReader(lines)]


def arentail() -> Iterator[Pair]:
    """Yield the pairs of the sheet: first headline, second, `entails` or `not entail`."""
    with zipfile.ZipFile(SHARED / "arentail-train.xlsx") as book:
        words = ["".join(one.itertext()) for one in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    for row in list(sheet.iter(f"{_SHEET}row"))[1:]:
        cells = [one.findtext(f"{_SHEET}v") or "" for one in row]
        if len(cells) >= 3 and all(cell.isdigit() for cell in cells[:3]):
            left, right, label = (words[int(cell)] for cell in cells[:3])
            yield left, right, label


def f1(told: Sequence[str], true: Sequence[str], label: str) -> tuple[float, float, float]:
    """Return precision, recall and F1 of a label in per cent."""
    right = sum(a == b == label for a, b in zip(told, true, strict=True))
    precision = right / max(sum(a == label for a in told), 1)
    recall = right / max(sum(b == label for b in true), 1)
    return 100 * precision, 100 * recall, 100 * 2 * precision * recall / max(precision + recall, 1e-9)


def measures() -> dict[str, float]:
    """Return the measures by name."""
    judge = Judge()
    pairs = ans("ans-dev.csv")
    judged = [judge(left, right) for left, right, _ in pairs]
    told = ["disagree" if no else "agree" if alike >= ALIKE else "other" for no, alike, _ in judged]
    true = [stance for _, _, stance in pairs]
    out: dict[str, float] = {}
    for name, value in zip(("precision", "recall", "F1"), f1(told, true, "disagree"), strict=True):
        out[f"headlines: ANS dev disagree {name}"] = round(value, 1)
    out["headlines: ANS dev agree F1"] = round(f1(told, true, "agree")[2], 1)
    out["headlines: ANS dev accuracy"] = _share(told, true)
    out["headlines: ANS dev disagree F1, all disagree"] = round(f1(["disagree"] * len(true), true, "disagree")[2], 1)
    sheet = list(arentail())[::ONE_IN]
    found = [judge(left, right) for left, right, _ in sheet]
    told = ["entails" if not no and follows >= ENTAILED else "not entail" for no, _, follows in found]
    true = [label for *_, label in sheet]
    out["headlines: ArEntail accuracy"] = _share(told, true)
    out["headlines: ArEntail entails F1"] = round(f1(told, true, "entails")[2], 1)
    out["headlines: ArEntail accuracy, most common"] = round(100 * Counter(true).most_common(1)[0][1] / len(true), 1)
    return out


def _share(told: Sequence[str], true: Sequence[str]) -> float:
    return round(100 * sum(a == b for a, b in zip(told, true, strict=True)) / max(len(true), 1), 1)


def main() -> int:
    """Print the measures."""
    if not SHARED.is_dir():
        print("headlines: ../shared/eval/accounts is not here, nothing measured")
        return 0
    for name, value in measures().items():
        print(f"{name:52}{value:7.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
