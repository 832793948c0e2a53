"""Alerts on their way to a chat: told once each, whatever Telegram answers."""

from datetime import timedelta

import httpx
import pytest
from telegram.error import NetworkError

from bot.settings import Settings
from store import chats, subscriptions
from store.chats import Chat, Target
from store.database import Store
from store.wishes import Wish
from tests.desk import TOKEN, Desk, Outcome
from tests.newsroom import NOW, page


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def test_every_subscriber_is_told_once_with_a_way_to_read(desk: Desk) -> None:
    desk.subscribe(7, 8)
    page(desk.store)
    desk.run()
    desk.run(hours=1)
    assert [len(desk.told(number)) for number in (7, 8)] == [1, 1]
    assert "青禾日报 2026-03-10 新到 1 篇" in desk.told(7)[0]
    assert "全文" in str(desk.telegram.sent()[0]["reply_markup"])
    assert desk.states == {("sent", None): 2}


def test_a_late_page_is_told_as_an_addition(desk: Desk) -> None:
    desk.subscribe(7)
    page(desk.store)
    desk.run()
    page(desk.store, "2", "桥修好了", "石桥村")
    desk.run(hours=1)
    assert "又到 1 篇" in desk.told(7)[1]
    assert "梨树" not in desk.told(7)[1].splitlines()[2]


REFUSALS: list[tuple[Outcome, tuple[str, str]]] = [
    ((403, "Forbidden: bot was blocked by the user"), ("suspended", "blocked")),
    ((403, "Forbidden: user is deactivated"), ("suspended", "deactivated")),
    ((403, "Forbidden: bot was kicked from the supergroup chat"), ("suspended", "kicked")),
    ((400, "Bad Request: chat not found"), ("suspended", "not found")),
    ((400, "Bad Request: not enough rights to send text messages"), ("suspended", "no rights")),
    ((400, "Bad Request: message thread not found"), ("suspended", "no topic")),
]


@pytest.mark.parametrize(("outcome", "state"), REFUSALS)
def test_a_chat_that_cannot_be_reached_is_suspended_at_once_and_says_why(
    desk: Desk, outcome: Outcome, state: tuple[str, str]
) -> None:
    desk.subscribe(7)
    desk.telegram.refusals[7] = [outcome]
    page(desk.store)
    desk.run()
    assert desk.states == {state: 1}
    assert chats.get(desk.store, Target(7)).why == state[1]
    chats.resume(desk.store, 7, desk.now)
    desk.run(hours=1)
    assert len(desk.told(7)) == 1


def test_a_message_telegram_finds_wrong_fails_for_good(desk: Desk) -> None:
    desk.subscribe(7)
    desk.telegram.refusals[7] = [(400, "Bad Request: something new")]
    page(desk.store)
    desk.run()
    desk.run(hours=24)
    assert desk.states == {("failed", "something new"): 1}


def test_a_flooded_chat_waits_and_no_other_does(desk: Desk) -> None:
    desk.subscribe(7, 8)
    desk.telegram.refusals[7] = [(429, "Too Many Requests: retry after 30", {"retry_after": 30})]
    page(desk.store)
    desk.run()
    assert (desk.told(7), len(desk.told(8))) == ([], 1)
    desk.run(hours=0.1)
    assert len(desk.told(7)) == 1


def test_a_group_is_followed_to_its_supergroup(desk: Desk) -> None:
    desk.subscribe(-40)
    text = "Bad Request: group chat was upgraded to a supergroup chat"
    desk.telegram.refusals[-40] = [(400, text, {"migrate_to_chat_id": -100040})]
    page(desk.store)
    desk.run()
    assert len(desk.told(-100040)) == 1
    assert subscriptions.of(desk.store, Target(-100040))


def lost(cause: Exception) -> NetworkError:
    error = NetworkError(f"httpx.{type(cause).__name__}")
    error.__cause__ = cause
    return error


