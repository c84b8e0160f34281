"""Counts of the time tagger over dated news: where weekdays fall, which years are taken, which Hijri pairs disagree.

    python quality/times_counts.py [FOLDER] [--every N] [--rest N]

FOLDER defaults to ../shared/news. No annotation is needed: in the opening sentence of a dated article a bare weekday
with a past verb must fall on the day of publication or the day before; pairs of Hijri and Gregorian dates must agree
within a day. Which weekdays have a past verb is told twice: by the tagger's own rule, and apart from it
by a verb of the list ``VERBS`` within two words before, whatever the tagger made of the clause. ``--rest`` prints a
sample of the weekdays that fall elsewhere, to be read.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from riwaya.annotate.prose import Prose
from riwaya.annotate.sentences import prose
from riwaya.annotate.times import TimeTagger
from riwaya.model import Document, Published, Span, Time

NEWS = Path(__file__).parent.parent.parent / "shared/news"
TAGGER = TimeTagger()
LISTED = """
قال قالت أعلن أعلنت أكد أكدت وصل وصلت قتل قتلت أصيب أصيبت أفاد أفادت ذكر ذكرت كشف كشفت شهد شهدت عقد عقدت بحث
بحثت دعا دعت طالب طالبت أدان أدانت التقى التقت استقبل استقبلت نفى نفت أصدر أصدرت وقع وقعت شن شنت اعتقل اعتقلت
انطلق انطلقت بدأ بدأت أجرى أجرت اتهم اتهمت حذر حذرت اعتبر اعتبرت نشر نشرت أوقف أوقفت
"""
VERBS = frozenset(LISTED.split())
"""Verbs in the perfect as printed, with or without ``و``: some that news open with, chosen before any count."""
WEEKDAY = re.compile("(?:يوم )?(?:ال[اإ]ثنين|الثلاثاء|ال[أا]ربعاء|الخميس|الجمعة|السبت|ال[أا]حد)")


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


class Weekday(NamedTuple):
    """A bare weekday of an opening sentence: the tense of its clause, days from publication, its words."""

    tense: str
    away: int
    published: str
    words: str
    has_verb: bool
    """Whether a listed verb in the perfect stands within two words before."""

    @property
    def is_near(self) -> bool:
        return self.away in (0, -1)


def weekdays(published: str, words: Prose, times: Sequence[Time]) -> Iterator[Weekday]:
    """Yield the bare weekdays of the opening sentence."""
    opening = next((sentence for sentence in words.sentences if sentence.paragraph == 0), None)
    text, day = words.document.text, date.fromisoformat(published[:10])
    for found in times:
        inside = opening is not None and opening.start <= found.start < opening.end
        verb = has_verb(text[max(0, found.start - 60) : found.start])
        bare = WEEKDAY.fullmatch(text[found.start : found.end]) is not None
        ruled = found.rule.startswith("weekday, clause")
        if inside and found.value and (ruled or (verb and bare)):
            around = f"{text[max(0, found.start - 100) : found.start]}[{text[found.start : found.end]}]"
            away, tense = (
                (date.fromisoformat(found.value[:10]) - day).days,
                found.rule.split()[-1] if ruled else "other",
            )
            yield Weekday(tense, away, published[:10], around + text[found.end : found.end + 60], verb and bare)


def has_verb(before: str) -> bool:
    """Say whether one of the last two words is a listed verb: ``أعلن الوزير``."""
    words = before.split()[-2:]
    return any(word in VERBS or (word[:1] == "و" and word[1:] in VERBS) for word in words)


def numbers(words: Prose, times: Sequence[Time]) -> Iterator[str]:
    """Yield whether each number from 1900 to 2100 was taken as a time."""
    spans = [(found.start, found.end) for found in times if found.type in ("DATE", "TIME")]
    for token in words.tokens:
        if token.kind == "number" and token.form.isdigit() and 1900 <= int(token.form) <= 2100:
            yield "year" if any(start <= token.start < end for start, end in spans) else "no year"


def report(file: Path, every: int) -> list[Weekday]:
    """Print the counts of one file and return the weekdays of its openings."""
    found: list[Weekday] = []
    years: Counter[str] = Counter()
    articles = expressions = 0
    for published, words, times in tagged(file, every):
        articles, expressions = articles + 1, expressions + len(times)
        found.extend(weekdays(published, words, times))
        years.update(numbers(words, times))
        for one in times:
            if "disagree" in one.rule:
                print(f"  pair that disagrees: {words.document.text[one.start : one.end]}: {one.rule}")
    print(f"{file.name}: {articles} articles, {expressions} expressions, four digits {dict(years)}")
    return found


def spread(found: Sequence[Weekday]) -> None:
    """Print, tense by tense, how many days from publication the weekdays fall."""
    for tense in ("past", "present", "forward", "unknown"):
        away = Counter(one.away for one in found if one.tense == tense)
        print(f"  weekday, {tense} clause: {dict(sorted(away.items()))}")
    told("past by the tagger's rule", [one for one in found if one.tense == "past"])
    listed = [one for one in found if one.has_verb]
    told("after a listed verb", listed)
    print(f"  of these, by the tagger's rule: {dict(sorted(Counter(one.tense for one in listed).items()))}")


def told(which: str, past: Sequence[Weekday]) -> None:
    """Print how many weekdays of past clauses fall on the day of publication or the day before."""
    near = sum(one.is_near for one in past)
    share = 100 * near / max(1, len(past))
    print(f"  weekdays {which}, on the day or the day before: {near} of {len(past)} ({share:.1f} %)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the counts a file; exit status 1 where there is no news."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=NEWS)
    parser.add_argument("--every", type=int, default=20)
    parser.add_argument(
        "--rest", type=int, default=0, help="print so many of the past weekdays, by either test, that fall elsewhere"
    )
    options = parser.parse_args(arguments)
    files = sorted(options.folder.glob("*.jsonl.gz"))
    for file in files:
        found = report(file, options.every)
        if "2018" not in file.name:
            continue  # the Saudi articles of 2015 carry the day of the crawl
        spread(found)
        rest = [one for one in found if (one.tense == "past" or one.has_verb) and not one.is_near]
        for one in rest[:: max(1, len(rest) // max(1, options.rest))][: options.rest]:
            print(f"    {one.published} {one.away:+d} {one.words!r}")
    if not files:
        print(f"times_counts: no news in {options.folder}", file=sys.stderr)
    return 0 if files else 1


if __name__ == "__main__":
    raise SystemExit(main())
