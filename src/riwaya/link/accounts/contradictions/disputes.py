"""What one party says and another denies, across the reports of a story: ``نفت سهلان قطع المياه عن بندر``.

A denial and the claim that it denies share few of the other words of their sentences, so that they are not found as
tellings of one claim: here a denial is matched by what it denies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.link.accounts.contradictions.denials import Denial, accuses
from riwaya.link.accounts.contradictions.difference import DAY, Difference, has, names
from riwaya.link.accounts.passages import Passage, Word
from riwaya.link.accounts.wordlists import joined, listed
from riwaya.link.parties import lands
from riwaya.link.terms import rarity, term

BLAMED = 0.7  # of what somebody denies his part in that the claim tells
COVERED = 0.55  # of what is denied that somebody else's claim tells
_HEAD = 2  # words of a denial that tell what is denied, one of which the claim has
_LOOSE = 4  # words more than in the denial, among which the claim has them
_BEFORE = 3  # days between a claim and its denial
_AFTER = 3
_LEAST = 3  # words that both share at least
_HELD = 20  # letters of a clause that a passage has of it at least
_ACCUSED = 30  # letters of a claim in which whom it accuses stands
_ANSWERED = 2  # words that a claim and its denial share, and how rare they are together
_RARE = 6.0
_ACT = 3  # words that tell of what somebody is accused
_MOST_CLAIMS = 6  # that one denial is set against
_MOST_WORDS = 12  # of a denial, beyond which its content runs on
_STOP = re.compile(
    r"[،؛.]|\s(?:مؤكد|مشير|معتبر|موضح|لافت|واصف|قائل)|\s(?:وهو|وهي|لأن|رغم|بعد أن|بعدما|عقب|وسط|وقال|وأكد)\s"
)


class Dispute(Struct, frozen=True):
    """Two passages (places in a list) that contradict each other across reports or voices, and in what."""

    left: int
    right: int
    difference: Difference


def pointing(passages: Sequence[Passage], found: Sequence[tuple[int, Denial]]) -> Iterator[Dispute]:
    """Yield what denials that point back deny; ``found`` has the place of each denial among the passages."""
    by_doc: dict[str, list[int]] = {}
    for at, one in enumerate(passages):
        by_doc.setdefault(one.doc, []).append(at)
    for at, denial in found:
        denier = denial.passage.voice.speaker
        near = [
            (min(one.end, denial.end) - max(one.start, denial.start), one.voice.unknown != "own-voice", -other)
            for other in by_doc[denial.passage.doc]
            if other != at
            and not (one := passages[other]).denied
            and one.voice.speaker != denier
            and not has(one, "denying", "denies")
        ]
        size, _, other = max(near, key=lambda one: (one[0] >= _HELD, one[1], one[0], one[2]), default=(0, False, 0))
        if size >= _HELD:
            claim = passages[-other]
            if denial.accused and claim.voice.unknown == "own-voice" and not accuses(claim.text):
                continue
            if denial.own and not (claim.accuses or accuses(claim.text)):
                continue
            told = max(claim.start, denial.start), min(claim.end, denial.end)
            here = denial.passage.start, denial.passage.end
            yield Dispute(-other, at, Difference("polarity", told, here, "denied"))


def matched(passages: Sequence[Passage]) -> Iterator[Dispute]:
    """Yield for each denial of the story the claims that it denies, the best of each report.

    ``نفت الوزارة إقالة المحافظ`` beside ``إقالة محافظ بندر``; ``نفت سهلان ضلوعها في الهجوم`` beside who holds it to be
    behind the attack. Misses: denials in quite other words.
    """
    postings: dict[str, list[int]] = {}
    for at, one in enumerate(passages):
        for name in sorted(one.names):
            postings.setdefault(name, []).append(at)
    for at, one in enumerate(passages):
        if one.denied and one.denies and not one.title:
            yield from _claims(at, passages, postings)


def _claims(at: int, passages: Sequence[Passage], postings: Mapping[str, Sequence[int]]) -> Iterator[Dispute]:
    denial = passages[at]
    words = _denied(denial)
    own = any(_printed(denial, word) in listed("own part") for word in words[:1])
    words = words[1:] if own else words
    if {fold(word) for word in denial.text.split()[:1]} & listed("pointing"):
        return  # it points back: that is ``denials``
    near = {
        other
        for at_word, word in enumerate(words)
        for name in names(word)
        for other in postings.get(name, ())
        if at_word < _HEAD or passages[other].accuses
    }
    best: dict[str, tuple[float, int]] = {}
    for other in sorted(near):
        claim = passages[other]
        if claim.denied or _one_side(denial, claim) or _says_no(claim) or not _in_time(denial, claim, own):
            continue
        if not own and (claim.voice.unknown == "own-voice" or _elsewhere(denial, claim)):
            continue  # what the reporter tells around a denial is seldom the claim
        covered = _blamed(denial, claim, words) if own else max(_covered(claim, words), _answered(denial, claim, words))
        if covered >= (BLAMED if own else COVERED) and covered > best.get(claim.doc, (0.0, 0))[0]:
            best[claim.doc] = covered, other
    for _, other in sorted(best.values(), key=lambda one: (-one[0], one[1]))[:_MOST_CLAIMS]:
        claim = passages[other]
        places = (claim.start, claim.end), (denial.start, denial.end)
        yield Dispute(other, at, Difference("polarity", *places, "denied"))


def _covered(claim: Passage, words: Sequence[Word]) -> float:
    """Return how much of what is denied stands close together in a claim."""
    if len(words) < _LEAST:
        return 0.0
    weights = [rarity(word.term, 0, 0) for word in words]
    best = 0.0
    for first in range(len(claim.words)):
        near = frozenset(name for word in claim.words[first : first + len(words) + _LOOSE] for name in names(word))
        held = [bool(names(word) & near) for word in words]
        if sum(held) >= _LEAST and any(held[:1]) and any(held[1:3]):
            best = max(best, sum(w for w, one in zip(weights, held, strict=True) if one) / (sum(weights) or 1.0))
    return best


def _blamed(denial: Passage, claim: Passage, words: Sequence[Word]) -> float:
    """Return how much of what a party denies its part in stands in a claim that holds it to have done it."""
    keys = [fold(word.strip('،.:"«»()#')) for word in claim.text.split()]
    if not words or not any(key in joined("blame") for key in keys) or not _named_in(denial.voice.speaker, claim.text):
        return 0.0
    weights = {word.term: rarity(word.term, 0, 0) for word in words}
    held = sum(weights[word.term] for word in words if names(word) & claim.names)
    return held / (sum(weights.values()) or 1.0)


def _answered(denial: Passage, claim: Passage, words: Sequence[Word]) -> float:
    """Return 1 where a claim accuses the one who denies, of what is told with the same rare words."""
    first = " ".join(claim.text[:_ACCUSED].split()[:3])
    if not claim.accuses or not _named_in(denial.voice.speaker, first):
        return 0.0
    party = {term(fold(part)) for part in (*denial.voice.speaker.split(), *first.split())}
    shared = {word.term for word in words if names(word) & claim.names} - party
    act = [word.term for word in claim.words if word.term not in party][:_ACT]
    enough = len(shared) >= _ANSWERED and sum(rarity(one, 0, 0) for one in shared) >= _RARE
    return float(enough and not shared.isdisjoint(act))


def _named_in(name: str, text: str) -> bool:
    """Say whether a passage names a party, a country under any of its names."""
    codes = lands(name)
    if codes:
        return bool(set(codes) & set(lands(text)))
    terms = {term(fold(word.strip('،.:"«»()#'))) for word in text.split()}
    return any(term(fold(part)) in terms for part in name.split() if term(fold(part)))


def _elsewhere(denial: Passage, claim: Passage) -> bool:
    """Say whether a denial is of what is inside a place, and a claim does not say so."""
    return "داخل" in denial.text and "داخل" not in claim.text


def _in_time(denial: Passage, claim: Passage, own: bool) -> bool:
    """Say whether a claim was made when it was denied; who is blamed goes on to be."""
    one, other = denial.voice.day[:DAY], claim.voice.day[:DAY]
    if len(one) < DAY or len(other) < DAY:
        return False
    after = (date.fromisoformat(one) - date.fromisoformat(other)).days
    return -_AFTER <= after <= _BEFORE if own or claim.accuses else 0 <= after <= _BEFORE


def _denied(denial: Passage) -> list[Word]:
    """Return the words that tell what is denied: the first clause of the content, without ``صحة``, ``أنباء`` …"""
    stop = _STOP.search(denial.text, 12)
    end = denial.start + (stop.start() if stop is not None else len(denial.text))
    told = [w for w in denial.words if w.start < end and _printed(denial, w) not in listed("about claims")]
    return told[:_MOST_WORDS]


def _printed(passage: Passage, word: Word) -> str:
    return fold(passage.text[word.start - passage.start : word.end - passage.start])


def _one_side(denial: Passage, claim: Passage) -> bool:
    """Say whether the claim is told by the one who denies it."""
    one, other = denial.voice, claim.voice
    return bool(one.speaker) and one.speaker == other.speaker


def _says_no(passage: Passage) -> bool:
    return has(passage, "negation", "negation of verbs", "denying", "denies", "not told")
