"""Issuers: whose communiqué, letter or report it is, named beside the document or where it was first named."""

from __future__ import annotations

from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.offices import institution
from riwaya.annotate.statements.phrases import after_preposition, subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import PREPOSITIONS, THAT, words

_ISSUED = words("issued")
_ISSUING = words("issuing")
_PASSED_ON = words("passed-on")
_BACK = 400


class Issuers:
    """Finds who issued a document."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def issuer(self, reading: Reading, at: int, last: int) -> Phrase | None:
        """Return who issued the document at ``at``: ``بيان للحكومة``, ``بيان صادر عن الوزارة``, ``بيان الجيش``."""
        for k in range(at + 1, min(last - 1, at + 4)):
            if reading.keys[k] in _PASSED_ON:
                return subject(reading, self.sources, k + 1, last)
        j = at + 1
        while j < min(last, at + 4) and not _issues(reading, j, reading.keys[j]):
            if reading.tokens[j].kind != "word" or reading.keys[j] in PREPOSITIONS or reading.keys[j] in THAT:
                return None
            j += 1
        return self._named(reading, at, j, last) if j < min(last, at + 4) else None

    def _named(self, reading: Reading, at: int, j: int, last: int) -> Phrase | None:
        """Return the issuer that token ``j`` brings in: ``صادر عن``, ``للوزارة``, a genitive."""
        key = reading.keys[j]
        if key in _ISSUED:
            for k in range(j + 1, min(last, j + 4)):
                if reading.keys[k] in ("عن", "من", "باسم"):
                    return subject(reading, self.sources, k + 1, last)
            return subject(reading, self.sources, j + 1, last)
        if key.startswith("ل") and len(key) > 3 and key not in ("لكن", "لكنه"):
            return after_preposition(reading, self.sources, j, last)
        if key.startswith("ال") and (reading.keys[at].startswith("ال") or j > at + 1):
            return None
        return subject(reading, self.sources, j, last)

    def issued_before(self, reading: Reading, at: int) -> Phrase | None:
        """Return who issued the document that ``البيان`` at ``at`` takes up: ``أصدرت الوزارة بيانا``."""
        head = reading.keys[at].removeprefix("ال")
        for k in range(at - 1, max(0, at - _BACK) - 1, -1):
            if reading.keys[k] not in (head, head + "ا"):
                continue
            who = self.issuer(reading, k, min(at, k + 12))
            for j in range(k - 1, max(0, k - 10), -1):
                if who is None and reading.keys[j] in _ISSUING:
                    who = subject(reading, self.sources, j + 1, k)
            return who
        return None


def _issues(reading: Reading, j: int, key: str) -> bool:
    return (
        key in _ISSUED
        or key.startswith("ل")
        or j in reading.mention_at
        or institution(reading, j)
        or (key.startswith("ال") and len(key) > 4)
    )
