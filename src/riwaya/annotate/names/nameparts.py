"""Words of names: what the lists and the news know of a single word that may be part of a person's name."""

from __future__ import annotations

from riwaya.annotate.names.clusters import Word, clusters
from riwaya.annotate.names.titlewords import NO_ARTICLE, TitleWords
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

BINDING = frozenset(
    map(fold, ("بن", "ابن", "بنت", "آل", "أبو", "أبي", "أبا", "أم", "عبد", "ولد", "بو", "بني", "ذو", "سيف"))
)
"""Words that never end a name: what follows belongs to it."""
LINKS = frozenset(map(fold, ("بن", "بنت", "آل", "ولد")))
FOREIGN = frozenset(map(fold, ("دي", "دا", "دو", "دوس", "فان", "فون", "لو", "ماك", "أو", "ديل", "ديلا", "سان", "إل")))
LINKING = frozenset(map(fold, ("دي", "دا", "دوس", "فان", "فون", "ديل", "ديلا", "در", "دير", "دين", "ماك")))
"""Particles of foreign names that carry a name on."""
_QUOTES = frozenset("\"'«»“”„‟‹›‘’")
_PREFIXES = ("و", "لل", "لا", "بال", "سي", "ست", "است", "مت", "ال")
_SUFFIXES = ("ها", "هم", "هما", "نا", "كم", "ون", "ين", "ات", "ان", "ته", "تهم", "تها", "ه")
"""What Arabic words begin and end with, and names in foreign letters seldom do."""


HOUSES = frozenset(
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
        "road",
        "prize",
    ]
)
"""Kinds of bodies and places that are called after people."""


