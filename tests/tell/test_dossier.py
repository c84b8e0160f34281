import re

from msgspec.structs import replace

from riwaya.model import Commitment, Evidence, Links, Turn
from riwaya.tell.dossier import Options, dossier
from riwaya.tell.embedding import data
from riwaya.tell.limits import Limits

from .canal import Held, crowd, story


def test_the_same_reports_make_the_same_bytes():
    assert dossier(story()) == dossier(story())


def test_the_page_is_small_and_loads_nothing():
    page = dossier(story())
    assert len(page.encode()) < 400_000
    assert "default-src 'none'" in page
    assert re.findall(r"""(?:src|href)=["'](?!#|data:|https://nabd)[^"']*""", page) == []


def test_text_of_reports_is_escaped():
    page = dossier(story("hostile"))
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    assert "<script" not in markup
    assert "<img" not in markup
    assert 'href="javascript' not in page
    assert page.count("</script>") == 2


def test_json_in_the_page_cannot_end_its_element():
    assert data({"a": "</script>\u2028&'"}) == '{"a":"\\u003c/script\\u003e\\u2028\\u0026\\u0027"}'


def test_no_stories():
    assert "لم يُعثر على تقارير" in dossier(Held([], Links()))


def test_limits_are_told():
    page = dossier(story(), Options(limits=Limits(articles=2, rows=3, people=1)))
    assert page.count("<article ") == 2
    assert "of this story not in this page" in page
    assert "+10 " in page


def test_gaps_stand_before_everything_else():
    page = dossier(story())
    assert page.index("nothing but furniture on the page") < page.index('id="s0-timeline"')


def test_a_card_has_country_codes_and_marks_a_guessed_latin_name():
    page = dossier(story())
    assert '<abbr title="العراق" data-en-title="Iraq">IQ</abbr>' in page
    assert 'dir="ltr">≈\u00a0Nadir al-Safwani</small>' in page
    assert 'dir="ltr">Layla bint Asim</small>' in page
    assert page.count("كُتب بالسماع") == 2  # the note under the cards, and the script's word for it


def test_a_page_of_a_hundred_reports_and_many_accounts_stays_small():
    page = dossier(crowd(100, accounts=40, rest="\nجملة أخرى من التقرير لا تقول شيئا." * 60))
    assert len(page.encode()) < 3_000_000
    assert page.count('<svg class="web') == 14, "as many as the page has room for"
    assert "+26 " in page


def test_no_detail_is_shown_without_its_words():
    page = dossier(story("silos"))
    links = re.findall(r'<a class="cell" href="#([^"]+)"(?: data-against="([^"]+)")?', page)
    assert len(links) > 10
    assert {one for pair in links for one in pair if one} <= set(re.findall(r'<li id="([^"]+)"><figure', page))


def test_an_account_of_unknown_origins_alone_is_drawn():
    views = story("silos")
    (first, *_) = views.accounts()
    alone = tuple(one for one in first.witnesses if not one.origin)
    only = replace(first, witnesses=alone, origins=0, details=(), merges=())
    page = dossier(Held(list(views.reports()), replace(views.links, accounts=(only,))))
    assert page.count('<svg class="web') == 1
    assert "لا أصل معروفًا" in page


def test_the_head_names_the_newest_commitments_of_the_one_list_of_them():
    views = story()
    told = views.stories()[0]
    place = Evidence(doc=told.documents[0], start=0, end=4)

    def undertaken(what: str, *days: str) -> Commitment:
        turns = tuple(Turn(change="made", date=day, text=what, evidence=place) for day in days)
        return Commitment(story=told.id, who=("سهلان",), what=what, history=turns, evidence=(place,))

    made = (
        undertaken("فتح القناة", "2021-07-01", "2021-07-02"),
        undertaken("خفض الرسوم", "2021-07-09"),
        undertaken("نشر التقرير", "2021-07-03"),
    )
    page = dossier(Held(list(views.reports()), replace(views.links, commitments=made)))
    head = page[page.index('id="s0-new"') : page.index('<nav class="views"')]
    assert head.index("خفض الرسوم") < head.index("نشر التقرير") < head.index("فتح القناة")
