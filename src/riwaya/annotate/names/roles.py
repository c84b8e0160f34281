"""The titles of each person of a report: those beside the name, those that mean them elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from riwaya.annotate.names.lines import Line
from riwaya.annotate.names.offices import Office, Offices
from riwaya.annotate.names.people import Bearer, Form
from riwaya.annotate.names.titles import Bound, Title
from riwaya.annotate.names.titlewords import TitleWords
from riwaya.model import RoleMention

SPACE = re.compile(r"[\s_#]+")


_ADDRESSES = frozenset(("مهندس", "أستاذ", "أستاذ دكتور"))
"""Degrees and professions by which office holders are addressed."""
_DEPUTIES = frozenset(("نائب", "مساعد", "مستشار"))


class Roles:
    """Gives titles to people."""

    def __init__(self, words: TitleWords) -> None:
        self._words = words
        self._offices = Offices(words)

    def __call__(
        self, text: str, lines: list[Line], people: list[Bearer], where: dict[tuple[int, int], Form]
    ) -> dict[int, list[RoleMention]]:
        """Return the titles of each person (by ``id``) with their offsets, in text order."""
        owner = {form.start: person for person in people for form in person.forms}
        out: dict[int, list[RoleMention]] = {}
        held = list(self._nations(lines, owner, where))
        for line in lines:
            for bound in line.bound:
                if bound.name is None or (person := owner.get(where[line.index, bound.name].start)) is None:
                    continue
                person.genders[bound.title.head.gender] += bound.title.head.number == "singular"
                if bound.title.head.role and not self._whose(line, bound.title) and not self._courtesy(line, bound):
                    self._give(text, line, bound.title, bound.title.last, person, out)
                if bound.title.head.role or bound.title.head.lemma == "نظير":  # نظيره العراقي tells the country
                    held.append((person, self._offices.read(line.tokens, bound.title, bound.title.last)))
        bare = [(line, bound.title) for line in lines for bound in line.bound if bound.name is None]
        left = self._resolve(text, bare, held, out)
        told = self._told(lines, left, owner, where, out)
        for line, title, person in told:
            self._give(text, line, title, title.core, person, out)
            held.append((person, self._offices.read(line.tokens, title, title.core)))
        if told:
            self._resolve(text, left, held, out)
        return out

    def _whose(self, line: Line, title: Title) -> bool:
        """Return whether a title only says whose: زعيمها, مدربه; but نائبه tells an office."""
        alone = title.head.possessed and title.last - title.first == 1
        deputy = title.head.lemma in _DEPUTIES and not line.tokens[title.first].key.endswith("ي")
        return alone and not deputy

    def _courtesy(self, line: Line, bound: Bound) -> bool:
        """Return whether a title is no more than an address behind an office: رئيس الغرفة [المهندس] سليم القاطعي."""
        title = bound.title
        bare = title.head.definite and title.last - title.first == title.head.words
        if not bare or title.head.lemma not in _ADDRESSES:
            return False
        offices = (other for other in line.bound if other.name == bound.name and other.title.head.role)
        return any(other.title.last == title.first for other in offices)

    def _nations(
        self, lines: Sequence[Line], owner: dict[int, Bearer], where: dict[tuple[int, int], Form]
    ) -> Iterator[tuple[Bearer, Office]]:
        """Yield the country of each person whom a nationality announces: [المصري] محمد الشافعي."""
        nationalities = self._words.gazetteer.nationalities
        for line in lines:
            for number, (first, _, _) in enumerate(line.persons):
                key = line.tokens[first - 1].key if first else ""
                person = owner.get(where[line.index, number].start)
                if person is not None and key in nationalities and "ال" in key[:3]:
                    yield person, Office("", frozenset(), frozenset({nationalities[key]}), frozenset())

    def _resolve(
        self,
        text: str,
        bare: Sequence[tuple[Line, Title]],
        held: Sequence[tuple[Bearer, Office]],
        out: dict[int, list[RoleMention]],
    ) -> list[tuple[Line, Title]]:
        """Give bare titles to those whom they mean; return the titles that mean nobody known."""
        left = []
        for line, title in bare:
            found = self._offices.meant(line.tokens, title, held, line.tokens[title.first].start)
            if found:
                self._give(text, line, title, found[1], found[0], out)
            else:
                left.append((line, title))
        return left

    def _told(
        self,
        lines: Sequence[Line],
        left: Sequence[tuple[Line, Title]],
        owner: dict[int, Bearer],
        where: dict[tuple[int, int], Form],
        out: dict[int, list[RoleMention]],
    ) -> list[tuple[Line, Title, Bearer]]:
        """Return whom discourse gives a title: ``قال رئيس الوزراء …`` and in the next sentence ``وأضاف القاطعي …``.

        Only where the person bears no title elsewhere in the report.
        """
        found = []
        for line, title in left:
            after = lines[line.index + 1] if line.index + 1 < len(lines) else None
            said = title.first and line.tokens[title.first - 1].key in self._words.saying
            fits = title.head.kind == "office" and title.head.number == "singular" and title.head.role
            if not (after and said and fits and after.persons and title.core > title.first + 1):
                continue
            first = after.persons[0][0]
            person = owner.get(where[after.index, 0].start)
            if person and first == 1 and after.tokens[0].key in self._words.saying and id(person) not in out:
                found.append((line, title, person))
        return found

    def _give(
        self, text: str, line: Line, title: Title, last: int, person: Bearer, out: dict[int, list[RoleMention]]
    ) -> None:
        start, end = line.tokens[title.first].start + title.head.skip, line.tokens[last - 1].end
        printed = SPACE.sub(" ", text[start:end]).strip("\"'«»“” ")
        if title.head.number == "dual" and title.head.gender == "m":
            printed = self._singular(text, line, title, last)
        if title.head.skip and line.tokens[title.first].key[title.head.skip - 1 :].startswith("لل"):
            printed = "ا" + printed
        person.titles.append((start, end, printed))
        out.setdefault(id(person), []).append(RoleMention(start=start, end=end, title=printed, person=""))

    def _singular(self, text: str, line: Line, title: Title, last: int) -> str:
        """Return what a title for two says of one: وزير خارجية إيطاليا of وزيرا خارجية فرنسا وإيطاليا."""
        after = title.first + title.head.words
        words = [text[token.start : token.end] for token in line.tokens[after:last]]
        if title.head.definite:  # الحكمين المساعد[ين]
            words = [word[:-2] if word.startswith("ال") and word.endswith(("ان", "ين")) else word for word in words]
        if title.others is not None:
            first, cut = (at - after for at in title.others)
            words = [*words[:first], words[cut].removeprefix("و"), *words[cut + 1 :]]
        return " ".join([("ال" if line.tokens[title.first].key.startswith("ال") else "") + title.head.lemma, *words])
