from datetime import date

import pytest

from bot.replies.answers import validity_line
from express_entry.days import read_when

TODAY = date(2026, 11, 29)
LINES = [
    ("test", "2024-09", "expired", "September 2026"),
    ("test", "2026-05-10", "Yes, so far", "10 May 2028"),
    ("test", "2024-11", "depends on the day", "November 2026"),
    ("test", "2024", "depends on the day", "2026"),
    ("eca", "2020", "expired", "2025"),
    ("eca", "2024-01", "Yes, so far", "January 2029"),
]


@pytest.mark.parametrize(("paper", "told", "answer", "until"), LINES)
def test_a_paper_counts_until_its_years_are_over_and_the_day_is_asked_for_only_where_it_decides(
    paper, told, answer, until
):
    line = validity_line("en", paper, read_when(told), TODAY)

    assert answer in line
    assert until in line
