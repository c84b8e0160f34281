"""Clitics: what is written together with a word and is none of it: ``وسيكتبونها`` = و + س + يكتبون + ها.

Newspapers do not mark where a clitic ends: ``وزير`` (minister) and ``وزاد`` (and increased) look alike. Every way to
cut a word is weighed by how often its stem stands alone, with the article or behind other clitics in a hundred
thousand counted forms of news, and by the verbs known; ``lexicon/clitics.tsv`` settles the closed words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from msgspec import Struct

from riwaya.arabic.letters import fold, plain
from riwaya.arabic.verbs import readings_as_they_stand
from riwaya.lexicon import counts, table

_ALIF = str.maketrans("أإآٱ", "اااا")
_SPLIT = re.compile(r"(?P<before>[^\[]*)\[(?P<stem>[^\]]*)\](?P<after>.*)")
_CONJUNCTIONS = {"و": 0.08, "ف": 0.01}
_PREPOSITIONS = {"ب": 0.05, "ل": 0.05, "ك": 0.003, "س": 0.06}
_ENCLITICS = {
    "هما": 0.004, "كما": 0.0002, "ها": 0.04, "هم": 0.015, "هن": 0.002, "نا": 0.006, "كم": 0.0005, "ني": 0.002,
    "ه": 0.04, "ك": 0.0004,
}  # fmt: skip
_OPENERS = frozenset("وفبلكس")
_ENDERS = tuple(_ENCLITICS)
_SHARE = 0.002  # of a form's count that speaks for its being whole, where it looks like one with clitics
_SEEN, _ENOUGH = 0.01, 50  # and a little more for having been seen at all
_ALTERNATION = 0.05
_VERB_BEHIND_AND = 4.0  # sentences of news begin with و and a verb
_VERB = 20.0


class Segmented(Struct, frozen=True, gc=False):
    """A word cut into proclitics, stem and enclitic (empty where none); in ``للجنة`` the proclitics are ل and ال.

    The stem is as printed: in ``حكومته`` it is ``حكومت``; ``stems`` gives ``حكومة``.
    """

    proclitics: tuple[str, ...]
    stem: str
    enclitic: str = ""


@cache
def _closed() -> Mapping[str, Segmented]:
    found: dict[str, Segmented] = {}
    for row in table("clitics"):
        cut = _SPLIT.fullmatch(row["split"])
        if cut is None:
            continue
        before = tuple(part for part in cut["before"].split("+") if part)
        stem, after = cut["stem"], cut["after"]
        if not stem and before:  # له: the preposition itself carries the pronoun
            before, stem = before[:-1], before[-1]
        found[row["word"]] = Segmented(before, stem, after)
    for word, segmented in list(found.items()):
        found.setdefault(_light(word), segmented)
    return found


def _settled(word: str) -> Segmented | None:
    closed = _closed().get(word) or _closed().get(_light(word))
    if closed is None or _light("".join((*closed.proclitics, closed.stem, closed.enclitic))) != _light(word):
        return closed
    start = sum(map(len, closed.proclitics))  # with the letters of the word: انه for أنه
    return Segmented(closed.proclitics, word[start : len(word) - len(closed.enclitic)], closed.enclitic)


def _light(word: str) -> str:
    return word.translate(_ALIF)


# ── evidence that a stem is a word ──────────────────────────────────────────────────────────────────────────────


@cache
def _counts() -> Mapping[str, int]:
    return counts("vocabulary")


@lru_cache(maxsize=1 << 16)
def _is_finite(light: str) -> bool:
    return any(
        one.features.tense in ("past", "present")
        and one.features.voice == "active"
        and _usual(one.features.person, one.features.number)
        for one in readings_as_they_stand(fold(light))
    )


def _usual(person: int | None, number: str | None) -> bool:
    return person == 3 or (person == 1 and number == "pl")


@lru_cache(maxsize=1 << 16)
def _evidence(light: str) -> float:
    """Return how much speaks for a form's being a word by itself, in occurrences."""
    seen = _counts()
    here = seen.get(light, 0)
    closed = _closed().get(light)
    if closed is not None and not closed.proclitics and not closed.enclitic:
        return here + 5.0
    article = sum(seen.get(clitics + light, 0) for clitics in ("ال", "وال", "بال", "لل"))
    verb = _is_finite(light)
    if light[0] not in _OPENERS and not light.endswith(_ENDERS):
        return here + article + (_VERB if verb else 0.0)
    crossed = _behind_impossible(light, seen) if light[0] in _OPENERS else 0.0
    if light.endswith(_ENDERS):
        crossed *= _SHARE * 10
    return _SHARE * here + _SEEN * min(here, _ENOUGH) + article + crossed + (here + _VERB if verb else 0.0)


