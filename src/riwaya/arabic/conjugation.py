"""Arabic conjugation: from a citation form and its present to every inflected form, by rule.

The citation form is the third person masculine singular of the past, as printed (قال, أكد, دعا). From it and the
present come two stems each, one before vowels and one before consonants; all the rest is endings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from riwaya.arabic.letters import plain

Person = Literal[1, 2, 3]
Gender = Literal["m", "f"]
Number = Literal["sg", "du", "pl"]
Tense = Literal["past", "present", "future", "participle", "masdar"]
Voice = Literal["active", "passive"]
Mood = Literal["indicative", "jussive"]


class Features(Struct, frozen=True, order=True):
    """What a verb form tells of its subject and time; ``None`` where the form leaves it open.

    ``mood`` is given where a present differs from the indicative (``يقل`` after لم, ``يقولوا`` after أن or لم).
    """

    tense: Tense
    person: Person | None = None
    gender: Gender | None = None
    number: Number | None = None
    voice: Voice = "active"
    mood: Mood | None = None


class Verb(Struct, frozen=True):
    """A verb as its conjugation needs it: citation form, stem form (``I`` … ``X``, ``4``), present, masdars."""

    lemma: str
    form: str
    present: str
    masdars: tuple[str, ...] = ()
    doubled: bool = False


# ── the verb from its citation form ─────────────────────────────────────────────────────────────────────────────


def guess(
    lemma: str,
    form: str | None = None,
    present: str | None = None,
    masdars: tuple[str, ...] = (),
    doubled: bool | None = None,
) -> Verb:
    """Return a verb with what is left open filled in by rule: ``guess("أشار")`` is form IV, present ``يشير``."""
    lemma = plain(lemma)
    form = form or _form(lemma)
    present = present or _present(lemma, form)
    return Verb(
        lemma, form, present, masdars or _masdars(lemma, form), bool(doubled) or _is_doubled(lemma, form, present)
    )


def _form(lemma: str) -> str:
    if lemma.startswith("است") and len(lemma) >= 6:
        return "X"
    if lemma.startswith("ان") and len(lemma) >= 4 and lemma[2] != "ت":
        return "VII"
    if lemma.startswith("ا"):
        return "VIII"
    if len(lemma) >= 4 and lemma[1] == "ا":
        return "III"
    if len(lemma) >= 4 and lemma[0] in "أآ":
        return "IV"
    if lemma.startswith("ت") and len(lemma) >= 5 and lemma[2] == "ا":
        return "VI"
    if lemma.startswith("ت") and len(lemma) >= 4:
        return "V"
    if len(lemma) >= 4:
        return "4"
    return "I" if len(lemma) == 2 or _is_hollow(lemma) or lemma[-1] in "اى" else "II"


def _present(lemma: str, form: str) -> str:
    if form == "IV":
        core = ("ؤ" + lemma[1:]) if lemma[0] == "آ" else lemma[1:]
    elif form in ("VII", "VIII", "X"):
        core = lemma[1:]
    elif form == "II" and lemma[0] == "أ":
        core = "ؤ" + lemma[1:]
    else:
        core = lemma
    if _is_hollow(lemma):
        middle = {"I": "و", "IV": "ي", "X": "ي"}.get(form, "ا")
        core = core[:-2] + middle + core[-1]
    elif lemma[-1] in "اى":
        core = core[:-1] + ("ى" if form in ("V", "VI") else "و" if lemma[-1] == "ا" else "ي")
    elif lemma[-1] == "أ" and form not in ("I", "V", "VI"):
        core = core[:-1] + "ئ"
    return "ي" + core


def _is_hollow(lemma: str) -> bool:
    return (
        len(lemma) >= 3 and lemma[-2] == "ا" and lemma[-1] not in "اىيأ" and not (len(lemma) == 3 and lemma[0] == "آ")
    )


def _is_doubled(lemma: str, form: str, present: str) -> bool:
    if form == "I":
        return len(lemma) == 2
    if form == "IV":
        return len(lemma) == 3 and len(present) == 3
    if form == "X":
        return len(lemma) == 5 and lemma[-1] not in "اى"
    return form == "VII" and len(lemma) == 4 and lemma[-1] not in "اى"


def _masdars(lemma: str, form: str) -> tuple[str, ...]:
    defective, hollow = lemma[-1] in "اى", _is_hollow(lemma)
    if form == "II":
        return (
            "ت" + lemma[:-1] + "ية" if defective else "ت" + lemma[:-1] + "ي" + ("ئ" if lemma[-1] == "أ" else lemma[-1]),
        )
    if form == "III":
        return ("م" + lemma[:-1] + ("اة" if defective else lemma[-1] + "ة"),)
    if form in ("V", "VI"):
        return (lemma[:-1] + "ي", lemma[:-1]) if defective else (lemma,)
    if form == "4":
        return (lemma + "ة",)
    if form in ("IV", "VII", "VIII", "X"):
        return (_long_masdar("إ" + lemma[1:] if form == "IV" else lemma, form, defective, hollow),)
    return ()


def _long_masdar(base: str, form: str, defective: bool, hollow: bool) -> str:
    """``إعلان``, ``إشارة``, ``إيضاح``, ``إعطاء``, ``انتقاد``, ``استدعاء``."""
    if form == "IV" and base[1] == "و":
        base = "إي" + base[2:]
    if form == "X" and base[3] == "و":
        base = base[:3] + "ي" + base[4:]
    if defective:
        return base[:-1] + "اء"
    if hollow and form in ("IV", "X"):
        return base + "ة"
    if hollow:
        return base[:-2] + "يا" + base[-1]
    doubled = len(base) == {"IV": 3, "VII": 4, "X": 5}.get(form, 0)
    return base + "ا" + base[-1] if doubled else base[:-1] + "ا" + ("ء" if base[-1] == "أ" else base[-1])


# ── conjugation ─────────────────────────────────────────────────────────────────────────────────────────────────

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
    yield from _participles(verb)
    for masdar in verb.masdars:
        yield from _masdar(masdar)


def _past(verb: Verb, base: str, voice: Voice) -> Iterator[tuple[str, Features]]:
    weak = base[-1] in "اىي" and not _is_hollow(base)
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
    if _is_hollow(base):
        return base[:-2] + ("ئ" if base[-1] == "ء" else base[-1])
    if len(base) >= 3 and base[-2] == "ي" and _is_hollow(verb.lemma):  # قيل
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
    if _is_hollow(lemma):
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
    if _is_hollow(verb.lemma) and present[-2] in "وي":
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
    if _is_hollow(verb.lemma) and len(core) >= 2 and core[-2] in "ويا":
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


def _participles(verb: Verb) -> Iterator[tuple[str, Features]]:
    active = _agent(verb) if verb.form == "I" else "م" + verb.present[1:]
    yield from _declined(active[:-1] + "ي" if active[-1] == "ى" else active, "active")
    passive = _patient(verb) if verb.form == "I" else "م" + _passive_present(verb)[1:]
    if passive:
        yield from _declined(passive, "passive")


def _patient(verb: Verb) -> str:
    """Return the passive participle of form I: مذكور، مردود; empty for weak verbs."""
    lemma = verb.lemma
    if lemma[-1] in "اىيأ" or _is_hollow(lemma):
        return ""
    lemma = lemma[0] + "ؤ" + lemma[2:] if lemma[1] == "أ" else lemma
    return "م" + (lemma + "و" + lemma[-1] if len(lemma) == 2 else lemma[:-1] + "و" + lemma[-1])


def _agent(verb: Verb) -> str:
    """Return the active participle of form I: قائل، داعي، راد، آخذ."""
    lemma = verb.lemma
    if len(lemma) == 2:
        return lemma[0] + "ا" + lemma[1]
    if _is_hollow(lemma):
        return lemma[0] + "ائ" + lemma[-1] if lemma[-1] != "ء" else lemma[0] + "ائي"
    first = "آ" if lemma[0] == "أ" else lemma[0] + "ا"
    middle = "ئ" if lemma[1] == "أ" else lemma[1]
    return first + middle + {"ا": "ي", "ى": "ي", "أ": "ئ"}.get(lemma[2], lemma[2])


_NOMINAL: tuple[tuple[str, Gender, Number], ...] = (
    ("ا", "m", "sg"),
    ("ة", "f", "sg"),
    ("ان", "m", "du"),
    ("تان", "f", "du"),
    ("تين", "f", "du"),
    ("ات", "f", "pl"),
)


def _declined(base: str, voice: Voice) -> Iterator[tuple[str, Features]]:
    weak = base[-1] in "يى" and voice == "active"
    stem = base[:-1] if weak else base
    yield base, Features("participle", 3, "m", "sg", voice)
    if weak:
        yield stem, Features("participle", 3, "m", "sg", voice)
    for ending, gender, number in _NOMINAL:
        yield base + ending, Features("participle", 3, gender, number, voice)
    for suffix in ("ون", "ين", "ي", "و"):
        yield stem + suffix, Features("participle", 3, "m", "pl", voice)
    yield stem + "ين", Features("participle", 3, "m", "du", voice)


def _masdar(masdar: str) -> Iterator[tuple[str, Features]]:
    yield masdar, Features("masdar", number="sg")
    if masdar[-1] == "ة":
        yield masdar[:-1] + "ات", Features("masdar", number="pl")
        yield masdar[:-1] + "ت", Features("masdar", number="sg")
        return
    if masdar[-1] not in "اءىي":
        yield masdar + "ا", Features("masdar", number="sg")
    plural = masdar[:-1] + "ؤات" if masdar[-1] == "أ" else masdar + "ات"
    yield plural, Features("masdar", number="pl")
    yield masdar + "ين", Features("masdar", number="du")
