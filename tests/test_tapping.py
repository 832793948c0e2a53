"""A double tap is one wish; the same button pressed later is another."""

import pytest

from bot import words
from bot.reply import Reply, say
from bot.tapping import AGAIN, Tap, Taps
from store import asked
from store.database import Store
from tests.conftest import Chat
from tests.playing import Play
from tests.recording import pressed

TAP = Tap(7, 1, 7, "a:1")


def test_a_tap_right_behind_its_reply_is_the_same_wish() -> None:
    taps = Taps()
    assert taps.repeated(TAP, 10.0) is None
    taps.note(TAP, say("x"), 10.0)
    assert taps.repeated(TAP, 10.0 + AGAIN / 2) == ""
    assert taps.repeated(TAP, 10.0 + AGAIN) is None


@pytest.mark.parametrize(
    "other",
    [
        TAP._replace(data="r:1"),
        TAP._replace(message=2),
        TAP._replace(reader=8),
        TAP._replace(chat=-7),
    ],
)
def test_another_button_message_reader_or_chat_is_another_wish(other: Tap) -> None:
    taps = Taps()
    taps.note(TAP, say("x"), 10.0)
    assert taps.repeated(other, 10.1) is None


def test_what_changes_its_own_message_may_be_pressed_at_once_again() -> None:
    taps = Taps()
    taps.note(TAP, Reply(place="instead"), 10.0)
    assert taps.repeated(TAP, 10.1) is None


def test_a_double_tap_sends_one_message_and_stops_both_clocks(play: Play) -> None:
    request = play(pressed("c:help", update=2), pressed("c:help", update=3))
    assert len(request.sent()) == 1
    assert len(request.sent("answerCallbackQuery")) == 2


def test_a_double_tap_on_a_verdict_is_one_verdict_and_thanks_twice(
    play: Play, samples: Store, chat: Chat
) -> None:
    data = next(
        b.data or "" for row in chat.say("党员有哪些权利").buttons for b in row
        if b.label == words.BUTTON_GOOD
    )  # fmt: skip
    request = play(pressed(data, update=2), pressed(data, update=3))
    notices = [call["text"] for call in request.sent("answerCallbackQuery")]
    assert notices == [words.THANKS] * 2
    with samples.reading() as db:
        assert db.execute("SELECT count(*) FROM verdicts").fetchone()[0] == 1
    assert asked.get(samples, int(data.split(":")[1])).found
