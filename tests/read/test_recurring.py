"""What recurs at the edges of a page is told in time that grows with the page, not with its square."""

from __future__ import annotations

import time
from pathlib import Path

from riwaya.model import Document
from riwaya.read import documents
from riwaya.read.furniture import InMemory, learned

BODY = "أعلنت بلدية المدينة الجديدة افتتاح مكتبة عامة في حي الزيتون، وقالت إنها تضم آلاف الكتب للأطفال والكبار.\n"
LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمن"


class Always:
    """Every paragraph has been seen often."""

    def count(self, outlet: str, hash: int, lead: bool) -> int:
        return 0 if lead else 8


def strange(n: int) -> str:
    """A paragraph of two words that no other paragraph has."""
    a, b, c = n % 24, n // 24 % 24, n // 576
    return f"{LETTERS[a]}{LETTERS[b]}{LETTERS[c]}{LETTERS[a]}{LETTERS[b]}{LETTERS[c]}غغغ زز"


def test_thousands_of_paragraphs_that_recur(tmp_path: Path) -> None:
    text = "افتتاح مكتبة عامة\n" + BODY + BODY.replace("بلدية", "وزارة") + "\n".join(map(strange, range(3000)))
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (found,) = documents([str(tmp_path)])
    assert isinstance(found, Document)
    start = time.perf_counter()
    after = learned(found, Always())
    assert time.perf_counter() - start < 2
    assert sum(piece.kind == "recurring" for piece in after.furniture) > 2500
    assert learned(found, InMemory()) == found
