"""What one's own side will do, where that is a promise: ``سنواصل دعم الصيادين``, ``لن نستخدم القوة``."""

from __future__ import annotations

from functools import cache, lru_cache

from riwaya.arabic.lemmas import lemma
from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.link.clauses import Words
from riwaya.link.commitments.pledges import said
from riwaya.model import Claim

FIRST = 10  # words of a content in which its verb stands
BESIDE = 5  # words behind the verb in which its object stands
_BEFORE = ("وال", "بال", "ولل", "لل", "ال", "و", "ب", "ل")


def promised(claim: Claim, words: Words) -> bool:
    """Say whether a content tells in the future what its speaker's side will do of what one may promise.

    Misses: verbs that lexicon/ownfutures.tsv lacks.
    """
    if claim.future != "own" or claim.modality is not None:
        return False
    at = next((at for at, token in enumerate(words[:FIRST]) if _future(words, at, claim.negated)), None)
    if at is None:
        return False
    behind = [token.key for token in words[at + 1 : at + 1 + BESIDE]]
    if not said("against").isdisjoint(behind):
        return False  # ستتخذ إجراءات انتقامية
    return any(_of(_objects(verb, claim.negated), behind) for verb in _verbs(words[at].key))


def _future(words: Words, at: int, negated: bool) -> bool:
    if negated:
        return at > 0 and words[at - 1].key in ("لن", "ولن")
    key = words[at].key.removeprefix("و")
    opened = at > 0 and words[at - 1].key in ("سوف", "وسوف")
    return opened or (key.startswith(("سن", "سي", "ست", "سا")) and len(key) > 4)


def _of(objects: tuple[str, ...] | None, behind: list[str]) -> bool:
    if objects is None:
        return False
    if behind[:1] == ["علي"]:
        return "علي" in objects  # سيقدم على: he will go so far as to
    if not objects:
        return True
    return any(_bare(key).startswith(each) for key in behind for each in objects if each != "علي")


def _bare(key: str) -> str:
    return next((key[len(one) :] for one in _BEFORE if key.startswith(one) and len(key) - len(one) > 2), key)


@lru_cache(maxsize=1 << 13)
def _verbs(key: str) -> tuple[str, ...]:
    """Return the verbs that a word may be of: ``ستوفر`` توفر by its lemma, وفر by what stands behind ست."""
    bare = key.removeprefix("و")
    return tuple(dict.fromkeys((fold(lemma(bare)), bare[2:] if bare[:1] == "س" else bare[1:])))


@lru_cache(maxsize=1 << 12)
def _objects(verb: str, negated: bool) -> tuple[str, ...] | None:
    """Return what a verb asks for behind it, empty where nothing, ``None`` where it promises nothing."""
    rows = _rows().get((verb, negated))
    if rows is None:
        return None
    return () if not all(rows) else tuple(word for row in rows for word in row)


@cache
def _rows() -> dict[tuple[str, bool], list[tuple[str, ...]]]:
    found: dict[tuple[str, bool], list[tuple[str, ...]]] = {}
    for row in table("ownfutures"):
        for verb in row["verbs"].split():
            objects = tuple(fold(word) for word in row["with"].split())
            found.setdefault((fold(verb), row["refused"] == "yes"), []).append(objects)
    return found
