"""Four bare digits: a year (``في 2014``), a quantity (``2018 قتيلا``), or part of a name (``مونديال 2018``).

No one sign decides; in this order: a word that counts or measures beside the number, then a name or numbered thing
before it, then what may stand before a year. Words are those of lexicon/timeguards.tsv.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from riwaya.annotate.times.beside import beside, exactly
from riwaya.annotate.times.tense import looks
from riwaya.arabic.calendars import month
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table

_NAME = 6
"""Words within which a name may end in a year: ``رؤية المملكة 2030``."""
_LIST = 8
"""Words from one number to the next of a list: ``مونديال 1998 في فرنسا و2002``."""
_MEASURES = frozenset("%٪$°€£+×*xX")
_SIGNS = frozenset("$-+#:_/.×*xX–€£")
_OPENERS = frozenset('(،؛»")”[')
_BULLETS = frozenset(":-–•·*")
_CLOSERS = {'"': '"', "»": "«", "”": "“”"}
_QUOTED = 6
_STOPS = frozenset("(،؛:.!؟")
_LINK = frozenset(("و", "،", "او"))
_ALONE = "وحده"
"""The year by itself: as printed, for its folded form is that of وحدة (unit), which is counted."""
_CLITICS = ("و", "ف", "ب", "ل", "ك", "ال")


@cache
def _counted() -> frozenset[str]:
    """Return the nouns that other numbers count, as they stand after a high number: ``جندي``, ``جنديا``."""
    nouns = [row["word"] for row in table("countnouns")]
    return frozenset(
        fold(noun + ending) for noun in nouns for ending in ("", "ا") if not (ending and noun[-1] in "ةىا")
    )


def is_year(words: Sequence[Token], at: int) -> bool:
    """Say whether four bare digits are a year: ``في 2014``, ``انتخابات 2014``; not ``2018 قتيلا``, ``مونديال 2018``.

    Round thousands and hundreds need a preposition of time before them and no noun after.
    Misses: years of names that no listed word opens (``سيناء 2018``), counted nouns outside the lexicon.
    """
    if not words[at].form.isdigit() or not 1500 <= int(words[at].form) <= 2100:
        return False
    place = _Place(words, at)
    if place.before is None or place.before.text in _BULLETS:
        return place.opens_chronicle()
    return not place.is_quantity() and not place.is_named() and place.is_dated()


def is_named(words: Sequence[Token], at: int) -> bool:
    """Say whether the number at that token ends a name or numbers a thing: ``مونديال 2018``, ``القرار 2216``."""
    if not at or not words[at].form.isdigit():
        return False
    place = _Place(words, at)
    return place.before is not None and place.is_named()


def is_metres(words: Sequence[Token], after: int) -> bool:
    """Say whether the م after a number is that of the metre: ``2000 م2``, not ``2000 م`` (AD)."""
    if after + 1 >= len(words) or words[after].key != "م":
        return False
    return words[after + 1].start == words[after].end and words[after + 1].kind == "number"


def is_before_unit(words: Sequence[Token], at: int) -> bool:
    """Say whether a time unit after the number is counted: ``2000 سنة``, ``1995 ساعة``; not ``في 2018 يوم الأحد``."""
    after = words[at + 1] if at + 1 < len(words) else None
    value = int(words[at].form)
    if not exactly("unit", after) or (at and month(words[at - 1].key) is not None):
        return False
    return value % 100 == 0 or not 1900 <= value <= 2100 or not exactly("unitsign", after)


def is_before_scale(words: Sequence[Token], at: int) -> bool:
    """Say whether a million after the number has a number of its own: ``في 2016 مليار ريال``, not ``2047 مليون``."""
    before = words[at - 1] if at else None
    return int(words[at].form) % 100 > 0 and 1900 <= int(words[at].form) <= 2100 and beside("dated", before)


class _Place:
    """The number's place: the words beside it, through a bracket that holds only the number."""

    __slots__ = ("after", "before", "bracketed", "first", "last", "value", "words")

    def __init__(self, words: Sequence[Token], at: int) -> None:
        self.words, self.value = words, int(words[at].form)
        self.bracketed = self.text(at - 1) in ("(", "[") and self.text(at + 1) in (")", "]")
        self.first, self.last = (at - 1, at + 2) if self.bracketed else (at, at + 1)
        self.before, self.after = self.at(self.first - 1), self.at(self.last)

    def at(self, index: int) -> Token | None:
        return self.words[index] if 0 <= index < len(self.words) else None

    def text(self, index: int) -> str:
        token = self.at(index)
        return "" if token is None else token.text

    @property
    def round(self) -> bool:
        return self.value % 100 == 0

    def opens_chronicle(self) -> bool:
        """Say whether the number heads a line of a chronicle or is all of it: ``1958: …``, ``- 1958 - …``."""
        heads = self.first < 2 or self.text(self.first - 2) in ("", ".", ":")
        alone = self.before is None and self.after is None and self.value <= 2050
        return heads and self.value > 1800 and (alone or self.text(self.last) in (":", "-", "–"))

    # ── quantities ──

    def is_quantity(self) -> bool:
        """Say whether something is counted or measured: ``2018 قتيلا``, ``1080×1920``, ``أكثر من 2000``."""
        after, before = self.after, self.before
        assert before is not None
        if before.text in _SIGNS or (after is not None and after.text in _MEASURES):
            return True
        if after is not None and after.kind == "latin" and not self.bracketed:
            return True
        return self.measured() or is_metres(self.words, self.last) or self.is_counted() or self.goes_on()

    def measured(self) -> bool:
        """Say whether a word before tells an amount: ``بلغ 2016``, ``أكثر من 2000``; not ``منذ حوالي 1979``."""
        before, second = self.before, self.at(self.first - 2)
        if beside("amount", before):
            return not beside("since", second)
        return exactly("than", before) and beside("more", second)

    def is_counted(self) -> bool:
        """Say whether the next word is counted; after ``منذ`` or ``في`` an odd number is a year all the same."""
        after = self.after
        if after is None or after.kind != "word" or after.text == _ALONE:
            return False
        if not self.round and exactly("unitsign", after):
            return False
        if self.bracketed or not (beside("since", self.before) or (not self.round and beside("dated", self.before))):
            return exactly("count", after) or after.key in _counted() or (not self.bracketed and _tanwin(after))
        return False

    def goes_on(self) -> bool:
        """Say whether a list of quantities goes on: ``1200 شخص في ليون و1900 في غرينوبل``."""
        if self.before is None or self.before.key not in _LINK:
            return False
        other = self.earlier(self.first - 1)
        if other is None or (1500 <= int(self.words[other].form) < 2100 and int(self.words[other].form) % 100):
            return False
        after = self.after
        return self.round or (after is not None and after.key == "من" and self.text(self.last + 1).startswith("ال"))

    def earlier(self, before: int) -> int | None:
        """Return the index of the number before in the list."""
        for index in range(before - 1, max(-1, before - 1 - _LIST), -1):
            token = self.words[index]
            if token.kind == "number" and token.form.isdigit():
                return index
        return None

    # ── names ──

    def is_named(self) -> bool:
        """Say whether the number belongs to a name or a numbered thing: ``القرار 2216``, ``مونديال 2018 و2022``."""
        before = self.before
        assert before is not None
        if before.text == "/" or beside("year", before) or self.is_quoted():
            return True
        second = self.at(self.first - 2)
        if before.text == "(" and beside("year", second):
            return True
        if beside("numbered", second) and (before.text in '"«' or before.key.startswith("ال")):
            return True
        if before.key in _LINK:
            other = self.earlier(self.first - 1)
            if other and len(self.words[other].form) == 4:
                return is_named(self.words, other)
        elif beside("yearprep", before):
            return False
        return not self.bracketed and self.ends_name()

    def is_quoted(self) -> bool:
        """Say whether the number ends a short name in quotation marks: ``«صيف المدينة 2015»``."""
        if self.bracketed or self.text(self.last) not in _CLOSERS or beside("yearprep", self.before):
            return False
        opener = _CLOSERS[self.text(self.last)]
        return any(self.text(index) in opener for index in range(self.first - 2, max(-1, self.first - _QUOTED), -1))

    def ends_name(self) -> bool:
        """Say whether a name that ends in a year begins within few words before, no stop between."""
        for index in range(self.first - 1, max(-1, self.first - 1 - _NAME), -1):
            if beside("yearname", self.words[index]):
                return True
            if self.words[index].text in _STOPS:
                return False
        return False

    # ── years ──

    def is_dated(self) -> bool:
        """Say whether a year may stand after the word before."""
        before = self.before
        if before is None or before.kind == "number":
            return False
        known = not self.bracketed and beside("yearprep", before)
        if self.round:
            return known and self.stands_alone()
        if self.value > 2050 or self.value < 1800:
            return known
        if before.text in _OPENERS or self.bracketed:
            return self.text(self.last) != "من"
        return known or beside("yearlink", before) or (before.kind == "word" and len(before.key) > 2)

    def stands_alone(self) -> bool:
        """Say whether no noun follows that a round number would count: a sign, a verb, a particle, a definite noun."""
        after = self.after
        if after is None or after.kind == "punct":
            return True
        if self.value != 2000:
            return False
        return after.key.startswith(_CLITICS) or beside("yearnext", after) or looks(after.key) is not None


@cache
def _lands() -> frozenset[str]:
    """Return place names that end as a counted noun does: ``فرنسا``."""
    return frozenset(key for row in table("places") if (key := fold(row["name"])).endswith("ا"))


def _tanwin(token: Token) -> bool:
    """Say whether a word has the printed form of a counted noun: ``قتيلا``; short words, adverbs, names aside."""
    if beside("yearnext", token) or token.key in _lands():
        return False
    if token.text.endswith(("ًا", "اً")):
        return True
    alike = token.key.endswith(("ها", "نا", "وا", "ما")) and not token.key.endswith(("انا", "عاما"))
    alike = alike or token.key.startswith(("ال", "و", "ف", "ب", "ل"))
    return len(token.key) > 4 and token.key.endswith("ا") and not alike
