"""What of a store an export is to hold."""

from __future__ import annotations

from msgspec import Struct


class Wanted(Struct, frozen=True, kw_only=True):
    """One story or all of them; for formats that hold a single table, which view."""

    story: str | None = None
    view: str = "people"
