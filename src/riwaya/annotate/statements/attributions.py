"""Attributions by preposition: بحسب، وفق، نقلا عن، على حد قوله، كما ذكر …: where they stand and whom they name."""

from __future__ import annotations

from functools import cache
from typing import cast

from msgspec.structs import replace

from riwaya.annotate.statements.attribution import Attribution, attribution
from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.parenthetic import said_after
from riwaya.annotate.statements.phrases import after_preposition, subject
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.saidclauses import said_clause
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import THAT, words
from riwaya.arabic.letters import fold
from riwaya.lexicon import table
from riwaya.model import Stance

_PASSED_ON = words("passed-on")
_TRUSTED = frozenset(("document", "unnamed", "agency", "outlet", "class", "office"))
_PARTICLES = {"source-an": "عن", "source-ila": "الي"}


@cache
def attributions() -> dict[str, tuple[str, str]]:
    """Return by comparison key how an attribution of ``cues.tsv`` takes its source, and its lemma."""
    rows = [row for row in table("cues") if row["kind"] == "attribution" and row["governs"] != "words"]
    return {lead + fold(row["lemma"]): (row["governs"], row["lemma"]) for row in rows for lead in ("", "و")}


@cache
def spoken_words() -> dict[str, tuple[Stance, bool, bool]]:
    """Return what ``على حد`` and ``بحسب`` take: stance, whether it is somebody's own (قوله), needs a known source."""
    found: dict[str, tuple[Stance, bool, bool]] = {}
    for row in table("cues"):
        if row["kind"] != "attribution" or row["governs"] != "words":
            continue
        key, stance = fold(row["lemma"]), cast("Stance", row["stance"])
        found[key] = (stance, False, "known" in row["flags"].split())
        joined = {"ه": key[:-1] + "ت", "ء": key[:-1] + "ي"}.get(key[-1], key)
        found.update({joined + pronoun: (stance, True, False) for pronoun in ("ه", "ها", "هم", "هما", "هن")})
    return found


