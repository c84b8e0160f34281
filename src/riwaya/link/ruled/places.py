"""Where the reports and passages that a person ruled on stand now, in whatever version and under whatever key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from riwaya.link.digest import Digest
from riwaya.model import Anchor, Citation, Effect, Evidence, Judgement, Report

PASSAGES = frozenset({"event", "claim"})
REPORTS = frozenset({"story", "copy"})


class Places:
    """The reports that rulings cite, as they are now; ``read`` gives reports by their document ids."""

    def __init__(
        self,
        rulings: Iterable[Judgement],
        digests: Iterable[Digest] = (),
        read: Callable[[Sequence[str]], Iterable[Report]] = lambda _: (),
    ) -> None:
        self._rulings = [one for one in rulings if one.kind in PASSAGES | REPORTS]
        cited = [side.reports[0] for one in self._rulings for side in (one.left, one.right) if side.reports]
        keys, prints = {one.key for one in cited}, {one.print for one in cited if one.print}
        self._by_key: dict[str, str] = {}
        self._by_print: dict[str, tuple[str, str]] = {}
        for one in digests if cited else ():
            if one.key in keys:
                self._by_key[one.key] = one.id
            if one.print in prints:  # of equal texts the first by key
                self._by_print[one.print] = min((one.key, one.id), self._by_print.get(one.print, (one.key, one.id)))
        docs = dict.fromkeys([*self._by_key.values(), *(doc for _, doc in self._by_print.values())])
        self._texts = {report.document.id: report.document.text for report in read(list(docs))}

    def of(self, kind: str) -> list[tuple[Judgement, Evidence | Effect, Evidence | Effect]]:
        """Return the rulings of a kind, the earliest first, with the place of each side, or why it has none."""
        mine = sorted((one for one in self._rulings if one.kind == kind), key=lambda one: (one.at, one.id))
        return [(one, self._place(one.left, kind), self._place(one.right, kind)) for one in mine]

    def _place(self, anchor: Anchor, kind: str) -> Evidence | Effect:
        found = self._report(anchor.reports)
        if found is None:
            return "no-report"
        doc, text = found
        if kind in REPORTS:
            return Evidence(doc=doc, start=0, end=max(len(text.partition("\n")[0]), 1))
        span = next((span for words in anchor.names if (span := passage(text, words)) is not None), None)
        return Evidence(doc=doc, start=span[0], end=span[1]) if span else "no-words"

    def _report(self, cited: Sequence[Citation]) -> tuple[str, str] | None:
        for one in cited:
            doc = self._by_key.get(one.key) or self._by_print.get(one.print, ("", ""))[1]
            if doc:
                return doc, self._texts[doc]
        return None


def passage(text: str, words: str) -> tuple[int, int] | None:
    """Return where words stand in a text, whatever white space is between them; None where they don't."""
    parts = words.split()
    found = re.search(r"\s+".join(map(re.escape, parts)), text) if parts else None
    return (found.start(), found.end()) if found else None
