"""News agencies and outlets: the rows of ``outlets.tsv``, read once for every stage."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from riwaya.lexicon import table


class House(Struct, frozen=True, gc=False):
    """A row of ``outlets.tsv``; ``ambiguous`` where the bare name is a place or a common word too (الرياض, اليوم)."""

    name: str
    aliases: tuple[str, ...]
    agency: bool
    country: str
    owner: str
    domains: tuple[str, ...]
    ambiguous: bool

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name, the house's own first."""
        return self.name, *self.aliases

    @property
    def brands(self) -> tuple[str, ...]:
        """Return the names that mean this house wherever they stand: not ``الرياض``, but ``صحيفة الرياض``."""
        return self.aliases if self.ambiguous else self.names

    @property
    def latin(self) -> str:
        """Return the house's name in Latin letters, else its site (``elaph.com``), else nothing."""
        return next(filter(str.isascii, self.aliases), next(iter(self.domains), ""))


@cache
def houses() -> tuple[House, ...]:
    """Return the agencies and outlets in file order: where two share a name, it is the first one's."""
    return tuple(
        House(
            name=row["name"],
            aliases=_cell(row["aliases"]),
            agency=row["kind"] == "agency",
            country=row["country"],
            owner=row["owner"],
            domains=_cell(row["domain"]),
            ambiguous=bool(row["also"]),
        )
        for row in table("outlets")
    )


def _cell(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(";")))