def _behind_impossible(light: str, seen: Mapping[str, int]) -> int:
    """Count the form behind clitics that could not stand there if its first letter were one: ``ببغداد``, ``ووزير``."""
    clitics = ("و", "ف", "ب", "ل", "ك") if light[0] in "وف" else ("ب", "ل", "ك", "س")
    return sum(seen.get(clitic + light, 0) for clitic in clitics if clitic != light[0] or clitic != "ل")


def _restored(stem: str, enclitic: str) -> Iterator[str]:
    """Yield the forms that a stem before a pronoun may have alone: حكومتـ → حكومة, دعاـ → دعا، دعى."""
    yield stem
    last = stem[-1]
    if last == "ت":
        yield stem[:-1] + "ة"
    elif last == "ا":
        yield stem[:-1] + "ى"
    elif last in "ئؤ":
        yield stem[:-1] + "ء"
    elif last == "و":
        yield stem + "ا"
        yield stem + "ن"
    elif last == "ي":
        yield stem + "ن"
        yield stem[:-1] + "ى"
    if enclitic == "ني":
        yield stem + "ن"


# ── ways to cut ─────────────────────────────────────────────────────────────────────────────────────────────────


class _Cut(Struct, frozen=True, gc=False):
    weight: float
    segmented: Segmented
    base: str  # the stem as it would stand alone


def _cuts(word: str) -> Iterator[_Cut]:
    """Yield the ways to cut a normalised word, each with its weight."""
    for conjunction, rest, weight in _openings(word, _CONJUNCTIONS):
        for preposition, host, more in _openings(rest, _PREPOSITIONS):
            proclitics = tuple(part for part in (conjunction, preposition) if part)
            yield from _hosts(proclitics, preposition, host, weight * more)


def _openings(word: str, clitics: Mapping[str, float]) -> Iterator[tuple[str, str, float]]:
    yield "", word, 1.0
    weight = clitics.get(word[0])
    if weight is not None and len(word) >= 3:
        yield word[0], word[1:], weight


def _hosts(proclitics: tuple[str, ...], preposition: str, host: str, weight: float) -> Iterator[_Cut]:
    if preposition == "س" and not _is_verblike(host):
        return
    closed = _settled(host)
    if closed is not None and preposition != "س":
        strength = _counts().get(_light(host), 0) + 5.0
        if preposition == "ل" and host[0] == "ل" and _takes_article(host):
            proclitics = (*proclitics, "ال")  # للجنة: of three ل only two are written
        segmented = Segmented((*proclitics, *closed.proclitics), closed.stem, closed.enclitic)
        yield _Cut(weight * strength, segmented, closed.stem)
        return
    if host.startswith("ل" if preposition == "ل" else "ال") and len(host) >= 4:
        definite = host[1:] if preposition == "ل" else host[2:]
        if preposition == "ل" and _takes_article(host) and _evidence(_light(host)) > _evidence(_light(definite)):
            definite = host
        yield _Cut(weight * _definite(definite, proclitics), Segmented((*proclitics, "ال"), definite), definite)
    if len(host) < 2 or (preposition == "ل" and host.startswith("ال")):
        return
    own = _plain_weight(host, preposition) + _unseen(proclitics, host)
    if proclitics and not preposition and _is_finite(_light(host)):
        own *= _VERB_BEHIND_AND
    yield _Cut(weight * own, Segmented(proclitics, host), host)
    for enclitic, prior in _ENCLITICS.items():
        stem = host[: -len(enclitic)]
        if host.endswith(enclitic) and len(stem) >= 2:
            others = _ALTERNATION * _with_other_pronouns("".join(proclitics) + stem, enclitic)
            yield from _pronouns(proclitics, stem, enclitic, weight * prior, others)


