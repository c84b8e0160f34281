"""The order of the stages: a report's own day comes before what others say of it."""

from __future__ import annotations

from riwaya.model import Annotations, Document, Published
from riwaya.pipeline import Pipeline

TOLD = Published(value="2021-03-03", basis="inferred", others=("b",))


def test_a_report_is_dated_by_others_only_where_it_gives_no_day_itself() -> None:
    undated = Document(id="a", key="a", doc="a", text="التقى المبعوث وفد التفاوض الأربعاء.")
    given = Document(id="a", key="a", doc="a", text=undated.text, given="2021-03-10")
    month = Document(id="a", key="a", doc="a", text=undated.text, given="2021-03")
    stages = Pipeline()
    for document, day in ((undated, "2021-03-03"), (given, "2021-03-10"), (month, "2021-03-03")):
        record = stages.annotate(document, TOLD)
        assert isinstance(record, Annotations)
        assert record.published is not None
        assert (record.published.value, record.times[0].value) == (day, day)
