"""Who did it and to whom: the agent and the one affected, where the grammar of the clause tells them apart.

After a verb the first name is its subject, unless a preposition stands before it; a name before the verb is, where
nothing else can be. What follows the subject without a preposition, or with the one that the verb takes (اجتمع مع), is
affected. A noun of action has the one or the other in its genitive: ``زيارة الوزير`` (he visits), ``اعتقال الوزير`` (he
is arrested). Everything else is left open: a name that merely stands in a clause took no known part.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.link.clauses import Found, Words
from riwaya.link.events import event_words, small_words
from riwaya.model import Mention, Statement

SUBJECT = 14  # words within which the subject follows its verb
OBJECT = 8  # words between one party and the next
_STATES = frozenset(
    ("MAKE STATEMENT", "APPEAL", "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
)  # what a country or capital is said to do; beside other verbs it is a place
_WITH = frozenset(("CONSULT", "AGREE", "COOPERATE", "ASSAULT"))


class Parties(Struct, frozen=True):
    """Agents and affected by the names that the report has for them."""

    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()


class Sides(Struct):
    """What the parties of an event are read from: the words of its clause, names, and the spans of titles in them."""

    words: Words
    mentions: Sequence[Mention]
    titles: Mapping[str, Collection[tuple[int, int]]]
    timed: Collection[int] = ()

    def parties(self, at: int, found: Found, kind: str) -> Parties:
        """Return the parties of the event word at ``at``: ``استقبل الملك رئيس الوزراء سامي البدري`` → whom."""
        _, one = found
        if one.form == "noun":
            return self._of_noun(at, kind)
        return self._of_verb(at, fold(one.lemma), kind)

    # ── verbs ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _of_verb(self, at: int, lemma: str, kind: str) -> Parties:
        subject = self._subject(at)
        if subject is not None and subject.type == "LOC" and lemma in small_words("to a place"):
            return Parties()
        if subject is None or (subject.type == "LOC" and kind not in _STATES):
            return Parties()
        if lemma in small_words("passive"):
            return self._of_passive(subject, lemma)
        after = self._after(subject)
        second = self._joined(after)
        after = self._after(second) if second is not None else after
        who = (subject.entity,) if second is None else (subject.entity, second.entity)
        return Parties(who, self._affected(after, lemma, kind))

    def _joined(self, after: int) -> Mention | None:
        """Return the second subject, which و joins to the first: ``بغداد وواشنطن``."""
        if after < len(self.words) and self.words[after].key.startswith("و"):
            return self._starts(after)
        return None

    def _of_passive(self, subject: Mention, lemma: str) -> Parties:
        """``قتل فلان`` is mostly ``was killed``; with a number behind the name he killed so many."""
        after = self._after(subject)
        if lemma in small_words("suffered"):
            return Parties((), (subject.entity,))
        if after < len(self.words) and self.words[after].kind == "number":
            return Parties((subject.entity,), ())
        return Parties()

    def _subject(self, at: int) -> Mention | None:
        if self._nominal(at):
            return self._before(at)
        zone = range(at + 1, min(len(self.words), at + 1 + SUBJECT))
        named: Mention | None = None
        for place in zone:
            word = self.words[place]
            one = self._starts(place)
            if one is not None and not self._glued(place, one):
                if one.type == "PER":
                    return one if named is None or self._title(one, named, at) else named
                named = named or one
                continue
            if named is not None and (word.kind == "punct" or self._inside(place)):
                continue
            if place not in self.timed and (self._ends(word) or self._tells(place)):
                break
        return named or (self._before(at) if not self._common(at) else None)

    def _tells(self, place: int) -> bool:
        """Say whether a word is another event: ``انتقدت … توقيف فلان`` has no subject behind it."""
        return self.words[place].key in event_words() and not self._titled(self.words[place])

    def _nominal(self, at: int) -> bool:
        """Say whether a noun or name stands right before the verb: its subject, if anything is, is before it."""
        if not at or at - 1 in self.timed:
            return False
        word = self.words[at - 1]
        if word.kind == "punct":
            return self._before(at) is not None
        small = ("opener", "preposition", "negation", "plan", "auxiliary")
        return word.kind == "word" and not any(word.key in small_words(kind) for kind in small)

    def _common(self, at: int) -> bool:
        """Say whether a noun follows the verb at once, so that whoever stands before it is not its subject."""
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        if following is None or following.kind != "word" or at + 1 in self.timed:
            return False
        return not (following.key in small_words("preposition") or following.key[:1] in "بل")

    def _before(self, at: int) -> Mention | None:
        """Return the name that opens the clause of a verb: ``الوزير فلان توجه إلى …``."""
        found: Mention | None = None
        for place in range(at - 1, max(-1, at - 1 - OBJECT), -1):
            word, one = self.words[place], self._starts(place)
            if found is None and one is not None:
                if one.type not in ("PER", "ORG") or self._glued(place, one):
                    return None
                found = one
            elif found is None and word.kind != "punct" and not self._inside(place) and place not in self.timed:
                return None
            elif found is not None and word.kind != "punct" and not self._titled(word):
                return found if word.key in small_words("opener") else None
            elif found is not None and word.kind == "punct":
                return found
        return found

    def _ends(self, word: Token) -> bool:
        """Say whether a subject can't go on over this word: a preposition, أن, a clause of its own."""
        if word.kind == "punct":
            return word.text in ':؛."«“'
        return word.key in small_words("preposition") or word.key in small_words("opener") or word.key.startswith("لل")

    def _title(self, person: Mention, named: Mention, at: int) -> bool:
        """Say whether a body named before a person belongs to the title: ``رئيس البرلمان سامي البدري``."""
        if at + 1 < len(self.words) and named.start <= self.words[at + 1].start + 3 < named.end + 3:
            return False  # it stands right behind the verb: انتقد الاتحاد لاعبه فلانا
        spans = self.titles.get(person.entity, ())
        if any(start <= named.start < end for start, end in spans):
            return True
        return not any(word.key.startswith("و") and named.end <= word.start < person.start for word in self.words)

    def _affected(self, after: int, lemma: str, kind: str) -> tuple[str, ...]:
        if kind in _WITH and (one := self._along(after)):
            return (one,)
        if lemma not in small_words("transitive"):
            return ()
        for place in range(after, min(len(self.words), after + OBJECT)):
            word = self.words[place]
            one_ = self._starts(place)
            if one_ is not None:
                bare = not self._glued(place, one_) or lemma in small_words("by")
                return (one_.entity,) if bare and one_.type in ("PER", "ORG", "LOC") else ()
            if not (word.kind == "punct" or place in self.timed or self._titled(word) or word.key.startswith("نظير")):
                return ()
        return ()

    def _along(self, after: int) -> str:
        """Return whom it was done together with: ``اجتمع … مع رئيسة البرلمان ليلى الحسن``."""
        for place in range(after, len(self.words) - 1):
            if self.words[place].key in ("مع", "بنظيره", "بنظيرها", "نظيره", "نظيرته"):
                for at in range(place + 1, min(len(self.words), place + 1 + OBJECT)):
                    one = self._starts(at)
                    if one is not None and (one.type == "PER" or at == place + 1):
                        return one.entity if one.type in ("PER", "ORG", "LOC") else ""
                    if one is None and not (self._titled(self.words[at]) or self._inside(at)):
                        break
        return ""

    # ── nouns ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _of_noun(self, at: int, kind: str) -> Parties:
        bare = self.words[at].key.removeprefix("و").removeprefix("ب").removeprefix("ل")
        if kind == "CONSULT" and (both := self._between(at)):
            return Parties(both, ())
        along = self._along(at + 1) if kind == "CONSULT" else ""
        if self.words[at].form.endswith(("ه", "ها")) and (owner := self._owner(at)):
            return Parties((owner,), (along,) if along and along != owner else ())
        one = self._genitive(at)
        if one is None:
            return Parties((), (along,) if along else ())
        if bare in small_words("done to"):
            return Parties((), (one.entity,))
        if bare in small_words("done by"):
            return Parties((one.entity,), (along,) if along and along != one.entity else ())
        return Parties()

    def _owner(self, at: int) -> str:
        """Return whom ``مغادرته`` is about: the only person named before it in the clause."""
        found = {one.entity for place in range(at) if (one := self._starts(place)) is not None and one.type == "PER"}
        noun = self.words[at].key.removeprefix("و").removeprefix("ب").removeprefix("ل").removesuffix("ها")
        if len(found) != 1 or noun.removesuffix("ه").removesuffix("ت") not in _by():
            return ""
        return found.pop()

    def _genitive(self, at: int) -> Mention | None:
        for place in range(at + 1, min(len(self.words), at + 1 + OBJECT)):
            one = self._starts(place)
            if one is not None:
                inside = one.type == "PER" or place == at + 1
                return one if inside and not self._glued(place, one) else None
            if not self._titled(self.words[place]):
                return None
        return None

    def _between(self, at: int) -> tuple[str, ...]:
        """Return the parties of a meeting ``بين … و…``."""
        for place in range(at + 1, min(len(self.words), at + 6)):
            if self.words[place].key == "بين":
                until = min(len(self.words), place + 1 + 2 * OBJECT)
                found = [one for at in range(place + 1, until) if (one := self._starts(at)) is not None]
                people = [one for one in found if one.type == "PER"]
                both = people if len(people) > 1 else [one for one in found if one.type in ("ORG", "LOC")]
                return tuple(dict.fromkeys(one.entity for one in both[:2])) if len(both) > 1 else ()
        return ()

    # ── words and names ─────────────────────────────────────────────────────────────────────────────────────────

    def _starts(self, place: int) -> Mention | None:
        token = self.words[place]
        return next((one for one in self.mentions if token.start <= one.start < token.end), None)

    def _inside(self, place: int) -> bool:
        token = self.words[place]
        return any(one.start < token.end <= one.end for one in self.mentions)

    def _glued(self, place: int, one: Mention) -> bool:
        """Say whether a preposition stands in front of a name in one word with it: ``لروسيا``, ``بالوزير``."""
        token = self.words[place]
        return one.start > token.start and token.key[:1] in ("ب", "ل", "ك")

    def _titled(self, word: Token) -> bool:
        return any(start <= word.start < end for spans in self.titles.values() for start, end in spans)

    def _after(self, one: Mention) -> int:
        return next((at for at, word in enumerate(self.words) if word.start >= one.end), len(self.words))


def _by() -> frozenset[str]:
    return frozenset(word.removesuffix("ه") for word in small_words("done by"))


def speaker(word: Token, words: Words, statements: Sequence[Statement], kind: str) -> tuple[str, ...]:
    """Return the speaker whose verb of saying this is, or of whose own side a quoted clause tells (بلاده، نحن).

    Of a statement told by another word (``في مقابلة نشرت اليوم``) it is whoever speaks in the clause.
    """
    if kind == "MAKE STATEMENT" and words:
        cued = [
            one for one in statements if words[0].start <= one.cue.start < words[-1].end and one.speaker is not None
        ]
        known = {one.speaker.name for one in cued if one.speaker is not None and one.speaker.kind != "unnamed"}
        if len(known) == 1:
            return tuple(known)
    own = word.key.endswith("نا") or any(token.key in small_words("own") for token in words)
    return tuple(_speakers(word, own, statements))[:1]


def _speakers(word: Token, own: bool, statements: Sequence[Statement]) -> Iterator[str]:
    for one in statements:
        near = one.cue.start <= word.start < one.cue.end or (own and one.start <= word.start < one.end)
        if near and one.speaker is not None and one.speaker.kind != "unnamed":
            yield one.speaker.name
