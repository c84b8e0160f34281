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
        Entity(id="2", type="organisation", name="وزارة المياه", romanised="Wizarat al-Miyah"),
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
