"""Which body a name speaks for, so that one office under several names is one origin.

``المتحدث باسم شرطة سهلان`` (the spokesman of the Sahlan police), ``الشرطة`` and ``شرطة سهلان`` are one;
``الجيش السهلاني`` and ``الجيش الواداني`` are two. Names are compared by kind (lexicon/speakingbodies.tsv), country,
place and the words that are left. In doubt two names are one: a count of origins is a lower bound.

Misses: two offices of one kind in one country (two courts) count as one where no place tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table
from riwaya.lexicon.houses import houses
from riwaya.link.accounts.wordlists import listed
from riwaya.link.offices import countries, said

_ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال")
_ENDINGS = ("يه", "ي", "ه")
_WIDEST = 5
_UNITED = "الأمم المتحدة"


class Institution(Struct, frozen=True, gc=False):
    """A body as origins are compared: its kind (empty where the lexicon has none), country, places, other words."""

    kind: str
    country: str
    places: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=1 << 15)
def institution(name: str) -> Institution | None:
    """Return the body that a name or title names, ``None`` where nothing but a common word is left of it."""
    keys = [token.key for token in tokens(name) if token.kind in ("word", "latin", "number")]
    if house := _house(keys):
        return Institution("house", "", frozenset(), frozenset({house}))
    if organisation := _listed(keys):
        return Institution("listed", "", frozenset(), frozenset({_whole(organisation)}))
    country, rest = _country(keys)
    places, home, rest = _places(rest)
    country = country or home
    words = [word for word in map(plain, rest) if word]
    kind, others = _kind(words)
    left = frozenset(word for word in others if word not in _empty())
    if not kind and not left:
        kind = "presidency" if country and words[:1] == ["رئيس"] else "state" if country else ""
        return Institution(kind, country, frozenset(), left) if kind else None
    if kind == "news agency" and left:
        kind = ""  # its own name tells it apart
    return Institution(kind, country, places, left)


@lru_cache(maxsize=1 << 12)
def jointly(name: str) -> Institution | None:
    """Return two governments that speak together as one body: ``سهلان ووادان``, ``حكومتا البلدين`` is nobody."""
    keys = [token.key for token in tokens(name) if token.kind == "word"]
    codes = [_state_of(key) or _state_of(key.removeprefix("و")) for key in keys]
    found = frozenset(code for code in codes if code)
    return Institution("joint", "", frozenset(), found) if len(found) > 1 and all(codes) else None


def _state_of(key: str) -> str:
    return countries().get(key) or _place_names().get(key, ("", ""))[1]


def one_institution(left: Institution, right: Institution) -> bool:
    """Say whether two bodies can be one: the same kind, or mostly the same words, and no two countries or places."""
    if left.country and right.country and left.country != right.country:
        return False
    if "state" in (left.kind, right.kind):
        return left.country == right.country and all(official(one) for one in (left, right))
    if {left.kind, right.kind} == {"news agency", "house"}:
        return True  # ``وكالة الأنباء الرسمية`` may be any
    if left.kind or right.kind:
        if _topmost(left.kind) != _topmost(right.kind):
            return False
        if left.kind != right.kind:
            return True
        if left.kind in ("house", "listed", "joint"):
            return left.words == right.words
        alone = left.kind in _alone() and left.country == right.country != ""
        return alone or _near(left.places, right.places)
    if not (left.words and right.words):
        return False
    shared = len(left.words & right.words)
    return shared * 2 >= min(len(left.words), len(right.words)) and _near(left.places, right.places)


def official(one: Institution) -> bool:
    """Say whether a body speaks for its state: ``وزارة الصحة``, ``الشرطة``; the country alone (``سهلان``) does."""
    return one.kind == "state" or one.kind in _officials()


def bare(one: Institution) -> bool:
    """Say whether a body is named by its kind alone: ``الشرطة``, whose police it may be is open."""
    return not (one.country or one.places or one.kind in ("", "house", "listed", "joint"))


@lru_cache(maxsize=1 << 15)
def plain(key: str) -> str:
    """Return a folded word without article and nisba: ``والخارجيه`` and ``خارجي`` → ``خارج``."""
    for article in _ARTICLES:
        if key.startswith(article) and len(key) - len(article) > 1:
            key = key[len(article) :]
            break
    else:
        if key[:1] in ("ل", "ب") and len(key) > 3 and _stripped(key[1:]) in _form_words():
            key = key[1:]
    return _stripped(key)


def _stripped(key: str) -> str:
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) > 1:
            return key[: -len(ending)]
    return key


def _near(left: frozenset[str], right: frozenset[str]) -> bool:
    return not left or not right or not left.isdisjoint(right)


def _kind(words: Sequence[str]) -> tuple[str, list[str]]:
    """Return the kind of the longest form in a name, the first of the longest, and the words that are left."""
    for width in range(min(_WIDEST, len(words)), 0, -1):
        for at in range(len(words) - width + 1):
            if kind := _forms().get(tuple(words[at : at + width])):
                return kind, [*words[:at], *words[at + width :]]
    return "", list(words)


@cache
def _forms() -> dict[tuple[str, ...], str]:
    return dict(_read())


def _read() -> Iterator[tuple[tuple[str, ...], str]]:
    for row in table("speakingbodies"):
        for form in row["forms"].split(";"):
            yield tuple(_worded(fold(word)) for word in form.split()), row["body"]


def _worded(key: str) -> str:
    """Return a word of the lexicon as ``plain`` leaves those of a name; it needs no article taken off."""
    return _stripped(key[2:] if key.startswith("ال") and len(key) > 4 else key)


@cache
def _form_words() -> frozenset[str]:
    return frozenset(word for form in _forms() for word in form)


@cache
def _alone() -> frozenset[str]:
    return frozenset(row["body"] for row in table("speakingbodies") if row["alone"])


@cache
def _under() -> dict[str, str]:
    return {row["body"]: row["under"] for row in table("speakingbodies") if row["under"]}


def _topmost(kind: str) -> str:
    return _under().get(kind, kind)


@cache
def _officials() -> frozenset[str]:
    return frozenset(row["body"] for row in table("speakingbodies") if row["official"])


@cache
def _empty() -> frozenset[str]:
    """Return words that tell no body apart: titles, ranks, what a spokesman is called."""
    words = said("filler") | frozenset(fold(word) for row in table("titles") for word in row["title"].split())
    rows = (row["words"] for row in table("report_words") if row["class"] in ("honorifics", "offices", "complements"))
    more = (fold(word) for words_ in rows for word in words_.split())
    classes = (fold(word) for row in table("bodies") for word in row["body"].split())
    return frozenset(map(plain, (*words, *more, *classes))) | listed("empty")


# ── countries, places and houses ────────────────────────────────────────────────────────────────────────────────


def _country(keys: list[str]) -> tuple[str, list[str]]:
    """Take countries and seats of power out of a name's words; the first one counts."""
    found, rest, at = "", [], 0
    while at < len(keys):
        for width in range(min(4, len(keys) - at), 0, -1):
            phrase = " ".join(keys[at : at + width])
            code = countries().get(phrase) or _seats().get(phrase)
            if code:
                found = found or code
                if phrase in _seats():
                    rest += keys[at : at + width]
                at += width
                break
        else:
            rest.append(keys[at])
            at += 1
    return found, rest


