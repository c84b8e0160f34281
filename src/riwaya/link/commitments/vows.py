"""Words of promising in any sentence, whether the report makes a statement of them or not.

``اجتماع تعهد فيه الوزير بفتح الميناء``, ``بعد تعهد البنك بخفض الرسوم``, ``وعوده الانتخابية بإعادة السفن``: who gives
the promise stands right behind its word, or before it where the word leads back to him.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from riwaya.arabic.clitics import segment
from riwaya.arabic.tokens import Token
from riwaya.link.clauses import Words
from riwaya.link.commitments.pledges import is_action, joined, said
from riwaya.link.commitments.undertakers import Undertakers
from riwaya.link.parties import lands
from riwaya.model import Mention

FAR = 20  # words between a word of promising and what is promised
NEAR = 3  # the same behind a promise with its owner's pronoun
RENEWED = 6  # words before a bond in which it is said to be renewed: أكدت السنغال التزامها
BACK = 20  # words before it in which he stands to whom it leads back

_QUOTES = frozenset('"«“')

Vow = tuple[tuple[str, ...], int]
"""Who promises, and the word at which what is promised begins."""


class Vows:
    """The promises of one report's sentences."""

    def __init__(self, who: Undertakers) -> None:
        self.who = who

    def found(self, words: Words) -> Iterator[Vow]:
        """Yield who promises and where what is promised begins.

        Misses: who gives a promise two clauses before it; a promise of which only a pronoun tells what.
        """
        for at, token in enumerate(words):
            if token.key not in _cues() or not self._gives(words, at):
                continue
            intends = token.key.removeprefix("و") in said("intend")
            start = self._act(words, at) if intends else self._content(words, at)
            if start is None:
                continue
            giver = self._behind(words, at, start) or self._led_back(words, at, start)
            if giver:
                yield giver, start

    def _gives(self, words: Words, at: int) -> bool:
        """Say whether a word promises: not ``أن تتعهد`` (is to), not ``نفت تعهدها``; a bond only where it is told."""
        key, before = words[at].key, words[at - 1].key.removeprefix("و") if at else ""
        if not said("condition").isdisjoint(token.key for token in words[max(0, at - RENEWED) : at]):
            return False  # في حال لم تلتزم بتعهداتها
        near = {token.key.removeprefix("و") for token in words[max(0, at - NEAR) : at]}
        if (
            before in said("not given")
            or not near.isdisjoint(said("denied"))
            or (before == "ان" and key.removeprefix("و") in said("vow now"))
        ):
            return False
        if key.removeprefix("و") in said("binds"):
            return at == 0 or words[at - 1].kind == "punct" or (key.startswith("و") and before not in said("that"))
        if key.removeprefix("و") in ("وعده", "وعدها") and before not in said("his word"):
            return False
        return key not in _bonds() or before in said("bond told") or self._assured(words, at)

    def _assured(self, words: Words, at: int) -> bool:
        near = {token.key.removeprefix("و") for token in words[max(0, at - RENEWED) : at]}
        return not near.isdisjoint(said("renew") | said("assure"))

    def _act(self, words: Words, at: int) -> int | None:
        """Return where the act begins that somebody intends: ``تعتزم السنغال [بناء ميناء]``."""
        for n in range(at + 1, min(at + 8, len(words))):
            if words[n].key in said("own act") and not self.who.is_named(words[n].start):
                return n
            if words[n].kind == "punct" or words[n].key in said("toward"):
                return None
        return None

    def _content(self, words: Words, at: int) -> int | None:
        """Return where what is promised begins: ``بفتح``, ``بأن``, ``ألا``, or the noun right behind who promises."""
        commas, owned = 0, words[at].key in _pronouns("ه") | _pronouns("ها")
        for n in range(at + 1, min(at + 1 + (NEAR if owned else FAR), len(words))):
            token = words[n]
            if token.kind == "punct":
                commas += token.text == "،"
                if commas > 2 or token.text in ".:؛!؟()":
                    return None
                continue
            if token.key in said("that") and words[n - 1].key not in said("time before"):
                return n + 1 if n + 1 < len(words) else None
            if token.key in said("not to") or self._with(token) or self._object(words, at, n):
                return n
            if token.key == "ب":
                return _inside(words, n + 1)
        return None

    def _object(self, words: Words, at: int, n: int) -> bool:
        """``تعهد الدرعاوي مواصلة العمل``: an action right behind who promises it."""
        if n == at + 1 or words[n].key in said("that"):
            return False
        ends = {one.end for one in self.who.entitled(words[at].start, words[n].start)}
        return words[n - 1].end in ends and not self.who.is_named(words[n].start) and is_action(words[n])

    def _with(self, token: Token) -> bool:
        """``بفتح الميناء``, but not ``بحضور الرئيس``, nor ``ببيروت``."""
        if token.key in said("manner") or segment(token.form).proclitics[:1] != ("ب",):
            return False
        return not self.who.is_named(token.start) and not self.who.is_time(token.start + 1)

    def _behind(self, words: Words, at: int, start: int) -> tuple[str, ...]:
        """Return who is named behind the word: ``تعهد رئيس الوزراء، سالم الدرعاوي، بأن``."""
        span = words[at + 1 : start]
        while span and (span[0].key in said("not giver") or span[0].kind == "punct"):
            span = span[1:]
        if not span or span[0].key in said("toward") or segment(span[0].form).proclitics[:1] == ("ل",):
            return ()
        return self._named(self.who.entitled(span[0].start, words[start].start), span) or self._described(span)

    def _named(self, found: list[Mention], span: Words) -> tuple[str, ...]:
        """Return the first person of a run of names, else its first body or country; not to whom it is given."""
        kept: list[Mention] = []
        for one in found:
            before = next((token.key for token in reversed(span) if token.end <= one.start), "")
            if before in said("toward"):
                break
            kept.append(one)
        if not kept:
            return ()
        person = next((one for one in kept if one.type in ("PER", "TITLE")), None)
        first = person or kept[0]
        if first.type in ("PER", "TITLE") or first.start <= span[0].start + len("ال"):
            joined_names = [one for one in kept if one.type == first.type] if person is None else [first]
            return tuple(dict.fromkeys(one.entity for one in joined_names))
        return self._described(span)

    def _described(self, span: Words) -> tuple[str, ...]:
        """``المسؤولان التركيان``, ``السلطات``: who has no name of his own."""
        first = span[0].key
        if first not in said("state") | said("general") | said("gathered"):
            return ()
        taken = [span[0]]
        for token in span[1:6]:
            if token.kind != "word" or token.key in said("toward") or self.who.is_time(token.start):
                break
            if segment(token.form).proclitics[:1] == ("ل",) or (
                first.startswith("ال") and not token.key.startswith("ال")
            ):
                break
            taken.append(token)
        return (" ".join(self.who.text[taken[0].start : taken[-1].end].split()),)

    def _passed(self, cue: Token, behind: Token) -> bool:
        """Say whether a word behind a promise leaves open whose it is: ``تعهدت له``, ``التزامها التام``."""
        if cue.key in _pronouns("ه") | _pronouns("ها") and behind.key.startswith("ال"):
            return True
        return behind.key in said("not giver") | said("toward") | said("that")

    def _led_back(self, words: Words, at: int, start: int) -> tuple[str, ...]:
        """Return whom ``تعهدها``, ``الذي تعهد`` or ``ووعد`` leads back to: the nearest before it that agrees."""
        between = [token for token in words[at + 1 : start] if token.kind == "word"]
        if between and not self._passed(words[at], between[0]):
            return ()
        if at and words[at - 1].key.removeprefix("و") in said("state"):
            return (words[at - 1].text.removeprefix("و"),)
        low = words[max(0, at - BACK)].start
        near = [one for one in self.who.between(low, words[at].start) if one.end <= words[at].start]
        key = words[at].key.removeprefix("و")
        if key in said("vow he") | {"يعتزم", "ينوي", "يلتزم"} or key in _pronouns("ه"):
            near = [one for one in near if one.type == "PER"]
        elif key in _pronouns("ها"):
            near = [one for one in near if one.type == "ORG" or (one.type == "LOC" and lands(one.entity))]
        elif key not in said("vow she") | {"تعتزم", "تنوي", "تلتزم"}:
            return ()
        return (near[-1].entity,) if near else ()


def _inside(words: Words, at: int) -> int | None:
    """Step over an opening quotation mark: ``بـ"فتح الميناء"``."""
    at += at < len(words) and words[at].text in _QUOTES
    return at if at < len(words) else None


@cache
def _cues() -> frozenset[str]:
    verbs = joined("vow he") | joined("vow she") | joined("vow they") | joined("intend") | joined("binds")
    return verbs | joined("vow noun") | _pronouns("ه") | _pronouns("ها")


@cache
def _bonds() -> frozenset[str]:
    return frozenset(f"{before}{noun}{owner}" for noun in said("bond") for owner in ("ه", "ها") for before in ("", "و"))


@cache
def _pronouns(owner: str) -> frozenset[str]:
    nouns = said("vow noun") | said("bond")
    return frozenset(f"{before}{noun}{owner}" for noun in nouns for before in ("", "و", "ب"))
