"""A long timeline shows its main entries and folds the others; a short one is shown whole."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from rich.console import Console

from riwaya.tell import terminal
from riwaya.tell.dossier import dossier
from riwaya.tell.folding import LONG, folded
from riwaya.tell.rows import rows

from .canal import Held, story


@pytest.mark.parametrize(
    ("entries", "shown", "rest"),
    [
        (LONG, LONG, 0),  # short: whole
        (LONG + 1, (LONG + 1) // 2, LONG + 1 - (LONG + 1) // 2),
    ],
)
def test_folded(entries: int, shown: int, rest: int) -> None:
    first, others = folded(range(entries), lambda one: one % 2 == 1)
    assert (len(first), len(others)) == (shown, rest)
    assert sorted([*first, *others]) == list(range(entries))


def test_without_main_entries_all_are_shown() -> None:
    assert folded(range(100), lambda _: False) == (list(range(100)), [])


def long() -> Held:
    """Return the canal's story with forty entries, of which the first two are its main ones."""
    whole = story()
    first = whole.links.timeline[0]
    entries = tuple(replace(first, what=f"سطر {n}", date=f"2010-01-{n % 28 + 1:02}", main=n < 2) for n in range(40))
    return Held(list(whole.reports()), replace(whole.links, timeline=entries), whole.failures())


def test_the_page_folds_and_leaves_nothing_out() -> None:
    page = "".join(dossier(long()))
    before, _, rest = page.partition('<details class="rest">')
    assert "سطر 1<" in before
    assert "سطر 7<" not in before
    assert "38" in rest.partition("</summary>")[0]
    assert all(f"سطر {n}<" in rest for n in range(2, 40))


def test_years_of_which_all_is_folded_stand_with_the_next() -> None:
    held = long()
    entries = [replace(one, date=f"{1980 + n}") if n > 30 else one for n, one in enumerate(held.links.timeline)]
    page = "".join(dossier(Held(list(held.reports()), replace(held.links, timeline=tuple(entries)), held.failures())))
    assert page.count('<details class="rest">') == 1
    assert all(f"سطر {n}<" in page.partition('<details class="rest">')[2] for n in range(2, 40))


def test_the_terminal_says_how_many_are_folded(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show("timeline", rows("timeline", long()), Console(width=200))
    out = capsys.readouterr().out
    assert "38 rows folded" in out
