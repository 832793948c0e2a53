"""Who an update is from, and what of it is said to the bot."""

from typing import Any

import pytest

from tests.playing import Play
from tests.recording import BOT, message

GROUP, CHANNEL = -100, -200
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group"}


def channel(number: int) -> dict[str, Any]:
    return {"id": number, "type": "channel", "title": "x"}


@pytest.mark.parametrize(
    "others",
    [
        {"from": {"id": 9, "is_bot": True, "first_name": "别的机器人"}},
        {
            "from": {"id": 777000, "is_bot": False, "first_name": "Telegram"},
            "sender_chat": channel(CHANNEL),
            "is_automatic_forward": True,
        },
        {"via_bot": BOT},
    ],
    ids=["another bot", "a post of the channel", "our own inline result"],
)
def test_what_no_person_said_is_not_answered(play: Play, others: dict[str, Any]) -> None:
    assert play(message("/about", chat=GROUP, **others)).sent() == []


def test_who_writes_in_the_name_of_a_group_is_answered(play: Play) -> None:
    group = {"id": GROUP, "type": "group", "title": "x"}
    named: dict[str, Any] = {"sender_chat": group, "from": ANONYMOUS}
    asked = message("/about", chat=GROUP, **named)
    assert len(play(asked).sent()) == 1


def test_words_below_a_picture_are_a_question(play: Play) -> None:
    picture = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    sent = play(message(None, photo=picture, caption="党员有哪些权利")).sent()
    assert "党员享有的权利" in sent[0]["text"]


def test_an_album_without_words_is_answered_once(play: Play) -> None:
    picture = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    shots = [message(None, update=n, photo=picture, media_group_id="5") for n in range(1, 4)]
    assert len(play(*shots).sent()) == 1


def test_the_bots_own_name_is_no_part_of_a_question(play: Play) -> None:
    assert "党员享有的权利" in play(message("@our_bot 党员有哪些权利")).sent()[0]["text"]


def test_a_place_that_moves_is_answered_once(play: Play) -> None:
    here = message(None, location={"latitude": 39.9, "longitude": 116.4})
    moved = {"update_id": 2, "edited_message": here["message"] | {"edit_date": 5}}
    assert len(play(here, moved).sent()) == 1
