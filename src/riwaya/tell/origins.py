"""How many known origins a whole story has: a lower bound, for what the accounts have found to be one is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from riwaya.arabic.letters import fold
from riwaya.model import Account, Witness
from riwaya.tell.line import Line


def origins(lines: Iterable[Line], accounts: Iterable[Account]) -> int:
    """Return the number of distinct known origins behind the statements and accounts of a story.

    ``وزارة المياه`` (the ministry of water) in one report and ``بيان (وزارة المياه)`` (its communiqué) in another are
    one where an account counts the two statements as one witness. Misses: one origin under two names in statements
    that no account compares is two.
    """
    of: dict[str, str] = {}
    places: dict[str, list[Witness]] = defaultdict(list)
    for one in (witness for account in accounts for witness in account.witnesses if witness.origin):
        places[one.evidence.doc].append(one)
        of.setdefault(fold(one.origin or ""), fold(one.origin or ""))
    for line in lines:
        if line.origin:
            name = fold(line.origin)
            of.setdefault(name, name)
            for witness in places.get(line.doc, ()):
                if witness.evidence.start < line.evidence.end and line.evidence.start < witness.evidence.end:
                    _join(of, name, fold(witness.origin or ""))
    return len({_root(of, name) for name in of})


def _root(of: dict[str, str], name: str) -> str:
    while of[name] != name:
        name = of[name]
    return name


def _join(of: dict[str, str], left: str, right: str) -> None:
    one, other = sorted((_root(of, left), _root(of, right)))
    of[other] = one
