"""Attributions that are clauses: ``بحسب ما أعلنت الوزارة``, ``كما نقل عنها المكتب``, ``على ما قال سالم``."""

from __future__ import annotations

from msgspec.structs import replace

from riwaya.annotate.statements.attribution import RELAYED, Attribution, attribution
from riwaya.annotate.statements.outlets import outlet_told
from riwaya.annotate.statements.phrases import subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import THAT, words

_CLAUSE_FORMS = words("clause-forms")
_ASIDES = frozenset(("به", "ذلك", "عنه", "اليه", "عليه", "عنها"))
_ONWARD = frozenset(("علي", "الي", "عن", "من", "ان"))
"""Prepositions behind ``كما قال سالم`` by which the clause goes on."""
_FAR = 14


def said_clause(
    reading: Reading, sources: Sources, at: int, i: int, first: int, last: int, comparing: bool
) -> Attribution | None:
    """``بحسب ما أعلنت الوزارة``, ``كما نقل عنها المكتب``: a cue verb and its subject, no content after it."""
    if i >= last:
        return None
    if reading.keys[i] in RELAYED:
        return _relayed(reading, sources, at, i, first, last)
    cue = reading.cues.get(i)
    if (cue is None and reading.keys[i] not in _CLAUSE_FORMS) or (cue and (cue.kind != "verb" or cue.skip)):
        return None
    j = _past_adjuncts(reading, i + 1, last)
    told_to = outlet_told(reading, sources, j, last)
    who = subject(reading, sources, told_to.last if told_to is not None else j, last)
    if comparing and (who is None or _opens_content(reading, who.last, last)):
        return None
    if who is None:
        return Attribution(at, j, "ما", None, own=True)
    made = attribution(reading, at, who, "كما" if comparing else "ما", first, last)
    made = replace(made, stance=cue.stance) if cue is not None else made
    made = replace(made, through=told_to) if told_to is not None else made
    if comparing and made.content is None and not _closes(reading, sources, who.last, last):
        return None
    return made


def _closes(reading: Reading, sources: Sources, at: int, last: int) -> bool:
    """Say whether ``كما قال سالم`` is whole: a mark follows, or to whom it was told (``لرويترز``)."""
    if at >= last or reading.tokens[at].text in '.،,؛!؟»"”)':
        return True
    return sources.at(reading.keys, at, last, strip="ل") is not None


def _relayed(reading: Reading, sources: Sources, at: int, i: int, first: int, last: int) -> Attribution | None:
    j = i + 1
    if j < last and reading.keys[j] in ("عنه", "عنها", "عنهم", "ذلك", "عن"):
        j += 1
    who = subject(reading, sources, j, last)
    if who is None:
        return None
    after = reading.tokens[who.last].text if who.last < last else "."
    if reading.keys[at] == "كما" and after not in '.،,؛!؟»"”)' and j == i + 1:
        return None
    made = attribution(reading, at, who, "نقل", first, last)
    return Attribution(made.at, made.last, made.lemma, made.source, False, True, made.content)


def _past_adjuncts(reading: Reading, j: int, last: int) -> int:
    """Return the token of the subject behind a verb: past ``عنه`` and a day: ``ما قال الأربعاء [سالم]``."""
    if j < last and reading.keys[j] in _ASIDES:
        j += 1
    while j + 1 < last and j in reading.timed and j not in reading.mention_at:
        j += 1
    return j


def _opens_content(reading: Reading, at: int, last: int) -> bool:
    """Say whether ``كما قال سالم`` goes on to what he said, and so is no aside."""
    ahead = range(at, min(last, at + _FAR))
    if any(reading.keys[k] in THAT or reading.tokens[k].text == ":" for k in ahead):
        return True
    return at < last and reading.keys[at] in _ONWARD
