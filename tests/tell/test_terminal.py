import io

import pytest
from rich.console import Console

from riwaya.model import Document, Span
from riwaya.tell import terminal
from riwaya.tell.columns import COLUMNS
from riwaya.tell.rows import VIEWS, article, rows

from .canal import story


def printed(act, tty=False, width=100):
    console = Console(file=io.StringIO(), width=width, force_terminal=tty, color_system=None, legacy_windows=False)
    act(console)
    return console.file.getvalue()


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_prints_every_row(view):
    out = printed(lambda console: terminal.show(view, rows(view, story()), console), width=200)
    assert len(out.splitlines()) >= 2 + len(list(rows(view, story())))


def test_cells_are_isolates_on_a_terminal_and_plain_in_a_file():
    view = rows("people", story())
    out = printed(lambda console: terminal.show("people", view, console), tty=True)
    assert out.count("\u2068") == out.count("\u2069") > 0
    assert all(line.count("\u2068") == line.count("\u2069") for line in out.splitlines())
    assert "\u2068" not in printed(lambda console: terminal.show("people", rows("people", story()), console))


def test_text_cannot_steer_the_terminal():
    row = next(iter(rows("gaps", story()))) | {"text": "\x1b[31mأحمر\x9b2J\u202eمقلوب"}
    out = printed(lambda console: terminal.show("gaps", [row], console))
    assert not set("\x1b\x9b\u202e") & set(out)


def test_one_article_is_printed_with_its_annotations():
    report = story().report("marfa-01.txt")
    out = printed(lambda console: terminal.show("article", [article(report)], console), width=160)
    assert "استئناف المحادثات" in out
    assert "month after a cue of the future" in out


def test_long_tables_say_what_is_left(monkeypatch):
    monkeypatch.setattr(terminal, "MOST", 2)
    out = printed(lambda console: terminal.show("statements", rows("statements", story()), console))
    assert "11 more rows" in out


def test_versions_side_by_side():
    out = printed(lambda console: terminal.versions(story().versions("nabd-7731"), console))
    assert "1500" in out
    assert "1800" in out
    alone = printed(lambda console: terminal.versions([Document(id="1", key="k", doc="d", text="نص")], console))
    assert "one version" in alone


class Hit:
    key, title, passage = "marfa-01.txt", "عنوان", "فتح البوابات الثلاث"
    snippet, words = Span(start=10, end=29), (Span(start=14, end=22),)


def test_hits(capsys):
    assert "البوابات" in printed(lambda console: terminal.hits([Hit()], False, console))


def test_every_view_has_columns():
    assert set(COLUMNS) == set(VIEWS)
