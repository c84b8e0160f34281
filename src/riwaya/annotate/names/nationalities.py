"""Adjectives of a nationality and their country: ``الوفد العراقي`` is the delegation of العراق."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.annotate.names.gazetteer import Gazetteer, stems
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table
from riwaya.model import Mention

BY = "names/nationalities@1"


class Nationalities:
    """Links the adjectives of nationalities in a sentence to their countries."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        rows = table("countries")
        listed = {row["name"] for row in rows if row["code"]}
        self._countries = {key: name for key, name in gazetteer.nationalities.items() if name in listed}
        self._unsure = {fold(form) for row in rows for form in row["unsure"].split(";") if form}
        self._names = gazetteer.given.keys() | gazetteer.surnames

    def __call__(self, tokens: Sequence[Token], named: Sequence[tuple[int, int]]) -> Iterator[Mention]:
        """Yield a NORP mention an adjective outside of names; ``entity`` is the country as the lexicon prints it.

        ``قال مسؤول أميركي`` (an American official): NORP أميركي, entity الولايات المتحدة. The span has no proclitic.
        Misses: adjectives inside the names of bodies (their ``country`` tells it), and of peoples without a country.
        """
        inside = {at for first, last in named for at in range(first, last)}
        for at, token in enumerate(tokens):
            if at in inside or token.kind != "word":
                continue
            form = self._form(token.key, behind=bool(at) and tokens[at - 1].kind == "word")
            if form:
                article = token.key.startswith(("لل", "ولل")) and form.startswith("ال")
                size = len(form) - article
                start = token.start + (len(token.text) - size if len(token.text) == len(token.key) else 0)
                yield Mention(start=start, end=token.end, type="NORP", entity=self._countries[form], by=BY)

    def _form(self, key: str, behind: bool) -> str:
        """Return the adjective that a word is, without proclitics; ``behind`` a word it belongs to one."""
        for form in (key, *stems(key)):
            if form not in self._countries or form in self._unsure:
                continue
            if form.startswith("ال"):
                return form if behind or not form.endswith("يه") else ""  # (الفرنسية) is the agency
            whole = form == key or key[0] == "و"
            return form if behind and whole and form not in self._names else ""
        return ""
