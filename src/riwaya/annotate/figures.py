"""Figures: quantities that a reader would compare between outlets: ``نحو 3500 جندي``, ``صاروخان``, ``15 في المئة``.

Numbers come from ``arabic.numerals``; this file decides which of them count something, what, and with which relation.
Dates, durations, ages, ordinals and numbers that name (``المادة 5``) are no figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import get_args

from riwaya.annotate.prose import Prose
from riwaya.annotate.times.beside import beside
from riwaya.arabic.letters import fold
from riwaya.arabic.numerals import Numeral, find
from riwaya.arabic.tokens import Token, tokens
from riwaya.lexicon import table
from riwaya.model import Figure, Relation, Time

_BY = "figures/count@1"
_DUAL = "figures/dual@1"
_VAGUE = "figures/vague@1"
_PERCENT = frozenset(("%", "٪"))
_PER = frozenset(map(fold, ("المئة", "المائة", "المية", "المئه", "بالمئة", "بالمائة", "بالمية", "المائه")))
_IN = frozenset(map(fold, ("في", "فى", "ب")))
_RANGE = frozenset(map(fold, ("إلى", "الى", "و", "-", "–")))
_PRAISED = frozenset(map(fold, ("أثنى", "وأثنى")))
"""He praised: written as two (اثني) is when no teen follows."""
_DUAL_ENDS = ("ن", "ي")
_JOINED = ("و", "ف", "ب", "ل", "ك")


@cache
def _guards() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in table("figureguards"):
        found.setdefault(row["guard"], set()).add(fold(row["word"]))
    return {guard: frozenset(words) for guard, words in found.items()}


@cache
def _relations(place: str) -> Mapping[str, tuple[tuple[tuple[str, ...], Relation], ...]]:
    """Return the outermost key next to the number → phrases, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Relation]]] = {}
    for row in table("figurerelations"):
        if row["place"] == place and row["relation"] in get_args(Relation):
            keys = tuple(fold(word) for word in row["word"].split())
            near = keys[-1] if place == "before" else keys[0]
            found.setdefault(near, []).append((keys, row["relation"]))  # type: ignore[arg-type]
    return {key: tuple(sorted(rows, key=lambda r: -len(r[0]))) for key, rows in found.items()}


@cache
def _duals() -> Mapping[str, tuple[str, bool]]:
    """Return key of a dual form → (kind, whether the form is definite): ``صاروخين``, ``الجولتين``."""
    found: dict[str, tuple[str, bool]] = {}
    for row in table("countnouns"):
        stem = row["word"][:-1] + "ت" if row["word"].endswith("ة") else row["word"]
        endings = ("ان",) if row["plural"] else ("ان", "ين")
        for ending in endings:
            found[fold(stem + ending)] = (row["kind"], False)
            found[fold("ال" + stem + ending)] = (row["kind"], True)
    return found


@cache
def _nouns() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in table("countnouns"))


@cache
def _constructs() -> frozenset[str]:
    """Return keys of duals that have lost their ن before another noun: ``صاروخي كاتيوشا``; only of things."""
    rows = [row["word"] for row in table("countnouns") if row["kind"] == "thing" and not row["plural"]]
    return frozenset(fold((word[:-1] + "ت" if word.endswith("ة") else word) + "ي") for word in rows)


@lru_cache(maxsize=1 << 16)
def _dual(key: str) -> tuple[int, tuple[str, bool] | None]:
    """Return (letters of proclitics, kind and definiteness) of a dual noun, ``(0, None)`` where it is none."""
    known = _duals()
    if key in known:
        return 0, known[key]
    for count in (1, 2):
        if key[count - 1] not in _JOINED:
            break
        if key[count:] in known:
            return count, known[key[count:]]
        if key[count - 1] == "ل" and "ال" + key[count + 1 :] in known and key[count] == "ل":
            return count, known["ال" + key[count + 1 :]]
    return 0, None


