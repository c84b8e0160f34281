"""Subjects: the noun phrase that is made responsible, where it ends, what it is."""

from __future__ import annotations

from msgspec import Struct

from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import (
    ADVERBS,
    EMBEDDING,
    MASCULINE_PLACES,
    MODIFIERS,
    PERSON_TITLES,
    PREPOSITIONS,
    PRONOUN_ENDS,
    RELATIVES,
    THAT,
    TWO_SIDES,
    words,
)
from riwaya.model import SpeakerKind

LONGEST = 12
_NO_MARKS = str.maketrans("", "", '"«»“”„')
_TAIL = words("tail")


class Phrase(Struct, frozen=True):
    """A source phrase: token range ``first``..``last`` with its complements, offsets of the name, what it is.

    ``person`` is the fullest name where a person is named; ``gender`` and ``number`` serve agreement.
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


def subject(
    reading: Reading, sources: Sources, at: int, end: int, objects: bool = False, glued: bool = False
) -> Phrase | None:
    """Return the source phrase that begins with token ``at``, or None: ``المتحدث باسم الوزارة سالم نوري``.

    ``objects``: stop before a noun that opens a content (``أكد الوزير دعم بلاده``).
    """
    if at >= end:
        return None
    if reading.keys[at] in _DEMONSTRATIVES and at + 1 < end and reading.keys[at + 1].startswith("ال"):
        at += 1
    token, key = reading.tokens[at], reading.keys[at]
    if not key or key in _NO_SOURCE or (at in reading.cues and reading.cues[at].tense == "participle"):
        return None
    opened = False
    if token.text in '"«“”(' and at + 1 < end and reading.tokens[at].kind == "punct":
        quotation = reading.quotations.by_open.get(at)
        mention = reading.mention_at.get(at + 1)
        if quotation is None or quotation.close is None or quotation.close - at > 5:
            return None
        if mention is None and not _closes_name(reading, quotation.close + 1, end):
            return None
        opened = True
    if not opened and not _begins(reading, at, key, glued):
        return None
    if not opened and objects and sources.opens_content(key):
        return None
    last, person_at = _core(reading, sources, at + opened, end, objects)
    if opened and last < end and last in reading.quotations.by_close:
        last += 1
    if last <= at:
        return None
    return _phrase(reading, sources, at, last, end, person_at)


def _closes_name(reading: Reading, after: int, end: int) -> bool:
    """Say whether a quotation of a word or two was a name: a complementiser, comma or colon follows."""
    return after < end and (
        reading.keys[after] in THAT
        or reading.tokens[after].text in "،,:"
        or reading.keys[after] in ("في", "عن", "خلال", "الي", "علي", "عبر")
    )


_HEADS = {
    "و": (
        "وزير",
        "وزار",
        "وزراء",
        "وكال",
        "وكيل",
        "وكلاء",
        "وسايل",
        "وفد",
        "والد",
        "ولي",
        "وحد",
        "وسيط",
        "ولاي",
        "واعظ",
        "وجهاء",
        "ورث",
        "وفود",
    ),
    "ب": (
        "بارز",
        "باكست",
        "بلجيك",
        "بولند",
        "برازيل",
        "برتغال",
        "بحرين",
        "بيلاروس",
        "بوليف",
        "بلغار",
        "بوسن",
        "باريس",
        "برليني",
        "برلمان",
        "بنك",
        "بيان",
        "بيت",
        "باحث",
        "برنامج",
        "بلدي",
        "بعث",
        "بريطان",
        "بنتاغون",
        "بطل",
        "بابا",
        "بطريرك",
        "بعض",
        "بورص",
    ),
    "ل": (
        "لاتين",
        "لجن",
        "لاعب",
        "لبنان",
        "لندن",
        "ليبي",
        "لواء",
        "لاج",
        "لوبي",
        "ليفربول",
        "لقط",
        "لقاء",
        "لوايح",
        "لغ",
        "لحظ",
        "لافت",
        "لجان",
    ),
    "ف": (
        "فريق",
        "فرنس",
        "فصايل",
        "فرع",
        "فيفا",
        "فنان",
        "فني",
        "فرق",
        "فقيه",
        "فتاه",
        "فتي",
        "فيدرالي",
        "فلسطين",
        "فنزويل",
        "فتح",
    ),
}
_TO_THE = words("to-the")
_DEMONSTRATIVES = words("demonstratives")
_NO_SOURCE = words("no-source")


def _begins(reading: Reading, at: int, key: str, glued: bool) -> bool:
    token = reading.tokens[at]
    found = reading.mention_at.get(at)
    if found is not None and (found[0].start == token.start or glued or key.startswith("و")):
        return True
    if (key.startswith("لل") and not glued) or (found is not None and not glued):
        return False
    if found is None and not glued and key[0] in "وبلف" and not key.startswith(_HEADS[key[0]]):
        return False
    if any(key.endswith(end) and key[: -len(end)] in PREPOSITIONS for end in ("ها", "هم", "هما", "ه")):
        return False
    if key == "امام" and token.form.startswith("إ"):
        return True
    if token.kind not in ("word", "latin") or at in reading.timed:
        return False
    return not (key in PREPOSITIONS or key in ADVERBS or key in RELATIVES or key in THAT or len(key) < 2)


def _core(reading: Reading, sources: Sources, at: int, end: int, objects: bool) -> tuple[int, int | None]:
    """Return the token after the phrase's core and the token of the person named in it, if any."""
    keys, definite, i = reading.keys, False, at
    limit = min(end, at + LONGEST)
    while i < limit:
        key = keys[i]
        found = reading.mention_at.get(i)
        if found is not None:
            mention, stop = found
            glued = mention.start > reading.tokens[i].start
            if glued and i > at:
                break
            if mention.type == "PER":
                if i == at or not _whose(keys, at, i):
                    return stop, i
                definite, i = True, stop
                continue
            if definite and mention.type == "LOC" and not keys[i].startswith("ال") and i > at:
                break
            definite, i = True, stop
            continue
        token = reading.tokens[i]
        if token.text in '"«“”' and token.kind == "punct":
            quotation = reading.quotations.by_open.get(i)
            if (
                quotation is not None
                and quotation.close is not None
                and quotation.close - i <= 5
                and i > at
                and (sources.kind(keys[i - 1]) is not None or keys[i - 1] in _NAMED_BY)
            ):
                definite, i = True, quotation.close + 1
                continue
            break
        if token.kind not in ("word", "latin", "number") or i in reading.timed or (token.kind == "number" and i == at):
            break
        if i > at and (
            key in PREPOSITIONS
            or key in ADVERBS
            or key in MODIFIERS
            or key in RELATIVES
            or key in THAT
            or _stops(reading, i)
        ):
            break
        if i > at and objects and sources.opens_content(key) and not (key.startswith("ال")):
            break
        has_article = key.startswith("ال") and len(key) > 3
        if (
            definite
            and i > at
            and key.startswith("لل")
            and len(key) > 4
            and key not in _TO_THE
            and keys[i - 1].startswith("ال")
        ):
            i += 1
            continue
        if definite and i > at and ((objects and key[2:] in sources.contents) or key in _ADDRESSED):
            break
        if i > at and key in INSTITUTIONS and has_article and definite and keys[i - 1].startswith("ال"):
            break
        if definite and key.startswith("وال") and len(key) > 5 and keys[i - 1].startswith("ال"):
            i += 1
            continue
        if (
            i > at
            and not has_article
            and found is None
            and key[:1] in ("ل", "ب")
            and not key.startswith(_HEADS[key[0]])
        ):
            break
        if definite and not has_article:
            break
        definite = definite or has_article or (_pronoun(key) and i == at)
        i += 1
    return i, None


