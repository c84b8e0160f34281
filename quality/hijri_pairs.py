"""Pairs of a Hijri and a Gregorian date in the July 2015 news: `python quality/hijri_pairs.py [FILE] [-v]`.

The pairs are found by plain patterns over the text, apart from the tagger: what these miss is not counted, so this is
recall against the patterns. Of each pair the tagger must give the Gregorian day as stated, in one expression or in two,
or the Hijri day where the weekday printed beside them is that of the Hijri half alone; such pairs are counted apart.
Pairs whose halves lie more than a day apart by the Umm al-Qura calendar are listed with what the tagger says of them.
FILE is ../shared/news/saudi-july-2015.jsonl.gz.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from riwaya.annotate.sentences import prose
from riwaya.annotate.times import TimeTagger
from riwaya.arabic.calendars import from_hijri, hijri_month_at, month, tabular
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.model import Document, Published, Span, Time

NEWS = Path(__file__).parent.parent.parent / "shared/news/saudi-july-2015.jsonl.gz"
LUNAR = (
    r"محرم|المحرم|صفر|ربيع ال[أا]ول|ربيع الثاني|ربيع ال[آا]خر|جماد[ىي]? ?ال[أا]ول[ىي]?|"
    r"جماد[ىي]? ?(?:الثاني[ةه]?|ال[آا]خر[ةه]?)|رجب|شعبان|رمضان|شوال|ذ[يوا]? ?القعد[ةه]|ذ[يوا]? ?الحج[ةه]"
)
SOLAR = (
    r"يناير|فبراير|مارس|[أا]بريل|[إا]بريل|مايو|يوني[وه]|يولي[وه]|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر"
    r"|شباط|[آا]ذار|نيسان|[أا]يار|حزيران|تموز|[آا]ب|[أا]يلول"
)
OF = r"\s?(?:من\s|/|-)?\s?(?:شهر\s)?"
LATE = r"(?P<y>1[34]\d\d)\s?/\s?(?P<m>\d\d?)\s?/\s?(?P<d>\d\d?)"
DAYS = r"(?P<d>\d\d?)\s?[/\-]\s?(?P<m>\d\d?)\s?[/\-]\s?(?P<y>1[34]\d\d)"
HIJRI = [
    re.compile(LATE),
    re.compile(DAYS),
    re.compile(rf"(?P<d>\d\d?){OF}(?P<n>{LUNAR})(?:\s?(?:/|-|من)?\s?(?:عام\s)?(?P<y>1?\d\d\d)(?!\d))?"),
]
CIVIL = [
    re.compile(r"(?P<y>(?:19|20)\d\d)\s?[/\-]\s?(?P<m>\d\d?)\s?[/\-]\s?(?P<d>\d\d?)"),
    re.compile(r"(?P<d>\d\d?)\s?[/\-]\s?(?P<m>\d\d?)\s?[/\-]\s?(?P<y>(?:19|20)\d\d)"),
    re.compile(rf"(?P<d>\d\d?){OF}(?P<n>{SOLAR})(?:\s?\(\w+\))?(?:\s?(?:عام\s)?(?P<y>(?:1[4-9]|20)\d\d|9\d\d(?=م)))?"),
]
WEEK = ("ال[اإ]ثنين", "الثلاثاء", "ال[أا]ربعاء", "الخميس", "الجمعة", "السبت", "ال[أا]حد")
WEEKDAYS = re.compile("|".join(f"({name})" for name in WEEK))
"""Monday first, as ``date.weekday`` counts."""
NEAR = 15
"""Characters before a pair in which its weekday stands."""
RANGE = re.compile(r"(\d\d?)\s?(?:إلى|الى|-|–|و)\s?$")
"""The first day of a range, before its last."""
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
TAGGER = TimeTagger()


class Pair(NamedTuple):
    """A pair of dates as printed: offsets, the Gregorian day of each half, ``None`` where the half names no day."""

    start: int
    end: int
    civil_at: int
    lunar: date | None
    civil: date | None


def found(patterns: Sequence[re.Pattern[str]], text: str) -> list[re.Match[str]]:
    """Return the matches of all patterns; a longer one hides what lies in it."""
    every = sorted((m for p in patterns for m in p.finditer(text)), key=lambda m: (m.start(), -m.end()))
    kept: list[re.Match[str]] = []
    for match in every:
        if not kept or match.start() >= kept[-1].end():
            kept.append(match)
    return kept


def number(match: re.Match[str], part: str) -> int | None:
    """Return a part of a date, ``None`` where it is not told."""
    told = match.groupdict().get(part)
    return int(told) if told else None


def lunar_day(match: re.Match[str], civil: date | None, first: int | None = None) -> date | None:
    """Return the Gregorian day of a Hijri half, or of a range's first; an untold year is nearest to the other half."""
    name, day = match.groupdict().get("n"), first or number(match, "d")
    named = hijri_month_at(list(tokens(f"شهر {name}")), 1) if name else None
    m, year = named[0] if named else number(match, "m"), number(match, "y")
    if m is None or day is None:
        return None
    near = civil or date(2015, 7, 25)
    years = (year,) if year else tuple(range(near.year - 581, near.year - 576))
    days = [d for y in years if (d := from_hijri(y, m, day) or tabular(y, m, day))]
    return min(days, key=lambda d: abs((d - near).days), default=None)


