"""How many independent origins a claim has: voices that meet in one origin are one witness.

Two voices are one where a speaker, office, relay or joint occasion is the same, where the text of one report is
copied from the other, or where two houses have one owner. Everything in doubt is merged: the count is a lower bound.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from msgspec import Struct
from rapidfuzz.distance import OSA

from riwaya.arabic.letters import fold
from riwaya.lexicon.houses import houses
from riwaya.link.accounts.bodykinds import owners
from riwaya.link.accounts.institutions import Institution, bare, official, one_institution, state_house
from riwaya.link.accounts.meetings import Meeting, copied, relayed, word_for_word
from riwaya.link.accounts.voices import Party, Voice
from riwaya.link.accounts.wordlists import listed
from riwaya.link.offices import Office, single
from riwaya.link.spellings import alike, same_name
from riwaya.model import Copy, Evidence, Merge, MergeReason

LETTERS = 8  # of a person's name, which no other holds by chance


class Counted(Struct, frozen=True):
    """The known origins behind voices: ``groups`` are places of voices that are one witness, with a name for each."""

    groups: tuple[tuple[int, ...], ...]
    names: tuple[str, ...]
    merges: tuple[Merge, ...]


def counted(
    voices: Sequence[Voice],
    copies: Sequence[Copy] = (),
    texts: Mapping[str, str] | None = None,
    heads: Collection[int] = (),
) -> Counted:
    """Return the distinct known origins of one claim's voices, with a reason for each merge.

    ``texts`` are the reports by document id: where two voices tell the claim in one run of words, whoever it is given
    to, one of the reports has it from the other or both from a third. ``heads`` are the voices of headlines: who speaks
    there is somebody of the text below.

    ``متحدث باسم شرطة بندر`` in one report and ``الشرطة`` in another are one origin. A voice that could be several
    (``الجيش`` beside two armies) joins the first and never makes them one.
    """
    found, said = _Groups(len(voices)), texts or {}
    met = (*copied(voices, copies), *word_for_word(voices, said), *relayed(voices, said), *_headed(voices, heads))
    edges = [*_spoken(voices), *met]
    for left, right, _ in edges:
        found.join(left, right)
    groups = [group for group in found.groups() if any(voices[at].unknown is None for at in group)]
    names = tuple(_name(voices, group) for group in groups)
    return Counted(tuple(map(tuple, groups)), names, tuple(_merges(voices, found, edges, dict(_named(groups, names)))))


def _spoken(voices: Sequence[Voice]) -> Iterator[Meeting]:
    """Yield pairs of known voices behind whom one party stands; one that could be several joins the first alone."""
    loose = [at for at, one in enumerate(voices) if _loose(one)]
    known = [at for at, one in enumerate(voices) if one.unknown is None and at not in loose]
    for left, right in combinations(known, 2):
        if reason := together(voices[left], voices[right]):
            yield left, right, reason
    for at in loose:
        for other in (*known, *(one for one in loose if one < at)):
            if reason := together(voices[other], voices[at]):
                yield min(at, other), max(at, other), reason
                break


def together(left: Voice, right: Voice) -> MergeReason | None:
    """Return why two known voices are one witness, ``None`` where nothing says so."""
    if left.stands and (left.stands == right.stands or left.origin == right.origin):
        return "one-origin"
    for one in left.parties:
        for other in right.parties:
            if reason := _one_party(one, other):
                return reason
    if left.doc == right.doc and (_described(left, right) or _described(right, left)):
        return "one-origin"
    joint = all("مشترك" in fold(f"{one.occasion} {one.document}") for one in (left, right))
    return "one-occasion" if joint and left.day[:10] == right.day[:10] != "" else None


def _described(titled: Voice, named: Voice) -> bool:
    """Say whether one report calls somebody by a title alone (``المرشح الرئاسي``) and names a person beside it."""
    one, other = titled.parties[0], named.parties[0]
    rivals = one.bodies and other.bodies and not any(one_institution(a, b) for a in one.bodies for b in other.bodies)
    return bool(one.offices) and not one.person and bool(other.person) and not rivals


def _one_party(left: Party, right: Party) -> MergeReason | None:
    if _may_be(left, right) or _may_be(right, left):
        return "one-origin"
    if left.person and right.person:
        if _one_person(left.person, right.person):
            return "one-origin"
    elif _plainly(left.name) == _plainly(right.name) or _alone(left, right) or _alone(right, left):
        return "one-origin"
    if _holds(left, right) or _holds(right, left):
        return "one-origin"
    if (left.for_some and right.bodies) or (right.for_some and left.bodies):
        return "one-origin"
    if any(one_institution(one, other) for one in left.bodies for other in right.bodies):
        return "one-origin"
    if any(_one_office(one, other) for one in left.offices for other in right.offices):
        return "one-origin"
    if _governs(left, right) or _governs(right, left):
        return "one-origin"
    owners = {_owner(one) for one in left.bodies} & {_owner(one) for one in right.bodies} - {""}
    return "one-owner" if owners or _state(left, right) or _state(right, left) else None


def _may_be(nameless: Party, party: Party) -> bool:
    """Say whether somebody whom an agency quotes and does not name may be a party that is named, and no agency."""
    if party.anybody or not nameless.anybody:
        return False
    body = nameless.anybody == "any" and any(body.kind != "house" for body in party.bodies)
    return bool(party.person) or body


def _plainly(name: str) -> list[str]:
    """Return the words of a name without their articles: ``البيان المشترك`` and ``بيان مشترك`` are one."""
    return [word.removeprefix("ال") for word in fold(name).split()]


def _alone(short: Party, full: Party) -> bool:
    """Say whether one name alone (``كيم``) is a part of the person's name that stands beside it in one claim."""
    return bool(full.person) and not short.person and fold(short.name) in fold(full.name).split()


