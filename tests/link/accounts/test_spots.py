"""Where in one city two voices say that the same thing fell: the whole phrase of place is shown."""

from __future__ import annotations

import pytest

from riwaya.link.accounts.contradictions.spots import phrase

from .made import passage


@pytest.mark.parametrize(
    ("text", "spot", "whole"),
    [
        ("سقط الصاروخ خلف جامع النور في حي المنصور", "جامع النور", "خلف جامع النور في حي المنصور"),
        ("صاروخان سقطا في محيط السفارة داخل المنصور", "المنصور", "في محيط السفارة داخل المنصور"),
        ("قال في بيان إن الصاروخ سقط داخل المنصور", "المنصور", "داخل المنصور"),
        ("ضربت المنصور", "المنصور", "المنصور"),
    ],
)
def test_phrase(text: str, spot: str, whole: str) -> None:
    last = text.index("المنصور")
    spots = [(name, text.index(name), text.index(name) + len(name)) for name in dict.fromkeys((spot, "المنصور"))]
    start, end = phrase(passage(text), spots)
    assert text[start:end] == whole
    assert end == last + len("المنصور")
