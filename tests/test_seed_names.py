"""People, organisations and places over the five seeds: names, romanised names, spellings."""

from __future__ import annotations

from typing import Any

import pytest
from seeds import needed, told

pytestmark = needed


def named(view: str, name: str) -> dict[str, Any]:
    (row,) = [row for row in told(view) if row["name"] == name]
    return row


@pytest.mark.parametrize(
    ("view", "name", "latin"),
    [
        ("people", "جيم ريتش", "Jim Risch"),
        ("people", "بوب مينينديز", "Bob Menendez"),
        ("places", "شارع فلسطين", "Palestine Street"),
        ("places", "جامع الرحمن", "al-Rahman Mosque"),
        ("places", "المنطقة الخضراء", "Green Zone"),
        ("places", "روما", "Rome"),
    ],
)
def test_latin_name(view: str, name: str, latin: str) -> None:
    assert named(view, name)["romanised"] == latin


def test_a_street_is_never_called_by_the_country_alone() -> None:
    assert not named("places", "شارع فلسطين")["variants"]
