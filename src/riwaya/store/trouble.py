"""What goes wrong between Riwaya and a database, told as a StoreError with a remedy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from riwaya.errors import StoreError

_RESUME = "then run the same command again: it goes on where it stopped"

# what the driver's message says → (problem, remedy); the first that fits is told
_BY_MESSAGE = (
    ("disk is full", "the disk is full", f"Free some space, {_RESUME}."),
    ("No space left", "the disk is full", f"Free some space, {_RESUME}."),
    ("No usable temporary directory", "there is no folder for temporary files", "Name one in TMPDIR that has space."),
    ("disk I/O error", "the disk cannot be written (full, or a limit on file size)", f"Free some space, {_RESUME}."),
    ("database is locked", "another program is writing to it", f"Wait until that has ended, {_RESUME}."),
    ("lock timeout", "another program is writing to it", f"Wait until that has ended, {_RESUME}."),
    ("unable to open", "it cannot be opened", "Check that the path is a file that you may read and write."),
    ("readonly database", "it may not be written", "Check the rights on the file and its folder."),
    ("not a database", "it is not a SQLite file", "Name another file with --store."),
    ("malformed", "the file is damaged", "Restore it from a copy, or add the reports to a new store."),
    ("password", "the server refuses this user", "Check user and password in the URL."),
    ("role", "the server refuses this user", "Check user and password in the URL."),
    ("does not exist", "there is no such database or table", "Create the database first (createdb), or check the URL."),
    ("permission denied", "this user has not the right to do that", "Ask the database's owner for it."),
    ("connection", "the server cannot be reached", "Check that PostgreSQL runs, and host and port in the URL."),
)


def trouble(where: str, message: str) -> StoreError:
    """Return the error that says what ``message``, a driver's or the system's, means for the user of ``where``."""
    for sign, problem, remedy in _BY_MESSAGE:
        if sign.casefold() in message.casefold():
            return StoreError(where, "store", problem, remedy)
    first = message.strip().splitlines()[0] if message.strip() else "the database gives no reason"
    return StoreError(where, "store", first, "If it stays so, report it with this message.")


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn what a database or disk raises within the block into a StoreError that names ``where`` and the remedy."""
    try:
        yield
    except DBAPIError as error:
        raise trouble(where, str(error.orig)) from error
    except (SQLAlchemyError, OSError) as error:
        raise trouble(where, str(error)) from error
