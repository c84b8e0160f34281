"""Accounts in a real browser: chains mirrored with the language, cells that open both sides, nothing too wide."""

import json
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from .opening import DESKTOP

CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
SMALL = (360, 740)
LEFT = "return document.querySelector(arguments[0]).getBoundingClientRect().left"
WIDE = "return [document.documentElement.scrollWidth, innerWidth]"
OVERLAPS = """const boxes = [...document.querySelectorAll('.web .node')].map(e => e.getBoundingClientRect());
  return boxes.filter((a, n) => boxes.some((b, m) => n < m && a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length"""
CUT = """return [...document.querySelectorAll('.web .node')].filter(e => e.scrollHeight > e.clientHeight + 1).length"""
# fmt: off
WORDS = [
    ".r-outlet .n", ".r-relay .n", ".r-origin .n", ".r-origin small", ".r-speaker .n", ".r-unknown .label",
    ".over", ".badge", ".tally", ".tally b", ".other-party", ".merges li", ".listed summary",
    ".matrix thead th .n", ".matrix tbody th small", ".c-says .sign", ".c-contradicts .sign", ".c-contradicts .q",
    ".c-lacks .sign", ".c-says small", ".versus blockquote", ".versus mark",
]
# fmt: on
DISPUTED = ".matrix tbody tr:first-child td.whole.c-contradicts a"


def test_the_drawing_runs_from_the_right_and_is_mirrored_in_english(page):
    one = page("silos")
    assert one.js(LEFT, ".web .r-outlet") > one.js(LEFT, ".web .r-origin") > one.js(LEFT, ".web .r-speaker")
    one.click("#language")
    assert one.js(LEFT, ".web .r-outlet") < one.js(LEFT, ".web .r-origin") < one.js(LEFT, ".web .r-speaker")
    assert one.text(".web .r-speaker") == "≈ Suad al-Najdi"
    one.click("#language")
    assert one.js(LEFT, ".web .r-outlet") > one.js(LEFT, ".web .r-origin")
    assert one.errors() == []


@pytest.mark.parametrize("size", [DESKTOP, SMALL], ids=["desktop", "small"])
@pytest.mark.parametrize("name", ["silos", "canal", "crowd"])
def test_boxes_do_not_overlap_and_cut_no_line(page, name, size):
    one = page(name, size)
    for _ in range(2):
        assert (one.js(OVERLAPS), one.js(CUT)) == (0, 0)
        one.js("document.querySelector('#language').click()")


@pytest.mark.parametrize("name", ["silos", "canal", "crowd", "hostile"])
def test_a_small_phone_never_scrolls_sideways(page, name):
    one = page(name, SMALL)
    for _ in range(2):
        assert one.js(WIDE) == [360, 360]
        one.js("document.querySelector('#language').click()")


def test_lines_end_at_the_boxes(page):
    one = page("silos")
    ends = one.js("""const box = (s) => document.querySelector(s).getBoundingClientRect();
      const path = document.querySelector('.web > svg').getBoundingClientRect(), outlet = box('.web .r-outlet');
      return Math.abs(path.right - outlet.left)""")
    assert ends < 2


def test_a_node_opens_the_words_that_rest_on_it(page):
    one = page("silos")
    one.click(".web .r-outlet")
    assert one.text("mark.evidence") == "12 شخصا أصيبوا في حريق صوامع الرمانة"


def test_a_cell_opens_both_passages_beside_each_other(page):
    one = page("silos")
    one.click(DISPUTED)
    marked = one.js("return [...document.querySelectorAll('.versus mark.here')].map(e => e.textContent)")
    assert marked == ["12 شخصا", "17 شخصا"]
    boxes = one.js("return [...document.querySelectorAll('.versus .passage')].map(e => e.getBoundingClientRect().top)")
    assert boxes[0] == boxes[1]
    assert one.js("return document.activeElement.className") == "versus"
    one.click(DISPUTED)
    assert not one.visible(".versus")
    assert one.errors() == []


