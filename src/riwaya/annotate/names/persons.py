"""Spans of personal names: what the tagger found, put right by what is known of Arabic names and titles.

The span of a name has no title in it, no quotation mark, and no proclitic: ``«ماركوس هالبرغ»``, ``لهالبرغ`` → هالبرغ.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from riwaya.annotate.names.clusters import Word, clusters
from riwaya.annotate.names.gazetteer import stems
from riwaya.annotate.names.titles import TitleWords
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table

BINDING = frozenset(
    map(fold, ("بن", "ابن", "بنت", "آل", "أبو", "أبي", "أبا", "أم", "عبد", "ولد", "بو", "بني", "ذو", "سيف"))
)
"""Words that never end a name: what follows belongs to it."""
LINKS = frozenset(map(fold, ("بن", "بنت", "آل", "ولد")))
_FOREIGN = frozenset(map(fold, ("دي", "دا", "دو", "دوس", "فان", "فون", "لو", "ماك", "أو", "ديل", "ديلا", "سان", "إل")))
_LINKING = frozenset(map(fold, ("دي", "دا", "دوس", "فان", "فون", "ديل", "ديلا", "در", "دير", "دين", "ماك")))
"""Particles of foreign names that carry a name on."""
_QUOTES = frozenset("\"'«»“”„‟‹›‘’")
LONGEST = 9
_PREFIXES = ("و", "لل", "لا", "بال", "سي", "ست", "است", "مت", "ال")
_SUFFIXES = ("ها", "هم", "هما", "نا", "كم", "ون", "ين", "ات", "ان", "ته", "تهم", "تها", "ه")
"""What Arabic words begin and end with, and names in foreign letters seldom do."""


_HOUSES = frozenset(
    [
        "institute",
        "institution",
        "centre",
        "university",
        "school",
        "hospital",
        "city",
        "region",
        "place",
        "company",
        "bank",
        "channel",
        "club",
        "newspaper",
        "magazine",
        "radio",
        "site",
        "network",
        "municipality",
        "governorate",
        "state",
        "street",
        "prize",
    ]
)


class NameSpans:
    """Puts right where the tagger lets a name begin and end."""

    def __init__(self, titles: TitleWords) -> None:
        self._titles = titles
        self._clusters: dict[str, Word] = clusters()
        self._arab = frozenset(key for key, gender in titles.gazetteer.given.items() if gender)
        rows = table("bodies")
        self._houses = frozenset(fold(row["body"]) for row in rows if row["kind"] in _HOUSES)

    def split(self, tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
        """Return the ranges of a range that holds several names joined by و: ``جوفينال وبيغودي`` is two."""
        cuts = [at for at in range(first + 1, last) if self._joined(tokens[at].key, at - first)]
        return list(zip([first, *cuts], [*cuts, last], strict=True))

    def _joined(self, key: str, before: int) -> bool:
        if not key.startswith("و") or len(key) < 5 or self._person(key):
            return False
        word, stem = self._clusters.get(key), self._clusters.get(key[1:])
        if stem is not None and stem.seen > (word.seen if word else 2):
            return True
        return self._person(key[1:]) or (word is None and before > 1)

    def repair(self, tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
        """Return the token range of the name itself, or None where nothing of a name is left.

        ``السلواني سليم القاطعي`` → سليم القاطعي; ``محمد`` before ``بن سلمان`` → محمد بن سلمان.
        """
        if tokens[first].key in self._titles.bodies and not self._person(tokens[first].key):
            return None
        if self._thing(tokens, first, last):
            return None
        first, last = self._syllables(tokens, *self._bound(tokens, first, last))
        while first < last and self._opens(tokens, first, last):
            first += 1
        last = self._grow(tokens, first, self._told(tokens, first, last))
        while last > first and self._closes(tokens[last - 1], last - first, tokens[last - 2].key):
            last -= 1
        if first >= last or (last - first == 1 and not self.alone(tokens[first])):
            return None
        return first, min(last, first + LONGEST)

    def _thing(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Return whether a range names a place or body, or is a noun with its adjective: أبو ظبي, المجهود الحربي."""
        gazetteer, words = self._titles.gazetteer, [token.key for token in tokens[first:last]]
        phrase = " ".join(words)
        if phrase in gazetteer.places or phrase in gazetteer.outlets or phrase in gazetteer.organisations:
            return len(words) > 1 or not self._person(phrase)
        if len(words) != 2 or not all(word.startswith("ال") for word in words) or self._person(words[0]):
            return False
        noun = self._clusters.get(words[0])
        return noun is not None and noun.seen > 50 and words[1].endswith("ي") and not self._titles.head(tokens, first)

    def accusative(self, key: str) -> bool:
        """Return whether a word is a common one with the ending of tanween: حرفيا, رساما."""
        stem = self._clusters.get(key[:-1]) if key.endswith("ا") and len(key) > 4 else None
        return stem is not None and stem.seen > 100 and not self._person(key)

    def _told(self, tokens: Sequence[Token], first: int, last: int) -> int:
        """Return the end of a name before the outlet or people that it was told to: ماركوس هالبرغ [لموقع ضفتان]."""
        for at in range(first + 1, last):
            key = tokens[at].key
            if key[0] in "لب" and tokens[at - 1].key not in BINDING and not self._person(key):
                outlet = key[1:] in self._titles.bodies or key[1:] in self._titles.gazetteer.outlets
                if outlet or (key.startswith("لل") and len(key) > 4) or (key[0] == "ل" and self._person(key[1:])):
                    return at
            dual = key.startswith("ت") and key.endswith("ان") and len(key) > 6 and not self._person(key)
            if dual or (at > first + 1 and self.accusative(key)):  # نور التميمي [تقتربان]
                return at
        return last

    def _syllables(self, tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
        """Return the whole of a name in short syllables: [أون] سانغ سو [تشي]."""
        if last - first > 3 or last - first < 2 or not all(len(token.key) <= 4 for token in tokens[first:last]):
            return first, last
        if not any(self._odd(token) for token in tokens[first:last]):
            return first, last
        while first > 0 and last - first < 4 and self._odd(tokens[first - 1]):
            first -= 1
        while last < len(tokens) and last - first < 4 and self._odd(tokens[last]):
            last += 1
        return first, last

    def _odd(self, token: Token) -> bool:
        """Return whether a short word is no Arabic word of the news: سو, تشي, يونغ."""
        word = self._clusters.get(token.key)
        if token.key in self._titles.gazetteer.surnames and token.key not in self._arab:
            return len(token.key) <= 4
        return (
            token.kind == "word"
            and len(token.key) <= 4
            and self.rare(token.key)
            and (word is None or word.seen < 300)
            and not self._titles.stop(token)
            and token.key not in self._arab
            and not token.key.startswith("ال")
        )

    def leftward(self, tokens: Sequence[Token], first: int) -> int:
        """Return where a name begins whose given name the model left out: [علي] خامنئي, [فتح الله] غولن."""
        before = tokens[first - 1] if first else None
        if before is None or before.kind != "word" or self._titles.stop(before):
            return first
        if before.key == "الله" and first > 1 and tokens[first - 2].key not in ("ايه", "حزب", "انصار", "سبيل", "كتاب"):
            return first - 2 if tokens[first - 2].kind == "word" and not self._titles.stop(tokens[first - 2]) else first
        given = before.key in self._titles.gazetteer.given and self._titles.head(tokens, first - 1) is None
        return first - 1 if given else first

    def _bound(self, tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
        while first > 0 and tokens[first - 1].key in BINDING and tokens[first - 1].key != "ام":
            first -= 1
        first = self.leftward(tokens, first)
        if first > 0 and tokens[first].key in LINKS and tokens[first - 1].kind == "word":
            before = self._titles.head(tokens, first - 1)
            adjective = tokens[first - 1].key.startswith("ال") and not self._person(tokens[first - 1].key)
            if not self._titles.stop(tokens[first - 1]) and not (before and before.definite) and not adjective:
                first -= 1
        return first, last

    def _opens(self, tokens: Sequence[Token], at: int, last: int) -> bool:
        """Return whether the first word is no part of the name: a mark, a title, a nationality."""
        token = tokens[at]
        if token.kind not in ("word", "latin") or token.key in ("ركن", "الركن"):
            return True
        if at + 2 < last and tokens[at + 1].key in LINKS:
            return False
        if at + 1 < last and self._verb(token.key) and tokens[at + 1].key in self._titles.gazetteer.given:
            return True
        if self.accusative(token.key):
            return True
        if token.key == "الله" or (token.key.startswith("ال") and token.form.endswith(("ية", "يه"))):
            return True
        if token.key in self._titles.gazetteer.nationalities and at + 1 < last:
            return token.key.startswith("ال")
        head = self._titles.head(tokens, at)
        if head is None or last - at <= 1:
            return head is not None and head.definite and not head.weak and head.role and head.kind != "cleric"
        return head.definite or (head.kind in ("office", "military") and not head.weak and not self._person(token.key))

    def _verb(self, key: str) -> bool:
        """Return whether و and a common word make the word before a given name: [وحضر] دان كوتس."""
        if self._person(key) or self._person(key[1:]) or key in BINDING:
            return False
        whole = self._clusters.get(key)
        if key[0] != "و":
            return whole is not None and whole.seen > 300  # [منزل] عطية الشاعري
        stem = self._clusters.get(key[1:])
        return stem is not None and stem.seen > 100

    def known_name(self, tokens: Sequence[Token], first: int) -> int:
        """Return where a name that begins at ``first`` ends, by the lists of names alone; 0 for none."""
        here = first
        while (
            here < min(len(tokens), first + 5)
            and tokens[here].kind == "word"
            and self._part(tokens[here], here > first)
        ):
            here += 1
        if here == first + 1 < len(tokens) - 1 and self.rare(tokens[here].key) and tokens[here + 1].kind == "punct":
            here += tokens[here].kind == "word"  # فيديريكا موغيريني، between commas
        while here > first and tokens[here - 1].key in BINDING:
            here -= 1
        if (
            here == first
            and first + 2 < len(tokens)
            and tokens[first + 1].key in LINKS
            and tokens[first + 2].kind == "word"
        ):
            return first + 3
        given = here > first and tokens[first].key in self._titles.gazetteer.given
        bound = here > first + 1 and tokens[first].key in BINDING
        return here if given or bound or (here - first > 1 and self._person(tokens[here - 1].key)) else 0

    def _part(self, token: Token, inner: bool) -> bool:
        key = token.key
        if self._person(key) or key in BINDING:
            return not self._titles.stop(token)
        if inner and self.strange(token) and len(key) > 3:
            return True
        word = self._clusters.get(key)
        return (
            inner and key.startswith("ال") and len(key) > 5 and key.endswith("ي") and (word is None or word.seen < 100)
        )

    def pairs(self, tokens: Sequence[Token], taken: Container[int]) -> Iterator[tuple[int, int]]:
        """Yield names that the lists alone show: a given name and behind it a surname, ``بنظام [معمر القذافي]``."""
        gazetteer, end = self._titles.gazetteer, 0
        for at in range(len(tokens) - 1):
            key = tokens[at].key
            if (
                at < end
                or at in taken
                or key not in gazetteer.given
                or key in gazetteer.places
                or self._titles.stop(tokens[at])
            ):
                continue
            family = tokens[at + 1].key
            if (
                family in gazetteer.surnames
                and family not in gazetteer.nationalities
                and family not in gazetteer.places
            ):
                end = at + 2
                yield at, end

    def nameable(self, token: Token) -> bool:
        """Return whether a word behind an office may be part of a name: no place, body, nationality or common word."""
        gazetteer, key = self._titles.gazetteer, token.key
        if token.kind != "word" or (key.startswith(("ال", "لل", "بال")) and not self._person(key)):
            return False
        if key in self._titles.bodies or key in gazetteer.nationalities or key in gazetteer.organisations:
            return False
        return self._person(key) or key in BINDING or key in gazetteer.places or self.rare(key)

    def joined(self, key: str) -> bool:
        """Return whether و before a given name makes the word: وعبدالرحمن."""
        return key[0] == "و" and not self._person(key) and self._person(key[1:])

    def _person(self, key: str) -> bool:
        return key in self._titles.gazetteer.given or key in self._titles.gazetteer.surnames

    def _grow(self, tokens: Sequence[Token], first: int, last: int) -> int:
        """Return the end of the name, with بن and what it binds: up to the last word of the chain."""
        while last < len(tokens):
            here, before = tokens[last].key, tokens[last - 1].key
            if tokens[last].kind != "word":
                break
            if here in LINKS and last + 1 < len(tokens) and tokens[last + 1].kind == "word" and last > first:
                last += 2
            elif (
                (before in BINDING and last > first)
                or self._nisba(tokens, first, last)
                or (last - first == 1 and before in self._titles.gazetteer.given and self._second(tokens, last))
            ):
                last += 1
            elif here == "عبد" and last + 1 < len(tokens) and tokens[last + 1].kind == "word" and last > first:
                last += 2
            elif before in _FOREIGN and last - first > 1 and not self._titles.stop(tokens[last]):
                last += 1
            elif here in _LINKING and last > first and last + 1 < len(tokens) and self._linked(tokens[last + 1]):
                last += 1  # الكسندر [فون در بيلن]
            else:
                break
        return last

    def _linked(self, token: Token) -> bool:
        """Return whether a word may follow فون or دي in a name."""
        short = token.key in _LINKING
        return token.kind == "word" and not self._titles.stop(token) and (short or self._foreign(token, 400))

    def _second(self, tokens: Sequence[Token], at: int) -> bool:
        """Return whether the word behind a lone given name goes with it: مهند [علي], عاصم [الورداني]."""
        token, key = tokens[at], tokens[at].key
        if self._titles.stop(token) or key.startswith("و") or self._titles.head(tokens, at):
            return False
        family = len(key) > 5 and key.startswith("ال") and key.endswith("ي") and self.unknown(key)
        return self._person(key) or self._foreign(token) or family

    def _nisba(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Return whether a family name follows عبد and its word: عبد الباسط [المقرحي]."""
        key = tokens[last].key
        if not (key.startswith("ال") and key.endswith("ي") and len(key) > 5) or last - first < 2:
            return False
        if tokens[last - 2].key in LINKS and last - first > 2:
            return not self._titles.head(tokens, last)
        if last - first != 2 or tokens[first].key != "عبد":
            return False
        return self._part(tokens[last], True) and key not in self._titles.gazetteer.nationalities

    def _closes(self, token: Token, size: int, before: str) -> bool:
        """Return whether the last word is no part of the name: a mark, a particle, a word behind a preposition."""
        if token.kind not in ("word", "latin") or self._titles.stop(token):
            return True
        if size > 1 and not self._person(token.key):
            key = token.key
            if (key in self._titles.gazetteer.places and before not in BINDING) or (
                token.form.endswith("ية") and not key.startswith("ال")
            ):
                return True
            if key.startswith(("سي", "ست")) and len(key) > 4 and key[1:] in self._clusters:
                return True
        if size > 1 and "ً" in token.text and not self._person(token.key):
            return True
        if len(token.key) < 2 or (
            size > 1 and len(token.key) > 5 and token.key[0] in "لب" and token.key[1:] in self._titles.gazetteer.outlets
        ):
            return True
        if size > 1 and token.key[0] in "بل" and token.key[1:] in self._titles.gazetteer.places:
            return not self._person(token.key)
        word, stem = self._clusters.get(token.key), self._clusters.get(token.key[1:])
        if size > 2 and token.key[0] in "بل" and stem and not self._person(token.key) and token.key not in BINDING:
            return stem.seen > (word.seen if word else 1)
        if size < 2 or token.key[0] not in "ول" + "ب" or self._person(token.key):
            return False
        return (
            stem is not None
            and stem.seen > (20 if word is None else 50)
            and stem.seen > 10 * (word.seen if word else 1)
        )

    def alone(self, token: Token) -> bool:
        """Return whether a single word can be a name: no particle, nationality, title or place."""
        key = token.key
        if len(key) < 3 or self._titles.stop(token) or key in self._titles.qualifiers:
            return False
        if key not in self._clusters and key.startswith(("في", "فت", "فس", "وي", "وت")) and not self._person(key):
            return key.startswith("في") and key[2:3] in ("ا", "د", "ر", "ل")  # فيستنشق is a verb
        gazetteer = self._titles.gazetteer
        if key in gazetteer.surnames and key not in gazetteer.places:
            return True
        if self.accusative(key):
            return False
        if key.startswith("ال") and key.endswith(("ين", "ون", "ات")) and len(key) > 6:  # المسلمين
            return False
        if key in gazetteer.places:
            return key in gazetteer.given
        return not (key in gazetteer.nationalities or key in gazetteer.outlets or key in gazetteer.organisations)

    def behind(self, tokens: Sequence[Token], at: int) -> bool:
        """Return whether what begins at ``at`` names a place or house: ``مستشفى``, ``ملعب``, ``شارع`` before it."""
        before = at - 1
        while before > 0 and (is_quote(tokens[before]) or tokens[before].text == "("):
            before -= 1
        if self._house(tokens[at].key):
            return True
        styled = self._titles.head(tokens, before) if before > 0 else None
        if styled and (styled.kind in ("royal", "cleric") or styled.lemma == "أمير"):  # مستشفى الملك فهد
            before -= 1
        return before >= 0 and self._house(tokens[before].key)

    def _house(self, key: str) -> bool:
        return any(form in self._houses for form in (key, key.removeprefix("ال"), key[1:], key[1:].removeprefix("ال")))

    def foreign(self, tokens: Sequence[Token], end: int) -> int:
        """Return where a run of two or three rare words before ``end`` begins, after a particle or verb of saying.

        ``عن يفغيني سيريبرينيكوف نائب رئيس …``: nobody knows the words, but the title behind them says what they are.
        """
        first = end
        while first > 0 and end - first < 4 and tokens[first - 1].kind == "word" and self.strange(tokens[first - 1]):
            first -= 1
        opened = first > 0 and (self._titles.stop(tokens[first - 1]) or tokens[first - 1].key in self._titles.saying)
        return first if end - first in (2, 3) and opened else end

    def strangers(self, tokens: Sequence[Token], first: int) -> int:
        """Return where two or three rare words from ``first`` on end: a foreign name behind an office; 0 for none."""
        last = first
        while last < len(tokens) and last - first < 4 and tokens[last].kind == "word":
            if not self._foreign(tokens[last], 400 if last == first else 20):
                break
            last += 1
        return last if last - first in (2, 3) else self._before_stop(tokens, first)

    def _before_stop(self, tokens: Sequence[Token], first: int) -> int:
        """Return where a rare word and another end right before a particle: ``[تنداي بيتي] إن``; 0 for none."""
        if first + 2 >= len(tokens) or not self._foreign(tokens[first]) or tokens[first + 1].kind != "word":
            return 0
        after, second = tokens[first + 2], tokens[first + 1]
        ended = self._titles.stop(after) and not self._titles.stop(second)
        return first + 2 if ended and self.nameable(second) else 0

    def listed(self, tokens: Sequence[Token], first: int) -> int:
        """Return where two or three foreign words end alone between marks: ``، سيمونا فولتن،``; 0 for none."""
        last = first
        while last < len(tokens) and last - first < 4 and tokens[last].kind == "word":
            known = self._person(tokens[last].key) if last == first else False
            if not known and not self._foreign(tokens[last], 60 if last == first else 20):
                return 0
            last += 1
        closed = last >= len(tokens) or tokens[last].text in "،,.؛)("
        return last if closed and last - first in (2, 3) else 0

    def surname(self, tokens: Sequence[Token], at: int) -> int:
        """Return where a lone surname behind an office ends, ``وزير الخارجية [ظريف]``; 0 for none."""
        gazetteer, key = self._titles.gazetteer, tokens[at].key
        known = key in gazetteer.surnames and key not in gazetteer.nationalities and key not in gazetteer.places
        return at + 1 if known and self.alone(tokens[at]) else 0

    def _foreign(self, token: Token, most: int = 20) -> bool:
        word = self._clusters.get(token.key)
        inflected = token.key.startswith(_PREFIXES) or token.key.endswith(_SUFFIXES) or "ً" in token.text
        return (
            len(token.key) > 3 and not inflected and not self._titles.stop(token) and (word is None or word.seen < most)
        )

    def famous(self, token: Token) -> bool:
        """Return whether the word is a surname that the news knows well and that is nothing else."""
        gazetteer, key = self._titles.gazetteer, token.key
        titled = key.startswith("ال") and self._titles.lemma(key)
        if len(key) < 5 or key not in gazetteer.surnames or key in gazetteer.given or titled or not self.alone(token):
            return False
        word = self._clusters.get(key)
        return word is not None and word.seen >= 50 and key not in gazetteer.places

    def strange(self, token: Token) -> bool:
        """Return whether a word is too rare in the news to be anything but a name."""
        if self._titles.stop(token) or token.key.startswith(("ال", "وال", "بال", "لل")):
            return False
        word = self._clusters.get(token.key)
        return (word is None or word.seen < 60) and self.rare(token.key)

    def unknown(self, key: str) -> bool:
        """Return whether the word is in no list and was never seen in the news: it may be a name misspelt."""
        return len(key) > 4 and key not in self._clusters and key not in self._titles.gazetteer.words

    def rare(self, key: str) -> bool:
        """Return whether a word of a name is no ordinary word besides, so that it may be looked for elsewhere."""
        gazetteer = self._titles.gazetteer
        if key in gazetteer.places or key in gazetteer.nationalities or key in self._titles.stops:
            return False
        if key in gazetteer.given or key in gazetteer.surnames:
            return True
        word = self._clusters.get(key)
        return word is None or word.seen < 400

    def start(self, token: Token, known: set[str]) -> int:
        """Return the offset where the name begins behind a proclitic: ``لبايدن`` → that of بايدن.

        ``known`` are the folded words of names that the report has without a proclitic.
        """
        key = token.key
        if key in self._titles.gazetteer.given or key in self._titles.gazetteer.surnames:
            return token.start
        for stem in reversed(stems(key)):  # the shortest proclitic first
            if not key.endswith(stem) and not stem.startswith("ال"):
                continue
            skip = len(key) - len(stem) if key.endswith(stem) else 1
            if skip == 1 and key[0] == "و" and self._conjoined(key):
                return token.start + self._printed(token, 1)
            listed = stem in self._titles.gazetteer.given or stem in self._titles.gazetteer.surnames
            if key[0] in "فك" and not listed:
                continue
            if skip <= 2 and (stem in known or self._likelier(stem, key)):
                return token.start + self._printed(token, skip)
        return token.start

    def _conjoined(self, key: str) -> bool:
        """Return whether an unknown word begins with و (and): no name begins with و and a consonant of that kind."""
        return len(key) > 5 and key[1] not in "ايولرن" and (key not in self._clusters or self._clusters[key].seen < 5)

    def _likelier(self, stem: str, key: str) -> bool:
        if len(stem) < 3:
            return False
        if stem in self._titles.gazetteer.given or stem in self._titles.gazetteer.surnames:
            return True
        word, whole = self._clusters.get(stem), self._clusters.get(key)
        return word is not None and word.seen > 3 * (whole.seen if whole else 3)

    def _printed(self, token: Token, letters: int) -> int:
        """Return how many printed characters the first letters take, marks included."""
        for size in range(letters, len(token.text) + 1):
            if len(fold(token.text[:size])) == letters and len(fold(token.text[: size + 1])) > letters:
                return size
        return letters


def is_quote(token: Token) -> bool:
    """Return whether the token is a quotation mark."""
    return token.text in _QUOTES
