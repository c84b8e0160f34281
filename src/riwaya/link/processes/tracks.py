"""The tracks of talks: what ``ستتناول المحادثات الأمن، والطاقة`` and ``في قطاعات مثل (النفط، والكهرباء)`` list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from riwaya.arabic.clitics import segment
from riwaya.arabic.tokens import Token
from riwaya.link.events import small_words
from riwaya.link.processes.nouns import nouns, said
from riwaya.model import Report, Sentence

NEAR = 4  # words between the talks and the verb that tells what they treat
BACK = 12  # words between ``ثلاث جولات من المحادثات`` and what they treated
LONGEST = 70  # code points of one track: more is a sentence, not a track
MOST = 12

Words = Sequence[Token]


class Agenda(Struct, frozen=True, kw_only=True, gc=False):
    """Tracks as one sentence lists them, in text order, and where."""

    items: tuple[str, ...]
    start: int
    end: int


def agendas(report: Report, sentences: Sequence[tuple[Sentence, list[Token]]]) -> Iterator[Agenda]:
    """Yield what the talks of a report treat, as far as its sentences list it with the talks as their subject."""
    for _, words in sentences:
        for at, token in enumerate(words):
            if (start := _opens(words, at, token)) is not None and (
                found := _listed(report.document.text, words, start)
            ):
                yield found


def _opens(words: Words, at: int, token: Token) -> int | None:
    key = token.key.removeprefix("و")
    after = at + 1 < len(words) and _talks(words[at + 1])
    if key in said("agenda") and after and not any(one.text in "،." for one in words[at + 1 : at + 3]):
        return at + 2
    near = words[max(0, at - NEAR) : at]
    if (
        token.key in said("agenda")
        and any(_talks(one) for one in near)
        and said("several").isdisjoint(one.key for one in words[max(0, at - BACK) : at])  # rounds that are over
        and not any(one.text in "،.؛" for one in near[-2:])
    ):
        return at + 1
    if key in said("agenda dual"):
        return at + 1
    if (
        token.key in said("such")
        and at
        and words[at - 1].key in said("fields")
        and any(_talks(one) for one in words[:at])
    ):
        return at + 1
    return None


def _talks(token: Token) -> bool:
    form = nouns().get(token.key)
    return form is not None and form.definite and form.sort in ("talks", "sitting", "summit")


def _listed(text: str, words: Words, at: int) -> Agenda | None:
    while at < len(words) and (words[at].key in said("filler") or words[at].text in '(":«'):
        at += 1
    end = at
    while end < len(words) and words[end].text not in ").؛" and words[end].key not in small_words("relative"):
        end += 1
    if end < len(words) and words[end].key in small_words("relative"):
        end = max((n for n in range(at, end) if words[n].text == "،"), default=end)
    items: list[str] = []
    first = at
    for n in range(at, end + 1):
        if n == end or words[n].text == "،":
            item = _item(text, words[first:n]) if n > first else ""
            if n > first and (len(item) > LONGEST or words[first].key in said("leaves")):
                end = first
                break
            items.append(item)
            first = n + 1
    items += _besides(text, words, end)
    kept = tuple(item for item in items if len(item) > 2)[:MOST]
    return Agenda(items=kept, start=words[at].start, end=words[end - 1].end) if kept and end > at else None


def _besides(text: str, words: Words, end: int) -> list[str]:
    """``(النفط، والكهرباء) إضافة إلى الجوانب الأمنية``: the track that stands behind the brackets."""
    keys = [token.key for token in words[end + 1 : end + 3]]
    if end >= len(words) or words[end].text != ")" or keys not in (["اضافه", "الي"], ["فضلا", "عن"], ["الي", "جانب"]):
        return []
    last = next((n for n in range(end + 3, len(words)) if words[n].kind == "punct"), len(words))
    return [_item(text, words[end + 3 : last])] if last > end + 3 else []


def _item(text: str, words: Words) -> str:
    while len(words) > 1 and words[0].key.removeprefix("و") in said("every"):
        words = words[1:]
    item = " ".join(text[words[0].start : words[-1].end].split()).strip('"«»“” ')
    return item[1:] if "و" in segment(words[0].form).proclitics[:1] else item
