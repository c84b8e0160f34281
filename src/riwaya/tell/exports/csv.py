"""A view as CSV, quoted as RFC 4180 has it: a line of column names, then a line a row; nothing where it is empty."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from msgspec import json

from riwaya.tell.exports.wanted import Wanted
from riwaya.tell.rows import rows
from riwaya.tell.views import Views

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def lines(views: Views, wanted: Wanted) -> Iterator[str]:
    """Yield the rows of a view with the fields that ``show VIEW --json`` prints, UTF-8 without a byte order mark.

    Names in a cell are parted by ``; ``, evidence is ``doc:start-end``, anything deeper is JSON. A cell that a
    spreadsheet would run as a formula gets an apostrophe before it.
    """
    for number, row in enumerate(rows(wanted.view, views, wanted.story)):
        if not number:
            yield _line(list(row))
        yield _line([_cell(value) for value in row.values()])


def _line(cells: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)  # a cell is quoted for what ends lines here
    return out.getvalue().removesuffix("\r\n")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, bool | int | float):
        return json.encode(value).decode()
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return _cell("; ".join(value))
    if isinstance(value, list) and all(
        isinstance(one, dict) and one.keys() == {"doc", "start", "end"} for one in value
    ):
        return _cell("; ".join(f"{one['doc']}:{one['start']}-{one['end']}" for one in value))
    return json.encode(value).decode()
