from hypothesis import given
from hypothesis import strategies as st

from riwaya.model import Document
from riwaya.tell.compare import changes


def version(text):
    return Document(id=text, key="k", doc="d", text=text)


def shown(runs):
    return "".join(f"[{run.text}]" if run.changed else run.text for run in runs)


def test_the_changed_words_of_a_line():
    (change,) = changes(version("فتحت البوابة الأولى أمس"), version("فتحت البوابة الثانية أمس"))
    assert (shown(change.old), shown(change.new)) == ("فتحت البوابة [الأولى] أمس", "فتحت البوابة [الثانية] أمس")


def test_lines_that_came_and_went():
    found = changes(version("العنوان\nسطر قديم تماما"), version("العنوان\nسطر قديم تماما\nأضيف هذا"))
    assert [change.same for change in found] == [True, True, False]
    assert shown(found[2].new) == "[أضيف هذا]"


def test_a_line_stands_beside_the_one_it_became():
    found = changes(
        version("أول\nتضرر 15 مزارعا من الإغلاق"), version("أول\nنقلت وكالة سنابل\nتضرر 18 مزارعا من الإغلاق")
    )
    assert [(shown(change.old), shown(change.new)) for change in found] == [
        ("أول", "أول"),
        ("", "[نقلت وكالة سنابل]"),
        ("تضرر [15] مزارعا من الإغلاق", "تضرر [18] مزارعا من الإغلاق"),
    ]


@given(st.text("اب \n", max_size=60), st.text("اب \n", max_size=60))
def test_both_sides_are_whole(old, new):
    found = changes(version(old), version(new))
    for text, side in ((old, "old"), (new, "new")):
        lines = ["".join(run.text for run in getattr(change, side)) for change in found]
        assert [line for line in lines if line] == [line.strip() for line in text.splitlines() if line.strip()]
