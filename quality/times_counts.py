"""Counts of the time tagger over dated news: where weekdays fall, which years are taken, which Hijri pairs disagree.

    python quality/times_counts.py [FOLDER] [--every N]

FOLDER defaults to ../shared/news. No annotation is needed: in an opening sentence a bare weekday with a past verb must
fall on the day of publication or the day before; pairs of Hijri and Gregorian dates must agree within a day.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from riwaya.annotate.prose import Prose
from riwaya.annotate.sentences import prose
from riwaya.annotate.times import TimeTagger
from riwaya.model import Document, Published, Span, Time

NEWS = Path(__file__).parent.parent.parent / "shared/news"
TAGGER = TimeTagger()


def tagged(file: Path, every: int) -> Iterator[tuple[str, Prose, tuple[Time, ...]]]:
    """Yield publication, prose and times of every n-th article."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in itertools.islice(lines, 0, None, every):
            record = json.loads(line)
            title, published = record["title"] or "", record.get("published") or record["extracted"]
            text = f"{title}\n{record['text']}"
            headline = Span(start=0, end=len(title)) if title else None
            words = prose(Document(id="n", key="n", doc="n", text=text, title=headline))
            yield published, words, TAGGER(words, Published(value=published[:10], basis="given"))


def weekdays(published: str, words: Prose, times: Sequence[Time]) -> Iterator[tuple[str, int]]:
    """Yield (tense, days from publication) of the bare weekdays in the opening sentence."""
    opening = next((sentence for sentence in words.sentences if sentence.paragraph == 0), None)
    for found in times:
        inside = opening is not None and opening.start <= found.start < opening.end
        if inside and found.rule.startswith("weekday, clause") and found.value:
            yield (
                found.rule.split()[-1],
                (date.fromisoformat(found.value[:10]) - date.fromisoformat(published[:10])).days,
            )


def numbers(words: Prose, times: Sequence[Time]) -> Iterator[str]:
    """Yield whether each number from 1900 to 2100 was taken as a time."""
    spans = [(found.start, found.end) for found in times if found.type in ("DATE", "TIME")]
    for token in words.tokens:
        if token.kind == "number" and token.form.isdigit() and 1900 <= int(token.form) <= 2100:
            yield "year" if any(start <= token.start < end for start, end in spans) else "no year"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the counts a file; exit status 1 where there is no news."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=NEWS)
    parser.add_argument("--every", type=int, default=20)
    options = parser.parse_args(arguments)
    files = sorted(options.folder.glob("*.jsonl.gz"))
    for file in files:
        days: Counter[tuple[str, int]] = Counter()
        years: Counter[str] = Counter()
        articles = expressions = 0
        for published, words, times in tagged(file, options.every):
            articles, expressions = articles + 1, expressions + len(times)
            days.update(weekdays(published, words, times))
            years.update(numbers(words, times))
            for found in times:
                if "disagree" in found.rule:
                    print(f"  pair that disagrees: {words.document.text[found.start : found.end]}: {found.rule}")
        near = sum(n for (tense, day), n in days.items() if tense == "past" and day in (0, -1))
        past = sum(n for (tense, day), n in days.items() if tense == "past" and day <= 0)
        print(f"{file.name}: {articles} articles, {expressions} expressions, four digits {dict(years)}")
        print(f"  past weekdays on the day or the day before: {near} of {past} ({100 * near / max(1, past):.1f} %)")
    if not files:
        print(f"times_counts: no news in {options.folder}", file=sys.stderr)
    return 0 if files else 1


if __name__ == "__main__":
    raise SystemExit(main())
