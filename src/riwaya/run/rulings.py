"""A person rules who is who, what is one story, event or claim, and what is copied.

The ruling is tried on the reports, and kept with what they say under it, or refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.errors import RulingError
from riwaya.model import Anchor, Entity, Judgement, Links, Outcome, PairKind, Verdict
from riwaya.run.anchoring import anchored
from riwaya.run.linking import relinked
from riwaya.run.pairs import pair
from riwaya.run.whom import Entities, Meant
from riwaya.store import Store
from riwaya.tell.bidi import tame

Linker = Callable[[Store, Sequence[Judgement]], Links]

WORDS = {"same": "is the same as", "different": "is not", "renamed": "is called"}
PAIR_WORDS = {
    "story": {"same": "is one story with", "different": "is not one story with"},
    "event": {"same": "is the same event as", "different": "is another event than"},
    "claim": {"same": "is the same claim as", "different": "is another claim than"},
    "copy": {"same": "is copied from", "different": "is not copied from"},
}


class Signed(Struct, frozen=True, kw_only=True):
    """Who rules, when (ISO) and why."""

    by: str
    at: str
    why: str = ""


class Done(Struct, frozen=True, kw_only=True):
    """What came of a change to the rulings: those given or undone, what link made of all, and who there is now.

    ``known`` is the ruling that said so already: then nothing was changed.
    """

    judgements: tuple[Judgement, ...]
    outcomes: dict[str, Outcome] = {}
    entities: tuple[Entity, ...] = ()
    replaced: tuple[Judgement, ...] = ()
    known: Judgement | None = None


def told(one: Judgement) -> str:
    """Return a ruling as one line: ``r-1f… أحمد صالح is the same as احمد الصالح (هدى, 2031-02-01)``."""
    return tame(f"{one.id}  {one.left.shown} {_says(one)} {one.right.shown} ({one.by}, {one.at[:10]})")


def _says(one: Judgement) -> str:
    return PAIR_WORDS.get(one.kind, WORDS)[one.verdict]


def rule(
    store: Store,
    verdict: Verdict,
    left: str,
    right: str,
    signed: Signed,
    link_now: bool = True,
    linker: Linker = relinked,
    kind: PairKind | None = None,
) -> Done:
    """Rule that ``left`` and ``right`` are the same or different, or that ``left`` is renamed to ``right``.

    Without a ``kind`` they are names; with one, reports (``story``, ``copy``) or passages (``event``, ``claim``).
    Raises RulingError where nobody or several are meant, or where rulings given before say otherwise: it names them.
    """
    with store.writer():
        entities, given = Entities(store), list(store.rulings())
        fresh = _judgement(store, entities, kind, verdict, left, right, signed)
        known = next((one for one in given if _says_the_same(one, fresh)), None)
        if known is not None:
            return Done(judgements=(known,), known=known)
        replaced = _renamed_before(store, given, fresh, _single(entities, left)) if verdict == "renamed" else ()
        kept = [one for one in given if one not in replaced]
        if not link_now:
            store.put_rulings([*kept, fresh])
            return Done(judgements=(fresh,), replaced=tuple(replaced))
        found = linker(store, [*kept, fresh])
        made = _outcomes(found)
        _refuse(kept, [fresh], made)
        _leads(fresh, made[fresh.id])
        store.put_rulings([*kept, fresh], found)
    return Done(judgements=(fresh,), outcomes=made, entities=found.entities, replaced=tuple(replaced))


def undo(store: Store, ids: Sequence[str], link_now: bool = True, linker: Linker = relinked) -> Done:
    """Take the rulings of those ids back, and link without them. Raises RulingError where there is no such ruling."""
    with store.writer():
        given = store.rulings()
        missing = [one for one in ids if one not in {ruling.id for ruling in given}]
        if missing:
            raise RulingError(" ".join(missing), "rulings", "no such ruling", "`riwaya rulings` lists them.")
        gone = tuple(one for one in given if one.id in ids)
        kept = [one for one in given if one.id not in ids]
        found = linker(store, kept) if link_now else None
        store.put_rulings(kept, found)
    return Done(judgements=gone, outcomes=_outcomes(found), entities=found.entities if found else ())


def take(store: Store, rulings: Sequence[Judgement], link_now: bool = True, linker: Linker = relinked) -> Done:
    """Take over rulings from elsewhere; those that are here already change nothing.

    Rulings on names and reports that are not here are kept and wait for them. Raises RulingError, and takes none,
    where one contradicts a ruling that is here.
    """
    with store.writer():
        given = list(store.rulings())
        here = {one.id for one in given}
        fresh = [one for one in dict.fromkeys(rulings) if one.id not in here]
        if not fresh:
            return Done(judgements=())
        if not link_now:
            store.put_rulings([*given, *fresh])
            return Done(judgements=tuple(fresh))
        found = linker(store, [*given, *fresh])
        made = _outcomes(found)
        _refuse(given, fresh, made)
        store.put_rulings([*given, *fresh], found)
    return Done(judgements=tuple(fresh), outcomes=made, entities=found.entities)


def unapplied(rulings: Iterable[Judgement], made: Mapping[str, Outcome]) -> list[str]:
    """Return a line for each ruling that is not in effect, with the reason."""
    found = [(one, made[one.id].effect if one.id in made else "no-report") for one in rulings]
    return [f"not in effect: {told(one)}: {REASONS[effect]}" for one, effect in found if effect != "in-effect"]


def _outcomes(found: Links | None) -> dict[str, Outcome]:
    return {one.judgement: one for one in found.outcomes} if found else {}


def _refuse(given: Sequence[Judgement], fresh: Sequence[Judgement], made: dict[str, Outcome]) -> None:
    """Raise RulingError where a fresh ruling and others cannot all hold."""
    by_id = {one.id: one for one in (*given, *fresh)}
    new = {one.id for one in fresh}
    for outcome in made.values():
        involved = (outcome.judgement, *outcome.against)
        if outcome.effect == "contradicted" and new & set(involved):
            raise _contradiction(
                [by_id[one] for one in involved if one in new], [by_id[one] for one in involved if one not in new]
            )


def _leads(fresh: Judgement, made: Outcome) -> None:
    """Raise RulingError where a ruling would do nothing."""
    if made.effect != "in-effect":
        remedy = "Name the report that has each: NAME@REPORT; `riwaya show people --json` lists reports and spellings."
        if fresh.kind in PAIR_WORDS:
            remedy = "Name two reports, or the words of two passages: WORDS@REPORT."
        raise RulingError(fresh.left.shown, "ruling", f"it would not take effect: {REASONS[made.effect]}", remedy)


REASONS = {
    "no-report": "none of the reports that it names is here",
    "no-name": "no report here has that name",
    "no-words": "the report does not have these words now",
    "several": "several here bear that name, and none of the reports that it names is here",
    "one-name": "one report has both under one name",
    "contradicted": "other rulings say otherwise",
}


def _contradiction(fresh: Sequence[Judgement], given: Sequence[Judgement]) -> RulingError:
    lines = "\n".join(f"  {told(one)}" for one in given or fresh)
    names = "; ".join(f"{one.left.shown} {_says(one)} {one.right.shown}" for one in fresh)
    if not given:
        return RulingError(names, "ruling", "these rulings contradict each other", f"Leave one of them out:\n{lines}")
    ids = " or ".join(f"`riwaya rulings undo {one.id}`" for one in given)
    problem = "rulings given before say otherwise; nothing was changed"
    return RulingError(names, "ruling", problem, f"In the way:\n{lines}\nIf they are wrong: {ids}, then rule again.")


def _judgement(
    store: Store, entities: Entities, kind: PairKind | None, verdict: Verdict, left: str, right: str, signed: Signed
) -> Judgement:
    if kind is not None:
        made = pair(store, kind, verdict, left, right)
    elif verdict == "renamed":
        one = _single(entities, left)
        anchors = (anchored(store, entities.every, one), Anchor(name=right))
        made = _unsigned(one, verdict, anchors)
    else:
        made = _pair_of_names(store, entities, verdict, left, right)
    return with_id(replace(made, by=signed.by, at=signed.at, why=signed.why))


def _pair_of_names(store: Store, entities: Entities, verdict: Verdict, left: str, right: str) -> Judgement:
    one, other = entities.pair(left, right)
    if verdict == "same" and _one_already(one, other):
        remedy = "Nothing is to be ruled; two that share the name are told apart by id or NAME@REPORT."
        raise RulingError(f"{left}, {right}", "ruling", "they are one already, by one name", remedy)
    every = entities.every
    return _unsigned(one, verdict, (anchored(store, every, one, other), anchored(store, every, other, one)))


def _unsigned(one: Meant, verdict: Verdict, anchors: tuple[Anchor, Anchor]) -> Judgement:
    return Judgement(id="", kind=one.entity.type, verdict=verdict, left=anchors[0], right=anchors[1], by="", at="")


def _one_already(one: Meant, other: Meant) -> bool:
    alike = one.entity.id == other.entity.id and fold(one.spelling) == fold(other.spelling)
    return alike and not any(side.report or side.everywhere for side in (one, other))


def _single(entities: Entities, name: str) -> Meant:
    found = entities.meant(name)
    if len(found) > 1:
        raise RulingError(
            name,
            "ruling",
            f"{len(found)} bear that name",
            "Give one by its id:\n" + "\n".join(f"  {one.entity.id}  {one.entity.type}" for one in found),
        )
    return found[0]


def with_id(one: Judgement) -> Judgement:
    """Return the judgement with the id that follows from all that it says."""
    said = msgspec.json.encode(replace(one, id=""))
    return replace(one, id=f"r-{blake2b(said, digest_size=5).hexdigest()}")


def _says_the_same(one: Judgement, other: Judgement) -> bool:
    return (one.verdict, one.kind, _meaning(one)) == (other.verdict, other.kind, _meaning(other))


def _meaning(one: Judgement) -> object:
    sides = [
        (side.only, side.everywhere, side.name, side.names, [cited.key for cited in side.reports] if side.only else [])
        for side in (one.left, one.right)
    ]
    return sides if one.verdict == "renamed" or one.kind == "copy" else sorted(sides)


def _renamed_before(store: Store, given: Sequence[Judgement], fresh: Judgement, meant: Meant) -> list[Judgement]:
    """Return the earlier names of the same entity, linked or not yet, in place of which the new one stands."""
    made = store.outcomes()
    renamed = [one for one in given if one.verdict == "renamed"]
    return [
        one for one in renamed if (made[one.id].left == meant.entity.id if one.id in made else one.left == fresh.left)
    ]
