"""Reports made by hand for the tests of link: annotations are found by their words, so that a case needs no offsets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from msgspec import convert

from riwaya.annotate.sentences import prose
from riwaya.model import (
    Annotations,
    Cue,
    Document,
    Link,
    Mention,
    MentionType,
    Outlet,
    Person,
    Published,
    Report,
    RoleMention,
    Span,
    Speaker,
    Statement,
    Time,
    TimexType,
)

CASES = Path(__file__).parents[1] / "cases" / "link"


def case(name: str) -> dict[str, Any]:
    """Return a case as it stands in ``tests/cases/link``."""
    loaded: dict[str, Any] = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def made(one: dict[str, Any]) -> Report:
    """Return the report of a case: title on the first line, names, times and statements looked up in the text."""
    text = f"{one['title']}\n{one['text']}"
    title = Span(start=0, end=len(one["title"]))
    outlet = Outlet(name=one.get("outlet", "صحيفة"), basis="given")
    document = Document(id=one["doc"], key=one["doc"], doc=one["doc"], text=text, title=title, outlet=outlet)
    read = prose(document)
    published = Published(value=one["published"], basis="stated") if one.get("published") else None
    people = [_person(name, rest, text) for name, rest in one.get("people", {}).items()]
    notes = Annotations(
        doc=document.doc,
        id=document.id,
        outlet=outlet,
        title=title,
        published=published,
        sentences=read.sentences,
        times=tuple(_times(one.get("times", []), text)),
        mentions=tuple(sorted(_mentions(one, text), key=lambda mention: mention.start)),
        people=tuple(people),
        statements=tuple(_statement(row, text) for row in one.get("statements", [])),
    )
    return Report(document=document, annotations=notes)


def _person(name: str, rest: dict[str, list[str]], text: str) -> Person:
    roles = rest.get("roles", [])
    given = [RoleMention(start=text.index(r), end=text.index(r) + len(r), title=r, person=name) for r in roles]
    return Person(name=name, variants=tuple(rest.get("variants", [])), roles=tuple(roles), role_mentions=tuple(given))


def _mentions(one: dict[str, Any], text: str) -> Iterator[Mention]:
    taken: list[tuple[int, int]] = []
    for name, rest in one.get("people", {}).items():
        for form in [name, *rest.get("variants", [])]:
            for found in re.finditer(re.escape(form), text):
                if not any(found.start() < end and start < found.end() for start, end in taken):
                    taken.append(found.span())
                    yield Mention(start=found.start(), end=found.end(), type="PER", entity=name)
    kinds: tuple[tuple[MentionType, str], ...] = (("ORG", "organisations"), ("LOC", "places"))
    for kind, key in kinds:
        for name in one.get(key, []):
            for found in re.finditer(re.escape(name), text):
                yield Mention(start=found.start(), end=found.end(), type=kind, entity=name)


def _times(rows: list[list[str]], text: str) -> Iterator[Time]:
    at = 0
    for words, value, *kind in rows:
        at = text.index(words, at)
        first, until = interval(value)
        sort: TimexType = convert(kind[0], TimexType) if kind else "DATE"
        yield Time(start=at, end=at + len(words), type=sort, value=value, from_=first, until=until)
        at += len(words)


def interval(value: str) -> tuple[str | None, str | None]:
    """Return the half-open interval of a TIMEX3 day, month or year."""
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    if found is None:
        return None, None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if day and month:
        first = date(year, month, day)
        return first.isoformat(), (first + timedelta(1)).isoformat()
    if month:
        first = date(year, month, 1)
        return first.isoformat(), (first + timedelta(31)).replace(day=1).isoformat()
    return date(year, 1, 1).isoformat(), date(year + 1, 1, 1).isoformat()


def _statement(row: dict[str, Any], text: str) -> Statement:
    start = text.index(row["words"])
    cue = text.index(row.get("cue", row["words"]))
    return Statement(
        start=start,
        end=start + len(row["words"]),
        mode=row.get("mode", "indirect"),
        cue=Cue(start=cue, end=cue + len(row.get("cue", "")), lemma=row.get("cue", ""), stance="neutral"),
        speaker=Speaker(name=row["speaker"], kind=row.get("kind", "person")) if row.get("speaker") else None,
        chain=tuple(Link(name=name, kind=kind) for kind, name in row.get("chain", [])),
    )
