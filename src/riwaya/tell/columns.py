"""What each view shows in a terminal: its columns, in the words of the interface."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import islice

from rich.text import Text

from riwaya.tell.bidi import tame
from riwaya.tell.known import marked
from riwaya.tell.rows import Row
from riwaya.tell.words import Both, counted, word

Column = tuple[str, Callable[[Row], str | Text]]


def said(words: str | Both) -> str:
    """Return a word of the interface: Arabic where ``LANG`` is Arabic, else English."""
    both = word(words) if isinstance(words, str) else words
    return both.ar if os.environ.get("LANG", "").startswith("ar") else both.en


def _list(key: str, most: int = 6) -> Callable[[Row], str]:
    def value(row: Row) -> str:
        names = row[key]
        return "، ".join(names[:most]) + (f" +{len(names) - most}" if len(names) > most else "")

    return value


def _plain(key: str) -> Callable[[Row], str]:
    return lambda row: "" if row[key] is None else str(row[key])


def _romanised(row: Row) -> str:
    return marked(row["romanised"], row["romanised_by"])


def _number(key: str) -> Callable[[Row], str]:
    return lambda row: str(len(row[key]))


def _date(key: str) -> Callable[[Row], str]:
    return lambda row: row[key][:10] if row[key] else "—"


def _word(key: str, kind: str) -> Callable[[Row], str]:
    return lambda row: said(f"{kind}.{row[key]}" if kind else str(row[key]))


def _span(row: Row) -> str:
    return " – ".join(dict.fromkeys(filter(None, (row["from"], row["until"]))))


def _roles(row: Row) -> Text:
    """Return the titles with their dates; those that cannot be true together stand in red."""
    found = [" ".join(filter(None, (one["title"], f"({_span(one)})" if _span(one) else ""))) for one in row["roles"]]
    text = Text(tame("؛ ".join(found)))
    for one in row["conflicts"]:
        holder = f" ({one['holder']})" if one["holder"] else ""
        text.append(tame(f"؛ {one['title']} ≠ {one['other']}{holder}"), "red")
    return text


def _spellings(row: Row) -> Text:
    text = Text()
    for spelling in row["variants"][:8]:
        text.append(tame(spelling), "red" if spelling in row["slips"] else "").append("، ")
    return text[:-2] if text else text


def _hands(row: Row) -> list[str]:
    names = [link["name"] for link in row["chain"]]
    occasion = row["occasion"]
    if isinstance(occasion, dict):
        occasion = occasion["name"]
    return [*names, *filter(None, [occasion])]


def _chain(row: Row) -> str:
    return " ← ".join(_hands(row))


def _traced(row: Row) -> str:
    """Return the chain with its origin marked: ``سنابل ← ◆ بيان (الحكومة)``; the speaker where it is the origin."""
    hands, origin = _hands(row), row["origin"]
    if not origin:
        return " ← ".join(hands)
    at = next(
        (n for n in reversed(range(len(hands))) if origin.startswith(f"{hands[n]} (") or origin == hands[n]), None
    )
    if at is None:
        return " ← ".join([*hands, f"◆ {origin}"])
    rest = [one for one in hands[at + 1 :] if f"({one})" not in origin]
    return " ← ".join([*hands[:at], f"◆ {origin}", *rest])


def _speaker(row: Row) -> str:
    speaker = row["speaker"]
    name = speaker["name"] if isinstance(speaker, dict) else speaker
    return name or f"({said('nobody')}) {'، '.join(f'{one}؟' for one in row['candidates'])}".strip()


def _quoted(row: Row) -> str:
    """Return the stance, whether the words are the speaker's own, and how the claim is put."""
    claim = row["claim"]
    put = filter(None, ("negated" if claim.get("negated") else "", claim.get("modality")))
    return " · ".join([_stance(row), said("quote." + row["mode"]), *(said(f"claim.{one}") for one in put)])


def _content(row: Row) -> str:
    """Return the words, behind an arrow where they stand within another statement."""
    return f"↳ {row['text']}" if row["within"] else str(row["text"])


def _count(row: Row) -> str:
    number, upper = row["number"], row.get("upper")
    value = "—" if number is None else f"{number:,}" + (f"–{upper:,}" if upper is not None else "")
    return value if row["relation"] == "exactly" else f"{said('relation.' + row['relation'])} {value}"


