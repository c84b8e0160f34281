"""What a source phrase is by its head: a person, an office, a document, unnamed sources, several of them."""

from __future__ import annotations

import re

from msgspec import Struct

from riwaya.annotate.statements.agreement import of_person, of_phrase
from riwaya.annotate.statements.coordination import all_coordinated, coordinated, nameless
from riwaya.annotate.statements.cores import before_verb, core
from riwaya.annotate.statements.offices import OFFICES, bearer, complements, kept, kind_of
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.unnamed import description
from riwaya.annotate.statements.words import THAT, TWO_SIDES, words
from riwaya.model import SpeakerKind

_NO_MARKS = str.maketrans("_", " ", '"«»“”„#')
_CLAUSE = 8
_CALLED = words("named-in-a-clause")
_QUANTITIES = words("quantities")
_AIDES = words("aides")


class Phrase(Struct, frozen=True):
    """A source phrase: token range ``first``..``last`` with its complements, offsets of the name, what it is.

    ``person``: the name is the fullest of a person; ``source``: its kind in links.tsv; ``gender`` and ``number``
    serve agreement.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    kind: SpeakerKind
    source: str | None = None
    person: bool = False
    gender: str = ""
    number: str = ""


def kind_at(reading: Reading, sources: Sources, first: int) -> str | None:
    """Return what links.tsv makes of the phrase's head; of a name only agencies and outlets count."""
    i = first + 1 if reading.tokens[first].kind == "punct" else first
    if i in reading.mention_at:
        found = sources.at(reading.keys, i, reading.mention_at[i][1])
        return found[0] if found is not None and found[0] in ("agency", "outlet", "class") else None
    found = sources.at(reading.keys, i, len(reading.keys))
    if found is None and _accusative(reading.keys[i], sources):
        return "unnamed"
    return found[0] if found is not None else sources.kind(reading.keys[i])


def person_phrase(reading: Reading, first: int, last: int, end: int, person_at: int) -> Phrase:
    """A phrase that names a person, or two of them: ``سالم نوري وليلى حداد``."""
    mention = reading.mention_at[person_at][0]
    gender = of_person(reading, mention.entity, first)
    both = coordinated(reading, last, end)
    if both > last and first == person_at:
        stop = reading.tokens[both - 1].end
        name = reading.between(first, both)
        return Phrase(first, both, mention.start, stop, name, "collective", gender=gender, number="d")
    return Phrase(first, last, mention.start, mention.end, mention.entity, "person", None, True, gender, "s")


class _Head(Struct, frozen=True):
    """What a phrase without a name is by its head: its kind, where its name and the whole end, its number."""

    kind: str | None
    at: int
    last: int
    number: str


def office_phrase(
    reading: Reading, sources: Sources, first: int, at: int, last: int, end: int, kind: str | None
) -> Phrase:
    """A phrase without a person's name: an office, government, document, unnamed sources, several of them."""
    role = None if "باسم" in reading.keys[at:last] else bearer(reading, first, last)
    head = _head(reading, sources, first, at, last, end, kind, role is not None)
    if role is None:
        person = _called(reading, first, head.last, end) or _other_title(reading, sources, first, head.last, end)
        if person is not None:
            return person
    both = all_coordinated(reading, sources, head.last, end)
    paired = both > head.last or reading.keys[first] in TWO_SIDES
    several = paired and role is None and head.kind not in ("document", "unnamed", "quantity")
    speaker = _speaks_as(reading, first, head, several, role is not None)
    last, number = head.last, head.number
    stop = last if kept(reading, head.at, last) else head.at
    if role is not None and speaker in ("office", "person"):
        return _borne(reading, first, max(last, both), stop, role)
    if speaker == "unnamed" and head.kind == "unnamed":
        last = stop = max(stop, both)
    elif several:
        last, stop, number = both, both, "d"
    start, finish = _offsets(reading, sources, first, stop, head.kind)
    name = _printed(reading, sources, first, start, finish, speaker)
    return Phrase(first, last, start, finish, name, speaker, head.kind, False, of_phrase(reading, first)[0], number)


_UNNAMED = ("المصدر", "المصادر", "الشهود")


def _head(
    reading: Reading, sources: Sources, first: int, at: int, last: int, end: int, kind: str | None, borne: bool
) -> _Head:
    """Return what a phrase is whose name ends at ``at``; ``borne``: a person of its role is known."""
    key, number = reading.keys[first], of_phrase(reading, first)[1]
    if kind == "unnamed" and key.startswith("ال") and not key.startswith(_UNNAMED):
        kind = None
    if kind is None and not borne and last == at and nameless(reading, sources, first, at):
        kind = "unnamed"
    if kind is None and not borne and key in _AIDES and last > at:
        kind, at = "unnamed", last
    if kind == "unnamed" and not borne:
        at = last = max(last, description(reading, sources, at, end))
    if key in _QUANTITIES and last < end and reading.keys[last] == "من":
        at = last = core(reading, sources, last + 1, end, False)[0]
        kind, number = kind if kind == "document" else "quantity", "p"
    return _Head(kind, at, last, number)


