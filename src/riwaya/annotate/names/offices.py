"""Titles without a name: whom ``الوزير العراقي``, ``وزير الخارجية`` or ``المتحدث`` means.

A bare title is the person's who bears that office in the report: the same word, the same body, the same country,
gender and number, and السابق on both sides or on neither. Where two bear it, the one named last is meant; where none
does, nobody is.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from riwaya.annotate.names.generic import only
from riwaya.annotate.names.people import Bearer
from riwaya.annotate.names.spelling import bare
from riwaya.annotate.names.titles import Title
from riwaya.annotate.names.titlewords import NO_ARTICLE, TitleWords
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token

_ALONE = frozenset(map(fold, ("رئيس", "زعيم", "ملك", "امير")))
"""Titles that mean the head of state or nothing, where they stand alone."""
_STATE = frozenset(map(fold, ("رئيس", "زعيم", "امير", "نائب", "عضو")))
"""Titles of which a report may mean several, so that the one it names need not be the one of a country."""
_NOT_HELD = frozenset(
    map(fold, ("منصب", "لمنصب", "بمنصب", "كرسي", "انتخاب", "لانتخاب", "تعيين", "مقعد", "ترشيح", "صفة", "بصفة"))
)
_COMPANIES = frozenset(map(fold, ("لشركة", "لمجموعة", "لمؤسسة", "لبنك", "لمصرف", "بشركة", "ببنك")))
_LIGHT = frozenset(map(fold, ("في", "لدى", "عن", "باسم", "مجلس", "وزارة", "شؤون")))


class Office(Struct, frozen=True):
    """What a title says: lemma, body, countries, qualifiers (السابق)."""

    lemma: str
    body: frozenset[str]
    countries: frozenset[str]
    qualifiers: frozenset[str]


class Offices:
    """Reads offices out of titles and finds whom a bare one means."""

    def __init__(self, words: TitleWords) -> None:
        self._words = words
        self._bodies = frozenset(bare(body) for body in words.bodies)

    def read(self, tokens: Sequence[Token], title: Title, last: int) -> Office:
        """Return the office that the tokens ``title.first … last`` name."""
        lemma, *rest = _unit(fold(title.head.lemma).split())
        body, countries, qualifiers = {bare(word) for word in rest}, set(), set()
        gazetteer = self._words.gazetteer
        here = title.first + title.head.words
        while here < last:
            key = tokens[here].key
            size = next((n for n in range(4, 0, -1) if here + n <= last and self._place(tokens, here, n)), 0)
            if size:
                countries.add(self._place(tokens, here, size))
                here += size
                continue
            if key in gazetteer.nationalities:
                countries.add(gazetteer.nationalities[key])
            elif key in self._words.qualifiers:
                qualifiers.add(bare(key)[:4])
            elif key not in _LIGHT:
                body.add(_stripped(key))
            here += 1
        return Office(lemma, frozenset(body), frozenset(countries), frozenset(qualifiers - {"حالي"}))

    def _place(self, tokens: Sequence[Token], here: int, size: int) -> str:
        phrase = " ".join(token.key for token in tokens[here : here + size])
        for form in (phrase, phrase[1:] if phrase[:1] in "بل" else ""):
            place = self._words.gazetteer.places.get(form)
            if place and place.kind == "country":
                return place.country
        return ""

    def meant(
        self, tokens: Sequence[Token], title: Title, held: Sequence[tuple[Bearer, Office]], offset: int
    ) -> tuple[Bearer, int] | None:
        """Return whom a bare title means and the token where it ends, None where that is in doubt."""
        head = title.head
        if head.number != "singular" or not head.role or head.possessed or head.accusative:
            return None
        alone = title.last == title.first + head.words
        thing = alone and head.kind in ("sport", "expert", "military")  # النجم is a star, العالم the world
        if head.weak and (not head.definite or thing):
            return None
        if alone and self._named(tokens, title.last):
            return None
        if title.first and tokens[title.first - 1].key in _NOT_HELD:
            return None
        least = title.first + head.words
        if not head.definite and least < len(tokens) and tokens[least].key in ("في", "لدي", "باسم", head.takes):
            return None  # متحدث باسم الوزارة is any of them
        for last in range(title.last, least - 1, -1):
            if not self._may_end(tokens, last, title):
                continue
            office = self.read(tokens, title, last)
            if last == least and not head.definite:
                break
            found = [person for person, other in held if self._same(office, other, person, held)]
            found = [person for person in found if self._agrees(head.gender, person)]
            if found:
                return max(found, key=lambda person: person.before(offset)), last
        return self._wider(tokens, title, held)

    def _wider(
        self, tokens: Sequence[Token], title: Title, held: Sequence[tuple[Bearer, Office]]
    ) -> tuple[Bearer, int] | None:
        """Return whom a wider word or a nationality means: اللاعب, النجم المصري."""
        office = self.read(tokens, title, title.last)
        shown = title.first > 0 and tokens[title.first - 1].key in (
            "هذا",
            "هذه",
            "وهذا",
            "وهذه",
            "لهذا",
            "بهذا",
            "اي",
            "كل",
        )
        if not title.head.definite or office.body or office.qualifiers or shown:
            return None
        titles = [(person, other.lemma, other.countries) for person, other in held]
        person = only(title.head, office.lemma, office.countries, titles)
        return None if person is None else (person, title.last)

    def _named(self, tokens: Sequence[Token], at: int) -> bool:
        """Return whether what stands behind a bare title looks like a name that nobody knew: الدكتور [حافظ] المدلج."""
        if at >= len(tokens) or tokens[at].text == "/":
            return at < len(tokens)
        if tokens[at].form.startswith(NO_ARTICLE) and not self._words.stop(tokens[at]):
            return True  # الفنانة [إليسا]
        given = tokens[at].key in self._words.gazetteer.given
        return (given or tokens[at].key in self._words.gazetteer.surnames) and not self._words.stop(tokens[at])

    def _may_end(self, tokens: Sequence[Token], last: int, title: Title) -> bool:
        """Return whether the title may be cut before ``last``: never an adjective or a complement off its bare word."""
        if last < len(tokens) and tokens[last].key.startswith("باسم"):
            return False
        if last < len(tokens) and tokens[last].key in _COMPANIES:
            return False  # الرئيس التنفيذي [لشركة] …: of another company, perhaps
        if last == title.last:
            return True
        if tokens[last].key.startswith("ال") and tokens[last].key.endswith(
            ("ي", "يه")
        ):  # an adjective still belongs to it
            return False
        ends_open = (
            tokens[last - 1].key in ("في", "لدي", "عن", "باسم")
            or self._words.stop(tokens[last - 1])
            or tokens[last - 1].key in self._words.bodies
        )
        return not ends_open and (last > title.first + title.head.words or tokens[last].key in ("في", "لدي"))

    def _agrees(self, gender: str, person: Bearer) -> bool:
        seen = person.genders
        return not seen or (seen["f"] > seen["m"]) == (gender == "f")

    def _same(
        self, bare_office: Office, held: Office, person: Bearer, all_held: Sequence[tuple[Bearer, Office]]
    ) -> bool:
        if bare_office.lemma != held.lemma or bare_office.qualifiers != held.qualifiers:
            return False
        if bare_office.countries and not self._country(bare_office, held, person, all_held):
            sole = all(bearer is person for bearer, other in all_held if other.lemma == held.lemma)
            told = held.countries.union(*(other.countries for bearer, other in all_held if bearer is person))
            if (
                not sole or told or held.body or bare_office.body or held.lemma in _STATE
            ):  # السفير الروسي is the one السفير of the report
                return False
        if bare_office.body:
            return bare_office.body == held.body or (
                not bare_office.countries and bare_office.body < held.body and bare_office.body <= self._bodies
            )
        return held.lemma not in _ALONE or not held.body or held.body <= {"جمهوريه", "دوله"}

    def _country(
        self, bare_office: Office, held: Office, person: Bearer, all_held: Sequence[tuple[Bearer, Office]]
    ) -> bool:
        known = held.countries.union(*(other.countries for bearer, other in all_held if bearer is person))
        if known:
            return bare_office.countries <= known
        return bool(bare_office.body) and bare_office.body == held.body


def _unit(words: list[str]) -> list[str]:
    """Return a title's words, an adjective bound to its noun: أمين عام is one, رئيس مجلس an office and a body."""
    bound = len(words) > 1 and (words[1].endswith("ي") or words[1] == "عام") and not words[1].startswith("ال")
    return [" ".join(words[:2]), *words[2:]] if bound else words


def _stripped(key: str) -> str:
    if key.startswith("لل") and len(key) > 4:
        return key[2:]
    if key.startswith(("بال", "وال")) and len(key) > 5:
        return key[3:]
    return bare(key)
