"""Invented reports and a pipeline of a few lines, for tests of storing and running alone."""

from __future__ import annotations

import os
import random
import re
import signal
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from msgspec.structs import replace

from riwaya.errors import BadDocument, ConfigurationError
from riwaya.link.kept import Kept
from riwaya.link.task import Spread
from riwaya.model import (
    Annotations,
    Clues,
    Commitment,
    Cue,
    Document,
    Entity,
    Entry,
    Evidence,
    Failure,
    Figure,
    Furniture,
    FurnitureKind,
    Instance,
    Judgement,
    Link,
    Links,
    Mention,
    Outlet,
    Published,
    SourceProfile,
    Span,
    Speaker,
    Statement,
    Story,
    Time,
    Turn,
)
from riwaya.read.recurring import Recurrence
from riwaya.run.recurring import number

WORDS = re.findall(
    r"\w+",
    "ميناء سفينة قبطان رحلة بضاعة ريح موج جزيرة خليج رصيف حاوية نقابة أجور إضراب اتفاق لجنة وزير نائب بيان قناة",
)
NAMES = ("سمير الحدّاد", "ليلى قنديل", "نادر البحري")
OUTLETS = ("صحيفة المرفأ", "وكالة الساحل", None)


def document(
    key: str, text: str, title: str | None = None, outlet: str | None = None, given: str | None = None
) -> Document:
    """Return a document as ``read`` makes it: the title is the first line."""
    whole = f"{title}\n{text}" if title else text
    mark = blake2b("\0".join((key, title or "", whole)).encode(errors="replace"), digest_size=16).hexdigest()
    return Document(
        id=mark,
        key=key,
        doc=key.rsplit("/", 1)[-1],
        text=whole,
        title=Span(start=0, end=len(title)) if title else None,
        outlet=Outlet(name=outlet, basis="given") if outlet else None,
        given=given,
    )


def reports(number: int, seed: int = 1) -> list[Document]:
    """Return that many reports, in which closing lines recur and openings of other reports stand at the end.

    Some without a given date name their day, and a second one in such an opening: they give their day where it is known
    that the opening is another report's.
    """
    rng = random.Random(seed)
    closings = [_sentence(rng, 9) for _ in range(3)]
    leads = [_sentence(rng, 16) for _ in range(number)]
    found = []
    for at in range(number):
        body = [leads[at], *(_sentence(rng, 20) for _ in range(3))]
        if at % 2:
            body.append(rng.choice(closings))
        if at % 3 == 0:
            body.append(leads[rng.randrange(number) // 3 * 3][:90])
        if at % 12 == 0:
            body[1] += f" (2021-0{1 + at % 9}-21)"
            body[-1] += " (2021-01-01)"
        title = " ".join(rng.choices(WORDS, k=5))
        day = f"2021-0{1 + at % 9}-11T08:00" if at % 4 else None
        found.append(document(f"reports/{seed}-{at:04}", "\n".join(body), title, OUTLETS[at % 3], day))
    return found


def _sentence(rng: random.Random, words: int) -> str:
    return (
        f"قال {rng.choice(NAMES)} إن "
        + " ".join(rng.choices(WORDS, k=words))
        + f" {rng.randrange(90)} {rng.choice(WORDS)}."
    )


def _own(document: Document) -> Published | None:
    if document.given:
        return Published(value=document.given, basis="given")
    days = set(re.findall(r"\((2021-\d\d-\d\d)\)", _read(document)))
    return Published(value=days.pop(), basis="inferred") if len(days) == 1 else None


def _read(document: Document) -> str:
    return document.text[: document.furniture[0].start if document.furniture else None]


def _lines(document: Document) -> list[tuple[int, str]]:
    start = document.title.end + 1 if document.title else 0
    lines = []
    for line in document.text[start:].split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    return lines


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=7).digest(), "big")


def _outlet(document: Document) -> str:
    return document.outlet.name if document.outlet else ""


def paragraphs(document: Document) -> dict[int, bool]:
    """A report is counted for each of its lines and for its opening, and asks whether its last line is an opening."""
    lines, outlet = _lines(document), _outlet(document)
    found = {number(outlet, _hash(lines[-1][1][:40]), True): False}
    found |= {number(outlet, _hash(line), False): True for _, line in lines}
    return found | {number(outlet, _hash(lines[0][1][:40]), True): True}


