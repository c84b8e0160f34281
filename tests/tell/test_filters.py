"""The filters of `show statements` over the invented canal story: how many of its rows each leaves."""

import pytest

from riwaya.tell.filters import Filter
from riwaya.tell.rows import rows

from .canal import story


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({}, 13),
        ({"speaker": ["نادر الصفواني"]}, 5),
        ({"speaker": ["الصفوانى"]}, 5),  # any part of a name, in any spelling
        ({"speaker": ["الصفو"]}, 0),  # but whole words
        ({"speaker": [""]}, 1),  # the one that nobody is named for
        ({"speaker": ["ليلى", "خبراء"]}, 2),
        ({"stance": ["committing"]}, 2),
        ({"stance": ["committing"], "speaker": ["الصفواني"], "origin": ["سنابل"]}, 1),
        ({"occasion": ["مؤتمر"]}, 2),
        ({"occasion": [""], "speaker": ["الصفواني"]}, 3),
        ({"origin": [""]}, 3),
        ({"origin": ["نادر الصفواني"]}, 2),  # his press conference: مؤتمر صحفي (نادر الصفواني)
        ({"outlet": ["نبض الساحل"]}, 4),
        ({"outlet": [""]}, 1),
        ({"from": "2020-06"}, 4),
        ({"from": "2020-05-04", "until": "2020-05"}, 4),
        ({"until": "2020"}, 12),  # an undated report is in no span of time
        ({"until": "2019"}, 0),
    ],
)
def test_filter(asked, left):
    given = {key.replace("from", "from_"): tuple(v) if isinstance(v, list) else v for key, v in asked.items()}
    one = Filter(**given)
    assert set(one.given) == set(asked)
    assert sum(map(one.fits, rows("statements", story()))) == left


@pytest.mark.parametrize(
    ("published", "asked", "fits"),
    [
        ("2020-06", {"from_": "2020-06-15"}, True),  # dated no closer than the month: it may be
        ("2020-06", {"until": "2020-06-15"}, True),
        ("2020-06", {"from_": "2020-07-01"}, False),
        ("2020-06-10T08:30", {"until": "2020-06-10"}, True),
        (None, {"from_": "2020"}, False),
        (None, {}, True),
    ],
)
def test_a_coarse_date_fits_where_it_may(published, asked, fits):
    row = {"published": published, "stance": "neutral", "speaker": "", "occasion": "", "origin": "", "outlet": ""}
    assert Filter(**asked).fits(row) is fits
