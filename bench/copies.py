"""How fast copied text is found, and how much of it: `python bench/copies.py`.

The archive is `../shared/news/saudi-july-2015.jsonl.gz`. Timed, on one core, is the dependence step alone: from the
text of each sentence to words, from words to pairs with their passages and judgements. Reading the file, cutting
sentences and annotation are not counted. Then all pairs of two outlets that share thirty runs of eight words are
counted by comparing every posting of every run, by another rule for words, and looked for among those found.
"""

from __future__ import annotations

import re
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from riwaya.annotate.sentences import prose
from riwaya.arabic.tokens import tokens
from riwaya.link.dependence.copies import copied
from riwaya.link.dependence.judgements import judgements
from riwaya.link.dependence.sheet import sheet
from riwaya.model import Annotations, Document
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents

ARCHIVE = Path(__file__).parent.parent.parent / "shared" / "news" / "saudi-july-2015.jsonl.gz"
LEAST, WIDTH, CROWD = 30, 8, 60
_WORD, _MARKS = re.compile(r"[^\W_]+"), re.compile("[\u064b-\u0652\u0640]")


def exhaustive(found: Sequence[Document]) -> set[tuple[str, str]]:
    """Return the keys of all pairs of two outlets that share so many runs; runs of a crowd of reports count nothing."""
    posted: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        words = _WORD.findall(_MARKS.sub("", one.text.partition("\n")[2]))
        for code in {hash(tuple(words[i : i + WIDTH])) for i in range(len(words) - WIDTH + 1)}:
            posted[code].append(at)
    counts: Counter[tuple[int, int]] = Counter()
    outlets = [one.outlet.name if one.outlet else "" for one in found]
    for reports in posted.values():
        if 1 < len(reports) <= CROWD:
            for i, left in enumerate(reports):
                counts.update((left, right) for right in reports[i + 1 :] if outlets[left] != outlets[right])
    return {(found[left].key, found[right].key) for (left, right), count in counts.items() if count >= LEAST}


def main() -> None:
    if not ARCHIVE.exists():
        print("Not measured: no ../shared beside this checkout.")
        return
    found = [one for one in documents([str(ARCHIVE)], ReadOptions()) if isinstance(one, Document)]
    notes = [Annotations(doc=one.doc, id=one.id, sentences=prose(one).sentences) for one in found]
    began, worked = time.perf_counter(), time.process_time()
    sheets = []
    for document, record in zip(found, notes, strict=True):
        words = [(one, list(tokens(document.text, one.start, one.end))) for one in record.sentences]
        sheets.append(sheet(document, record, words, document.outlet.name if document.outlet else ""))
    read = time.perf_counter()
    pairs = copied(sheets)
    judgements(pairs, sheets)
    ended, worked = time.perf_counter(), time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{len(found)} reports: words {read - began:.1f} s, pairs {ended - read:.1f} s, together {ended - began:.1f} s"
    )
    print(f"of it {worked:.1f} s of one core")
    print(f"peak memory of the process, the reports themselves included: {peak} MiB")
    kinds = Counter((one.kind, sheets[one.later].outlet != sheets[one.earlier].outlet) for one in pairs)
    print("pairs found (two outlets / one):")
    for kind in sorted({kind for kind, _ in kinds}):
        print(f"  {kind:10}{kinds[kind, True]:7}{kinds[kind, False]:7}")
    wanted = exhaustive(found)
    ours = {frozenset((sheets[one.later].key, sheets[one.earlier].key)): one.kind for one in pairs}
    told = Counter(ours.get(frozenset(pair), "stock") for pair in wanted)
    print(f"{len(wanted)} pairs share {LEAST} runs of eight words; we say: {dict(sorted(told.items()))}")


if __name__ == "__main__":
    main()
