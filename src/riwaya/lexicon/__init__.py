"""The word lists that a linguist may edit: one tab-separated file a list, `#` lines are comments.

The first line names the columns; the last column is always ``comment``. Empty cells are empty strings.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib import resources

from riwaya.errors import ConfigurationError


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of ``lexicon/NAME.tsv``, each as column → cell, in file order.

    Raises ConfigurationError where the file is missing or a row has too many cells, with the line's number.
    """
    file = resources.files(__package__) / f"{name}.tsv"
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as missing:
        raise ConfigurationError(f"lexicon/{name}.tsv", "lexicon", "no such list", "Reinstall riwaya.") from missing
    body = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    columns = body[0][1].split("\t")
    rows = []
    for number, line in body[1:]:
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise ConfigurationError(
                f"lexicon/{name}.tsv:{number}", "lexicon", "more cells than columns", "Check the tabs of that line."
            )
        rows.append(dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True)))
    return tuple(rows)


@cache
def counts(name: str) -> Mapping[str, int]:
    """Return form → count of ``lexicon/NAME.tsv.gz``, a list that ``training/`` writes (too long for ``table``).

    Raises ConfigurationError where the file is missing or damaged.
    """
    file = resources.files(__package__) / f"{name}.tsv.gz"
    try:
        text = gzip.decompress(file.read_bytes()).decode("utf-8")
        body = text.partition("\tcomment\n")[2]
        return {form: int(count) for form, _, count in (line.partition("\t") for line in body.split("\n") if line)}
    except (OSError, EOFError, ValueError, IndexError) as damaged:
        raise ConfigurationError(
            f"lexicon/{name}.tsv.gz", "lexicon", "no such list, or damaged", "Reinstall riwaya."
        ) from damaged
