"""The words of ``claimwords.tsv``: what tells how a content is put, as comparison keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from riwaya.arabic import verbs
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table
from riwaya.model import Modality

_MODALITIES: tuple[Modality, ...] = ("possible", "obliged", "intended", "expected")
_CLITICS = ("", "ب", "ل", "و", "وب", "ول")
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "ي")
_GENDERS = ("", "ه", "ون", "ين", "ان", "ات", "ا", "تين", "تان")


class Sign(Struct, frozen=True):
    """Words, as keys, and what they tell of a claim: ``من المتوقع`` (it is expected) tells ``expected``."""

    words: tuple[str, ...]
    tells: tuple[str, ...]
    kind: str

    @property
    def modality(self) -> Modality | None:
        """Return the modality that the words tell, if any."""
        return next((one for one in _MODALITIES if one in self.tells), None)


Signs = Mapping[str, tuple[Sign, ...]]


@cache
def words(kind: str) -> frozenset[str]:
    """Return the single words of one kind of row; an unknown kind is a programming error."""
    found = {fold(word) for row in table("claimwords") if row["kind"] == kind for word in row["words"].split()}
    assert found, kind
    return frozenset(found)


@cache
def signs(*kinds: str) -> Signs:
    """Return first word → signs that begin with it, the longest first, of those kinds of rows."""
    found: dict[str, dict[Sign, None]] = {}
    for row in table("claimwords"):
        if row["kind"] in kinds:
            for printed in _spelt(row["kind"], row["words"]):
                tells = tuple(row["tells"].split())
                for sign in (Sign(printed, tells, row["kind"]), *_denied(printed, tells, row["kind"])):
                    found.setdefault(printed[0], {})[sign] = None
    return {first: tuple(sorted(several, key=lambda sign: -len(sign.words))) for first, several in found.items()}


def _denied(printed: tuple[str, ...], tells: tuple[str, ...], kind: str) -> Iterator[Sign]:
    """Yield ``من غير المتوقع`` for ``من المتوقع``; what is itself a denial (``من المستحيل``) has none."""
    if kind == "phrase" and len(printed) == 2 and printed[0] == "من" and "negated" not in tells:
        yield Sign(("من", "غير", printed[1]), ("negated", *tells), kind)


def _spelt(kind: str, printed: str) -> Iterator[tuple[str, ...]]:
    """Yield the forms of a row: a verb's imperfects, a participle's genders, a head with its clitics."""
    if kind == "verb":
        yield from ((form,) for form in _imperfects(printed))
    elif kind == "participle":
        yield from ((fold(printed) + ending,) for ending in _GENDERS)
    elif kind == "head":
        forms = (clitic + form for clitic in _CLITICS for form in _owned(printed))
        yield from ((form,) for form in forms if form not in words("no-head"))
    elif kind == "particle":
        yield from ((fold(word),) for word in printed.split())
    else:
        yield tuple(fold(word) for word in printed.split())


def _imperfects(lemma: str) -> Iterator[str]:
    for form, several in verbs.forms(lemma).items():
        if any(_indicative(one) for one in several):
            yield form


def _indicative(one: verbs.Features) -> bool:
    return one.tense in ("present", "future") and one.voice == "active" and one.person != 2 and one.mood is None


def _owned(noun: str) -> Iterator[str]:
    """Yield a noun and its forms with an owner: ``نية``, ``نيته``, ``نيتها``."""
    key = fold(noun)
    yield key
    stem = key[:-1] + "ت" if noun.endswith("ة") else key
    yield from (stem + pronoun for pronoun in _PRONOUNS)


def match(known: Signs, tokens: Sequence[Token], at: int, last: int) -> Sign | None:
    """Return the longest sign at that token, if it ends before ``last``."""
    for sign in known.get(tokens[at].key, ()):
        size = len(sign.words)
        if size == 1 or (at + size <= last and all(tokens[at + i].key == sign.words[i] for i in range(1, size))):
            return sign
    return None


@lru_cache(maxsize=1 << 14)
def future(key: str) -> verbs.Reading | None:
    """Return how a form may be read as a verb with the future س: ``سننسحب`` (we will withdraw), ``فسننسحب``."""
    if len(key) > 4 and key[0] in "وف":
        key = key[1:]
    if len(key) < 4 or key[0] != "س":
        return None
    likeliest = next(iter(verbs.readings(key)), None)
    return likeliest if likeliest is not None and likeliest.features.tense == "future" else None
