"""What a statement undertakes: a promise, a bond (``التزامه بـ``), an intent, an agreement, a future of one's own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from riwaya.arabic.clitics import segment
from riwaya.arabic.letters import fold
from riwaya.arabic.verbs import readings
from riwaya.link.clauses import Words
from riwaya.link.commitments.ownfutures import promised
from riwaya.link.commitments.pledges import is_action, owned, said
from riwaya.link.commitments.undertakers import Undertakers
from riwaya.link.events import small_words
from riwaya.link.parties import country, lands
from riwaya.model import Statement

Found = tuple[tuple[str, ...], int, int, bool]
"""Who undertakes the words ``[first, last)`` of a content, and whether firmly."""

_AUXILIARY = frozenset({"قد", "كان", "كانت", "وكان", "", "الذي", "التي"})


_WITHIN = frozenset({"علي", "عبر", "في", "الي"})
DISTANT = 25  # code points between a cue and a content that something else stands between
FAR = 80  # code points before a cue in which who promises is looked for


class Promises:
    """The statements of one report, read for what their speakers bind themselves to."""

    def __init__(self, who: Undertakers) -> None:
        self.who, self.text, self.notes = who, who.text, who.notes
        self._people = sorted(who.notes.mentions, key=lambda one: (one.start, -one.end))
        self._starts = [one.start for one in self._people]

    def found(self, one: Statement, words: Words) -> Iterator[Found]:
        """Yield who undertakes which words of a content, and whether firmly."""
        assert one.speaker is not None
        own = (one.speaker.name,)
        if one.cue.stance == "committing":
            yield from self._promised(one, words)
            return
        bonds = list(self._bonds(one, words)) if not self.who.sport else []
        yield from bonds
        if any(token.key.removeprefix("و") in said("seek") for token in words[:2]):
            yield own, 1, len(words), False
        if bonds or self.who.sport:
            return
        if (start := self._intended(one, words)) is not None:
            yield own, start, len(words), True
        elif self.who.of_state(one) and promised(one.claim, words):
            yield self.who.subject(words, own), self._act(words), len(words), True
        elif one.claim.deadline is not None or (one.claim.times and self._ends(one)):
            yield own, 0, len(words), False

    def _act(self, words: Words) -> int:
        """Return where begins what a side will do behind its own name: ``سلوان [ستدعم الصيادين]``."""
        named = next((one.end for one in self._people if one.start == words[0].start), 0)
        at = next((at for at, token in enumerate(words) if token.start >= named), 0)
        return at if named and words[at].key.startswith("س") else 0

    def _promised(self, one: Statement, words: Words) -> Iterator[Found]:
        """Yield what a verb of promising brings: ``تعهد بسحب القوات``."""
        giver = () if self._sworn(one, words) else self._giver(one)
        start = self._begins(words, giver)
        if start == 0 and words[0].start - one.cue.end > DISTANT:
            start = self._again(words)
        if giver and start is not None and self._to_come(one, words):
            yield self.who.subject(words, giver), start, len(words), True

    def _intended(self, one: Statement, words: Words) -> int | None:
        """Return where begins what is announced as intended or agreed: ``عزمه على [سحب]``, ``اتفاقا على [وقف]``."""
        then = len(words) > 1 and words[1].key in said("on")
        if words[0].key in owned("intent") and one.cue.stance in ("announcing", "affirming", "neutral"):
            return 1 + then
        agreed = words[0].key in said("agreement") and one.cue.stance == "announcing"
        return 2 if agreed and then and len(words) > 2 else None

    def turned(self, words: Words, before: Words) -> tuple[str, ...]:
        """Return whose mission a joint statement says will turn into another: ``تحول مهمتها إلى التدريب``.

        ``before`` are the words of its sentence before it, in which the forces stand that ``ها`` leads back to.
        """
        if len(words) < 4 or words[0].key not in said("turn") or words[1].key not in said("mission"):
            return ()
        if not any(token.key == "الي" for token in words) or not self.who.joint():
            return ()
        at = next((at for at, token in enumerate(before) if token.key in said("force")), None)
        found = lands(" ".join(token.text for token in before[at + 1 : at + 3])) if at is not None else ()
        return (country(found[0]),) if len(found) == 1 else ()

    def _to_come(self, one: Statement, words: Words) -> bool:
        """Say whether a promise is of something to come: ``بعدم المساس``, ``ألا تنسحب``; not ``أنه لم ينسحب``."""
        first = words[0].key
        return not one.claim.negated or one.claim.future == "own" or first in said("not to") or first == "لا"

    def _sworn(self, one: Statement, words: Words) -> bool:
        """Say whether an oath is on what was: ``أقسم أنني لمست الكرة``."""
        if fold(one.cue.lemma) not in said("oath") and words[0].key not in said("oath"):
            return False
        that = next((at for at, token in enumerate(words[:8]) if token.key in said("that past")), None)
        behind = words[:1] if that is None else words[that + 1 : that + 2]
        told = any(each.features.tense == "past" for token in behind for each in readings(token.key))
        return told or any(token.key.endswith("ت") for token in behind)

    def _giver(self, one: Statement) -> tuple[str, ...]:
        """Return who gives a promise: who is named right before ``قد تعهد``, else the speaker.

        Nobody where ``وعد الشعب بأن`` may tell to whom it is given, or ``اتفاق تعهد فيه`` has another subject.
        """
        speaker = one.speaker
        assert speaker is not None
        after = {fold(word) for word in self.text[one.cue.end : one.start].split()}
        if not said("not giver").isdisjoint(after):
            return ()
        before = self.text[max(0, one.cue.start - 40) : one.cue.start].split()
        if len(before) > 1 and fold(before[-2]) in ("ان", "بان", "وان") and not self.who.is_named(one.cue.start - 2):
            return ()  # إن موكله تعهد: a subject that bears no name
        for mention in self.who.between(one.cue.start - FAR, one.cue.start):
            if fold(" ".join(self.text[max(0, mention.start - 6) : mention.start].split()[-1:])) in _WITHIN:
                continue  # غرد على تويتر متعهدا
            between = self.text[mention.end : one.cue.start].split() if mention.end <= one.cue.start else ["؟"]
            if (
                mention.type != "LOC"
                and one.cue.start - mention.end < 14
                and all(fold(w).strip("،") in _AUXILIARY for w in between)
            ):
                return (mention.entity,)
        if speaker.kind == "person":
            return (speaker.name,)
        behind = speaker.start is not None and 0 <= speaker.start - one.cue.end <= 3
        told_of = bool(before) and fold(before[-1]) in _AUXILIARY  # كانت وعدت فلانا: its subject stands before
        unsure = behind and one.cue.lemma in ("وعد", "عاهد")
        return () if unsure and (told_of or not self.text[: one.cue.end].endswith("ت")) else (speaker.name,)

    def _begins(self, words: Words, giver: tuple[str, ...]) -> int | None:
        """Return where what is promised begins: behind whom it is promised to (``[بالرئيس فلان،] بنزع السلاح``)."""
        first = words[0]
        around = bisect_left(self._starts, first.start - FAR), bisect_left(self._starts, words[-1].end)
        named = [one for one in self._people[slice(*around)] if one.type in ("PER", "TITLE")]
        over = [one for one in named if one.start < first.end and one.end > first.start]
        over += [one for one in named if one.entity in giver and first.end < one.start < words[-1].end]
        if not over:
            return 0
        return next((at for at, token in enumerate(words) if token.start > over[0].end and token.key[:1] == "ب"), None)

    def _again(self, words: Words) -> int:
        """``تعهد، خلال القمة الخاصة [بالمبادرة، بتخصيص …]``: far from its cue a second ب brings in what is promised."""
        for at, token in enumerate(words[:-1]):
            after = words[at + 1]
            if token.text == "،" and after.kind == "word" and segment(after.form).proclitics[:1] == ("ب",):
                return at + 1
        return 0

    def _ends(self, one: Statement) -> bool:
        """Say whether a content is dated at the end of something to come: ``لا قوات مع نهاية العام``."""
        times = [self.notes.times[at] for at in one.claim.times]
        day = self.notes.published.value[:10] if self.notes.published else ""
        return any(time.mod == "END" and day and (time.until or "")[:10] > day for time in times)

    def _bonds(self, one: Statement, words: Words) -> Iterator[Found]:
        """``التزامه بـ``, ``نؤكد التزام حكومة العراق بـ``, ``الحكومة ملتزمة إدخال``, ``مستعدة لـ … في موعدها``."""
        assert one.speaker is not None
        own = (one.speaker.name,)
        for at, token in enumerate(words):
            key = token.key.removeprefix("و")
            first = at == 0 or words[at - 1].key.removeprefix("و") in said("assure") | {"علي"}
            if key in owned("bond") and self._assured(words, at):
                start = self.after(words, at + 1)
                yield own, start, len(words), True
            elif (key in said("bond") or key == "بالتزام") and first and (end := self._owner_end(words, at + 1)):
                owner = self._owner(words, at + 1, end)
                if owner is None or self.who.theirs(owner, own[0]):
                    yield (owner or own[0],), self.after(words, end), len(words), True
            elif (key in said("bound") and not self._denied(words, at) and at + 1 < len(words)) or (
                key in said("ready") and not self._denied(words, at) and self._due(words, at)
            ):
                who = self._near_subject(words, at, own)
                if who is not None:
                    yield who, at + 1, len(words), True

    def _assured(self, words: Words, at: int) -> bool:
        """Say whether a bond is what a content is about: at its head, or behind ``نؤكد``; not ``ضرورة التزامه``."""
        before = [token.key.removeprefix("و") for token in words[max(0, at - 3) : at]]
        on = before[-1:] == ["علي"] and not said("assure").isdisjoint(before)
        return at <= 1 or before[-1] in said("assure") or on

    def _denied(self, words: Words, at: int) -> bool:
        keys = [token.key for token in words[max(0, at - 3) : at]]
        return not said("refused").isdisjoint(keys)

    def _due(self, words: Words, at: int) -> bool:
        return any(token.key in said("due") for token in words[at:])

    def after(self, words: Words, at: int) -> int:
        """Step over ``التام``, ``الكامل`` behind a bond."""
        while at + 1 < len(words) and words[at].key.startswith(("ال", "وال")) and words[at].key != "الي":
            if is_action(words[at]):
                break  # التزامه التخلي عن السلاح
            at += 1
        return at

    def _owner_end(self, words: Words, at: int) -> int:
        """Return where the owner of a bond ends: ``حكومة العراق`` before ``بحماية``; 0 where none is found."""
        for end in range(at + 1, min(at + 6, len(words))):
            if words[end].key.startswith("ب") and not any(
                one.start <= words[end].start < one.end for one in self.who.named
            ):
                return end
        return 0

    def _owner(self, words: Words, at: int, end: int) -> str | None:
        """Return the owner as printed, ``None`` for the speaker's own country (``بلاده``)."""
        if words[at].key in said("own"):
            return None
        return " ".join(self.text[words[at].start : words[end - 1].end].split())

    def _near_subject(self, words: Words, at: int, own: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return who is bound or ready: what stands before it in its clause, or the speaker where that is a pronoun."""
        first = at
        while first and words[first - 1].kind != "punct" and words[first - 1].key not in small_words("opener"):
            first -= 1
        before = list(words[first:at])
        while before and before[-1].key in said("remain"):
            before.pop()
        if not before or (at > 3 and before[0].key in ("انه", "انها")):
            return own if not before and at <= 1 else None
        if all(token.key in ("نحن", "ونحن", "اننا", "انه", "انها", "انني", "انا", "لا", "زال") for token in before):
            return own
        if before[0].key.removeprefix("و") in said("own"):
            return own
        name = " ".join(self.text[before[0].start : before[-1].end].split())
        name = name.removeprefix("و") if before[0].key.startswith(("وال", "وان")) else name
        vouches = self.who.theirs(name, own[0]) or (not self.who.sides.roles(own[0]) and bool(lands(name)))
        return (name,) if len(before) <= 5 and vouches else None
