"""Who stands behind a claim, drawn: outlets, those they have it from, origins, speakers; lines that meet are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from riwaya.arabic.letters import fold
from riwaya.model import Account, Evidence, Unknown, Witness
from riwaya.tell.layers import Key, Layout, layout

Role = Literal["outlet", "relay", "origin", "unknown", "speaker", "more"]
BOX, GAP = 54, 10
"""The height of a node and the space between two, in pixels."""
_MOST_PATHS = 12
_MOST_OUTLETS = 14
_MOST_RELAYS = 3
_SPACE = 0.42
"""What a gap between two columns takes, as a share of a column."""

Path = tuple[tuple[str, ...], str, str]
"""The relays (outermost first), the origin (else why it is unknown and who speaks), the speaker; folded."""


class Node(Struct, frozen=True, kw_only=True):
    """A box: ``x`` and ``width`` in hundredths of the drawing from where reading begins, ``y`` in pixels.

    ``number`` numbers known origins that count, ``near`` are those that say something else; ``outlets`` is how many
    meet in an origin; ``left`` how many outlets a box of the role ``more`` stands for; ``evidence`` are the first words
    that rest on it.
    """

    column: int
    role: Role
    name: str
    evidence: Evidence
    x: float = 0
    width: float = 0
    y: int = 0
    kind: str = ""
    number: int | None = None
    outlets: int = 0
    left: int = 0
    unknown: Unknown | None = None
    near: bool = False


class Line(Struct, frozen=True, kw_only=True):
    """A piece of a line from ``x`` on, ``width`` wide, from the height ``start`` to ``end``; ``met`` with others."""

    x: float
    width: float
    start: int
    end: int
    met: bool = False


class Band(Struct, frozen=True, kw_only=True):
    """A part of the drawing: the known origins, or below them what is not counted."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    height: int


class Drawing(Struct, frozen=True, kw_only=True):
    """The whole drawing: ``columns`` are the roles of the columns; ``left`` chains are not drawn, only listed."""

    columns: tuple[Role, ...]
    widths: tuple[tuple[float, float], ...]
    known: Band
    unknown: Band
    left: int = 0


def drawing(account: Account) -> Drawing:
    """Return where the outlets, relays, origins and speakers of an account stand, and the lines between them.

    Five outlets that print one agency's text of one communiqué: their lines meet in the agency, and it leads to one
    origin (``بيان الحكومة``). Witnesses without a known origin stand apart below and never meet: two outlets' «مصادر»
    (sources) may be two. Misses: of many outlets with one chain some stand as «+9», of many chains the rarest are left
    out; both are in the list beneath.
    """
    kept = _most_attested(account.witnesses)
    known = [one for one in kept if one.origin]
    unknown = [one for one in kept if not one.origin]
    relays = min(max((len(_path(one)[0]) for one in kept), default=0), _MOST_RELAYS)
    spoken = any(_path(one)[2] for one in known)
    roles: list[Role] = ["outlet", *(["relay"] * relays), "origin", *(["speaker"] if spoken else [])]  # type: ignore[list-item]
    widths = _widths(len(roles))
    numbers = numbered(account)
    return Drawing(
        columns=tuple(roles),
        widths=widths,
        known=_band(known, relays, numbers, widths),
        unknown=_band(unknown, relays, {}, widths),
        left=len({_path(one) for one in account.witnesses}) - len({_path(one) for one in kept}),
    )


def numbered(account: Account) -> dict[str, int]:
    """Return the number of each known origin by its folded name; origins that a merge makes one share theirs.

    Nothing is numbered where the merges do not lead to the account's own count: no picture says more than it.
    """
    groups = {fold(one.origin): one.group for one in account.witnesses if one.origin and one.group}
    if groups:
        return groups if len(set(groups.values())) == account.origins else {}
    of = {fold(one.origin): fold(one.origin) for one in account.witnesses if one.origin}
    if len(of) != account.origins:
        for merge in account.merges:
            docs = set(merge.docs)
            together = [fold(one.origin) for one in account.witnesses if one.doc in docs and one.origin]
            for other in together[1:]:
                _join(of, together[0], other)
    first = list(dict.fromkeys(_root(of, key) for key in of))
    found = {key: first.index(_root(of, key)) + 1 for key in of}
    return found if len(first) == account.origins else {}


def _root(of: Mapping[str, str], key: str) -> str:
    while of[key] != key:
        key = of[key]
    return key


def _join(of: dict[str, str], left: str, right: str) -> None:
    one, other = sorted((_root(of, left), _root(of, right)))
    of[other] = one


# ── what is drawn ───────────────────────────────────────────────────────────────────────────────────────────────


def relays(witness: Witness) -> tuple[str, ...]:
    """Return those between the outlet and the origin, outermost first: what the origin's name holds is no relay."""
    held = (fold(witness.origin or ""), fold(witness.speaker or ""), fold(witness.outlet or ""))
    names = [name for name in witness.chain if not _names(held[0], fold(name)) and fold(name) not in held]
    return tuple(dict.fromkeys(names))


def speaker(witness: Witness) -> str | None:
    """Return who speaks, unless the origin says so: ``بيان (الراوي)``, her communiqué, is ``هالة الراوي``."""
    if not (witness.origin and witness.speaker):
        return None
    origin, said = fold(witness.origin), fold(witness.speaker)
    whose = origin.rpartition("(")[2].removesuffix(")")
    return None if said in origin or whose in said or said.removeprefix("ال") in origin else witness.speaker


def _names(origin: str, name: str) -> bool:
    return origin == name or origin.startswith(f"{name} (")


def _path(witness: Witness) -> Path:
    through = tuple(map(fold, relays(witness)))
    if witness.origin:
        return through, fold(witness.origin), fold(speaker(witness) or "")
    return through, f"{witness.unknown} {fold(witness.speaker or '')} {_outlet(witness)}", ""


