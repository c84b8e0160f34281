"""The five seed articles, told: they stand beside the checkout and are no part of it.

Where they are missing, the tests that need them are left out.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from riwaya.run.tell import tell
from riwaya.tell.rows import VIEWS, rows

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

needed = pytest.mark.skipif(not SEEDS.is_dir(), reason="no seeds beside this checkout")


def told(view: str) -> list[dict[str, Any]]:
    """Return the rows of a view over the five seeds."""
    return _every()[view]


@cache
def _every() -> dict[str, list[dict[str, Any]]]:
    with tell([str(SEEDS)]) as (store, _):
        return {view: list(rows(view, store)) for view in VIEWS}


@cache
def cited(view: str) -> list[dict[str, Any]]:
    """Return the rows of a view, each with the first three digits of the reports that it rests on as ``docs``."""
    return [row | {"docs": {place["doc"][:3] for place in row["evidence"]}} for row in told(view)]
