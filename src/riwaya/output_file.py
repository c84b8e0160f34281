"""A file that a command writes: whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from riwaya.errors import ConfigurationError


def write(output: Path, pieces: Iterable[str], stage: str) -> None:
    """Write the pieces to a file, in folders that may yet be missing. Raises ConfigurationError with a remedy."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        part = output.with_name(output.name + ".part")  # so that a full disk leaves the last file whole
        with part.open("w", encoding="utf-8", errors="replace", newline="") as file:
            file.writelines(pieces)
        part.replace(output)
    except OSError as problem:
        remedy = "Name another file with -o, or make room on the disk."
        raise ConfigurationError(str(output), stage, problem.strerror or str(problem), remedy) from problem
