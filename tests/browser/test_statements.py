"""Statements in a real browser: the filters of their list, and their chains drawn over and beside the text."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from .opening import DESKTOP, PHONE

LINES = "#s0-lines > li"
OPTIONS = """return [...document.querySelector(`.filters [name=${arguments[0]}]`).options]
  .map(o => [o.value, o.textContent, o.disabled])"""
BORDER = "const s = getComputedStyle(document.querySelector(arguments[0])); return s.borderBlockEndStyle"
DRAWN = "return [...document.querySelectorAll('.drawn rect.hand')].map(r => r.getAttribute('class'))"


@pytest.fixture
def bridge(page):
    return page("bridge")


def texts(one, selector=f"{LINES}:not(.no-f) .what .q"):
    return one.js("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)", selector)


# ── the list ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_filters_combine_and_count_what_is_shown(bridge):
    assert bridge.text(".filters output") == "المعروض 12 من 12"
    bridge.choose(".filters [name=occasion]", "مقابلة")
    assert bridge.text(".filters output") == "المعروض 4 من 12"
    bridge.choose(".filters [name=stance]", "affirming")
    assert texts(bridge) == ["الممر قد يفتح إذا هدأت الريح"]
    bridge.choose(".filters [name=occasion]", "*")
    bridge.choose(".filters [name=origin]", "سنابل")
    assert texts(bridge) == ["الكلفة لم تتغير"]
    bridge.click("#language")
    assert bridge.text(".filters output") == "1 of 12 shown"
    bridge.click(".filters [type=reset]")
    bridge.wait(lambda: bridge.count(LINES) == 12)
    bridge.choose(".filters [name=outlet]", "إذاعة الوادي")
    assert bridge.count(LINES) == 2


def test_dates_of_publication_narrow_and_leave_out_the_undated(bridge):
    set_date = "const b = document.querySelector(`.filters [name=${arguments[0]}]`); b.value = arguments[1];"
    set_date += "b.dispatchEvent(new Event('change', {bubbles: true}))"
    bridge.js(set_date, "from", "2020-08-02")
    assert bridge.count(LINES) == 10
    bridge.js(set_date, "until", "2020-08-01")
    assert bridge.count(LINES) == 0
    assert bridge.visible(".nothing")


def test_each_choice_says_how_many_it_would_leave(bridge):
    bridge.choose(".filters [name=speaker]", "هند الياسري")
    stances = {value: (label, shut) for value, label, shut in bridge.js(OPTIONS, "stance")}
    assert stances["affirming"] == ("تأكيد (1)", False)
    assert stances["denying"] == ("نفي (0)", True)
    speakers = {value: label for value, label, _ in bridge.js(OPTIONS, "speaker")}
    assert speakers[""] == "قائل غير معروف (1)", "a field does not narrow its own choices"
    bridge.click("#language")
    assert {value: label for value, label, _ in bridge.js(OPTIONS, "stance")}["affirming"] == "affirming (1)"


def test_filters_work_with_the_keyboard_and_tell_a_screen_reader(bridge):
    field = bridge.browser.find_element(By.CSS_SELECTOR, ".filters [name=occasion]")
    field.send_keys(Keys.ARROW_DOWN)
    assert bridge.count(LINES) == 1
    assert bridge.js("return document.querySelector('.filters output').getAttribute('aria-live')") == "polite"
    assert bridge.js("return [...document.querySelectorAll('.filters select, .filters input')].every(e => e.labels[0])")


def test_filters_ask_the_network_for_nothing(bridge):
    bridge.choose(".filters [name=speaker]", "هند الياسري")
    assert bridge.requests() == [bridge.url]
    assert bridge.errors() == []


def test_a_statement_within_another_follows_it_and_says_so(bridge):
    order = texts(bridge)
    around = order.index("رئيس هيئة الجسور سالم الورداني أكد أن «الجسر لن يغلق قبل نهاية سبتمبر")
    assert order[around + 1] == "الجسر لن يغلق قبل نهاية سبتمبر"
    assert bridge.text(f"{LINES}:nth-child({around + 2}) .within") == "ضمن قول مصدر مطلع"
    indent = (
        "return document.querySelector(`#s0-lines > li:nth-child(${arguments[0]}) .what`).getBoundingClientRect().right"
    )
    assert bridge.js(indent, around + 2) < bridge.js(indent, around + 1)


def test_a_row_tells_origin_candidates_and_claim(bridge):
    rows = {row.find_element(By.CSS_SELECTOR, ".what .q").text: row.text for row in bridge.all(LINES)}
    assert "المصدر الأصلي: إذاعة الوادي (مقابلة)" in rows["العمال «أنهوا الأساس"]
    assert "أصله غير معروف فلا يُعدّ" in rows["تعليق الأشغال"]
    assert "لعله هند الياسري / سالم الورداني" in rows["الكلفة لم تتغير"]
    assert "بشرط إذا هدأت الريح" in rows["الممر قد يفتح إذا هدأت الريح"]
    assert "احتمال" in rows["الممر قد يفتح إذا هدأت الريح"]
    assert "الأجل قبل نهاية سبتمبر" in rows["الجسر لن يغلق قبل نهاية سبتمبر"]


def test_the_next_sentence_of_a_quotation_says_so(bridge):
    (row,) = [row for row in bridge.all(LINES) if "تتمة" in row.text]
    assert row.find_element(By.CSS_SELECTOR, ".what .q").text == "ولن نتوقف"


# ── the article ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_how_a_content_is_quoted_shows_without_colour(bridge):
    styles = {mode: bridge.js(BORDER, f"#a0 .text .m-{mode}") for mode in ("direct", "indirect", "mixed")}
    assert styles == {"direct": "solid", "indirect": "dotted", "mixed": "double"}
    assert bridge.js(BORDER, "#a0 .text .n-direct") == "solid", "within another one, it shows how it is quoted itself"
    assert bridge.count("#reader .modes .st") == 3


def test_every_statement_has_a_number_and_its_chain_beside_it(bridge):
    numbers = bridge.js("return [...document.querySelectorAll('#a0 .text .st[data-n]')].map(e => e.dataset.n)")
    assert numbers == [str(n) for n in range(1, 11)]
    beside = bridge.js("return [...document.querySelectorAll('#a0 .margin .number')].map(e => e.textContent)")
    assert sorted(int(label.removeprefix("القول ")) for label in beside) == list(range(1, 11))
    shared = bridge.js("return document.querySelector('#a0 .margin [data-of~=s7]').dataset.of.trim()")
    assert shared == "s6 s7 s8", "one chain, drawn once for the three that it brought"
    assert bridge.js("return [...document.querySelectorAll('#a0 .text > p')].every(p => !p.textContent.match(/[0-9]/))")


def test_an_inherited_link_says_where_it_comes_from_and_opens_it(bridge):
    bridge.click("#a0 .margin [data-of~=s0] .inherited a")
    assert "من سطر الوكالة" in bridge.text("#a0 .margin [data-of~=s0] .inherited")
    marked = bridge.js(
        "const m = document.querySelector('mark.evidence'); return [m.textContent, m.parentNode.className]"
    )
    assert marked == ["سنابل", "fr"]
    assert "من قول سابق" in bridge.text("#a0 .margin [data-of~=s3] .inherited")


def test_the_chain_of_a_statement_is_drawn_over_the_sentence(bridge):
    bridge.click("#a0 .text .n-indirect")
    assert bridge.js(DRAWN) == ["hand", "hand unnamed inherited", "hand inherited"], "speaker, source, agency"
    assert bridge.count(".drawn path.head") == 3
    ink = bridge.js(
        "const s = getComputedStyle(document.querySelector('.drawn .unnamed')); return [s.fill, s.strokeDasharray]"
    )
    assert ink[0] == "none"
    assert ink[1] != "none"
    bridge.js("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))")
    assert bridge.count(".drawn") == 0
    bridge.click("#a0 .text .n-direct")
    assert bridge.js(DRAWN) == ["hand", "hand unnamed", "hand"], "named beside the words: nothing inherited"


def test_what_is_drawn_lies_on_the_words(bridge):
    """Speaker, occasion and outlet of the interview: each box is where the evidence of its name opens."""
    place = """const t = document.querySelector('#a0 .text').getBoundingClientRect();
      return [...document.querySelectorAll(arguments[0])].map(e => e.getBoundingClientRect())
        .map(b => [b.left - t.left, b.right - t.left, b.top - t.top])"""
    bridge.js("document.querySelector('#a0 .text .st[data-n=\"6\"]').click()")
    drawn = bridge.js(place, ".drawn rect.hand")
    assert len(drawn) == 3
    for nth, box in zip((4, 3, 2), drawn, strict=True):
        bridge.js(
            "document.querySelector(arguments[0]).click()", f"#a0 .margin [data-of~=s5] .chain > :nth-child({nth}) a"
        )
        (words,) = bridge.js(place, "mark.evidence")
        assert abs(box[0] - words[0]) < 4
        assert abs(box[1] - words[1]) < 4
        assert abs(box[2] - words[2]) < 12


def test_a_stretch_that_takes_the_focus_is_described_to_a_screen_reader(bridge):
    told = bridge.js(
        "const e = document.querySelector('#a0 .text .n-direct'); e.focus();"
        "return e.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).textContent).join()"
    )
    assert "تأكيد" in told
    assert "بصيغة النفي" in told
    assert bridge.visible(".drawn")


def test_chains_switch_off(bridge):
    bridge.click(".layers .l-ch input")
    assert not bridge.visible("#a0 .margin")
    assert bridge.visible("#a0 .text .st")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_chains_follow_the_language(page, size):
    one = page("bridge", size)
    one.js("document.querySelector('#s0-lines a.ev').click()")
    order = """const [a, b] = document.querySelectorAll('#a0 .margin .chain > li');
      return [a, b].map(e => e.getBoundingClientRect().left)"""
    first, second = one.js(order)
    assert first > second
    one.js("document.querySelector('#language').click()")
    first, second = one.js(order)
    assert first < second
    assert one.js("return getComputedStyle(document.querySelector('#a0 .text p')).direction") == "rtl"
    assert "from the credit line" in one.js("return document.querySelector('#a0 .margin .inherited').textContent")


def test_chains_are_printed(bridge):
    bridge.media("print")
    assert bridge.count("#a0 .margin .chain > li") > 10
    assert not bridge.visible(".filters")
