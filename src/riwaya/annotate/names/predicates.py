"""Offices that somebody took or holds: عُين سليم القاطعي أمس [رئيسا] للهيئة, الذي شغل منصب [عمدة] رمال, رتبة [فريق].

The title stands away from the name; a verb or noun of becoming (``title_stops.tsv``) says that they belong together.
"""

from __future__ import annotations

from riwaya.annotate.names.appositions import Named
from riwaya.annotate.names.titles import Title
from riwaya.annotate.names.titlewords import TitleWords
from riwaya.arabic.letters import fold

_POSTS = frozenset(map(fold, ("منصب", "لمنصب", "بمنصب", "مهام", "مهمة", "وظيفة")))
_RANKS = frozenset(map(fold, ("رتبة", "لرتبة", "برتبة")))
_RAISED = ("ترقي", "رقي", "رقى", "بترقي", "منح")
_HOPED = frozenset(map(fold, ("أن", "بأن", "لأن", "لن", "لم", "ألا", "ولم", "ولن")))
_LINKING = frozenset(map(fold, ("الذي", "التي", "والذي", "والتي", "قد", "وقد", "كان", "كانت", "،", ")", "-", "–")))
"""Words between a name and the verb that it is the subject of."""
_TIMED = frozenset(map(fold, ("قبل", "بعد", "منذ", "إلى", "بعدما")))
_FIRST = frozenset(map(fold, ("أول", "كأول", "ثاني")))
_BREAKS = frozenset('.؛:!؟"«»“”')
_REACH = 7
"""Words that may stand between a name and the office that it took."""
_AFAR = 16
"""As many, where a pronoun points back: وتعيين[ه] قائدا."""


class Predicates:
    """Finds who took or holds the office that a run of titles names."""

    def __init__(self, words: TitleWords) -> None:
        self._words = words

    def __call__(self, row: Named, run: list[Title]) -> int | None:
        """Return the index of the name, None where no verb of becoming joins the two."""
        title = run[0]
        if len(run) > 1 or title.head.number != "singular" or title.head.definite or title.head.possessed:
            return None
        if not title.first or not title.head.role:
            return None
        if title.head.accusative:
            return self._became(row, title.first)
        before = row.tokens[title.first - 1].key
        if before in _POSTS:
            return self._held(row, title.first - 1)
        if before in _RANKS and title.head.kind == "military":
            return self._raised(row, title.first - 1)
        office = title.head.kind in ("office", "law", "business") and not title.head.weak
        return self._became(row, title.first - 1) if before in _FIRST and office else None

    def _became(self, row: Named, at: int) -> int | None:
        """Return who became it: the name before, with a word of becoming in front of it or behind."""
        if row.tokens[at - 1].key in self._words.becoming and row.tokens[at - 1].key.endswith("ه"):
            return self._nearest(row, at, _AFAR)  # وتعيينه قائدا
        index = self._nearest(row, at, _REACH)
        if index is None:
            return None
        first, last = row.names[index]
        if any(self._verb(row, back) for back in range(max(0, first - _REACH), first)):
            return index
        behind = next((back for back in range(last, at) if row.tokens[back].key not in _LINKING), at)
        return index if behind < at and self._verb(row, behind) else None

    def _held(self, row: Named, at: int) -> int | None:
        """Return who holds a post: الذي شغل في السابق [منصب], تولى سليم القاطعي [منصب]."""
        verb = next((back for back in range(at - 1, max(-1, at - 6), -1) if self._verb(row, back)), None)
        if verb is None:
            index = self._nearest(row, at, 1)
            first = row.names[index][0] if index is not None else 0
            return index if first and self._verb(row, first - 1) else None
        return self._nearest(row, at, _REACH)

    def _verb(self, row: Named, at: int) -> bool:
        """Return whether a word says that an office was taken: أصبح, not بأن يصبح, which is a hope."""
        before = [token.key for token in row.tokens[max(0, at - 2) : at]]
        hoped = bool(before) and before[-1] in _HOPED and before[0] not in _TIMED
        return row.tokens[at].key in self._words.becoming and not hoped

    def _raised(self, row: Named, at: int) -> int | None:
        """Return who was raised to a rank: بعد ترقيته إلى [رتبة] فريق."""
        raised = any(token.key.lstrip("وف").startswith(_RAISED) for token in row.tokens[max(0, at - 8) : at])
        return self._nearest(row, at, _AFAR) if raised else None

    def _nearest(self, row: Named, at: int, reach: int) -> int | None:
        """Return the name that ends at most ``reach`` words before ``at``, in the same clause."""
        for back in range(at, max(-1, at - reach - 1), -1):
            if back in row.ending:
                return row.ending[back]
            if back and row.tokens[back - 1].text in _BREAKS:
                return None
        return None
