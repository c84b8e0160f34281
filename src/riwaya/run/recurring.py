"""The bridge between what ``read`` asks of other articles and the counts that a store or a batch keeps.

A paragraph's key in a store is one number: outlet, letters and standing hashed together.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b

from riwaya.model import Document
from riwaya.read.recurring import keyed, outlet_of


class Counts:
    """Recurrence over counts that were looked up before: it can be sent to another process."""

    def __init__(self, counts: Mapping[int, int]) -> None:
        self._counts = counts

    def count(self, outlet: str, hash: int, lead: bool) -> int:
        """Return how many articles of ``outlet`` hold that paragraph, or open so (8: that many or more)."""
        return self._counts.get(number(outlet, hash, lead), 0)


def keys(document: Document) -> dict[int, bool]:
    """Return the keys that matter to the document: True where it is counted for the key, False where it only asks."""
    outlet = outlet_of(document)
    return {number(outlet, hash, lead): counted for (hash, lead), counted in keyed(document).items()}


@lru_cache(maxsize=1 << 14)
def number(outlet: str, hash: int, lead: bool) -> int:
    """Return the one number under which a store counts a paragraph of an outlet."""
    digest = blake2b(f"{outlet}\n{hash}\n{lead}".encode(errors="replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
