"""The names stage: one report in, its people, organisations and places out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from riwaya.annotate.names.bearers import Bearers
from riwaya.annotate.names.bodies import Bodies
from riwaya.annotate.names.bodyspans import BodySpans
from riwaya.annotate.names.commonnouns import CommonNouns
from riwaya.annotate.names.lines import Line, LineReader
from riwaya.annotate.names.nameparts import BINDING, NameParts
from riwaya.annotate.names.namestarts import NameStarts
from riwaya.annotate.names.nationalities import Nationalities
from riwaya.annotate.names.nisbas import Nisbas
from riwaya.annotate.names.people import Bearer, Form, gather
from riwaya.annotate.names.persons import NameSpans
from riwaya.annotate.names.repeats import REPEATED, Repeats
from riwaya.annotate.names.roles import SPACE, Roles
from riwaya.annotate.names.tagger import Tagger
from riwaya.annotate.names.titles import Bound
from riwaya.annotate.names.titlewords import Head, TitleWords
from riwaya.annotate.names.touching import Touching
from riwaya.annotate.prose import Prose
from riwaya.arabic.letters import fold
from riwaya.model import Mention, Names, Person, RoleMention

BY_MODEL = "names/crf@1"
BY_TITLE = "names/titles@1"


class NameTagger:
    """Finds the names of a report and who is who among them; load it once, it keeps its model.

    ``model``: another model of the tagger than the packaged one. Raises ConfigurationError where it or a lexicon is
    missing.
    """

    def __init__(self, model: Path | None = None) -> None:
        self._words = TitleWords()
        self._parts = NameParts(self._words)
        self._nisbas = Nisbas(self._words)
        self._bearers = Bearers(self._words)
        spans = NameSpans(self._parts)
        self._read = LineReader(Tagger(model), self._parts, spans, self._nisbas, self._bearers)
        self._repeats = Repeats(self._parts, spans)
        self._apart = Touching(self._parts)
        self._starts = NameStarts(self._parts)
        self._roles = Roles(self._words)
        self._body_spans = BodySpans(self._words)
        self._nouns = CommonNouns()
        self._nationalities = Nationalities(self._words.gazetteer)
        self._bodies = Bodies(self._words.gazetteer)

    def __call__(self, prose: Prose) -> Names:
        """Return mentions, people, organisations and places of the report, in text order.

        ``قال وزير الخارجية السلواني سليم القاطعي`` (said Salwan's foreign minister): a person سليم القاطعي with the
        role ``وزير الخارجية السلواني``. Offsets are code points into the document's text, without proclitics.
        Misses: people named by a pronoun only; a name that stands nowhere near a title and that the model doesn't know.
        """
        nisbas = self._nisbas.seen(prose.tokens)
        lines = [self._read(prose, index, nisbas) for index in range(len(prose.sentences))]
        self._repeats.trim(lines)
        self._repeats.spread(lines, nisbas)
        self._apart(lines)
        self._body_spans(lines)
        for line in lines:
            line.bound = self._titles(line)
        return self._names(prose, lines)

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
        norps = [norp for line in lines for norp in self._nationalities(line.tokens, line.named)]
        nouns = self._nouns(lines, others, organisations)
        ordered = sorted([*mentions, *others, *norps, *nouns], key=lambda mention: (mention.start, mention.end))
        return Names(mentions=tuple(ordered), people=tuple(persons), organisations=organisations, places=places)

    def _form(
        self, text: str, line: Line, first: int, last: int, sure: float, known: set[str], title: Head | None
    ) -> Form:
        tokens = line.tokens
        titled = title is not None and title.role and not self._starts.glued(tokens[first].key)
        start = tokens[first].start if titled else self._starts(tokens[first], known)  # no proclitic behind a title
        end, styled = tokens[last - 1].end, title is not None and title.kind == "royal"
        printed = SPACE.sub(" ", text[start:end])
        words = tuple(fold(text[max(token.start, start) : token.end]) for token in tokens[first:last])
        key = tokens[first].key
        if start == tokens[first].start + 1 and key.startswith("لل") and self._parts.articled(key):
            printed, words = "ا" + printed, ("ا" + words[0], *words[1:])
        return Form(start, end, line.index, printed, words, sure, styled)

    def _people(self, lines: list[Line], forms: list[Form], where: dict[tuple[int, int], Form]) -> list[Bearer]:
        """Return the people, without lone guesses of the tagger that nothing supports."""
        titled = {
            where[line.index, bound.name].start for line in lines for bound in line.bound if bound.name is not None
        }
        people = gather(forms, self._words.gazetteer)
        return [person for person in people if self._supported(person, titled)]

    def _supported(self, person: Bearer, titled: set[int]) -> bool:
        """Return whether a title, the tagger or a given name vouches for a person.

        A lone word needs most, for السليم (the sound) and الصباح (the morning) are surnames and common words.
        """
        best = max(form.sure for form in person.forms)
        longest = max(person.forms, key=lambda form: len(form.words))
        bears = any(form.start in titled for form in person.forms)
        if len(longest.words) > 1:
            given = longest.words[0] in self._words.gazetteer.given or longest.words[0] in BINDING
            return bears or best >= (0.5 if given else 0.7)
        if bears and not longest.text.startswith("ال"):
            return best > REPEATED
        return best >= 0.9

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
