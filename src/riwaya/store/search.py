"""Full-text search over folded words: ``الأميركيّة`` finds ``والامريكية``.

A word is indexed without its diacritics, hamza seats, spelling variants, the conjunction و and the article with what
is glued to it (ال وال بال كال فال لل). The same is done to the words searched for, so every word finds itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from msgspec import Struct
from sqlalchemy import Connection, Row, text

from riwaya.arabic.letters import fold, normalise, plain
from riwaya.model import Span

MOST_WORDS = 16_000
"""Words of one text that are indexed; no news report has as many, and PostgreSQL's index has a bound."""

LONGEST = 400_000
"""Code points of one text that are indexed."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_ARTICLE = re.compile("^(?:[بكف]?ال|لل)(?=...)")
_QUERY = re.compile(r'"([^"]*)"|[«“]([^»”]*)[»”]|(\S+)')


class Hit(Struct, frozen=True, kw_only=True):
    """A current report in which all the words stand: its id, a stretch of its text, and the words found in it.

    ``snippet`` and ``words`` are offsets into the document's text.
    """

    doc: str
    key: str
    title: str | None
    snippet: Span
    words: tuple[Span, ...]
    passage: str


def terms(words: str) -> list[str]:
    """Return the index forms of the words of ``words`` in order: ``والعراقُ ٢٠٢١`` → ``عراق``, ``2021``."""
    return [_term(word) for word in parted(words)]


def parted(words: str) -> list[str]:
    """Return the words and numbers of ``words`` as they are printed, marks and diacritics left out."""
    return [word[:40] for word in _WORD.findall(plain(words[:LONGEST]))[:MOST_WORDS]]


def _terms(words: str) -> Iterator[tuple[str, int, int]]:
    form = normalise(words[:LONGEST])
    for match in islice(_WORD.finditer(form.text), MOST_WORDS):
        yield _term(match.group()[:40]), *form.span(match.start(), match.end())


@lru_cache(maxsize=1 << 16)
def _term(word: str) -> str:
    key = fold(word).lower()
    while key.startswith("و") and len(key) > 3:
        key = key[1:]
    return _ARTICLE.sub("", key).encode()[:48].decode(errors="ignore")


def index(connection: Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Index the texts of new versions, given as (version, text)."""
    if connection.dialect.name == "postgresql":
        rows = [{"version": version, "words": _vector(terms(words))} for version, words in texts]
        order = "INSERT INTO search (version, words) VALUES (:version, CAST(:words AS tsvector))"
    else:
        rows = [{"version": version, "words": " ".join(terms(words))} for version, words in texts]
        order = "INSERT INTO search (rowid, words) VALUES (:version, :words)"
    if rows:
        connection.execute(text(order), rows)


def _vector(found: Sequence[str]) -> str:
    """Spell a tsvector out, since PostgreSQL's own parser would cut Arabic words by its locale."""
    places: dict[str, list[str]] = {}
    for position, term in enumerate(found, 1):
        places.setdefault(term, []).append(str(position))
    return " ".join(f"'{term}':{','.join(at[:255])}" for term, at in places.items())


def search(connection: Connection, words: str, limit: int) -> list[Hit]:
    """Return the current reports that hold all of ``words``, best first; words in quotation marks stand together."""
    phrases = _phrases(words)
    if not phrases:
        return []
    rows = connection.execute(text(_SELECT[connection.dialect.name]), _parameters(connection, phrases, limit))
    return [_hit(row, phrases) for row in rows]


def _phrases(words: str) -> list[list[str]]:
    parts = (match.group(match.lastindex or 0) for match in _QUERY.finditer(words[:1000]))
    return [found for part in parts if (found := terms(part))]


def _parameters(connection: Connection, phrases: list[list[str]], limit: int) -> dict[str, str | int]:
    if connection.dialect.name == "postgresql":
        query = " & ".join("(" + " <-> ".join(f"'{term}'" for term in phrase) + ")" for phrase in phrases)
    else:
        query = " AND ".join('"' + " ".join(phrase) + '"' for phrase in phrases)
    return {"query": query, "limit": limit}


_HEAD = "SELECT v.document, a.key, v.title, v.text FROM search JOIN versions v ON v.id = search."
_JOIN = " JOIN articles a ON a.id = v.article WHERE v.current AND "
_SELECT = {
    "sqlite": f"{_HEAD}rowid{_JOIN}search MATCH :query ORDER BY search.rank, a.key LIMIT :limit",
    "postgresql": f"{_HEAD}version{_JOIN}search.words @@ CAST(:query AS tsquery) "
    "ORDER BY ts_rank(search.words, CAST(:query AS tsquery)) DESC, a.key LIMIT :limit",
}


def _hit(row: Row[tuple[str, str, str | None, str]], phrases: list[list[str]]) -> Hit:
    spans = _found(row.text, phrases)
    snippet = _around(row.text, spans)
    inside = tuple(span for span in spans if snippet.start <= span.start and span.end <= snippet.end)
    passage = row.text[snippet.start : snippet.end]
    return Hit(doc=row.document, key=row.key, title=row.title, snippet=snippet, words=inside, passage=passage)


def _found(words: str, phrases: list[list[str]]) -> list[Span]:
    found = list(_terms(words))
    heads: dict[str, list[list[str]]] = {}
    for phrase in phrases:
        heads.setdefault(phrase[0], []).append(phrase)
    spans = []
    for at, (term, start, _) in enumerate(found):
        for phrase in heads.get(term, ()):
            last = at + len(phrase)
            if [item[0] for item in found[at:last]] == phrase:
                spans.append(Span(start=start, end=found[last - 1][2]))
    return spans


def _around(words: str, spans: Sequence[Span], width: int = 120) -> Span:
    """Return the stretch around the first span: whole words of its own paragraph."""
    if not spans:
        return Span(start=0, end=min(len(words), width))
    middle = spans[0]
    start = max(words.rfind("\n", 0, middle.start) + 1, middle.start - width)
    stop = words.find("\n", middle.end)
    end = min(stop if stop >= 0 else len(words), middle.end + width)
    while start and start < middle.start and not words[start - 1].isspace():
        start += 1
    while end < len(words) and end > middle.end and not words[end].isspace():
        end -= 1
    return Span(start=start, end=end)
