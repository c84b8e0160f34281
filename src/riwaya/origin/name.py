"""The name of an origin, by its parts: what it is called, and whose it is."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.model import OriginKind


def talk(occasion: str) -> bool:
    """Say whether an occasion is one that an outlet holds with somebody: ``مقابلة``, ``حوار``; not a speech."""
    return fold(occasion).split(" ")[0].removeprefix("ال") in _talks()


@cache
def _talks() -> frozenset[str]:
    rows = (row["words"] for row in table("report_words") if row["class"] == "talks")
    return frozenset(fold(word).removeprefix("ال") for words in rows for word in words.split())


class OriginName(Struct, frozen=True, gc=False):
    """An origin as one report names it.

    ``name`` is the last hand or the occasion, ``of`` whose it is: a document's issuer, who spoke on an occasion, and of
    an agency's interview the occasion. A ``joint`` one is issued by two: ``بيان مشترك``, ``سهلان ووادان``.
    """

    kind: OriginKind
    name: str
    of: str = ""

    @property
    def shown(self) -> OriginKind:
        """The kind as it is shown: what an outlet tells of a meeting is no interview with it."""
        return self.kind if self.kind != "interview" or talk(self.of) else "relay"

    @property
    def label(self) -> str:
        """The name as it is shown: ``بيان (حكومة سهلان)``; a document that speaks for itself stands once."""
        return f"{self.name} ({self.of})" if self.of and fold(self.of) != fold(self.name) else self.name
