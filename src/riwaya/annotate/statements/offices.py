"""Offices: what follows a title (``باسم …``, ``لشؤون …``), and whose title an office is."""

from __future__ import annotations

from riwaya.annotate.statements.cores import core, past_defence
from riwaya.annotate.statements.reading import Reading, same_office
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import INSTITUTIONS, PERSON_TITLES, PREPOSITIONS, THAT, TO_THE, words
from riwaya.model import SpeakerKind

OFFICES = words("offices")
_HONORIFICS = words("honorifics")
_KEPT = words("kept-tails")
_NEEDING_INSTITUTION = words("tails-of-institutions")
_TAILS = words("complements")
_TITLE_HEADS = words("title-heads")
_GOVERNMENTS = words("governments")
_SEATS = words("seats-of-power")
_FIGHTERS = words("several-of-a-body")
_HOLDERS = words("holders")
_FAR = 10
_AIDES = words("aides")
_IN_CHARGE = words("in-charge")
_OVER = frozenset(("علي",))
_ONE_OF = frozenset(("احد", "احدي"))
_WHERE = frozenset(("الي", "لدي", "في"))


def institution(reading: Reading, i: int) -> bool:
    """Say whether an organisation is named at token ``i``, by the names stage or by its class word."""
    found = reading.mention_at.get(i)
    return (found is not None and found[0].type == "ORG") or reading.keys[i] in INSTITUTIONS


def complements(reading: Reading, sources: Sources, first: int, at: int, end: int) -> tuple[int, int | None]:
    """Read on after a core over its complements; return the token after them and that of the office's bearer.

    ``المتحدث باسم الوزارة سالم نوري`` names its bearer, ``متحدث باسم الوزير سالم نوري`` doesn't.
    """
    i = _for_whom(reading, sources, at, end)
    i = past_defence(reading, sources, i, end)
    over = _OVER if reading.keys[first].removeprefix("ال") in _IN_CHARGE else frozenset()
    while i < end and (reading.keys[i] in _TAILS or reading.keys[i] in over) and i - at < _FAR:
        if reading.keys[i] in _NEEDING_INSTITUTION and (i + 1 >= end or not institution(reading, i + 1)):
            break
        stop, person = core(reading, sources, i + 1, end, False)
        if stop <= i + 1:
            break
        if person is not None:
            return stop, None if _chief(reading, first, i + 1, person) else person
        if reading.keys[i + 1] in PERSON_TITLES and not reading.keys[first].startswith("ال"):
            return _past_name(reading, stop, end), None
        i = stop
    found = reading.mention_at.get(i) if i < end else None
    if found is not None and found[0].type != "PER" and reading.keys[i].startswith("ب"):
        i = found[1]  # الوزير بمصر
    elif i + 1 < end and reading.keys[i] in _WHERE and i + 1 in reading.mention_at:
        stop, person = _bearer(reading, reading.mention_at[i + 1][1], end)  # المبعوث إلى سلوان، سالم نوري
        if person is not None:
            return stop, person
    if institution(reading, first) or first in reading.mention_at:
        return i, None  # دعت اللجنة نوري
    return _bearer(reading, i, end)


def _chief(reading: Reading, first: int, title: int, person: int) -> bool:
    """Say whether the person after a title is its holder: ``متحدث باسم الرئيس السلواني سالم نوري`` names the president.

    After a definite spokesman the name is his own unless the report gives the title to it elsewhere.
    """
    if person == title or reading.keys[person - 1] in PERSON_TITLES:
        return True
    if reading.keys[title] not in PERSON_TITLES:
        return False
    if not reading.keys[first].startswith("ال"):
        return True
    holder = reading.roles.get(reading.tokens[title].start)
    return holder is not None and holder[0] == reading.mention_at[person][0].entity


def _bearer(reading: Reading, i: int, end: int) -> tuple[int, int | None]:
    """Return the token after the name that stands next or after a comma, and the name's token."""
    if i < end and reading.tokens[i].text == "(":  # وكيل المحافظة (وسط سلوان)، سالم نوري
        close = next((k for k in range(i, min(end, i + _FAR)) if reading.tokens[k].text == ")"), None)
        stop, person = _bearer(reading, close + 1, end) if close is not None else (i, None)
        return (stop, person) if person is not None else (i, None)
    comma = i < end and reading.tokens[i].text in "،,"
    j = i + 1 if comma else i
    if (second := _second_title(reading, j, end)) is not None:
        return second
    while j < min(end, i + 4) and (reading.keys[j] in _HONORIFICS or reading.tokens[j].text in "/"):
        j += 1
    found = reading.mention_at.get(j) if j < end else None
    if found is None or found[0].type != "PER" or found[0].start != reading.tokens[j].start:
        return i, None
    stop = found[1]
    return stop + (comma and stop < end and reading.tokens[stop].text in "،,"), j


