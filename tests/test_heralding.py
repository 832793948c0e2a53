"""Announcements on their way to the chats."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any, cast

import pytest
from telegram.ext import ExtBot

from bot.carrying import Courier
from bot.heralding import Herald
from bot.pacing import Pacing
from store import announcements, chats, subscriptions
from store.chats import Target
from store.database import Store
from store.wishes import Wish
from tests.conftest import NOW
from tests.recording import RecordingRequest

Sent = Callable[..., RecordingRequest]


@pytest.fixture
def sent(store: Store) -> Sent:
    """Sends everything that is due, some steps long."""

    def run(steps: int = 4, later: float = 0.0, **answers: Any) -> RecordingRequest:
        request = RecordingRequest()
        request.answers = answers
        asyncio.run(steps_of(store, request, steps, later))
        return request

    return run


async def steps_of(store: Store, request: RecordingRequest, steps: int, later: float) -> None:
    pacing = Pacing()
    bot: ExtBot[int] = ExtBot(
        "123:" + "A" * 35, request=request, get_updates_request=request, rate_limiter=pacing
    )
    async with bot:
        herald = Herald(
            Courier(
                store, cast("ExtBot[None]", bot), pacing, lambda: NOW + timedelta(seconds=later)
            )
        )
        for _ in range(steps):
            await herald.next()


def confirmed(store: Store, *numbers: int) -> None:
    for number in numbers:
        subscriptions.add(store, Target(number), Wish(), NOW)
    announcements.confirm(store, announcements.draft(store, "明天停报", 1, NOW), NOW)


def refusal(code: int, text: str, **parameters: Any) -> tuple[int, dict[str, Any]]:
    return code, {"ok": False, "error_code": code, "description": text, "parameters": parameters}


def test_every_chat_hears_once(store: Store, sent: Sent) -> None:
    confirmed(store, 11, 12, 13)
    calls = sent(6).sent()
    assert sorted(int(call["chat_id"]) for call in calls) == [11, 12, 13]
    assert sent().sent() == []
    assert announcements.progress(store) == {"sent": 3}


def test_a_chat_that_blocked_the_bot_is_suspended(store: Store, sent: Sent) -> None:
    confirmed(store, 11)
    sent(sendMessage=refusal(403, "Forbidden: bot was blocked by the user"))
    assert announcements.progress(store) == {"suspended": 1}
    assert chats.get(store, Target(11)).why == "blocked"


def test_a_flooded_chat_is_told_later(store: Store, sent: Sent) -> None:
    confirmed(store, 11)
    sent(1, sendMessage=refusal(429, "Too Many Requests: retry after 5", retry_after=5))
    assert sent(1).sent() == []
    assert len(sent(1, 6.0).sent()) == 1


def test_a_flood_counts_as_no_failed_try(store: Store, sent: Sent) -> None:
    confirmed(store, 11)
    sent(1, sendMessage=refusal(429, "Too Many Requests: retry after 5", retry_after=5))
    notice = announcements.waiting(store, NOW + timedelta(seconds=6))
    assert notice is not None
    assert notice.tries == 0


def test_a_token_telegram_does_not_know_holds_everything_back(store: Store, sent: Sent) -> None:
    confirmed(store, 11, 12, 13)
    assert len(sent(3, sendMessage=refusal(401, "Unauthorized")).sent()) == 1
    assert announcements.progress(store) == {"waiting": 3}


def test_a_lost_answer_is_looked_into_before_the_chat_is_told_again(
    store: Store, sent: Sent
) -> None:
    confirmed(store, 11)
    sent(1, sendMessage=refusal(502, "Bad Gateway"))
    (call,) = sent(1, 60.0).sent()
    assert "reply_parameters" in call


def test_a_migrated_group_is_told_under_its_new_id(store: Store, sent: Sent) -> None:
    confirmed(store, -11)
    moved = refusal(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1011)
    sent(1, sendMessage=moved)
    assert [int(call["chat_id"]) for call in sent(1).sent()] == [-1011]


def test_what_a_crash_left_half_sent_is_sent_again(store: Store, sent: Sent) -> None:
    confirmed(store, 11)
    notice = announcements.waiting(store, NOW)
    assert notice is not None
    announcements.begin(store, notice, NOW)
    assert sent(1).sent() == []
    assert announcements.recover(store, NOW) == 1
    assert len(sent(1).sent()) == 1


def test_quiet_hours_hold_an_announcement_back(store: Store, sent: Sent) -> None:
    subscriptions.add(store, Target(11), Wish(), NOW)
    hour = NOW.hour + 8
    chat = chats.Chat(Target(11), quiet_from=hour, quiet_to=hour + 2)
    chats.put(store, chat)
    confirmed(store)
    assert sent(1).sent() == []
    assert len(sent(1, 2 * 3600).sent()) == 1


def test_a_forum_hears_in_one_topic_only(store: Store, sent: Sent) -> None:
    for thread in (4, 9):
        subscriptions.add(store, Target(-11, thread), Wish(), NOW)
    confirmed(store)
    (call,) = sent(3).sent()
    assert int(call["message_thread_id"]) == 4