def _holds(long: Party, person: Party) -> bool:
    """Say whether a name holds a person's whole name, however spaced: ``لحزب السهل نورالله``, ``نور الله``."""
    letters = fold(person.name).replace(" ", "")
    return len(person.person) > 1 and len(letters) >= LETTERS and letters in fold(long.name).replace(" ", "")


def _one_office(left: Office, right: Office) -> bool:
    """Say whether two titles are of an office that one person holds: ``الرئيس``, of the country that is named."""
    return (single(left) and left.within(right)) or (single(right) and right.within(left))


def _governs(holder: Party, state: Party) -> bool:
    """Say whether somebody holds an office of a state that speaks: ``وزير النفط السلواني`` and ``سلوان`` are one."""
    lands = {body.country for body in state.bodies if body.kind == "state"}
    return any(one.country in lands and (single(one) or one.words <= listed("leads a state")) for one in holder.offices)


def _one_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if same_name(left, right) or alike(left[-1], right[-1]):
        return True
    return alike(left[0], right[0]) and OSA.distance(left[-1], right[-1], score_cutoff=2) <= 2


def _state(house: Party, body: Party) -> bool:
    """Say whether an agency of a state stands beside an office of that state."""
    countries = {state_house(one) for one in house.bodies} - {""}
    return bool(countries) and any(official(one) and one.country in (*countries, "") for one in body.bodies)


def _loose(voice: Voice) -> bool:
    """Say whether a voice is known by the bare kind of a body alone, or by the agency that carries somebody's words."""
    return bool(voice.parties) and all(
        party.for_some or party.anybody or (not party.person and all(bare(body) for body in party.bodies))
        for party in voice.parties
    )


def _owner(body: Institution) -> str:
    if body.kind != "house":
        return f"state {country}" if (country := state_house(body)) else owners().get(body.kind, "")
    return _owners().get(next(iter(body.words), ""), "")


@cache
def _owners() -> Mapping[str, str]:
    """Return who owns each house; a state is told apart by its country."""
    return {
        house.name: f"state {house.country}" if house.owner == "state" else house.owner
        for house in houses()
        if house.owner
    }


def _headed(voices: Sequence[Voice], heads: Collection[int]) -> Iterator[Meeting]:
    """Yield a headline's voice with the first of its report's text, where it is none of them."""
    for at in heads:
        below = [n for n, one in enumerate(voices) if n not in heads and one.doc == voices[at].doc and not one.unknown]
        if voices[at].unknown is None and below and not any(together(voices[at], voices[n]) for n in below):
            yield min(at, below[0]), max(at, below[0]), "one-origin"


# ── groups and their names ──────────────────────────────────────────────────────────────────────────────────────


class _Groups:
    """Sets of voices that are one, joined pair by pair."""

    def __init__(self, size: int) -> None:
        self._of = list(range(size))

    def root(self, at: int) -> int:
        while self._of[at] != at:
            self._of[at] = self._of[self._of[at]]
            at = self._of[at]
        return at

    def join(self, left: int, right: int) -> None:
        low, high = sorted((self.root(left), self.root(right)))
        self._of[high] = low

    def groups(self) -> list[list[int]]:
        found: dict[int, list[int]] = {}
        for at in range(len(self._of)):
            found.setdefault(self.root(at), []).append(at)
        return list(found.values())


def _name(voices: Sequence[Voice], group: Sequence[int]) -> str:
    """Return the name that most voices of a group give their origin, the longest of the most.

    Somebody's words on two occasions have his name, and so have those that an agency carries.
    """
    known = [voices[at] for at in group if voices[at].unknown is None]
    several = len({one.origin for one in known}) > 1
    counts: dict[str, int] = {}
    for one in known:
        carried = one.source is not None and one.source.kind == "relay"
        name = (one.stands or one.parties[0].name) if several or carried else one.origin
        counts[name] = counts.get(name, 0) + 1
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def _named(groups: Sequence[Sequence[int]], names: Sequence[str]) -> Iterator[tuple[int, str]]:
    for group, name in zip(groups, names, strict=True):
        yield from ((at, name) for at in group)


def _merges(
    voices: Sequence[Voice],
    found: _Groups,
    edges: Sequence[Meeting],
    names: Mapping[int, str],
) -> Iterator[Merge]:
    """Yield one merge for each group and reason, with the reports that it joins and their words."""
    joined: dict[tuple[int, MergeReason], set[int]] = {}
    for left, right, reason in edges:
        joined.setdefault((found.root(left), reason), set()).update((left, right))
    for (_, reason), places in sorted(joined.items()):
        members = sorted(places)
        yield Merge(
            docs=tuple(dict.fromkeys(voices[at].doc for at in members)),
            reason=reason,
            origin=names.get(members[0]),
            evidence=tuple(Evidence(doc=voices[at].doc, start=voices[at].start, end=voices[at].end) for at in members),
        )