_NAMED_BY = words("named-by")


_ADDRESSED = words("addressed")


def _whose(keys: list[str], at: int, i: int) -> bool:
    """Say whether the word before a name owns it: ``محامي سالم``, ``إدارة سالم``, but not ``الوزير سالم``."""
    word = keys[i - 1]
    return word in EMBEDDING or (i == at + 1 and not word.startswith("ال") and word not in _BARE_TITLES)


_BARE_TITLES = words("bare-titles")


def _pronoun(key: str) -> bool:
    return len(key) > 4 and key.endswith(PRONOUN_ENDS) and not key.endswith("ه")


def _stops(reading: Reading, i: int) -> bool:
    """Say whether a cue or a clause begins here; ``المتحدث`` is none, ``قال`` is."""
    cue = reading.cues.get(i)
    if cue is not None and cue.kind != "noun" and cue.lemma not in _NOUN_LIKE:
        return True
    if cue is not None and cue.lemma == "قول":
        return True
    key = reading.keys[i]
    return key.startswith("و") and len(key) > 3 and key[1:].startswith("ال") is False and key[1:] in PREPOSITIONS


_NOUN_LIKE = words("noun-like")


def _phrase(
    reading: Reading, sources: Sources, first: int, core: int, end: int, person_at: int | None
) -> Phrase | None:
    last, person_at = _complements(reading, sources, first, core, end, person_at)
    gender, number = _agreement(reading, first)
    if person_at is not None:
        mention = reading.mention_at[person_at][0]
        coordinated = _coordinated(reading, last, end)
        if coordinated > last and first == person_at:
            return Phrase(first, coordinated, mention.start, reading.tokens[coordinated - 1].end,
                          reading.between(first, coordinated), "collective", None, False, gender, "d")  # fmt: skip
        return Phrase(first, last, mention.start, mention.end, mention.entity, "person", None, True,
                      _person_gender(reading, mention.entity, first), "s")  # fmt: skip
    role = None if "باسم" in reading.keys[core:last] else _role(reading, first)
    name_last = last if _keeps_tail(reading, sources, first, core, last) else core
    kind = _kind(reading, sources, first)
    if kind == "evidence":
        return None
    coordinated = _coordinated(reading, last, end)
    speaker: SpeakerKind = "office"
    if (
        kind == "unnamed"
        and reading.keys[first].startswith("ال")
        and not reading.keys[first].startswith(("المص", "الشهود"))
    ):
        kind = None
    if kind == "document" or (kind == "unnamed" and role is None):
        speaker = kind  # type: ignore[assignment]
    elif coordinated > last or reading.keys[first] in TWO_SIDES:
        speaker, last, name_last, number = "collective", coordinated, coordinated, "d"
    elif (first in reading.mention_at and reading.mention_at[first][0].type == "LOC") or reading.keys[first] in (
        "حكومه",
        "الحكومه",
        "اداره",
        "الرياسه",
    ):
        speaker = "government"
    start = reading.tokens[first].start
    if first in reading.mention_at:
        start = max(start, reading.mention_at[first][0].start)
    stop = reading.tokens[name_last - 1].end
    if role is not None and speaker == "office":
        person, title_end = role
        return Phrase(first, last, start, max(stop, title_end), person, "person", None, True,
                      _person_gender(reading, person, first), "s")  # fmt: skip
    name = reading.text[start:stop].translate(_NO_MARKS).strip("() ")
    return Phrase(first, last, start, stop, name, speaker, kind, False, gender, number)


