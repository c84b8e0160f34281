"""The exception tree: everything that Riwaya raises on purpose.

Only a ``ConfigurationError`` stops a run. A ``BadDocument`` is caught by the pipeline and becomes a stored
``Failure`` with its reason; the run goes on.
"""

from __future__ import annotations


class RiwayaError(Exception):
    """Root of the tree; never raised itself."""


class ConfigurationError(RiwayaError):
    """The run cannot start or go on: the message names the file, the stage and the remedy."""

    def __init__(self, where: str, stage: str, problem: str, remedy: str) -> None:
        self.where, self.stage, self.problem, self.remedy = where, stage, problem, remedy
        super().__init__(f"{where}: {stage}: {problem}. {remedy}")

    def __reduce__(self) -> tuple[type[ConfigurationError], tuple[str, str, str, str]]:
        return type(self), (self.where, self.stage, self.problem, self.remedy)  # so that it crosses process borders


class StoreError(ConfigurationError):
    """The store cannot be opened, read or written (missing folder, full disk, unknown URL, newer schema)."""


class SourceError(ConfigurationError):
    """A SOURCE given on the command line does not exist or is not one that Riwaya reads."""


class RulingError(ConfigurationError):
    """A ruling on who is who cannot be given: nobody, or several, bear the name, or another ruling says otherwise."""


class BadDocument(RiwayaError):
    """One report cannot be read or annotated; ``reason`` is told to the user in one line."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)
