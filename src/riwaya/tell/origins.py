"""How many known origins a whole story has: a lower bound, for what the accounts have found to be one is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from riwaya.arabic.letters import fold
from riwaya.model import Account, Witness
from riwaya.tell.known import Known
from riwaya.tell.line import Line


def origins(lines: Sequence[Line], accounts: Iterable[Account], known: Known) -> int:
    """Return the number of distinct known origins behind the statements and accounts of a story, at the least.

    A speaker is one voice on every occasion and in every document: ``مؤتمر صحفي (نادر الصفواني)`` (his press
    conference), his tweet and himself. Two names are one where an account counts the statements as one witness.
    Misses: one origin under two names in statements that no account compares is two.
    """
    of: dict[str, str] = {}
    places = _witnesses(accounts, of)
    for line in lines:
        if not line.origin:
            continue
        name = _key(line.origin, line.doc, known)
        of.setdefault(name, name)
        if line.speaker and _by(line.origin):
            voice = _key(line.speaker, line.doc, known)
            if _key(_by(line.origin), line.doc, known) in voice:
                of.setdefault(voice, voice)
                _join(of, name, voice)
        for witness in places.get(line.doc, ()):
            if witness.evidence.start < line.evidence.end and line.evidence.start < witness.evidence.end:
                _join(of, name, fold(witness.origin or ""))
    return len({_root(of, name) for name in of})


def _witnesses(accounts: Iterable[Account], of: dict[str, str]) -> dict[str, list[Witness]]:
    places: dict[str, list[Witness]] = defaultdict(list)
    for one in (witness for account in accounts for witness in account.witnesses if witness.origin):
        places[one.evidence.doc].append(one)
        of.setdefault(fold(one.origin or ""), fold(one.origin or ""))
    return places


def _key(name: str, doc: str, known: Known) -> str:
    return fold(known.name(name, doc))


def _by(origin: str) -> str:
    """Return whose occasion or document an origin is: ``تغريدة (سعاد النجدي)`` → ``سعاد النجدي``."""
    return origin.rpartition(" (")[2].removesuffix(")") if origin.endswith(")") and " (" in origin else ""


def _root(of: dict[str, str], name: str) -> str:
    while of[name] != name:
        name = of[name]
    return name


def _join(of: dict[str, str], left: str, right: str) -> None:
    one, other = sorted((_root(of, left), _root(of, right)))
    of[other] = one
