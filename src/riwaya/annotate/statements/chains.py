"""Chains of transmission: the links that stand around a cue, and the occasion of what was said."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.annotate.statements.documents import Documents
from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.occasions import BEFORE, FORUM, Occasions
from riwaya.annotate.statements.offices import institution
from riwaya.annotate.statements.outlets import Outlets
from riwaya.annotate.statements.phrases import subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import words
from riwaya.arabic.letters import fold
from riwaya.model import Link, LinkKind, Occasion

_PASSED_ON = words("passed-on")
_IN_THEM = words("in-them")
_GOING_ON = words("goes-on-after")
_PROGRAMMES = words("to-a-programme")
_NEAR = 5
_QUOTES = ("نقل", "نقلت")
_OF_HIM = ("عنه", "عنها", "عنهم")


class Chains:
    """Reads links and occasions."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.occasions = Occasions(sources)
        self._outlets = Outlets(sources)
        self._documents = Documents(sources)

    def around(
        self, reading: Reading, first: int, last: int, near: bool = False
    ) -> tuple[tuple[Link, ...], Occasion | None]:
        """Return the links and the occasion named among tokens ``first``..``last``: ``في مقابلة مع رويترز``.

        ``near``: only what stands at the beginning, each not far from the one before.
        """
        outer: list[Link] = []
        documents: list[Link] = []
        occasion: Occasion | None = None
        j = seen = first
        while j < last and not (near and j > seen + _NEAR):
            held = self._occasion(reading, j, first, last)
            if held is not None:
                occasion = occasion or held[0]
                j = seen = held[1]
                continue
            document = self._documents.at(reading, j, last)
            if document is not None:
                documents.append(document[0])
                j = seen = document[1]
                continue
            step = self._relay(reading, j, last, told=bool(outer) and j == seen)
            if step is not None:
                outer.insert(0, step[0])
                j = seen = step[1]
                continue
            if near and j == seen and (j in reading.timed or reading.tokens[j].kind == "punct"):
                seen += 1
            elif near and j == seen and not outer and not documents and reading.keys[j] not in _GOING_ON:
                break
            j += 1
        return tuple(_distinct([*outer, *documents])), occasion

    def _occasion(self, reading: Reading, j: int, first: int, last: int) -> tuple[Occasion, int] | None:
        """Return the occasion at ``j``: after its preposition, or before ``قال فيها``."""
        key = reading.keys[j]
        if key in _PROGRAMMES:
            return self.occasions.programme(reading, j, first, last)
        if key in BEFORE or key in FORUM:
            return self.occasions.at(reading, j, first, last)
        if key in _IN_THEM and j - 1 in reading.cues and j > first + 1:
            occasion = self.occasions.bare(reading, max(first, j - 20), j - 1, key.endswith("ها"))
            return (occasion, j + 1) if occasion is not None else None
        return None

    def _relay(self, reading: Reading, j: int, last: int, told: bool) -> tuple[Link, int] | None:
        """Return who passed something on, printed or showed it, or was told it, at token ``j``.

        ``told``: an outlet stands right before, ``للقناة الأولى في التلفزيون`` is one.
        """
        if reading.keys[j] in _PASSED_ON:
            link = self._passed_on(reading, j, last)
            return (link, j + 1) if link is not None else None
        if reading.keys[j] in _QUOTES and reading.keys[j + 1 : j + 2] and reading.keys[j + 1] in _OF_HIM:
            link = self._passed_on(reading, j + 1, last)  # مصدر، نقلت عنه رويترز
            return (link, j + 2) if link is not None else None
        step = self._outlets.told(reading, j, last) or self._outlets.informed(reading, j, last)
        return step or (None if told else self._outlets.shown(reading, j, last))

    def _passed_on(self, reading: Reading, j: int, last: int) -> Link | None:
        """``في تصريحات نقلها مكتبه الإعلامي``: the office that passed them on."""
        who = subject(reading, self.sources, j + 1, last)
        if who is None or who.person or who.kind == "unnamed":
            return None
        sure = who.source in ("agency", "outlet", "class", "office") or institution(reading, who.first)
        return self.link(reading, who) if sure or reading.keys[who.first].startswith("مكتب") else None

    def link(self, reading: Reading, who: Phrase) -> Link:
        """Return a source phrase as a link: an outlet by its name, a person, an office, unnamed sources."""
        if who.person:
            return Link(name=who.name, kind="person", start=who.start, end=who.end)
        i = who.first + (reading.tokens[who.first].kind == "punct")
        found = self.sources.at(reading.keys, i, who.last)
        glued = found is None and reading.keys[i].startswith("ل")
        if glued:
            found = self.sources.at(reading.keys, i, who.last, strip="ل")
        if found is not None and found[0] in ("agency", "outlet", "class"):
            end = who.last if who.last > i + 1 else len(reading.keys)
            made = self._outlets.named(reading, i, found, end, glued)
            if made is not None:
                return made[0]
        if who.source in ("agency", "outlet", "class"):
            kind: LinkKind = "agency" if who.source == "agency" else "outlet"
            return Link(name=who.name, kind=kind, start=who.start, end=who.end)
        if who.kind in ("document", "unnamed"):
            return Link(name=who.name, kind=who.kind, start=who.start, end=who.end)
        return Link(name=who.name, kind="office", start=who.start, end=who.end)


def _distinct(links: Iterable[Link]) -> list[Link]:
    seen: list[Link] = []
    for link in links:
        if not any(fold(link.name) == fold(other.name) for other in seen):
            seen.append(link)
    return seen


def without(links: Iterable[Link], *names: str | None) -> tuple[Link, ...]:
    """Return the links without the publishing outlet or the speaker, ``المنظمة`` for one named more fully as well."""
    shut = {fold(name) for name in names if name}
    return tuple(
        link
        for link in _distinct(links)
        if fold(link.name) not in shut and not (link.kind == "office" and any(heads(link.name, name) for name in shut))
    )


def heads(short: str, full: str) -> bool:
    """Say whether a short name takes up a full one: ``الوزارة`` for ``وزارة الري``."""
    word = fold(short)
    return word.startswith("ال") and " " not in word and full.split()[:1] in ([word[2:]], [word])