def _second_title(reading: Reading, j: int, end: int) -> tuple[int, int] | None:
    """Read ``عضو المجلس، ووزير الري السابق، سالم نوري``: two titles of the person named behind them."""
    if j >= end or not reading.keys[j].startswith("و"):
        return None
    known = reading.roles.get(reading.tokens[j].start + 1)
    for k in range(j + 1, min(end, j + _FAR)) if known is not None else ():
        found = reading.mention_at.get(k)
        if known is not None and found is not None and found[0].type == "PER":
            return (found[1], k) if found[0].entity == known[0] else None
    return None


def _past_name(reading: Reading, i: int, end: int) -> int:
    """Return the token after ``، سالم نوري،``: whose spokesman it is."""
    j = i + 1 if i < end and reading.tokens[i].text in "،," else i
    found = reading.mention_at.get(j) if j < end else None
    return found[1] if found is not None and found[0].type == "PER" else i


def _for_whom(reading: Reading, sources: Sources, i: int, end: int) -> int:
    """Return the token after ``لمجلس التعاون`` in ``الأمين العام لمجلس التعاون``; ``لوكالة رويترز`` is no part."""
    if i >= end or not reading.keys[i].startswith("ل"):
        return i
    key = reading.keys[i]
    if not reading.keys[i - 1].startswith("ال"):
        chief = key.startswith("لل") and ("ا" + key[1:] in PERSON_TITLES or key[2:] in OFFICES)
        if not chief or reading.keys[i - 1] not in _AIDES:
            return i
        return i + 1 + (i + 1 < end and reading.keys[i + 1].startswith("ال"))  # مساعد للرئيس السلواني
    if key in _TAILS or key in TO_THE or len(key) < 4 or sources.at(reading.keys, i, end, strip="ل") is not None:
        return i
    found = reading.mention_at.get(i)
    if found is not None and found[0].type != "PER":
        return found[1]
    if key[1:] not in INSTITUTIONS and not (key.startswith("لل") and "ا" + key[1:] in INSTITUTIONS):
        return i
    stop = i + 1
    while stop < end and reading.keys[stop].startswith("ال") and stop not in reading.timed:
        stop += 1
    return stop


def kept(reading: Reading, at: int, last: int) -> bool:
    """Say whether the complement at ``at`` belongs to the office's name: ``المتحدث باسم الوزارة``."""
    return last > at and (reading.keys[at].startswith("ل") or reading.keys[at] in _KEPT or reading.keys[at] in _OVER)


def bearer(reading: Reading, first: int, last: int) -> tuple[str, int] | None:
    """Return whose title stands at tokens ``first``..``last``, and the offset of its end: ``الوزير`` of one named."""
    known, key = reading.roles.get(reading.tokens[first].start), reading.keys[first]
    if known is not None and key not in INSTITUTIONS:
        return known
    if key not in PERSON_TITLES and key not in _TITLE_HEADS and _bare(key) not in OFFICES:
        return None
    after = reading.keys[first + 1] if first + 1 < last else ""
    if after.startswith("ال") or first + 1 in reading.mention_at:
        asked = {_bare(k) for k in (key, after) if k not in PREPOSITIONS and k not in THAT}
        fitting = [name for name, titles in reading.titles if any(same_office(asked, title) for title in titles)]
    elif key.startswith("ال"):
        held = {name for name, titles in reading.titles if any(same_office({_bare(key)}, title) for title in titles)}
        fitting = [name for name in reading.headed.get(_bare(key), []) if name in held]
    else:
        return None
    return (fitting[0], reading.tokens[first].end) if len(fitting) == 1 else None


def _bare(key: str) -> str:
    return key.removeprefix("ال")


def kind_of(reading: Reading, first: int, at: int, last: int) -> SpeakerKind:
    """Return the kind of a phrase ``first``..``last`` that no list names: ``الحكومة``, ``العاملون``, ``سفيرها``."""
    key = reading.keys[first]
    named = reading.mention_at.get(first)
    if key in _SEATS:
        return "office"
    if (named is not None and named[0].type == "LOC") or key in _GOVERNMENTS:
        return "government"
    if named is not None:
        return "office"
    if key in _ONE_OF:
        return "unnamed"
    several = (key.startswith("ال") and key.endswith(("ون", "ين", "ان")) and len(key) > 6) or key in _FIGHTERS
    if several:
        return "collective"
    holder = key in OFFICES or key in PERSON_TITLES or _bare(key) in OFFICES or key in _HOLDERS
    whose = at > first + 1 or key.startswith("ال") or key.endswith("ها")
    return (
        "person"
        if (holder or key.removesuffix("ها") in OFFICES) and whose and "باسم" not in reading.keys[at:last]
        else "office"
    )
