"""Which names of origins are one across the reports of a story, and what each is called.

Parties are one where they are the same person or the same body by kind, country, place and words; a body named by its
kind alone (``الشرطة``) is the only one of its kind that the story names; a spokesman is the body that he speaks for.
This is stricter than what counts as one witness of one claim (``accounts/origins``): here it holds of the whole story.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from riwaya.arabic.clitics import segment
from riwaya.arabic.letters import fold
from riwaya.link.accounts.callings import titled
from riwaya.link.accounts.institutions import Institution, bare, one_institution, worded
from riwaya.link.accounts.voices import Party, Voice
from riwaya.link.accounts.wordlists import listed
from riwaya.origin import OriginName

Key = tuple[Hashable, ...]
_HIS = ("ه", "ها", "هم", "هما")


class Identity:
    """Names the origins and voices of a story."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        self._parties = _Parties(one.parties[0] for one in voices)
        spelt: dict[Key, Counter[str]] = {}
        for one in voices:
            spelt.setdefault(self._key(one), Counter())[self._called(one)] += 1
        self._names = {key: _most(names) for key, names in spelt.items()}

    def origin(self, voice: Voice) -> str:
        """Return the story's name of where a voice's words start: ``بيان (وزارة الدفاع)``."""
        return self._names[self._key(voice)]

    def voice(self, voice: Voice) -> str:
        """Return the story's name of who stands behind a voice's words: ``وزارة الدفاع``."""
        return self._parties.name(voice.parties[0])

    def _key(self, voice: Voice) -> Key:
        source, party = voice.source, voice.parties[0]
        assert source is not None
        if source.kind == "joint":
            return ("joint", _plain(source.label))
        if source.kind in ("document", "occasion"):
            return (source.kind, _plain(_bare_noun(source.name)), self._parties.root(party))
        if source.kind == "interview":
            return (source.kind, worded(source.name), _plain(source.of))
        named = source.name if source.kind == "relay" else party.name
        return _key(party) if party.person and source.kind != "relay" else ("called", worded(named))

    def _called(self, voice: Voice) -> str:
        """Return an origin's name, its party under the story's name of it."""
        source = voice.source
        assert source is not None
        if source.kind in ("document", "occasion"):
            return OriginName(source.kind, _bare_noun(source.name), self.voice(voice)).label
        if source.kind == "interview":
            return OriginName(source.kind, source.name, _bare_noun(source.of)).label
        return voice.origin


class _Parties:
    """The parties of a story, those that are one joined."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self._names: dict[Key, Counter[str]] = {}
        self._titles: set[str] = set()
        self._of: dict[Key, Key] = {}
        spokesmen: dict[Key, Key] = {}
        by_name: dict[str, Key] = {}
        for one in parties:
            key = _key(one)
            key = by_name.setdefault(fold(one.name), key) if key[0] != "person" else key
            self._of.setdefault(_key(one), key)
            self._names.setdefault(key, Counter())[one.name] += 1
            if one.offices and titled(one.name):
                self._titles.add(one.name)
            if one.spokesman and one.bodies:
                spokesmen[key] = ("body", one.bodies[0])
        self._join_bare()
        for person, body in spokesmen.items():
            if body in self._of:
                self._bind(person, body)
        self._shown = self._show()

    def root(self, party: Party) -> Key:
        return self._root(_key(party))

    def _root(self, key: Key) -> Key:
        while self._of[key] != key:
            key = self._of[key]
        return key

    def _bind(self, key: Key, to: Key) -> None:
        """Let a key be what another is; two that are one already stay as they are, so that no circle arises."""
        if self._root(key) != self._root(to):
            self._of[key] = to

    def name(self, party: Party) -> str:
        return self._shown[self.root(party)]

    def _join_bare(self) -> None:
        """Join ``الشرطة`` to the only police that the story names more fully."""
        bodies = [key for key in self._of if key[0] == "body"]
        for key in bodies:
            body = key[1]
            if isinstance(body, Institution) and body.kind and bare(body):
                full = [one for one in bodies if one != key and _fuller(one[1], body)]
                if len(full) == 1:
                    self._bind(key, full[0])

    def _show(self) -> dict[Key, str]:
        of: dict[Key, Counter[str]] = {}
        spoken = {self._root(key) for key in self._names if key[0] == "person" and self._root(key) != key}
        for key, names in self._names.items():
            root = self._root(key)
            counted = names if root == key or root[0] != key[0] else Counter[str]()
            of.setdefault(root, Counter()).update(counted)
        shown = {root: _most(self._of_bodies(names)) for root, names in of.items() if names}
        return {root: _spoken_for(name) if root in spoken else name for root, name in shown.items()}

    def _of_bodies(self, names: Counter[str]) -> Counter[str]:
        """Return the names that are no title of somebody: what a state says is not all ``الرئيس السلواني``'s."""
        bodies = Counter({name: n for name, n in names.items() if name not in self._titles})
        return bodies or names


def _spoken_for(name: str) -> str:
    """Return the body whose spokesman stands behind a voice, where reports name its press office only.

    ``المكتب الإعلامي لوزارة المياه`` (the ministry's media office) → ``وزارة المياه``: a report of the spokesman
    alone names no office.
    """
    words = name.split(" ")
    if len(words) < 3 or not {fold(words[0]), fold(words[1])} <= listed("press office"):
        return name
    whose = " ".join(words[2:])
    return "ال" + whose[2:] if whose.startswith("لل") else whose.removeprefix("ل")


def _fuller(full: Hashable, body: Institution) -> bool:
    return isinstance(full, Institution) and full.kind == body.kind and not bare(full) and one_institution(full, body)


def _key(party: Party) -> Key:
    if party.person:
        return ("person", fold(party.name))
    return ("body", party.bodies[0]) if party.bodies else ("name", _plain(party.name))


def _plain(name: str) -> str:
    """Return a name folded and without articles: ``البيان المشترك`` and ``بيان مشترك`` are one."""
    return " ".join(word.removeprefix("ال") for word in fold(name).split())


def _bare_noun(noun: str) -> str:
    """Return a document's or occasion's noun without article or pronoun: ``كلمته`` → كلمة, ``لقائها`` → لقاء."""
    first, space, rest = noun.partition(" ")
    parts = segment(first)
    if parts.enclitic in _HIS:
        first, last = parts.stem[:-1], parts.stem[-1]
        if last == "ت" and not first.endswith("ا"):
            last = "ة"
        elif last == "ئ" and first.endswith("ا"):
            last = "ء"
        first += last
    return first + space + rest if rest else first.removeprefix("ال")


def _most(names: Counter[str]) -> str:
    """Return the name that most give, of those the longest."""
    return min(names, key=lambda name: (-names[name], -len(name), name))
