"""Something that one report dates, and how it is put together from the words of its clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from sys import intern

from msgspec import Struct

from riwaya.arabic.clitics import segment
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.link.clauses import Clause, Found, Words, clause, told_by
from riwaya.link.events import small_words
from riwaya.link.participants import Sides
from riwaya.link.phrases import Line
from riwaya.link.printed import loose, numbers, printed_weekday, today
from riwaya.link.terms import token_term
from riwaya.link.voice import speaker, tells_only
from riwaya.link.weight import on_occasion
from riwaya.link.whereabouts import Site, online
from riwaya.model import Mention, Precision, Statement, Status, Time

_HE = ("ي", "سي", "وي", "وسي", "ا", "وا")  # يلتقي, سيلتقي, التقى: one man's


class Happening(Struct, frozen=True, kw_only=True, gc=False):
    """Something that one report dates: a candidate for a line of the timeline.

    ``who``, ``whom`` and ``where`` are names as this report has them, ``names`` all of the clause, whatever their part;
    ``start`` and ``end`` are those of the clause ``what``;
    ``numbers`` are those of a series (الجولة الثالثة); ``main`` marks the event of the lead; ``weekday`` (Monday 0) is
    the one printed in an incomplete date, ``today`` where it is the day of publication; ``edge`` is START, MID or END;
    ``pending`` is told without a date and only counts as a plan of another report come true; ``whole`` begins its
    sentence; ``loose`` leans on words before it that are left out; ``online`` is a meeting that was held so;
    ``untimed`` is a meeting or journey without a day, the journey ``bound`` for a place; ``recurs`` is what
    came again and again.
    """

    date: str
    from_: str
    until: str
    precision: Precision
    status: Status
    type: str
    lemma: str
    what: str
    who: tuple[str, ...]
    where: tuple[str, ...]
    terms: tuple[str, ...]
    start: int
    end: int
    numbers: tuple[int, ...] = ()
    main: bool = False
    weekday: int | None = None
    today: bool = False
    edge: str = ""
    whom: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    pending: bool = False
    whole: bool = False
    loose: bool = False
    online: bool = False
    untimed: bool = False
    bound: str = ""
    recurs: bool = False


class Context(Struct):
    """What a sentence is read with: the report's text, its publication, the names and statements in the sentence."""

    text: str
    published: str
    mentions: Sequence[Mention]
    statements: Sequence[Statement]
    titles: dict[str, list[tuple[int, int]]]

    @property
    def quoted(self) -> Iterator[Statement]:
        """The statements of the sentence in their speaker's own words."""
        return (one for one in self.statements if one.mode == "direct")

    def line(self, sentence: Clause) -> Line:
        """Return the names and titles of a sentence by word."""
        names = [one for one in self.mentions if one.type != "TITLE"]
        return Line(sentence.words, names, self.titles, sentence.dates)

    def clause(self, words: Words, times: Sequence[Time]) -> Clause:
        """Return the sentence cut into segments, its names and times left alone."""
        return clause(
            words, [(time.start, time.end) for time in times], [(one.start, one.end) for one in self.mentions]
        )


def happening(
    sentence: Clause,
    found: Found,
    bounds: tuple[int, int],
    dated: tuple[Time | None, Precision, Status],
    context: Context,
) -> Happening:
    """Return what a clause tells: its event word, the word range of its line, its time with precision and status."""
    words = sentence.words[bounds[0] : bounds[1]]
    start, end = words[0].start + _clitic(words[0], found, bounds[0] == found[0]), words[-1].end
    time, fine, state = dated
    inside = [one for one in context.mentions if start <= one.start < end]
    weekday_ = printed_weekday(sentence.words, time)
    kind = told_by(sentence, found) or _printed_words(sentence, found, bounds, context)
    line = context.line(sentence)
    parties = Sides(line).parties(found[0], found, kind)
    own = parties.who if kind != "MAKE STATEMENT" else tuple(one for one in parties.who if not tells_only(one))
    who = own or speaker(sentence.words[found[0]], words, context.statements, _carried(found, kind))
    who = who or _dropped(sentence, found, parties.whom, context.mentions)
    where = Site(sentence, line, found, kind).where(bounds)
    return Happening(
        date=intern((time.value or "") if time else ""),
        from_=intern((time.from_ or "") if time else ""),
        until=intern((time.until or "") if time else ""),
        precision=fine,
        status=state,
        type=kind,
        lemma=found[1].lemma,
        what=" ".join(context.text[start:end].split()),
        who=_unique(who),
        whom=_unique(one for one in parties.whom if one not in who),
        names=_unique([*who, *(one.entity for one in inside if one.type in ("PER", "ORG"))]),
        where=where,
        terms=tuple(dict.fromkeys(filter(None, map(token_term, sentence.words if weekday_ is not None else words)))),
        start=start,
        end=end,
        numbers=numbers(words, time),
        weekday=weekday_,
        edge=(time.mod or "") if time else "",
        today=today(sentence.words, time),
        whole=bounds[0] == 0,
        loose=loose(sentence, bounds[0]),
        online=kind == "CONSULT" and online(words, where),
    )


def _dropped(sentence: Clause, found: Found, whom: Sequence[str], mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return who is to meet somebody by a verb without a subject: the one person that the sentence names before it.

    ``تصريحات القاطعي قبل رحلة، حيث من المقرر أن يلتقي بنظيره`` (his words before a trip on which he is to meet …).
    """
    at, one = found
    keys = ["", *(word.key for word in sentence.words), ""]
    led = keys[at] in small_words("complementiser")
    if one.form == "noun" or fold(one.lemma) not in small_words("meeting") or not (whom and led):
        return ()
    if not keys[at + 1].startswith(_HE) or not (keys[at + 2] == "مع" or keys[at + 2].startswith("ب")):
        return ()
    before = {each.entity for each in mentions if each.type == "PER" and each.end <= sentence.words[at].start}
    return tuple(before) if len(before) == 1 and before.isdisjoint(whom) else ()


def _printed_words(sentence: Clause, found: Found, bounds: tuple[int, int], context: Context) -> str:
    """Return MAKE STATEMENT for what only brings the words of a clause: ``قال الوزير، في مقابلة مع …، نشرت الأحد``."""
    at, one = found
    before = sentence.words[bounds[0] : at]
    if one.form != "past" or not before or fold(one.lemma) not in small_words("brings words"):
        return ""
    said = any(before[0].start <= each.cue.start < before[-1].end for each in context.statements)
    return "MAKE STATEMENT" if said and on_occasion(" ".join(word.text for word in before)) else ""


def _carried(found: Found, kind: str) -> bool:
    """Say whether a statement is told by a word that says nothing itself: ``في بيان``, ``مقابلة نشرت``."""
    one = found[1]
    return kind == "MAKE STATEMENT" and (one.form == "noun" or fold(one.lemma) in small_words("carries words"))


def _clitic(word: Token, found: Found, heads: bool) -> int:
    """Return how many letters of a noun's preposition stand before a line: ``لاتفاقية …`` is told as ``اتفاقية``."""
    glued = heads and found[1].form == "noun" and word.text[:1] in "لب" and not word.key.startswith("لل")
    return 1 if glued and segment(word.form).proclitics in (("ل",), ("ب",)) else 0


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(intern(name) for name in names))
