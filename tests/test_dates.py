"""Dates as questions name them."""

from datetime import date

import pytest

from store.dates import when
from store.fold import fold

TODAY = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("said", "since", "until"),
    [
        ("去年十月的报道", "2025-10-01", "2025-10-31"),
        ("今年有什么新闻", "2026-01-01", "2026-12-31"),
        ("前年2月", "2024-02-01", "2024-02-29"),
        ("上个月的文章", "2026-02-01", "2026-02-28"),
        ("本月", "2026-03-01", "2026-03-31"),
        ("上周的报纸", "2026-03-09", "2026-03-15"),
        ("昨天", "2026-03-19", "2026-03-19"),
        ("2024年修渠", "2024-01-01", "2024-12-31"),
        ("二〇二四年十一月", "2024-11-01", "2024-11-30"),
        ("2024年11月5日", "2024-11-05", "2024-11-05"),
        ("2024-11-05", "2024-11-05", "2024-11-05"),
        ("十二月二十一日", "2025-12-21", "2025-12-21"),
        ("3月5日", "2026-03-05", "2026-03-05"),
    ],
)
def test_the_days_a_question_names_are_a_range(said: str, since: str, until: str) -> None:
    found = when(fold(said), TODAY)
    assert found
    assert (found.since.isoformat(), found.until.isoformat()) == (since, until)


@pytest.mark.parametrize("said", ["修渠", "", "2024年2月30日", "9024年", "第三项"])
def test_what_is_no_date_is_none(said: str) -> None:
    assert when(fold(said), TODAY) is None


def test_only_words_counted_from_today_stand_in_no_text() -> None:
    told = {said: found.told for said in ("去年", "2024年") if (found := when(said, TODAY))}
    assert told == {"去年": True, "2024年": False}
