from riwaya.tell.strip import bars


def test_days_weeks_and_months_by_span():
    assert [bar.number for bar in bars(["2020-05-03", "2020-05-05T10:00", "2020-05-05"])] == [1, 0, 2]
    assert len(bars(["2020-01-01", "2020-12-31"])) == 53
    assert [bar.day for bar in bars(["2019-12-15", "2021-12-31"])][:2] == ["2019-12-01", "2020-01-01"]


def test_coarse_and_absurd_dates_are_left_out():
    assert bars(["2020-05", "2020", "", "0001-01-01", "9999-12-31"]) == ()


def test_a_span_of_centuries_is_bounded():
    for first, last, number in (
        ("1990-01-01", "2020-12-31", 372),
        ("1950-06-01", "2020-01-01", 71),
        ("1100-01-01", "2020-01-01", 93),
        ("1001-01-01", "8999-12-31", 80),
    ):
        found = bars([first, last, last])
        assert len(found) == number
        assert (found[0].number, found[-1].number) == (1, 2)