def _complements(
    reading: Reading, sources: Sources, first: int, at: int, end: int, person_at: int | None
) -> tuple[int, int | None]:
    """Read on over ``باسم …``, ``في وزارة …``, ``لشؤون …`` and a name after it or after a comma."""
    if person_at is not None:
        return at, person_at
    i = at
    if (
        i < end
        and reading.keys[i].startswith("ل")
        and reading.keys[i] not in _TAIL
        and reading.keys[i - 1].startswith("ال")
    ):
        i = _for_whom(reading, sources, i, end)
    while i < end and reading.keys[i] in _TAIL and i - at < 10:
        if reading.keys[i] in ("الي", "عن", "لدي", "في") and (i + 1 >= end or not institution(reading, i + 1)):
            break
        stop, person = _core(reading, sources, i + 1, end, False)
        if stop <= i + 1:
            break
        if person is not None and reading.keys[person - 1] in PERSON_TITLES and person - 1 > i:
            return stop, None
        if person is not None:
            return stop, (person if person > i + 1 else None)
        if reading.keys[i + 1] in PERSON_TITLES and not reading.keys[first].startswith("ال"):
            return _past_name(reading, stop, end), None
        i = stop
    if (
        i < end
        and reading.keys[i].startswith("ب")
        and i in reading.mention_at
        and reading.mention_at[i][0].type != "PER"
    ):
        i = reading.mention_at[i][1]
    comma = i < end and reading.tokens[i].text in "،,"
    j = i + 1 if comma else i
    while j < min(end, i + 4) and reading.keys[j] in _HONORIFICS:
        j += 1
    found = reading.mention_at.get(j) if j < end else None
    if found is not None and found[0].type == "PER" and found[0].start == reading.tokens[j].start:
        stop = found[1]
        if comma and stop < end and reading.tokens[stop].text in "،,":
            stop += 1
        return stop, j
    return i, None


_HONORIFICS = words("honorifics")
OFFICES = words("offices")


def _past_name(reading: Reading, i: int, end: int) -> int:
    """Return the token after ``، سالم نوري،``: whose spokesman it is."""
    j = i + 1 if i < end and reading.tokens[i].text in "،," else i
    found = reading.mention_at.get(j) if j < end else None
    return found[1] if found is not None and found[0].type == "PER" else i


