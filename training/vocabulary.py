"""Count the word forms of news text into ``src/riwaya/lexicon/vocabulary.tsv.gz``: the 100,000 most frequent.

    python training/vocabulary.py ../shared/news/five-outlets-2018.jsonl.gz ../shared/news/saudi-july-2015.jsonl.gz

The lists are counts, which are facts; no text is kept. Forms are normalised, with أ إ آ as ا (spelling varies there);
ى/ي and ة/ه are kept apart. A form needs three articles, so that the names and slips of one article stay out. The same
input gives the same bytes.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from riwaya.arabic.letters import plain
from riwaya.arabic.tokens import tokens

FORMS = 100_000
OUT = Path(__file__).parent.parent / "src/riwaya/lexicon/vocabulary.tsv.gz"
ALIF = str.maketrans("أإآٱ", "اااا")


def count(paths: list[str]) -> Counter[str]:
    """Return form → occurrences for forms that stand in three articles or more."""
    total: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                text = f"{record.get('title') or ''}\n{record.get('text') or ''}"
                here = Counter(plain(t.form).translate(ALIF) for t in tokens(text) if t.kind == "word")
                total.update(here)
                articles.update(here.keys())
    return Counter({form: number for form, number in total.items() if articles[form] >= 3})


def main() -> None:
    counts = count(sys.argv[1:])
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:FORMS]
    text = "# Written by training/vocabulary.py; أ إ آ stand as ا.\nform\tcount\tcomment\n"
    text += "".join(f"{form}\t{number}\n" for form, number in rows)
    OUT.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{len(rows)} forms of {len(counts)}, {sum(counts.values())} words, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
