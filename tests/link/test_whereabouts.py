"""Where an event took place, and which places of its clause belong to another noun or verb: invented sentences."""

from __future__ import annotations

import pytest

from riwaya.link.links import link

from .made import made


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("انهار جسر في شمال مدينة الرمانة الأحد", ["الرمانة"]),
        ("وصل الوزير الأحد إلى الرمانة", ["الرمانة"]),
        ("شهدت الرمانة احتجاجات الأحد", ["الرمانة"]),
        ("قصفت طائرات مواقع في الرمانة الأحد", ["الرمانة"]),
        ("قتل خمسة جنود وأصيب عشرة في الرمانة الأحد", ["الرمانة"]),
        ("دخل القصر في الرمانة الأحد", ["الرمانة"]),
        # gone to, not there yet; sent to; told of; the place of the forces, of a clause of its own, of a description
        ("توجه الوزير الأحد إلى الرمانة", []),
        ("قال الوزير الأحد إن السد في الرمانة انهار", []),
        ("ندد الوزير الأحد بالهجوم في الرمانة", []),
        ("سحب البرلمان الأحد قرار القوات في الرمانة", []),
        ("انهار الأحد السد الذي بني في الرمانة", []),
        ("انهار الأحد السد الواقع قرب الرمانة", []),
    ],
)
def test_where(body: str, where: list[str]) -> None:
    report = {"doc": "d", "title": "خبر", "text": f"{body}.", "published": "2031-05-05", "places": ["الرمانة"]}
    (entry, *_) = link([made(report | {"times": [["الأحد", "2031-05-04"]]})]).timeline
    assert list(entry.where) == where
