"""Spans of personal names: what the tagger found, put right by what is known of Arabic names and titles.

The span of a name has no title in it, no quotation mark, and no proclitic: ``«ماركوس هالبرغ»``, ``لهالبرغ`` → هالبرغ.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.names.nameparts import BINDING, FOREIGN, HOUSES, LINKING, LINKS, NameParts, is_quote
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.arabic.verbs import readings_as_they_stand
from riwaya.lexicon import table

LONGEST = 9
_ONE = frozenset(map(fold, ("أحد", "إحدى")))


class NameSpans:
    """Puts right where the tagger lets a name begin and end."""

    def __init__(self, parts: NameParts) -> None:
        self._titles = parts.titles
        self._parts = parts
        rows = table("bodies")
        self._houses = frozenset(fold(row["body"]) for row in rows if row["kind"] in HOUSES)

    def split(self, tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
        """Return the ranges of a range that holds several names joined by و: ``جوفينال وبيغودي`` is two."""
        cuts = [at for at in range(first + 1, last) if self._joined(tokens[at].key, at - first)]
        return list(zip([first, *cuts], [*cuts, last], strict=True))

    def _joined(self, key: str, before: int) -> bool:
        if not key.startswith("و") or len(key) < 5 or self._parts.person(key):
            return False
        word, stem = self._parts.clusters.get(key), self._parts.clusters.get(key[1:])
        if stem is not None and stem.seen > (word.seen if word else 2):
            return True
        return self._parts.person(key[1:]) or (word is None and before > 1)

    def repair(self, tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
        """Return the token range of the name itself, or None where nothing of a name is left.

        ``السلواني سليم القاطعي`` → سليم القاطعي; ``محمد`` before ``بن سلمان`` → محمد بن سلمان.
        """
        if tokens[first].key in self._titles.bodies and not self._parts.person(tokens[first].key):
            return None
        if tokens[first].key == "بني":  # a tribe
            return None
        if self._thing(tokens, first, last):
            return None
        first, last = self._syllables(tokens, *self._bound(tokens, first, last))
        while first < last and self._opens(tokens, first, last):
            first += 1
        last = self._grow(tokens, first, self._told(tokens, first, last))
        while last > first and self._closes(tokens[last - 1], last - first, tokens[last - 2].key):
            last -= 1
        if first >= last or (last - first == 1 and not self._parts.alone(tokens[first])):
            return None
        return first, min(last, first + LONGEST)

    def _thing(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Return whether a range names a place or body, or is a noun with its adjective: أبو ظبي, المجهود الحربي."""
        gazetteer, words = self._titles.gazetteer, [token.key for token in tokens[first:last]]
        if len(words) == 1 and first and f"{tokens[first - 1].key} {words[0]}" in gazetteer.places:
            return True  # الشيخ [زويد], a town
        phrase = " ".join(words)
        if phrase in gazetteer.places or phrase in gazetteer.outlets or phrase in gazetteer.organisations:
            return len(words) > 1 or not self._parts.person(phrase)
        if len(words) != 2 or not all(word.startswith("ال") for word in words) or self._parts.person(words[0]):
            return False
        noun = self._parts.clusters.get(words[0])
        return noun is not None and noun.seen > 50 and words[1].endswith("ي") and not self._titles.head(tokens, first)

    def _told(self, tokens: Sequence[Token], first: int, last: int) -> int:
        """Return the end of a name before the outlet or people that it was told to: ماركوس هالبرغ [لموقع ضفتان]."""
        for at in range(first + 1, last):
            key = tokens[at].key
            if key[0] in "لب" and tokens[at - 1].key not in BINDING and not self._parts.person(key):
                outlet = key[1:] in self._titles.bodies or key[1:] in self._titles.gazetteer.outlets
                if outlet or (key.startswith("لل") and len(key) > 4) or (key[0] == "ل" and self._parts.person(key[1:])):
                    return at
            dual = key.startswith("ت") and key.endswith("ان") and len(key) > 6 and not self._parts.person(key)
            if dual or (at > first + 1 and self._parts.accusative(key)):  # نور التميمي [تقتربان]
                return at
        return last

    def _syllables(self, tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
        """Return the whole of a name in short syllables: [أون] سانغ سو [تشي]."""
        if last - first > 3 or last - first < 2 or not all(len(token.key) <= 4 for token in tokens[first:last]):
            return first, last
        if not any(self._parts.odd(token) for token in tokens[first:last]):
            return first, last
        while first > 0 and last - first < 4 and self._parts.odd(tokens[first - 1]):
            first -= 1
        while last < len(tokens) and last - first < 4 and self._parts.odd(tokens[last]):
            if self._titles.head(tokens, last):  # بيل بونز [قائد] الشرطة
                break
            last += 1
        return first, last

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
            opening = tokens[first - 1].key
            adjective = opening.startswith("ال") and not self._parts.person(opening)
            named = not (before and before.definite) and not adjective and not self._told_of(opening)
            if not self._titles.stop(tokens[first - 1]) and named:
                first -= 1
        return first, last

    def _opens(self, tokens: Sequence[Token], at: int, last: int) -> bool:
        """Return whether the first word is no part of the name: a mark, a title, a nationality."""
        token = tokens[at]
        if token.kind not in ("word", "latin") or token.key in ("ركن", "الركن"):
            return True
        if at + 2 < last and tokens[at + 1].key in LINKS:
            return self._told_of(token.key)
        if at + 1 < last and self._parts.verb(token.key) and tokens[at + 1].key in self._titles.gazetteer.given:
            return True
        if self._parts.accusative(token.key):
            return True
        if token.key == "الله" or (token.key.startswith("ال") and token.form.endswith(("ية", "يه"))):
            return True
        if token.key in self._titles.gazetteer.nationalities and at + 1 < last:
            return token.key.startswith("ال")
        head = self._titles.head(tokens, at)
        if head is None or last - at <= 1:
            return head is not None and head.definite and not head.weak and head.role and head.kind != "cleric"
        return head.definite or (
            head.kind in ("office", "military") and not head.weak and not self._parts.person(token.key)
        )

    def _grow(self, tokens: Sequence[Token], first: int, last: int) -> int:
        """Return the end of the name, with بن and what it binds: up to the last word of the chain."""
        while last < len(tokens):
            here, before = tokens[last].key, tokens[last - 1].key
            if tokens[last].kind != "word" and not self._hyphened(tokens, first, last):
                break
            if here in LINKS and last + 1 < len(tokens) and tokens[last + 1].kind == "word" and last > first:
                last += 2
            elif (
                (before in BINDING and last > first)
                or (here == "الصديق" and before == "بكر")  # أبو بكر [الصديق]
                or self._nisba(tokens, first, last)
                or (last - first == 1 and before in self._titles.gazetteer.given and self._second(tokens, last))
            ):
                last += 1
            elif here == "عبد" and last + 1 < len(tokens) and tokens[last + 1].kind == "word" and last > first:
                last += 2
            elif (
                before in FOREIGN and last - first > 1 and not self._titles.stop(tokens[last]) and here[:2] != "ال"
            ):  # [دينيس لو] المركز
                last += 1
            elif here in LINKING and last > first and last + 1 < len(tokens) and self._parts.linked(tokens[last + 1]):
                last += 1  # الكسندر [فون در بيلن]
            elif last > first and self._hyphened(tokens, first, last):
                last += 2
            else:
                break
        return last

    def _hyphened(self, tokens: Sequence[Token], first: int, at: int) -> bool:
        """Return whether a syllable hangs on the name by a hyphen without spaces: مون جاي[-إن]."""
        if at + 1 >= len(tokens) or tokens[at].text not in "-–" or tokens[at + 1].kind != "word":
            return False
        if at - first == 1 and self._parts.person(tokens[at + 1].key):
            return False  # قمة ترامب-كيم
        tight = tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
        return tight and len(tokens[at + 1].key) <= 5 and not tokens[at + 1].key.startswith("ال")

    def _second(self, tokens: Sequence[Token], at: int) -> bool:
        """Return whether the word behind a lone given name goes with it: مهند [علي], عاصم [الورداني]."""
        token, key = tokens[at], tokens[at].key
        if self._titles.stop(token) or key.startswith("و") or self._titles.head(tokens, at):
            return False
        family = len(key) > 5 and key.startswith("ال") and key.endswith("ي") and self._parts.unknown(key)
        return self._parts.person(key) or self._parts.foreign(token) or family

    def _nisba(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Return whether a family name follows عبد and its word: عبد الباسط [المقرحي]."""
        key = tokens[last].key
        if not (key.startswith("ال") and tokens[last].form.endswith("ي") and len(key) > 5) or last - first < 2:
            return False
        if tokens[last - 2].key in LINKS and last - first > 2:
            return not self._titles.head(tokens, last)
        if last - first != 2 or tokens[first].key != "عبد":
            return False
        return self._parts.part(tokens[last], True) and key not in self._titles.gazetteer.nationalities

    def _told_of(self, key: str) -> bool:
        """Return whether و and a verb make the word before بن: [ونوه] بن فهد."""
        if key[0] not in "وف" or self._parts.person(key) or self._parts.person(key[1:]):
            return False
        return any(reading.features.tense == "past" for reading in readings_as_they_stand(key[1:]))

    def _closes(self, token: Token, size: int, before: str) -> bool:
        """Return whether the last word is no part of the name: a mark, a particle, a word behind a preposition."""
        key = token.key
        if token.kind not in ("word", "latin") or key in _ONE or self._titles.stop(token) or len(key) < 2:
            return True
        if size < 2:
            return False
        known = self._parts.person(key)
        gazetteer = self._titles.gazetteer
        if not known and (self._no_name(token, before) or "ً" in token.text):
            return True
        if len(key) > 5 and key[0] in "لب" and key[1:] in gazetteer.outlets:
            return True
        if key[0] in "بل" and key[1:] in gazetteer.places:
            return not known
        return not known and key[0] in "ولب" and self._behind_clitic(key, size)

    def _no_name(self, token: Token, before: str) -> bool:
        """Return whether a word is a place, a noun in ية or a verb to come: ``سالم [سيزور]``."""
        key = token.key
        if key in self._titles.gazetteer.places and before not in BINDING:
            return True
        if token.form.endswith("ية") and not key.startswith("ال"):
            return True
        return key.startswith(("سي", "ست")) and len(key) > 4 and key[1:] in self._parts.clusters

    def _behind_clitic(self, key: str, size: int) -> bool:
        """Return whether a word without its first letter is by far the commoner one: ``سالم [وقال]``."""
        if key.startswith("بي"):  # بينس: ب stands before no verb
            return False
        word, stem = self._parts.clusters.get(key), self._parts.clusters.get(key[1:])
        if stem is None:
            return False
        seen = word.seen if word else 1
        if size > 2 and key[0] in "بل" and key not in BINDING:
            return stem.seen > seen
        return stem.seen > (20 if word is None else 50) and stem.seen > 10 * seen

    def named_within(self, tokens: Sequence[Token], first: int, last: int) -> int:
        """Return where a person's name begins in a body's that an office stands before; 0 for none.

        A noun with its article takes no name after it: رئيس الهيئة [عادل البرقاني] is two, هيئة عادل may be one.
        """
        for at in range(first + 1, last - 1):
            opening = (
                tokens[at].key in self._titles.gazetteer.given and tokens[at].key not in self._titles.gazetteer.places
            )
            if opening and tokens[at - 1].key.startswith("ال") and not self._titles.stop(tokens[at]):
                titled = any(self._titles.head(tokens, back) for back in range(max(0, first - 2), first + 1))
                return at if titled and all(self._familial(token) for token in tokens[at:last]) else 0
        return 0

    def _familial(self, token: Token) -> bool:
        """Return whether a word can stand in a name: a part of the lists, a rare word, a family name like البرقاني."""
        family = token.key.startswith("ال") and token.form.endswith("ي") and len(token.key) > 5
        foreign = token.key in self._titles.gazetteer.nationalities or token.key in self._titles.bodies
        return self._parts.nameable(token) or (family and not foreign)

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
        return before >= 0 and self._construct(tokens[before].key)

    def _house(self, key: str) -> bool:
        return any(form in self._houses for form in (key, key.removeprefix("ال"), key[1:], key[1:].removeprefix("ال")))

    def _construct(self, key: str) -> bool:
        """Return whether a house takes its name from what follows: شارع, not الشارع."""
        return key in self._houses or (key[0] in "وفبلك" and key[1:] in self._houses)
