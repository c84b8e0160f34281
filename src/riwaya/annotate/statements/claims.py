"""What a statement claims: the times, figures and names in its content, and how the content is put."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from riwaya.annotate.prose import Prose
from riwaya.annotate.statements.held import held
from riwaya.model import Claim, Figure, Mention, Published, Statement, Time


def claimed(
    prose: Prose,
    statements: Sequence[Statement],
    times: Sequence[Time],
    figures: Sequence[Figure],
    mentions: Sequence[Mention],
    published: Published | None = None,
) -> tuple[Statement, ...]:
    """Return the statements with what each claims.

    ``قال إن 300 جندي سيعودون غدا`` (he said that 300 soldiers will return tomorrow) → the figure and the time by index.
    """
    if not statements:
        return ()
    own = [held(statements, items) for items in (times, figures, mentions)]
    return tuple(
        replace(one, claim=Claim(times=own[0][at], figures=own[1][at], mentions=own[2][at]))
        for at, one in enumerate(statements)
    )
