"""The origin of a statement: where its content starts, as far as the report says."""

from __future__ import annotations

from riwaya.arabic.letters import fold
from riwaya.model import Statement

_SPEAKS = frozenset({"person", "office", "government", "document"})
JOINT = " · "


def origin(statement: Statement) -> str | None:
    """Return the last of the chain and the occasion, else the speaker; None for unnamed and unknown speakers.

    ``وقالت بيلوسي كما نقل المكتب الإعلامي`` (Pelosi, as the media office relayed) → ``المكتب الإعلامي``. A document or
    occasion alone names nothing that two reports could share, so its speaker is added: ``مؤتمر صحفي · نادر الصفواني``.

    Misses: a collective speaker (``خبراء``, experts) is taken as unknown, although some are bodies.
    """
    speaker = statement.speaker
    last = statement.chain[-1] if statement.chain else None
    if speaker is None or speaker.kind == "unnamed" or (last is not None and last.kind == "unnamed"):
        return None
    occasion = statement.occasion.name if statement.occasion else None
    parts = [name for name in (occasion, last.name if last else None) if name]
    if not parts:
        return speaker.name if speaker.kind in _SPEAKS else None
    if last is None or last.kind == "document":
        parts.append(speaker.name)
    return JOINT.join(_distinct(parts))


def _distinct(names: list[str]) -> list[str]:
    return list({fold(name): name for name in reversed(names)}.values())[::-1]
