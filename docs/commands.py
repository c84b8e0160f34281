"""Write docs/commands.md from the commands themselves; `--check` fails where the page is out of step."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from riwaya.cli import main as riwaya

PAGE = Path(__file__).parent / "commands.md"
HEAD = "# Commands\n\nMade from the commands by `make docs`; do not edit by hand.\n"


def section(name: str, command: click.Command, parent: click.Context) -> str:
    context = click.Context(command, info_name=name, parent=parent, terminal_width=100, max_content_width=100)
    text = f"## {context.command_path}\n\n```\n{command.get_help(context)}\n```\n"
    within = command.commands if isinstance(command, click.Group) else {}
    return "\n".join([text, *(section(one, within[one], context) for one in within)])


def page() -> str:
    root = click.Context(riwaya, info_name="riwaya", terminal_width=100, max_content_width=100)
    parts = [section(name, riwaya.commands[name], root) for name in riwaya.list_commands(root)]
    return "\n".join([HEAD, f"```\n{riwaya.get_help(root)}\n```\n", *parts])


def main() -> int:
    text = page()
    if "--check" not in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") != text:
        print("docs/commands.md is out of step with the commands: run `make docs` and commit it.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