def _mark(row: Row) -> Text:
    """Return a small mark where a person ruled: how often, and by whom."""
    found = row["rulings"]
    names = "، ".join(dict.fromkeys(one["by"] for one in found))
    return Text(f"✓ {tame(names)}", "green") if found else Text()


_PAIRS = frozenset({"story", "event", "claim", "copy"})


def _ruling(row: Row) -> str:
    kind = f"{said('kind.' + row['kind'])}: " if row["kind"] in _PAIRS else ""
    return f"{kind}{row['left']} {said('verdict.' + row['verdict'])} {row['right']}"


def _effect(row: Row) -> Text:
    told = said(f"effect.{row['effect'] or 'unlinked'}")
    against = f" ({'، '.join(row['against'])})" if row["against"] else ""
    return Text(told + against, "" if row["effect"] == "in-effect" else "red")


def _shares(row: Row) -> str:
    return "، ".join(f"{name} {number}" for name, number in islice(row["chains"].items(), 8))


def _copied(row: Row) -> str:
    """Return the first copies: ``نص واحد محرر 80% first.txt``, and how many more there are."""
    found = [f"{said('copy.' + one['kind'])} {100 * one['score']:.0f}% {one['original']}" for one in row["copies"][:3]]
    return "؛ ".join([*found, *([f"+{len(row['copies']) - 3}"] if len(row["copies"]) > 3 else [])])


def _why(row: Row) -> str:
    return ": ".join(filter(None, (said(row["why"]), "، ".join(row["names"]))))


def _title(row: Row) -> str:
    span = row["title"]
    return str(row["text"][span["start"] : span["end"]]) if span else str(row["text"])[:100]


def _cited(row: Row) -> str:
    docs = list(dict.fromkeys(one["doc"] for one in row["evidence"]))
    return "\n".join(docs[:3]) + (f" +{len(docs) - 3}" if len(docs) > 3 else "")


def _outlet(row: Row) -> str:
    return row["outlet"]["name"] if row["outlet"] else "—"


def _day(row: Row) -> str:
    return row["published"]["value"][:10] if row["published"] else "—"


def _stance(row: Row) -> str:
    return said("stance." + (row["stance"] if "stance" in row else row["cue"]["stance"]))


def _numbered(row: Row) -> str:
    """Return the number of an instance, or the numbers of a gap: ``2–4``."""
    if row["number"] is None:
        return "—"
    return f"{row['number']}" + (f"–{row['last']}" if row["last"] not in (None, row["number"]) else "")


def _held(row: Row) -> Text:
    """Return what an instance is called; a gap in the numbering says so."""
    if row["status"] == "not-reported":
        return Text(said("not-reported"), "red")
    return Text(tame(row["name"]))


def _sat(row: Row) -> str:
    """Return the places of an instance, and that it was held online."""
    return "، ".join([*row["where"], *([said("online")] if row["online"] else [])])


def _headed(row: Row) -> str:
    return "، ".join(row["heads"]) + (f" ({said('inferred')})" if "heads" in row["inferred"] else "")


def _turned(row: Row) -> str:
    """Return what became of a commitment, turn by turn with its dates."""
    return "\n".join(" ".join(filter(None, (said(f"change.{one['change']}"), one["date"]))) for one in row["history"])


def _contradicted(row: Row) -> Text:
    """Return what is disputed, each with its values: ``العدد: 12 ≠ 20``."""
    found = [one for one in row["details"] if one["verdict"] == "contradicts"]
    values = (" ≠ ".join(dict.fromkeys(filter(None, one["says"].values()))) for one in found)
    lines = (f"{said('detail.' + one['kind'])}: {value}" for one, value in zip(found, values, strict=True))
    return Text(tame("؛ ".join(lines)), "red")


def _merged(row: Row) -> str:
    """Return why reports count as one witness: ``4 وسائل، أصل واحد: بيان حكومة مرجانة``."""
    outlet = {one["doc"]: one["outlet"] or one["doc"] for one in row["witnesses"]}
    lines = []
    for one in row["merges"]:
        number = len({outlet.get(doc, doc) for doc in one["docs"]})
        many = counted("n.outlets", number) if number > 1 else counted("n.reports", len(one["docs"]))
        lines.append(
            f"{said(many)}, {said('merge.' + one['reason'])}" + (f": {one['origin']}" if one["origin"] else "")
        )
    return "؛ ".join(lines)


