"""Score statements in ninety news articles: `python quality/said.py [--set NAME] [--by-cue] [--without PART] [-v]`.

Drawn at random from ../shared/news, ten of each of five outlets and ten of the Saudi press, annotated by readers who
never saw Riwaya's output or code (`quality/gold/s*.json`: offsets and names only). 30 may be read ("statements read"),
30 are kept back: no errors of those; thirty further ones ("statements more") were drawn and annotated likewise when the
first thirty had been mended on, and are open. Twenty were read twice; where the readers parted, a third decided.

    statement …, chain link   as score.py counts them
    stance, kind              of the statements found, the share that has the reader's
    occasion                  spans that touch the reader's
    negated … deadline        marks of the claim, on the statements found

    --by-cue          found, speaker and chain right by the class of the cue that brought a statement in
    --without PART    an ablation: names (no name tagger), morphology (no verb analysis), carry (no speaker is carried
                      on), chain (no chain is inherited)
    --agreement       how far two independent readers agree on the twenty
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from fscore import Row, percent, row
from news import GOLD, SHARED, annotated, judged

from riwaya.annotate import statements
from riwaya.annotate.statements import discourse, transmission
from riwaya.lexicon import table
from riwaya.model import Annotations, Document, Names, Span
from riwaya.pipeline import Pipeline

SETS = ("statements read", "statements more", "statements kept back")
SCORED = ("statement found", "statement exact", "statement found+speaker", "chain link")
MARKS = ("negated", "modality", "condition", "deadline")
SAID = ("==", "  statement", "  speaker", "  chain", "  mode")
Item = dict[str, Any]
Counts = Counter[tuple[str, str]]


def scorer() -> ModuleType:
    """Return score.py, for its way of pairing the statements found with those of the gold."""
    spec = spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def plain(found: Annotations) -> list[Item]:
    """Return the statements that stand in no other's content, as score.py takes them."""
    return [
        {
            "start": one.start,
            "end": one.end,
            "mode": one.mode,
            "cue": one.cue.lemma,
            "stance": one.cue.stance,
            "kind": one.speaker.kind if one.speaker else None,
            "occasion": one.occasion,
            "speaker": one.speaker.name if one.speaker else None,
            "chain": [link.name for link in one.chain],
            **marks(one),
        }
        for one in found.statements
        if one.parent is None
    ]


def marks(one: Any) -> Item:
    """Return the marks of a statement's claim; none where Riwaya has no such marks."""
    claim = getattr(one, "claim", None)
    return {name: getattr(claim, name, None) for name in MARKS}


def touch(a: Any, b: Item | None) -> bool:
    return isinstance(a, Span) and b is not None and a.start < b["end"] and b["start"] < a.end


def count(pairs: Iterable[tuple[Item, Item]], counts: Counts) -> None:
    """Add what score.py does not count: stance, kind, occasion and the marks of the claim."""
    for gold, found in pairs:
        for name in ("stance", "kind"):
            if gold.get(name):
                counts.update({(name, "gold"): 1, (name, "found"): 1, (name, "right"): gold[name] == found[name]})
        words = gold.get("occasion")
        said = found["occasion"]
        right = bool(words and said and (said.name in words or words in said.name))
        counts.update(
            {("occasion", "gold"): bool(words), ("occasion", "found"): bool(said), ("occasion", "right"): right}
        )
        for name in MARKS:
            want, have = gold.get(name), found[name]
            same = touch(have, want) if name in ("condition", "deadline") else bool(want) and want == have
            counts.update({(name, "gold"): bool(want), (name, "found"): bool(have), (name, "right"): same})


def cue_class(lemma: str) -> str:
    """Return the class of a cue: verb, participle, noun, attribution, headline."""
    kinds = {kind["lemma"]: kind["kind"] for kind in reversed(table("cues"))}
    return kinds.get(lemma, "headline" if lemma == ":" else "attribution")


def right_of(gold: Item, found: Item, score: ModuleType) -> tuple[bool, bool]:
    """Say whether speaker and chain of a statement found are right, by score.py's rules."""
    names = {score.fold(name or "") for name in (gold["speaker"], *gold.get("speaker_accept", ()))}
    must = [link for link in gold["chain"] if not link.get("optional")]
    have = [
        link for link in found["chain"]
        if any(score.link_match(one, link) for one in must)
        or not any(score.link_match(one, link) for one in gold["chain"])
    ]  # fmt: skip
    return score.fold(found["speaker"] or "") in names, score.in_order(must, have) == max(len(must), len(have))


def by_cue(pairs: Iterable[tuple[Item, Item]], mine: list[Item], score: ModuleType, counts: Counts) -> None:
    """Add how often statements that a class of cue brought in are statements, with the right speaker and chain."""
    met = {id(found): gold for gold, found in pairs}
    for found in mine:
        kind, gold = cue_class(found["cue"]), met.get(id(found))
        if gold is not None and gold.get("optional"):
            continue
        speaker, chain = right_of(gold, found, score) if gold is not None else (False, False)
        counts.update({(kind, "given"): 1, (kind, "content"): gold is not None, (kind, "speaker"): speaker})
        counts.update({(kind, "chain"): chain})


Judged = tuple[dict[str, Row], Counts, str]
"""Precision, recall and F1 of every measure, counts by cue, and the errors in words."""


def scored(which: str, pipeline: Pipeline) -> Judged:
    """Return the measures of one set."""
    with tempfile.TemporaryDirectory() as place:
        return compared(Path(place), annotated(which, Path(place), pipeline))