class NameParts:
    """Judges single words: a name of the lists, rare enough to be one, foreign, a verb, a common noun."""

    def __init__(self, titles: TitleWords) -> None:
        self.titles = titles
        self.clusters: dict[str, Word] = clusters()
        self._arab = frozenset(key for key, gender in titles.gazetteer.given.items() if gender)

    def person(self, key: str) -> bool:
        return key in self.titles.gazetteer.given or key in self.titles.gazetteer.surnames

    def accusative(self, key: str) -> bool:
        """Return whether a word is a common one with the ending of tanween: حرفيا, رساما."""
        stem = self.clusters.get(key[:-1]) if key.endswith("ا") and len(key) > 4 else None
        return stem is not None and stem.seen > 100 and not self.person(key)

    def odd(self, token: Token) -> bool:
        """Return whether a short word is no Arabic word of the news: سو, تشي, يونغ."""
        word = self.clusters.get(token.key)
        if token.key in self.titles.gazetteer.surnames and token.key not in self._arab:
            return len(token.key) <= 4
        return (
            token.kind == "word"
            and len(token.key) <= 4
            and self.rare(token.key)
            and (word is None or word.seen < 300)
            and not self.titles.stop(token)
            and token.key not in self._arab
            and not token.key.startswith("ال")
        )

    def alone(self, token: Token) -> bool:
        """Return whether a single word can be a name: no particle, nationality, title or place."""
        key = token.key
        if len(key) < 3 or self.titles.stop(token) or key in self.titles.qualifiers:
            return False
        if key not in self.clusters and key.startswith(("في", "فت", "فس", "وي", "وت")) and not self.person(key):
            return key.startswith("في") and key[2:3] in ("ا", "د", "ر", "ل")  # فيستنشق is a verb
        gazetteer = self.titles.gazetteer
        key = "ا" + key[1:] if key.startswith("لل") else key  # للعسكريين is ل and العسكريين
        if key in gazetteer.surnames and key not in gazetteer.places:
            return True
        if self.accusative(key) or (self.titles.lemma(key) and key not in gazetteer.given):  # محاميان
            return False
        if key.startswith("ال") and key.endswith(("ين", "ون", "ات")) and len(key) > 6:  # المسلمين
            return False
        if key in gazetteer.places:
            return key in gazetteer.given
        return not (key in gazetteer.nationalities or key in gazetteer.outlets or key in gazetteer.organisations)

    def nameable(self, token: Token) -> bool:
        """Return whether a word behind an office may be part of a name: no place, body, nationality or common word."""
        gazetteer, key = self.titles.gazetteer, token.key
        if token.kind != "word" or (key.startswith(("ال", "لل", "بال")) and not self.person(key)):
            return False
        if key in self.titles.bodies or key in gazetteer.nationalities or key in gazetteer.organisations:
            return False
        return self.person(key) or key in BINDING or key in gazetteer.places or self.rare(key)

    def joined(self, key: str) -> bool:
        """Return whether و before a given name makes the word: وعبدالرحمن."""
        return key[0] == "و" and not self.person(key) and self.person(key[1:])

    def led(self, key: str) -> bool:
        """Return whether a preposition before a known name makes the word: لنيمار, كفوزي."""
        return key[0] in "لبك" and not self.person(key) and self.person(key[1:])

    def articled(self, key: str) -> bool:
        """Return whether لل hides an article: للمقداد is ل and المقداد, but للويس is ل and لويس."""
        whole, bare = self.clusters.get("ا" + key[1:]), self.clusters.get(key[1:])
        return not self.person(key[1:]) and (whole.seen if whole else 0) >= (bare.seen if bare else 0)

    def verb(self, key: str) -> bool:
        """Return whether و and a common word make the word before a given name: [وحضر] دان كوتس."""
        if self.person(key) or self.person(key[1:]) or key in BINDING:
            return False
        whole = self.clusters.get(key)
        if key[0] != "و":
            return whole is not None and whole.seen > 300  # [منزل] عطية الشاعري
        stem = self.clusters.get(key[1:])
        return stem is not None and stem.seen > 100

    def part(self, token: Token, inner: bool) -> bool:
        key = token.key
        if self.person(key) or key in BINDING:
            return not self.titles.stop(token)
        if inner and self.strange(token) and len(key) > 3:
            return True
        word = self.clusters.get(key)
        return (
            inner and key.startswith("ال") and len(key) > 5 and key.endswith("ي") and (word is None or word.seen < 100)
        )

    def foreign(self, token: Token, most: int = 20) -> bool:
        word = self.clusters.get(token.key)
        inflected = token.key.startswith(_PREFIXES) or token.key.endswith(_SUFFIXES) or "ً" in token.text
        return (
            len(token.key) > 3 and not inflected and not self.titles.stop(token) and (word is None or word.seen < most)
        )

    def famous(self, token: Token) -> bool:
        """Return whether the word is a surname that the news knows well and that is nothing else."""
        gazetteer, key = self.titles.gazetteer, token.key
        titled = self.titles.lemma(key)
        if len(key) < 5 or key not in gazetteer.surnames or key in gazetteer.given or titled or not self.alone(token):
            return False
        word = self.clusters.get(key)
        return word is not None and word.seen >= 50 and key not in gazetteer.places

    def strange(self, token: Token) -> bool:
        """Return whether a word is too rare in the news to be anything but a name."""
        if self.titles.stop(token) or (
            token.key.startswith(("ال", "وال", "بال", "لل")) and not token.form.startswith(NO_ARTICLE)
        ):
            return False
        word = self.clusters.get(token.key)
        return (word is None or word.seen < 60) and self.rare(token.key)

    def unknown(self, key: str) -> bool:
        """Return whether the word is in no list and was never seen in the news: it may be a name misspelt."""
        return len(key) > 4 and key not in self.clusters and key not in self.titles.gazetteer.words

    def rare(self, key: str) -> bool:
        """Return whether a word of a name is no ordinary word besides, so that it may be looked for elsewhere."""
        gazetteer = self.titles.gazetteer
        if key in gazetteer.places or key in gazetteer.nationalities or key in self.titles.stops:
            return False
        if key in gazetteer.given or key in gazetteer.surnames:
            return True
        word = self.clusters.get(key)
        return word is None or word.seen < 400

    def linked(self, token: Token) -> bool:
        """Return whether a word may follow فون or دي in a name."""
        short = token.key in LINKING
        return token.kind == "word" and not self.titles.stop(token) and (short or self.foreign(token, 400))


def is_quote(token: Token) -> bool:
    """Return whether the token is a quotation mark."""
    return token.text in _QUOTES