def _for_whom(reading: Reading, sources: Sources, i: int, end: int) -> int:
    """Return the token after ``لمجلس التعاون`` in ``الأمين العام لمجلس التعاون``; ``لوكالة رويترز`` is no part."""
    key = reading.keys[i]
    if sources.at(reading.keys, i, end, strip="ل") is not None or len(key) < 4 or key in _TO_THE:
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


def institution(reading: Reading, i: int) -> bool:
    key = reading.keys[i]
    found = reading.mention_at.get(i)
    return (found is not None and found[0].type == "ORG") or key in INSTITUTIONS


INSTITUTIONS = words("institutions")


def _keeps_tail(reading: Reading, sources: Sources, first: int, core: int, last: int) -> bool:
    return last > core and (
        reading.keys[core].startswith("ل")
        or reading.keys[core] in ("باسم", "لشوون", "للشوون", "لحقوق")
        or reading.keys[core] == "في"
    )


def _coordinated(reading: Reading, at: int, end: int) -> int:
    """Return the token after ``وواشنطن`` in ``بغداد وواشنطن``."""
    found = reading.mention_at.get(at) if at < end else None
    if found is not None and reading.keys[at].startswith("و") and found[0].start > reading.tokens[at].start:
        return found[1]
    if at + 1 < end and reading.keys[at] == "و" and at + 1 in reading.mention_at:
        return reading.mention_at[at + 1][1]
    return at


def _kind(reading: Reading, sources: Sources, first: int) -> str | None:
    i = first + 1 if reading.tokens[first].kind == "punct" else first
    if i in reading.mention_at:
        mention, last = reading.mention_at[i]
        found = sources.at(reading.keys, i, last)
        return found[0] if found is not None and found[0] in ("agency", "outlet", "class") else None
    found = sources.at(reading.keys, i, len(reading.keys))
    return found[0] if found is not None else sources.kind(reading.keys[i])


def _role(reading: Reading, first: int) -> tuple[str, int] | None:
    start = reading.tokens[first].start
    for person in reading.names.people:
        for role in person.role_mentions:
            if role.start == start:
                return role.person, role.end
    return _person_by_role(reading, first)


def _person_by_role(reading: Reading, first: int) -> tuple[str, int] | None:
    """Find the one person whose title this is: ``الوزير العراقي`` of a minister named before."""
    key = reading.keys[first]
    if key not in PERSON_TITLES and key not in _TITLE_HEADS:
        return None
    words = {_bare(k) for k in reading.keys[first : first + 2] if k not in PREPOSITIONS and k not in THAT}
    if len(reading.keys) <= first + 1 or not reading.keys[first + 1].startswith("ال"):
        words = {_bare(key)}
        if not key.startswith("ال"):
            return None
    fitting = [
        person.name
        for person in reading.names.people
        if any(words <= {_bare(w) for w in _keys_of(role)} for role in person.roles)
    ]
    return (fitting[0], reading.tokens[first].end) if len(fitting) == 1 else None


_TITLE_HEADS = words("title-heads")


def _bare(key: str) -> str:
    return key[2:] if key.startswith("ال") else key


def _keys_of(role: str) -> list[str]:
    from riwaya.arabic.letters import fold

    return [fold(word) for word in role.split()]


def _agreement(reading: Reading, first: int) -> tuple[str, str]:
    key = reading.keys[first]
    if key in TWO_SIDES or (
        key.endswith("ان") and key.startswith("ال") and len(key) > 6 and first not in reading.mention_at
    ):
        return "m", "d"
    if key.removeprefix("ال") in _PLURALS:
        return "", "p"
    if key.endswith(("ون", "ين")) and len(key) > 5 and first not in reading.mention_at:
        return "m", "p"
    if first in reading.mention_at and reading.mention_at[first][0].type == "LOC":
        return ("m" if key in MASCULINE_PLACES else "f"), "s"
    if key.endswith(("ه", "ات")) or key in _BROKEN_FEMININE:
        return "f", "s"
    return "m", "s"


_PLURALS = words("plurals")
_BROKEN_FEMININE = words("broken-feminine")


def _person_gender(reading: Reading, name: str, first: int) -> str:
    for person in reading.names.people:
        if person.name == name and person.gender:
            return person.gender
    key = reading.keys[first]
    return "f" if key.endswith("ه") and first not in reading.mention_at else ""
