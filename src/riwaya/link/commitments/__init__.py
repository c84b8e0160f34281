"""Undertakings: who committed himself to what, by when, on what condition, and what became of it."""