class Invented:
    """Names are those of a list, figures are numerals, a statement is what follows ``إن``.

    A report's last line is furniture where three reports of its outlet hold it or another one opens with it. A report's
    own day is the given one, or the only one that it names in brackets. One without a day gets the latest among the
    dated reports that share its first name and first two words.
    """

    version = "invented 1"

    def learned(self, document: Document, recurrence: Recurrence) -> Document:
        start, line = _lines(document)[-1]
        outlet = _outlet(document)
        opening = recurrence.count(outlet, _hash(line[:40]), True) > (len(_lines(document)) == 1)
        if not opening and recurrence.count(outlet, _hash(line), False) < 3:
            return document
        kind: FurnitureKind = "other-article" if opening else "recurring"
        return replace(document, furniture=(Furniture(start=start, end=start + len(line), kind=kind),))

    def annotate(self, document: Document, dated: Published | None = None) -> Annotations | Failure:
        text = document.text
        if "[killed]" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "[fault]" in text:
            raise ValueError("a fault")
        if "[bad]" in text:
            raise BadDocument("bad on purpose")
        if "[configuration]" in text:
            raise ConfigurationError("lexicon/x.tsv", "lexicon", "no such list", "Reinstall riwaya.")
        text = _read(document)
        published = _own(document) or dated
        return Annotations(
            doc=document.doc,
            id=document.id,
            published=published,
            furniture=document.furniture,
            mentions=tuple(_mentions(text)),
            figures=tuple(_figures(text)),
            times=tuple(
                Time(start=m.start(), end=m.end(), type="DATE", value="2021-01-11", from_="2021-01-11")
                for m in re.finditer("رحلة", text)
            ),
            statements=tuple(_statements(text)),
        )

    def clues(self, document: Document, record: Annotations) -> Clues:
        words = _lines(document)[0][1].split()[1:6:2]
        return Clues(
            id=document.id, key=document.key, doc=document.doc, published=_own(document), words=tuple(words[:2])
        )

    def dates(self, found: Iterable[Clues]) -> dict[str, Published]:
        every = sorted(found, key=lambda one: one.key)
        told: dict[tuple[str, ...], Clues] = {}
        for one in sorted((one for one in every if one.published), key=lambda one: one.published.value):  # type: ignore[union-attr]
            told[one.words] = one
        return {
            one.id: Published(value=told[one.words].published.value, basis="inferred", others=(told[one.words].id,))  # type: ignore[union-attr]
            for one in every
            if one.published is None and one.words in told
        }

    def linked(self, kept: Kept, rulings: Sequence[Judgement] = (), spread: Spread | None = None) -> Links:
        by_outlet: dict[str, list[str]] = defaultdict(list)
        by_name: dict[str, set[str]] = defaultdict(set)
        for report in kept.reports([one.id for one in kept.heads()]):
            outlet = report.document.outlet.name if report.document.outlet else "?"
            by_outlet[outlet].append(report.document.id)
            for mention in report.annotations.mentions:
                by_name[mention.entity].add(report.document.id)
        return _links(by_outlet, by_name)


def _links(by_outlet: dict[str, list[str]], by_name: dict[str, set[str]]) -> Links:
    stories, entries, profiles, instances, bonds = [], [], [], [], []
    for outlet, ids in sorted(by_outlet.items()):
        ids.sort()
        proof = (Evidence(doc=ids[0], start=0, end=1),)
        stories.append(Story(id=f"s-{outlet}", title=outlet, documents=tuple(ids), evidence=proof))
        entries.append(Entry(story=f"s-{outlet}", date="2021-01-11", what=f"{len(ids)}", first=ids[0], evidence=proof))
        instances.append(Instance(story=f"s-{outlet}", process="حوار", kind="talks", number=len(ids), evidence=proof))
        made = Turn(change="made", date="2021-01-11", text=f"{len(ids)}", evidence=proof[0])
        bonds.append(
            Commitment(story=f"s-{outlet}", who=("ليلى", outlet), what=f"{len(ids)}", history=(made,), evidence=proof)
        )
        profiles.append(SourceProfile(story=f"s-{outlet}", outlet=outlet, documents=len(ids), evidence=proof))
    entities = [
        Entity(id=f"e-{name}", type="person", name=name, documents=tuple(sorted(ids)))
        for name, ids in sorted(by_name.items())
    ]
    return Links(
        stories=tuple(stories),
        entities=tuple(entities),
        timeline=tuple(entries),
        sources=tuple(profiles),
        processes=tuple(instances),
        commitments=tuple(bonds),
    )


def _mentions(text: str) -> Iterable[Mention]:
    for name in NAMES:
        for match in re.finditer(name, text):
            yield Mention(start=match.start(), end=match.end(), type="PER", entity=name, by="invented/name@1")


def _figures(text: str) -> Iterable[Figure]:
    for match in re.finditer(r"(\d+) (\w+)", text):
        number = int(match.group(1))
        yield Figure(start=match.start(), end=match.end(), number=number, relation="exactly", counted=match.group(2))


def _statements(text: str) -> Iterable[Statement]:
    for match in re.finditer(r"(قال) (\S+ \S+) إن ([^\n.]+)", text):
        yield Statement(
            start=match.start(3),
            end=match.end(3),
            mode="indirect",
            cue=Cue(start=match.start(1), end=match.end(1), lemma="قال", stance="neutral"),
            speaker=Speaker(name=match.group(2), kind="person", start=match.start(2), end=match.end(2)),
            chain=(Link(name="وكالة الساحل", kind="agency"), Link(name="بيان", kind="document")),
        )
