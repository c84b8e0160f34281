"""The options that narrow `riwaya show statements`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar, get_args

import click

from riwaya.errors import SourceError
from riwaya.model import Stance
from riwaya.tell.filters import Filter

F = TypeVar("F", bound=Callable[..., Any])
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_NAMES = {
    "outlet": "Only statements in reports of this outlet.",
    "origin": 'Only of this origin; "" for an unknown one.',
    "occasion": "Only made on this occasion: مؤتمر صحفي.",
}


def filtering(command: F) -> F:
    """Add the options; each that takes a name may be given several times."""
    command = click.option("--until", default="", metavar="DATE", help="Not after DATE; 2020-06 is all of June.")(
        command
    )
    command = click.option("--from", "from_", default="", metavar="DATE", help="Published not before DATE.")(command)
    for name, told in _NAMES.items():
        command = click.option(f"--{name}", multiple=True, metavar="NAME", help=told)(command)
    stances = click.Choice(get_args(Stance))
    command = click.option("--stance", multiple=True, type=stances, metavar="STANCE", help="Only of this stance.")(
        command
    )
    told = 'Only by this speaker, by any part of the name; "" for an unknown one.'
    return click.option("--speaker", multiple=True, metavar="NAME", help=told)(command)


def filter_of(view: str, options: dict[str, Any]) -> Filter | None:
    """Return what the options ask for, None where they ask for nothing.

    Raises SourceError where the view has no statements, or a date is none.
    """
    asked = Filter(**options)
    if not asked.given:
        return None
    if view != "statements":
        raise SourceError(f"--{asked.given[0]}", "show", f"`show {view}` has no such filter", "`show statements` has.")
    for name, value in (("--from", asked.from_), ("--until", asked.until)):
        if value and not _DATE.fullmatch(value):
            raise SourceError(name, "show", f"no date: {value}", "Write it as 2020-06-30, 2020-06 or 2020.")
    return asked
