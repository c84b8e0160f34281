"""Arabic conjugation: from a citation form and its present to every inflected form, by rule.

From the citation form (third person masculine singular of the past) and the present come two stems each, one before
vowels and one before consonants; all the rest is endings.
"""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.arabic.citation import Verb, is_hollow
from riwaya.arabic.deverbals import masdar_forms, participles
from riwaya.arabic.features import Features, Gender, Number, Person, Voice

_Endings = tuple[tuple[str, Person, Gender | None, Number], ...]
_PAST_VOWEL: _Endings = (
    ("", 3, "m", "sg"),
    ("ت", 3, "f", "sg"),
    ("ا", 3, "m", "du"),
    ("تا", 3, "f", "du"),
    ("وا", 3, "m", "pl"),
)
_PAST_CONSONANT: _Endings = (
    ("ن", 3, "f", "pl"),
    ("ت", 1, None, "sg"),
    ("ت", 2, None, "sg"),
    ("تما", 2, None, "du"),
    ("تم", 2, "m", "pl"),
    ("تن", 2, "f", "pl"),
    ("نا", 1, None, "pl"),
)
_PRESENT_BARE: _Endings = (
    ("ي", 3, "m", "sg"),
    ("ت", 3, "f", "sg"),
    ("ت", 2, "m", "sg"),
    ("أ", 1, None, "sg"),
    ("ن", 1, None, "pl"),
)
_PRESENT_VOWEL: tuple[tuple[str, str, str, Person, Gender | None, Number], ...] = (
    ("ي", "ان", "ا", 3, "m", "du"),
    ("ت", "ان", "ا", 3, "f", "du"),
    ("ت", "ان", "ا", 2, None, "du"),
    ("ي", "ون", "وا", 3, "m", "pl"),
    ("ت", "ون", "وا", 2, "m", "pl"),
    ("ت", "ين", "ي", 2, "f", "sg"),
)


def conjugate(verb: Verb) -> Iterator[tuple[str, Features]]:
    """Yield (form as printed, features) for every inflected form of a verb; one form may come several times.

    Misses: imperatives, energetic forms, object pronouns (see ``readings``).
    """
    yield from _past(verb, verb.lemma, "active")
    yield from _past(verb, _passive_past(verb), "passive")
    yield from _presents(verb, verb.present, "active")
    yield from _presents(verb, _passive_present(verb), "passive")
    yield from participles(verb, _passive_present(verb))
    for masdar in verb.masdars:
        yield from masdar_forms(masdar)


def _past(verb: Verb, base: str, voice: Voice) -> Iterator[tuple[str, Features]]:
    weak = base[-1] in "اىي" and not is_hollow(base)
    for ending, person, gender, number in _PAST_VOWEL:
        features = Features("past", person, gender, number, voice)
        if ending and weak:
            yield _weak_past(base, ending), features
        else:
            for stem in _hamza_stems(base, ending):
                yield stem + ending, features
    short = _short_past(verb, base)
    for ending, person, gender, number in _PAST_CONSONANT:
        yield short + ending, Features("past", person, gender, number, voice)


def _weak_past(base: str, ending: str) -> str:
    """``دعا`` → دعت، دعوا; ``نفى`` → نفيا، نفت; ``بقي`` → بقيت، بقوا."""
    if base[-1] == "ي":
        return base[:-1] + "وا" if ending == "وا" else base + ending
    if ending == "ا":
        return base[:-1] + ("وا" if base[-1] == "ا" else "يا")
    return base[:-1] + ending


def _short_past(verb: Verb, base: str) -> str:
    """Return the stem before a consonant: قلـ، أشرـ، رددـ، دعوـ، نفيـ."""
    if is_hollow(base):
        return base[:-2] + ("ئ" if base[-1] == "ء" else base[-1])
    if len(base) >= 3 and base[-2] == "ي" and is_hollow(verb.lemma):  # قيل
        return base[:-2] + base[-1]
    if base[-1] in "اى":
        return base[:-1] + ("و" if base[-1] == "ا" else "ي")
    return base + base[-1] if verb.doubled else base