def test_cells_work_with_the_keyboard(page):
    one = page("silos")
    cell = one.all(DISPUTED)[0]
    cell.send_keys(Keys.ENTER)
    assert one.visible(".versus")
    assert cell.get_attribute("aria-expanded") == "true"
    one.js("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))")
    assert not one.visible(".versus")
    assert one.js("return document.activeElement.getAttribute('aria-expanded')") == "false"


def test_on_a_phone_the_passages_stand_one_above_the_other(page):
    one = page("silos", SMALL)
    one.js("document.querySelector(arguments[0]).click()", DISPUTED)
    boxes = one.js("return [...document.querySelectorAll('.versus .passage')].map(e => e.getBoundingClientRect().top)")
    assert boxes[0] < boxes[1]


def test_witnesses_of_one_origin_unfold(page):
    one = page("silos")
    assert one.count(".matrix thead th") == 5
    one.click(".matrix th.whole .fold")
    assert one.count(".matrix thead th") == 8
    assert one.js("return document.activeElement.className") == "fold"
    one.click(".matrix th.part .fold")
    assert one.count(".matrix thead th") == 5


def test_a_sign_tells_what_colour_tells(page):
    one = page("silos")
    signs = {kind: one.text(f".matrix td.whole.c-{kind} .sign") for kind in ("says", "contradicts", "lacks")}
    assert signs == {"says": "✓", "contradicts": "≠", "lacks": "–"}
    assert [line.text for line in one.all(".account .key span[class]")] == ["✓ يذكر", "≠ يخالف", "– لا يذكر"]


def test_the_count_is_a_lower_bound_with_a_reason_for_each_merge(page):
    one = page("silos")
    assert "أصلان معروفان على الأقل" in one.text(".tally")
    assert "4 وسائل، أصل واحد: بيان (حكومة مرجانة)" in one.text(".merges")
    assert "لا مصدر له إلا الطرف الآخر: هالة الراوي" in one.text(".other-party")
    one.click("#language")
    assert "at least 2 known origins" in one.text(".tally")
    assert "4 outlets, one origin" in one.text(".merges")


def test_the_chains_are_there_in_words(page):
    one = page("silos")
    listed = one.js(
        "return [...document.querySelectorAll('.listed .hops')].map(e => e.textContent.replace(/\\s+/g, ' '))"
    )
    assert len(listed) == 8
    assert "نبض الساحل" in listed[1]
    assert "سنابل" in listed[1]
    assert "بيان (حكومة مرجانة)" in listed[1]


def test_the_words_of_the_cells_are_printed(page):
    one = page("silos")
    assert not one.visible(".passages")
    one.media("print")
    assert one.visible(".passages .passage")


def test_many_witnesses_stand_in_a_column_for_each_origin(page):
    one = page("crowd")
    assert one.count(".matrix thead th") == 5
    assert one.text(".matrix tr:first-child td.whole .cell").endswith("…"), "of one origin, with several values"
    one.click(".matrix th.whole .fold")
    assert one.js("return document.querySelectorAll('.matrix thead th:not([hidden])').length") == 20
    assert (
        one.js(
            "const h = document.querySelector('.matrix tbody th'); h.closest('.scroll').scrollLeft = -900;"
            "return h.getBoundingClientRect().right"
        )
        < DESKTOP[0]
    ), "the detail's name stays in view"
    assert one.errors() == []


def test_a_crowd_is_drawn_in_few_boxes(page):
    one = page("crowd")
    assert one.count(".web .r-outlet, .web .r-more") <= 20
    assert one.count(".web .r-origin") == 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nodes_cells_and_passages_stand_out_from_their_ground(page, theme):
    one = page("silos", **{"prefers-color-scheme": theme})
    one.click(DISPUTED)
    ratios = json.loads(one.js(CONTRAST, WORDS))
    assert {key: ratio for key, ratio in ratios.items() if ratio < 4.5} == {}
