"""Where two tellings of one claim contradict each other: polarity, modality, date, place, scope of a headline.

That the passages tell one claim is the caller's to know. Numbers are compared by ``link.figures``, which knows what is
counted. Likeness of words cannot see contradiction, so rules on negation, contraries and certainty decide.

Misses: contradiction by knowledge of the world, irony, actors that only an active or passive verb tells apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.link.accounts.passages import Passage, Word
from riwaya.link.accounts.wordlists import joined, listed
from riwaya.link.terms import stem, term
from riwaya.model import DetailKind, Time

_SHARED = 2  # further words that two passages must share for a contrary or a negation to be of one thing
_DAY = len("2018-01-01")
_WHERE = 60  # letters between an event and its place
_NEAR = 30  # letters between an event and its date
_SHORT = 3  # letters of a word that says nothing by itself
_HEAD = 2  # telling words of a denial that tell what is denied
_MAIN = 5  # telling words at the head of a passage, where its predicate stands
_NESTED = 2  # places that a passage may give: ``جامع … في حي …``
_FAR = 3  # words between a negated word and what shows that it is of the same thing


class Difference(Struct, frozen=True):
    """What two passages contradict each other in, with the words (offsets in their reports) and a reason in a word."""

    kind: DetailKind
    left: tuple[int, int]
    right: tuple[int, int]
    reason: str


def compare(left: Passage, right: Passage) -> tuple[Difference, ...]:
    """Return what two tellings of one claim contradict each other in.

    ``وافقت الحكومة على الهدنة`` (agreed to the truce) against ``رفضت الحكومة الهدنة`` (refused it) → polarity;
    ``تنسحب القوات`` against ``قد تنسحب القوات`` (may) → modality.
    """
    finders = (_denial, _negation, _contraries, _certainty, _dates, _places, _scope, _one_or_more)
    return tuple(one for find in finders for one in find(left, right))


def _denial(left: Passage, right: Passage) -> Iterator[Difference]:
    """One says it, the other denies it: ``نفى المتحدث وقوع القصف``."""
    if left.denied != right.denied and _any_negated(right if left.denied else left):
        return
    denial, other = (left, right) if left.denied else (right, left)
    what = any(_names(word) & other.names for word in denial.words[:_HEAD])
    shared, least = len(left.terms & right.terms), min(len(left.terms), len(right.terms))
    enough = shared > _SHARED or shared + 1 >= least
    if left.denied != right.denied and what and enough and _of_one_thing(left, right, frozenset()):
        yield Difference("polarity", (left.start, left.end), (right.start, right.end), "denied")


def _any_negated(passage: Passage) -> bool:
    """Say whether a passage may say no in its own way."""
    keys = {fold(word.strip('،.:"«»()')) for word in passage.text.split()}
    return not keys.isdisjoint(joined("negative") | joined("denying"))


def _says_no(passage: Passage) -> bool:
    """Say whether a passage has a word of negation."""
    keys = {fold(word.strip('،.:"«»()')) for word in passage.text.split()}
    return not keys.isdisjoint(joined("not"))


def _negation(left: Passage, right: Passage) -> Iterator[Difference]:
    if left.denied or right.denied:
        return
    for one, other, turned in ((left, right, False), (right, left, True)):
        if not any(word.negated for word in one.words):
            continue
        affirmed = _by_name(word for word in other.words if not word.negated and not word.unsure)
        for word in one.words:
            rival = _found(word, affirmed) if word.negated else None
            again = any(not same.negated and not _names(same).isdisjoint(_names(word)) for same in one.words)
            if rival is None or again or _any_negated(other) or not (word.event or rival.event):
                continue
            if _beside(word, one) & other.terms and _of_one_thing(one, other, _names(word)):
                places = _spans(word, rival)
                yield Difference("polarity", *(places[::-1] if turned else places), "negated")
                return


def _of_one_thing(left: Passage, right: Passage, apart: frozenset[str]) -> bool:
    """Say whether two passages of one day share so much else that a contrary in them is of one thing."""
    shared = len((left.terms & right.terms) - apart)
    least = min(len(left.terms - apart), len(right.terms - apart))
    one_day = left.voice.day[:_DAY] == right.voice.day[:_DAY]
    return one_day and shared >= _SHARED and 2 * shared >= least


def _names(word: Word) -> frozenset[str]:
    """Return the stem and the lemma of a word: ``يوقع`` and ``وقع`` share the lemma."""
    return frozenset((word.term, word.event)) if word.event else frozenset((word.term,))


def _by_name(words: Iterable[Word]) -> dict[str, Word]:
    return {name: word for word in words for name in _names(word)}


def _found(word: Word, among: Mapping[str, Word]) -> Word | None:
    return next((among[name] for name in sorted(_names(word)) if name in among), None)


def _beside(word: Word, passage: Passage) -> frozenset[str]:
    """Return the words right after a word: what is said not to be so."""
    at = next(place for place, one in enumerate(passage.words) if one is word)
    return frozenset(one.term for one in passage.words[at + 1 : at + 1 + _FAR])


def _spans(left: Word, right: Word) -> tuple[tuple[int, int], tuple[int, int]]:
    return (left.start, left.end), (right.start, right.end)


def _contraries(left: Passage, right: Passage) -> Iterator[Difference]:
    """One has a word and the other its contrary, and neither has both: ``ارتفاع`` and ``انخفاض``."""
    for up, down, kind in _pairs():
        for one, other in ((up, down), (down, up)):
            if one.isdisjoint(left.names) or other.isdisjoint(right.names):
                continue
            here = [word for word in left.words if not one.isdisjoint(_names(word))]
            there = [word for word in right.words if not other.isdisjoint(_names(word))]
            if not here or not there or _says_no(left) or _says_no(right):
                continue
            if left.words.index(here[0]) >= _MAIN or right.words.index(there[0]) >= _MAIN:
                continue
            if left.names & other or right.names & one:
                continue
            if not _of_one_thing(left, right, one | other):
                continue
            yield Difference(kind, *_spans(here[0], there[0]), "contrary")
            return


@cache
def _pairs() -> tuple[tuple[frozenset[str], frozenset[str], DetailKind], ...]:
    return tuple((_terms(row["left"]), _terms(row["right"]), "polarity") for row in table("contraries"))


def _terms(words: str) -> frozenset[str]:
    keys = [fold(word) for word in words.split()]
    return frozenset(
        name for word, key in zip(words.split(), keys, strict=True) for name in (term(key) or stem(key), word)
    )


def _certainty(left: Passage, right: Passage) -> Iterator[Difference]:
    """One tells as done what the other, on the same day, only holds possible."""
    if left.denied or right.denied or left.voice.day[:_DAY] != right.voice.day[:_DAY] or left.title or right.title:
        return
    for one, other, turned in ((left, right, False), (right, left, True)):
        if not any(word.unsure for word in one.words):
            continue
        sure = _by_name(word for word in other.words if word.form == "past" and not word.unsure)
        for word in one.words:
            rival = _found(word, sure)
            if rival is None or not word.unsure or word.form == "future" or word.negated or rival.negated:
                continue
            main = one.words.index(word) < _MAIN and other.words.index(rival) < _MAIN
            if main and _beside(word, one) & other.terms:
                places = _spans(word, rival)
                yield Difference("modality", *(places[::-1] if turned else places), "possible")
                return


def _dates(left: Passage, right: Passage) -> Iterator[Difference]:
    """Each gives one day by its number, and not the same, to one event."""
    one, other = _day(left), _day(right)
    if one is None or other is None or one.value is None or other.value is None:
        return
    if one.value[:_DAY] != other.value[:_DAY] and _event_before(left, one.start, _NEAR) & _event_before(
        right, other.start, _NEAR
    ):
        yield Difference("date", (one.start, one.end), (other.start, other.end), "day")


def _event_before(passage: Passage, at: int, far: int) -> frozenset[str]:
    """Return the events that a date or place stands by: the event words shortly before it."""
    before = [word for word in passage.words if word.event and word.end <= at and at - word.end < far]
    return frozenset(name for word in before for name in _names(word))


def _before(passage: Passage, time: Time) -> list[str]:
    return passage.text[: time.start - passage.start].split()[-2:]


def _day(passage: Passage) -> Time | None:
    found = [
        one
        for one in passage.times
        if one.type == "DATE" and one.value and len(one.value) >= _DAY and one.value[:_DAY].count("-") == 2
    ]
    days = {(one.value or "")[:_DAY] for one in found if "W" not in (one.value or "")}
    if any(fold(word) in listed("bounds") for one in found for word in _before(passage, one)):
        return None
    explicit = [
        one for one in found if any(map(str.isdigit, passage.text[one.start - passage.start : one.end - passage.start]))
    ]
    return explicit[0] if len(days) == 1 and explicit else None


def _places(left: Passage, right: Passage) -> Iterator[Difference]:
    """Two voices of one report tell where in one city the same fell or happened, and not the same place."""
    if left.doc != right.doc or left.title or right.title or not left.events & right.events:
        return
    if "own-voice" in (left.voice.unknown, right.voice.unknown):
        return  # the report's own words name one place widely and narrowly
    one, other = _spots(left), _spots(right)
    here, there = ({fold(name) for name, *_ in passage.places} for passage in (left, right))
    apart = not {name for name, *_ in one} & there and not {name for name, *_ in other} & here and bool(here & there)
    if not (one and other and apart and len(one) <= _NESTED and len(other) <= _NESTED):
        return
    if _names_any(left, other) or _names_any(right, one):
        return
    if _event_before(left, one[-1][1], _WHERE) & _event_before(right, other[-1][1], _WHERE):
        yield Difference("place", one[-1][1:], other[-1][1:], "place")


def _names_any(passage: Passage, spots: Sequence[tuple[str, int, int]]) -> bool:
    """Say whether a passage names a place of the other in full: the one may lie in the other."""
    words = fold(passage.text).split()
    names = [[part.removeprefix("ال") for part in name.split()] for name, *_ in spots]
    return any(all(any(word.endswith(part) for word in words) for part in name) for name in names)


def _spots(passage: Passage) -> list[tuple[str, int, int]]:
    """Return the places of a passage in which something is: ``داخل المنطقة الخضراء``; no country, no capital."""
    found = []
    for name, start, end in passage.places:
        before = passage.text[: start - passage.start].split()
        near = {fold(word) for word in before[-2:]}
        if not near.isdisjoint(listed("where")) and fold(name) not in _wide():
            found.append((fold(name), start, end))
    return found


@cache
def _wide() -> frozenset[str]:
    rows = (";".join((row["name"], row["aliases"], row["capital"])) for row in table("countries"))
    return frozenset(fold(name) for names in rows for name in names.split(";") if name)


def _one_or_more(left: Passage, right: Passage) -> Iterator[Difference]:
    """One counts two of what the other has one of: ``صاروخان سقطا``, ``سقوط صاروخ``."""
    if left.doc != right.doc or not left.events & right.events or left.title or right.title:
        return
    for one, other, turned in ((left, right, False), (right, left, True)):
        counted = {term(fold(figure.counted.split()[0])): figure for figure in one.figures if figure.counted.split()}
        for word in other.words:
            figure = counted.get(word.term)
            if figure is None or figure.relation != "exactly" or figure.number != 2 or word.event:
                continue
            printed = fold(other.text[word.start - other.start : word.end - other.start])
            if printed == word.term and not any(here.start <= word.start < here.end for here in other.figures):
                places = (figure.start, figure.end), (word.start, word.end)
                yield Difference("number", *(places[::-1] if turned else places), "one or more")
                return


def _scope(left: Passage, right: Passage) -> Iterator[Difference]:
    """A headline drops what limits the claim in the text below it: ``قواتها`` for ``قواتها المتبقية``."""
    if left.doc != right.doc or left.title == right.title:
        return
    title, body = (left, right) if left.title else (right, left)
    heads = {word.term for word in title.words}
    for at, word in enumerate(body.words):
        if _limits(body, word) and word.term not in heads:
            near = [one for one in body.words[max(0, at - 2) : at] if one.term in heads and _adjoins(one, word, body)]
            said = next((one for one in title.words if near and one.term == near[0].term), None)
            if said is not None and not _told_otherwise(title, said, body):
                places = (said.start, said.end), (near[0].start, word.end)
                yield Difference("headline", *(places if left.title else places[::-1]), "limit")
                return


def _told_otherwise(title: Passage, said: Word, body: Passage) -> bool:
    """Say whether the headline has an adjective of its own there: ``حظر دائم`` is no ``حظر مؤقت``."""
    after = [fold(word) for word in title.text[said.end - title.start :].split()[:1]]
    return any(len(word) > _SHORT and word not in {fold(one) for one in body.text.split()} for word in after)


def _adjoins(noun: Word, limit: Word, body: Passage) -> bool:
    """Say whether a limit can be of a noun: at most one adjective stands between (``قواتها القتالية المتبقية``)."""
    return len(body.text[noun.end - body.start : limit.start - body.start].split()) <= 1


def _limits(passage: Passage, word: Word) -> bool:
    printed = fold(passage.text[word.start - passage.start : word.end - passage.start])
    return printed in _limiting() or printed.removeprefix("ال") in _limiting()


@cache
def _limiting() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in table("limits"))
