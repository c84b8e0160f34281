"""Statements: who said it, in what words, through whom."""

from __future__ import annotations

from riwaya.annotate.statements.claims import claimed
from riwaya.annotate.statements.finder import StatementFinder

__all__ = ["StatementFinder", "claimed"]
