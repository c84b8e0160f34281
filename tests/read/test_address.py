"""Dates in addresses: found where they stand in the path, never guessed from the number of an article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwaya.model import Document
from riwaya.read import documents
from riwaya.read.address import addressed

BODY = "أعلنت بلدية المدينة الجديدة افتتاح مكتبة عامة في حي الزيتون، وقالت إنها تضم آلاف الكتب للأطفال والكبار."


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("http://harbour.example/2018/06/21/library", "2018-06-21"),
        ("http://harbour.example/2018/6/1", "2018-06-01"),
        ("http://harbour.example/2018-06-21/library", "2018-06-21"),
        ("http://harbour.example/issues/20150724/con20150724784687.htm", "2015-07-24"),
        ("http://harbour.example/2015/20150721/fe1.htm", "2015-07-21"),
        ("http://harbour.example/ar/20180110-مكتبة-جديدة", "2018-01-10"),
        ("http://harbour.example/1066713", None),
        ("http://harbour.example/20151350", None),
        ("http://harbour.example/201507211234/x", None),
        ("http://harbour.example/news?date=/2018/06/21/", None),
        ("http://harbour.example/2018/06/21/2018/06/22/x", None),
        ("http://[harbour/2018/06/21/", None),
    ],
)
def test_an_address(url: str, day: str | None) -> None:
    assert addressed(url) == day


def read(folder: Path, **fields: str) -> Document:
    record = {"title": "مكتبة جديدة", "text": BODY, **fields}
    (folder / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    (found,) = documents([str(folder / "a.jsonl")])
    assert isinstance(found, Document)
    return found


def test_the_date_in_the_address_is_stated_evidence_unless_metadata_has_one(tmp_path: Path) -> None:
    url = "http://harbour.example/2018/06/21/library"
    alone = read(tmp_path, url=url).published
    assert alone is not None
    assert (alone.value, alone.basis) == ("2018-06-21", "stated")
    given = read(tmp_path, url=url, published="2018-06-22").published
    assert given is not None
    assert (given.value, given.basis) == ("2018-06-22", "given")


def test_a_date_after_the_crawler_came_is_none(tmp_path: Path) -> None:
    url = "http://harbour.example/2018/06/21/library"
    assert read(tmp_path, url=url, extracted="2018-06-20 10:00:00").published is None


def test_when_a_crawler_came_is_kept_and_is_no_date_of_publication(tmp_path: Path) -> None:
    found = read(tmp_path, extracted="2018-06-20 10:00:00", fetched="2018-06-22")
    assert (found.crawled, found.given, found.published) == ("2018-06-20T10:00:00", None, None)