def compared(folder: Path, read: Iterable[tuple[Item, Document, Annotations]]) -> Judged:
    """Return the measures of articles whose gold and text are laid out in a folder as score.py wants them."""
    score, counts, cues, answers, modes = scorer(), Counter[tuple[str, str]](), Counter[tuple[str, str]](), [], []
    for gold, document, record in read:
        mine = plain(record)
        pairs = [pair for pair in score.pair(gold["statements"], mine) if not pair[0].get("optional")]
        count(pairs, counts)
        by_cue(score.pair(gold["statements"], mine), mine, score, cues)
        modes += [f"== {gold['doc']}", *wrong_modes(pairs, document.text)]
        answers.append(record)
    said = judged(folder, answers, "-v", "--json")
    figures = json.loads(said.splitlines()[-1])
    rows: dict[str, Row] = {name: tuple(figures[name]) for name in SCORED}
    rows["mode"] = (figures["statement mode"],) * 3
    for name in ("stance", "kind", "occasion", *MARKS):
        rows[name] = row(counts[name, "right"], counts[name, "found"], counts[name, "gold"])
    return rows, cues, "\n".join([*said.splitlines()[:-1], *modes])


def wrong_modes(pairs: Iterable[tuple[Item, Item]], text: str) -> list[str]:
    """Return the statements whose mode is another than the reader's, with the marks around them."""
    return [
        f"  mode: {gold['mode']} got {found['mode']} | {text[max(0, gold['start'] - 2) : gold['end'] + 2]}"
        for gold, found in pairs
        if gold["mode"] and gold["mode"] != found["mode"]
    ]


def without(part: str) -> Pipeline:
    """Return a pipeline that lacks a part: what the scores lose is what the part carries. This process only."""
    pipeline = Pipeline()
    if part == "names":
        vars(pipeline)["_names"] = lambda text: Names()
    elif part == "morphology":
        for module in modules():
            for name in {"readings", "readings_as_they_stand"} & vars(module).keys():
                replaced(module, name, lambda word: ())
    elif part == "carry":
        replaced(discourse.Discourse, "_from_before", staticmethod(lambda *_: []))
    elif part == "chain":
        replaced(transmission.Transmission, "_inherited", lambda *_: ())
    return pipeline


def replaced(where: object, name: str, by: object) -> None:
    """Put something else in the place of a function, in this process."""
    setattr(where, name, by)


def modules() -> list[ModuleType]:
    """Return the modules of the statements stage."""
    return [import_module(f"{statements.__name__}.{one.name}") for one in iter_modules(statements.__path__)]


def agreement() -> dict[str, Row]:
    """Return how far the second reader agrees with the first: the first's statements as gold."""
    score = scorer()
    counts: Counts = Counter()
    for first, second in readings():
        want, have = ([one for one in reading if not one.get("nested")] for reading in (first, second))
        pairs = score.pair(want, have)
        counts.update({("found", "gold"): len(want), ("found", "found"): len(have), ("found", "right"): len(pairs)})
        for a, b in pairs:
            speaker, chain = right_of(a, {**b, "chain": [link["name"] for link in b["chain"]]}, score)
            same = (a["start"], a["end"]) == (b["start"], b["end"])
            counts.update({("exact", "right"): same, ("speaker", "right"): speaker, ("chain", "right"): chain})
            counts.update(
                {("mode", "right"): a["mode"] == b["mode"], ("stance", "right"): a.get("stance") == b.get("stance")}
            )
    return {
        name: row(counts[name, "right"], counts["found", "found"], counts["found", "gold"])
        for name in ("found", "exact", "speaker", "chain", "mode", "stance")
    }


def readings() -> Iterator[tuple[list[Item], list[Item]]]:
    """Yield the two readings of each article that was read twice."""
    for file in sorted(GOLD.glob("s*.json")):
        both = json.loads(file.read_text(encoding="utf-8")).get("readings")
        if both:
            yield both[0], both[1]


def measures() -> dict[str, float]:
    """Return the measures that the gate holds."""
    out: dict[str, float] = {}
    for which in SETS:
        rows, _, _ = scored(which, Pipeline())
        out |= {f"90 news, {which.removeprefix('statements ')}: {name}": rows[name][2] for name in SCORED}
    return out


def show(rows: dict[str, Row]) -> None:
    print(f"{'':28}{'P':>7}{'R':>7}{'F1':>7}")
    for name, figures in rows.items():
        print(f"{name:28}" + "".join(f"{figure:7.1f}" for figure in figures))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--set", choices=SETS, default="statements read", dest="which")
    options.add_argument("--by-cue", action="store_true")
    options.add_argument("--without", choices=("names", "morphology", "carry", "chain"), metavar="PART")
    options.add_argument("--agreement", action="store_true")
    options.add_argument("-v", action="store_true", help="print every error; never of the set that is kept back")
    chosen = options.parse_args()
    if not SHARED.is_dir():
        print("said: ../shared is not here, nothing measured")
        return 0
    if chosen.agreement:
        show(agreement())
        return 0
    rows, cues, said = scored(chosen.which, without(chosen.without) if chosen.without else Pipeline())
    if chosen.v and "kept back" not in chosen.which:
        print(
            "\n".join(
                line for line in said.splitlines() if line.startswith(("==", "  statement", "  speaker", "  chain"))
            )
        )
    show(rows)
    if chosen.by_cue:
        print(f"\n{'':14}{'given':>7}{'content %':>11}{'speaker %':>11}{'chain %':>9}")
        for kind in sorted({kind for kind, _ in cues}):
            given = cues[kind, "given"]
            shares = [percent(cues[kind, name], given) for name in ("content", "speaker", "chain")]
            print(f"{kind:14}{given:7}{shares[0]:11.1f}{shares[1]:11.1f}{shares[2]:9.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
