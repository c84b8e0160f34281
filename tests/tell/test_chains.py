"""The drawing of an account: lines that meet are one witness, unknown origins stand apart and never meet."""

from msgspec.structs import replace

from riwaya.model import Account, Evidence, Merge, Witness
from riwaya.tell.chains import BOX, drawing, numbered, relays, speaker

from .canal import story


def witness(outlet, chain=(), origin=None, said=None, **more):
    words = Evidence(doc=outlet, start=0, end=4)
    return Witness(doc=outlet, evidence=words, outlet=outlet, chain=chain, origin=origin, speaker=said, **more)


def account(*witnesses, origins=1, **more):
    return Account(
        id="a", story="s", event="حدث", evidence=(witnesses[0].evidence,), witnesses=witnesses, origins=origins, **more
    )


def names(band, role):
    return [node.name for node in band.nodes if node.role == role]


def test_outlets_of_one_communique_meet_in_it():
    (first, _) = story("silos").accounts()
    drawn = drawing(first)
    assert drawn.columns == ("outlet", "relay", "origin", "speaker")
    assert names(drawn.known, "origin") == ["بيان (حكومة مرجانة)", "الميزان (مقابلة)"]
    assert [(node.number, node.outlets) for node in drawn.known.nodes if node.role == "origin"] == [(1, 4), (2, 2)]
    assert names(drawn.known, "relay") == ["سنابل", "وكالة الغدير للأنباء"]
    assert names(drawn.known, "speaker") == ["سعاد النجدي"]


def test_unknown_origins_stand_apart_and_are_not_numbered():
    (first, _) = story("silos").accounts()
    band = drawing(first).unknown
    assert names(band, "unknown") == ["مصادر طبية", ""]
    assert all(node.number is None for node in band.nodes)


def test_unnamed_sources_of_two_outlets_never_meet():
    band = drawing(account(*(witness(o, said="مصادر", unknown="unnamed") for o in ("أ", "ب")), origins=0)).unknown
    assert names(band, "unknown") == ["مصادر", "مصادر"]
    assert len(band.lines) == 2


def test_an_agency_is_one_box_however_far_it_is_from_the_outlet():
    drawn = drawing(
        account(
            witness("أ", ("سنابل", "بيان"), "بيان (الوزارة)"), witness("ب", ("ج", "سنابل", "بيان"), "بيان (الوزارة)")
        )
    )
    assert drawn.columns == ("outlet", "relay", "relay", "origin")
    assert names(drawn.known, "relay") == ["ج", "سنابل"]


def test_the_origin_is_no_relay_and_no_speaker():
    one = witness("أ", ("سنابل", "بيان"), "بيان (الوزارة)", "الوزارة")
    assert relays(one) == ("سنابل",)
    assert speaker(one) is None
    assert speaker(witness("أ", ("بيان",), "بيان (الراوي)", "هالة الراوي")) is None
    assert speaker(witness("أ", ("المكتب الإعلامي",), "المكتب الإعلامي", "هالة الراوي")) == "هالة الراوي"


def test_origins_that_a_merge_makes_one_share_a_number():
    two = [witness("أ", origin="سنابل"), witness("ب", origin="الغدير"), witness("ج", origin="الوزير")]
    one = account(*two, origins=2, merges=(Merge(docs=("أ", "ب"), reason="one-owner"),))
    assert numbered(one) == {"سنابل": 1, "الغدير": 1, "الوزير": 2}


def test_no_number_is_shown_that_is_not_the_count():
    assert numbered(account(witness("أ", origin="سنابل"), witness("ب", origin="الغدير"), origins=1)) == {}


def test_many_outlets_of_one_chain_stand_in_one_box():
    many = [witness(f"وسيلة {n}", ("سنابل",), "الوزير", "الوزير") for n in range(40)]
    drawn = drawing(account(*many))
    assert len(names(drawn.known, "outlet")) == 13
    assert [node.left for node in drawn.known.nodes if node.role == "more"] == [27]
    assert [node.outlets for node in drawn.known.nodes if node.role == "origin"] == [40]


def test_many_chains_are_cut_and_counted():
    many = [witness(f"وسيلة {n}", origin=f"أصل {n}") for n in range(30)]
    drawn = drawing(account(*many, origins=30))
    assert len(names(drawn.known, "origin")) + drawn.left == 30


def test_boxes_do_not_overlap_and_stay_within():
    for one in story("silos").accounts():
        for band in (drawing(one).known, drawing(one).unknown):
            for node in band.nodes:
                assert node.x + node.width <= 100.1
                others = [other for other in band.nodes if other.column == node.column and other is not node]
                assert all(abs(other.y - node.y) >= BOX for other in others)


def test_the_order_of_the_witnesses_of_one_chain_changes_no_origin():
    (first, _) = story("silos").accounts()
    turned = replace(first, witnesses=first.witnesses[::-1], details=())
    assert set(names(drawing(turned).known, "origin")) == set(names(drawing(first).known, "origin"))


def test_two_origins_in_one_report_keep_their_numbers():
    doc = {"evidence": Evidence(doc="أ", start=9, end=12)}
    two = [witness("أ", origin="الوزير"), replace(witness("أ", origin="البلدان"), **doc)]
    assert numbered(account(*two, origins=2, merges=(Merge(docs=("أ",), reason="one-origin", origin="الوزير"),))) == {
        "الوزير": 1,
        "البلدان": 2,
    }
