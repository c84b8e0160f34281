"""What words are about: their nouns, pairs of nouns that stand together, bodies and countries; no times, no titles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings
from riwaya.link.parties import country, lands_by_name
from riwaya.link.positions.words import one_for_all, said, things_named, weak
from riwaya.link.terms import term
from riwaya.model import Annotations

TURNS = 3  # words of a content in which what turns it stands
ARTICLES = ("ال", "لل", "بال", "وال", "وبال", "ولل", "كال", "فال")


class Terms(Struct, frozen=True, gc=False):
    """Key → the words as printed. Keys are terms, ``one two`` for a pair that stands together, ``@IQ`` for a country.

    ``nouns`` are the keys that may name a matter, ``definite`` the terms that stand with ال, ``qualities``
    those of them behind another with ال (التدخل المزعوم); ``negative`` whether a word of negation stands in the words,
    ``turned`` one that turns them as it does (إلغاء), ``excepted`` one that takes something out of it (إلا).
    """

    printed: dict[str, str]
    nouns: frozenset[str]
    definite: frozenset[str] = frozenset()
    qualities: frozenset[str] = frozenset()
    negative: bool = False
    turned: bool = False
    excepted: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """All keys."""
        return frozenset(self.printed)


def content_terms(words: Sequence[Token], notes: Annotations, side: str, owner: str = "") -> Terms:
    """Return the terms of a content; the speaker's own country, persons, places and times are none.

    ``owner`` (ISO) is another country whose own the words are about: ``قواتها``.
    """
    hidden = _hidden(notes, words)
    bodies, lands_here = _bodies(notes, words), _land_words(words)
    printed: dict[str, str] = {}
    nouns: set[str] = set()
    definite: set[str] = set()
    qualities: set[str] = set()
    before: tuple[int, str, str] | None = None
    for at, token in enumerate(words):
        found = "" if _covered(hidden, token.start) or token.kind not in ("word", "latin") else matter_term(token.key)
        if not found:
            before = None
            continue
        printed.setdefault(found, token.text)
        noun = may_be_noun(token.key)
        if token.key.startswith(ARTICLES) or found in things_named():
            definite.add(found)
            if at and words[at - 1].key.startswith(ARTICLES):
                qualities.add(found)
        own = found not in lands_here and not _covered(bodies, token.start)  # a word of a body's name names no matter
        if noun and own and found not in weak():
            nouns.add(found)
        if noun and before is not None and before[0] == at - 1 and before[1] != found:
            pair = f"{before[1]} {found}"
            printed.setdefault(pair, f"{before[2]} {token.text}")
            if own and not {before[1], found} <= weak():
                nouns.add(pair)
        before = (at, found, token.text) if noun else None
    lands = {f"@{code}": name for code, name in _countries(words) if country(code) != side}
    if owner and country(owner) != side:
        lands.setdefault(f"@{owner}", country(owner))
    with_lands(printed, nouns, lands)
    keys = [token.key.removeprefix("و").removeprefix("ب") for token in words]
    negative = not said("negation").isdisjoint(keys)
    turned = not said("turn").isdisjoint(keys[:TURNS])
    excepted = not said("except").isdisjoint(keys)
    return Terms(printed, frozenset(nouns), frozenset(definite), frozenset(qualities), negative, turned, excepted)


def with_lands(printed: dict[str, str], nouns: set[str], lands: Mapping[str, str]) -> None:
    """Add countries to terms, and the things that are theirs or asked of them: ``قوات (أمريكية)``."""
    for key in [key for key in printed if key in things_named()]:
        for land, name in lands.items():
            printed.setdefault(f"{key} {land}", f"{printed[key]} ({name})")
            nouns.add(f"{key} {land}")
    for land, name in lands.items():
        printed.setdefault(land, name)


def carried(one: Terms, before: Terms) -> Terms:
    """Return terms with the countries of the words before in the same sentence, where they have none of their own."""
    if any(key.startswith("@") for key in one.printed):
        return one
    printed, nouns = dict(one.printed), set(one.nouns)
    with_lands(printed, nouns, {key: name for key, name in before.printed.items() if key.startswith("@")})
    return replace(one, printed=printed, nouns=frozenset(nouns))


@lru_cache(maxsize=1 << 16)
def matter_term(key: str) -> str:
    """Return the term of a folded word under the word that stands for all that name its thing."""
    listed = one_for_all()
    if key in listed:
        return listed[key]
    found = term(key)
    return listed.get(found, found)


@lru_cache(maxsize=1 << 16)
def may_be_noun(key: str) -> bool:
    """Say whether a word may be a noun: it has ال, or no reading as a verb but that of a bare past (سحب)."""
    if key.startswith(ARTICLES):
        return True
    finite = [one for one in readings(key) if one.features.tense in ("past", "present", "future", "imperative")]
    return all(one.features.tense == "past" and fold(one.lemma) == key.removeprefix("و") for one in finite)


def _hidden(notes: Annotations, words: Sequence[Token]) -> list[tuple[int, int]]:
    if not words:
        return []
    low, high = words[0].start, words[-1].end
    spans = [(one.start, one.end) for one in notes.mentions if one.type in ("PER", "LOC", "TITLE", "NORP")]
    spans += [(one.start, one.end) for one in notes.times]
    return sorted((start, end) for start, end in spans if start < high and low < end)


def _bodies(notes: Annotations, words: Sequence[Token]) -> list[tuple[int, int]]:
    low, high = (words[0].start, words[-1].end) if words else (0, 0)
    found = [one for one in notes.mentions if one.type == "ORG" and one.start < high and low < one.end]
    return sorted((one.start, one.end) for one in found if " " in one.entity)


def _covered(spans: Sequence[tuple[int, int]], at: int) -> bool:
    number = bisect_right(spans, (at, 1 << 60))
    return any(start <= at < end for start, end in spans[max(0, number - 3) : number])


def _countries(words: Sequence[Token]) -> list[tuple[str, str]]:
    """Return the countries that words name, each as printed there, two words (الولايات المتحدة) before one."""
    found: dict[str, str] = {}
    for at, token in enumerate(words):
        two = words[at : at + 2]
        if len(two) == 2 and (code := _land(f"{two[0].key} {two[1].key}")):
            found.setdefault(code, f"{two[0].text} {two[1].text}")
        elif code := _land(token.key):
            found.setdefault(code, token.text)
    return sorted(found.items())


def _land_words(words: Sequence[Token]) -> frozenset[str]:
    """Return the terms of words that name a country, alone or two together: ``الكوري الشمالي``."""
    found: set[str] = set()
    for at, token in enumerate(words):
        if _land(token.key):
            found.add(matter_term(token.key))
        if at and _land(f"{words[at - 1].key} {token.key}"):
            found.update((matter_term(words[at - 1].key), matter_term(token.key)))
    return frozenset(found)


def _land(key: str) -> str:
    known = lands_by_name()
    return known.get(key) or known.get(key.removeprefix("و")) or known.get(key.removeprefix("ب"), "")
