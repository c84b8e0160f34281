"""How sources are to be read: what a user can say on the command line."""

from __future__ import annotations

from msgspec import Struct


class ReadOptions(Struct, frozen=True, kw_only=True):
    """Options of reading.

    ``fields`` maps a field of ours (title, text, published, author, outlet, url, id) to the name that a JSON or CSV
    file has for it. ``outlet`` is said of every report whose metadata names none. ``most_bytes`` bounds one document.
    """

    fields: dict[str, str] = {}
    outlet: str | None = None
    encoding: str | None = None
    allow_private: bool = False
    robots: bool = True
    most_bytes: int = 20_000_000
    timeout: float = 20.0
