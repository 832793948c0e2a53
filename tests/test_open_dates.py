"""Days with an open end."""

from datetime import date

import pytest

from bot.talk import Reader
from store import answers
from store.database import Store
from store.open_dates import days_meant
from tests.conftest import Chat

TODAY = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("said", "since", "until"),
    [
        ("今年以来的文章", "2026-01-01", "2026-03-20"),
        ("3月15日以后的报道", "2026-03-15", "2026-03-20"),
        ("3月15日之后柳湾县的新闻", "2026-03-15", "2026-03-20"),
        ("去年十月至今", "2025-10-01", "2026-03-20"),
        ("上个月以来", "2026-02-01", "2026-03-20"),
        ("2025年以前的文章", "0001-01-01", "2024-12-31"),
        ("3月10号之前的报纸", "0001-01-01", "2026-03-09"),
        ("3月8日之前栽了多少树", "2026-03-08", "2026-03-08"),
        ("3月8日前后的文章", "2026-03-08", "2026-03-08"),
        ("3月10日", "2026-03-10", "2026-03-10"),
    ],
)
def test_days_reach_as_far_as_the_question_says(said: str, since: str, until: str) -> None:
    found = days_meant(said, TODAY)
    assert found is not None
    assert (found.since.isoformat(), found.until.isoformat()) == (since, until)


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("今年以来的文章", 11),
        ("3月15日以后的文章", 7),
        ("3月15日以前柳湾县的文章", 1),
        ("3月12日之前的报道", 4),
    ],
)
def test_what_fits_is_listed(samples: Store, question: str, count: int) -> None:
    answer = answers.ask(samples, question, limit=20, now=TODAY)
    assert answer.found
    assert len(answer.candidates) == count


def test_days_without_a_paper_are_said(samples: Store) -> None:
    assert not answers.ask(samples, "2025年以前的文章", now=TODAY).found
    chat = Chat(samples, Reader(user=7, chat=7))
    assert chat.say("3月15日以后的报纸").articles


def test_a_day_without_a_year_is_of_the_latest_year_that_has_it(samples: Store) -> None:
    for question in ("3月17日谷雨的文章", "3月17日第5版谷雨的文章", "3月短讯登过什么"):
        answer = answers.ask(samples, question, now=date(2028, 5, 20))
        assert answer.found
        assert answer.candidates[0].article.date == "2026-03-17"
    assert not answers.ask(samples, "今年3月谷雨的文章", now=date(2028, 5, 20)).found
