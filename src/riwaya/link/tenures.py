"""Titles that reports give a person, each with the first and last date of the reports that give it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import tokens
from riwaya.lexicon import table
from riwaya.link.digest import Digest
from riwaya.link.offices import Office, land, office, title_heads
from riwaya.model import Evidence, RoleMention, Tenure
from riwaya.model.entity import MOST_EVIDENCE

OFTEN = 10  # a person whom so many reports give one office hardly has another that one report alone gives
MANY = 3  # titles of so few reports are compared with one of MANY times as many that stands in them

_AT = re.compile(r"^(?:لل|ل|ب)(?=...)")

Given = tuple[Digest, RoleMention]


class Held(Struct):
    """An office that reports give a person, and where: the shorter and longer titles of it together."""

    office: Office
    title: str
    found: list[Given]

    def reports(self) -> int:
        """Return how many reports give it."""
        return len({one.id for one, _ in self.found})


def tenures(held: Sequence[Held], lands: Mapping[str, str]) -> tuple[Tenure, ...]:
    """Return a person's titles, the earliest first, each with the days of the first and the last report that gives it.

    ``رئيس الوزراء العراقي`` in reports of 23 and 29 July is one tenure from the first to the last; never a term of
    office. ``lands`` are the places of these reports by bare form: a title of a country that the lexicon doesn't know
    is of the place that its last word is named after. What one report alone calls somebody whose office ten give is
    left out: mostly another's title (``المستشار السياسي للوزير``) or none (``المعارض بشدة``).
    """
    often = max((one.reports() for one in held), default=0) >= OFTEN
    made = [_tenure(one, lands) for one in held if not often or one.reports() > 1]
    return tuple(sorted(made, key=lambda one: (one.from_ or "9", -len(one.evidence), one.title)))


def offices_held(given: Sequence[Given]) -> list[Held]:
    """Return the offices that a person's titles come down to; a short form goes with the one full form that it fits.

    ``رئيس الوزراء`` is ``رئيس الوزراء العراقي`` here; titles of another country or with السابق (former) stay apart. A
    title of few reports in which one of many stands whole is that one, cut too long: ``طاقم رئيس الوزراء العراقي``;
    so is one that ends in it: ``المتحدث باسم الرئيس`` of the president himself.
    """
    groups: dict[Office, list[Given]] = {}
    for told in given:
        groups.setdefault(office(told[1].title), []).append(told)
    every = [Held(held, _title(found), found) for held, found in groups.items()]
    every.sort(key=lambda one: (-one.reports(), len(one.title), one.title))
    kept = _without_tails(every)
    full = {one.office: one for one in kept if not _longer(one, kept)}
    for one in kept:
        if one.office in full:
            continue
        tops = [top for top in _longer(one, kept) if top.office in full]  # the one of most reports comes first
        if len(tops) == 1 or (tops and tops[0].reports() >= MANY * tops[1].reports()):
            tops[0].found += one.found
        else:
            full[one.office] = one
    for one in full.values():
        one.title = _title(one.found)
    return list(full.values())


def _title(found: Sequence[Given]) -> str:
    """Return the title that most reports print, one with its country before others."""
    counts: dict[str, int] = {}
    for _, role in found:
        counts[role.title] = counts.get(role.title, 0) + 1
    return max(counts, key=lambda title: (bool(office(title).country), counts[title], len(title), title))


def _without_tails(every: Sequence[Held]) -> list[Held]:
    kept: list[Held] = []
    for one in every:
        for other in kept:
            if other.reports() >= MANY * one.reports() and (_stands_in(other, one) or _speaks_for(one, other)):
                other.found += one.found
                break
        else:
            kept.append(one)
    return kept


def _stands_in(short: Held, long: Held) -> bool:
    if short.office.former != long.office.former or len(short.office.words) + bool(short.office.country) < 2:
        return False
    words, all_words = _keys(short.title), _keys(long.title)
    width = len(words)
    return any(all_words[at : at + width] == words for at in range(len(all_words) - width + 1))


def _speaks_for(one: Held, other: Held) -> bool:
    """Say whether a title is of somebody who speaks or works for the holder of the other: ``مستشار للرئيس``."""
    served = _served(one.title)
    return bool(served.words) and served.within(other.office)


@lru_cache(maxsize=1 << 14)
def _served(title: str) -> Office:
    """Return the office behind ``باسم`` or ل in a title, of no words where there is none: ``مساعد لوزير النقل``."""
    words = title.split()
    for at in range(1, len(words)):
        if fold(words[at - 1]) == "باسم":
            return office(" ".join(words[at:]))
        bare = _AT.sub("", fold(words[at]))
        if bare != fold(words[at]) and (bare in title_heads() or f"ال{bare}" in title_heads()):
            return office(" ".join(words[at:]))
    return Office(frozenset(), "", False)


@lru_cache(maxsize=1 << 14)
def _keys(title: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokens(title) if token.kind == "word")


def _longer(one: Held, kept: Sequence[Held]) -> list[Held]:
    return [other for other in kept if other.office != one.office and one.office.within(other.office)]


def _tenure(held: Held, lands: Mapping[str, str]) -> Tenure:
    found = held.found
    dates = sorted(one.published[:10] for one, _ in found if one.published)
    found.sort(key=lambda item: (item[0].published or "9", item[0].key, item[1].start))
    return Tenure(
        title=held.title,
        of=_country_names().get(held.office.country) or lands.get(land(held.title)),
        from_=dates[0] if dates else None,
        until=dates[-1] if dates else None,
        evidence=tuple(Evidence(doc=one.id, start=role.start, end=role.end) for one, role in found[:MOST_EVIDENCE]),
    )


@cache
def _country_names() -> dict[str, str]:
    return {row["code"] or row["name"]: row["name"] for row in table("countries")}
