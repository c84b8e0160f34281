"""Outlets and agencies that something was said to, printed in or shown on: ``لرويترز``, ``على قناة النهر``."""

from __future__ import annotations

from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.phrases import after_preposition, subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import PREPOSITIONS, THAT, words
from riwaya.model import Link, LinkKind

_CLASSES_SHOWN = words("outlets-shown")
_KEPT_CLASS = words("class-is-the-name")
_ON_SCREEN = words("on-screen")
_SHOWN_ON = words("shown-on")
_TALKS = words("talks")
_OF_TALKS = words("of-talks")
_PLATFORMS = words("platform-words")
_RELATION = ("ي", "يه")
_INFORMING = words("informing")
_OBJECT = 10
_LONGEST = 7
_BACK = 7
_FAR = 1500

Step = tuple[Link, int]
"""A link and the token after it."""


def outlet_told(reading: Reading, sources: Sources, j: int, last: int) -> Phrase | None:
    """Return whom it was told, between the verb and who says it: ``ما قالت للصحيفة سلمى حداد``."""
    found = sources.at(reading.keys, j, last, strip="ل") if j < last and reading.keys[j].startswith("ل") else None
    if found is None or found[0] not in ("agency", "outlet", "class"):
        return None
    alone = found[0] != "class" or reading.keys[j].startswith("لل")
    return after_preposition(reading, sources, j, j + found[1] if alone else last)


