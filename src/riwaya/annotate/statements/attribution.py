"""An attribution: where it stands, whom it names, and where the content begins that it opens."""

from __future__ import annotations

from msgspec import Struct

from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.speakers import verb_gender
from riwaya.annotate.statements.words import NEGATIONS, words
from riwaya.model import Stance

RELAYED = words("relayed")
_HINGES = words("hinges")
_CONNECTIVES = words("sentence-openers") | words("trailing") | words("main-clause")
_LEADING = 4
_NEAR = 22
_FAR = 40
"""Within how many words a content begins behind an attribution; the second where a hinge follows (``… فإن``)."""
_JOINED = 12


class Attribution(Struct, frozen=True):
    """An attribution: its cue token, the token after it, whom it names (None: the speaker's own words), the hinge.

    ``content`` is the first token of the content where the attribution opens its sentence; ``stance`` that of the
    words it is of: ``على حد زعمه`` doubts; ``through`` who cites the source:
    ``بحسب النهر نقلا عن مصادر``.
    """

    at: int
    last: int
    lemma: str
    source: Phrase | None
    own: bool = False
    relay: bool = False
    content: int | None = None
    stance: Stance = "neutral"
    through: Phrase | None = None


def attribution(reading: Reading, at: int, who: Phrase, lemma: str, first: int, last: int) -> Attribution:
    """Return the attribution at ``at`` to whom it names: ``بحسب الوزارة، قتل …`` with the content from ``قتل``."""
    leads = at <= first + 1 or _leads(reading, first, at)
    return Attribution(at, who.last, lemma, who, content=_content(reading, at, who.last, leads, last, first))


def _content(reading: Reading, at: int, stop: int, leads: bool, last: int, first: int) -> int | None:
    """Return where the content begins of an attribution that ends at ``stop``, None where none follows it."""
    opens = stop < last and (verb_gender(reading.keys[stop]) is not None or reading.keys[stop] in NEGATIONS)
    if leads and opens and reading.keys[stop] not in _HINGES and reading.keys[stop - 1] not in RELAYED:
        return stop
    joined = at > first + 1 and reading.keys[at].startswith("و") and _hinge(reading, stop, last, _JOINED)
    if not leads and not joined:
        return None
    hinged = joined or _hinge(reading, stop, last, _FAR)
    end = min(last, stop + (_FAR if hinged else _NEAR))
    j = next((k for k in range(stop, end) if _ends(reading, k, hinged)), last)
    if j < last and reading.tokens[j].kind == "punct":
        j += 1
    if j < last and reading.keys[j] in _HINGES:
        j += reading.keys[j].startswith("فان") or reading.keys[j] in ("فقد", "فلقد")
    return j if j < last else None


def _hinge(reading: Reading, stop: int, last: int, within: int) -> bool:
    return any(reading.keys[k] in _HINGES for k in range(stop, min(last, stop + within)))


def _ends(reading: Reading, k: int, hinged: bool) -> bool:
    """Say whether the attribution is over at a token: at its hinge, else at a comma or colon."""
    mark = reading.tokens[k].text in "،,:" and reading.tokens[k].kind == "punct"
    return reading.keys[k] in _HINGES or (mark and not hinged)


def _leads(reading: Reading, first: int, at: int) -> bool:
    """Say whether nothing but connectives stands before: ``لكن، وفقا للصحيفة، لا تزال …``."""
    return at - first <= _LEADING and all(
        reading.keys[k] in _CONNECTIVES or reading.tokens[k].kind == "punct" for k in range(first, at)
    )
