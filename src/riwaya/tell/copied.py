"""Copies as a reader needs them: from other outlets first, an outlet's own rewritings last."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from riwaya.model import SourceProfile


def ranked(profiles: Iterable[SourceProfile]) -> tuple[SourceProfile, ...]:
    """Return the profiles with their copies ordered: of other outlets, those that share most, then of its own.

    What an outlet takes over from its report of the day before is no news to who asks what it rests on.
    """
    return tuple(
        replace(one, copies=tuple(sorted(one.copies, key=lambda copy: (copy.same_outlet, -copy.score))))
        for one in profiles
    )