def _cautions(row: Row) -> str:
    return "، ".join(said(f"caution.{one}") for one in row["cautions"])


def _dispute(row: Row) -> Text:
    return Text(said("disputed"), "red") if row["disputed"] else Text()


_NAMES: list[Column] = [
    ("view.name", _plain("name")),
    ("romanised", _romanised),
    ("variants", _spellings),
    ("reports", _number("documents")),
    ("ruled", _mark),
    ("id", _plain("id")),
]
SAID: list[Column] = [("speaker", _speaker), ("stance", _stance), ("view.text", _plain("text")), ("chain", _chain)]
TIMES: list[Column] = [("view.text", _plain("text")), ("date", _plain("value")), ("rule", _plain("rule"))]
FIGURES: list[Column] = [("count", _count), ("what", _plain("counted")), ("view.text", _plain("text"))]
NAMED: list[Column] = [("view.name", _plain("name")), ("roles", _list("roles")), ("variants", _list("variants"))]

RULED: list[Column] = [
    ("id", _plain("id")),
    ("ruled", _ruling),
    ("by", _plain("by")),
    ("date", _date("at")),
    ("view.why", _plain("why")),
    ("effect", _effect),
]

COLUMNS: dict[str, list[Column]] = {
    "stories": [
        ("view.title", _plain("title")),
        ("date", _span),
        ("reports", _number("documents")),
        ("parts", _number("parts")),
        ("view.outlets", _list("outlets", 4)),
        ("people", _list("people", 4)),
        ("id", _plain("story")),
    ],
    "timeline": [
        ("date", _date("date")),
        ("view.status", _word("status", "")),
        ("view.what", _plain("what")),
        ("who", _list("who", 4)),
        ("where", _list("where", 3)),
        ("reports", _cited),
    ],
    "people": [*_NAMES[:2], ("view.countries", _list("countries")), ("roles", _roles), *_NAMES[2:]],
    "organisations": _NAMES,
    "places": _NAMES,
    "statements": [
        ("published", _date("published")),
        ("speaker", _speaker),
        ("stance", _quoted),
        ("view.text", _content),
        ("chain.origin", _traced),
        ("view.doc", _plain("doc")),
    ],
    "figures": [
        ("count", _count),
        ("what", _plain("what")),
        ("by", _plain("by")),
        ("as-of", _date("as_of")),
        ("disputed", _dispute),
        ("view.doc", _cited),
    ],
    "processes": [
        ("process", _plain("process")),
        ("number", _numbered),
        ("view.name", _held),
        ("date", _date("date")),
        ("where", _sat),
        ("heads", _headed),
        ("tracks", _list("tracks", 4)),
        ("outcome", _list("outcome", 2)),
    ],
    "commitments": [
        ("who", _list("who", 3)),
        ("undertakes", _plain("what")),
        ("deadline", _plain("by")),
        ("condition", _plain("condition")),
        ("history", _turned),
        ("reports", _cited),
    ],
    "accounts": [
        ("event", _plain("event")),
        ("date", _date("date")),
        ("reports", _number("witnesses")),
        ("origins", _plain("origins")),
        ("not.counted", _plain("unknown")),
        ("merges", _merged),
        ("disputed", _contradicted),
        ("cautions", _cautions),
    ],
    "positions": [
        ("who", _plain("who")),
        ("matter", _plain("matter")),
        ("date", _date("date")),
        ("stance", _word("kind", "position")),
        ("shift", _word("shift", "shift")),
        ("view.text", _plain("text")),
        ("view.doc", _cited),
    ],
    "sources": [
        ("view.outlet", _plain("outlet")),
        ("reports", _plain("documents")),
        ("own", _plain("own")),
        ("rests", _shares),
        ("unnamed.sources", _plain("unnamed")),
        ("copies", _copied),
    ],
    "gaps": [
        ("view.gap", _word("gap", "gap")),
        ("view.doc", _plain("doc")),
        ("view.why", _why),
        ("view.text", _plain("text")),
    ],
    "article": [("view.doc", _plain("doc")), ("view.outlet", _outlet), ("published", _day), ("view.title", _title)],
}
"""The columns of each view: a key of ``page/words.tsv`` and what of a row stands there."""

WIDEST: dict[str, dict[str, int]] = {"statements": {"speaker": 18, "stance": 12, "chain.origin": 20, "view.doc": 16}}
"""How wide a column may become, in cells, so that the words of a view have the room."""
