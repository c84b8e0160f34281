"""Rulings in a file that a colleague can take over: JSON Lines, one ruling a line, bounded and checked word by word."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec.structs import replace

from riwaya.errors import RulingError
from riwaya.model import Anchor, Judgement
from riwaya.run.pairs import KINDS
from riwaya.run.rulings import with_id

LONGEST_LINE = 100_000
MOST_RULINGS = 100_000
LONGEST_NAME = 300
LONGEST_KEY = 2000
LONGEST_WHY = 2000
MOST_IN_LIST = 100

_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?)?")
_HOW = "Each line is one ruling, as `riwaya rulings export` writes it."


class _Line(Judgement, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A ruling as it stands in a file: its id follows from the rest, so it may be left out."""

    id: str = ""


_DECODER = msgspec.json.Decoder(_Line)


def write(rulings: Iterable[Judgement], where: str) -> int:
    """Write the rulings to a file, or to standard output for ``-``; return how many. Raises RulingError."""
    lines = [msgspec.json.encode(one) + b"\n" for one in rulings]
    if where == "-":
        sys.stdout.buffer.writelines(lines)
        sys.stdout.buffer.flush()
        return len(lines)
    try:
        part = Path(f"{where}.part")
        part.write_bytes(b"".join(lines))
        part.replace(where)
    except OSError as problem:
        raise _unusable(where, problem, "Name another file, or make room on the disk.") from problem
    return len(lines)


def read(where: str) -> list[Judgement]:
    """Return the rulings of a file, or of standard input for ``-``.

    Nothing in it is trusted: RulingError names the file, the line and what is wrong with it.
    """
    try:
        with nullcontext(sys.stdin.buffer) if where == "-" else Path(where).open("rb") as file:
            return list(_rulings(file, where))
    except OSError as problem:
        raise _unusable(where, problem, "Name a file that `riwaya rulings export` wrote.") from problem


def _unusable(where: str, problem: OSError, remedy: str) -> RulingError:
    return RulingError(where, "rulings", problem.strerror or str(problem), remedy)


def _rulings(file: BinaryIO, where: str) -> Iterator[Judgement]:
    for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE + 1), b""), 1):
        if len(line) > LONGEST_LINE:
            raise RulingError(f"{where}:{number}", "rulings", f"the line is longer than {LONGEST_LINE:,} bytes", _HOW)
        if number > MOST_RULINGS:
            raise RulingError(where, "rulings", f"more than {MOST_RULINGS:,} lines", "Split the file.")
        if line.strip():
            yield _ruling(line, f"{where}:{number}")


def _ruling(line: bytes, where: str) -> Judgement:
    try:
        found = _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as bad:
        raise RulingError(where, "rulings", f"not a ruling: {_readable(str(bad))}", _HOW) from bad
    problem = wrong(found)
    if problem:
        raise RulingError(where, "rulings", problem, "Correct that line, or leave it out.")
    return with_id(replace(msgspec.convert(found, Judgement, from_attributes=True), at=in_utc(found.at)))


def _readable(problem: str) -> str:
    """Return a decoder's words, which quote the file, so that they can neither steer a terminal nor fill it."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in problem[:200])


def wrong(one: Judgement) -> str:
    """Return what is wrong with a ruling's words, empty where nothing is."""
    rename = one.verdict == "renamed"
    return (
        _bad_pair(one)
        or bad_words("by", one.by, LONGEST_NAME)
        or bad_words("why", one.why, LONGEST_WHY, may_be_empty=True)
        or bad_date(one.at)
        or _bad_anchor("left", one.left, named=True)
        or _bad_anchor("right", one.right, named=not rename)
    )


def _bad_pair(one: Judgement) -> str:
    """Return what is wrong with a ruling on two reports or passages: each side is in one report, and none is named."""
    if one.kind not in KINDS:
        return ""
    if one.verdict == "renamed":
        return f"verdict: an {one.kind} cannot be renamed"
    sides = (one.left, one.right)
    return "" if all(side.only and len(side.reports) == 1 for side in sides) else "a side is not in one report"


def bad_date(at: str) -> str:
    """Return what is wrong with the time of a ruling, empty where it is an ISO date or date and time."""
    try:
        if _DATE.fullmatch(at):
            in_utc(at)
            return ""
    except (ValueError, OverflowError):
        pass
    return f"at: no ISO date: {at[:40]!r}"


def in_utc(at: str) -> str:
    """Return an ISO time of another zone in UTC, for rulings are ordered by it; else as it is. Raises ValueError."""
    when = datetime.fromisoformat(at)
    return at if not when.utcoffset() else when.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _bad_anchor(side: str, anchor: Anchor, named: bool) -> str:
    if max(len(anchor.names), len(anchor.reports)) > MOST_IN_LIST:
        return f"{side}: more than {MOST_IN_LIST} names or reports"
    if named and not anchor.names:
        return f"{side}: names is empty"
    if anchor.only and not anchor.reports:
        return f"{side}: only, but no reports"
    words = [("name", anchor.name, LONGEST_NAME), *(("names", name, LONGEST_NAME) for name in anchor.names)]
    if any(not one.key.strip() or len(one.key) > LONGEST_KEY for one in anchor.reports):
        return f"{side}.reports: a key is empty or longer than {LONGEST_KEY:,} characters"
    spare = [text for one in anchor.reports for text in (one.doc, one.print)]
    found = (bad_words(f"{side}.{where}", text, most) for where, text, most in words)
    rest = (bad_words(f"{side}.reports", text, LONGEST_KEY, may_be_empty=True) for text in spare)
    return next(filter(None, (*found, *rest)), "")


def bad_words(where: str, text: str, most: int, may_be_empty: bool = False) -> str:
    """Return what is wrong with words that a person gave, empty where nothing is."""
    if not text.strip() and not may_be_empty:
        return f"{where}: empty"
    if len(text) > most:
        return f"{where}: longer than {most:,} characters"
    if any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in text):
        return f"{where}: holds a control character"
    return ""
