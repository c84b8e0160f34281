"""Times and figures of one report: TIMEX3 expressions and quantities with their relation."""

from __future__ import annotations

from typing import Literal

from riwaya.model.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Relation = Literal["exactly", "about", "at-least", "at-most", "more-than", "less-than", "between", "vague"]


class Time(Span, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A time expression resolved to a TIMEX3 value: ``مساء الأربعاء`` → TIME ``2021-07-28TEV``.

    ``anchor`` is the value, or the word of the event, it was reckoned from, ``rule`` how; an unresolvable expression
    has value ``None``.
    """

    type: TimexType
    value: str | None
    mod: str | None = None
    from_: str | None = None
    until: str | None = None
    anchor: str | None = None
    rule: str = ""
    by: str = ""


class Figure(Span, frozen=True, kw_only=True):
    """A counted quantity: ``نحو 3500 جندي`` → about 3500 of ``جندي``; ``upper`` closes a ``between``."""

    number: float | int | None
    relation: Relation
    counted: str
    upper: float | int | None = None
    by: str = ""
