"""Where outlets have their text from: copies, and what each outlet rests on."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from riwaya.model.entity import Ruled
from riwaya.model.span import Evidence

CopyKind = Literal["whole", "edited", "part", "quotation"]
OriginKind = Literal["speaker", "relay", "document", "occasion", "interview", "joint"]
CopyBasis = Literal["both-credit", "one-credits", "cites", "published", "ruled", "unknown"]


class Passage(Struct, frozen=True, kw_only=True):
    """Words of one report beside those of another; ``same`` is how many of them are equal."""

    doc: Evidence
    original: Evidence
    same: int = 0


class Copy(Struct, frozen=True, kw_only=True):
    """A judgement that one report's text is taken from another's, or both from a third; ``score`` is the shared part.

    ``kind``: ``whole``, ``edited`` (most of one of them), ``part``, or ``quotation``: they share only what one
    speaker said, one origin and no copy. ``basis`` tells how it is
    known who was first: both or one of them ``third`` (an agency) credit, ``doc`` cites the paper, it was
    ``published`` on a later day, or a person ``ruled`` it; where it is ``unknown``, ``original`` is only the first in
    order. ``same_outlet``: two records of one outlet, which are no two witnesses anyway.
    """

    doc: str
    original: str
    score: float
    kind: CopyKind = "part"
    basis: CopyBasis = "unknown"
    third: str | None = None
    same_outlet: bool = False
    passages: tuple[Passage, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rulings: tuple[Ruled, ...] = ()


class Origin(Struct, frozen=True, kw_only=True):
    """Where statements of an outlet come from, under the name that the whole story knows it by.

    ``voice`` is who stands behind it: one person's tweet and speech are two origins and one voice, which is what
    counts. ``kind`` is a speaker, a relay, a document, an occasion, an interview, or joint (two issue it).
    ``spellings`` are the names that reports give it; ``statements`` how many rest on it, without those that stand in
    others, which ``evidence`` has too.
    """

    name: str
    voice: str
    kind: OriginKind = "speaker"
    spellings: tuple[str, ...] = ()
    statements: int = 0
    evidence: tuple[Evidence, ...] = ()


class SourceProfile(Struct, frozen=True, kw_only=True):
    """What an outlet rests on in one story: own reporting, named origins, unnamed sources, copied text.

    ``chains`` counts the statements by origin, ``origins`` tells more of each and is the story's one list of them.
    ``own`` are those that come from the speaker himself, with no agency, office or document between; ``unnamed`` those
    of sources that the outlet does not name.
    """

    story: str
    outlet: str
    documents: int = 0
    statements: int = 0
    own: int = 0
    chains: dict[str, int] = {}
    unnamed: int = 0
    origins: tuple[Origin, ...] = ()
    copies: tuple[Copy, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def relayed(self) -> int:
        """How many come from a known origin through somebody, or in a document: ``بيان``, ``وكالة``."""
        return max(sum(self.chains.values()) - self.own, 0)

    @property
    def unknown(self) -> int:
        """How many come from nobody known for another reason: several speakers at once, the outlet's own voice."""
        return max(self.statements - sum(self.chains.values()) - self.unnamed, 0)
