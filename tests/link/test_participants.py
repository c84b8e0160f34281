"""Who did it to whom, and where the clause leaves it open: invented sentences, positives and traps."""

from __future__ import annotations

import pytest

from riwaya.link.links import link

from .made import made

PEOPLE = {"سامي البدري": {"roles": ["رئيس الوزراء"]}, "ليلى الحسن": {"roles": ["وزيرة الخارجية"]}}


@pytest.mark.parametrize(
    ("body", "who", "whom"),
    [
        ("استقبل رئيس الوزراء سامي البدري وزيرة الخارجية ليلى الحسن الأحد", ["سامي البدري"], ["ليلى الحسن"]),
        ("اجتمع رئيس الوزراء سامي البدري الأحد مع وزيرة الخارجية ليلى الحسن", ["سامي البدري"], ["ليلى الحسن"]),
        ("جرت الأحد زيارة رئيس الوزراء سامي البدري إلى وزيرة الخارجية ليلى الحسن", [], []),
        ("تلت ذلك زيارة سامي البدري الأحد بحضور رئيس الوزراء وزيرة الخارجية ليلى الحسن", ["سامي البدري"], []),
        # behind another event stands nobody's subject
        ("انتقدت الأحد توقيف رئيس الوزراء سامي البدري قبل وصول وزيرة الخارجية ليلى الحسن", [], []),
    ],
)
def test_parties(body: str, who: list[str], whom: list[str]) -> None:
    report = {"doc": "d", "title": "خبر", "text": f"{body}.", "published": "2031-05-05", "people": PEOPLE}
    (entry, *_) = link([made(report | {"times": [["الأحد", "2031-05-04"]]})]).timeline
    assert (list(entry.who), list(entry.whom)) == (who, whom)
