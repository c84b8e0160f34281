"""Transmission: through whom each statement reached the page, inherited from statement to statement."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.annotate.statements.chains import Chains, heads, without
from riwaya.annotate.statements.documents import without_accounts
from riwaya.annotate.statements.found import Found, Memory, Passage, named
from riwaya.annotate.statements.heads import Phrase
from riwaya.annotate.statements.issuers import Issuers
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.speakers import REACH
from riwaya.annotate.statements.words import RELATIVES, words
from riwaya.arabic.letters import fold
from riwaya.model import Link, Speaker

_NEXT = 6
_GOES_ON = ("carried", "dropped", "pronoun")
_EARLIER_REACH = 9
_CAME = words("came")
_SAID = words("taken-up")
_REMARKS = words("remarks")
_EARLIER = words("earlier")
_BEFORE = (["وقت", "سابق"], ["في", "السابق"])
_TURNS = words("turns-after-quotation")
_OF_ITS_ISSUER = frozenset(("بيان", "بلاغ", "تعميم", "رساله", "تغريده", "تدوينه", "منشور"))
"""``بحسب البيان``: of whom it is said; ``بحسب لائحة الاتهام``: another's document tells of him."""
_OUR_OWN = frozenset(fold(name) for name in ("مراسلنا", "مراسلتنا", "مراسلونا", "مراسلينا", "موفدنا", "موفدتنا"))
_OTHER_CLAUSE = words("other-clause")


