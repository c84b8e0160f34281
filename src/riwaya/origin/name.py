"""The name of an origin, by its parts: what it is called, and whose it is."""

from __future__ import annotations

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.model import OriginKind


class OriginName(Struct, frozen=True, gc=False):
    """An origin as one report names it.

    ``name`` is the last hand or the occasion, ``of`` whose it is: a document's issuer, who spoke on an occasion, and of
    an agency's interview the occasion. A ``joint`` one is issued by two: ``بيان مشترك``, ``سهلان ووادان``.
    """

    kind: OriginKind
    name: str
    of: str = ""

    @property
    def label(self) -> str:
        """The name as it is shown: ``بيان (حكومة سهلان)``; a document that speaks for itself stands once."""
        return f"{self.name} ({self.of})" if self.of and fold(self.of) != fold(self.name) else self.name
