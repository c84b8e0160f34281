"""Where each statement of one report comes from: the last of its chain and its occasion, else its speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.model import Link, Statement
from riwaya.origin.name import OriginName, talk
from riwaya.origin.pairs import the_two, two_states

_SPEAKS = frozenset({"person", "office", "government", "document"})
_ISSUERS = ("government", "office", "person")
_CARRIERS = ("agency", "outlet")
_JOINT = fold("مشترك")
_NEAR = 6  # statements after which an office that relayed a speaker's words is no longer taken to relay them
_REACH = 40  # letters behind a speaker in which it may say whose words it carries
_FROM = re.compile(r"^[\s\"»”)]*(?:\w+\s+)?عن\s+(\w+)")
_Place = tuple[str, int | None]


def origins(statements: Sequence[Statement], text: str = "") -> tuple[str | None, ...]:
    """Return each statement's origin: the last of its chain and its occasion, else its speaker; None where unknown.

    ``وقالت الدرعاوي كما نقل المكتب الإعلامي`` (she said, the office relays) → ``المكتب الإعلامي``. A document or
    an occasion alone names nothing that two reports could share, so whoever issued or held it is added:
    ``بيان (حكومة سهلان)``; a joint one is both parties'. Unnamed sources have no origin: they are listed, never
    counted. ``text``, that of the report, tells ``البيان`` (the communiqué) from another one.

    Misses: a collective speaker (``خبراء``, experts) is taken as unknown, although some are bodies.
    """
    return tuple(one.label if one is not None else None for one in sources(statements, text))


def sources(statements: Sequence[Statement], text: str = "") -> tuple[OriginName | None, ...]:
    """Return each statement's origin by its parts."""
    documents = _Documents(statements, text)
    found = (statements[at] for at in bases(statements))
    return tuple(None if _of_the_unnamed(one, text) else _named(one, documents) for one in found)


def bases(statements: Sequence[Statement]) -> tuple[int, ...]:
    """Return for each statement the place of the one whose source is its source too, mostly its own.

    What stands in another's words comes from where these come from. ``الطرفان`` are the two of the joint statement or
    the two states named before. What a speaker goes on to say came through the office, or in the interview, that his
    words came through around it.
    """
    found: list[int] = []
    for at, one in enumerate(statements):
        found.append(found[one.parent] if one.parent is not None and one.parent < at else _basis(statements, at, found))
    return tuple(found)


def _basis(statements: Sequence[Statement], at: int, found: Sequence[int]) -> int:
    one = statements[at]
    if one.speaker is None or one.speaker.kind == "unnamed":
        return at
    if one.chain:
        return _interview(statements, at) if one.chain[-1].kind in _CARRIERS and one.occasion is None else at
    if one.occasion is not None:
        return at
    if one.speaker.kind == "collective":
        return _the_pair(statements, at) if the_two(one.speaker.name) else at
    if one.speaker.kind == "government":
        return _same_statement(statements, at)
    return _relayed(statements, at, found) if one.speaker.kind == "person" else at


def _interview(statements: Sequence[Statement], at: int) -> int:
    """Return the one interview in which a speaker said all that an agency has from him: ``سنابل: الراوي: لا حاجة``."""
    carrier, name = statements[at].chain[-1], _speaker(statements[at])
    held = {
        (fold(other.occasion.name), other.occasion.start): n
        for n, other in reversed(tuple(enumerate(statements)))
        if other.occasion is not None
        and talk(other.occasion.name)
        and other.parent is None
        and other.chain
        and (other.chain[-1].kind, fold(other.chain[-1].name)) == (carrier.kind, fold(carrier.name))
        and _speaker(other) == name
    }
    return next(iter(held.values())) if len(held) == 1 else at


def _the_pair(statements: Sequence[Statement], at: int) -> int:
    """Return the joint statement before ``الطرفان``, else the two states that spoke before."""
    before = [n for n in range(at) if statements[n].parent is None]
    joint = [n for n in before if _joint_document(statements[n])]
    pairs = [n for n in before if _pair(statements[n])]
    return (joint or pairs or [at])[-1]


def _same_statement(statements: Sequence[Statement], at: int) -> int:
    """Return the joint statement that goes on around what one of its two states says."""
    before = next((n for n in range(at - 1, -1, -1) if _joint_document(statements[n])), None)
    if before is None:
        return at
    place = _place(statements[before].chain[-1])
    after = (one for one in statements[at + 1 :] if _joint_document(one))
    return before if any(_place(one.chain[-1]) == place for one in after) else at


