"""Undertakings in one report: who commits himself to what, by when and on what condition.

Read from the statements and what each claims, and from clauses of the report's own (``وافقت واشنطن على سحب قواتها``).
What somebody expects, wishes, threatens or demands is none; nor is a programme of meetings.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from datetime import date, timedelta
from sys import intern

from msgspec.structs import replace

from riwaya.arabic.clitics import segment
from riwaya.arabic.lemmas import lemma
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.link.clauses import Words
from riwaya.link.events import small_words
from riwaya.link.happenings import precision
from riwaya.link.offices import domain
from riwaya.link.parties import Sides, lands, split
from riwaya.link.pledges import Pledge, joined, owned, said
from riwaya.link.terms import token_term
from riwaya.model import Report, Sentence, Statement, Time

MOST = 40  # undertakings of one report
LONGEST = 220  # code points of what is undertaken
NEAR = 6  # words between a verb of agreeing and what is agreed on

_REFUSED = frozenset({"demanding", "denying", "doubting", "condemning", "conditioning", "warning", "expecting"})
_AUXILIARY = frozenset({"قد", "كان", "كانت", "وكان", "", "الذي", "التي"})
_LOOSE = frozenset(
    {"بعد", "عقب", "التي", "الذي", "المقرره", "المقرر", "حيث", "عندما", "منذ", "بينما", "فيما", "مقارنه"}
)
_APART = frozenset({"في", "خلال", "بحسب", "وفق", "وفقا", "حسب", "وذلك", "مضيفا", "موكدا", "موكده", "ما", "مما", "ملمحتين", "ردا"})
_MARKS = frozenset(".؛!؟?")


def pledges(report: Report, sentences: Sequence[tuple[Sentence, list[Token]]]) -> tuple[Pledge, ...]:
    """Return the undertakings of a report in text order.

    ``أعلنت سلوان عزمها سحب قواتها قبل مارس`` (Sulwan announced its intent to withdraw …) → Sulwan, by March. Misses: what
    is undertaken by a verb alone whose future the lexicon doesn't list; undertakings that another party tells.
    """
    found = sorted(_Reader(report, sentences).all(), key=lambda one: (one.start, -one.end))
    kept: list[Pledge] = []
    for one in found:
        if not any(other.start <= one.start and one.end <= other.end and other.force == one.force for other in kept):
            kept.append(one)
    return tuple(kept[:MOST])


class _Reader:
    """One report under work."""

    def __init__(self, report: Report, sentences: Sequence[tuple[Sentence, list[Token]]]) -> None:
        self.text, self.notes = report.document.text, report.annotations
        self.sentences = [(one, words) for one, words in sentences if one.paragraph >= 0]
        self.sides = Sides(self.notes)
        self.people = {one.entity for one in self.notes.mentions if one.type == "PER"}
        self.bodies = {one.entity for one in self.notes.mentions if one.type in ("ORG", "LOC")}
        self.states = {one.name for one in self.notes.places if one.kind == "country"}
        self.agencies = {one.name for one in self.notes.organisations if one.kind == "agency"}
        self.sport = any(domain(role) == "sport" for one in self.notes.people for role in one.roles)
        self.named = [one for one in self.notes.mentions if one.type in ("PER", "ORG", "LOC")]

    def all(self) -> Iterator[Pledge]:
        starts = [sentence.start for sentence, _ in self.sentences]
        for statement in self.notes.statements:
            at = bisect_right(starts, statement.start) - 1
            if statement.cue.stance in _REFUSED or at < 0:
                continue
            sentence, words = self.sentences[at]
            inside = [token for token in words if statement.start <= token.start < statement.end]
            if inside:
                yield from self._stated(statement, sentence, inside)
        for sentence, words in self.sentences:
            yield from self._told(sentence, words)

    # ── in statements ───────────────────────────────────────────────────────────────────────────────────────────

    def _stated(self, one: Statement, sentence: Sentence, words: Words) -> Iterator[Pledge]:
        speaker = one.speaker
        if speaker is None or speaker.kind in ("unnamed", "document") or words[-1].text in "؟?":
            return
        if not self._able(speaker.name, speaker.kind):
            return
        for who, first, last, firm in self._found(one, words):
            yield self._pledge(one, sentence, words, (who, first, last, firm))

    def _found(self, one: Statement, words: Words) -> Iterator[tuple[tuple[str, ...], int, int, bool]]:
        """Yield who undertakes which words of a content, and whether firmly."""
        assert one.speaker is not None
        own = (one.speaker.name,)
        if one.cue.stance == "committing":
            giver, start = self._giver(one), self._begins(words)
            if giver and start is not None and (not one.claim.negated or one.claim.future == "own"):
                yield self._subject(words, giver), start, len(words), True
            return
        bonds = list(self._bonds(one, words))
        yield from bonds
        if any(token.key.removeprefix("و") in said("seek") for token in words[:2]):
            yield own, 1, len(words), False
        if bonds:
            return
        if (
            words[0].key in owned("intent")
            and not self.sport
            and one.cue.stance in ("announcing", "affirming", "neutral")
        ):
            yield own, 1 + (words[1].key in said("on") if len(words) > 1 else 0), len(words), True
        elif (
            words[0].key in said("agreement")
            and one.cue.stance == "announcing"
            and len(words) > 2
            and words[1].key in said("on")
        ):
            yield own, 2, len(words), True
        elif self._promised(one, words):
            yield self._subject(words, own), 0, len(words), True
        elif one.claim.deadline is not None or one.claim.times and self._ends(one):
            yield own, 0, len(words), False

    def _giver(self, one: Statement) -> tuple[str, ...]:
        """Return who gives a promise: who is named right before ``قد تعهد``, else the speaker.

        Nobody where ``وعد الشعب بأن`` may tell to whom it is given, or ``اتفاق تعهد فيه`` has another subject.
        """
        speaker = one.speaker
        assert speaker is not None
        if any(word in self.text[one.cue.end : one.start].split() for word in ("فيه", "فيها", "بموجبه", "بموجبها")):
            return ()
        before = self.text[max(0, one.cue.start - 40) : one.cue.start].split()
        if len(before) > 1 and fold(before[-2]) in ("ان", "بان", "وان") and not self._is_named(one.cue.start - 2):
            return ()  # إن موكله تعهد: a subject that bears no name
        for mention in self.named:
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
        unsure = behind and one.cue.lemma in ("وعد", "عاهد") and not self.text[: one.cue.end].endswith("ت")
        return () if unsure else (speaker.name,)

    def _is_named(self, at: int) -> bool:
        return any(one.start <= at < one.end for one in self.notes.mentions)

    def _begins(self, words: Words) -> int | None:
        """Return where what is promised begins: behind whom it is promised to (``[بالرئيس فلان،] بنزع السلاح``)."""
        first = words[0]
        named = [one for one in self.notes.mentions if one.type in ("PER", "TITLE")]
        over = [one for one in named if one.start < first.end and one.end > first.start]
        if not over:
            return 0
        return next((at for at, token in enumerate(words) if token.start > over[0].end and token.key[:1] == "ب"), None)

    def _able(self, name: str, kind: str) -> bool:
        """Say whether a name is of a person, a country or a body; agencies only tell what others undertake."""
        if kind == "person" or fold(name) in said("general"):
            return name in self.people or bool(self.sides.roles(name)) or fold(name) in said("general")
        if name in self.agencies:
            return False
        words = {fold(word) for word in name.split()}
        return name in self.bodies or bool(lands(name)) or not words.isdisjoint(said("state"))

    def _ends(self, one: Statement) -> bool:
        """Say whether a content is dated at the end of something to come: ``لا قوات مع نهاية العام``."""
        times = [self.notes.times[at] for at in one.claim.times]
        day = self.notes.published.value[:10] if self.notes.published else ""
        return any(time.mod == "END" and day and (time.until or "")[:10] > day for time in times)

    def _bonds(self, one: Statement, words: Words) -> Iterator[tuple[tuple[str, ...], int, int, bool]]:
        """``التزامه بـ``, ``نؤكد التزام حكومة العراق بـ``, ``الحكومة ملتزمة إدخال``, ``مستعدة لـ … في موعدها``."""
        assert one.speaker is not None
        own = (one.speaker.name,)
        for at, token in enumerate(words):
            key = token.key.removeprefix("و")
            first = at == 0 or words[at - 1].key.removeprefix("و") in said("assure") | {"علي"}
            if key in owned("bond") and self._assured(words, at):
                start = self._after(words, at + 1)
                yield own, start, len(words), True
            elif (key in said("bond") or key == "بالتزام") and first and (end := self._owner_end(words, at + 1)):
                owner = self._owner(words, at + 1, end)
                if owner is None or self._theirs(owner, own[0]):
                    yield (owner or own[0],), self._after(words, end), len(words), True
            elif key in said("bound") and not self._denied(words, at) and at + 1 < len(words):
                who = self._near_subject(words, at, own)
                if who is not None:
                    yield who, at + 1, len(words), True
            elif key in said("ready") and not self._denied(words, at) and self._due(words, at):
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
        return bool({"غير", "ليس", "ليست", "لسنا", "ليسوا", "عدم", "لم", "لا", "اذا", "كان", "كانت", "لو"} & set(keys))

    def _due(self, words: Words, at: int) -> bool:
        return any(token.key in said("due") for token in words[at:])

    def _after(self, words: Words, at: int) -> int:
        """Step over ``التام``, ``الكامل`` behind a bond."""
        while at + 1 < len(words) and words[at].key.startswith(("ال", "وال")) and words[at].key != "الي":
            at += 1
        return at

    def _owner_end(self, words: Words, at: int) -> int:
        """Return where the owner of a bond ends: ``حكومة العراق`` before ``بحماية``; 0 where none is found."""
        for end in range(at + 1, min(at + 6, len(words))):
            if words[end].key.startswith("ب") and not any(
                one.start <= words[end].start < one.end for one in self.named
            ):
                return end
        return 0

    def _owner(self, words: Words, at: int, end: int) -> str | None:
        """Return the owner as printed, ``None`` for the speaker's own country (``بلاده``)."""
        if words[at].key in said("own"):
            return None
        return " ".join(self.text[words[at].start : words[end - 1].end].split())

    def _theirs(self, owner: str, speaker: str) -> bool:
        """Say whether a bond is the speaker's own or his side's, and no other's whom he vouches for."""
        return bool(set(self.sides.of(owner)) & set(self.sides.of(speaker)))

    def _near_subject(self, words: Words, at: int, own: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return who is bound or ready: what stands before it in its clause, or the speaker where that is his pronoun."""
        first = at
        while first and words[first - 1].kind != "punct" and words[first - 1].key not in small_words("opener"):
            first -= 1
        before = words[first:at]
        if not before or at > 3 and before[0].key in ("انه", "انها"):
            return own if not before and at <= 1 else None
        if all(token.key in ("نحن", "ونحن", "اننا", "انه", "انها", "انني", "انا", "لا", "زال") for token in before):
            return own
        if before[0].key.removeprefix("و") in said("own"):
            return own
        name = " ".join(self.text[before[0].start : before[-1].end].split())
        name = name.removeprefix("و") if before[0].key.startswith(("وال", "وان")) else name
        vouches = self._theirs(name, own[0]) or (not self.sides.roles(own[0]) and bool(lands(name)))
        return (name,) if len(before) <= 5 and vouches else None

    def _promised(self, one: Statement, words: Words) -> bool:
        """Say whether a content tells in the future what its speaker's side will do of what one may promise."""
        claim = one.claim
        if (
            self.sport
            or claim.future != "own"
            or claim.negated
            or claim.modality is not None
            or not self._of_state(one)
        ):
            return False
        at = next((at for at, token in enumerate(words[:10]) if _future(token.key)), None)
        if at is None or (at + 1 < len(words) and words[at + 1].key == "علي"):
            return False  # سيقدم على: he will go so far as to
        return _promises(words[at].key)

    def _of_state(self, one: Statement) -> bool:
        """Say whether an official, a government or a body speaks: what players and stars will do is no undertaking."""
        assert one.speaker is not None
        if one.speaker.kind in ("government", "office"):
            return bool(lands(one.speaker.name))
        return one.speaker.kind == "person" and any(
            domain(role) == "state" for role in self.sides.roles(one.speaker.name)
        )

    def _subject(self, words: Words, own: tuple[str, ...]) -> tuple[str, ...]:
        """Return the country or body that a content names first as its subject, if it is the speaker's side."""
        for one in self.named:
            if one.start == words[0].start and one.type != "PER" and self._theirs(one.entity, own[0]):
                return (one.entity,)
        return own

    # ── in the report's own words ───────────────────────────────────────────────────────────────────────────────

    def _told(self, sentence: Sentence, words: Words) -> Iterator[Pledge]:
        for at, token in enumerate(words):
            if token.key in owned("promise") and (who := self._renewed(words, at)):
                yield self._own(sentence, words, who, at + 1)
            assents = token.key in joined("assent")
            if not assents and token.key not in joined("accord"):
                continue
            if at and words[at - 1].key in small_words("negation"):
                continue
            on = next((n for n in range(at + 1, min(at + 1 + NEAR, len(words))) if words[n].key == "علي"), 0)
            if not on or on + 2 >= len(words) or any(one.kind == "punct" for one in words[at:on]):
                continue
            who = self._actors(words, at, on)
            own = any(words[on + 2].key.endswith(end) and words[on + 2].key[: -len(end)] for end in ("ها", "ه", "هم"))
            if not who or (assents and not (own and self._possessed(words[on + 2].key))):
                continue
            if self.sport or (
                assents and any(fold(word) in said("parliament") for name in who for word in name.split())
            ):
                continue
            if not assents and (len(who) < 2 and not _both(who)):
                continue
            if words[on + 1].key in ("ان", "انه", "انها", "ضروره", "اهميه", "ما", "هذا", "هذه", "ذلك"):
                continue
            starts = [on + 1, *(n + 1 for n in range(on + 1, len(words) - 1) if words[n].key == "وعلي")]
            for start, end in zip(starts, [*(n - 1 for n in starts[1:]), len(words)], strict=True):
                if start < end:
                    yield self._own(sentence, words[:end], who, start)

    def _renewed(self, words: Words, at: int) -> tuple[str, ...]:
        """``جددت موريتانيا تعهدها بـ``: who renews a promise that is told without a verb of promising."""
        if at + 2 >= len(words) or words[at + 1].key[:1] != "ب":
            return ()
        verb = next((n for n in range(max(0, at - NEAR), at) if words[n].key in joined("renew")), None)
        return self._names(words[verb + 1 : at]) if verb is not None else ()

    def _possessed(self, key: str) -> bool:
        """Say whether a noun has its owner's pronoun: قواتها, not اللجنة."""
        if key in said("worth") or key.startswith("ال"):
            return False
        return key.endswith(("ها", "هم", "اته", "انه", "وده"))

    def _actors(self, words: Words, at: int, on: int) -> tuple[str, ...]:
        """Return who agrees: the names or ``الطرفان`` between the verb and على, else right before the verb."""
        between = words[at + 1 : on]
        found = self._names(between)
        if not between:
            before = words[max(0, at - 4) : at]
            found = self._names(before)
        return found

    def _names(self, words: Words) -> tuple[str, ...]:
        found = [token.text.removeprefix("و") for token in words if token.key.removeprefix("و") in said("general")]
        for one in self.named if not found else ():
            able = one.type != "LOC" or bool(lands(one.entity)) or one.entity in self.states
            if words and words[0].start <= one.start < words[-1].end and able:
                found.append(one.entity)
        return tuple(dict.fromkeys(found))

    # ── the undertaking ─────────────────────────────────────────────────────────────────────────────────────────

    def _pledge(
        self, one: Statement, sentence: Sentence, words: Words, found: tuple[tuple[str, ...], int, int, bool]
    ) -> Pledge:
        who, first, last, firm = found
        made = self._made(words[first:last] or words, bare=first > 0 or one.cue.stance == "committing")
        claim, times = one.claim, self.notes.times
        deadline = claim.deadline
        at = deadline.time if deadline is not None else None
        ends = (
            [times[n] for n in claim.times if times[n].mod == "END" and times[n].start < made.end] if at is None else []
        )
        time = times[at] if at is not None else ends[0] if ends else None
        if time is None and len(claim.times) == 1 and firm:
            time = self._ahead(times[claim.times[0]])
            if time is not None and any(token.key in _LOOSE for token in words if token.start < time.start):
                time = None
        if time is not None and not (made.start <= time.start < made.end):
            time = None
        printed = self._print(deadline.start, deadline.end) if deadline is not None else ""
        if time is not None and (time.value or "").startswith("P"):
            time = None
        by = _by(time) or (printed if len(printed) <= 60 else "")
        return replace(
            self._bound(made, who, words[first:last]),
            force="firm" if firm else "weak",
            negated=claim.negated,
            by=by,
            until=((time.until or "") if time else "")[:10],
            condition=self._print(claim.condition.start, claim.condition.end) if claim.condition else "",
            said_by=intern(one.speaker.name) if one.speaker else "",
            day=self._day(sentence, one.cue.start, one.start),
        )

    def _own(self, sentence: Sentence, words: Words, who: tuple[str, ...], first: int) -> Pledge:
        made = self._bound(self._made(words[first:], bare=True), who, words[first:])
        inside = [time for time in self.notes.times if made.start <= time.start < made.end]
        time = self._ahead(inside[0]) if len(inside) == 1 else None
        until = ((time.until or "") if time else "")[:10]
        return replace(made, by=_by(time), until=until, day=self._day(sentence, words[0].start, words[first].start))

    def _ahead(self, time: Time) -> Time | None:
        """Return a time that is still to come, for it bounds what is undertaken."""
        day = self.notes.published.value[:10] if self.notes.published else ""
        fine = precision(time)
        return time if fine is not None and len(day) == 10 and (time.from_ or "")[:10] > day else None

    def _made(self, words: Words, bare: bool) -> Pledge:
        """Return the words of an undertaking: up to a mark or a connective that opens something new.

        ``bare`` ones stand behind a word that governs them: ``[التزامه] بحماية`` → ``حماية``.
        """
        while len(words) > 1 and bare and words[0].key in ("الي", "علي", "عن", "في", "حيال", "تجاه", "نحو"):
            words = words[1:]
        end = len(words)
        for at, token in enumerate(words):
            leaves = token.text == "،" and at + 1 < len(words) and words[at + 1].key in _APART
            if at > 1 and (
                leaves
                or token.text in _MARKS or token.key in ("كما", "فيما", "بينما", "وذلك", "لكن", "مشيرا", "موضحا")
            ):
                end = at
                break
        while end > 1 and words[end - 1].kind == "punct":
            end -= 1
        glued = bare and words[0].key[:1] in ("ب", "ل") and segment(words[0].form).proclitics[:1] in (("ب",), ("ل",))
        start, last = words[0].start + glued, words[end - 1].end
        return Pledge(who=(), sides=(), what=self._print(start, last)[:LONGEST], terms=(), start=start, end=last)

    def _bound(self, made: Pledge, who: tuple[str, ...], words: Words) -> Pledge:
        inside = [token for token in words if made.start <= token.start + 1 and token.start < made.end]
        names = tuple(name for one in who for name in split(one))
        sides = tuple(dict.fromkeys(side for name in names for side in self.sides.of(name)))
        joint = len(names) > 1 or _both(names)
        if joint and len(sides) > 1:
            names, sides = self._doers(names, sides, inside)
        terms = tuple(dict.fromkeys(intern(word) for token in inside if (word := token_term(token))))
        return replace(made, who=tuple(map(intern, names)), sides=sides, terms=terms, joint=joint)

    def _doers(
        self, names: tuple[str, ...], sides: tuple[str, ...], words: Words
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Of two who agree keep the one whose doing it is: ``انسحاب القوات الأميركية`` → واشنطن."""
        for token in words[:8]:
            if token.kind == "punct" or token.key in ("من", "في", "الي"):
                break
            land = lands(token.text)
            if land and token.key.startswith("ال") and land[0] in sides:
                return tuple(name for name in names if land[0] in self.sides.of(name)), land
        return names, sides

    def _day(self, sentence: Sentence, low: int, high: int) -> str:
        """Return the day that the verb of undertaking is dated to: ``والاثنين الماضي أعلنت … اتفاقهما``."""
        found = [
            time
            for time in self.notes.times
            if sentence.start <= time.start < high and time.end <= high and precision(time) in ("day", "part-of-day")
        ]
        return (found[-1].value or "")[:10] if len(found) == 1 and abs(found[0].start - low) < 120 else ""

    def _print(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split())


def _both(who: Sequence[str]) -> bool:
    return any(fold(name) in said("general") for name in who)


def _by(time: Time | None) -> str:
    """Return a deadline: the last day of what ends (``نهاية العام`` → 2021-12-31), else the value."""
    if time is None or not time.value:
        return ""
    if time.mod == "END" and time.until and len(time.value) in (4, 7):
        return (date.fromisoformat(time.until[:10]) - timedelta(days=1)).isoformat()
    return time.value


def _future(key: str) -> bool:
    return key.removeprefix("و").startswith(("سن", "سي", "ست", "سا")) and len(key) > 4


def _promises(key: str) -> bool:
    """Say whether a verb in the future is one of those that one may promise: ``ستدعم``, not ``سنرد``."""
    bare = key.removeprefix("و")
    return fold(lemma(bare)) in said("future") or bare[2:] in said("future")
