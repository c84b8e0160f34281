"""Which statements are wanted: by speaker, stance, occasion, origin, outlet and date of publication."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from riwaya.arabic.letters import fold


class Filter(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """What a row of ``show statements`` must have; of several values for one field any will do.

    A name fits where its words stand in a row in the other one, however they are spelt: ``الصفوانى`` fits
    ``نادر الصفواني``. An empty name fits what has none: statements of unknown speakers, or of unknown origin. Dates are
    ISO and may be coarse: until ``2020-06`` takes in all of June, and a report dated no closer than that month.
    """

    speaker: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    occasion: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    from_: str = ""
    until: str = ""

    @property
    def given(self) -> tuple[str, ...]:
        """The names of the fields that are asked for."""
        fields = zip(self.__struct_fields__, self.__struct_encode_fields__, strict=True)
        return tuple(name for field, name in fields if getattr(self, field))

    def fits(self, row: dict[str, Any]) -> bool:
        """Say whether a row of the statements view is wanted."""
        named = ("speaker", "occasion", "origin", "outlet")
        return (
            (not self.stance or row["stance"] in self.stance)
            and all(_called(row[field], getattr(self, field)) for field in named)
            and self._dated(row["published"])
        )

    def _dated(self, published: str | None) -> bool:
        if not published:
            return not (self.from_ or self.until)
        return _day(published, self.from_) >= _day(self.from_, published) and (
            not self.until or _day(published, self.until) <= _day(self.until, published)
        )


def _called(name: str | None, wanted: Sequence[str]) -> bool:
    words = f" {_key(name or '')} "
    return not wanted or any(f" {_key(one)} " in words if one.strip() else not name for one in wanted)


def _key(name: str) -> str:
    return " ".join(fold(name).replace("(", " ").replace(")", " ").split())


def _day(value: str, other: str) -> str:
    return value[: min(len(value), len(other), 10)]
