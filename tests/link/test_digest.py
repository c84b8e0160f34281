"""A digest is written down and read again as it was, part by part."""

from __future__ import annotations

from array import array

import pytest
from msgspec.structs import replace

from riwaya.link.dependence.wording import NONE
from riwaya.link.digest import digest, read_head, read_whole, read_wording, written
from riwaya.link.packed import packed, unpacker
from riwaya.link.stream.point import Point

from .made import case, made

REPORTS = [made(one) for name in ("chain", "namesakes") for one in case(f"rulings/{name}")["reports"]]


@pytest.mark.parametrize("at", range(len(REPORTS)))
def test_a_digest_is_read_as_it_was_written(at: int) -> None:
    one = digest(REPORTS[at])
    bytes_ = written(one)
    assert bytes_.doc == one.id
    assert read_wording(bytes_.wording) == one.sheet.wording
    bare = replace(one, sheet=replace(one.sheet, wording=NONE))
    assert read_whole(bytes_.head, bytes_.lines) == bare
    assert read_head(bytes_.head).point == one.point
    assert not read_head(bytes_.head).happenings


def test_something_is_in_them() -> None:
    every = [digest(one) for one in REPORTS]
    assert any(one.appearances for one in every)
    assert all(len(one.sheet.wording.codes) > 3 for one in every)


def test_another_report_has_another_mark() -> None:
    assert len({digest(one).mark for one in REPORTS}) == len(REPORTS)
    assert digest(REPORTS[0]).mark == digest(REPORTS[0]).mark


def test_numbers_cut_short_are_refused() -> None:
    whole = packed(Point(array("I", [1, 2]), array("H", [3, 4])))
    assert unpacker(Point).decode(whole).words == array("I", [1, 2])
    with pytest.raises(ValueError, match=r"another kind of machine|truncated"):
        unpacker(Point).decode(
            whole.replace(packed((1).to_bytes(4, "little") + (2).to_bytes(4, "little")), b"\xc4\x01a")
        )
