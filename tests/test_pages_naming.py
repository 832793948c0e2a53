from __future__ import annotations

from pathlib import PurePath

import pytest

from store.model import Imprint
from store.pages import page_from_text
from store.pages.naming import day_of, imprint_of


@pytest.mark.parametrize(
    ("name", "paper", "date", "page"),
    [
        ("青崖日报_2024-11-05_06.txt", "青崖日报", "2024-11-05", "6"),
        ("青崖日报20241105第06版.txt", "青崖日报", "2024-11-05", "6"),
        ("青崖日报/2024-11/05/06.txt", "青崖日报", "2024-11-05", "6"),
        ("青崖日报/2024/11/05/A3.md", "青崖日报", "2024-11-05", "A3"),
        ("20241105_A06.txt", None, "2024-11-05", "A06"),
        ("2024年11月5日 6版.txt", None, "2024-11-05", "6"),
        ("柳湾晚报-2024.11.05-第十二版.txt", "柳湾晚报", "2024-11-05", "12"),
        ("2024-11-05.txt", None, "2024-11-05", None),
        ("QYRB2024110506.txt", None, "2024-11-05", "6"),
        ("qyrb20241105.txt", None, "2024-11-05", None),
        ("QYRB20241105A06.txt", None, "2024-11-05", "A06"),
        ("青崖日报/2024年11月/5日_6版.txt", "青崖日报", "2024-11-05", "6"),
        ("2024年/11月5日/06.txt", None, "2024-11-05", "6"),
        ("2024/11月/05日.txt", None, "2024-11-05", None),
    ],
)
def test_a_name_that_speaks_of_the_issue_is_read(
    name: str, paper: str | None, date: str | None, page: str | None
) -> None:
    found = imprint_of(PurePath(name))
    assert (found.paper, found.date, found.page) == (paper, date, page)


@pytest.mark.parametrize(
    "name",
    ["000_2bc72db6bb37c5a9.txt", "12.txt", "page.txt", "20241399_01.txt", "001_20240511abcd.txt",
     "fade2024051106.txt", "QYRB2024139901.txt"],
)
def test_a_hash_or_a_counter_tells_nothing(name: str) -> None:
    assert imprint_of(PurePath(name)) == Imprint()


@pytest.mark.parametrize(
    "said", ["2024-11-05", "20241105", "2024/11/5", "2024.11.05", "2024年11月5日", " 2024-11-5 "]
)
def test_a_day_may_be_written_in_the_ways_people_write_it(said: str) -> None:
    assert day_of(said) == "2024-11-05"


@pytest.mark.parametrize("said", ["", "5", "2024-13-05", "11月5日", "2024-11-05号外", "昨天"])
def test_what_is_no_day_is_none(said: str) -> None:
    assert day_of(said) is None


def test_what_somebody_states_outranks_the_name() -> None:
    given = Imprint(paper="石桥日报", region="石桥市")
    found = imprint_of(PurePath("青崖日报_2024-11-05_06.txt"), given=given)
    assert (found.paper, found.date, found.region) == ("石桥日报", "2024-11-05", "石桥市")
    assert dict(found.origin) == {
        "paper": "option", "date": "name", "page": "name", "region": "option"
    }  # fmt: skip


def test_a_dateline_on_the_page_is_used_when_the_name_is_silent() -> None:
    page = page_from_text(
        "青崖日报 2024年11月5日 星期二 第6版\n\n标题在此\n\n正文一句话。", "x.txt"
    )
    assert (page.imprint.paper, page.imprint.date, page.imprint.page) == (
        "青崖日报", "2024-11-05", "6"
    )  # fmt: skip
    assert set(dict(page.imprint.origin).values()) == {"text"}


def test_a_date_inside_an_article_is_not_the_issue_date() -> None:
    page = page_from_text("合作社在2019年3月2日成立。\n\n当天来了很多人。", "x.txt")
    assert page.imprint.date is None