def civil_day(match: re.Match[str], year: int) -> date | None:
    """Return the day of a Gregorian half; without a year that of the article."""
    name = match.groupdict().get("n")
    m, day = month(fold(name)) if name else number(match, "m"), number(match, "d")
    try:
        return date(number(match, "y") or year, m or 0, day or 0)
    except ValueError:
        return None


def pairs(text: str, year: int) -> Iterator[Pair]:
    """Yield the pairs of a text: two dates at most 30 characters apart with no sentence's end between them."""
    plain = text.translate(DIGITS)
    civils = found(CIVIL, plain)
    for lunar in found(HIJRI, plain):
        for civil in civils:
            first, second = sorted((lunar, civil), key=lambda m: m.start())
            gap = plain[first.end() : second.start()]
            if second.start() < first.end() or len(gap) > 30 or re.search(r"\n|[.؛]\s|إلى|حتى|\d", gap):
                continue
            day = civil_day(civil, year)
            span = RANGE.search(plain[: lunar.start()]) if "من" in gap.split() else None
            reckoned = lunar_day(lunar, day, int(span[1]) if span else None)
            yield Pair(first.start(), second.end(), civil.start(), reckoned, day)
            break


def weekday_beside(pair: Pair, text: str) -> int | None:
    """Return the weekday printed before or within a pair, Monday 0; ``None`` where there is none or more than one."""
    named = {match.lastindex for match in WEEKDAYS.finditer(text, max(0, pair.start - NEAR), pair.end)}
    (only,) = named if len(named) == 1 else (None,)
    return None if only is None else only - 1


def verdict(pair: Pair, value: str, text: str) -> str:
    """Say why a value is right: ``stated`` (the Gregorian day), ``weekday`` (the Hijri one, by it); or ``wrong``."""
    if value[:10] == str(pair.civil):
        return "stated"
    beside = weekday_beside(pair, text)
    held = pair.lunar is not None and pair.lunar.weekday() == beside
    denied = pair.civil is None or pair.civil.weekday() != beside
    return "weekday" if held and denied and value[:10] == str(pair.lunar) else "wrong"


def times(record: dict[str, Any], text: str) -> tuple[Time, ...]:
    """Return the times of one article."""
    title = Span(start=0, end=len(record["title"])) if record["title"] else None
    words = prose(Document(id="n", key="n", doc="n", text=text, title=title))
    return TAGGER(words, Published(value=record["extracted"][:10], basis="given"))


class Counts:
    """What came of the pairs of one file."""

    def __init__(self) -> None:
        self.verdicts: Counter[str] = Counter()
        self.whole = self.near = self.flagged = 0
        self.wrong: list[str] = []
        self.by_weekday: list[str] = []
        self.apart: list[str] = []

    def add(self, pair: Pair, text: str, tagged: Sequence[Time]) -> None:
        """Count one pair."""
        hit = next((t for t in tagged if t.start <= pair.civil_at < t.end), None)
        said = verdict(pair, str(hit.value) if hit else "", text)
        self.verdicts[said] += 1
        self.whole += said != "wrong" and hit is not None and hit.start <= pair.start and pair.end <= hit.end
        words = text[pair.start : pair.end].replace("\n", " ")
        line = f"  {words} ({pair.lunar}, {pair.civil}): {hit.value if hit else None}"
        if said != "stated":
            (self.wrong if said == "wrong" else self.by_weekday).append(line)
        difference = None if pair.lunar is None or pair.civil is None else (pair.lunar - pair.civil).days
        if difference is not None and abs(difference) <= 1:
            self.near += 1
            return
        told = hit.rule if hit else ""
        self.flagged += "disagree" in told or "no known day" in told
        self.apart.append(f"  {difference} days: {words}: {hit.value if hit else None}, {told}")

    def report(self, verbose: bool) -> None:
        """Print the counts and the pairs that disagree."""
        total, found = self.verdicts.total(), self.verdicts
        print(f"pairs {total}: stated Gregorian day {found['stated']}, Hijri day by the weekday {found['weekday']}")
        print("\n".join(self.by_weekday))
        print(f"wrong or not found {found['wrong']}, in one expression {self.whole}, within a day {self.near}")
        if verbose and self.wrong:
            print("\n".join(self.wrong))
        print(f"apart {len(self.apart)}; the trace says so of {self.flagged}:")
        print("\n".join(self.apart))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the counts and the pairs that disagree; exit status 1 where a pair was not found or there is no news."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=NEWS)
    parser.add_argument("-v", "--verbose", action="store_true", help="print the pairs that were not found")
    options = parser.parse_args(arguments)
    if not options.file.exists():
        print(f"hijri_pairs: no {options.file}", file=sys.stderr)
        return 1
    counts = Counts()
    with gzip.open(options.file, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            text = f"{record['title'] or ''}\n{record['text']}"
            stated = list(pairs(text, int(record["extracted"][:4])))
            tagged = times(record, text) if stated else ()
            for pair in stated:
                counts.add(pair, text, tagged)
    counts.report(options.verbose)
    return int(counts.verdicts["wrong"] > 0)


if __name__ == "__main__":
    raise SystemExit(main())
