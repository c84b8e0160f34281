"""Documents in which something is said: communiqué, tweet, letter, report, indictment, recording, account."""

from __future__ import annotations

from riwaya.annotate.statements.occasions import Occasions
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import Sources
from riwaya.annotate.statements.words import THAT, words
from riwaya.arabic.letters import fold
from riwaya.model import Link

_IN = words("where-said")
_ON_ACCOUNT = words("on-an-account")
_ACCOUNTS = words("accounts")
_ACCOUNT_OF = words("account-of")
_OF_DOCUMENT = words("of-document")
_RUNS_ON = words("on-a-platform")
_PUBLISHING = words("publishing")
_NO_IN = frozenset(("في", "وفي", "من"))
_WITH_BI = words("documents-after-bi")
_SITE = words("sites")
_SOCIAL = words("social")
_FILMED = words("filmed")
_TAKING_PART = "شارك"
_OBJECT = 8
_FAR = 7
_MARKS = str.maketrans("", "", '"«»“”')


def is_account(name: str) -> bool:
    """Say whether a document's name is that of an account, site or platform: ``حسابه على تويتر``."""
    word = fold(name.split()[0]) if name.split() else ""
    return word in _ACCOUNTS or word.removeprefix("ال") in _ACCOUNTS


class Documents:
    """Reads the document that a preposition brings in or that a verb publishes."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self._occasions = Occasions(sources)

    def at(self, reading: Reading, j: int, last: int) -> tuple[Link, int] | None:
        """Return the document at token ``j`` and the token after it: ``في بيان``, ``عبر حسابه``, ``كتب تغريدة``."""
        key = reading.keys[j]
        if key in _PUBLISHING:
            return self._published(reading, j, last)
        if key.startswith("ب") and key[1:] in _WITH_BI:
            return self.document(reading, j, 1, last)
        if (key not in _IN and key not in _ON_ACCOUNT) or j + 1 >= last:
            return None
        at = self._platform(reading, self._occasions.noun(reading, j, last), last)
        kind, size = self.sources.said_in(reading.keys, at, last) or ("", 0)
        if kind not in ("document", "platform") or (j and _TAKING_PART in reading.keys[j - 1]):
            return None  # المشاركون في الدراسة
        account = kind == "platform" or is_account(reading.tokens[at].text)
        if key not in (_ON_ACCOUNT if account else _IN) or (kind == "platform" and key in _NO_IN):
            return None
        return self.document(reading, at, size, last)

    @staticmethod
    def _platform(reading: Reading, at: int, last: int) -> int:
        """Return the token of the platform in ``موقع التواصل الاجتماعي تويتر``, else the same token."""
        if reading.keys[at] not in _SITE:
            return at
        k = at + 1
        while k < min(last, at + 5) and (reading.keys[k] in _SOCIAL or reading.tokens[k].text in '"«،'):
            k += 1
        return k if k < last and reading.keys[k] in _ACCOUNTS else at

    def document(self, reading: Reading, at: int, size: int, last: int) -> tuple[Link, int]:
        """Return the link of a document and the token after it: ``بيان مشترك``, ``حسابه الرسمي على تويتر``."""
        stop = at + size
        while stop < last and (reading.keys[stop] in _OF_DOCUMENT or reading.keys[stop] in _ACCOUNT_OF):
            stop += 1
        platform = self._on_platform(reading, stop, last) if is_account(reading.tokens[at].text) else None
        if platform is not None:
            return platform
        start, end = reading.tokens[at].start + (reading.keys[at][1:] in _WITH_BI), reading.tokens[stop - 1].end
        after = stop
        while after < min(last, stop + 6) and reading.keys[after] in _RUNS_ON:
            after += 1
        return Link(name=reading.text[start:end].translate(_MARKS), kind="document", start=start, end=end), after

    def _on_platform(self, reading: Reading, at: int, last: int) -> tuple[Link, int] | None:
        """``حسابه على موقع التواصل "تويتر"``: an account's link is the platform that it is on."""
        for k in range(at, min(last, at + _FAR)):
            if k in reading.cues or reading.tokens[k].text in ".:":
                return None
            glued = reading.keys[k].startswith("ب")
            found = self.sources.at(reading.keys, k, last, strip="ب" if glued else "")
            if found is not None and found[0] == "platform":
                start, end = reading.tokens[k].start + glued, reading.tokens[k + found[1] - 1].end
                return Link(name=reading.text[start:end], kind="document", start=start, end=end), k + found[1]
        return None

    def _published(self, reading: Reading, j: int, last: int) -> tuple[Link, int] | None:
        """``كتب الوزير تغريدة``, ``أصدرت الوزارة بيانا``: the document is the verb's object."""
        for k in range(j + 1, min(last, j + _OBJECT)):
            key = reading.keys[k]
            if key in THAT or reading.tokens[k].text in ":.،,":
                return None
            if k in reading.mention_at or key.startswith("ال") or reading.keys[k - 1] in _IN:
                continue
            noun = key[:-1] if key.endswith("ا") and len(key) > 4 else key
            ahead = [noun, *reading.keys[k + 1 : min(last, k + 3)]]
            kind, size = self.sources.at(ahead, 0, len(ahead)) or ("", 0)
            if kind == "document" and key not in _FILMED and not is_account(reading.tokens[k].text):
                link, after = self.document(reading, k, size, last)
                if noun != key:
                    link = Link(name=_nominative(link.name), kind="document", start=link.start, end=link.end)
                return link, after
        return None


def without_accounts(links: list[Link]) -> list[Link]:
    """Leave out the account on which a document stands: ``في تغريدة على حسابه``; of several accounts the first."""
    own = any(link.kind == "document" and not is_account(link.name) for link in links)
    accounts = [link for link in links if link.kind == "document" and is_account(link.name)]
    return [link for link in links if link not in accounts or (not own and link is accounts[0])]


def _nominative(name: str) -> str:
    """Return ``بيانا رسميا`` as ``بيان رسمي``."""
    return " ".join(word.rstrip("ًا") if word.endswith(("ا", "اً", "ًا")) else word for word in name.split())
