import pytest
from msgspec.structs import replace

from riwaya.link.figures.series import figures
from riwaya.model import (
    Annotations,
    Cue,
    Document,
    Figure,
    Outlet,
    Published,
    Report,
    Sentence,
    Speaker,
    Statement,
    Story,
)

from .test_counts import report


def at_odds_in(reports):
    """The numbers that contradict each other."""
    found = figures(Story(id="s", title=""), reports, lambda doc, name, kind=None: name)
    return {one.counts[place].number for one in found for r in one.rivals for place in (r.left, r.right)}


LEFT = report("المرفأ", "انهار جسر الرمانة أمس وقتل 12 عاملا في الحادث", 12, "12 عاملا")


@pytest.mark.parametrize(
    ("right", "at_odds"),
    [
        (report("الأفق", "انهار جسر الرمانة وقتل 15 عاملا في الحادث", 15, "15 عاملا"), True),
        (report("الأفق", "انهار جسر الرمانة وقتل 12 عاملا في الحادث", 12, "12 عاملا"), False),
        (report("الأفق", "انهار جسر الرمانة وقتل 120 عاملا في الحادث", 120, "120 عاملا"), False),
        (report("الأفق", "أضرب 15 عاملا في ميناء المرجان أمس", 15, "15 عاملا"), False),
        (report("الأفق", "انهار جسر الرمانة وقتل 15 عاملا على الأقل في الحادث", 15, "15 عاملا", "at-least"), False),
        (report("الأفق", "انهار جسر الرمانة وقتل 15 عاملا في الحادث", 15, "15 عاملا", day="2020-05-19"), False),
        (report("الأفق", "انهار جسر الرمانة وقتل بينهم 15 عاملا في الحادث", 15, "15 عاملا"), False),
        (report("الأفق", "انهار جسر الرمانة وقتل 15 مترا في الحادث", 15, "15 مترا"), False),
        (report("المرفأ", "انهار جسر الرمانة وقتل 15 عاملا في الحادث", 15, "15 عاملا"), False),
    ],
    ids=[
        "differ",
        "agree",
        "ten times as many: another thing",
        "another event",
        "only a lower bound",
        "a day later",
        "a part of the count",
        "a measure",
        "one outlet",
    ],
)
def test_disputed_only_where_one_thing_is_counted_differently(right, at_odds):
    assert bool(at_odds_in([LEFT, right])) is at_odds


def test_a_round_number_agrees_with_an_exact_one():
    about = report("الأفق", "انهار جسر الرمانة وتضرر نحو 1200 مزارعا", 1200, "1200 مزارعا", "about")
    exact = report("المرفأ", "تضرر 1187 مزارعا حين انهار جسر الرمانة", 1187, "1187 مزارعا")
    assert not at_odds_in([about, exact])


def test_about_ten_may_be_twelve():
    about = report("الأفق", "انهار جسر الرمانة وتضرر نحو 10 مزارعا", 10, "10 مزارعا", "about")
    for number, at_odds in ((12, False), (14, True)):
        exact = report("المرفأ", f"تضرر {number} مزارعا حين انهار جسر الرمانة", number, f"{number} مزارعا")
        assert bool(at_odds_in([about, exact])) is at_odds


def voices(*told):
    """One report whose sentences are (speaker, words before, figure's words, number, relation, counted)."""
    text, figures, statements, sentences = "", [], [], []
    for who, before, words, number, relation, counted in told:
        start = len(text)
        text += f"{before} {words} في الحي القديم.\n"
        at = start + len(before) + 1
        sentences.append(Sentence(start=start, end=len(text) - 1, paragraph=len(sentences)))
        figures.append(Figure(start=at, end=at + len(words), number=number, relation=relation, counted=counted))
        cue = Cue(start=start, end=start + 2, lemma="قال", stance="neutral")
        speaker = Speaker(name=who, kind="government") if who else None
        statements.append(Statement(start=start, end=len(text), mode="indirect", cue=cue, speaker=speaker))
    return Report(
        document=Document(id="أ", key="أ", doc="أ", text=text),
        annotations=Annotations(
            doc="أ",
            id="أ",
            outlet=Outlet(name="المرفأ", basis="given"),
            published=Published(value="2020-05-18", basis="given"),
            sentences=tuple(sentences),
            figures=tuple(figures),
            statements=tuple(statements),
        ),
    )


HOUSES = ("سهلان", "قالت سهلان إن النهر جرف", "نحو 1200 منزل", 1200, "about", "منزل")
RAIDS = (
    "سهلان",
    "قالت سهلان إن قصفا على بوابة المرجان ومحطات الكهرباء والمطاحن أصاب",
    "سبعة أشخاص",
    7,
    "exactly",
    "أشخاص",
)
HURT = ("سهلان", "قالت سهلان إنه أصيب", "سبعة أشخاص على الأقل", 7, "at-least", "أشخاص")


