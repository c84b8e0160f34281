"""Where the names of organisations and places begin and end, and those that the tagger missed.

The noun that says what a thing is belongs to some names and stands before others (``bodies.tsv``): [حزب البعث],
[نهر النيل], صحيفة [الحياة]. A nationality belongs to the names of public bodies only:
[مجلس الأمن القومي السلواني], but [النجوم] السلواني.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from riwaya.annotate.names.gazetteer import stems
from riwaya.annotate.names.knownbodies import Known, KnownBodies
from riwaya.annotate.names.lines import Line
from riwaya.annotate.names.tagger import Found, Kind
from riwaya.annotate.names.titlewords import TitleWords
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table

_MINISTRY = fold("وزارة")
_PLACES = frozenset(("place", "city", "region", "governorate", "state", "street", "road"))
_STYLES = frozenset(
    map(fold, ("الملك", "الأمير", "الأميرة", "الملكة", "الشيخ", "الشيخة", "الإمام", "السلطان", "القديس"))
)
_CUPS = frozenset(map(fold, ("كأس", "دوري", "بطولة", "جائزة", "تطبيق", "مونديال", "مؤشر", "سوق")))
_FORCES = frozenset(
    map(
        fold,
        (
            "الجيش",
            "القوات",
            "قوات",
            "الحكومة",
            "الشرطة",
            "شرطة",
            "الشرعية",
            "الإعلام",
            "العالم",
            "الوطن",
            "الميليشيا",
            "الميليشيات",
            "المليشيا",
            "المليشيات",
        ),
    )
)
_OF_PLACES = frozenset(map(fold, ("جامعة", "منتخب", "بنك", "مصرف")))
"""Bodies that bear the name of a place."""
_FOREIGN = frozenset(("sport", "company", "armed group", "party"))
"""Kinds of organisations to whose names a nationality is added from without: النجوم السلواني."""
_WHOLE = frozenset(("ministry", "council", "authority", "agency", "court", "committee", "office"))
"""Bodies of a state, whose name a nationality ends."""


class BodySpans:
    """Puts the spans of organisations and places right, by lexicon, grammar and the report's other mentions."""

    def __init__(self, titles: TitleWords) -> None:
        self._titles = titles
        self._gazetteer = titles.gazetteer
        self._known = KnownBodies(titles.gazetteer)
        rows = table("bodies")
        self._kinds = {fold(row["body"]): row["kind"] for row in rows}
        self._inside = {fold(row["body"]) for row in rows if row["name"] == "inside"}
        self._before = {fold(row["body"]) for row in rows if row["name"] == "before"}

    def __call__(self, lines: Sequence[Line]) -> None:
        """Mend the organisations and places of a report's sentences."""
        for line in lines:
            known = list(self._known(line.tokens))
            found = [self._mended(line.tokens, one, known) for one in line.others]
            housed = list(self._housed(line))
            line.others = self._apart(line, [*housed, *found, *self._missed(line.tokens, known)])
        self._again(lines)

    def _head(self, key: str) -> str:
        """Return the noun of ``bodies.tsv`` that a word is, without proclitic, else nothing (with its article too)."""
        return next((form for form in (key, *stems(key)) if form in self._kinds), "")

    def _mended(self, tokens: Sequence[Token], found: Found, known: Sequence[Known]) -> Found:
        found = self._shortened(tokens, self._wider(tokens, found, known))
        found = self._leftward(tokens, found)
        return self._rightward(tokens, found)

    def _wider(self, tokens: Sequence[Token], found: Found, known: Sequence[Known]) -> Found:
        """Return the phrase of the lexicons that a name opens or that opens it: هيئة التحقيق والادعاء [العام]."""
        for one in known:
            if one.first == found.first and one.last < found.last and one.kind == found.kind == "ORG":
                return self._cut(tokens, found, one)
            longer = one.first == found.first and one.last > found.last and one.kind == found.kind
            if longer and not tokens[found.last].key.startswith("و"):
                return self._named(tokens, one)
        return found

    def _cut(self, tokens: Sequence[Token], found: Found, known: Known) -> Found:
        """Take off what follows a whole name and is no part of it: [التحالف العربي] غارات, [مجلس الأمن] الدائمين."""
        key = tokens[known.last].key
        closed = tokens[known.last - 1].key.startswith("ال")  # بي بي سي سبورت is open
        plain = closed and len(key) > 3 and not key.startswith(("ال", "ل", "ب", "و", "بن"))
        several = key.startswith("ال") and key.endswith("ين") and key not in self._gazetteer.nationalities
        whole = known.last - known.first > 1 and known.last + 1 == found.last
        return Found(found.first, known.last, found.kind) if whole and (plain or several) else found

    def _named(self, tokens: Sequence[Token], known: Known) -> Found:
        """Return a phrase of the lexicons as a name: without صحيفة before it, without السلواني behind a club."""
        first, last, kind = self._shortened(tokens, Found(known.first, known.last, known.kind))[:3]
        if kind == "ORG" and last - first > 1 and tokens[last - 1].key in self._gazetteer.nationalities:
            last -= self._added(tokens, first, last)
        return Found(first, last, kind)

    def _added(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Return whether the nationality that ends a phrase of the lexicons is no part of the name: بازل [السويسري]."""
        bodies, phrase = self._gazetteer.organisations, self._phrase(tokens, first, last)
        if phrase and bodies[phrase][1] not in _FOREIGN:
            return False
        rest = bodies.get(phrase.rpartition(" ")[0])
        return (
            rest == bodies.get(phrase) if rest else self._head(tokens[first].key.removeprefix("ال")) not in self._kinds
        )

    def _phrase(self, tokens: Sequence[Token], first: int, last: int) -> str:
        """Return the words as the lexicon of organisations has them, without a proclitic; nothing where it hasn't."""
        rest = [token.key for token in tokens[first + 1 : last]]
        forms = (" ".join((form, *rest)) for form in (tokens[first].key, *stems(tokens[first].key)))
        return next((form for form in forms if form in self._gazetteer.organisations), "")

    def _shortened(self, tokens: Sequence[Token], found: Found) -> Found:
        """Take off a noun that stands before the name: [مدينة] البصرة, [العاصمة] روما, [صحيفة] الحياة."""
        if found.last - found.first < 2:
            return found
        head = self._head(tokens[found.first].key)
        if head not in self._before or (self._kinds[head] in _PLACES) != (found.kind == "LOC"):
            return found
        rest = " ".join(token.key for token in tokens[found.first + 1 : found.last])
        whole = f"{head} {rest}"
        known = self._gazetteer.organisations if found.kind == "ORG" else self._gazetteer.places
        if rest not in known and (head == "نادي" or whole in known):
            return found
        adjective = rest.startswith("ال") and (rest not in known or rest in self._gazetteer.nationalities)
        if head.startswith("ال") and adjective:
            return found  # العاصمة المقدسة, العاصمة السعودية
        return Found(found.first + 1, found.last, found.kind)

    def _leftward(self, tokens: Sequence[Token], found: Found) -> Found:
        """Put on a noun that belongs to the name: [نهر] النيل, [جامعة] كولومبيا."""
        if not found.first or found.kind == "PER":
            return found
        before = tokens[found.first - 1].key
        head = self._head(before)
        if head not in self._inside or self._head(tokens[found.first].key):
            return found
        place = self._kinds[head] in _PLACES
        if place and found.kind == "LOC":
            return Found(found.first - 1, found.last, "LOC")
        if not place and (found.kind == "ORG" or head in _OF_PLACES):
            return Found(found.first - 1, found.last, "ORG")
        return found

    def _rightward(self, tokens: Sequence[Token], found: Found) -> Found:
        """Put on the nationality of a public body: مجلس الأمن القومي [السلواني]."""
        last = found.last
        if found.kind != "ORG" or last >= len(tokens) or last - found.first < 2:
            return found
        key, head = tokens[last].key, self._head(tokens[found.first].key)
        if (
            not key.startswith("ال")
            or key not in self._gazetteer.nationalities
            or not tokens[last - 1].key.startswith("ال")
        ):
            return found
        if self._kinds.get(head) not in _WHOLE or head.endswith("ه") != key.endswith("ه"):
            return found
        return Found(found.first, last + 1, "ORG")

    def _missed(self, tokens: Sequence[Token], known: Sequence[Known]) -> Iterator[Found]:
        """Yield the phrases that the lexicons know, but for armies, cups and products."""
        for one in known:
            before = tokens[one.first - 1].key if one.first else ""
            key = tokens[one.first].key
            if one.last - one.first < 2 or not _FORCES.isdisjoint((key, *stems(key))) or before in _CUPS:
                continue
            if before.startswith("ال") and key.startswith("لل"):
                continue  # الأمانة العامة [للأمم المتحدة]
            if self._ministry(tokens, one) and one.first and self._titles.head(tokens, one.first - 1):
                continue  # وزيرة [الخارجية السلوانية]
            yield self._named(tokens, one)

    def _ministry(self, tokens: Sequence[Token], known: Known) -> bool:
        """Return whether a phrase is the short form of a ministry: الخارجية السلوانية."""
        phrase = self._phrase(tokens, known.first, known.last)
        return bool(phrase) and fold(self._gazetteer.organisations[phrase][0]).startswith(
            _MINISTRY
        ) > phrase.startswith(_MINISTRY)

    def _housed(self, line: Line) -> Iterator[Found]:
        """Yield the bodies and places that bear the name of a person: مستشفى الملك فهد, شارع عمر المختار."""
        tokens = line.tokens
        for first, last in line.housed:
            if first and tokens[first - 1].key in _STYLES:
                first -= 1
            head = self._head(tokens[first - 1].key) if first else ""
            if head not in self._inside | self._before:
                continue
            kind: Kind = "LOC" if self._kinds[head] in _PLACES else "ORG"
            yield Found(first - (head in self._inside), last, kind)

    def _apart(self, line: Line, found: Sequence[Found]) -> list[Found]:
        """Return the names that lie over no person and over none before them in the list, in text order."""
        taken = {at for first, last, _ in line.persons for at in range(first, last)}
        out = []
        for one in found:
            if one.first < one.last and not taken.intersection(range(one.first, one.last)):
                out.append(one)
                taken |= set(range(one.first, one.last))
        return sorted(out)

    def _again(self, lines: Sequence[Line]) -> None:
        """Find the names of the report again where the tagger missed them."""
        names: dict[tuple[str, ...], Kind] = {}
        for line in lines:
            for one in line.others:
                keys = tuple(token.key for token in line.tokens[one.first : one.last])
                if len(keys) > 1 and _FORCES.isdisjoint((keys[0], *stems(keys[0]))):
                    names.setdefault(keys, one.kind)
        widths: dict[str, set[int]] = {}
        for keys in names:
            widths.setdefault(keys[0], set()).add(len(keys))
        for line in lines:
            starts = [(at, self._repeated(line.tokens, at, widths, names)) for at in range(len(line.tokens))]
            more = [Found(at, at + len(keys), names[keys]) for at, keys in starts if keys]
            line.others = self._apart(line, [*line.others, *more])

    def _repeated(
        self, tokens: Sequence[Token], at: int, widths: Mapping[str, set[int]], names: Container[tuple[str, ...]]
    ) -> tuple[str, ...]:
        """Return the longest of the names that stands at a word, its proclitic aside; empty where none does."""
        for form in (tokens[at].key, *stems(tokens[at].key)):
            for width in sorted(widths.get(form, ()), reverse=True):
                keys = (form, *(token.key for token in tokens[at + 1 : at + width]))
                if keys in names:
                    return keys
        return ()
