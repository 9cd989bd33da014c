"""Labels of periods and shifts between them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot import days


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [
        ("2020-04-01", "2020-05-01", "2020-04"),
        ("2020-01-01", "2021-01-01", "2020"),
        ("2020-07-01", "2021-01-01", "2020-H2"),
        ("2020-10-01", "2021-01-01", "2020-Q4"),
        ("2020-01-01", "2020-10-01", "2020-01/2020-09"),
        ("2019-07-01", "2020-07-01", "2019-07/2020-06"),
        ("2020-05-08", "2020-05-09", "2020-05-08"),
        ("2020-05-08", "2020-05-15", "2020-05-08/2020-05-14"),
        ("2018-01-01", "2021-01-01", "2018/2020"),
    ],
)
def test_a_period_has_the_label_of_the_calendar(start: str, end: str, label: str) -> None:
    assert days.period(dt.date.fromisoformat(start), dt.date.fromisoformat(end)).label == label


def test_the_last_day_of_february_stays_one() -> None:
    leap = days.period(dt.date(2020, 2, 29), dt.date(2020, 3, 1))
    assert days.shifted(leap, "-P1Y") == days.period(dt.date(2019, 2, 28), dt.date(2019, 3, 1))


@given(st.integers(1970, 2060), st.integers(1, 12), st.integers(1, 36), st.integers(1, 48))
def test_whole_months_shift_there_and_back(year: int, month: int, length: int, by: int) -> None:
    first = dt.date(year, month, 1)
    end = dt.date(year + (month + length - 1) // 12, (month + length - 1) % 12 + 1, 1)
    period = days.period(first, end)
    away = days.shifted(period, f"-P{by}M")
    assert away is not None
    assert days.shifted(away, f"P{by}M") == period
