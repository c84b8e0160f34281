"""Who stands behind a name in one report, as agents of PROV-O: merged only where they are surely one."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

from riwaya.arabic.letters import fold
from riwaya.model import EntityType, Link, Occasion, Report, Speaker
from riwaya.tell.known import Known

Node = dict[str, Any]
_TYPES = {"person": "prov:Person", "unnamed": "riwaya:Unnamed", "collective": "riwaya:Collective"}
_TYPES |= dict.fromkeys(("office", "government", "agency", "outlet"), "prov:Organization")
_ENTITIES: dict[str, EntityType] = {"person": "person"}
_ENTITIES |= dict.fromkeys(("office", "agency", "outlet"), "organisation")
_HOUSES = ("agency", "outlet")
_NOBODY = ("unnamed", "collective")


class Agents:
    """Gives each speaker and link its agent; ``known`` are the people and bodies of the store."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def outlet(self, name: str) -> Node:
        """Return the agent of the outlet that published a report."""
        return _agent(_shared(name), "outlet", name)

    def speaker(self, report: Report, speaker: Speaker | None) -> Node | None:
        """Return the agent that a statement is attributed to; None for nobody, and for a document."""
        if speaker is None or speaker.kind == "document":
            return None
        return self._agent(report, speaker)

    def link(self, report: Report, link: Link) -> Node:
        """Return the agent of a link of the chain that is no document."""
        return self._agent(report, link)

    def _agent(self, report: Report, one: Speaker | Link) -> Node:
        return _agent(self._id(report, one), one.kind, one.name)

    def _id(self, report: Report, one: Speaker | Link) -> str:
        kind = _ENTITIES.get(one.kind)
        entity = self._known.here(one.name, report.document.id, kind) if kind else None
        if entity is not None and one.kind not in _HOUSES:
            return f"urn:riwaya:riwaya-{entity.id}"
        if one.kind in _HOUSES:
            return _shared(one.name)
        return f"urn:riwaya:agent:{report.document.id}:{place(one, one.kind in _NOBODY)}"


def place(one: Speaker | Link | Occasion, alone: bool = True) -> str:
    """Return what tells the one from others of its report: where it stands, if ``alone`` and known, else its name."""
    return str(one.start) if alone and one.start is not None else _hash(fold(one.name))


def _agent(id: str, kind: str, name: str) -> Node:
    return {"id": id, "type": ["prov:Agent", _TYPES[kind]], "label": name}


def _shared(name: str) -> str:
    return f"urn:riwaya:agent:{_hash(fold(name))}"


def _hash(name: str) -> str:
    return blake2b(name.encode("utf-8", "replace"), digest_size=10).hexdigest()
