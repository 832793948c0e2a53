"""Where a talk begins: /start and what deep links lead to."""

import pytest

from bot import words
from tests.conftest import Chat


def test_a_group_is_greeted_as_a_group(group: Chat) -> None:
    assert group.say("/start").text.plain == words.GROUP_HELLO


@pytest.mark.parametrize("payload", ["s_99999", "s_-", "r_99999", "i_1926", f"s_{'9' * 40}"])
def test_a_link_that_leads_nowhere_says_so_and_offers_ways(chat: Chat, payload: str) -> None:
    reply = chat.say(f"/start {payload}")
    assert reply.text.plain == words.LINK_DEAD
    assert reply.buttons


def test_a_payload_of_others_begins_as_usual(chat: Chat) -> None:
    assert chat.say("/start from_a_friend").text.plain == chat.say("/start").text.plain