class Outlets:
    """Reads outlets by their lists, by their class words, or by the interview that they held."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def told(self, reading: Reading, j: int, last: int) -> Step | None:
        """Return whom token ``j`` tells: ``لوكالة فرانس برس``, ``لـ«النهر»``, ``مع صحيفة …``, ``مقابلة مع «النهر»``."""
        key = reading.keys[j]
        at = j
        if key in ("مع", "ل", "الي") and j + 1 < last:
            at = j + 1
            found = self.sources.at(reading.keys, at, last)
            if found is None or found[0] not in ("agency", "outlet", "class"):
                return self._unknown(reading, j, last)
        elif key.startswith("ل") and len(key) > 3:
            found = self.sources.at(reading.keys, j, last, strip="ل")
        elif key.startswith("ب") and len(key) > 3 and j > 0 and reading.keys[j - 1] in _TALKS:
            found = self.sources.at(reading.keys, j, last, strip="ب")
        else:
            return None
        if found is None or found[0] not in ("agency", "outlet", "class"):
            return None
        return self.named(reading, at, found, last, at == j)

    def informed(self, reading: Reading, j: int, last: int) -> Step | None:
        """Return whom somebody let know: ``أبلغ مصدر مطلع "رويترز" أن``."""
        for k in range(j + 1, min(last, j + _OBJECT)) if reading.keys[j] in _INFORMING else ():
            if reading.keys[k] in THAT or (reading.keys[k] in PREPOSITIONS and reading.keys[k] != "في"):
                return None
            found = self.sources.at(reading.keys, k, last)
            if found is not None and found[0] in ("agency", "outlet", "class") and reading.keys[k - 1] != "في":
                return self.named(reading, k, found, last, False)
        return None

    def shown(self, reading: Reading, j: int, last: int) -> Step | None:
        """Return where it was shown or printed: ``على قناة النهر``, ``عبر التلفزيون الرسمي``, ``في صحيفة النهر``."""
        at = j + 1
        if reading.keys[j] not in _SHOWN_ON or at >= last:
            return None
        if reading.keys[at] in _ON_SCREEN:
            at += 1
        place = reading.mention_at.get(at)
        if at >= last or reading.keys[at] not in _CLASSES_SHOWN or (place is not None and place[0].type == "LOC"):
            return None
        found = self.sources.at(reading.keys, at, last)
        if found is None or found[0] != "class":
            return None
        sure = at + 1 < last and (
            at + 1 in reading.quotations.by_open
            or reading.tokens[at + 1].kind == "latin"
            or (at + 1 in reading.mention_at and reading.mention_at[at + 1][0].type == "ORG")
            or self.sources.at(reading.keys, at + 1, last, brand=True) is not None
            or reading.keys[at] in _KEPT_CLASS
        )
        return self.named(reading, at, found, last, False) if sure else None

    def _unknown(self, reading: Reading, j: int, last: int) -> Step | None:
        """Return an outlet that no list has: a short name in marks or in Latin letters that an interview was with."""
        at, back = j + 1, reading.keys[max(0, j - _BACK) : j]
        talks = [k for k in back if k in _TALKS]
        quotation = reading.quotations.by_open.get(at)
        if quotation is not None and quotation.close is not None and quotation.close - at <= _LONGEST - 2:
            known = self.sources.at(reading.keys, at + 1, quotation.close, brand=True)
            if not talks and not (reading.keys[j] == "ل" and (known is not None or self._after_cue(reading, j))):
                return None
            if at + 1 in reading.mention_at and reading.mention_at[at + 1][0].type == "PER":
                return None
            kind: LinkKind = "agency" if known is not None and known[0] == "agency" else "outlet"
            return self._link(reading, at + 1, quotation.close, kind), quotation.close + 1
        if not talks or any(k in PREPOSITIONS and k not in _OF_TALKS for k in back[back.index(talks[-1]) + 1 :]):
            return None
        stop = at
        while stop < min(last, at + _LONGEST) and reading.tokens[stop].kind == "latin":
            stop += 1
        if stop > at:
            return self._link(reading, at, stop, "outlet"), stop
        found = reading.mention_at.get(at)
        if found is None or found[0].type != "ORG" or reading.keys[j] == "الي":
            return None
        return self._link(reading, at, found[1], "outlet"), found[1]

    @staticmethod
    def _after_cue(reading: Reading, j: int) -> bool:
        """Say whether a verb of saying or its named subject stands right before ``ل``."""
        before = j - 1
        while before > 0 and (before in reading.timed or reading.tokens[before].text in '،,"«»“”)'):
            before -= 1
        cue = reading.cues.get(before)
        if cue is not None and cue.kind == "verb":
            return True
        names = (reading.mention_at.get(k) for k in range(max(0, before - _BACK), before + 1))
        return any(found is not None and found[0].type == "PER" and found[1] == before + 1 for found in names)

    @staticmethod
    def _link(reading: Reading, first: int, stop: int, kind: LinkKind) -> Link:
        start, end = reading.tokens[first].start, reading.tokens[stop - 1].end
        return Link(name=reading.text[start:end].strip('"«»“”() '), kind=kind, start=start, end=end)

    def named(self, reading: Reading, at: int, found: tuple[str, int], last: int, glued: bool) -> Step | None:
        """Return the link of the outlet at ``at``; ``glued``: a preposition hangs on its first word."""
        kind, size = found
        if kind == "class" and reading.keys[at + 1 : at + 2] == ["انباء"] and self._by_itself(reading, at + 2, last):
            at, glued = at + 1, False  # وكالة أنباء "النهر"
        start = reading.tokens[at].start + (1 if glued else 0)
        stop = at + size
        link_kind: LinkKind = "agency" if kind == "agency" else "outlet"
        if kind == "class":
            link_kind = "agency" if "وكال" in reading.keys[at] or reading.keys[at] == "انباء" else "outlet"
            after = self._name_after(reading, at + 1, last)
            if after is None or self._bare_definite(reading, at, after[0], last):
                return self._named_before(reading, at, link_kind)
            begin, stop = after
            known = begin in reading.mention_at or reading.tokens[begin].kind == "punct"
            described = (
                reading.keys[begin].startswith("ال")
                and not known
                and (self.sources.at(reading.keys, begin, last, brand=True) is None)
            )
            if not self.sources.keeps_class(reading.keys[begin]) and not described:
                start = reading.tokens[begin].start
                if reading.tokens[begin].kind == "punct":
                    start = reading.tokens[begin + 1].start
        if stop - 1 in reading.quotations.by_open:
            stop -= 1
        end = reading.tokens[stop - 1].end
        name = reading.text[start:end].strip('"«»“”() ')
        if glued and name.startswith("ل") and start == reading.tokens[at].start + 1:
            name = "ا" + name
        return Link(name=name, kind=link_kind, start=start, end=end), stop

    def _by_itself(self, reading: Reading, at: int, last: int) -> bool:
        """Say whether a name in marks or a listed one stands at ``at``."""
        return at < last and (at in reading.quotations.by_open or self.sources.at(reading.keys, at, last) is not None)

    def _bare_definite(self, reading: Reading, at: int, begin: int, last: int) -> bool:
        """Say whether ``للموقع …`` names no outlet: a site, or the paper named before; ``التلفزيون الرسمي`` does."""
        key = reading.keys[at]
        bare = key.removeprefix("لل").removeprefix("ال")
        if bare == key or bare in _KEPT_CLASS:
            return False
        mention = reading.mention_at.get(begin)
        if mention is not None and mention[0].type == "PER":
            return True  # قالت للصحيفة سلمى حداد
        named = mention is not None or reading.tokens[begin].kind in ("punct", "latin")
        return not named and self.sources.at(reading.keys, begin, last, brand=True) is None

    def _named_before(self, reading: Reading, at: int, kind: LinkKind) -> Step | None:
        """``الوكالة``, ``للصحيفة``: the one that the report named last by that class word."""
        key = reading.keys[at]
        bare = key[2:] if key.startswith(("ال", "لل")) else ""
        for k in range(at - 1, max(0, at - _FAR) - 1, -1) if bare else ():
            if reading.keys[k] == bare or (reading.keys[k][1:] == bare and reading.keys[k][0] in "ولب"):
                made = self.named(reading, k, ("class", 1), min(len(reading.tokens), k + 9), False)
                if made is not None:
                    start, end = reading.tokens[at].start, reading.tokens[at].end
                    return Link(name=made[0].name, kind=kind, start=start, end=end), at + 1
        return None

    def _name_after(self, reading: Reading, i: int, last: int) -> tuple[int, int] | None:
        """Return the token range of the name after a class word."""
        if i >= last or reading.keys[i] in _PLATFORMS or reading.keys[i] in THAT:
            return None
        j = i
        while j < last and reading.keys[j].startswith("ال") and reading.keys[j].endswith(_RELATION):
            j += 1
        if j in reading.quotations.by_open:
            i = j  # الشبكة الإخبارية "النهر"
            close = reading.quotations.by_open[i].close
            return (i, close + 1) if close is not None and close - i < _LONGEST else None
        if i in reading.mention_at:
            return i, reading.mention_at[i][1]
        kept = self.sources.keeps_class(reading.keys[i])
        found = self.sources.at(reading.keys, i, last, brand=True) if not kept else None
        if found is not None:
            return i, i + found[1]
        stop = i
        while stop < last and reading.tokens[stop].kind == "latin":
            stop += 1
        if stop > i:
            return i, stop
        who = subject(reading, self.sources, i, last)
        return (i, who.last) if who is not None else None
