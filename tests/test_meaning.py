"""Whether quality/meaning.py takes two times as one exactly where they mean the same."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from riwaya.annotate.times.moment import bounds
from riwaya.model import Time

REFERENCE = "2016-11-07T00:00:00"


def _load() -> ModuleType:
    path = Path(__file__).parents[1] / "quality/meaning.py"
    spec = importlib.util.spec_from_file_location("meaning", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MEANING = _load()


def ours(value: str, kind: str = "DATE", by: str = "times/day@1", mod: str | None = None) -> Time:
    since, until = bounds(value)
    return Time(start=0, end=1, type=kind, value=value, mod=mod, from_=since, until=until, by=by)  # type: ignore[arg-type]


def spec(timex: str, **reading: str) -> dict[str, Any]:
    return {"Value": {"Timex": timex, "FutureResolution": reading}}


def interval(start: str, end: str, timex: str, part: str = "Date") -> dict[str, Any]:
    return spec(timex, **{f"start{part}": start, f"end{part}": end})


SAME = [
    (ours("2016-11-08"), spec("2016-11-08", date="2016-11-08")),
    (ours("2016-W45"), interval("2016-11-07", "2016-11-14", "2016-W45")),  # from Sunday and from Monday
    (ours("2016-11"), interval("2016-11-01", "2016-12-01", "")),
    (ours("P2.5Y", "DURATION"), spec("P30M", duration="77760000")),
    (
        ours("PT1H", "DURATION"),
        interval("2016-11-07 00:00:00", "2016-11-07 01:00:00", "(2016-11-07T00,2016-11-07T01,PT1H)", "DateTime"),
    ),
    (ours("2017-W46", mod="START"), {"Value": {"values": [{"timex": "2017-W46", "Mod": "start"}]}}),
    (ours("2016-11-07T19:00", "TIME"), spec("T19", time="19:00:00")),
    (ours("2016-11-07TMD", "TIME"), spec("T12", time="12:00:00")),  # gold/README: noon is TMD
    (ours("2014", by="times/ago@1"), spec("2014-11-07", date="2014-11-07")),  # gold/README: the grain of the unit
    (ours("XXXX-XX-XXT15:00", "SET"), spec("T15", set="Set: T15")),
    (
        ours("2016-11-08TMO", "TIME"),
        interval("2016-11-08 08:00:00", "2016-11-08 12:00:00", "2016-11-08TMO", "DateTime"),
    ),
]
OTHER = [
    (ours("2016-11-09"), spec("2016-11-08", date="2016-11-08")),
    (ours("2016-W46"), interval("2016-11-07", "2016-11-14", "2016-W45")),
    (ours("2016-11-06"), interval("2016-11-07", "2016-11-08", "")),  # a day off is forgiven to weeks alone
    (ours("P1M", "DURATION"), spec("P30D", duration="2592000")),
    (ours("PXD", "DURATION"), spec("PXY", duration="0")),
    (ours("2016-11-07T19:00", "TIME"), spec("T19:00:31", time="19:00:31")),
    (ours("2017-W46"), {"Value": {"values": [{"timex": "2017-W46", "Mod": "start", "type": "daterange"}]}}),
    (ours("2016-11-07T07:00", "TIME"), spec("T19", time="19:00:00")),
    (ours("2016-11-09T19:00", "TIME"), spec("T19", time="19:00:00")),
    (ours("2014"), spec("2014-11-07", date="2014-11-07")),
    (ours("P1D", "SET"), spec("XXXX-WXX-1", set="Set: XXXX-WXX-1")),
    (
        ours("2016-11-08TEV", "TIME"),
        interval("2016-11-08 08:00:00", "2016-11-08 12:00:00", "2016-11-08TMO", "DateTime"),
    ),
    (
        ours("2016-11-09TMO", "TIME"),
        interval("2016-11-08 08:00:00", "2016-11-08 12:00:00", "2016-11-08TMO", "DateTime"),
    ),
]


@pytest.mark.parametrize(("time", "result"), SAME)
def test_the_same_time_otherwise_written(time: Time, result: dict[str, Any]) -> None:
    assert MEANING.means((time,), result, REFERENCE)


@pytest.mark.parametrize(("time", "result"), OTHER)
def test_another_time(time: Time, result: dict[str, Any]) -> None:
    assert not MEANING.means((time,), result, REFERENCE)


def test_the_ends_of_a_range() -> None:
    result = interval("2016-10-04", "2016-10-22", "(2016-10-04,2016-10-22,P18D)")
    assert MEANING.means((ours("2016-10-04"), ours("2016-10-22")), result, REFERENCE)
    assert not MEANING.means((ours("2016-10-04"), ours("2016-10-21")), result, REFERENCE)
    assert not MEANING.means((ours("2016-10-05"), ours("2016-10-22")), result, REFERENCE)


@pytest.mark.parametrize(
    ("words", "year", "fits"),
    [
        ("سأعود في مارس", "2017", True),
        ("سأعود في مارس", "2016", False),
        ("عدت في مارس", "2016", True),
        ("عدت في مارس", "2017", False),
        ("في مارس", "2016", True),
        ("في مارس", "2017", True),
    ],
)
def test_the_verb_of_the_sentence_decides_between_past_and_future(words: str, year: str, fits: bool) -> None:
    future = {"startDate": "2017-03-01", "endDate": "2017-04-01"}
    past = {"startDate": "2016-03-01", "endDate": "2016-04-01"}
    result = {"Value": {"Timex": "XXXX-03", "FutureResolution": future, "PastResolution": past}}
    assert MEANING.means((ours(f"{year}-03"),), result, REFERENCE, words) is fits


def test_what_a_spec_leaves_open_has_no_reading() -> None:
    assert not list(MEANING.resolutions(spec("", date="0001-01-01")))
