"""What comes in is kept before Telegram may forget it, whatever it holds."""

import json
from typing import Any

from telegram import Update

from bot.incoming import body_of
from store import journal
from store.database import Store
from tests.playing import Play
from tests.recording import message

OLD = {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private", "first_name": "x"}}


def test_a_pinned_message_too_old_to_be_read_stops_nothing(play: Play, samples: Store) -> None:
    pinned = message(None, pinned_message=OLD)
    sent = play(pinned, message("/about", update=2)).sent()
    assert len(sent) == 1
    assert journal.unfinished(samples) == []


def test_what_an_old_pinned_message_says_is_kept_whole() -> None:
    update = Update.de_json(message(None, pinned_message=OLD), None)
    assert json.loads(body_of(update))["message"]["pinned_message"]["date"] == 0


def test_an_update_with_an_unknown_word_beside_it_is_the_same_update(play: Play) -> None:
    again: dict[str, Any] = {**message("/about"), "sent_again": True}
    assert len(play(message("/about"), again).sent()) == 1
