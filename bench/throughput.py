"""Speed and memory over the news archive: `python bench/throughput.py [ARTICLES...] [--jobs N]`.

Each figure is one `riwaya add` of that many articles into a new store, in a process of its own: articles a second over
all, and the peak memory of the process and its workers together. Then the stages alone, in milliseconds an article.
The archive is `../shared/news/five-outlets-2018.jsonl.gz`; it is no part of the package.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from riwaya.annotate.dating import published
from riwaya.annotate.figures import figures
from riwaya.annotate.names import NameTagger
from riwaya.annotate.sentences import prose
from riwaya.annotate.statements import StatementFinder
from riwaya.annotate.times import TimeTagger
from riwaya.model import Annotations, Document, Report
from riwaya.pipeline import Pipeline
from riwaya.read.sources import ReadOptions, documents
from riwaya.run.recurring import keys
from riwaya.store import open_store

ARCHIVE = Path(__file__).parent.parent.parent / "shared" / "news" / "five-outlets-2018.jsonl.gz"


def cut(articles: int, into: Path) -> Path:
    """Write the first articles of the archive to a file of their own."""
    path = into / f"{articles}.jsonl"
    with gzip.open(ARCHIVE, "rt", encoding="utf-8") as archive, path.open("w", encoding="utf-8") as out:
        out.writelines(itertools.islice(archive, articles))
    return path


class PeakMemory(threading.Thread):
    """Watches the resident memory of a process and all its children."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak = pid, 0

    def run(self) -> None:
        process = psutil.Process(self.pid)
        while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
            try:
                family = [process, *process.children(recursive=True)]
                self.peak = max(self.peak, sum(p.memory_info().rss for p in family))
            except psutil.Error:
                continue
            time.sleep(0.1)


def whole(articles: int, jobs: int) -> None:
    """Print the speed and peak memory of one `riwaya add`."""
    with tempfile.TemporaryDirectory() as folder:
        source = cut(articles, Path(folder))
        command = [sys.executable, "-m", "riwaya.cli", "add", str(source)]
        command += ["--store", f"{folder}/bench.db", "--jobs", str(jobs)]
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        memory = PeakMemory(process.pid)
        memory.start()
        said, _ = process.communicate()
        took = time.perf_counter() - start
        size = Path(folder, "bench.db").stat().st_size
    print(f"{articles:6} articles, {jobs} jobs: {took:7.1f} s  {articles / took:6.1f} articles/s  ", end="")
    print(f"peak {memory.peak / 2**20:6.0f} MiB  store {size / 2**20:6.0f} MiB  exit {process.returncode}")
    print("\n".join(f"    {line}" for line in said.strip().splitlines()))


def stages(articles: int) -> None:
    """Print what each stage costs, in one process."""
    spent: dict[str, float] = defaultdict(float)

    @contextmanager
    def clock(stage: str) -> Iterator[None]:
        start = time.process_time()
        yield
        spent[stage] += time.process_time() - start

    times, names, statements = TimeTagger(), NameTagger(), StatementFinder()
    with tempfile.TemporaryDirectory() as folder:
        source = str(cut(articles, Path(folder)))
        with clock("read"):
            read = [d for d in documents([source], ReadOptions()) if isinstance(d, Document)]
        for document in read:
            with clock("sentences"):
                text = prose(document)
            with clock("times"):
                found = times(text, published(text))
            with clock("figures"):
                figures(text, found)
            with clock("names"):
                who = names(text)
            with clock("statements"):
                statements(text, who, found)
        pipeline = Pipeline()
        records = [(document, pipeline.annotate(document)) for document in read]
        reports = [Report(document=d, annotations=r) for d, r in records if isinstance(r, Annotations)]
        with clock("link"):
            pipeline.link(reports)
        store = open_store(f"{folder}/stage.db")
        with clock("store: documents"):
            store.put_documents(read, keys)
    for stage, seconds in spent.items():
        print(f"{stage:18}{1000 * seconds / len(read):8.2f} ms an article")
    print(f"{'all':18}{1000 * sum(spent.values()) / len(read):8.2f} ms an article, {len(read)} articles")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=int, nargs="*", default=[1000, 5000, 26100])
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--stages", type=int, default=500, help="articles for the stage table (0: none)")
    chosen = options.parse_args()
    if not ARCHIVE.exists():
        print(f"Nothing measured: the archive is not beside this checkout ({ARCHIVE}).")
        return 0
    for articles in chosen.articles:
        whole(articles, chosen.jobs)
    if chosen.stages:
        stages(chosen.stages)
    return 0


if __name__ == "__main__":
    sys.exit(main())
