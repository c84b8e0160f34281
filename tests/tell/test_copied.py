"""Copies of a source as the page lists them."""

from __future__ import annotations

from riwaya.model import Copy, SourceProfile
from riwaya.tell.copied import ranked


def test_copies_of_other_outlets_come_first_and_the_fullest_of_them() -> None:
    copies = (
        Copy(doc="a", original="b", score=0.9, same_outlet=True),
        Copy(doc="a", original="c", score=0.2),
        Copy(doc="d", original="c", score=0.7),
    )
    (one,) = ranked([SourceProfile(story="s", outlet="نبض", copies=copies)])
    assert [(copy.doc, copy.original) for copy in one.copies] == [("d", "c"), ("a", "c"), ("a", "b")]
