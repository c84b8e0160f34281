"""The command line: every command is a thin layer over ``run`` and ``tell``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from riwaya import __version__
from riwaya.errors import ConfigurationError, RiwayaError, SourceError
from riwaya.filter_options import filter_of, filtering
from riwaya.judge import COMMANDS
from riwaya.model import Document, Failure
from riwaya.output_file import write
from riwaya.read.decoding import known_encoding
from riwaya.read.options import ReadOptions
from riwaya.read.sources import documents
from riwaya.run import rulingfile
from riwaya.run.add import add as add_sources
from riwaya.run.batch import annotate as annotate_sources
from riwaya.run.progress import shown
from riwaya.run.rulings import unapplied
from riwaya.run.tell import tell as tell_sources
from riwaya.store import Store, open_store
from riwaya.store_option import STORE, storing
from riwaya.tell import terminal
from riwaya.tell.dossier import dossier
from riwaya.tell.exports import FORMATS, Wanted
from riwaya.tell.rows import VIEWS, article, rows
from riwaya.trace_command import trace

F = TypeVar("F", bound=Callable[..., Any])
FIELDS = frozenset({"title", "text", "published", "author", "outlet", "url", "id"})
CANNOT_RUN = 2
"""Exit status where nothing could be done; 1 means that some reports failed and the others are done."""


class Commands(click.Group):
    """Shows an error of Riwaya's own as one line, without a traceback; keeps the order of definition in the help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ConfigurationError as error:
            click.echo(f"riwaya: {error}", err=True)
            ctx.exit(CANNOT_RUN)
        except KeyboardInterrupt as stopped:
            click.echo(f"riwaya: {stopped}", err=True)
            ctx.exit(130)
        except RiwayaError as error:
            click.echo(f"riwaya: {error}", err=True)
            ctx.exit(1)
        except BrokenPipeError:  # `riwaya show … | head`: the reader has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except OSError as problem:  # what is left: standard output on a full disk
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            click.echo(f"riwaya: standard output: write: {problem.strerror}. Make room or write elsewhere.", err=True)
            ctx.exit(CANNOT_RUN)


def reading(command: F) -> F:
    """Add the arguments and options of every command that reads reports."""
    for option in (
        click.option("--allow-private", is_flag=True, help="Fetch URLs that lead to private or local addresses."),
        click.option("--encoding", help="Take plain text to be in this encoding instead of finding out."),
        click.option(
            "--map",
            "mapping",
            multiple=True,
            metavar="FIELD=COLUMN",
            help="Take title, text, published, … from COLUMN.",
        ),
        click.option("--outlet", help="Name the outlet of every report that does not name its own."),
        click.argument("sources", nargs=-1, required=True, metavar="SOURCE..."),
    ):
        command = option(command)
    return command


def working(command: F) -> F:
    """Add the option that sets how many processes work."""
    return click.option(
        "--jobs", default=0, type=click.IntRange(min=0), metavar="N", help="Work in N processes instead of one a core."
    )(command)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_options(outlet: str | None, mapping: Iterable[str], encoding: str | None, allow_private: bool) -> ReadOptions:
    """Return the reading options that the command line asks for."""
    fields = dict(pair.partition("=")[::2] for pair in mapping)
    if "" in fields.values():
        raise SourceError("--map", "read", "a field without a column", "Write it as FIELD=COLUMN: --map text=body.")
    if unknown := sorted(fields.keys() - FIELDS):
        remedy = f"The fields are {', '.join(sorted(FIELDS))}."
        raise SourceError("--map", "read", f"no such field: {', '.join(unknown)}", remedy)
    if encoding is not None and not known_encoding(encoding):
        raise SourceError("--encoding", "read", f"no such encoding: {encoding}", "Try utf-8, utf-16 or windows-1256.")
    return ReadOptions(outlet=outlet, fields=fields, encoding=encoding, allow_private=allow_private)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="riwaya")
def main() -> None:
    """Riwaya reads Arabic news reports of developing stories and tells each story with its sources.

    A SOURCE is a file (text, HTML, JSON Lines, CSV; also .gz and .zst), a folder of them, a URL, or - for standard
    input.
    """


@main.command()
@reading
@working
@click.option(
    "-o", "--output", default="dossier.html", show_default=True, type=click.Path(dir_okay=False, path_type=Path)
)
@click.option("--rulings", metavar="FILE", help="Honour the rulings in FILE, as `riwaya rulings export` writes it.")
def tell(sources: tuple[str, ...], output: Path, jobs: int, rulings: str | None, **how: Any) -> None:
    """Read reports and write one self-contained page, the dossier."""
    options = read_options(**how)
    given = rulingfile.read(rulings) if rulings else []
    with shown() as bar, tell_sources(sources, options, jobs or cores(), bar, given) as (store, done):
        write(output, [dossier(store)], "tell")
        told, missed, idle = len(store.stories()), store.failures(), unapplied(store.rulings(), store.outcomes())
    reports = done.added + done.changed
    click.echo(f"{output}: {_count(told, 'story', 'stories')} from {_count(reports, 'report', 'reports')}", err=True)
    for line in idle:
        click.echo(line, err=True)
    _confess(missed)


