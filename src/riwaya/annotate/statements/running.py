"""Speech printed without quotation marks that runs on over sentences: ``وقال: نحترم القرار. قدمنا كل شيء.``"""

from __future__ import annotations

from riwaya.annotate.statements.content import trimmed
from riwaya.annotate.statements.found import Found, Passage, going_on
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.words import PRONOUN_ENDS, STEMS, words
from riwaya.arabic.clitics import segment
from riwaya.arabic.verbs import Reading as Told
from riwaya.arabic.verbs import readings, readings_as_they_stand

_MYSELF = words("i-and-we")
_NOUNS = frozenset(key.removesuffix("ه") for key in words("nouns-like-i-and-we"))
_OURS = tuple(sorted(words("our-country")))
_AHEAD = 3
"""Sentences that are looked at for a further sign that the same person still speaks."""
_EARLY, _SHORT = 5, 4


def running_speech(passage: Passage, earlier: list[Found]) -> tuple[Found, int] | None:
    """Carry speech after a colon, in no marks, into this sentence while somebody says I or we; also the token after.

    ``وقال نوري: نحترم القرار. قدمنا كل شيء. وتأسس النادي …`` (We respect the decision. We gave everything. The club
    was founded …): the second sentence is his, the third is not. Misses: speech that never says I or we.
    """
    before = max(earlier, key=lambda f: f.last, default=None)
    if before is None or not _open(passage, before) or not _goes_on(passage):
        return None
    end = trimmed(passage.reading, passage.first, passage.last)
    found = going_on(passage, before, passage.first, end, before.mode)
    return found, passage.last


def _open(passage: Passage, before: Found) -> bool:
    """Say whether a content after a colon, in no marks, reaches the end of the sentence before in this paragraph."""
    opening, reading = before.opening, passage.reading
    if opening is None or opening.how not in ("colon", "quote"):
        return False
    marked = opening.quotation is not None and reading.quotations.by_open[opening.quotation].close is not None
    if marked or (opening.quotation is None and (before.mode == "direct" or opening.how == "quote")):
        return False
    if before.speaker is None:  # قال تعالى: verse
        return False
    spoken = before.cue is not None and before.cue.kind == "verb" and "core" in before.cue.flags
    if not (spoken or before.lemma == "قال") or before.sentence != passage.number - 1:
        return False
    if reading.prose.sentences[before.sentence].paragraph != passage.paragraph:
        return False
    return all(reading.tokens[k].kind == "punct" for k in range(before.last, passage.first))


def _goes_on(passage: Passage) -> bool:
    """Say whether this sentence is still speech: it or one soon after it says I, or ``وأضاف`` follows."""
    reading, sentences = passage.reading, passage.reading.prose.sentences
    for number in range(passage.number, min(len(sentences), passage.number + _AHEAD)):
        if sentences[number].paragraph != passage.paragraph:
            return False
        first, last = reading.prose.bounds[number]
        if _reports(reading, first, last):
            cue = reading.cues.get(first)
            return cue is not None and "goes-on" in cue.flags and number > passage.number
        if any(_myself(reading, k) for k in range(first, last)):
            return True
        if _tells(reading, first):
            return False
    return False


def _reports(reading: Reading, first: int, last: int) -> bool:
    """Say whether the reporter speaks: a word of saying at the head, early in the past, or with a name or colon."""
    for k in range(first, last):
        cue = reading.cues.get(k)
        if cue is None or cue.kind == "noun" or reading.quotations.level[k]:
            continue
        told = cue.tense == "participle" or (cue.tense == "past" and "core" in cue.flags)
        colon = any(reading.tokens[j].text == ":" for j in range(k + 1, min(last, k + _EARLY)))
        early = cue.tense == "past" and (k < first + _EARLY or k + 1 in reading.mention_at)
        if k == first or (told and (early or colon)):
            return True
    return first + 1 < last and reading.tokens[first + 1].text == ":"


def _tells(reading: Reading, first: int) -> bool:
    """Say whether a sentence begins with و and a verb: ``وبدأ نوري مسيرته …``."""
    key = reading.keys[first]
    finite = key.startswith("و") and any(
        one.features.tense in ("past", "present", "future") for one in readings(key[1:])
    )
    return finite and not key.startswith(STEMS["و"])


def _myself(reading: Reading, k: int) -> bool:
    """Say whether the word at ``k`` says I or we: ``أنا``, ``نحتاج``, ``فريقنا``, ``يجعلني``."""
    key, form = reading.keys[k], reading.tokens[k].form
    if k in reading.mention_at or reading.quotations.level[k] or key.endswith(_OURS):
        return False
    if (key in _MYSELF or (len(key) > _SHORT and key.removeprefix("و") in _MYSELF)) and not form.endswith("ى"):
        return True
    if key.endswith("نا") and len(key) > _SHORT:
        return segment(form).enclitic == "نا" or _first_person(readings_as_they_stand(key))
    if key.endswith("ني") and len(key) > _SHORT:
        return key[0] in "يت" and any(one.suffix == "ني" for one in readings(key))
    bare = form.removeprefix("و").removeprefix("س")
    if bare[:1] not in ("أ", "ن") or _bare(key.removeprefix("و").removeprefix("س")) in _NOUNS:
        return False
    told = readings(key)
    if bare[0] == "أ":  # احترم (he respected) is printed without hamza
        told = tuple(one for one in told if one.features.tense != "past" or one.lemma.startswith("أ"))
    return _first_person(told)


def _first_person(told: tuple[Told, ...]) -> bool:
    return bool(told) and all(one.features.person == 1 for one in told)


def _bare(key: str) -> str:
    """Return a key without a pronoun: ``أرضه`` → ``أرض``."""
    return next((key.removesuffix(end) for end in PRONOUN_ENDS if key.endswith(end)), key)
