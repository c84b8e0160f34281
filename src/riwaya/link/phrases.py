"""The phrases behind an event word, in order: under which preposition each stands, and whose name heads it.

``استقبل الملك في القصر أمس وزير الخارجية سامي البدري`` (the king received …) has three: الملك; القصر, under في; and
سامي البدري, whose title stands before him. A name behind a closed noun phrase is a phrase of its own (``السلطات الأمنية
| سامي``), one behind an open noun belongs to it (``قوات سامي``). Misses: a noun that is hidden in its pronoun; names
that are no name to the tagger.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from riwaya.arabic.clitics import segment
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table
from riwaya.link.events import event_words, small_words
from riwaya.link.offices import countries
from riwaya.model import Mention

LIMIT = 36  # words behind an event word that may hold its parties
_GLUED = "بلك"
_HARD = frozenset(":؛.!؟?…")
_DEFINITE = ("ال", "لل", "بال", "كال")


class Phrase(Struct, frozen=True):
    """A stretch of words with one head; ``names`` are those of its head, ``inner`` those that only belong to it."""

    lead: str
    start: int
    end: int
    names: tuple[str, ...] = ()
    type: str = ""
    inner: tuple[tuple[str, str], ...] = ()


class Line(Struct):
    """The words of a sentence with the names and titles in them."""

    words: Sequence[Token]
    mentions: Sequence[Mention]
    titles: Mapping[str, Collection[tuple[int, int]]]
    timed: Collection[int] = ()

    # ── names and titles at a word ──────────────────────────────────────────────────────────────────────────────

    def name(self, place: int) -> Mention | None:
        """Return the name that begins in a word."""
        token = self.words[place]
        return next((one for one in self.mentions if token.start <= one.start < token.end), None)

    def title(self, place: int) -> tuple[int, str] | None:
        """Return where the title that begins in a word ends, and whose it is."""
        token = self.words[place]
        for person, spans in self.titles.items():
            for start, end in spans:
                if token.start <= start < token.end:
                    return self.until(end), person
        return None

    def held(self, place: int) -> bool:
        """Say whether a word stands in a name."""
        token = self.words[place]
        return any(one.start < token.end <= one.end for one in self.mentions)

    def person(self, name: str) -> bool:
        """Say whether a name of the sentence is a person's."""
        return name in self.titles or any(named(one) == name and one.type == "PER" for one in self.mentions)

    def titled(self, place: int) -> bool:
        """Say whether a word stands in a title."""
        token = self.words[place]
        return any(start <= token.start < end for spans in self.titles.values() for start, end in spans)

    def bearer(self, place: int) -> str:
        """Return whose title a word stands in."""
        start = self.words[place].start
        spans = ((person, low, high) for person, each in self.titles.items() for low, high in each)
        return next((person for person, low, high in spans if low <= start < high), "")

    def until(self, offset: int) -> int:
        """Return the number of the first word behind an offset."""
        return next((at for at, word in enumerate(self.words) if word.start >= offset), len(self.words))

    def preposition(self, place: int) -> str:
        """Return the preposition that a word is or begins with: ``لروسيا`` → ل; empty where there is none."""
        token = self.words[place]
        bare = token.key.removeprefix("و")
        if token.key in small_words("preposition") or bare in small_words("preposition"):
            return bare if bare in small_words("preposition") else token.key
        one, title = self.name(place), self._title_start(place)
        start = one.start if one is not None else title
        if start is not None and start > token.start:
            letter = token.form[start - token.start - 1 : start - token.start]
            return letter if letter in _GLUED and letter else ""
        if start is not None and (one is None or named(one) == one.entity):
            return ""
        return _glued(token.form)

    def _title_start(self, place: int) -> int | None:
        token = self.words[place]
        starts = (start for spans in self.titles.values() for start, _ in spans)
        return next((start for start in starts if token.start <= start < token.end), None)

    def closes(self, place: int) -> bool:
        """Say whether a phrase can't go on over this word."""
        token = self.words[place]
        if place in self.timed or token.key in small_words("opener"):
            return True
        if token.kind == "punct":
            return token.text not in "\"«»“”'#_"
        return self.tells(place)

    def tells(self, place: int) -> bool:
        """Say whether a word is another verb: ``انتقدت … توقيف فلان`` has no subject behind it."""
        one = event_words().get(self.words[place].key)
        if one is None or one.form == "noun" or self.titled(place) or self.held(place):
            return False
        return not one.maybe_noun or self.words[place].key.startswith("ال")

    # ── phrases ─────────────────────────────────────────────────────────────────────────────────────────────────

    def phrases(self, start: int, limit: int = LIMIT) -> list[Phrase]:
        """Return the phrases from a word on, to the end of its clause."""
        found: list[Phrase] = []
        place, last, lead = start, min(len(self.words), start + limit), ""
        while place < last:
            token = self.words[place]
            if place in self.timed:
                place, lead = place + 1, ""
            elif token.kind == "punct":
                if token.text in _HARD:
                    break
                place = self._closing(place) if token.text in "([" else place + 1
                lead = "" if token.text == "،" else lead
            elif any(token.key in small_words(kind) for kind in ("auxiliary", "honorific", "resuming")):
                place += 1
            elif token.key in small_words("opener") or (self.tells(place) and not lead):
                break
            elif self._alone(place):
                lead, place = self.preposition(place), place + 1
            else:
                one = self.phrase(place, lead or self.preposition(place))
                place, lead = one.end, ""
                if found and not one.lead and one.names and one.names == found[-1].names:
                    one = Phrase(found[-1].lead, found[-1].start, one.end, one.names, one.type)
                    found.pop()  # خادم الحرمين الشريفين | الملك سلمان
                found.append(one)
        return found

    def _alone(self, place: int) -> bool:
        key = self.words[place].key
        return key in small_words("preposition") or key.removeprefix("و") in small_words("preposition")

    def _closing(self, place: int) -> int:
        """Return the word behind a stretch in brackets."""
        for at in range(place + 1, min(len(self.words), place + 12)):
            if self.words[at].text in ")]":
                return at + 1
        return place + 1

    def phrase(self, place: int, lead: str = "") -> Phrase:
        """Return the phrase that begins at a word: a name with its titles, or a noun and what belongs to it."""
        if (title := self.title(place)) is not None:
            return self._titled(place, lead, *title)
        one = self.name(place)
        if one is not None:
            return self._joined(Phrase(lead, place, self._after(one), (named(one),), one.type))
        return self._common(place, lead)

    def _titled(self, place: int, lead: str, end: int, person: str) -> Phrase:
        after = max(end, place + 1)
        for at in range(after, min(len(self.words), after + 3)):
            one = self.name(at)
            if one is not None:
                if one.entity == person and not self.preposition(at):
                    after = self._after(one)
                break
            if self.words[at].kind != "punct" or self.words[at].text in _HARD:
                break
        return self._joined(Phrase(lead, place, max(after, place + 1), (person,), "PER"))

    def _joined(self, one: Phrase) -> Phrase:
        """Take in what و joins to a name, and its title behind it."""
        place = one.end
        if place < len(self.words) and self.words[place].kind == "punct" and self.words[place].text in '"»”':
            place += 1
        if place >= len(self.words):
            return one
        token = self.words[place]
        if (title := self.title(place)) is not None and title[1] in one.names and token.form[:1] != "و":
            return self._joined(Phrase(one.lead, one.start, max(title[0], place + 1), one.names, one.type))
        if token.form[:1] == "و" and len(one.names) < 4 and place not in self.timed and not self._alone(place):
            other, title_ = self.name(place), self.title(place)
            begins = other is not None and other.start == token.start + 1
            if begins or (title_ is not None and self._title_start(place) == token.start + 1):
                second = self.phrase(place)
                if second.type == one.type:
                    names = tuple(dict.fromkeys((*one.names, *second.names)))
                    return Phrase(one.lead, one.start, second.end, names, one.type)
        return one

    def _common(self, place: int, lead: str) -> Phrase:
        inner: list[tuple[str, str]] = []
        at = place + 1
        while at < len(self.words) and not self.closes(at):
            one, title = self.name(at), self.title(at)
            joined = self.words[at].form[:1] == "و"
            if one is None and title is None and not self.held(at) and self.preposition(at):
                break
            if (one is not None or title is not None) and self.preposition(at):
                break
            closed = self._closed(at - 1)
            if one is None and title is None:
                if closed and not joined and self._indefinite(at):
                    break  # قمعت الشرطة السلوانية | احتجاجات
                at += 1
                continue
            if closed and not joined and one is not None and self._introduces(place, at, one.type):
                return self._joined(Phrase(lead, place, self._after(one), (named(one),), one.type))
            if closed and not joined:
                break
            second = self.phrase(at)
            inner += [(name, second.type) for name in second.names]
            at = max(second.end, at + 1)
        return Phrase(lead, place, at, (), "", tuple(inner))

    def _closed(self, place: int) -> bool:
        """Say whether no genitive can follow a word: it has the article or a pronoun, or ends a name."""
        key = self.words[place].key.removeprefix("و")
        return key.startswith(_DEFINITE) or self.held(place) or segment(self.words[place].form).enclitic != ""

    def _indefinite(self, place: int) -> bool:
        token = self.words[place]
        return token.kind == "word" and not token.key.startswith(_DEFINITE) and not self.held(place)

    def human(self, place: int) -> bool:
        """Say whether a noun is one person's: ``المحامي المصري | سامي``, ``نظيره الإيراني | سامي``."""
        cut = segment(self.words[place].form)
        return fold(cut.stem) in _titles() or fold(cut.stem).startswith("نظير")

    def _introduces(self, place: int, at: int, kind: str) -> bool:
        """Say whether the name at ``at`` is whose the noun before is: ``المحامي``, ``ناديه | الأمل``."""
        key = self.words[place].key.removeprefix("و")
        if kind == "ORG" and place == at - 1:
            cut = segment(self.words[place].form)
            return cut.enclitic != "" and fold(cut.stem) in _bodies()
        if kind != "PER":
            return False
        return self.human(place) or (place == at - 1 and key.startswith("ال") and key in countries())

    def _after(self, one: Mention) -> int:
        return self.until(one.end)


def named(one: Mention) -> str:
    """Return a body's name without the preposition that its span begins with: ``لتنظيم …`` → ``تنظيم …``."""
    first, _, rest = one.entity.partition(" ")
    if one.type == "ORG" and rest and _glued(first) and fold(first[1:]) in _bodies():
        return one.entity[1:]
    if one.type == "LOC" and not rest and first[:1] == "ب" and _glued(first) and fold(first[1:]) in _places():
        return one.entity[1:]
    return one.entity


@cache
def _bodies() -> frozenset[str]:
    return small_words("class") | small_words("body") | small_words("agent")


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in table("places"))


@lru_cache(maxsize=1 << 15)
def _glued(form: str) -> str:
    if form.endswith("ا") and "ال" not in form[:3]:
        return ""  # بلاغا is an object
    return next((letter for letter in segment(form).proclitics if letter in _GLUED), "")


@cache
def _titles() -> frozenset[str]:
    """Return the first words of the titles of one person."""
    rows = [row for row in table("titles") if not row["adjective"]]
    found = {row["title"].split()[0] for row in rows} | {row["title"].split()[0] + "ة" for row in rows}
    return frozenset(fold(word) for word in found)
