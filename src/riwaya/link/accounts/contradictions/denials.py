"""Denials that point back to what stands before them: ``اتهمت سهلان جارتها بقطع المياه، وهو ما تنفيه بندر``.

The reporter sets claim and denial side by side, so that nothing has to be matched: what is denied is the clause or
sentence before. Denials that say themselves what they deny are matched in ``disputes``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token, tokens
from riwaya.link.accounts.passages import Passage, Reader
from riwaya.link.accounts.wordlists import joined, listed
from riwaya.link.events import small_words
from riwaya.model import Cue, Mention, Report, Sentence, Speaker, SpeakerKind, Statement

_DENIAL = re.compile(r"نف[ىيتوا]|نكر|فند|دحض|رفض|وصف|تصف|يصف|عتبر")
_ACCUSED = re.compile(r"تهم|زعم|ادعا|ادعي|يدعي|مسوولي|مسيولي|شكو")
_TOLD = re.compile(
    rf"{_ACCUSED.pattern}|(?:^|\s)[وف]?(?:قال|تقول|يقول|اعلن|كشف|ذكر|اكد|افادت?\b|تحدث|يري|تقارير|انباء|نشر|انتقد)"
)
_UNTOLD = re.compile(
    r"(?:^|\s)[وف]?(?:نف[يت]|تنفي|ينفي|نفيه|نفيها|انكر|لل?تحقيق|تحقيقات?|في حال|لم يعقب|لم يعلق|لم ترد|لم يرد)\b"
)
_AHEAD = 9  # words between a verb of denying and the word that points back
_NEAR = 6  # words between the verb and the name of who denies
_OPENING = 4  # words that may open the clause before its verb: ``وهو الأمر الذي تنفيه``
_LEAST = 5  # words of a clause that can be what is denied
_KINDS: dict[str, SpeakerKind] = {"PER": "person", "ORG": "office", "LOC": "government"}


class Denial(Struct, frozen=True):
    """A clause that denies what stands before it: the denial as a passage, and where what it denies stands.

    ``accused`` where it takes up an accusation, and what stands before must be one; ``own`` where somebody denies his
    part in it (``تنفي ضلوعها في هذا الأمر``).
    """

    passage: Passage
    start: int
    end: int
    accused: bool = False
    own: bool = False


def denials(reader: Reader) -> Iterator[Denial]:
    """Yield the denials of a report that point back.

    ``…، الأمر الذي نفته موسكو`` (which Moscow denied), ``ونفت طهران هذه الاتهامات`` (denied these accusations),
    ``لكن الجيش نفى ذلك`` (but the army denied that). Misses: a denier who is only a pronoun or a common noun.
    """
    report = reader.report
    sentences = [one for one in report.annotations.sentences if one.paragraph >= 0]
    for at, sentence in enumerate(sentences):
        if _DENIAL.search(report.document.text, sentence.start, sentence.end) is None:
            continue
        words = list(tokens(report.document.text, sentence.start, sentence.end))
        for place in range(len(words)):
            found = _denial(report, words, place, sentences[at - 1] if at else None)
            if found is not None:
                denier, first, last, (start, end) = found
                clause = _passage(reader, denier, words[first].start, words[last].end, sentence)
                accused = any(word.key.removeprefix("ال") in listed("accusations") for word in words[place : last + 1])
                own = any(word.key in listed("own part") for word in words[place : last + 1])
                yield Denial(clause, start, end, accused, own)


def accuses(text: str) -> bool:
    """Say whether words hold somebody to have done something: ``تتهم``, ``مزاعم``, ``المسؤولية``."""
    return _ACCUSED.search(fold(text)) is not None


def _passage(reader: Reader, denier: Mention, start: int, end: int, sentence: Sentence) -> Passage:
    """Return the clause as a passage in the voice of the one who denies."""
    cue = Cue(start=start, end=end, lemma="نفى", stance="denying")
    speaker = Speaker(name=denier.entity, kind=_KINDS[denier.type], start=denier.start, end=denier.end)
    said = Statement(start=start, end=end, mode="indirect", cue=cue, speaker=speaker)
    return reader.read(start, end, said, sentence.paragraph)


def _denial(
    report: Report, words: Sequence[Token], at: int, before: Sentence | None
) -> tuple[Mention, int, int, tuple[int, int]] | None:
    """Return who denies at a word, the first and last word of the clause, and where what is denied stands."""
    last = _points_back(words, at)
    if last is None or (at and words[at - 1].key in joined("not")):
        return None
    first = _opening(words, at)
    denier, named_from = _denier(report, words, at, last, first)
    if denier is None:
        return None
    first, last = min(first, named_from), max(last, _last_of(words, denier, last))
    place = _before(report, words, first, before)
    if place is None or (place[1] != words[first].start and words[at].key in joined("denies it")):
        return None
    denied = fold(report.document.text[slice(*place)])
    asked = _asked(words, at, last, place[1] == words[first].start)
    return None if _UNTOLD.search(denied) or (asked and not asked.search(denied)) else (denier, first, last, place)


def _before(report: Report, words: Sequence[Token], first: int, before: Sentence | None) -> tuple[int, int] | None:
    """Return where what stands before a clause stands: in its sentence, or in the one before.

    ``وقال المحامي: موكلي ينفي ذلك``: what the lawyer is introduced by is not what is denied.
    """
    least = _LEAST + 3 if _quoted(report, words, first) else _LEAST
    if sum(one.kind == "word" for one in words[:first]) >= least:
        return words[0].start, words[first].start
    return (before.start, before.end) if before is not None else None


def _quoted(report: Report, words: Sequence[Token], first: int) -> bool:
    """Say whether a clause opens what somebody says."""
    opening = words[max(0, first - 2)].start, words[first].end
    return any(
        words[0].start < one.start and opening[0] <= one.start <= opening[1] for one in report.annotations.statements
    )


def _asked(words: Sequence[Token], at: int, last: int, beside: bool) -> re.Pattern[str] | None:
    """Return what the words before must have: an accusation for ``المزاعم`` alone, a telling for ``هذه المزاعم``."""
    between = {words[place].key for place in range(at + 1, last + 1)}
    shown = range(at + 1, last + 1) if words[at].key in joined("calls") else (last - 1, last)
    pointed = words[at].key in joined("denies it") or any(words[place].key in listed("pointing") for place in shown)
    if not pointed or between & listed("own part"):
        return _ACCUSED
    return _TOLD if not beside and words[last].key.removeprefix("ال") in listed("accusations") else None


def _points_back(words: Sequence[Token], at: int) -> int | None:
    """Return the place of the last word that points back, if the word at ``at`` denies by one."""
    key = words[at].key
    if key in joined("denies it"):
        return at if at and words[at - 1].key in ("ما", "الذي", "التي") else None
    called = key in joined("calls")
    accused = called or key in joined("rejects")
    if not accused and key not in joined("denies"):
        return None
    for place in range(at + 1, min(len(words), at + 1 + _AHEAD)):
        word = words[place]
        if word.text in ".:؛" or word.key in ("ان", "بان", "انه", "انها", "انهم"):
            return None
        if (end := _pointer(words, place, accused)) is not None:
            return end if not called else _baseless(words, end)
    return None


def _baseless(words: Sequence[Token], at: int) -> int | None:
    """Return where accusations are called baseless, shortly behind a word: ``وصفت الاتهامات بأنها كاذبة``."""
    found = range(at + 1, min(len(words), at + 1 + _NEAR))
    return next((n for n in found if words[n].key.removeprefix("ال") in listed("baseless")), None)


def _pointer(words: Sequence[Token], at: int, accused: bool) -> int | None:
    """Return the last word of what points back at ``at``: ``ذلك``, ``هذه المزاعم``, ``الاتهامات``."""
    key = words[at].key
    after = words[at + 1] if at + 1 < len(words) else None
    bare = after.key.removeprefix("ال") if after is not None else ""
    if key in listed("pointing"):
        if bare in listed("accusations") or (bare in listed("reports denied") and not accused):
            return at + 1
        closed = after is None or after.kind == "punct" or after.key.startswith("و")
        return at if key == "ذلك" and closed and not accused else None
    many = key.endswith("ات") or key in ("التهم", "المزاعم", "الاكاذيب")
    if key.startswith("ال") and many and key.removeprefix("ال") in listed("accusations"):
        following = words[at + 1 : at + 4]
        content = after is not None and after.key in ("التي", "حول", "بشان", "عن", "القايله")
        told = [word for word in following if word.key.startswith("ب") and word.key not in ("بانها", "بانه")]
        return None if content or any(len(word.key) > 3 for word in told) else at
    return None


def _opening(words: Sequence[Token], at: int) -> int:
    """Return where the clause of a verb begins: at the words that turn against what stands before."""
    first = at
    while first and at - first < _OPENING and words[first - 1].key in listed("turns"):
        first -= 1
    return first + 1 if words[first].key in ("ان", "ما") and first < at else first


def _denier(report: Report, words: Sequence[Token], at: int, last: int, first: int) -> tuple[Mention | None, int]:
    """Return the name of who denies, behind the verb or right before it, and the first word of name or clause."""
    starts = {one.start: one for one in report.annotations.mentions if one.type in _KINDS}
    behind = range(at + 1, min(len(words), at + 1 + _NEAR))
    for place in behind:
        word = words[place]
        if word.kind == "punct" or word.key in listed("pointing"):
            break
        if word.key in listed("the latter"):
            return _latest(report, words[first].start), first
        if (found := starts.get(word.start)) is not None:
            return found, first
    if at == first and at:
        for found in report.annotations.mentions:
            if found.type in _KINDS and words[at].start - 2 <= found.end <= words[at].start:
                place = next((n for n, word in enumerate(words) if word.start >= found.start), at)
                if place and words[place - 1].key in small_words("preposition"):
                    return None, first  # ``أشهر الدعاة في أوروبا ينفي ذلك``
                return found, _opening(words, _phrase(words, place))
    return None, first


def _phrase(words: Sequence[Token], at: int) -> int:
    """Return where the phrase of a name begins (``لكن المتحدث باسم البلدية نفى ذلك``), or the name."""
    for first in range(at - 1, max(-1, at - 2 - _NEAR), -1):
        if words[first].kind == "punct" or words[first].key in listed("turns"):
            return first + 1
    return at


def _latest(report: Report, before: int) -> Mention | None:
    """Return whoever was named last before a place, where a sentence names two: who accuses, and ``الأخيرة``."""
    start = max((one.start for one in report.annotations.sentences if one.start < before), default=0)
    named = [one for one in report.annotations.mentions if start <= one.start < before and one.type in _KINDS]
    return max(named, key=lambda one: one.end) if len({one.entity for one in named}) > 1 else None


def _last_of(words: Sequence[Token], name: Mention, last: int) -> int:
    return max((n for n, word in enumerate(words) if word.start < name.end), default=last)
