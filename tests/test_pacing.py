import asyncio
from heapq import heappop, heappush
from itertools import count, pairwise
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.pacing import AHEAD, OVERALL, PACED, Pace, Pacing


def test_a_burst_goes_at_once_and_then_the_rate_holds() -> None:
    pace = Pace(rate=2.0, burst=3)
    assert [pace.take(0.0) for _ in range(5)] == [0, 0, 0, 0.5, 1.0]


def test_after_a_pause_the_burst_is_there_again() -> None:
    pace = Pace(rate=1.0, burst=2)
    assert [pace.take(0.0), pace.take(0.0), pace.take(10.0), pace.take(10.0)] == [0, 0, 0, 0]


def test_a_held_pace_gives_nothing_before_its_time() -> None:
    pace = Pace(rate=1.0, burst=3)
    pace.hold(30.0)
    assert pace.take(0.0) == 30.0


class Clock:
    """A clock that jumps instead of waiting; keeps the seconds that were waited."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waited: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def pause(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pacing(clock: Clock) -> Pacing:
    return Pacing(clock, pause=clock.pause)


class Telegram:
    """Refuses the first `refusals` calls."""

    def __init__(self, refusals: int) -> None:
        self.refusals = refusals
        self.calls = 0

    async def __call__(self, *args: Any, **kwargs: Any) -> bool:
        self.calls += 1
        if self.calls <= self.refusals:
            raise RetryAfter(30)
        return True


def send(pacing: Pacing, telegram: Any, chat: int, tries: int | None = None) -> Any:
    return asyncio.run(
        pacing.process_request(telegram, (), {}, "sendMessage", {"chat_id": chat}, tries)
    )


def test_a_refused_chat_waits_as_long_as_asked_and_others_do_not(
    pacing: Pacing, clock: Clock
) -> None:
    telegram = Telegram(refusals=1)
    assert send(pacing, telegram, 1) is True
    assert telegram.calls == 2
    assert clock.waited == [pytest.approx(30.1)]
    assert send(pacing, Telegram(0), 2) is True
    assert len(clock.waited) == 1


@pytest.mark.parametrize("tries", [None, PACED])
def test_a_message_that_was_long_on_its_way_keeps_the_next_one_apart(
    pacing: Pacing, clock: Clock, tries: int | None
) -> None:
    async def slow(*args: Any, **kwargs: Any) -> bool:
        clock.now += 0.8
        return True

    send(pacing, slow, 1, tries)
    answered = clock.now
    send(pacing, Telegram(0), 1)
    assert clock.now == pytest.approx(answered + 1.0)


def test_messages_that_wait_for_one_refusal_do_not_go_together() -> None:
    now, order = 0.0, count()
    sent: list[float] = []
    sleeping: list[tuple[float, int, asyncio.Future[None]]] = []

    async def pause(seconds: float) -> None:
        woken = asyncio.get_running_loop().create_future()
        heappush(sleeping, (now + seconds, next(order), woken))
        await woken

    async def telegram(*args: Any, **kwargs: Any) -> bool:
        sent.append(now)
        await pause(0.3)
        if len(sent) == 1:
            raise RetryAfter(30)
        return True

    async def three() -> None:
        nonlocal now
        pacing = Pacing(lambda: now, pause=pause)
        each = [
            asyncio.create_task(
                pacing.process_request(telegram, (), {}, "sendMessage", {"chat_id": 1}, None)
            )
            for _ in range(3)
        ]
        while not all(task.done() for task in each):
            for _ in range(20):
                await asyncio.sleep(0)
            if sleeping:
                now, _, woken = heappop(sleeping)
                woken.set_result(None)

    asyncio.run(three())
    assert len(sent) == 4
    assert all(later - before >= 0.99 for before, later in pairwise(sent))


def test_refusals_without_end_are_raised(pacing: Pacing) -> None:
    with pytest.raises(RetryAfter):
        send(pacing, Telegram(refusals=99), 1, tries=2)


def test_requests_without_a_chat_are_not_held_up(pacing: Pacing, clock: Clock) -> None:
    for _ in range(100):
        asyncio.run(pacing.process_request(Telegram(0), (), {}, "answerCallbackQuery", {}, None))
    assert clock.waited == []


def test_a_group_gets_no_more_than_twenty_messages_a_minute(pacing: Pacing, clock: Clock) -> None:
    for _ in range(40):
        send(pacing, Telegram(0), -5)
    assert clock.now >= 60.0


def test_many_chats_at_once_get_thirty_a_second(pacing: Pacing, clock: Clock) -> None:
    rate, burst = OVERALL
    for chat in range(1, 91):
        send(pacing, Telegram(0), chat)
    assert clock.now == pytest.approx((90 - burst) / rate)


def test_alerts_wait_behind_answers_and_go_on_when_there_is_room(
    pacing: Pacing, clock: Clock
) -> None:
    rate, burst = OVERALL
    for chat in range(1, burst + 1):
        send(pacing, Telegram(0), chat)
    asyncio.run(pacing.alert_turn(99))
    assert sum(clock.waited) == pytest.approx(burst / rate - AHEAD)


def test_alerts_leave_places_for_answers_to_readers() -> None:
    pacing = Pacing(clock=lambda: 0.0)

    async def alerts() -> None:
        for chat in range(1, 12):
            await pacing.alert_turn(chat)

    asyncio.run(alerts())
    assert [pacing.overall.take(0.0) for _ in range(15)] == [0.0] * 15


def test_a_chat_that_just_got_its_messages_gets_no_alert_yet() -> None:
    pacing = Pacing(clock=lambda: 0.0)
    pacing.of("sendMessage", 7).take(0.0)
    assert pacing.alert_wait(7) == pytest.approx(1.0, abs=0.1)
    assert pacing.alert_wait(8) == 0
    pacing.hold_chat(8, 30.0)
    assert pacing.alert_wait(8) == pytest.approx(30.0)


def test_a_paced_request_is_refused_to_its_caller(pacing: Pacing, clock: Clock) -> None:
    with pytest.raises(RetryAfter):
        send(pacing, Telegram(refusals=1), 1, tries=PACED)
    assert clock.waited == []


def test_edits_wait_for_each_other_in_private_and_for_messages_too_in_groups() -> None:
    pacing = Pacing(clock=lambda: 0.0)
    assert pacing.of("editMessageText", 7) is not pacing.of("sendMessage", 7)
    assert pacing.of("editMessageText", -7) is pacing.of("sendMessage", -7)


def test_taking_a_message_back_waits_for_nothing(pacing: Pacing, clock: Clock) -> None:
    for _ in range(3):
        asyncio.run(
            pacing.process_request(Telegram(0), (), {}, "deleteMessage", {"chat_id": 7}, None)
        )
    assert clock.waited == []
