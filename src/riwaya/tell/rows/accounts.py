"""Accounts as rows, with their witnesses and details."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import to_builtins

from riwaya.model import Account, Detail
from riwaya.tell.rows.naming import Namer, Row, evidence, named
from riwaya.tell.views import Views


def accounts(views: Views, story: str | None, name: Namer) -> Iterator[Row]:
    """Yield the claims with their witnesses, details and merges."""
    for one in views.accounts(story):
        yield {
            "account": one.id,
            "story": one.story,
            "event": one.event,
            "date": one.date,
            "details": [_detail(detail, one, name) for detail in one.details],
            "witnesses": [named(witness, name) for witness in one.witnesses],
            "origins": one.origins,
            "unknown": one.unknown,
            "near": sorted(one.near),
            "merges": [
                {"docs": [name(doc) for doc in merge.docs], "reason": merge.reason, "origin": merge.origin}
                for merge in one.merges
            ],
            "cautions": list(one.cautions),
            "rulings": [to_builtins(mark) for mark in one.rulings],
            "evidence": evidence(one.evidence, name),
        }


def _detail(detail: Detail, account: Account, name: Namer) -> Row:
    """Return a detail with what each report says of it, under the report's name, and each of its witnesses."""
    says: dict[str, Any] = {}
    for cell in detail.cells:
        if cell.verdict != "lacks":
            says.setdefault(name(account.witnesses[cell.witness].doc), cell.value)
    return {
        "detail": detail.what,
        "kind": detail.kind,
        "says": says,
        "verdict": "contradicts" if detail.disputed else "says",
        "reason": detail.reason,
        "cells": [{"witness": cell.witness, "verdict": cell.verdict, "value": cell.value} for cell in detail.cells],
    }
