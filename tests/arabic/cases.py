"""Reads the case files of ``tests/cases/arabic``."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "cases" / "arabic"


def cases(name: str) -> list[tuple[str, str]]:
    """Return (input, expected) of every case in ``NAME.tsv``."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.partition("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [(given, expected) for given, _, expected in rows]
