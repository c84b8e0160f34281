"""A verb from its citation form, as printed (قال, أكد, دعا): its stem form, present and nouns of action, by rule."""

from __future__ import annotations

from msgspec import Struct

from riwaya.arabic.letters import plain


class Verb(Struct, frozen=True):
    """A verb as its conjugation needs it: citation form, stem form (``I`` … ``X``, ``4``), present, masdars."""

    lemma: str
    form: str
    present: str
    masdars: tuple[str, ...] = ()
    doubled: bool = False


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
    return "I" if len(lemma) == 2 or is_hollow(lemma) or lemma[-1] in "اى" else "II"


def _present(lemma: str, form: str) -> str:
    if form == "IV":
        core = ("ؤ" + lemma[1:]) if lemma[0] == "آ" else lemma[1:]
    elif form in ("VII", "VIII", "X"):
        core = lemma[1:]
    elif form == "II" and lemma[0] == "أ":
        core = "ؤ" + lemma[1:]
    else:
        core = lemma
    if is_hollow(lemma):
        middle = {"I": "و", "IV": "ي", "X": "ي"}.get(form, "ا")
        core = core[:-2] + middle + core[-1]
    elif lemma[-1] in "اى":
        core = core[:-1] + ("ى" if form in ("V", "VI") else "و" if lemma[-1] == "ا" else "ي")
    elif lemma[-1] == "أ" and form not in ("I", "V", "VI"):
        core = core[:-1] + "ئ"
    return "ي" + core


def is_hollow(lemma: str) -> bool:
    """Say whether the middle letter is weak: ``قال``, ``أشار``."""
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
    defective, hollow = lemma[-1] in "اى", is_hollow(lemma)
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