@main.command()
@reading
@storing
@working
def add(sources: tuple[str, ...], store: str, jobs: int, **how: Any) -> None:
    """Read, annotate and link reports into a store; the same input again changes nothing."""
    options = read_options(**how)
    with open_store(store) as opened, shown() as bar:
        done = add_sources(sources, opened, options, jobs=jobs or cores(), progress=bar)
        store = opened.where  # without a password
    click.echo(
        f"{store}: {done.added} added, {done.changed} changed, {done.unchanged} unchanged, "
        f"{done.annotated} annotated, {done.failed} failed",
        err=True,
    )
    if done.failed:
        click.echo("Why: riwaya show gaps" + ("" if store == STORE else f" --store {store}"), err=True)
        sys.exit(1)


@main.command()
@reading
@working
@click.option("--alone", is_flag=True, help="Annotate each report by itself, learning nothing from the others.")
@click.option("--text", is_flag=True, help="Print the text that offsets count in instead of the annotations.")
def annotate(sources: tuple[str, ...], alone: bool, text: bool, jobs: int, **how: Any) -> None:
    """Print one annotation record a report, as JSON Lines."""
    options = read_options(**how)
    out, failed = sys.stdout.buffer, False
    for item in documents(sources, options) if text else annotate_sources(sources, options, alone, jobs or cores()):
        if isinstance(item, Failure):
            failed = True
            item = {"doc": item.doc, "error": {"stage": item.stage, "reason": item.reason}}  # type: ignore[assignment]
        if text and isinstance(item, Document):
            item = {"doc": item.doc, "id": item.id, "text": item.text}  # type: ignore[assignment]
        out.write(msgspec.json.encode(item) + b"\n")
    out.flush()
    sys.exit(1 if failed else 0)


@main.command()
@click.argument("view", type=click.Choice(VIEWS))
@click.argument("name", required=False)
@storing
@click.option("--story", metavar="ID", help="Only this story.")
@filtering
@click.option("--json", "as_json", is_flag=True, help="One JSON object a row.")
def show(view: str, name: str | None, store: str, story: str | None, as_json: bool, **filters: Any) -> None:
    """Show a view of a store in the terminal; `show article NAME` shows one report with its annotations.

    `show statements` can be narrowed: filters combine, and one given twice takes either.
    """
    asked = filter_of(view, filters)
    if name is not None and view != "article":
        raise SourceError(name, "show", f"`show {view}` takes no name", "`riwaya show article NAME` shows one report.")
    with open_store(store, create=False) as opened:
        _check(story, opened, "show")
        found = rows(view, opened, story)
        if name is not None:
            report = opened.report(name)
            if report is None:
                raise SourceError(name, "show", "no such report in the store", "`riwaya show article` lists them.")
            found = iter([article(report)])
        if asked is not None:
            found = filter(asked.fits, found)
        if as_json:
            for row in found:
                sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
        else:
            terminal.show(view, found)


@main.command()
@click.option("--to", "form", required=True, type=click.Choice(list(FORMATS)), help="The format.")
@storing
@click.option("--story", metavar="ID", help="Only this story.")
@click.option("--view", default="people", show_default=True, type=click.Choice(list(VIEWS)), help="The table of csv.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file; else standard output.")
def export(form: str, store: str, story: str | None, view: str, output: Path | None) -> None:
    """Export a store for other programs.

    ftm: FollowTheMoney entities as JSON Lines: people, bodies, posts with the dates on which reports give them (never a
    term of office), reports, mentions. conll: the names of each report, a token a line. csv: one view as a table.

    Statements with their chains: citron: JSON Lines as BBC's Citron has quotes, a report a line. webannotation: one W3C
    AnnotationCollection. prov: one PROV-O graph. Both are JSON-LD.
    """
    with open_store(store, create=False) as opened:
        _check(story, opened, "export")
        lines = FORMATS[form](opened, Wanted(story=story, view=view))
        if output is not None:
            write(output, (f"{line}\n" for line in lines), "export")
        else:
            for line in lines:
                sys.stdout.buffer.write(f"{line}\n".encode(errors="replace"))
            sys.stdout.buffer.flush()


@main.command()
@click.argument("words", nargs=-1, required=True)
@storing
@click.option("--json", "as_json", is_flag=True, help="One JSON object a row.")
def search(words: tuple[str, ...], store: str, as_json: bool) -> None:
    """Find the reports of a store that hold all the words, under any spelling of hamza, ى/ي and ة/ه."""
    with open_store(store, create=False) as opened:
        terminal.hits(opened.search(" ".join(words)), as_json)


@main.command()
@click.argument("name")
@storing
def versions(name: str, store: str) -> None:
    """Show the versions of one report side by side, with what changed between each and the next."""
    with open_store(store, create=False) as opened:
        report = opened.report(name)
        if report is None:
            raise SourceError(name, "versions", "no such report in the store", "`riwaya show article` lists them.")
        terminal.versions(opened.versions(report.document.key))


for command in (trace, *COMMANDS):
    main.add_command(command)


def _check(story: str | None, opened: Store, stage: str) -> None:
    if story is not None and story not in {one.id for one in opened.stories()}:
        raise SourceError(story, stage, "no such story in the store", "`riwaya show stories` lists them.")


def _confess(missed: Iterable[Failure]) -> None:
    lines = [f"not read: {failure.doc}: {failure.reason}" for failure in missed]
    for line in lines:
        click.echo(line, err=True)
    if lines:
        sys.exit(1)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


if __name__ == "__main__":
    main()
