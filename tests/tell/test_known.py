from riwaya.model import Entity
from riwaya.tell.known import Known

KNOWN = Known(
    [
        Entity(
            id="1",
            type="person",
            name="نادر الصفواني",
            romanised="Nadir al-Safwani",
            variants=("الصفواني",),
            slips=("نادر الصفوني",),
        ),
        Entity(id="2", type="organisation", name="وزارة المياه"),
        Entity(id="3", type="person", name="كلثم الرقيبي", romanised="Kaltham al-Ruqaibi", romanised_by="guess"),
        Entity(id="4", type="organisation", name="الأمم المتحدة", romanised="United Nations", romanised_by="lexicon"),
    ]
)


def test_a_spelling_leads_to_the_entity():
    assert KNOWN.name("نادر الصفوني") == "نادر الصفواني"
    assert KNOWN.name("نادر الصفوانى") == "نادر الصفواني"


def test_a_family_name_alone_leads_nowhere():
    assert KNOWN.name("الصفواني") == "الصفواني"


def test_latin_forms():
    assert KNOWN.latin("نادر الصفواني") == "Nadir al-Safwani"
    assert KNOWN.latin("فرانس برس", "agency") == "AFP"
    assert KNOWN.latin("وزارة المياه") is None
    assert KNOWN.latin("مصادر محلية") is None


def test_a_guess_is_marked():
    assert KNOWN.latin("كلثم الرقيبي") == "≈\u00a0Kaltham al-Ruqaibi"
    assert KNOWN.latin("زعيتر الدهماني", "person").startswith("≈\u00a0")


def test_bodies_and_countries_by_their_english_name():
    assert KNOWN.latin("الأمم المتحدة") == "United Nations"
    assert KNOWN.latin("أميركا") == "United States"


NAMESAKES = Known(
    [
        Entity(id="1", type="person", name="ناجي الحلواني (الوزير)", variants=("ناجي الحلواني",), documents=("a", "c")),
        Entity(id="2", type="person", name="ناجي الحلواني", variants=("الحلواني",), documents=("b",)),
    ]
)


def test_of_namesakes_the_report_tells_which():
    assert NAMESAKES.name("ناجي الحلواني", "a") == "ناجي الحلواني (الوزير)"
    assert NAMESAKES.name("ناجي الحلواني", "b") == "ناجي الحلواني"
    assert NAMESAKES.name("الحلواني", "b") == "ناجي الحلواني"
    assert NAMESAKES.here("ناجي الحلواني", "z") is None
    assert NAMESAKES.here("ناجي الحلواني", "a", "place") is None
