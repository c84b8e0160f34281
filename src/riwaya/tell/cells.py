"""What stands in one cell of a table in the terminal: a row's values in the words of the interface."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import islice

from rich.text import Text

from riwaya.tell.bidi import tame
from riwaya.tell.known import marked
from riwaya.tell.rows import Row
from riwaya.tell.words import Both, counted, word


def said(words: str | Both) -> str:
    """Return a word of the interface: Arabic where ``LANG`` is Arabic, else English."""
    both = word(words) if isinstance(words, str) else words
    return both.ar if os.environ.get("LANG", "").startswith("ar") else both.en


def joined(key: str, most: int = 6) -> Callable[[Row], str]:
    """Return a cell of names, no more than ``most`` of them."""

    def value(row: Row) -> str:
        names = row[key]
        return "، ".join(names[:most]) + (f" +{len(names) - most}" if len(names) > most else "")

    return value


def plain(key: str) -> Callable[[Row], str]:
    """Return a cell with the value as it is."""
    return lambda row: "" if row[key] is None else str(row[key])


def event(row: Row) -> str:
    """Return an event's headline, else the clause that tells it."""
    return str(row["headline"]["text"] if row["headline"] else row["what"])


def romanised(row: Row) -> str:
    """Return the Latin spelling, a guess marked."""
    return marked(row["romanised"], row["romanised_by"])


def number(key: str) -> Callable[[Row], str]:
    """Return a cell that counts a list."""
    return lambda row: str(len(row[key]))


def date(key: str) -> Callable[[Row], str]:
    """Return a cell with a day, a dash where it is unknown."""
    return lambda row: row[key][:10] if row[key] else "—"


def worded(key: str, kind: str) -> Callable[[Row], str]:
    """Return a cell with a word of the interface."""
    return lambda row: said(f"{kind}.{row[key]}" if kind else str(row[key]))


def span(row: Row) -> str:
    """Return first and last day, once where they are one."""
    return " – ".join(dict.fromkeys(filter(None, (row["from"], row["until"]))))


def roles(row: Row) -> Text:
    """Return the titles with their dates; those that cannot be true together stand in red."""
    found = [" ".join(filter(None, (one["title"], f"({span(one)})" if span(one) else ""))) for one in row["roles"]]
    text = Text(tame("؛ ".join(found)))
    for one in row["conflicts"]:
        holder = f" ({one['holder']})" if one["holder"] else ""
        text.append(tame(f"؛ {one['title']} ≠ {one['other']}{holder}"), "red")
    return text


def spellings(row: Row) -> Text:
    """Return the spellings; likely slips stand in red."""
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


def chain(row: Row) -> str:
    """Return the hands that the words went through, outermost first."""
    return " ← ".join(_hands(row))


def traced(row: Row) -> str:
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


def speaker(row: Row) -> str:
    """Return the speaker, else who might be."""
    speaker = row["speaker"]
    name = speaker["name"] if isinstance(speaker, dict) else speaker
    return name or f"({said('nobody')}) {'، '.join(f'{one}؟' for one in row['candidates'])}".strip()


def quoted(row: Row) -> str:
    """Return the stance, whether the words are the speaker's own, and how the claim is put."""
    claim = row["claim"]
    put = filter(None, ("negated" if claim.get("negated") else "", claim.get("modality")))
    return " · ".join([stance(row), said("quote." + row["mode"]), *(said(f"claim.{one}") for one in put)])


def content(row: Row) -> str:
    """Return the words, behind an arrow where they stand within another statement."""
    return f"↳ {row['text']}" if row["within"] else str(row["text"])


def count(row: Row) -> str:
    """Return a number with its relation: about, at least."""
    number, upper = row["number"], row.get("upper")
    value = "—" if number is None else f"{number:,}" + (f"–{upper:,}" if upper is not None else "")
    return value if row["relation"] == "exactly" else f"{said('relation.' + row['relation'])} {value}"


def mark(row: Row) -> Text:
    """Return a small mark where a person ruled: how often, and by whom."""
    found = row["rulings"]
    names = "، ".join(dict.fromkeys(one["by"] for one in found))
    return Text(f"✓ {tame(names)}", "green") if found else Text()


_PAIRS = frozenset({"story", "event", "claim", "copy"})


