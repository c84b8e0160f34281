"""The schema on SQLite (default) and PostgreSQL."""
