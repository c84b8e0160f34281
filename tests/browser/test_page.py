"""The dossier in a real browser: it opens, speaks two languages, opens its evidence, filters, and runs nothing."""

import json
import re
from pathlib import Path

import pytest

from riwaya.tell.pieces import printable

from .opening import DESKTOP, PHONE, canal

SCRIPTS = Path(__file__).parent
CONTRAST = (SCRIPTS / "contrast.js").read_text(encoding="utf-8")
STRANGE_LINKS = "return [...document.links].filter(a => !/^(#|https?:)/.test(a.getAttribute('href'))).length"
UNNAMED = """return [...document.querySelectorAll('button, input, select')].filter(
  el => !el.labels?.length && !el.getAttribute('aria-label') && !el.textContent.trim()).length"""


def test_opens_in_arabic_without_errors_or_requests(page):
    one = page()
    assert (one.js("return document.documentElement.lang"), one.js("return document.documentElement.dir")) == (
        "ar",
        "rtl",
    )
    assert one.text("h1") == "محادثات قناة اليشم بين مرجانة وسهلان"
    assert one.errors() == []
    assert one.requests() == [one.url]


def test_its_own_font_is_used(page):
    one = page()
    assert one.js("return document.fonts.check('16px \"Plex Arabic\"', 'رواية')")
    loaded = one.js(
        "return document.fonts.ready.then(() => [...document.fonts].filter(f => f.status === 'loaded').length)"
    )
    assert loaded >= 2


def test_switches_language_and_back(page):
    one = page()
    one.click("#language")
    assert (one.js("return document.documentElement.lang"), one.js("return document.documentElement.dir")) == (
        "en",
        "ltr",
    )
    assert one.text("#s0-timeline-h").startswith("Timeline")
    assert one.text(".card h3 .n") == "≈ Nadir al-Safwani"
    assert "spelled by ear" in one.js("return document.querySelector('.card h3 .n').title")
    assert one.text(".card .lands abbr") == "IQ"
    assert one.text(".span") == "3 May 2020 – 10 June 2020"
    assert one.js("return document.querySelector('#search').placeholder") == "Search this page"
    assert "مرجانة" in one.text("h1"), "Arabic text stays"
    one.click("#language")
    assert one.text("#s0-timeline-h").startswith("الخط الزمني")
    assert one.text(".card h3 .n") == "نادر الصفواني"
    assert one.js("return document.querySelector('#search').placeholder") == "بحث في هذه الصفحة"
    assert one.errors() == []


def test_every_evidence_opens_exactly_its_words(page):
    one = page()
    reports = {report.document.id: report.document for report in canal().reports()}
    texts = [reports[doc].text for doc in canal().stories()[0].documents]
    links = one.js("return [...document.querySelectorAll('a[data-e]')].map(a => a.dataset.e)")
    assert len(links) > 40
    for place in dict.fromkeys(links):
        article, start, end = map(int, place.split(":"))
        one.js("document.querySelector(`a[data-e='${arguments[0]}']`).click()", place)
        marked = one.js("return [...document.querySelectorAll('mark.evidence')].map(m => m.textContent).join('')")
        assert marked == printable(texts[article])[start:end].replace("\n", "")
        assert one.js("return document.querySelector('#reader article:not([hidden])').id") == f"a{article}"
    assert one.errors() == []


def test_a_line_of_the_timeline_opens_the_words_that_it_shows(page):
    one = page()
    one.click("#s0-timeline .axis:nth-of-type(2) li:nth-child(2) .what a")
    marked = one.js("return [...document.querySelectorAll('mark.evidence')].map(m => m.textContent).join('')")
    assert marked == "اتفقت مرجانة وسهلان يوم الإثنين على جدول لفتح بوابات القناة"


def test_opened_evidence_is_in_view(page):
    one = page()
    one.click("#s0-lines li:nth-child(7) a.ev")
    box = one.js(
        "const m = document.querySelector('mark.evidence').getBoundingClientRect(),"
        "p = document.querySelector('.pages').getBoundingClientRect(); return [m.top, m.bottom, p.top, p.bottom]"
    )
    assert box[2] <= box[0] < box[1] <= box[3]


def test_on_a_phone_evidence_opens_over_the_page_and_closes_again(page):
    one = page(size=PHONE)
    assert not one.visible("#reader")
    one.click("#s0-lines li:nth-child(2) a.ev")
    assert one.visible("mark.evidence")
    one.click("#close")
    assert not one.visible("#reader")
    assert one.visible("#s0-lines")


def test_filters(page):
    one = page()
    one.choose(".filters [name=speaker]", "نادر الصفواني")
    assert one.count("#s0-lines > li") == 5
    one.choose(".filters [name=stance]", "committing")
    assert one.count("#s0-lines > li") == 2
    one.js("document.querySelector('.filters [name=from]').value = '2020-06-01'")
    one.choose(".filters [name=origin]", "سنابل")
    assert one.count("#s0-lines > li") == 1
    one.click(".filters [type=reset]")
    one.wait(lambda: one.count("#s0-lines > li") == 13)
    one.choose(".filters [name=speaker]", "")
    assert one.count("#s0-lines > li") == 1