def _relayed(statements: Sequence[Statement], at: int, found: Sequence[int]) -> int:
    """Return where an office relayed the words of the same speaker, shortly before."""
    name = _speaker(statements[at])
    for n in range(at - 1, max(-1, at - _NEAR - 1), -1):
        if statements[n].parent is None and _speaker(statements[n]) == name:
            chain = statements[found[n]].chain
            return found[n] if chain and chain[-1].kind == "office" else at
    return at


def _speaker(statement: Statement) -> str:
    return fold(statement.speaker.name) if statement.speaker is not None else ""


def _pair(statement: Statement) -> bool:
    return statement.speaker is not None and two_states(statement.speaker.name)


def _joint_document(statement: Statement) -> bool:
    last = statement.chain[-1] if statement.chain else None
    return last is not None and last.kind == "document" and _JOINT in fold(last.name)


# ── names ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _named(statement: Statement, documents: _Documents) -> OriginName | None:
    speaker, occasion = statement.speaker, statement.occasion
    if speaker is not None and (speaker.kind == "unnamed" or fold(speaker.name) in _our_own()):
        return None
    if statement.chain:
        return _last(statement, statement.chain[-1], documents)
    if speaker is None:
        return None
    pair = two_states(speaker.name)
    if speaker.kind not in _SPEAKS and not pair:
        return None
    if occasion is not None:
        return OriginName("occasion", occasion.name, speaker.name)
    return OriginName("joint" if pair else "speaker", speaker.name)


def _last(statement: Statement, last: Link, documents: _Documents) -> OriginName | None:
    if last.kind == "unnamed":
        return None
    if last.kind == "document":
        joint = _JOINT in fold(last.name)
        return OriginName("joint" if joint else "document", last.name, documents.issuer(last))
    if statement.occasion is not None and last.kind in _CARRIERS:
        return OriginName("interview", last.name, statement.occasion.name)
    return OriginName("relay", last.name)


def _of_the_unnamed(statement: Statement, text: str) -> bool:
    """Say whether a speaker carries an unnamed source's words: ``نقلت صحيفة النهر عن مصدر في الوزارة``."""
    speaker = statement.speaker
    if speaker is None or speaker.kind != "office" or speaker.end is None or statement.chain:
        return False
    source = _FROM.match(text[speaker.end : speaker.end + _REACH])
    return source is not None and fold(source[1]).removeprefix("ال") in _unnamed()


@cache
def _our_own() -> frozenset[str]:
    """Return how an outlet calls its own correspondents: ``مراسلنا``."""
    rows = (row["words"] for row in table("voicewords") if row["class"] == "our own")
    return frozenset(fold(word) for words in rows for word in words.split())


@cache
def _unnamed() -> frozenset[str]:
    """Return the words by which sources go that are not named: ``مصدر``, ``شهود``, ``مسؤولين``."""
    return frozenset(fold(row["name"]).removeprefix("ال") for row in table("links") if row["kind"] == "unnamed")


class _Documents:
    """The documents of a report: which mentions are of one, and who issued it."""

    def __init__(self, statements: Sequence[Statement], text: str) -> None:
        self._text = text
        told = [one for one in statements if one.chain and one.chain[-1].kind == "document"]
        self._places = sorted({_place(one.chain[-1]) for one in told}, key=lambda place: place[1] or 0)
        self._issuers: dict[_Place, tuple[int, str]] = {}
        for one in told:
            self._issued(one)

    def issuer(self, document: Link) -> str:
        """Return who issued a document: the government or office that speaks through it, else its first speaker."""
        return self._issuers.get(self._first(document), (0, ""))[1]

    def _issued(self, statement: Statement) -> None:
        speaker, document = statement.speaker, statement.chain[-1]
        if speaker is None or (speaker.kind not in _ISSUERS and not two_states(speaker.name)):
            return
        if _JOINT in fold(document.name) and not two_states(speaker.name):
            return
        rank = _ISSUERS.index(speaker.kind) if speaker.kind in _ISSUERS else 0
        place = self._first(document)
        if place not in self._issuers or rank < self._issuers[place][0]:
            self._issuers[place] = (rank, speaker.name)

    def _first(self, document: Link) -> _Place:
        """Return where a document was named first: ``البيان`` takes up the last ``بيان`` before it."""
        place = _place(document)
        if document.start is None or not self._text.startswith("ال", document.start):
            return place
        head = _head(document.name)
        before = [one for one in self._places if one[1] is not None and one[1] < document.start]
        same = [one for one in before if _head(one[0]) == head]
        return same[-1] if same else place


def _place(document: Link) -> _Place:
    return document.name, document.start


def _head(name: str) -> str:
    words = fold(name).split()
    return words[0].removeprefix("ال") if words else ""
