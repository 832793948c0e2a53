import asyncio
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.pacing import PACED, Pace, Pacing


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


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds that were waited, on a clock that jumps instead of waiting."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr("bot.pacing.asyncio.sleep", sleep)
    return waits


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


def send(pacing: Pacing, telegram: Telegram, chat: int, tries: int | None = None) -> Any:
    return asyncio.run(
        pacing.process_request(telegram, (), {}, "sendMessage", {"chat_id": chat}, tries)
    )


def test_a_refused_chat_waits_as_long_as_asked_and_others_do_not(slept: list[float]) -> None:
    pacing = Pacing(clock=lambda: 0.0)
    telegram = Telegram(refusals=1)
    assert send(pacing, telegram, 1) is True
    assert telegram.calls == 2
    assert slept == [pytest.approx(30.1)]
    assert send(pacing, Telegram(0), 2) is True
    assert len(slept) == 1


def test_refusals_without_end_are_raised(slept: list[float]) -> None:
    with pytest.raises(RetryAfter):
        send(Pacing(clock=lambda: 0.0), Telegram(refusals=99), 1, tries=2)


def test_requests_without_a_chat_are_not_held_up(slept: list[float]) -> None:
    pacing = Pacing(clock=lambda: 0.0)
    for _ in range(100):
        asyncio.run(pacing.process_request(Telegram(0), (), {}, "answerCallbackQuery", {}, None))
    assert slept == []


def test_alerts_leave_places_for_answers_to_readers() -> None:
    pacing = Pacing(clock=lambda: 0.0)

    async def alerts() -> None:
        for chat in range(1, 12):
            await pacing.alert_turn(chat)

    asyncio.run(alerts())
    assert [pacing.overall.take(0.0) for _ in range(15)] == [0.0] * 15


def test_a_chat_that_just_got_its_messages_gets_no_alert_yet() -> None:
    pacing = Pacing(clock=lambda: 0.0)
    for _ in range(3):
        pacing.of("sendMessage", 7).take(0.0)
    assert pacing.alert_wait(7) == pytest.approx(1.0)
    assert pacing.alert_wait(8) == 0
    pacing.hold_chat(8, 30.0)
    assert pacing.alert_wait(8) == pytest.approx(30.0)


def test_a_paced_request_is_refused_to_its_caller(slept: list[float]) -> None:
    with pytest.raises(RetryAfter):
        send(Pacing(clock=lambda: 0.0), Telegram(refusals=1), 1, tries=PACED)
    assert slept == []
