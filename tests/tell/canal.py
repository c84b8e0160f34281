"""The invented canal story as ``Views``: words of the case file become offsets, doc names become ids."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from riwaya.model import (
    Account,
    Annotations,
    Commitment,
    Document,
    Entity,
    Entry,
    Failure,
    FigureSeries,
    Instance,
    Links,
    Position,
    Report,
    SourceProfile,
    Story,
)

CASES = Path(__file__).parents[1] / "cases" / "tell"


class Held:
    """Reports and links in memory, behind the methods of ``tell.views.Views``."""

    def __init__(
        self,
        reports: Sequence[Report],
        links: Links,
        failures: Sequence[Failure] = (),
        versions: dict[str, list[Document]] | None = None,
    ) -> None:
        self._reports, self.links, self._failures = list(reports), links, failures
        self._versions = versions or {}

    def _docs(self, story: str | None) -> set[str]:
        return {doc for one in self.links.stories if one.id == story for doc in one.documents}

    def stories(self) -> Sequence[Story]:
        return self.links.stories

    def reports(self, story: str | None = None) -> Iterator[Report]:
        docs = self._docs(story)
        chosen = [r for r in self._reports if story is None or r.document.id in docs]
        undated = "9999"
        yield from sorted(
            chosen,
            key=lambda r: (r.annotations.published.value if r.annotations.published else undated, r.document.key),
        )

    def report(self, doc: str) -> Report | None:
        return next((r for r in self._reports if doc in (r.document.id, r.document.doc)), None)

    def names(self) -> Mapping[str, str]:
        return {r.document.id: r.document.doc for r in self._reports}

    def entities(self, story: str | None = None) -> Sequence[Entity]:
        docs = self._docs(story)
        return [e for e in self.links.entities if story is None or docs & set(e.documents)]

    def timeline(self, story: str | None = None) -> Sequence[Entry]:
        return [e for e in self.links.timeline if story in (None, e.story)]

    def sources(self, story: str | None = None) -> Sequence[SourceProfile]:
        return [s for s in self.links.sources if story in (None, s.story)]

    def processes(self, story: str | None = None) -> Sequence[Instance]:
        return [one for one in self.links.processes if story in (None, one.story)]

    def commitments(self, story: str | None = None) -> Sequence[Commitment]:
        return [one for one in self.links.commitments if story in (None, one.story)]

    def figures(self, story: str | None = None) -> Sequence[FigureSeries]:
        return [one for one in self.links.figures if story in (None, one.story)]

    def accounts(self, story: str | None = None) -> Sequence[Account]:
        return [one for one in self.links.accounts if story in (None, one.story)]

    def positions(self, story: str | None = None) -> Sequence[Position]:
        return [one for one in self.links.positions if story in (None, one.story)]

    def failures(self) -> Sequence[Failure]:
        return self._failures

    def versions(self, key: str) -> Sequence[Document]:
        kept = self._versions.get(key, [])
        return [*kept, *(r.document for r in self._reports if r.document.key == key)]


def ident(key: str, text: str) -> str:
    return hashlib.sha256(f"{key}\n{text}".encode()).hexdigest()[:16]


def place(text: str, words: str, nth: int = 0) -> dict[str, int]:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return {"start": at, "end": at + len(words)}


def placed(text: str, value: Any) -> Any:
    """Replace every ``words`` (and ``nth``) below ``value`` by offsets."""
    if isinstance(value, list):
        return [placed(text, one) for one in value]
    if not isinstance(value, dict):
        return value
    rest = {key: placed(text, one) for key, one in value.items() if key not in ("words", "nth")}
    return rest | place(text, value["words"], value.get("nth", 0)) if "words" in value else rest


def _report(raw: dict[str, Any]) -> Report:
    text, key = raw["text"].replace("LONGWORD", "ط" * raw.get("long", 0)), raw["key"]
    if published := raw.get("published"):
        published["evidence"] = [place(text, words) for words in published.get("evidence", [])]
    shared = {
        "doc": raw["doc"],
        "id": ident(key, text),
        "title": place(text, raw["title"]) if raw.get("title") else None,
        "outlet": placed(text, raw.get("outlet")),
        "published": published,
        "furniture": placed(text, raw.get("furniture", [])),
        "frame": placed(text, raw.get("frame", [])),
        "notes": raw.get("notes", []),
    }
    found = {name: placed(text, raw.get(name, [])) for name in ("times", "figures", "mentions", "people", "statements")}
    pieces = [{"start": m.start(), "end": m.end(), "paragraph": 0} for m in re.finditer(r"[^\n.]+\.?", text)]
    return Report(
        document=msgspec.convert(shared | {"key": key, "text": text, "url": raw.get("url")}, Document),
        annotations=msgspec.convert(shared | found | {"sentences": pieces}, Annotations),
    )


def _resolved(value: Any, docs: dict[str, Document]) -> Any:
    """Replace doc names by ids and ``[doc, words]`` by evidence, everywhere below ``value``."""
    if isinstance(value, dict):
        return {key: _resolved(one, docs) for key, one in value.items()}
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(one, str) for one in value) and value[0] in docs and value[1] not in docs:
            return {"doc": docs[value[0]].id, **place(docs[value[0]].text, value[1])}
        return [_resolved(one, docs) for one in value]
    return docs[value].id if isinstance(value, str) and value in docs else value


def two() -> Held:
    """Return the canal's reports as two stories: the last report is one by itself."""
    whole = story()
    (first,) = whole.stories()
    rest, last = first.documents[:-1], first.documents[-1:]
    second = msgspec.structs.replace(first, id="alone", title="سكان الرمانة يترقبون الماء", documents=last, outlets=())
    links = msgspec.structs.replace(whole.links, stories=(msgspec.structs.replace(first, documents=rest), second))
    return Held(list(whole.reports()), links, whole.failures())


