"""A layered drawing: nodes in columns, lines between neighbouring columns, few crossings, no box on another.

The method is that of Sugiyama, Tagawa and Toda (1981): a line over several columns gets a place of its own in each, the
columns are ordered by barycentres in sweeps, the best order seen is kept. The places are then the nearest to the mean
of a node's neighbours that keep the distance (isotonic regression, by pooling adjacent violators).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations, pairwise

from msgspec import Struct

_SWEEPS = 6

Key = Hashable
Columns = list[list[Key]]


class Bend(Struct, frozen=True):
    """The place of a line in a column that it only passes."""

    line: tuple[Key, Key]
    column: int


class Run(Struct, frozen=True):
    """A piece of the line ``line`` from a column to the next: ``start`` and ``end`` are heights."""

    line: tuple[Key, Key]
    column: int
    start: int
    end: int


class Layout(Struct, frozen=True):
    """Where everything stands: the middle of each node, the runs of the lines, what passes a column, the height."""

    middle: Mapping[Key, int]
    runs: tuple[Run, ...]
    passing: tuple[tuple[tuple[Key, Key], int, int], ...]
    height: int


def layout(columns: Sequence[Sequence[Key]], lines: Sequence[tuple[Key, Key]], box: int, gap: int) -> Layout:
    """Return the places of nodes of the height ``box``, at least ``gap`` apart; the same input, the same drawing.

    Each line leads from a column to a later one. Misses: the order is a good one, not the best (that is NP-hard).
    """
    if not any(columns):
        return Layout({}, (), (), 0)
    number = {key: n for n, column in enumerate(columns) for key in column}
    full: Columns = [list(column) for column in columns]
    steps = [step for line in lines for step in _steps(line, number, full)]
    ordered = _ordered(full, steps)
    middle = _placed(ordered, steps, box, gap)
    lowest = min(middle.values()) - box / 2
    at = {key: round(y - lowest) for key, y in middle.items()}
    of = {id(step): _line(step) for step in steps}
    return Layout(
        {key: y for key, y in at.items() if not isinstance(key, Bend)},
        tuple(
            Run(of[id(step)], n, at[step[0]], at[step[1]]) for n, step in ((_column(s[0], number), s) for s in steps)
        ),
        tuple((key.line, key.column, y) for key, y in at.items() if isinstance(key, Bend)),
        max(at.values()) + box // 2,
    )


def _column(key: Key, number: Mapping[Key, int]) -> int:
    return key.column if isinstance(key, Bend) else number[key]


def _line(step: tuple[Key, Key]) -> tuple[Key, Key]:
    for key in step:
        if isinstance(key, Bend):
            return key.line
    return step


def _steps(line: tuple[Key, Key], number: Mapping[Key, int], full: Columns) -> list[tuple[Key, Key]]:
    """Cut a line at every column that it passes, and give it a place there."""
    first, last = line
    bends: list[Key] = [Bend(line, n) for n in range(number[first] + 1, number[last])]
    for bend, n in zip(bends, range(number[first] + 1, number[last]), strict=True):
        full[n].append(bend)
    return list(pairwise([first, *bends, last]))


# ── order ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _ordered(columns: Columns, steps: Sequence[tuple[Key, Key]]) -> Columns:
    """Return the columns reordered by barycentres, forward and back; the order with the fewest crossings."""
    back, ahead = _neighbours(steps)
    best, fewest = columns, crossings(columns, steps)
    now = columns
    for sweep in range(_SWEEPS):
        now = _swept(now, back) if sweep % 2 == 0 else _swept(now[::-1], ahead)[::-1]
        count = crossings(now, steps)
        if count < fewest:
            best, fewest = now, count
    return best


def _neighbours(steps: Sequence[tuple[Key, Key]]) -> tuple[dict[Key, list[Key]], dict[Key, list[Key]]]:
    back: dict[Key, list[Key]] = defaultdict(list)
    ahead: dict[Key, list[Key]] = defaultdict(list)
    for left, right in steps:
        ahead[left].append(right)
        back[right].append(left)
    return back, ahead


def _swept(columns: Columns, neighbours: Mapping[Key, list[Key]]) -> Columns:
    done: Columns = [list(columns[0])]
    for column in columns[1:]:
        at = {key: n for n, key in enumerate(done[-1])}
        own = {key: n for n, key in enumerate(column)}
        done.append(sorted(column, key=lambda key: _mean([at[one] for one in neighbours.get(key, ())], own[key])))
    return done


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def crossings(columns: Columns, steps: Sequence[tuple[Key, Key]]) -> int:
    """Return how many pairs of lines cross between neighbouring columns."""
    at = {key: (n, place) for n, column in enumerate(columns) for place, key in enumerate(column)}
    between: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for left, right in steps:
        between[at[left][0]].append((at[left][1], at[right][1]))
    return sum((a - c) * (b - d) < 0 for found in between.values() for (a, b), (c, d) in combinations(found, 2))


# ── places ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _placed(columns: Columns, steps: Sequence[tuple[Key, Key]], box: int, gap: int) -> dict[Key, float]:
    """Give each node a height near the mean of its neighbours, the fullest column evenly first."""
    back, ahead = _neighbours(steps)
    at: dict[Key, float] = {}
    for column in columns:
        at.update(zip(column, _spread([0.0] * len(column), _distances(column, box, gap)), strict=True))
    for sweep in range(_SWEEPS):
        way, of = (columns, back) if sweep % 2 == 0 else (columns[::-1], ahead)
        for column in way[1:]:
            wish = [_mean([at[one] for one in of.get(key, ())], at[key]) for key in column]
            at.update(zip(column, _spread(wish, _distances(column, box, gap)), strict=True))
    return at


def _distances(column: Sequence[Key], box: int, gap: int) -> list[float]:
    """Return the least distance of each node to the one before it; a line that passes needs less than a box."""
    heights = [0 if isinstance(key, Bend) else box for key in column]
    return [0.0, *((a + b) / 2 + gap for a, b in pairwise(heights))] if heights else []


def _spread(wish: Sequence[float], distances: Sequence[float]) -> list[float]:
    """Return the places nearest to the wishes that keep the distances."""
    offsets: list[float] = []
    for distance in distances:
        offsets.append(distance + (offsets[-1] if offsets else 0.0))
    pools: list[list[float]] = []  # sum and number of what has to move together
    for one, offset in zip(wish, offsets, strict=True):
        pools.append([one - offset, 1.0])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, number = pools.pop()
            pools[-1][0] += total
            pools[-1][1] += number
    level = [total / number for total, number in pools for _ in range(int(number))]
    return [base + offset for base, offset in zip(level, offsets, strict=True)]
