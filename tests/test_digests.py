"""Alerts that wait for a chat's hour: one message for all that is due, each told once."""

from datetime import timedelta

import pytest

from store import chats, subscriptions
from store.chats import Chat, Target
from store.database import Store
from store.wishes import Wish
from tests.desk import Desk
from tests.newsroom import NOW, page


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def digests(desk: Desk, *numbers: int) -> None:
    """Let chats hear once a day, an hour from now."""
    hour = (desk.now + timedelta(hours=9)).hour
    for number in numbers:
        chats.put(desk.store, Chat(Target(number), when="daily", hour=hour))


def test_issues_due_in_one_digest_come_as_one_message(desk: Desk) -> None:
    digests(desk, 7, 8)
    desk.subscribe(7, 8)
    page(desk.store)
    page(desk.store, "2", "桥修好了", "石桥村", day=11)
    desk.run()
    assert not desk.told(7)
    desk.run(hours=1)
    desk.run(hours=24)
    assert [len(desk.told(number)) for number in (7, 8)] == [1, 1]
    text = desk.told(7)[0]
    assert "2026-03-10 新到 1 篇" in text and "2026-03-11 新到 1 篇" in text
    assert "1. 梨树剪枝有门道" in text and "2. 桥修好了" in text
    assert desk.states == {("sent", None): 4}


def test_who_hears_at_once_has_a_message_for_each_issue(desk: Desk) -> None:
    desk.subscribe(7)
    page(desk.store)
    page(desk.store, "2", "桥修好了", "石桥村", day=11)
    desk.run()
    desk.run(hours=1)
    assert len(desk.told(7)) == 2


def test_a_digest_too_long_for_one_message_comes_as_several(desk: Desk) -> None:
    digests(desk, 7)
    desk.subscribe(7)
    for day in range(10, 31):
        page(desk.store, str(day), f"第{day}条渠修好了", "石桥村", day=day)
    desk.run(hours=1)
    desk.run(hours=1)
    told = desk.told(7)
    assert 1 < len(told) <= 3
    assert all(sum(f"第{day}条渠" in text for text in told) == 1 for day in range(10, 31))
    assert desk.states == {("sent", None): 21}


@pytest.mark.parametrize("arrives", [True, False])
def test_a_digest_whose_answer_was_lost_comes_once_and_whole(desk: Desk, arrives: bool) -> None:
    digests(desk, 7)
    desk.subscribe(7)
    desk.telegram.refusals[7] = [(502, "Bad Gateway")]
    desk.telegram.arrives = arrives
    page(desk.store)
    page(desk.store, "2", "桥修好了", "石桥村", day=11)
    desk.run(hours=1)
    assert desk.states == {("waiting", "unknown"): 2}
    desk.run(hours=1)
    assert len(desk.told(7)) == 1 and "桥修好了" in desk.told(7)[0]
    assert desk.states == {("sent", None): 2}


def test_after_a_crash_in_the_middle_of_a_digest_nobody_is_told_twice(desk: Desk) -> None:
    digests(desk, 7)
    desk.subscribe(7)
    page(desk.store)
    page(desk.store, "2", "桥修好了", "石桥村", day=11)
    desk.run(hours=1)
    with desk.store.writing() as db:
        db.conn.execute("UPDATE deliveries SET state = 'sending', told = 0, message = NULL")
    desk.run()
    assert len(desk.told(7)) == 1
    assert desk.telegram.sent("deleteMessage")


def test_what_a_chat_no_longer_wants_is_left_out_of_its_digest(desk: Desk) -> None:
    digests(desk, 7)
    first = subscriptions.add(desk.store, Target(7), Wish(words=("梨树",)), NOW)
    subscriptions.add(desk.store, Target(7), Wish(words=("桥修好",)), NOW)
    page(desk.store)
    page(desk.store, "2", "桥修好了", "石桥村", day=11)
    desk.run()
    subscriptions.remove(desk.store, Target(7), first.number)
    desk.run(hours=1)
    assert len(desk.told(7)) == 1 and "新到 1 篇" in desk.told(7)[0]
