"""Where each statement of a story comes from, under the names of the story's one list of origins."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.model import Evidence, Origin, Report, SourceProfile
from riwaya.origin import sources


class Origins:
    """The known origins of stories, by the statements that rest on them.

    A store that was linked before the list was made has none: there each report's own names stand.
    """

    def __init__(self, profiles: Iterable[SourceProfile]) -> None:
        self._of: dict[Evidence, Origin] = {}
        for one in (origin for profile in profiles for origin in profile.origins):
            self._of.update(dict.fromkeys(one.evidence, one))

    def of(self, report: Report) -> tuple[Origin | None, ...]:
        """Return the origin of each statement of a report, None where it is unknown: such are never counted."""
        if not self._of:
            return _as_printed(report)
        doc, found = report.document.id, report.annotations.statements
        return tuple(self._of.get(Evidence(doc=doc, start=one.start, end=one.end)) for one in found)

    def names(self, report: Report) -> tuple[str | None, ...]:
        """Return the name of the origin of each statement of a report."""
        return tuple(one.name if one is not None else None for one in self.of(report))


def _as_printed(report: Report) -> tuple[Origin | None, ...]:
    found = sources(report.annotations.statements, report.document.text)
    return tuple(
        Origin(name=one.label, voice=one.name if one.kind == "interview" else one.of or one.name, kind=one.kind)
        if one is not None
        else None
        for one in found
    )
