"""Meetings, visits and journeys of somebody named that a report tells without a day: who, with whom or where to.

``خلال لقاء الوزير سامي البدري السفيرة ليلى الحسن`` (during minister al-Badri's meeting with ambassador al-Hasan) has
happened, ``من المرجح أن يتوجه سامي البدري إلى بلسان`` (is likely to travel to Balsan) is planned; neither gets a date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.link.clauses import Clause, Found, status
from riwaya.link.events import event_words, small_words
from riwaya.link.extents import extent
from riwaya.link.happening import Context, Happening, happening
from riwaya.link.nouns import owned
from riwaya.link.participants import Sides
from riwaya.link.parties import lands
from riwaya.link.phrases import Line, Phrase
from riwaya.model import Status

BEFORE = 2  # words before a noun of meeting within which it is put into time: خلال اجتماعه, بعد انتهاء مباحثاته
PLANNED = 2  # words behind it that may say it is yet to come: لقاءه المقرر
AHEAD = 12  # words before it within which a word of planning makes a noun of meeting one to come
GUESTS = 4
NEAR = 900  # code points before a pronoun within which he whom the report is about must be named
_LEADS = ("مع", "ب")


class Encounter(Struct, frozen=True):
    """Who met whom, or is bound for where: what an undated clause is known by, and the word behind it."""

    who: tuple[str, ...]
    whom: tuple[str, ...] = ()
    place: str = ""
    end: int = 0


def untimed(sentence: Clause, here: Sequence[Happening], context: Context, about: str) -> Iterator[Happening]:
    """Yield what a sentence tells of meetings and journeys without a day, outside the clauses that have one.

    ``about`` is whom the report is about, if a pronoun of this sentence can mean nobody else. Misses: meetings whose
    parties only titles name; a noun of meeting that no preposition or participle puts into time.
    """
    line = context.line(sentence)
    taken = [*((one.start, one.end) for one in here), *((one.start, one.end) for one in context.quoted)]
    for found in sentence.events:
        state = _state(sentence, found)
        start = sentence.words[found[0]].start
        if state is None or any(low <= start < high for low, high in taken):
            continue
        told = _parties(line, found, about)
        if told is not None:
            at = found[0]
            bounds = (at, told.end) if _apart(found, state) else extent(sentence, at, at, max(at, told.end - 1))
            made = happening(sentence, found, bounds, (None, "unknown", state), context)
            yield replace(
                made, who=told.who, whom=told.whom, bound=told.place, type=made.type or "CONSULT", untimed=True
            )


def _state(sentence: Clause, found: Found) -> Status | None:
    """Return whether a meeting or journey took place or is planned; ``None`` where the words don't tell."""
    at, one = found
    lemma, keys = fold(one.lemma), [word.key for word in sentence.words]
    if lemma not in small_words("meeting") | small_words("journey"):
        return None
    if not small_words("match").isdisjoint(keys):
        return None  # التقى رونالدو بصلاح في ثلاث مباريات
    if one.form == "noun":
        behind = keys[at + 1 : at + 1 + PLANNED]
        if not small_words("plan").isdisjoint(behind):
            return "planned"
        led = [key.removeprefix("و") for key in keys[max(0, at - BEFORE) : at]]
        return "done" if not small_words("put into time").isdisjoint(led) and not _ahead(sentence, at) else None
    state = status(sentence, found, False, True)
    if "غير" in keys[max(0, at - 4) : at]:
        return None  # من غير المتوقع أن يلتقي
    return state if state == "planned" or (state == "done" and one.form == "past" and not one.maybe_noun) else None


def _apart(found: Found, state: Status) -> bool:
    """Say whether a noun tells its meeting better than the clause around it: ``صرح حول [لقائه المقرر مع فلان]``."""
    return found[1].form == "noun" and (state == "planned" or found[0] <= 1)


