"""The courier of alerts and announcements: one message to one chat, and what refusals mean."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, cast

import pytest
from telegram.ext import ExtBot

from bot.carrying import LOOK, OUTAGE, Courier
from bot.pacing import Pacing
from bot.refusing import Refusal, Then
from bot.text import bold
from store import asked, chats, subscriptions
from store.chats import Target
from store.database import Store
from store.wishes import Wish
from tests.conftest import NOW
from tests.recording import RecordingRequest

TOKEN = "123456789:" + "A" * 35


class Clock:
    """A clock that stands until it is moved."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def carried(
    store: Store, clock: Clock, does: Callable[[Courier], Awaitable[Any]], *, paid: bool = False
) -> list[dict[str, Any]]:
    """What was sent while a courier did something."""
    request = RecordingRequest()

    async def run() -> None:
        pacing = Pacing(clock)
        bot: ExtBot[Any] = ExtBot(
            TOKEN, request=request, get_updates_request=request, rate_limiter=pacing
        )
        async with bot:
            courier = Courier(store, cast("ExtBot[None]", bot), pacing, lambda: NOW, paid=paid)
            await does(courier)
            courier.close()

    asyncio.run(run())
    return request.sent()


def settled(then: Then, wait: float = 0.0, chat: int = 0) -> Refusal:
    return Refusal(then, "why", wait, chat)


def test_a_message_goes_to_its_topic_with_its_marks(store: Store, clock: Clock) -> None:
    async def send(courier: Courier) -> None:
        await courier.send(Target(-40, 5), bold("新一期"), doubts=0, silent=True)

    (sent,) = carried(store, clock, send)
    assert (sent["chat_id"], sent["message_thread_id"]) == (-40, 5)
    assert [entity["type"] for entity in sent["entities"]] == ["bold"]
    assert sent["disable_notification"] is True
    assert not {"reply_parameters", "allow_paid_broadcast"} & sent.keys()


def test_in_doubt_it_is_sent_as_a_reply_to_what_the_first_would_be(
    store: Store, clock: Clock
) -> None:
    asked.replied(store, 7, 41, 42, NOW)

    async def send(courier: Courier) -> None:
        await courier.send(Target(7), bold("新一期"), doubts=1, silent=False)

    (sent,) = carried(store, clock, send)
    assert sent["reply_parameters"]["message_id"] == 43
    assert sent["reply_parameters"]["allow_sending_without_reply"] is True


def test_who_pays_asks_for_the_faster_pace(store: Store, clock: Clock) -> None:
    async def send(courier: Courier) -> None:
        await courier.send(Target(7), bold("新一期"), doubts=0, silent=False)

    (sent,) = carried(store, clock, send, paid=True)
    assert sent["allow_paid_broadcast"] is True


@pytest.mark.parametrize(
    ("then", "wait", "held"),
    [("halt", 300.0, LOOK), ("outage", 300.0, OUTAGE), ("outage", 2.0, 2.0), ("retry", 9.0, 0.0)],
)
def test_trouble_that_concerns_all_holds_all_back(
    store: Store, clock: Clock, then: Then, wait: float, held: float
) -> None:
    async def settle(courier: Courier) -> None:
        await courier.settle(Target(7), settled(then, wait))
        assert courier.held == pytest.approx(held)
        clock.now += 301
        assert courier.held == 0

    carried(store, clock, settle)


def test_a_flood_holds_its_chat_and_a_second_one_right_after_all(
    store: Store, clock: Clock
) -> None:
    async def settle(courier: Courier) -> None:
        await courier.settle(Target(7), settled("flood", 30.0))
        assert (courier.held, courier.wait(8)) == (0, 0)
        assert courier.wait(7) == pytest.approx(30.0)
        clock.now += 1
        await courier.settle(Target(8), settled("flood", 30.0))
        assert courier.wait(9) == pytest.approx(30.0)

    carried(store, clock, settle)


def test_two_floods_far_apart_are_two_chats_own(store: Store, clock: Clock) -> None:
    async def settle(courier: Courier) -> None:
        await courier.settle(Target(7), settled("flood", 30.0))
        clock.now += 10
        await courier.settle(Target(8), settled("flood", 30.0))
        assert courier.wait(9) == 0

    carried(store, clock, settle)


def test_a_closed_topic_is_suspended_and_the_rest_of_the_forum_is_not(
    store: Store, clock: Clock
) -> None:
    for thread in (4, 5):
        subscriptions.add(store, Target(-40, thread), Wish(), NOW)

    async def settle(courier: Courier) -> None:
        await courier.settle(Target(-40, 5), settled("topic"))

    carried(store, clock, settle)
    assert chats.get(store, Target(-40, 5)).state == "suspended"
    assert chats.get(store, Target(-40, 4)).state == "open"


def test_a_group_is_followed_with_all_that_waits_for_it(store: Store, clock: Clock) -> None:
    subscriptions.add(store, Target(-40), Wish(), NOW)

    async def settle(courier: Courier) -> None:
        await courier.settle(Target(-40), settled("follow", chat=-10040))

    carried(store, clock, settle)
    assert subscriptions.of(store, Target(-10040))
    assert not subscriptions.of(store, Target(-40))
