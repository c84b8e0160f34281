"""The names stage: one report in, its people, organisations and places out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct
from rapidfuzz.distance import OSA

from riwaya.annotate.names.bearers import Bearers, Bound
from riwaya.annotate.names.bodies import Bodies
from riwaya.annotate.names.nisbas import Nisbas
from riwaya.annotate.names.offices import Office, Offices
from riwaya.annotate.names.people import Bearer, Form, gather
from riwaya.annotate.names.persons import LINKS, NameSpans
from riwaya.annotate.names.spelling import bare, slip
from riwaya.annotate.names.tagger import Found, Tagger
from riwaya.annotate.names.titles import Head, Title, TitleWords
from riwaya.annotate.prose import Prose
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.model import Mention, Named, Names, Person, RoleMention

BY_MODEL = "names/crf@1"
BY_TITLE = "names/titles@1"
_SPACE = re.compile(r"[\s_#]+")
_HASH = frozenset("#_")
"""Marks of hashtags: #عمر_البشير is a name like another."""


class Line(Struct):
    """A sentence at work: its tokens, the ranges of persons in it (with how sure), organisations and places, titles."""

    index: int
    tokens: tuple[Token, ...]
    persons: list[tuple[int, int, float]]
    others: list[Found]
    bound: list[Bound] = []