@pytest.mark.parametrize(
    ("told", "numbers"),
    [
        ((HOUSES, ("مرجان", "وردت مرجان بأن العدد لا يتجاوز", "900 منزل", 900, "at-most", "منزل")), {900, 1200}),
        ((HOUSES, ("مرجان", "وردت مرجان بأنها رممت", "900 منزل", 900, "exactly", "منزل")), set()),
        ((HOUSES, ("سهلان", "وأضافت أن العدد لا يتجاوز", "900 منزل", 900, "at-most", "منزل")), set()),
        ((HOUSES, ("مرجان", "وردت مرجان بأن العدد لا يتجاوز", "1500 منزل", 1500, "at-most", "منزل")), set()),
        ((HURT, ("الهلال", "بينما تحدث الهلال عن إصابة", "12 عاملا", 12, "exactly", "عاملا")), {7, 12}),
        ((HURT, ("الهلال", "وتحدث الهلال عن إصابة", "12 عاملا", 12, "exactly", "عاملا")), {7, 12}),
        (
            (
                RAIDS,
                (
                    "الهلال",
                    "وأفاد الهلال بأن غارة قرب جسر وادان أحرقت بساتين الزيتون ومخازن الحبوب وأدت إلى إصابة",
                    "12 عاملا",
                    12,
                    "exactly",
                    "عاملا",
                ),
            ),
            set(),
        ),
        ((HURT, ("الهلال", "وقال الهلال إن من هؤلاء المصابين", "12 عاملا", 12, "exactly", "عاملا")), set()),
        ((HURT, ("الهلال", "وتحدث الهلال عن إصابة متفرقة", "12 عاملا", 12, "exactly", "عاملا")), set()),
        ((HURT, ("الهلال", "وتحدث الهلال في حصيلة أولية عن إصابة", "12 عاملا", 12, "exactly", "عاملا")), set()),
        ((HURT, ("شرطة سهلان", "وتحدثت شرطة سهلان عن إصابة", "12 عاملا", 12, "exactly", "عاملا")), set()),
        ((HURT, ("الهلال", "وتحدث الهلال عن إصابة", "90 عاملا", 90, "exactly", "عاملا")), set()),
        ((HOUSES, ("مرجان", "وردت مرجان بأن العدد ارتفع إلى", "1500 منزل", 1500, "exactly", "منزل")), set()),
        ((HURT, ("الهلال", "بينما تحدث الهلال عن مقتل", "12 عاملا", 12, "exactly", "عاملا")), set()),
        ((HURT, ("الهلال", "بينما تحدث الهلال عن إصابة", "10 أشخاص", 10, "exactly", "أشخاص")), {7, 10}),
        ((HURT, ("الهلال", "بينما تحدث الهلال عن إصابة", "8 أشخاص", 8, "exactly", "أشخاص")), set()),
    ],
    ids=[
        "the tally itself is spoken of",
        "two numbers of two things",
        "one voice goes on",
        "a bound that leaves room",
        "people hurt, whatever they are called",
        "two sources side by side",
        "the next operation of a list",
        "some of them",
        "a sum over several events",
        "a first count",
        "one voice under a longer name",
        "ten times as many: another event",
        "a number that rose",
        "hurt and killed are two things",
        "a bound far exceeded",
        "little more than a lower bound",
    ],
)
def test_two_voices_in_one_report(told, numbers):
    assert at_odds_in([voices(*told)]) == numbers


def test_one_fate_of_people_under_two_names():
    left = report("المرفأ", "أصيب 12 متظاهرا الجمعة في احتجاجات قرية الرمانة قرب جسر المرجان", 12, "12 متظاهرا")
    words = "سبعة أشخاص على الأقل"
    text = f"أعلنت وزارة الداخلية أن {words} أصيبوا الجمعة في احتجاجات قرية الرمانة قرب جسر المرجان"
    at = text.index(words)
    figure = Figure(start=at, end=at + len(words), number=7, relation="at-least", counted="أشخاص")
    right = report("الأفق", text, 7, words)
    right = replace(right, annotations=replace(right.annotations, figures=(figure,)))
    assert at_odds_in([left, right]) == {7, 12}


def toll(doc, number, hour, relation="at-least"):
    words = f"{number} عاملا"
    text = f"انهار جسر الرمانة وقتل {words} في الحادث"
    return report(doc, text, number, words, relation, day=f"2020-05-18T{hour}+00:00")


