"""A trace in a terminal: who printed the words when, through whom, and what each changed in them."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from riwaya.tell.bidi import Cell, tame
from riwaya.tell.cells import said
from riwaya.tell.dates import spoken
from riwaya.tell.trace import Printing, Trace
from riwaya.tell.trace.rows import reports
from riwaya.tell.trace.wording import Piece
from riwaya.tell.trace.wordlist import Word
from riwaya.tell.views import Views
from riwaya.tell.words import counted

_COLUMNS = ("published", "view.outlet", "trace.told", "chain.origin", "trace.wording", "view.doc")


def show(views: Views, trace: Trace, console: Console | None = None) -> None:
    """Print a trace: the first printing, the count of known origins and why it is no higher, every wording."""
    console = console or Console()
    console.print(Cell(Text(tame(" ".join(trace.words.split())), "bold")))
    if not trace.printings:
        console.print(said("trace.none"))
        return
    console.print(" · ".join(_counts(trace)))
    names = views.names()
    first = trace.printings[0].witness
    if first.published:
        where = f"{said('trace.first')}: {said(spoken(first.published))}"
        console.print(Cell(" · ".join(filter(None, (where, first.outlet, names.get(first.doc, first.doc))))))
    if trace.tied:
        console.print(Cell(f"{said('trace.tied')}: " + "، ".join(names.get(doc, doc) for doc in trace.tied[:6])))
    if trace.unread:
        console.print(said("trace.unread"))
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for key in _COLUMNS:
        table.add_column(said(key), overflow="fold", ratio=3 if key == "trace.wording" else None)
    for one, report in reports(views, trace):
        table.add_row(*_cells(one, trace.words, report.document.text, names.get(one.witness.doc, one.witness.doc)))
    console.print(table)
    for merge in trace.merges:
        docs = "، ".join(names.get(doc, doc) for doc in merge.docs)
        why = said(f"merge.{merge.reason}") + (f" ({merge.origin})" if merge.origin else "")
        console.print(Cell(Text(tame(f"{docs}: {why}"), "dim")))


def _cells(one: Printing, pasted: str, text: str, doc: str) -> tuple[Cell, ...]:
    witness = one.witness
    when = said(spoken(witness.published)) if witness.published else "—"
    told = said("trace.denied") if one.denied else said(f"trace.{one.told}")
    plain = [Cell(value) for value in (when, witness.outlet or "—", told, _chain(one))]
    return (*plain, Cell(_wording(one, pasted, text)), Cell(doc))


def _counts(trace: Trace) -> list[str]:
    outlets = {one.witness.outlet for one in trace.printings if one.witness.outlet}
    found = [said(counted("n.printings", len(trace.printings))), said(counted("n.outlets", len(outlets)))]
    found.append(f"{said('origins')}: {trace.origins}")
    if trace.unknown:
        found.append(f"{said('trace.unknown')}: {trace.unknown}")
    return found


def _chain(one: Printing) -> str:
    witness = one.witness
    hands = [*witness.chain, *filter(None, (witness.occasion, witness.speaker))]
    hands = list(dict.fromkeys(hands))
    if witness.origin:
        return " ← ".join([*(hand for hand in hands if hand not in witness.origin), f"◆ {witness.origin}"])
    return " ← ".join([*hands, f"({said('unknown.' + (witness.unknown or 'no-speaker'))})"])


def _wording(one: Printing, pasted: str, text: str) -> Text:
    """Return the words as printed: what came is green, what went stands struck through, a changed meaning is red."""
    found = Text()
    for piece in one.pieces:
        if piece.op in ("dropped", "replaced"):
            _add(found, piece.pasted, pasted, "bold red strike" if piece.meaning else "dim strike", "-")
        if piece.printed:
            _add(found, piece.printed, text, _style(piece), "+" if piece.meaning else "")
    return found[:-1] if found else found


def _style(piece: Piece) -> str:
    if piece.meaning:
        return "bold red"
    return "green" if piece.op in ("added", "replaced") else ""


def _add(found: Text, words: tuple[Word, ...], text: str, style: str, sign: str) -> None:
    """Add words with a sign where colour alone would tell what they are."""
    told = " ".join(" ".join(tame(text[word.start : word.end]).split()) for word in words)
    found.append(f"[{sign}{told}]" if sign else told, style).append(" ")
