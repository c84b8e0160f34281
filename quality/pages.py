"""Score extraction and dates on the saved pages of ``../shared/eval/pages``.

    python quality/pages.py [--misses]

Dates: the day given or stated against ``dates.json``, beside what htmldate says. Bodies: one page has its text beside
it; its words are compared as a multiset (precision, recall, F1), beside trafilatura with its defaults.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

import trafilatura

from riwaya.model import Document, Failure
from riwaya.read import documents

PAGES = Path(__file__).parent.parent.parent / "shared/eval/pages"
WORD = re.compile(r"\w+")


def day(found: Document | Failure) -> str:
    """The day that reading gives a page."""
    return found.published.value[:10] if isinstance(found, Document) and found.published else ""


def theirs(page: Path) -> str:
    """The day that htmldate finds, by way of trafilatura."""
    about = trafilatura.extract_metadata(page.read_text(encoding="utf-8", errors="replace"))
    return (about.date if about else "") or ""


def overlap(got: str, want: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the words, as multisets, in percent."""
    a, b = Counter(WORD.findall(got)), Counter(WORD.findall(want))
    common = sum((a & b).values())
    precision, recall = common / max(1, sum(a.values())), common / max(1, sum(b.values()))
    both = 2 * precision * recall / (precision + recall) if common else 0.0
    return 100 * precision, 100 * recall, 100 * both


def body(found: Document) -> str:
    """The text of a page without title, frame and furniture."""
    out = set()
    for span in (*found.furniture, *found.frame, *([found.title] if found.title else [])):
        if getattr(span, "kind", "") != "dateline":
            out.update(range(span.start, span.end))
    return "".join(char for i, char in enumerate(found.text) if i not in out)


def measures(misses: bool = False) -> dict[str, float]:
    """Return the measures by name; print what is wrong where asked to."""
    want = json.loads((PAGES / "dates.json").read_text(encoding="utf-8"))
    found = {one.doc: one for one in documents([str(PAGES / name) for name in want])}
    right = sum(day(found[name]) == truth["date"] for name, truth in want.items())
    other = sum(theirs(PAGES / name) == truth["date"] for name, truth in want.items())
    for name, truth in want.items():
        if misses and day(found[name]) != truth["date"]:
            print(f"{name}: {day(found[name])!r}, expected {truth['date']}")
    text = (PAGES / "arabic_article.txt").read_text(encoding="utf-8")
    (page,) = documents([str(PAGES / "arabic_article.html")])
    ours = overlap(body(page), text)[2] if isinstance(page, Document) else 0.0
    plain = trafilatura.extract((PAGES / "arabic_article.html").read_text(encoding="utf-8")) or ""
    return {
        "page date right %": round(100 * right / len(want), 1),
        "page date right %, htmldate": round(100 * other / len(want), 1),
        "page body F1": round(ours, 1),
        "page body F1, trafilatura": round(overlap(plain, text)[2], 1),
    }


if __name__ == "__main__":
    for name, value in measures("--misses" in sys.argv).items():
        print(f"{name:32}{value:7.1f}")