def _outlet(witness: Witness) -> str:
    return fold(witness.outlet) if witness.outlet else witness.doc


def _most_attested(witnesses: Sequence[Witness]) -> list[Witness]:
    """Return the witnesses of the chains that most have, in the order of the witnesses."""
    number: dict[Path, int] = defaultdict(int)
    for one in witnesses:
        number[_path(one)] += 1
    ranked = sorted(number, key=lambda path: (path[1].startswith("None"), -number[path]))
    kept = set(ranked[:_MOST_PATHS])
    return [one for one in witnesses if _path(one) in kept]


def _widths(columns: int) -> tuple[tuple[float, float], ...]:
    """Return where each column begins and how wide it is, in hundredths."""
    width = 100 / (columns + _SPACE * (columns - 1))
    return tuple((round(n * width * (1 + _SPACE), 2), round(width, 2)) for n in range(columns))


class _Graph:
    """Nodes by key, and the lines between them, in the order in which they are met."""

    def __init__(self) -> None:
        self.nodes: dict[Key, Node] = {}
        self.lines: dict[tuple[Key, Key], None] = {}
        self.through: dict[Key, dict[str, None]] = defaultdict(dict)

    def path(self, stops: Sequence[tuple[Key, Node]], outlet: str) -> None:
        """Add the stops of one chain and the lines between them."""
        for key, node in stops:
            self.nodes.setdefault(key, node)
            self.through[key][outlet] = None
        self.lines.update(dict.fromkeys((a[0], b[0]) for a, b in pairwise(stops)))


def _band(
    witnesses: Sequence[Witness], between: int, numbers: Mapping[str, int], widths: Sequence[tuple[float, float]]
) -> Band:
    graph = _Graph()
    by_path: dict[Path, list[Witness]] = defaultdict(list)
    for one in witnesses:
        by_path[_path(one)].append(one)
    room = max(2, _MOST_OUTLETS // max(len(by_path), 1))
    for path, found in by_path.items():
        _draw(graph, path, found, between, numbers, room)
    columns = [[key for key, node in graph.nodes.items() if node.column == n] for n in range(len(widths))]
    return _in_place(graph, layout(columns, list(graph.lines), BOX, GAP), widths)


def _draw(
    graph: _Graph, path: Path, found: Sequence[Witness], between: int, numbers: Mapping[str, int], room: int
) -> None:
    """Add one chain with the outlets that have it; beyond ``room`` they stand in one box."""
    outlets: dict[str, list[Witness]] = defaultdict(list)
    for one in found:
        outlets[_outlet(one)].append(one)
    shown = list(outlets)[: room if len(outlets) <= room else room - 1]
    behind = _behind(path, found[0], between, numbers)
    for outlet in outlets:
        first = outlets[outlet][0]
        node = Node(column=0, role="outlet", name=first.outlet or "", evidence=first.evidence)
        key: Key = ("outlet", outlet)
        if outlet not in shown:
            rest = len(outlets) - len(shown)
            key, node = ("more", path), replace(node, role="more", name="", left=rest)
        graph.path([(key, node), *behind], outlet)


def _behind(path: Path, one: Witness, between: int, numbers: Mapping[str, int]) -> list[tuple[Key, Node]]:
    """Return what stands behind an outlet: relays as near to the origin as they are, the origin, the speaker."""
    names = relays(one)[-between:] if between else ()
    first = between + 1 - len(names)
    stops: list[tuple[Key, Node]] = [
        (("relay", n, fold(name)), Node(column=n, role="relay", name=name, evidence=one.evidence))
        for n, name in enumerate(names, first)
    ]
    stops.append((("origin", path[1]), _origin(one, between + 1, numbers)))
    if who := speaker(one):
        node = Node(column=between + 2, role="speaker", name=who, evidence=one.evidence)
        stops.append((("speaker", fold(who)), node))
    return stops


def _origin(one: Witness, column: int, numbers: Mapping[str, int]) -> Node:
    if one.origin is None:
        name = one.speaker or ""
        return Node(column=column, role="unknown", name=name, evidence=one.evidence, unknown=one.unknown)
    number = numbers.get(fold(one.origin))
    found = Node(column=column, role="origin", name=one.origin, evidence=one.evidence, kind=one.kind, number=number)
    return replace(found, near=one.near)


# ── where it is drawn ───────────────────────────────────────────────────────────────────────────────────────────


def _in_place(graph: _Graph, found: Layout, widths: Sequence[tuple[float, float]]) -> Band:
    met = {key for key, outlets in graph.through.items() if len(outlets) > 1}
    nodes = tuple(
        replace(
            node,
            x=widths[node.column][0],
            width=widths[node.column][1],
            y=found.middle[key] - BOX // 2,
            outlets=len(graph.through[key]),
        )
        for key, node in graph.nodes.items()
    )
    ordered = sorted(nodes, key=lambda node: (node.column, node.y))
    return Band(nodes=tuple(ordered), lines=tuple(_lines(found, widths, met)), height=found.height)


def _lines(found: Layout, widths: Sequence[tuple[float, float]], met: Iterable[Key]) -> list[Line]:
    many = set(met)
    runs = [(run.line, *_between(run.column, widths), run.start, run.end) for run in found.runs]
    over = [(line, *widths[column], y, y) for line, column, y in found.passing]
    return [
        Line(x=x, width=width, start=start, end=end, met=line[1] in many)
        for line, x, width, start, end in (*runs, *over)
    ]


def _between(column: int, widths: Sequence[tuple[float, float]]) -> tuple[float, float]:
    x = round(sum(widths[column]), 2)
    return x, round(widths[column + 1][0] - x, 2)