def _hamza_stems(base: str, ending: str) -> tuple[str, ...]:
    """``بدأ`` + وا is printed ``بدأوا`` and ``بدؤوا``; ``جاء`` + وا ``جاءوا`` and ``جاؤوا``."""
    if ending.startswith("و") and base[-1] in "أء":
        return base, base[:-1] + "ؤ"
    if ending.startswith("ا") and base[-1] == "أ":
        return (base[:-1],)
    return (base,)


def _passive_past(verb: Verb) -> str:
    lemma = verb.lemma
    if is_hollow(lemma):
        return lemma[:-2] + "ي" + lemma[-1]
    if verb.form == "III":
        lemma = lemma[0] + "و" + lemma[2:]
    elif verb.form == "VI" and len(lemma) > 3:
        lemma = lemma[:2] + "و" + lemma[3:]
    elif verb.form == "I" and len(lemma) == 3 and lemma[1] == "أ":
        lemma = lemma[0] + "ئ" + lemma[2]
    elif lemma[-1] == "أ":
        return lemma[:-1] + "ئ"
    return lemma[:-1] + "ي" if lemma[-1] in "اى" else lemma


def _passive_present(verb: Verb) -> str:
    present = verb.present
    if is_hollow(verb.lemma) and present[-2] in "وي":
        return present[:-2] + "ا" + present[-1]
    if present[-1] in "وي":
        return present[:-1] + "ى"
    if verb.form == "I" and present[1] == "أ":
        return present[0] + "ؤ" + present[2:]
    if verb.form == "I" and verb.lemma[0] == "و" and present[1] != "و":
        return "يو" + present[1:]
    return present[:-1] + "أ" if present[-1] == "ئ" else present


def _presents(verb: Verb, present: str, voice: Voice) -> Iterator[tuple[str, Features]]:
    for form, features in _present_forms(verb, present, voice):
        yield form, features
        if features.mood is None:
            yield "س" + form, Features("future", features.person, features.gender, features.number, voice)


def _present_forms(verb: Verb, present: str, voice: Voice) -> Iterator[tuple[str, Features]]:
    core, short = present[1:], _short_present(verb, present)
    for prefix, person, gender, number in _PRESENT_BARE:
        yield _prefixed(prefix, core), Features("present", person, gender, number, voice)
        if short != core:
            yield _prefixed(prefix, short), Features("present", person, gender, number, voice, "jussive")
    for prefix, full, cut, person, gender, number in _PRESENT_VOWEL:
        for stem in _vowel_present(core, full):
            yield prefix + stem, Features("present", person, gender, number, voice)
        for stem in _vowel_present(core, cut):
            yield prefix + stem, Features("present", person, gender, number, voice, "jussive")
    yield "ي" + _feminine_plural(verb, core, short), Features("present", 3, "f", "pl", voice)
    yield "ت" + _feminine_plural(verb, core, short), Features("present", 2, "f", "pl", voice)


def _prefixed(prefix: str, core: str) -> str:
    return "آ" + core[1:] if prefix == "أ" and core.startswith("أ") else prefix + core


def _short_present(verb: Verb, present: str) -> str:
    """Return the core of the jussive without ending: يقل، يشر، يدع، ينف."""
    core = present[1:]
    if core[-1] in "ويى":
        return core[:-1]
    if is_hollow(verb.lemma) and len(core) >= 2 and core[-2] in "ويا":
        return core[:-2] + core[-1]
    return core


def _vowel_present(core: str, ending: str) -> tuple[str, ...]:
    """Join the core to an ending that begins with a vowel: يدعون، ينفيان، يبقون."""
    if core[-1] in "ويى":
        if ending[0] == "ا":
            return (core[:-1] + ("و" if core[-1] == "و" else "ي") + ending,)
        return (core[:-1] + ending,)
    if core[-1] == "أ" and ending[0] == "ا":
        return (core[:-1] + "آ" + ending[1:],)
    if core[-1] in "أء" and ending[0] == "و":
        return core + ending, core[:-1] + "ؤ" + ending
    if core[-1] == "ء" and ending[0] in "اي":
        return core[:-1] + "ئ" + ending, core + ending
    return (core + ending,)


def _feminine_plural(verb: Verb, core: str, short: str) -> str:
    if core[-1] in "وي":
        return core + "ن"
    if core[-1] == "ى":
        return core[:-1] + "ين"
    return core + core[-1] + "ن" if verb.doubled else short + "ن"


# ── participles and masdars ─────────────────────────────────────────────────────────────────────────────────────
