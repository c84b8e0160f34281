"""Who did it and to whom: the agent and the one affected, where the grammar of the clause tells them apart.

Behind a verb the first phrase without a preposition is its subject, the next its object; a name right before it, or
before a relative pronoun, is, where nothing else can be. What the verb takes with a preposition (اجتمع مع، قبض على) is
affected. A noun of action has the one or the other in its genitive: ``زيارة الوزير`` (he visits), ``اعتقال الوزير`` (he
is arrested). A subject that is no name stays unnamed: whoever else stands in the clause is not put in its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from riwaya.arabic.clitics import segment
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.link.affected import PARTIES, affected, foes, freed
from riwaya.link.clauses import Found
from riwaya.link.events import event_words, small_words
from riwaya.link.groups import body
from riwaya.link.nouns import by, of_noun
from riwaya.link.parties import lands
from riwaya.link.phrases import Line, Phrase, named

BEFORE = 14  # words before a verb that may hold its subject
_DAMMA = "\u064f"
_SEVERAL = ("ا", "وا", "ان", "ون")  # endings of a verb that two or more do


class Parties(Struct, frozen=True):
    """Agents and affected by the names that the report has for them."""

    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()


class _Subject(Struct, frozen=True):
    """The subject of a verb: its names, if it has any, and whether it stands before the verb."""

    names: tuple[str, ...] = ()
    known: bool = False
    object: tuple[str, ...] = ()


class Sides(Struct):
    """The parties of the events of one sentence."""

    line: Line

    def parties(self, at: int, found: Found, kind: str) -> Parties:
        """Return the parties of the event word at ``at``: ``استقبل الملك رئيس الوزراء سامي البدري`` → whom."""
        _, one = found
        if one.form == "noun":
            who, whom = of_noun(self.line, at, kind)
            who = who or tuple(name for name in self._host(at) if name not in whom)
            return Parties(who, tuple(name for name in whom if name not in who))
        return self._of_verb(at, fold(one.lemma), kind)

    def _host(self, at: int) -> tuple[str, ...]:
        """Return the person who did something at a meeting: ``صرح فلان خلال لقاء مع …``."""
        words = self.line.words
        bare = words[at].key.removeprefix("ال")
        if not at or words[at - 1].key not in small_words("while") or bare not in small_words("hosted"):
            return ()
        for place in range(at - 1, max(-1, at - BEFORE), -1):
            if words[place].kind == "punct" and words[place].text not in '،"':
                return ()
            if words[place].key in small_words("opener"):
                return ()
            if self.line.tells(place):
                who = self._of_verb(place, fold(event_words()[words[place].key].lemma), "").who
                return tuple(name for name in who if self.line.person(name))
        return ()

    def _of_verb(self, at: int, lemma: str, kind: str) -> Parties:
        phrases: Sequence[Phrase] = self.line.phrases(at + 1)
        before = self._before(at)
        if self._passive(at, lemma, before, phrases):
            patient = before.names or next((one.names for one in phrases[:1] if not one.lead), ())
            return Parties(by(self.line, phrases), patient)
        if before.known or before.names:
            who, rest = before.names, phrases
        else:
            who, rest = self._behind(phrases, lemma)
        whom = before.object or freed(self.line, phrases) or affected(self.line, rest, lemma, kind)
        if not whom and kind == "ASSAULT":
            whom = foes(self.line, phrases)
        return Parties(who, tuple(name for name in whom if name not in who))

    # ── the subject ─────────────────────────────────────────────────────────────────────────────────────────────

    def _behind(self, phrases: Sequence[Phrase], lemma: str) -> tuple[tuple[str, ...], Sequence[Phrase]]:
        """Return the subject behind a verb and the phrases after it."""
        for at, one in enumerate(phrases):
            if one.lead:
                continue
            if one.type == "LOC" and not self._acts(one, lemma):
                return (), phrases[at:]
            if not one.names and (apposed := self._apposed(phrases[at : at + 2])):
                return apposed, phrases[at + 2 :]
            return self._headed(one) or self._led(phrases[at:]), phrases[at + 1 :]
        return (), phrases

    def _led(self, phrases: Sequence[Phrase]) -> tuple[str, ...]:
        """Return who leads delegations that act: ``وفد من البرلمان برئاسة سامي البدري``; none behind another noun."""
        words = self.line.words
        if words[phrases[0].start].key not in small_words("delegation"):
            return ()
        leading = [one for one in phrases[1:] if words[one.start].key in small_words("led by")]
        return tuple(dict.fromkeys(name for one in leading for name, kind in one.inner if kind == "PER"))

    def _apposed(self, pair: Sequence[Phrase]) -> tuple[str, ...]:
        """Return the name behind a title and a comma: ``رئيس دولة سلوان، الشيخ سامي البدري``."""
        if len(pair) < 2 or pair[1].lead or pair[1].type != "PER" or not self.line.human(pair[0].start):
            return ()
        between = self.line.words[pair[0].end : pair[1].start]
        return pair[1].names if len(between) == 1 and between[0].text == "،" else ()

    def _headed(self, one: Phrase) -> tuple[str, ...]:
        """Return who a phrase names, or the body that it is: ``الشرطة السلوانية``."""
        return one.names if one.type in PARTIES else body(self.line, one.start, one.end)

    def _acts(self, one: Phrase, lemma: str) -> bool:
        """Say whether a place is the one that acts: a country or capital, and no verb of going or happening."""
        gone = small_words("to a place") | small_words("no actor") | small_words("arriving")
        return lemma not in gone and all(lands(name) for name in one.names)

    def _before(self, at: int) -> _Subject:
        """Return the subject before a verb: ``الوزير فلان توجه``, ``روسيا، التي تدخلت``, ``كان فلان قد قال``."""
        place = at - 1
        words = self.line.words
        while place >= 0 and (place in self.line.timed or words[place].key in small_words("verbal")):
            place -= 1
        if place < 0:
            return _Subject()
        key = words[place].key
        if key in small_words("relative") and key != "حيث":
            if at + 1 < len(words) and words[at + 1].key in small_words("resuming"):
                return _Subject()  # النادي الذي انضم إليه فلان
            names = self._ending(place - 1, key.endswith("التي"))
            if segment(words[at].form).enclitic:
                return _Subject(object=names)
            return _Subject(names, known=True)
        if (was := self._was(at)) is not None:
            one = self.line.phrase(was)
            if names := self._headed(one):
                return _Subject(names, known=True)
            return _Subject(known=bool(self._common_before(was, at)))
        if words[place].text == "،" and (names := self._interrupted(place)):
            return _Subject(names, known=True)
        if names := self._opening(place, self.line.words[at].key.endswith(_SEVERAL)):
            return _Subject(names, known=True)
        return _Subject(known=not segment(words[at].form).enclitic and self._nominal(place))

    def _was(self, at: int) -> int | None:
        """Return the word behind a كان that opens the clause of a verb."""
        words = self.line.words
        for place in range(at - 1, max(-1, at - BEFORE), -1):
            if words[place].key in small_words("was"):
                start = next(after for after in range(place + 1, at + 1) if words[after].kind == "word")
                return start if start < at else None
            if words[place].key in small_words("opener") or self.line.tells(place):
                return None
        return None

    def _common_before(self, start: int, at: int) -> bool:
        """Say whether a noun, no name, stands between كان and its verb."""
        words = self.line.words[start:at]
        small = small_words("verbal") | small_words("auxiliary")
        return any(
            w.kind == "word" and w.key not in small and start + i not in self.line.timed for i, w in enumerate(words)
        )

    def _ending(self, place: int, feminine: bool = False) -> tuple[str, ...]:
        """Return the name, or whose title, ends at a word, punctuation passed over."""
        words = self.line.words
        while place >= 0 and words[place].kind == "punct" and not self.line.held(place):
            place -= 1
        if place >= 0 and self.line.titled(place) and not feminine and (bearer := self.line.bearer(place)):
            return (bearer,)
        if place < 0 or not self.line.held(place):
            return ()
        token = words[place]
        one = next(each for each in self.line.mentions if each.start < token.end <= each.end)
        start = next(at for at, word in enumerate(words) if word.end > one.start)
        if one.type != "PER" and words[start].start < one.start:
            return ()  # وزيرا سلوان وبلسان، الذي
        inside = start and words[start - 1].kind == "word" and not self.line.titled(start - 1)
        if inside and one.type != "PER" and not _definite(words[start - 1]) and not self._alone(start):
            return ()  # قوات سلوان التي: the forces, not the country
        return (named(one),) if one.type in PARTIES else ()

    def _alone(self, start: int) -> bool:
        key = self.line.words[start - 1].key
        small = ("preposition", "opener", "auxiliary", "was")
        return any(key in small_words(kind) for kind in small) or key in event_words()

    def _opening(self, place: int, several: bool = False) -> tuple[str, ...]:
        """Return the name that opens the clause and ends at a word: ``الوزير فلان | توجه إلى …``.

        Of ``several`` who do it all that و joins: ``الوزير فلان ونظيره علان | اتفقا``.
        """
        names = self._ending(place)
        if not names:
            return ()
        words = self.line.words
        first = place
        while first >= 0 and (words[first].text in "،,\"'»«“”#_-" or self.line.held(first) or self.line.titled(first)):
            first -= 1
        opens = first < 0 or words[first].kind == "punct" or words[first].key in small_words("opener")
        if not opens or self.line.preposition(first + 1):
            return ()
        people = [named(one) for at in range(first + 1, place + 1) if (one := self.line.name(at)) is not None]
        joined = any(words[at].form[:1] == "و" for at in range(first + 1, place + 1))
        return tuple(dict.fromkeys(people)) if several and joined and len(people) == 2 else names

    def _interrupted(self, comma: int) -> tuple[str, ...]:
        """Return the name before a relative clause between commas: ``فلان، الذي عين أمس، اعتقل``."""
        words = self.line.words
        for place in range(comma - 1, max(0, comma - BEFORE), -1):
            if words[place].key in small_words("relative"):
                return self._ending(place - 1)
            if words[place].text == "،":
                break
        return ()

    def _nominal(self, place: int) -> bool:
        """Say whether a noun stands right before a verb: its subject, if anything is, is before it."""
        word = self.line.words[place]
        small = ("opener", "preposition", "negation", "plan", "auxiliary", "condition", "was")
        if word.kind != "word" or place in self.line.timed or any(word.key in small_words(kind) for kind in small):
            return False
        event = event_words().get(word.key)
        if event is not None:
            return event.form == "noun" and event.type == "ASSAULT"  # هجوم استهدف فلانا
        return not self._fronted(place)

    def _fronted(self, place: int) -> bool:
        """Say whether a noun stands under a preposition that opens its clause: ``في سلوان أعلن فلان``."""
        words, start = self.line.words, place
        while start and words[start - 1].kind != "punct" and words[start - 1].key not in small_words("opener"):
            start -= 1
            if self.line.tells(start):
                return False
        return bool(self.line.preposition(start)) and not self.line.held(place)

    # ── the one affected ────────────────────────────────────────────────────────────────────────────────────────

    def _passive(self, at: int, lemma: str, before: _Subject, phrases: Sequence[Phrase]) -> bool:
        """Say whether a verb tells what was done to its first name: ``قُتل``, ``اعتقل فلان`` with no object behind."""
        if self._marked(at):
            return True
        if lemma in small_words("suffered"):
            return True
        if lemma not in small_words("passive"):
            return False
        bare = [one for one in phrases if not one.lead]
        if before.names:
            return not bare
        first = phrases[0] if phrases else None
        return first is not None and not first.lead and first.type == "PER" and len(bare) == 1

    def _marked(self, at: int) -> bool:
        """Say whether a past is marked as passive by the vowel of its first letters: ``قُتل``, ``اعتُقل``."""
        text = self.line.words[at].text
        return _DAMMA in text[:4] and text[:1] not in "يت"


def _definite(word: Token) -> bool:
    return word.key.removeprefix("و").startswith(("ال", "لل", "بال"))
