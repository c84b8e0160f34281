"""One organisation or place in many reports: by the key of its name, aliases and the country in it.

``البرلمان`` alone is the parliament of the country that its report or story names with it, and else nobody's but
that story's; ``حزب الله`` alone is the one that has a country of its own, or nearly always the same one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table
from riwaya.lexicon.houses import houses
from riwaya.link.appearances import Appearance
from riwaya.link.events import small_words
from riwaya.link.offices import countries

SHARE = 0.95  # of the reports that name a country with a body, those that name the same one
SOME = 0.02  # of all reports of a body, those that must name a country with it

Seen = tuple[int, Appearance]
Keyed = Mapping[str, list[Seen]]


def bodies(seen: Iterable[Seen], story: Sequence[int]) -> list[list[Seen]]:
    """Return the appearances of each body or place; ``story[i]`` is the story of report ``i``.

    ``البرلمان`` in a report on ``البرلمان السلواني`` is that one; in two stories that name no country it is two.
    """
    found: dict[str, list[Seen]] = {}
    for at, one in seen:
        found.setdefault(body_key(one.name), []).append((at, one))
    lands = _lands(found)
    groups: dict[tuple[str, int], list[Seen]] = {}
    for key, every in found.items():
        codes = lands.get(key, {})
        for home, some in _homes(key, every, codes, found, story).items():
            groups.setdefault(home, []).extend(some)
    return list(groups.values())


def _lands(found: Keyed) -> dict[str, dict[str, int]]:
    """Return by plain key the countries that bodies of that name have, with the number of reports."""
    lands: dict[str, dict[str, int]] = {}
    codes = frozenset(countries().values())
    for key, every in found.items():
        plain, _, code = key.rpartition(" ")
        if plain and code in codes:
            lands.setdefault(plain, {})[code] = len(every)
    return lands


def _homes(
    key: str, every: list[Seen], codes: Mapping[str, int], found: Keyed, story: Sequence[int]
) -> dict[tuple[str, int], list[Seen]]:
    """Return under which key, and in which story alone, each appearance of a key belongs."""
    own = _countries_of_bodies().get(key, "")
    if own or not (codes or _generic(key)):
        return {(f"{key} {own}" if own in codes else key, -1): every}
    best = max(codes, key=lambda code: (codes[code], code), default="")
    total = sum(codes.values())
    if not _generic(key) and total and (codes[best] >= SHARE * total) and total >= SOME * len(every):
        return {(f"{key} {best}", -1): every}
    if not _generic(key) and total < SOME * len(every):
        return {(key, -1): every}
    near = _near(key, codes, found, story)
    homes: dict[tuple[str, int], list[Seen]] = {}
    for at, one in every:
        code = near.get(("report", at)) or near.get(("story", story[at]))
        homes.setdefault((f"{key} {code}", -1) if code else (key, story[at]), []).append((at, one))
    return homes


def _near(key: str, codes: Iterable[str], found: Keyed, story: Sequence[int]) -> dict[tuple[str, int], str]:
    """Return by report and by story the one country that is named with the body there."""
    counts: dict[tuple[str, int], Counter[str]] = {}
    for code in codes:
        for at, _ in found[f"{key} {code}"]:
            counts.setdefault(("report", at), Counter())[code] += 1
            counts.setdefault(("story", story[at]), Counter())[code] += 1
    return {place: next(iter(told)) for place, told in counts.items() if len(told) == 1}


@lru_cache(maxsize=1 << 15)
def _generic(key: str) -> bool:
    """Say whether a name says only what kind of body it is: برلمان, وزارة داخلية."""
    words = key.split(" ")
    return key not in _known() and (key in _classes() or (words[0] in ("وزاره", "مجلس") and len(words) == 2))


@cache
def _known() -> frozenset[str]:
    return frozenset(_plain_key(row["name"]) for row in table("organisations"))


@cache
def _classes() -> frozenset[str]:
    return frozenset(_plain_key(row["body"]) for row in table("bodies"))


@lru_cache(maxsize=1 << 16)
def body_key(name: str) -> str:
    """Return what names of one body or place share: ``وكالة الأناضول`` and ``الأناضول``; ``أمريكا`` and US."""
    keys = [token.key for token in tokens(name) if token.kind != "punct"]
    if len(keys) > 1 and keys[0] in ("ل", "ب", "ك", "و"):
        keys = keys[1:]  # لـ CNN
    if keys and keys[0].startswith("لل") and len(keys[0]) > 4:
        keys[0] = f"ا{keys[0][1:]}"
    whole = " ".join(keys)
    if own := _bynames().get(_without_article(keys)):
        return own
    if code := countries().get(whole):
        return code if fold(name) in _country_names() else whole
    if len(keys) > 1 and keys[0] in small_words("class"):
        keys = keys[1:]
    short = _without_article(keys)
    found = _aliases().get(short)
    return found or " ".join(countries().get(key, key) if at else key for at, key in enumerate(short.split(" ")))


@cache
def _country_names() -> frozenset[str]:
    rows = table("countries")
    return frozenset(fold(name) for row in rows for name in (row["name"], *row["aliases"].split(";")) if name)


@cache
def _aliases() -> dict[str, str]:
    found: dict[str, str] = {}
    rows = [row for name in ("organisations", "places") for row in table(name)]
    known = [(row["name"], *filter(None, row["aliases"].split(";"))) for row in rows if not row["also"]]
    known += [house.brands for house in houses() if house.brands]  # not الاتحاد: a paper's name, and many others'
    for name, *aliases in known:
        for alias in aliases:
            found.setdefault(_plain_key(alias), _plain_key(name))
    return found


@cache
def _bynames() -> dict[str, str]:
    return {
        _plain_key(name): _plain_key(row["name"])
        for row in table("bynames")
        for name in (row["name"], *row["others"].split(";"))
    }


@cache
def _countries_of_bodies() -> dict[str, str]:
    return {_plain_key(row["name"]): row["country"] for row in table("organisations") if row["country"]}


def _plain_key(name: str) -> str:
    keys = [token.key for token in tokens(name) if token.kind != "punct"]
    return _without_article(keys)


def _without_article(keys: Iterable[str]) -> str:
    return " ".join(key[2:] if key.startswith("ال") and len(key) > 4 else key for key in keys)
