"""The commands by which a person rules: same, different, rename, and what has been ruled."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, TypeVar

import click
import msgspec

from riwaya.errors import RulingError
from riwaya.model import Entity, PairKind, Verdict
from riwaya.run import rulingfile
from riwaya.run.pairs import KINDS
from riwaya.run.rulings import Done, Signed, rule, take, told, unapplied, undo
from riwaya.store import open_store
from riwaya.store_option import STORE, storing
from riwaya.tell import terminal
from riwaya.tell.bidi import tame
from riwaya.tell.rulings import rows

F = TypeVar("F", bound=Callable[..., Any])
BY = "RIWAYA_BY"


def later(command: F) -> F:
    """Add the option to rule now and link with the next command that does."""
    return click.option(
        "--later", is_flag=True, help="Keep the ruling and link with the next ruling or `riwaya add`; tries nothing."
    )(command)


def signing(command: F) -> F:
    """Add the options that say who rules, when and why."""
    for option in (
        later,
        click.option("--on", "at", metavar="DATE", help="When it was ruled (ISO); else now."),
        click.option("--why", default="", metavar="WORDS", help="The reason, shown beside the ruling."),
        click.option("--by", envvar=BY, metavar="NAME", help=f"Who rules; else ${BY}, else the login name."),
        storing,
    ):
        command = option(command)
    return command


def kinds(command: F) -> F:
    """Add the option that says what is ruled on, where that is no name."""
    return click.option(
        "--as", "kind", type=click.Choice(KINDS), help="Rule on two reports or passages instead of names."
    )(command)


def signed(by: str | None, at: str | None, why: str) -> Signed:
    """Return the signature of a ruling; this is the one place where the clock is read, and only for that."""
    name = " ".join((by or _login()).split())
    when = at or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    problem = rulingfile.bad_words("by", name, rulingfile.LONGEST_NAME) or rulingfile.bad_date(when)
    problem = problem or rulingfile.bad_words("why", why, rulingfile.LONGEST_WHY, may_be_empty=True)
    if problem:
        raise RulingError("--by, --on, --why", "ruling", problem, "Write it anew.")
    return Signed(by=name, at=rulingfile.in_utc(when), why=why)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as problem:
        raise RulingError(
            "--by", "ruling", "the login name is not known", f"Say who rules: --by, or {BY}."
        ) from problem


@click.command()
@click.argument("a")
@click.argument("b")
@kinds
@signing
def same(a: str, b: str, **how: Any) -> None:
    """Rule that A and B are one.

    Each is an id, a name in any spelling, NAME@REPORT (the one of that name in that report) or NAME@* (whoever is
    called just that, in any report).

    With --as story A and B are two reports of one story; with --as copy report A is copied from report B. With --as
    event or --as claim each is WORDS@REPORT, words as they stand in that report, which tell of one event or make one
    claim.
    """
    _rule("same", a, b, **how)


@click.command()
@click.argument("a")
@click.argument("b")
@kinds
@signing
def different(a: str, b: str, **how: Any) -> None:
    """Rule that A and B are two.

    Where one name hides both, name a report of each: NAME@REPORT; or of one, and NAME alone for all other reports.

    With --as, as for `riwaya same`: the two reports are not one story, A is not copied from B, or the two passages tell
    of two events or make two claims.
    """
    _rule("different", a, b, **how)


@click.command()
@click.argument("a")
@click.argument("name")
@signing
def rename(a: str, name: str, **how: Any) -> None:
    """Show A under NAME everywhere; what reports print stays among its spellings."""
    name = " ".join(name.split())
    if problem := rulingfile.bad_words("NAME", name, rulingfile.LONGEST_NAME):
        raise RulingError(a, "rename", problem, "Give the name to be shown.")
    _rule("renamed", a, name, **how)


def _rule(
    verdict: Verdict,
    a: str,
    b: str,
    store: str,
    by: str | None,
    at: str | None,
    why: str,
    later: bool,
    kind: PairKind | None = None,
) -> None:
    signature = signed(by, at, why)
    with open_store(store, create=False, change=True) as opened:
        done = rule(opened, verdict, a, b, signature, link_now=not later, kind=kind)
        store = opened.where  # without a password
    if done.known:
        _say(f"{told(done.known)}: ruled already, nothing was changed.")
        return
    _report(done, store, later)
    for one in done.judgements:
        _say(f"Undo: riwaya rulings undo {one.id}{_at(store)}")


def _report(done: Done, store: str, later: bool) -> None:
    for one in done.judgements:
        _say(told(one))
    for one in done.replaced:
        _say(f"in place of {told(one)}")
    if later:
        _say(f"{store}: to be linked; the next ruling or `riwaya add` does it.")
    by_id = {one.id: one for one in done.entities}
    found = [done.outcomes[one.id] for one in done.judgements if one.id in done.outcomes]
    names = dict.fromkeys(
        name for one in found if one.effect == "in-effect" for name in (one.left, one.right) if name in by_id
    )
    for name in list(names)[:20]:
        _say(f"now: {_now(by_id[name])}")
    for line in unapplied((one for one in done.judgements if one.id in done.outcomes), done.outcomes):
        _say(line)


def _say(line: str) -> None:
    click.echo(tame(line), err=True)


def _now(entity: Entity) -> str:
    number = len(entity.documents)
    return f"{entity.name}, {number} {'report' if number == 1 else 'reports'} ({entity.id})"


def _at(store: str) -> str:
    return "" if store == STORE else f" --store {store}"


@click.group(invoke_without_command=True)
@storing
@click.option("--json", "as_json", is_flag=True, help="One JSON object a ruling.")
@click.pass_context
def rulings(context: click.Context, store: str, as_json: bool) -> None:
    """List what persons ruled: who, when, why, and whether it is in effect; undo, export and import it."""
    if context.invoked_subcommand is not None:
        return
    with open_store(store, create=False) as opened:
        found = list(rows(opened))
    if as_json:
        for row in found:
            sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
    else:
        terminal.rulings(found)


@rulings.command("undo")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@storing
@later
def take_back(ids: tuple[str, ...], store: str, later: bool) -> None:
    """Take rulings back by their ids."""
    with open_store(store, create=False, change=True) as opened:
        done = undo(opened, ids, link_now=not later)
        store = opened.where
    _say("undone:")
    _report(done, store, later)


@rulings.command("export")
@click.argument("file", default="-")
@storing
def export(file: str, store: str) -> None:
    """Write all rulings to FILE (else standard output), for a colleague to import."""
    with open_store(store, create=False) as opened:
        number = rulingfile.write(opened.rulings(), file)
    _say(f"{file}: {number} {'ruling' if number == 1 else 'rulings'}")


@rulings.command("import")
@click.argument("file")
@storing
@later
def take_over(file: str, store: str, later: bool) -> None:
    """Take over a colleague's rulings from FILE (- for standard input), under their names; all of them or none."""
    found = rulingfile.read(file)
    with open_store(store, create=False, change=True) as opened:
        done = take(opened, found, link_now=not later)
        store = opened.where
    _report(done, store, later)
    known = len(found) - len(done.judgements)
    _say(f"{store}: {len(done.judgements)} taken over, {known} known already")


COMMANDS: Iterable[click.Command] = (same, different, rename, rulings)