def _ahead(sentence: Clause, at: int) -> bool:
    """Say whether the verb before a noun looks forward: ``سيتوجه … بعد لقائه``; what is after it is yet to come."""
    near = {word.key.removeprefix("و") for word in sentence.words[max(0, at - AHEAD) : at]}
    if near & (small_words("of action") | small_words("plan")):
        return True  # ينوي مناقشة الاتفاق لدى لقائه …
    verbs = [each for each in sentence.events if each[0] < at and each[1].form != "noun"]
    return bool(verbs) and status(sentence, verbs[-1], False, True) in ("planned", "conditional")


def _parties(line: Line, found: Found, about: str) -> Encounter | None:
    """Return who met whom or went where, ``None`` unless both are named."""
    at, one = found
    noun, lemma = one.form == "noun", fold(one.lemma)
    phrases = line.phrases(at if noun else at + 1)
    told = None if noun else Sides(line).parties(at, found, one.type or "CONSULT")
    who = _owner(line, at, phrases, about) if told is None else _people(line, told.who)
    if not who:
        return None
    if lemma in small_words("journey"):
        goal = next((each for each in phrases if _goal(each, lemma)), None)
        return Encounter(who, place=goal.names[0], end=goal.end) if goal is not None else None
    whom = _guests(phrases, line) if told is None else _people(line, told.whom)
    whom = tuple(name for name in whom if name not in who)
    ends = [each.end for each in phrases if set(each.names) & set(whom)]
    return Encounter(who, whom, end=max(ends, default=0)) if whom else None


def _goal(one: Phrase, lemma: str) -> bool:
    """Say whether a phrase is the country or capital where one goes: under إلى or ل, or the object of زار."""
    return (
        one.type == "LOC"
        and bool(lands(one.names[0]))
        and (one.lead in ("الي", "ل") or (not one.lead and lemma in small_words("to a place")))
    )


def _owner(line: Line, at: int, phrases: Sequence[Phrase], about: str) -> tuple[str, ...]:
    """Return whose meeting a noun tells: in its genitive, or to whom its pronoun can only point."""
    word = line.words[at]
    if owned(word):
        before = {each.entity for each in line.mentions if each.type == "PER" and each.end <= word.start}
        his = about if word.form.endswith("ه") else ""
        name = before.pop() if len(before) == 1 else "" if before else his
        return (name,) if name and not word.form.endswith("هم") else ()
    return tuple(name for name, kind in phrases[0].inner[:1] if kind == "PER") if phrases else ()


def _guests(phrases: Sequence[Phrase], line: Line) -> tuple[str, ...]:
    """Return the people met behind a noun: its object, or under مع or ب, and those whom و adds behind a comma."""
    found: list[str] = []
    for one in phrases[1:]:
        added = not one.lead and line.words[one.start].form[:1] == "و"
        if one.type == "PER" and (added if found else not added and one.lead in ("", *_LEADS)):
            found += one.names
        elif found:
            break
    return tuple(found[:GUESTS])


def _people(line: Line, names: Sequence[str]) -> tuple[str, ...]:
    people = {one.entity for one in line.mentions if one.type == "PER"}
    return tuple(name for name in names if name in people or name in line.titles)


def about(people: Sequence[tuple[str, int]], start: int) -> str:
    """Return whom a report is about, if he is named within ``NEAR`` code points before ``start``: else nobody.

    ``people`` are its names of people with their offsets; he must have half of them.
    """
    counts: dict[str, int] = {}
    for name, _ in people:
        counts[name] = counts.get(name, 0) + 1
    name = max(counts, key=lambda each: (counts[each], each), default="")
    if not name or 2 * counts[name] < len(people):
        return ""
    return name if any(each == name and start - NEAR <= at < start for each, at in people) else ""


def may_tell(words: Sequence[Token]) -> bool:
    """Say whether a sentence has a word of meeting or going at all."""
    known, wanted = event_words(), small_words("meeting") | small_words("journey")
    return any((one := known.get(word.key)) is not None and fold(one.lemma) in wanted for word in words)
