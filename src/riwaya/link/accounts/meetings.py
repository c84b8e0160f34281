"""Where voices of one claim meet in their words: copied text, one quotation, a relay of somebody, a headline's speaker.

Whoever each outlet names, words that two tellings share at length have one origin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.arabic.verbs import readings_as_they_stand
from riwaya.link.accounts.voices import Party, Voice
from riwaya.link.accounts.wordlists import joined
from riwaya.link.terms import term
from riwaya.model import Copy, Evidence, MergeReason

RUN = 8  # words in a row that two tellings don't share by chance
WITHIN = 6  # the same, within one report
QUOTED = 5  # the same, where they are all that one of the two has
MOSTLY = 0.5  # of the words of the longer, where both speak of themselves
_WHY: dict[str, MergeReason] = {"quotation": "one-occasion"}

Meeting = tuple[int, int, MergeReason]


def copied(voices: Sequence[Voice], copies: Sequence[Copy]) -> Iterator[Meeting]:
    """Yield pairs of voices whose words stand in text that one report copied, or in one speech that both quote."""
    shared: dict[tuple[str, str], list[tuple[Evidence, MergeReason]]] = {}
    for copy in copies:
        why: MergeReason = "one-outlet" if copy.same_outlet else _WHY.get(copy.kind, "copied")
        pair = min(copy.doc, copy.original), max(copy.doc, copy.original)
        shared.setdefault(pair, []).extend((one, why) for one in copy.evidence)
    for left, right in combinations(range(len(voices)), 2):
        one, other = voices[left], voices[right]
        passages = shared.get((min(one.doc, other.doc), max(one.doc, other.doc)), [])
        if one.doc != other.doc and (why_ := _within(one, passages)) and _within(other, passages):
            yield left, right, why_


def word_for_word(voices: Sequence[Voice], texts: Mapping[str, str]) -> Iterator[Meeting]:
    """Yield pairs of known voices that share a long run of words, in two reports also all the words of one of them.

    One report that has two say the same words takes one for the other.
    """
    keys = [_keys(one, texts) if one.unknown is None else () for one in voices]
    long, short = ([_runs(one, width) for one in keys] for width in (RUN, WITHIN))
    for left, right in combinations(range(len(voices)), 2):
        if voices[left].doc == voices[right].doc:
            if not short[left].isdisjoint(short[right]):
                yield left, right, "one-origin"
        elif long[left] & long[right] or _whole(keys[left], keys[right]) or _whole(keys[right], keys[left]):
            yield left, right, "copied"
        elif _of_himself(keys[left]) and _of_himself(keys[right]) and _much(keys[left], keys[right]):
            yield left, right, "one-occasion"


def _runs(keys: Sequence[str], width: int) -> frozenset[str]:
    return frozenset(" ".join(keys[at : at + width]) for at in range(len(keys) - width + 1))


def _whole(short: Sequence[str], long: Sequence[str]) -> bool:
    return QUOTED <= len(short) < RUN and f" {' '.join(short)} " in f" {' '.join(long)} "


def _of_himself(keys: Sequence[str]) -> bool:
    """Say whether somebody speaks of himself: ``تلقينا اتصالا``, ``سنتابع الوضع``."""
    return any(one.features.person == 1 for key in keys for one in readings_as_they_stand(key)[:1])


def _much(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether two have most of their words in common: one sentence, translated twice."""
    here, there = ({term(key) for key in keys} - {""} for keys in (left, right))
    return len(here & there) >= MOSTLY * max(len(here), len(there), 1)


def _keys(voice: Voice, texts: Mapping[str, str]) -> tuple[str, ...]:
    text = texts.get(voice.doc, "")[voice.start : voice.end]
    return tuple(token.key for token in tokens(text) if token.kind != "punct")


def relayed(voices: Sequence[Voice], texts: Mapping[str, str]) -> Iterator[Meeting]:
    """Yield an agency or outlet with those whom it names where it tells what others said: ``وفق لوائح الاتحاد``."""
    relays = [at for at, one in enumerate(voices) if one.parties and all(map(_house, one.parties))]
    known = [at for at, one in enumerate(voices) if one.parties and at not in relays]
    for at in relays:
        keys = _keys(voices[at], texts)
        words = {_plain(key) for key in keys}
        for other in known if not joined("tells what others said").isdisjoint(keys) else ():
            name = fold(voices[other].parties[0].name).split()
            if words.issuperset(map(_plain, name[-1:] if voices[other].parties[0].person else name)):
                yield min(at, other), max(at, other), "one-origin"


def _plain(key: str) -> str:
    return key.removeprefix("و").removeprefix("ل").removeprefix("ال")


def _house(party: Party) -> bool:
    return bool(party.bodies) and not party.person and all(body.kind == "house" for body in party.bodies)


def _within(voice: Voice, passages: Sequence[tuple[Evidence, MergeReason]]) -> MergeReason | None:
    length = max(voice.end - voice.start, 1)
    return next(
        (
            why
            for one, why in passages
            if one.doc == voice.doc and 2 * (min(one.end, voice.end) - max(one.start, voice.start)) > length
        ),
        None,
    )