class Transmission:
    """Settles the chain and the occasion of statements whose speaker is settled."""

    def __init__(self, sources: Sources) -> None:
        self._chains = Chains(sources)
        self._issuers = Issuers(sources)
        self._sources = sources

    def settle(self, passage: Passage, found: Found) -> None:
        """Set links and occasion: the statement's own, else its source's from before, else the credit line's."""
        covering = [_fullest(link, passage.memory) for link in self._covering(passage, found)]
        own = list(self._foreign(passage, found, (_fullest(k, passage.memory) for k in self._own(passage, found))))
        speaker = found.speaker
        if not own and not covering:
            covering = self._goes_on(passage, found)
        if not own and not (speaker is not None and speaker.kind == "document"):
            own = list(self._inherited(passage, found))
            if covering:
                own = [link for link in own if link.kind not in ("agency", "outlet")]
        if speaker is not None and speaker.kind == "unnamed":
            own.append(Link(name=speaker.name, kind="unnamed", start=speaker.start, end=speaker.end))
        found.lasting = self._foreign(passage, found, own)
        found.covering = self._foreign(passage, found, covering)
        found.links = self._foreign(passage, found, [*covering, *own])
        if not found.links:
            found.links = self._foreign(passage, found, passage.memory.default)
        self._document(passage, found)
        if found.occasion is not None and fold(found.occasion.name) in _REMARKS:
            found.occasion = None  # تصريحاته: his words, on no occasion of their own

    def _foreign(self, passage: Passage, found: Found, links: Iterable[Link]) -> tuple[Link, ...]:
        """Return the links without the publishing outlet and the speaker."""
        outlet, speaker = passage.reading.prose.document.outlet, found.speaker
        kept = without(links, speaker.name if speaker is not None and speaker.kind != "unnamed" else None)
        if outlet is None:
            return kept
        kept = tuple(link for link in kept if fold(link.name) not in _OUR_OWN)
        return tuple(link for link in kept if not self._sources.same_house(link.name, outlet.name))

    def _covering(self, passage: Passage, found: Found) -> list[Link]:
        """Return the links of the sentence's attributions: ``…، بحسب موقع النهر`` covers its sentence only."""
        return [
            self._chains.link(passage.reading, source)
            for attribution in passage.attributions
            if attribution.source is not None
            and attribution.at != found.cue_at
            and not (attribution.content is not None and attribution.at > found.cue_at)
            and not _speaks(found, attribution.source)
            for source in (attribution.through, attribution.source)
            if source is not None
        ]

    def _own(self, passage: Passage, found: Found) -> list[Link]:
        """Return the links around the cue, after its content, and of who relays; set the occasion."""
        opening, reading = found.opening, passage.reading
        if opening is None:
            return [*self._told_to(passage, found), *found.links]
        first = found.cue_at if opening.how == "inverted" else _clause(passage, found)
        last = passage.last if opening.how == "inverted" else max(opening.between, found.cue_at)
        around, found.occasion = self._chains.around(reading, first, last)
        if not around or not found.occasion:
            stop = min((f.cue_at for f in passage.here if f.cue_at > found.last), default=passage.last)
            turn = (k for k in range(found.last, stop) if reading.keys[k] in _TURNS)
            stop = next(turn, stop)  # "…"، الأمر الذي أكده محاميه لرويترز: told by somebody else
            after, occasion = self._chains.around(reading, found.last, stop, near=True)
            around, found.occasion = around or after, found.occasion or occasion
        passed = [opening.relay, *opening.further] if opening.relay is not None else opening.further
        relay = [self._chains.link(reading, who) for who in passed]
        return without_accounts([*relay, *found.links, *around])

    def _told_to(self, passage: Passage, found: Found) -> list[Link]:
        """``…، وفق ما قال الوزير لرويترز``: the links right after an attribution."""
        for attribution in passage.attributions:
            if attribution.at == found.cue_at:
                stop = min(passage.last, attribution.last + _NEXT, attribution.content or passage.last)
                links, found.occasion = self._chains.around(passage.reading, attribution.last, stop)
                through = [attribution.through] if attribution.through is not None else []
                return [*(self._chains.link(passage.reading, who) for who in through), *links]
        return []

    def _inherited(self, passage: Passage, found: Found) -> tuple[Link, ...]:
        """Return the links of the same source before, in the sentence or in one of the last paragraphs."""
        if found.speaker is None:
            return ()
        memory = passage.memory
        for other in reversed(passage.here):
            if other.cue_at < found.cue_at and other.speaker is not None and _one(other.speaker, found.speaker):
                found.occasion = found.occasion or other.occasion
                return tuple(_inherit(link) for link in other.links)
        if _of_another_time(passage, found):
            return ()
        same = memory.speaker is not None and _one(memory.speaker, found.speaker)
        if (
            same
            and found.occasion is None
            and not _on_a_day_of_its_own(passage)
            and memory.paragraph >= 0
            and passage.paragraph - memory.paragraph <= REACH
        ):
            found.occasion = memory.occasion
            return tuple(_inherit(link) for link in memory.links)
        return ()

    @staticmethod
    def _goes_on(passage: Passage, found: Found) -> list[Link]:
        """Return the attribution's links of the sentence before where its source only goes on: ``وأضاف``."""
        memory, who = passage.memory, found.speaker
        here = any(other.cue_at < found.cue_at for other in passage.here)
        if who is None or here or who.how not in _GOES_ON or passage.number > memory.sentence + 1:
            return []
        same = memory.speaker is not None and _one(memory.speaker, who)
        return [_inherit(link) for link in memory.covering] if same and not _of_another_time(passage, found) else []

    def taken_up(self, passage: Passage, before: list[Found]) -> None:
        """``جاء ذلك في مقابلة مع النهر``: the occasion of what was said before, the links of what comes after."""
        reading, first = passage.reading, passage.first
        if reading.keys[first] not in _CAME or not any(k in _SAID for k in reading.keys[first + 1 : first + 4]):
            return
        links, occasion = self._chains.around(reading, first, passage.here[0].cue_at if passage.here else passage.last)
        for found in before:
            found.occasion = found.occasion or occasion
        memory = passage.memory
        if passage.here or memory.speaker is None or memory.sentence != passage.number - 1:
            return
        memory.links = tuple(links) or memory.links
        memory.occasion, memory.sentence = occasion or memory.occasion, passage.number

    def afterword(self, passage: Passage, before: list[Found]) -> None:
        """An attribution with a full stop before it (``… إلى طرابلس. حسب رويترز.``) belongs to the sentence before."""
        self.taken_up(passage, before)
        if passage.here or not passage.attributions or passage.last - passage.first > 8:
            return
        attribution = passage.attributions[0]
        if attribution.source is None or attribution.at > passage.first + 1:
            return
        link = self._chains.link(passage.reading, attribution.source)
        for found in before:
            if all(fold(link.name) != fold(other.name) for other in found.links):
                found.links = (link, *found.links)

    @staticmethod
    def _keep_documents(found: Found, memory: Memory) -> None:
        """Keep whose document was named, so that ``البيان`` later on has its issuer; a joint one has none."""
        if found.sentence == 0 and found.cue is None:
            return
        issuer = found.speaker if found.speaker is not None and found.speaker.kind != "document" else None
        relayed = found.opening is not None and found.opening.relay is not None
        for link in found.links:
            if link.kind == "document" and not link.inherited:
                told = relayed or (link in found.covering and _head_word(link.name) not in _OF_ITS_ISSUER)
                alone = issuer if not told and "مشترك" not in link.name else None
                if not (relayed or fold(link.name).startswith("ال")) or _head_word(link.name) not in memory.documents:
                    memory.documents[_head_word(link.name)] = (link, alone)

    def _document(self, passage: Passage, found: Found) -> None:
        """A document that speaks: its issuer is the speaker where one is named, the document a link."""
        reading, memory, speaker = passage.reading, passage.memory, found.speaker
        self._keep_documents(found, memory)
        if speaker is None or speaker.kind != "document" or speaker.start is None:
            return
        head = _head_word(speaker.name)
        at, _ = reading.covering(speaker.start, speaker.start + 1)
        issuer = self._issuers.issuer(reading, at, min(len(reading.tokens), at + 12))
        known = memory.documents.get(head)
        link = Link(name=speaker.name, kind="document", start=speaker.start, end=speaker.end)
        if "مشترك" in speaker.name:
            issuer = None
        if known is None and fold(speaker.name).startswith("ال"):
            issuer = issuer or self._issuers.issued_before(reading, at)
        if issuer is not None and issuer.kind not in ("document", "unnamed"):
            found.speaker = memory.fullest.of(named(issuer))
            head_end = reading.tokens[at].end
            name = reading.text[max(speaker.start, reading.tokens[at].start) : head_end]
            link = Link(name=name, kind="document", start=speaker.start, end=head_end)
            memory.documents[head] = (link, found.speaker)
        elif known is not None and fold(speaker.name).startswith("ال"):
            link = known[0]
            if known[1] is not None:
                found.speaker = known[1]
        elif found.sentence > 0 or found.cue is not None:  # a headline's words are not the fullest
            memory.documents[head] = (link, None)
        found.links = (*(other for other in found.links if other.name != link.name and not other.inherited), link)
        found.lasting = (*(other for other in found.lasting if other.name != link.name), link)


