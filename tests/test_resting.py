"""Chats that refuse are left alone, longer each time, until they let the bot write."""

import pytest

from bot.resting import FIRST, LONGEST, Resting
from tests.playing import Play
from tests.recording import message
from tests.test_reaching import refusal

GROUP = -100
RIGHTS = "Bad Request: not enough rights to send text messages to the chat"


def rest(resting: Resting, chat: int, now: float) -> float:
    """Seconds from `now` on that a chat is left alone."""
    until, _ = resting.until.get(chat) or (now, 0.0)
    return until - now


def test_a_group_that_refuses_again_is_left_alone_for_longer_up_to_a_limit() -> None:
    resting, now, rests = Resting(), 100.0, []
    for _ in range(12):
        resting.refused(GROUP, now)
        rests.append(rest(resting, GROUP, now))
        now += rests[-1]
        assert not resting.rests(GROUP, now)
    assert rests[:3] == pytest.approx([FIRST, FIRST * 2, FIRST * 4])
    assert rests[-2:] == pytest.approx([LONGEST, LONGEST])


def test_what_was_on_its_way_makes_it_no_longer() -> None:
    resting = Resting()
    for at in (100.0, 100.1, 100.2):
        resting.refused(GROUP, at)
    assert resting.rests(GROUP, 100.0 + FIRST - 0.1)
    assert not resting.rests(GROUP, 100.0 + FIRST)


def test_a_group_that_lets_the_bot_write_starts_anew() -> None:
    resting = Resting()
    resting.refused(GROUP, 100.0)
    resting.ended(GROUP)
    assert not resting.rests(GROUP, 100.1)
    resting.refused(GROUP, 200.0)
    assert rest(resting, GROUP, 200.0) == pytest.approx(FIRST)


def test_who_writes_in_private_is_tried_after_a_moment() -> None:
    resting = Resting()
    for at in (100.0, 200.0, 300.0):
        resting.refused(7, at)
        assert resting.rests(7, at + FIRST / 2)
        assert not resting.rests(7, at + FIRST)


def test_other_chats_are_not_left_alone() -> None:
    resting = Resting()
    resting.refused(GROUP, 100.0)
    assert not resting.rests(GROUP - 1, 100.0)


def test_a_muted_group_that_asks_on_causes_one_refusal(play: Play) -> None:
    asked = [message("/about", chat=GROUP, update=at, date=at) for at in range(1, 6)]
    assert len(play(*asked, sendMessage=refusal(400, RIGHTS)).sent()) == 1
