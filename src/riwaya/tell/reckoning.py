"""How a time was reckoned, in the reader's language: the rule of a time expression, put into words."""

from __future__ import annotations

import re

from riwaya.tell.words import Both, word

_NUMBERS = re.compile(r"\d[\d-]*")


def reckoning(rule: str) -> Both:
    """Return a rule in both languages: ``weekday, clause past`` → ``يوم من الأسبوع، والجملة في الماضي``.

    Each part between commas is a phrase of ``page/words.tsv`` (``rule.weekday``), its numbers and dates written ``{}``
    there. A part without Arabic words stays as it is.
    """
    parts = [_part(part) for part in rule.split(", ")]
    return Both("، ".join(part.ar for part in parts), ", ".join(part.en for part in parts))


def _part(part: str) -> Both:
    numbers = _NUMBERS.findall(part)
    key = f"rule.{_NUMBERS.sub('{}', part)}"
    found = word(key)
    if found.en == key:
        return Both(part, part)
    return Both(found.ar.format(*numbers), found.en.format(*numbers))
