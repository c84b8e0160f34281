"""The fullest name: who ``الوزارة``, ``المصادر`` and ``الكتل`` are, where the report named them more fully before."""

from __future__ import annotations

from riwaya.annotate.statements.classnouns import OUTLETS, ClassNouns
from riwaya.annotate.statements.latter import latter
from riwaya.annotate.statements.reading import Reading, same_office
from riwaya.annotate.statements.words import INSTITUTIONS, TWO_SIDES, words
from riwaya.arabic.letters import fold
from riwaya.model import Speaker

_STAY = words("stay-as-written")
_SAME = words("same-again")
_KINDS = ("office", "unnamed", "government", "collective")
_CLASSES = words("classes-left-off")
_MARKS = ('"', "«", "“", "”")
_NISBA = ("ي", "يه")
_MANY = ("ون", "ين", "ان", "ات")


class Fullest:
    """The offices and unnamed sources of one report by their first word, as they were named so far."""

    def __init__(self, reading: Reading) -> None:
        self._titles = reading.titles
        self._classes = ClassNouns(reading)
        self._said: dict[tuple[str, bool], Speaker] = {}
        self._last: Speaker | None = None
        self._named: dict[str, list[tuple[int, str]]] = {}
        self._reading = reading
        self._outlet: str | None = None
        self._surnames: dict[str, list[str]] = {}
        for person in reading.names.people:
            if " " in person.name:
                self._surnames.setdefault(fold(person.name).split()[-1], []).append(person.name)
        self._nouns = {m.start: m.entity for m in reading.names.mentions if m.type == "NOUN"}
        self._bodies = {fold(m.entity) for m in reading.names.mentions if m.type == "ORG" and m.entity}
        for mention in reading.names.mentions:
            head = _head(mention.entity)
            if mention.type == "ORG" and head and " " in mention.entity.strip():
                self._named.setdefault(head, []).append((mention.start, mention.entity))

    def of(self, speaker: Speaker) -> Speaker:
        """Return the speaker under the fullest name given before: ``المصدر نفسه`` → ``مصدر في الوفد``."""
        titled = speaker.kind == "person" and speaker.how == "office"
        if (speaker.kind not in _KINDS and not titled) or speaker.start is None:
            self._last = speaker
            return speaker
        taken_up = latter(self._reading, speaker) or self._surname(speaker) or self._bearer(speaker)
        found = taken_up or self._before(speaker) or self._whole(speaker)
        if self._reading.text[speaker.start - 1 : speaker.start] in _MARKS or found.name.startswith(_MARKS):
            self._outlet = found.name
        self._last = found
        return found

    def _surname(self, speaker: Speaker) -> Speaker | None:
        """Return the one person whose surname the names stage did not see: ``نوري`` of سالم نوري."""
        names = self._surnames.get(fold(speaker.name), ())
        return _as(speaker, names[0], "person") if len(names) == 1 else None

    def _before(self, speaker: Speaker) -> Speaker | None:
        """Return who a bare noun takes up: ``المصدر``, ``المصدر الدبلوماسي``, ``المسؤولين`` of two officials."""
        keys = [key for key in fold(speaker.name).split() if key not in _SAME]
        if not keys or not keys[0].startswith("ال") or keys[0] in _STAY or keys[0] in TWO_SIDES:
            if keys:
                self._said[_stem(keys[0])] = speaker
            return None
        taken = self._classes.taken_up(keys, speaker.start or 0)
        said = self._said.get(_stem(keys[0])) if taken is None or keys[0][2:] not in OUTLETS else None
        fuller = said is not None and len(said.name.split()) > len(keys)
        if said is not None and fuller and {key.removeprefix("ال") for key in keys[1:]} <= set(_bare(said.name)):
            return self._whole(_as(speaker, said.name, said.kind))
        if taken is not None:
            return self._whole(_as(speaker, taken, speaker.kind))
        if len(keys) == 1 and self._outlet is not None and keys[0].removeprefix("ال") in OUTLETS:
            return _as(speaker, self._outlet, speaker.kind)  # "النهر" … وقالت الصحيفة
        if keys == ["المصدر"] and said is None and self._last is not None:
            return _as(speaker, self._last.name, self._last.kind)  # ووفق المصدر نفسه، after a spokesman named
        if len(keys) > 1:
            self._said[_stem(keys[0])] = speaker
            return None
        before = [name for start, name in self._named.get(_head(speaker.name), ()) if start < (speaker.start or 0)]
        if before:
            return _as(speaker, before[-1], speaker.kind)
        noun = self._nouns.get(speaker.start or 0)
        return self._whole(_as(speaker, noun, speaker.kind)) if noun else None

    def _whole(self, speaker: Speaker) -> Speaker:
        """Return a body under its one longer name, or without a class word that the report leaves off elsewhere.

        ``المرصد السلواني`` → ``المرصد السلواني للحقوق``; ``منظمة النهر`` → ``النهر``.
        """
        key = fold(speaker.name)
        if speaker.kind == "unnamed":
            return speaker
        word, _, rest = key.partition(" ")
        if word in _CLASSES and rest in self._bodies:
            return _as(speaker, speaker.name.split(" ", 1)[1], speaker.kind)
        longer = {fold(name): name for _, name in self._named.get(_head(key), ()) if fold(name).startswith(key + " ل")}
        return _as(speaker, next(iter(longer.values())), speaker.kind) if len(longer) == 1 and rest else speaker

    def _bearer(self, speaker: Speaker) -> Speaker | None:
        """Return the one person whose longer title this is: ``مدير التطوير`` of the ``مدير التطوير في الهيئة``."""
        keys = fold(speaker.name).split()
        if speaker.kind not in ("office", "person") or len(keys) < 2 or keys[0] in INSTITUTIONS or "باسم" in keys:
            return None
        headed = self._reading.headed.get(keys[0].removeprefix("ال"), [])
        asked = {key.removeprefix("ال") for key in keys}
        names = [
            name
            for name, titles in self._titles
            if name in headed and any(same_office(asked, title) for title in titles)
        ]
        return (
            _as(speaker, names[0], "person") if len(names or (names := self._plain(keys, asked, headed))) == 1 else None
        )

    def _plain(self, keys: list[str], asked: set[str], headed: list[str]) -> list[str]:
        """Return who of a title bears it without a nation: ``الرئيس السلواني`` where one is ``الرئيس سالم نوري``."""
        if len(keys) != 2 or not keys[1].startswith("ال") or not keys[1].endswith(_NISBA):
            return []
        bare = keys[0].removeprefix("ال")
        held = [(name, [t for t in titles if bare in t]) for name, titles in self._titles if name in headed]
        return [name for name, titles in held if all(title < asked for title in titles)]


def _as(speaker: Speaker, name: str, kind: str) -> Speaker:
    return Speaker(name=name, kind=kind, start=speaker.start, end=speaker.end, how="office")  # type: ignore[arg-type]


def _bare(name: str) -> list[str]:
    return [key.removeprefix("ال") for key in fold(name).split()]


def _head(name: str) -> str:
    key = fold(name).split()[0] if fold(name).split() else ""
    return key.removeprefix("ال")


def _stem(key: str) -> tuple[str, bool]:
    """Return a noun's key without article and ending, and whether that was of several: ``المسؤولين``, ``مسؤولان``."""
    noun = key.removeprefix("ال")
    many = noun.endswith(_MANY) and len(noun) > 5
    return (noun[:-2] if many else noun), many
