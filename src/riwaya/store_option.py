"""The option that names the store, the same for every command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
STORE = "riwaya.db"


def storing(command: F) -> F:
    """Add the option that names the store."""
    return click.option(
        "--store", default=STORE, show_default=True, metavar="URL", help="An SQLite file or a postgresql:// URL."
    )(command)
