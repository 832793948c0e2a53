"""Files an administrator sent, between their coming and what is decided about them."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from store import articles, received
from store.database import Store
from store.errors import NotFound, PageError
from store.model import Filters
from tests.newsroom import NOW, TEXT, page

NAME = "青禾日报_2026-03-10_1.txt"
RAW = TEXT.format(page=1, title="梨树剪枝有门道", place="柳湾村", date="3月9日").encode()
ROWS = "\n".join(
    json.dumps({"id": f"a{n}", "title": f"第{n}座桥通车", "paragraphs": [f"第{n}座桥昨天通车。"]})
    for n in (1, 2)
).encode()


def held(store: Store, raw: bytes = RAW, minutes: int | None = None) -> int:
    until = NOW + timedelta(minutes=minutes) if minutes is not None else None
    _, number = received.take_page(store, NAME, raw, NOW, until)
    assert number is not None
    return number


def count(store: Store) -> int:
    return articles.listing(store, Filters()).total


def test_a_held_page_is_in_no_list_but_can_be_read_by_whoever_decides(store: Store) -> None:
    number = held(store)
    assert count(store) == 0
    (article,) = received.preview(store, number)
    assert "剪枝" in article.title


def test_a_released_page_is_in_the_archive_and_cannot_be_decided_again(store: Store) -> None:
    number = held(store)
    assert received.release(store, number, NOW) == NAME
    assert count(store) == 1
    for decide in (received.release, received.discard):
        with pytest.raises(NotFound):
            decide(store, number, NOW)


def test_of_a_discarded_file_only_its_name_is_left(store: Store) -> None:
    assert received.discard(store, held(store), NOW) == NAME
    assert count(store) == 0
    assert store.db.execute("SELECT raw, state FROM received").fetchall() == [(None, "discarded")]


def test_the_same_bytes_again_are_the_same_file(store: Store) -> None:
    assert held(store) == held(store)


def test_what_is_held_is_there_after_a_restart(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        number = held(store)
    with Store(tmp_path / "a.db") as store:
        received.release(store, number, NOW)
        assert count(store) == 1


def test_a_page_the_archive_has_is_not_held(store: Store) -> None:
    page(store)
    taken, number = received.take_page(store, NAME, RAW, NOW, None)
    assert (taken.state, number) == ("unchanged", None)


def test_a_page_without_an_article_is_refused(store: Store) -> None:
    with pytest.raises(PageError):
        received.take_page(store, NAME, b"\n\n", NOW, None)


def test_a_file_is_overdue_when_its_time_has_come(store: Store) -> None:
    number = held(store, minutes=10)
    assert received.overdue(store, NOW + timedelta(minutes=9)) == ()
    assert received.overdue(store, NOW + timedelta(minutes=10)) == (number,)


def test_a_file_without_a_time_is_never_overdue(store: Store) -> None:
    held(store)
    assert received.overdue(store, NOW + timedelta(days=999)) == ()


def test_a_file_that_is_kept_waits_for_somebody(store: Store) -> None:
    number = held(store, minutes=10)
    received.keep(store, number)
    assert received.overdue(store, NOW + timedelta(days=1)) == ()
    assert received.preview(store, number)


def test_a_file_of_articles_says_what_it_would_change_and_changes_it_when_released(
    store: Store,
) -> None:
    moved, number = received.take_articles(store, "archive.jsonl", ROWS, NOW, None)
    assert (moved.new, moved.changed, moved.unchanged) == (2, 0, 0)
    assert number is not None
    assert count(store) == 0
    received.release(store, number, NOW)
    assert count(store) == 2
    again, none = received.take_articles(store, "archive.jsonl", ROWS, NOW, None)
    assert (again.new, again.changed, again.unchanged, none) == (0, 0, 2, None)


def test_a_page_sent_again_put_right_takes_the_place_of_the_one_before(store: Store) -> None:
    first = held(store)
    mended = held(store, RAW.replace("梨树".encode(), "桃树".encode()))
    assert received.replace_older(store, mended, NOW) == 1
    assert [number for number, _ in received.held_files(store)] == [mended]
    with pytest.raises(NotFound):
        received.release(store, first, NOW)
    received.release(store, mended, NOW)
    (article,) = articles.listing(store, Filters()).articles
    assert article.title == "桃树剪枝有门道"


def test_another_page_under_the_same_name_takes_the_place_of_none(store: Store) -> None:
    first = held(store)
    other = held(store, "水库开闸\n\n本报讯 上游水库昨天开闸，三条干渠同时见了水。\n".encode())
    assert received.replace_older(store, other, NOW) == 0
    assert {number for number, _ in received.held_files(store)} == {first, other}
