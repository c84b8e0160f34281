"""The latter: whom ``الأخير`` and ``الأخيرة`` take up, the one of that gender who was named last."""

from __future__ import annotations

from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.words import MASCULINE_PLACES, words
from riwaya.arabic.letters import fold
from riwaya.model import Mention, Speaker

_LATTER = {"الاخير": "m", "الاخيره": "f"}
_FEMININE = words("feminine-bodies")
_REACH = 60


def latter(reading: Reading, speaker: Speaker) -> Speaker | None:
    """Return who the latter is: ``اتهمت قرناس سلوان، فيما نفت الأخيرة`` → سلوان; None for any other speaker.

    Offsets are code points into the text. Misses: those named by a title or a common noun only.
    """
    gender, start = _LATTER.get(fold(speaker.name)), speaker.start
    if gender is None or start is None:
        return None
    at, _ = reading.covering(start, start + 1)
    before = (reading.mention_at[k][0] for k in range(at - 1, max(0, at - _REACH) - 1, -1) if k in reading.mention_at)
    one = next((m for m in before if m.type in ("PER", "ORG", "LOC") and _gender(reading, m) == gender), None)
    if one is None:
        return None
    kind = {"PER": "person", "LOC": "government"}.get(one.type, "office")
    return Speaker(name=one.entity, kind=kind, start=start, end=speaker.end, how="office")  # type: ignore[arg-type]


def _gender(reading: Reading, mention: Mention) -> str:
    head = fold(mention.entity).split()[0]
    if mention.type == "PER":
        return reading.genders.get(mention.entity) or "m"
    if mention.type == "LOC":
        return "m" if head in MASCULINE_PLACES else "f"
    at, _ = reading.covering(mention.start, mention.end)
    called = reading.keys[at - 1] if at else ""  # شركة "سلوى"
    return "f" if head.endswith("ه") or not _FEMININE.isdisjoint((head, called)) else "m"
