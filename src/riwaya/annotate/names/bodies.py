"""Organisations and places of a report: each under the fullest form that the report prints, with kind and country."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from riwaya.annotate.names.clusters import Word, clusters
from riwaya.annotate.names.gazetteer import Gazetteer, stems
from riwaya.annotate.names.tagger import Found
from riwaya.arabic.letters import fold
from riwaya.arabic.tokens import Token
from riwaya.lexicon import table
from riwaya.model import Mention, MentionType, Named

BY = "names/crf@1"
_SPACE = re.compile(r"[\s_]+")  # #كوريا_الشمالية
_MARKS = re.compile(r"[#\"“”«»]+")
_INSIDE = frozenset(("ci", "oi"))
"""Flags of words that stand in names of places or bodies, and not first."""


class Bodies:
    """Names the organisations and places that the tagger and the lexicons find."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._clusters: dict[str, Word] = clusters()
        self._heads = {fold(row["body"]): row["kind"] for row in table("bodies")}

    def __call__(
        self, text: str, lines: Iterable[tuple[Sequence[Token], Sequence[Found]]]
    ) -> tuple[list[Mention], tuple[Named, ...], tuple[Named, ...]]:
        """Return mentions, organisations, places; ``lines`` are the sentences' tokens and what the tagger found."""
        out: list[Mention] = []
        named: dict[str, dict[str, list[str]]] = {"ORG": {}, "LOC": {}}
        for tokens, found in ((tokens, one) for tokens, every in lines for one in every):
            street, kind, end = self._street(tokens, found), found.kind, tokens[found.last - 1].end
            start = self._start(tokens[found.first], kind) if street < 0 else street
            printed = self._printed(text, start, end)
            name = self._entity(printed, kind) if street < 0 else printed
            out.append(Mention(start=start, end=end, type=_type(kind), entity=name, by=BY))
            forms = named[kind].setdefault(name, [])
            if printed not in forms:
                forms.append(printed)
        organisations = tuple(self._organisation(name, forms) for name, forms in named["ORG"].items())
        places = tuple(self._place(name, forms) for name, forms in named["LOC"].items())
        return out, organisations, places

    def _start(self, token: Token, kind: str) -> int:
        """Return where a body's or place's name begins behind a proclitic: ``بالعراق`` → العراق, ``لندن`` as it is.

        A word that is known only from inside longer names (جامعة ميريلاند [بالقاهرة]) begins none; و before an article
        is none of a place that no list knows (قرية الرمل [والصفصاف]).
        """
        words = self._gazetteer.words
        joined = kind == "LOC" and token.key.startswith("وال") and len(token.key) > 5
        if joined and token.key not in self._gazetteer.places:
            return token.start + 1
        if not _INSIDE.issuperset(words.get(token.key, ("ci",))):
            return token.start
        for stem in reversed(stems(token.key)):
            if not token.key.endswith(stem) and not stem.startswith("ال"):
                continue
            known, whole = self._clusters.get(stem), self._clusters.get(token.key)
            if stem in words or (known and len(stem) > 3 and known.seen > 3 * (whole.seen if whole else 3)):
                return token.start + (len(token.key) - len(stem) if token.key.endswith(stem) else 1)
        return token.start

    def _street(self, tokens: Sequence[Token], found: Found) -> int:
        """Return where the word begins that makes a street of a city or country: [شارع] بيروت; -1 elsewhere."""
        if found.kind != "LOC" or not found.first:
            return -1
        known = self._gazetteer.places.get(" ".join(token.key for token in tokens[found.first : found.last]))
        before = tokens[found.first - 1]
        head = next((form for form in (before.key, *stems(before.key)) if self._heads.get(form) == "street"), "")
        if not head or known is None or known.kind not in ("city", "country", "region"):
            return -1
        return before.end - len(head)

    def _printed(self, text: str, start: int, end: int) -> str:
        printed = _SPACE.sub(" ", _MARKS.sub("", text[start:end])).strip()
        article = start > 0 and text[start - 1] == "ل" and printed.startswith("ل")  # [للعراق] is العراق
        return "ا" + printed if article and fold(printed) not in self._gazetteer.places else printed

    def _entity(self, printed: str, kind: str) -> str:
        key = fold(printed)
        if kind == "LOC" and key in self._gazetteer.places:
            return self._gazetteer.places[key].name
        if kind == "ORG" and key in self._gazetteer.organisations:
            return self._gazetteer.organisations[key][0]
        return printed

    def _organisation(self, name: str, forms: list[str]) -> Named:
        variants = tuple(form for form in forms if form != name)
        known = self._gazetteer.organisations.get(fold(name))
        if known:
            return Named(name=name, variants=variants, kind=known[1], country=known[2] or None)
        words = [fold(word) for word in name.split()]
        countries = (self._gazetteer.nationalities[word] for word in words if word in self._gazetteer.nationalities)
        country = self._gazetteer.governments.get(fold(name)) or next(
            countries, None
        )  # قصر الإليزيه, وزارة الري العراقية
        return Named(name=name, variants=variants, kind=self._heads.get(words[0].removeprefix("ال")), country=country)

    def _place(self, name: str, forms: list[str]) -> Named:
        variants = tuple(form for form in forms if form != name)
        known = self._gazetteer.places.get(fold(name))
        if known is None:
            return Named(name=name, variants=variants)
        return Named(name=name, variants=variants, kind=known.kind, country=known.country or None)


def _type(kind: str) -> MentionType:
    return "ORG" if kind == "ORG" else "LOC"
