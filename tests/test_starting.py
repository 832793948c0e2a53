"""Where a talk begins: /start and what deep links lead to."""

import pytest

from bot import words
from bot.talk import Reader
from store.database import Store
from tests.conftest import Chat


def test_a_group_is_greeted_as_a_group(group: Chat) -> None:
    assert group.say("/start").text.plain == words.GROUP_HELLO


def test_a_channel_where_nobody_can_ask_is_not_told_how(samples: Store) -> None:
    channel = Chat(samples, Reader(user=-7, chat=-7, kind="channel", manages=True))
    reply = channel.say("/start")
    assert reply.text.plain == words.CHANNEL_HELLO
    assert words.BUTTON_EVERYTHING in channel.labels


@pytest.mark.parametrize("payload", ["s_99999", "s_-", "r_99999", "i_1926", f"s_{'9' * 40}"])
def test_a_link_that_leads_nowhere_says_so_and_offers_ways(chat: Chat, payload: str) -> None:
    reply = chat.say(f"/start {payload}")
    assert reply.text.plain == words.LINK_DEAD
    assert reply.buttons


def test_a_payload_of_others_begins_as_usual(chat: Chat) -> None:
    assert chat.say("/start from_a_friend").text.plain == chat.say("/start").text.plain
