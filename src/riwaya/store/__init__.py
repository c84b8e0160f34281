"""Everything read, annotated and linked, kept in SQLite or PostgreSQL: versions, failures, search, a canonical dump."""

from riwaya.store.store import Store, open_store, temporary_store

__all__ = ["Store", "open_store", "temporary_store"]
