"""The agreement under which talks are held: ``اللجنة المنبثقة عن اتفاق الصيد المشترك`` (set up by it)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from riwaya.arabic.clitics import segment
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.link.processes.nouns import said
from riwaya.link.terms import stem
from riwaya.model import Report, Sentence

BEFORE = 2  # words before an agreement in which ``بموجب``, ``وفقا`` stands
LONGEST = 4  # words of its name


class Basis(Struct, frozen=True, kw_only=True, gc=False):
    """An agreement as printed, with its year where that stands behind it, and the stems of its name."""

    name: str
    stems: tuple[str, ...]
    dated: bool
    start: int
    end: int


def bases(report: Report, sentences: Sequence[tuple[Sentence, list[Token]]]) -> Iterator[Basis]:
    """Yield the agreements that something in a report is told to rest on; those without a name are left."""
    for _, words in sentences:
        for at, token in enumerate(words):
            before = {one.key for one in words[max(0, at - BEFORE) : at]}
            if _agreement(token) and not said("under").isdisjoint(before):
                found = _named(report.document.text, words, at)
                if found is not None:
                    yield found


def _agreement(token: Token) -> bool:
    if token.kind != "word":
        return False
    return token.key in said("agreement") or fold(segment(token.form).stem) in said("agreement")


def _named(text: str, words: Sequence[Token], at: int) -> Basis | None:
    end = at + 1
    while end < min(len(words), at + 1 + LONGEST) and words[end].key.startswith("ال"):
        end += 1
    if end == at + 1:
        return None
    stems = tuple(dict.fromkeys(stem(one.key) for one in words[at + 1 : end]))
    year = end + 1 < len(words) and words[end].key in said("of year") and words[end + 1].kind == "number"
    last = end + 2 if year else end
    glued = segment(words[at].form).proclitics[:1]
    start = words[at].start + (len(glued[0]) if glued and glued[0] != "ال" else 0)
    name = " ".join(text[start : words[last - 1].end].split())
    return Basis(name=name, stems=stems, dated=year, start=start, end=words[last - 1].end)
