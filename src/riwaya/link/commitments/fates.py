"""What a report says became of an undertaking: ``أوفت سلوان بتعهدها``, ``أكملت سحب قواتها``, ``لم تلتزم بوعدها``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from sys import intern
from typing import Literal

from msgspec import Struct

from riwaya.arabic.tokens import Token
from riwaya.link.clauses import Words
from riwaya.link.commitments.pledges import joined, said
from riwaya.link.events import small_words
from riwaya.link.parties import Sides
from riwaya.link.terms import token_term
from riwaya.model import Mention, Report, Sentence

NEAR = 6  # words between the verb and whose undertaking it was
MOST = 12  # words of what was undertaken


class Fate(Struct, frozen=True, kw_only=True, gc=False):
    """That an undertaking was kept or broken, as a report or somebody in it says (``said_by``).

    ``terms`` are the words of what was undertaken, empty where the report only says ``تعهدها`` (its promise).
    """

    change: Literal["kept", "broken"]
    sides: tuple[str, ...]
    terms: tuple[str, ...]
    text: str
    start: int
    end: int
    said_by: str = ""


def fates(report: Report, sentences: Sequence[tuple[Sentence, list[Token]]]) -> tuple[Fate, ...]:
    """Return what a report says was kept or broken, in text order.

    Misses: fulfilment told in other words than ``أكمل``, ``نفذ``, ``أوفى``; everything told as a wish or a question.
    """
    named = [one for one in report.annotations.mentions if one.type in ("PER", "ORG", "LOC")]
    sides = Sides(report.annotations)
    return tuple(
        one
        for sentence, words in sentences
        if sentence.paragraph >= 0
        for one in _in_sentence(report, words, [m for m in named if sentence.start <= m.start < sentence.end], sides)
    )


def _in_sentence(report: Report, words: Words, named: Sequence[Mention], sides: Sides) -> Iterator[Fate]:
    if not named or _verbs().isdisjoint(token.key for token in words):
        return
    for at, token in enumerate(words):
        change = _change(words, at) if token.key in _verbs() else None
        if change is None or not named:
            continue
        who = _subject(words, at, named)
        if who is None:
            continue
        end = next((n for n in range(at + 1, len(words)) if words[n].kind == "punct"), len(words))
        rest = [one for one in words[at + 1 : end] if not who.start <= one.start < who.end][:MOST]
        promise = next((n for n, one in enumerate(rest[:2]) if one.key in said("word")), None)
        if promise is None and not _tells(words, at):
            continue
        terms = _terms(rest if promise is None else _of_promise(words, at))
        if promise is None and len(terms) < 3:
            continue
        start, last = min(token.start, who.start), words[end - 1].end
        yield Fate(
            change=change,
            sides=sides.of(who.entity),
            terms=terms,
            text=" ".join(report.document.text[start:last].split()),
            start=start,
            end=last,
            said_by=_speaker(report, token),
        )


def _of_promise(words: Words, at: int) -> Words:
    """Return the words of what was promised, where they stand behind it: ``أوفت بتعهدها، [بفتح الميناء]``."""
    word = next(n for n in range(at + 1, len(words)) if words[n].key in said("word"))
    behind = [token for token in words[word + 1 : word + 1 + MOST] if token.text != "،"]
    if not behind or behind[0].key[:1] != "ب" or behind[0].key in said("manner"):
        return []
    end = next((n for n, token in enumerate(behind) if token.kind == "punct"), len(behind))
    return behind[:end]


def _terms(words: Words) -> tuple[str, ...]:
    return tuple(dict.fromkeys(intern(word) for one in words if (word := token_term(one))))


@cache
def _verbs() -> frozenset[str]:
    return joined("done") | joined("undone") | joined("fulfil") | joined("renege") | said("unkept")


def _tells(words: Words, at: int) -> bool:
    """Say whether a verb tells by itself that something was done: ``أكملت سحب …``, ``تراجعت عن …``."""
    if words[at].key in joined("undone"):
        return any(token.key == "عن" for token in words[at + 1 : at + 1 + NEAR])
    return words[at].key in joined("done")


def _change(words: Words, at: int) -> Literal["kept", "broken"] | None:
    key = words[at].key
    before = words[at - 1].key if at else ""
    if not said("condition").isdisjoint(token.key for token in words[max(0, at - 4) : at]):
        return None  # في حال لم تلتزم بتعهداتها
    if key in said("unkept") and before in ("لم", "ولم"):
        return "broken"
    if before in small_words("negation") or before in small_words("condition") or before in ("ان", "اذا", "قد", "لا"):
        return None
    if key in said("unkept"):
        return None
    return "kept" if key in joined("done") or key in joined("fulfil") else "broken"


def _subject(words: Words, at: int, named: Sequence[Mention]) -> Mention | None:
    """Return who kept or broke it: the name right behind the verb, else right before it or before ``أنها``."""
    after = [one for one in named if at + 1 < len(words) and one.start == words[at + 1].start]
    if after:
        return after[0]
    if at and words[at - 1].key in ("انه", "انها", "بانه", "بانها"):
        told = [one for one in named if one.end <= words[at].start]
        return told[-1] if told else None  # أعلنت سلوان أنها أوفت: what tells of itself
    start = max(0, at - 2)
    before = [one for one in named if words[start].start <= one.start and one.end <= words[at].start]
    return before[-1] if before and not any(token.kind == "punct" for token in words[start:at]) else None


def _speaker(report: Report, token: Token) -> str:
    for one in report.annotations.statements:
        if one.start <= token.start < one.end and one.speaker is not None:
            return one.speaker.name
    return ""