UNSURE: list[Outcome] = [
    lost(httpx.ReadError("reset")),
    lost(httpx.ReadTimeout("slow")),
    (502, "Bad Gateway"),
    (500, "Internal Server Error"),
]


@pytest.mark.parametrize("outcome", UNSURE, ids=str)
@pytest.mark.parametrize("arrives", [True, False])
def test_a_lost_answer_costs_no_reader_the_alert_and_shows_none_two(
    desk: Desk, outcome: Outcome, arrives: bool
) -> None:
    desk.subscribe(7)
    desk.telegram.refusals[7] = [outcome]
    desk.telegram.arrives = arrives
    page(desk.store)
    desk.run()
    assert desk.states == {("waiting", "unknown"): 1}
    desk.run(hours=1)
    assert len(desk.told(7)) == 1
    assert desk.states == {("sent", None): 1}


def test_a_send_that_never_left_is_repeated_without_doubt(desk: Desk) -> None:
    desk.subscribe(7)
    desk.telegram.refusals[7] = [lost(httpx.ConnectError("no route"))]
    page(desk.store)
    desk.run()
    desk.run(hours=1)
    assert "reply_parameters" not in desk.telegram.sent()[-1]
    assert len(desk.told(7)) == 1


def test_answers_lost_without_end_end_in_a_state_that_says_so(desk: Desk) -> None:
    desk.subscribe(7)
    desk.telegram.refusals[7] = [(502, "Bad Gateway")] * 50
    page(desk.store)
    for _ in range(8):
        desk.run(hours=1)
    assert desk.states == {("failed", "unknown"): 1}


def test_after_a_crash_in_the_middle_of_a_send_nobody_is_told_twice(desk: Desk) -> None:
    desk.subscribe(7)
    page(desk.store)
    desk.run()
    with desk.store.writing() as db:
        db.conn.execute("UPDATE deliveries SET state = 'sending', told = 0, message = NULL")
    desk.run()
    assert len(desk.told(7)) == 1
    assert desk.telegram.sent("deleteMessage")


def test_quiet_hours_put_an_alert_off_and_silence_takes_its_sound(desk: Desk) -> None:
    hour = (desk.now + timedelta(hours=8)).hour
    chat = Chat(Target(7), quiet_from=hour, quiet_to=(hour + 2) % 24, silent=True)
    chats.put(desk.store, chat)
    desk.subscribe(7)
    page(desk.store)
    desk.run()
    assert not desk.told(7)
    desk.run(hours=2)
    assert len(desk.told(7)) == 1
    assert desk.telegram.sent()[0]["disable_notification"] is True


def test_who_unsubscribes_before_the_turn_comes_is_not_told(desk: Desk) -> None:
    desk.subscribe(7)
    page(desk.store)
    subscriptions.remove(desk.store, Target(7))
    desk.run()
    assert not desk.told(7)


def test_a_channel_gets_buttons_that_lead_into_a_private_chat(desk: Desk) -> None:
    desk.subscribe(-100500)
    page(desk.store)
    desk.run()
    markup = str(desk.telegram.sent()[0]["reply_markup"])
    assert "?start=a_1" in markup
    assert "callback_data" not in markup


def test_a_topic_gets_its_alert_in_the_topic(desk: Desk) -> None:
    subscriptions.add(desk.store, Target(-100500, 5), Wish(), NOW)
    page(desk.store)
    desk.run()
    assert desk.telegram.sent()[0]["message_thread_id"] == 5


def test_paid_broadcast_is_asked_for_only_when_the_owner_wants_it(desk: Desk) -> None:
    desk.subscribe(7, 8)
    page(desk.store)
    desk.run()
    assert "allow_paid_broadcast" not in desk.telegram.sent()[0]
    desk.settings = Settings(token=TOKEN, settle=0, paid_rate=100)
    page(desk.store, "2", "桥修好了", "石桥村")
    desk.run(hours=1)
    assert desk.telegram.sent()[-1]["allow_paid_broadcast"] is True
