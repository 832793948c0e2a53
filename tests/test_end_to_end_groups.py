"""Groups, topics and channels: who is heard, who decides, and where a group has gone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot import settings_words, words
from tests.serving import MARKS, clean, copied, environment, served, start

pytestmark = MARKS
NUMBERS = count(1)
READER, ANONYMOUS, CHANNEL_BOT = 52, 1087968824, 136817688


@pytest.fixture(scope="module")
def api(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server with a bot for all: every journey is in a chat of its own."""
    folder = tmp_path_factory.mktemp("groups")
    with served() as harness:
        start(harness, environment(harness, copied(sample_file, folder)), folder)
        yield harness


@pytest.fixture
def chief() -> int:
    """Who made the groups of a journey: one person in all of them would seem to flood."""
    return 1000 + next(NUMBERS)


@pytest.fixture
def group(api: Any, chief: int) -> Iterator[Any]:
    """A supergroup."""
    number = -1001000000000 - chief
    yield api.group(number, user_id=chief, members={chief: "creator", READER: "member"})
    clean(api)


def in_the_name_of(chat: int) -> dict[str, Any]:
    """What Telegram adds when somebody writes as a chat."""
    return {"sender_chat": {"id": chat, "type": "supergroup", "title": "x"}}


def test_only_what_is_meant_for_the_bot_is_answered(group: Any) -> None:
    answer = group.ask("/ask 党员有哪些权利", user=READER)
    assert "党员享有的权利" in answer.text
    assert answer.reply_to
    group.send("第三项呢", user=READER, reply_to=answer)
    assert "(三)" in group.wait_reply().text
    group.send("大家早上好", user=READER)
    group.send("/roll 3", user=READER)
    assert group.wait_silence(1.0) is True


def test_managers_decide_named_or_anonymous(group: Any, chief: int) -> None:
    asked = group.ask("/subscribe 全部", user=READER)
    assert asked.text == words.MANAGERS_ONLY
    group.send("/subscribe 全部", user=ANONYMOUS, extra=in_the_name_of(group.id))
    assert "已订阅" in group.wait_reply().text
    group.send("/settings 每天 8点", user=CHANNEL_BOT, extra=in_the_name_of(-1009))
    assert group.wait_reply().text == words.MANAGERS_ONLY
    group.ask("/settings", user=chief)
    assert group.press(settings_words.BUTTON_SILENT, user=READER).text == words.MANAGERS_ONLY
    assert group.press(settings_words.BUTTON_SILENT, user=chief).answered
    assert settings_words.SOUND_OFF in group.wait_edit().text


def test_what_a_group_had_goes_along_to_its_supergroup(api: Any, chief: int) -> None:
    group = api.group(-4001, user_id=chief, members={chief: "creator"})
    group.ask("/subscribe 每周一学")
    answer = group.ask("/ask 党员有哪些权利")
    group.migrate(-1001000004001, user=chief)
    moved = api.group(-1001000004001, user_id=chief)
    assert "(三)" in moved.ask("@e2e_sample_bot 第三项呢").text
    assert any(words.WEEKLY in label for label in moved.ask("/subscriptions").buttons)
    assert group.press(words.BUTTON_READ, message=answer.id, user=chief).answered
    assert "党员享有的权利" in moved.wait_reply().text
    clean(api)


def test_a_move_that_nobody_told_of_is_learnt_from_the_refusal(api: Any, chief: int) -> None:
    group = api.group(-4002, user_id=chief)
    group.ask("/about")
    moved = api.group(-1001000004002, user_id=chief)
    group.state(migrated_to=moved.id)
    for text in ("/about", "/ask 党员有哪些权利"):
        group.send(text)
        moved.wait_reply()
    clean(api)


def test_a_chat_the_bot_was_put_out_of_is_not_written_to(api: Any, group: Any) -> None:
    answer = group.ask("/ask 党员有哪些权利")
    group.push("my_chat_member", status="kicked")
    api.idle()
    for _ in range(2):
        assert group.press(words.BUTTON_RELATED, message=answer.id).answered
    api.idle()
    group.push("my_chat_member", status="member")
    assert group.wait_reply().text == words.GROUP_HELLO
    assert group.ask("/about").text


def test_who_may_write_again_is_answered_again(api: Any, group: Any) -> None:
    group.state(can_send=False)
    for _ in range(2):
        group.send("/about")
    api.idle(quiet=1.0)
    group.state(can_send=True)
    assert group.ask("/about").text


def test_topics_have_talks_and_subscriptions_of_their_own(api: Any, chief: int) -> None:
    forum = api.forum(
        -1001000005001, topics={5: "学习", 7: "闲谈"}, user_id=chief, members={chief: "creator"}
    )
    for said, thread in (("/subscribe 每周一学", 5), ("/subscriptions", 7), ("/subscriptions", 5)):
        forum.send(said, thread=thread)
        answer = forum.wait_reply()
        assert answer.thread == thread
    assert any(words.WEEKLY in label for label in answer.buttons)
    forum.send("/ask 党员有哪些权利", thread=7)
    answer = forum.wait_reply()
    assert forum.press(words.BUTTON_READ, message=answer.id).answered
    assert forum.wait_reply().thread == 7
    forum.state(topics={7: {"name": "闲谈", "closed": True}})
    forum.send("/about", thread=7)
    api.idle()
    forum.send("/about", thread=5)
    assert forum.wait_reply().thread == 5
    clean(api)


def test_a_channel_is_subscribed_by_a_post_and_else_left_alone(api: Any, chief: int) -> None:
    channel = api.group(-1001000006001, kind="channel", user_id=chief, bot_status="administrator")
    channel.send("/subscribe 全部")
    assert "已订阅" in channel.wait_reply().text
    channel.send("明天停报一期。")
    channel.send("/ask 党员有哪些权利")
    assert channel.wait_silence(1.0) is True
    clean(api)
