"""A report as dependence compares it: wording, outlet, agencies that it credits, and when it was there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from riwaya.arabic.tokens import Token
from riwaya.link.dependence.credits import Credit, credits
from riwaya.link.dependence.wording import NONE, Wording, wording
from riwaya.model import Annotations, Document, Sentence


class Sheet(Struct, kw_only=True):
    """``published`` is the TIMEX3 value, ``day`` its number where it is one; ``seen`` is when it was found."""

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

    def near(self, other: Sheet, days: int) -> bool:
        """Return whether two reports may be of days so near, by publication or by finding; unknown may be any."""
        known = [(self.day, other.day), (self.seen, other.seen)]
        apart = [abs(ours - theirs) for ours, theirs in known if ours is not None and theirs is not None]
        if not apart and self.at is not None and other.at is not None:
            apart = [abs(self.at - other.at)]
        return not apart or min(apart) <= days

    @property
    def order(self) -> tuple[bool, str, str, str]:
        """The place of a report among others: by publication, then key."""
        return not self.published, self.published, self.key, self.id


def sheet(
    document: Document,
    notes: Annotations,
    sentences: Sequence[tuple[Sentence, list[Token]]],
    outlet: str = "",
    published: str = "",
) -> Sheet:
    """Return what dependence keeps of a report; ``published`` as a TIMEX3 value, empty where nobody knows."""
    return Sheet(
        id=document.id,
        key=document.key,
        outlet=outlet,
        published=published,
        day=_day(published),
        seen=_day(document.crawled or ""),
        credits=credits(document, notes),
        wording=wording(sentences, notes.statements, notes.mentions),
    )


def _day(value: str) -> int | None:
    """Return the number of a day; None of a month, a year, or what is no date."""
    try:
        return date.fromisoformat(value[:10]).toordinal() if len(value) >= len("2030-05-01") else None
    except ValueError:
        return None
