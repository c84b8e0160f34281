"""A clause of the timeline as a line of its own: without the word that once tied it to what stood before."""

from __future__ import annotations

import re

_TIE = re.compile(
    r"(?:[وف]?[بل]?[أإا]نّ?(?:ه|ها|هم|هما|هن|نا|ني)?|[وف]?(?:التي|الذي|الذين|اللذان|اللتان|اللذين|اللتين|اللواتي))\s+"
)
_LEAST = 2


def standalone(clause: str) -> str:
    """Return the clause without a complementiser or relative pronoun at its head.

    ``بأنه لن يحضر الاجتماع`` (that he will not attend the meeting) → ``لن يحضر الاجتماع``. What would be one word
    stays whole. Misses: ``إن`` (if), which is taken for ``إنّ``.
    """
    rest = _TIE.sub("", clause, count=1) if _TIE.match(clause) else clause
    return rest if len(rest.split()) >= _LEAST else clause
