"""A report as dependence compares it: wording, outlet, agencies that it credits, and when it was there."""

from __future__ import annotations

from msgspec import Struct

from riwaya.link.dependence.credits import Credit
from riwaya.link.dependence.wording import NONE, Wording


class Sheet(Struct, kw_only=True):
    """``published`` is the TIMEX3 value, ``day`` its number; ``seen`` the day when somebody found the report.

    ``links`` are the outlets that the report names as its source.
    """

    id: str
    key: str
    outlet: str = ""
    published: str = ""
    day: int | None = None
    seen: int | None = None
    credits: tuple[Credit, ...] = ()
    wording: Wording = NONE

    @property
    def at(self) -> int | None:
        """The day by which the report was there, as far as anybody knows."""
        return self.day if self.day is not None else self.seen

    @property
    def order(self) -> tuple[bool, str, str, str]:
        """The place of a report among others: by publication, then key."""
        return not self.published, self.published, self.key, self.id
