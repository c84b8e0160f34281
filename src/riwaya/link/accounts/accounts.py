"""Accounts of a story: each claim or event with all who tell it.

Independence is counted as DESIGN.md has it ("What independence means"). The work is bounded: so many passages of a
report, so many accounts of a story.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b

from msgspec import Struct

from riwaya.link.accounts.cautions import cautions, other_party
from riwaya.link.accounts.claims import claims
from riwaya.link.accounts.core import core
from riwaya.link.accounts.details import details
from riwaya.link.accounts.known import KnownOrigins
from riwaya.link.accounts.leading import leading
from riwaya.link.accounts.opposed import Opposed
from riwaya.link.accounts.origins import Counted, counted
from riwaya.link.accounts.passages import Passage, Reader
from riwaya.link.accounts.voices import Voice
from riwaya.link.ruled.claims import ruled_claims
from riwaya.link.ruled.pairs import Pairs
from riwaya.link.who import Who
from riwaya.model import Account, Copy, Detail, Evidence, FigureSeries, Report, Story, Witness

MOST = 40  # accounts of one story
MOST_REPORTS = 1000  # of one story that are read for its accounts
MOST_WITNESSES = 40
MOST_RELAYED = 5  # accounts of what one report alone has through the other party
_BESIDE = 300  # letters between a claim and what its witness says beside it
_EVENT = 280  # letters of a claim as it is shown


def accounts(
    story: Story,
    reports: Sequence[Report],
    who: Who,
    known: KnownOrigins,
    copies: Sequence[Copy],
    counted: Sequence[FigureSeries],
    ruled: Pairs | None = None,
) -> tuple[Account, ...]:
    """Return the accounts of a story, the best attested and the disputed first; ``ruled`` are a person's on claims.

    ``known`` are the story's origins, under whose names they are counted here.

    Misses: a claim told in quite other words; the same claim weeks apart.
    """
    return tuple(_Accounts(story, reports[:MOST_REPORTS], who, known, copies, counted, ruled or Pairs()).made())


class _Told(Struct, frozen=True):
    """A witness under work: the passages of one report that tell the claim in one voice, the fullest first."""

    voice: Voice
    passages: tuple[Passage, ...]


class _Accounts:
    """The accounts of one story under work."""

    def __init__(
        self,
        story: Story,
        reports: Sequence[Report],
        who: Who,
        known: KnownOrigins,
        copies: Sequence[Copy],
        series: Sequence[FigureSeries],
        ruled: Pairs,
    ) -> None:
        self.story, self.copies, self.series, self.ruled = story, copies, series, ruled
        self.texts = {report.document.id: report.document.text for report in reports}
        self.roles = known.roles
        readers = [Reader(at, report, who, known.voices(report)) for at, report in enumerate(reports)]
        self.passages = [passage for reader in readers for passage in reader.passages()]
        self.by_doc: dict[str, list[Passage]] = {}
        for one in self.passages:
            self.by_doc.setdefault(one.doc, []).append(one)
        self.opposed = Opposed(self.passages, readers, who, self.roles)

    def made(self) -> list[Account]:
        """Return the accounts, the weightiest first."""
        groups = self.opposed.together(claims(self.passages[: self.opposed.told], self.series))
        places, terms = [_evidence(one) for one in self.passages], [one.terms for one in self.passages]
        found = [[self.passages[at] for at in group] for group in ruled_claims(groups, places, terms, self.ruled)]
        told = {(one.doc, one.start) for group in found for one in group}
        several = [account for group in found if (account := self._account(group, alone=False)) is not None]
        several = sorted(several, key=_rank)[:MOST]
        rest = [one for one in self.passages if one.title or (one.doc, one.start) not in told]
        relayed = [one for one in rest if other_party(one.voice, self.roles)][:MOST_RELAYED]
        singles = [*relayed, *leading([one for one in rest if one not in relayed], MOST - len(several))]
        alone = [account for one in singles if (account := self._account([one], alone=True)) is not None]
        return [*several, *alone]

    def _account(self, group: Sequence[Passage], alone: bool) -> Account | None:
        """Return the account of passages that tell one claim; a report that only says it twice makes none."""
        told = list(_witnesses(group))[:MOST_WITNESSES]
        if not alone and len(told) < 2 and not any(one.title for one in group):
            return None
        voices = [one.voice for one in told]
        found = self._counted(told)
        passages, beside = [one.passages for one in told], [self._beside(one) for one in told]
        rows = details(passages, self.texts, self.series, self.opposed.between(group), beside)
        rows = tuple(row for row in rows if row.disputed) if self.opposed.alone(group) else rows
        behind, near = self._behind(told, rows, found)
        main = self.opposed.alone(group) or _main([one for at in behind for one in passages[at]])
        backing = [voices[at] for at in behind]
        backed = found if len(behind) == len(told) else self._counted([told[at] for at in behind])
        groups = {behind[at]: n for n, group in enumerate(backed.groups, 1) for at in group}
        return Account(
            id=_id(self.story.id, main),
            story=self.story.id,
            event=_shown(main.text),
            evidence=tuple(_evidence(one.passages[0]) for one in told),
            date=_date(group),
            witnesses=tuple(_witness(one, groups.get(at), at in near) for at, one in enumerate(told)),
            details=rows,
            origins=len(backed.groups),
            unknown=sum(voice.unknown is not None for voice in voices),
            merges=found.merges,
            cautions=cautions(backing, backed, self.roles),
            rulings=self.ruled.marks(map(_evidence, group)),
        )

    def _counted(self, told: Sequence[_Told]) -> Counted:
        heads = [at for at, one in enumerate(told) if all(passage.title for passage in one.passages)]
        return counted([one.voice for one in told], self.copies, self.texts, heads)

    def _behind(
        self, told: Sequence[_Told], rows: Sequence[Detail], every: Counted
    ) -> tuple[list[int], frozenset[int]]:
        """Return the witnesses that stand behind a claim, and those of a known origin who say only what is near it.

        ``every`` are the origins of all of them.
        """
        backing = _backing(told, rows)
        found = every if len(backing) == len(told) else self._counted([told[at] for at in backing])
        known = [[backing[at] for at in group if told[backing[at]].voice.unknown is None] for group in found.groups]
        kept = core([[one for at in group for one in told[at].passages] for group in known], self.texts)
        near = frozenset(at for number, group in enumerate(known) if number not in kept for at in group)
        return [at for at in backing if at not in near], near

    def _beside(self, told: _Told) -> list[Passage]:
        """Return what a witness says right before and after its claim, in its report and voice."""
        near = [one for one in self.by_doc[told.voice.doc] if _voice(one.voice) == _voice(told.voice)]
        return [
            one
            for one in near
            if not one.title and any(abs(one.start - here.start) < _BESIDE for here in told.passages if not here.title)
        ]


def _voice(voice: Voice) -> tuple[str, str, str]:
    """Return whose words they are and whence: what somebody says elsewhere his tweet does not say."""
    return voice.speaker, voice.origin, voice.unknown or ""


def _backing(told: Sequence[_Told], rows: Sequence[Detail]) -> list[int]:
    """Return the witnesses that stand behind a claim: who denies it is no origin of it."""
    denied = {cell.witness for row in rows if row.reason == "denied" for cell in row.cells if cell.evidence}
    against = {at for at in denied if all(one.denied for one in told[at].passages)}
    return [at for at in range(len(told)) if at not in against] if denied - against else list(range(len(told)))


def _rank(account: Account) -> tuple[int, int, str]:
    docs = {one.doc for one in account.witnesses}
    outlets = {one.outlet for one in account.witnesses}
    disputed = sum(detail.disputed for detail in account.details)
    return -(len(docs) + 2 * len(outlets) + account.origins + 3 * min(disputed, 2)), -len(docs), account.id


def _witnesses(group: Sequence[Passage]) -> Iterator[_Told]:
    """Yield the witnesses of a claim: passages of one report in one voice are one, its headline is its own voice's."""
    found: dict[tuple[str, str], list[Passage]] = {}
    for one in group:
        voice = one.voice
        said = "" if voice.unknown == "own-voice" else f"{voice.origin}|{voice.speaker}|{voice.unknown or ''}"
        found.setdefault((one.doc, said), []).append(one)
    for passages in found.values():
        best = sorted(passages, key=lambda one: (one.title, -len(one.terms), one.start))
        yield _Told(best[0].voice, tuple(best))