def test_search_folds_letters_and_finds_words_in_articles(page):
    one = page()
    one.seek("نادِر الصّفوانى")
    assert one.count(".cards > li") == 1
    assert one.count("#s0-lines > li") == 6, "his five, and the one of which he may be the speaker"
    marks = one.js("return [...document.querySelectorAll('mark.q')].map(m => m.textContent).join('|')")
    assert set(re.split(r"\|", marks)) <= {"نادر الصفواني", "نادر الصفوانى"}
    one.click("#next")
    assert one.visible("article:not([hidden]) mark.q")
    one.seek("لجنة مشتركة")
    assert one.count(".year") == 1
    assert not one.visible("#s0-people")
    one.seek("غواصة")
    assert one.text("#found") == "لا شيء بهذه الكلمات"
    one.seek("")
    assert one.count("#s0-lines > li") == 13
    assert one.count("mark.q") == 0


def test_an_annotation_tells_its_chain_and_trace(page):
    one = page()
    one.click("#a0 .text .tm")
    assert "full date" in one.text("#note")
    one.click("#a0 .text .cu")
    assert one.count("#note .chain li") == 2
    one.js("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))")
    assert not one.visible("#note")


def test_annotations_are_reached_with_the_tab_key(page):
    one = page()
    assert one.js("return document.querySelectorAll('#a0 .text [tabindex=\"0\"]').length") == 7
    one.js("document.querySelector('#a0 .text [tabindex=\"0\"]').focus()")
    assert one.visible("#note")


def test_layers_switch_off(page):
    one = page()
    background = "return getComputedStyle(document.querySelector('#a0 .st')).backgroundColor"
    before = one.js(background)
    one.click(".layers .l-st input")
    assert one.js(background) != before


def test_versions_stand_side_by_side(page):
    one = page()
    one.choose("#pick", "1")
    one.click("#a1 .versions summary")
    assert "1500" in one.text("#a1 .versions del:nth-of-type(1)") or "1500" in one.text("#a1 .versions")
    assert one.count("#a1 .versions ins") >= 2


@pytest.mark.parametrize("size", [DESKTOP, PHONE, (320, 600)], ids=["desktop", "phone", "small"])
@pytest.mark.parametrize("name", ["canal", "bridge", "hostile"])
@pytest.mark.parametrize("english", [False, True], ids=["ar", "en"])
def test_nothing_sticks_out_sideways(page, name, size, english):
    one = page(name, size)
    if english:
        one.click("#language")
    assert one.js("return document.documentElement.scrollWidth") <= size[0]
    one.js("document.querySelector('a[data-e]').click()")
    assert one.js("const p = document.querySelector('.pages'); return p.scrollWidth - p.clientWidth") <= 0


def test_a_hostile_article_runs_nothing(page):
    one = page("hostile")
    one.click("#language")
    for link in one.all("a[data-e]"):
        one.js("arguments[0].click()", link)
    one.js("document.querySelectorAll('#a0 .text [data-a]').forEach(el => el.click())")
    one.seek("script")
    assert one.js("return document.title") != "pwned"
    assert one.js("return document.querySelectorAll('script').length") == 2
    assert (
        one.js("return document.querySelectorAll('iframe, img, [onload], [onerror], [onfocus], [onmouseover]').length")
        == 0
    )
    assert one.js(STRANGE_LINKS) == 0
    assert one.errors() == []
    assert one.requests() == [one.url]


def test_hostile_evidence_is_still_exact(page):
    one = page("hostile")
    one.click("#s0-lines a.ev")
    assert one.js("return document.querySelector('mark.evidence').textContent") == "\u202eمقلوب النص\u2066"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("chosen", ["#theme", None], ids=["switched", "by the system"])
def test_words_stand_out_from_their_ground(page, theme, chosen):
    one = page(**{"prefers-color-scheme": theme})
    if chosen:
        one.click(chosen)
    ratios = json.loads(one.js(CONTRAST))
    assert {key: ratio for key, ratio in ratios.items() if ratio < 4.5} == {}


def test_the_page_prints_all_articles(page):
    one = page()
    one.media("print")
    assert one.count("article") == 4
    assert not one.visible(".filters")


def test_headings_and_landmarks(page):
    one = page()
    assert one.js("return ['header', 'main', 'nav', '[role=search]'].every(s => document.querySelector(s))")
    assert one.js("return document.querySelectorAll('h1').length") == 1
    assert one.js(UNNAMED) == 0
    assert (
        one.js(
            "const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.length - new Set(ids).size"
        )
        == 0
    )


def test_several_stories_stand_in_a_list_and_open_one_at_a_time(page):
    one = page("two")
    assert one.count(".contents li") == 2
    assert one.count(".story") == 1
    assert "broken.html" in one.text("aside.gaps"), "what was not read belongs to no story"
    one.click(".contents li:nth-child(2) a")
    one.wait(lambda: one.visible("#s1"))
    assert not one.visible("#s0")
    assert one.js("return document.querySelector('#reader article:not([hidden])').dataset.story") == "s1"
    assert one.js("return [...document.querySelectorAll('#pick option')].filter(o => !o.hidden).length") == 1
    assert one.errors() == []


def test_a_link_to_an_article_opens_it(page):
    one = page("two")
    one.js("location.hash = '#a3'")
    one.wait(lambda: one.visible("#a3"))
    assert one.visible("#s1")


def test_a_ruling_is_a_small_mark_that_opens_to_who_and_why(page):
    desk = page()
    assert desk.text(".card .ruled summary") == "قرار محرّر"
    assert not desk.visible(".card .ruled li")
    desk.click(".card .ruled summary")
    assert "هدى السلمي · 11 يونيو 2020 · الوزير غير لاعب الكرة" in desk.text(".card .ruled li")
    desk.click("#language")
    assert desk.text(".card .ruled summary") == "ruled by an editor"
    assert "old.txt +3" in desk.text(".card .ruled li")
