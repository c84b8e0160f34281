"""The fullest name: who ``الوزارة``, ``المصادر`` and ``الكتل`` are, where the report named them more fully before."""

from __future__ import annotations

from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.words import PERSON_TITLES, TWO_SIDES, words
from riwaya.arabic.letters import fold
from riwaya.model import Speaker

_STAY = words("stay-as-written")
_SAME = words("same-again")
_OF_PEOPLE = words("offices") | PERSON_TITLES
_KINDS = ("office", "unnamed", "government", "collective")


class Fullest:
    """The offices and unnamed sources of one report by their first word, as they were named so far."""

    def __init__(self, reading: Reading) -> None:
        self._titles = reading.titles
        self._said: dict[str, Speaker] = {}
        self._named: dict[str, list[tuple[int, str]]] = {}
        for mention in reading.names.mentions:
            head = _head(mention.entity)
            if mention.type == "ORG" and head and " " in mention.entity.strip():
                self._named.setdefault(head, []).append((mention.start, mention.entity))

    def of(self, speaker: Speaker) -> Speaker:
        """Return the speaker under the fullest name given before: ``المصدر نفسه`` → ``مصدر في الوفد``."""
        if speaker.kind not in _KINDS or speaker.start is None:
            return speaker
        bearer = self._bearer(speaker)
        if bearer is not None:
            return bearer
        keys = [key for key in fold(speaker.name).split() if key not in _SAME]
        if len(keys) != 1 or not keys[0].startswith("ال") or keys[0] in _STAY or keys[0] in TWO_SIDES:
            if len(keys) > 1:
                self._said[_head(speaker.name)] = speaker
            return speaker
        head = keys[0].removeprefix("ال")
        said = self._said.get(head)
        if said is not None:
            return _as(speaker, said.name, said.kind)
        before = [name for start, name in self._named.get(head, ()) if start < speaker.start]
        return _as(speaker, before[-1], speaker.kind) if before else speaker

    def _bearer(self, speaker: Speaker) -> Speaker | None:
        """Return the one person whose longer title this is: ``مدير التطوير`` of the ``مدير التطوير في الهيئة``."""
        keys = fold(speaker.name).split()
        if speaker.kind != "office" or len(keys) < 2 or keys[0] not in _OF_PEOPLE or "باسم" in keys:
            return None
        asked = {key.removeprefix("ال") for key in keys}
        names = [name for name, titles in self._titles if any(asked <= title for title in titles)]
        return _as(speaker, names[0], "person") if len(names) == 1 else None


def _as(speaker: Speaker, name: str, kind: str) -> Speaker:
    return Speaker(name=name, kind=kind, start=speaker.start, end=speaker.end, how="office")  # type: ignore[arg-type]


def _head(name: str) -> str:
    key = fold(name).split()[0] if fold(name).split() else ""
    return key.removeprefix("ال")