def _plain_weight(host: str, preposition: str) -> float:
    if preposition == "س" or (preposition == "ل" and host[0] in "يتن"):
        return _evidence(_light(host)) if _is_verblike(host) else 0.0
    if preposition in ("ب", "ك") and _is_finite(_light(host)):
        return max(0.0, _evidence(_light(host)) - _VERB) * 0.3
    return _evidence(_light(host))


def _is_verblike(host: str) -> bool:
    return host[0] in "يتنأا" and len(host) >= 3


def _takes_article(stem: str) -> bool:
    """Say whether a stem is no name: اللجنة is frequent, اللبنان is not."""
    seen, light = _counts(), _light(stem)
    return seen.get("ال" + light, 0) > 0.05 * seen.get(light, 0)


def _definite(stem: str, proclitics: tuple[str, ...]) -> float:
    if len(stem) < 2:
        return 0.0
    light, seen = _light(stem), _counts()
    own = "".join(proclitics) + "ال"  # the word itself is no evidence for its being cut
    together = sum(
        seen.get(clitics + light, 0) for clitics in ("ال", "وال", "بال", "لل") if clitics != own or own == "ال"
    )
    alone = _evidence(light) if len(stem) > 2 else seen.get(light, 0) * _SHARE
    return together + alone + 3.0 + (0.0 if stem[0] != "ت" or not _is_finite("ال" + light) else -together)


def _unseen(proclitics: tuple[str, ...], host: str) -> float:
    """Return a little weight for words never counted: unknown words behind و are taken for such, others for whole."""
    if host[0] in _OPENERS and host.endswith(_ENDERS):
        return 0.002
    if proclitics == ("و",) and len(host) >= 4:
        return 0.8 if host[0] not in "بلكس" and not host.endswith(_ENDERS) else 0.03
    return 0.05 if not proclitics else 0.01


def _with_other_pronouns(stem: str, enclitic: str) -> int:
    """Count a stem with the other pronouns: أنفسهم beside أنفسنا, أنفسها."""
    seen, light = _counts(), _light(stem)
    if enclitic in ("ني", "ك", "كما"):
        return 0
    return sum(seen.get(light + other, 0) for other in ("ه", "ها", "هم", "نا", "هما") if other != enclitic)


def _pronouns(proclitics: tuple[str, ...], stem: str, enclitic: str, weight: float, others: float) -> Iterator[_Cut]:
    for base in _restored(stem, enclitic):
        light = _light(base)
        evidence = _evidence(light)
        if enclitic in ("ني", "كما") and not _is_finite(light):
            evidence *= 0.05
        if base[-1] == "ة" or evidence > 0 or others > 0:
            yield _Cut(weight * evidence + others, Segmented(proclitics, stem, enclitic), base)


# ── the interface ───────────────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=1 << 17)
def segment(form: str) -> Segmented:
    """Return a word cut into its clitics: ``وبحكومته`` → و, ب + حكومت + ه; ``بايدن``, ``وزير`` stay whole.

    The parts are normalised letters. Misses: the clitic ي (my) outside prepositions, interrogative أ, and words that
    are read only from their sentence (``وردت``: came, or: and replied).
    """
    return _ranked(form)[0].segmented


@lru_cache(maxsize=1 << 16)
def stems(form: str) -> tuple[str, ...]:
    """Return the possible stems of a word, most likely first, the word itself included: ``وزيرها`` → وزير, وزيرها ….

    Stems before a pronoun are given as they stand alone (``حكومته`` → ``حكومة``).
    """
    word = plain(form)
    bases = [cut.base for cut in _ranked(form) if cut.base]
    return tuple(dict.fromkeys([*bases, word]))


@lru_cache(maxsize=1 << 16)
def _ranked(form: str) -> tuple[_Cut, ...]:
    word = plain(form)
    whole = _Cut(0.0, Segmented((), word), word)
    closed = _settled(word)
    if len(word) < 3 and closed is None:
        return (whole,)
    if closed is not None:
        settled = _Cut(float("inf"), closed, closed.stem)
        return (settled, whole)
    best = sorted(_cuts(word), key=lambda cut: (-cut.weight, len(cut.segmented.proclitics), cut.segmented.enclitic))
    return tuple(best) or (whole,)