class Attributions:
    """Finds the attributions of one sentence."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def find(self, reading: Reading, first: int, last: int) -> list[Attribution]:
        """Return the attributions among tokens ``first``..``last``, in order."""
        found: list[Attribution] = []
        i = first
        while i < last:
            one = self._cited(reading, self._at(reading, i, first, last), first, last)
            if one is not None:
                found.append(one)
                i = max(i, one.last - 1)
            i += 1
        return found

    def _cited(self, reading: Reading, one: Attribution | None, first: int, last: int) -> Attribution | None:
        """Return the attribution to whom the paper named cites: ``بحسب النهر، نقلا عن مصادر``."""
        if one is None or one.source is None or one.source.source not in ("agency", "outlet", "class"):
            return one
        j = one.last + (one.last < last and reading.tokens[one.last].text in "،,")
        if j + 2 >= last or reading.keys[j] != "نقلا" or reading.keys[j + 1] != "عن":
            return one
        who = subject(reading, self.sources, j + 2, last)
        if who is None:
            return one
        made = attribution(reading, one.at, who, one.lemma, first, last)
        return replace(made, through=one.source)

    def _at(self, reading: Reading, i: int, first: int, last: int) -> Attribution | None:
        key = reading.keys[i]
        if key == "حد" and i > first and reading.keys[i - 1] in ("علي", "وعلي"):
            return self._own_words(reading, i - 1, i + 1, first, last, "على حد")
        if key == "علي" and i + 2 < last and reading.keys[i + 1] == "ما":
            return self._as_told(reading, i, first, last)
        if key in ("تعبيره", "تعبيرها", "تعبيرهم") and reading.keys[i - 1] in ("ب", "في", "علي"):
            return Attribution(i - 1, i + 1, "تعبير", None, own=True)
        if (sayer := said_after(reading, self.sources, i, first, last)) is not None:
            return Attribution(i, sayer.last, "قال", sayer)
        how, lemma = attributions().get(key, ("", ""))
        if how in ("source", "source-l"):
            return self._by_preposition(reading, i, first, last, how, lemma)
        if how == "clause" or (how == "clause-aside" and i > first):
            return said_clause(reading, self.sources, i, i + 1, first, last, how == "clause-aside")
        if how in _PARTICLES and i + 2 < last and reading.keys[i + 1] == _PARTICLES[how]:
            return self._by_particle(reading, i, first, last, how, lemma)
        return None

    def _as_told(self, reading: Reading, i: int, first: int, last: int) -> Attribution | None:
        """``على ما أعلنت الشرطة`` after a whole sentence; not ``ردا على ما قالت``, ``هجوم على ما قال إنه مخزن``."""
        cue = reading.cues.get(i + 2)
        if cue is None or cue.pronoun or i == first or reading.keys[i - 1] in _ANSWERED:
            return None
        found = said_clause(reading, self.sources, i, i + 2, first, last, False)
        if found is None or found.source is None or found.last >= last:
            return None
        goes_on = any(reading.keys[k] in THAT for k in range(found.last, min(last, found.last + 14)))
        return None if goes_on else replace(found, content=None)

    def _by_particle(self, reading: Reading, i: int, first: int, last: int, how: str, lemma: str) -> Attribution | None:
        """``نقلا عن مصدر``; ``استنادا إلى خبراء،`` at the sentence's beginning, of those who can speak."""
        who = subject(reading, self.sources, i + 2, last)
        if who is None or (how == "source-ila" and (i > first + 1 or not self._trusted(reading, who))):
            return None
        return attribution(reading, i, who, "نقلا عن" if how == "source-an" else lemma, first, last)

    def _own_words(
        self, reading: Reading, at: int, i: int, first: int, last: int, lemma: str, glued: bool = False
    ) -> Attribution | None:
        if i >= last:
            return None
        key = reading.keys[i].removeprefix("ل") if glued else reading.keys[i]
        if key in spoken_words():
            stance, own, known = spoken_words()[key]
            if own:
                return Attribution(at, i + 1, lemma, None, own=True, stance=stance)
            if i + 1 < last and reading.keys[i + 1] in _PASSED_ON:
                return Attribution(at, i + 2, lemma, None, own=True, stance=stance)
            who = subject(reading, self.sources, i + 1, last)
            if who is None or (known and not self._trusted(reading, who)):
                return None
            return replace(attribution(reading, at, who, lemma, first, last), stance=stance)
        if key == "ما" and i + 1 < last and reading.keys[i + 1] in ("قال", "قالت", "قالوا", "ذكر", "وصف", "وصفه"):
            return said_clause(reading, self.sources, at, i + 1, first, last, False) or Attribution(
                at, i + 2, lemma, None, own=True
            )
        return None

    def _by_preposition(
        self, reading: Reading, i: int, first: int, last: int, how: str, lemma: str
    ) -> Attribution | None:
        j = i + 1
        if j >= last:
            return None
        if reading.keys[j] in ("ما", "لما"):
            return said_clause(reading, self.sources, i, j + 1, first, last, False)
        own = self._own_words(reading, i, j, first, last, lemma, how == "source-l")
        if own is not None:
            return own
        if how == "source-l":
            return self._with_l(reading, i, j, first, last, lemma)
        who = subject(reading, self.sources, j, last)
        if who is not None and self._trusted(reading, who):
            return attribution(reading, i, who, lemma, first, last)
        return None

    def _with_l(self, reading: Reading, i: int, j: int, first: int, last: int, lemma: str) -> Attribution | None:
        key = reading.keys[j]
        if not key.startswith("ل"):
            return None
        if key == "ل" or j in reading.mention_at:
            who = subject(reading, self.sources, j + (key == "ل"), last, glued=True)
        else:
            who = after_preposition(reading, self.sources, j, last)
        return (
            attribution(reading, i, who, lemma, first, last)
            if who is not None and self._trusted(reading, who)
            else None
        )

    def _trusted(self, reading: Reading, who: Phrase) -> bool:
        if who.person or who.kind in ("unnamed", "government", "document"):
            return True
        if who.source in _TRUSTED:
            return True
        if who.first in reading.mention_at:
            return reading.mention_at[who.first][0].type in ("ORG", "PER", "LOC")
        key = reading.keys[who.first].removeprefix("لل").removeprefix("ال")
        return key.removeprefix("ل") in _SAYERS or key in _SAYERS


_ANSWERED = words("answered")
_SAYERS = words("sayers")
