"""Chains of transmission: the links that stand around a cue, and the occasion of what was said."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.annotate.statements.offices import institution
from riwaya.annotate.statements.phrases import Phrase, after_preposition, subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import PREPOSITIONS, THAT, words
from riwaya.arabic.letters import fold
from riwaya.model import Link, LinkKind, Occasion

_AT = words("where-said")
_OF_DOCUMENT = words("of-document")
_ON_TWITTER = words("on-a-platform")
_ISSUED = words("issued")
_PASSED_ON = words("passed-on")
_ISSUING = words("issuing")
_BACK = 400


class Chains:
    """Reads links and occasions."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def around(self, reading: Reading, first: int, last: int) -> tuple[tuple[Link, ...], Occasion | None]:
        """Return the links and the occasion named among tokens ``first``..``last``: ``في مقابلة مع رويترز``."""
        links: list[Link] = []
        occasion: Occasion | None = None
        j = first
        while j < last:
            key = reading.keys[j]
            if key in _AT and j + 1 < last:
                found = self.sources.at(reading.keys, j + 1, last)
                kind, size = found if found is not None else ("", 0)
                if kind in ("document", "platform"):
                    link, j = self.document(reading, j + 1, size, last)
                    links.append(link)
                    continue
                if kind == "occasion":
                    occasion = occasion or _occasion(reading, j + 1, size, last)
                    j += 1 + size
                    continue
            passed_on = self._passed_on(reading, j, last) if key in _PASSED_ON else None
            if passed_on is not None:
                links.insert(0, passed_on)
            said_to = self._said_to(reading, j, last)
            if said_to is not None:
                link, j = said_to
                links.insert(0, link)
                continue
            j += 1
        return tuple(_distinct(links)), occasion

    def document(self, reading: Reading, at: int, size: int, last: int) -> tuple[Link, int]:
        """Return the link of a document and the token after it: ``بيان مشترك``."""
        stop = at + size
        while stop < last and reading.keys[stop] in _OF_DOCUMENT:
            stop += 1
        if reading.keys[at] in ("حسابه", "حسابها", "صفحته", "صفحتها") and stop + 1 < last:
            for k in range(stop, min(last, stop + 5)):
                if reading.keys[k].removeprefix("ب") in ("تويتر", "فيسبوك", "انستغرام", "انستجرام", "اكس"):
                    stop = k + 1
                    break
        start, end = reading.tokens[at].start, reading.tokens[stop - 1].end
        after = stop
        while after < min(last, stop + 6) and reading.keys[after] in _ON_TWITTER:
            after += 1
        return Link(name=reading.text[start:end], kind="document", start=start, end=end), after

    def issuer(self, reading: Reading, at: int, last: int) -> Phrase | None:
        """Return who issued the document at ``at``: ``بيان للحكومة``, ``بيان صادر عن الوزارة``, ``بيان الجيش``."""
        for k in range(at + 1, min(last - 1, at + 4)):
            if reading.keys[k] in _PASSED_ON:
                return subject(reading, self.sources, k + 1, last)
        j = at + 1
        while j < min(last, at + 4) and not self._issues(reading, j, reading.keys[j]):
            if reading.tokens[j].kind != "word" or reading.keys[j] in PREPOSITIONS or reading.keys[j] in THAT:
                return None
            j += 1
        if j >= min(last, at + 4):
            return None
        key = reading.keys[j]
        if key in _ISSUED:
            for k in range(j + 1, min(last, j + 4)):
                if reading.keys[k] in ("عن", "من", "باسم"):
                    return subject(reading, self.sources, k + 1, last)
            return subject(reading, self.sources, j + 1, last)
        if key.startswith("ل") and len(key) > 3 and key not in ("لكن", "لكنه"):
            return after_preposition(reading, self.sources, j, last)
        if key.startswith("ال") and (reading.keys[at].startswith("ال") or j > at + 1):
            return None
        return subject(reading, self.sources, j, last)

    def issued_before(self, reading: Reading, at: int) -> Phrase | None:
        """Return who issued the document that ``البيان`` at ``at`` takes up: ``أصدرت الوزارة بيانا``."""
        head = reading.keys[at].removeprefix("ال")
        for k in range(at - 1, max(0, at - _BACK) - 1, -1):
            if reading.keys[k] not in (head, head + "ا"):
                continue
            who = self.issuer(reading, k, min(at, k + 12))
            for j in range(k - 1, max(0, k - 10), -1):
                if who is None and reading.keys[j] in _ISSUING:
                    who = subject(reading, self.sources, j + 1, k)
            return who
        return None

    @staticmethod
    def _issues(reading: Reading, j: int, key: str) -> bool:
        return (
            key in _ISSUED
            or key.startswith("ل")
            or j in reading.mention_at
            or institution(reading, j)
            or (key.startswith("ال") and len(key) > 4)
        )

    def _passed_on(self, reading: Reading, j: int, last: int) -> Link | None:
        """``في تصريحات نقلها مكتبه الإعلامي``: the office that passed them on."""
        who = subject(reading, self.sources, j + 1, last)
        if who is None or who.person or who.kind == "unnamed":
            return None
        sure = who.source in ("agency", "outlet", "class", "office") or institution(reading, who.first)
        return self.link(reading, who) if sure or reading.keys[who.first].startswith("مكتب") else None

    def _said_to(self, reading: Reading, j: int, last: int) -> tuple[Link, int] | None:
        """``لوكالة فرانس برس``, ``لرويترز``, ``مع صحيفة …``."""
        key = reading.keys[j]
        at = j
        if key in ("مع", "ل", "الي") and j + 1 < last:
            at = j + 1
            found = self.sources.at(reading.keys, at, last)
        elif key.startswith("ل") and len(key) > 3:
            found = self.sources.at(reading.keys, j, last, strip="ل")
        elif key.startswith("ب") and len(key) > 3 and j > 0 and reading.keys[j - 1] in ("مقابله", "لقاء", "حديث"):
            found = self.sources.at(reading.keys, j, last, strip="ب")
        else:
            return None
        if found is None or found[0] not in ("agency", "outlet", "class"):
            return None
        return self._outlet(reading, at, found, last, at == j)

    def _outlet(
        self, reading: Reading, at: int, found: tuple[str, int], last: int, glued: bool
    ) -> tuple[Link, int] | None:
        kind, size = found
        start = reading.tokens[at].start + (1 if glued else 0)
        stop = at + size
        link_kind: LinkKind = "agency" if kind == "agency" else "outlet"
        if kind == "class":
            link_kind = "agency" if "وكال" in reading.keys[at] else "outlet"
            after = self._name_after(reading, at + 1, last)
            if after is None:
                return self._named_before(reading, at, link_kind)
            begin, stop = after
            named = begin in reading.mention_at or reading.tokens[begin].kind == "punct"
            described = (
                reading.keys[begin].startswith("ال")
                and not named
                and (self.sources.at(reading.keys, begin, last) or ("",))[0] not in ("agency", "outlet")
            )
            if not self.sources.keeps_class(reading.keys[begin]) and not described:
                start = reading.tokens[begin].start
                if reading.tokens[begin].kind == "punct":
                    start = reading.tokens[begin + 1].start
        end = reading.tokens[stop - 1].end
        name = reading.text[start:end].strip('"«»“”() ')
        if glued and name.startswith("ل") and start == reading.tokens[at].start + 1:
            name = "ا" + name
        return Link(name=name, kind=link_kind, start=start, end=end), stop

    def _named_before(self, reading: Reading, at: int, kind: LinkKind) -> tuple[Link, int] | None:
        """``الوكالة``, ``للصحيفة``: the one that the report named last by that class word."""
        key = reading.keys[at]
        bare = key[2:] if key.startswith(("ال", "لل")) else ""
        for k in range(at - 1, -1, -1) if bare else ():
            if reading.keys[k] == bare or (reading.keys[k][1:] == bare and reading.keys[k][0] in "ولب"):
                made = self._outlet(reading, k, ("class", 1), min(len(reading.tokens), k + 9), False)
                if made is not None:
                    start, end = reading.tokens[at].start, reading.tokens[at].end
                    return Link(name=made[0].name, kind=kind, start=start, end=end), at + 1
        return None

    def _name_after(self, reading: Reading, i: int, last: int) -> tuple[int, int] | None:
        """Return the token range of the name after a class word."""
        if i >= last:
            return None
        if i in reading.quotations.by_open:
            close = reading.quotations.by_open[i].close
            return (i, close + 1) if close is not None and close - i < 7 else None
        if i in reading.mention_at:
            return i, reading.mention_at[i][1]
        found = self.sources.at(reading.keys, i, last)
        if found is not None and found[0] in ("agency", "outlet"):
            return i, i + found[1]
        who = subject(reading, self.sources, i, last)
        return (i, who.last) if who is not None else None

    def link(self, reading: Reading, who: Phrase) -> Link:
        """Return a source phrase as a link: an outlet by its name, a person, an office, unnamed sources."""
        if who.person:
            return Link(name=who.name, kind="person", start=who.start, end=who.end)
        i = who.first + (reading.tokens[who.first].kind == "punct")
        found = self.sources.at(reading.keys, i, who.last)
        if found is None and reading.keys[i].startswith("ل"):
            found = self.sources.at(reading.keys, i, who.last, strip="ل")
        if found is not None and found[0] in ("agency", "outlet", "class"):
            glued = reading.keys[i].startswith("ل") and found == self.sources.at(reading.keys, i, who.last, strip="ل")
            made = self._outlet(reading, i, found, who.last if who.last > i + 1 else len(reading.keys), glued)
            if made is None or reading.keys[i].startswith("ال"):
                made = self._named_before(reading, i, "agency" if "وكال" in reading.keys[i] else "outlet") or made
            if made is not None:
                return made[0]
        if who.source in ("agency", "outlet", "class"):
            kind: LinkKind = "agency" if who.source == "agency" else "outlet"
            return Link(name=who.name, kind=kind, start=who.start, end=who.end)
        if who.kind == "document":
            return Link(name=who.name, kind="document", start=who.start, end=who.end)
        if who.kind == "unnamed":
            return Link(name=who.name, kind="unnamed", start=who.start, end=who.end)
        return Link(name=who.name, kind="office", start=who.start, end=who.end)


def _occasion(reading: Reading, at: int, size: int, last: int) -> Occasion:
    start, end = reading.tokens[at].start, reading.tokens[at + size - 1].end
    return Occasion(name=reading.text[start:end], start=start, end=end)


def _distinct(links: Iterable[Link]) -> list[Link]:
    seen: list[Link] = []
    for link in links:
        if not any(fold(link.name) == fold(other.name) for other in seen):
            seen.append(link)
    return seen


def without(links: Iterable[Link], *names: str | None) -> tuple[Link, ...]:
    """Return the links without the publishing outlet or the speaker."""
    shut = {fold(name) for name in names if name}
    return tuple(link for link in _distinct(links) if fold(link.name) not in shut)