def _clause(passage: Passage, found: Found) -> int:
    """Return the first token of the cue's clause: after the content before it, after ``لكن``, at ``الذي قال``."""
    reading = passage.reading
    if reading.keys[found.cue_at - 1] in RELATIVES and found.cue_at > passage.first:
        return found.cue_at
    earlier = [f for f in passage.here if f.cue_at < found.cue_at]
    start = passage.first
    if earlier:
        start = max((f.last for f in earlier if f.last <= found.cue_at), default=found.cue_at)
    turns = (k for k in range(found.cue_at - 1, start, -1) if reading.keys[k] in _OTHER_CLAUSE)
    return next(turns, start)


def _of_another_time(passage: Passage, found: Found) -> bool:
    """Say whether it was said before what the report tells of: ``وكان قد قال``, ``قال في وقت سابق``."""
    reading, at = passage.reading, found.cue_at
    if at - 1 > passage.first and reading.keys[at - 1] == "قد" and passage.number > 1:
        return True
    stop = found.opening.between if found.opening is not None else at
    clause = range(max(passage.first, at - _NEXT), max(at, min(stop, at + _EARLIER_REACH)))
    return any(reading.keys[k] in _EARLIER or reading.keys[k - 1 : k + 1] in _BEFORE for k in clause)


def _on_a_day_of_its_own(passage: Passage) -> bool:
    """Say whether a sentence opens with a day of its own: ``والخميس كشف …`` is not at the meeting told before."""
    return passage.first in passage.reading.dates


def _speaks(found: Found, source: Phrase) -> bool:
    """Say whether the source of an attribution is the statement's speaker: ``قالت الوكالة نقلا عن مسؤول إن``."""
    opening = found.opening
    return opening is not None and opening.subject is not None and opening.subject.first == source.first


def _fullest(link: Link, memory: Memory) -> Link:
    """Return ``البيان`` under the name by which the report first names it."""
    known = memory.documents.get(_head_word(link.name))
    if link.kind != "document" or known is None or not fold(link.name).startswith("ال"):
        return link
    return Link(name=known[0].name, kind="document", start=link.start, end=link.end)


def _one(before: Speaker, now: Speaker) -> bool:
    """Say whether two speakers are one: the same name, or one office more fully named (``الخارجية القطرية``)."""
    a, b = fold(before.name).split(), fold(now.name).split()
    if before.kind == now.kind == "office" and (
        heads(before.name, fold(now.name)) or heads(now.name, fold(before.name))
    ):
        return True
    if a == b or before.kind != "office" or now.kind != "office":
        return a == b
    return bool(a and b) and a[0] == b[0] and min(len(a), len(b)) > 1 and (set(a) <= set(b) or set(b) <= set(a))


def _inherit(link: Link) -> Link:
    return Link(name=link.name, kind=link.kind, start=link.start, end=link.end, inherited=True)


def _head_word(name: str) -> str:
    key = fold(name.split()[0]) if name.split() else ""
    return key[2:] if key.startswith("ال") else key
