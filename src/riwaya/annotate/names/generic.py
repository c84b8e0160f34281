"""Titles that say less than the report told: اللاعب for a striker, النجم المصري for the one whom it called المصري.

Only where a single person of the report fits; two strikers leave اللاعب to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.names.people import Bearer
from riwaya.annotate.names.titlewords import Head
from riwaya.arabic.letters import fold

_PLAYERS = ("لاعب", "مهاجم", "مدافع", "حارس", "حارس مرمى", "لاعب وسط", "جناح", "ظهير", "هداف", "نجم", "قائد منتخب")
_PLAYING = frozenset(map(fold, _PLAYERS))
_COVERS = {
    fold("لاعب"): _PLAYING,
    fold("نجم"): _PLAYING | frozenset(map(fold, ("ممثل", "مغني", "مطرب", "فنان", "ملاكم", "سائق"))),
    fold("دبلوماسي"): frozenset(map(fold, ("سفير", "مبعوث", "قنصل", "مندوب", "قائم بالأعمال"))),
    fold("فنان"): frozenset(map(fold, ("ممثل", "مغني", "مطرب", "موسيقار", "رسام"))),
    fold("صحافي"): frozenset(map(fold, ("صحفي", "مراسل", "كاتب", "مذيع", "إعلامي"))),
    fold("صحفي"): frozenset(map(fold, ("صحافي", "مراسل", "كاتب", "مذيع", "إعلامي"))),
    fold("مسؤول"): frozenset(map(fold, ("مبعوث", "وكيل", "مساعد", "مسؤول", "منسق"))),
}
"""Which titles of a person a wider one may stand for."""
_TRAINING = frozenset(map(fold, ("مدرب", "مدير فني", "مساعد مدرب")))
_THINGS = frozenset(map(fold, ("بطل", "حكم", "بديل", "محترف")))
"""Titles that mean clubs and deeds too: البطل المصري may be a team."""
_BY_NATION = frozenset(("sport", "arts"))


def only(
    head: Head, lemma: str, countries: frozenset[str], held: Sequence[tuple[Bearer, str, frozenset[str]]]
) -> Bearer | None:
    """Return the one person whom a definite title means by a wider word or by a nationality, None for several.

    ``held`` gives each person's titles: lemma and countries; the lemma is empty for a nationality alone.
    """
    covered = _COVERS.get(lemma, frozenset())
    found: dict[int, Bearer] = {}
    for person, _, _ in held:
        mine = {other for bearer, other, _ in held if bearer is person}
        nations = frozenset[str]().union(*(nation for bearer, _, nation in held if bearer is person))
        gender = "f" if person.genders["f"] > person.genders["m"] else "m"
        if person.genders and gender != head.gender:
            continue
        by_word = bool(mine & covered) and countries <= nations
        foreign = bool(mine & _TRAINING) != (lemma in _TRAINING) and bool(mine & (_TRAINING | _PLAYING))
        known = bool(countries) and countries <= nations and head.kind in _BY_NATION
        by_nation = known and not foreign and lemma not in _THINGS
        if by_word or by_nation:
            found[id(person)] = person
    return next(iter(found.values())) if len(found) == 1 else None