def _witness(told: _Told, group: int | None, near: bool) -> Witness:
    voice = told.voice
    known = voice.unknown is None
    return Witness(
        doc=voice.doc,
        evidence=_evidence(told.passages[0]),
        outlet=voice.outlet or None,
        speaker=voice.speaker or None,
        chain=voice.chain,
        occasion=voice.occasion or None,
        origin=voice.origin if known else None,
        kind=voice.kind,
        unknown=voice.unknown,
        voice=voice.stands if known else None,
        group=group if known else None,
        near=near,
        published=voice.day or None,
    )


def _evidence(passage: Passage) -> Evidence:
    return Evidence(doc=passage.doc, start=passage.start, end=passage.end)


def _main(passages: Sequence[Passage]) -> Passage:
    """Return the passage that shows a claim best: no headline, with most of the words that all share."""
    counts: dict[str, int] = {}
    for one in passages:
        for term in one.terms:
            counts[term] = counts.get(term, 0) + 1
    return min(
        passages,
        key=lambda one: (
            one.title,
            one.denied,
            -sum(counts[term] - 1 for term in one.terms) / (4 + len(one.terms)),
            one.doc,
            one.start,
        ),
    )


def _shown(text: str) -> str:
    words = " ".join(text.split()).strip(" ،.")
    return words if len(words) <= _EVENT else words[: words.rfind(" ", 0, _EVENT)] + " …"


def _id(story: str, main: Passage) -> str:
    return blake2b(f"{story}\n{main.doc}\n{main.start}\n{main.end}".encode(), digest_size=6).hexdigest()


def _date(group: Sequence[Passage]) -> str | None:
    """Return the day that the passages date the claim to, where all that give one give the same."""
    days = {
        time.value[:10]
        for one in group
        for time in one.times
        if time.type in ("DATE", "TIME")
        and time.value
        and time.value[0].isdigit()
        and len(time.value) >= len("2021-01-01")
        and "W" not in time.value
    }
    return next(iter(days)) if len(days) == 1 else None
