"""Outlets and agencies by any of their names: ``lexicon/outlets.tsv`` looked up as a page prints them."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from msgspec import Struct

from riwaya.lexicon.houses import houses
from riwaya.read.lines import folded
from riwaya.read.tails import lead_verbs

_CLASS = frozenset(("وكاله", "صحيفه", "جريده", "موقع", "قناه", "شبكه", "تلفزيون", "اذاعه", "منصه", "بوابه", "مجله"))
_CLASS |= {"خدمه", "عن", "المصدر", "مصدر", "نقلا"}
_NAMING = frozenset(
    ("صحيفه", "جريده", "مجله", "موقع", "بوابه", "منصه", "قناه", "شبكه", "تلفزيون", "اذاعه", "راديو", "وكاله")
)
_DROPPED = frozenset(("صحيفه", "جريده", "مجله", "موقع", "بوابه", "منصه"))
_ORDINARY = frozenset(
    (
        "السويس",
        "بنما",
        "الكهرباء",
        "المياه",
        "الطاقه",
        "الفضاء",
        "ناسا",
        "التواصل",
        "الانترنت",
        "رسميه",
        "محليه",
        "حكوميه",
    )
)
_GENERAL = frozenset(["وكالات", "الوكالات", "متابعات", "خاص", "ووكالات", "والوكالات", "تقارير", "رصد", "مواقع"])


class House(Struct, frozen=True, gc=False):
    """An outlet or agency; ``plain`` where its bare name is not also a place or a common word."""

    name: str
    agency: bool
    plain: bool
    listed: bool = True


def house(printed: str) -> House | None:
    """Return whose name ``printed`` is, marks and class words aside: ``«صحيفة عكاظ»`` is عكاظ, ``أ ف ب`` فرانس برس.

    A name that the list lacks is taken by its class word: ``صحيفة بريد السهول`` (the paper Barid as-Suhul).
    """
    return _listed(printed) or _by_class(printed)


def _by_class(printed: str) -> House | None:
    bare = printed.strip(' .:«»"“”()[]*-–—\u00a0\u200f')
    kind, _, name = bare.partition(" ")
    words = name.split()
    kind = folded(kind)
    if kind not in _NAMING or not 1 <= len(words) <= 3 or not name.replace(" ", "").isalpha() or len(name) > 40:
        return None
    if folded(words[0]) in _ORDINARY or folded(words[0]) in lead_verbs():
        return None
    return House(name if kind in _DROPPED else bare, kind == "وكاله", True, listed=False)


def _listed(printed: str) -> House | None:
    words = re.findall(r"\w+", folded(printed.lower()))
    for skip in range(len(words)):
        found = _houses().get("".join(words[skip:]))
        if found is not None:
            return House(found.name, found.agency, found.plain or skip > 0)
        if words[skip] not in _CLASS:
            return None
    return None


def general(printed: str) -> bool:
    """Say whether ``printed`` credits sources without a name: ``وكالات`` (agencies), ``متابعات``."""
    words = re.findall(r"\w+", folded(printed))
    return bool(words) and all(word in _GENERAL for word in words)


def site(url: str | None) -> str | None:
    """Return the outlet whose site ``url`` is on, if the list knows it: ``https://www.elaph.com/…`` → إيلاف."""
    try:
        host = (urlsplit(url).hostname or "") if url else ""
    except ValueError:
        return None
    parts = host.split(".")
    for first in range(len(parts) - 1):
        if (name := _sites().get(".".join(parts[first:]))) is not None:
            return name
    return None


def named(metadata: str) -> str:
    """Return the listed name for what metadata calls the outlet (``aawsat`` → الشرق الأوسط), else that itself."""
    found = house(metadata)
    return found.name if found else metadata


@cache
def _houses() -> dict[str, House]:
    known: dict[str, House] = {}
    for listed in houses():
        for i, name in enumerate(listed.names):
            key = "".join(re.findall(r"\w+", folded(name.lower())))
            bare = i == 0 or len(name) <= 3
            known.setdefault(key, House(listed.name, listed.agency, not (listed.ambiguous and bare)))
    return known


@cache
def _sites() -> dict[str, str]:
    return {domain: listed.name for listed in houses() for domain in listed.domains}