def figures(prose: Prose, times: Sequence[Time]) -> tuple[Figure, ...]:
    """Return the figures of prose and headings in text order: ``ثلاث جولات على الأقل`` → at least 3 of ``جولات``.

    Spans are code points and hold relation, number and counted noun; ``counted`` is the noun as printed, with its
    adjective. Misses: figures spread over a list (``قتيلان وثلاثة جرحى`` is two), nouns in the dual outside
    lexicon/countnouns.tsv, numbers of people after verbs that lexicon/figureguards.tsv lacks.
    """
    taken = [(time.start, time.end) for time in times]
    out: list[Figure] = []
    text = prose.document.text
    parts = [prose.words(sentence) for sentence in range(len(prose.sentences))]
    parts += [tuple(tokens(text, heading.start, heading.end)) for heading in prose.document.headings]
    for words in parts:
        out.extend(_Counter(words, text, taken).all())
    return tuple(sorted(out, key=lambda figure: figure.start))


class _Counter:
    """The figures of one sentence."""

    __slots__ = ("numerals", "taken", "text", "words")

    def __init__(self, words: Sequence[Token], text: str, taken: Sequence[tuple[int, int]]) -> None:
        self.words, self.text = words, text
        self.taken = [span for span in taken if words and span[0] < words[-1].end and span[1] > words[0].start]
        self.numerals = find(words)

    def all(self) -> Iterator[Figure]:
        found: list[Figure] = []
        skip = -1
        for at, numeral in enumerate(self.numerals):
            if at == skip:
                continue
            figure, skip = self.counted(at, numeral)
            if figure is not None:
                found.append(figure)
        found.extend(self.duals())
        found.extend(self.vague())
        yield from sorted(found, key=lambda figure: figure.start)

    # ── words at a place ──

    def key(self, at: int) -> str:
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def guard(self, guard: str, at: int) -> bool:
        key = self.key(at)
        words = _guards()[guard]
        return key in words or (key[:1] in _JOINED and key[1:] in words)

    def is_taken(self, start: int, end: int) -> bool:
        return any(start < until and end > since for since, until in self.taken)

    # ── numbers ──

    def counted(self, at: int, numeral: Numeral) -> tuple[Figure | None, int]:
        """Return the figure of a numeral and the index of a second one that it has taken in."""
        if numeral.ordinal or self.is_taken(numeral.start, numeral.end) or self.names(numeral):
            return None, -1
        value, upper, last, skip = self.span(at, numeral)
        noun = self.noun(last, numeral)
        if noun is None:
            return None, skip
        first, end, counted = noun
        before = self.before(numeral.first if first is None else first)
        start = numeral.start if first is None else self.words[first].start
        relation: Relation = "between" if upper is not None else "exactly"
        if before is not None:
            start, relation = before[0], before[1] if upper is None else relation
        after = self.after(end)
        if after is not None and upper is None:
            end, relation = after
        stop = max(numeral.end, self.words[end - 1].end)
        return Figure(
            start=start, end=stop, number=value, relation=relation, counted=counted, upper=upper, by=_BY
        ), skip

    def names(self, numeral: Numeral) -> bool:
        """Say whether the number counts nothing: ``المادة 5``, ``3-1``, part of a code or web address."""
        before = self.words[numeral.first - 1] if numeral.first else None
        after = self.words[numeral.last] if numeral.last < len(self.words) else None
        if self.guard("ordinalbefore", numeral.first - 1) and before is not None and before.kind == "word":
            return True
        if before is not None and before.kind == "latin" and numeral.start - before.end <= 1:
            return True
        alone = numeral.last - numeral.first == 1 and self.words[numeral.first].kind == "word"
        if alone and (numeral.value == 1 or self.key(numeral.first) in _PRAISED):
            return True
        glued = after is not None and after.start == numeral.end and after.text in "-/:_–"
        preceded = before is not None and before.end == numeral.start and before.text in "-/:_–#+"
        return (glued and not self.ranged(numeral.last)) or preceded

    def ranged(self, at: int) -> bool:
        return any(one.first == at + 1 and not one.ordinal for one in self.numerals)

    def span(self, at: int, numeral: Numeral) -> tuple[int | float, int | float | None, int, int]:
        """Return (number, upper, index after, index of the second numeral) of ``بين 3 و5``, ``10-15``."""
        following = self.numerals[at + 1] if at + 1 < len(self.numerals) else None
        if following is None or following.ordinal or following.value <= numeral.value:
            return numeral.value, None, numeral.last, -1
        gap = following.first - numeral.last
        sign = self.key(numeral.last) if gap == 1 else ""
        opener = self.key(numeral.first - 1)
        joined = gap == 0 and self.words[following.first].key.startswith("و") and opener in ("بين", "وبين")
        if joined or (gap == 1 and ((sign == "و" and opener in ("بين", "وبين")) or sign in ("الي", "-", "–"))):
            return numeral.value, following.value, following.last, at + 1
        return numeral.value, None, numeral.last, -1

    def noun(self, last: int, numeral: Numeral) -> tuple[int | None, int, str] | None:
        """Return (first word if it stands before the number, index after, counted) or None where nothing is counted."""
        key = self.key(last)
        if key in _PERCENT or key in _PER or (key in _IN and self.key(last + 1) in _PER):
            end = last + 2 if key in _IN else last + 1
            return None, end, self.text[self.words[last].start : self.words[end - 1].end]
        if self.guard("time", last) or numeral.value == 0 or (key == "" and numeral.value < 3):
            return None
        if self.may_be_year(numeral) and not self.is_countable(last):
            return None
        definite = self.noun_before(numeral)
        if definite is not None:
            return definite
        token = self.words[last] if last < len(self.words) else None
        if token is None or token.kind != "word" or token.key in _guards()["stop"] or len(token.key) < 2:
            return self.alone(last, numeral)
        if token.key.startswith("ال") and self.words[numeral.first].kind == "number":
            return self.alone(last, numeral)
        if token.key[:1] == "و" and token.key[1:] in _guards()["stop"] | _guards()["countcue"]:
            return self.alone(last, numeral)
        end = last + 1 + self.adjective(last)
        return None, end, self.text[token.start : self.words[end - 1].end]

    def may_be_year(self, numeral: Numeral) -> bool:
        """Say whether four bare digits look like a year: those of names are no times (``كأس العالم 2018 بروسيا``)."""
        token = self.words[numeral.first]
        alone = numeral.last - numeral.first == 1 and token.form.isdigit() and len(token.form) == 4
        return alone and 1900 <= numeral.value <= 2100

    def is_countable(self, at: int) -> bool:
        token = self.words[at] if at < len(self.words) else None
        if token is None or token.kind != "word":
            return False
        return token.key in _nouns() or beside("count", token) or (token.key.endswith("ا") and len(token.key) > 4)

    def noun_before(self, numeral: Numeral) -> tuple[int, int, str] | None:
        """``الجولات الثلاث السابقة``: a definite number follows its noun."""
        number, before = self.words[numeral.first], self.words[numeral.first - 1] if numeral.first else None
        if number.kind != "word" or not number.key.startswith("ال") or before is None:
            return None
        noun = before.key.lstrip("وبف") if not before.key.startswith("لل") else "ال" + before.key[2:]
        if not noun.startswith("ال") or self.guard("time", numeral.first - 1) or noun in _guards()["time"]:
            return None
        return numeral.first - 1, numeral.last, before.text

    def alone(self, last: int, numeral: Numeral) -> tuple[None, int, str] | None:
        """A number without a noun counts after ``مقتل``, ``بينهم`` or with a large scale word."""
        cued = self.guard("countcue", numeral.first - 1) or (
            self.before(numeral.first) is not None and self.guard("countcue", numeral.first - 2)
        )
        years = isinstance(numeral.value, int) and 1900 <= numeral.value <= 2100
        return (None, last, "") if cued and not years and self.key(numeral.first - 1) not in ("الي",) else None

    def adjective(self, at: int) -> int:
        """Return 1 if the next word is an adjective of the noun: both with tanwin, both nisba or both indefinite ة."""
        noun, after = self.words[at].key, self.key(at + 1)
        if not after or after.startswith("ال") or after in _guards()["stop"] or len(after) < 4:
            return 0
        if noun.endswith("ا") and after.endswith("يا"):
            return 1
        if after.endswith("ي") and not after.startswith(("ف", "ي")) and (noun[-1:] not in "هيا" or noun in _nouns()):
            return 1
        return int(after.endswith("يه") and (noun.endswith("ه") or self.is_plural(noun)))

    def is_plural(self, noun: str) -> bool:
        return noun.endswith("ات") or (len(noun) >= 5 and noun[2:4] in ("ا", "او"))

    # ── relations ──

    def before(self, at: int) -> tuple[int, Relation] | None:
        """Return (start, relation) of a phrase that ends before token ``at``: ``ما لا يقل عن``."""
        found = None
        for prefix in ("", *_JOINED):
            key = self.key(at - 1)
            near = key[len(prefix) :] if key.startswith(prefix) else ""
            for keys, relation in _relations("before").get(near, ()):
                first = at - len(keys)
                if first >= 0 and self.phrase(first, keys):
                    found = (self.inner(first, keys[0]), relation)
                    break
            if found:
                break
        return found

    def phrase(self, first: int, keys: Sequence[str]) -> bool:
        head = self.key(first)
        opened = head == keys[0] or (head[:1] in _JOINED and head[1:] == keys[0])
        return opened and all(self.key(first + i) == key for i, key in enumerate(keys) if i)

    def inner(self, at: int, key: str) -> int:
        """Return where the word begins without its proclitic."""
        return self.words[at].start + (len(self.words[at].key) - len(key))

    def after(self, at: int) -> tuple[int, Relation] | None:
        """Return (index after, relation) of ``على الأقل``, also past an adjective that ``counted`` leaves out."""
        for start in (at, at + 1):
            for keys, relation in _relations("after").get(self.key(start), ()):
                if tuple(self.key(start + i) for i in range(len(keys))) == keys:
                    return start + len(keys), relation
        return None

    # ── duals and vague quantities ──

    def duals(self) -> Iterator[Figure]:
        constructs = _constructs()
        for at, token in enumerate(self.words):
            if token.key[-1:] not in _DUAL_ENDS or len(token.key) < 4:
                continue
            offset, form = _dual(token.key)
            if form is None and token.key in constructs and self.is_construct(at):
                end = self.words[at + 1].end
                yield self.two(token.start, end, self.text[token.start : end])
            elif form is not None and not (form[0] == "person" and form[1]) and not self.ranks_two(at + 1):
                end = token.end
                if form[1] and self.key(at + 1).startswith("ال") and self.key(at + 1).endswith("ين"):
                    end = self.words[at + 1].end
                if not self.is_taken(token.start, end):
                    yield self.two(token.start + offset, end, self.text[token.start + offset : token.end])

    def ranks_two(self, at: int) -> bool:
        """Say whether two ordinals name the pair: ``المركزين الثالث والرابع``."""
        ranks = {one.first: one.last for one in self.numerals if one.ordinal}
        return at in ranks and ranks[at] in ranks and self.key(ranks[at]).startswith("و")

    def two(self, start: int, end: int, counted: str) -> Figure:
        return Figure(start=start, end=end, number=2, relation="exactly", counted=counted, by=_DUAL)

    def is_construct(self, at: int) -> bool:
        """A dual construct opens its phrase and has an indefinite noun after it: ``أن صاروخي كاتيوشا``."""
        after, before = self.key(at + 1), self.key(at - 1)
        if len(after) < 4 or after.startswith("ال") or after in _guards()["stop"] or self.words[at + 1].kind != "word":
            return False
        return before in ("ان", "باطلاق", "اطلاق", "بين", "سقوط")

    def vague(self) -> Iterator[Figure]:
        words = _guards()["vague"]
        numbers = {i for numeral in self.numerals for i in range(numeral.first, numeral.last)}
        for at, token in enumerate(self.words):
            joined = token.key[:1] in _JOINED and token.key[1:] in words
            if at in numbers or not (token.key in words or joined) or self.is_taken(token.start, token.end):
                continue
            if self.guard("time", at + 1):
                continue
            start = token.start + joined
            yield Figure(
                start=start, end=token.end, number=None, relation="vague", counted=token.text[joined:], by=_VAGUE
            )