class NameTagger:
    """Finds the names of a report and who is who among them; load it once, it keeps its model.

    Raises ConfigurationError where the model or a lexicon is missing.
    """

    def __init__(self) -> None:
        self._tagger = Tagger()
        self._words = TitleWords()
        self._spans = NameSpans(self._words)
        self._nisbas = Nisbas(self._words)
        self._bearers = Bearers(self._words)
        self._offices = Offices(self._words)
        self._bodies = Bodies(self._words.gazetteer)

    def __call__(self, prose: Prose) -> Names:
        """Return mentions, people, organisations and places of the report, in text order.

        ``قال وزير الخارجية السلواني سليم القاطعي`` (said Salwan's foreign minister): a person سليم القاطعي with the
        role ``وزير الخارجية العراقي``. Offsets are code points into the document's text, without proclitics.
        Misses: people named by a pronoun only; a name that stands nowhere near a title and that the model doesn't know.
        """
        nisbas = self._nisbas.seen(prose.tokens)
        lines = [self._line(prose, index, nisbas) for index in range(len(prose.sentences))]
        self._trim(lines)
        self._spread(lines, nisbas)
        for line in lines:
            line.bound = self._titles(line)
        return self._names(prose, lines)

    def _line(self, prose: Prose, index: int, nisbas: frozenset[str]) -> Line:
        tokens = tuple(token for token in prose.words(index) if token.text not in _HASH)
        persons: list[tuple[int, int, float]] = []
        others: list[Found] = []
        for found in self._tagger(tokens):
            if found.kind != "PER":
                other = self._untitled(tokens, found)
                others += [other] if other else []
                continue
            for first, last in self._spans.split(tokens, found.first, found.last):
                span = self._name(tokens, first, last, nisbas)
                if span and (not persons or span[0] >= persons[-1][1]) and not self._spans.behind(tokens, span[0]):
                    persons.append((*span, found.sure))
        persons += self._guesses(tokens, persons, others)
        return Line(index, tokens, sorted(persons), others)

    def _name(self, tokens: Sequence[Token], first: int, last: int, nisbas: frozenset[str]) -> tuple[int, int] | None:
        """Return the tokens of the name itself, None where nothing of one is left."""
        span = self._spans.repair(tokens, first, last)
        if span is None:
            return None
        first, last = self._nisbas.behind(tokens, *span, nisbas), span[1]
        if first == span[0] or first >= last:
            return (first, last) if first < last else None
        return self._spans.repair(tokens, first, last)  # [عاصم] الورداني, where the model saw البرقاني عاصم

    def _untitled(self, tokens: Sequence[Token], found: Found) -> Found | None:
        """Return an organisation or place without the title of a person behind it; None where it is a title itself."""
        lone = tokens[found.first].key
        if found.last - found.first == 1 and len(lone) < 4 and lone not in self._words.gazetteer.words:
            return None if found.kind == "ORG" else found  # إف, بي
        for at in (found.first, *range(found.first + 2, found.last)):
            head = self._words.head(tokens, at)
            if head and head.definite and head.role and not head.weak and head.number == "singular":
                return Found(found.first, at, found.kind) if at > found.first else None
        return found

    def _guesses(
        self, tokens: Sequence[Token], persons: list[tuple[int, int, float]], others: list[Found]
    ) -> list[tuple[int, int, float]]:
        """Return the names behind a title that the model missed: words that the lexicon knows as names."""
        starts = {first: last for first, last, _ in persons}
        taken = {at for first, last, _ in persons for at in range(first, last)}
        taken |= {at for found in others for at in range(found.first, found.last)}
        bodies = {found.first: found.last for found in others}
        out = []
        for end in self._bearers.starts(tokens):
            first = self._spans.foreign(tokens, end)
            if first < end and not taken.intersection(range(first, end)):
                out.append((first, end, 0.9))
                taken |= set(range(first, end))
        for first, last in self._spans.pairs(tokens, starts):
            if not taken.intersection(range(first, last)) and not self._spans.behind(tokens, first):
                out.append((first, last, 0.8))
                taken |= set(range(first, last))
        for end in [last for first, last in starts.items() if last < len(tokens) - 2 and tokens[last].text in "،,"]:
            while last := self._spans.listed(tokens, end + 1):
                if taken.intersection(range(end + 1, last)):
                    break
                out.append((end + 1, last, 0.9))
                taken |= set(range(end + 1, last))
                end = last
                if end >= len(tokens) - 2 or tokens[end].text not in "،,":
                    break
        for end, office in self._bearers.ends(tokens, starts, bodies):
            if end + 1 in starts and self._spans.strange(tokens[end]):
                self._widen(persons, end)
                continue
            last = self._spans.known_name(tokens, end) or (self._spans.strangers(tokens, end) if office else 0)
            if office and end not in starts:
                last = self._relabelled(tokens, end, others) or last or self._spans.surname(tokens, end)
                taken -= set(range(end, last))
            if last and not taken.intersection(range(end, last)) and not self._spans.behind(tokens, end):
                out.append((end, last, 0.9))
                taken |= set(range(end, last))
        return out

    def _relabelled(self, tokens: Sequence[Token], at: int, others: list[Found]) -> int:
        """Return where a name behind an office ends that the tagger took for a place; take it from the others.

        ``الروائي التشيكي ميلان كونديرا``: what an office stands before is a person, unless a list says otherwise.
        """
        found = next((other for other in others if other.first == at and other.last - at in (2, 3)), None)
        if found is None or not all(self._spans.nameable(token) for token in tokens[at : found.last]):
            return 0
        if not any(self._spans.strange(token) for token in tokens[at : found.last]):
            return 0
        others.remove(found)
        return found.last

    def _widen(self, persons: list[tuple[int, int, float]], first: int) -> None:
        """Begin a name one word earlier: البابا [يوحنا] بول الثاني."""
        for index, (begin, last, sure) in enumerate(persons):
            if begin == first + 1:
                persons[index] = (first, last, sure)

    def _trim(self, lines: list[Line]) -> None:
        """Take a common word off the surname behind it: ``وفند ترامب`` where the report has دونالد ترامب."""
        given = self._words.gazetteer.given
        self._shorten(lines)
        full: dict[str, set[str]] = {}
        for line in lines:
            for first, last, _ in line.persons:
                if last - first > 1:
                    full.setdefault(line.tokens[last - 1].key, set()).add(line.tokens[first].key)
        for line in lines:
            for index, (first, last, sure) in enumerate(line.persons):
                opening, others = line.tokens[first].key, full.get(line.tokens[last - 1].key, set())
                if (
                    last - first == 2
                    and opening not in given
                    and any(key in given and key != opening for key in others)
                ):
                    line.persons[index] = (last - 1, last, sure)

    def _shorten(self, lines: list[Line]) -> None:
        """Take a common word off a name that stands twice without it: أبو همام [وجها] where the report has أبو همام."""
        seen: Counter[tuple[str, ...]] = Counter()
        for line in lines:
            seen.update(tuple(token.key for token in line.tokens[first:last]) for first, last, _ in line.persons)
        for line in lines:
            for index, (first, last, sure) in enumerate(line.persons):
                opening = line.tokens[first].key
                strange = opening not in self._words.gazetteer.given and opening not in self._words.gazetteer.surnames
                if last - first > 2 and strange and seen[tuple(t.key for t in line.tokens[first + 1 : last])]:
                    first += 1  # [تمطر] هاري كين
                    line.persons[index] = (first, last, sure)
                key = line.tokens[last - 1].key
                listed = key in self._words.gazetteer.surnames or key in self._words.gazetteer.given
                if last - first < 3 or listed or key.startswith("ال") or line.tokens[last - 2].key in LINKS:
                    continue
                if seen[tuple(token.key for token in line.tokens[first : last - 1])] > 1:
                    line.persons[index] = (first, last - 1, sure)

    def _spread(self, lines: list[Line], nisbas: frozenset[str]) -> None:
        """Find the names of the report again where the tagger saw them once and missed them elsewhere."""
        known = self._surnames(lines) - (nisbas - self._words.gazetteer.surnames)
        for line in lines:
            taken = {at for first, last, _ in line.persons for at in range(first, last)}
            taken |= {
                at for found in line.others for at in range(found.first, found.last) if found.last - found.first > 1
            }
            for at, token in enumerate(line.tokens):
                if at not in taken and self._known(token, known) and not self._spans.behind(line.tokens, at):
                    first = self._spans.leftward(line.tokens, at)
                    line.persons.append((at if taken.intersection(range(first, at)) else first, at + 1, 0.7))
                    line.others = [found for found in line.others if found.first != at]
            line.persons = self._joined(line)

    def _joined(self, line: Line) -> list[tuple[int, int, float]]:
        """Return the persons with those that touch made one: هيلاري and كلينتون, each known from elsewhere."""
        out: list[tuple[int, int, float]] = []
        for first, last, sure in sorted(line.persons):
            if out and out[-1][1] == first and last - first == 1 and not line.tokens[first].key.startswith("و"):
                out[-1] = (out[-1][0], last, max(out[-1][2], sure))
            elif not out or first >= out[-1][1]:
                out.append((first, last, sure))
        return out

    def _surnames(self, lines: list[Line]) -> set[str]:
        """Return last words of full names, and single names, that are no ordinary words."""
        keys = set()
        for line in lines:
            for first, last, sure in line.persons:
                key = line.tokens[last - 1].key
                if (last - first > 1 or sure > 0.8) and len(key) > 3 and self._spans.rare(key):
                    keys.add(key)
        return keys

    def _known(self, token: Token, known: set[str]) -> bool:
        if token.kind != "word":
            return False
        if (
            self._spans.famous(token)
            or token.key in known
            or (token.key[0] in "ولبف" and len(token.key) > 4 and token.key[1:] in known)
        ):
            return True
        if not self._spans.unknown(token.key):
            return False
        article = token.key.startswith("ال")
        most = 2 if article else 1
        near = [name for name in known if name.startswith("ال") == article]
        return any(slip(bare(token.key), bare(name)) and _apart(token.key, name) <= most for name in near)

    def _titles(self, line: Line) -> list[Bound]:
        names = [(first, last) for first, last, _ in line.persons]
        bodies = {found.first: found.last for found in line.others}
        return self._bearers(line.tokens, names, bodies)

    def _names(self, prose: Prose, lines: list[Line]) -> Names:
        text = prose.document.text
        known = {token.key for line in lines for first, last, _ in line.persons for token in line.tokens[first:last]}
        known = {key for key in known if len(key) > 2}
        forms: list[Form] = []
        where: dict[tuple[int, int], Form] = {}
        for line in lines:
            for number, (first, last, sure) in enumerate(line.persons):
                before = next((b.title.head for b in line.bound if b.title.last == first and b.name == number), None)
                form = self._form(text, line, first, last, sure, known, before)
                where[line.index, number] = form
                forms.append(form)
        people = self._people(lines, forms, where)
        roles = self._roles(text, lines, people, where)
        persons = [self._person(person, roles.get(id(person), [])) for person in people]
        mentions = self._mentions(persons, people, lines)
        others, organisations, places = self._bodies(text, [(line.tokens, line.others) for line in lines])
        ordered = sorted([*mentions, *others], key=lambda mention: (mention.start, mention.end))
        return Names(mentions=tuple(ordered), people=tuple(persons), organisations=organisations, places=places)

    def _form(
        self, text: str, line: Line, first: int, last: int, sure: float, known: set[str], title: Head | None
    ) -> Form:
        tokens = line.tokens
        titled = title is not None and title.role and not self._spans.joined(tokens[first].key)
        start = (
            tokens[first].start if titled else self._spans.start(tokens[first], known)
        )  # no proclitic behind a title
        end, styled = tokens[last - 1].end, title is not None and title.kind == "royal"
        printed = _SPACE.sub(" ", text[start:end])
        words = tuple(fold(text[max(token.start, start) : token.end]) for token in tokens[first:last])
        return Form(start, end, line.index, printed, words, sure, styled)

    def _people(self, lines: list[Line], forms: list[Form], where: dict[tuple[int, int], Form]) -> list[Bearer]:
        """Return the people, without lone guesses of the tagger that nothing supports."""
        titled = {
            where[line.index, bound.name].start for line in lines for bound in line.bound if bound.name is not None
        }
        people = gather(forms, self._words.gazetteer)
        return [person for person in people if self._supported(person, titled)]

    def _supported(self, person: Bearer, titled: set[int]) -> bool:
        if any(form.start in titled for form in person.forms):
            return True
        best = max(form.sure for form in person.forms)
        return best >= (0.5 if len(person.parts) > 1 else 0.6)

    def _roles(
        self, text: str, lines: list[Line], people: list[Bearer], where: dict[tuple[int, int], Form]
    ) -> dict[int, list[RoleMention]]:
        """Return the titles of each person (by ``id``) with their offsets, in text order."""
        owner = {form.start: person for person in people for form in person.forms}
        out: dict[int, list[RoleMention]] = {}
        held: list[tuple[Bearer, Office]] = []
        for line in lines:
            for bound in line.bound:
                if bound.name is None or (person := owner.get(where[line.index, bound.name].start)) is None:
                    continue
                person.genders[bound.title.head.gender] += bound.title.head.number == "singular"
                alone = bound.title.last - bound.title.first == 1
                if bound.title.head.role and not (bound.title.head.possessed and alone):
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
        printed = _SPACE.sub(" ", text[start:end]).strip("\"'«»“” ")
        if title.head.skip and line.tokens[title.first].key[title.head.skip - 1 :].startswith("لل"):
            printed = "ا" + printed
        person.titles.append((start, end, printed))
        out.setdefault(id(person), []).append(RoleMention(start=start, end=end, title=printed, person=""))

    def _person(self, person: Bearer, roles: Iterable[RoleMention]) -> Person:
        name = person.name
        found = sorted(roles, key=lambda role: role.start)
        named = tuple(RoleMention(start=role.start, end=role.end, title=role.title, person=name) for role in found)
        titles: dict[str, str] = {}
        for role in named:
            titles.setdefault(fold(role.title), role.title)
        variants: dict[str, str] = {}
        for variant in person.variants:
            if fold(variant) != fold(name) or variant != name:
                variants.setdefault(variant, variant)
        return Person(
            name=name,
            variants=tuple(variants),
            roles=tuple(titles.values()),
            gender=person.gender(self._words.gazetteer),
            role_mentions=named,
        )

    def _mentions(self, persons: Sequence[Person], people: Sequence[Bearer], lines: Sequence[Line]) -> list[Mention]:
        out = []
        for person, bearer in zip(persons, people, strict=True):
            out += [
                Mention(start=f.start, end=f.end, type="PER", entity=person.name, by=BY_MODEL) for f in bearer.forms
            ]
            out += [
                Mention(start=r.start, end=r.end, type="TITLE", entity=person.name, by=BY_TITLE)
                for r in person.role_mentions
            ]
        return out


__all__ = ["NameTagger", "Named"]


def _apart(left: str, right: str) -> int:
    """Return by how many letters two words differ, 3 where it is more."""
    return OSA.distance(left, right, score_cutoff=2)