ORIGINS = ("بيان (حكومة مرجانة)", "مؤتمر صحفي (وزير المياه نادر الصفواني)", "شرطة الرمانة", None)
CROWD = "تقرير {n}\nقالت الجهة إن {hurt} شخصا أصيبوا في الحريق الكبير يوم الثلاثاء في مدينة الرمانة.{rest}"


def crowd(reports: int = 28, accounts: int = 1, rest: str = "") -> Held:
    """Return accounts that many outlets tell, most of them through one communiqué, each with eight details."""
    texts = [CROWD.format(n=n, hurt=12 + n % 3, rest=rest) for n in range(reports)]
    held = [
        _report({"doc": f"d{n}", "key": f"d{n}", "text": text, "title": f"تقرير {n}"} | _printed(n))
        for n, text in enumerate(texts)
    ]
    docs = [one.document for one in held]
    told = [_told(f"account-{n}", docs[n % 3 :: max(1, reports // 28)][:28]) for n in range(accounts)]
    ids = tuple(one.id for one in docs)
    return Held(held, Links(stories=(Story(id="crowd", title="حريق الرمانة", documents=ids),), accounts=tuple(told)))


def _printed(n: int) -> dict[str, Any]:
    day = f"2021-03-{2 + n % 9:02d}"
    return {"outlet": {"name": f"صحيفة {n}", "basis": "given"}, "published": {"value": day, "basis": "given"}}


def _told(name: str, docs: Sequence[Document]) -> Account:
    witnesses = [_witness(n, doc) for n, doc in enumerate(docs)]
    number = [_cell(n, doc, _hurt(doc), bool(n % 3)) for n, doc in enumerate(docs)]
    day = [_cell(n, doc, "الثلاثاء") if n % 2 else {"witness": n, "verdict": "lacks"} for n, doc in enumerate(docs)]
    details = [{"kind": "number", "what": "المصابون", "cells": number}]
    details += [{"kind": "date", "what": f"تفصيل {n}", "cells": day} for n in range(7)]
    raw = {"id": name, "story": "crowd", "event": "أصيب أشخاص في الحريق", "origins": 3, "details": details}
    raw |= {"witnesses": witnesses, "evidence": [witnesses[0]["evidence"]]}
    return msgspec.convert(raw, Account)


def _hurt(doc: Document) -> str:
    return re.findall(r"\d+ شخصا", doc.text)[0]


def _witness(n: int, doc: Document) -> dict[str, Any]:
    origin = ORIGINS[(0, 0, 0, 1, 0, 2, 3)[n % 7]]
    chain = [(), ("سنابل",), ("وكالة الغدير للأنباء", "سنابل")][n % 3] if origin == ORIGINS[0] else ()
    evidence = {"doc": doc.id, **place(doc.text, f"{_hurt(doc)} أصيبوا")}
    unknown = None if origin else "own-voice"
    return {"doc": doc.id, "outlet": f"صحيفة {doc.key[1:]}", "chain": chain, "origin": origin, "unknown": unknown} | {
        "evidence": evidence
    }


def _cell(n: int, doc: Document, value: str, says: bool = True) -> dict[str, Any]:
    evidence = {"doc": doc.id, **place(doc.text, value)}
    return {"witness": n, "verdict": "says" if says else "contradicts", "value": value, "evidence": evidence}


def story(name: str = "canal") -> Held:
    """Return the story of that case folder as views."""
    if name in ("two", "crowd"):
        return two() if name == "two" else crowd()
    raw = json.loads((CASES / name / "story.json").read_text(encoding="utf-8"))
    reports = [_report(one) for one in raw["reports"]]
    docs = {report.document.doc: report.document for report in reports}
    versions = {
        key: [Document(id=ident(key, text), key=key, doc=key, text=text) for text in texts]
        for key, texts in raw.get("versions", {}).items()
    }
    links = msgspec.convert(_resolved(raw["links"], docs), Links)
    return Held(reports, links, msgspec.convert(raw.get("failures", []), list[Failure]), versions)
