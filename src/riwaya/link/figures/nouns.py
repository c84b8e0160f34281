"""What is counted: the key of a noun in any number and case, and the group of those that count one kind of people."""

from __future__ import annotations

from functools import cache, lru_cache

from riwaya.arabic.lemmas import lemma
from riwaya.arabic.letters import fold
from riwaya.lexicon import table

MOST_WORDS = 6
PEOPLE = "people"
_NATION = 5  # letters of a nisba: فلسطيني
_PARTS = frozenset({"child", "woman", "aboard", "crew", "attacker"})
_ANYBODY = frozenset({"people", "civilian", "migrant", "visitor", "pupil"})


def series(counted: str) -> str:
    """Return the key of a counted noun in any number and case: ``جولات``, ``للجولات`` and ``الجولتين`` share one."""
    return " ".join(map(key, counted.split()[:MOST_WORDS]))


@lru_cache(maxsize=1 << 14)
def key(word: str) -> str:
    """Return the folded lemma of a word."""
    return fold(lemma(word))


def group(counted: str) -> str:
    """Return the group of people that a noun counts (``lexicon/peoplecounted.tsv``), empty where it counts others.

    A number without a noun (``وإصابة 32 آخرين``, ``أصيب 12``) counts people; ``فلسطينيا`` is a group of its own.
    """
    words = counted.split()
    if not words:
        return PEOPLE
    first = key(words[0])
    return _groups().get(first) or (f"kind {first}" if first.endswith("ي") and len(first) >= _NATION else "")


@cache
def _groups() -> dict[str, str]:
    return {key(row["noun"]): row["group"] for row in table("peoplecounted")}


def comparable(left: str, right: str) -> bool:
    """Say whether counts of those groups may be of the same people: ``شخصا`` and ``مدنيا``, never ``طفلا``."""
    if left == right:
        return left != ""
    return PEOPLE in (left, right) and not _PARTS & {left, right}


def alike(left: str, right: str) -> bool:
    """Say whether groups are one, or no more than people: ``أعوان`` beside ``أفراد`` may be others among the dead."""
    return left == right or {left, right} <= _ANYBODY


def measured(counted: str) -> bool:
    """Say whether a noun measures or scores (``lexicon/measures.tsv``): ``سنتا``, ``نقاط``, ``دولار أميركي``."""
    words = [*counted.split()[:MOST_WORDS]]
    return any(one in measures() for word in words for one in (key(word), key(word.rstrip("اًٌٍ")), fold(word)))


@cache
def measures() -> frozenset[str]:
    """Return the keys of nouns that measure or score (``lexicon/measures.tsv``): a report has many of each."""
    return frozenset(one for row in table("measures") for one in (series(row["noun"]), fold(row["noun"])))


def sitting(series: str) -> bool:
    """Say whether a series counts the rounds or sessions of a process (lexicon/series.tsv): one more is one later."""
    return series in _sittings()


@cache
def _sittings() -> frozenset[str]:
    return frozenset(key(row["words"].split()[0]) for row in table("series") if row["kind"] == "sitting")