@cache
def _seats() -> dict[str, str]:
    rows = ((row["code"], seat) for row in table("countries") for seat in filter(None, row["seat"].split(";")))
    return {fold(seat): code for code, seat in rows}


def _places(keys: list[str]) -> tuple[frozenset[str], str, list[str]]:
    """Take the places out of a name's words, with the country of the first: ``شرطة بندر`` → بندر."""
    known, found, at = _place_names(), list[tuple[str, str]](), 0
    rest: list[str] = []
    while at < len(keys):
        for width in range(min(3, len(keys) - at), 0, -1):
            place = known.get(" ".join(keys[at : at + width]))
            if place:
                found.append(place)
                at += width
                break
        else:
            rest.append(keys[at])
            at += 1
    names = frozenset(word for name, _ in found for word in name.split())
    return names, found[0][1] if found else "", rest


@cache
def _place_names() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for name, where in _named_places():
        key = fold(name)
        for form in (key, f"ب{key}", f"لل{key[2:]}" if key.startswith("ال") else f"ل{key}"):
            found.setdefault(form, where)
    return found


def _named_places() -> Iterator[tuple[str, tuple[str, str]]]:
    for row in table("countries"):
        for name in filter(None, row["capital"].split(";")):
            yield name, (fold(name), row["code"])
    for row in table("places"):
        for name in () if row["also"] else (row["name"], *filter(None, row["aliases"].split(";"))):
            yield name, (fold(row["name"]), row["country"])


def _listed(keys: Sequence[str]) -> str:
    """Return the organisation of the lexicon that a name holds, by its first name: ``كتلة النهر`` in a longer one."""
    for width in range(min(8, len(keys)), 0, -1):
        for at in range(len(keys) - width + 1):
            if found := _organisations().get(" ".join(keys[at : at + width])):
                return found
    return ""


def _whole(name: str) -> str:
    """Return the body that an organisation is a part of: an office of the United Nations speaks for them."""
    return _UNITED if _UNITED in name else name


@cache
def _organisations() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("organisations"):
        if row["kind"] == "government":
            continue  # ministries and armies are compared by kind and country
        names = (() if row["also"] else (row["name"],)) + tuple(filter(None, row["aliases"].split(";")))
        for name in names:
            key = " ".join(token.key for token in tokens(name) if token.kind != "punct")
            for form in (key, f"ب{key}", f"لل{key[2:]}" if key.startswith("ال") else f"ل{key}"):
                found.setdefault(form, row["name"])
    return {key: name for key, name in found.items() if not _kind([plain(word) for word in key.split()])[0]}


def _house(keys: Sequence[str]) -> str:
    """Return the agency or outlet that a whole name is, by its first name: ``وكالة أنباء سهلان الرسمية`` → سهلان."""
    names = _houses()
    unofficial = [one for one in keys if one not in listed("state-owned")]
    tries = (keys, unofficial, [one for one in unofficial if one not in listed("of houses")])
    if found := next((found for one in tries if (found := names.get(" ".join(one)))), ""):
        return found
    inside = keys[1:] if keys[:1] and keys[0].removeprefix("ال") in listed("of houses") else ()
    spans = ((at, width) for width in range(4, 0, -1) for at in range(len(inside) - width + 1))
    return next((found for at, width in spans if (found := names.get(" ".join(inside[at : at + width])))), "")


def state_house(one: Institution) -> str:
    """Return the country whose state an agency or broadcaster speaks for, empty where it is another's."""
    if one.kind == "state television":
        return one.country
    return _state_houses().get(next(iter(one.words), ""), "") if one.kind == "house" else ""


@cache
def _state_houses() -> dict[str, str]:
    return {house.name: house.country for house in houses() if house.owner == "state"}


@cache
def _houses() -> dict[str, str]:
    found: dict[str, str] = {}
    for house in houses():
        for name in house.brands:
            keys = [token.key for token in tokens(name) if token.kind in ("word", "latin", "number")]
            found.setdefault(" ".join(keys), house.name)
    return found
