"""The parties of a noun of action: ``اعتقال الوزير`` (he was arrested), ``زيارة الوزير إلى سلوان`` (he visits)."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.link.events import small_words
from riwaya.link.groups import body
from riwaya.link.parties import lands
from riwaya.link.phrases import Line, Phrase, named

Names = tuple[str, ...]
_PARTIES = ("PER", "ORG", "LOC")
_NAMED = ("PER", "ORG")
ANNOUNCED = 8  # words before a noun of action that may tell who announced it


def of_noun(line: Line, at: int, kind: str) -> tuple[Names, Names]:
    """Return who did what a noun of action tells, and to whom."""
    bare = line.words[at].key.removeprefix("و").removeprefix("ب").removeprefix("ل").removeprefix("ال")
    if (both := _between(line, at)) and kind in ("CONSULT", "AGREE", "COOPERATE", "ASSAULT"):
        return both, ()
    rest = line.phrases(at)
    along = _under(rest[1:], ("مع",)) if kind in ("CONSULT", "AGREE", "COOPERATE") else ()
    if (owner := _owner(line, at)) and owner not in along:
        return (owner,), along or (_received(rest[1:]) if "استقبال" in bare else ())
    inner, group = _genitive(rest), body(line, at + 1, rest[0].end) if rest else ()
    if bare in small_words("done to"):
        agent = by(line, rest[1:])
        if inner and len(rest) > 1 and rest[1].lead == "ل" and rest[1].type in _PARTIES:
            return inner, rest[1].names  # دعم سلوان لفلان
        if inner and rest[0].inner[0][1] == "LOC" and bare in small_words("of people"):
            return inner if lands(inner[0]) else (), ()  # طرد سلوان للسفير
        if inner and not agent and (object_ := _object(line, rest[1:])) and object_ != inner:
            return inner, object_  # اعتقال الشرطة فلانا
        return agent, inner or _on(rest, bare)
    if bare in small_words("done by"):
        place = bool(inner) and rest[0].inner[0][1] == "LOC" and bare in small_words("of a place")
        return () if place else inner or group or (_held_by(rest) if bare in small_words("held by") else ()), along
    if inner and _governs(line, rest):
        return inner, ()  # عقد البنك اجتماعا
    return by(line, rest[1:]) or _announcer(line, at), _on(rest, bare) or along


def _received(rest: Sequence[Phrase]) -> Names:
    """Return the first name without a preposition: ``لدى استقباله الأحد | بمكتبه | السفير فلان``."""
    return next((one.names for one in rest if not one.lead and one.type in _NAMED), ())


def _held_by(rest: Sequence[Phrase]) -> Names:
    """Return the body that sits, told under ل: ``اجتماع طارئ | لمجلس …``."""
    one = rest[1] if len(rest) > 1 else None
    return one.names if one is not None and one.lead == "ل" and one.type == "ORG" else ()


def _announcer(line: Line, at: int) -> Names:
    """Return whose announcing, right before, has the noun as its object: ``إعلان الرئيس فلان | الاعتراف بـ…``."""
    for place in range(max(0, at - ANNOUNCED), at):
        if line.words[place].key.removeprefix("ب").removeprefix("ال") in small_words("announcement"):
            one = line.phrase(place)
            return _genitive([one]) if one.end == at else ()
    return ()


def _governs(line: Line, rest: Sequence[Phrase]) -> bool:
    """Say whether an indefinite object follows the genitive of a noun of action, so that this is who did it."""
    one = rest[1] if len(rest) > 1 else None
    if one is None or one.lead or any(word.kind == "punct" for word in line.words[rest[0].end : one.start]):
        return False
    key = line.words[one.start].key
    indefinite = not (key.startswith(("ال", "و")) or one.names or key in small_words("adverb"))
    return indefinite and (key in small_words("some") or (len(key) > 4 and key.endswith(("ا", "ات"))))


def _genitive(rest: Sequence[Phrase]) -> Names:
    """Return the name in the genitive of the noun that heads the first phrase, at once or behind its title."""
    if not rest or not rest[0].inner:
        return ()
    first = rest[0]
    return tuple(name for name, type_ in first.inner if type_ == first.inner[0][1])[:3]


def _object(line: Line, rest: Sequence[Phrase]) -> Names:
    """Return the name without a preposition right behind; what و joins to the genitive is none."""
    one = rest[0] if rest else None
    if one is None or one.lead or one.type not in _NAMED or line.words[one.start].form.startswith("و"):
        return ()
    return one.names


def _under(rest: Sequence[Phrase], leads: Sequence[str]) -> Names:
    found = next((one for one in rest if one.lead in leads), None)
    return found.names if found is not None and found.type in _PARTIES else ()


def _on(rest: Sequence[Phrase], bare: str) -> Names:
    """Return whom a noun affects through its preposition: ``القبض على فلان``, ``الإطاحة بفلان``."""
    for letter in ("على", "عن", "ب"):
        if bare in small_words(f"noun {letter}"):
            one = rest[1] if len(rest) > 1 else None
            return one.names if one is not None and one.lead == fold(letter) and one.type in _PARTIES else ()
    return ()


def by(line: Line, rest: Sequence[Phrase]) -> Names:
    """Return by whom: ``مقتل فلان على يد علان``, ``هجوم لجماعة …``."""
    for one in rest:
        if one.lead in ("علي", "من") and line.words[one.start].key in small_words("by hand"):
            return tuple(name for name, type_ in one.inner if type_ in _NAMED)
    return ()


def _owner(line: Line, at: int) -> str:
    """Return whom ``مغادرته`` is about: the only person named before it in the clause."""
    if not owned(line.words[at]):
        return ""
    people = {named(one) for place in range(at) if (one := line.name(place)) is not None and one.type == "PER"}
    return people.pop() if len(people) == 1 else ""


def owned(word: Token) -> bool:
    """Say whether a word is an act of one to whom its pronoun points: ``مغادرته``, ``لقائهم``."""
    if not word.form.endswith(("ه", "ها", "هم")):
        return False
    noun = word.key.removeprefix("و").removesuffix("ها").removesuffix("هم").removesuffix("ه").removesuffix("ت")
    forms = {noun, noun.removeprefix("ب"), noun.removeprefix("ل")}
    forms |= {f"{one[:-1]}ء" for one in forms if one.endswith(("اي", "او"))}  # لقائه
    return not forms.isdisjoint(_stems())


def _stems() -> frozenset[str]:
    return frozenset(word.removesuffix("ه") for word in small_words("done by"))


def _between(line: Line, at: int) -> Names:
    """Return the parties of a meeting ``بين … و…``."""
    for place in range(at + 1, min(len(line.words) - 1, at + 8)):
        if line.closes(place):
            return ()
        if line.words[place].key == "بين":
            found = line.phrase(place + 1, "بين")
            if found.names and len(found.names) == 1 and found.end < len(line.words):
                token = line.words[found.end]
                if token.form[:1] == "و" and not line.closes(found.end):
                    second = line.phrase(found.end)
                    return tuple(dict.fromkeys((*found.names, *second.names))) if second.names else ()
            return found.names if len(found.names) > 1 else ()
    return ()