@pytest.mark.parametrize(
    ("left", "right", "at_odds"),
    [
        (toll("المرفأ", 20, "10:00"), toll("الأفق", 24, "10:20"), True),
        (toll("المرفأ", 20, "10:00"), toll("الأفق", 24, "14:00"), False),
        (toll("المرفأ", 20, "10:00"), toll("الأفق", 21, "10:20"), False),
        (toll("المرفأ", 20, "10:00", "exactly"), toll("الأفق", 24, "10:20", "exactly"), True),
        (toll("المرفأ", 20, "10:00", "exactly"), toll("الأفق", 54, "10:20", "exactly"), False),
        (toll("المرفأ", 24, "10:00", "exactly"), toll("الأفق", 20, "14:00", "exactly"), True),
        (toll("المرفأ", 24, "10:00", "exactly"), toll("المرفأ", 20, "10:00", "exactly"), False),
    ],
    ids=[
        "two lower bounds",
        "hours later it has risen",
        "little more",
        "beside",
        "still being counted",
        "taken back",
        "two states of one report",
    ],
)
def test_two_tolls_within_the_hour(left, right, at_odds):
    assert bool(at_odds_in([left, right])) is at_odds


def test_what_points_back_is_of_what_its_report_tells_of():
    left = report("المرفأ", "اندلع حريق في مصنع المرجان بمدينة بندر. وأسفر الحريق عن مقتل 12 شخصا", 12, "12 شخصا")
    right = report("الأفق", "حريق مصنع المرجان في بندر: قالت الشرطة إن عدد القتلى بلغ 7 أشخاص", 7, "7 أشخاص")
    other = report("الأفق", "حريق مصنع المرجان في بندر. وفي هجمات متفرقة أخرى قتل 7 أشخاص", 7, "7 أشخاص")
    assert at_odds_in([left, right]) == {7, 12}
    assert at_odds_in([left, other]) == set()


def test_a_noun_with_an_adjective_is_the_noun():
    left = report("المرفأ", "غادرت قافلة الإغاثة بلدة الرمانة وبقيت 9 شاحنات ممتلئة", 9, "9 شاحنات ممتلئة")
    left = replace(
        left,
        annotations=replace(
            left.annotations, figures=tuple(replace(f, counted="شاحنات ممتلئة") for f in left.annotations.figures)
        ),
    )
    right = report("الأفق", "غادرت قافلة الإغاثة بلدة الرمانة وبقيت 12 شاحنات", 12, "12 شاحنات")
    assert at_odds_in([left, right]) == {9, 12}


@pytest.mark.parametrize(
    ("hour", "tail", "at_odds"),
    [
        ("T10:00+00:00", "", True),
        ("T10:00+00:00", " وعازفين اثنين", False),
    ],
    ids=["near numbers in half of the words", "two more of them"],
)
def test_things_that_reports_alike_count(hour, tail, at_odds):
    left = "مهرجان الرمانة للموسيقى يفتتح في بندر. يشارك في المهرجان 14 عازفا من الجزر الشرقية وأوركسترا الميناء"
    right = f"افتتاح مهرجان الرمانة للموسيقى في بندر. ويحضر من الجزر الشرقية 12 عازفا{tail} إلى المهرجان"
    told = [
        report(doc, text, number, f"{number} عازفا", day=f"2020-05-18{hour}")
        for doc, text, number in (("المرفأ", left, 14), ("الأفق", right, 12))
    ]
    assert bool(at_odds_in(told)) is at_odds


def test_without_an_hour_only_openings_that_are_much_alike_differ():
    def told(doc, words, text):
        return report(doc, text, int(words.split()[0]), words)

    left = told("المرفأ", "12 عاملا", "انهار جسر الرمانة في بندر وقتل 12 عاملا في الحادث")
    alike = told("الأفق", "9 عاملا", "انهار جسر الرمانة في بندر وقتل 9 عاملا في الحادث")
    apart = told("الأفق", "9 عاملا", "هزت انفجارات مصانع الحديد الجمعة وقتل 9 عاملا في الرمانة")
    assert at_odds_in([left, alike]) == {9, 12}
    assert at_odds_in([left, apart]) == set()


def test_somebody_and_three_are_four():
    headline = "مقتل أربعة جنود في بندر"
    text = f"{headline}\nقتل ضابط وثلاثة جنود الجمعة في بندر"
    at = text.index("وثلاثة") + 1
    one = Figure(start=5, end=15, number=4, relation="exactly", counted="جنود")
    other = Figure(start=at, end=at + 10, number=3, relation="exactly", counted="جنود")
    found = report("المرفأ", text, 4, "أربعة جنود")
    sentences = (
        Sentence(start=0, end=len(headline), paragraph=-1),
        Sentence(start=len(headline) + 1, end=len(text), paragraph=0),
    )
    found = replace(found, annotations=replace(found.annotations, figures=(one, other), sentences=sentences))
    assert at_odds_in([found]) == set()