def ruling(row: Row) -> str:
    """Return what was ruled of whom."""
    kind = f"{said('kind.' + row['kind'])}: " if row["kind"] in _PAIRS else ""
    return f"{kind}{row['left']} {said('verdict.' + row['verdict'])} {row['right']}"


def effect(row: Row) -> Text:
    """Return what became of a ruling; red where it has no effect."""
    told = said(f"effect.{row['effect'] or 'unlinked'}")
    against = f" ({'، '.join(row['against'])})" if row["against"] else ""
    return Text(told + against, "" if row["effect"] == "in-effect" else "red")


def shares(row: Row) -> str:
    """Return the origins that an outlet rests on most."""
    return "، ".join(f"{name} {number}" for name, number in islice(row["chains"].items(), 8))


def copied(row: Row) -> str:
    """Return the first copies: ``نص واحد محرر 80% first.txt``, and how many more there are."""
    found = [f"{said('copy.' + one['kind'])} {100 * one['score']:.0f}% {one['original']}" for one in row["copies"][:3]]
    return "؛ ".join([*found, *([f"+{len(row['copies']) - 3}"] if len(row["copies"]) > 3 else [])])


def why(row: Row) -> str:
    """Return the reason of a gap."""
    return ": ".join(filter(None, (said(row["why"]), "، ".join(row["names"]))))


def title(row: Row) -> str:
    """Return the headline, else the first words."""
    span = row["title"]
    return str(row["text"][span["start"] : span["end"]]) if span else str(row["text"])[:100]


def cited(row: Row) -> str:
    """Return the reports of a row."""
    docs = list(dict.fromkeys(one["doc"] for one in row["evidence"]))
    return "\n".join(docs[:3]) + (f" +{len(docs) - 3}" if len(docs) > 3 else "")


def outlet(row: Row) -> str:
    """Return the outlet of a report."""
    return row["outlet"]["name"] if row["outlet"] else "—"


def day(row: Row) -> str:
    """Return the day of publication."""
    return row["published"]["value"][:10] if row["published"] else "—"


def stance(row: Row) -> str:
    """Return the stance of a statement."""
    return said("stance." + (row["stance"] if "stance" in row else row["cue"]["stance"]))


def numbered(row: Row) -> str:
    """Return the number of an instance, or the numbers of a gap: ``2–4``."""
    if row["number"] is None:
        return "—"
    return f"{row['number']}" + (f"–{row['last']}" if row["last"] not in (None, row["number"]) else "")


def held(row: Row) -> Text:
    """Return what an instance is called; a gap in the numbering says so."""
    if row["status"] == "not-reported":
        return Text(said("not-reported"), "red")
    return Text(tame(row["name"]))


def sat(row: Row) -> str:
    """Return the places of a meeting or another event, the first three; ``online`` is one of them."""
    return "، ".join(said("online") if place == "online" else place for place in row["where"][:3])


def headed(row: Row) -> str:
    """Return who headed an instance, marked where inferred."""
    return "، ".join(row["heads"]) + (f" ({said('inferred')})" if "heads" in row["inferred"] else "")


def turned(row: Row) -> str:
    """Return what became of a commitment, turn by turn with its dates."""
    return "\n".join(" ".join(filter(None, (said(f"change.{one['change']}"), one["date"]))) for one in row["history"])


def contradicted(row: Row) -> Text:
    """Return what is disputed, each with its values: ``العدد: 12 ≠ 20``."""
    found = [one for one in row["details"] if one["verdict"] == "contradicts"]
    values = (" ≠ ".join(dict.fromkeys(filter(None, one["says"].values()))) for one in found)
    lines = (f"{said('detail.' + one['kind'])}: {value}" for one, value in zip(found, values, strict=True))
    return Text(tame("؛ ".join(lines)), "red")


def merged(row: Row) -> str:
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


def uncounted(row: Row) -> str:
    """Return how many tellings have no known origin, and how many known origins say something else: ``3 ≈1``."""
    return f"{row['unknown']}" + (f" ≈{len(row['near'])}" if row["near"] else "")


def cautions(row: Row) -> str:
    """Return what an editor must see of an account."""
    return "، ".join(said(f"caution.{one}") for one in row["cautions"])


def dispute(row: Row) -> Text:
    """Return a mark where a count is disputed."""
    return Text(said("disputed"), "red") if row["disputed"] else Text()
