"""How a unit or a weekday was placed by the adjective beside it, in the words of a rule."""

from __future__ import annotations

_UNITS = {
    "Y": "year placed",
    "M": "month placed",
    "W": "week placed",
    "D": "day placed",
    "DE": "decade placed",
    "CE": "century placed",
    "Q": "quarter placed",
    "weekday": "weekday",
}
_STEPS = {
    "": "that of publication",
    "now": "that of publication",
    "this": "that of publication",
    "past": "the one before that of publication",
    "past2": "two before that of publication",
    "next": "the one after that of publication",
    "next2": "two after that of publication",
    "prev": "the one before the one told",
    "after": "the one after the one told",
    "same": "the one told last",
    "samepre": "the one told last",
    "that": "the one told last",
    "last": "the latest",
}


def placed(unit: str, adjective: str) -> str:
    """Return the rule of a placed unit: ``العام الماضي`` → ``year placed, the one before that of publication``."""
    return f"{_UNITS.get(unit, unit)}, {_STEPS[adjective]}"