def _speaks_as(reading: Reading, first: int, head: _Head, several: bool, borne: bool) -> SpeakerKind:
    if head.kind == "document":
        return "document"
    if head.kind == "unnamed" and not borne:
        return "unnamed"
    if head.kind == "quantity" or several:
        return "collective"
    return kind_of(reading, first, head.at, head.last) if head.kind is None else "office"


def _borne(reading: Reading, first: int, last: int, stop: int, role: tuple[str, int]) -> Phrase:
    """The person who bears the title: ``نائب القائد ورئيس الشرطة سالم نوري``."""
    person, title_end = role
    finish = max(reading.tokens[before_verb(reading, first, stop) - 1].end, title_end)
    gender = of_person(reading, person, first)
    return Phrase(first, last, _begins(reading, first), finish, person, "person", None, True, gender, "s")


def _begins(reading: Reading, first: int) -> int:
    """Return where the name begins, past a clitic."""
    named = reading.mention_at.get(first)
    return max(reading.tokens[first].start, named[0].start if named is not None else 0)


def _offsets(reading: Reading, sources: Sources, first: int, stop: int, kind: str | None) -> tuple[int, int]:
    """Return the offsets of the name of a phrase that ends at ``stop``."""
    start, finish = _begins(reading, first), reading.tokens[before_verb(reading, first, stop) - 1].end
    if kind == "class":
        start, finish = _past_class(reading, sources, first, start, finish)
    after = reading.mention_at.get(first + 1)
    if reading.keys[first].endswith("ون") and first not in reading.mention_at and after and after[0].type == "PER":
        finish = reading.tokens[first].end  # يتهم معارضون سالما
    return start, finish


def _printed(reading: Reading, sources: Sources, first: int, start: int, finish: int, speaker: SpeakerKind) -> str:
    """Return the name without marks, an unnamed source's in the nominative."""
    name = reading.text[start:finish].translate(_NO_MARKS).strip("() ")
    if speaker == "unnamed" and _accusative(reading.keys[first], sources):
        name = re.sub(r"^(\w+?)\u064b?ا\u064b?(?!\w)", r"\1", name)
    return name


def _other_title(reading: Reading, sources: Sources, first: int, last: int, end: int) -> Phrase | None:
    """Return the person who has two titles: ``قاضي القضاة ومستشار الرئيس سالم نوري``."""
    key = reading.keys[last] if last < end else ""
    if not key.startswith("و") or key[1:] not in OFFICES or reading.keys[first].removeprefix("ال") not in OFFICES:
        return None
    reading.keys[last] = key[1:]
    try:
        stop, person_at = core(reading, sources, last, end, True)
        if person_at is None:
            stop, person_at = complements(reading, sources, last, stop, end)
    finally:
        reading.keys[last] = key
    return person_phrase(reading, first, stop, end, person_at) if person_at is not None else None


def _called(reading: Reading, first: int, last: int, end: int) -> Phrase | None:
    """Return the person whose name comes in a clause: ``شاهد عيان يدعى سالم نوري``."""
    if reading.keys[first].startswith("ال"):
        return None
    for i in range(last, min(end - 1, last + _CLAUSE)):
        if reading.keys[i] in THAT or reading.tokens[i].text in ':"«“':
            return None
        found = reading.mention_at.get(i + 1)
        if reading.keys[i] in _CALLED and found is not None and found[0].type == "PER":
            return person_phrase(reading, first, found[1], end, i + 1)
    return None


def _past_class(reading: Reading, sources: Sources, first: int, start: int, finish: int) -> tuple[int, int]:
    """Return the offsets of an outlet's name without its class word: ``قناة «النهر»``, ``صحيفة الغارديان``."""
    if first + 1 >= len(reading.tokens) or reading.tokens[first + 1].start >= finish:
        return start, finish
    if reading.keys[first].startswith("ال"):
        return start, finish  # القناة الفرنسية
    quotation = reading.quotations.by_open.get(first + 1)
    if quotation is not None and quotation.close is not None:
        return reading.tokens[first + 1].start, min(finish, reading.tokens[quotation.close].end)
    kind, size = sources.at(reading.keys, first + 1, len(reading.keys)) or ("", 0)
    if kind in ("agency", "outlet"):
        return reading.tokens[first + 1].start, min(finish, reading.tokens[first + size].end)
    return start, finish


def _accusative(key: str, sources: Sources) -> bool:
    """Say whether an unnamed source stands in the accusative: ``لكن مصدرا …``."""
    return key.endswith("ا") and sources.kind(key[:-1]) == "unnamed"
