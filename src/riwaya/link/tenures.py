"""Titles that reports give a person, each with the first and last date of the reports that give it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from riwaya.lexicon import table
from riwaya.link.digest import Digest
from riwaya.link.offices import Office, land, office
from riwaya.model import Evidence, RoleMention, Tenure

MOST_EVIDENCE = 50

Given = tuple[Digest, RoleMention]


def tenures(given: Sequence[Given], lands: Mapping[str, str]) -> tuple[Tenure, ...]:
    """Return a person's titles, the earliest first; a short form (رئيس الوزراء) goes with the one full form it fits.

    ``رئيس الوزراء العراقي`` in reports of 23 and 29 July is one tenure from the first to the last; never a term of
    office. Titles of another country or with السابق (former) stay apart. ``lands`` are the places of these reports by
    bare form: a title of a country that the lexicon doesn't know is of the place that its last word is named after.
    """
    groups: dict[Office, list[Given]] = {}
    for one in given:
        groups.setdefault(office(one[1].title), []).append(one)
    full = {held: list(found) for held, found in groups.items() if not _longer(held, groups)}
    for held, found in groups.items():
        tops = [one for one in _longer(held, groups) if one in full]
        if held not in full:
            if len(tops) == 1:
                full[tops[0]] += found
            else:
                full[held] = list(found)
    made = [_tenure(held, found, lands) for held, found in full.items()]
    return tuple(sorted(made, key=lambda one: (one.from_ or "9", -len(one.evidence), one.title)))


def _longer(held: Office, groups: Mapping[Office, list[Given]]) -> list[Office]:
    return [other for other in groups if other != held and held.within(other)]


def _tenure(held: Office, found: list[Given], lands: Mapping[str, str]) -> Tenure:
    dates = sorted(one.published[:10] for one, _ in found if one.published)
    counts: dict[str, int] = {}
    for _, role in found:
        if office(role.title) == held:
            counts[role.title] = counts.get(role.title, 0) + 1
    found.sort(key=lambda item: (item[0].published or "9", item[0].key, item[1].start))
    title = max(counts, key=lambda title: (counts[title], len(title), title))
    return Tenure(
        title=title,
        of=_country_names().get(held.country) or lands.get(land(title)),
        from_=dates[0] if dates else None,
        until=dates[-1] if dates else None,
        evidence=tuple(Evidence(doc=one.id, start=role.start, end=role.end) for one, role in found[:MOST_EVIDENCE]),
    )


@cache
def _country_names() -> dict[str, str]:
    return {row["code"] or row["name"]: row["name"] for row in table("countries")}
