"""Score the packaged example story against its truth: `python quality/example.py [-v]`.

The truth (`src/riwaya/example/truth.toml`) names words; here they become offsets. Spans are paired when they share at
least half of their joint length, the same measure that public work on quotations uses.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

from riwaya.arabic.letters import fold
from riwaya.model import Annotations, Document, Failure
from riwaya.read.sources import ReadOptions, documents
from riwaya.run.batch import annotate

EXAMPLE = resources.files("riwaya") / "example"
CLASS_WORDS = {fold(word) for word in ("وكالة", "موقع", "صحيفة", "قناة", "للأنباء")}
Pair = tuple[int, int]


@dataclass
class Tally:
    """Right, found and wanted items of one measure."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, right: int, found: int, wanted: int) -> None:
        self.right, self.found, self.wanted = self.right + right, self.found + found, self.wanted + wanted

    @property
    def f1(self) -> float:
        return round(200 * self.right / max(1, self.found + self.wanted), 1)


@dataclass
class Score:
    """The tallies of the example story by name, and every error in words."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def __getitem__(self, name: str) -> Tally:
        return self.tallies.setdefault(name, Tally())

    def measures(self) -> dict[str, float]:
        return {name: tally.f1 for name, tally in self.tallies.items()}


def truth() -> dict[str, Any]:
    """Return the truth file as it is."""
    return tomllib.loads((EXAMPLE / "truth.toml").read_text(encoding="utf-8"))


def locate(text: str, words: str) -> Pair:
    """Return the offsets of ``words``; "A … B" runs from the first A to the first B after it."""
    head, dots, tail = words.partition(" … ")
    start = text.index(head)
    return start, (text.index(tail, start) + len(tail) if dots else start + len(head))


def pairs(wanted: Sequence[Pair], found: Sequence[Pair]) -> list[tuple[int, int]]:
    """Pair wanted with found spans one to one, best overlap first; at least half of the joint length is shared."""

    def shared(a: Pair, b: Pair) -> float:
        inter = min(a[1], b[1]) - max(a[0], b[0])
        return inter / (max(a[1], b[1]) - min(a[0], b[0])) if inter > 0 else 0.0

    ranked = sorted(((shared(a, b), -i, -j) for i, a in enumerate(wanted) for j, b in enumerate(found)), reverse=True)
    left, right, out = set(), set(), []
    for score, i, j in ranked:
        if score >= 0.5 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((-i, -j))
    return out


def same_link(wanted: str, found: str) -> bool:
    a, b = set(fold(wanted).split()) - CLASS_WORDS, set(fold(found).split()) - CLASS_WORDS
    return bool(a and b and (a <= b or b <= a))


def score_statements(
    score: Score, text: str, want: dict[str, Any], have: Annotations, same: Callable[[str], str]
) -> None:
    wanted = want["statements"]
    found = [s for s in have.statements if s.parent is None]
    spans = [locate(text, w[0]) for w in wanted]
    matched = pairs(spans, [(s.start, s.end) for s in found])
    score["statement found"].add(len(matched), len(found), len(wanted))
    speakers = 0
    for i, j in matched:
        name = found[j].speaker.name if found[j].speaker else ""  # type: ignore[union-attr]
        if same(name) == same(wanted[i][1]):
            speakers += 1
        else:
            score.errors.append(f"{have.doc}: speaker {wanted[i][1]!r}, got {name!r} | {wanted[i][0][:40]}")
        links = [link.name for link in found[j].chain]
        right = sum(any(same_link(w.split(":", 1)[1], name) for name in links) for w in wanted[i][2:])
        score["chain link"].add(right, len(links), len(wanted[i]) - 2)
        if right != max(len(links), len(wanted[i]) - 2):
            score.errors.append(f"{have.doc}: chain {wanted[i][2:]}, got {links} | {wanted[i][0][:40]}")
    score["statement found+speaker"].add(speakers, len(found), len(wanted))
    seen = {i for i, _ in matched}
    score.errors += [f"{have.doc}: missed {w[0][:60]}" for i, w in enumerate(wanted) if i not in seen]
    seen = {j for _, j in matched}
    score.errors += [f"{have.doc}: invented {text[s.start : s.end][:60]}" for j, s in enumerate(found) if j not in seen]


def score_people(score: Score, want: dict[str, Any], have: Annotations) -> None:
    wanted = {fold(name): {fold(role) for role in roles} for name, roles in want["people"].items()}
    found = {fold(p.name): {fold(role) for role in p.roles} for p in have.people}
    score["person"].add(len(wanted.keys() & found.keys()), len(found), len(wanted))
    if wanted.keys() != found.keys():
        score.errors.append(f"{have.doc}: people {sorted(wanted.keys() ^ found.keys())}")
    for name, roles in wanted.items():
        score["person role"].add(len(roles & found.get(name, set())), len(found.get(name, set())), len(roles))


def score_values(score: Score, text: str, want: dict[str, Any], have: Annotations) -> None:
    published = have.published.value[:10] if have.published else ""
    score["published"].add(published == want["published"][:10], bool(published), 1)
    outlet = have.outlet.name if have.outlet else ""
    known = same_link(want["outlet"], outlet)
    score["outlet"].add(known, bool(outlet), bool(want["outlet"]))
    if published != want["published"][:10] or not known:
        score.errors.append(f"{have.doc}: published {published!r} outlet {outlet!r}")
    spans = [locate(text, w[0]) for w in want["times"]]
    matched = pairs(spans, [(t.start, t.end) for t in have.times])
    good = sum(have.times[j].value == want["times"][i][1] for i, j in matched)
    score["key time"].add(good, len(spans), len(spans))
    for figure in want["figures"]:
        at = locate(text, figure[2])
        good = any(
            f.number == figure[0] and f.relation == figure[1] and f.start < at[1] and f.end > at[0]
            for f in have.figures
        )
        score["key figure"].add(good, 1, 1)


def score_furniture(score: Score, text: str, want: dict[str, Any], have: Annotations) -> None:
    lines = {locate(text, words)[0] for words in want["furniture"]}
    gone = [(f.start, f.end) for f in have.furniture]
    hit = sum(any(start <= line < end for start, end in gone) for line in lines)
    extra = [g for g in gone if not any(g[0] <= line < g[1] for line in lines) and not repeated(text, g)]
    score["furniture"].add(hit, hit + len(extra), len(lines))
    score.errors += [f"{have.doc}: not furniture {text[a:b][:50]}" for a, b in extra]


def repeated(text: str, span: Pair) -> bool:
    """Tell whether the words of the span stand more than once: the copies of one furniture line count once."""
    return text.count(text[span[0] : span[1]].strip()) > 1


def read_example() -> tuple[list[Document], list[Annotations]]:
    """Return the example's documents and their records."""
    folder = [str(EXAMPLE / "reports")]
    read = [d for d in documents(folder, ReadOptions()) if isinstance(d, Document)]
    records = [r for r in annotate(folder, ReadOptions()) if not isinstance(r, Failure)]
    return read, records


def score_example(read: Iterable[Document], records: Iterable[Annotations]) -> Score:
    """Return the score of the records of the example story."""
    score, by_doc = Score(), {record.doc: record for record in records}
    texts = {d.doc: d.text for d in read}
    for want in truth()["report"]:
        have, text = by_doc.get(want["doc"]), texts.get(want["doc"], "")
        score["report"].add(have is not None, 1, 1)
        if have is None:
            score.errors.append(f"{want['doc']}: no record")
            continue
        names = {fold(v): fold(p.name) for p in have.people for v in (p.name, *p.variants)}
        score_values(score, text, want, have)
        score_furniture(score, text, want, have)
        score_people(score, want, have)
        score_statements(score, text, want, have, lambda name, known=names: known.get(fold(name), fold(name)))
    return score


def main() -> None:
    score = score_example(*read_example())
    for name, value in score.measures().items():
        print(f"{name:28}{value:6.1f}")
    if "-v" in sys.argv:
        print("\n".join(score.errors))


if __name__ == "__main__":
    main()
