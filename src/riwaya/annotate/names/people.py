"""Who is who in one report: the mentions of one person gathered under the fullest name.

القاطعي is سليم القاطعي where the report names one; two people with one surname stay two, and a bare surname goes to
the one named last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from riwaya.annotate.names.gazetteer import Gazetteer
from riwaya.annotate.names.spelling import PARTICLES, parts, slip, vowelled, within


class Form(Struct, frozen=True):
    """A mention of a person: offsets, sentence, the name as printed, its folded words, how sure the tagger is.

    ``styled``: a royal title stands before it, so that a single word is the first name (الملك سلمان).
    """

    start: int
    end: int
    sentence: int
    text: str
    words: tuple[str, ...]
    sure: float
    styled: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the words that tell the name apart."""
        return parts(self.words)


class Bearer:
    """A person while the report is read: forms seen, titles borne."""

    def __init__(self, form: Form) -> None:
        self.forms = [form]
        self.titles: list[tuple[int, int, str]] = []
        self.genders: Counter[str] = Counter()
        self.parts = form.parts

    def add(self, form: Form) -> None:
        """Count another mention."""
        self.forms.append(form)

    @property
    def name(self) -> str:
        """Return the fullest form; among equals the most frequent, then the first."""
        return self._ranked()[0]

    @property
    def variants(self) -> tuple[str, ...]:
        """Return the other forms as printed, the most frequent first."""
        return tuple(self._ranked()[1:])

    def _ranked(self) -> list[str]:
        seen = Counter(form.text for form in self.forms)
        order = {form.text: -form.start for form in reversed(self.forms)}
        size = {form.text: len(form.parts) for form in self.forms}
        return sorted(seen, key=lambda text: (size[text], seen[text], order[text]), reverse=True)

    def before(self, offset: int) -> int:
        """Return where the last mention (or title) before ``offset`` stands, -1 for none."""
        places = [form.start for form in self.forms] + [start for start, _, _ in self.titles]
        return max((place for place in places if place < offset), default=-1)

    def gender(self, gazetteer: Gazetteer) -> Literal["m", "f"] | None:
        """Return the gender that titles or the given name show."""
        if self.genders:
            return "f" if self.genders["f"] > self.genders["m"] else "m"
        given = gazetteer.given.get(self.forms[0].words[0], "") if len(self.parts) > 1 else ""
        return given if given in ("m", "f") else None  # type: ignore[return-value]


def gather(forms: Sequence[Form], gazetteer: Gazetteer) -> list[Bearer]:
    """Return the people of a report, in order of first mention."""
    people: list[Bearer] = []
    full = [form for form in forms if len(form.parts) > 1]
    for form in sorted(full, key=lambda form: (-len(form.parts), form.start)):
        home = _full_home(form, people, gazetteer)
        if home is None:
            people.append(Bearer(form))
        else:
            home.add(form)
    for form in (form for form in forms if len(form.parts) == 1):
        home = _single_home(form, people, gazetteer)
        if home is None:
            people.append(Bearer(form))
        else:
            home.add(form)
    for person in people:
        person.forms.sort(key=lambda form: form.start)
    return sorted(people, key=lambda person: person.forms[0].start)


def _nearest(found: list[Bearer], offset: int) -> Bearer | None:
    """Return the one mentioned last before ``offset``, else the first to come."""
    if not found:
        return None
    return max(found, key=lambda person: (person.before(offset), -person.forms[0].start))


def _full_home(form: Form, people: list[Bearer], gazetteer: Gazetteer) -> Bearer | None:
    mine = form.parts
    exact = [person for person in people if person.parts == mine]
    if exact:
        return exact[0]
    shorter = [
        person
        for person in people
        if within(mine, person.parts)
        and (mine[0] == person.parts[0] or (len(person.parts) > 2 and not PARTICLES & set(person.forms[0].words)))
    ]
    if shorter:
        return _nearest(shorter, form.start)
    return _nearest([person for person in people if _spelt_alike(mine, person.parts, gazetteer)], form.start)


def _spelt_alike(left: Sequence[str], right: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Return whether two full names are one, spelt in two ways: أنطوني and أنتوني, never محمد and محمود."""
    if len(left) != len(right):
        return left[-1] == right[-1] and "".join(left) == "".join(right)
    unlike = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(unlike) == len(left) and len(left) > 1:
        return all(slip(a, b) for a, b in unlike) and not any(a in gazetteer.given for pair in unlike for a in pair)
    return len(unlike) == 1 and all(
        (vowelled(a, b) and min(len(a), len(b)) > 5)
        or (
            (slip(a, b) or (a[:3] == b[:3] and min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a))))
            and not (a in gazetteer.given and b in gazetteer.given)
        )
        for a, b in unlike
    )


def _single_home(form: Form, people: list[Bearer], gazetteer: Gazetteer) -> Bearer | None:
    word = form.parts[0]
    first = [person for person in people if person.parts[0] == word] if form.styled else []
    known = form.words[-1] in gazetteer.surnames
    for found in (
        first,
        [person for person in people if person.parts[-1] == word],
        [person for person in people if word in person.parts[1:]],
        [person for person in people if person.parts[0] == word],
        [person for person in people if person.parts[-1].removeprefix("ابو") == word],
        [person for person in people if vowelled(person.parts[-1], word) and form.words[-1] not in gazetteer.given],
        [
            person
            for person in people
            if slip(person.parts[-1], word) and not (known and person.forms[0].words[-1] in gazetteer.surnames)
        ],
    ):
        if found:
            return _nearest(found, form.start)
    return None
